/* The picture of a whole graph: what holds of every one, on graphs made at random; what is hostile; and the bundled article's. */
#include "graph/graph.h"
#include "graph/whole_private.h"
#include "load/load.h"
#include "random_whole.h"
#include "screen.h"
#include "spent.h"
#include "whole_sound.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#define N_RANDOM 1000

static void set_locale(void)
{
  cr_assert(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(whole_picture, .init = set_locale);

static HandMade *random_made(uint32_t seed)
{
  return random_whole(seed, seed % 50 == 0 ? 60 : 14);
}

static NgWholeStyle random_style(uint32_t seed)
{
  return (NgWholeStyle){.cols = 40 + (int)(seed % 4) * 40, .rows = 24, .ascii = seed % 7 == 0, .placer = ""};
}

Test(whole_picture, random_graphs_are_drawn_soundly)
{
  for (uint32_t seed = 0; seed < N_RANDOM; seed++) {
    g_autoptr(HandMade) made = random_made(seed);
    g_autofree char *what = g_strdup_printf("graph %u", seed);
    NgWholeStyle style = random_style(seed);
    expect_sound_picture(hand_made_whole(made), &style, what);
  }
}

/* The boxes as Graphviz would have them, whether that is the cheapest or not. One process answers for all graphs. */
Test(whole_picture, random_graphs_that_graphviz_places_are_drawn_soundly)
{
  g_autoptr(NgAside) aside = ng_aside_new(NULL);
  cr_assert(aside);
  uint32_t n_placed = 0;
  for (uint32_t seed = 0; seed < N_RANDOM; seed++) {
    g_autoptr(HandMade) made = random_made(seed);
    g_autofree char *what = g_strdup_printf("graph %u by Graphviz", seed);
    NgWholeStyle style = random_style(seed);
    g_autoptr(NgWholeLayout) layout = ng_whole_layout_begin(hand_made_whole(made), &style);
    g_autofree NgWholePoint *points = g_new0(NgWholePoint, layout->boxes->len + 1);
    if (!ng_whole_is_for_aside(layout))
      continue;
    cr_assert(ng_whole_ask_aside(layout, aside));
    for (int start = 0; start < NG_WHOLE_STARTS; start++)
      cr_assert(ng_whole_hear_aside(layout, aside, start, points), "%s", what);
    ng_whole_place_from(layout, 1 + (int)(seed % 5), points);
    ng_whole_layout_finish(layout);
    expect_sound(layout, what);
    n_placed++;
  }
  cr_expect_gt(n_placed, N_RANDOM / 2, "only %u were placed", n_placed);
}

static char *rows_placed_by(HandMade *made, const char *placer)
{
  NgWholeStyle style = {.cols = 120, .rows = 40, .placer = placer};
  g_autoptr(NgPicture) picture = ng_whole_picture(hand_made_whole(made), &style, NG_WHOLE_PICK_NOTHING);
  return picture_rows(picture);
}

/* Where it cannot be had, ours stands alone; where it can, it is at times the better one. */
Test(whole_picture, graphviz_takes_part_where_it_can_be_had)
{
  uint32_t n_better = 0;
  for (uint32_t seed = 0; seed < 12; seed++) {
    g_autoptr(HandMade) made = random_whole(seed, 20);
    g_autofree char *alone = rows_placed_by(made, ""), *missing = rows_placed_by(made, "/nowhere/nutgraf-place");
    g_autofree char *failing = rows_placed_by(made, "/bin/false"), *both = rows_placed_by(made, NULL);
    cr_expect_str_eq(alone, missing);
    cr_expect_str_eq(alone, failing);
    n_better += strcmp(alone, both) != 0;
  }
  cr_expect_gt(n_better, 0, "Graphviz has placed nothing");
}

/* Any numbers are points. */
Test(whole_picture, whatever_it_answers_is_drawn_soundly)
{
  static const double numbers[] = {0, -1e300, 1e300, 5e-324, 3, 3, -0.0};
  for (uint32_t seed = 0; seed < 20; seed++) {
    g_autoptr(HandMade) made = random_whole(seed, 14);
    NgWholeStyle style = {.cols = 80, .rows = 24};
    g_autoptr(NgWholeLayout) layout = ng_whole_layout_begin(hand_made_whole(made), &style);
    g_autofree NgWholePoint *points = g_new0(NgWholePoint, layout->boxes->len + 1);
    for (uint32_t i = 0; i < layout->boxes->len; i++)
      points[i] = (NgWholePoint){numbers[(i + seed) % 7], numbers[(i * seed) % 7]};
    ng_whole_place_from(layout, 3, points);
    ng_whole_layout_finish(layout);
    expect_sound(layout, "any numbers");
  }
}

Test(whole_picture, the_same_graph_gives_the_same_picture)
{
  for (uint32_t seed = 0; seed < 5; seed++) {
    g_autoptr(HandMade) made = random_whole(seed, 30);
    NgWholeStyle style = {.cols = 120, .rows = 40};
    g_autoptr(NgPicture) a = ng_whole_picture(hand_made_whole(made), &style, NG_WHOLE_PICK_NOTHING);
    g_autoptr(NgPicture) b = ng_whole_picture(hand_made_whole(made), &style, NG_WHOLE_PICK_NOTHING);
    g_autofree char *rows_a = picture_rows(a), *rows_b = picture_rows(b);
    cr_expect_str_eq(rows_a, rows_b);
  }
}

Test(whole_picture, walking_stays_in_the_picture_and_reaches_every_node)
{
  g_autoptr(HandMade) made = random_whole(3, 30);
  NgWholeStyle style = {.cols = 120, .rows = 40};
  const NgWhole *whole = hand_made_whole(made);
  g_autoptr(NgPicture) picture = ng_whole_picture(whole, &style, NG_WHOLE_PICK_NOTHING);
  NgWholePick pick = ng_whole_walk(picture, whole, NG_WHOLE_PICK_NOTHING, NG_DOWN);
  for (int i = 0; i < 200; i++) {
    const NgSpot *before = ng_whole_spot_of_node(picture, pick.node);
    cr_assert(before);
    NgDirection way = (NgDirection)(i * 7 / 3 % 4);
    pick = ng_whole_walk(picture, whole, pick, way);
    const NgSpot *after = ng_whole_spot_of_node(picture, pick.node);
    cr_assert(after);
    if (way == NG_RIGHT)
      cr_expect_geq(2 * after->col + after->cols, 2 * before->col + before->cols);
    NgWholePick at = ng_whole_at(picture, after->row, after->col);
    cr_expect_eq(at.node, pick.node);
    NgWholePick turned = ng_whole_turn(picture, whole, pick, 1);
    cr_expect(turned.edge == NG_NONE || whole->edges[turned.edge].from == pick.node ||
              whole->edges[turned.edge].to == pick.node);
  }
}

/* A pane may be wider than all its columns of boxes. */
Test(whole_picture, the_widest_panes_are_drawn_soundly)
{
  static const int cols[] = {133, 200, 400, 1000};
  g_autoptr(HandMade) made = hand_made_new();
  for (uint32_t i = 0; i < 30; i++) {
    g_autofree char *name = g_strdup_printf("N%u", i);
    hand_made_node(made, name, NG_ENTITY_PERSON);
  }
  for (uint32_t i = 1; i < 30; i++)
    hand_made_edge(made, i, i / 2, "met", 1, true, false);
  for (gsize i = 0; i < G_N_ELEMENTS(cols); i++)
    for (NgWholeZoom zoom = NG_WHOLE_NAMES; zoom <= NG_WHOLE_DOTS; zoom++) {
      NgWholeStyle style = {.cols = cols[i], .rows = 60, .zoom = zoom, .placer = ""};
      g_autofree char *what = g_strdup_printf("%d columns, zoom %d", cols[i], (int)zoom);
      expect_sound_picture(hand_made_whole(made), &style, what);
    }
}

/* ---- hostile ---- */

static char *picture_of(HandMade *made, int cols)
{
  NgWholeStyle style = {.cols = cols, .rows = 24};
  expect_sound_picture(hand_made_whole(made), &style, "hostile");
  g_autoptr(NgPicture) picture = ng_whole_picture(hand_made_whole(made), &style, NG_WHOLE_PICK_NOTHING);
  return picture_rows(picture);
}

Test(whole_picture, no_node_one_node_and_nodes_without_edges)
{
  g_autoptr(HandMade) made = hand_made_new();
  g_autofree char *none = picture_of(made, 80);
  cr_expect_str_eq(none, "\n\n");
  hand_made_node(made, "Oslo", NG_ENTITY_PLACE);
  g_autofree char *one = picture_of(made, 1);
  cr_expect(strstr(one, "│ Oslo │"), "%s", one);
}

Test(whole_picture, an_edge_to_itself_is_told_in_its_box)
{
  g_autoptr(HandMade) made = hand_made_new();
  hand_made_node(made, "Oslo", NG_ENTITY_PLACE);
  hand_made_edge(made, 0, 0, "accuses", 1, false, false);
  g_autofree char *rows = picture_of(made, 40);
  cr_expect(strstr(rows, "│ accuses itself │"), "%s", rows);
}

Test(whole_picture, ten_thousand_parallel_edges_are_one_line)
{
  g_autoptr(HandMade) made = hand_made_new();
  hand_made_node(made, "Oslo", NG_ENTITY_PLACE);
  hand_made_node(made, "Rome", NG_ENTITY_PLACE);
  for (int i = 0; i < 10000; i++)
    hand_made_edge(made, 0, 1, "told", 1, false, false);
  g_autofree char *rows = picture_of(made, 40);
  cr_expect(strstr(rows, "told"), "%s", rows);
  cr_expect(!strstr(strstr(rows, "told") + 1, "told"), "%s", rows);
}

Test(whole_picture, long_and_wide_names_keep_to_their_boxes)
{
  g_autoptr(HandMade) made = hand_made_new();
  g_autofree char *name = g_strnfill(10000, 'x');
  g_autofree char *label = g_strnfill(10000, 'y');
  hand_made_node(made, name, NG_ENTITY_PERSON);
  hand_made_node(made, "\xE7\xA7\xA6\xE5\x88\x9A", NG_ENTITY_PERSON);
  hand_made_edge(made, 0, 1, label, 3, false, false);
  g_autofree char *rows = picture_of(made, 80);
  cr_expect(strstr(rows, "│ \xE7\xA7\xA6\xE5\x88\x9A │"), "%s", rows);
  cr_expect(strstr(rows, "…"), "%s", rows);
}

Test(whole_picture, more_than_can_be_read_is_counted)
{
  g_autoptr(HandMade) made = hand_made_new();
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  for (int i = 0; i < 5000; i++)
    hand_made_node(made, "N", NG_ENTITY_PERSON);
  for (int i = 0; i < 50000; i++)
    hand_made_edge(made, (uint32_t)g_rand_int_range(random, 0, 5000), (uint32_t)(i % 60), "met", 1, false, i % 2);
  const NgWhole *whole = hand_made_whole(made);
  NgWholeStyle style = {.cols = 120, .rows = 40, .deadline_us = g_get_monotonic_time() + 500000};
  double began = ng_spent_s();
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_new(whole, &style);
  cr_expect_leq(layout->n_nodes, NG_WHOLE_MOST_NODES);
  cr_expect(ng_spent_within(began, 1.5), "the deadline is kept");
  g_autoptr(NgPicture) picture = ng_whole_layout_draw(layout, NG_WHOLE_PICK_NOTHING);
  g_autofree char *rows = picture_rows(picture);
  cr_expect(strstr(rows, "│ +4"), "%s", rows);
}

static HandMade *everyone_knows_everyone(uint32_t n)
{
  HandMade *made = hand_made_new();
  for (uint32_t i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf("N%u", i);
    hand_made_node(made, name, NG_ENTITY_PERSON);
  }
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t j = i + 1; j < n; j++)
      hand_made_edge(made, i, j, "met", 1 + i * j % 7, true, false);
  return made;
}

/* A tangle is no picture: of more edges than can be followed the heaviest are drawn, and everyone stays in it. */
Test(whole_picture, no_more_edges_than_can_be_followed)
{
  g_autoptr(HandMade) made = everyone_knows_everyone(24);
  NgWholeStyle style = {.cols = 120, .rows = 40, .placer = ""};
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_begin(hand_made_whole(made), &style);
  uint32_t n_nodes, n_edges;
  ng_whole_layout_count(layout, &n_nodes, &n_edges);
  cr_expect_eq(n_nodes, 24);
  cr_expect(n_edges >= 24 && n_edges <= 34, "%u edges", n_edges);
}

/* However little time there was, what stands there has its lines. */
Test(whole_picture, when_time_is_over_it_is_finished_all_the_same)
{
  g_autoptr(HandMade) made = everyone_knows_everyone(24);
  NgWholeStyle style = {.cols = 120, .rows = 40, .placer = "", .deadline_us = 1};
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_new(hand_made_whole(made), &style);
  uint32_t n_routed = 0;
  for (uint32_t i = 0; i < layout->lines->len; i++)
    n_routed += ng_whole_line(layout, i)->routed;
  cr_expect(n_routed + 2 >= layout->lines->len, "%u of %u lines have a way", n_routed, layout->lines->len);
}

Test(whole_picture, who_no_longer_wants_it_gets_nothing)
{
  g_autoptr(HandMade) made = random_whole(1, 30);
  gint cancel = 1;
  NgWholeStyle style = {.cols = 120, .rows = 40, .cancel = &cancel};
  cr_expect_null(ng_whole_layout_new(hand_made_whole(made), &style));
}

/* ---- the bundled article ---- */

static const struct {
  const char *golden;
  NgWholeStyle style;
} bundled[] = {
    {"whole-picture-80x24", {.cols = 80, .rows = 24}},
    {"whole-picture-120x40", {.cols = 120, .rows = 38}},
    {"whole-picture-200x60", {.cols = 200, .rows = 58}},
    {"whole-picture-ascii-80x24", {.cols = 80, .rows = 24, .ascii = true}},
    {"whole-picture-ascii-120x40", {.cols = 120, .rows = 38, .ascii = true}},
    {"whole-picture-ascii-200x60", {.cols = 200, .rows = 58, .ascii = true}},
    {"whole-initials-80x24", {.cols = 80, .rows = 24, .zoom = NG_WHOLE_INITIALS}},
    {"whole-dots-80x24", {.cols = 80, .rows = 24, .zoom = NG_WHOLE_DOTS}},
    {"whole-dots-ascii-80x24", {.cols = 80, .rows = 24, .zoom = NG_WHOLE_DOTS, .ascii = true}},
};

static void free_rows(char **rows)
{
  g_strfreev(rows);
}

static bool is_golden(const NgPicture *picture, const char *name)
{
  char **text = g_new0(char *, (gsize)picture->rows + 1), **inks = g_new0(char *, (gsize)picture->rows + 1);
  for (int row = 0; row < picture->rows; row++) {
    text[row] = ng_picture_row(picture, row);
    inks[row] = ng_picture_inks(picture, row);
  }
  bool same = ng_screen_is_golden(name, (const char *const *)text, (const char *const *)inks, picture->rows);
  free_rows(text);
  free_rows(inks);
  return same;
}

static NgArticle *bundled_article(void)
{
  g_autofree char *path =
      g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "articles", "2023-05-08-talk-again.xml", NULL);
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_load(path, &error);
  cr_assert(article, "%s", error ? error->message : "");
  return article;
}

Test(whole_picture, the_bundled_article)
{
  g_autoptr(NgArticle) article = bundled_article();
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)&article, 1, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(bundled); i++) {
    const NgWholeStyle *style = &bundled[i].style;
    expect_sound_picture(whole, style, bundled[i].golden);
    NgWholePick pick = NG_WHOLE_PICK_NOTHING;
    pick.centre = 0;
    g_autoptr(NgPicture) picture = ng_whole_picture(whole, style, pick);
    cr_expect(is_golden(picture, bundled[i].golden));
  }
}

Test(whole_picture, the_overview_shows_the_boxes_and_the_frame)
{
  g_autoptr(NgArticle) article = bundled_article();
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)&article, 1, NULL);
  NgWholeStyle style = {.cols = 120, .rows = 24};
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_new(whole, &style);
  g_autoptr(NgPicture) overview = ng_whole_overview(layout, (NgWholeFrame){0, 0, 24, 120}, 30, 9);
  cr_expect_leq(overview->cols, 30);
  cr_expect_leq(overview->rows, 9);
  cr_expect(is_golden(overview, "whole-overview"));
}
