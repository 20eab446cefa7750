/* Maps in cells: land and sea where they are, the three drawings, pins and names, and what is hostile. */
#include "geo/dots.h"
#include "geo/geo.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <string.h>

static NgOutline *outline_new(void)
{
  const char *folder = g_getenv("NG_TEST_SRCDIR");
  g_autofree char *path = g_build_filename(folder ? folder : ".", "content", "geo", "outline.bin", NULL);
  NgOutline *outline = ng_outline_open(path);
  cr_assert(outline);
  return outline;
}

/* ---- land and sea ---- */

typedef struct {
  double lat_deg, lon_deg;
  bool land;
  char name[20];
} Spot;

/* Far from any coast. */
static const Spot spots[] = {
    {39.9, 100, true, "Gansu"},          {50, 20, true, "Poland"},           {40, -100, true, "Nebraska"},
    {-10, -55, true, "Mato Grosso"},     {-25, 133, true, "Australia"},      {20, 10, true, "the Sahara"},
    {65, 170, true, "Chukotka"},         {72, -40, true, "Greenland"},       {67.5, -179.5, true, "Chukotka, farther"},
    {0, -30, false, "the Atlantic"},     {0, 80, false, "the Indian Ocean"}, {30, -150, false, "the Pacific"},
    {-40, -179, false, "the date line"}, {25, -90, false, "the Gulf"},       {35, 18, false, "the Mediterranean"},
    {42, 50.5, false, "the Caspian"},    {-50, 100, false, "the south"},
};

static bool is_land(const NgMap *map, double lat_deg, double lon_deg)
{
  int row, col;
  cr_assert(ng_view_cell(&map->view, (NgDegrees){lat_deg, lon_deg}, &row, &col));
  char glyph[4];
  ng_map_glyph(map, row, col, glyph);
  return strcmp(glyph, "#") == 0;
}

Test(map, land_is_land_and_sea_is_sea)
{
  g_autoptr(NgOutline) outline = outline_new();
  for (NgProjection p = 0; p < NG_N_PROJECTIONS; p++)
    for (int cols = 120; cols <= 400; cols += 70) {
      NgView view = ng_view_world(cols, cols / 2, p);
      g_autoptr(NgMap) map = ng_map_new(outline, &view, NG_MAP_ASCII, NULL, 0);
      for (gsize i = 0; i < G_N_ELEMENTS(spots); i++)
        cr_expect_eq(is_land(map, spots[i].lat_deg, spots[i].lon_deg), spots[i].land, "%s, %d columns, %d",
                     spots[i].name, cols, (int)p);
    }
}

/* The same, zoomed in around each spot: there the finer data is drawn. */
Test(map, it_is_so_zoomed_in_too)
{
  g_autoptr(NgOutline) outline = outline_new();
  for (gsize i = 0; i < G_N_ELEMENTS(spots); i++) {
    NgView view = ng_view_at(80, 24, (NgDegrees){spots[i].lat_deg, spots[i].lon_deg}, 0.1);
    g_autoptr(NgMap) map = ng_map_new(outline, &view, NG_MAP_ASCII, NULL, 0);
    cr_expect_eq(is_land(map, spots[i].lat_deg, spots[i].lon_deg), spots[i].land, "%s", spots[i].name);
  }
}

/* How much of the globe is land: an equirectangular map from pole to pole would have 29 percent; this one has, without Antarctica and the far
 * north, from 56 S to 78 N, about a third. */
Test(map, a_third_of_the_map_is_land)
{
  g_autoptr(NgOutline) outline = outline_new();
  NgView view = ng_view_world(200, 11, NG_MERCATOR);
  g_autoptr(NgMap) map = ng_map_new(outline, &view, NG_MAP_BRAILLE, NULL, 0);
  int dots = 0;
  for (int i = 0; i < view.rows * view.cols; i++)
    dots += __builtin_popcount(map->cells[i].dots);
  double part = dots / (8.0 * view.rows * view.cols);
  cr_expect(part > 0.28 && part < 0.38, "%g", part);
}

/* ---- drawings ---- */

Test(map, every_drawing_has_its_own_signs)
{
  g_autoptr(NgOutline) outline = outline_new();
  NgArc arc = {{50, 10}, {40, 116}};
  for (NgMapDrawing drawing = NG_MAP_BRAILLE; drawing <= NG_MAP_ASCII; drawing++)
    for (int zoomed = 0; zoomed < 2; zoomed++) {
      NgView view = zoomed ? ng_view_at(80, 24, (NgDegrees){50, 10}, 0.4) : ng_view_world(80, 24, NG_MERCATOR);
      g_autoptr(NgMap) map = ng_map_new(outline, &view, drawing, &arc, 1);
      int drawn = 0;
      for (int row = 0; row < view.rows; row++)
        for (int col = 0; col < view.cols; col++) {
          char glyph[4];
          int bytes = ng_map_glyph(map, row, col, glyph);
          gunichar c = g_utf8_get_char(glyph);
          drawn += c != ' ';
          cr_assert_eq(bytes, (int)strlen(glyph));
          bool braille = c >= 0x2801 && c <= 0x28ff, block = (c >= 0x2580 && c <= 0x259f) || c == 0xb7;
          cr_assert(c == ' ' || (drawing == NG_MAP_BRAILLE && braille) || (drawing == NG_MAP_BLOCKS && block) ||
                    (drawing == NG_MAP_ASCII && (c == '#' || c == '*')));
        }
      cr_expect_gt(drawn, 200);
    }
}

