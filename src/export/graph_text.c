/* The linear twin of the graph's picture. */
#include "export/graph.h"
#include "model/phrase.h"

/* The edges of each node, both those that lead out of it and those that lead to it, in the order of the graph: those of node i are
 * edges[starts[i]] to edges[starts[i + 1] - 1]. */
typedef struct {
  uint32_t *starts, *edges;
} Ends;

static Ends ends_of(const NgWhole *whole)
{
  Ends ends = {g_new0(uint32_t, (gsize)whole->n_nodes + 2), g_new(uint32_t, 2 * (gsize)whole->n_edges + 1)};
  /* Counted one place further on, so that filling a slice moves its start to where it belongs. */
  uint32_t *next = ends.starts + 1;
  for (uint32_t i = 0; i < whole->n_edges; i++) {
    const NgWholeEdge *edge = &whole->edges[i];
    next[edge->from + 1]++;
    if (edge->to != edge->from)
      next[edge->to + 1]++;
  }
  for (uint32_t i = 1; i < whole->n_nodes; i++)
    next[i] += next[i - 1];
  for (uint32_t i = 0; i < whole->n_edges; i++) {
    const NgWholeEdge *edge = &whole->edges[i];
    ends.edges[next[edge->from]++] = i;
    if (edge->to != edge->from)
      ends.edges[next[edge->to]++] = i;
  }
  return ends;
}

/* An edge as one of its ends tells it. */
static void put_edge(const NgWhole *whole, const NgWholeEdge *edge, uint32_t node, FILE *out)
{
  g_autofree char *count = ng_phrase_count(edge->weight, "sentence", "sentences");
  const char *from = whole->nodes[edge->from].name, *to = whole->nodes[edge->to].name;
  bool mutual = edge->direction == NG_EDGE_MUTUAL;
  if (mutual || edge->from == node)
    fprintf(out, "  %s %s", edge->label, edge->from == node ? to : from);
  else
    fprintf(out, "  from %s: %s", from, edge->label);
  fprintf(out, " (%s%s%s)\n", count, edge->status ? "; " : "", edge->status ? edge->status : "");
}

void ng_export_graph_text(const NgWhole *whole, FILE *out)
{
  g_autofree char *nodes = ng_phrase_count(whole->n_nodes, "node", "nodes");
  g_autofree char *edges = ng_phrase_count(whole->n_edges, "edge", "edges");
  fprintf(out, "%s, %s\n", nodes, edges);
  Ends ends = ends_of(whole);
  for (uint32_t i = 0; i < whole->n_nodes; i++) {
    const NgWholeNode *node = &whole->nodes[i];
    g_autofree char *mentions = ng_phrase_count(node->n_mentions, "mention", "mentions");
    fprintf(out, "\n%s: %s, %s\n", node->name, ng_phrase_kind(node->kind, 1), mentions);
    for (int weak = 0; weak < 2; weak++)
      for (uint32_t k = ends.starts[i]; k < ends.starts[i + 1]; k++)
        if (whole->edges[ends.edges[k]].weak == (weak == 1))
          put_edge(whole, &whole->edges[ends.edges[k]], i, out);
  }
  g_free(ends.starts);
  g_free(ends.edges);
}
