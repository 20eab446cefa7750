/* How two nodes are connected. */
#include "ego_article.h"
#include "graph/path.h"

#include <criterion/criterion.h>
#include <string.h>

typedef struct {
  const char *what, *script, *from, *to, *expected; /* sentences, a line each; NULL: there is no path */
} Case;

static const Case cases[] = {
    {"one step", "Ann > met > Bob", "Ann", "Bob", "Ann met Bob"},
    {"against its direction", "Ann > met > Bob", "Bob", "Ann", "Ann met Bob"},
    {"to itself", "Ann > met > Bob", "Ann", "Ann", ""},
    {"none", "Ann > met > Bob\nCid > met > Dan", "Ann", "Dan", NULL},
    {"no one", "Ann & \nBob & ", "Ann", "Bob", NULL},
    {"two steps", "Ann > met > Bob\nCid > told > Bob", "Ann", "Cid", "Ann met Bob\nCid told Bob"},
    {"the shortest", "A > a > B\nB > b > C\nC > c > D\nA > e > E\nE > f > D", "A", "D", "A e E\nE f D"},
    {"of the shortest the marked one", "A & B\nB & D\nA & B\nB & D\nA > c > C\nC > d > D", "A", "D", "A c C\nC d D"},
    {"of these the weightiest", "A > a > B\nB > b > D\nA > c > C * 2\nC > d > D", "A", "D", "A c C\nC d D"},
    {"a shorter weak one", "A > a > B\nB > b > C\nA & C", "A", "C", "A named with C"},
    {"of parallel edges the strongest", "A > a > B\nB > b > A * 3", "A", "B", "B b A"},
    {"a loop on the way", "A > a > B\nB > b > B * 9\nB > c > C", "A", "C", "A a B\nB c C"},
};

static uint32_t node_called(const NgWhole *whole, const char *name)
{
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    if (strcmp(whole->nodes[i].name, name) == 0)
      return i;
  cr_assert_fail("no node is called %s", name);
  return NG_NONE;
}

Test(path, sentences)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = ego_article(cases[i].script);
    const NgArticle *const articles[] = {article};
    g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
    uint32_t from = node_called(whole, cases[i].from), to = node_called(whole, cases[i].to);
    g_autoptr(NgPath) path = ng_path_new(whole, from, to);
    if (!path || !cases[i].expected) {
      cr_expect(!path && !cases[i].expected, "%s", cases[i].what);
      continue;
    }
    g_auto(GStrv) sentences = ng_path_sentences(whole, path);
    g_autofree char *lines = g_strjoinv("\n", sentences);
    cr_expect_str_eq(lines, cases[i].expected, "%s:\n%s", cases[i].what, lines);
    cr_expect_eq(path->nodes[0], from);
    cr_expect_eq(path->nodes[path->n_edges], to);
    for (uint32_t k = 0; k < path->n_edges; k++) {
      const NgWholeEdge *edge = &whole->edges[path->edges[k]];
      uint32_t a = path->nodes[k], b = path->nodes[k + 1];
      cr_expect((edge->from == a && edge->to == b) || (edge->from == b && edge->to == a));
    }
  }
}
