/* The ego network: relations in, edges out, one a line. */
#include "ego_article.h"
#include "graph/graph.h"
#include "load/load.h"

#include <criterion/criterion.h>
#include <string.h>

/* Each edge as a line, indented by its hop: `3 accuses > United States`; `~` before a weak one, `^` behind a name that stands elsewhere,
 * `!` before a status. */
static char *edges_of(const NgArticle *article, const char *name, const NgEgoOptions *options)
{
  g_autoptr(NgNetwork) network = ng_network_new(article);
  g_autoptr(NgEgo) ego = ng_ego_with(network, ego_article_entity(article, name), options);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < ego->n_edges; i++) {
    const NgEdge *edge = &ego->edges[i];
    static const char *const arrows[] = {">", "<", "-"};
    g_string_append_printf(out, "%*s%s%u %s %s %s%s%s%s\n", 2 * (edge->hop - 1), "", edge->weak ? "~" : "",
                           edge->weight, edge->label, arrows[edge->direction], ng_ego_entity(ego, edge->to)->name,
                           edge->again ? " ^" : "", edge->status ? " !" : "", edge->status ? edge->status : "");
  }
  g_string_append_printf(out, "%u of %u", ego->n_shown, ego->n_neighbours);
  return g_string_free(out, FALSE);
}

typedef struct {
  const char *what, *script, *name;
  int hops;
  const char *expected;
} Case;

static const Case cases[] = {
    {"one relation", "Ann > met > Bob", "Ann", 1, "1 met > Bob\n1 of 1"},
    {"seen from the other end", "Ann > met > Bob", "Bob", 1, "1 met < Ann\n1 of 1"},
    {"nothing at all", "Ann = minister\nBob > met > Cid", "Ann", 1, "0 of 0"},
    {"relations of one pair share an edge, the more often said first", "Ann > told > Bob\nAnn - met - Bob * 4", "Ann",
     1, "5 met, told > Bob\n1 of 1"},
    {"a mutual one joins the one that points in", "Ann > told > Bob\nAnn - met - Bob * 4", "Bob", 1,
     "5 met, told < Ann\n1 of 1"},
    {"both ways are two edges", "Ann > accuses > Bob\nBob > answers > Ann\nAnn - met - Bob", "Ann", 1,
     "2 accuses, met > Bob\n1 answers < Bob ^\n1 of 1"},
    {"more than four labels", "A > a > B\nA > b > B\nA > c > B\nA > d > B\nA > e > B", "A", 1,
     "5 a, b, c, d, … > B\n1 of 1"},
    {"most sentences first, then text order", "Ann > a > Bob\nAnn > b > Cid * 2\nAnn > c > Dan\nAnn > d > Eve * 2",
     "Ann", 1, "2 b > Cid\n2 d > Eve\n1 a > Bob\n1 c > Dan\n4 of 4"},
    {"those of one label stay together and are weighed together",
     "Ann > a > Bob * 2\nAnn > visits > @Oslo\nAnn > visits > @Rome\nAnn > visits > @Bonn", "Ann", 1,
     "1 visits > Oslo\n1 visits > Rome\n1 visits > Bonn\n2 a > Bob\n4 of 4"},
    {"people named in one sentence come last", "Ann & Bob & @Oslo & #Bank\nAnn & Cid\nAnn & Cid\nAnn > met > Dan",
     "Ann", 1, "1 met > Dan\n~2 named with - Cid\n~1 named with - Bob\n3 of 5"},
    {"one that is marked is not also weak", "Ann & Bob\nAnn & Bob\nAnn > met > Bob", "Ann", 1, "1 met > Bob\n1 of 1"},
    {"where nothing else is known, places do", "Ann & @Oslo & #Bank", "Ann", 1,
     "~1 named with - Oslo\n~1 named with - Bank\n2 of 2"},
    {"no sentence counts as one", "Ann > met > Bob * 0\nAnn > knows > Bob * 0\nAnn > told > Cid", "Ann", 1,
     "2 met, knows > Bob\n1 told > Cid\n2 of 2"},
    {"what only repeats a role is left out",
     "Ann = former president of Oslo\nAnn > is the president of > @Oslo * 0\nAnn > visited > @Oslo\nAnn > president of "
     "> @Rome",
     "Ann", 1, "1 visited > Oslo\n1 president of > Rome\n2 of 2"},
    {"a status that all share", "Ann > will visit > @Oslo ! planned\nAnn > met > Bob\nAnn > will meet > Bob ! planned",
     "Ann", 1, "2 met, will meet > Bob\n1 will visit > Oslo !planned\n2 of 2"},
    {"a relation to itself", "Ann > contradicts > Ann", "Ann", 2, "1 contradicts > Ann ^\n0 of 0"},
    {"a second hop: marked relations only, each for itself",
     "Ann > met > Bob\nBob > a > @Oslo\nBob > a > Cid\nBob & Dan\nBob > b > Eve * 2", "Ann", 2,
     "1 met > Bob\n  2 b > Eve\n  1 a > Oslo\n  1 a > Cid\n1 of 1"},
    {"neighbours that are tied are tied once", "Ann > a > Bob * 2\nAnn > b > Cid\nCid > c > Bob", "Ann", 2,
     "2 a > Bob\n1 b > Cid\n  1 c < Cid ^\n2 of 2"},
    {"a circle of three hops", "Ann > a > Bob\nBob > b > Cid\nCid > c > Dan\nDan > d > Ann\nDan > e > Eve", "Ann", 3,
     "1 a > Bob\n1 d < Dan\n  1 b > Cid\n  1 c < Cid ^\n  1 e > Eve\n2 of 2"},
    {"four people in a row", "Ann > a > Bob\nBob > b > Cid\nCid > c > Dan\nDan > d > Eve", "Ann", 9,
     "1 a > Bob\n  1 b > Cid\n    1 c > Dan\n1 of 1"},
};

