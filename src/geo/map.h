/* A map in cells: coasts, borders and arcs of a view, without a terminal.
 *
 * Three drawings of the same dots: braille, blocks, ASCII. Whoever draws maps the ink of a cell to a role. Under NG_LARGE_MAP_ROWS the land
 * is filled; larger, the coast is the rim of the land, and inland stands one dot a cell in a diagonal pattern; zoomed in there are coasts
 * and borders only, from 50m data where a dot is a degree or less. A map owns all it holds. */
#ifndef NG_GEO_MAP_H
#define NG_GEO_MAP_H

#include "geo/outline.h"
#include "geo/view.h"

typedef enum { NG_MAP_BRAILLE, NG_MAP_BLOCKS, NG_MAP_ASCII } NgMapDrawing;

typedef enum {
  NG_MAP_SEA,
  NG_MAP_COAST,
  NG_MAP_LAND, /* inland, and borders */
  NG_MAP_ARC   /* a way from place to place */
} NgMapInk;

typedef struct {
  uint8_t dots; /* as in braille: bit 0 to 7 for dot 1 to 8 */
  uint8_t ink;  /* NgMapInk */
} NgMapCell;

typedef struct {
  NgView view;
  NgMapDrawing drawing;
  NgMapCell *cells; /* view.rows * view.cols, row by row */
} NgMap;

/* A way from place to place, straight on the globe. */
typedef struct {
  NgDegrees from, to;
} NgArc;

/* Draws a map. `outline` may be NULL: then there are the arcs alone. Arcs with an end that is no place are left out. Linear in the dots, the points of
 * the outline and the arcs. The caller frees it. */
NgMap *ng_map_new(const NgOutline *outline, const NgView *view, NgMapDrawing drawing, const NgArc *arcs,
                  unsigned n_arcs);
void ng_map_free(NgMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgMap, ng_map_free)

const NgMapCell *ng_map_cell(const NgMap *map, int row, int col);

/* The cell's glyph, one column wide, as UTF-8 with a NUL in `glyph`; a space where there is nothing. Returns its bytes. */
int ng_map_glyph(const NgMap *map, int row, int col, char glyph[4]);

/* A row as text, without the spaces at its end. The caller frees it. */
char *ng_map_row(const NgMap *map, int row);

#endif
