/* Places that the mark-up leaves without coordinates: looked up for list, map and card, and only then. */
#include "load/load.h"
#include "tests/rows.h"
#include "tests/ui.h"
#include "ui/overlays.h"
#include "ui/view_map.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/* Where no place tells its coordinates. The caller frees it. */
static NgArticle *article_of(const char *text)
{
  g_autofree char *tei = g_strdup_printf(
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>A title</title>"
      "</titleStmt></fileDesc></teiHeader><text><body><p>%s</p></body></text></TEI>",
      text);
  return ng_load_memory(tei, strlen(tei), "made.xml", NULL);
}

#define AT(name) "<placeName>" name "</placeName>"

static NgArticle *two_georgias(void)
{
  return article_of("From " AT("Atlanta") " the road through " AT("Georgia") " leads to " AT(
      "Savannah") "; no road leads to "
                  "or from " AT("Xyzzyx") ". " AT("Georgia") " is not in " AT("Europe") ", nor is " AT("Atlanta") ".");
}

static uint32_t named(const NgArticle *article, const char *name)
{
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  uint32_t i = 0;
  while (i < n && strcmp(entities[i].name, name) != 0)
    i++;
  cr_assert_lt(i, n, "no one called %s", name);
  return i;
}

static void press(NgStage *stage, NgReader *reader, NgCommandId command, int count)
{
  cr_assert(ng_reader_command(reader, command, count));
  ng_stage_draw_reader(stage, reader);
}

static NgReader *reader_of(NgStage *stage, const NgArticle *article, const char *selected)
{
  NgReader *reader = ng_reader_new(article);
  ng_reader_select(reader, named(article, selected), NG_NONE);
  ng_stage_draw_reader(stage, reader);
  press(stage, reader, NG_COMMAND_PLACES, 0);
  return reader;
}

/* ---- list and map ---- */

typedef struct {
  int cols, rows;
  bool ascii, map;
} Screen;

TableTestRows(ui_where, golden)
{
  static Screen screens[] = {
      {80, 24, false, false}, {120, 40, false, false}, {200, 60, false, false}, {80, 24, true, false},
      {120, 40, true, false}, {200, 60, true, false},  {80, 24, false, true},   {120, 40, false, true},
      {200, 60, false, true}, {80, 24, true, true},    {120, 40, true, true},   {200, 60, true, true},
      {40, 12, false, true},
  };
  return cr_make_param_array(Screen, screens, G_N_ELEMENTS(screens));
}

TableTest(Screen *screen, ui_where, golden)
{
  g_autoptr(NgStage) stage = ng_stage_new(screen->cols, screen->rows, screen->ascii);
  g_autoptr(NgArticle) article = two_georgias();
  g_autoptr(NgReader) reader = reader_of(stage, article, "Georgia");
  if (screen->map)
    press(stage, reader, NG_COMMAND_PLACES, 0);
  g_autofree char *name = g_strdup_printf("where-%s%s", screen->map ? "map" : "list", screen->ascii ? "-ascii" : "");
  cr_assert(ng_stage_is_golden(stage, name));
}

Test(ui_where, before_it_is_looked_up_a_place_lies_nowhere_and_keeps_its_room)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = two_georgias();
  g_autoptr(NgReader) reader = ng_reader_new(article);
  cr_expect_not(ng_places_wait(reader));
  ng_reader_draw(reader, stage->canvas, NULL);
  cr_expect(ng_places_wait(reader));
  cr_expect(isnan(ng_place_position(reader, named(article, "Georgia")).lat_deg));
  int rows = reader->layout.map_rows;
  cr_expect_gt(rows, 0);
  ng_stage_draw_reader(stage, reader);
  cr_expect_float_eq(ng_place_position(reader, named(article, "Georgia")).lat_deg, 32.6, 1);
  cr_expect_eq(reader->layout.map_rows, rows);
}

/* Nothing is opened for what the article tells, and what is missing is told of, once it is asked for. */
Test(ui_where, an_article_that_tells_where_its_places_lie_reads_no_gazetteer)
{
  static const char located[] =
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><standOff><listPlace><place "
      "xml:id=\"a\"><placeName>Atlanta</placeName>"
      "<country>Elsewhere</country><location><geo>1 2</geo></location></place></listPlace></standOff><text><body><p>"
      "<placeName ref=\"#a\">Atlanta</placeName></p></body></text></TEI>";
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) tells = ng_load_memory(located, strlen(located), "made.xml", NULL), asks = two_georgias();
  g_autoptr(NgReader) telling = ng_reader_new(tells), asking = ng_reader_new(asks);
  ng_reader_draw(telling, stage->canvas, NULL);
  ng_places_load(telling, "/nowhere");
  cr_assert_not_null(ng_places_atlas(telling));
  cr_expect_not(ng_atlas_asked(ng_places_atlas(telling)));
  cr_expect_null(ng_atlas_trouble(ng_places_atlas(telling)));
  cr_expect_float_eq(ng_place_position(telling, 0).lat_deg, 1, 1e-9);
  cr_expect_str_eq(ng_place_where(telling, 0).country, "Elsewhere");
  ng_reader_draw(asking, stage->canvas, NULL);
  ng_places_load(asking, "/nowhere");
  cr_expect_not_null(ng_atlas_trouble(ng_places_atlas(asking)));
  ng_reader_draw(asking, stage->canvas, NULL);
  cr_expect_not(ng_places_wait(asking), "it is not asked for again");
  cr_expect_eq(asking->layout.map_rows, 0);
}

