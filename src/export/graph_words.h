/* What the writers of graphs have in common. Private to this folder. */
#ifndef NG_GRAPH_WORDS_H
#define NG_GRAPH_WORDS_H

#include "graph/whole.h"

/* "directed", "mutual": the words of every format. */
const char *ng_graph_direction(const NgWholeEdge *edge);

/* The bytes of the text that a picture has room for, in whole characters; `cut` gets whether that is not all. */
gsize ng_graph_room(const char *text, bool *cut);

/* For each node whether it has an edge. The caller frees it. */
bool *ng_graph_tied(const NgWhole *whole);

#endif