Test(map, without_outlines_there_are_the_ways_alone)
{
  NgView view = ng_view_world(80, 24, NG_MERCATOR);
  NgArc arcs[] = {{{50, 10}, {40, 116}}, {{NAN, 0}, {0, 0}}, {{0, 0}, {100, 200}}};
  g_autoptr(NgMap) map = ng_map_new(NULL, &view, NG_MAP_BRAILLE, arcs, G_N_ELEMENTS(arcs));
  int ways = 0;
  for (int i = 0; i < view.rows * view.cols; i++) {
    cr_assert(map->cells[i].ink == NG_MAP_SEA || map->cells[i].ink == NG_MAP_ARC);
    ways += map->cells[i].ink == NG_MAP_ARC;
  }
  cr_expect(ways > 15 && ways < 60, "%d cells", ways);
}

/* A way over the date line goes off one edge and comes in at the other, and never straight across. */
Test(map, a_way_across_the_cut)
{
  NgView view = ng_view_world(100, 30, NG_MERCATOR);
  NgArc arc = {{35, 140}, {37, -122}};
  g_autoptr(NgMap) map = ng_map_new(NULL, &view, NG_MAP_BRAILLE, &arc, 1);
  for (int row = 0; row < view.rows; row++)
    for (int col = 20; col < 80; col++)
      cr_assert_eq(ng_map_cell(map, row, col)->dots, 0, "%d,%d lies in Europe", row, col);
  int left = 0, right = 0;
  for (int row = 0; row < view.rows; row++) {
    left += ng_map_cell(map, row, 2)->dots != 0;
    right += ng_map_cell(map, row, 97)->dots != 0;
  }
  cr_expect(left > 0 && right > 0);
}

Test(map, any_size_anywhere)
{
  g_autoptr(NgOutline) outline = outline_new();
  static const int cols[] = {1, 2, 16, 17, 79, 400}, rows[] = {1, 2, 11, 12, 60};
  static const double lats[] = {90, -90, 0, 70, -80}, lons[] = {180, -180, 0, -169, 179.9};
  for (gsize c = 0; c < G_N_ELEMENTS(cols); c++)
    for (gsize r = 0; r < G_N_ELEMENTS(rows); r++)
      for (gsize i = 0; i < G_N_ELEMENTS(lats); i++) {
        NgView views[] = {ng_view_world(cols[c], rows[r], (NgProjection)(i % NG_N_PROJECTIONS)),
                          ng_view_at(cols[c], rows[r], (NgDegrees){lats[i], lons[i]}, 0.01 + (double)i / 3)};
        for (gsize v = 0; v < G_N_ELEMENTS(views); v++) {
          g_autoptr(NgMap) map = ng_map_new(outline, &views[v], (NgMapDrawing)(i % 3), NULL, 0);
          g_autofree char *row = ng_map_row(map, rows[r] - 1);
          cr_assert_leq(g_utf8_strlen(row, -1), cols[c]);
        }
      }
}

/* ---- dots ---- */

Test(dots, a_line_is_the_same_however_much_of_it_is_seen)
{
  g_autoptr(NgDots) dots = ng_dots_new(10, 10);
  ng_dots_line(dots, -1e9, 5.5, 1e9, 5.5, NG_DOT_COAST);
  for (int x = 0; x < 10; x++)
    cr_expect_eq(dots->at[50 + x], NG_DOT_COAST);
  ng_dots_line(dots, NAN, 0, 5, 5, NG_DOT_COAST);
  ng_dots_line(dots, -INFINITY, 0, 5, 5, NG_DOT_COAST);
  ng_dots_line(dots, -50, -50, -10, -10, NG_DOT_COAST);
  int n = 0;
  for (int i = 0; i < 100; i++)
    n += dots->at[i] != 0;
  cr_expect_eq(n, 10);
}

Test(dots, specks_go_and_islands_stay)
{
  g_autoptr(NgDots) dots = ng_dots_new(12, 6);
  static const int land[] = {13, 16, 29, 19, 20, 32, 55}; /* one; two, aslant; three; one below */
  for (gsize i = 0; i < G_N_ELEMENTS(land); i++)
    dots->at[land[i]] = NG_DOT_LAND;
  ng_dots_drop_specks(dots);
  int n = 0;
  for (int i = 0; i < 72; i++)
    n += dots->at[i] != 0;
  cr_expect_eq(n, 3);
  cr_expect(dots->at[19] && dots->at[20] && dots->at[32]);
}

