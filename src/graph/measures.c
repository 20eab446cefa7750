#include "graph/measures_private.h"

#include <string.h>

typedef struct {
  NgMeasures measures; /* first, so that the one is the other */
  double *betweenness;
  uint32_t *component, *community;
} Making;

/* Gives each node the number of its component. */
static uint32_t *components(const NgAdjacency *adjacency, uint32_t *n)
{
  uint32_t *component = g_new(uint32_t, (gsize)adjacency->n_nodes + 1);
  g_autofree uint32_t *queue = g_new(uint32_t, (gsize)adjacency->n_nodes + 1);
  memset(component, 0xff, adjacency->n_nodes * sizeof *component); /* NG_NONE */
  *n = 0;
  for (uint32_t i = 0; i < adjacency->n_nodes; i++) {
    uint32_t first = 0, end = 0;
    if (component[i] != NG_NONE)
      continue;
    component[i] = *n;
    queue[end++] = i;
    while (first < end) {
      uint32_t node = queue[first++];
      for (uint32_t k = adjacency->starts[node]; k < adjacency->starts[node + 1]; k++) {
        uint32_t to = adjacency->arcs[k].to;
        if (component[to] != NG_NONE)
          continue;
        component[to] = *n;
        queue[end++] = to;
      }
    }
    ++*n;
  }
  return component;
}

NgMeasures *ng_measures_new(const NgWhole *whole)
{
  g_autoptr(NgAdjacency) adjacency = ng_adjacency_new(whole);
  Making *making = g_new0(Making, 1);
  NgMeasures *measures = &making->measures;
  measures->n_nodes = whole->n_nodes;
  measures->betweenness = making->betweenness = ng_betweenness(adjacency, &measures->n_sources);
  measures->component = making->component = components(adjacency, &measures->n_components);
  measures->community = making->community = ng_communities(adjacency, &measures->n_communities, &measures->modularity);
  return measures;
}

void ng_measures_free(NgMeasures *measures)
{
  if (!measures)
    return;
  Making *making = (Making *)measures;
  g_free(making->betweenness);
  g_free(making->component);
  g_free(making->community);
  g_free(making);
}
