/* Relations that no one marked: two entities named in one sentence. Always weaker than what the mark-up says.
 *
 * A sentence that names more than NG_CO_MENTION_MAX different entities is a list, not a statement, and ties no one: that also keeps
 * the number of pairs linear in the text. Titles and headings count as sentences. */
#ifndef NG_CO_MENTION_H
#define NG_CO_MENTION_H

#include "model/article.h"

#define NG_CO_MENTION_MAX 24

/* What such a relation is called where a marked one has its label. */
#define NG_CO_MENTION_LABEL "named with"

typedef struct {
  uint32_t a, b; /* entities; a was named first in the article, or for ng_co_mentions_of, is the entity asked for */
  uint32_t first_evidence, count; /* slice of the evidence: one sentence each, in text order */
} NgCoMention;

typedef struct {
  GArray *pairs;    /* of NgCoMention: most sentences first, then earliest */
  GArray *evidence; /* of NgRange */
} NgCoMentions;

/* All pairs of the article; time and memory linear in its text and mentions. The caller frees it. */
NgCoMentions *ng_co_mentions_all(const NgArticle *article);

/* The pairs of one entity; the cost is that of the sentences that name it. The caller frees it. */
NgCoMentions *ng_co_mentions_of(const NgArticle *article, uint32_t entity);

void ng_co_mentions_free(NgCoMentions *pairs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgCoMentions, ng_co_mentions_free)

#endif
