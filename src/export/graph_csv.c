/* Edges as rows of CSV. */
#include "export/csv.h"
#include "export/graph.h"
#include "export/graph_words.h"

static void put_name(const NgWhole *whole, uint32_t node, FILE *out)
{
  fprintf(out, "n%u,", node);
  ng_csv_cell(out, whole->nodes[node].name);
  fprintf(out, ",%s,", ng_entity_kind_word(whole->nodes[node].kind));
}

static void put_edge(const NgWhole *whole, const NgWholeEdge *edge, FILE *out)
{
  put_name(whole, edge->from, out);
  put_name(whole, edge->to, out);
  ng_csv_cell(out, edge->label);
  fprintf(out, ",%s,%u,%s,", ng_graph_direction(edge), edge->weight, edge->weak ? "true" : "false");
  ng_csv_cell(out, edge->status ? edge->status : "");
  fputs("\r\n", out);
}

void ng_export_graph_csv(const NgWhole *whole, FILE *out)
{
  g_autofree bool *tied = ng_graph_tied(whole);
  fputs("source,source_name,source_kind,target,target_name,target_kind,label,direction,weight,weak,status\r\n", out);
  for (uint32_t i = 0; i < whole->n_edges; i++)
    put_edge(whole, &whole->edges[i], out);
  for (uint32_t i = 0; i < whole->n_nodes; i++) {
    if (tied[i])
      continue;
    put_name(whole, i, out);
    fputs(",,,,,,,\r\n", out);
  }
}
