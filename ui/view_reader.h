/* The reader's screen: article, rule, side panes, status line. */
#ifndef NG_VIEW_READER_H
#define NG_VIEW_READER_H

#include "ui/keys.h"
#include "ui/status.h"
#include "ui/view_article.h"

/* Lays out the panes for the canvas and draws them. `seen` as for ng_article_draw. */
void ng_reader_draw(NgReader *reader, NgCanvas *canvas, GArray *seen);

/* Draws the status line: the selected name, which mention of it, its role, problems, and keys as `keymap` has them. */
void ng_reader_draw_status(NgReader *reader, const NgKeymap *keymap, NgCanvas *canvas);

/* Fills in the status line's name and place as that line has them, for what lies over the reader; the texts are put into `hold`. */
void ng_reader_where(NgReader *reader, NgStatus *status, GPtrArray *hold);

/* Carries out a command that belongs to reading, `count` times where that makes sense (0: no count was typed). False if the command is none of these,
 * or nothing was there to do; in the latter case a message says so. */
bool ng_reader_command(NgReader *reader, NgCommandId command, int count);

#endif
