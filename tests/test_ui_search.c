/* A search for plain words finds what the same words find as a regular expression. */
#include "tests/ui.h"
#include "ui/search.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

ParameterizedTestParameters(search, plain_words_and_expressions_agree)
{
  static char patterns[][24] = {"taiwan", "Taiwan", "TAIWAN",    "qin",  "Qin Gang", "e",
                                "the",    "aa",     "not there", "1979", "s"};
  return cr_make_param_array(char[24], patterns, G_N_ELEMENTS(patterns));
}

ParameterizedTest(char (*pattern)[24], search, plain_words_and_expressions_agree)
{
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autofree char *grouped = g_strdup_printf("(?:%s)", *pattern);
  g_autoptr(NgSearch) plain = ng_search_new(article, *pattern);
  g_autoptr(NgSearch) expression = ng_search_new(article, grouped);
  while (ng_search_count(plain, 4) || ng_search_count(expression, 4))
    continue;
  bool all;
  cr_expect_eq(ng_search_known(plain, &all), ng_search_known(expression, &all), "%s", *pattern);
  NgRange a = {0, 0}, b = {0, 0};
  for (uint32_t i = 0; i < ng_search_known(plain, &all); i++) {
    cr_assert(ng_search_next(plain, a.end, false, &a));
    cr_assert(ng_search_next(expression, b.end, false, &b));
    cr_assert(a.start == b.start && a.end == b.end, "%s, match %u", *pattern, i + 1);
  }
}

/* n and N go round, and so does what they stand on. */
Test(search, back_finds_what_on_finds)
{
  g_autoptr(NgArticle) article = ng_stage_article_of("<p>x y x y x</p>");
  uint32_t start = (uint32_t)(strchr(ng_article_text(article, NULL), 'x') - ng_article_text(article, NULL));
  g_autoptr(NgSearch) search = ng_search_new(article, "x");
  NgRange match;
  cr_assert(ng_search_previous(search, start + 5, &match));
  cr_expect_eq(match.start, start + 4);
  cr_assert(ng_search_previous(search, start + 4, &match));
  cr_expect_eq(match.start, start, "a match that starts there is not before it");
  cr_assert(ng_search_previous(search, start, &match));
  cr_expect_eq(match.start, start + 8, "the last of all");
  cr_assert(ng_search_next(search, match.end, true, &match));
  cr_expect_eq(match.start, start, "the first of all");
  cr_expect_not(ng_search_next(search, start + 9, false, &match));
  g_autoptr(NgSearch) none = ng_search_new(article, "zebra");
  cr_expect_not(ng_search_previous(none, start, &match));
  cr_expect_not(ng_search_next(none, start, true, &match));
}
