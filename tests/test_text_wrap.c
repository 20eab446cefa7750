/* Rows, clusters and columns: tables, the conformance tests of Unicode, and what must hold of any text at any width. */
#include "tests/corpora.h"
#include "tests/rows.h"
#include "tests/spent.h"
#include "text/text.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void use_utf8(void)
{
  setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(text_wrap, .init = use_utf8);
TestSuite(text_cluster, .init = use_utf8);
TestSuite(text_width, .init = use_utf8);

/* ---- rows ---- */

typedef struct {
  const char *text;
  int first_cols, cols;
  const char *rows; /* parted by | */
} WrapCase;

static char *wrapped(const char *text, int first_cols, int cols)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  ng_text_wrap(text, strlen(text), first_cols, cols, rows);
  GString *joined = g_string_new(NULL);
  for (guint i = 0; i < rows->len; i++) {
    NgRange row = g_array_index(rows, NgRange, i);
    g_string_append(joined, i ? "|" : "");
    g_string_append_len(joined, text + row.start, (gssize)(row.end - row.start));
  }
  return g_string_free(joined, FALSE);
}

static const WrapCase wrap_cases[] = {
    {"", 10, 10, ""},
    {"word", 10, 10, "word"},
    {"word", 4, 4, "word"},
    {"word", 3, 3, "wor|d"},
    {"word", 1, 1, "w|o|r|d"},
    {"two words", 5, 5, "two|words"},
    {"two words", 9, 9, "two words"},
    {"two words", 8, 8, "two|words"},
    {"two  words", 4, 4, "two|word|s"},
    {"ends in spaces   ", 4, 4, "ends|in|spac|es"},
    {"a b c d e f", 3, 3, "a b|c d|e f"},
    {"one\ntwo", 10, 10, "one|two"},
    {"one\r\ntwo\n", 10, 10, "one|two"},
    {"one\n\ntwo", 10, 10, "one||two"},
    {"\n", 10, 10, ""},
    {"short first row", 5, 10, "short|first row"},
    {"widewide word", 3, 8, "|widewide|word"},
    {"widewide word", 3, 3, "wid|ewi|de|wor|d"},
    {"a widewideword", 3, 8, "a|widewide|word"},
    {"well-known e-mail", 6, 6, "well-|known|e-mail"},
    {"no\u00A0break here", 6, 6, "no\u00A0bre|ak|here"},
    {"http://example.org/path", 12, 12, "http://|example.org/|path"},
    {"北京市欢迎你", 5, 5, "北京|市欢|迎你"},
    {"北京", 1, 1, "北|京"},          /* a cluster wider than the row stands alone */
    {"北京。好", 4, 4, "北|京。|好"}, /* a full stop does not begin a row */
    {"e\u0301e\u0301e\u0301", 2, 2, "e\u0301e\u0301|e\u0301"},
    {"\U0001F468\u200D\U0001F469\u200D\U0001F466x", 6, 6, "\U0001F468\u200D\U0001F469\u200D\U0001F466|x"},
    {"$1,234.56 in all", 9, 9, "$1,234.56|in all"},
    {"(in brackets) “quoted”", 9, 9, "(in|brackets)|“quoted”"},
    {"שלום עולם", 4, 4, "שלום|עולם"},
};

TableTestRows(text_wrap, table)
{
  static int indices[G_N_ELEMENTS(wrap_cases)];
  for (int i = 0; i < (int)G_N_ELEMENTS(wrap_cases); i++)
    indices[i] = i;
  return cr_make_param_array(int, indices, G_N_ELEMENTS(wrap_cases));
}

TableTest(int *index, text_wrap, table)
{
  const WrapCase *c = &wrap_cases[*index];
  g_autofree char *rows = wrapped(c->text, c->first_cols, c->cols);
  cr_assert_str_eq(rows, c->rows, "\"%s\" in %d, %d columns: %s", c->text, c->first_cols, c->cols, rows);
}

