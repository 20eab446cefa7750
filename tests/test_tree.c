/* The tree: an ego network in, rows of text out. */
#include "ego_article.h"
#include "graph/graph.h"
#include "tests/compose.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

static void set_locale(void)
{
  cr_assert(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(tree, .init = set_locale);

static NgPicture *tree_of(const char *lines, const char *ego, int hops, const NgTreeOptions *options)
{
  g_autoptr(NgArticle) article = ego_article(lines);
  g_autoptr(NgNetwork) network = ng_network_new(article);
  g_autoptr(NgEgo) it = ng_ego_new(network, ego_article_entity(article, ego), hops);
  return ng_tree_draw(it, options);
}

static void expect(const char *lines, int hops, const NgTreeOptions *options, const char *expected)
{
  g_autoptr(NgPicture) picture = tree_of(lines, "Ann", hops, options);
  GString *rows = g_string_new(NULL);
  for (int row = 0; row < picture->rows; row++) {
    g_autofree char *text = ng_picture_row(picture, row);
    g_string_append_printf(rows, "%s\n", text);
  }
  cr_expect_str_eq(rows->str, expected, "%s\nnot\n%s", rows->str, expected);
  g_string_free(rows, TRUE);
}

static const char *const story = "Ann > met > Bob * 2\n"
                                 "Bob > likes > @Rome\n"
                                 "Cid > wrote to > Ann\n"
                                 "Bob - knows - Cid\n"
                                 "Ann & Dan\n";

Test(tree, names_in_one_column_and_where_they_stand_again)
{
  expect(story, 2, &(NgTreeOptions){.cols = 40, .pick = NG_PICK_NOTHING},
         "Ann\n├─ met ─────────► Bob                  2\n│  ├─ likes ────► Rome                 1\n"
         "│  └─ knows ───── Cid ↓                1\n├◄ wrote to ───── Cid                  1\n"
         "└╌ named with ╌╌╌ Dan                  1\n");
}

Test(tree, what_is_picked_is_heavy)
{
  expect("Ann > met > Bob\nBob > likes > @Rome\n", 2, &(NgTreeOptions){.cols = 32, .pick = {0, false}},
         "Ann\n┕━ met ━━━━━━━► Bob            1\n   └─ likes ──► Rome           1\n");
}

Test(tree, ascii)
{
  expect("Ann > met > Bob\nBob > likes > @Rome\nAnn & Dan\n", 2,
         &(NgTreeOptions){.cols = 32, .ascii = true, .pick = {0, false}},
         "Ann\n#= met =======> Bob            1\n:  +- likes --> Rome           1\n+. named w~ ... Dan            1\n");
}

Test(tree, any_width_and_any_name)
{
  GString *lines = g_string_new("Ann > met > ");
  for (int i = 0; i < 3000; i++)
    g_string_append(lines, "歐陽");
  g_string_append(lines, "\nAnn & Bob\n");
  for (int cols = 1; cols < 90; cols++) {
    g_autoptr(NgPicture) picture = tree_of(lines->str, "Ann", 3, &(NgTreeOptions){.cols = cols, .pick = {0, true}});
    for (uint32_t i = 0; i < picture->n_runs; i++)
      cr_assert_leq(picture->runs[i].col + picture->runs[i].cols, cols);
    cr_assert_eq(picture->rows, 3);
  }
  g_string_free(lines, TRUE);
}

/* Long names leave the number of a paragraph its room, however long that is. */
Test(tree, one_paragraph_is_told_at_least)
{
  g_autoptr(GString) lines = g_string_new(NULL);
  for (int i = 0; i < 1234; i++)
    g_string_append(lines, "Nothing.\n");
  for (int i = 0; i < 3; i++)
    g_string_append(lines, "{p:Ann} met {p:Featherstonehaugh Maximiliana}.\n");
  g_autoptr(NgArticle) article = ng_composed(lines->str);
  g_autoptr(NgNetwork) network = ng_network_new(article);
  g_autoptr(NgEgo) ego = ng_ego_new(network, ego_article_entity(article, "Ann"), 1);
  g_autoptr(NgPicture) picture = ng_tree_draw(ego, &(NgTreeOptions){.cols = 50, .pick = NG_PICK_NOTHING});
  g_autofree char *row = ng_picture_row(picture, 1);
  cr_expect_str_eq(row, "└╌ named with ╌╌╌ Featherstonehaugh Ma… ¶ 1235 … 3", "%s", row);
}

Test(tree, walking_goes_from_row_to_row)
{
  g_autoptr(NgArticle) article = ego_article("Ann > met > Bob\nBob > likes > @Rome\nAnn & Dan\n");
  g_autoptr(NgNetwork) network = ng_network_new(article);
  g_autoptr(NgEgo) ego = ng_ego_new(network, ego_article_entity(article, "Ann"), 2);
  g_autoptr(NgPicture) picture = ng_tree_draw(ego, &(NgTreeOptions){.cols = 40, .pick = NG_PICK_NOTHING});
  NgPick pick = ng_tree_walk(picture, ego, NG_PICK_NOTHING, NG_DOWN);
  static const char *const names[] = {"Bob", "Rome", "Dan", "Dan"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++, pick = ng_tree_walk(picture, ego, pick, NG_DOWN))
    cr_assert_str_eq(ng_ego_entity(ego, ego->edges[pick.edge].to)->name, names[i]);
  pick = ng_tree_walk(picture, ego, (NgPick){0, false}, NG_UP);
  cr_assert(pick.edge == NG_NONE && pick.on_node, "above the first edge stands the ego");
  pick = ng_tree_walk(picture, ego, pick, NG_DOWN);
  cr_assert(pick.edge == 0 && !pick.on_node);
}
