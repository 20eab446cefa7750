/* What the files of the picture of places share. Everything in px; four to a degree. Private to this folder. */
#ifndef NG_MAP_SVG_H
#define NG_MAP_SVG_H

#include "export/map.h"

#define NG_SVG_PX_PER_DEG 4
#define NG_SVG_MAP_WIDTH  (360 * NG_SVG_PX_PER_DEG)
#define NG_SVG_MAP_HEIGHT (180 * NG_SVG_PX_PER_DEG)
#define NG_SVG_MARGIN     24 /* left and right of the map */
#define NG_SVG_TOP        56 /* above it */

/* Where degrees lie in the picture. */
static inline double ng_svg_x(double lon_deg)
{
  return NG_SVG_MARGIN + (lon_deg + 180) * NG_SVG_PX_PER_DEG;
}

static inline double ng_svg_y(double lat_deg)
{
  return NG_SVG_TOP + (90 - lat_deg) * NG_SVG_PX_PER_DEG;
}

/* As much of the text as fits the columns, with an ellipsis where it is cut. */
void ng_svg_put_cut(FILE *out, const char *text, int cols);

/* The pins of all places that lie somewhere: a dot each, or one for those that share it, with its number and, where there is room, its name. */
void ng_svg_put_pins(const NgMapPlace *const *all, guint n, FILE *out);

#endif
