/* The card: a heavy frame that lies over the article, above the selected mention and never over it. What stands in it is its owner's. */
#ifndef NG_CARD_H
#define NG_CARD_H

#include "ui/reader.h"

/* The columns inside a card's frame, before its rows are known: those of the article, or of the whole screen where that is narrow or the
 * article is not shown. */
int ng_card_cols(const NgReader *reader, const NgCanvas *canvas);

/* Where a card with `rows` rows inside lies, its frame included; fewer rows if there is no room for as many. `start` and `end` are what it must not cover:
 * a range of the article's text; start == NG_NONE: nothing. */
NgRect ng_card_place(NgReader *reader, const NgCanvas *canvas, int rows, uint32_t start, uint32_t end);

typedef struct {
  const char *title, *kind; /* above: who, and in a word what */
  int first, rows;          /* the rows inside from `first` on are shown; `rows` is how many there are in all */
} NgCardFrame;

/* Clears the rectangle and draws the frame; returns the rectangle of the content. */
NgRect ng_card_draw(NgCanvas *canvas, NgRect rect, const NgCardFrame *frame);

#endif
