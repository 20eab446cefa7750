/* The card of who someone is and the list of all mentions, cell by cell; what they do with commands. */
#include "load/load.h"
#include "tests/ui.h"
#include "ui/kept.h"
#include "ui/overlays.h"
#include "ui/who.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

/* The bundled article on a shelf of the six, all loaded. */
typedef struct {
  NgStage *stage;
  NgShelf *shelf;
  NgKeymap *keymap;
  NgReader *reader;
  NgOverlay *overlay;
} Scene;

static NgArticle *load(const char *path, void *loading, GError **error)
{
  (void)loading;
  return ng_load(path, error);
}

static Scene scene_new(int cols, int rows, bool ascii)
{
  static const char *const names[] = {NG_STAGE_ARTICLE,         "2022-11-14-bali.xml",
                                      "2023-02-04-balloon.xml", "2023-03-10-saudi-iran.xml",
                                      "2023-04-06-macron.xml",  "2023-04-26-zelensky.xml"};
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_ptr_array_add(paths, ng_stage_article_path(names[i]));
  Scene scene = {.stage = ng_stage_new(cols, rows, ascii), .keymap = ng_keymap_new()};
  scene.shelf = ng_shelf_new((char *const *)paths->pdata, paths->len, load, NULL);
  while (ng_shelf_load_next(scene.shelf))
    continue;
  scene.reader = ng_shelf_reader(scene.shelf, 0);
  ng_stage_draw_reader(scene.stage, scene.reader);
  ng_reader_command(scene.reader, NG_COMMAND_NEXT_MENTION, 2);
  return scene;
}

static void scene_clear(Scene *scene)
{
  ng_overlay_free(scene->overlay);
  ng_shelf_free(scene->shelf);
  ng_keymap_free(scene->keymap);
  ng_stage_free(scene->stage);
}

static NgOverlayContext context_of(const Scene *scene)
{
  return (NgOverlayContext){.keymap = scene->keymap, .shelf = scene->shelf};
}

/* Draws as the program does. */
static void draw(Scene *scene)
{
  NgCanvas *canvas = scene->stage->canvas;
  ng_stage_draw_reader(scene->stage, scene->reader);
  if (scene->overlay->ops->whole)
    ng_canvas_clear(canvas);
  scene->overlay->ops->draw(scene->overlay, scene->reader, canvas);
  g_autoptr(GPtrArray) hold = g_ptr_array_new_with_free_func(g_free);
  NgStatus status = {0};
  scene->overlay->ops->status(scene->overlay, scene->reader, scene->keymap, &status, hold);
  if (canvas->rows < 3)
    return;
  ng_canvas_clear_rect(canvas, (NgRect){canvas->rows - 1, 0, 1, canvas->cols});
  ng_status_draw(&status, canvas, canvas->rows - 1, scene->overlay->ops->whole ? -1 : scene->reader->layout.rule_col);
}

static NgOutcome run(Scene *scene, NgCommandId command, int count)
{
  return scene->overlay->ops->command(scene->overlay, scene->reader, command, count);
}

typedef struct {
  int cols, rows;
  bool ascii;
} Size;

static Size sizes[] = {{80, 24, false}, {120, 40, false}, {200, 60, false}, {40, 12, false},
                       {20, 5, false},  {10, 3, false},   {1, 1, false},    {80, 24, true}};

ParameterizedTestParameters(card, golden)
{
  return cr_make_param_array(Size, sizes, G_N_ELEMENTS(sizes));
}

ParameterizedTest(Size *size, card, golden)
{
  Scene scene = scene_new(size->cols, size->rows, size->ascii);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_who_card_new(scene.reader, &context);
  draw(&scene);
  cr_expect(ng_stage_is_golden(scene.stage, size->ascii ? "card-ascii" : "card"));
  scene_clear(&scene);
}

ParameterizedTestParameters(mentions, golden)
{
  return cr_make_param_array(Size, sizes, G_N_ELEMENTS(sizes));
}

ParameterizedTest(Size *size, mentions, golden)
{
  Scene scene = scene_new(size->cols, size->rows, size->ascii);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_mentions_new(scene.reader, &context);
  draw(&scene);
  cr_expect(ng_stage_is_golden(scene.stage, size->ascii ? "mentions-ascii" : "mentions"));
  scene_clear(&scene);
}

