/* Plain text: what is title, date line, byline, dateline and paragraph, and that no character of it is lost. */
#include "load/plain.h"
#include "tests/corpora.h"
#include "tests/invariants.h"
#include "tests/snippets.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <string.h>

/* Lines as long as the longest, and five characters shorter. */
#define L       "A paragraph that was broken at a width of some fifty"
#define SHORTER "A paragraph which was broken at a width of some"

static const NgSnippet texts[] = {
    {"hello", "hello"},
    {"A headline\n\nThe text.\n\nMore of it.\n", "= A headline\nThe text.\nMore of it."},
    {"A headline\nThe text begins at once, without a line between.\n",
     "= A headline\nThe text begins at once, without a line between."},
    {"No headline.\n\nThe text.", "No headline.\nThe text."},
    {"  date 2023-05-08 \n\n\nThe text.\n\r\n\nMore.", "date 2023-05-08\nThe text.\nMore."},
    {"May 8, 2023\n\nA headline?\n\nThe text.", "= A headline?\nMay 8, 2023\nThe text."},
    {"A headline\n\nBy Jane Doe\n8 May 2023\n\nThe text.", "= A headline\nBy Jane Doe\n8 May 2023\nThe text."},
    {"A\tb\xC2\xA0"
     "c \x1B[31m d.\n",
     "A b\xC2\xA0"
     "c ␛[31m d."},
    {"First of them, long enough to be a line.\n    Second, long enough to be another line\nof it.",
     "First of them, long enough to be a line.\nSecond, long enough to be another line of it."},
    {"The first paragraph was broken at a width of\nsome fifty characters, as mail is, so that all\nof its lines "
     "belong together.\n\nThe next one is short.\nVery.\n\n- one thing\n- another",
     "The first paragraph was broken at a width of some fifty characters, as mail is, so that all of its lines belong "
     "together.\nThe next one is short.\nVery.\n- one thing\n- another"},
    {"A word at the end of a line is an inter-\nnational one, and what comes next was broken -\nnot divided.",
     "A word at the end of a line is an inter-national one, and what comes next was broken - not divided."},
    {"A paragraph that was broken at a width of some fifty\ncharacters, and then a list of whom it tells as "
     "fol-\nlows.\n"
     "10. one, which may stand right behind such a line\n100) another",
     "A paragraph that was broken at a width of some fifty characters, and then a list of whom it tells as "
     "fol-lows.\n10. one, which may stand right behind such a line\n100) another"},
    {"Roses are red.\nViolets are blue.\n", "Roses are red.\nViolets are blue."},
    /* columns, by blanks and by tabs; what stands alone is none */
    {"It was counted.\n\nName        Party   Votes\nSmith  Dem     1,204\nJones\tRep\t1,102\n\nAn author    and a "
     "page\n\nEnd.",
     "It was counted.\n| Name | Party | Votes\n| Smith | Dem | 1,204\n| Jones | Rep | 1,102\nAn author and a "
     "page\nEnd."},
    {"Name    Votes\nSmith   1,204\nand so on", "| Name | Votes\n| Smith | 1,204\nand so on"},
    {"A   1\nBo   2\nCam   3\nDave   4", "| A | 1\n| Bo | 2\n| Cam | 3\n| Dave | 4"}, /* three, wherever they begin */
    {"It was so.\n\n" L "\n- a\n" L "\n* b\n" L "\n+ c\n" L "\n2) d\n" L "\n123. e\n" L "\n1234. f\n" L "\n-g\n" L
     "\n1.h\n" L "\n1,i\n" L "\n j\n" L "\n  k",
     "It was so.\n" L "\n- a\n" L "\n* b\n" L "\n+ c\n" L "\n2) d\n" L "\n123. e\n" L " 1234. f\n" L " -g\n" L
     " 1.h\n" L " 1,i\n" L " j\n" L "\nk"},
    {"It was so.\n\n" L "\nit\n" SHORTER "\nfour\n" SHORTER "\nfiver\nÉÉÉÉÉÉÉÉÉ ÉÉÉÉÉÉÉÉÉ ÉÉÉÉÉÉÉÉÉ\nend",
     "It was so.\n" L " it\n" SHORTER "\nfour\n" SHORTER " fiver\nÉÉÉÉÉÉÉÉÉ ÉÉÉÉÉÉÉÉÉ ÉÉÉÉÉÉÉÉÉ\nend"},
    {"- one thing\n\nThe text.", "- one thing\nThe text."},
    {L " " L "\n\nThe text.", "= " L " " L "\nThe text."},
    {L " " L "\nThe text.\n\n" L " " L " with more.", L " " L "\nThe text.\n" L " " L " with more."},
    {L " " L " " L " " L "\n\nThe text.", L " " L " " L " " L "\nThe text."},
    {"A  1\nBo  2\nCam  3\nDave  4", "= A 1\nBo 2\nCam 3\nDave 4"}, /* two alone are none */
};

