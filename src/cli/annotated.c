#include "cli/annotated.h"

#include "annotate/annotate.h"
#include "cli/inputs.h"

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

static void annotate_bare(NgBuilder *builder, void *user)
{
  if (!ng_builder_has_names(builder))
    annotate(builder, user);
}

static NgArticle *load_auto(const char *path, GError **error)
{
  return ng_load_and_look(path, annotate_bare, NULL, error);
}

static NgArticle *load_always(const char *path, GError **error)
{
  return ng_load_and_look(path, annotate, NULL, error);
}

NgArticle *ng_annotated_memory(const char *bytes, gsize n_bytes, const char *source, GError **error)
{
  return ng_load_memory_and_look(bytes, n_bytes, source, annotate, NULL, error);
}

NgLoadArticle ng_annotated_loader(const char *when)
{
  if (g_strcmp0(when, "never") == 0)
    return ng_load;
  return g_strcmp0(when, "always") == 0 ? load_always : load_auto;
}
