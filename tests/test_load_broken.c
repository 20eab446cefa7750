/* What is told of articles that are broken, and how much of them is read all the same. */
#include "load/load.h"
#include "tests/outline.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

typedef struct {
  const char *source, *text, *problem;
} Broken;

static const Broken broken[] = {
    {"<TEI><text><body>\n<p>a <hi>b</p>\n<p>c</p></body></text></TEI>", "a b\n\nc", "2:"},
    {"<TEI><text><body>\n<p>a</hi></p><p>b</p></body></text></TEI>", "a\n\nb", "2:"},
    {"<TEI><text><body>\n\n<p>a & b</p></body></text></TEI>", NULL, "3:"},
    {"<TEI><text><body>\n<p>a &nosuch; b</p></body></text></TEI>", NULL, "2:"},
    {"<TEI><text><body><p>a</p>\n<p>b", "a\n\nb", "2:5: the document ends inside of <p>"},
    {"<TEI><text><body>\n<p a='1' a='2'>a</p></body></text></TEI>", "a", "2:"},
    {"<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'><t:text><t:body>\n<t:p>a <t:hi>b</t:p>\n<t:p>c</t:p>"
     "</t:body></t:text></t:TEI>",
     "a b\n\nc", "2:"},
    {"<TEI><text><body>\n<p a='1' a='2'>&amp;a</hi>&amp;b & c &amp; d</p></body></text></TEI>", "&a&b c & d", "2:"},
    {"<TEI><text><body>\n<p>é\xff\x01</p></body></text></TEI>", NULL,
     "2:5: 2 invalid or unsafe characters were replaced, here the first"},
    {"<TEI><text><body>\n<p>é\x01\xff</p></body></text></TEI>", NULL,
     "2:5: 2 invalid or unsafe characters were replaced, here the first"},
    {"<TEI><text><body><p>a\xff</p></body></text></TEI>", NULL, "1:22: 1 invalid or unsafe character was replaced"},
    {"<?xml version='1.0' encoding='no-such'?><TEI><text><body><p>a</p></body></text></TEI>", "a",
     "1:1: unknown encoding no-such: read as UTF-8"},
};

TableTestRows(load_broken, recovers)
{
  return rows(G_N_ELEMENTS(broken));
}

TableTest(size_t *row, load_broken, recovers)
{
  const Broken *it = &broken[*row];
  g_autoptr(NgArticle) article = ng_load_memory(it->source, strlen(it->source), "broken.xml", NULL);
  cr_assert_not_null(article);
  if (it->text)
    cr_assert_str_eq(ng_article_text(article, NULL), it->text);
  g_autofree char *problems = ng_outline_problems(article);
  cr_assert(g_str_has_prefix(problems, it->problem), "%s\nexpected %s\nfound %s", it->source, it->problem, problems);
}

Test(load_broken, the_first_that_was_replaced_is_found_far_behind)
{
  g_autoptr(GString) text = g_string_new("<TEI><text><body>\n");
  for (int line = 2; line <= 30000; line++)
    g_string_append(text, line == 15000 || line == 29000 ? "<p>\xff</p>\n" : "<p>x</p>\n");
  g_string_append(text, "</body></text></TEI>");
  g_autoptr(NgArticle) article = ng_load_memory(text->str, text->len, "long.xml", NULL);
  cr_assert_not_null(article);
  g_autofree char *problems = ng_outline_problems(article);
  cr_assert(g_str_has_prefix(problems, "15000:4: 2 invalid"), "%s", problems);
}
