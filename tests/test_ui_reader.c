/* The reader's screens, cell by cell, in every size the layout tells apart. */
#include "tests/ui.h"
#include "ui/overlays.h"
#include "ui/status.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

/* The bundled article among six, at the third mention of Qin Gang, as the design shows it. */
static NgReader *reader_of(const NgArticle *article)
{
  NgReader *reader = ng_reader_new(article);
  reader->among = (NgAmong){0, 6};
  return reader;
}

/* Draws once, so that the pane's size is known, steps to the third mention, and draws again. */
static void draw_at_third_mention(NgStage *stage, NgReader *reader)
{
  ng_stage_draw_reader(stage, reader);
  ng_reader_command(reader, NG_COMMAND_NEXT_MENTION, 2);
  ng_stage_draw_reader(stage, reader);
}

typedef struct {
  int cols, rows;
  bool ascii;
} Size;

ParameterizedTestParameters(reader, golden)
{
  static Size sizes[] = {{80, 24, false}, {120, 40, false}, {200, 60, false}, {40, 12, false},
                         {20, 5, false},  {1, 1, false},    {80, 24, true}};
  return cr_make_param_array(Size, sizes, G_N_ELEMENTS(sizes));
}

ParameterizedTest(Size *size, reader, golden)
{
  g_autoptr(NgStage) stage = ng_stage_new(size->cols, size->rows, size->ascii);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = reader_of(article);
  draw_at_third_mention(stage, reader);
  cr_expect(ng_stage_is_golden(stage, size->ascii ? "reader-ascii" : "reader"));
}

/* Whether the article's row of the screen is one of its headings, whole. */
static bool is_heading(const NgStage *stage, const NgReader *reader, int row)
{
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(reader->article, &n);
  g_autofree char *all = ng_stage_row(stage, row);
  for (uint32_t i = 0; i < n; i++) {
    g_autofree char *text =
        g_strndup(ng_article_text(reader->article, NULL) + blocks[i].start, blocks[i].end - blocks[i].start);
    g_strchomp(text);
    if (blocks[i].kind == NG_BLOCK_HEADING && g_str_has_prefix(all + 1, text))
      return true;
  }
  return false;
}

Test(reader, a_heading_never_stands_alone_on_the_last_row)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  int with_text_below = 0;
  for (int i = 0; i < 70; i++) {
    ng_stage_draw_reader(stage, reader);
    cr_expect_not(is_heading(stage, reader, 22), "%d rows down", i);
    with_text_below += is_heading(stage, reader, 21);
    ng_reader_command(reader, NG_COMMAND_LINE_DOWN, 1);
  }
  cr_expect_geq(with_text_below, 3);
}

Test(reader, who_is_not_mentioned_is_listed_and_opens_nothing)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article_of("<p>Only <persName ref=\"#qin\">Qin Gang</persName> came.</p>");
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  ng_reader_command(reader, NG_COMMAND_PLACES, 0);
  ng_reader_select(reader, ng_article_entity_by_id(article, "bali"), NG_NONE);
  ng_reader_command(reader, NG_COMMAND_OPEN, 0);
  cr_expect_str_eq(reader->message, "not mentioned in the text");
  cr_expect_eq(reader->focus, NG_PANE_PLACES);
  ng_stage_draw_reader(stage, reader);
}

/* What the search stands on is no business of whoever is selected. */
Test(reader, while_searching_the_status_tells_of_the_search_alone)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  reader->search = ng_search_new(article, "Burns");
  ng_stage_draw_reader(stage, reader);
  g_autofree char *status = ng_stage_row(stage, 23);
  cr_expect(strstr(status, "/Burns · match 0 of 0+ ──"), "%s", status);
}

/* From name to name through the whole text: two rows of it stay above and below the one selected, but where it begins and where it ends. */
Test(reader, the_selected_mention_has_rows_around_it)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  uint32_t n, bytes;
  ng_article_mentions(article, &n);
  ng_article_text(article, &bytes);
  ng_stage_draw_reader(stage, reader);
  for (uint32_t i = 0; i < n; i++) {
    ng_reader_command(reader, NG_COMMAND_NEXT_NAME, 1);
    ng_stage_draw_reader(stage, reader);
    int row = stage->canvas->cursor_row;
    cr_expect(row >= 3 || reader->top_pos == 0, "mention %u in row %d", i, row);
    cr_expect(row <= 20 || ng_reader_bottom_pos(reader) == bytes, "mention %u in row %d", i, row);
  }
  ng_reader_command(reader, NG_COMMAND_START, 1);
  ng_reader_command(reader, NG_COMMAND_NEXT_NAME, 30);
  ng_stage_draw_reader(stage, reader);
  ng_reader_command(reader, NG_COMMAND_PREVIOUS_NAME, 29);
  ng_stage_draw_reader(stage, reader);
  cr_expect_eq(reader->top_pos, 0);
}

