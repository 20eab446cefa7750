/* Which part of the world a picture of places shows. */
#include "export/map_svg.h"
#include "geo/projection.h"

#include <math.h>
#include <stdlib.h>

#define ASPECT         ((double)NG_SVG_MAP_WIDTH / NG_SVG_MAP_HEIGHT)
#define ROOM_AROUND    1.4   /* a view shows so many times what it must */
#define LEAST_HIGH_DEG 8.0   /* closer it does not go */
#define WORLD_FROM_DEG 110.0 /* a view as high as this is the world */

static int by_size(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* The shortest stretch of longitudes that holds all: it begins after the widest gap. Sorts `lons`, of which there is one at least. */
static double stretch_of(double *lons, guint n, double *west_deg)
{
  qsort(lons, n, sizeof *lons, by_size);
  double widest = lons[0] + 360 - lons[n - 1];
  *west_deg = lons[0];
  for (guint i = 1; i < n; i++)
    if (lons[i] - lons[i - 1] > widest) {
      widest = lons[i] - lons[i - 1];
      *west_deg = lons[i];
    }
  return 360 - widest;
}

NgSvgView ng_svg_view(const NgMapPlace *const *all, guint n)
{
  static const NgSvgView world = {-180, 90, 360, 180};
  g_autofree double *lons = g_new(double, (gsize)n + 1);
  double north = -90, south = 90, west;
  guint kept = 0;
  for (guint i = 0; i < n; i++) {
    if (all[i]->source == NG_POSITION_UNKNOWN)
      continue;
    north = fmax(north, all[i]->lat_deg);
    south = fmin(south, all[i]->lat_deg);
    lons[kept++] = all[i]->lon_deg;
  }
  if (kept == 0)
    return world;
  double wide = stretch_of(lons, kept, &west), middle = (north + south) / 2;
  double shrink = fmax(cos(middle * G_PI / 180), 0.1); /* a degree of longitude there, beside one of latitude */
  double high = fmax(fmax(north - south, wide * shrink / ASPECT) * ROOM_AROUND, LEAST_HIGH_DEG);
  if (high >= WORLD_FROM_DEG || high * ASPECT / shrink >= 360)
    return world;
  NgSvgView view = {.high_deg = high, .wide_deg = high * ASPECT / shrink};
  view.north_deg = CLAMP(middle + high / 2, high - 90, 90);
  view.west_deg = ng_lon_from(west + wide / 2 - view.wide_deg / 2, -180);
  return view;
}
