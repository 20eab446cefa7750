/* Betweenness: Brandes, A faster algorithm for betweenness centrality, 2001; from some nodes only: Brandes and Pich, 2007. */
#include "graph/measures_private.h"

#include <string.h>

typedef struct {
  const NgAdjacency *adjacency;
  double *sum;
  double *paths;      /* shortest paths from the source to each node */
  double *dependency; /* of the source on each node */
  uint32_t *distance; /* NG_NONE: not reached */
  uint32_t *reached;  /* nodes in the order of their distance */
} Walk;

/* Shortest paths from the source to all; returns how many nodes are reached. */
static uint32_t walk_out(Walk *walk, uint32_t source)
{
  const NgAdjacency *adjacency = walk->adjacency;
  uint32_t end = 0;
  memset(walk->distance, 0xff, adjacency->n_nodes * sizeof *walk->distance); /* NG_NONE */
  memset(walk->paths, 0, adjacency->n_nodes * sizeof *walk->paths);
  walk->distance[source] = 0;
  walk->paths[source] = 1;
  walk->reached[end++] = source;
  for (uint32_t i = 0; i < end; i++) {
    uint32_t node = walk->reached[i];
    for (uint32_t k = adjacency->starts[node]; k < adjacency->starts[node + 1]; k++) {
      uint32_t to = adjacency->arcs[k].to;
      if (walk->distance[to] == NG_NONE) {
        walk->distance[to] = walk->distance[node] + 1;
        walk->reached[end++] = to;
      }
      if (walk->distance[to] == walk->distance[node] + 1)
        walk->paths[to] += walk->paths[node];
    }
  }
  return end;
}

/* From the farthest back: what each node passes on to those before it. */
static void walk_back(Walk *walk, uint32_t source, uint32_t n_reached)
{
  const NgAdjacency *adjacency = walk->adjacency;
  memset(walk->dependency, 0, adjacency->n_nodes * sizeof *walk->dependency);
  for (uint32_t i = n_reached; i-- > 1;) {
    uint32_t node = walk->reached[i];
    double share = (1 + walk->dependency[node]) / walk->paths[node];
    for (uint32_t k = adjacency->starts[node]; k < adjacency->starts[node + 1]; k++) {
      uint32_t to = adjacency->arcs[k].to;
      if (walk->distance[to] + 1 == walk->distance[node])
        walk->dependency[to] += walk->paths[to] * share;
    }
    if (node != source)
      walk->sum[node] += walk->dependency[node];
  }
}

double *ng_betweenness(const NgAdjacency *adjacency, uint32_t *n_sources)
{
  uint32_t n = adjacency->n_nodes;
  Walk walk = {.adjacency = adjacency,
               .sum = g_new0(double, (gsize)n + 1),
               .paths = g_new(double, (gsize)n + 1),
               .dependency = g_new(double, (gsize)n + 1),
               .distance = g_new(uint32_t, (gsize)n + 1),
               .reached = g_new(uint32_t, (gsize)n + 1)};
  uint64_t steps = (uint64_t)n + adjacency->starts[n];
  uint64_t most = steps ? MAX(NG_MEASURES_MOST_STEPS / steps, 1) : 1;
  *n_sources = (uint32_t)MIN(n, most);
  for (uint32_t i = 0; i < *n_sources; i++) {
    uint32_t source = (uint32_t)((uint64_t)i * n / *n_sources);
    walk_back(&walk, source, walk_out(&walk, source));
  }
  /* Each pair was met from both of its ends. */
  for (uint32_t i = 0; i < n; i++)
    walk.sum[i] *= 0.5 * n / *n_sources;
  g_free(walk.paths);
  g_free(walk.dependency);
  g_free(walk.distance);
  g_free(walk.reached);
  return walk.sum;
}
