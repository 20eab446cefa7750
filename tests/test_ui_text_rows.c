/* The article in rows: anchors, folds, notes' marks, and what stays in its place when the width changes. */
#include "tests/ui.h"

#include <criterion/criterion.h>
#include <string.h>

static bool same(NgAnchor a, NgAnchor b)
{
  return a.block == b.block && a.row == b.row;
}

/* The rows as a reader sees them, parted by "|"; blank ones empty. */
static char *rows_text(NgTextRows *rows)
{
  GString *text = g_string_new(NULL);
  for (NgAnchor at = ng_text_rows_first(rows);;) {
    const NgShownBlock *shown = ng_text_rows_block(rows, at.block);
    if (at.row < shown->rows->len) {
      const NgRow *row = &g_array_index(shown->rows, NgRow, at.row);
      g_string_append_printf(text, "%*s", (int)row->indent, "");
      g_string_append_len(text, shown->shown->str + row->start, row->end - row->start);
      if (row->kind == NG_ROW_DATE)
        g_string_append(text, ng_text_rows_date(rows));
    }
    NgAnchor next = ng_text_rows_move(rows, at, 1);
    if (same(next, at))
      break;
    g_string_append_c(text, '|');
    at = next;
  }
  return g_string_free(text, FALSE);
}

static void expect_rows(const char *body, int cols, const char *expected)
{
  g_autoptr(NgArticle) article = ng_stage_article_of(body);
  g_autoptr(NgTextRows) rows = ng_text_rows_new(article, cols);
  g_autofree char *text = rows_text(rows);
  cr_expect_str_eq(text, expected, "%s", text);
}

Test(text_rows, blocks_are_parted_and_indented)
{
  expect_rows("<p>One two three.</p><p>Four.</p>", 10, "A title|8 May 2023||One two|three.||Four.");
  expect_rows("<div><head>Head</head><p>Text.</p></div>", 30, "A title|8 May 2023||Head|Text.");
  expect_rows("<p>A.</p><quote><p>Said so.</p></quote>", 30, "A title|8 May 2023||A.||  Said so.");
  expect_rows("<list><item>One</item><item>Two and three</item></list>", 24,
              "A title|8 May 2023||• One|• Two and three");
  expect_rows("<lg><l>One by one</l><l>two</l></lg><lg><l>and <note>N.</note>three</l><l>four</l></lg>", 24,
              "A title|8 May 2023||  One by one|  two||  and[1] three||[1] N.||  four");
  expect_rows("<lg><l>One by one by one by one</l><l>two</l></lg>", 24,
              "A title|8 May 2023||  One by one by one by|    one|  two");
}

Test(text_rows, notes_leave_a_mark_where_they_hang)
{
  const char *body = "<p>One<note>First note.</note> two<note>Second.</note>.</p><p>End.</p>";
  expect_rows(body, 40, "A title|8 May 2023||One[1] two[2].||[1] First note.|[2] Second.||End.");
  g_autoptr(NgArticle) article = ng_stage_article_of(body);
  g_autoptr(NgTextRows) rows = ng_text_rows_new(article, 40);
  uint32_t n, marks = 0;
  const NgBlock *blocks = ng_article_blocks(article, &n);
  const NgShownBlock *shown = ng_text_rows_block(rows, 1);
  for (guint i = 0; i < shown->runs->len; i++) {
    const NgStretch *run = &g_array_index(shown->runs, NgStretch, i);
    if (run->note == NG_NONE)
      continue;
    marks++;
    cr_expect_eq(blocks[run->note].kind, NG_BLOCK_NOTE);
    cr_expect_eq(blocks[run->note].anchor, run->pos);
  }
  cr_expect_eq(marks, 2);
}

Test(text_rows, a_fold_shows_the_sentences_that_are_kept)
{
  g_autoptr(NgArticle) article = ng_stage_article_of("<p>One is. Two is. Three is.</p><p>None.</p><p>Last.</p>");
  g_autoptr(NgTextRows) rows = ng_text_rows_new(article, 40);
  const char *text = ng_article_text(article, NULL);
  g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(NgRange));
  static const char *const sentences[] = {"Two is.", "Last."};
  for (gsize i = 0; i < G_N_ELEMENTS(sentences); i++) {
    uint32_t start = (uint32_t)(strstr(text, sentences[i]) - text);
    NgRange range = {start, start + (uint32_t)strlen(sentences[i])};
    g_array_append_val(kept, range);
  }
  ng_text_rows_fold(rows, kept);
  g_autofree char *folded = rows_text(rows);
  cr_expect_str_eq(folded, "… Two is.||Last.");
  NgAnchor at = ng_text_rows_at(rows, (uint32_t)(strstr(text, "None.") - text));
  cr_expect_eq(ng_text_rows_pos(rows, at), (uint32_t)(strstr(text, "Last.") - text), "what is folded away: the next");
  ng_text_rows_fold(rows, NULL);
  g_autofree char *unfolded = rows_text(rows);
  cr_expect_str_eq(unfolded, "A title|8 May 2023||One is. Two is. Three is.||None.||Last.");
}

Test(text_rows, an_article_without_text_is_one_place)
{
  NgBuilder *builder = ng_builder_new("empty", NG_FORMAT_TEI);
  g_autoptr(NgArticle) article = ng_builder_finish(builder);
  g_autoptr(NgTextRows) rows = ng_text_rows_new(article, 10);
  NgAnchor none = {0, 0};
  cr_expect(same(ng_text_rows_first(rows), none) && same(ng_text_rows_last(rows), none));
  cr_expect(same(ng_text_rows_move(rows, none, 5), none) && same(ng_text_rows_move(rows, none, -5), none));
  cr_expect(same(ng_text_rows_at(rows, 7), none));
  cr_expect_eq(ng_text_rows_pos(rows, none), 0);
}

