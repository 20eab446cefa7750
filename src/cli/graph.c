/* The graph of all the files: in formats, as pictures, as measures. */
#include "export/graph.h"

#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/subcommands.h"

#include <stdio.h>
#include <string.h>

#define MOST_TABLE_COLS 1000

typedef struct {
  const char *word;
  void (*print)(const NgWhole *whole, FILE *out);
} Writer;

static const Writer writers[] = {{"text", ng_export_graph_text},       {"dot", ng_export_graph_dot},
                                 {"graphml", ng_export_graph_graphml}, {"gexf", ng_export_graph_gexf},
                                 {"csv", ng_export_graph_csv},         {"json-ld", ng_export_graph_json_ld},
                                 {"mermaid", ng_export_graph_mermaid}};

/* What is wrong with the words of the command line taken together, or NULL. */
static const char *refusal(const NgOptions *options)
{
  const char *to = options->to ? options->to : "text";
  if (options->stats && strcmp(to, "text") != 0 && strcmp(to, "csv") != 0)
    return "--stats: prints text or csv";
  if (strcmp(to, "png") == 0 && !options->stats && ng_output_is_terminal())
    return "--to=png: a picture does not go to a terminal; send it to a file with >";
  return NULL;
}

static void print_stats(const NgWhole *whole, const NgOptions *options)
{
  g_autoptr(NgMeasures) measures = ng_measures_new(whole);
  /* Nothing is cut in a pipe, where no one looks. */
  int cols = ng_output_is_terminal() ? ng_output_cols(0, MOST_TABLE_COLS) : 0;
  ng_export_graph_stats(whole, measures, g_strcmp0(options->to, "csv") == 0, cols, stdout);
}

static bool print(const NgWhole *whole, const NgOptions *options)
{
  const char *to = options->to ? options->to : "text";
  if (options->stats) {
    print_stats(whole, options);
    return true;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(writers); i++)
    if (strcmp(writers[i].word, to) == 0) {
      writers[i].print(whole, stdout);
      return true;
    }
  g_autoptr(GError) error = NULL;
  if (ng_export_graph_picture(whole, strcmp(to, "png") == 0 ? NG_GRAPH_PNG : NG_GRAPH_SVG, stdout, &error))
    return true;
  ng_report("--to=%s: %s", to, error->message);
  return false;
}

int ng_run_graph(const NgOptions *options)
{
  ng_output_begin();
  g_autoptr(GError) error = NULL;
  g_autoptr(NgFilter) filter = ng_filter_parse(options->filter ? options->filter : "", &error);
  const char *refused = filter ? refusal(options) : NULL;
  if (!filter || refused) {
    ng_report("%s%s", filter ? "" : "--filter: ", filter ? refused : error->message);
    return NG_EXIT_BAD;
  }
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func((GDestroyNotify)ng_article_free);
  int status = ng_inputs_all(options, options->operands, articles);
  if (articles->len == 0)
    return status;
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)articles->pdata, articles->len, filter);
  if (!print(whole, options) || !ng_output_flush())
    return NG_EXIT_BAD;
  return status == NG_EXIT_DONE && whole->n_nodes == 0 ? NG_EXIT_NOTHING : status;
}
