/* The canvas: what is cut where, in which cells it stands, and what ASCII shows of it. */
#define _GNU_SOURCE /* wcwidth */
#include "tests/rows.h"
#include "tests/ui.h"

#include <criterion/criterion.h>
#include <string.h>
#include <wchar.h>

#define COMBINED    "e\xcc\x81"                                    /* e and an acute that combines */
#define FAMILY      "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9" /* man, joiner, woman: one cluster */
#define HEBREW      "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"
#define REPLACEMENT "\xef\xbf\xbd"

typedef struct {
  char text[60];
  int cols;
  char shown[60];
  int used;
} Case;

TableTestRows(canvas, cuts_between_clusters)
{
  static Case cases[] = {{"plain", 10, "plain", 5},
                         {"plain", 5, "plain", 5},
                         {"plain", 4, "pla…", 4},
                         {"plain", 1, "…", 1},
                         {"two words", 5, "two…", 4},
                         {"北京市", 6, "北京市", 6},
                         {"北京市", 5, "北京…", 5},
                         {"北京市", 4, "北…", 3},
                         {"北京市", 2, "…", 1},
                         {COMBINED COMBINED COMBINED, 3, COMBINED COMBINED COMBINED, 3},
                         {COMBINED COMBINED COMBINED, 2, COMBINED "…", 2},
                         {"a" COMBINED, 2, "a" COMBINED, 2},
                         {HEBREW, 3, "\xd7\xa9\xd7\x9c…", 3},
                         {"", 5, "", 0},
                         {"x", 0, "", 0},
                         {"x", -3, "", 0}};
  return cr_make_param_array(Case, cases, G_N_ELEMENTS(cases));
}

TableTest(Case *c, canvas, cuts_between_clusters)
{
  g_autoptr(NgStage) stage = ng_stage_new(20, 2, false);
  int used = ng_canvas_put_cut(stage->canvas, 0, 0, c->cols, NG_ROLE_TEXT, c->text);
  g_autofree char *row = ng_stage_row(stage, 0);
  cr_expect_str_eq(row, c->shown);
  cr_expect_eq(used, c->used, "%s: %d columns", c->text, used);
}

Test(canvas, an_emoji_of_several_people_is_never_torn)
{
  g_autoptr(NgStage) stage = ng_stage_new(20, 1, false);
  int cols = ng_text_cols(FAMILY, strlen(FAMILY));
  cr_expect_eq(ng_canvas_put(stage->canvas, 0, 0, cols, NG_ROLE_TEXT, FAMILY, strlen(FAMILY)), cols);
  ng_canvas_clear(stage->canvas);
  cr_expect_eq(ng_canvas_put(stage->canvas, 0, 0, cols - 1, NG_ROLE_TEXT, FAMILY, strlen(FAMILY)), 0);
}

Test(canvas, nothing_is_drawn_outside)
{
  g_autoptr(NgStage) stage = ng_stage_new(5, 2, false);
  static const int outside[][2] = {{-1, 0}, {2, 0}, {0, -1}, {0, 5}, {99, 99}};
  for (gsize i = 0; i < G_N_ELEMENTS(outside); i++) {
    cr_expect_eq(ng_canvas_put(stage->canvas, outside[i][0], outside[i][1], 9, NG_ROLE_TEXT, "x", 1), 0);
    ng_canvas_arms(stage->canvas, outside[i][0], outside[i][1], NG_ROLE_FAINT, NG_ARMS_ACROSS(NG_ARM_LIGHT));
    ng_canvas_cursor(stage->canvas, outside[i][0], outside[i][1]);
  }
  cr_expect_eq(stage->canvas->cursor_row, -1);
  cr_expect_eq(ng_canvas_put(stage->canvas, 1, 3, 9, NG_ROLE_TEXT, "xyz", 3), 2, "cut at the edge");
  ng_canvas_line(stage->canvas, 0, 3, 99, NG_ROLE_FAINT, false);
  ng_canvas_clear_rect(stage->canvas, (NgRect){-1, -1, 99, 3});
  g_autofree char *all = ng_stage_text(stage);
  cr_expect_str_eq(all, "   ──\n   xy\n");
}

/* Half of a wide character never stays on the screen. */
Test(canvas, a_wide_character_at_the_edge_is_left_out)
{
  g_autoptr(NgStage) stage = ng_stage_new(5, 2, false);
  cr_expect_eq(ng_canvas_put(stage->canvas, 0, 4, 9, NG_ROLE_TEXT, "北", 3), 0);
  cr_expect_eq(ng_canvas_put(stage->canvas, 0, 0, 5, NG_ROLE_TEXT, "北京市", 9), 4);
  cr_expect_eq(ng_canvas_put(stage->canvas, 1, 0, 5, NG_ROLE_TEXT, "a北京", 7), 5);
  g_autofree char *all = ng_stage_text(stage);
  cr_expect_str_eq(all, "北京\na北京\n");
}

Test(canvas, each_cell_has_its_role)
{
  g_autoptr(NgStage) stage = ng_stage_new(16, 1, false);
  ng_canvas_put(stage->canvas, 0, 0, 9, NG_ROLE_PERSON, "Qin Gang", 8);
  ng_canvas_put(stage->canvas, 0, 9, 4, NG_ROLE_PLACE, "北京", 6);
  ng_canvas_put(stage->canvas, 0, 13, 3, NG_ROLE_DIM, "a b", 3);
  g_autofree char *roles = ng_canvas_row_roles(stage->canvas, 0);
  cr_expect_str_eq(roles, "PPPPPPPP.LLLLd.d");
}

