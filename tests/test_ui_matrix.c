/* The view of the matrix: its moves, and what it says is selected. */
#include "tests/random_whole.h"
#include "tests/ui.h"
#include "ui/matrix_view.h"

#include <criterion/criterion.h>

static void expect_words(const NgMatrixView *view, const char *phrase, const char *place)
{
  g_autofree char *says = ng_matrix_view_phrase(view), *stands = ng_matrix_view_place(view);
  cr_expect_str_eq(says, phrase);
  cr_expect_str_eq(stands, place);
}

Test(ui_matrix, the_selected_cell_says_who_and_what)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)&article, 1, NULL);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(whole);
  g_autoptr(NgMatrixView) view = ng_matrix_view_new(matrix);
  expect_words(view, "Qin Gang met with, told Nicholas Burns", "row 1, column 2");
  cr_expect_eq(ng_matrix_view_evidence(view)->len, 5);
  uint32_t from, to;
  cr_assert(ng_matrix_view_people(view, &from, &to));
  const NgWholeEdge *edge = &whole->edges[ng_matrix_view_edge(view)];
  cr_expect((edge->from == from && edge->to == to) || (edge->from == to && edge->to == from));
  ng_matrix_view_walk(view, NG_RIGHT, 1);
  expect_words(view, "Qin Gang, Antony Blinken", "row 1, column 3");
  cr_expect_eq(ng_matrix_view_edge(view), NG_NONE);
  cr_expect_eq(ng_matrix_view_evidence(view)->len, 0);
  ng_matrix_view_walk(view, NG_DOWN, 5);
  ng_matrix_view_walk(view, NG_LEFT, 1);
  cr_expect_eq(ng_matrix_view_evidence(view)->len, 1, "Paul Haenle and Nicholas Burns");
  ng_matrix_view_walk(view, NG_UP, 5);
  cr_expect_eq(ng_matrix_view_evidence(view)->len, 5);
  ng_matrix_view_walk(view, NG_RIGHT, 1);
  ng_matrix_view_turn(view, 1);
  expect_words(view, "Qin Gang named with Xi Jinping", "row 1, column 4");
  ng_matrix_view_turn(view, -2);
  expect_words(view, "Barack Obama named with George W. Bush", "row 12, column 11");
  ng_matrix_view_walk(view, NG_LEFT, 1000);
  expect_words(view, "Barack Obama, Qin Gang", "row 12, column 1");
}

Test(ui_matrix, it_follows_whoever_is_selected_elsewhere)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)&article, 1, NULL);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(whole);
  g_autoptr(NgMatrixView) view = ng_matrix_view_new(matrix);
  ng_matrix_view_select(view, matrix->people[1].node);
  expect_words(view, "Qin Gang met with, told Nicholas Burns", "row 1, column 2");
  ng_matrix_view_walk(view, NG_RIGHT, 2);
  ng_matrix_view_select(view, matrix->people[0].node);
  expect_words(view, "Qin Gang named with Xi Jinping", "row 1, column 4");
  ng_matrix_view_select(view, matrix->people[7].node);
  expect_words(view, "Kevin McCarthy met with Tsai Ing-wen", "row 8, column 7");
  ng_matrix_view_select(view, matrix->people[2].node);
  expect_words(view, "Antony Blinken", "row 3, column 3");
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    if (whole->nodes[i].kind == NG_ENTITY_PLACE)
      ng_matrix_view_select(view, i);
  expect_words(view, "Antony Blinken", "row 3, column 3");
}

Test(ui_matrix, clicks_select_cells_rows_and_columns)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)&article, 1, NULL);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(whole);
  g_autoptr(NgMatrixView) view = ng_matrix_view_new(matrix);
  g_autoptr(NgPicture) picture = ng_matrix_view_picture(view, 76, 13, false);
  const NgSpot *spot = ng_matrix_view_spot(view, picture);
  cr_assert(spot);
  cr_expect_eq(spot->row, 1);
  cr_expect_eq(spot->col, 29);
  cr_expect(ng_matrix_view_pick_at(view, 4, 30));
  expect_words(view, "Xi Jinping, Nicholas Burns", "row 4, column 2");
  cr_expect(ng_matrix_view_pick_at(view, 2, 3));
  expect_words(view, "Nicholas Burns", "row 2, column 2");
  cr_expect(ng_matrix_view_pick_at(view, 0, 25));
  expect_words(view, "Nicholas Burns met with Qin Gang", "row 2, column 1");
  cr_expect(!ng_matrix_view_pick_at(view, 0, 2));
  cr_expect(!ng_matrix_view_pick_at(view, 12, 75));
}

/* The heads and the first row, as a pane of a few cells shows them. */
static char *seen(NgMatrixView *view)
{
  g_autoptr(NgPicture) picture = ng_matrix_view_picture(view, 37, 6, false);
  g_autofree char *heads = ng_picture_row(picture, 0), *first = ng_picture_row(picture, 1);
  return g_strdup_printf("%s\n%s", heads, first);
}

Test(ui_matrix, what_is_seen_stays_while_the_selected_cell_is_in_it)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)&article, 1, NULL);
  g_autoptr(NgMatrix) matrix = ng_matrix_new(whole);
  g_autoptr(NgMatrixView) view = ng_matrix_view_new(matrix);
  ng_matrix_view_walk(view, NG_DOWN, 10);
  ng_matrix_view_walk(view, NG_RIGHT, 9);
  g_autofree char *before = seen(view);
  ng_matrix_view_walk(view, NG_UP, 2);
  ng_matrix_view_walk(view, NG_LEFT, 3);
  g_autofree char *after = seen(view);
  cr_expect_str_eq(before, after);
}

Test(ui_matrix, no_one)
{
  g_autoptr(HandMade) made = hand_made_new();
  g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
  g_autoptr(NgMatrixView) view = ng_matrix_view_new(matrix);
  ng_matrix_view_walk(view, NG_DOWN, 1);
  ng_matrix_view_turn(view, 1);
  uint32_t from, to;
  cr_expect(!ng_matrix_view_people(view, &from, &to));
  expect_words(view, "", "");
}

Test(ui_matrix, any_size_and_any_graph)
{
  for (uint32_t seed = 0; seed < 120; seed++) {
    g_autoptr(HandMade) made = random_whole(seed, 60);
    g_autoptr(NgMatrix) matrix = ng_matrix_new(hand_made_whole(made));
    g_autoptr(NgMatrixView) view = ng_matrix_view_new(matrix);
    for (int i = 0; i < 4; i++) {
      g_autoptr(NgPicture) picture =
          ng_matrix_view_picture(view, 1 + (int)(seed * 37 % 200), 1 + (int)(seed * 13 % 60), false);
      const NgSpot *spot = ng_matrix_view_spot(view, picture);
      cr_expect(!spot || (spot->row >= 0 && spot->row < picture->rows));
      ng_matrix_view_walk(view, (NgDirection)(1 + i % 3), 7);
    }
  }
}
