/* A stage for views: a screen of curses that writes to /dev/null, and a canvas on it.
 *
 * The terminal is an xterm of 256 colours with UTF-8, whatever the test was started from. One stage at a time: curses has one screen. Tests of
 * a process of its own each (as Criterion's are) need not care. */
#ifndef NG_TESTS_UI_H
#define NG_TESTS_UI_H

#include "ui/overlay.h"

#include <stdio.h>

typedef struct {
  FILE *sink; /* what curses believes to be the terminal */
  SCREEN *screen;
  NgTheme *theme;
  NgCanvas *canvas;
} NgStage;

/* A stage of cols x rows cells, in the first theme. The caller frees it. */
NgStage *ng_stage_new(int cols, int rows, bool ascii);
void ng_stage_free(NgStage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgStage, ng_stage_free)

/* The same stage in another size: its canvas is another one. */
void ng_stage_resize(NgStage *stage, int cols, int rows);

/* Whether what was drawn is the golden screen NAME-COLSxROWS: see tests/screen.h. */
bool ng_stage_is_golden(const NgStage *stage, const char *name);

/* The row's text; all rows, a line each. The caller frees it. */
char *ng_stage_row(const NgStage *stage, int row);
char *ng_stage_text(const NgStage *stage);

/* An article of the project's own by its file's name; one given as the TEI of its text (what stands in `body`), with records of a person
 * (`qin`, Qin Gang) and a place (`bali`, Bali); one given as all of its source. The caller frees it. */
NgArticle *ng_stage_article(const char *name);
NgArticle *ng_stage_article_of(const char *body);
NgArticle *ng_stage_article_in(const char *source);

/* The path of content/articles/NAME. The caller frees it. */
char *ng_stage_article_path(const char *name);

/* The one that all the design's screens show. */
#define NG_STAGE_ARTICLE "2023-05-08-talk-again.xml"

/* Draws the whole reader, its status line included, with the default keys. */
void ng_stage_draw_reader(NgStage *stage, NgReader *reader);

/* Draws an overlay over what is there (its status line as the program does); the status line alone. */
void ng_stage_draw_overlay(NgStage *stage, NgOverlay *overlay, NgReader *reader);
void ng_stage_draw_status(NgStage *stage, NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap);

#endif