Test(canvas, text_stands_right_aligned)
{
  g_autoptr(NgStage) stage = ng_stage_new(10, 2, false);
  ng_canvas_put_right(stage->canvas, 0, 2, 6, NG_ROLE_TEXT, "北京");
  ng_canvas_put_right(stage->canvas, 1, 2, 6, NG_ROLE_TEXT, "too long for it");
  g_autofree char *all = ng_stage_text(stage);
  cr_expect_str_eq(all, "    北京\n  too l…\n");
}

Test(canvas, lines_that_meet_are_joined_and_text_ends_them)
{
  g_autoptr(NgStage) stage = ng_stage_new(5, 3, false);
  ng_canvas_line(stage->canvas, 1, 0, 5, NG_ROLE_FAINT, false);
  for (int row = 0; row < 3; row++)
    ng_canvas_arms(stage->canvas, row, 2, NG_ROLE_FAINT, NG_ARMS(0, 0, NG_ARM_HEAVY, NG_ARM_HEAVY));
  ng_canvas_put(stage->canvas, 1, 4, 1, NG_ROLE_TEXT, "x", 1);
  ng_canvas_arms(stage->canvas, 1, 4, NG_ROLE_FAINT, NG_ARMS_DOWN(NG_ARM_LIGHT));
  g_autofree char *all = ng_stage_text(stage);
  cr_expect_str_eq(all, "  ┃\n──╂─│\n  ┃\n", "the letter's cell had no line left: %s", all);
}

Test(canvas, ascii_draws_nothing_of_ours_that_is_not_ascii)
{
  g_autoptr(NgStage) stage = ng_stage_new(20, 2, true);
  ng_canvas_line(stage->canvas, 0, 0, 3, NG_ROLE_FAINT, false);
  ng_canvas_line(stage->canvas, 0, 3, 3, NG_ROLE_FAINT, true);
  ng_canvas_put_cut(stage->canvas, 0, 7, 5, NG_ROLE_TEXT, "too long");
  const char *signs = "› · – ’ ► ↑ ¶ •";
  ng_canvas_put(stage->canvas, 1, 0, 20, NG_ROLE_TEXT, signs, strlen(signs));
  g_autofree char *all = ng_stage_text(stage);
  cr_expect_str_eq(all, "---=== too~\n> - - ' > ^ p *\n");
}

Test(canvas, where_nothing_but_ascii_can_be_shown_only_what_is_not_is_replaced)
{
  g_autoptr(NgStage) stage = ng_stage_new(30, 1, true);
  stage->canvas->utf8 = false;
  const char *text = "8 May · side’s " COMBINED " " HEBREW;
  ng_canvas_put(stage->canvas, 0, 0, 30, NG_ROLE_TEXT, text, strlen(text));
  g_autofree char *all = ng_stage_text(stage);
  cr_expect_str_eq(all, "8 May - side's e ????\n");
}

/* The C library's own, but for lines in locales that have them wide. */
static bool wide_lines;

int wcwidth(wchar_t c)
{
  return wide_lines && c >= 0x2500 && c < 0x2580 ? 2 : wcswidth(&c, 1);
}

Test(canvas, where_lines_measure_two_cells_they_are_ascii)
{
  wide_lines = true;
  g_autoptr(NgStage) stage = ng_stage_new(20, 1, false);
  ng_canvas_line(stage->canvas, 0, 0, 3, NG_ROLE_FAINT, false);
  g_autofree char *all = ng_stage_text(stage);
  cr_expect_str_eq(all, "---\n");
}

Test(canvas, what_was_drawn_is_gone_once_cleared)
{
  g_autoptr(NgStage) stage = ng_stage_new(6, 2, false);
  ng_canvas_put(stage->canvas, 0, 0, 6, NG_ROLE_TITLE, "北京市", 9);
  ng_canvas_line(stage->canvas, 1, 0, 6, NG_ROLE_FAINT, false);
  ng_canvas_clear_rect(stage->canvas, (NgRect){0, 2, 2, 2});
  g_autofree char *parts = ng_stage_text(stage), *roles = ng_canvas_row_roles(stage->canvas, 0);
  cr_expect_str_eq(parts, "北  市\n──  ──\n");
  cr_expect_str_eq(roles, "TT..TT");
  ng_canvas_clear(stage->canvas);
  g_autofree char *all = ng_stage_text(stage);
  cr_expect_str_eq(all, "\n\n");
}

/* What the text is styled with comes on top of the role's look, and nowhere else. */
Test(canvas, styles_are_attributes_of_their_own_cells)
{
  static const struct {
    uint8_t style;
    attr_t expected;
  } styles[] = {{0, 0},
                {NG_STYLE_BOLD, A_BOLD},
                {NG_STYLE_ITALIC, A_ITALIC},
                {NG_STYLE_UNDERLINE, A_UNDERLINE},
                {NG_STYLE_BOLD | NG_STYLE_ITALIC, A_BOLD | A_ITALIC},
                {0, 0}};
  g_autoptr(NgStage) stage = ng_stage_new(10, 1, false);
  for (int i = 0; i < (int)G_N_ELEMENTS(styles); i++)
    ng_canvas_put_styled(stage->canvas, 0, i, 1, NG_ROLE_TEXT, styles[i].style, "x", 1);
  for (int i = 0; i < (int)G_N_ELEMENTS(styles); i++) {
    chtype found = mvwinch(stage->canvas->window, 0, i);
    cr_expect_eq(found & (A_BOLD | A_ITALIC | A_UNDERLINE), styles[i].expected, "cell %d", i);
  }
}