/* What must hold of any text: the rows are in order, leave out white space only, cut no cluster, and exceed the columns only if they are
 * one cluster. */
static void assert_rows(const char *text, gsize bytes, int first_cols, int cols)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  ng_text_wrap(text, bytes, first_cols, cols, rows);
  g_autofree bool *boundary = g_new0(bool, bytes + 1);
  boundary[bytes] = true;
  for (gsize pos = 0; pos < bytes; pos = ng_text_cluster_end(text, bytes, pos))
    boundary[pos] = true;
  cr_assert_gt(rows->len, 0);
  gsize covered = 0;
  for (guint i = 0; i < rows->len; i++) {
    NgRange row = g_array_index(rows, NgRange, i);
    cr_assert(row.start >= covered && row.start <= row.end && row.end <= bytes);
    for (gsize pos = covered; pos < row.start; pos = (gsize)(g_utf8_next_char(text + pos) - text))
      cr_assert(g_unichar_isspace(g_utf8_get_char(text + pos)) || text[pos] == '\v', "text is lost at %zu", pos);
    cr_assert(boundary[row.start], "row %u starts within a cluster", i);
    int used = ng_text_cols(text + row.start, row.end - row.start);
    bool lone = row.end == row.start || ng_text_cluster_end(text, bytes, row.start) >= row.end;
    cr_assert(used <= (i ? cols : first_cols) || lone, "row %u has %d columns of %d", i, used, cols);
    covered = row.end;
  }
  for (gsize pos = covered; pos < bytes; pos = (gsize)(g_utf8_next_char(text + pos) - text))
    cr_assert(g_unichar_isspace(g_utf8_get_char(text + pos)) || text[pos] == '\v', "text is lost at the end");
}

Test(text_wrap, holds_for_random_text)
{
  static const char *const pieces[] = {
      "a",      "word",    "longerword",   " ",      " ",          "  ",         "-",      "\n", "\r\n", "北",
      "京。",   "e\u0301", "\u0301",       "\u200D", "\U0001F468", "\U0001F1E9", "(",      ")",  "“",    "”",
      "\u00A0", "\u200B",  "\u00AD",       "ש",      "1,234.5",    "%",          "\u3000", "\t", "한",   "\u1100\u1161",
      "/",      "\u2026",  "\u0E01\u0E33", "\u0600"};
  GRand *rand = g_rand_new_with_seed(14);
  for (int round = 0; round < 4000; round++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = g_rand_int_range(rand, 0, 40); i > 0; i--)
      g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
    int cols = g_rand_int_range(rand, 1, 25);
    assert_rows(text->str, text->len, g_rand_int_range(rand, 1, cols + 1), cols);
  }
  g_rand_free(rand);
}

Test(text_wrap, strange_widths_count_as_one)
{
  g_autofree char *none = wrapped("ab", 0, 0), *less = wrapped("ab", -7, -7);
  cr_assert_str_eq(none, "a|b");
  cr_assert_str_eq(less, "a|b");
}

Test(text_wrap, long_paragraphs_cost_linear_time)
{
  static const char *const units[] = {"word and more ", "unbroken", "e\u0301\u0301\u0301\u0301", "北京", " ",
                                      "\u0301",         "\u200D",   "\U0001F468\u200D"};
  for (gsize k = 0; k < G_N_ELEMENTS(units); k++) {
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 2000000)
      g_string_append(text, units[k]);
    double start = ng_spent_s();
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
    ng_text_wrap(text->str, text->len, 40, 40, rows);
    cr_assert(ng_spent_within(start, 5), "2 MB of \"%s\"", units[k]);
  }
}

/* ---- the conformance tests: code points in hex, between them ÷ where a break may be and × where none may ---- */

typedef struct {
  GString *text;
  GArray *breaks; /* gsize: where ÷ stands */
} Sample;

