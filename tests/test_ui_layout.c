/* The layout: panes as one line of text, and what must hold in every size. */
#include "tests/rows.h"
#include "ui/layout.h"

#include <criterion/criterion.h>
#include <string.h>

/* As much as the article of the design's screens has: 12 people and 8 organisations and their heads, 16 places, 9 rows of relations. */
static NgLayoutInput input_of(int cols, int rows)
{
  return (NgLayoutInput){.cols = cols,
                         .rows = rows,
                         .focus = NG_PANE_ARTICLE,
                         .side = NG_PANE_PEOPLE,
                         .needs = {[NG_PANE_PEOPLE] = 13, [NG_PANE_PLACES] = 17, [NG_PANE_RELATIONS] = 9},
                         .more = {[NG_PANE_PEOPLE] = 10}};
}

typedef struct {
  int cols, rows;
  NgPane focus, side;
  bool zoomed;
  char expected[200];
} Case;

TableTestRows(layout, panes)
{
  static Case cases[] = {
      {1, 1, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 1x1; rule -1; status -1"},
      {5, 2, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 5x2; rule -1; status -1"},
      {9, 20, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 9x20; rule -1; status -1"},
      {10, 2, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 8x2; rule 9; status -1"},
      {9, 3, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 9x3; rule -1; status -1"},
      {10, 3, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 8x2; rule 9; status 2"},
      {10, 8, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 8x7; rule 9; status 7"},
      {20, 5, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 18x4; rule 19; status 4"},
      {40, 12, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 38x11; rule 39; status 11"},
      {59, 24, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,0 57x23; rule 58; status 23"},
      {59, 24, NG_PANE_PEOPLE, NG_PANE_PEOPLE, false, "people 0,0 59x23; rule -1; status 23"},
      {59, 24, NG_PANE_RELATIONS, NG_PANE_RELATIONS, false, "relations 0,0 59x23; rule -1; status 23"},
      {60, 20, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,1 33x19; people 0,37 22x12; relations 13,37 22x6; rule 35; status 19"},
      {80, 7, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false, "article 0,1 49x6; people 0,53 26x6; rule 51; status 6"},
      {80, 24, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,1 49x23; people 0,53 26x13; relations 14,53 26x9; rule 51; status 23"},
      {80, 24, NG_PANE_PLACES, NG_PANE_PLACES, false,
       "article 0,1 49x23; places 0,53 26x16; relations 17,53 26x6; rule 51; status 23"},
      {80, 24, NG_PANE_RELATIONS, NG_PANE_RELATIONS, false,
       "article 0,1 49x23; relations 0,53 26x9; rule 51; status 23"},
      {80, 24, NG_PANE_ARTICLE, NG_PANE_PEOPLE, true, "article 0,1 76x23; rule 78; status 23"},
      {80, 24, NG_PANE_PEOPLE, NG_PANE_PEOPLE, true, "people 0,0 79x23; rule -1; status 23"},
      {99, 24, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,1 64x23; people 0,68 30x13; relations 14,68 30x9; rule 66; status 23"},
      {100, 24, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 60x23; people 0,66 33x13; places 13,66 33x4; relations 17,66 33x6; rule 64; status 23"},
      {100, 30, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 60x29; people 0,66 33x13; places 14,66 33x5; relations 20,66 33x9; rule 64; status 29"},
      {120, 12, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 62x11; people 0,68 51x7; places 7,68 51x4; rule 66; status 11"},
      {120, 12, NG_PANE_RELATIONS, NG_PANE_RELATIONS, false,
       "article 0,2 62x11; places 0,68 51x4; relations 4,68 51x7; rule 66; status 11"},
      {120, 12, NG_PANE_ARTICLE, NG_PANE_RELATIONS, false,
       "article 0,2 62x11; places 0,68 51x4; relations 4,68 51x7; rule 66; status 11"},
      {120, 8, NG_PANE_PLACES, NG_PANE_PLACES, false, "article 0,2 62x7; places 0,68 51x7; rule 66; status 7"},
      {160, 9, NG_PANE_RELATIONS, NG_PANE_RELATIONS, false,
       "article 0,2 72x8; people 0,78 39x8; relations 0,119 39x8; rule 76; status 8"},
      {120, 20, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 62x19; people 0,68 51x9; places 9,68 51x4; relations 13,68 51x6; rule 66; status 19"},
      {120, 29, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 62x28; people 0,68 51x13; places 13,68 51x6; relations 19,68 51x9; rule 66; status 28"},
      {120, 30, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 62x29; people 0,68 51x13; places 14,68 51x5; relations 20,68 51x9; rule 66; status 29"},
      {120, 40, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 62x39; people 0,68 51x13; places 14,68 51x15; relations 30,68 51x9; rule 66; status 39"},
      {120, 40, NG_PANE_ARTICLE, NG_PANE_PEOPLE, true, "article 0,2 114x39; rule 117; status 39"},
      {120, 40, NG_PANE_PLACES, NG_PANE_PLACES, true, "places 0,1 117x39; rule -1; status 39"},
      {132, 43, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 68x42; people 0,74 57x14; places 15,74 57x17; relations 33,74 57x9; rule 72; status 42"},
      {159, 50, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 72x49; people 0,78 80x21; places 22,78 80x17; relations 40,78 80x9; rule 76; status 49"},
      {160, 50, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 72x49; people 0,78 39x23; places 0,119 39x17; relations 18,119 39x9; rule 76; status 49"},
      {200, 60, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 72x59; people 0,78 59x23; places 0,139 59x17; relations 18,139 59x9; rule 76; status 59"},
      {300, 100, NG_PANE_ARTICLE, NG_PANE_PEOPLE, false,
       "article 0,2 72x99; people 0,78 109x23; places 0,189 109x17; relations 18,189 109x9; rule 76; status 99"},
  };
  return cr_make_param_array(Case, cases, G_N_ELEMENTS(cases));
}

TableTest(Case *c, layout, panes)
{
  NgLayoutInput input = input_of(c->cols, c->rows);
  input.focus = c->focus;
  input.side = c->side;
  input.zoomed = c->zoomed;
  NgLayout layout = ng_layout(&input);
  g_autofree char *text = ng_layout_text(&layout);
  cr_expect_str_eq(text, c->expected, "%dx%d: %s", c->cols, c->rows, text);
}

static bool overlap(NgRect a, NgRect b)
{
  return a.rows > 0 && b.rows > 0 && a.row < b.row + b.rows && b.row < a.row + a.rows && a.col < b.col + b.cols &&
         b.col < a.col + a.cols;
}

static void check_one(const NgLayoutInput *input)
{
  NgLayout layout = ng_layout(input);
  int content = layout.status_row >= 0 ? layout.status_row : input->rows;
  cr_assert(layout.panes[input->zoomed ? input->focus : NG_PANE_ARTICLE].rows > 0 ||
            layout.panes[input->focus].rows > 0);
  for (NgPane a = 0; a < NG_N_PANES; a++) {
    NgRect r = layout.panes[a];
    if (r.rows == 0)
      continue;
    cr_assert(r.row >= 0 && r.col >= 0 && r.cols > 0 && r.row + r.rows <= content && r.col + r.cols <= input->cols,
              "pane %d of %dx%d", (int)a, input->cols, input->rows);
    cr_assert(layout.rule_col < 0 || layout.rule_col < r.col || layout.rule_col >= r.col + r.cols);
    if (a != NG_PANE_ARTICLE && !input->zoomed && input->cols >= 60)
      cr_assert_eq(ng_layout_side_cols(input, a), r.cols, "pane %d of %dx%d", (int)a, input->cols, input->rows);
    for (NgPane b = a + 1; b < NG_N_PANES; b++)
      cr_assert(!overlap(r, layout.panes[b]), "panes %d and %d of %dx%d", (int)a, (int)b, input->cols, input->rows);
  }
}

Test(layout, heads_come_with_eight_rows)
{
  for (int cols = 9; cols <= 200; cols += 30)
    for (int rows = 1; rows <= 30; rows++) {
      NgLayoutInput input = input_of(cols, rows);
      cr_expect_eq(ng_layout(&input).heads, rows >= 8 && cols >= 10, "%dx%d", cols, rows);
    }
}

Test(layout, panes_never_overlap_nor_leave_the_screen)
{
  for (int cols = 1; cols <= 300; cols += cols < 170 ? 1 : 13)
    for (int rows = 1; rows <= 100; rows += rows < 45 ? 1 : 11)
      for (NgPane focus = NG_PANE_ARTICLE; focus <= NG_PANE_RELATIONS; focus++) {
        NgLayoutInput input = input_of(cols, rows);
        input.focus = focus;
        input.side = focus == NG_PANE_ARTICLE ? NG_PANE_PEOPLE : focus;
        check_one(&input);
        input.zoomed = true;
        check_one(&input);
      }
}

Test(layout, only_what_may_stand_beside_the_article_has_columns)
{
  NgLayoutInput input = input_of(80, 24);
  cr_expect_eq(ng_layout_side_cols(&input, NG_PANE_PLACES), 0, "another one stands there");
  input.side = NG_PANE_PLACES;
  cr_expect_gt(ng_layout_side_cols(&input, NG_PANE_PLACES), 0);
  cr_expect_gt(ng_layout_side_cols(&input, NG_PANE_RELATIONS), 0);
  cr_expect_eq(ng_layout_side_cols(&input, NG_PANE_ARTICLE), 0);
  input = input_of(120, 40);
  cr_expect_gt(ng_layout_side_cols(&input, NG_PANE_PLACES), 0);
  cr_expect_eq(ng_layout_side_cols(&input, NG_PANE_MENTIONS), 0);
  input = input_of(200, 60);
  cr_expect_gt(ng_layout_side_cols(&input, NG_PANE_MENTIONS), 0);
  input.zoomed = true;
  cr_expect_eq(ng_layout_side_cols(&input, NG_PANE_PEOPLE), 0);
  input = input_of(59, 40);
  cr_expect_eq(ng_layout_side_cols(&input, NG_PANE_PEOPLE), 0);
}

Test(layout, each_pane_has_its_least_or_is_left_out)
{
  static const int least[NG_N_PANES] = {[NG_PANE_PEOPLE] = 6, [NG_PANE_PLACES] = 4, [NG_PANE_RELATIONS] = 6};
  for (int rows = 3; rows <= 60; rows++) {
    NgLayoutInput input = input_of(120, rows);
    NgLayout layout = ng_layout(&input);
    for (NgPane pane = NG_PANE_PEOPLE; pane <= NG_PANE_RELATIONS; pane++)
      cr_expect(layout.panes[pane].rows == 0 || layout.panes[pane].rows >= least[pane], "%d of %d rows", (int)pane,
                rows);
    int places = layout.panes[NG_PANE_PLACES].rows, relations = layout.panes[NG_PANE_RELATIONS].rows;
    cr_expect(relations == 0 || places > 0, "the relations go before the places do: %d rows", rows);
  }
}

Test(layout, beside_one_side_pane_the_relations_have_what_it_leaves)
{
  NgLayoutInput input = input_of(80, 24);
  input.needs[NG_PANE_RELATIONS] = 20;
  NgLayout layout = ng_layout(&input);
  cr_expect_eq(layout.panes[NG_PANE_PEOPLE].rows, 13);
  cr_expect_eq(layout.panes[NG_PANE_RELATIONS].rows, 9);
  input.needs[NG_PANE_PEOPLE] = 40;
  layout = ng_layout(&input);
  cr_expect_eq(layout.panes[NG_PANE_RELATIONS].rows, 6, "their least");
}

Test(layout, what_is_left_over_goes_to_who_has_more)
{
  NgLayoutInput input = input_of(120, 60);
  NgLayout layout = ng_layout(&input);
  cr_expect_eq(layout.panes[NG_PANE_RELATIONS].rows, 9);
  cr_expect_eq(layout.panes[NG_PANE_PLACES].rows, 17);
  cr_expect_eq(layout.panes[NG_PANE_PEOPLE].rows, 23);
}

Test(layout, the_small_map_goes_first_and_grows_last)
{
  NgLayoutInput input = input_of(120, 40);
  input.map_rows = 9;
  input.most_map_rows = 14;
  NgLayout layout = ng_layout(&input);
  cr_expect_eq(layout.map_rows, 9);
  cr_expect_eq(layout.panes[NG_PANE_PEOPLE].rows, 13);
  cr_expect_eq(layout.panes[NG_PANE_PLACES].rows, 15, "a head, the map, five places");
  cr_expect_eq(layout.panes[NG_PANE_RELATIONS].rows, 9);
  input = input_of(120, 25);
  input.map_rows = 9;
  layout = ng_layout(&input);
  cr_expect_eq(layout.map_rows, 0, "24 rows are not enough for three panes' least and the map");
  cr_expect_gt(layout.panes[NG_PANE_RELATIONS].rows, 0);
  input = input_of(200, 60);
  input.map_rows = 10;
  input.most_map_rows = 17;
  layout = ng_layout(&input);
  cr_expect_eq(layout.map_rows, 17);
  cr_expect_eq(layout.panes[NG_PANE_PLACES].rows, 34);
  input.cols = 80;
  layout = ng_layout(&input);
  cr_expect_eq(layout.map_rows, 0, "beside one side pane there is none");
}

Test(layout, panes_with_a_map_never_leave_the_screen)
{
  for (int cols = 100; cols <= 300; cols += 7)
    for (int rows = 1; rows <= 100; rows++) {
      NgLayoutInput input = input_of(cols, rows);
      input.map_rows = 9;
      input.most_map_rows = 20;
      check_one(&input);
      NgLayout layout = ng_layout(&input);
      cr_assert(layout.map_rows == 0 || layout.panes[NG_PANE_PLACES].rows >= layout.map_rows + 4, "%dx%d", cols, rows);
    }
}
