/* What a text says of two names: typed patterns over verbs, nouns and offices.
 *
 * Sentences are cut into units (a name, a word), verb groups and phrases by simple rules; a row of a table (relation_table.h) tells which verb or noun ties
 * whom to whom, by which preposition, and how sure that is. What is only planned, possible, cancelled or denied is said so, in the label too. Nothing is looked for
 * where a rule would have to guess. Linear in time; a sentence is looked at in pieces of bounded length. */
#ifndef NG_RELATIONS_H
#define NG_RELATIONS_H

#include "annotate/names.h"

/* What outlives the parts of a text: labels. */
typedef struct _NgPatterns NgPatterns;

NgPatterns *ng_patterns_new(void);
void ng_patterns_free(NgPatterns *patterns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgPatterns, ng_patterns_free)

/* One sentence that says one relation. */
typedef struct {
  uint32_t subject, object; /* which names */
  uint32_t place;           /* the name of where it happened, or NG_NONE */
  uint32_t start, end;      /* the sentence: bytes in the text */
  const char *kind, *rule;  /* static */
  const char *label;        /* lives as long as the NgPatterns */
  const char *status;       /* static: "planned", "possible", "cancelled", "denied", or NULL */
  uint8_t confidence_percent;
  bool directed;
} NgSaid;

/* Appends what the sentences say of the names in them to `said`, a GArray of NgSaid, in text order. Tokens are looked up and `names` are theirs, in text order; the
 * names of `said` are indices among them. */
void ng_patterns_find(NgPatterns *patterns, GArray *said, const NgName *names, gsize n_names, const NgToken *tokens,
                      gsize n_tokens, const char *text);

#endif
