/* The side panes: people, places, relations, and what stays open beside them where there is room. */
#ifndef NG_VIEW_SIDE_H
#define NG_VIEW_SIDE_H

#include "ui/reader.h"

/* How many rows a pane would fill at this width, and how many besides: see NgLayoutInput. */
void ng_side_needs(NgReader *reader, NgPane pane, int cols, int *needs, int *more);

/* Draws the pane; `rect` includes its head. */
void ng_side_draw(NgReader *reader, NgPane pane, NgCanvas *canvas, NgRect rect);

/* What is said about an entity beside its name: the role, or of a place its country and coordinates. NULL if nothing is known. The caller frees it. */
char *ng_side_what(NgReader *reader, uint32_t entity);

#endif