/* Someone of another list is selected: the row that Enter and j begin at is seen all the same. */
Test(reader, a_list_in_focus_shows_where_its_keys_begin)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  ng_reader_command(reader, NG_COMMAND_PLACES, 0);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *row = ng_stage_row(stage, 1);
  cr_expect(strstr(row, " ›1 China "), "%s", row);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Qin Gang");
  cr_expect(stage->canvas->cursor_row == 1, "%d", stage->canvas->cursor_row);
  ng_reader_command(reader, NG_COMMAND_ARTICLE, 0);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *left = ng_stage_row(stage, 1);
  cr_expect(!strstr(left, "›"), "%s", left);
  ng_reader_command(reader, NG_COMMAND_PLACES, 0);
  ng_reader_command(reader, NG_COMMAND_OPEN, 0);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "China", "Enter goes to the row that is seen");
}

static void expect_filtered(NgReader *reader, const char *filter, const char *selected)
{
  ng_reader_filter_list(reader, filter);
  cr_expect_str_eq(ng_reader_selected(reader)->name, selected, "/%s: %s", filter, ng_reader_selected(reader)->name);
}

Test(reader, what_is_seen_whole_has_no_per_cent_wherever_one_goes_in_it)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article_of("<p>Only <persName ref=\"#qin\">Qin Gang</persName> came.</p>");
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  ng_reader_resume(reader, 10);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *head = ng_stage_row(stage, 0);
  cr_expect(!strstr(head, "%"), "%s", head);
}

Test(reader, a_filter_that_nothing_passes_changes_no_selection)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_reader_command(reader, NG_COMMAND_PLACES, 0);
  expect_filtered(reader, "tai", "Taiwan");
  expect_filtered(reader, "taix", "Taiwan");
  expect_filtered(reader, "", "Taiwan");
  ng_reader_command(reader, NG_COMMAND_LINE_DOWN, 1);
  cr_expect_str_eq(ng_reader_selected(reader)->name, "Ukraine", "the list goes on from there");
  ng_reader_command(reader, NG_COMMAND_PEOPLE, 0);
  expect_filtered(reader, "", "Ukraine");
}

Test(reader, the_head_does_not_repeat_a_title_in_view)
{
  static const int cols[] = {40, 59, 80};
  for (gsize i = 0; i < G_N_ELEMENTS(cols); i++) {
    g_autoptr(NgStage) stage = ng_stage_new(cols[i], 24, false);
    g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
    g_autoptr(NgReader) reader = ng_reader_new(article);
    ng_stage_draw_reader(stage, reader);
    g_autofree char *head = ng_stage_row(stage, 0);
    cr_expect(strstr(head, "Article ━") && !strstr(head, "China"), "%d: %s", cols[i], head);
    ng_reader_command(reader, NG_COMMAND_END, 0);
    ng_stage_draw_reader(stage, reader);
    g_autofree char *scrolled = ng_stage_row(stage, 0);
    cr_expect(strstr(scrolled, "China"), "%d: %s", cols[i], scrolled);
  }
}

Test(reader, an_article_of_places_alone_opens_beside_them)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article =
      ng_stage_article_in("<TEI><text><body><p>It rained in <placeName>Bali</placeName>.</p></body></text></TEI>");
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *head = ng_stage_row(stage, 0);
  cr_expect(strstr(head, "3 Places ──") && !strstr(head, "2 People"), "%s", head);
}

static char *status_after(NgStage *stage, NgReader *reader, NgCommandId command)
{
  ng_reader_command(reader, command, 0);
  ng_stage_draw_reader(stage, reader);
  return ng_stage_row(stage, 23);
}

Test(reader, contents_are_offered_where_there_are_headings)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  static const char *const bodies[] = {
      "<p>Nobody came.</p>", "<div><head>One</head><p>Nobody came.</p></div><div><head>Two</head><p>No.</p></div>"};
  for (gsize i = 0; i < G_N_ELEMENTS(bodies); i++) {
    g_autofree char *source = g_strdup_printf("<TEI><text><body>%s</body></text></TEI>", bodies[i]);
    g_autoptr(NgArticle) article = ng_stage_article_in(source);
    g_autoptr(NgReader) reader = ng_reader_new(article);
    ng_stage_draw_reader(stage, reader);
    g_autofree char *row = ng_stage_row(stage, 23);
    cr_expect_eq(strstr(row, "t contents") != NULL, i > 0, "%s", row);
  }
}

