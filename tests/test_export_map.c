/* Places for a map: what is joined and what stays apart, and each format read by a reader of its own. */
#include "config.h"

#include "export/degrees.h"
#include "export/map.h"
#include "load/load.h"
#include "tests/compose.h"
#include "tests/outside.h"
#include "tests/rows.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *id, *name, *country;
  double lat_deg, lon_deg;
} Row;

static NgOutline *outline(void)
{
  const char *top = g_getenv("NG_TEST_SRCDIR");
  g_autofree char *path = g_build_filename(top ? top : ".", "content", "geo", "outline.bin", NULL);
  return ng_outline_open(path);
}

static void print_svg(NgMapPlaces *places, FILE *out)
{
  g_autoptr(NgOutline) coasts = outline();
  ng_export_map_svg(places, coasts, out);
}

static void print_svg_without_coasts(NgMapPlaces *places, FILE *out)
{
  ng_export_map_svg(places, NULL, out);
}

/* An article that lists these places and mentions none, or those of `text`. */
static NgArticle *article_of(const char *source, const Row *given, gsize n, const char *text)
{
  NgBuilder *b = ng_builder_new(source, NG_FORMAT_TEI);
  for (gsize i = 0; i < n; i++) {
    uint32_t record = ng_builder_record(b, NG_ENTITY_PLACE, given[i].id, 1, 1);
    ng_builder_record_name(b, record, given[i].name);
    if (given[i].country)
      ng_builder_record_country(b, record, given[i].country);
    if (!isnan(given[i].lat_deg))
      ng_builder_record_position(b, record, given[i].lat_deg, given[i].lon_deg);
  }
  ng_compose(b, text);
  return ng_builder_finish(b);
}

static const Row hostile[] = {
    {"north", "North \"Pole\" & <b>co</b>", NULL, 90, 0},
    {"south", "South\nPole </title><script>alert(1)</script>", "'Antarctica'", -90, 180},
    {"line", "Taveuni ]]> --> ?>", "Fiji", -16.85, -180},
    {"east", "The other side", NULL, -16.85, 180},
    {"twin", "Twin", NULL, 47.5, 8.5},
    {"sibling", "Sibling", NULL, 47.5, 8.5},
    {"tiny", "Nearly null", NULL, 0.0000001, -0.0000001},
    {"swapped", "Swapped", NULL, 116.4, 39.9},
    {"beyond", "Beyond", NULL, 12, 1234},
    {"nowhere", "Nowhere", NULL, NAN, NAN},
    {"wide", "\344\270\255\345\233\275 \360\237\214\215 a\314\201\314\201\314\201 \327\251\327\234\327\225\327\235",
     "\344\270\255", 35, 105},
    {"long", "A name that goes on and on and on and on and on and on and on and on and on and on and on", NULL, 0,
     179.9},
};
#define N_SOMEWHERE (G_N_ELEMENTS(hostile) - 3)

static NgMapPlaces *hostile_places(void)
{
  NgMapPlaces *places = ng_map_places_new(NULL);
  g_autoptr(NgArticle) article =
      article_of("a\033<b>.xml", hostile, G_N_ELEMENTS(hostile), "= A <title> & \"more\"\n{l#twin:Twin} {l#twin:it}");
  ng_map_places_add(places, article);
  return places;
}

static char *printed(NgMapPlaces *places, void (*print)(NgMapPlaces *, FILE *))
{
  char *sheet = NULL;
  size_t n = 0;
  FILE *out = open_memstream(&sheet, &n);
  print(places, out);
  fclose(out);
  char *copy = g_strndup(sheet, n);
  free(sheet);
  return copy;
}

static const NgMapPlace *place_called(NgMapPlaces *places, const char *name)
{
  guint n;
  const NgMapPlace *const *all = ng_map_places_all(places, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp(all[i]->name, name) == 0)
      return all[i];
  return NULL;
}

/* ---- what is a place, and which are one ---- */

