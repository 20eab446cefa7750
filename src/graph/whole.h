/* The whole graph of one article or of several: who has to do with whom, each pair and direction once, with what says so.
 *
 * Nodes are entities: those of several articles are one where their kind and their id with a record, or else their folded name, are the same. All
 * relations of one pair that point the same way share an edge, mutual ones another; a pair that shares a sentence and no marked relation has a weak one.
 * Relations that only repeat a role are left out. Nodes are sorted by weighted degree, then by mentions, then by first mention; edges by `from`, `to`, direction.
 *
 * It borrows the articles, which must outlive it, owns the rest, and is never changed after it is made. */
#ifndef NG_WHOLE_H
#define NG_WHOLE_H

#include "graph/ego.h"

/* Where a node stands in one of the articles. */
typedef struct {
  uint32_t article; /* into the graph's articles */
  uint32_t entity;
} NgWholePlace;

typedef struct {
  const char *name; /* clean, one line */
  uint32_t first_place, n_places;
  uint32_t n_mentions; /* in all articles */
  uint32_t degree;     /* neighbours */
  uint32_t weighted;   /* sum of its edges' weights */
  uint8_t kind;        /* NgEntityKind */
} NgWholeNode;

typedef struct {
  uint32_t from, to;                   /* nodes; of mutual and weak edges the first in order is `from` */
  const char *label;                   /* "met with, told"; "named with" of a weak one */
  const char *status;                  /* as in NgEdge */
  uint32_t weight;                     /* sentences that say it, at least 1 */
  uint32_t first_evidence, n_evidence; /* in the order of the articles, then of the text */
  uint8_t direction;                   /* NG_EDGE_OUT or NG_EDGE_MUTUAL */
  bool weak;
} NgWholeEdge;

typedef struct {
  uint32_t article, start, end;
  uint32_t relation; /* NG_NONE for a co-mention */
  uint8_t origin;    /* NgOrigin */
} NgWholeEvidence;

typedef struct {
  const NgArticle *const *articles;
  const NgWholePlace *places;
  const NgWholeNode *nodes;
  const NgWholeEdge *edges;
  const NgWholeEvidence *evidence;
  uint32_t n_articles, n_nodes, n_edges, n_evidence;
} NgWhole;

#endif
