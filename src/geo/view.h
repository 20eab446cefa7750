/* A view: which part of the world stands in how many cells, and in which projection.
 *
 * A cell is 2 dots wide and 4 high, so that dots are about as wide as high. A view is a plain value; changing one is making another.
 * The world is cut at 169 W, where there is nothing but sea; a view that is zoomed in is cut opposite its centre. */
#ifndef NG_VIEW_H
#define NG_VIEW_H

#include "geo/projection.h"

#define NG_MAP_MIN_COLS   16
#define NG_MAP_MAX_COLS   400
#define NG_MAP_MAX_ROWS   400
#define NG_CELL_DOTS_X    2
#define NG_CELL_DOTS_Y    4

#define NG_WORLD_WEST     (-169.0)
#define NG_WORLD_NORTH    78.0
#define NG_WORLD_SOUTH    (-56.0)

#define NG_LARGE_MAP_ROWS 12 /* from here on a map is large: Mercator, coasts, the selected place named */

typedef struct {
  NgProjection projection;
  int cols, rows;
  bool world;              /* all of it; else zoomed in */
  double lat_deg, lon_deg; /* the centre */
  double dots_x, dots_y;   /* dots for a degree of the plane */
  double left_deg,
      top_y; /* of the plane: what stands at the left and the upper edge; left_deg counts from the central meridian */
  double meridian_deg; /* the central meridian */
} NgView;

/* The whole world. The sizes are brought into what a map may have. Small: equirectangular, from edge to edge; large: in `projection`,
 * as large as fits, in the middle. */
NgView ng_view_world(int cols, int rows, NgProjection projection);

/* How many rows a large map of the world fills at this width. */
int ng_view_world_rows(int cols);

/* Zoomed in, with that place in the middle and so many degrees of the plane a dot; the whole world where that would show as much. */
NgView ng_view_at(int cols, int rows, NgDegrees centre, double deg_per_dot);

/* As close as all these places are seen, with some room around them; invalid ones do not count. The world where there are none or they
 * lie too far apart. */
NgView ng_view_fit(int cols, int rows, const NgDegrees *places, unsigned n, NgProjection world);

/* The same place and scale in another size. */
NgView ng_view_resized(const NgView *view, int cols, int rows);

/* Whether both show the same in the same place. */
bool ng_view_same(const NgView *a, const NgView *b);

/* Closer by `factor` (less than 1: farther off), with `centre` in the middle. Closer than NG_VIEW_LEAST_DEG a dot it does not go. */
NgView ng_view_zoomed(const NgView *view, double factor, NgDegrees centre);
#define NG_VIEW_LEAST_DEG 0.01

/* Moved by so many cells to the east and south. The whole world does not move. */
NgView ng_view_moved(const NgView *view, int cols, int rows);

/* Where a place stands, in dots from the top left; it may lie outside. False where there is no such place. */
bool ng_view_dot(const NgView *view, NgDegrees at, double *x, double *y);

/* The cell that a place lies in; false where it is not in the view. On a map of the world what lies nearer to a pole than the map reaches is on its
 * edge. */
bool ng_view_cell(const NgView *view, NgDegrees at, int *row, int *col);

/* What lies in the middle of a cell, which need not be in the view. False where that is off the globe. */
bool ng_view_place(const NgView *view, int row, int col, NgDegrees *at);

/* A length to show the scale by, in kilometres, and how many cells it takes in the middle of the view: at most `most_cols`. 0: none. */
int ng_view_scale(const NgView *view, int most_cols, int *km);

/* What part of the world is seen, in a word: "world", "Europe"; NULL where there is none for it. Static. */
const char *ng_view_region(const NgView *view);

#endif
