/* Edges in the making; for the ego network's own files. */
#ifndef NG_EGO_PRIVATE_H
#define NG_EGO_PRIVATE_H

#include "graph/ego.h"

typedef struct {
  NgEgo ego; /* first, so that the one is the other */
  GArray *nodes, *edges, *evidence;
  GStringChunk *strings;
  const NgFilter *filter; /* while it is made; may be NULL */
  bool backs;
} NgEgoMaking;

/* An edge whose place in the order is not known yet. Where a single relation makes it, its evidence is taken over only when it is kept. */
typedef struct {
  NgEdge edge;
  uint32_t other; /* entity */
  /* What it is sorted by: where its first evidence starts, where in it the other is named, and its first relation. */
  uint32_t said, named, relation;
  uint32_t group_weight, group_said;
  uint8_t kind; /* of the other */
  bool is_single;
} NgDraft;

/* Adds a draft for each edge of the marked relations of `entity`, without those that repeat a role. */
void ng_ego_draft_marked(NgEgoMaking *making, const NgNetwork *network, uint32_t entity, GArray *drafts);

/* Adds the weak edges of `entity` to those that have none in `drafts` and counts all neighbours. */
void ng_ego_draft_weak(NgEgoMaking *making, const NgNetwork *network, uint32_t entity, GArray *drafts);

/* The evidence of one relation, onto the end of the ego's. */
void ng_ego_add_evidence(NgEgoMaking *making, uint32_t relation);

/* Sorts the drafts; `grouped`: those of one label and direction together. */
void ng_ego_sort_drafts(GArray *drafts, bool grouped);

#endif
