#include "graph/whole_making_private.h"

#include <string.h>

/* Once the nodes have their order: of mutual and weak edges the first is `from`. */
static int by_ends(const void *a, const void *b)
{
  const NgWholeEdge *x = a, *y = b;
  const uint32_t keys[][2] = {{x->from, y->from}, {x->to, y->to}, {x->direction, y->direction}, {x->weak, y->weak}};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

static void sort_edges(NgWholeMaking *making)
{
  for (guint i = 0; i < making->edges->len; i++) {
    NgWholeEdge *edge = &g_array_index(making->edges, NgWholeEdge, i);
    if (edge->direction == NG_EDGE_MUTUAL && edge->from > edge->to) {
      uint32_t from = edge->from;
      edge->from = edge->to;
      edge->to = from;
    }
  }
  g_array_sort(making->edges, by_ends);
}

NgWhole *ng_whole_new(const NgArticle *const *articles, uint32_t n, const NgFilter *filter)
{
  NgWholeMaking *making = g_new0(NgWholeMaking, 1);
  making->articles = g_new(const NgArticle *, (gsize)n + 1);
  if (n)
    memcpy(making->articles, articles, n * sizeof *articles);
  making->nodes = g_array_new(FALSE, FALSE, sizeof(NgWholeNode));
  making->edges = g_array_new(FALSE, FALSE, sizeof(NgWholeEdge));
  making->evidence = g_array_new(FALSE, FALSE, sizeof(NgEvidence));
  making->strings = g_string_chunk_new(256);
  making->filter = filter;
  NgWhole *whole = &making->whole;
  whole->articles = making->articles;
  whole->n_articles = n;

  ng_whole_join_entities(making);
  ng_whole_tie(making);
  ng_whole_sort_nodes(making);
  sort_edges(making);

  making->filter = NULL;
  whole->places = making->places;
  whole->nodes = (const NgWholeNode *)(const void *)making->nodes->data;
  whole->edges = (const NgWholeEdge *)(const void *)making->edges->data;
  whole->evidence = (const NgEvidence *)(const void *)making->evidence->data;
  whole->n_nodes = making->nodes->len;
  whole->n_edges = making->edges->len;
  whole->n_evidence = making->evidence->len;
  return whole;
}

void ng_whole_free(NgWhole *whole)
{
  if (!whole)
    return;
  NgWholeMaking *making = (NgWholeMaking *)whole;
  for (uint32_t i = 0; i < whole->n_articles; i++)
    g_free(making->node_of[i]);
  g_free(making->node_of);
  g_free(making->articles);
  g_free(making->places);
  g_array_free(making->nodes, TRUE);
  g_array_free(making->edges, TRUE);
  g_array_free(making->evidence, TRUE);
  g_string_chunk_free(making->strings);
  g_free(making);
}

uint32_t ng_whole_node_of(const NgWhole *whole, uint32_t article, uint32_t entity)
{
  return ((const NgWholeMaking *)whole)->node_of[article][entity];
}

const NgEntity *ng_whole_entity(const NgWhole *whole, uint32_t node)
{
  const NgWholePlace *place = &whole->places[whole->nodes[node].first_place];
  uint32_t n;
  return &ng_article_entities(whole->articles[place->article], &n)[place->entity];
}

char *ng_whole_phrase(const NgWhole *whole, uint32_t edge)
{
  const NgWholeEdge *it = &whole->edges[edge];
  return g_strdup_printf("%s %s %s", whole->nodes[it->from].name, it->label, whole->nodes[it->to].name);
}