static Sample read_sample(const char *line)
{
  Sample s = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize))};
  g_auto(GStrv) words = g_strsplit(line, " ", -1);
  for (char **word = words; *word && **word != '#' && **word != '\t'; word++) {
    if (g_str_has_prefix(*word, "÷"))
      g_array_append_val(s.breaks, s.text->len);
    else if (!g_str_has_prefix(*word, "×"))
      g_string_append_unichar(s.text, (gunichar)strtoul(*word, NULL, 16));
    if (strchr(*word, '\t'))
      break;
  }
  return s;
}

static void clear_sample(Sample *s)
{
  g_string_free(s->text, TRUE);
  g_array_free(s->breaks, TRUE);
}

static bool has_break(const Sample *s, gsize pos)
{
  for (guint i = 0; i < s->breaks->len; i++)
    if (g_array_index(s->breaks, gsize, i) == pos)
      return true;
  return false;
}

Test(text_cluster, conforms_to_uax_29)
{
  g_autofree char *tests = ng_corpus_read("robust/unicode/GraphemeBreakTest.txt", NULL);
  if (!tests)
    cr_skip_test("no corpora beside the project");
  g_auto(GStrv) lines = g_strsplit(tests, "\n", -1);
  unsigned n = 0;
  for (char **line = lines; *line; line++) {
    if (!g_str_has_prefix(*line, "÷"))
      continue;
    Sample s = read_sample(*line);
    n++;
    for (gsize pos = 0, end; pos < s.text->len; pos = end) {
      end = ng_text_cluster_end(s.text->str, s.text->len, pos);
      cr_expect(end > pos && has_break(&s, end), "no break at byte %zu of: %s", end, *line);
      for (gsize inner = pos + 1; inner < end; inner++)
        cr_expect_not(has_break(&s, inner), "a break at byte %zu of: %s", inner, *line);
    }
    clear_sample(&s);
  }
  cr_assert_gt(n, 500);
}

/* Whether a break is asked for within a cluster, such as before a mark behind a space; rows keep clusters whole. */
static bool breaks_clusters(const Sample *s)
{
  bool within = false;
  for (gsize pos = 0, end; pos < s->text->len; pos = end) {
    end = ng_text_cluster_end(s->text->str, s->text->len, pos);
    for (gsize inner = pos + 1; inner < end; inner++)
      within = within || has_break(s, inner);
  }
  return within;
}

/* Rows end only where UAX 14 allows it, as long as the words between are not wider than a row. Three lines are known to differ, since
 * libunistring keeps to the plain rule for a full stop or a bracket before a number or a word. */
Test(text_wrap, breaks_where_uax_14_allows)
{
  g_autofree char *tests = ng_corpus_read("robust/unicode/LineBreakTest.txt", NULL);
  if (!tests)
    cr_skip_test("no corpora beside the project");
  g_auto(GStrv) lines = g_strsplit(tests, "\n", -1);
  unsigned n = 0, wrong = 0;
  for (char **line = lines; *line; line++) {
    if (!g_str_has_prefix(*line, "×"))
      continue;
    Sample s = read_sample(*line);
    n++;
    bool bad = false, skip = breaks_clusters(&s);
    for (int cols = 1; cols < 8 && !bad && !skip; cols++) {
      g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
      ng_text_wrap(s.text->str, s.text->len, cols, cols, rows);
      for (guint i = 1; i < rows->len; i++) {
        NgRange before = g_array_index(rows, NgRange, i - 1), row = g_array_index(rows, NgRange, i);
        bool allowed = false;
        for (gsize pos = before.end; pos <= row.start; pos++)
          allowed = allowed || has_break(&s, pos);
        bool cut = true; /* no allowed break within the row before: a word too wide */
        for (gsize pos = before.start + 1; pos <= before.end; pos++)
          cut = cut && !has_break(&s, pos);
        bad = bad || (!allowed && !cut);
      }
    }
    wrong += bad;
    clear_sample(&s);
  }
  cr_assert_gt(n, 7000);
  cr_assert_leq(wrong, 3, "%u of %u lines are broken where they must not be", wrong, n);
}

