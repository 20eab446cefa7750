/* The whole graph: relations of one article or of several in, nodes and edges out, one a line. */
#include "ego_article.h"
#include "graph/whole.h"
#include "tests/compose.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <string.h>

#define MAX_ARTICLES 4

/* Edges, one a line: `3 Ann accuses > Bob`, `-` for a mutual one, `~` before a weak one, `!` before a status; then the nodes with
 * degree and weight. */
static char *outline(const NgWhole *whole)
{
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < whole->n_edges; i++) {
    const NgWholeEdge *edge = &whole->edges[i];
    g_string_append_printf(out, "%s%u %s %s %s %s%s%s\n", edge->weak ? "~" : "", edge->weight,
                           whole->nodes[edge->from].name, edge->label, edge->direction == NG_EDGE_OUT ? ">" : "-",
                           whole->nodes[edge->to].name, edge->status ? " !" : "", edge->status ? edge->status : "");
  }
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    g_string_append_printf(out, "%s%s %u/%u", i ? ", " : "", whole->nodes[i].name, whole->nodes[i].degree,
                           whole->nodes[i].weighted);
  return g_string_free(out, FALSE);
}

typedef struct {
  const char *what, *filter;
  const char *scripts[MAX_ARTICLES];
  const char *expected;
} Case;

static const Case cases[] = {
    {"nothing", "", {""}, ""},
    {"one node", "", {"Ann & "}, "Ann 0/0"},
    {"one relation", "", {"Ann > met > Bob"}, "1 Ann met > Bob\nAnn 1/1, Bob 1/1"},
    {"both ways and mutual are three edges",
     "",
     {"Ann > accuses > Bob\nBob > answers > Ann * 2\nAnn - met - Bob"},
     "1 Ann accuses > Bob\n1 Ann met - Bob\n2 Bob answers > Ann\nAnn 1/4, Bob 1/4"},
    {"those that point one way share an edge",
     "",
     {"Ann > told > Bob\nAnn > met > Bob * 3\nAnn > told > Bob ! planned"},
     "5 Ann met, told > Bob\nAnn 1/5, Bob 1/5"},
    {"a status that all share",
     "",
     {"Ann > will see > Bob ! planned"},
     "1 Ann will see > Bob !planned\nAnn 1/1, Bob 1/1"},
    {"no sentence counts as one",
     "",
     {"Ann > met > Bob * 0\nAnn > knows > Bob * 0"},
     "2 Ann met, knows > Bob\nAnn 1/2, Bob 1/2"},
    {"a loop", "", {"Ann > contradicts > Ann * 2"}, "2 Ann contradicts > Ann\nAnn 0/2"},
    {"what repeats a role is left out, and ties no one",
     "",
     {"Ann = president of Oslo\nAnn > is the president of > @Oslo * 0"},
     ""},
    {"a shared sentence",
     "",
     {"Ann & Bob\nAnn & Bob & @Oslo"},
     "~2 Ann named with - Bob\n~1 Ann named with - Oslo\n~1 Bob named with - Oslo\nAnn 2/3, Bob 2/3, Oslo 2/2"},
    {"one that is marked is not also weak", "", {"Ann & Bob\nBob > met > Ann"}, "1 Bob met > Ann\nAnn 1/1, Bob 1/1"},
    {"the heaviest first, of mutual ones too",
     "",
     {"Ann - met - Bob\nBob > saw > Cid * 5"},
     "5 Bob saw > Cid\n1 Bob met - Ann\nBob 2/6, Cid 1/5, Ann 1/1"},
    {"several articles",
     "",
     {"Ann > met > Bob", "Bob & Cid", "Ann > met > Bob\nAnn > told > Bob * 2"},
     "~1 Bob named with - Cid\n4 Ann met, told > Bob\nBob 2/5, Ann 1/4, Cid 1/1"},
    {"marked in one article, not weak in another",
     "",
     {"Ann & Bob", "Ann > met > Bob"},
     "1 Ann met > Bob\nAnn 1/1, Bob 1/1"},
    {"a place is not a person of the same name",
     "",
     {"Jordan & Bob", "@Jordan & Bob"},
     "~1 Bob named with - Jordan\n~1 Bob named with - Jordan\nBob 2/2, Jordan 1/1, Jordan 1/1"},
    {"the same id of someone else",
     "",
     {"Ann & Bob", "Cid & Bob"},
     "~1 Bob named with - Ann\n~1 Bob named with - Cid\nBob 2/2, Ann 1/1, Cid 1/1"},
    {"kinds",
     "people",
     {"Ann > visits > @Oslo\nAnn > met > Bob\nCid & @Oslo"},
     "1 Ann met > Bob\nAnn 1/1, Bob 1/1, Cid 0/0"},
    {"marked", "marked", {"Ann & Bob & Cid\nAnn > met > Bob"}, "1 Ann met > Bob\nAnn 1/1, Bob 1/1"},
    {"co-mentions, but none of a pair that is marked",
     "co-mention",
     {"Ann & Bob & Cid\nAnn > met > Bob"},
     "~1 Cid named with - Ann\n~1 Cid named with - Bob\nCid 2/2, Ann 1/1, Bob 1/1"},
    {"weight", "weight>=2", {"Ann > met > Bob * 2\nAnn > met > Cid\nBob & Cid"}, "2 Ann met > Bob\nAnn 1/2, Bob 1/2"},
    {"a label",
     "\"met\"",
     {"Ann > met with > Bob\nAnn > told > Bob * 2\nAnn > told > Cid"},
     "1 Ann met with > Bob\nAnn 1/1, Bob 1/1"},
};

