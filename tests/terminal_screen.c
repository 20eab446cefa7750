/* The screen of a program under test: libvterm's cells, cursor and properties. */
#include "config.h"

#include "tests/terminal_private.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- what libvterm reports ---- */

static int on_property(VTermProp property, VTermValue *value, void *user)
{
  NgTerminal *t = user;
  switch (property) {
  case VTERM_PROP_CURSORVISIBLE:
    t->cursor_visible = value->boolean;
    break;
  case VTERM_PROP_ALTSCREEN:
    t->alternate = value->boolean;
    break;
  case VTERM_PROP_MOUSE:
    t->mouse = value->number != VTERM_PROP_MOUSE_NONE;
    break;
  case VTERM_PROP_TITLE:
    g_string_assign(t->title, value->string);
    break;
  default:
    break;
  }
  return 1;
}

/* What a terminal says back to a program that asks for its cursor or its kind. */
static void on_answer(const char *bytes, size_t n, void *user)
{
  NgTerminal *t = user;
  if (t->master >= 0)
    (void)!write(t->master, bytes, n);
}

void ng_terminal_open_screen(NgTerminal *t)
{
  static const VTermScreenCallbacks callbacks = {.settermprop = on_property};
  t->cursor_visible = true;
  t->bytes = g_string_new(NULL);
  t->title = g_string_new(NULL);
  t->vterm = vterm_new(t->rows, t->cols);
  vterm_set_utf8(t->vterm, 1);
  vterm_output_set_callback(t->vterm, on_answer, t);
  t->screen = vterm_obtain_screen(t->vterm);
  vterm_screen_enable_altscreen(t->screen, 1);
  vterm_screen_set_callbacks(t->screen, &callbacks, t);
  vterm_screen_reset(t->screen, 1);
}

void ng_terminal_close_screen(NgTerminal *t)
{
  vterm_free(t->vterm);
  g_string_free(t->bytes, TRUE);
  g_string_free(t->title, TRUE);
}

void ng_terminal_feed(NgTerminal *t, const char *bytes, gsize n)
{
  g_string_append_len(t->bytes, bytes, (gssize)n);
  vterm_input_write(t->vterm, bytes, n);
}

/* ---- cells ---- */

static int colour_of(VTermColor colour)
{
  if (VTERM_COLOR_IS_DEFAULT_FG(&colour) || VTERM_COLOR_IS_DEFAULT_BG(&colour))
    return NG_TERMINAL_DEFAULT_COLOUR;
  if (VTERM_COLOR_IS_INDEXED(&colour))
    return colour.indexed.idx;
  return 0x1000000 | colour.rgb.red << 16 | colour.rgb.green << 8 | colour.rgb.blue;
}

NgTerminalCell ng_terminal_cell(NgTerminal *t, int row, int col)
{
  VTermScreenCell cell = {0};
  NgTerminalCell result = {.cols = 1};
  if (row < 0 || row >= t->rows || col < 0 || col >= t->cols ||
      !vterm_screen_get_cell(t->screen, (VTermPos){.row = row, .col = col}, &cell))
    return result;
  gsize n = 0;
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] && cell.chars[i] != (uint32_t)-1; i++)
    n += (gsize)g_unichar_to_utf8(cell.chars[i], result.text + n);
  if (cell.chars[0] == 0)
    result.text[0] = ' ';
  result.cols = cell.width;
  result.bold = cell.attrs.bold;
  result.underline = cell.attrs.underline != VTERM_UNDERLINE_OFF;
  result.italic = cell.attrs.italic;
  result.reverse = cell.attrs.reverse;
  result.strike = cell.attrs.strike;
  result.foreground = colour_of(cell.fg);
  result.background = colour_of(cell.bg);
  return result;
}

char *ng_terminal_row(NgTerminal *t, int row)
{
  GString *text = g_string_new(NULL);
  for (int col = 0; col < t->cols; col++)
    g_string_append(text, ng_terminal_cell(t, row, col).text);
  while (text->len && text->str[text->len - 1] == ' ')
    g_string_truncate(text, text->len - 1);
  return g_string_free(text, FALSE);
}

