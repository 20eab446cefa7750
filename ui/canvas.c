#include "ui/canvas.h"

#include "text/text.h"

#include <langinfo.h>
#include <string.h>

#define LIGHT_LINE 0x2500

NgCanvas *ng_canvas_new(WINDOW *window, const NgTheme *theme, bool ascii)
{
  NgCanvas *canvas = g_new0(NgCanvas, 1);
  canvas->window = window;
  canvas->theme = theme;
  canvas->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  canvas->ascii = ascii || !canvas->utf8 || ng_text_char_cols(LIGHT_LINE) != 1; /* some locales have it wide */
  getmaxyx(window, canvas->rows, canvas->cols);
  gsize cells = (gsize)MAX(canvas->rows, 1) * (gsize)MAX(canvas->cols, 1);
  canvas->roles = g_malloc(cells);
  canvas->arms = g_new0(NgArms, cells);
  ng_canvas_clear(canvas);
  return canvas;
}

void ng_canvas_free(NgCanvas *canvas)
{
  if (!canvas)
    return;
  g_free(canvas->roles);
  g_free(canvas->arms);
  g_free(canvas);
}

void ng_canvas_clear(NgCanvas *canvas)
{
  NgLook look = ng_theme_look(canvas->theme, NG_ROLE_TEXT);
  cchar_t blank;
  setcchar(&blank, L" ", look.attributes, (short)look.pair, &look.pair);
  wbkgrndset(canvas->window, &blank);
  werase(canvas->window);
  gsize cells = (gsize)canvas->rows * (gsize)canvas->cols;
  memset(canvas->roles, '.', cells);
  memset(canvas->arms, 0, cells * sizeof *canvas->arms);
  canvas->cursor_row = canvas->cursor_col = -1;
}

static bool inside(const NgCanvas *canvas, int row, int col)
{
  return row >= 0 && col >= 0 && row < canvas->rows && col < canvas->cols;
}

static gsize cell_at(const NgCanvas *canvas, int row, int col)
{
  return (gsize)row * (gsize)canvas->cols + (gsize)col;
}

void ng_canvas_clear_rect(NgCanvas *canvas, NgRect rect)
{
  g_autofree char *blanks = g_strnfill((gsize)MAX(rect.cols, 0), ' ');
  for (int row = MAX(rect.row, 0); row < rect.row + rect.rows && row < canvas->rows; row++) {
    ng_canvas_put(canvas, row, rect.col, rect.cols, NG_ROLE_TEXT, blanks, strlen(blanks));
    for (int col = MAX(rect.col, 0); col < rect.col + rect.cols && col < canvas->cols; col++)
      canvas->arms[cell_at(canvas, row, col)] = 0;
  }
}

static void set_look(NgCanvas *canvas, NgRole role, uint8_t style)
{
  NgLook look = ng_theme_look(canvas->theme, role);
  if (style & NG_STYLE_ITALIC)
    look.attributes |= A_ITALIC;
  if (style & NG_STYLE_BOLD)
    look.attributes |= A_BOLD;
  if (style & NG_STYLE_UNDERLINE)
    look.attributes |= A_UNDERLINE;
  wattr_set(canvas->window, look.attributes, (short)look.pair, &look.pair);
}

/* One cluster, as far as a cell of curses holds it. */
static void add_cluster(NgCanvas *canvas, const char *text, gsize bytes, int cols)
{
  gunichar first = g_utf8_get_char(text);
  char ascii = canvas->ascii ? ng_sign_ascii(first) : '\0';
  if (ascii) {
    waddch(canvas->window, (chtype)ascii);
  } else if (!canvas->utf8 && first < 0x7F && first >= ' ') {
    waddch(canvas->window, (chtype)first); /* without its marks, if it has any */
  } else if (!canvas->utf8) {
    for (int i = 0; i < cols; i++)
      waddch(canvas->window, '?');
  } else if (cols > 0) {
    wchar_t wide[16];
    int n = 0;
    for (const char *p = text; p < text + bytes && n < 15; p = g_utf8_next_char(p))
      wide[n++] = (wchar_t)g_utf8_get_char(p);
    waddnwstr(canvas->window, wide, n);
  }
}

/* Writes down whose cells these are. Blanks belong to no one, but inside names, titles and labels. */
static void mark_cells(NgCanvas *canvas, int row, int col, int cols, NgRole role, const char *text)
{
  char letter = ng_role_letter(role);
  bool keeps_blanks = strchr("PLOploSHTma", letter) != NULL;
  for (int i = 0; i < cols && inside(canvas, row, col + i); i++) {
    bool blank = text && text[i] == ' ' && !keeps_blanks;
    canvas->roles[cell_at(canvas, row, col + i)] = blank ? '.' : letter;
    canvas->arms[cell_at(canvas, row, col + i)] = 0;
  }
}

