/* The relations pane in focus and zoomed, cell by cell; walking it, its sentences, and the way back into the text. */
#include "tests/ui.h"
#include "ui/view_relations.h"
#include "ui/who.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

typedef struct {
  int cols, rows;
  bool ascii, zoomed, evidence;
  int views; /* how often `v` is pressed */
  char name[24];
} Screen;

enum { EGO, WHOLE, TREE, MATRIX };

static NgReader *reader_of(NgStage *stage, const NgArticle *article)
{
  NgReader *reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  ng_reader_command(reader, NG_COMMAND_RELATIONS, 0);
  ng_stage_draw_reader(stage, reader);
  return reader;
}

static void press(NgStage *stage, NgReader *reader, NgCommandId command, int count)
{
  cr_assert(ng_reader_command(reader, command, count));
  ng_stage_draw_reader(stage, reader);
}

ParameterizedTestParameters(relations, golden)
{
  static Screen screens[] = {
      {120, 40, false, false, false, EGO, "relations"},
      {80, 24, false, false, false, EGO, "relations"},
      {40, 12, false, false, false, EGO, "relations"},
      {120, 40, false, true, false, EGO, "ego"},
      {80, 24, false, true, false, EGO, "ego"},
      {200, 60, false, true, false, EGO, "ego"},
      {40, 12, false, true, false, EGO, "ego"},
      {80, 24, true, true, false, EGO, "ego-ascii"},
      {120, 40, true, true, false, EGO, "ego-ascii"},
      {200, 60, true, true, false, EGO, "ego-ascii"},
      {120, 40, false, true, true, EGO, "ego-evidence"},
      {80, 24, false, true, true, EGO, "ego-evidence"},
      {200, 60, false, false, true, EGO, "evidence-beside"},
      {80, 24, false, true, false, TREE, "tree"},
      {120, 40, false, true, false, TREE, "tree"},
      {200, 60, false, true, false, TREE, "tree"},
      {40, 12, false, true, false, TREE, "tree"},
      {80, 24, true, true, false, TREE, "tree-ascii"},
      {120, 40, true, true, false, TREE, "tree-ascii"},
      {200, 60, true, true, false, TREE, "tree-ascii"},
      {80, 24, false, true, true, TREE, "tree-evidence"},
      {80, 24, false, true, false, WHOLE, "whole"},
      {120, 40, false, true, false, WHOLE, "whole"},
      {200, 60, false, true, false, WHOLE, "whole"},
      {40, 12, false, true, false, WHOLE, "whole"},
      {80, 24, true, true, false, WHOLE, "whole-ascii"},
      {120, 40, true, true, false, WHOLE, "whole-ascii"},
      {200, 60, true, true, false, WHOLE, "whole-ascii"},
      {120, 40, false, true, true, WHOLE, "whole-evidence"},
      {80, 24, false, true, false, MATRIX, "matrix"},
      {120, 40, false, true, false, MATRIX, "matrix"},
      {200, 60, false, true, false, MATRIX, "matrix"},
      {40, 12, false, true, false, MATRIX, "matrix"},
      {80, 24, true, true, false, MATRIX, "matrix-ascii"},
      {120, 40, true, true, false, MATRIX, "matrix-ascii"},
      {200, 60, true, true, false, MATRIX, "matrix-ascii"},
      {80, 24, false, true, true, MATRIX, "matrix-evidence"},
  };
  return cr_make_param_array(Screen, screens, G_N_ELEMENTS(screens));
}

ParameterizedTest(Screen *screen, relations, golden)
{
  g_autoptr(NgStage) stage = ng_stage_new(screen->cols, screen->rows, screen->ascii);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_WALK_DOWN, 1);
  if (screen->zoomed)
    press(stage, reader, NG_COMMAND_ZOOM, 0);
  for (int i = 0; i < screen->views; i++)
    press(stage, reader, NG_COMMAND_VIEW, 0);
  if (screen->views == WHOLE && screen->evidence)
    press(stage, reader, NG_COMMAND_NEXT_EDGE, 1);
  if (screen->evidence)
    press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_assert(ng_stage_is_golden(stage, screen->name));
}

static const char *name_of(NgReader *reader)
{
  return ng_reader_selected(reader)->name;
}

