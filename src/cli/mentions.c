/* Every mention of a name, in its sentence. */
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/subcommands.h"
#include "export/export.h"

#include <string.h>

typedef struct {
  const char *name;
  bool colour;
  GPtrArray *hints; /* where it is not: the file, and whom it could mean there */
} Search;

static void keep_hint(Search *search, const NgArticle *article, char **nearest)
{
  g_autofree char *names = g_strjoinv("; ", nearest);
  g_ptr_array_add(search->hints,
                  g_strdup_printf("%s: no single entity is called %s%s%s", ng_article_head(article)->source,
                                  search->name, *names ? "; nearest: " : "", names));
}

static gsize mentions(const NgArticle *article, gpointer user)
{
  Search *search = user;
  g_auto(GStrv) nearest = NULL;
  uint32_t entity = ng_find_entity(article, search->name, &nearest);
  if (entity != NG_NONE)
    return ng_export_mentions(article, entity, search->colour, stdout);
  keep_hint(search, article, nearest);
  return 0;
}

int ng_run_mentions(const NgOptions *options)
{
  ng_output_begin();
  const char *given = options->operands[0];
  g_autofree char *name = ng_text_clean_line(given, strlen(given));
  g_autoptr(GPtrArray) hints = g_ptr_array_new_with_free_func(g_free);
  Search search = {name, ng_output_colour(options->colour), hints};
  int status = ng_inputs_each(options, options->operands + 1, mentions, &search);
  /* One file without the name among others that have it is no news. */
  for (guint i = 0; status == NG_EXIT_NOTHING && i < hints->len; i++)
    ng_report("%s", (const char *)g_ptr_array_index(hints, i));
  return status;
}
