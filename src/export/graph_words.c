#include "export/graph_words.h"

#include <string.h>

#define MOST_COLS 80

const char *ng_graph_direction(const NgWholeEdge *edge)
{
  return edge->direction == NG_EDGE_MUTUAL ? "mutual" : "directed";
}

gsize ng_graph_room(const char *text, bool *cut)
{
  gsize bytes = strlen(text), fits = ng_text_fit(text, bytes, MOST_COLS, NULL);
  *cut = fits < bytes;
  return fits;
}

bool *ng_graph_tied(const NgWhole *whole)
{
  bool *tied = g_new0(bool, (gsize)whole->n_nodes + 1);
  for (uint32_t i = 0; i < whole->n_edges; i++)
    tied[whole->edges[i].from] = tied[whole->edges[i].to] = true;
  return tied;
}
