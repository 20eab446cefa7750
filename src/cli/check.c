/* The mark-up of a file against the schema, and what a schema cannot see: pointers that lead nowhere, records that no one mentions. */
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/subcommands.h"
#include "load/load.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file without a name, with all of it, takes the place of standard input. */
static bool put_by(void)
{
  FILE *kept = tmpfile();
  char bytes[1 << 16];
  ssize_t n = kept ? 1 : -1;
  for (guint64 total = 0; n > 0 && total <= NG_LOAD_MAX_BYTES; total += sizeof bytes) {
    n = read(STDIN_FILENO, bytes, sizeof bytes);
    if (n > 0 && fwrite(bytes, 1, (gsize)n, kept) < (gsize)n)
      n = -1;
  }
  bool done = n >= 0 && fflush(kept) == 0 && lseek(fileno(kept), 0, SEEK_SET) == 0 &&
              dup2(fileno(kept), STDIN_FILENO) == STDIN_FILENO;
  int why = errno;
  if (kept)
    fclose(kept);
  errno = why;
  return done;
}

/* Sees to it that standard input can be read twice without being held in memory. Sets where it begins. */
static bool make_rereadable(off_t *start, GError **error)
{
  struct stat status;
  bool is_file = fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode);
  if (!is_file && !put_by()) {
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "-: %s", g_strerror(errno));
    return false;
  }
  *start = lseek(STDIN_FILENO, 0, SEEK_CUR);
  return true;
}

/* Loads and validates. NULL with `error` when either cannot be done. */
static NgArticle *look_at(const char *path, const char *schema, GArray *findings, GError **error)
{
  bool standard = strcmp(path, "-") == 0;
  off_t start = 0;
  if (standard && !make_rereadable(&start, error))
    return NULL;
  g_autoptr(NgArticle) article = ng_load(path, error);
  if (!article)
    return NULL;
  if (standard)
    lseek(STDIN_FILENO, start, SEEK_SET);
  return ng_check_markup(path, schema, findings, error) ? g_steal_pointer(&article) : NULL;
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
