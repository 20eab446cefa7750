/* Each kind of relation that news tells of, in a sentence of its own, what such a sentence must not be read as, and how an article gathers what its sentences
 * say. */
#include "model/article.h"
#include "tests/annotating.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

/* "SUBJECT > LABEL > OBJECT", with the status in brackets, parted by "; ". The caller frees it. */
static char *told(const char *text)
{
  g_autoptr(NgArticle) article = ng_test_annotated(text);
  uint32_t n, n_entities;
  const NgRelation *relations = ng_article_relations(article, &n);
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++) {
    const NgRelation *r = &relations[i];
    g_string_append_printf(out, "%s%s > %s > %s", i ? "; " : "", entities[r->subject].name, r->label,
                           entities[r->object].name);
    if (r->status)
      g_string_append_printf(out, " [%s]", r->status);
  }
  return g_string_free(out, FALSE);
}

static const char *const sentences[][2] = {
    {"John Kerry met Sergei Lavrov.", "John Kerry > met with > Sergei Lavrov"},
    {"John Kerry talked with Sergei Lavrov.", "John Kerry > talked with > Sergei Lavrov"},
    {"Joe Biden called Vladimir Putin.", "Joe Biden > called > Vladimir Putin"},
    {"France hosted Angela Merkel.", "France > hosted > Angela Merkel"},
    {"Angela Merkel visited Poland.", "Angela Merkel > visited > Poland"},
    {"Angela Merkel travelled to Poland.", "Angela Merkel > travelled to > Poland"},
    {"John Kerry wrote to Sergei Lavrov.", "John Kerry > wrote to > Sergei Lavrov"},
    {"Washington accused Beijing of spying.", "Washington > accused > Beijing"},
    {"Joe Biden blamed Vladimir Putin for the war.", "Joe Biden > blamed > Vladimir Putin"},
    {"Joe Biden criticised Vladimir Putin.", "Joe Biden > criticised > Vladimir Putin"},
    {"Joe Biden praised Angela Merkel.", "Joe Biden > praised > Angela Merkel"},
    {"Joe Biden warned Vladimir Putin.", "Joe Biden > warned > Vladimir Putin"},
    {"Donald Trump threatened Iran.", "Donald Trump > threatened > Iran"},
    {"Russia attacked Ukraine.", "Russia > attacked > Ukraine"},
    {"Lee Harvey Oswald killed John Kennedy.", "Lee Harvey Oswald > killed > John Kennedy"},
    {"Spain arrested Carlos Garcia.", "Spain > arrested > Carlos Garcia"},
    {"Microsoft sued Google.", "Microsoft > sued > Google"},
    {"The United States charged Carlos Garcia with fraud.", "United States > charged > Carlos Garcia"},
    {"Iran signed an agreement with Saudi Arabia.", "Iran > signed agreement with > Saudi Arabia"},
    {"Iran agreed with Saudi Arabia on a truce.", "Iran > agreed with > Saudi Arabia"},
    {"Iran and Saudi Arabia agreed on a truce.", "Iran > agreed with > Saudi Arabia"},
    {"Iran and Saudi Arabia agreed on Monday that Joe Biden should leave.", ""},
    {"Iran and Saudi Arabia will hold wide-ranging talks in Baghdad.",
     "Iran > will hold talks with > Saudi Arabia [planned]"},
    {"Iran and Saudi Arabia reached a new trade agreement.", "Iran > reached agreement with > Saudi Arabia"},
    {"Iran and Saudi Arabia restored diplomatic relations.", "Iran > restored relations with > Saudi Arabia"},
    {"Iran and Saudi Arabia held talks with Joe Biden.",
     "Iran > held talks with > Joe Biden; Saudi Arabia > held talks with > Joe Biden"},
    {"Iran and Saudi Arabia held Qatar back in talks.", ""},
    {"Joe Biden supports Ukraine.", "Joe Biden > supports > Ukraine"},
    {"Joe Biden opposed Vladimir Putin.", "Joe Biden > opposed > Vladimir Putin"},
    {"Joe Biden appointed Janet Yellen.", "Joe Biden > appointed > Janet Yellen"},
    {"Joe Biden dismissed Janet Yellen.", "Joe Biden > dismissed > Janet Yellen"},
    {"Rishi Sunak succeeded Liz Truss.", "Rishi Sunak > succeeded > Liz Truss"},
    {"Tim Cook works for Apple.", "Tim Cook > works for > Apple"},
    {"Tim Cook leads Apple.", "Tim Cook > leads > Apple"},
    {"Angela Merkel was born in Hamburg.", "Angela Merkel > was born in > Hamburg"},
    {"Angela Merkel lives in Berlin.", "Angela Merkel > lives in > Berlin"},
    {"Siemens is based in Munich.", "Siemens > is based in > Munich"},
    {"Munich is located in Germany.", "Munich > is located in > Germany"},
    {"Google bought YouTube in 2006.", "Google > bought > YouTube"},
    {"Google sold YouTube.", "Google > sold > YouTube"},
    {"Microsoft invested in OpenAI.", "Microsoft > invested in > OpenAI"},
    {"Bill Clinton married Hillary Rodham.", "Bill Clinton > married > Hillary Rodham"},
    {"Philip Windsor is the father of Charles Windsor.", "Philip Windsor > is the father of > Charles Windsor"},
    {"Mary Wollstonecraft was the mother of Mary Shelley.", "Mary Wollstonecraft > was the mother of > Mary Shelley"},
    {"George Bush is the father of Jeb Bush.", "George Bush > is the father of > Jeb Bush"},
    {"George Bush is not the father of Mary Shelley.", ""},
    {"The man who met Mary Shelley was the father of John Kerry.", ""},
    {"A friend of Mary Shelley is the sister of John Kennedy.", ""},
    {"Joe Biden said Vladimir Putin was wrong.", "Joe Biden > said of > Vladimir Putin"},
    {"Vladimir Putin was criticised by Joe Biden.", "Joe Biden > criticised > Vladimir Putin"},
    {"Joe Biden and Vladimir Putin met in Geneva.", "Joe Biden > met with > Vladimir Putin"},
    {"Angela Merkel will visit Germany, France and Norway.",
     "Angela Merkel > will visit > Germany [planned]; Angela Merkel > will visit > France [planned]; Angela Merkel > "
     "will visit > Norway [planned]"},
    {"Angela Merkel cancelled her visit to Poland.", "Angela Merkel > called off a visit to > Poland [cancelled]"},
    {"Angela Merkel might visit Poland.", "Angela Merkel > might visit > Poland [possible]"},
    {"Angela Merkel denied meeting Vladimir Putin.", "Angela Merkel > denied meeting with > Vladimir Putin [denied]"},
    {"The leader of the party in Spain, Pedro Sanchez, accused France of lying.", "Pedro Sanchez > accused > France"},
    {"Angela Merkel's minister in Berlin met Emmanuel Macron.", ""},
    {"The Chinese foreign minister, Qin Gang, met Nicholas Burns.", "Qin Gang > met with > Nicholas Burns"},
    /* the passive keeps when it was, and whether */
    {"Ukraine is supported by Joe Biden.", "Joe Biden > supports > Ukraine"},
    {"Ukraine is not supported by Joe Biden.", "Joe Biden > does not support > Ukraine [denied]"},
    {"Ukraine is being attacked by Russia.", "Russia > is attacking > Ukraine"},
    {"Ukraine was not attacked by Russia.", "Russia > did not attack > Ukraine [denied]"},
    {"Ukraine has been attacked by Russia.", "Russia > attacked > Ukraine"},
    {"Ukraine has never been attacked by Russia.", "Russia > has never attacked > Ukraine [denied]"},
    {"Ukraine was allegedly attacked by Russia.", "Russia > allegedly attacked > Ukraine [possible]"},
    {"Poland will be visited by Angela Merkel.", "Angela Merkel > will visit > Poland [planned]"},
    {"Poland will not be visited by Angela Merkel.", "Angela Merkel > will not visit > Poland [denied]"},
    {"Poland might have been visited by Angela Merkel.", "Angela Merkel > might have visited > Poland [possible]"},
    {"They said that Poland would be visited by Angela Merkel.", "Angela Merkel > will visit > Poland [planned]"},
    {"Poland is expected to be visited by Angela Merkel.", "Angela Merkel > will visit > Poland [planned]"},
    /* what is called off, put off, denied or almost done was not done */
    {"Angela Merkel called off her trip to Poland.", "Angela Merkel > called off a trip to > Poland [cancelled]"},
    {"Angela Merkel's visit to Poland was called off.", "Angela Merkel > called off a visit to > Poland [cancelled]"},
    {"Angela Merkel has put off a visit to Poland.", "Angela Merkel > put off a visit to > Poland [cancelled]"},
    {"Angela Merkel's visit to Poland was postponed.", "Angela Merkel > put off a visit to > Poland [cancelled]"},
    {"They spoke of a visit to Poland that Germany called off.",
     "Germany > called off a visit to > Poland [cancelled]"},
    {"Angela Merkel cannot visit Poland.", "Angela Merkel > cannot visit > Poland [denied]"},
    {"Angela Merkel nearly visited Poland.", "Angela Merkel > nearly visited > Poland [possible]"},
    {"Neither Joe Biden nor Angela Merkel visited Poland.", ""},
    {"Joe Biden denied that Angela Merkel visited Poland.", ""},
    {"It is not true that Angela Merkel visited Poland.", ""},
    {"It is true that Angela Merkel visited Poland.", "Angela Merkel > visited > Poland"},
    {"Joe Biden rejected claims that Angela Merkel visited Poland.", ""},
    {"Reports that Angela Merkel visited Poland are false.", ""},
    {"Reuters reports that Angela Merkel visited Poland.", "Angela Merkel > visited > Poland"},
    /* who once held an office */
    {"Former U.S. president Bill Clinton left.", "Bill Clinton > led > United States"},
    {"The former leader of France, Emmanuel Macron, left.", "Emmanuel Macron > led > France"},
    {"The former long-time leader of France, Emmanuel Macron, left.", "Emmanuel Macron > led > France"},
};