Test(map, places_come_by_mentions_and_only_the_globe_counts)
{
  g_autoptr(NgMapPlaces) places = hostile_places();
  guint n, somewhere = 0;
  const NgMapPlace *const *all = ng_map_places_all(places, &n);
  cr_assert_eq(n, G_N_ELEMENTS(hostile));
  cr_expect_str_eq(all[0]->name, "Twin");
  cr_expect_eq(all[0]->n_mentions, 2);
  for (guint i = 0; i < n; i++)
    somewhere += all[i]->source == NG_POSITION_MARKUP;
  cr_expect_eq(somewhere, N_SOMEWHERE);
  cr_expect_eq(place_called(places, "Swapped")->source, NG_POSITION_UNKNOWN);
  cr_expect_eq(place_called(places, "Beyond")->source, NG_POSITION_UNKNOWN);
}

Test(map, places_of_several_articles_are_joined)
{
  static const Row first[] = {{"bj", "Beijing", "China", 39.9, 116.4},
                              {"springfield", "Springfield", NULL, 39.8, -89.6},
                              {"fj", "Fiji", NULL, -17, 179.8},
                              {"porto", "Porto", NULL, NAN, NAN}};
  static const Row second[] = {{"bj", "Peking", NULL, 39.91, 116.39},
                               {"other", "SPRINGFIELD", NULL, 44.0, -123.0},
                               {"fj2", "fiji", NULL, -17, -179.9},
                               {"oporto", "Porto", "Portugal", 41.1, -8.6}};
  g_autoptr(NgArticle) a = article_of("a.xml", first, G_N_ELEMENTS(first), "{l#bj:Beijing}");
  g_autoptr(NgArticle) b = article_of("b.xml", second, G_N_ELEMENTS(second), "{l#bj:Peking} {l#bj:it}");
  g_autoptr(NgMapPlaces) places = ng_map_places_new(NULL);
  ng_map_places_add(places, a);
  ng_map_places_add(places, b);
  guint n;
  ng_map_places_all(places, &n);
  cr_assert_eq(n, 5);
  const NgMapPlace *beijing = place_called(places, "Beijing"), *porto = place_called(places, "Porto");
  cr_expect_eq(beijing->n_mentions, 3);
  cr_expect_eq(beijing->articles->len, 2);
  cr_expect_str_eq(g_ptr_array_index(beijing->articles, 1), "b.xml");
  cr_expect_str_eq(porto->country, "Portugal");
  cr_expect_float_eq(porto->lat_deg, 41.1, 1e-9);
  cr_expect_not_null(place_called(places, "SPRINGFIELD"), "two towns of a name stay two");
  cr_expect_eq(place_called(places, "Fiji")->articles->len, 2, "across the date line it is not far");
  cr_expect_str_eq(ng_map_places_title(places), "2 articles");
}

/* Where they say of whom they speak, the same reference makes them one under any name, and no other name does. */
Test(map, places_with_one_reference_are_joined)
{
  g_autoptr(NgMapPlaces) places = ng_map_places_new(NULL);
  static const char *const names[] = {"Constantinople", "Istanbul"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
    uint32_t record = ng_builder_record(b, NG_ENTITY_PLACE, names[i], 1, 1);
    ng_builder_record_name(b, record, names[i]);
    ng_builder_record_ref(b, record, "https://example.org/place/1");
    g_autoptr(NgArticle) article = ng_builder_finish(b);
    ng_map_places_add(places, article);
  }
  guint n;
  cr_expect_str_eq(ng_map_places_all(places, &n)[0]->name, "Constantinople");
  cr_expect_eq(n, 1);
}

Test(map, a_position_is_told_in_as_many_digits_as_it_has)
{
  static const struct {
    double degrees;
    const char *text;
  } cases[] = {{0, "0"},
               {-180, "-180"},
               {39.9042, "39.9042"},
               {0.1 + 0.2, "0.30000000000000004"},
               {1e-19, "0.0000000000000000001"},
               {1e-25, "0.0000000000000000000000001"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    char *text = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);
    ng_put_degrees(out, cases[i].degrees);
    fclose(out);
    cr_expect_str_eq(text, cases[i].text);
    free(text);
  }
}

