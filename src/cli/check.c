/* The mark-up of a file against the schema, and what a schema cannot see: pointers that lead nowhere, records that no one mentions. */
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/subcommands.h"
#include "load/load.h"

#include <stdio.h>
#include <string.h>

static void clear_finding(gpointer data)
{
  NgFinding *finding = data;
  g_free(finding->message);
}

static void report_at(const char *path, uint32_t line, uint32_t column, const char *message)
{
  if (line == 0)
    ng_report("%s: %s", path, message);
  else
    ng_report("%s:%u:%u: %s", path, line, column, message);
}

static int by_place(gconstpointer a, gconstpointer b)
{
  const NgFinding *x = a, *y = b;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

static bool is_listed(const GArray *findings, const NgDiagnostic *diagnostic)
{
  for (guint i = 0; i < findings->len; i++) {
    const NgFinding *finding = &g_array_index(findings, NgFinding, i);
    if (finding->line == diagnostic->line && strcmp(finding->message, diagnostic->message) == 0)
      return true;
  }
  return false;
}

/* What the loader mended or skipped; problems of well-formedness stand among the findings already. */
static void add_diagnostics(GArray *findings, const NgArticle *article)
{
  uint32_t n;
  const NgDiagnostic *diagnostics = ng_article_diagnostics(article, &n, NULL);
  for (uint32_t i = 0; i < n; i++) {
    if (is_listed(findings, &diagnostics[i]))
      continue;
    NgFinding finding = {diagnostics[i].line, diagnostics[i].column, g_strdup(diagnostics[i].message)};
    g_array_append_val(findings, finding);
  }
}

static guint report_unmentioned(const char *path, const NgArticle *article)
{
  uint32_t n;
  guint unmentioned = 0;
  const NgEntity *entities = ng_article_entities(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    const NgEntity *entity = &entities[i];
    if (!entity->has_record || entity->n_mentions > 0)
      continue;
    g_autofree char *message = g_strdup_printf("never mentioned: %s (%s)", entity->name, entity->id);
    report_at(path, entity->line, entity->column, message);
    unmentioned++;
  }
  return unmentioned;
}

static void sum_up(const char *path, guint problems, guint unmentioned)
{
  g_autofree char *name = ng_text_clean_line(path, strlen(path));
  printf("%s: %u %s, %u %s never mentioned\n", name, problems, problems == 1 ? "problem" : "problems", unmentioned,
         unmentioned == 1 ? "record" : "records");
}

/* Whether the file is free of problems. */
static bool check(const char *path, const char *schema)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) findings = g_array_new(FALSE, FALSE, sizeof(NgFinding));
  g_array_set_clear_func(findings, clear_finding);
  g_autoptr(NgArticle) article = ng_load(path, &error);
  if (!article || !ng_check_markup(path, schema, findings, &error)) {
    ng_report("%s", error->message);
    return false;
  }
  add_diagnostics(findings, article);
  g_array_sort(findings, by_place);
  for (guint i = 0; i < findings->len; i++) {
    const NgFinding *finding = &g_array_index(findings, NgFinding, i);
    report_at(path, finding->line, finding->column, finding->message);
  }
  guint unmentioned = report_unmentioned(path, article);
  sum_up(path, findings->len, unmentioned);
  return findings->len == 0;
}

int ng_run_check(const NgOptions *options)
{
  ng_output_begin();
  g_autofree char *content = ng_content_dir();
  g_autofree char *schema = g_build_filename(content, "schema", "nutgraf.rng", NULL);
  bool bad = false;
  for (char **path = options->operands; *path; path++) {
    if (strcmp(*path, "-") == 0) {
      ng_report("-: standard input cannot be checked, for it is read twice: name a file");
      bad = true;
      continue;
    }
    bad |= !check(*path, schema);
    if (!ng_output_flush())
      return NG_EXIT_BAD;
  }
  return bad ? NG_EXIT_BAD : NG_EXIT_DONE;
}