Test(dots, a_ring_with_a_lake_in_it)
{
  g_autoptr(NgDots) dots = ng_dots_new(8, 8);
  const double outer[][2] = {{-5, 1}, {7, 1}, {7, 7}, {-5, 7}, {-5, 1}},
               inner[][2] = {{3, 3}, {5, 3}, {5, 5}, {3, 5}, {3, 3}};
  for (int i = 0; i < 4; i++) {
    ng_dots_edge(dots, outer[i][0], outer[i][1], outer[i + 1][0], outer[i + 1][1]);
    ng_dots_edge(dots, inner[i][0], inner[i][1], inner[i + 1][0], inner[i + 1][1]);
  }
  ng_dots_fill(dots);
  for (int y = 0; y < 8; y++)
    for (int x = 0; x < 8; x++) {
      bool land = x < 7 && y >= 1 && y < 7 && !(x >= 3 && x < 5 && y >= 3 && y < 5);
      cr_expect_eq(dots->at[y * 8 + x], land ? NG_DOT_LAND : 0, "%d,%d", x, y);
    }
}

/* ---- pins ---- */

Test(pins, those_side_by_side_stand_under_the_first)
{
  NgView view = ng_view_world(50, 9, NG_MERCATOR);
  NgDegrees at[] = {{35, 105}, {38, -97}, {39.9, 116.4}, {NAN, NAN}, {8, 200}, {51, 9}, {62, 10}};
  g_autoptr(NgPins) pins = ng_pins_new(&view, at, G_N_ELEMENTS(at));
  cr_assert_eq(pins->n_pins, 3);
  cr_expect_eq(ng_pins_shown(pins), 5);
  cr_expect_eq(pins->pin_of[2], pins->pin_of[0], "Beijing stands under China");
  cr_expect_eq(pins->pin_of[6], pins->pin_of[5]);
  cr_expect_eq(pins->pin_of[3], NG_NO_PIN);
  cr_expect_eq(pins->pin_of[4], NG_NO_PIN);
  const NgPin *china = &pins->pins[pins->pin_of[0]];
  cr_expect_eq(china->n, 2);
  cr_expect_eq(ng_pins_at(pins, china->row, china->col), china);
  cr_expect_eq(ng_pins_at(pins, china->row, china->col + 1), china, "the + is a part of it");
  cr_expect_null(ng_pins_at(pins, china->row, china->col + 2));
}

static void check_names(const NgPins *pins, const NgView *view, const int *cols)
{
  g_autofree uint8_t *taken = g_malloc0((gsize)(view->cols * view->rows));
  for (uint32_t i = 0; i < pins->n_pins; i++) {
    const NgPin *pin = &pins->pins[i];
    for (int k = 0; k < (pin->n > 1 && pin->col + 1 < view->cols ? 2 : 1); k++)
      taken[pin->row * view->cols + pin->col + k] = 1;
  }
  for (uint32_t i = 0; i < pins->n_pins; i++) {
    const NgPin *pin = &pins->pins[i];
    if (pin->name_col < 0)
      continue;
    cr_assert_leq(pin->name_col + cols[pin->name_of], view->cols);
    for (int k = 0; k < cols[pin->name_of]; k++)
      cr_assert_eq(taken[pin->row * view->cols + pin->name_col + k]++, 0, "a name covers something");
  }
}

Test(pins, no_name_covers_a_pin_or_another_name)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(11);
  for (int round = 0; round < 200; round++) {
    NgDegrees at[60];
    int cols[60];
    uint32_t n = (uint32_t)g_rand_int_range(rand, 0, 60);
    for (uint32_t i = 0; i < n; i++) {
      at[i] = (NgDegrees){g_rand_double_range(rand, 30, 65), g_rand_double_range(rand, -15, 40)};
      cols[i] = g_rand_int_range(rand, 0, 20);
    }
    NgView view = ng_view_fit(g_rand_int_range(rand, 16, 120), g_rand_int_range(rand, 3, 40), at, n, NG_MERCATOR);
    g_autoptr(NgPins) pins = ng_pins_new(&view, at, n);
    ng_pins_name(pins, &view, cols, n ? n / 2 : NG_NO_PIN, true);
    check_names(pins, &view, cols);
    uint32_t shown = 0;
    for (uint32_t i = 0; i < n; i++)
      shown += pins->pin_of[i] != NG_NO_PIN;
    cr_assert_eq(shown, ng_pins_shown(pins));
  }
}

Test(pins, ten_thousand_on_one_point)
{
  enum { MANY = 10000 };
  NgView view = ng_view_world(80, 24, NG_MERCATOR);
  g_autofree NgDegrees *at = g_new(NgDegrees, MANY);
  for (int i = 0; i < MANY; i++)
    at[i] = (NgDegrees){48.9, 2.3};
  g_autoptr(NgPins) pins = ng_pins_new(&view, at, MANY);
  cr_expect_eq(pins->n_pins, 1);
  cr_expect_eq(pins->pins[0].n, MANY);
}
