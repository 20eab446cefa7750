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

/* Sentences that say the same are one relation, as sure as the surest of them; a sentence is told once. */
Test(builder_found, relations_are_gathered)
{
  NgBuilder *b = start("Ann met Bob. Ann met Bob.");
  uint32_t ann = ng_builder_found(b, NG_ENTITY_PERSON, "Ann"), bob = ng_builder_found(b, NG_ENTITY_PERSON, "Bob");
  ng_builder_found_mention(b, ann, NG_ENTITY_PERSON, 0, 3, 85, "a name");
  ng_builder_found_mention(b, bob, NG_ENTITY_PERSON, 8, 11, 85, "a name");
  NgFoundRelation met = {.subject = ann,
                         .object = bob,
                         .place = NG_NONE,
                         .kind = "meet",
                         .label = "met with",
                         .start = 0,
                         .end = 12,
                         .confidence = 60,
                         .rule = "a guess",
                         .directed = true};
  ng_builder_found_relation(b, &met);
  ng_builder_found_relation(b, &met);
  met.start = 13, met.end = 25, met.confidence = 200, met.rule = "meets with";
  ng_builder_found_relation(b, &met);
  met.confidence = 70, met.rule = "another guess";
  ng_builder_found_relation(b, &met);
  met.status = "denied";
  ng_builder_found_relation(b, &met);
  met.object = ann;
  ng_builder_found_relation(b, &met);
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  const NgRelation *r = ng_article_relations(a, &n);
  cr_assert_eq(n, 2, "%u", n);
  cr_expect_eq(r[0].n_evidence, 2);
  cr_expect_eq(r[0].confidence, 100);
  cr_expect_str_eq(ng_article_rule(a, r[0].rule), "meets with");
  cr_expect_null(r[0].status);
  cr_expect_str_eq(r[1].status, "denied");
  cr_expect_eq(r[1].n_evidence, 1);
}