Test(ego, edges)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = ego_article(cases[i].script);
    g_autofree char *edges = edges_of(article, cases[i].name, &(NgEgoOptions){.hops = cases[i].hops});
    cr_expect_str_eq(edges, cases[i].expected, "%s:\n%s\nnot\n%s", cases[i].what, edges, cases[i].expected);
  }
}

typedef struct {
  const char *what, *script, *filter;
  bool backs;
  const char *expected;
} Asked;

static const Asked asked[] = {
    {"some kinds of node", "Ann > met > Bob\nAnn > visited > @Oslo\nAnn & @Rome", "places", false,
     "1 visited > Oslo\n~1 named with - Rome\n2 of 2"},
    {"some relations", "Ann > met > Bob\nAnn > told > Bob\nAnn > told > Cid", "\"met\"", false, "1 met > Bob\n1 of 1"},
    {"those that are marked", "Ann > met > Bob\nAnn & Cid", "marked", false, "1 met > Bob\n1 of 1"},
    {"those that are not, and only where nothing is marked", "Ann > met > Bob\nAnn & Bob\nAnn & Cid", "co-mention",
     false, "~1 named with - Cid\n1 of 1"},
    {"those of some weight", "Ann > met > Bob * 2\nAnn > told > Cid\nAnn & Dan\nAnn & Dan\nAnn & Eve", "weight>=2",
     false, "2 met > Bob\n~2 named with - Dan\n2 of 2"},
    {"on every hop", "Ann > met > Bob\nBob > met > @Oslo\nBob > met > Cid", "people", false,
     "1 met > Bob\n  1 met > Cid\n1 of 1"},
    {"an edge told from both its ends", "Ann > a > Bob * 2\nAnn > b > Cid\nCid > c > Bob", "", true,
     "2 a > Bob\n1 b > Cid\n  1 c < Cid ^\n  1 c > Bob ^\n2 of 2"},
    {"but never one that leads back the way it came", "Ann > a > Bob\nBob > b > Cid\nCid > c > Dan", "", true,
     "1 a > Bob\n  1 b > Cid\n1 of 1"},
};

Test(ego, what_is_asked_for)
{
  for (gsize i = 0; i < G_N_ELEMENTS(asked); i++) {
    g_autoptr(NgArticle) article = ego_article(asked[i].script);
    g_autoptr(NgFilter) filter = ng_filter_parse(asked[i].filter, NULL);
    NgEgoOptions options = {.hops = 2, .filter = filter, .backs = asked[i].backs};
    g_autofree char *found = edges_of(article, "Ann", &options);
    cr_expect_str_eq(found, asked[i].expected, "%s:\n%s", asked[i].what, found);
  }
}

Test(ego, evidence_is_in_text_order_and_each_sentence_once)
{
  g_autoptr(NgArticle) article = ego_article("Ann > told > Bob\nAnn - met - Bob * 2\nAnn > met > Cid * 0\nAnn & Dan");
  g_autoptr(NgNetwork) network = ng_network_new(article);
  g_autoptr(NgEgo) ego = ng_ego_new(network, ego_article_entity(article, "Ann"), 1);
  const NgEdge *bob = &ego->edges[0];
  cr_assert_eq(bob->n_evidence, 3);
  for (uint32_t i = 1; i < 3; i++)
    cr_expect_lt(ego->evidence[bob->first_evidence + i - 1].end, ego->evidence[bob->first_evidence + i].start);
  cr_expect_eq(ego->evidence[bob->first_evidence].relation, 0);
  cr_expect_eq(ego->evidence[bob->first_evidence].origin, NG_ORIGIN_MARKUP);
  cr_expect_eq(ego->edges[1].n_evidence, 0);
  const NgEvidence *weak = &ego->evidence[ego->edges[2].first_evidence];
  cr_expect_eq(weak->relation, NG_NONE);
  cr_expect_eq(weak->origin, NG_ORIGIN_CO_MENTION);
  g_autofree char *said = g_strndup(ng_article_text(article, NULL) + weak->start, weak->end - weak->start);
  cr_expect_str_eq(said, "Here Ann Dan end.");
}

