#include "graph/path.h"

#include "graph/adjacency.h"

#include <string.h>

/* How a node is best reached. */
typedef struct {
  uint64_t weight; /* of the edges of the way */
  uint32_t hops;   /* NG_NONE: not reached */
  uint32_t n_weak, via_node, via_edge;
} Way;

static bool is_better(const Way *a, const Way *b)
{
  if (a->n_weak != b->n_weak)
    return a->n_weak < b->n_weak;
  if (a->weight != b->weight)
    return a->weight > b->weight;
  return a->via_node < b->via_node;
}

/* Node by node in the order of their distance: when a node's turn comes, all ways to it are known. */
static void walk_out(const NgWhole *whole, const NgAdjacency *adjacency, uint32_t from, Way *ways)
{
  g_autofree uint32_t *reached = g_new(uint32_t, (gsize)whole->n_nodes + 1);
  uint32_t end = 0;
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    ways[i].hops = NG_NONE;
  ways[from] = (Way){.hops = 0, .via_node = NG_NONE, .via_edge = NG_NONE};
  reached[end++] = from;
  for (uint32_t i = 0; i < end; i++) {
    const Way *here = &ways[reached[i]];
    for (uint32_t k = adjacency->starts[reached[i]]; k < adjacency->starts[reached[i] + 1]; k++) {
      const NgWholeEdge *edge = &whole->edges[adjacency->arcs[k].edge];
      Way way = {here->weight + edge->weight, here->hops + 1, here->n_weak + edge->weak, reached[i],
                 adjacency->arcs[k].edge};
      Way *there = &ways[adjacency->arcs[k].to];
      if (there->hops == NG_NONE)
        reached[end++] = adjacency->arcs[k].to;
      else if (there->hops != way.hops || !is_better(&way, there))
        continue;
      *there = way;
    }
  }
}

NgPath *ng_path_new(const NgWhole *whole, uint32_t from, uint32_t to)
{
  g_return_val_if_fail(from < whole->n_nodes && to < whole->n_nodes, NULL);
  g_autoptr(NgAdjacency) adjacency = ng_adjacency_new(whole);
  g_autofree Way *ways = g_new0(Way, (gsize)whole->n_nodes + 1);
  walk_out(whole, adjacency, from, ways);
  if (ways[to].hops == NG_NONE)
    return NULL;
  NgPath *path = g_new(NgPath, 1);
  uint32_t n = path->n_edges = ways[to].hops;
  path->nodes = g_new(uint32_t, (gsize)n + 1);
  path->edges = g_new(uint32_t, (gsize)n + 1);
  path->nodes[n] = to;
  while (n-- > 0) {
    path->edges[n] = ways[path->nodes[n + 1]].via_edge;
    path->nodes[n] = ways[path->nodes[n + 1]].via_node;
  }
  return path;
}

void ng_path_free(NgPath *path)
{
  if (!path)
    return;
  g_free(path->nodes);
  g_free(path->edges);
  g_free(path);
}

char **ng_path_sentences(const NgWhole *whole, const NgPath *path)
{
  char **sentences = g_new0(char *, (gsize)path->n_edges + 1);
  for (uint32_t i = 0; i < path->n_edges; i++)
    sentences[i] = ng_whole_phrase(whole, path->edges[i]);
  return sentences;
}
