/* Projections and views: known places in the cells where they belong, and what must hold of any. */
#include "geo/geo.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <float.h>
#include <math.h>

#define NEAR 1e-6

/* ---- projections ---- */

/* Y in degrees of the equator, as published tables have it: Mercator's meridional parts (in minutes) by 60, Robinson's table by its scale. */
typedef struct {
  NgProjection projection;
  double lat_deg, y;
} Known;

TableTestRows(projection, known_latitudes)
{
  static Known known[] = {
      {NG_EQUIRECTANGULAR, 51.5, 51.5}, {NG_MERCATOR, 0, 0},    {NG_MERCATOR, 30, 31.4729237}, /* 1888.4 minutes */
      {NG_MERCATOR, 60, 75.4561293},                                                           /* 4527.4 */
      {NG_MERCATOR, -45, -50.4989867},                                                         /* 3029.9 */
      {NG_MERCATOR, 85.05112878, 180},  {NG_MERCATOR, 90, 180}, {NG_ROBINSON, 0, 0},
      {NG_ROBINSON, 45, 50.8610016}, /* 0.5571 of 91.296 */
      {NG_ROBINSON, -90, -91.296},
  };
  return cr_make_param_array(Known, known, G_N_ELEMENTS(known));
}

TableTest(Known *known, projection, known_latitudes)
{
  cr_expect_float_eq(ng_project_y(known->projection, known->lat_deg), known->y, 1e-4, "%g", known->lat_deg);
}

Test(projection, there_and_back)
{
  for (NgProjection p = 0; p < NG_N_PROJECTIONS; p++)
    for (double lat = -85; lat <= 85; lat += 0.37)
      cr_assert_float_eq(ng_unproject_y(p, ng_project_y(p, lat)), lat, NEAR, "%d at %g", (int)p, lat);
}

Test(projection, north_is_up_everywhere)
{
  for (NgProjection p = 0; p < NG_N_PROJECTIONS; p++)
    for (double lat = -84; lat < 84; lat += 0.5)
      cr_assert_gt(ng_project_y(p, lat + 0.5), ng_project_y(p, lat));
}

Test(projection, a_meridian_has_one_name_from_any_west)
{
  static const double wests[] = {-180, -169, 0, 11, 170};
  for (gsize i = 0; i < G_N_ELEMENTS(wests); i++)
    for (double lon = -720; lon <= 720; lon += 7.5) {
      double found = ng_lon_from(lon, wests[i]);
      cr_assert(found >= wests[i] && found < wests[i] + 360);
      cr_assert_float_eq(remainder(found - lon, 360), 0, NEAR);
    }
}

Test(projection, what_is_no_place_is_none)
{
  static const double bad[] = {NAN, INFINITY, -INFINITY, 90.001, -91, 181, -180.5, DBL_MAX};
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
    cr_expect_not(ng_degrees_valid((NgDegrees){bad[i], 0}));
    cr_expect(i >= 3 && i <= 4 ? true : !ng_degrees_valid((NgDegrees){0, bad[i]}));
  }
  cr_expect(ng_degrees_valid((NgDegrees){90, -180}));
}

Test(projection, great_circles)
{
  NgDegrees london = {51.5, -0.1}, tokyo = {35.7, 139.7}, north = {90, 0}, south = {-90, 0};
  cr_expect_float_eq(ng_great_circle_deg(london, tokyo) * 111.195, 9560, 30, "kilometres from London to Tokyo");
  cr_expect_float_eq(ng_great_circle_deg(north, south), 180, NEAR);
  cr_expect_gt(ng_great_circle(london, tokyo, 0.5).lat_deg, 60, "the way leads over Siberia");
  for (double part = 0; part <= 1; part += 0.125) {
    NgDegrees at = ng_great_circle(london, tokyo, part);
    double far = ng_great_circle_deg(london, at);
    cr_expect_float_eq(far, part * ng_great_circle_deg(london, tokyo), 1e-6);
    cr_expect(ng_degrees_valid(ng_great_circle(north, south, part)));
    cr_expect(ng_degrees_valid(ng_great_circle(london, london, part)));
  }
}

/* ---- cells ---- */

