#include "cli/annotated.h"

#include "annotate/annotate.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "model/room.h"

typedef enum { ALWAYS, WHERE_BARE, NEVER } When;

struct _NgLoading {
  When when;
  NgLexicon *lexicon; /* NULL: not needed so far, or not to be had */
};

NgLoading *ng_loading_new(const char *when)
{
  ng_room_in_large_pages(NG_ROOM_OF_A_STORY);
  NgLoading *loading = g_new0(NgLoading, 1);
  loading->when = g_strcmp0(when, "never") == 0 ? NEVER : g_strcmp0(when, "always") == 0 ? ALWAYS : WHERE_BARE;
  return loading;
}

void ng_loading_free(NgLoading *loading)
{
  if (!loading)
    return;
  ng_lexicon_free(loading->lexicon);
  g_free(loading);
}

bool ng_loading_open_lexicon(NgLoading *loading, GError **error)
{
  if (loading->lexicon)
    return true;
  g_autofree char *content = ng_content_dir(), *path = g_build_filename(content, "lexicon", "lexicon.bin", NULL);
  loading->lexicon = ng_lexicon_open(path, error);
  return loading->lexicon != NULL;
}

/* Without its lexicon the program reads on, as it does without any names. */
static void annotate(NgLoading *loading, NgBuilder *builder)
{
  g_autoptr(GError) error = NULL;
  if (ng_loading_open_lexicon(loading, &error))
    ng_annotate(builder, loading->lexicon);
  else
    ng_builder_diagnose(builder, 0, 0, "no names were looked for: %s", error->message);
}

/* The corrections are read each time: while a process reads, its user writes them. */
static void look(NgBuilder *builder, void *user)
{
  NgLoading *loading = user;
  g_autofree char *path = ng_corrections_path();
  if (loading->when == ALWAYS || !ng_builder_has_names(builder))
    annotate(loading, builder);
  ng_builder_correct(builder, ng_corrections_read(path, NULL));
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

NgArticle *ng_loading_article(const char *path, void *user, GError **error)
{
  NgLoading *loading = user;
  return ng_load_and_look(path, loading->when == NEVER ? NULL : look, loading, error);
}

NgArticle *ng_loading_memory(NgLoading *loading, const char *bytes, gsize n_bytes, const char *source, GError **error)
{
  return ng_load_memory_and_look(bytes, n_bytes, source, loading->when == NEVER ? NULL : look, loading, error);
}
