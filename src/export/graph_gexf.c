/* GEXF 1.2. */
#include "export/graph.h"
#include "export/graph_words.h"
#include "export/xml.h"

static void put_value(const char *name, const char *value, FILE *out)
{
  if (!value)
    return;
  fprintf(out, "<attvalue for=\"%s\"", name);
  ng_xml_attribute(out, "value", value);
  fputs("/>", out);
}

static void put_node(const NgWhole *whole, uint32_t node, FILE *out)
{
  const NgWholeNode *it = &whole->nodes[node];
  fprintf(out, "      <node id=\"n%u\"", node);
  ng_xml_attribute(out, "label", it->name);
  fputs("><attvalues>", out);
  put_value("kind", ng_entity_kind_word(it->kind), out);
  fprintf(out, "<attvalue for=\"mentions\" value=\"%u\"/></attvalues></node>\n", it->n_mentions);
}

static void put_edge(const NgWhole *whole, uint32_t edge, FILE *out)
{
  const NgWholeEdge *it = &whole->edges[edge];
  fprintf(out, "      <edge id=\"e%u\" source=\"n%u\" target=\"n%u\" type=\"%s\" weight=\"%u\"", edge, it->from, it->to,
          ng_graph_direction(it), it->weight);
  ng_xml_attribute(out, "label", it->label);
  fputs("><attvalues>", out);
  put_value("weak", it->weak ? "true" : "false", out);
  put_value("status", it->status, out);
  fputs("</attvalues></edge>\n", out);
}

void ng_export_graph_gexf(const NgWhole *whole, FILE *out)
{
  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
        "  <meta><creator>nutgraf</creator></meta>\n"
        "  <graph defaultedgetype=\"directed\" mode=\"static\">\n"
        "    <attributes class=\"node\"><attribute id=\"kind\" title=\"kind\" type=\"string\"/>"
        "<attribute id=\"mentions\" title=\"mentions\" type=\"integer\"/></attributes>\n"
        "    <attributes class=\"edge\"><attribute id=\"weak\" title=\"weak\" type=\"boolean\"/>"
        "<attribute id=\"status\" title=\"status\" type=\"string\"/></attributes>\n"
        "    <nodes>\n",
        out);
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    put_node(whole, i, out);
  fputs("    </nodes>\n    <edges>\n", out);
  for (uint32_t i = 0; i < whole->n_edges; i++)
    put_edge(whole, i, out);
  fputs("    </edges>\n  </graph>\n</gexf>\n", out);
}
