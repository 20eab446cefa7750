/* The language of Graphviz. */
#include "export/graph.h"
#include "export/graph_words.h"
#include "graph/graphviz.h"

#include <math.h>

/* Fonts have no layout for format characters alone, such as a soft hyphen, and Graphviz would complain. */
static const char *seen(const char *text)
{
  const char *c = text;
  while (*c && g_unichar_type(g_utf8_get_char(c)) == G_UNICODE_FORMAT)
    c = g_utf8_next_char(c);
  return *text && !*c ? "\xEF\xBF\xBD" : text;
}

/* A quoted string in which nothing is an escape or a reference of its own. */
static void put_quoted(const char *text, FILE *out)
{
  bool cut;
  text = seen(text);
  const char *end = text + ng_graph_room(text, &cut);
  putc_unlocked('"', out);
  for (; text < end; text++)
    if (*text == '"' || *text == '\\')
      fprintf(out, "\\%c", *text);
    else if (*text == '&')
      fputs("&amp;", out);
    else
      putc_unlocked(g_ascii_iscntrl(*text) ? ' ' : *text, out);
  fputs(cut ? "…\"" : "\"", out);
}

/* Kinds are told apart by shape. */
static const char *shape_of(uint8_t kind)
{
  static const char *const shapes[NG_N_ENTITY_KINDS] = {[NG_ENTITY_PERSON] = "shape=box",
                                                        [NG_ENTITY_PLACE] = "shape=ellipse",
                                                        [NG_ENTITY_ORGANISATION] = "shape=box, style=rounded",
                                                        [NG_ENTITY_EVENT] = "shape=hexagon"};
  return shapes[kind];
}

static void put_edge(const NgWholeEdge *edge, FILE *out)
{
  fprintf(out, "  n%u -> n%u [", edge->from, edge->to);
  if (edge->weak) {
    fputs("style=dashed, color=gray50, dir=none, ", out);
  } else {
    fputs("label=", out);
    put_quoted(edge->label, out);
    fprintf(out, ", %s", edge->direction == NG_EDGE_MUTUAL ? "dir=both, " : "");
  }
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(width, sizeof width, "%.2f", MIN(1 + log2(edge->weight) / 2, 4));
  fprintf(out, "weight=%u, penwidth=%s];\n", MIN(edge->weight, 16), width);
}

void ng_export_graph_dot(const NgWhole *whole, FILE *out)
{
  const char *engine = ng_graphviz_engine_for(whole->n_nodes, whole->n_edges);
  bool few = engine[0] == 'd';
  fprintf(out,
          "digraph nutgraf {\n"
          "  graph [layout=%s, charset=\"UTF-8\", rankdir=LR, overlap=prism, splines=%s, start=1, "
          "fontname=\"sans-serif\"];\n"
          "  node [fontname=\"sans-serif\", fontsize=12];\n"
          "  edge [fontname=\"sans-serif\", fontsize=10];\n",
          engine, few ? "spline" : "line");
  for (uint32_t i = 0; i < whole->n_nodes; i++) {
    fprintf(out, "  n%u [label=", i);
    put_quoted(whole->nodes[i].name, out);
    fprintf(out, ", %s];\n", shape_of(whole->nodes[i].kind));
  }
  for (uint32_t i = 0; i < whole->n_edges; i++)
    put_edge(&whole->edges[i], out);
  fputs("}\n", out);
}
