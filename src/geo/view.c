#include "geo/view.h"

#include <glib.h>
#include <math.h>

#define WORLD_DEG        360.0
#define ROOM_AROUND      1.25 /* a fitted view shows so many times what it must */
#define LEAST_FITTED_DEG 0.05 /* a dot: closer than this a view is not fitted, even to a single place */
#define KM_PER_DEG       111.195
#define EDGE_DEG         0.01 /* the edge of the world belongs to it */
#define SINGLE_PLACE_DEG 0.25 /* a dot, around one place alone */

static double span_x(const NgView *view)
{
  return view->cols * NG_CELL_DOTS_X / view->dots_x;
}

static double span_y(const NgView *view)
{
  return view->rows * NG_CELL_DOTS_Y / view->dots_y;
}

static int fit_cols(int cols)
{
  return CLAMP(cols, 1, NG_MAP_MAX_COLS);
}

static int fit_rows(int rows)
{
  return CLAMP(rows, 1, NG_MAP_MAX_ROWS);
}

static double world_height(NgProjection projection)
{
  return ng_project_y(projection, NG_WORLD_NORTH) - ng_project_y(projection, NG_WORLD_SOUTH);
}

int ng_view_world_rows(int cols)
{
  double dots = fit_cols(cols) * NG_CELL_DOTS_X / WORLD_DEG * world_height(NG_MERCATOR);
  return (int)ceil(dots / NG_CELL_DOTS_Y);
}

NgView ng_view_world(int cols, int rows, NgProjection projection)
{
  bool small = rows < NG_LARGE_MAP_ROWS;
  NgView view = {.projection = small ? NG_EQUIRECTANGULAR : projection,
                 .cols = fit_cols(cols),
                 .rows = fit_rows(rows),
                 .world = true,
                 .meridian_deg = NG_WORLD_WEST + WORLD_DEG / 2,
                 .lat_deg = 20};
  view.lon_deg = view.meridian_deg;
  view.dots_x = view.cols * NG_CELL_DOTS_X / WORLD_DEG;
  view.dots_y = view.rows * NG_CELL_DOTS_Y / world_height(view.projection);
  if (!small)
    view.dots_x = view.dots_y = fmin(view.dots_x, view.dots_y);
  double spare = view.cols * NG_CELL_DOTS_X - WORLD_DEG * view.dots_x;
  view.left_deg = -WORLD_DEG / 2 - floor(spare / 2 / NG_CELL_DOTS_X) * NG_CELL_DOTS_X / view.dots_x;
  double spare_rows = view.rows - ceil(world_height(view.projection) * view.dots_y / NG_CELL_DOTS_Y - 1e-9);
  view.top_y =
      ng_project_y(view.projection, NG_WORLD_NORTH) + floor(fmax(spare_rows, 0) / 2) * NG_CELL_DOTS_Y / view.dots_y;
  return view;
}

NgView ng_view_at(int cols, int rows, NgDegrees centre, double deg_per_dot)
{
  if (!ng_degrees_valid(centre) || !(deg_per_dot > 0))
    return ng_view_world(cols, rows, NG_MERCATOR);
  NgView view = {.projection = NG_MERCATOR, .cols = fit_cols(cols), .rows = fit_rows(rows)};
  view.dots_x = view.dots_y = 1 / fmax(deg_per_dot, NG_VIEW_LEAST_DEG);
  double most = ng_project_y(NG_MERCATOR, NG_MERCATOR_MAX_LAT), half = span_y(&view) / 2;
  if (span_x(&view) >= WORLD_DEG || half >= most)
    return ng_view_world(cols, rows, NG_MERCATOR);
  double y = CLAMP(ng_project_y(NG_MERCATOR, centre.lat_deg), half - most, most - half);
  view.lat_deg = ng_unproject_y(NG_MERCATOR, y);
  view.lon_deg = view.meridian_deg = centre.lon_deg;
  view.left_deg = -span_x(&view) / 2;
  view.top_y = y + half;
  return view;
}

/* ---- fitting ---- */

