/* The relations pane: the ego network of the selected entity. */
#ifndef NG_VIEW_RELATIONS_H
#define NG_VIEW_RELATIONS_H

#include "ui/reader.h"

/* How many rows the fan of the selected entity fills at this width. */
int ng_relations_rows(NgReader *reader, int cols);

/* Draws the pane; `rect` includes its head. Zoomed, it is the view of several hops with the evidence of the selected edge below. */
void ng_relations_draw(NgReader *reader, NgCanvas *canvas, NgRect rect);

#endif
