/* The graph of all articles that were opened: in every view of the relations, and from one article into another. */
#include "load/load.h"
#include "tests/ui_expect.h"
#include "ui/joined.h"
#include "ui/view_relations.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

enum { EGO, WHOLE, TREE, MATRIX };

/* Given in another order than that of their dates. */
static const char *const names[] = {"2023-03-10-saudi-iran.xml", "2023-04-06-macron.xml",  "2022-11-14-bali.xml",
                                    "2023-04-26-zelensky.xml",   "2023-02-04-balloon.xml", "2023-05-08-talk-again.xml",
                                    "no-such-article.xml"};

enum { SAUDI_IRAN, MACRON, BALI, TALK_AGAIN = 5, N_READABLE };

static NgArticle *load(const char *path, void *loading, GError **error)
{
  (void)loading;
  return ng_load(path, error);
}

/* The bundled articles, and with `broken` one that is missing. */
static NgShelf *shelf_new(bool broken)
{
  g_auto(GStrv) paths = g_new0(char *, G_N_ELEMENTS(names) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    paths[i] = ng_stage_article_path(names[i]);
  return ng_shelf_new(paths, N_READABLE + broken, load, NULL);
}

static void load_all(NgShelf *shelf)
{
  while (ng_shelf_load_next(shelf))
    continue;
}

/* The bundled articles, all of them loaded. */
static NgShelf *loaded_shelf(void)
{
  NgShelf *shelf = shelf_new(false);
  load_all(shelf);
  return shelf;
}

static void press(NgStage *stage, NgReader *reader, NgCommandId command, int count)
{
  cr_assert(ng_reader_command(reader, command, count));
  ng_stage_draw_reader(stage, reader);
}

/* A reader of the newest article, in the relations of all of them. */
static NgReader *reader_of(NgStage *stage, NgShelf *shelf)
{
  NgReader *reader = ng_shelf_reader(shelf, TALK_AGAIN);
  ng_stage_draw_reader(stage, reader);
  ng_relations_graph_of(reader, "all");
  ng_stage_draw_reader(stage, reader);
  return reader;
}

/* ---- screens ---- */

typedef struct {
  int cols, rows;
  bool ascii, zoomed, evidence;
  int views; /* how often `v` is pressed */
  char find[24], name[24];
} Screen;

ParameterizedTestParameters(joined, golden)
{
  static Screen screens[] = {
      {80, 24, false, false, false, EGO, "", "joined"},
      {120, 40, false, false, false, EGO, "", "joined"},
      {200, 60, false, false, false, EGO, "", "joined"},
      {80, 24, false, true, false, EGO, "", "joined-ego"},
      {120, 40, false, true, false, EGO, "", "joined-ego"},
      {80, 24, true, true, false, EGO, "", "joined-ego-ascii"},
      {80, 24, false, true, true, EGO, "biden", "joined-evidence"},
      {120, 40, false, true, true, EGO, "biden", "joined-evidence"},
      {80, 24, true, true, true, EGO, "biden", "joined-evidence-ascii"},
      {80, 24, false, true, false, WHOLE, "", "joined-whole"},
      {120, 40, false, true, false, WHOLE, "", "joined-whole"},
      {80, 24, true, true, false, WHOLE, "", "joined-whole-ascii"},
      {80, 24, false, true, false, TREE, "", "joined-tree"},
      {120, 40, false, true, false, MATRIX, "", "joined-matrix"},
      {80, 24, false, true, false, MATRIX, "", "joined-matrix"},
  };
  return cr_make_param_array(Screen, screens, G_N_ELEMENTS(screens));
}

/* The whole picture is one of few people, so that it is laid out long before it must be. */
ParameterizedTest(Screen *screen, joined, golden)
{
  g_autoptr(NgStage) stage = ng_stage_new(screen->cols, screen->rows, screen->ascii);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  NgReader *reader = reader_of(stage, shelf);
  if (screen->views == WHOLE)
    ng_relations_filter(reader, "people marked weight>=2");
  if (screen->evidence) /* of someone who is told of in several articles */
    ng_reader_select(reader, ng_find_entity(reader->article, "Xi Jinping", NULL), NG_NONE);
  if (screen->zoomed)
    press(stage, reader, NG_COMMAND_ZOOM, 0);
  for (int i = 0; i < screen->views; i++)
    press(stage, reader, NG_COMMAND_VIEW, 0);
  if (*screen->find)
    cr_assert(ng_relations_find(reader, screen->find, true));
  if (screen->evidence) {
    press(stage, reader, NG_COMMAND_WALK_LEFT, 1);
    press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  }
  ng_stage_draw_reader(stage, reader);
  cr_assert(ng_stage_is_golden(stage, screen->name));
}

/* ---- asking for it ---- */

Test(joined, is_asked_for_and_left_again)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  NgReader *reader = ng_shelf_reader(shelf, TALK_AGAIN);
  ng_stage_draw_reader(stage, reader);
  cr_expect_null(ng_relations_joined(reader), "the open article, until all are asked for");
  ng_stage_has_not(stage, "in 6 articles");
  ng_relations_graph_of(reader, "");
  ng_stage_draw_reader(stage, reader);
  cr_expect_eq(reader->focus, NG_PANE_RELATIONS);
  ng_stage_has(stage, "in 6 articles · 11 of 17");
  ng_relations_graph_of(reader, "");
  ng_stage_draw_reader(stage, reader);
  ng_stage_has(stage, "Relations of Qin Gang ━━━━");
  ng_stage_has(stage, "8 of 14");
  ng_relations_graph_of(reader, "everything");
  cr_expect(reader->message_is_error);
  cr_expect_str_eq(reader->message, "graph-of is article or all");
}

