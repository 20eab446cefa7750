/* The map, small above the list and as large as the screen, cell by cell; moving it, its list, its pins, and the way into the text. */
#include "load/load.h"
#include "tests/spent.h"
#include "tests/ui.h"
#include "ui/overlays.h"
#include "ui/view_map.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <string.h>

static void select_named(NgReader *reader, const char *name)
{
  uint32_t n;
  const NgEntity *entities = ng_article_entities(reader->article, &n);
  for (uint32_t i = 0; i < n; i++)
    if (strcmp(entities[i].name, name) == 0) {
      ng_reader_select(reader, i, NG_NONE);
      return;
    }
  cr_assert_fail("no one called %s", name);
}

static void press(NgStage *stage, NgReader *reader, NgCommandId command, int count)
{
  cr_assert(ng_reader_command(reader, command, count));
  ng_stage_draw_reader(stage, reader);
}

/* The reader with the map open and a place selected. */
static NgReader *map_of(NgStage *stage, const NgArticle *article, const char *selected)
{
  NgReader *reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  if (selected)
    select_named(reader, selected);
  press(stage, reader, NG_COMMAND_PLACES, 0);
  press(stage, reader, NG_COMMAND_PLACES, 0);
  return reader;
}

typedef struct {
  int cols, rows;
  bool ascii;
  int zoom; /* steps into Europe */
  bool arcs;
  char name[24];
} Screen;

ParameterizedTestParameters(ui_map, golden)
{
  static Screen screens[] = {
      {80, 24, false, 0, false, "map-world"},        {120, 40, false, 0, false, "map-world"},
      {200, 60, false, 0, false, "map-world"},       {40, 12, false, 0, false, "map-world"},
      {1, 1, false, 0, false, "map-world"},          {80, 24, true, 0, false, "map-world-ascii"},
      {120, 40, true, 0, false, "map-world-ascii"},  {200, 60, true, 0, false, "map-world-ascii"},
      {80, 24, false, 4, false, "map-europe"},       {120, 40, false, 4, false, "map-europe"},
      {200, 60, false, 4, false, "map-europe"},      {40, 24, false, 4, false, "map-europe"},
      {80, 24, true, 4, false, "map-europe-ascii"},  {120, 40, true, 4, false, "map-europe-ascii"},
      {200, 60, true, 4, false, "map-europe-ascii"}, {120, 40, false, 0, true, "map-ways"},
  };
  return cr_make_param_array(Screen, screens, G_N_ELEMENTS(screens));
}

ParameterizedTest(Screen *screen, ui_map, golden)
{
  g_autoptr(NgStage) stage = ng_stage_new(screen->cols, screen->rows, screen->ascii);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = map_of(stage, article, screen->zoom ? "Germany" : "Beijing");
  if (screen->zoom)
    press(stage, reader, NG_COMMAND_ZOOM_IN, screen->zoom);
  if (screen->arcs)
    press(stage, reader, NG_COMMAND_ARCS, 0);
  cr_assert(ng_stage_is_golden(stage, screen->name));
}

static const char *name_of(NgReader *reader)
{
  return ng_reader_selected(reader)->name;
}

Test(ui_map, the_list_is_walked_in_the_order_that_is_seen)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = map_of(stage, article, "Germany");
  press(stage, reader, NG_COMMAND_ZOOM_IN, 4);
  press(stage, reader, NG_COMMAND_NEXT_PLACE, 1);
  cr_expect_str_eq(name_of(reader), "Norway");
  press(stage, reader, NG_COMMAND_PREVIOUS_PLACE, 99);
  cr_expect_str_eq(name_of(reader), "Ukraine", "the first in view");
  press(stage, reader, NG_COMMAND_LINE_DOWN, 1);
  cr_expect_str_eq(name_of(reader), "France");
  press(stage, reader, NG_COMMAND_END, 1);
  cr_expect_str_eq(name_of(reader), "North America");
}