TableTestRows(relation_kinds, sentences)
{
  return rows(G_N_ELEMENTS(sentences));
}

TableTest(size_t *row, relation_kinds, sentences)
{
  g_autofree char *found = told(sentences[*row][0]);
  cr_assert_str_eq(found, sentences[*row][1], "%s\n%s\nnot %s", sentences[*row][0], found, sentences[*row][1]);
}

/* ---- an article ---- */

static const NgRelation *only_relation(const NgArticle *article)
{
  uint32_t n;
  const NgRelation *relations = ng_article_relations(article, &n);
  cr_assert_eq(n, 1, "%u relations", n);
  return relations;
}

Test(relation_kinds, sentences_that_say_the_same_are_one)
{
  g_autoptr(NgArticle) article =
      ng_test_annotated("Foreign Minister Qin Gang met with Ambassador Nicholas Burns. It rained. "
                        "Burns met Qin in Beijing. It was over.");
  const NgRelation *r = only_relation(article);
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  cr_expect_str_eq(entities[r->subject].name, "Qin Gang");
  cr_expect_str_eq(entities[r->object].name, "Nicholas Burns");
  cr_expect_str_eq(entities[r->place].name, "Beijing");
  cr_expect_str_eq(r->label, "met with");
  cr_expect_str_eq(r->kind, "meet");
  cr_expect_null(r->status);
  cr_expect_not(r->directed);
  cr_expect_eq(r->origin, NG_ORIGIN_ANNOTATOR);
  cr_expect_eq(r->confidence, 90);
  cr_expect_str_eq(ng_article_rule(article, r->rule), "meets with");
  cr_assert_eq(r->n_evidence, 2);
  const NgRange *evidence = ng_article_evidence(article, r->first_evidence);
  const char *text = ng_article_text(article, NULL);
  cr_expect_eq(strncmp(text + evidence[1].start, "Burns met Qin in Beijing.", 25), 0);
  cr_expect_eq(evidence[1].end - evidence[1].start, 25);
}