char *ng_terminal_screen(NgTerminal *t)
{
  GString *text = g_string_new(NULL);
  for (int row = 0; row < t->rows; row++) {
    g_autofree char *line = ng_terminal_row(t, row);
    g_string_append_printf(text, "%s\n", line);
  }
  return g_string_free(text, FALSE);
}

bool ng_terminal_find(NgTerminal *t, const char *text, int *row, int *col)
{
  for (int r = 0; r < t->rows; r++) {
    g_autofree char *line = ng_terminal_row(t, r);
    const char *found = strstr(line, text);
    if (!found)
      continue;
    gsize before = 0;
    for (int c = 0; c < t->cols; c++) {
      NgTerminalCell cell = ng_terminal_cell(t, r, c);
      if (cell.text[0] && before == (gsize)(found - line)) {
        *row = r;
        *col = c;
        return true;
      }
      before += strlen(cell.text);
    }
  }
  return false;
}

bool ng_terminal_contains(NgTerminal *t, const char *text)
{
  int row, col;
  return ng_terminal_find(t, text, &row, &col);
}

/* ---- everything else ---- */

void ng_terminal_cursor(NgTerminal *t, int *row, int *col)
{
  VTermPos pos;
  vterm_state_get_cursorpos(vterm_obtain_state(t->vterm), &pos);
  *row = pos.row;
  *col = pos.col;
}

bool ng_terminal_cursor_visible(const NgTerminal *t)
{
  return t->cursor_visible;
}

bool ng_terminal_in_alternate(const NgTerminal *t)
{
  return t->alternate;
}

bool ng_terminal_takes_mouse(const NgTerminal *t)
{
  return t->mouse;
}

const char *ng_terminal_title(const NgTerminal *t)
{
  return t->title->str;
}

gsize ng_terminal_n_bytes(const NgTerminal *t)
{
  return t->bytes->len;
}

bool ng_terminal_wrote(const NgTerminal *t, const char *bytes, gsize n, gsize from)
{
  return from < t->bytes->len && memmem(t->bytes->str + from, t->bytes->len - from, bytes, n) != NULL;
}

/* The last of two sequences that switch something on and off was the one that switches it on. */
static bool left_on(const NgTerminal *t, const char *on, const char *off)
{
  const char *last_on = g_strrstr_len(t->bytes->str, (gssize)t->bytes->len, on);
  const char *last_off = g_strrstr_len(t->bytes->str, (gssize)t->bytes->len, off);
  return last_on && (!last_off || last_off < last_on);
}

bool ng_terminal_restored(NgTerminal *t)
{
  const struct {
    bool wrong;
    const char *what;
  } faults[] = {
      {t->alternate, "the alternate screen was not left"},
      {!t->cursor_visible, "the cursor is hidden"},
      {t->mouse ||
           (left_on(t, "\033[?1006;1000h", "\033[?1006;1000l") && left_on(t, "\033[?1006;1000h", "\033[?1000l")),
       "mouse reports are on"},
      {left_on(t, "\033[?1h", "\033[?1l"), "the keypad sends keys of a program"},
      {left_on(t, "\033[?2004h", "\033[?2004l"), "bracketed paste is on"},
      {left_on(t, "\033[?1004h", "\033[?1004l"), "focus reports are on"},
      {!ng_terminal_modes_restored(t), "the modes (termios) are not as before"},
  };
  bool whole = true;
  for (gsize i = 0; i < G_N_ELEMENTS(faults); i++)
    if (faults[i].wrong) {
      fprintf(stderr, "terminal not restored: %s\n", faults[i].what);
      whole = false;
    }
  return whole;
}

void ng_terminal_dump(NgTerminal *t)
{
  int row, col;
  ng_terminal_cursor(t, &row, &col);
  fprintf(stderr, "---- screen %dx%d, cursor at row %d, column %d, %" G_GSIZE_FORMAT " bytes written%s\n", t->cols,
          t->rows, row, col, t->bytes->len, t->ended ? ", program ended" : "");
  for (int r = 0; r < t->rows; r++) {
    g_autofree char *line = ng_terminal_row(t, r);
    fprintf(stderr, "%3d|%s\n", r, line);
  }
  fputs("----\n", stderr);
}