Test(map, places_of_one_article_stay_apart)
{
  static const Row two[] = {{"a", "Newport", NULL, 51.6, -3.0}, {"b", "Newport", NULL, 51.7, -3.1}};
  g_autoptr(NgArticle) article = article_of("a.xml", two, 2, "");
  g_autoptr(NgMapPlaces) places = ng_map_places_new(NULL);
  ng_map_places_add(places, article);
  guint n;
  ng_map_places_all(places, &n);
  cr_expect_eq(n, 2);
}

static char *gazetteer_path(void)
{
  return g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "geo", "gazetteer.bin", NULL);
}

Test(map, what_is_not_marked_is_looked_up_and_what_is_marked_outweighs_it)
{
  static const Row bare[] = {{"us", "United States", NULL, NAN, NAN}, {"cambridge", "Cambridge", NULL, NAN, NAN},
                             {"boston", "Boston", NULL, NAN, NAN},    {"eu", "Europe", NULL, NAN, NAN},
                             {"xy", "Xyzzyx", NULL, NAN, NAN},        {"bj", "Beijing", NULL, 39.5, 116.5}};
  static const Row marked[] = {{"usa", "United States", NULL, 38, -97}, {"uk", "Cambridge", NULL, 52.2, 0.1}};
  g_autofree char *path = gazetteer_path();
  g_autoptr(NgArticle) a = article_of("a.xml", bare, G_N_ELEMENTS(bare), "");
  g_autoptr(NgArticle) b = article_of("b.xml", marked, G_N_ELEMENTS(marked), "");
  g_autoptr(NgMapPlaces) places = ng_map_places_new(path);
  ng_map_places_add(places, a);
  const NgMapPlace *states = place_called(places, "United States"), *cambridge = place_called(places, "Cambridge");
  cr_expect_eq(states->source, NG_POSITION_GAZETTEER);
  cr_expect_eq(cambridge->source, NG_POSITION_GAZETTEER);
  cr_expect_str_eq(cambridge->country, "United States");
  cr_expect_float_eq(cambridge->lat_deg, 42.37, 0.05);
  cr_expect_eq(place_called(places, "Europe")->source, NG_POSITION_UNKNOWN, "it is too wide for a point");
  cr_expect_eq(place_called(places, "Xyzzyx")->source, NG_POSITION_UNKNOWN);
  cr_expect_eq(place_called(places, "Beijing")->source, NG_POSITION_MARKUP);
  cr_expect_float_eq(place_called(places, "Beijing")->lat_deg, 39.5, 1e-9);
  ng_map_places_add(places, b);
  guint n;
  ng_map_places_all(places, &n);
  cr_expect_eq(n, 7, "the two Cambridges lie apart: %u", n);
  cr_expect_eq(states->source, NG_POSITION_MARKUP);
  cr_expect_float_eq(states->lat_deg, 38, 1e-9);
  cr_expect_null(ng_map_places_trouble(places));
}

Test(map, a_gazetteer_that_is_missing_is_told_of_when_it_is_asked)
{
  static const Row lies = {"bj", "Beijing", NULL, 39.9, 116.4}, asks = {"paris", "Paris", NULL, NAN, NAN};
  g_autoptr(NgArticle) a = article_of("a.xml", &lies, 1, ""), b = article_of("b.xml", &asks, 1, "");
  g_autoptr(NgMapPlaces) places = ng_map_places_new("/none");
  ng_map_places_add(places, a);
  cr_expect_null(ng_map_places_trouble(places));
  ng_map_places_add(places, b);
  cr_expect_not_null(ng_map_places_trouble(places));
  cr_expect_eq(place_called(places, "Paris")->source, NG_POSITION_UNKNOWN);
}

/* ---- GeoJSON ---- */