Test(joined, of_one_article_there_is_nothing_to_join)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_relations_graph_of(reader, "all");
  cr_expect_str_eq(reader->message, "only one article is open");
  ng_stage_draw_reader(stage, reader);
  cr_expect_null(ng_relations_joined(reader));
}

Test(joined, waits_for_articles_and_leaves_out_what_cannot_be_read)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgShelf) shelf = shelf_new(true);
  NgReader *reader = reader_of(stage, shelf);
  static const NgCommandId keys[] = {NG_COMMAND_ZOOM, NG_COMMAND_VIEW, NG_COMMAND_VIEW, NG_COMMAND_VIEW};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) { /* in every view, and whatever is done there */
    ng_stage_has(stage, "articles are being loaded");
    press(stage, reader, NG_COMMAND_WALK_DOWN, 1);
    press(stage, reader, NG_COMMAND_NEXT_EDGE, 1);
    press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
    ng_relations_find(reader, "qin", true);
    ng_relations_path(reader, "Qin Gang, Macron");
    press(stage, reader, keys[i], 0);
  }
  ng_stage_has(stage, "in 1 of 7 articles");
  load_all(shelf);
  ng_stage_draw_reader(stage, reader);
  ng_stage_has(stage, "in 6 of 7 articles");
  ng_stage_has(stage, "25 of 25");
  ng_relations_graph_of(reader, "all");
  cr_expect_str_eq(reader->message, "1 of 7 files cannot be read");
}

/* The article that is open may be among those that are left out. */
Test(joined, leaves_out_what_is_too_long_together)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  for (guint i = 0; i < 3; i++) {
    uint32_t bytes;
    ng_article_text(ng_shelf_item(shelf, i)->article, &bytes);
    shelf->most_joined_bytes = bytes + (i ? shelf->most_joined_bytes : 0);
  }
  NgReader *reader = reader_of(stage, shelf);
  cr_expect_str_eq(reader->message, "3 of 6 articles are left out: together they are too long");
  ng_stage_has(stage, "this article is left out");
  static const NgCommandId keys[] = {NG_COMMAND_ZOOM, NG_COMMAND_VIEW, NG_COMMAND_VIEW, NG_COMMAND_VIEW};
  ng_relations_filter(reader, "people marked");
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    press(stage, reader, keys[i], 0);
    ng_stage_has(stage, "in 3 of 6 articles");
    press(stage, reader, NG_COMMAND_WALK_RIGHT, 1);
    press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
    ng_relations_leave_evidence(reader);
  }
}

/* Dates order the articles, and with them what is told of them. */
Test(joined, the_earliest_article_comes_first)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  NgReader *reader = reader_of(stage, shelf);
  const NgJoined *joined = ng_joined_of(reader);
  cr_assert_eq(joined->articles->len, N_READABLE);
  for (guint i = 1; i < joined->articles->len; i++)
    cr_expect_lt(strcmp(ng_article_head(joined->articles->pdata[i - 1])->date,
                        ng_article_head(joined->articles->pdata[i])->date),
                 0);
  cr_expect_eq(ng_joined_index(joined, reader->article), N_READABLE - 1);
}

/* ---- from one article to another ---- */

static const char *entity_of(const NgShelf *shelf, NgWanted wanted)
{
  uint32_t n;
  return ng_article_entities(ng_shelf_item(shelf, wanted.item)->article, &n)[wanted.entity].name;
}

Test(joined, somebody_of_another_article_is_walked_to_and_opened_there)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  NgReader *reader = reader_of(stage, shelf);
  ng_relations_filter(reader, "people marked");
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  press(stage, reader, NG_COMMAND_VIEW, WHOLE);
  cr_expect_str_eq(ng_stage_picked(reader), "Qin Gang", "who is selected in the article is so in the graph");
  cr_assert(ng_relations_find(reader, "musaad", true));
  ng_stage_draw_reader(stage, reader);
  cr_expect_str_eq(ng_stage_picked(reader), "Musaad al-Aiban");
  ng_stage_has(stage, "in Riyadh and Tehran make up in Beijing");
  ng_stage_has(stage, "Enter its article");
  static const NgCommandId keys[] = {NG_COMMAND_WALK_OPEN, NG_COMMAND_NEXT_MENTION};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    shelf->wanted = NG_WANTED_NOTHING;
    press(stage, reader, keys[i], 1);
    cr_expect_eq(shelf->wanted.item, SAUDI_IRAN);
    cr_expect_str_eq(entity_of(shelf, shelf->wanted), "Musaad al-Aiban");
    cr_expect_eq(shelf->wanted.sentence.end, 0, "at the first mention");
    cr_expect_str_eq(ng_reader_selected(reader)->name, "Qin Gang", "here nothing changes");
  }
  shelf->wanted = NG_WANTED_NOTHING;
  cr_assert(ng_relations_find(reader, "macron", true));
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Emmanuel Macron", "whom this article names stays in it");
  cr_expect_eq(shelf->wanted.item, G_MAXUINT);
}

