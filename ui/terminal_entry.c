#include "ui/terminal_entry.h"

#include <curses.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

/* Loads an entry and tells whether it is there and can place the cursor, and how many colours it has. */
static bool can_draw(const char *name, int *n_colors)
{
  int found;
  if (setupterm(name, STDOUT_FILENO, &found) != OK)
    return false;
  bool can = cursor_address && clear_screen;
  *n_colors = max_colors;
  del_curterm(cur_term);
  return can;
}

static bool has_24_bits(void)
{
  const char *said = getenv("COLORTERM");
  return said && (strcmp(said, "truecolor") == 0 || strcmp(said, "24bit") == 0);
}

char *ng_terminal_entry(void)
{
  const char *term = getenv("TERM");
  int n_colors;
  if (!term || !can_draw(term, &n_colors))
    return NULL;
  if (!has_24_bits() || n_colors > 256)
    return g_strdup(term);
  g_autofree char *direct = g_strdup_printf("%.*s-direct", (int)strcspn(term, "-"), term);
  return can_draw(direct, &n_colors) && n_colors > 256 ? g_steal_pointer(&direct) : g_strdup(term);
}

bool ng_terminal_knows_osc(const char *name)
{
  static const char *const kinds[] = {"xterm",   "tmux",    "screen", "rxvt",  "alacritty", "foot",
                                      "kitty",   "st-",     "vte",    "gnome", "konsole",   "wezterm",
                                      "contour", "ghostty", "mintty", "putty", "iterm"};
  if (tigetflag("XT") == 1)
    return true;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (g_str_has_prefix(name, kinds[i]))
      return true;
  return false;
}
