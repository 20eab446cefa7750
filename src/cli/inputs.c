#include "cli/inputs.h"

#include "cli/output.h"
#include "cli/subcommands.h"
#include "model/error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* The article, or NULL, reported. */
static NgArticle *loaded(NgLoading *loading, const char *path)
{
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_loading_article(path, loading, &error);
  if (!article)
    ng_report("%s", error->message);
  return article;
}

int ng_inputs_each_by(NgLoading *loading, const char *when, char *const *paths, NgEachArticle each, gpointer user)
{
  bool bad = !ng_corrections_are_sound(when);
  gsize found = 0;
  for (; *paths; paths++) {
    g_autoptr(NgArticle) article = loaded(loading, *paths);
    if (!article) {
      bad = true;
      continue;
    }
    found += each(article, user);
    if (!ng_output_flush())
      return NG_EXIT_BAD;
  }
  return bad ? NG_EXIT_BAD : found > 0 ? NG_EXIT_DONE : NG_EXIT_NOTHING;
}

int ng_inputs_each(const NgOptions *options, char *const *paths, NgEachArticle each, gpointer user)
{
  g_autoptr(NgLoading) loading = ng_loading_new(options->annotate);
  return ng_inputs_each_by(loading, options->annotate, paths, each, user);
}

GString *ng_input_all(const char *path, GError **error)
{
  bool standard = strcmp(path, "-") == 0;
  FILE *in = standard ? stdin : g_fopen(path, "rbe");
  g_autoptr(GString) all = g_string_new(NULL);
  static const gsize chunk = 1 << 16;
  for (gsize n = in ? 1 : 0; n > 0 && all->len <= NG_LOAD_MAX_BYTES;) {
    gsize before = all->len;
    g_string_set_size(all, before + chunk);
    n = fread(all->str + before, 1, chunk, in);
    g_string_set_size(all, before + n);
  }
  int why = !in || ferror(in) ? errno : 0;
  if (in && !standard)
    fclose(in);
  if (!why)
    return g_steal_pointer(&all);
  g_set_error(error, NG_ERROR, NG_ERROR_READ, "%s: %s", path, g_strerror(why));
  return NULL;
}

int ng_inputs_all(const NgOptions *options, char *const *paths, GPtrArray *articles)
{
  bool bad = !ng_corrections_are_sound(options->annotate);
  guint before = articles->len;
  g_autoptr(NgLoading) loading = ng_loading_new(options->annotate);
  for (; *paths; paths++) {
    NgArticle *article = loaded(loading, *paths);
    if (article)
      g_ptr_array_add(articles, article);
    else
      bad = true;
  }
  return bad ? NG_EXIT_BAD : articles->len > before ? NG_EXIT_DONE : NG_EXIT_NOTHING;
}

/* ---- what comes with the program ---- */

static bool in_build_tree(void)
{
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname(program) : NULL;
  GStatBuf here, there;
  return folder && g_stat(folder, &here) == 0 && g_stat(NG_BUILD_DIR, &there) == 0 && here.st_dev == there.st_dev &&
         here.st_ino == there.st_ino;
}

char *ng_content_dir(void)
{
  const char *given = g_getenv("NUTGRAF_CONTENT");
  if (given && *given)
    return g_strdup(given);
  return g_strdup(in_build_tree() ? NG_SOURCE_CONTENT_DIR : NG_CONTENT_DIR);
}

static int newest_first(gconstpointer a, gconstpointer b)
{
  return -strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **ng_content_articles(GError **error)
{
  g_autofree char *content = ng_content_dir(), *folder = g_build_filename(content, "articles", NULL);
  GPtrArray *paths = g_ptr_array_new();
  g_autoptr(GError) problem = NULL;
  g_autoptr(GDir) dir = g_dir_open(folder, 0, &problem);
  for (const char *name; dir && (name = g_dir_read_name(dir));)
    if (g_str_has_suffix(name, ".xml"))
      g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
  if (paths->len == 0)
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "%s: %s", folder, problem ? problem->message : "no articles in it");
  g_ptr_array_sort(paths, newest_first); /* their names begin with their dates */
  g_ptr_array_add(paths, NULL);
  return (char **)g_ptr_array_free(paths, FALSE);
}
