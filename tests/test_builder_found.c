/* The builder: what an annotator finds in a text that is complete. */
#include "tests/invariants.h"

#include <criterion/criterion.h>
#include <string.h>

static NgBuilder *start(const char *text)
{
  NgBuilder *b = ng_builder_new("a.txt", NG_FORMAT_TEXT);
  ng_builder_text(b, text, strlen(text));
  ng_builder_text_so_far(b);
  return b;
}

static NgArticle *finish(NgBuilder *b)
{
  NgArticle *a = ng_builder_finish(b);
  g_autofree char *broken = ng_invariants_broken(a);
  cr_assert_null(broken, "%s", broken);
  return a;
}

Test(builder_found, a_found_mention_tells_how_sure_it_is_and_by_which_rule)
{
  NgBuilder *b = start("Ann met Bob and Cy.");
  ng_builder_found_mention(b, ng_builder_found(b, NG_ENTITY_PERSON, "Ann"), NG_ENTITY_PERSON, 0, 3, 85, "a name");
  ng_builder_found_mention(b, ng_builder_found(b, NG_ENTITY_PERSON, "Bob"), NG_ENTITY_PERSON, 8, 11, 255, "a name");
  ng_builder_found_mention(b, ng_builder_found(b, NG_ENTITY_PERSON, "Cy"), NG_ENTITY_PERSON, 16, 18, 0, NULL);
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  const NgMention *m = ng_article_mentions(a, &n);
  cr_assert_eq(n, 3);
  cr_expect_eq(m[0].confidence, 85);
  cr_expect_eq(m[1].confidence, 100);
  cr_expect_str_eq(ng_article_rule(a, m[0].rule), "a name");
  cr_expect_eq(m[0].rule, m[1].rule);
  cr_expect_eq(m[2].confidence, 0);
  cr_expect_null(ng_article_rule(a, m[2].rule));
  cr_expect_leq(sizeof(NgMention), 16);
}

Test(builder_found, of_very_many_rules_some_are_told)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 300; i++)
    g_string_append(text, "a ");
  NgBuilder *b = start(text->str);
  uint32_t handle = ng_builder_found(b, NG_ENTITY_PERSON, "a");
  for (uint32_t i = 0; i < 300; i++) {
    g_autofree char *rule = g_strdup_printf("rule %u", i + 1);
    ng_builder_found_mention(b, handle, NG_ENTITY_PERSON, 2 * i, 2 * i + 1, 50, rule);
  }
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  const NgMention *m = ng_article_mentions(a, &n);
  cr_expect_str_eq(ng_article_rule(a, m[254].rule), "rule 255");
  cr_expect_null(ng_article_rule(a, m[255].rule));
}
