#include "tests/snippets.h"

#include "tests/invariants.h"

#include <string.h>

NgArticle *ng_snippet_load(const char *before, const char *snippet, const char *after)
{
  g_autofree char *source = g_strconcat(before, snippet, after, NULL);
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_load_memory(source, strlen(source), "snippet.xml", &error);
  cr_assert(article, "%s\n%s", snippet, error ? error->message : "no error told");
  g_autofree char *broken = ng_invariants_broken(article);
  cr_assert_null(broken, "%s\n%s", snippet, broken);
  return article;
}

void ng_snippet_check(const char *before, const NgSnippet *it, const char *after,
                      char *(*outline)(const NgArticle *article))
{
  g_autoptr(NgArticle) article = ng_snippet_load(before, it->snippet, after);
  g_autofree char *found = outline(article);
  cr_assert(strcmp(found, it->expected) == 0, "%s\nexpected\n%s\nfound\n%s", it->snippet, it->expected, found);
}