/* ---- what holds in every width ---- */

/* Every row moved to and back, told apart, and found again by its pos. */
static void check_moves(NgTextRows *rows, int cols)
{
  NgAnchor first = ng_text_rows_first(rows), last = ng_text_rows_last(rows), at = first;
  cr_assert(same(ng_text_rows_move(rows, first, -1), first));
  cr_assert(same(ng_text_rows_move(rows, last, 1), last));
  uint32_t pos = 0;
  for (int k = 0; !same(at, last); k++) {
    cr_assert_lt(k, 100000, "the last row is never reached");
    NgAnchor next = ng_text_rows_move(rows, at, 1);
    cr_assert(same(ng_text_rows_move(rows, next, -1), at), "width %d, block %u row %u", cols, at.block, at.row);
    cr_assert_eq(ng_text_rows_between(rows, at, next, 9), 1);
    cr_assert_eq(ng_text_rows_between(rows, next, at, 9), -1);
    cr_assert(same(ng_text_rows_move(rows, first, k + 1), next));
    cr_assert_geq(ng_text_rows_pos(rows, next), pos, "width %d: rows go forward", cols);
    pos = ng_text_rows_pos(rows, next);
    at = next;
  }
}

static void check_widths(NgTextRows *rows, uint32_t n_blocks, int cols)
{
  for (uint32_t block = 0; block < n_blocks; block++) {
    const NgShownBlock *shown = ng_text_rows_block(rows, block);
    for (guint i = 0; i < shown->rows->len; i++) {
      const NgRow *row = &g_array_index(shown->rows, NgRow, i);
      const char *text = shown->shown->str + row->start;
      gsize bytes = row->end - row->start;
      int wide = row->indent + ng_text_cols(text, bytes);
      bool one_cluster = bytes && ng_text_cluster_end(text, bytes, 0) == bytes;
      cr_assert(wide <= cols || one_cluster, "a row of %d in %d", wide, cols);
    }
  }
}

static void check_width(const NgArticle *article, int cols)
{
  g_autoptr(NgTextRows) rows = ng_text_rows_new(article, cols);
  uint32_t n;
  ng_article_blocks(article, &n);
  check_widths(rows, n, cols);
  check_moves(rows, cols);
}

static const char *const mixed =
    "<head>北京 and é</head><p>Some <hi>words</hi> of 北京市人民政府 without any blank, e\xcc\x81 too<note>A "
    "note.</note>, then "
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9 antidisestablishmentarianism.</p>"
    "<list><item>one</item><item>two</item></list><quote><p>quoted at some length, as it happens</p></quote>";

Test(text_rows, moving_there_and_back_holds_in_every_width)
{
  g_autoptr(NgArticle) bundled = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgArticle) made = ng_stage_article_of(mixed);
  for (int cols = 1; cols <= 130; cols += cols < 40 ? 1 : 9) {
    check_width(made, cols);
    if (cols > 8)
      check_width(bundled, cols);
  }
}

/* A row that shows a pos begins at or before it, and the next one after it. */
Test(text_rows, every_pos_is_in_the_row_that_is_said_to_show_it)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  uint32_t bytes;
  ng_article_text(article, &bytes);
  for (int i = 0; i < 300; i++) {
    int cols = g_rand_int_range(random, 10, 120);
    g_autoptr(NgTextRows) rows = ng_text_rows_new(article, cols);
    for (int k = 0; k < 10; k++) {
      uint32_t pos = (uint32_t)g_rand_int_range(random, 0, (gint32)bytes);
      NgAnchor at = ng_text_rows_at(rows, pos), next = ng_text_rows_move(rows, at, 1);
      cr_assert_leq(ng_text_rows_pos(rows, at), pos);
      cr_assert(same(at, next) || ng_text_rows_pos(rows, next) >= pos || ng_text_rows_pos(rows, next) <= pos + 2,
                "width %d, pos %u", cols, pos);
    }
  }
}

Test(text_rows, resizing_stays_at_the_word)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  g_autoptr(GRand) random = g_rand_new_with_seed(11);
  ng_reader_resize(reader, 62, 20);
  ng_reader_scroll(reader, 23);
  uint32_t pos = reader->top_pos;
  for (int i = 0; i < 200; i++) {
    ng_reader_resize(reader, g_rand_int_range(random, 1, 90), g_rand_int_range(random, 1, 24));
    NgAnchor next = ng_text_rows_move(reader->rows, reader->top, 1);
    cr_assert(ng_text_rows_pos(reader->rows, reader->top) <= pos && pos < ng_text_rows_pos(reader->rows, next));
  }
  ng_reader_resize(reader, 62, 20);
  cr_expect_eq(ng_text_rows_pos(reader->rows, reader->top), pos);
}

/* Blank rows and the date's are rows like others: scrolling stops on each of them, and drawing again leaves it there. */
Test(text_rows, scrolling_by_rows_never_sticks)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  ng_reader_resize(reader, 49, 10);
  NgAnchor at = reader->top;
  for (int i = 0; i < 30; i++) {
    NgAnchor next = ng_text_rows_move(reader->rows, at, 1);
    ng_reader_scroll(reader, 1);
    ng_reader_resize(reader, 49, 10);
    cr_assert(same(reader->top, next), "down to row %d", i);
    at = next;
  }
  for (int i = 0; i < 30; i++) {
    ng_reader_scroll(reader, -1);
    ng_reader_resize(reader, 49, 10);
  }
  cr_expect(same(reader->top, ng_text_rows_first(reader->rows)));
}