TableTestRows(plain, texts)
{
  return rows(G_N_ELEMENTS(texts));
}

TableTest(size_t *row, plain, texts)
{
  ng_snippet_check("", &texts[*row], "", ng_outline_text);
}

/* ---- what single lines say ---- */

typedef struct {
  const char *line, *expected;
} Said;

static const Said dates[] = {
    {"date 2023-05-08", "2023-05-08"},
    {"2023-05-08", "2023-05-08"},
    {"2023-05-08T12:00:00Z", "2023-05-08"},
    {"Monday, May 8, 2023", "2023-05-08"},
    {"Published: 8 May 2023", "2023-05-08"},
    {"Sept. 30, 2022", "2022-09-30"},
    {"30 sept 2022", "2022-09-30"},
    {"Dated Tuesday, Sep 6, 2022", "2022-09-06"},
    {"Posted on Wednesday October 5, 2022", "2022-10-05"},
    {"Updated: Thursday 3 Nov. 2022", "2022-11-03"},
    {"Friday, 2 December 2022", "2022-12-02"},
    {"Saturday, Jan 1, 2022", "2022-01-01"},
    {"Sunday Feb. 6, 2022", "2022-02-06"},
    {"1 March 2022", "2022-03-01"},
    {"1 Apr 2022", "2022-04-01"},
    {"1 June 2022", "2022-06-01"},
    {"1 July 2022", "2022-07-01"},
    {"1 Aug. 2022", "2022-08-01"},
    {"Ma 8, 2022", NULL},
    {"May eight, 2022", NULL},
    {"May 8, 202", NULL},
    {"February 30, 2022", NULL},
    {"2023-13-08", NULL},
    {"2023-05-081", NULL},
    {"May 2023", NULL},
    {"May 8, 2023 was a Monday", NULL},
    {"Mayor 8, 2023", NULL},
    {"Ma 8, 2023", NULL},
    {"May 8, 999", NULL},
    {"May 8, 20235", NULL},
    {"May +8, 2023", NULL},
    {"May 8x, 2023", NULL},
    {"2023-00-08", NULL},
    {"2023/05/08", NULL},
    {"", NULL},
};

static const Said bylines[] = {
    {"By Jane Doe", "Jane Doe"}, {"by Élodie Roy", "Élodie Roy"}, {"By the sea", NULL},
    {"By Jane: a life", NULL},   {"Bye Jane Doe", NULL},          {"Of Jane Doe", NULL},
};

#define EIGHTY "ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHI ABCDEFGHIJ"

static const Said datelines[] = {
    {"BEIJING, May 8 (Reuters) - The minister", "BEIJING, May 8"},
    {"BEIJING \u2014 The minister", "BEIJING"},
    {"WASHINGTON, D.C., May 8 -- The minister", "WASHINGTON, D.C., May 8"},
    {"S\u00C3O PAULO (AP) \u2014 The", "S\u00C3O PAULO"},
    {"The minister - and others", NULL},
    {"PARIS \u2013 The minister", "PARIS"},
    {"UK - The minister", NULL}, /* two letters may be anything */
    {"Beijing - The minister", NULL},
    {"US-China talks - again", NULL},
    {"WHAT IS THIS? - nobody knows", NULL},
    {"BEIJING \u2014 The minister - and others", "BEIJING"},
    {"BEIJING - The minister \u2014 and others", "BEIJING"},
    {"BON - The minister", "BON"},
    {"US - The minister", NULL},
    {EIGHTY " - x", EIGHTY},
    {EIGHTY "K - x", NULL},
    {" - x", NULL},
    {"", NULL},
};

