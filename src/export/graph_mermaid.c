/* A flowchart of Mermaid. */
#include "export/graph.h"
#include "export/graph_words.h"

#include <string.h>

/* A quoted string. Mermaid has references of its own, which begin with #; mark-up and Markdown would be obeyed. */
static void put_quoted(const char *text, FILE *out)
{
  bool cut;
  const char *end = text + ng_graph_room(text, &cut);
  putc_unlocked('"', out);
  for (; text < end; text++)
    if (strchr("\"#&<>;`\\*_~|[]{}()", *text))
      fprintf(out, "#%d;", *text);
    else
      putc_unlocked(g_ascii_iscntrl(*text) ? ' ' : *text, out);
  fputs(cut ? "…\"" : "\"", out);
}

/* Kinds are told apart by shape, as in the language of Graphviz. */
static void put_node(const NgWhole *whole, uint32_t node, FILE *out)
{
  static const char *const brackets[NG_N_ENTITY_KINDS][2] = {[NG_ENTITY_PERSON] = {"[", "]"},
                                                             [NG_ENTITY_PLACE] = {"([", "])"},
                                                             [NG_ENTITY_ORGANISATION] = {"(", ")"},
                                                             [NG_ENTITY_EVENT] = {"{{", "}}"}};
  const NgWholeNode *it = &whole->nodes[node];
  fprintf(out, "  n%u%s", node, brackets[it->kind][0]);
  put_quoted(it->name, out);
  fprintf(out, "%s\n", brackets[it->kind][1]);
}

static void put_edge(const NgWholeEdge *edge, FILE *out)
{
  if (edge->weak) {
    fprintf(out, "  n%u -.- n%u\n", edge->from, edge->to);
    return;
  }
  fprintf(out, "  n%u %s|", edge->from, edge->direction == NG_EDGE_MUTUAL ? "<-->" : "-->");
  put_quoted(edge->label, out);
  fprintf(out, "| n%u\n", edge->to);
}

void ng_export_graph_mermaid(const NgWhole *whole, FILE *out)
{
  fputs("flowchart LR\n", out);
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    put_node(whole, i, out);
  for (uint32_t i = 0; i < whole->n_edges; i++)
    put_edge(&whole->edges[i], out);
}