/* ---- the card ---- */

static NgOverlay *card_of(NgStage *stage, NgReader *reader)
{
  NgOverlay *card = ng_who_card_new(reader, NULL);
  ng_stage_draw_overlay(stage, card, reader);
  return card;
}

static NgOutcome tell(NgStage *stage, NgOverlay *card, NgReader *reader, NgCommandId command, int count)
{
  NgOutcome outcome = card->ops->command(card, reader, command, count);
  ng_stage_draw_reader(stage, reader);
  ng_stage_draw_overlay(stage, card, reader);
  return outcome;
}

TableTestRows(ui_where, golden_card)
{
  static Screen screens[] = {
      {80, 24, false, false}, {120, 40, false, false}, {200, 60, false, false}, {40, 12, false, false},
      {80, 24, true, false},  {120, 40, true, false},  {200, 60, true, false},  {120, 40, false, true},
  };
  return cr_make_param_array(Screen, screens, G_N_ELEMENTS(screens));
}

TableTest(Screen *screen, ui_where, golden_card)
{
  g_autoptr(NgStage) stage = ng_stage_new(screen->cols, screen->rows, screen->ascii);
  g_autoptr(NgArticle) article = two_georgias();
  g_autoptr(NgReader) reader = reader_of(stage, article, "Georgia");
  if (screen->map)
    press(stage, reader, NG_COMMAND_PLACES, 0);
  g_autoptr(NgOverlay) card = card_of(stage, reader);
  cr_expect_eq(tell(stage, card, reader, NG_COMMAND_LINE_DOWN, 1), NG_DONE);
  g_autofree char *name = g_strdup_printf("where-card%s%s", screen->map ? "-map" : "", screen->ascii ? "-ascii" : "");
  cr_expect(ng_stage_is_golden(stage, name));
}

Test(ui_where, a_candidate_is_walked_to_and_chosen_and_all_follows)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = two_georgias();
  uint32_t georgia = named(article, "Georgia");
  g_autoptr(NgReader) reader = reader_of(stage, article, "Georgia");
  press(stage, reader, NG_COMMAND_PLACES, 0);
  g_autoptr(NgOverlay) card = card_of(stage, reader);
  int col = ng_places_pins(reader)->pins[ng_places_pins(reader)->pin_of[1]].col;
  cr_expect_str_eq(ng_place_where(reader, georgia).country, "United States");
  tell(stage, card, reader, NG_COMMAND_LINE_DOWN, 1);
  cr_expect_str_eq(ng_place_where(reader, georgia).country, "United States", "it is only looked at");
  cr_expect_eq(tell(stage, card, reader, NG_COMMAND_OPEN, 0), NG_DONE);
  cr_expect_null(ng_place_where(reader, georgia).country, "the country is its name");
  cr_expect_eq(ng_place_where(reader, georgia).source, NG_ATLAS_USER);
  cr_expect_neq(ng_places_pins(reader)->pins[ng_places_pins(reader)->pin_of[1]].col, col);
  g_autofree char *text = ng_stage_text(stage);
  cr_expect(strstr(text, "chosen by you, 2 of 2"), "%s", text);
  cr_expect_eq(tell(stage, card, reader, NG_COMMAND_LINE_UP, 9), NG_DONE);
  cr_expect_eq(tell(stage, card, reader, NG_COMMAND_OPEN, 0), NG_DONE);
  cr_expect_str_eq(ng_place_where(reader, georgia).country, "United States");
}

Test(ui_where, the_card_of_another_place_begins_anew)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = two_georgias();
  g_autoptr(NgReader) reader = reader_of(stage, article, "Georgia");
  g_autoptr(NgOverlay) card = card_of(stage, reader);
  tell(stage, card, reader, NG_COMMAND_LINE_DOWN, 1);
  ng_reader_select(reader, named(article, "Savannah"), NG_NONE);
  tell(stage, card, reader, NG_COMMAND_NEXT_MENTION, 1);
  cr_expect_eq(tell(stage, card, reader, NG_COMMAND_OPEN, 0), NG_DONE);
  cr_expect_str_eq(ng_place_where(reader, reader->entity).country, "United States", "the first is chosen");
}

