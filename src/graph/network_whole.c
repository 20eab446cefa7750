#include "graph/network_whole.h"

#include "graph/network_private.h"

NgNetwork *ng_network_of_whole(const NgWhole *whole)
{
  NgNetwork *network = ng_network_empty(whole->articles, whole->n_articles);
  for (uint32_t article = 0; article < whole->n_articles; article++)
    for (uint32_t i = 0, first = network->first_entity[article]; first + i < network->first_entity[article + 1]; i++)
      network->members[first + i] = ng_whole_node_of(whole, article, i);
  ng_network_fill(network, whole->n_nodes);
  return network;
}