static NgWhole *made(const Case *c, NgArticle **articles)
{
  uint32_t n = 0;
  for (; n < MAX_ARTICLES && c->scripts[n]; n++)
    articles[n] = ego_article(c->scripts[n]);
  g_autoptr(GError) error = NULL;
  g_autoptr(NgFilter) filter = ng_filter_parse(c->filter, &error);
  cr_assert(filter, "%s", error ? error->message : "");
  return ng_whole_new((const NgArticle *const *)articles, n, filter);
}

Test(whole, edges)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    NgArticle *articles[MAX_ARTICLES] = {0};
    g_autoptr(NgWhole) whole = made(&cases[i], articles);
    g_autofree char *lines = outline(whole);
    cr_expect_str_eq(lines, cases[i].expected, "%s:\n%s\nnot\n%s", cases[i].what, lines, cases[i].expected);
    g_clear_pointer(&whole, ng_whole_free);
    for (int k = 0; k < MAX_ARTICLES; k++)
      ng_article_free(articles[k]);
  }
}

Test(whole, no_article)
{
  g_autoptr(NgWhole) whole = ng_whole_new(NULL, 0, NULL);
  cr_assert_eq(whole->n_nodes, 0);
  cr_assert_eq(whole->n_edges, 0);
}

/* Two entities of one article stay two, whatever they are called; one of the next article is the first of them. */
Test(whole, namesakes)
{
  NgArticle *articles[2];
  for (int i = 0; i < 2; i++) {
    NgBuilder *b = ng_builder_new("test", NG_FORMAT_TEI);
    for (int k = 0; k < 2 - i; k++) {
      g_autofree char *id = g_strdup_printf("smith%d%d", i, k);
      ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, id, 1, 1), "John Smith");
    }
    ng_compose(b, i == 0 ? "{p#smith00:Smith} met {p#smith01:another Smith}." : "{p#smith10:Smith} slept.");
    articles[i] = ng_builder_finish(b);
  }
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)articles, 2, NULL);
  cr_assert_eq(whole->n_nodes, 2);
  cr_assert_eq(whole->nodes[0].n_places, 2);
  cr_assert_eq(whole->nodes[0].n_mentions, 2);
  cr_assert_eq(whole->nodes[1].n_places, 1);
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    for (uint32_t k = 0; k < whole->nodes[i].n_places; k++) {
      const NgWholePlace *place = &whole->places[whole->nodes[i].first_place + k];
      cr_assert_eq(ng_whole_node_of(whole, place->article, place->entity), i);
    }
  g_clear_pointer(&whole, ng_whole_free);
  ng_article_free(articles[0]);
  ng_article_free(articles[1]);
}