static void assert_said(const char *found, const Said *said)
{
  cr_expect_str_eq(found ? found : "nothing", said->expected ? said->expected : "nothing", "of \"%s\": %s", said->line,
                   found ? found : "nothing");
}

Test(plain, a_line_that_is_a_date)
{
  for (gsize i = 0; i < G_N_ELEMENTS(dates); i++) {
    g_autofree char *found = ng_plain_date(dates[i].line);
    assert_said(found, &dates[i]);
  }
}

Test(plain, a_line_that_is_a_byline)
{
  for (gsize i = 0; i < G_N_ELEMENTS(bylines); i++)
    assert_said(ng_plain_byline(bylines[i].line), &bylines[i]);
}

Test(plain, a_paragraph_that_begins_with_a_dateline)
{
  for (gsize i = 0; i < G_N_ELEMENTS(datelines); i++) {
    g_autofree char *found = ng_plain_dateline(datelines[i].line);
    assert_said(found, &datelines[i]);
  }
}

Test(plain, the_head_is_what_the_first_lines_say)
{
  static const char text[] =
      "Talk again\n\nBy Jane Doe\n\nMonday, May 8, 2023\n\nBEIJING, May 8 - The minister spoke.\n";
  g_autoptr(NgArticle) a = ng_load_memory(text, sizeof text - 1, "a.txt", NULL);
  const NgHead *head = ng_article_head(a);
  cr_assert_eq(head->format, NG_FORMAT_TEXT);
  cr_expect_str_eq(head->title, "Talk again");
  cr_expect_str_eq(head->byline, "Jane Doe");
  cr_expect_str_eq(head->date, "2023-05-08");
  cr_expect_str_eq(head->dateline, "BEIJING, May 8");
}

/* ---- whole texts ---- */

/* The bytes without white space. */
static char *dense(const char *text)
{
  GString *out = g_string_new(NULL);
  for (; *text; text++)
    if (!strchr(" \t\r\n", *text))
      g_string_append_c(out, *text);
  return g_string_free(out, FALSE);
}

static void assert_nothing_lost(const char *path)
{
  g_autofree char *bytes = ng_corpus_read(path, NULL);
  if (!bytes)
    cr_skip("the corpora are not at hand");
  g_autoptr(NgArticle) a = ng_load_memory(bytes, strlen(bytes), path, NULL);
  g_autofree char *broken = ng_invariants_broken(a), *before = dense(bytes), *after = dense(ng_article_text(a, NULL));
  cr_assert_null(broken, "%s", broken);
  cr_assert_eq(strlen(before), strlen(after), "%s", path);
}

Test(plain, no_character_of_a_story_is_lost)
{
  assert_nothing_lost("ner/gum-news/raw/GUM_news_asylum.txt");
  assert_nothing_lost("ner/gum-news/raw/GUM_news_crane.txt");
  assert_nothing_lost("ner/gum-news/raw/GUM_news_election.txt");
}

static NgArticle *load_repeated(const char *part, gsize times)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (gsize i = 0; i < times; i++)
    g_string_append(text, part);
  NgArticle *a = ng_load_memory(text->str, text->len, "large.txt", NULL);
  g_autofree char *broken = ng_invariants_broken(a);
  cr_assert_null(broken, "%s", broken);
  return a;
}

Test(plain, a_line_of_many_megabytes_costs_no_more_than_as_many_short_ones)
{
  g_autoptr(NgArticle) line = load_repeated("word ", 2 << 20);
  cr_assert_eq(strlen(ng_article_text(line, NULL)), 10u * (1 << 20) - 1);
  ng_article_free(load_repeated("word\n", 1 << 17));
  g_autoptr(GString) rows = g_string_new(NULL); /* columns, by blanks and by tabs alone */
  static const char *const cells[] = {"a  b   ", "a\tb\t"};
  for (gsize i = 0; i < G_N_ELEMENTS(cells); i++)
    for (guint k = 0; k < 1u << 19; k++)
      g_string_append(rows, k == 1u << 18 ? "\nc   " : cells[i]);
  ng_article_free(ng_load_memory(rows->str, rows->len, "rows.txt", NULL));
  cr_assert(ng_spent_within(0, 4));
}