Test(relations, a_line_opens_its_sentences_and_a_sentence_the_text)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_WALK_DOWN, 1);
  cr_assert_eq(ng_relations_sentence(reader), NG_NONE);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_assert_eq(ng_relations_sentence(reader), 0);
  cr_assert(reader->zoomed);
  press(stage, reader, NG_COMMAND_WALK_DOWN, 1);
  cr_assert_eq(ng_relations_sentence(reader), 1);
  press(stage, reader, NG_COMMAND_WALK_DOWN, 99);
  cr_assert_eq(ng_relations_sentence(reader), 2, "the last of three");
  press(stage, reader, NG_COMMAND_WALK_UP, 1);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_assert_eq(reader->focus, NG_PANE_ARTICLE);
  cr_assert_not(reader->zoomed);
  cr_assert_eq(ng_article_mention_ordinal(article, reader->mention) + 1, 4,
               "the sentence names Qin for the fourth time");
  g_autofree char *text = ng_stage_text(stage);
  cr_assert(strstr(text, "there with much effort, Qin said"));
}

/* Further on, the sentences before stay in sight as far as there is room for them. */
Test(relations, sentences_stay_in_sight_while_they_have_room)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  g_autofree char *first = ng_stage_text(stage);
  press(stage, reader, NG_COMMAND_WALK_DOWN, 2);
  g_autofree char *last = ng_stage_text(stage);
  cr_assert_eq(ng_relations_sentence(reader), 2);
  const char *told = strstr(first, " ¶ 2 ");
  cr_assert(told && strstr(last, " ¶ 2 "), "%s", last);
}

Test(relations, the_way_back_leads_out_of_the_sentences_first)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  press(stage, reader, NG_COMMAND_CENTRE_BEFORE, 1);
  cr_assert_eq(ng_relations_sentence(reader), NG_NONE);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  press(stage, reader, NG_COMMAND_WALK_LEFT, 1);
  cr_assert_eq(ng_relations_sentence(reader), NG_NONE);
}

/* Ann is named with Bob once, Bob with Cid in many sentences. */
static NgArticle *few_and_many(void)
{
  g_autoptr(GString) body = g_string_new("<p><persName>Ann</persName> saw <persName>Bob</persName>.</p>");
  for (int i = 0; i < 40; i++)
    g_string_append(body, "<p><persName>Bob</persName> saw <persName>Cid</persName>.</p>");
  return ng_stage_article_of(body->str);
}

/* Into the sentences of the line that is picked, to the last of forty. */
static void to_last_sentence(NgStage *stage, NgReader *reader)
{
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  press(stage, reader, NG_COMMAND_END, 0);
  g_autofree char *text = ng_stage_text(stage);
  cr_assert_eq(ng_relations_sentence(reader), 39, "%s", text);
}

Test(relations, a_click_on_another_line_leaves_the_sentences)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = few_and_many();
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  to_last_sentence(stage, reader);
  ng_relations_pick_at(reader, 4, 48);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *text = ng_stage_text(stage);
  cr_assert(strstr(text, "Bob named with Ann"), "%s", text);
  cr_assert_eq(ng_relations_sentence(reader), NG_NONE);
}

/* Ann's own picture has not the line that was picked in that of all: the place among its sentences is none for a line that has fewer. */
Test(relations, the_last_sentence_of_one_line_is_none_of_another)
{
  g_autoptr(NgStage) stage = ng_stage_new(200, 60, false);
  g_autoptr(NgArticle) article = few_and_many();
  g_autoptr(NgReader) reader = reader_of(stage, article);
  ng_reader_select(reader, ng_find_entity(article, "Ann", NULL), NG_NONE);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  press(stage, reader, NG_COMMAND_VIEW, 1);
  while (ng_relations_work(reader, -1))
    continue;
  ng_stage_draw_reader(stage, reader);
  cr_assert(ng_relations_find(reader, "Cid", true));
  press(stage, reader, NG_COMMAND_NEXT_EDGE, 1);
  to_last_sentence(stage, reader);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  g_autofree char *text = ng_stage_text(stage);
  cr_assert(strstr(text, "Ann named with Bob"), "%s", text);
  cr_assert_eq(ng_relations_sentence(reader), NG_NONE);
}

Test(relations, a_name_becomes_the_centre_and_u_goes_back)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_WALK_RIGHT, 1);
  press(stage, reader, NG_COMMAND_WALK_OPEN, 0);
  cr_assert_str_eq(name_of(reader), "Nicholas Burns");
  press(stage, reader, NG_COMMAND_CENTRE_BEFORE, 1);
  cr_assert_str_eq(name_of(reader), "Qin Gang");
  press(stage, reader, NG_COMMAND_CENTRE_BEFORE, 1);
  cr_assert_str_eq(name_of(reader), "Qin Gang");
  cr_assert_str_eq(reader->message, "this was the first centre");
}

