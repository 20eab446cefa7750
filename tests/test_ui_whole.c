/* The whole graph on the screen: walked, opened, filtered, searched, and the shortest way from one name to another. */
#include "tests/ui_expect.h"
#include "ui/view_relations.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <string.h>
#include <sys/wait.h>

static NgReader *reader_of(NgStage *stage, const NgArticle *article)
{
  NgReader *reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  static const NgCommandId keys[] = {NG_COMMAND_RELATIONS, NG_COMMAND_ZOOM, NG_COMMAND_VIEW};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    ng_reader_command(reader, keys[i], 0);
    ng_stage_draw_reader(stage, reader);
  }
  return reader;
}

static void press(NgStage *stage, NgReader *reader, NgCommandId command, int count)
{
  cr_assert(ng_reader_command(reader, command, count));
  ng_stage_draw_reader(stage, reader);
}

/* From the first of the centre's lines to the one that says so. */
static void turn_to(NgStage *stage, NgReader *reader, const char *words)
{
  for (int i = 0; i < 20 && !strstr(ng_stage_picked(reader), words); i++)
    press(stage, reader, NG_COMMAND_NEXT_EDGE, 1);
  cr_assert(strstr(ng_stage_picked(reader), words), "%s", ng_stage_picked(reader));
}

Test(whole, begins_at_the_selected_name_and_walks_to_neighbours)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  cr_expect_str_eq(ng_stage_picked(reader), "Qin Gang");
  press(stage, reader, NG_COMMAND_WALK_RIGHT, 1);
  cr_expect_str_eq(ng_stage_picked(reader), "Joe Biden");
  press(stage, reader, NG_COMMAND_WALK_LEFT, 1);
  cr_expect_str_eq(ng_stage_picked(reader), "Qin Gang");
  press(stage, reader, NG_COMMAND_WALK_DOWN, 1);
  cr_expect_str_eq(ng_stage_picked(reader), "France");
  press(stage, reader, NG_COMMAND_WALK_UP, 1);
  cr_expect_str_eq(ng_stage_picked(reader), "Qin Gang");
  ng_stage_has(stage, "8 of 15 relations drawn");
}

Test(whole, while_it_is_laid_out_the_pane_says_so_and_can_be_left)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  static const NgCommandId keys[] = {NG_COMMAND_RELATIONS, NG_COMMAND_ZOOM};
  ng_stage_draw_reader(stage, reader);
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    press(stage, reader, keys[i], 0);
  cr_assert(ng_reader_command(reader, NG_COMMAND_VIEW, 0));
  ng_reader_draw(reader, stage->canvas, NULL);
  ng_stage_has(stage, "being drawn");
  cr_assert(ng_reader_command(reader, NG_COMMAND_VIEW, 0));
  ng_reader_draw(reader, stage->canvas, NULL);
  ng_stage_has(stage, "tree · 2 hops");
  ng_stage_has_not(stage, "being drawn");
}

Test(whole, enter_makes_a_name_the_centre_and_u_goes_back)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_WALK_RIGHT, 1);
  ng_stage_has(stage, "Enter centre");
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Joe Biden", "the article follows");
  ng_stage_has(stage, "Joe Biden β ┠");
  press(stage, reader, NG_COMMAND_CENTRE_BEFORE, 1);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Qin Gang");
  ng_stage_has(stage, "Qin Gang α ┠");
}

Test(whole, another_selection_moves_the_centre)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  ng_reader_select(reader, ng_find_entity(article, "Xi Jinping", NULL), NG_NONE);
  ng_stage_draw_reader(stage, reader);
  cr_expect_str_eq(ng_stage_picked(reader), "Xi Jinping");
  ng_stage_has(stage, "┨ Xi Jinping β ┠");
}

