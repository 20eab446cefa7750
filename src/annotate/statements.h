/* Who said what: quotations and reported speech, with the name of the speaker, the verb, and what was said. */
#ifndef NG_STATEMENTS_H
#define NG_STATEMENTS_H

#include "annotate/names.h"

/* What was said lies within one sentence; a quotation of several sentences is as many statements. */
typedef struct {
  NgRange said;       /* bytes, without quotation marks around it and a full stop at its end */
  NgRange verb;       /* "told", "according to" */
  uint32_t name;      /* the speaker's, into the names given */
  uint8_t confidence; /* per cent */
  const char *rule;   /* static */
} NgFoundStatement;

/* Appends the statements in the tokens to `found`, a GArray of NgFoundStatement, in text order, none within another. Linear in the tokens. */
void ng_statements_find(GArray *found, const NgToken *tokens, gsize n, const char *text, const NgName *names,
                        guint n_names);

#endif