Test(map, geojson_has_longitude_first_and_within_the_globe)
{
  g_autoptr(NgMapPlaces) places = hostile_places();
  g_autofree char *text = printed(places, ng_export_map_geojson);
  json_t *root = json_loads(text, 0, NULL);
  cr_assert_not_null(root, "%s", text);
  json_t *features = json_object_get(root, "features"), *feature;
  size_t i;
  cr_expect_eq(json_array_size(features), N_SOMEWHERE);
  json_array_foreach(features, i, feature)
  {
    json_t *point = json_object_get(json_object_get(feature, "geometry"), "coordinates");
    double lon = json_number_value(json_array_get(point, 0)), lat = json_number_value(json_array_get(point, 1));
    cr_expect(fabs(lon) <= 180 && fabs(lat) <= 90);
    const char *name = json_string_value(json_object_get(json_object_get(feature, "properties"), "name"));
    if (g_str_has_prefix(name, "Taveuni"))
      cr_expect(lon == -180 && lat == -16.85);
  }
  json_decref(root);
}

Test(map, nothing_is_still_a_document)
{
  g_autoptr(NgMapPlaces) places = ng_map_places_new(NULL);
  g_autofree char *json = printed(places, ng_export_map_geojson), *text = printed(places, ng_export_map_text);
  cr_expect_str_eq(json, "{\"type\":\"FeatureCollection\",\"features\":[]}\n");
  cr_expect_str_empty(text);
}

/* ---- readers of their own ---- */

/* Writes what is printed to a file of that name, and runs a program on it. What the program printed, or NULL if it failed; the caller frees it.
 * Skips the test where the program is not here. */
static char *read_by(const char *const *argv, const char *name, const char *text)
{
  g_autofree char *program = g_find_program_in_path(argv[0]);
  if (!program)
    cr_skip("%s is not here", argv[0]);
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL), *path = g_build_filename(folder, name, NULL);
  cr_assert(g_file_set_contents(path, text, -1, NULL));
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  for (; *argv; argv++)
    g_ptr_array_add(words, (char *)*argv);
  g_ptr_array_add(words, (char *)name);
  g_ptr_array_add(words, NULL);
  g_autofree char *out = NULL, *err = NULL;
  int status = -1;
  g_spawn_sync(folder, (char **)words->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, NULL);
  g_remove(path);
  g_rmdir(folder);
  cr_expect(status == 0, "%s: %s", name, err);
  cr_expect(!err || !strstr(err, "ERROR"), "%s: %s", name, err);
  return status == 0 ? g_steal_pointer(&out) : NULL;
}

/* With the type of SVG 1.1, and of the later SVG what we use: `role`, by which screen readers know a picture. */
static void print_svg_with_type(NgMapPlaces *places, FILE *out)
{
  g_autofree char *text = printed(places, print_svg);
  const char *root = strstr(text, "<svg");
  cr_assert(root);
  fprintf(out, "%.*s<!DOCTYPE svg SYSTEM \"file://%s\" [<!ATTLIST svg role CDATA #IMPLIED>]>\n%s", (int)(root - text),
          text, NG_OUTSIDE_SVG_DTD, root);
}

typedef struct {
  const char *file;
  void (*print)(NgMapPlaces *places, FILE *out);
  const char *argv[7];
  const char *says;  /* in what the reader prints; NULL: anything */
  const char *needs; /* a file; NULL: none */
} Reader;

static const Reader readers[] = {
    {"places.geojson", ng_export_map_geojson, {"ogrinfo", "-ro", "-al", NULL}, "Feature Count: 9", NULL},
    {"places.geojson", ng_export_map_geojson, {"ogrinfo", "-ro", "-al", NULL}, "POINT (180 -90)", NULL},
    {"places.kml", ng_export_map_kml, {"ogrinfo", "-ro", "-al", NULL}, "Feature Count: 9", NULL},
    {"places.kml", ng_export_map_kml, {"ogrinfo", "-ro", "-al", NULL}, "POINT (-180 -16.85)", NULL},
    {"places.kml",
     ng_export_map_kml,
     {"xmllint", "--nonet", "--noout", "--schema", NG_OUTSIDE_KML_SCHEMA, NULL},
     NULL,
     NG_OUTSIDE_KML_SCHEMA},
    {"places.svg", print_svg_with_type, {"xmllint", "--nonet", "--noout", "--valid", NULL}, NULL, NG_OUTSIDE_SVG_DTD},
    {"places.svg", print_svg_without_coasts, {"rsvg-convert", NULL}, "\211PNG", NULL},
    {"places.svg", print_svg, {"rsvg-convert", NULL}, "\211PNG", NULL},
};

