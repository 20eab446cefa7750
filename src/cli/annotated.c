#include "cli/annotated.h"

#include "annotate/annotate.h"
#include "cli/inputs.h"
#include "cli/output.h"

/* Without its lexicon the program reads on, as it does without any names. */
static void annotate(NgBuilder *builder, void *user)
{
  (void)user;
  g_autofree char *content = ng_content_dir(), *path = g_build_filename(content, "lexicon", "lexicon.bin", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(NgLexicon) lexicon = ng_lexicon_open(path, &error);
  if (lexicon)
    ng_annotate(builder, lexicon);
  else
    ng_builder_diagnose(builder, 0, 0, "no names were looked for: %s", error->message);
}

static void look_always(NgBuilder *builder, void *user)
{
  g_autofree char *path = ng_corrections_path();
  annotate(builder, user);
  ng_builder_correct(builder, ng_corrections_read(path, NULL));
}

static void look_where_bare(NgBuilder *builder, void *user)
{
  g_autofree char *path = ng_corrections_path();
  if (!ng_builder_has_names(builder))
    annotate(builder, user);
  ng_builder_correct(builder, ng_corrections_read(path, NULL));
}

static NgArticle *load_auto(const char *path, GError **error)
{
  return ng_load_and_look(path, look_where_bare, NULL, error);
}

static NgArticle *load_always(const char *path, GError **error)
{
  return ng_load_and_look(path, look_always, NULL, error);
}

char *ng_corrections_path(void)
{
  return g_build_filename(g_get_user_config_dir(), "nutgraf", "corrections", NULL);
}

bool ng_corrections_are_sound(const char *when)
{
  if (g_strcmp0(when, "never") == 0)
    return true;
  g_autofree char *path = ng_corrections_path();
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_unref(ng_corrections_read(path, faults));
  for (guint i = 0; i < faults->len; i++)
    ng_report("%s", (const char *)g_ptr_array_index(faults, i));
  return faults->len == 0;
}

NgArticle *ng_annotated_memory(const char *bytes, gsize n_bytes, const char *source, GError **error)
{
  return ng_load_memory_and_look(bytes, n_bytes, source, look_always, NULL, error);
}

NgLoadArticle ng_annotated_loader(const char *when)
{
  if (g_strcmp0(when, "never") == 0)
    return ng_load;
  return g_strcmp0(when, "always") == 0 ? load_always : load_auto;
}
