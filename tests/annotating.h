/* Texts that the annotator reads in a test, with the lexicon of the source. */
#ifndef NG_TESTS_ANNOTATING_H
#define NG_TESTS_ANNOTATING_H

#include "annotate/annotate.h"

/* The lexicon of content/; the test fails where it is missing. */
NgLexicon *ng_test_lexicon(void);

/* A plain text as an article, annotated; its invariants hold. */
NgArticle *ng_test_annotated(const char *text);

/* The people of a text in the order of first mention, parted by "; ": "NAME" and " xMENTIONS" for more than one. The caller frees it. */
char *ng_test_people(const char *text);

#endif
