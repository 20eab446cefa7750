/* nutgraf annotate: names and relations found in files, as TEI, JSON, or spans of the input. */
#include "cli/annotated.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/spans.h"
#include "cli/subcommands.h"
#include "export/export.h"

#define ALWAYS "always" /* of ng_annotate_words */

/* The text is read first, since a pipe can be read but once, and the spans are those of what was read. Returns whether something was found; sets `bad`
 * where it cannot be done, reported. */
static bool print_spans(NgLoading *loading, const char *path, bool *bad)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) input = ng_input_all(path, &error);
  g_autoptr(NgArticle) article = input ? ng_loading_memory(loading, input->str, input->len, path, &error) : NULL;
  gsize n = 0;
  if (!article)
    ng_report("%s", error->message);
  else if (!ng_print_spans(article, input->str, input->len, stdout, &n))
    ng_report("%s: no plain text: it has no spans", path);
  else
    return n > 0;
  *bad = true;
  return false;
}

static int print_all_spans(NgLoading *loading, char *const *paths)
{
  bool bad = !ng_corrections_are_sound(ALWAYS), found = false;
  for (; *paths; paths++) {
    found |= print_spans(loading, *paths, &bad);
    if (!ng_output_flush())
      return NG_EXIT_BAD;
  }
  return bad ? NG_EXIT_BAD : found ? NG_EXIT_DONE : NG_EXIT_NOTHING;
}

static gsize print_json(const NgArticle *article, gpointer user)
{
  (void)user;
  ng_export_json(article, stdout);
  return 1;
}

static gsize print_tei(const NgArticle *article, gpointer user)
{
  (void)user;
  ng_export_tei(article, stdout);
  return 1;
}

int ng_run_annotate(const NgOptions *options)
{
  g_autoptr(NgLoading) loading = ng_loading_new(ALWAYS);
  g_autoptr(GError) error = NULL;
  if (!ng_loading_open_lexicon(loading, &error)) {
    ng_report("no names can be looked for: %s", error->message);
    return NG_EXIT_BAD;
  }
  ng_output_begin();
  if (g_strcmp0(options->to, "spans") == 0)
    return print_all_spans(loading, options->operands);
  NgEachArticle print = g_strcmp0(options->to, "json") == 0 ? print_json : print_tei;
  return ng_inputs_each_by(loading, ALWAYS, options->operands, print, NULL);
}