/* Cities, and where they stand: reckoned by hand from the definition, col = (lon + 169) / 360 * cols, row from the top at 78 N. */
typedef struct {
  int cols, rows;
  double lat_deg, lon_deg;
  int row, col;
  char name[16];
} City;

TableTestRows(view, known_cities)
{
  static City cities[] = {
      /* small: equirectangular, row = (78 - lat) / 134 * rows */
      {50, 9, 39.9, 116.4, 2, 39, "Beijing"},
      {50, 9, 38.9, -77.0, 2, 12, "Washington"},
      {50, 9, -33.9, 151.2, 7, 44, "Sydney"},
      {50, 9, -54.8, -68.3, 8, 13, "Ushuaia"},
      {50, 9, 64.1, -21.9, 0, 20, "Reykjavik"},
      {50, 9, 52.0, 179.0, 1, 48, "Amchitka"},
      {50, 9, 53.0, -168.5, 1, 0, "Umnak"},
      {50, 9, 57.0, -170.0, 1, 49, "Saint George"},
      /* large: Mercator, row = (129.0903 - y) * cols * 2 / 360 / 4 */
      {78, 22, 39.9, 116.4, 9, 61, "Beijing"},
      {78, 22, 38.9, -77.0, 9, 19, "Washington"},
      {78, 22, -33.9, 151.2, 17, 69, "Sydney"},
      {78, 22, 51.5, -0.1, 7, 36, "London"},
      {78, 22, 0.0, 0.0, 13, 36, "Null Island"},
      {78, 22, -22.9, -43.2, 16, 27, "Rio"},
  };
  return cr_make_param_array(City, cities, G_N_ELEMENTS(cities));
}

TableTest(City *city, view, known_cities)
{
  NgView view = ng_view_world(city->cols, city->rows, NG_MERCATOR);
  int row = -1, col = -1;
  cr_assert(ng_view_cell(&view, (NgDegrees){city->lat_deg, city->lon_deg}, &row, &col), "%s", city->name);
  cr_expect_eq(row, city->row, "%s stands in row %d", city->name, row);
  cr_expect_eq(col, city->col, "%s stands in column %d", city->name, col);
}

Test(view, a_cell_and_its_place_belong_together)
{
  for (NgProjection p = 0; p < NG_N_PROJECTIONS; p++)
    for (int cols = 16; cols <= 400; cols += 48) {
      NgView views[] = {ng_view_world(cols, 40, p), ng_view_at(cols, 40, (NgDegrees){-17, 179}, 0.2),
                        ng_view_at(cols, 40, (NgDegrees){64, -150}, 0.05)};
      for (gsize i = 0; i < G_N_ELEMENTS(views); i++)
        for (int row = 0; row < 40; row += 3)
          for (int col = 0; col < cols; col += 5) {
            int at_row, at_col;
            NgDegrees at;
            if (!ng_view_place(&views[i], row, col, &at))
              continue;
            if (views[i].world && (at.lat_deg > NG_WORLD_NORTH - 0.02 || at.lat_deg < NG_WORLD_SOUTH + 0.02))
              continue; /* above and below the map */
            cr_assert(ng_view_cell(&views[i], at, &at_row, &at_col));
            cr_assert(at_row == row && at_col == col, "%d,%d is %d,%d", row, col, at_row, at_col);
          }
    }
}

/* No place is left out of the map of the world. */
Test(view, the_poles_are_on_the_edges_of_the_world)
{
  static const NgDegrees ends[] = {{90, 0}, {-90, 180}, {-90, -180}, {89, -169}, {-56, -168.9}, {78, 190 - 360}};
  for (NgProjection projection = 0; projection < NG_N_PROJECTIONS; projection++)
    for (int rows = 1; rows <= 60; rows++)
      for (int cols = 16; cols <= 400; cols += 32) {
        NgView view = ng_view_world(cols, rows, projection);
        for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
          int row, col;
          cr_assert(ng_view_cell(&view, ends[i], &row, &col), "%dx%d, %g %g", cols, rows, ends[i].lat_deg,
                    ends[i].lon_deg);
          cr_assert(ends[i].lat_deg > 0 ? row <= rows / 2 : row >= rows / 2, "%dx%d: %d", cols, rows, row);
        }
      }
}