Test(whole, a_line_opens_its_sentences_and_a_sentence_the_text)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  g_autofree char *first = g_strdup(ng_stage_picked(reader));
  cr_expect(strstr(first, "Qin Gang") && strlen(first) > strlen("Qin Gang"), "the first of the centre's lines: %s",
            first);
  press(stage, reader, NG_COMMAND_NEXT_EDGE, 1);
  cr_expect_str_neq(ng_stage_picked(reader), first);
  press(stage, reader, NG_COMMAND_PREVIOUS_EDGE, 1);
  cr_expect_str_eq(ng_stage_picked(reader), first);
  turn_to(stage, reader, "will visit");
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_eq(ng_relations_sentence(reader), 0);
  ng_stage_has(stage, "will visit · planned · 8 May 2023 to 12 May 2023 · marked in the text");
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_eq(reader->focus, NG_PANE_ARTICLE);
}

Test(whole, goes_farther_off_and_comes_back)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_MORE_HOPS, 1);
  cr_expect_str_eq(reader->message, "no closer than this");
  press(stage, reader, NG_COMMAND_FEWER_HOPS, 1);
  ng_stage_has(stage, "QG α ┠");
  ng_stage_has_not(stage, "Nicholas Burns");
  press(stage, reader, NG_COMMAND_FEWER_HOPS, 1);
  ng_stage_has_not(stage, "QG");
  press(stage, reader, NG_COMMAND_FEWER_HOPS, 1);
  cr_expect_str_eq(reader->message, "no farther off than this");
  press(stage, reader, NG_COMMAND_MORE_HOPS, 2);
  ng_stage_has(stage, "Nicholas Burns");
}

Test(whole, shows_what_the_filter_lets_pass_in_every_view)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  ng_relations_filter(reader, "people marked");
  ng_stage_draw_reader(stage, reader);
  ng_stage_has(stage, "whole · people marked · ");
  ng_stage_has_not(stage, "Twitter");
  ng_stage_has_not(stage, "╌ named with");
  press(stage, reader, NG_COMMAND_VIEW, 1);
  ng_stage_has(stage, "tree · 2 hops · people marked · ");
  ng_stage_has_not(stage, "Twitter");
  ng_relations_filter(reader, "poeple");
  cr_expect(reader->message_is_error && strstr(reader->message, "did you mean people?"), "%s", reader->message);
  g_autofree char *kept = ng_relations_filter_text(reader);
  cr_expect_str_eq(kept, "people marked", "what is not understood changes nothing");
  press(stage, reader, NG_COMMAND_VIEW, 1);
  ng_stage_has(stage, "matrix · people marked · ");
  ng_relations_filter(reader, "");
  press(stage, reader, NG_COMMAND_VIEW, 1);
  ng_stage_has(stage, "2 hops · 8 of 14");
}

Test(whole, the_matrix_finds_a_row_and_opens_a_cell)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_VIEW, 2);
  cr_expect_str_eq(ng_stage_picked(reader), "Qin Gang met with, told Nicholas Burns");
  cr_expect(ng_relations_find(reader, "xi", true));
  cr_expect_str_eq(ng_stage_picked(reader), "Xi Jinping met with Joe Biden");
  press(stage, reader, NG_COMMAND_NEXT_EDGE, 1);
  cr_expect_str_eq(ng_stage_picked(reader), "Xi Jinping hosted Emmanuel Macron");
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_eq(reader->focus, NG_PANE_ARTICLE);
  press(stage, reader, NG_COMMAND_RELATIONS, 0);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  press(stage, reader, NG_COMMAND_WALK_DOWN, 1);
  press(stage, reader, NG_COMMAND_WALK_LEFT, 99);
  ng_stage_has(stage, "Enter centre");
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Joe Biden");
}

Test(whole, says_when_nothing_passes)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  ng_relations_filter(reader, "events weight>=2");
  ng_stage_draw_reader(stage, reader);
  ng_stage_has(stage, "nothing passes the filter");
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  press(stage, reader, NG_COMMAND_WALK_DOWN, 1);
  press(stage, reader, NG_COMMAND_NEXT_EDGE, 1);
}

