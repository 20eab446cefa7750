/* The mark-up of a file against the schema, and what a schema cannot see: pointers that lead nowhere, records that no one mentions. */
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/subcommands.h"
#include "load/load.h"

#include <stdio.h>
#include <string.h>

/* Loads and validates. NULL with `error` when either cannot be done. */
static NgArticle *look_at(const char *path, const char *schema, GArray *findings, GError **error)
{
  if (strcmp(path, "-") != 0) {
    g_autoptr(NgArticle) article = ng_load(path, error);
    return article && ng_check_markup(path, schema, findings, error) ? g_steal_pointer(&article) : NULL;
  }
  g_autoptr(GString) all = ng_input_all(path, error); /* it is read twice: once to validate, once to load */
  g_autoptr(NgArticle) article = all ? ng_load_memory(all->str, all->len, path, error) : NULL;
  bool looked = article && ng_check_markup_memory(all->str, all->len, schema, findings, error);
  return looked ? g_steal_pointer(&article) : NULL;
}

/* All that is wrong with the file, in the order of its lines; NULL, reported, when it cannot be read. */
static GArray *findings_of(const char *path, const char *schema)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) findings = g_array_new(FALSE, FALSE, sizeof(NgFinding));
  g_array_set_clear_func(findings, ng_finding_clear);
  g_autoptr(NgArticle) article = look_at(path, schema, findings, &error);
  if (!article) {
    g_assert(error);
    ng_report("%s", error->message);
    return NULL;
  }
  ng_check_article(article, findings);
  return g_steal_pointer(&findings);
}

/* Whether the file could be read and nothing is wrong with it. */
static bool check(const char *path, const char *schema)
{
  g_autoptr(GArray) findings = findings_of(path, schema);
  if (!findings)
    return false;
  for (guint i = 0; i < findings->len; i++) {
    const NgFinding *finding = &g_array_index(findings, NgFinding, i);
    if (finding->line > 0)
      ng_report("%s:%u:%u: %s", path, finding->line, finding->column, finding->message);
    else
      ng_report("%s: %s", path, finding->message);
  }
  g_autofree char *name = ng_text_clean_line(path, strlen(path));
  printf("%s: %u %s\n", name, findings->len, findings->len == 1 ? "problem" : "problems");
  return findings->len == 0;
}

int ng_run_check(const NgOptions *options)
{
  ng_output_begin();
  g_autofree char *content = ng_content_dir();
  g_autofree char *schema = g_build_filename(content, "schema", "nutgraf.rng", NULL);
  bool bad = false;
  for (char **path = options->operands; *path; path++) {
    bad |= !check(*path, schema);
    if (!ng_output_flush())
      return NG_EXIT_BAD;
  }
  return bad ? NG_EXIT_BAD : NG_EXIT_DONE;
}