Test(relation_kinds, what_was_and_what_will_be_are_two)
{
  g_autoptr(NgArticle) article = ng_test_annotated("Foreign Minister Qin Gang visited Norway. Qin will visit Norway.");
  uint32_t n;
  const NgRelation *relations = ng_article_relations(article, &n);
  cr_assert_eq(n, 2);
  cr_expect_null(relations[0].status);
  cr_expect(relations[0].directed);
  cr_expect_str_eq(relations[1].status, "planned");
}

Test(relation_kinds, nothing_ties_a_name_to_itself)
{
  g_autoptr(NgArticle) article = ng_test_annotated("Foreign Minister Qin Gang praised Mr. Qin. Qin Gang met Qin.");
  uint32_t n;
  ng_article_relations(article, &n);
  cr_assert_eq(n, 0);
}

/* "the Chinese official" does what it is said to do, where one person is that; it is less sure, and no mention. */
Test(relation_kinds, role_nouns_do_as_names_do)
{
  g_autoptr(NgArticle) article = ng_test_annotated(
      "Chinese Foreign Minister Qin Gang spoke for an hour. Then the Chinese official accused Washington of it.");
  const NgRelation *r = only_relation(article);
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  cr_expect_str_eq(entities[r->subject].name, "Qin Gang");
  cr_expect_str_eq(entities[r->object].name, "Washington");
  cr_expect_str_eq(r->label, "accused");
  cr_expect_eq(r->confidence, 70);
  cr_expect_eq(entities[r->subject].n_mentions, 1);
}

Test(relation_kinds, what_he_does_is_less_sure)
{
  g_autoptr(NgArticle) article = ng_test_annotated("Then John Kerry spoke of it. He accused Sergei Lavrov of it.");
  const NgRelation *r = only_relation(article);
  uint32_t n;
  cr_expect_str_eq(ng_article_entities(article, &n)[r->subject].name, "John Kerry");
  cr_expect_eq(r->confidence, 65, "%u", r->confidence);
}

Test(relation_kinds, role_nouns_of_several_or_none_do_nothing)
{
  static const char *const texts[] = {
      "Chinese Foreign Minister Qin Gang and Chinese Ambassador Xie Feng spoke. The Chinese official blamed Japan.",
      "Then Qin Gang spoke for an hour. The Chinese official accused Washington of it.",
      "Chinese Foreign Minister Qin Gang spoke for an hour. The French official accused Washington of it."};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(NgArticle) article = ng_test_annotated(texts[i]);
    uint32_t n;
    ng_article_relations(article, &n);
    cr_expect_eq(n, 0, "%s", texts[i]);
  }
}