Test(relations, hops_from_one_to_three)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_MORE_HOPS, 1);
  cr_assert(reader->zoomed, "more hops are seen zoomed");
  for (int hops = 2; hops <= 3; hops++, ng_reader_command(reader, NG_COMMAND_MORE_HOPS, 1)) {
    ng_stage_draw_reader(stage, reader);
    g_autofree char *head = ng_stage_row(stage, 0);
    g_autofree char *expected = g_strdup_printf("ego · %d hops", hops);
    cr_assert(strstr(head, expected), "%s", head);
  }
  cr_assert_str_eq(reader->message, "no more hops than these");
  press(stage, reader, NG_COMMAND_FEWER_HOPS, 2);
  g_autofree char *head = ng_stage_row(stage, 0);
  cr_assert(strstr(head, "ego · 1 hop ·"), "%s", head);
}

Test(relations, v_goes_through_the_views_and_keeps_what_is_picked)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_WALK_DOWN, 1);
  uint32_t picked = ng_relations_edge(reader);
  static const char *const heads[] = {"ego · 2 hops · 8 of 14", "whole · ", "tree · 2 hops · 8 of 14",
                                      "matrix · 12 of 12", "ego · 2 hops"};
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++) {
    press(stage, reader, NG_COMMAND_VIEW, 0);
    g_autofree char *head = ng_stage_row(stage, 0);
    cr_assert(reader->zoomed && strstr(head, heads[i]), "%s", head);
    cr_assert_eq(ng_relations_edge(reader), picked);
  }
}

Test(relations, a_tree_is_scrolled_to_what_is_picked)
{
  g_autoptr(NgStage) stage = ng_stage_new(40, 8, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(stage, article);
  press(stage, reader, NG_COMMAND_ZOOM, 0);
  press(stage, reader, NG_COMMAND_VIEW, TREE);
  press(stage, reader, NG_COMMAND_END, 0);
  g_autofree char *text = ng_stage_text(stage);
  cr_assert(strstr(text, "› ") && strstr(text, "┕━ worked"), "%s", text);
}

Test(relations, no_names_no_relations)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
  g_autoptr(NgArticle) article = ng_stage_article_of("<p>Nothing happened.</p>");
  g_autoptr(NgReader) reader = reader_of(stage, article);
  static const NgCommandId commands[] = {NG_COMMAND_WALK_DOWN, NG_COMMAND_WALK_RIGHT,    NG_COMMAND_WALK_OPEN,
                                         NG_COMMAND_ZOOM,      NG_COMMAND_CENTRE_BEFORE, NG_COMMAND_MORE_HOPS,
                                         NG_COMMAND_END,       NG_COMMAND_START,         NG_COMMAND_VIEW};
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
    press(stage, reader, commands[i], 1);
  cr_assert_eq(ng_relations_sentence(reader), NG_NONE);
}

/* In the narrowest pane beside an article too, what is said for want of a picture is said whole. */
Test(relations, that_there_are_none_is_said_whole)
{
  for (int cols = 60; cols <= 80; cols++) {
    g_autoptr(NgStage) stage = ng_stage_new(cols, 24, false);
    g_autoptr(NgArticle) article = ng_stage_article_of("<p>Only <persName ref=\"#qin\">Qin Gang</persName> came.</p>");
    g_autoptr(NgReader) reader G_GNUC_UNUSED = reader_of(stage, article);
    g_autofree char *text = ng_stage_text(stage);
    cr_expect(strstr(text, "no relation told") && strstr(text, "here") && !strstr(text, "…"), "%d: %s", cols, text);
  }
}

/* What a relation is called stands whole where the names leave it the columns, and yields to them where they do not. */
Test(relations, on_the_card_a_long_label_stands_whole_beside_short_names)
{
  static const struct {
    const char *other, *row;
  } cases[] = {{"Bo", " wrote a second letter to  ► Bo  "},
               {"Bo Alexandrovich Alexandrov the Elder", " wrote a second…  ► Bo Alexandrovich Alexandr"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgStage) stage = ng_stage_new(64, 30, false);
    g_autofree char *source = g_strdup_printf(
        "<TEI><standOff><listRelation><relation active=\"#qin\" passive=\"#bo\"><desc>wrote a second letter to</desc>"
        "</relation></listRelation></standOff><text><body><p><persName ref=\"#qin\">Qin</persName> wrote. "
        "<persName ref=\"#bo\">%s</persName> read.</p></body></text></TEI>",
        cases[i].other);
    g_autoptr(NgArticle) article = ng_stage_article_in(source);
    g_autoptr(NgReader) reader = ng_reader_new(article);
    g_autoptr(NgWho) who = ng_who_new(reader, NG_WHO_CARD, 60, NG_WHO_NO_CURSOR);
    ng_who_draw(who, reader, stage->canvas, (NgRect){0, 0, 30, 60}, 0);
    g_autofree char *text = ng_stage_text(stage);
    cr_expect(strstr(text, cases[i].row), "%s", text);
  }
}
