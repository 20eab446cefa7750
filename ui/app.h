/* The program on the terminal: what is open, what lies over it, what is being typed. Private to this folder. */
#ifndef NG_APP_H
#define NG_APP_H

#include "ui/overlay.h"
#include "ui/prompt.h"
#include "ui/shelf.h"
#include "ui/ui.h"

typedef struct NgApp {
  const NgUiOptions *options;
  const NgKeymap *keymap;
  NgTheme *theme;
  const char *theme_name;
  NgCanvas *canvas;
  NgShelf *shelf;       /* every article that was given */
  NgReader *reader;     /* borrowed from the shelf; NULL: the list is on the screen */
  guint reader_index;   /* of the article that is open */
  char *message;        /* for the list screen; NULL: none */
  GPtrArray *overlays;  /* NgOverlay, the uppermost last */
  NgPrompt *prompt;     /* NULL: nothing is being typed */
  bool typed;           /* into the prompt, what has not taken effect yet */
  uint32_t search_from; /* where the search that is being typed began */
  GArray *seen;         /* NgSeen, of the last drawing */
  GArray *linked;       /* NgSeen: cells that the terminal was told are links */
  GArray *trail;        /* NgTrailStep: from article to article (trail.c) */
  guint trail_here;     /* index into trail: what lies before it is behind us */
  GPtrArray *corrected; /* lines that were written into the corrections since the start */
  int count;            /* the number being typed before a key */
  bool counting;        /* ... and whether one is */
  bool leaving;
  int status; /* exit status */
} NgApp;

/* The uppermost overlay, or NULL. */
NgOverlay *ng_app_overlay(const NgApp *app);

/* Puts an overlay on top; takes it over. NULL does nothing. */
void ng_app_push(NgApp *app, NgOverlay *overlay);
void ng_app_pop(NgApp *app);

/* Goes to the selected mention, as large as the screen is, before anything is shown. */
void ng_app_show_selected(NgApp *app);

/* Draws what lies below overlays and shows nothing: `seen` is then of the screen as the keys so far have made it, not of the last one shown. */
void ng_app_look(NgApp *app);

/* Draws everything and shows it. */
void ng_app_draw(NgApp *app);

/* Carries out a command, from a key or from the prompt; `argument` is what followed its name there, or NULL. */
void ng_app_command(NgApp *app, NgCommandId command, int count, const char *argument);

/* A key, wherever it belongs. */
void ng_app_key(NgApp *app, NgKey key);

/* Loads one article again that is outdated, where nothing is typed and nothing lies over it that tells of the old one. False if there is none. */
bool ng_app_refresh_next(NgApp *app);

/* A mouse event that curses has kept: the wheel, a click. */
void ng_app_mouse(NgApp *app);

/* Says something in the status line. */
void ng_app_say(NgApp *app, bool error, const char *text);

/* Opens article `index` of the shelf in the reader; an error is said. False if it cannot be opened. */
bool ng_app_open(NgApp *app, guint index);

/* One went from an article of the shelf to another: `here` is how much of its own history the second one had then. */
typedef struct {
  guint from, to, here;
} NgTrailStep;

/* Opens the article that an overlay or the graph wants opened, if any; the way there is remembered. */
void ng_app_open_wanted(NgApp *app);

/* Back to the article from which this one was opened, as it was left; `first`: only if one has not jumped within this one since. Forward again. False if
 * there is none. */
bool ng_app_trail_back(NgApp *app, bool first);
bool ng_app_trail_forward(NgApp *app);

/* Opens a prompt with a text to go on from; a key typed into the open one. */
void ng_app_prompt(NgApp *app, NgPromptKind kind, const char *text);
void ng_app_prompt_key(NgApp *app, NgKey key);

/* What was typed takes effect: it is searched for, filters, is completed. Of characters that come together, as a paste's do, that is once for all of them,
 * before the next drawing or the next key of another sort. */
void ng_app_prompt_settle(NgApp *app);

/* Sets the theme by name; false if there is none called so. */
bool ng_app_set_theme(NgApp *app, const char *name);

#endif
