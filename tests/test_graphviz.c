/* Graphviz, opened late: places, pictures, and what it refuses. */
#include "graph/graphviz.h"
#include "model/error.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static NgGraphviz *opened(void)
{
  g_autoptr(GError) error = NULL;
  NgGraphviz *graphviz = ng_graphviz(&error);
  cr_assert(graphviz, "%s", error ? error->message : "");
  return graphviz;
}

static bool overlap(const NgGraphvizNode *a, const NgGraphvizNode *b)
{
  return fabs(a->x - b->x) < (a->width + b->width) / 2 - 0.01 && fabs(a->y - b->y) < (a->height + b->height) / 2 - 0.01;
}

/* Each engine keeps boxes apart, begins at 0, and gives the same places twice. */
Test(graphviz, places)
{
  NgGraphviz *graphviz = opened();
  static const char *const engines[] = {"dot", "sfdp"};
  static const NgGraphvizEdge edges[] = {{0, 1, 1}, {0, 2, 3}, {2, 3, 1}, {3, 0, 1}, {3, 3, 1}, {0, 1, 1}};
  for (gsize e = 0; e < G_N_ELEMENTS(engines); e++) {
    NgGraphvizNode nodes[2][5] = {0};
    for (int run = 0; run < 2; run++) {
      g_autoptr(GError) error = NULL;
      for (int i = 0; i < 5; i++)
        nodes[run][i] = (NgGraphvizNode){1 + i, 0.5, -1, -1};
      cr_assert(ng_graphviz_place(graphviz, engines[e], nodes[run], 5, edges, G_N_ELEMENTS(edges), &error));
    }
    cr_assert_arr_eq(nodes[0], nodes[1], sizeof nodes[0]);
    for (int i = 0; i < 5; i++) {
      cr_assert(nodes[0][i].x >= 0 && nodes[0][i].y >= 0);
      for (int k = 0; k < i; k++)
        cr_assert_not(overlap(&nodes[0][i], &nodes[0][k]), "%s: %d and %d", engines[e], i, k);
    }
    if (e == 0)
      cr_assert_lt(nodes[0][0].y, nodes[0][1].y, "y does not grow downwards");
  }
}

Test(graphviz, no_nodes)
{
  NgGraphviz *graphviz = opened();
  cr_assert(ng_graphviz_place(graphviz, "dot", NULL, 0, NULL, 0, NULL));
  cr_assert(ng_graphviz_place(graphviz, "sfdp", NULL, 0, NULL, 0, NULL));
}

/* Fonts that were used once are used again: Graphviz reads freed memory there, in a second context. */
Test(graphviz, pictures_with_fonts)
{
  for (int i = 0; i < 4; i++) {
    NgGraphviz *graphviz = opened();
    const char *dot = i % 2 ? "digraph { node [fontname=serif] a }" : "digraph { node [fontname=\"sans-serif\"] b }";
    g_autoptr(GBytes) svg = ng_graphviz_render(graphviz, "dot", dot, "svg", NULL);
    cr_assert(svg);
  }
}

Test(graphviz, pictures)
{
  NgGraphviz *graphviz = opened();
  g_autoptr(GBytes) svg = ng_graphviz_render(graphviz, "dot", "digraph { a -> b }", "svg", NULL);
  g_autoptr(GBytes) png = ng_graphviz_render(graphviz, "sfdp", "digraph { a -> b }", "png", NULL);
  cr_assert(svg && png);
  cr_assert(g_str_has_prefix(g_bytes_get_data(svg, NULL), "<?xml"));
  cr_assert_arr_eq(g_bytes_get_data(png, NULL), "\x89PNG", 4);
}

/* What it complains of is in the error, and nowhere else. */
Test(graphviz, refuses)
{
  NgGraphviz *graphviz = opened();
  g_autoptr(GError) syntax = NULL, engine = NULL, size = NULL;
  cr_assert_null(ng_graphviz_render(graphviz, "dot", "digraph { a -> ", "svg", &syntax));
  cr_assert(g_error_matches(syntax, NG_ERROR, NG_ERROR_USAGE));
  cr_assert_not_null(strstr(syntax->message, "cannot read"), "%s", syntax->message);
  cr_assert_null(ng_graphviz_render(graphviz, "fdqx", "digraph { a -> b }", "svg", &engine));
  cr_assert_not_null(strstr(engine->message, "cannot place"), "%s", engine->message);
  NgGraphvizNode nodes[NG_GRAPHVIZ_DOT_NODES + 1] = {0};
  cr_assert_not(ng_graphviz_place(graphviz, "dot", nodes, G_N_ELEMENTS(nodes), NULL, 0, &size));
  cr_assert_not_null(strstr(size->message, "too many for dot"), "%s", size->message);
}

Test(graphviz, engine)
{
  cr_assert_str_eq(ng_graphviz_engine_for(14, 30), "dot");
  cr_assert_str_eq(ng_graphviz_engine_for(41, 40), "sfdp");
  cr_assert_str_eq(ng_graphviz_engine_for(40, 81), "sfdp");
}