/* One that the mark-up states apart from the text. */
Test(reader, a_relation_without_a_sentence_opens_none)
{
  g_autoptr(NgStage) stage = ng_stage_new(120, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article_in(
      "<TEI><standOff><listRelation><relation name=\"knows\" active=\"#a\" passive=\"#b\"/></listRelation></standOff>"
      "<text><body><p><persName ref=\"#a\">Ann</persName> wrote.</p><p><persName ref=\"#b\">Bo</persName> read.</p>"
      "</body></text></TEI>");
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_stage_draw_reader(stage, reader);
  g_autofree char *row = status_after(stage, reader, NG_COMMAND_RELATIONS);
  cr_expect(strstr(row, "Ann knows Bo · relation 1 of 1 · no sentence"), "%s", row);
  cr_expect(!strstr(row, "Enter"), "%s", row);
}

Test(reader, without_names_no_key_is_offered_for_them_and_that_is_said_once)
{
  g_autoptr(NgStage) stage = ng_stage_new(80, 24, false);
  g_autoptr(NgArticle) article = ng_stage_article_in("Nobody came, and nothing was said.\n");
  g_autoptr(NgReader) reader = ng_reader_new(article);
  static const NgCommandId panes[] = {NG_COMMAND_PEOPLE, NG_COMMAND_PLACES, NG_COMMAND_RELATIONS};
  for (gsize i = 0; i < G_N_ELEMENTS(panes); i++) {
    g_autofree char *row = status_after(stage, reader, panes[i]);
    cr_expect(g_str_has_prefix(row, " no names here ──") && g_str_has_suffix(row, "─ 1 article   w pane   ? help"),
              "%s", row);
  }
  NgOverlayContext context = {0};
  cr_assert_null(ng_mentions_new(reader, &context));
  ng_stage_draw_reader(stage, reader);
  g_autofree char *row = ng_stage_row(stage, 23);
  cr_expect(g_str_has_prefix(row, " no names here ──"), "%s", row);
}

/* Whatever must be left out or cut for it: before the first key stands a piece of the line. */
Test(status, never_runs_into_its_keys)
{
  for (int cols = 10; cols <= 140; cols++) {
    g_autoptr(NgStage) stage = ng_stage_new(cols, 1, false);
    NgStatus status = {.name = "Dulles, John Foster named with Eisenhower, Dwight D.",
                       .place = "relation 1 of 66 · 82 sentences",
                       .rest = "foreign minister",
                       .keys = {{"Enter", "sentences"}, {"hjkl", "walk"}, {"v", "view"}, {"q", "back"}}};
    ng_status_draw(&status, stage->canvas, 0, -1);
    g_autofree char *row = ng_stage_row(stage, 0);
    const char *key = strstr(row, "Enter"), *last = strstr(row, "q back");
    key = key ? key : strstr(row, "hjkl");
    key = key ? key : strstr(row, "v view");
    key = key ? key : last;
    cr_expect(!key || g_str_has_suffix(row, "q back") || g_str_has_suffix(row, "q back ─"), "%d: %s", cols, row);
    cr_expect(!key || (key - row > 4 && strncmp(key - strlen("─ "), "─ ", strlen("─ ")) == 0), "%d: %s", cols, row);
  }
}

/* A message outlasts all but the last key, and that one where it would be cut for it. */
Test(status, a_message_is_cut_for_no_key)
{
  static const char message[] = "no such article: it was moved";
  for (int cols = 31; cols <= 80; cols++) {
    g_autoptr(NgStage) stage = ng_stage_new(cols, 1, false);
    NgStatus status = {.name = "Dulles, John Foster",
                       .place = "mention 1 of 66",
                       .rest = message,
                       .message = true,
                       .problems = "3 problems",
                       .keys = {{"n", "next"}, {"m", "mentions"}, {"?", "help"}}};
    ng_status_draw(&status, stage->canvas, 0, -1);
    g_autofree char *row = ng_stage_row(stage, 0);
    cr_expect(strstr(row, message), "%d: %s", cols, row);
    cr_expect(cols < 41 || g_str_has_suffix(row, "? help"), "%d: %s", cols, row);
  }
}

/* A count that is cut would tell of fewer. */
Test(status, problems_are_told_whole_or_not)
{
  for (int cols = 10; cols <= 80; cols++) {
    g_autoptr(NgStage) stage = ng_stage_new(cols, 1, false);
    NgStatus status = {.name = "Ann", .place = "mention 1 of 1", .problems = "27 problems", .keys = {{"?", "help"}}};
    ng_status_draw(&status, stage->canvas, 0, -1);
    g_autofree char *row = ng_stage_row(stage, 0);
    cr_expect(strstr(row, " · 27 problems") || !strstr(row, "1 · "), "%d: %s", cols, row);
    cr_expect(cols < 45 || strstr(row, "27 problems"), "%d: %s", cols, row);
    cr_expect(cols < 31 || strstr(row, "Ann · mention 1 of 1"), "the name comes first, %d: %s", cols, row);
  }
}

Test(head, keeps_its_title_before_what_stands_at_its_right)
{
  for (int cols = 10; cols <= 60; cols++) {
    g_autoptr(NgStage) stage = ng_stage_new(cols, 1, false);
    NgHeadLine head = {.key = "2", .title = "People", .right = "99986–100000 of 100000"};
    ng_head_draw(&head, stage->canvas, 0, 0, cols);
    g_autofree char *row = ng_stage_row(stage, 0);
    cr_expect(g_str_has_prefix(row, "2 People ─"), "%d: %s", cols, row);
    cr_expect(g_str_has_suffix(row, " 99986–100000 of 100000") == (cols >= 33), "%d: %s", cols, row);
  }
}