/* How many bytes from `pos` on are printable ASCII, one column each, and stand alone. */
static gsize ascii_run(const char *text, gsize bytes, gsize pos, int cols)
{
  gsize run = pos;
  while (run < bytes && run - pos < (gsize)cols && (guchar)text[run] >= 0x20 && (guchar)text[run] < 0x7F)
    run++;
  if (run > pos && run < bytes && (guchar)text[run] >= 0x80)
    run--; /* what follows may combine with it */
  return run - pos;
}

int ng_canvas_put_styled(NgCanvas *canvas, int row, int col, int cols, NgRole role, uint8_t style, const char *text,
                         gsize bytes)
{
  cols = MIN(cols, canvas->cols - col);
  if (!inside(canvas, row, col) || cols <= 0)
    return 0;
  set_look(canvas, role, style);
  wmove(canvas->window, row, col);
  int used = 0;
  for (gsize pos = 0, end; pos < bytes && used < cols; pos = end) {
    gsize run = ascii_run(text, bytes, pos, cols - used);
    int wide = (int)run;
    end = pos + run;
    if (run > 0) {
      waddnstr(canvas->window, text + pos, (int)run);
    } else {
      end = ng_text_cluster_end(text, bytes, pos);
      wide = ng_text_cols(text + pos, end - pos);
      if (used + wide > cols)
        break;
      add_cluster(canvas, text + pos, end - pos, wide);
    }
    mark_cells(canvas, row, col + used, wide, role, run ? text + pos : NULL);
    used += wide;
  }
  return used;
}

int ng_canvas_put(NgCanvas *canvas, int row, int col, int cols, NgRole role, const char *text, gsize bytes)
{
  return ng_canvas_put_styled(canvas, row, col, cols, role, 0, text, bytes);
}

int ng_canvas_put_cut(NgCanvas *canvas, int row, int col, int cols, NgRole role, const char *text)
{
  gsize bytes = strlen(text);
  int all;
  if (ng_text_fit(text, bytes, cols, &all) == bytes)
    return ng_canvas_put(canvas, row, col, cols, role, text, bytes);
  if (cols <= 0)
    return 0;
  gsize fits = ng_text_fit(text, bytes, cols - 1, NULL);
  while (fits > 0 && text[fits - 1] == ' ')
    fits--;
  int used = ng_canvas_put(canvas, row, col, cols, role, text, fits);
  return used + ng_canvas_put(canvas, row, col + used, 1, role, "…", strlen("…"));
}

void ng_canvas_put_right(NgCanvas *canvas, int row, int col, int cols, NgRole role, const char *text)
{
  int wide = MIN(ng_text_cols(text, strlen(text)), cols);
  ng_canvas_put_cut(canvas, row, col + cols - wide, wide, role, text);
}

void ng_canvas_arms(NgCanvas *canvas, int row, int col, NgRole role, NgArms arms)
{
  if (!inside(canvas, row, col))
    return;
  gsize cell = cell_at(canvas, row, col);
  NgArms over = ng_arms_over(canvas->arms[cell], arms);
  const char *glyph = ng_arms_glyph(over, canvas->ascii);
  ng_canvas_put(canvas, row, col, 1, role, glyph, strlen(glyph));
  canvas->arms[cell] = over;
}

void ng_canvas_line(NgCanvas *canvas, int row, int col, int cols, NgRole role, bool heavy)
{
  NgArms arms = heavy ? NG_ARMS(NG_ARM_HEAVY, NG_ARM_HEAVY, 0, 0) : NG_ARMS(NG_ARM_LIGHT, NG_ARM_LIGHT, 0, 0);
  for (int i = 0; i < cols; i++)
    ng_canvas_arms(canvas, row, col + i, role, arms);
}

void ng_canvas_cursor(NgCanvas *canvas, int row, int col)
{
  if (!inside(canvas, row, col))
    return;
  canvas->cursor_row = row;
  canvas->cursor_col = col;
}

char *ng_canvas_row_text(const NgCanvas *canvas, int row)
{
  GString *text = g_string_new(NULL);
  for (int col = 0; col < canvas->cols;) {
    cchar_t cell;
    wchar_t wide[CCHARW_MAX + 1] = {0};
    attr_t attributes;
    short pair;
    mvwin_wch(canvas->window, row, col, &cell);
    getcchar(&cell, wide, &attributes, &pair, NULL);
    int cols = 0;
    for (wchar_t *c = wide; *c; c++) {
      g_string_append_unichar(text, (gunichar)*c);
      cols += ng_text_char_cols((gunichar)*c);
    }
    col += MAX(cols, 1);
  }
  while (text->len && text->str[text->len - 1] == ' ')
    g_string_truncate(text, text->len - 1);
  return g_string_free(text, FALSE);
}

char *ng_canvas_row_roles(const NgCanvas *canvas, int row)
{
  return g_strndup(canvas->roles + cell_at(canvas, row, 0), (gsize)canvas->cols);
}
