/* What is said to nutgraf-place: on its standard input questions, each this and then the nodes and the edges; on its standard output answers, each the nodes.
 * Both are of one build, so that numbers and structures are as they lie in memory. */
#ifndef NG_ASIDE_PRIVATE_H
#define NG_ASIDE_PRIVATE_H

#include "graph/graphviz.h"

#define NG_ASIDE_SIGN 0x6E674731u

typedef struct {
  uint32_t sign, n_nodes, n_edges;
  char engine[8]; /* with its end */
} NgAsideQuestion;

#endif
