/* The whole graph in the making; for its own files, each a step. */
#ifndef NG_WHOLE_MAKING_PRIVATE_H
#define NG_WHOLE_MAKING_PRIVATE_H

#include "graph/whole.h"

typedef struct {
  NgWhole whole; /* first, so that the one is the other */
  const NgArticle **articles;
  uint32_t **node_of; /* of each article: the node of each of its entities */
  NgWholePlace *places;
  GArray *nodes, *edges, *evidence;
  GStringChunk *strings;
  const NgFilter *filter; /* while it is made */
} NgWholeMaking;

static inline NgWholeNode *ng_whole_making_node(NgWholeMaking *making, uint32_t node)
{
  return &((NgWholeNode *)(void *)making->nodes->data)[node];
}

/* whole_nodes.c: a node for each entity of all the articles, in the order of their first places, and `node_of`. */
void ng_whole_join_entities(NgWholeMaking *making);

/* whole_nodes.c: keeps the nodes that are asked for, in their order; `node_of`, the ends of the edges and the places follow. */
void ng_whole_sort_nodes(NgWholeMaking *making);

/* whole_edges.c: the edges and their evidence, and the degrees of the nodes. */
void ng_whole_tie(NgWholeMaking *making);

#endif
