#include "ui/hyperlinks.h"

#include "ui/terminal.h"
#include "ui/terminal_output.h"

#include <stdlib.h>
#include <string.h>
#include <term.h>

#define TARGET_MAX 2083 /* bytes: terminals drop longer ones */

/* ---- which terminals ---- */

static bool begins_with_any(const char *text, const char *const *starts)
{
  for (; text && *starts; starts++)
    if (g_str_has_prefix(text, *starts))
      return true;
  return false;
}

static bool at_least(const char *variable, double version)
{
  const char *value = getenv(variable);
  return value && g_ascii_strtod(value, NULL) >= version;
}

bool ng_links_known(void)
{
  static const char *const terms[] = {"xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "contour", NULL};
  static const char *const programs[] = {"iTerm.app", "WezTerm", "vscode", "ghostty", NULL};
  const char *term = getenv("TERM"), *program = getenv("TERM_PROGRAM");
  if (!term || !ng_terminal_takes_osc())
    return false;
  if (getenv("TMUX") ||
      g_str_has_prefix(term, "tmux")) /* what else the environment says is of the terminal around it */
    return g_strcmp0(program, "tmux") == 0 && at_least("TERM_PROGRAM_VERSION", 3.4);
  if (g_str_has_prefix(term, "screen"))
    return false;
  return begins_with_any(term, terms) || begins_with_any(program, programs) || at_least("VTE_VERSION", 5000) ||
         at_least("KONSOLE_VERSION", 201200) || getenv("KITTY_WINDOW_ID") || getenv("WT_SESSION");
}

char *ng_links_target(const char *target)
{
  static const char *const schemes[] = {"http://", "https://", "mailto:", NULL};
  g_autofree char *start = g_ascii_strdown(target, (gssize)MIN(strlen(target), 8));
  if (!begins_with_any(start, schemes))
    return NULL;
  GString *out = g_string_new(NULL);
  for (const char *c = target; *c; c++) {
    if (*c > ' ' && *c < 0x7F)
      g_string_append_c(out, *c);
    else
      g_string_append_printf(out, "%%%02X", (unsigned)(guchar)*c);
  }
  bool fits = out->len <= TARGET_MAX;
  return g_string_free(out, !fits);
}

/* ---- cells, written again ---- */

static void add_capability(GString *out, const char *capability)
{
  if (capability && capability != (char *)-1)
    g_string_append(out, capability);
}

static void add_look(GString *out, attr_t attributes, int pair)
{
  int foreground = -1, background = -1;
  if (pair > 0)
    extended_pair_content(pair, &foreground, &background);
  add_capability(out, exit_attribute_mode);
  if (foreground >= 0)
    add_capability(out, tparm(set_a_foreground, (long)foreground));
  if (background >= 0)
    add_capability(out, tparm(set_a_background, (long)background));
  if (attributes & A_BOLD)
    add_capability(out, enter_bold_mode);
  if (attributes & A_DIM)
    add_capability(out, enter_dim_mode);
  if (attributes & A_UNDERLINE)
    add_capability(out, enter_underline_mode);
  if (attributes & A_ITALIC)
    add_capability(out, enter_italics_mode);
  if (attributes & A_REVERSE)
    add_capability(out, enter_reverse_mode);
}

/* Writes the cell as it stands; returns its columns. */
static int add_cell(GString *out, WINDOW *window, int row, int col)
{
  cchar_t cell;
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t attributes;
  short small;
  int pair = 0;
  if (mvwin_wch(window, row, col, &cell) != OK || getcchar(&cell, text, &attributes, &small, &pair) != OK)
    return 1;
  add_look(out, attributes, pair);
  for (const wchar_t *c = text; *c; c++)
    g_string_append_unichar(out, (gunichar)*c);
  return MAX(ng_text_char_cols((gunichar)text[0]), 1);
}

static void add_piece(GString *out, NgCanvas *canvas, const NgSeen *piece, const char *target)
{
  g_string_append_printf(out, "\033[%d;%dH", piece->row + 1, piece->col + 1);
  if (target)
    g_string_append_printf(out, "\033]8;id=%u;%s\033\\", piece->link, target);
  int end = MIN(piece->col + piece->cols, canvas->cols);
  for (int col = piece->col; col < end;)
    col += add_cell(out, canvas->window, piece->row, col);
  if (target)
    g_string_append(out, "\033]8;;\033\\");
}

static void add_links(GString *out, const NgArticle *article, const GArray *seen, NgCanvas *canvas, GArray *told)
{
  uint32_t n;
  const NgLink *links = ng_article_links(article, &n);
  for (guint i = 0; i < seen->len; i++) {
    const NgSeen *piece = &g_array_index(seen, NgSeen, i);
    g_autofree char *target = piece->link < n ? ng_links_target(links[piece->link].target) : NULL;
    if (!target)
      continue;
    add_piece(out, canvas, piece, target);
    g_array_append_val(told, *piece);
  }
}

void ng_links_tell(const NgArticle *article, const GArray *seen, NgCanvas *canvas, GArray *told)
{
  if (!canvas->utf8 || !ng_links_known())
    return;
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < told->len; i++)
    add_piece(out, canvas, &g_array_index(told, NgSeen, i), NULL);
  g_array_set_size(told, 0);
  if (article)
    add_links(out, article, seen, canvas, told);
  if (out->len == 0)
    return;
  g_string_prepend(out, "\0337");
  g_string_append(out, "\0338");
  ng_output_send(out->str, out->len);
}