/* The same id with a record and a shared name is one, though the names differ. */
Test(whole, ids)
{
  NgArticle *articles[2];
  for (int i = 0; i < 2; i++) {
    NgBuilder *b = ng_builder_new("test", NG_FORMAT_TEI);
    uint32_t record = ng_builder_record(b, NG_ENTITY_PERSON, "qin", 1, 1);
    ng_builder_record_name(b, record, i == 0 ? "Qin Gang" : "Qin, Gang");
    if (i == 1)
      ng_builder_record_name(b, record, "QIN Gang");
    ng_compose(b, "{p#qin:He} spoke.");
    articles[i] = ng_builder_finish(b);
  }
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)articles, 2, NULL);
  cr_assert_eq(whole->n_nodes, 1);
  cr_assert_str_eq(whole->nodes[0].name, "Qin Gang");
  g_clear_pointer(&whole, ng_whole_free);
  ng_article_free(articles[0]);
  ng_article_free(articles[1]);
}

Test(whole, evidence)
{
  NgArticle *articles[] = {ego_article("Ann > told > Bob\nAnn > met > Bob * 2"), ego_article("Ann > told > Bob")};
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)articles, 2, NULL);
  cr_assert_eq(whole->n_edges, 1);
  const NgWholeEdge *edge = whole->edges;
  cr_assert_eq(edge->n_evidence, 4);
  for (uint32_t i = 0; i < edge->n_evidence; i++) {
    const NgEvidence *said = &whole->evidence[edge->first_evidence + i];
    const char *text = ng_article_text(articles[said->article], NULL);
    cr_expect_eq(said->article, i == 3);
    cr_expect(g_str_has_prefix(text + said->start, "Here Ann Bob end."));
    cr_expect(i == 0 || said->start > said[-1].start || said->article > said[-1].article);
  }
  g_autofree char *phrase = ng_whole_phrase(whole, 0);
  cr_assert_str_eq(phrase, "Ann told, met Bob");
  g_clear_pointer(&whole, ng_whole_free);
  ng_article_free(articles[0]);
  ng_article_free(articles[1]);
}

/* An article of so many sentences, each of which names 10 of 2,000 people. */
static NgArticle *crowd(int n_sentences)
{
  NgBuilder *b = ng_builder_new("test", NG_FORMAT_TEI);
  g_autoptr(GRand) chance = g_rand_new_with_seed(7);
  for (int i = 0; i < n_sentences; i++) {
    g_autoptr(GString) line = g_string_new(NULL);
    for (int k = 0; k < 10; k++) {
      int who = g_rand_int_range(chance, 0, 2000);
      g_string_append_printf(line, "{p#p%d:Envoy %d} and ", who, who);
    }
    g_string_append(line, "others met.");
    ng_compose(b, line->str);
  }
  return ng_builder_finish(b);
}

Test(whole, fifty_thousand_edges)
{
  g_autoptr(NgArticle) article = crowd(1150);
  const NgArticle *const articles[] = {article};
  double began = ng_spent_s();
  g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
  cr_assert_gt(whole->n_edges, 48000);
  cr_assert(ng_spent_within(began, 0.5));
}

/* A list of 500 names ties no one; 10,000 relations of one pair are one edge. */
Test(whole, crowded)
{
  g_autoptr(GString) list = g_string_new(NULL), parallel = g_string_new(NULL);
  for (int i = 0; i < 500; i++)
    g_string_append_printf(list, "%sEnvoy%d", i ? " & " : "", i);
  for (int i = 0; i < 10000; i++)
    g_string_append_printf(parallel, "Ann > a%d > Bob\n", i);
  g_autoptr(NgArticle) listed = ego_article(list->str);
  g_autoptr(NgArticle) parted = ego_article(parallel->str);
  const NgArticle *const first[] = {listed}, *const second[] = {parted};
  double began = ng_spent_s();
  g_autoptr(NgWhole) names = ng_whole_new(first, 1, NULL);
  g_autoptr(NgWhole) one = ng_whole_new(second, 1, NULL);
  cr_assert(ng_spent_within(began, 0.5));
  cr_assert_eq(names->n_edges, 0);
  cr_assert_eq(names->n_nodes, 500);
  cr_assert_eq(one->n_edges, 1);
  cr_assert_eq(one->edges[0].weight, 10000);
  cr_assert_str_eq(one->edges[0].label, "a0, a1, a2, a3, …");
}