ParameterizedTestParameters(map, is_read_by)
{
  return rows(G_N_ELEMENTS(readers));
}

ParameterizedTest(size_t *row, map, is_read_by)
{
  const Reader *reader = &readers[*row];
  if (reader->needs && !g_file_test(reader->needs, G_FILE_TEST_EXISTS))
    cr_skip("%s is not here", reader->needs);
  g_autoptr(NgMapPlaces) places = hostile_places();
  g_autofree char *text = printed(places, reader->print);
  g_autofree char *out = read_by(reader->argv, reader->file, text);
  if (reader->says && out)
    cr_expect(strstr(out, reader->says), "%s: no \"%s\" in:\n%s", reader->file, reader->says, out);
}

/* ---- names are text ---- */

Test(map, names_do_nothing_in_a_picture)
{
  g_autoptr(NgMapPlaces) places = hostile_places();
  static void (*const prints[])(NgMapPlaces *, FILE *) = {print_svg, ng_export_map_kml};
  for (gsize i = 0; i < G_N_ELEMENTS(prints); i++) {
    g_autofree char *text = printed(places, prints[i]);
    cr_expect_null(strstr(text, "<script"));
    cr_expect_null(strstr(text, "<b>"));
    cr_expect_null(strstr(text, "\033"));
    cr_expect_not_null(strstr(text, "&lt;script&gt;"));
  }
}

Test(map, a_shared_point_has_one_pin_with_both_numbers)
{
  g_autoptr(NgMapPlaces) places = hostile_places();
  g_autofree char *svg = printed(places, print_svg);
  cr_expect_not_null(strstr(svg, "<title>Twin, Sibling</title>"), "%s", svg);
}

Test(map, a_pin_of_many_tells_three_numbers)
{
  static const Row same[] = {{"a", "A", NULL, 1, 1}, {"b", "B", NULL, 1, 1}, {"c", "C", NULL, 1, 1},
                             {"d", "D", NULL, 1, 1}, {"e", "E", NULL, 1, 1}, {"x", "X", NULL, 3, 3},
                             {"y", "Y", NULL, 3, 3}, {"z", "Z", NULL, 3, 3}};
  g_autoptr(NgArticle) article = article_of("a.xml", same, G_N_ELEMENTS(same), "");
  g_autoptr(NgMapPlaces) places = ng_map_places_new(NULL);
  ng_map_places_add(places, article);
  g_autofree char *svg = printed(places, print_svg);
  cr_expect_not_null(strstr(svg, "<title>A, B, C, D, E</title>"), "%s", svg);
  cr_expect_not_null(strstr(svg, ">1, 2, 3\u2026<"), "%s", svg);
  cr_expect_not_null(strstr(svg, ">6, 7, 8<"), "%s", svg);
}

static GArray *circles_of(const char *svg)
{
  GArray *x = g_array_new(FALSE, FALSE, sizeof(int));
  for (const char *at = svg; (at = strstr(at, "<circle cx=\"")); at++) {
    int cx = atoi(at + strlen("<circle cx=\""));
    g_array_append_val(x, cx);
  }
  return x;
}

