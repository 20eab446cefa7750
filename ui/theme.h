/* The theme: roles to attributes and colours, for as many colours as the terminal has. No meaning is told by colour alone. */
#ifndef NG_THEME_H
#define NG_THEME_H

#include "ui/role.h"

#include <curses.h>

typedef struct _NgTheme NgTheme;

/* How a role is drawn: video attributes and a curses colour pair. */
typedef struct {
  attr_t attributes;
  int pair;
} NgLook;

/* Sets up the curses screen's colours for the theme called `name` (one of ng_theme_names; NULL: the first). No colours are used where the
 * terminal has none or NO_COLOR is set. With `background` the theme's own background is painted. Call after newterm; again to change.
 * The caller frees it. */
NgTheme *ng_theme_new(const char *name, bool background);
void ng_theme_free(NgTheme *theme);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgTheme, ng_theme_free)

NgLook ng_theme_look(const NgTheme *theme, NgRole role);

/* NULL-terminated. Static. */
const char *const *ng_theme_names(void);

#endif
