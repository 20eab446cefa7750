/* What the screen says of the annotator: why a name is one, which it is hardly sure of, and why there are none. */
#include "load/load.h"
#include "tests/screen.h"
#include "tests/ui.h"
#include "ui/correct.h"
#include "ui/overlays.h"
#include "ui/who.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

static NgArticle *annotated(void)
{
  return ng_stage_article_of("<p>Then <persName ref='#qin'>Qin</persName> met <persName ref='#a' resp='#annotator' "
                             "cert='0.45' ana='#a_x0020_guess'>Ann</persName> and <persName ref='#b' resp='#annotator' "
                             "cert='0.50' ana='#said'>Bob</persName> of it.</p>");
}

/* The letter of the role with which the first cell of `word` is drawn. */
static char letter_of(const NgStage *stage, const char *word)
{
  for (int row = 0; row < 24; row++) {
    g_autofree char *text = ng_stage_row(stage, row);
    const char *found = strstr(text, word);
    g_autofree char *roles = ng_canvas_row_roles(stage->canvas, row);
    if (found)
      return roles[ng_text_cols(text, (gsize)(found - text))];
  }
  return '?';
}

Test(ui_annotated, what_is_hardly_sure_is_drawn_weaker)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = annotated();
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  cr_expect_eq(letter_of(stage, "Ann and"), 'q');
  cr_expect_eq(letter_of(stage, "Bob of"), 'P');
  reader->weak_below = 40;
  ng_stage_draw_reader(stage, reader);
  cr_expect_eq(letter_of(stage, "Ann and"), 'P');
}

/* How the label of a relation that is not picked is drawn where its annotator was so sure: in the pane, large, and as a tree (0, 1, 2). */
static char label_letter(const char *resp, int view)
{
  g_autofree char *body = g_strdup_printf(
      "<p>Then <persName ref='#a'>Ann</persName> met <persName ref='#c'>Cy</persName>. And <persName "
      "ref='#b'>Bob</persName> left.</p><listRelation><relation name='met' active='#a' passive='#c'/><relation "
      "name='accused' active='#a' passive='#b' %s/></listRelation>",
      resp);
  g_autoptr(NgStage) stage = ng_stage_new(view == 1 ? 140 : 80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article_of(body);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_reader_select(reader, ng_article_entity_by_id(article, "a"), NG_NONE);
  ng_stage_draw_reader(stage, reader);
  for (int i = 0; view && i < 2; i++)
    ng_reader_command(reader, NG_COMMAND_RELATIONS, 0);
  for (int i = 0; i < 3 * (view - 1); i++) /* past the whole graph */
    ng_reader_command(reader, NG_COMMAND_VIEW, 0);
  ng_stage_draw_reader(stage, reader);
  return letter_of(stage, "accused");
}

Test(ui_annotated, a_relation_that_is_hardly_sure_is_drawn_weaker)
{
  for (int view = 0; view < 3; view++) {
    char marked = label_letter("", view), sure = label_letter("resp='#annotator' cert='0.50' ana='#accuses'", view),
         unsure = label_letter("resp='#annotator' cert='0.45' ana='#accuses'", view);
    cr_expect_eq(marked, sure, "%d: %c %c", view, marked, sure);
    cr_expect_eq(unsure, ng_role_letter(NG_ROLE_DIM), "%d: %c", view, unsure);
    cr_expect_neq(sure, unsure);
  }
}

/* The screen with the card of that one over the article. The caller frees it. */
static char *card_of(NgStage *stage, NgReader *reader, const char *id)
{
  NgOverlayContext context = {0};
  ng_stage_draw_reader(stage, reader);
  ng_reader_select(reader, ng_article_entity_by_id(reader->article, id), NG_NONE);
  NgOverlay *card = ng_who_card_new(reader, &context);
  ng_stage_draw_overlay(stage, card, reader);
  ng_overlay_free(card);
  return ng_stage_text(stage);
}

Test(ui_annotated, the_card_says_why)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = annotated();
  g_autoptr(NgReader) reader = ng_reader_new(article);
  g_autofree char *annotated_one = card_of(stage, reader, "a"), *marked_one = card_of(stage, reader, "qin");
  cr_expect_not_null(strstr(annotated_one, "Why?      45 %, a guess"), "%s", annotated_one);
  cr_expect_not_null(strstr(marked_one, "Qin Gang"), "%s", marked_one);
  cr_expect_null(strstr(marked_one, "Why?"), "%s", marked_one);
}

