/* The article's pane, and the rule beside it. */
#ifndef NG_VIEW_ARTICLE_H
#define NG_VIEW_ARTICLE_H

#include "ui/reader.h"

/* Where on the screen something of the article's was drawn, as of the last drawing: for labels, clicks and links. */
typedef struct {
  int row, col, cols;
  uint32_t mention; /* NG_NONE if it is none */
  uint32_t note;    /* the block a note's mark leads to, else NG_NONE */
  uint32_t link;    /* index into the article's links of a piece of a link's text, else NG_NONE */
} NgSeen;

/* Draws the article from its anchor on; `rect` is the pane with its head. `seen`, which may be NULL, gets an NgSeen for the first row of each mention and
 * for each note's mark, and
 * one for each piece of a link. */
void ng_article_draw(NgReader *reader, NgCanvas *canvas, NgRect rect, GArray *seen);

/* Draws the rule: border, scroll bar and minimap of the selected entity's mentions, in `rows` cells from row 0. */
void ng_rule_draw(NgReader *reader, NgCanvas *canvas, int col, int rows);

/* Draws text[range] in at most `cols` columns from (row, col) with its names in their roles, as other views quote it; returns the columns used. What
 * is not shown of the range ends with `…`. The mention `chosen` (NG_NONE: none) looks like the selected one. */
int ng_quote_draw(NgReader *reader, NgCanvas *canvas, int row, int col, int cols, NgRange range, uint32_t chosen);

#endif
