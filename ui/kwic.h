/* A mention in its sentence, aligned on the name: a row of a concordance (key word in context). */
#ifndef NG_KWIC_H
#define NG_KWIC_H

#include "ui/view_article.h"

/* In how many of `cols` columns from the left the name stands. */
int ng_kwic_name_col(int cols);

/* Draws the mention's sentence in `cols` columns from (row, col); what is cut is told by `…`. The mention looks like the selected one if `chosen`. */
void ng_kwic_draw(NgReader *reader, NgCanvas *canvas, int row, int col, int cols, uint32_t mention, bool chosen);

/* The pane "Mentions of NAME", as in view_side.h. */
void ng_mentions_pane_needs(NgReader *reader, int cols, int *needs, int *more);
void ng_mentions_pane_draw(NgReader *reader, NgCanvas *canvas, NgRect rect);

#endif
