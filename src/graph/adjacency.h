/* Who is next to whom in a whole graph, the directions of its edges left aside: what measures and paths walk on. */
#ifndef NG_ADJACENCY_H
#define NG_ADJACENCY_H

#include "graph/whole.h"

typedef struct {
  uint32_t to;
  uint32_t edge;   /* of the edges between the two the strongest: a marked one, the heaviest, the first */
  uint32_t weight; /* of all of them together */
} NgArc;

/* The arcs of node i are arcs[starts[i]] to arcs[starts[i + 1] - 1]: one for each neighbour, sorted by it; an edge of a node to itself has none. */
typedef struct {
  uint32_t n_nodes;
  uint32_t *starts; /* n_nodes + 1 */
  NgArc *arcs;
} NgAdjacency;

/* Time is that of sorting the edges. The caller frees it. */
NgAdjacency *ng_adjacency_new(const NgWhole *whole);
void ng_adjacency_free(NgAdjacency *adjacency);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgAdjacency, ng_adjacency_free)

#endif
