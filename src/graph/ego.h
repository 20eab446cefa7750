/* The ego network of an entity: who it has to do with, one to three steps away, and what says so.
 *
 * A tree of nodes and edges in the order in which they are drawn. Node 0 is the ego. All relations of one pair that point the same way share an
 * edge (mutual ones join it); two that point both ways are two edges. Edges of the ego are sorted by evidence: those with the same label and
 * direction stay together, most sentences first, then by where in the text they are said; ties that no one marked (two people named in one
 * sentence) come last. From the second hop on there are only marked relations, each for itself. Relations that only repeat a role
 * are left out. The edges of a node are neighbours in `edges`, and those of an earlier node come first.
 *
 * It borrows the articles and owns the rest; it is never changed after it is made. */
#ifndef NG_EGO_H
#define NG_EGO_H

#include "graph/evidence.h"
#include "graph/filter.h"
#include "graph/network.h"

#define NG_EGO_MAX_HOPS 3
/* Of more edges than these the weightiest are kept; n_rest counts the others. */
#define NG_EGO_MAX_DIRECT  256
#define NG_EGO_MAX_FURTHER 32
/* Where so many edges are reached, further nodes lead nowhere. */
#define NG_EGO_MAX_EDGES 2048

/* Seen from the edge's end that is nearer to the ego. */
typedef enum { NG_EDGE_OUT, NG_EDGE_IN, NG_EDGE_MUTUAL } NgEdgeDirection;

typedef struct {
  const NgEntity *entity;       /* in the first article that names it; borrowed from that */
  uint32_t member;              /* of the network; where that is of one article, the entity */
  uint32_t via;                 /* the edge that reaches it; NG_NONE for the ego */
  uint32_t first_edge, n_edges; /* those that lead on from it */
  uint32_t n_rest;              /* how many more there are that are not kept */
  uint8_t hop;                  /* 0 for the ego */
} NgNode;

typedef struct {
  uint32_t from, to;                   /* nodes; `from` is the nearer one */
  const char *label;                   /* "met with, told" */
  const char *status;                  /* as in NgRelation, where all its relations have the same; else NULL */
  uint32_t weight;                     /* sentences that say it, at least 1 */
  uint32_t first_evidence, n_evidence; /* slice of the ego's evidence, in the order of the articles, then of the text */
  uint32_t group;                      /* the same for the ego's edges of one label and direction, else of its own */
  uint8_t direction;                   /* NgEdgeDirection */
  uint8_t hop;                         /* of `to`'s column: 1 for the ego's own edges */
  bool weak;                           /* nobody marked it: named in one sentence */
  bool unsure;                         /* the annotator found it, and was less sure than is asked */
  bool again;                          /* `to` is reached by another edge and stands there */
} NgEdge;

typedef struct {
  const NgArticle *article; /* NULL: the network is of several */
  const NgNode *nodes;
  const NgEdge *edges;
  const NgEvidence *evidence;
  uint32_t n_nodes, n_edges, n_direct; /* n_direct: the ego's own edges, which come first */
  uint32_t n_shown,
      n_neighbours; /* "8 of 14": neighbours among the nodes, of all that share a relation or a sentence */
} NgEgo;

/* Of a member. `hops` is brought into 1 to NG_EGO_MAX_HOPS. The cost is that of the sentences and relations of the member and of the nodes. */
NgEgo *ng_ego_new(const NgNetwork *network, uint32_t member, int hops);
typedef struct {
  int hops;
  const NgFilter
      *filter; /* the relations that are asked for, and of all neighbours those that are counted; NULL: all */
  bool
      backs; /* an edge from the second hop on that leads to an earlier node is told a second time, from this end; never one to the ego */
  int weak_below; /* per cent: where the annotator is less sure of all its relations, an edge is unsure */
} NgEgoOptions;

NgEgo *ng_ego_with(const NgNetwork *network, uint32_t member, const NgEgoOptions *options);
void ng_ego_free(NgEgo *ego);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgEgo, ng_ego_free)

/* The entity that a node is in the first article that names it. */
const NgEntity *ng_ego_entity(const NgEgo *ego, uint32_t node);

/* "Qin Gang accuses United States": an edge as a sentence, the acting end first. The caller frees it. */
char *ng_ego_phrase(const NgEgo *ego, uint32_t edge);

#endif
