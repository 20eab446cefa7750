/* Lists of names: the cursor, filters, scrolling, the grid of columns, rows. */
#include "tests/ui.h"

#include <criterion/criterion.h>
#include <string.h>

static const NgEntityKind people_kinds[] = {NG_ENTITY_PERSON, NG_ENTITY_ORGANISATION, NG_ENTITY_EVENT};

static const char *name_at_cursor(const NgList *list)
{
  uint32_t n, entity = ng_list_entity(list);
  return entity == NG_NONE ? "" : ng_article_entities(list->article, &n)[entity].name;
}

Test(list, the_cursor_goes_past_heads)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  NgList list;
  ng_list_init(&list, article, people_kinds, G_N_ELEMENTS(people_kinds));
  cr_expect_str_eq(name_at_cursor(&list), "Qin Gang");
  ng_list_move(&list, 1);
  cr_expect_str_eq(name_at_cursor(&list), "Nicholas Burns");
  ng_list_move(&list, 11);
  cr_expect_str_eq(name_at_cursor(&list), "Pentagon", "12 people, then a blank and a head");
  ng_list_move(&list, -1);
  cr_expect_str_eq(name_at_cursor(&list), "Barack Obama");
  ng_list_move(&list, -999);
  cr_expect_str_eq(name_at_cursor(&list), "Qin Gang");
  ng_list_move(&list, 999);
  cr_expect_eq(list.cursor, list.rows->len - 1);
  ng_list_clear(&list);
}

Test(list, a_filter_looks_in_names_and_roles_with_smart_case)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  NgList list;
  ng_list_init(&list, article, people_kinds, G_N_ELEMENTS(people_kinds));
  ng_list_filter(&list, "president");
  cr_expect_geq(ng_list_first_rows(&list), 4, "roles count");
  ng_list_filter(&list, "burns");
  cr_expect_eq(list.rows->len, 1);
  cr_expect_str_eq(name_at_cursor(&list), "Nicholas Burns");
  ng_list_filter(&list, "bURNS");
  cr_expect_eq(list.rows->len, 0, "a capital makes case matter");
  cr_expect_eq(ng_list_entity(&list), NG_NONE);
  ng_list_move(&list, 3);
  ng_list_scroll(&list, 5);
  ng_list_filter(&list, "");
  cr_expect_str_eq(name_at_cursor(&list), "Qin Gang");
  ng_list_clear(&list);
}

Test(list, the_cursor_stays_on_its_name_through_a_filter)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  NgList list;
  ng_list_init(&list, article, people_kinds, G_N_ELEMENTS(people_kinds));
  cr_assert(ng_list_find(&list, ng_find_entity(article, "Joe Biden", NULL)));
  ng_list_filter(&list, "bi");
  cr_expect_str_eq(name_at_cursor(&list), "Joe Biden");
  ng_list_filter(&list, NULL);
  cr_expect_str_eq(name_at_cursor(&list), "Joe Biden");
  ng_list_clear(&list);
}

Test(list, scrolling_keeps_the_cursor_in_sight_and_no_row_empty)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  NgList list;
  ng_list_init(&list, article, people_kinds, G_N_ELEMENTS(people_kinds));
  for (int height = 0; height < 40; height++)
    for (int delta = -7; delta <= 7; delta += 7) {
      ng_list_move(&list, delta);
      ng_list_scroll(&list, height);
      guint h = (guint)MAX(height, 1);
      cr_assert(list.top <= list.cursor && list.cursor < list.top + h, "height %d", height);
      cr_assert(list.top == 0 || list.top + h <= list.rows->len, "height %d", height);
    }
  ng_list_clear(&list);
}

Test(list, the_grid_fills_the_columns_it_is_given)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  for (int cols = 12; cols <= 160; cols++) {
    NgGrid grid = ng_grid(article, NULL, NG_ALL_KINDS, cols);
    int sum = 3 + grid.name + grid.count + (grid.what ? grid.what + 1 : 0) + (grid.strip ? grid.strip + 1 : 0) + 1;
    cr_expect_eq(sum, cols, "%d columns: %d", cols, sum);
    cr_expect(grid.what == 0 || cols >= 44);
    cr_expect(grid.strip == 0 || grid.strip >= 5);
    cr_expect_geq(grid.name, 1);
  }
  NgGrid design = ng_grid(article, NULL, NG_ALL_KINDS, 51);
  cr_expect(design.name == 18 && design.what == 16 && design.strip == 9, "the grid of 120 columns: %d %d %d",
            design.name, design.what, design.strip);
}