/* Coasts and borders are drawn no finer than the picture can show, and no farther than it reaches. */
Test(map, a_picture_shows_what_holds_all_places_and_no_more)
{
  static const Row views[][2] = {
      {{"a", "A", NULL, -17, 179.5}, {"b", "B", NULL, -18, -179.5}},
      {{"a", "A", NULL, 89, 0}, {"b", "B", NULL, 90, 0}},
      {{"a", "A", NULL, -90, 0}, {"b", "B", NULL, -89, 10}},
      {{"a", "A", NULL, 60, 10}, {"b", "B", NULL, 60, 20}},
      {{"a", "A", NULL, 40, 2}, {"b", "B", NULL, 40, 2}},
      {{"a", "A", NULL, 10, -180}, {"b", "B", NULL, 10, 180}},
      {{"a", "A", NULL, 35, 140}, {"b", "B", NULL, 37, -122}},
      {{"a", "A", NULL, 0, -90}, {"b", "B", NULL, 0, 90}},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(views); i++) {
    g_autoptr(NgMapPlaces) places = ng_map_places_new(NULL);
    g_autoptr(NgArticle) article = article_of("a.xml", views[i], 2, "");
    ng_map_places_add(places, article);
    g_autofree char *svg = printed(places, print_svg);
    cr_expect_lt(strlen(svg), 150000u, "%" G_GSIZE_FORMAT ": %" G_GSIZE_FORMAT " bytes", i, strlen(svg));
    g_autoptr(GArray) x = circles_of(svg);
    cr_assert_geq(x->len, 1u);
    for (guint k = 0; k < x->len; k++)
      cr_expect(g_array_index(x, int, k) >= 24 && g_array_index(x, int, k) <= 24 + 1440, "%" G_GSIZE_FORMAT, i);
    if (x->len == 2)
      cr_expect_leq(abs(g_array_index(x, int, 0) - g_array_index(x, int, 1)), 1200, "%" G_GSIZE_FORMAT, i);
  }
}

Test(map, a_picture_names_whose_data_it_shows)
{
  g_autoptr(NgMapPlaces) places = hostile_places();
  g_autofree char *with = printed(places, print_svg), *without = printed(places, print_svg_without_coasts);
  cr_expect_not_null(strstr(with, "Natural Earth"));
  cr_expect_null(strstr(with, "GeoNames"), "nothing was looked up");
  cr_expect_null(strstr(without, "Natural Earth"));
  static const Row paris = {"paris", "Paris", NULL, NAN, NAN};
  g_autofree char *path = gazetteer_path();
  g_autoptr(NgArticle) article = article_of("a.xml", &paris, 1, "");
  g_autoptr(NgMapPlaces) looked_up = ng_map_places_new(path);
  ng_map_places_add(looked_up, article);
  g_autofree char *both = printed(looked_up, print_svg), *one = printed(looked_up, print_svg_without_coasts);
  cr_expect_not_null(strstr(both, ">Coasts and borders: Natural Earth. Places looked up: GeoNames, CC BY 4.0<"));
  cr_expect_not_null(strstr(one, ">Places looked up: GeoNames, CC BY 4.0<"));
}

Test(map, text_lists_those_without_coordinates_apart)
{
  g_autoptr(NgMapPlaces) places = hostile_places();
  g_autofree char *text = printed(places, ng_export_map_text);
  const char *apart = strstr(text, "\nWithout coordinates\n");
  cr_assert_not_null(apart, "%s", text);
  cr_expect_not_null(strstr(apart, "Swapped"));
  cr_expect_not_null(strstr(apart, "Nowhere"));
  cr_expect_lt(strstr(text, "Twin"), apart);
  cr_expect_not_null(strstr(text, "47.5N 8.5E"));
}

Test(map, thousands_of_places_take_no_time)
{
  g_autoptr(GArray) many = g_array_new(FALSE, FALSE, sizeof(Row));
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
  for (int i = 0; i < 20000; i++) {
    g_ptr_array_add(ids, g_strdup_printf("p%d", i));
    Row it = {g_ptr_array_index(ids, ids->len - 1), g_ptr_array_index(ids, ids->len - 1), NULL, i % 180 - 90,
              i / 180 - 50};
    g_array_append_val(many, it);
  }
  g_autoptr(NgArticle) article = article_of("a.xml", (const Row *)(void *)many->data, many->len, "");
  g_autoptr(NgMapPlaces) places = ng_map_places_new(NULL);
  ng_map_places_add(places, article);
  ng_map_places_add(places, article);
  double began = ng_spent_s();
  g_autofree char *svg = printed(places, print_svg);
  cr_expect(ng_spent_within(began, 5));
  cr_expect_gt(strlen(svg), 100000u);
}