Test(whole, finds_a_name_as_it_is_typed)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  ng_relations_find_begin(reader);
  cr_expect(ng_relations_find(reader, "zel", false));
  cr_expect_str_eq(ng_stage_picked(reader), "Volodymyr Zelensky");
  cr_expect(ng_relations_find(reader, "ZELENSKY", true));
  cr_expect_not(ng_relations_find(reader, "zelenskyx", true));
  cr_expect_str_eq(ng_stage_picked(reader), "Qin Gang", "as before");
  press(stage, reader, NG_COMMAND_VIEW, 3); /* ego */
  cr_expect(ng_relations_find(reader, "burns", true));
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Nicholas Burns");
}

Test(whole, a_name_that_is_not_drawn_is_drawn_once_it_is_looked_for)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 60; i++)
    g_string_append_printf(text, "<p><s><persName>Ann A%d</persName> saw <persName>Bob B%d</persName>.</s></p>", i / 2,
                           i);
  g_autoptr(NgArticle) article = ng_stage_article_of(text->str);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  ng_stage_has(stage, "of 90 names");
  ng_stage_has_not(stage, "Bob B59");
  ng_relations_find_begin(reader);
  cr_expect(ng_relations_find(reader, "bob b59", true));
  ng_stage_draw_reader(stage, reader);
  ng_stage_has(stage, "Bob B59");
  cr_expect_str_eq(ng_stage_picked(reader), "Bob B59");
}

Test(whole, what_is_left_out_opens)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 60; i++)
    g_string_append_printf(text, "<p><s><persName>Ann A%d</persName> saw <persName>Bob B%d</persName>.</s></p>", i / 2,
                           i);
  g_autoptr(NgArticle) article = ng_stage_article_of(text->str);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  static const NgCommandId ways[] = {NG_COMMAND_WALK_LEFT, NG_COMMAND_WALK_DOWN, NG_COMMAND_WALK_RIGHT,
                                     NG_COMMAND_WALK_UP};
  for (gsize i = 0; *ng_stage_picked(reader) != '+' && i < 400; i++)
    press(stage, reader, ways[i / 20 % 4], 1);
  cr_assert_eq(*ng_stage_picked(reader), '+', "the box of what is left out can be walked to");
  ng_stage_has(stage, "Enter more names");
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  ng_stage_has(stage, "· 75 of 90 names"); /* of 80 those that share a line with one of them */
}

Test(whole, lights_the_shortest_way_and_lists_it_as_sentences)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  ng_relations_path(reader, "burns, biden");
  ng_stage_draw_reader(stage, reader);
  cr_expect_str_eq(ng_stage_picked(reader), "Nicholas Burns to Joe Biden");
  ng_stage_has(stage, "2 sentences · the shortest way");
  ng_stage_has(stage, "Qin Gang appeals to Joe Biden · 8 May 2023");
  cr_expect_eq(ng_relations_sentence(reader), 0, "the sentences are open");
  press(stage, reader, NG_COMMAND_WALK_DOWN, 1);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_expect_eq(reader->focus, NG_PANE_ARTICLE);
}

Test(whole, a_way_needs_two_names_and_a_way)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article_of(
      "<p><persName>Ann</persName> saw <persName>Bob</persName>.</p><p><persName>Cem</persName> saw "
      "<persName>Dan Day</persName>.</p>");
  g_autoptr(NgReader) reader = reader_of(stage, article);
  ng_relations_path(reader, "Ann");
  cr_expect(reader->message_is_error && strstr(reader->message, "two names"));
  ng_relations_path(reader, "Dan Day"); /* two words of one name */
  cr_expect(reader->message_is_error && strstr(reader->message, "two names"), "%s", reader->message);
  ng_relations_path(reader, "Ann Dan Day");
  ng_stage_draw_reader(stage, reader);
  cr_expect_str_eq(reader->message, "no relations lead from Ann to Dan Day");
  ng_relations_path(reader, "Cem Dan Day");
  ng_stage_draw_reader(stage, reader);
  cr_expect_str_eq(ng_stage_picked(reader), "Cem to Dan Day");
}

