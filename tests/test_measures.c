/* Measures of a graph, known ones by heart and others beside igraph's. */
#include "ego_article.h"
#include "graph/adjacency.h"
#include "graph/measures.h"
#include "tests/compose.h"
#include "tests/outside.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *what, *script;
  const char *expected; /* name betweenness component community, a line each, in the order of the names */
} Case;

static const Case cases[] = {
    {"nothing", "", ""},
    {"one", "A & ", "A 0 0 0"},
    {"a loop", "A > a > A", "A 0 0 0"},
    {"a row", "A > a > B\nB > b > C\nC > c > D", "A 0 0 0\nB 2 0 0\nC 2 0 1\nD 0 0 1"},
    {"a star, whichever way its edges point", "A > a > B\nC > a > A\nA - a - D\nB > x > A",
     "A 3 0 0\nB 0 0 0\nC 0 0 0\nD 0 0 0"},
    {"a square", "A > a > B\nB > a > C\nC > a > D\nD > a > A", "A 0.5 0 0\nB 0.5 0 0\nC 0.5 0 1\nD 0.5 0 1"},
    {"two triangles with a bridge",
     "A > a > B * 3\nB > a > C * 3\nC > a > A * 3\nD > a > E * 3\nE > a > F * 3\nF > a > D * 3\nA > a > D",
     "A 6 0 0\nB 0 0 0\nC 0 0 0\nD 6 0 1\nE 0 0 1\nF 0 0 1"},
    {"apart", "A > a > B\nC > a > D\nE & ", "A 0 0 0\nB 0 0 0\nC 0 1 1\nD 0 1 1\nE 0 2 2"},
};

static int by_line(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *outline(const NgWhole *whole, const NgMeasures *measures)
{
  g_auto(GStrv) lines = g_new0(char *, (gsize)whole->n_nodes + 1);
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    lines[i] = g_strdup_printf("%s %g %u %u", whole->nodes[i].name, measures->betweenness[i], measures->component[i],
                               measures->community[i]);
  qsort(lines, whole->n_nodes, sizeof *lines, by_line);
  return g_strjoinv("\n", lines);
}

Test(measures, by_heart)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = ego_article(cases[i].script);
    const NgArticle *const articles[] = {article};
    g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
    g_autoptr(NgMeasures) measures = ng_measures_new(whole);
    g_autofree char *lines = outline(whole, measures);
    cr_expect_str_eq(lines, cases[i].expected, "%s:\n%s", cases[i].what, lines);
    cr_expect_eq(measures->n_sources, whole->n_nodes);
  }
}

/* An article of so many sentences, each of which names some of so many people, most of them near each other. */
static NgArticle *crowd(guint32 seed, int n_people, int n_sentences, int n_names)
{
  NgBuilder *b = ng_builder_new("test", NG_FORMAT_TEI);
  g_autoptr(GRand) chance = g_rand_new_with_seed(seed);
  for (int i = 0; i < n_sentences; i++) {
    g_autoptr(GString) line = g_string_new(NULL);
    int about = g_rand_int_range(chance, 0, n_people);
    for (int k = 0; k < n_names; k++) {
      int far = g_rand_int_range(chance, 0, 10) == 0 ? n_people : 12;
      int who = (about + g_rand_int_range(chance, 0, far)) % n_people;
      g_string_append_printf(line, "{p#p%d:Envoy %d} and ", who, who);
    }
    g_string_append(line, "others met.");
    ng_compose(b, line->str);
  }
  return ng_builder_finish(b);
}

static char *for_igraph(const NgWhole *whole, const NgMeasures *measures)
{
  g_autoptr(NgAdjacency) adjacency = ng_adjacency_new(whole);
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "%u\n", whole->n_nodes);
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    g_string_append_printf(out, "%u ", measures->community[i]);
  g_string_append_c(out, '\n');
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    for (uint32_t k = adjacency->starts[i]; k < adjacency->starts[i + 1]; k++)
      if (adjacency->arcs[k].to > i)
        g_string_append_printf(out, "%u %u %u\n", i, adjacency->arcs[k].to, adjacency->arcs[k].weight);
  return g_string_free(out, FALSE);
}

static void compare(const NgWhole *whole, const NgMeasures *measures, const char *python)
{
  g_autofree char *script = g_build_filename(g_getenv("NG_TEST_SRCDIR"), "tests", "tools", "igraph_measures.py", NULL);
  g_autofree char *input = for_igraph(whole, measures);
  const char *const argv[] = {python, script, NULL};
  g_autofree char *complaint = NULL;
  g_autofree char *said = ng_outside(argv, input, strlen(input), NULL, &complaint);
  cr_assert(said, "%s", complaint);
  g_auto(GStrv) lines = g_strsplit(said, "\n", -1);
  g_autoptr(GHashTable) renamed = g_hash_table_new(NULL, NULL);
  for (uint32_t i = 0; i < whole->n_nodes; i++) {
    char *rest;
    double betweenness = g_ascii_strtod(lines[i], &rest);
    gpointer component = GINT_TO_POINTER(atoi(rest) + 1), own = GUINT_TO_POINTER(measures->component[i] + 1);
    cr_expect_float_eq(measures->betweenness[i], betweenness, 1e-6 * (1 + betweenness));
    if (!g_hash_table_contains(renamed, component))
      g_hash_table_insert(renamed, component, own);
    cr_expect_eq(g_hash_table_lookup(renamed, component), own);
  }
  cr_expect_eq(g_hash_table_size(renamed), measures->n_components);
  char *rest;
  double ours = g_ascii_strtod(lines[whole->n_nodes], &rest), theirs = g_ascii_strtod(rest, NULL);
  cr_expect_float_eq(measures->modularity, ours, 1e-9);
  cr_expect_gt(ours, 0.95 * theirs - 1e-9, "modularity: %f, where igraph finds %f", ours, theirs);
}

Test(measures, beside_igraph)
{
  const char *python = ng_outside_python("igraph");
  if (!python)
    cr_skip("python3-igraph is not installed");
  static const int sizes[][3] = {{20, 12, 3}, {60, 30, 3}, {120, 150, 4}, {300, 500, 5}, {200, 30, 2}};
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autoptr(NgArticle) article = crowd((guint32)i, sizes[i][0], sizes[i][1], sizes[i][2]);
    const NgArticle *const articles[] = {article};
    g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
    g_autoptr(NgMeasures) measures = ng_measures_new(whole);
    compare(whole, measures, python);
  }
}

/* A large graph gets an estimate, in bounded time, and the same one twice. */
Test(measures, large)
{
  g_autoptr(NgArticle) article = crowd(1, 5000, 8000, 6);
  const NgArticle *const articles[] = {article};
  g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
  cr_assert_gt(whole->n_edges, 50000);
  double began = ng_spent_s();
  g_autoptr(NgMeasures) measures = ng_measures_new(whole);
  cr_expect(ng_spent_within(began, 1.5));
  cr_expect_lt(measures->n_sources, whole->n_nodes);
  cr_expect_gt(measures->n_sources, 100);
  g_autoptr(NgMeasures) again = ng_measures_new(whole);
  cr_expect_arr_eq(again->betweenness, measures->betweenness, whole->n_nodes * sizeof(double));
  cr_expect_arr_eq(again->community, measures->community, whole->n_nodes * sizeof(uint32_t));
}