Test(view, any_size_and_any_centre_is_drawn_or_refused)
{
  static const double lats[] = {90, -90, 85.06, 0, NAN, 1e300}, lons[] = {180, -180, 0, 179.999, INFINITY, NAN};
  static const double scales[] = {0.0001, 0.01, 1, 100, 0, -1, NAN, INFINITY};
  for (gsize i = 0; i < G_N_ELEMENTS(lats); i++)
    for (gsize k = 0; k < G_N_ELEMENTS(lons); k++)
      for (gsize s = 0; s < G_N_ELEMENTS(scales); s++) {
        NgDegrees at = {lats[i], lons[k]};
        NgView view = ng_view_at(s % 2 ? 80 : 1000000, s % 3 ? 24 : -5, at, scales[s]);
        int row, col, km;
        cr_assert(view.cols >= 1 && view.cols <= NG_MAP_MAX_COLS && view.rows >= 1 && view.rows <= NG_MAP_MAX_ROWS);
        cr_assert(isfinite(view.left_deg) && isfinite(view.top_y) && view.dots_x > 0);
        if (!ng_degrees_valid(at))
          cr_assert_not(ng_view_cell(&view, at, &row, &col));
        ng_view_scale(&view, 10, &km);
        ng_view_region(&view);
      }
}

Test(view, a_fit_shows_all_its_places)
{
  NgDegrees pacific[] = {{-17.8, 178.0}, {-13.8, -172.1}, {-21.2, -175.2}};
  NgView view = ng_view_fit(80, 24, pacific, G_N_ELEMENTS(pacific), NG_MERCATOR);
  int row, col;
  cr_expect_not(view.world, "across the date line they lie close together");
  for (gsize i = 0; i < G_N_ELEMENTS(pacific); i++)
    cr_expect(ng_view_cell(&view, pacific[i], &row, &col));
  NgDegrees nowhere = {NAN, NAN}, one = {47.4, 8.5};
  cr_expect(ng_view_fit(80, 24, &nowhere, 1, NG_MERCATOR).world);
  cr_expect(ng_view_fit(80, 24, NULL, 0, NG_MERCATOR).world);
  cr_expect_not(ng_view_fit(80, 24, &one, 1, NG_MERCATOR).world);
}

Test(view, zooming_in_and_out_ends_with_the_world)
{
  NgView view = ng_view_world(80, 24, NG_MERCATOR);
  NgDegrees berlin = {52.5, 13.4};
  int row, col;
  for (int i = 0; i < 40; i++) {
    view = ng_view_zoomed(&view, 1.6, berlin);
    cr_assert(ng_view_cell(&view, berlin, &row, &col));
  }
  cr_expect_float_eq(1 / view.dots_x, NG_VIEW_LEAST_DEG, NEAR);
  cr_expect_str_eq(ng_view_region(&view), "Europe");
  for (int i = 0; i < 40; i++)
    view = ng_view_zoomed(&view, 1 / 1.6, berlin);
  cr_expect(view.world);
  NgView moved = ng_view_moved(&view, 5, 5);
  cr_expect(ng_view_same(&moved, &view), "the world stays where it is");
}

Test(view, moving_around_the_globe_comes_back)
{
  NgView view = ng_view_at(80, 24, (NgDegrees){10, 170}, 0.5), start = view;
  for (int i = 0; i < 360; i++)
    view = ng_view_moved(&view, 1, 0); /* a cell is a degree here */
  cr_expect_float_eq(view.lon_deg, start.lon_deg, 1e-6);
  for (int i = 0; i < 300; i++)
    view = ng_view_moved(&view, 0, -1);
  cr_expect_lt(view.lat_deg, NG_MERCATOR_MAX_LAT);
}

Test(view, the_scale_is_true)
{
  NgView view = ng_view_at(80, 24, (NgDegrees){0, 0}, 0.5); /* a cell is 111 km */
  int km = 0, cols = ng_view_scale(&view, 10, &km);
  cr_expect_eq(km, 1000);
  cr_expect_eq(cols, 9);
}