/* The thread of a layout borrows the article, and has a process of its own. */
Test(whole, can_be_left_while_it_is_made)
{
  g_autoptr(NgStage) stage = ng_stage_new(200, 60, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  for (int i = 0; i < 5; i++) {
    g_autoptr(NgReader) reader = ng_reader_new(article);
    static const NgCommandId keys[] = {NG_COMMAND_RELATIONS,  NG_COMMAND_ZOOM,      NG_COMMAND_VIEW,
                                       NG_COMMAND_FEWER_HOPS, NG_COMMAND_MORE_HOPS, NG_COMMAND_VIEW};
    for (gsize k = 0; k < G_N_ELEMENTS(keys); k++) {
      ng_reader_command(reader, keys[k], 0);
      ng_reader_draw(reader, stage->canvas, NULL);
    }
  }
  cr_expect(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD, "a process of a layout is left");
}

/* Graphs of one node, of none, of loops, of many parallel edges; names that are hard to draw. */
static char *odd_article(int which)
{
  switch (which) {
  case 0:
    return g_strdup("<p>Nobody.</p>");
  case 1:
    return g_strdup("<p><persName>Ann</persName> slept.</p>");
  case 2:
    return g_strdup("<p><persName xml:id=\"a\">Ann</persName></p><listRelation><relation name=\"doubts\" active=\"#a\" "
                    "passive=\"#a\"/></listRelation>");
  case 3: {
    GString *text =
        g_string_new("<p><persName ref=\"#a\">Ann</persName> <persName ref=\"#b\">Bob</persName></p><listRelation>");
    for (int i = 0; i < 10000; i++)
      g_string_append_printf(text, "<relation name=\"n%d\" active=\"#a\" passive=\"#b\"/>", i % 50);
    return g_string_free(g_string_append(text, "</listRelation>"), FALSE);
  }
  default: {
    g_autofree char *name = g_strnfill(10000, 'W');
    return g_strdup_printf(
        "<p><s><persName>%s</persName> <persName>\"&lt;b>\\N</persName> <persName>文字 e\314\201\314\201"
        "</persName> <placeName>שלום</placeName>.</s></p>",
        name);
  }
  }
}

Test(whole, any_graph_any_key_any_size)
{
  static const NgCommandId commands[] = {
      NG_COMMAND_WALK_DOWN, NG_COMMAND_WALK_RIGHT, NG_COMMAND_WALK_OPEN,    NG_COMMAND_WALK_UP,    NG_COMMAND_NEXT_EDGE,
      NG_COMMAND_WALK_OPEN, NG_COMMAND_LINE_DOWN,  NG_COMMAND_WALK_LEFT,    NG_COMMAND_FEWER_HOPS, NG_COMMAND_MORE_HOPS,
      NG_COMMAND_END,       NG_COMMAND_START,      NG_COMMAND_CENTRE_BEFORE};
  static const int sizes[][2] = {{120, 40}, {80, 24}, {40, 12}, {20, 5}, {10, 3}, {1, 1}};
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  for (int which = 0; which < 5; which++) {
    g_autofree char *text = odd_article(which);
    g_autoptr(NgArticle) article = ng_stage_article_of(text);
    g_autoptr(NgReader) reader = reader_of(stage, article);
    for (gsize size = 0; size < G_N_ELEMENTS(sizes); size++) {
      ng_stage_resize(stage, sizes[size][0], sizes[size][1]);
      for (gsize i = 0; i < 4 * G_N_ELEMENTS(commands); i++) {
        ng_reader_command(reader, commands[i % G_N_ELEMENTS(commands)], 1);
        if (i % G_N_ELEMENTS(commands) == 0)
          ng_reader_command(reader, NG_COMMAND_VIEW, 1);
        ng_stage_draw_reader(stage, reader);
      }
      ng_relations_filter(reader, size % 2 ? "people" : "");
    }
  }
}

Test(whole, of_an_article_without_names_says_so_and_no_more)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article_in("Nobody came, and nothing was said.\n");
  g_autoptr(NgReader) reader = reader_of(stage, article);
  cr_expect_null(ng_reader_selected(reader));
  g_autofree char *said = ng_stage_row(stage, 1), *foot = ng_stage_row(stage, 22);
  cr_expect(g_str_has_prefix(said, " no relation told here"), "%s", said);
  cr_expect_str_eq(g_strstrip(foot), "", "no key to signs that are not there, and nothing more in any direction");
}