static NgArticle *with_stand_ins(void)
{
  return ng_stage_article_of(
      "<p>Then <persName ref='#qin'>Qin</persName> and <persName ref='#a'>Ann</persName> left, and <rs type='person' "
      "subtype='stand-in' ref='#qin'>the "
      "official</rs> said that <rs type='person' subtype='stand-in' ref='#qin'>he</rs> and <rs type='person' "
      "subtype='stand-in' ref='#a'>she</rs> had seen what <rs type='person' subtype='stand-in' "
      "ref='#qin'>he</rs> saw.</p>");
}

Test(ui_annotated, what_stands_for_the_selected_one_is_drawn_weaker)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = with_stand_ins();
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_reader_select(reader, ng_article_entity_by_id(article, "qin"), NG_NONE);
  ng_stage_draw_reader(stage, reader);
  cr_expect_eq(letter_of(stage, "the official"), 'u');
  cr_expect_eq(letter_of(stage, "he and"), 'u');
  cr_expect_eq(letter_of(stage, "she had"), '.');
  cr_expect_eq(letter_of(stage, " said that"), '.');
  ng_reader_select(reader, ng_article_entity_by_id(article, "a"), NG_NONE);
  ng_stage_draw_reader(stage, reader);
  cr_expect_eq(letter_of(stage, "the official"), '.');
  cr_expect_eq(letter_of(stage, "she had"), 'u');
}

Test(ui_annotated, the_card_lists_what_stands_for_it_and_counts_no_mention)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = with_stand_ins();
  g_autoptr(NgReader) reader = ng_reader_new(article);
  g_autofree char *text = card_of(stage, reader, "qin");
  cr_expect_not_null(strstr(text, "Meant by  the official, he 2"), "%s", text);
  cr_expect_eq(ng_reader_selected(reader)->n_mentions, 1);
}

Test(ui_annotated, why_is_told_of_what_is_told_alone)
{
  g_autoptr(NgArticle) article = annotated();
  g_autofree char *sure = ng_why_mention(article, 2), *marked = ng_why_mention(article, 0);
  cr_expect_str_eq(sure, "50 %, said");
  cr_expect_null(marked);
  cr_expect_null(ng_why_mention(article, NG_NONE));
  cr_expect_null(ng_why_relation(article, NG_NONE));
}

Test(ui_annotated, another_language_is_named)
{
  static const char *const languages[][2] = {
      {"fr", "for in French"}, {"und-Cyrl", "this language"}, {"en", "none named"}};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
    g_autoptr(NgStage) stage = ng_stage_new(120, 40, false);
    NgBuilder *builder = ng_builder_new("a.txt", NG_FORMAT_TEXT);
    ng_builder_set_head(builder, NG_HEAD_LANGUAGE, languages[i][0]);
    ng_builder_text(builder, "Il est dit.", 11);
    g_autoptr(NgArticle) article = ng_builder_finish(builder);
    g_autoptr(NgReader) reader = ng_reader_new(article);
    ng_stage_draw_reader(stage, reader);
    g_autofree char *text = ng_stage_text(stage);
    cr_expect_not_null(strstr(text, languages[i][1]), "%s", text);
  }
}

/* ---- the user's word ---- */

typedef struct {
  NgCommandId command;
  const char *id, *argument;
  const char *line, *says; /* what is written, or NULL; a part of what is said */
} Word;

Test(ui_annotated, commands_write_corrections)
{
  static const Word all[] = {
      {NG_COMMAND_NOT_A_NAME, "a", NULL, "Ann not a name\n", "kept: Ann not a name"},
      {NG_COMMAND_SAME_AS, "a", "Bob", "Ann same as Bob\n", "kept"},
      {NG_COMMAND_SAME_AS, "a", "Ann", NULL, "the same already"},
      {NG_COMMAND_SAME_AS, "a", "Zed", NULL, "no one name"},
      {NG_COMMAND_NOT_SAME, "qin", NULL, "Qin not same as Qin Gang\n", "kept"},
      {NG_COMMAND_NOT_SAME, "a", NULL, NULL, "its own name"},
      {NG_COMMAND_IS_A, "a", "place", "Ann is a place\n", "kept"},
      {NG_COMMAND_IS_A, "a", "dog", NULL, "must be a person"},
      {NG_COMMAND_PLACE_AT, "bali", "-8.5 115.25", "Bali place at -8.5 115.25\n", "kept"},
      {NG_COMMAND_PLACE_AT, "a", "-8.5 115.25", NULL, "no place"},
      {NG_COMMAND_PLACE_AT, "bali", "99 1", NULL, "degrees"},
  };
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL), *path = g_build_filename(folder, "c", NULL);
  g_autoptr(NgArticle) article = annotated();
  g_autoptr(GPtrArray) written_lines = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
    const Word *it = &all[i];
    g_autoptr(NgReader) reader = ng_reader_new(article);
    ng_reader_select(reader, ng_article_entity_by_id(article, it->id), NG_NONE);
    NgCorrecting correcting = {path, written_lines, "U"};
    cr_assert(ng_correct(reader, &correcting, it->command, it->argument));
    g_autofree char *written = NULL;
    g_file_get_contents(path, &written, NULL, NULL);
    cr_expect_eq(g_strcmp0(written, it->line), 0, "%s: %s", it->line, written);
    cr_expect(reader->message && strstr(reader->message, it->says), "%s: %s", it->says, reader->message);
    cr_expect_eq(reader->stale, it->line != NULL);
    g_remove(path);
  }
  g_rmdir(folder);
}