/* ---- columns ---- */

typedef struct {
  char text[40];
  int cols;
} ColsCase;

TableTestRows(text_width, table)
{
  static ColsCase cases[] = {
      {"", 0},       {"abc", 3},    {"é", 1},          {"e\u0301", 1}, {"北京", 4},   {"한국", 4}, {"ﬀ", 1},
      {"\u200B", 0}, {"\u200D", 0}, {"\U0001F600", 2}, {"\uFF21", 2},  {"\uFF71", 1}, {"ש", 1},    {"\u0600", 1},
      {"\u00A0", 1}, {"\u3000", 2}, {"│┃", 2},         {"\uFFFD", 1},  {"␛", 1},
  };
  return cr_make_param_array(ColsCase, cases, G_N_ELEMENTS(cases));
}

TableTest(ColsCase *c, text_width, table)
{
  cr_assert_eq(ng_text_cols(c->text, strlen(c->text)), c->cols, "\"%s\" has %d columns, not %d", c->text,
               ng_text_cols(c->text, strlen(c->text)), c->cols);
}

Test(text_width, every_character_has_0_to_2_columns)
{
  for (gunichar c = 0; c < 0x110000; c++)
    cr_assert(ng_text_char_cols(c) >= 0 && ng_text_char_cols(c) <= 2, "U+%04X", c);
  cr_assert_eq(ng_text_char_cols(0), 1);
  cr_assert_eq(ng_text_char_cols(0x1B), 1);
}

/* East Asian characters that are wide are wide here; wcwidth decides, so single ones may differ. */
Test(text_width, agrees_with_east_asian_width)
{
  g_autofree char *table = ng_corpus_read("robust/unicode/EastAsianWidth.txt", NULL);
  if (!table)
    cr_skip_test("no corpora beside the project");
  g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
  unsigned n = 0, wrong = 0;
  for (char **line = lines; *line; line++) {
    unsigned first, last;
    char width[3];
    if (sscanf(*line, "%x..%x;%2s", &first, &last, width) != 3) {
      if (sscanf(*line, "%x;%2s", &first, width) != 2)
        continue;
      last = first;
    }
    if (strcmp(width, "W") != 0 && strcmp(width, "F") != 0)
      continue;
    for (gunichar c = first; c <= last && c < 0x20000; c++) {
      if (!g_unichar_isdefined(c) || g_unichar_ismark(c))
        continue;
      n++;
      wrong += ng_text_char_cols(c) != 2;
    }
  }
  cr_assert_gt(n, 10000);
  cr_assert_lt(wrong, n / 1000, "%u of %u wide characters are not", wrong, n);
}

Test(text_width, fit_takes_whole_clusters_from_either_end)
{
  const char *text = "a北e\u0301\U0001F468\u200D\U0001F469z";
  int total = ng_text_cols(text, strlen(text));
  for (int cols = 0; cols <= total + 1; cols++) {
    int used, used_end;
    gsize bytes = ng_text_fit(text, strlen(text), cols, &used),
          start = ng_text_fit_end(text, strlen(text), cols, &used_end);
    cr_assert_leq(used, cols);
    cr_assert_leq(used_end, cols);
    cr_assert_eq(used, ng_text_cols(text, bytes));
    cr_assert_eq(used_end, ng_text_cols(text + start, strlen(text) - start));
    if (bytes < strlen(text)) {
      gsize next = ng_text_cluster_end(text, strlen(text), bytes);
      cr_assert_gt(ng_text_cols(text, next), cols, "one more cluster would fit");
    }
    cr_assert(start == 0 || text[start] == 'z' || g_utf8_get_char(text + start) != 0x200D);
    cr_assert_eq(ng_text_fit(text, strlen(text), cols, NULL), bytes);
  }
  cr_assert_eq(ng_text_fit(text, strlen(text), -1, NULL), 0);
}
