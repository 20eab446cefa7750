/* Pictures of a graph, by Graphviz. */
#include "config.h"

#include "export/graph.h"
#include "graph/graphviz.h"
#include "model/error.h"

#include <stdlib.h>

static bool is_small_enough(const NgWhole *whole, NgGraphPicture picture, GError **error)
{
  bool png = picture == NG_GRAPH_PNG;
  uint32_t most_nodes = png ? NG_GRAPH_PNG_NODES : NG_GRAPHVIZ_NODES;
  uint32_t most_edges = png ? NG_GRAPH_PNG_EDGES : NG_GRAPHVIZ_EDGES;
  if (whole->n_nodes <= most_nodes && whole->n_edges <= most_edges)
    return true;
  g_set_error(error, NG_ERROR, NG_ERROR_USAGE,
              "%u nodes and %u edges are too many for a picture, which has at most %u and %u; a filter such as "
              "weight>=2 leaves fewer",
              whole->n_nodes, whole->n_edges, most_nodes, most_edges);
  return false;
}

/* The graph in the language of Graphviz; the caller frees it with free. */
static char *dot_of(const NgWhole *whole)
{
  char *dot = NULL;
  size_t bytes;
  FILE *sheet = open_memstream(&dot, &bytes);
  g_assert(sheet);
  ng_export_graph_dot(whole, sheet);
  fclose(sheet);
  return dot;
}

bool ng_export_graph_picture(const NgWhole *whole, NgGraphPicture picture, FILE *out, GError **error)
{
  if (!is_small_enough(whole, picture, error))
    return false;
  NgGraphviz *graphviz = ng_graphviz(error);
  if (!graphviz)
    return false;
  char *dot = dot_of(whole);
  g_autoptr(GBytes) drawn = ng_graphviz_render(graphviz, ng_graphviz_engine_for(whole->n_nodes, whole->n_edges), dot,
                                               picture == NG_GRAPH_PNG ? "png" : "svg", error);
  free(dot);
  if (!drawn)
    return false;
  gsize bytes;
  const void *all = g_bytes_get_data(drawn, &bytes);
  fwrite(all, 1, bytes, out);
  return true;
}