Test(ui_map, a_place_selected_elsewhere_comes_into_view)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = map_of(stage, article, "Germany");
  press(stage, reader, NG_COMMAND_ZOOM_IN, 4);
  cr_expect_str_eq(ng_view_region(ng_places_view(reader)), "Europe");
  select_named(reader, "Taiwan");
  ng_stage_draw_reader(stage, reader);
  cr_expect_str_eq(ng_view_region(ng_places_view(reader)), "East Asia");
  press(stage, reader, NG_COMMAND_ALL_PLACES, 1);
  cr_expect(ng_places_view(reader)->world);
  press(stage, reader, NG_COMMAND_ALL_PLACES, 1);
  cr_expect_str_eq(reader->message, "these are all places");
}

Test(ui_map, keys_move_it_and_say_where_it_ends)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = map_of(stage, article, "Germany");
  press(stage, reader, NG_COMMAND_PAN_LEFT, 1);
  cr_expect_str_eq(reader->message, "this is the whole world");
  press(stage, reader, NG_COMMAND_ZOOM_IN, 4);
  double lon = ng_places_view(reader)->lon_deg, lat = ng_places_view(reader)->lat_deg;
  press(stage, reader, NG_COMMAND_PAN_RIGHT, 2);
  press(stage, reader, NG_COMMAND_PAN_DOWN, 1);
  cr_expect_gt(ng_places_view(reader)->lon_deg, lon);
  cr_expect_lt(ng_places_view(reader)->lat_deg, lat);
  press(stage, reader, NG_COMMAND_PAN_LEFT, 2);
  press(stage, reader, NG_COMMAND_PAN_UP, 1);
  cr_expect_float_eq(ng_places_view(reader)->lon_deg, lon, 1e-6);
  cr_expect_float_eq(ng_places_view(reader)->lat_deg, lat, 1e-6);
  press(stage, reader, NG_COMMAND_ZOOM_OUT, 9);
  cr_expect(ng_places_view(reader)->world);
  press(stage, reader, NG_COMMAND_ZOOM_OUT, 1);
  press(stage, reader, NG_COMMAND_PROJECTION, 1);
  cr_expect_str_eq(reader->message, "Robinson");
  cr_expect_eq(ng_places_view(reader)->projection, NG_ROBINSON);
  press(stage, reader, NG_COMMAND_BLOCKS, 1);
}

Test(ui_map, a_pin_of_several_opens_them)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = map_of(stage, article, "Beijing");
  cr_expect_str_eq(ng_map_opens(reader), "places here");
  NgOverlayContext context = {0};
  g_autoptr(NgOverlay) list = ng_pin_list_new(reader, &context);
  cr_assert(list);
  ng_stage_draw_overlay(stage, list, reader);
  cr_expect(ng_stage_is_golden(stage, "map-pin"));
  list->ops->command(list, reader, NG_COMMAND_LINE_UP, 1);
  cr_expect_eq(list->ops->command(list, reader, NG_COMMAND_OPEN, 1), NG_CLOSE);
  cr_expect_str_eq(name_of(reader), "China");
  select_named(reader, "Taiwan");
  ng_stage_draw_reader(stage, reader);
  cr_expect_null(ng_pin_list_new(reader, &context), "it stands alone");
}

Test(ui_map, enter_goes_into_the_text)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = map_of(stage, article, "Taiwan");
  cr_expect_str_eq(ng_map_opens(reader), "go there");
  press(stage, reader, NG_COMMAND_MAP_OPEN, 1);
  cr_expect_eq(reader->focus, NG_PANE_ARTICLE);
  cr_expect_not(reader->zoomed);
  cr_expect_str_eq(name_of(reader), "Taiwan");
}

/* From another pane that has the screen, the map is there at once, and as ready as from the list. */
Test(ui_map, opened_from_a_zoomed_pane_it_has_a_place_selected)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  press(stage, reader, NG_COMMAND_RELATIONS, 0);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  press(stage, reader, NG_COMMAND_PLACES, 0);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "China");
  cr_expect(stage->canvas->cursor_row >= 0);
}

/* Of eleven mentions and four relations neither takes all the rows below the map from the other. */
Test(ui_map, below_it_mentions_and_relations_share_the_rows)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = map_of(stage, article, "China");
  cr_expect_str_eq(ng_reader_selected(reader)->name, "China");
  g_autofree char *text = ng_stage_text(stage);
  static const char *const expected[] = {" 1–7 of 11", " 7  ¶ 8 ", "Pentagon ─ accuses ─► China",
                                         "China ─ criticises ─► United States", "China ╌ named with"};
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
    cr_expect(strstr(text, expected[i]), "%s: %s", expected[i], text);
}