typedef struct {
  char name[24], says[64];
} Said;

TableTestRows(ui_where, card_says)
{
  static Said said[] = {
      {"Xyzzyx", "not known: the gazetteer has no such name"},
      {"Europe", "too wide for a point, by the gazetteer"},
      {"Georgia", "by the gazetteer, the likeliest of 2"},
      {"Nanking", "Nanjing, Jiangsu, China (city)"},
      {"Santa Cruz", "1 to 5 of "},
  };
  return cr_make_param_array(Said, said, G_N_ELEMENTS(said));
}

TableTest(Said *said, ui_where, card_says)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = article_of(
      AT("Georgia") " " AT("Xyzzyx") " " AT("Nanking") " " AT("Europe") " " AT("Santa Cruz") " " AT("Atlanta"));
  g_autoptr(NgReader) reader = reader_of(stage, article, said->name);
  g_autoptr(NgOverlay) card = card_of(stage, reader);
  g_autofree char *text = ng_stage_text(stage);
  cr_expect(card && strstr(text, said->says), "%s: %s", said->name, text);
}

/* A place does nothing: what a capital does, its government does. */
Test(ui_where, a_capital_that_acts_acts_for_its_government)
{
  static const Said acting[] = {{"Washington", "Acts for  the government (United States)"},
                                {"Beijing", ""}, /* done to it */
                                {"Boston", ""},  /* no capital */
                                {"Paris", ""},   /* lies somewhere */
                                {"Oslo", "Acts for  the government (Norway)"},
                                {"Helsinki", "Acts for  the government (Finland)"}};
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = article_of(
      "<placeName ref='#a'>Washington</placeName> <placeName ref='#b'>Beijing</placeName> <placeName "
      "ref='#c'>Boston</placeName> <placeName ref='#d'>Paris</placeName> <placeName ref='#e'>Oslo</placeName> "
      "<placeName ref='#f'>Helsinki</placeName><listRelation><relation name='accuse' active='#a' passive='#b'/>"
      "<relation name='accuse' active='#c' passive='#b'/><relation name='located' active='#d' passive='#a'/>"
      "<relation name='agree' mutual='#e #f'/></listRelation>");
  for (gsize i = 0; i < G_N_ELEMENTS(acting); i++) {
    g_autoptr(NgReader) reader = reader_of(stage, article, acting[i].name);
    g_autoptr(NgOverlay) card = card_of(stage, reader);
    cr_assert_not_null(card);
    g_autofree char *text = ng_stage_text(stage);
    cr_expect(*acting[i].says ? strstr(text, acting[i].says) != NULL : !strstr(text, "Acts for"), "%s: %s",
              acting[i].name, text);
  }
}

/* Wherever the cursor is, it is seen; and what has nothing to choose lets Enter through. */
Test(ui_where, a_small_card_shows_the_cursor)
{
  g_autoptr(NgArticle) article = article_of(AT("Santa Cruz") " lies in " AT("Europe"));
  static const int sizes[][2] = {{120, 40}, {80, 24}, {40, 12}, {30, 8}, {20, 5}, {10, 3}, {1, 1}};
  for (gsize s = 0; s < G_N_ELEMENTS(sizes); s++) {
    g_autoptr(NgStage) stage = ng_stage_new(sizes[s][0], sizes[s][1], false);
    g_autoptr(NgReader) reader = reader_of(stage, article, "Santa Cruz");
    g_autoptr(NgOverlay) card = card_of(stage, reader);
    for (int i = 0; i < 30; i++) {
      cr_expect_eq(tell(stage, card, reader, i < 15 ? NG_COMMAND_LINE_DOWN : NG_COMMAND_LINE_UP, 1), NG_DONE);
      g_autofree char *text = ng_stage_text(stage);
      cr_expect(sizes[s][1] < 8 || i >= 8 || strstr(text, "› "), "%dx%d, %d:\n%s", sizes[s][0], sizes[s][1], i, text);
    }
    ng_reader_select(reader, named(article, "Europe"), NG_NONE);
    cr_expect_eq(tell(stage, card, reader, NG_COMMAND_OPEN, 1), NG_PASS);
  }
}

/* ---- the way onto the map ---- */

Test(ui_where, the_map_selects_a_place_where_none_was)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Qin Gang");
  press(stage, reader, NG_COMMAND_PLACES, 0);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Qin Gang", "the list alone does not");
  press(stage, reader, NG_COMMAND_PLACES, 0);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "China");
  ng_reader_select(reader, named(article, "Norway"), NG_NONE);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Norway");
}
