/* GraphML. */
#include "export/graph.h"
#include "export/graph_words.h"
#include "export/xml.h"

static void put_key(const char *id, const char *owner, const char *type, FILE *out)
{
  fprintf(out, "  <key id=\"%s_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", owner, id, owner, id, type);
}

static void put_text(const char *key, const char *value, FILE *out)
{
  if (!value)
    return;
  fprintf(out, "<data key=\"%s\">", key);
  ng_xml_text(out, value);
  fputs("</data>", out);
}

static void put_node(const NgWhole *whole, uint32_t node, FILE *out)
{
  const NgWholeNode *it = &whole->nodes[node];
  fprintf(out, "    <node id=\"n%u\">", node);
  put_text("node_label", it->name, out);
  put_text("node_kind", ng_entity_kind_word(it->kind), out);
  fprintf(out,
          "<data key=\"node_mentions\">%u</data><data key=\"node_degree\">%u</data>"
          "<data key=\"node_weighted\">%u</data></node>\n",
          it->n_mentions, it->degree, it->weighted);
}

static void put_edge(const NgWhole *whole, uint32_t edge, FILE *out)
{
  const NgWholeEdge *it = &whole->edges[edge];
  fprintf(out, "    <edge id=\"e%u\" source=\"n%u\" target=\"n%u\">", edge, it->from, it->to);
  put_text("edge_label", it->label, out);
  fprintf(out, "<data key=\"edge_weight\">%u</data>", it->weight);
  put_text("edge_direction", ng_graph_direction(it), out);
  put_text("edge_weak", it->weak ? "true" : "false", out);
  put_text("edge_status", it->status, out);
  fputs("</edge>\n", out);
}

void ng_export_graph_graphml(const NgWhole *whole, FILE *out)
{
  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n", out);
  put_key("label", "node", "string", out);
  put_key("kind", "node", "string", out);
  put_key("mentions", "node", "int", out);
  put_key("degree", "node", "int", out);
  put_key("weighted", "node", "int", out);
  put_key("label", "edge", "string", out);
  put_key("weight", "edge", "int", out);
  put_key("direction", "edge", "string", out);
  put_key("weak", "edge", "boolean", out);
  put_key("status", "edge", "string", out);
  fputs("  <graph id=\"nutgraf\" edgedefault=\"directed\">\n", out);
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    put_node(whole, i, out);
  for (uint32_t i = 0; i < whole->n_edges; i++)
    put_edge(whole, i, out);
  fputs("  </graph>\n</graphml>\n", out);
}
