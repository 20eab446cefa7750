/* Edges in the making; for the ego network's own files. */
#ifndef NG_EGO_PRIVATE_H
#define NG_EGO_PRIVATE_H

#include "graph/ego.h"

typedef struct {
  NgEgo ego; /* first, so that the one is the other */
  GArray *nodes, *edges, *evidence;
  GStringChunk *strings;
  const NgNetwork *network; /* while it is made */
  const NgFilter *filter;   /* while it is made; may be NULL */
  bool backs;
  int weak_below;
} NgEgoMaking;

#define NG_NOT_SAID UINT64_MAX

/* An edge whose place in the order is not known yet. Where a single relation makes it, its evidence is taken over only when it is kept. */
typedef struct {
  NgEdge edge;
  uint32_t other; /* member */
  /* What it is sorted by: where its first evidence starts (the article in the upper half, NG_NOT_SAID nowhere), where in that the other is named, and its
   * first relation, by number. */
  uint64_t said, group_said;
  uint32_t named, relation;
  uint32_t group_weight;
  uint8_t kind; /* of the other */
  bool is_single;
} NgDraft;

/* Adds a draft for each edge of the marked relations of `member`, without those that repeat a role. */
void ng_ego_draft_marked(NgEgoMaking *making, uint32_t member, GArray *drafts);

/* Adds the weak edges of `member` to those that have none in `drafts` and counts all neighbours. (ego_weak.c) */
void ng_ego_draft_weak(NgEgoMaking *making, uint32_t member, GArray *drafts);

/* The other end of a relation of the member, by number; `out`: the relation goes out from the member. */
uint32_t ng_ego_other(const NgEgoMaking *making, uint32_t relation, uint32_t member, bool *out);

/* Whether it only repeats a role. */
bool ng_ego_repeats_role(const NgEgoMaking *making, uint32_t relation);

/* A draft of an edge to another member that is first said there; its edge is empty yet. */
NgDraft ng_ego_new_draft(const NgEgoMaking *making, uint32_t other, uint64_t said);

/* The evidence of one relation, by number, onto the end of the ego's. */
void ng_ego_add_evidence(NgEgoMaking *making, uint32_t relation);

/* Sorts the drafts; `grouped`: those of one label and direction together. */
void ng_ego_sort_drafts(GArray *drafts, bool grouped);

#endif