Test(card, of_a_speaker)
{
  g_autoptr(NgArticle) article = ng_stage_article_of(
      "<p><persName ref='#q'>Qin</persName> said <said who='#q' n='said'>it was over</said> and told them "
      "<said who='#q' n='told'>to go</said>. He: <said who='#q' n='according to'>no</said>, <said "
      "who='#q'>a</said>, <said who='#q'>b</said>, <said who='#q'>c</said>.</p>");
  g_autoptr(NgStage) stage = ng_stage_new(80, 30, false);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  ng_reader_select(reader, ng_article_entity_by_id(article, "q"), 0);
  g_autoptr(NgWho) who = ng_who_new(reader, NG_WHO_CARD, 60, NG_WHO_NO_CURSOR);
  ng_canvas_clear(stage->canvas);
  ng_who_draw(who, reader, stage->canvas, (NgRect){0, 0, 30, 60}, 0);
  g_autofree char *text = ng_stage_text(stage);
  cr_expect(strstr(text, "said      it was over"), "%s", text);
  cr_expect(strstr(text, "told      to go"), "%s", text);
  cr_expect(strstr(text, "said      no"), "%s", text);
  cr_expect(strstr(text, "and 1 more statement\n") || strstr(text, "and 1 more statement "), "%s", text);
  cr_expect_null(strstr(text, "said      c"), "%s", text);
}

Test(card, of_a_place)
{
  Scene scene = scene_new(120, 40, false);
  NgOverlayContext context = context_of(&scene);
  ng_reader_select(scene.reader, ng_article_entity_by_id(scene.reader->article, "bali"), NG_NONE);
  scene.overlay = ng_who_card_new(scene.reader, &context);
  draw(&scene);
  cr_expect(ng_stage_is_golden(scene.stage, "card-place"));
  scene_clear(&scene);
}

Test(card, follows_the_next_mention_and_lets_other_movement_through)
{
  Scene scene = scene_new(80, 24, false);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_who_card_new(scene.reader, &context);
  draw(&scene);
  uint32_t mention = scene.reader->mention;
  cr_expect_eq(run(&scene, NG_COMMAND_NEXT_MENTION, 0), NG_DONE);
  cr_expect_neq(scene.reader->mention, mention);
  cr_expect_eq(run(&scene, NG_COMMAND_NEXT_NAME, 0), NG_PASS);
  cr_expect_eq(run(&scene, NG_COMMAND_RELATIONS, 0), NG_PASS);
  cr_expect_eq(run(&scene, NG_COMMAND_MENTIONS, 0), NG_NOT_MINE);
  cr_expect_eq(run(&scene, NG_COMMAND_QUIT, 0), NG_CLOSE);
  scene_clear(&scene);
}

Test(card, never_covers_the_mention)
{
  Scene scene = scene_new(120, 40, false);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_who_card_new(scene.reader, &context);
  for (uint32_t i = 0; i < 9; i++) {
    uint32_t n;
    ng_reader_go_to_mention(scene.reader, ng_article_mentions_of(scene.reader->article, scene.reader->entity, &n)[i]);
    ng_stage_draw_reader(scene.stage, scene.reader);
    int row = scene.stage->canvas->cursor_row;
    g_autofree char *before = ng_stage_row(scene.stage, row);
    draw(&scene);
    g_autofree char *after = ng_stage_row(scene.stage, row);
    cr_expect_str_eq(after, before, "mention %u", i + 1);
  }
  scene_clear(&scene);
}

Test(mentions, enter_goes_there_and_elsewhere_asks_for_the_other_article)
{
  Scene scene = scene_new(120, 40, false);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_mentions_new(scene.reader, &context);
  draw(&scene);
  run(&scene, NG_COMMAND_LINE_DOWN, 2);
  cr_expect_eq(run(&scene, NG_COMMAND_OPEN, 0), NG_CLOSE);
  cr_expect_eq(ng_article_mention_ordinal(scene.reader->article, scene.reader->mention), 4);
  cr_expect_eq(scene.shelf->wanted.item, G_MAXUINT);
  run(&scene, NG_COMMAND_END, 0);
  run(&scene, NG_COMMAND_LINE_DOWN, 1);
  cr_expect_eq(run(&scene, NG_COMMAND_OPEN, 0), NG_CLOSE);
  cr_expect_eq(scene.shelf->wanted.item, 4);
  scene_clear(&scene);
}