Test(ui_map, a_filter_is_the_lists_and_the_maps)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = map_of(stage, article, "Germany");
  ng_list_filter(&reader->places, "ger");
  ng_stage_draw_reader(stage, reader);
  guint n;
  ng_places_all(reader, &n);
  cr_expect_eq(n, 1);
  g_autofree char *head = ng_stage_row(stage, 0);
  cr_expect(strstr(head, "Places /ger") && strstr(head, "1 of 1"), "%s", head);
  ng_list_filter(&reader->places, "nothing like it");
  ng_stage_draw_reader(stage, reader);
}

Test(ui_map, a_click_selects_a_pin_or_a_row)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = map_of(stage, article, "Beijing");
  const NgEntity *entities = ng_reader_entities(reader);
  cr_expect_str_eq(entities[ng_map_at(reader, 2, 60)].name, "United States");
  const NgPins *pins = ng_places_pins(reader);
  guint n;
  const NgPlace *all = ng_places_all(reader, &n);
  for (uint32_t i = 0; i < pins->n_pins; i++)
    cr_expect_eq(ng_map_at(reader, 1 + pins->pins[i].row, 1 + pins->pins[i].col), all[pins->pins[i].first].entity);
  cr_expect_eq(ng_map_at(reader, 22, 2), NG_NONE);
}

/* ---- what is not there, and what is wrong ---- */

Test(ui_map, without_a_place_that_lies_anywhere_there_is_no_map)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  static const char tei[] = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p><placeName>Xyzzyx</placeName> "
                            "is nice.</p></body></text></TEI>";
  g_autoptr(NgArticle) article = ng_load_memory(tei, strlen(tei), "made.xml", NULL);
  g_autoptr(NgReader) reader = map_of(stage, article, "Xyzzyx");
  cr_expect_not(reader->zoomed);
  cr_expect_not(ng_map_is_open(reader));
  cr_expect_eq(reader->layout.map_rows, 0);
  cr_expect_not(ng_places_loaded(reader), "no coasts are read for it");
  press(stage, reader, NG_COMMAND_ZOOM_IN, 1);
  cr_expect_str_eq(reader->message, "the map is not open: 3 3 opens it");
}

Test(ui_map, the_coasts_are_read_when_a_drawing_wants_them_and_not_before)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  cr_expect_not(ng_places_wait(reader));
  ng_reader_draw(reader, stage->canvas, NULL);
  cr_expect(ng_places_wait(reader));
  cr_expect_gt(reader->layout.map_rows, 0, "its room is kept");
  ng_places_load(reader, "/nowhere");
  cr_expect_not(ng_places_wait(reader));
  ng_reader_draw(reader, stage->canvas, NULL);
  cr_expect_not(ng_places_wait(reader), "missing coasts are not asked for again");
}

static NgArticle *article_with(const char *places)
{
  g_autoptr(GString) list = g_string_new(NULL);
  g_autoptr(GString) text = g_string_new(NULL);
  g_auto(GStrv) all = g_strsplit(places, ";", -1);
  for (guint i = 0; all[i]; i++) {
    g_string_append_printf(list,
                           "<place xml:id=\"x%u\"><placeName>Place %u</placeName><location><geo>%s</geo></location>"
                           "</place>",
                           i, i, all[i]);
    g_string_append_printf(text, "<placeName ref=\"#x%u\">Place %u</placeName> ", i, i);
  }
  g_autofree char *body = g_strdup_printf("<p>%s</p><listPlace>%s</listPlace>", text->str, list->str);
  return ng_stage_article_of(body);
}

