#include "tests/annotating.h"

#include "load/load.h"
#include "tests/invariants.h"

#include <criterion/criterion.h>
#include <string.h>

NgLexicon *ng_test_lexicon(void)
{
  const char *top = g_getenv("NG_TEST_SRCDIR");
  g_autofree char *path = g_build_filename(top ? top : ".", "content", "lexicon", "lexicon.bin", NULL);
  g_autoptr(GError) error = NULL;
  NgLexicon *found = ng_lexicon_open(path, &error);
  cr_assert(found, "%s", error ? error->message : "");
  return found;
}

static void look(NgBuilder *builder, void *lexicon)
{
  ng_annotate(builder, lexicon);
}

NgArticle *ng_test_annotated(const char *text)
{
  g_autoptr(NgLexicon) lexicon = ng_test_lexicon();
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_load_memory_and_look(text, strlen(text), "a.txt", look, lexicon, &error);
  cr_assert(article, "%s", error ? error->message : "");
  g_autofree char *broken = ng_invariants_broken(article);
  cr_assert_null(broken, "%s", broken);
  return article;
}

char *ng_test_people(const char *text)
{
  g_autoptr(NgArticle) article = ng_test_annotated(text);
  GString *people = g_string_new(NULL);
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    if (entities[i].kind != NG_ENTITY_PERSON)
      continue;
    g_string_append_printf(people, "%s%s", people->len ? "; " : "", entities[i].name);
    if (entities[i].n_mentions > 1)
      g_string_append_printf(people, " x%u", entities[i].n_mentions);
  }
  return g_string_free(people, FALSE);
}
