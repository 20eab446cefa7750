/* How regular verbs are spelled in their forms. */
#ifndef NG_VERB_FORMS_H
#define NG_VERB_FORMS_H

#include <glib.h>

/* The base form with "s", "ed" or "ing": "visit" is "visited", "arrive" "arriving", "carry" "carries". The caller frees it. */
char *ng_verb_with_ending(const char *verb, const char *ending);

#endif
