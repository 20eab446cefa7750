/* What of a graph is asked for: kinds of entity, kinds of relation, who says so, and how often; typed in one line and shown in one.
 *
 *   people places marked weight>=2 "met with"
 *
 * Words are parted by blanks, in any order and any case:
 *   people, places, organisations, events   nodes of these kinds alone (person, place... as well)
 *   marked, annotated, co-mention           edges of this origin alone: marked in the source, found by the annotator, named in one sentence
 *   weight>=2, weight>1                     edges that at least so many sentences say
 *   "met with"                              relations whose label holds this, or whose kind is this word; case is nothing to it
 * Several words of one sort widen what is asked for, words of another sort narrow it. Nothing typed asks for everything. */
#ifndef NG_FILTER_H
#define NG_FILTER_H

#include "model/model.h"

typedef enum { NG_FILTER_MARKED = 1, NG_FILTER_ANNOTATED = 2, NG_FILTER_CO_MENTION = 4 } NgFilterOrigin;

typedef struct {
  unsigned kinds;        /* bits 1 << NgEntityKind; 0: all */
  unsigned origins;      /* NgFilterOrigin together; 0: all */
  uint32_t least_weight; /* 0 and 1: all */
  char **relations;      /* folded (ng_text_fold), NULL-terminated; NULL: all */
} NgFilter;

/* NULL with `error` (NG_ERROR_USAGE), which names the word that it does not know. The text need not be clean. The caller frees it. */
NgFilter *ng_filter_parse(const char *text, GError **error);
void ng_filter_free(NgFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgFilter, ng_filter_free)

/* The filter as one would type it, its words in the order of the list above: parsed again it is the same. Empty for one that asks for everything,
 * and for NULL. The caller frees it. */
char *ng_filter_text(const NgFilter *filter);

/* Whether the filter, which may be NULL, lets it pass. */
bool ng_filter_kind(const NgFilter *filter, NgEntityKind kind);
bool ng_filter_origin(const NgFilter *filter, NgOrigin origin);
bool ng_filter_relation(const NgFilter *filter, const char *label, const char *kind);

bool ng_filter_weight(const NgFilter *filter, uint32_t weight);

/* Whether all it says of relations lets this one pass; the same of what no one marked. */
bool ng_filter_takes(const NgFilter *filter, const NgRelation *relation);
bool ng_filter_takes_weak(const NgFilter *filter);

/* Whether it asks for some edges only. */
bool ng_filter_on_edges(const NgFilter *filter);

#endif
