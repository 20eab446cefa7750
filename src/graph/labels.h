/* What relations are called: which of them say something, and the labels of several put into one. */
#ifndef NG_LABELS_H
#define NG_LABELS_H

#include "model/model.h"

/* Whether the relation only repeats the subject's role: "president of" France, where the role is "president of France". */
bool ng_relation_repeats_role(const NgArticle *article, const NgRelation *relation);

/* Where its first evidence starts, or NG_NONE. */
uint32_t ng_relation_said_at(const NgArticle *article, const NgRelation *relation);

typedef struct _NgLabels NgLabels;

NgLabels *ng_labels_new(void);
void ng_labels_free(NgLabels *labels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgLabels, ng_labels_free)

/* Adds a label, borrowed until the labels are joined: how many sentences say it, and where the first does, in any unit that grows. */
void ng_labels_add(NgLabels *labels, const char *label, uint32_t count, uint64_t said);

/* The different labels, those of most sentences first, then those said first: "met with, told"; of more than four the first four and an ellipsis.
 * A single one is returned as it was given, several are kept in `strings`. Forgets them: the next may be added. At least one was added. */
const char *ng_labels_join(NgLabels *labels, GStringChunk *strings);

#endif