Test(ego, an_edge_as_a_sentence)
{
  g_autoptr(NgArticle) article = ego_article("Ann > told > Bob\nCid > accuses > Ann\nAnn & Dan");
  g_autoptr(NgNetwork) network = ng_network_new(article);
  g_autoptr(NgEgo) ego = ng_ego_new(network, ego_article_entity(article, "Ann"), 1);
  static const char *const expected[] = {"Ann told Bob", "Cid accuses Ann", "Ann named with Dan"};
  for (uint32_t i = 0; i < 3; i++) {
    g_autofree char *phrase = ng_ego_phrase(ego, i);
    cr_expect_str_eq(phrase, expected[i]);
  }
}

Test(ego, the_network_lists_each_relation_at_both_ends)
{
  g_autoptr(NgArticle) article = ego_article("Ann > a > Bob\nBob > b > Ann\nBob > c > Bob\nAnn > d > Cid");
  g_autoptr(NgNetwork) network = ng_network_new(article);
  static const struct {
    const char *name;
    uint32_t n, relations[3];
  } expected[] = {{"Ann", 3, {0, 1, 3}}, {"Bob", 3, {0, 1, 2}}, {"Cid", 1, {3}}};
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
    uint32_t n;
    const uint32_t *of = ng_network_relations_of(network, ego_article_entity(article, expected[i].name), &n);
    cr_assert_eq(n, expected[i].n);
    cr_expect(memcmp(of, expected[i].relations, n * sizeof *of) == 0);
  }
}

/* The bundled article's envoy. */
Test(ego, of_the_bundled_article)
{
  g_autofree char *path =
      g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content/articles/2023-05-08-talk-again.xml", NULL);
  g_autoptr(NgArticle) article = ng_load(path, NULL);
  cr_assert(article);
  g_autofree char *edges = edges_of(article, "Qin Gang", &(NgEgoOptions){.hops = 2});
  cr_expect_str_eq(edges,
                   "5 met with, told > Nicholas Burns\n3 accuses > United States\n1 will visit > Germany !planned\n"
                   "1 will visit > France !planned\n1 will visit > Norway !planned\n1 appeals to > Joe Biden\n"
                   "~1 named with - Xi Jinping\n~1 named with - Paul Haenle\n"
                   "  1 wrote on > Twitter\n  1 accuses < Beijing\n  1 criticises < China\n  1 visited < Tsai Ing-wen\n"
                   "  1 met with - Xi Jinping ^\n  1 hosted > Emmanuel Macron\n  1 telephoned > Volodymyr Zelensky\n"
                   "  1 reconciled > Saudi Arabia\n  1 reconciled > Iran\n  1 served > George W. Bush\n"
                   "  1 served > Barack Obama\n  1 worked for > National Security Council\n8 of 14");
}

Test(ego, of_many_neighbours_keeps_the_weightiest)
{
  g_autoptr(GString) script = g_string_new(NULL);
  for (int i = 0; i < 10000; i++)
    g_string_append_printf(script, "Hub > met > Name%d * %d\n", i, i == 7777 ? 3 : 1);
  g_autoptr(NgArticle) article = ego_article(script->str);
  g_autoptr(NgNetwork) network = ng_network_new(article);
  g_autoptr(NgEgo) ego = ng_ego_new(network, ego_article_entity(article, "Hub"), 3);
  cr_expect_eq(ego->n_direct, NG_EGO_MAX_DIRECT);
  cr_expect_eq(ego->nodes[0].n_rest, 10000 - NG_EGO_MAX_DIRECT);
  cr_expect_eq(ego->n_neighbours, 10000);
  cr_expect_str_eq(ng_ego_entity(ego, 1)->name, "Name7777");
}

Test(ego, parallel_relations_are_one_edge)
{
  g_autoptr(GString) script = g_string_new(NULL);
  for (int i = 0; i < 10000; i++)
    g_string_append_printf(script, "Ann > said%d > Bob\n", i);
  g_autoptr(NgArticle) article = ego_article(script->str);
  g_autofree char *edges = edges_of(article, "Ann", &(NgEgoOptions){.hops = 3});
  cr_expect_str_eq(edges, "10000 said0, said1, said2, said3, … > Bob\n1 of 1");
}

