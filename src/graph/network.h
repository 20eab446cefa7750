/* The network of an article, or of several joined: which relations touch whom.
 *
 * Its members are the entities of the article; of several articles they are the nodes of their whole graph (whole.h), which joins entities that are
 * the same. Relations are numbered through all articles, in their order.
 *
 * Made once, in time linear in entities and relations; asked at each change of the selection. It borrows the articles, which must outlive it, and is
 * never changed after it is made. */
#ifndef NG_NETWORK_H
#define NG_NETWORK_H

#include "model/model.h"

/* An entity of one of several articles. */
typedef struct {
  uint32_t article; /* into the graph's articles */
  uint32_t entity;
} NgWholePlace;

#define NG_WHOLE_NOWHERE ((NgWholePlace){NG_NONE, NG_NONE})

typedef struct _NgNetwork NgNetwork;

/* Of one article; that of several is made by ng_network_of_whole (network_whole.h). */
NgNetwork *ng_network_new(const NgArticle *article);
void ng_network_free(NgNetwork *network);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgNetwork, ng_network_free)

/* The articles, borrowed as long as the network lives. */
const NgArticle *const *ng_network_articles(const NgNetwork *network, uint32_t *n);

/* The member that an entity is; NG_NONE where it is none, for nobody mentions it and nothing is told of it. */
uint32_t ng_network_member(const NgNetwork *network, NgWholePlace place);

/* The entities that a member is, in the order of the articles: at least one. Borrowed. */
const NgWholePlace *ng_network_places(const NgNetwork *network, uint32_t member, uint32_t *n);

/* The entity that it is in the first of them. Borrowed from the article. */
const NgEntity *ng_network_entity(const NgNetwork *network, uint32_t member);

/* The marked relations that have the member at one end or at both, by number, each once. Borrowed. */
const uint32_t *ng_network_relations_of(const NgNetwork *network, uint32_t member, uint32_t *n);

/* A relation by its number; `article` gets the one that tells it, `index` its index there. Either may be NULL. Borrowed from the article. */
const NgRelation *ng_network_relation(const NgNetwork *network, uint32_t number, uint32_t *article, uint32_t *index);

#endif
