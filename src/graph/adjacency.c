#include "graph/adjacency.h"

#include <stdlib.h>

static int by_neighbour(const void *a, const void *b)
{
  const NgArc *x = a, *y = b;
  if (x->to != y->to)
    return x->to < y->to ? -1 : 1;
  return x->edge < y->edge ? -1 : x->edge > y->edge;
}

static bool is_stronger(const NgWholeEdge *a, const NgWholeEdge *b)
{
  return a->weak != b->weak ? b->weak : a->weight > b->weight;
}

/* Puts the arcs of one node in order, those to one neighbour together; returns how many are left. */
static uint32_t join_parallel(const NgWhole *whole, NgArc *arcs, uint32_t n)
{
  uint32_t kept = 0;
  qsort(arcs, n, sizeof *arcs, by_neighbour);
  for (uint32_t i = 0; i < n; i++) {
    if (kept == 0 || arcs[kept - 1].to != arcs[i].to) {
      arcs[kept++] = arcs[i];
      continue;
    }
    NgArc *last = &arcs[kept - 1];
    last->weight += arcs[i].weight;
    if (is_stronger(&whole->edges[arcs[i].edge], &whole->edges[last->edge]))
      last->edge = arcs[i].edge;
  }
  return kept;
}

NgAdjacency *ng_adjacency_new(const NgWhole *whole)
{
  NgAdjacency *adjacency = g_new(NgAdjacency, 1);
  uint32_t n_nodes = whole->n_nodes, n_arcs = 0;
  uint32_t *starts = g_new0(uint32_t, (gsize)n_nodes + 2);
  NgArc *arcs = g_new(NgArc, 2 * (gsize)whole->n_edges + 1);
  /* Counted one place further on, so that filling a slice moves its start to where it belongs. */
  uint32_t *next = starts + 1;
  for (uint32_t i = 0; i < whole->n_edges; i++)
    if (whole->edges[i].from != whole->edges[i].to) {
      next[whole->edges[i].from + 1]++;
      next[whole->edges[i].to + 1]++;
    }
  for (uint32_t i = 1; i < n_nodes; i++)
    next[i] += next[i - 1];
  for (uint32_t i = 0; i < whole->n_edges; i++) {
    const NgWholeEdge *edge = &whole->edges[i];
    if (edge->from == edge->to)
      continue;
    arcs[next[edge->from]++] = (NgArc){edge->to, i, edge->weight};
    arcs[next[edge->to]++] = (NgArc){edge->from, i, edge->weight};
  }
  for (uint32_t i = 0; i < n_nodes; i++) {
    uint32_t start = starts[i], n = join_parallel(whole, arcs + start, starts[i + 1] - start);
    for (uint32_t k = 0; k < n; k++)
      arcs[n_arcs + k] = arcs[start + k];
    starts[i] = n_arcs;
    n_arcs += n;
  }
  starts[n_nodes] = n_arcs;
  *adjacency = (NgAdjacency){n_nodes, starts, arcs};
  return adjacency;
}

void ng_adjacency_free(NgAdjacency *adjacency)
{
  if (!adjacency)
    return;
  g_free(adjacency->starts);
  g_free(adjacency->arcs);
  g_free(adjacency);
}
