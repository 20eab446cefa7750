/* The letters of communities in the picture of a whole graph. */
#include "graph/graph.h"
#include "graph/whole_private.h"
#include "random_whole.h"
#include "screen.h"
#include "whole_sound.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

static void set_locale(void)
{
  cr_assert(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(whole_marks, .init = set_locale);

/* Rings of four names each, all of whom know each other; the first of each knows the first of the next. */
static HandMade *rings(uint32_t n)
{
  HandMade *made = hand_made_new();
  for (uint32_t i = 0; i < 4 * n; i++) {
    g_autofree char *name = g_strdup_printf("N%u", i);
    hand_made_node(made, name, NG_ENTITY_PERSON);
  }
  for (uint32_t ring = 0; ring < n; ring++) {
    for (uint32_t i = 0; i < 4; i++)
      for (uint32_t j = i + 1; j < 4; j++)
        hand_made_edge(made, 4 * ring + i, 4 * ring + j, "met", 1, true, false);
    if (ring > 0)
      hand_made_edge(made, 4 * ring - 4, 4 * ring, "saw", 1, false, false);
  }
  return made;
}

static char *marked_rows(HandMade *made, bool ascii, const char *key_part)
{
  NgWholeStyle style = {.cols = 120, .rows = 40, .ascii = ascii, .placer = ""};
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_new(hand_made_whole(made), &style);
  g_autoptr(NgPicture) picture = ng_whole_layout_draw(layout, NG_WHOLE_PICK_NOTHING);
  expect_sound(layout, "rings");
  cr_expect_eq(strstr(ng_whole_key(layout, 118), key_part) != NULL, layout->n_marks > 0);
  return picture_rows(picture);
}

Test(whole_marks, each_community_has_a_mark_of_its_own)
{
  g_autoptr(HandMade) made = rings(2);
  g_autofree char *rows = marked_rows(made, false, "α β … close groups");
  g_autofree char *ascii = marked_rows(made, true, "/a /b close groups");
  for (uint32_t i = 0; i < 8; i++) {
    g_autofree char *name = g_strdup_printf(" N%u %s ", i, i < 4 ? "α" : "β");
    g_autofree char *short_name = g_strdup_printf("( N%u %s )", i, i < 4 ? "/a" : "/b");
    cr_expect(strstr(rows, name), "no %s in\n%s", name, rows);
    cr_expect(strstr(ascii, short_name), "no %s in\n%s", short_name, ascii);
  }
}

Test(whole_marks, initials_have_the_mark_as_well)
{
  g_autoptr(HandMade) made = rings(2);
  NgWholeStyle style = {.cols = 120, .rows = 40, .zoom = NG_WHOLE_INITIALS, .placer = ""};
  g_autoptr(NgPicture) picture = ng_whole_picture(hand_made_whole(made), &style, NG_WHOLE_PICK_NOTHING);
  g_autofree char *rows = picture_rows(picture);
  cr_expect(strstr(rows, " N α ") && strstr(rows, " N β "), "%s", rows);
}

Test(whole_marks, one_community_has_none)
{
  g_autoptr(HandMade) made = rings(1);
  g_autofree char *rows = marked_rows(made, false, "groups");
  cr_expect(strstr(rows, " N0 "), "%s", rows);
  cr_expect_null(strstr(rows, "α"), "%s", rows);
}

/* There are as many marks as letters; the communities after them have none. */
Test(whole_marks, marks_end_with_the_letters)
{
  g_autoptr(HandMade) made = hand_made_new();
  for (uint32_t i = 0; i < 60; i++)
    hand_made_node(made, "N", NG_ENTITY_PERSON);
  for (uint32_t i = 0; i < 60; i += 2)
    hand_made_edge(made, i, i + 1, "met", 1, true, false);
  NgWholeStyle style = {.cols = 120, .rows = 40, .most_nodes = 60, .placer = ""};
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_begin(hand_made_whole(made), &style);
  cr_expect_eq(layout->n_marks, 24);
  cr_expect_eq(layout->mark_of[0], 1);
  cr_expect_eq(layout->mark_of[59], 0);
}
