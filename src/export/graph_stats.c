/* The measures of a graph, as a table. */
#include "export/columns.h"
#include "export/graph.h"
#include "model/phrase.h"

static void write_name(const NgTable *table, uint32_t row, GString *cell)
{
  g_string_append(cell, table->whole->nodes[row].name);
}

static void write_kind(const NgTable *table, uint32_t row, GString *cell)
{
  g_string_append(cell, ng_entity_kind_word(table->whole->nodes[row].kind));
}

static void write_mentions(const NgTable *table, uint32_t row, GString *cell)
{
  g_string_append_printf(cell, "%u", table->whole->nodes[row].n_mentions);
}

static void write_degree(const NgTable *table, uint32_t row, GString *cell)
{
  g_string_append_printf(cell, "%u", table->whole->nodes[row].degree);
}

static void write_weighted(const NgTable *table, uint32_t row, GString *cell)
{
  g_string_append_printf(cell, "%u", table->whole->nodes[row].weighted);
}

static void write_betweenness(const NgTable *table, uint32_t row, GString *cell)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append(cell, g_ascii_formatd(digits, sizeof digits, "%.1f", table->measures->betweenness[row]));
}

static void write_component(const NgTable *table, uint32_t row, GString *cell)
{
  g_string_append_printf(cell, "%u", table->measures->component[row] + 1);
}

static void write_community(const NgTable *table, uint32_t row, GString *cell)
{
  g_string_append_printf(cell, "%u", table->measures->community[row] + 1);
}

#define WORDS   (NG_COLUMN_FULL | NG_COLUMN_BRIEF)
#define NUMBERS (WORDS | NG_COLUMN_RIGHT)

static const NgColumn columns[] = {{"name", WORDS, write_name},
                                   {"kind", WORDS, write_kind},
                                   {"mentions", NUMBERS, write_mentions},
                                   {"degree", NUMBERS, write_degree},
                                   {"weighted", NUMBERS, write_weighted},
                                   {"betweenness", NUMBERS, write_betweenness},
                                   {"component", NUMBERS, write_component},
                                   {"community", NUMBERS, write_community},
                                   {NULL, 0, NULL}};

static void put_summary(const NgWhole *whole, const NgMeasures *measures, FILE *out)
{
  g_autofree char *nodes = ng_phrase_count(whole->n_nodes, "node", "nodes");
  g_autofree char *edges = ng_phrase_count(whole->n_edges, "edge", "edges");
  g_autofree char *components = ng_phrase_count(measures->n_components, "component", "components");
  g_autofree char *communities = ng_phrase_count(measures->n_communities, "community", "communities");
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  fprintf(out, "%s, %s, %s, %s (modularity %s)\n", nodes, edges, components, communities,
          g_ascii_formatd(digits, sizeof digits, "%.2f", measures->modularity));
  if (measures->n_sources < measures->n_nodes)
    fprintf(out, "Betweenness is an estimate, from %u of the nodes.\n", measures->n_sources);
  putc_unlocked('\n', out);
}

void ng_export_graph_stats(const NgWhole *whole, const NgMeasures *measures, bool csv, int cols, FILE *out)
{
  NgTable table = {.whole = whole, .measures = measures, .n_rows = whole->n_nodes};
  NgTableStyle style = {csv ? NG_TABLE_CSV : NG_TABLE_ALIGNED, cols, true};
  if (csv) {
    ng_table_put_separated(&table, columns, &style, out);
    return;
  }
  put_summary(whole, measures, out);
  ng_table_put_aligned(&table, columns, &style, 0, NULL, out);
}
