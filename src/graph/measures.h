/* Who matters in a whole graph, and who belongs together. Directions and parallel edges are nothing to these measures, and neither are edges of a
 * node to itself; degree and weighted degree stand in the nodes (whole.h). */
#ifndef NG_MEASURES_H
#define NG_MEASURES_H

#include "graph/whole.h"

/* Betweenness looks from every node along every edge; where that is more than so many steps (about half a second), it looks from some nodes only. */
#define NG_MEASURES_MOST_STEPS 30000000u

typedef struct {
  /* One a node: */
  const double
      *betweenness; /* of how many pairs it lies on a shortest path, in shares where there are several (Brandes 2001) */
  const uint32_t *component; /* numbered from 0 in the order of their first nodes, and so are communities */
  const uint32_t *community; /* Louvain (Blondel et al. 2008), by the weights of the edges */
  uint32_t n_nodes, n_components, n_communities;
  uint32_t
      n_sources; /* the nodes that betweenness was reckoned from: with fewer than n_nodes it is an estimate (Brandes, Pich 2007) */
  double modularity; /* of the communities; 0 without edges */
} NgMeasures;

/* Deterministic. Time is bounded by NG_MEASURES_MOST_STEPS, and else n log n in the edges. The caller frees it. */
NgMeasures *ng_measures_new(const NgWhole *whole);
void ng_measures_free(NgMeasures *measures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgMeasures, ng_measures_free)

#endif
