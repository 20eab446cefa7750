#include "graph/network_private.h"

#include <string.h>

NgNetwork *ng_network_empty(const NgArticle *const *articles, uint32_t n)
{
  NgNetwork *network = g_new0(NgNetwork, 1);
  network->articles = g_new(const NgArticle *, (gsize)n + 1);
  network->n_articles = n;
  network->first_entity = g_new0(uint32_t, (gsize)n + 1);
  network->first_relation = g_new0(uint32_t, (gsize)n + 1);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t n_entities, n_relations;
    network->articles[i] = articles[i];
    ng_article_entities(articles[i], &n_entities);
    ng_article_relations(articles[i], &n_relations);
    network->first_entity[i + 1] = network->first_entity[i] + n_entities;
    network->first_relation[i + 1] = network->first_relation[i] + n_relations;
  }
  network->members = g_new(uint32_t, (gsize)network->first_entity[n] + 1);
  for (uint32_t i = 0; i < network->first_entity[n]; i++)
    network->members[i] = NG_NONE;
  return network;
}

/* Turns counts, each at its place + 2, into starts, each at its place + 1: filling a slice then moves its start to where it belongs. */
static void add_up(uint32_t *counts, uint32_t n)
{
  for (uint32_t i = 2; i < n + 2; i++)
    counts[i] += counts[i - 1];
}

static void fill_places(NgNetwork *network)
{
  uint32_t *starts = network->first_place = g_new0(uint32_t, (gsize)network->n_members + 2);
  uint32_t n = network->first_entity[network->n_articles];
  network->places = g_new(NgWholePlace, (gsize)n + 1);
  for (uint32_t i = 0; i < n; i++)
    if (network->members[i] != NG_NONE)
      starts[network->members[i] + 2]++;
  add_up(starts, network->n_members);
  for (uint32_t article = 0, i = 0; article < network->n_articles; article++)
    for (; i < network->first_entity[article + 1]; i++)
      if (network->members[i] != NG_NONE)
        network->places[starts[network->members[i] + 1]++] =
            (NgWholePlace){article, i - network->first_entity[article]};
}

/* The members at both ends of a relation; false if one is none. */
static bool ends_of(const NgNetwork *network, uint32_t article, const NgRelation *relation, uint32_t ends[2])
{
  ends[0] = network->members[network->first_entity[article] + relation->subject];
  ends[1] = network->members[network->first_entity[article] + relation->object];
  return ends[0] != NG_NONE && ends[1] != NG_NONE;
}

/* Counts the relations at their members, or with `relations` puts them there. */
static void each_relation(NgNetwork *network, uint32_t *relations)
{
  uint32_t *starts = network->starts, by = relations ? 1 : 2, ends[2];
  for (uint32_t article = 0, number = 0; article < network->n_articles; article++) {
    uint32_t n;
    const NgRelation *all = ng_article_relations(network->articles[article], &n);
    for (uint32_t i = 0; i < n; i++, number++)
      for (uint32_t k = 0; ends_of(network, article, &all[i], ends) && k < (ends[0] == ends[1] ? 1 : 2); k++) {
        if (relations)
          relations[starts[ends[k] + by]] = number;
        starts[ends[k] + by]++;
      }
  }
}

void ng_network_fill(NgNetwork *network, uint32_t n_members)
{
  network->n_members = n_members;
  fill_places(network);
  network->starts = g_new0(uint32_t, (gsize)n_members + 2);
  network->relations = g_new(uint32_t, 2 * (gsize)network->first_relation[network->n_articles] + 1);
  each_relation(network, NULL);
  add_up(network->starts, n_members);
  each_relation(network, network->relations);
}

NgNetwork *ng_network_new(const NgArticle *article)
{
  NgNetwork *network = ng_network_empty(&article, 1);
  for (uint32_t i = 0; i < network->first_entity[1]; i++)
    network->members[i] = i;
  ng_network_fill(network, network->first_entity[1]);
  return network;
}

void ng_network_free(NgNetwork *network)
{
  if (!network)
    return;
  g_free(network->articles);
  g_free(network->first_entity);
  g_free(network->members);
  g_free(network->first_place);
  g_free(network->places);
  g_free(network->first_relation);
  g_free(network->starts);
  g_free(network->relations);
  g_free(network);
}

const NgArticle *const *ng_network_articles(const NgNetwork *network, uint32_t *n)
{
  *n = network->n_articles;
  return network->articles;
}

uint32_t ng_network_member(const NgNetwork *network, NgWholePlace place)
{
  return network->members[network->first_entity[place.article] + place.entity];
}

const NgWholePlace *ng_network_places(const NgNetwork *network, uint32_t member, uint32_t *n)
{
  *n = network->first_place[member + 1] - network->first_place[member];
  return network->places + network->first_place[member];
}

const NgEntity *ng_network_entity(const NgNetwork *network, uint32_t member)
{
  uint32_t n;
  NgWholePlace place = network->places[network->first_place[member]];
  return &ng_article_entities(network->articles[place.article], &n)[place.entity];
}

const uint32_t *ng_network_relations_of(const NgNetwork *network, uint32_t member, uint32_t *n)
{
  *n = network->starts[member + 1] - network->starts[member];
  return network->relations + network->starts[member];
}

const NgRelation *ng_network_relation(const NgNetwork *network, uint32_t number, uint32_t *article, uint32_t *index)
{
  uint32_t low = 0, n;
  for (uint32_t high = network->n_articles; high - low > 1;) {
    uint32_t middle = low + (high - low) / 2;
    if (network->first_relation[middle] <= number)
      low = middle;
    else
      high = middle;
  }
  uint32_t at = number - network->first_relation[low];
  if (article)
    *article = low;
  if (index)
    *index = at;
  return &ng_article_relations(network->articles[low], &n)[at];
}
