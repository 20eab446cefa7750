/* Drawing into a picture; for the layouts. All of it clips at the picture's edges. */
#ifndef NG_PICTURE_PRIVATE_H
#define NG_PICTURE_PRIVATE_H

#include "graph/picture.h"

typedef struct {
  NgPicture picture; /* first, so that the one is the other */
  NgCell *cells;
  GArray *runs, *spots;
  GString *text;
} NgCanvas;

NgCanvas *ng_canvas_new(int rows, int cols, bool ascii);

/* Sorts what was drawn and hands the canvas over as the finished picture. */
NgPicture *ng_canvas_finish(NgCanvas *canvas, int needed_rows);

/* Lays arms over a cell; the ink that ranks higher stays. */
void ng_canvas_arms(NgCanvas *canvas, int row, int col, NgArms arms, NgInk ink);

/* A line over the cells [from, to] of a row. */
void ng_canvas_across(NgCanvas *canvas, int row, int from, int to, NgArm weight, NgInk ink);

/* A line down or up a column that ends in the middle of its two end cells. */
void ng_canvas_down(NgCanvas *canvas, int col, int from, int to, NgArm weight, NgInk ink);

/* A border around the cells, of two rows and columns at least. */
void ng_canvas_box(NgCanvas *canvas, int row, int col, int rows, int cols, NgBox box, NgInk ink);

/* Text on lines that it interrupts; returns its columns. */
int ng_canvas_text(NgCanvas *canvas, int row, int col, const char *text, gsize bytes, NgInk ink);
int ng_canvas_string(NgCanvas *canvas, int row, int col, const char *text, NgInk ink);

/* An arrow head, or its stand-in in ASCII. */
void ng_canvas_head(NgCanvas *canvas, int row, int col, NgDirection direction, NgInk ink);

void ng_canvas_spot(NgCanvas *canvas, const NgSpot *spot);

#endif
