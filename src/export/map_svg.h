/* What the files of the picture of places share. Everything in px. Private to this folder. */
#ifndef NG_MAP_SVG_H
#define NG_MAP_SVG_H

#include "export/map.h"

#define NG_SVG_MAP_WIDTH  1440
#define NG_SVG_MAP_HEIGHT 720
#define NG_SVG_MARGIN     24 /* left and right of the map */
#define NG_SVG_TOP        56 /* above it */

/* Which part of the world the picture shows: all of it, or what holds all places. Degrees are even in it, those of longitude as long as in its middle. */
typedef struct {
  double west_deg, north_deg; /* its corner; from -180 on, and it may reach beyond 180 */
  double wide_deg, high_deg;
} NgSvgView;

/* The closest view of all places that lie somewhere (map_svg_view.c). */
NgSvgView ng_svg_view(const NgMapPlace *const *all, guint n);

/* Where degrees lie in the picture. */
static inline double ng_svg_x(const NgSvgView *view, double lon_deg)
{
  double east = lon_deg - view->west_deg;
  return NG_SVG_MARGIN + (east < 0 ? east + 360 : east) / view->wide_deg * NG_SVG_MAP_WIDTH;
}

static inline double ng_svg_y(const NgSvgView *view, double lat_deg)
{
  return NG_SVG_TOP + (view->north_deg - lat_deg) / view->high_deg * NG_SVG_MAP_HEIGHT;
}

/* The sea, a net of degrees, and, of an outline that is not NULL, land and borders, no finer than half a px (map_svg_ground.c). */
void ng_svg_put_ground(const NgSvgView *view, const NgOutline *outline, FILE *out);

/* As much of the text as fits the columns, with an ellipsis where it is cut. */
void ng_svg_put_cut(FILE *out, const char *text, int cols);

/* The pins of all places that lie somewhere: a dot each, or one for those that share it, with its number and, where there is room, its name. */
void ng_svg_put_pins(const NgSvgView *view, const NgMapPlace *const *all, guint n, FILE *out);

#endif
