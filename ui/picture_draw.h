/* Pictures of the graph on a canvas: lines and runs of text, each ink in its role. */
#ifndef NG_PICTURE_DRAW_H
#define NG_PICTURE_DRAW_H

#include "graph/graph.h"
#include "ui/canvas.h"

/* Draws what lies in the rectangle, whose first cell shows the picture's cell (`top`, `left`). */
void ng_picture_put(const NgPicture *picture, NgCanvas *canvas, NgRect rect, int top, int left);

#endif
