#include "graph/network.h"

struct _NgNetwork {
  const NgArticle *article;
  uint32_t *starts;    /* of each entity's slice of `relations`, and one more for the end */
  uint32_t *relations; /* by entity, then in the order of the source */
};

NgNetwork *ng_network_new(const NgArticle *article)
{
  NgNetwork *network = g_new0(NgNetwork, 1);
  uint32_t n_entities, n_relations;
  ng_article_entities(article, &n_entities);
  const NgRelation *relations = ng_article_relations(article, &n_relations);
  network->article = article;
  network->starts = g_new0(uint32_t, (gsize)n_entities + 2);
  network->relations = g_new(uint32_t, 2 * (gsize)n_relations + 1);
  /* Counted one place further on, so that filling a slice moves its start to where it belongs. */
  uint32_t *next = network->starts + 1;
  for (uint32_t i = 0; i < n_relations; i++) {
    next[relations[i].subject + 1]++;
    if (relations[i].object != relations[i].subject)
      next[relations[i].object + 1]++;
  }
  for (uint32_t i = 1; i < n_entities; i++)
    next[i] += next[i - 1];
  for (uint32_t i = 0; i < n_relations; i++) {
    network->relations[next[relations[i].subject]++] = i;
    if (relations[i].object != relations[i].subject)
      network->relations[next[relations[i].object]++] = i;
  }
  return network;
}

void ng_network_free(NgNetwork *network)
{
  if (!network)
    return;
  g_free(network->starts);
  g_free(network->relations);
  g_free(network);
}

const NgArticle *ng_network_article(const NgNetwork *network)
{
  return network->article;
}

const uint32_t *ng_network_relations_of(const NgNetwork *network, uint32_t entity, uint32_t *n)
{
  *n = network->starts[entity + 1] - network->starts[entity];
  return network->relations + network->starts[entity];
}