Test(ui_map, hostile_coordinates)
{
  static const char *const all[] = {
      "90 0;-90 0;0 180;0 -180;89.99 179.99",
      "91 0;0 181;1e308 1e308;-1e308 0;nan nan;0 0",
      "116.4 39.9;48 2;48 2;48 2",
      "0 0",
  };
  static const int sizes[][2] = {{1, 1},   {16, 4},  {20, 5},   {59, 13}, {69, 20},
                                 {70, 24}, {80, 24}, {101, 31}, {300, 90}};
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
    g_autoptr(NgArticle) article = article_with(all[i]);
    for (gsize s = 0; s < G_N_ELEMENTS(sizes); s++) {
      g_autoptr(NgStage) stage = ng_stage_new(sizes[s][0], sizes[s][1], s % 2);
      g_autoptr(NgReader) reader = map_of(stage, article, NULL);
      for (int k = 0; k < 12; k++) {
        press(stage, reader, k % 3 == 2 ? NG_COMMAND_PAN_UP : NG_COMMAND_ZOOM_IN, 1 + k);
        press(stage, reader, NG_COMMAND_NEXT_PLACE, 1);
      }
      press(stage, reader, NG_COMMAND_ZOOM_OUT, 9999);
      press(stage, reader, NG_COMMAND_PAN_LEFT, 9999);
      press(stage, reader, NG_COMMAND_PROJECTION, 1);
      press(stage, reader, NG_COMMAND_BLOCKS, 1);
    }
  }
}

/* `n` places, `step_deg` apart along the parallels; all on one point if that is 0. */
static NgArticle *article_of_many(int n, double step_deg)
{
  g_autoptr(GString) places = g_string_new(NULL);
  for (int i = 0; i < n; i++) {
    double east = i * step_deg;
    char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(lat, sizeof lat, "%.3f", step_deg > 0 ? (int)(east / 360) % 120 - 55 : 48.2);
    g_ascii_formatd(lon, sizeof lon, "%.3f", fmod(east, 360) - 180);
    g_string_append_printf(places, "%s%s %s", i ? ";" : "", lat, lon);
  }
  return article_with(places->str);
}

Test(ui_map, ten_thousand_places)
{
  for (int apart = 0; apart < 2; apart++) {
    g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
    g_autoptr(NgArticle) article = article_of_many(10000, apart * 3.7);
    g_autoptr(NgReader) reader = map_of(stage, article, "Place 7");
    double began = ng_spent_s();
    for (int i = 0; i < 10; i++) {
      press(stage, reader, NG_COMMAND_NEXT_PLACE, 1);
      press(stage, reader, NG_COMMAND_ZOOM_IN, 1);
      press(stage, reader, NG_COMMAND_PAN_RIGHT, 1);
    }
    cr_expect(ng_spent_within(began, 3), "thirty keys");
    cr_expect(apart || strcmp(name_of(reader), "Place 17") == 0, "%s", name_of(reader));
    press(stage, reader, NG_COMMAND_ALL_PLACES, 1);
    g_autofree char *head = ng_stage_row(stage, 0);
    cr_expect(strstr(head, "10001 of 10001 on the map"), "with Bali: %s", head);
    NgOverlayContext context = {0};
    g_autoptr(NgOverlay) list = ng_pin_list_new(reader, &context);
    cr_assert_not_null(list);
    ng_stage_draw_overlay(stage, list, reader);
    cr_expect_eq(list->ops->command(list, reader, NG_COMMAND_LINE_DOWN, 1), NG_DONE);
    cr_expect_eq(list->ops->command(list, reader, NG_COMMAND_OPEN, 1), NG_CLOSE);
  }
}

/* Longitude first, or off the globe: refused, told of, and then looked up like any place without coordinates. */
Test(ui_map, refused_coordinates_are_told_of)
{
  static const char *const refused[] = {"116.4 39.9", "120 0", "0 181", "-91 0", "nan 5"};
  for (gsize i = 0; i < G_N_ELEMENTS(refused); i++) {
    g_autofree char *both = g_strconcat(refused[i], ";48 2", NULL);
    g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
    g_autoptr(NgArticle) article = article_with(both);
    g_autoptr(NgReader) reader = map_of(stage, article, "Place 0");
    uint32_t n;
    const NgDiagnostic *told = ng_article_diagnostics(article, &n, NULL);
    cr_assert_eq(n, 1, "%s", refused[i]);
    cr_expect(g_str_has_prefix(told[0].message, NG_COORDINATES_REFUSED), "%s", told[0].message);
    cr_expect(isnan(ng_place_position(reader, reader->entity).lat_deg), "%s", refused[i]);
    g_autofree char *status = ng_stage_row(stage, 39);
    cr_expect(strstr(status, "1 problem"), "%s", status);
    press(stage, reader, NG_COMMAND_PREVIOUS_PLACE, 9);
    cr_expect_str_eq(name_of(reader), "Place 1");
  }
}
