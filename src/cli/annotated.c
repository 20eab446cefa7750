#include "cli/annotated.h"

#include "annotate/annotate.h"
#include "cli/inputs.h"

/* Without its lexicon the program reads on, as it does without any names. */
static void annotate(NgBuilder *builder, void *user)
{
  (void)user;
  if (ng_builder_has_names(builder))
    return;
  g_autofree char *content = ng_content_dir(), *path = g_build_filename(content, "lexicon", "lexicon.bin", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(NgLexicon) lexicon = ng_lexicon_open(path, &error);
  if (lexicon)
    ng_annotate(builder, lexicon);
  else
    ng_builder_diagnose(builder, 0, 0, "no names were looked for: %s", error->message);
}

static NgArticle *load_annotated(const char *path, GError **error)
{
  return ng_load_and_look(path, annotate, NULL, error);
}

NgLoadArticle ng_annotated_loader(const NgOptions *options)
{
  return g_strcmp0(options->annotate, "never") == 0 ? ng_load : load_annotated;
}