static void click(Scene *scene, int row)
{
  scene->overlay->ops->click(scene->overlay, scene->reader, row, 5);
}

static int row_of(const Scene *scene, const char *text)
{
  for (int row = 0; row < scene->stage->canvas->rows; row++) {
    g_autofree char *line = ng_stage_row(scene->stage, row);
    if (strstr(line, text))
      return row;
  }
  cr_assert(false, "no row with %s", text);
  return -1;
}

Test(mentions, tab_crosses_to_the_other_articles_and_back)
{
  Scene scene = scene_new(120, 40, false);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_mentions_new(scene.reader, &context);
  draw(&scene);
  run(&scene, NG_COMMAND_NEXT_NAME, 0);
  draw(&scene);
  cr_expect_gt(scene.stage->canvas->cursor_row, row_of(&scene, "Elsewhere"));
  row_of(&scene, "article 1 of 1 elsewhere · the earliest first");
  run(&scene, NG_COMMAND_NEXT_NAME, 0);
  cr_expect_eq(run(&scene, NG_COMMAND_OPEN, 0), NG_CLOSE);
  cr_expect_eq(ng_article_mention_ordinal(scene.reader->article, scene.reader->mention), 0);
  run(&scene, NG_COMMAND_PREVIOUS_NAME, 0);
  cr_expect_eq(run(&scene, NG_COMMAND_OPEN, 0), NG_CLOSE);
  cr_expect_eq(scene.shelf->wanted.item, 4);
  scene_clear(&scene);
}

Test(mentions, a_click_chooses_a_row_of_the_list_alone)
{
  Scene scene = scene_new(120, 40, false);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_mentions_new(scene.reader, &context);
  draw(&scene);
  int first = scene.stage->canvas->cursor_row;
  click(&scene, first + 2);
  draw(&scene);
  cr_expect_eq(scene.stage->canvas->cursor_row, first + 2);
  click(&scene, 0);
  click(&scene, row_of(&scene, "Elsewhere"));
  click(&scene, 1000);
  draw(&scene);
  cr_expect_eq(scene.stage->canvas->cursor_row, first + 2);
  scene_clear(&scene);
}

Test(mentions, filter)
{
  Scene scene = scene_new(120, 40, false);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_mentions_new(scene.reader, &context);
  scene.overlay->ops->filter(scene.overlay, scene.reader, "burns");
  draw(&scene);
  g_autofree char *head = ng_stage_row(scene.stage, 0);
  cr_expect(strstr(head, "Mentions of Qin Gang /burns") && strstr(head, "5 of 9"), "%s", head);
  scene.overlay->ops->filter(scene.overlay, scene.reader, "nothing like (this");
  draw(&scene);
  g_autofree char *row = ng_stage_row(scene.stage, 5);
  cr_expect(strstr(row, "nothing matches"), "%s", row);
  cr_expect_eq(run(&scene, NG_COMMAND_OPEN, 0), NG_DONE);
  scene_clear(&scene);
}