/* Xi Jinping and Joe Biden: in three articles, each sentence with its own. */
Test(joined, a_sentence_of_another_article_is_opened_there)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  NgReader *reader = reader_of(stage, shelf);
  ng_reader_select(reader, ng_find_entity(reader->article, "Xi Jinping", NULL), NG_NONE);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  cr_assert(ng_relations_find(reader, "biden", true));
  press(stage, reader, NG_COMMAND_WALK_LEFT, 1);
  ng_stage_has(stage, "Xi Jinping met with, hosted, warned Joe Biden ─");
  ng_stage_has(stage, "3 articles · 5 sentences");
  ng_stage_has(stage, "Three hours in Bali · 14 November 2022");
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  ng_stage_has(stage, "Three hours in Bali · met with · 14 November 2022 · marked in the text");
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_eq(shelf->wanted.item, BALI);
  cr_expect_str_eq(entity_of(shelf, shelf->wanted), "Xi Jinping");
  cr_expect_gt(shelf->wanted.sentence.end, shelf->wanted.sentence.start);
  cr_expect_eq(ng_relations_sentence(reader), 0, "one comes back to the sentences");
  shelf->wanted = NG_WANTED_NOTHING;
  press(stage, reader, NG_COMMAND_WALK_DOWN, 9);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_eq(shelf->wanted.item, G_MAXUINT, "the last one stands in the open article");
  cr_expect_eq(reader->focus, NG_PANE_ARTICLE);
}

Test(joined, a_path_leads_through_articles)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  NgReader *reader = reader_of(stage, shelf);
  ng_relations_filter(reader, "marked");
  ng_relations_path(reader, "Li Qiang, Musaad al-Aiban");
  ng_stage_draw_reader(stage, reader);
  cr_expect_str_eq(ng_stage_picked(reader), "Li Qiang to Musaad al-Aiban");
  ng_stage_has(stage, "Riyadh and Tehran make up");
  ng_stage_has(stage, "Macron takes Europe");
  ng_relations_path(reader, "Li Qiang, Nemo");
  cr_expect_str_eq(reader->message, "a path needs two names of the articles: A, B");
}

/* An article opened out of the graph shows the same view of it, through the same filter. */
Test(joined, the_graph_goes_along)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  NgReader *reader = reader_of(stage, shelf), *other = ng_shelf_reader(shelf, MACRON);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  press(stage, reader, NG_COMMAND_FEWER_HOPS, 1);
  press(stage, reader, NG_COMMAND_VIEW, MATRIX);
  ng_relations_filter(reader, "marked");
  ng_relations_go_along(other, reader);
  other->focus = NG_PANE_RELATIONS;
  other->zoomed = true;
  ng_stage_draw_reader(stage, other);
  ng_stage_has(stage, "Relations among people in 6 articles");
  ng_stage_has(stage, "matrix · marked · ");
  press(stage, other, NG_COMMAND_VIEW, 1);
  ng_stage_has(stage, "ego · 1 hop · marked · ");
}

/* What was made of the articles must not outlive one of them. */
Test(joined, an_article_loaded_again_is_joined_again)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  NgReader *reader = reader_of(stage, shelf), *other = ng_shelf_reader(shelf, MACRON);
  for (int view = EGO; view <= MATRIX; view++) {
    other->focus = reader->focus = NG_PANE_RELATIONS;
    other->zoomed = reader->zoomed = true;
    ng_reader_draw(other, stage->canvas, NULL); /* what is made aside is still on its way */
    ng_stage_draw_reader(stage, reader);
    g_autofree char *before = ng_stage_row(stage, 0);
    cr_assert(ng_shelf_reload(shelf, MACRON, NULL));
    other = ng_shelf_reader(shelf, MACRON);
    ng_stage_draw_reader(stage, reader);
    g_autofree char *after = ng_stage_row(stage, 0);
    cr_expect_str_eq(after, before);
    ng_relations_filter(reader, "people marked");
    press(stage, reader, NG_COMMAND_VIEW, 1);
  }
}

Test(joined, every_size_is_drawn)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgShelf) shelf = loaded_shelf();
  NgReader *reader = reader_of(stage, shelf);
  ng_relations_filter(reader, "people marked");
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  for (int cols = 1; cols <= 130; cols += 21)
    for (int rows = 1; rows <= 40; rows += 6) {
      ng_stage_resize(stage, cols, rows);
      ng_stage_draw_reader(stage, reader);
      press(stage, reader, NG_COMMAND_VIEW, 1);
    }
}
