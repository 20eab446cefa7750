/* The door of the interface: articles on a terminal, until the person leaves.
 *
 * This folder draws into ncurses windows and is the only one that includes curses. It loads nothing itself: the caller gives it a
 * function for that. Whatever happens, the terminal is left as it was found: at the end, on an error, on SIGINT, SIGTERM, SIGHUP, and after an
 * assertion or a crash. */
#ifndef NG_UI_H
#define NG_UI_H

#include "model/model.h"
#include "ui/keys.h"

typedef struct {
  const char *theme;      /* one of ng_ui_themes, or NULL: dark */
  const char *select;     /* the entity to select at its first mention, as ng_find_entity takes it; or NULL */
  const NgKeymap *keymap; /* borrowed; NULL: the default keys */
  const char *state_dir;  /* where reading positions are kept; NULL: they are not */
  const char *
      content_dir; /* where the coasts of the map (geo/outline.bin) and the gazetteer (geo/gazetteer.bin) lie; NULL: the map has pins alone, where the mark-up
                              has them */
  int weak_below;  /* per cent: names and relations of which the annotator is less sure are drawn weaker; 0: 50 */
  const char *corrections; /* the file that keeps the user's word on names (model/correction.h); NULL: it is not kept */
  bool ascii;              /* no box characters; also without being asked where the locale is not UTF-8 */
  bool mouse;              /* wheel and click; else the terminal's own selection works */
  bool background;         /* paint the theme's background */
  NgArticle *(*load)(const char *path, void *loading,
                     GError **error); /* as ng_load; called for each path, the first time it is needed */
  void *loading;                      /* for it */
} NgUiOptions;

/* Opens the articles at `paths` (n >= 1): one at once in the reader, several in the list. Returns the exit status: 0, or 2 when an input
 * could not be opened (others still are), each told on standard error once the terminal is restored. "-" is standard input: keys then come from
 * the terminal itself. */
int ng_ui_run(const NgUiOptions *options, char *const *paths, gsize n);

/* The names of the themes, NULL-terminated. Static. */
const char *const *ng_ui_themes(void);

#endif
