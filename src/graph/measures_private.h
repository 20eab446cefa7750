/* What the measures are made of, a file each. */
#ifndef NG_MEASURES_PRIVATE_H
#define NG_MEASURES_PRIVATE_H

#include "graph/adjacency.h"
#include "graph/measures.h"

/* betweenness.c: one value a node, owned; `n_sources` gets from how many nodes it was reckoned. */
double *ng_betweenness(const NgAdjacency *adjacency, uint32_t *n_sources);

/* communities.c: the community of each node, numbered in the order of their first nodes, owned; `n` gets how many, `modularity` how good they are. */
uint32_t *ng_communities(const NgAdjacency *adjacency, uint32_t *n, double *modularity);

#endif