Test(list, a_row_tells_name_what_strip_and_count)
{
  g_autoptr(NgStage) stage = ng_stage_new(51, 2, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  NgGrid grid = ng_grid(article, NULL, NG_ALL_KINDS, 51);
  uint32_t qin = ng_find_entity(article, "Qin Gang", NULL), beijing = ng_find_entity(article, "Beijing", NULL);
  ng_list_row_draw(article, NULL, qin, grid, (NgRowLook){.current = true, .focus = true}, stage->canvas, 0, 0);
  ng_list_row_draw(article, NULL, beijing, grid, (NgRowLook){.pin = '3'}, stage->canvas, 1, 0);
  g_autofree char *text = ng_stage_text(stage), *first = ng_canvas_row_roles(stage->canvas, 0),
                  *second = ng_canvas_row_roles(stage->canvas, 1);
  cr_expect_str_eq(text, "›  Qin Gang           foreign minister ┸──┸─┴┴─┸  9\n"
                         " 3 Beijing            China            ┴┴┴─┴┴┴──  6\n");
  cr_expect_str_eq(first, "k..SSSSSSSS...........ddddddd.dddddddd.tfftfttft..H");
  cr_expect_str_eq(second, ".i.LLLLLLL............ddddd............tttftttff...");
}

Test(list, a_name_without_end_is_cut)
{
  GString *body = g_string_new("<p><persName>");
  for (int i = 0; i < 2500; i++)
    g_string_append(body, "北京");
  g_string_append(body, "</persName> met <persName>\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d</persName>.</p>");
  g_autoptr(NgArticle) article = ng_stage_article_of(body->str);
  g_string_free(body, TRUE);
  uint32_t n;
  const uint32_t *people = ng_article_ranked(article, NG_ENTITY_PERSON, &n);
  cr_assert_geq(n, 2);
  g_autoptr(NgStage) stage = ng_stage_new(30, 2, false);
  for (int cols = 1; cols <= 30; cols++)
    for (int i = 0; i < 2; i++) {
      ng_canvas_clear(stage->canvas);
      ng_list_row_draw(article, NULL, people[i], ng_grid(article, NULL, NG_ALL_KINDS, cols),
                       (NgRowLook){.current = true}, stage->canvas, i, 0);
    }
  ng_list_row_draw(article, NULL, people[0], ng_grid(article, NULL, NG_ALL_KINDS, 30), (NgRowLook){.current = true},
                   stage->canvas, 0, 0);
  g_autofree char *row = ng_stage_row(stage, 0);
  cr_expect_str_eq(row, "›  北京北京北京北京…  ┴────  1", "%s", row);
}

/* Names with nothing beside them stand whole where the strip has cells to spare, and the rows still end together. */
Test(list, a_long_strip_yields_to_names)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article_in(
      "<TEI><text><body><p><persName>Ann</persName> left <orgName>XML Team Solutions, Inc.</orgName> for "
      "<orgName>Acme Boat Company</orgName>.</p><p><persName>Anders Larsen of Nordnorge</persName> too.</p>"
      "</body></text></TEI>");
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *text = ng_stage_text(stage);
  static const char *const rows[] = {"   Anders Larsen of Nordnorge ─", "   XML Team Solutions, Inc.   ─",
                                     "   Acme Boat Company          ─"};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    cr_expect(strstr(text, rows[i]), "%s: %s", rows[i], text);
}

/* What no name needs of a narrow list's columns is the strip's; beside one side pane all strips have five cells. */
Test(list, a_narrow_list_gives_the_strip_what_names_leave)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  NgGrid grid = ng_grid(article, NULL, NG_KIND_BIT(NG_ENTITY_PERSON), 40);
  cr_expect_eq(grid.strip, 13, "%d", grid.strip);
  cr_expect_eq(3 + grid.name + 1 + grid.strip + 1 + grid.count, 40);
  grid = ng_grid(article, NULL, NG_KIND_BIT(NG_ENTITY_PERSON), 36);
  cr_expect_eq(grid.name, (int)strlen("Volodymyr Zelensky"), "%d", grid.name);
  cr_expect_eq(ng_grid(article, NULL, NG_KIND_BIT(NG_ENTITY_PLACE), 27).strip, 5);
}
