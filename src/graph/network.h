/* The network of an article: which of its relations touch which entity.
 *
 * Made once, in time linear in the article's entities and relations; asked at each change of the selection. It borrows the article,
 * which must outlive it, and is never changed after it is made. */
#ifndef NG_NETWORK_H
#define NG_NETWORK_H

#include "model/model.h"

typedef struct _NgNetwork NgNetwork;

NgNetwork *ng_network_new(const NgArticle *article);
void ng_network_free(NgNetwork *network);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgNetwork, ng_network_free)

const NgArticle *ng_network_article(const NgNetwork *network);

/* The marked relations that have the entity at one end or at both, as indices in the order of the source, each once. Borrowed. */
const uint32_t *ng_network_relations_of(const NgNetwork *network, uint32_t entity, uint32_t *n);

#endif