/* Everyone with everyone: bounded by the number of edges. */
Test(ego, a_dense_network_is_bounded)
{
  g_autoptr(GString) script = g_string_new(NULL);
  for (int i = 0; i < 150; i++)
    for (int k = 0; k < 150; k++)
      if (i != k)
        g_string_append_printf(script, "N%d > l%d > N%d * 0\n", i, (i + k) % 3, k);
  g_autoptr(NgArticle) article = ego_article(script->str);
  g_autoptr(NgNetwork) network = ng_network_new(article);
  g_autoptr(NgEgo) ego = ng_ego_new(network, ego_article_entity(article, "N5"), 3);
  cr_expect_leq(ego->n_edges, NG_EGO_MAX_EDGES);
  cr_expect_eq(ego->n_shown, 149);
  for (uint32_t i = 0; i < ego->n_edges; i++)
    cr_assert_eq(ego->edges[i].again, ego->nodes[ego->edges[i].to].via != i);
}

/* ---- of several articles ---- */

typedef struct {
  const char *what;
  const char *scripts[3];
  const char *expected; /* as outlined, of Ann over two hops; then of each evidence of her own edges its article */
} Joined;

static const Joined joined[] = {
    {"one that both name", {"Ann > met > Bob", "Cid > hired > Ann"}, "met > Bob\nhired < Cid\n0 1"},
    {"one pair in both articles", {"Ann > met > Bob * 2", "Ann > told > Bob"}, "met, told 3 > Bob\n0 0 1"},
    {"a mutual one joins a directed one elsewhere", {"Ann > met > Bob", "Bob - met - Ann"}, "met 2 > Bob\n0 1"},
    {"who is marked in one is no weak one by the other", {"Ann > met > Bob", "Ann & Bob"}, "met > Bob\n0"},
    {"named together in both", {"Ann & Bob", "Ann & Bob & Cid"}, "named with 2 ~ Bob\nnamed with ~ Cid\n0 1 1"},
    {"the second hop is in another article", {"Ann > met > Bob", "Bob > hired > Cid"}, "met > Bob\n  hired > Cid\n0"},
    {"what is told in an earlier article stands first, wherever it is told there",
     {"Eve & Fay\nEve & Fay\nAnn > met > Bob", "Ann > hired > Cid"},
     "met > Bob\nhired > Cid\n0 1"},
    {"other names are others", {"Ann > met > Bob", "Anna > met > Bob"}, "met > Bob\n  met < Anna\n0"},
};

static void put_joined(const NgEgo *ego, GString *out)
{
  for (uint32_t i = 0; i < ego->n_edges; i++) {
    const NgEdge *edge = &ego->edges[i];
    g_string_append_printf(out, "%*s%s", (edge->hop - 1) * 2, "", edge->label);
    if (edge->weight > 1)
      g_string_append_printf(out, " %u", edge->weight);
    g_string_append_printf(out, " %c %s\n", edge->weak ? '~' : "><-"[edge->direction],
                           ng_ego_entity(ego, edge->to) -> name);
  }
  for (uint32_t i = 0; i < ego->n_direct; i++)
    for (uint32_t k = 0; k < ego->edges[i].n_evidence; k++)
      g_string_append_printf(out, "%s%u", i + k ? " " : "", ego->evidence[ego->edges[i].first_evidence + k].article);
}

Test(ego, of_several_articles)
{
  for (gsize i = 0; i < G_N_ELEMENTS(joined); i++) {
    g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func((GDestroyNotify)ng_article_free);
    for (gsize k = 0; joined[i].scripts[k]; k++)
      g_ptr_array_add(articles, ego_article(joined[i].scripts[k]));
    g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)articles->pdata, articles->len, NULL);
    g_autoptr(NgNetwork) network = ng_network_of_whole(whole);
    uint32_t n, member = ng_network_member(network, (NgWholePlace){0, ego_article_entity(articles->pdata[0], "Ann")});
    g_autoptr(NgEgo) ego = ng_ego_new(network, member, 2);
    g_autoptr(GString) out = g_string_new(NULL);
    put_joined(ego, out);
    cr_expect_str_eq(out->str, joined[i].expected, "%s:\n%s", joined[i].what, out->str);
    cr_expect_null(ego->article);
    cr_expect_str_eq(ng_network_entity(network, member)->name, "Ann");
    const NgWholePlace *places = ng_network_places(network, member, &n);
    for (uint32_t k = 0; k < n; k++)
      cr_expect_eq(ng_network_member(network, places[k]), member);
  }
}

/* Whoever is only listed has no node, and so is no member. */
Test(ego, nobody_without_mention_or_relation_is_a_member)
{
  g_autoptr(NgArticle) article = ego_article("Ann = president of Oslo\nAnn > is the president of > @Oslo * 0");
  const NgArticle *articles[] = {article};
  g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
  g_autoptr(NgNetwork) network = ng_network_of_whole(whole);
  cr_expect_eq(ng_network_member(network, (NgWholePlace){0, ego_article_entity(article, "Ann")}), NG_NONE);
}
