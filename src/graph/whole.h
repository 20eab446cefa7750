/* The whole graph of one article or of several: who has to do with whom, each pair and direction once, with what says so.
 *
 * Nodes are entities. Those of several articles are one where their kind is the same and so is their folded name, or their id, where both have
 * a record and share a name: ids such as "p1" mean someone else in the next file. Entities of one article stay apart. An entity that
 * no one mentions and that has no edge is left out; where some edges only are asked for, so is every entity without one.
 *
 * All relations of one pair that point the same way share an edge, mutual ones another; a pair that shares a sentence and no marked relation has a
 * weak one, whatever the filter leaves of the marked. Relations that only repeat a role are left out. A sentence that names more than NG_CO_MENTION_MAX
 * entities is a list and ties no one, so that the number of weak edges is linear in the text.
 *
 * Nodes are sorted by weighted degree, then by mentions, then by first mention; edges by `from`, `to`, direction.
 *
 * It borrows the articles, which must outlive it, owns the rest, and is never changed after it is made. */
#ifndef NG_WHOLE_H
#define NG_WHOLE_H

#include "graph/ego.h"
#include "graph/filter.h"

typedef struct {
  const char *name; /* clean, one line */
  uint32_t first_place, n_places;
  uint32_t n_mentions; /* in all articles */
  uint32_t degree;     /* neighbours, without itself */
  uint32_t weighted;   /* sum of its edges' weights, that of a loop once */
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
  const NgArticle *const *articles;
  const NgWholePlace *places;
  const NgWholeNode *nodes;
  const NgWholeEdge *edges;
  const NgEvidence *evidence;
  uint32_t n_articles, n_nodes, n_edges, n_evidence;
} NgWhole;

/* The graph of `n` articles, as far as the filter (NULL: all of it) lets it pass. Time is n log n in their entities, relations, evidence and pairs. The
 * array of articles is copied; the filter is not needed any longer. */
NgWhole *ng_whole_new(const NgArticle *const *articles, uint32_t n, const NgFilter *filter);
void ng_whole_free(NgWhole *whole);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgWhole, ng_whole_free)

/* The node of an entity of one of the articles, or NG_NONE. */
uint32_t ng_whole_node_of(const NgWhole *whole, uint32_t article, uint32_t entity);

/* The entity that the node has in the first article that names it. */
const NgEntity *ng_whole_entity(const NgWhole *whole, uint32_t node);

/* "Qin Gang accuses United States": an edge as a sentence. The caller frees it. */
char *ng_whole_phrase(const NgWhole *whole, uint32_t edge);

#endif