static int by_size(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* The shortest stretch of longitudes that holds all: it begins after the widest gap. Sorts `lons`. */
static double stretch_of(double *lons, guint n, double *west)
{
  qsort(lons, n, sizeof *lons, by_size);
  double widest = lons[0] + WORLD_DEG - lons[n - 1];
  *west = lons[0];
  for (guint i = 1; i < n; i++)
    if (lons[i] - lons[i - 1] > widest) {
      widest = lons[i] - lons[i - 1];
      *west = lons[i];
    }
  return WORLD_DEG - widest;
}

NgView ng_view_fit(int cols, int rows, const NgDegrees *places, unsigned n, NgProjection world)
{
  g_autofree double *lons = g_new(double, MAX(n, 1));
  double north = -HUGE_VAL, south = HUGE_VAL, west;
  guint kept = 0;
  for (guint i = 0; i < n; i++) {
    if (!ng_degrees_valid(places[i]))
      continue;
    double y = ng_project_y(NG_MERCATOR, places[i].lat_deg);
    north = fmax(north, y);
    south = fmin(south, y);
    lons[kept++] = places[i].lon_deg;
  }
  if (kept == 0)
    return ng_view_world(cols, rows, world);
  double wide = stretch_of(lons, kept, &west), dots_x = fit_cols(cols) * NG_CELL_DOTS_X,
         dots_y = fit_rows(rows) * NG_CELL_DOTS_Y;
  double deg = fmax(wide / dots_x, (north - south) / dots_y) * ROOM_AROUND;
  deg = fmax(deg, kept == 1 ? SINGLE_PLACE_DEG : LEAST_FITTED_DEG);
  if (deg >= WORLD_DEG / dots_x * 0.75) /* hardly closer than the world */
    return ng_view_world(cols, rows, world);
  NgDegrees centre = {ng_unproject_y(NG_MERCATOR, (north + south) / 2), ng_lon_from(west + wide / 2, -180)};
  return ng_view_at(cols, rows, centre, deg);
}

/* ---- changing ---- */

NgView ng_view_resized(const NgView *view, int cols, int rows)
{
  if (view->world)
    return ng_view_world(cols, rows, view->projection == NG_EQUIRECTANGULAR ? NG_MERCATOR : view->projection);
  return ng_view_at(cols, rows, (NgDegrees){view->lat_deg, view->lon_deg}, 1 / view->dots_x);
}

bool ng_view_same(const NgView *a, const NgView *b)
{
  return a->projection == b->projection && a->cols == b->cols && a->rows == b->rows && a->world == b->world &&
         a->lat_deg == b->lat_deg && a->lon_deg == b->lon_deg && a->dots_x == b->dots_x && a->dots_y == b->dots_y;
}

NgView ng_view_zoomed(const NgView *view, double factor, NgDegrees centre)
{
  if (!(factor > 0))
    return *view;
  NgView zoomed = ng_view_at(view->cols, view->rows, centre, 1 / (view->dots_x * factor));
  if (zoomed.world && view->world)
    return *view;
  return zoomed;
}

NgView ng_view_moved(const NgView *view, int cols, int rows)
{
  if (view->world)
    return *view;
  double lon = view->lon_deg + cols * NG_CELL_DOTS_X / view->dots_x;
  double y = ng_project_y(view->projection, view->lat_deg) - rows * NG_CELL_DOTS_Y / view->dots_y;
  NgDegrees centre = {ng_unproject_y(view->projection, y), ng_lon_from(lon, -180)};
  return ng_view_at(view->cols, view->rows, centre, 1 / view->dots_x);
}

/* ---- places and cells ---- */

bool ng_view_dot(const NgView *view, NgDegrees at, double *x, double *y)
{
  if (!ng_degrees_valid(at))
    return false;
  double lon = ng_lon_from(at.lon_deg, view->meridian_deg - WORLD_DEG / 2) - view->meridian_deg;
  *x = (lon * ng_project_stretch(view->projection, at.lat_deg) - view->left_deg) * view->dots_x;
  *y = (view->top_y - ng_project_y(view->projection, at.lat_deg)) * view->dots_y;
  return true;
}

bool ng_view_cell(const NgView *view, NgDegrees at, int *row, int *col)
{
  double x, y;
  NgDegrees seen = at;
  if (view->world)
    seen.lat_deg = CLAMP(at.lat_deg, NG_WORLD_SOUTH + EDGE_DEG, NG_WORLD_NORTH - EDGE_DEG);
  if (!ng_degrees_valid(at) || !ng_view_dot(view, seen, &x, &y))
    return false;
  *col = (int)floor(x / NG_CELL_DOTS_X);
  *row = (int)floor(y / NG_CELL_DOTS_Y);
  return *col >= 0 && *row >= 0 && *col < view->cols && *row < view->rows;
}

bool ng_view_place(const NgView *view, int row, int col, NgDegrees *at)
{
  double y = view->top_y - (row + 0.5) * NG_CELL_DOTS_Y / view->dots_y;
  at->lat_deg = ng_unproject_y(view->projection, y);
  double lon = (col + 0.5) * NG_CELL_DOTS_X / view->dots_x + view->left_deg;
  lon /= ng_project_stretch(view->projection, at->lat_deg);
  at->lon_deg = ng_lon_from(lon + view->meridian_deg, -180);
  return fabs(lon) <= WORLD_DEG / 2 && fabs(ng_project_y(view->projection, at->lat_deg) - y) < 1e-6;
}

int ng_view_scale(const NgView *view, int most_cols, int *km)
{
  static const int lengths[] = {5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1};
  double km_per_col = NG_CELL_DOTS_X / view->dots_x * KM_PER_DEG * cos(view->lat_deg * G_PI / 180);
  for (gsize i = 0; i < G_N_ELEMENTS(lengths); i++) {
    int cols = (int)lround(lengths[i] / km_per_col);
    if (cols > most_cols)
      continue;
    *km = lengths[i];
    return cols >= 2 ? cols : 0;
  }
  return 0;
}

/* ---- regions ---- */

typedef struct {
  const char *name;
  double west, south, east, north;
} Region;

/* What a view is called: the first region that holds its centre and is not much smaller than what is seen. */
static const Region regions[] = {
    {"Central America", -93, 7, -77, 19}, {"Caribbean", -86, 10, -59, 27},       {"Middle East", 32, 12, 63, 42},
    {"East Asia", 97, 20, 146, 54},       {"South-East Asia", 92, -11, 141, 24}, {"South Asia", 60, 5, 97, 37},
    {"Central Asia", 46, 35, 88, 56},     {"Europe", -25, 34, 45, 72},           {"Africa", -19, -36, 52, 37},
    {"North America", -169, 7, -50, 84},  {"South America", -82, -56, -34, 13},  {"Oceania", 110, -50, 180, 0},
    {"Asia", 26, -11, 180, 82},           {"Arctic", -180, 66, 180, 90},         {"Antarctica", -180, -90, 180, -60},
};

const char *ng_view_region(const NgView *view)
{
  if (view->world)
    return "world";
  double wide = span_x(view);
  for (gsize i = 0; i < G_N_ELEMENTS(regions); i++) {
    const Region *r = &regions[i];
    double lon = ng_lon_from(view->lon_deg, -180), lat = view->lat_deg;
    if (lon >= r->west && lon <= r->east && lat >= r->south && lat <= r->north && wide <= (r->east - r->west) * 1.6)
      return r->name;
  }
  return NULL;
}
