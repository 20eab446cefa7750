/* How a network is put together; for its own files. */
#ifndef NG_NETWORK_PRIVATE_H
#define NG_NETWORK_PRIVATE_H

#include "graph/network.h"

struct _NgNetwork {
  const NgArticle **articles;
  uint32_t n_articles, n_members;
  uint32_t *first_entity;   /* of each article in `members`, and one more for the end */
  uint32_t *members;        /* of the entities of all articles */
  uint32_t *first_place;    /* of each member in `places`, and one more */
  NgWholePlace *places;     /* by member, then by article */
  uint32_t *first_relation; /* of each article, and one more: the relations' numbers */
  uint32_t *starts;         /* of each member's slice of `relations`, and one more for the end */
  uint32_t *relations;      /* by member, then by number */
};

/* A network without members: `members` are all NG_NONE. */
NgNetwork *ng_network_empty(const NgArticle *const *articles, uint32_t n);

/* Once `members` says who is whom: gathers places and relations. */
void ng_network_fill(NgNetwork *network, uint32_t n_members);

#endif