Test(mentions, the_head_tells_which_are_seen)
{
  static const struct {
    int cols, rows;
    NgCommandId command;
    const char *right;
  } cases[] = {{80, 9, NG_COMMAND_START, " 1–7 of 9"},
               {80, 9, NG_COMMAND_END, " 3–9 of 9"},
               {80, 24, NG_COMMAND_START, "━ 9"},
               {40, 9, NG_COMMAND_START, "━ 9"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    Scene scene = scene_new(cases[i].cols, cases[i].rows, false);
    NgOverlayContext context = context_of(&scene);
    scene.overlay = ng_mentions_new(scene.reader, &context);
    draw(&scene);
    run(&scene, cases[i].command, 0);
    draw(&scene);
    g_autofree char *head = ng_stage_row(scene.stage, 0);
    cr_expect(g_str_has_suffix(g_strchomp(head), cases[i].right), "%s: %s", cases[i].right, head);
    scene_clear(&scene);
  }
}

/* An id that two articles share means one person only if the names agree. */
Test(kept, ids_of_other_names_are_somebody_else)
{
  Scene scene = scene_new(80, 24, false);
  NgShelved *other = ng_shelf_item(scene.shelf, 1);
  ng_article_free(other->article);
  g_clear_pointer(&other->names, g_hash_table_unref);
  const char *tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><standOff><listPerson><person xml:id=\"qin\">"
                    "<persName>Ada Lovelace</persName></person></listPerson></standOff><text><body>"
                    "<p><persName ref=\"#qin\">Ada</persName> wrote.</p></body></text></TEI>";
  other->article = ng_load_memory(tei, strlen(tei), "other.xml", NULL);
  g_autoptr(GArray) kept = ng_kept_of(scene.shelf, scene.reader->article, scene.reader->entity);
  cr_assert_eq(kept->len, 2);
  cr_expect_eq(g_array_index(kept, NgKept, 0).item, 4);
  cr_expect(g_array_index(kept, NgKept, 1).is_this);
  scene_clear(&scene);
}

/* Xi Jinping, whom all six articles name. */
static Scene scene_of_xi(int cols, int rows)
{
  Scene scene = scene_new(cols, rows, false);
  ng_reader_select(scene.reader, ng_find_entity(scene.reader->article, "Xi Jinping", NULL), NG_NONE);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_who_card_new(scene.reader, &context);
  draw(&scene);
  return scene;
}

static void expect_status(Scene *scene, const char *text, bool there)
{
  draw(scene);
  g_autofree char *status = ng_stage_row(scene->stage, scene->stage->canvas->rows - 1);
  cr_expect_eq(strstr(status, text) != NULL, there, "%s", status);
}

Test(card, the_cursor_walks_the_articles_elsewhere_and_enter_goes_there)
{
  Scene scene = scene_of_xi(120, 40);
  expect_status(&scene, "Enter go there", true);
  cr_expect_eq(scene.stage->canvas->cursor_row, row_of(&scene, "Three hours in Bali"));
  run(&scene, NG_COMMAND_LINE_DOWN, 3);
  draw(&scene);
  cr_expect_eq(scene.stage->canvas->cursor_row, row_of(&scene, "Macron takes"));
  run(&scene, NG_COMMAND_LINE_DOWN, 1000);
  draw(&scene);
  cr_expect_eq(scene.stage->canvas->cursor_row, row_of(&scene, "Xi telephones Zelensky"),
               "this article is none of them");
  run(&scene, NG_COMMAND_LINE_UP, 2);
  cr_expect_eq(run(&scene, NG_COMMAND_OPEN, 0), NG_CLOSE);
  const NgShelved *wanted = ng_shelf_item(scene.shelf, scene.shelf->wanted.item);
  cr_expect(g_str_has_suffix(wanted->path, "saudi-iran.xml"), "%s", wanted->path);
  uint32_t n;
  cr_expect_str_eq(ng_article_entities(wanted->article, &n)[scene.shelf->wanted.entity].name, "Xi Jinping");
  scene_clear(&scene);
}

Test(card, a_cursor_that_would_have_to_be_scrolled_to_comes_when_it_is)
{
  Scene scene = scene_of_xi(80, 16);
  expect_status(&scene, "Enter", false);
  g_autofree char *top = ng_stage_text(scene.stage);
  cr_expect_not_null(strstr(top, "leader of China"), "the card begins at its first row");
  run(&scene, NG_COMMAND_LINE_DOWN, 1000);
  expect_status(&scene, "Enter go there", true);
  cr_expect_eq(scene.stage->canvas->cursor_row, row_of(&scene, "Xi telephones"));
  run(&scene, NG_COMMAND_LINE_UP, 1000);
  expect_status(&scene, "Enter", false);
  g_autofree char *again = ng_stage_text(scene.stage);
  cr_expect_str_eq(again, top);
  scene_clear(&scene);
}

/* Above the first of them the cursor leaves, and the card goes on by a row. */
Test(card, above_the_articles_elsewhere_it_is_scrolled_on)
{
  Scene scene = scene_of_xi(80, 16);
  run(&scene, NG_COMMAND_LINE_DOWN, 1000);
  draw(&scene);
  int n = 0;
  while (n++ < 20 && row_of(&scene, "Three hours in Bali") != scene.stage->canvas->cursor_row) {
    run(&scene, NG_COMMAND_LINE_UP, 1);
    draw(&scene);
  }
  int row = row_of(&scene, "Three hours in Bali");
  expect_status(&scene, "Enter go there", true);
  run(&scene, NG_COMMAND_LINE_UP, 1);
  expect_status(&scene, "Enter go there", false);
  cr_expect_eq(row_of(&scene, "Three hours in Bali"), row + 1);
  scene_clear(&scene);
}

/* Of somebody else it begins at its first row, and the cursor comes by itself. */
Test(card, of_another_begins_anew)
{
  g_autofree char *first = NULL;
  for (int i = 0; i < 2; i++) {
    Scene scene = scene_of_xi(80, 16);
    if (i)
      run(&scene, NG_COMMAND_LINE_DOWN, 1000);
    draw(&scene);
    ng_reader_select(scene.reader, ng_find_entity(scene.reader->article, "Paul Haenle", NULL), NG_NONE);
    draw(&scene);
    g_autofree char *text = ng_stage_text(scene.stage);
    cr_expect_str_eq(text, first ? first : text);
    if (!first)
      first = g_steal_pointer(&text);
    scene_clear(&scene);
  }
}

/* Whoever is only named together with others: the nearest four, each with the sentences that name both. */
Test(card, of_someone_without_relations_each_of_the_nearest_has_a_row)
{
  g_autoptr(NgStage) stage = ng_stage_new(64, 30, false);
  g_autoptr(NgArticle) article = ng_stage_article_of(
      "<TEI><text><body><p><persName>Ann</persName> saw <persName>Bob</persName>. <persName>Ann</persName>, "
      "<persName>Bob</persName> and <persName>Cid</persName> sang.</p></body></text></TEI>");
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_reader_select(reader, ng_find_entity(article, "Ann", NULL), NG_NONE);
  g_autoptr(NgWho) who = ng_who_new(reader, NG_WHO_CARD, 60, NG_WHO_NO_CURSOR);
  ng_who_draw(who, reader, stage->canvas, (NgRect){0, 0, 30, 60}, 0);
  g_autofree char *text = ng_stage_text(stage);
  const char *bob = strstr(text, "named with    Bob "), *cid = strstr(text, "              Cid ");
  cr_assert(bob && cid && bob < cid, "%s", text);
  cr_expect_eq(strcspn(bob, "2"), strcspn(cid, "1"), "the counts of both stand below each other: %s", text);
}

/* In the pane each spelling stands whole, and the counts below each other. */
Test(card, a_long_spelling_stands_whole_in_the_pane)
{
  static const char name[] = "Alexander Alexandrovich Alexandrov";
  g_autoptr(NgStage) stage = ng_stage_new(64, 30, false);
  g_autofree char *body = g_strdup_printf("<p><persName ref=\"#qin\">%s</persName>, or <persName "
                                          "ref=\"#qin\">Sasha</persName>.</p>",
                                          name);
  g_autoptr(NgArticle) article = ng_stage_article_of(body);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  g_autoptr(NgWho) who = ng_who_new(reader, NG_WHO_PANE, 60, NG_WHO_NO_CURSOR);
  ng_who_draw(who, reader, stage->canvas, (NgRect){0, 0, 30, 60}, 0);
  g_autofree char *text = ng_stage_text(stage);
  const char *whole = strstr(text, name), *other = strstr(text, "Sasha");
  cr_assert(whole && other, "%s", text);
  cr_expect_eq(strcspn(whole, "1"), strcspn(other, "1"), "%s", text);
}

/* A card that does not fit is scrolled, and no further than to its end. */
Test(card, what_does_not_fit_is_scrolled)
{
  Scene scene = scene_new(80, 12, false);
  NgOverlayContext context = context_of(&scene);
  scene.overlay = ng_who_card_new(scene.reader, &context);
  draw(&scene);
  g_autofree char *top = ng_stage_text(scene.stage);
  cr_expect_eq(run(&scene, NG_COMMAND_LINE_DOWN, 1), NG_DONE);
  draw(&scene);
  g_autofree char *second = ng_stage_text(scene.stage);
  cr_expect_str_neq(second, top);
  run(&scene, NG_COMMAND_LINE_DOWN, 1000);
  draw(&scene);
  g_autofree char *end = ng_stage_text(scene.stage);
  cr_expect_str_neq(end, second);
  run(&scene, NG_COMMAND_LINE_DOWN, 1);
  draw(&scene);
  g_autofree char *still = ng_stage_text(scene.stage);
  cr_expect_str_eq(still, end);
  run(&scene, NG_COMMAND_LINE_UP, 1000);
  draw(&scene);
  g_autofree char *again = ng_stage_text(scene.stage);
  cr_expect_str_eq(again, top);
  scene_clear(&scene);
}

/* Tab stops at a note's mark between the names around it; names inside the note come where the note stands. */
Test(note, tab_stops_at_the_mark_and_enter_opens_the_note)
{
  g_autoptr(NgStage) stage = ng_stage_new(60, 20, false);
  g_autoptr(NgArticle) article = ng_stage_article_of("<p><persName ref=\"#qin\">Qin Gang</persName><note>Told by "
                                                     "<persName ref=\"#qin\">Qin</persName> himself, and at "
                                                     "some length, so that the note does not fit one row.</note> flew "
                                                     "to <placeName ref=\"#bali\">Bali</placeName>.</p>"
                                                     "<p>The end.</p>");
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  ng_reader_command(reader, NG_COMMAND_NEXT_NAME, 1);
  cr_assert_neq(reader->note, NG_NONE);
  g_autoptr(NgOverlay) overlay = ng_note_new(reader, NULL);
  cr_assert_not_null(overlay);
  ng_stage_draw_reader(stage, reader);
  overlay->ops->draw(overlay, reader, stage->canvas);
  cr_expect(ng_stage_is_golden(stage, "note"));
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  ng_stage_draw_status(stage, overlay, reader, keymap);
  g_autofree char *status = ng_stage_row(stage, 19);
  cr_expect(strstr(status, "Note 1") && strstr(status, "of 1") && strstr(status, "go there"), "%s", status);
  ng_reader_command(reader, NG_COMMAND_NEXT_NAME, 1);
  cr_expect_eq(reader->note, NG_NONE);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Bali");
  ng_reader_command(reader, NG_COMMAND_NEXT_NAME, 1);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Qin Gang");
  cr_expect_eq(ng_article_mention_ordinal(article, reader->mention), 1);
  ng_reader_command(reader, NG_COMMAND_PREVIOUS_NAME, 2);
  cr_expect_neq(reader->note, NG_NONE);
  ng_reader_command(reader, NG_COMMAND_PREVIOUS_NAME, 1);
  cr_expect_eq(reader->note, NG_NONE);
  cr_expect_eq(reader->mention, 0);
  cr_expect_null(ng_note_new(reader, NULL));
}

/* A mark far below comes on the screen as one stops at it; a note of many rows is scrolled in its card, and Enter goes into it. */
Test(note, a_mark_far_away_and_a_note_of_many_rows)
{
  g_autoptr(GString) body = g_string_new(NULL);
  for (int i = 0; i < 40; i++)
    g_string_append(body, "<p>One more paragraph.</p>");
  g_string_append(body, "<p>The mark<note>");
  for (int i = 0; i < 200; i++)
    g_string_append_printf(body, "word%d ", i);
  g_string_append(body, "</note> is here.</p>");
  g_autoptr(NgArticle) article = ng_stage_article_of(body->str);
  g_autoptr(NgStage) stage = ng_stage_new(60, 14, false);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  ng_reader_command(reader, NG_COMMAND_NEXT_NAME, 1);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *there = ng_stage_text(stage);
  cr_expect(strstr(there, "The mark"), "%s", there);
  g_autoptr(NgOverlay) overlay = ng_note_new(reader, NULL);
  cr_assert_not_null(overlay);
  overlay->ops->draw(overlay, reader, stage->canvas);
  cr_expect_eq(overlay->ops->command(overlay, reader, NG_COMMAND_END, 0), NG_DONE);
  ng_stage_draw_reader(stage, reader);
  overlay->ops->draw(overlay, reader, stage->canvas);
  g_autofree char *end = ng_stage_text(stage);
  cr_expect(strstr(end, "word199") && !strstr(end, "word0 "), "%s", end);
  cr_expect_eq(overlay->ops->command(overlay, reader, NG_COMMAND_HELP, 0), NG_NOT_MINE);
  cr_expect_eq(overlay->ops->command(overlay, reader, NG_COMMAND_QUIT, 0), NG_CLOSE);
  cr_expect_eq(overlay->ops->command(overlay, reader, NG_COMMAND_OPEN, 0), NG_CLOSE);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *inside = ng_stage_text(stage);
  cr_expect(strstr(inside, "word0 "), "%s", inside);
}
