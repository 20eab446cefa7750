/* Tests of a loader as tables: a snippet of mark-up, and what one outline of its article is to be. */
#ifndef NG_TESTS_SNIPPETS_H
#define NG_TESTS_SNIPPETS_H

#include "load/load.h"
#include "tests/outline.h"
#include "tests/rows.h"

typedef struct {
  const char *snippet, *expected;
} NgSnippet;

/* The article of `before`, `snippet` and `after` put together, after a look at the invariants. Fails the test where there is none. The caller frees it. */
NgArticle *ng_snippet_load(const char *before, const char *snippet, const char *after);

/* Loads it, and compares. */
void ng_snippet_check(const char *before, const NgSnippet *it, const char *after,
                      char *(*outline)(const NgArticle *article));

#endif