Test(ui_annotated, what_a_correction_needs_is_asked_for)
{
  g_autoptr(NgArticle) article = annotated();
  g_autoptr(NgReader) reader = ng_reader_new(article);
  g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func(g_free);
  cr_expect_not(ng_correct(reader, &(NgCorrecting){"/none", written, ""}, NG_COMMAND_SAME_AS, NULL));
  cr_expect(ng_correct(reader, &(NgCorrecting){NULL, written, ""}, NG_COMMAND_NOT_A_NAME, NULL));
  cr_expect_not_null(strstr(reader->message, "no corrections"));
  cr_expect(ng_correct(reader, &(NgCorrecting){"/proc/none/c", written, ""}, NG_COMMAND_NOT_A_NAME, NULL));
  cr_expect_not_null(strstr(reader->message, "not kept"));
  cr_expect_not(reader->stale);
}

/* Writes "TEXT" into the file, says that Ann is no name, writes `behind` behind it, and takes that back. What then stands in the file; the caller frees it. */
static char *corrected_and_taken_back(NgReader *reader, const char *path, const char *text, const char *behind)
{
  g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func(g_free);
  NgCorrecting correcting = {path, written, "U"};
  cr_assert(g_file_set_contents(path, text, -1, NULL));
  cr_assert(ng_correct(reader, &correcting, NG_COMMAND_NOT_A_NAME, NULL));
  cr_expect_not_null(strstr(reader->message, "kept: Ann not a name; U takes it back"), "%s", reader->message);
  g_autofree char *kept = NULL;
  char *left = NULL;
  cr_assert(g_file_get_contents(path, &kept, NULL, NULL));
  g_autofree char *more = g_strconcat(kept, behind, NULL);
  cr_assert(g_file_set_contents(path, more, -1, NULL));
  reader->stale = false;
  ng_correct_take_back(reader, &correcting);
  cr_assert(g_file_get_contents(path, &left, NULL, NULL));
  cr_expect_eq(written->len, 0);
  return left;
}

Test(ui_annotated, what_was_written_is_taken_back_and_nothing_else)
{
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL), *path = g_build_filename(folder, "c", NULL);
  g_autoptr(NgArticle) article = annotated();
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_reader_select(reader, ng_article_entity_by_id(article, "a"), NG_NONE);
  g_autofree char *before = corrected_and_taken_back(reader, path, "Bob not a name\n", "");
  cr_expect_str_eq(before, "Bob not a name\n");
  cr_expect_str_eq(reader->message, "taken back: Ann not a name");
  cr_expect(reader->stale, "the article is to be loaded again");
  g_autofree char *alone = corrected_and_taken_back(reader, path, "", "");
  cr_expect_str_eq(alone, "");
  g_autofree char *edited = corrected_and_taken_back(reader, path, "", "Eva not a name\n");
  cr_expect_str_eq(edited, "Ann not a name\nEva not a name\n", "somebody wrote into it meanwhile");
  cr_expect(reader->message_is_error && !reader->stale && strstr(reader->message, "not the last line"));
  g_autofree char *longer = corrected_and_taken_back(reader, path, "", "Mary Ann not a name\n");
  cr_expect_str_eq(longer, "Ann not a name\nMary Ann not a name\n", "a line that ends as it does is another");
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  ng_correct_take_back(reader, &(NgCorrecting){path, none, "U"});
  cr_expect_str_eq(reader->message, "nothing to take back");
  g_remove(path);
  g_rmdir(folder);
}
