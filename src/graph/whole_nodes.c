/* Entities of several articles to nodes, and the order of these. */
#include "graph/whole_making_private.h"

#include <string.h>

/* ---- which entities are one ---- */

/* The nodes by what may tell that an entity is one of them: its kind, a sign, and its id or its folded name. */
typedef struct {
  GHashTable *known; /* key, owned, to node + 1 */
  GArray *last;      /* uint32_t: of each node the last article that names it */
} Joining;

static char *key_of(const NgEntity *entity, char sign, const char *value)
{
  return g_strdup_printf("%u%c%s", entity->kind, sign, value);
}

static const NgEntity *entity_at(const NgWholeMaking *making, NgWholePlace place)
{
  uint32_t n;
  return &ng_article_entities(making->articles[place.article], &n)[place.entity];
}

static bool is_called(const NgEntity *entity, const char *folded)
{
  g_autofree char *name = ng_text_fold(entity->name, strlen(entity->name));
  if (strcmp(name, folded) == 0)
    return true;
  for (const char *const *alias = entity->aliases; *alias; alias++) {
    g_autofree char *other = ng_text_fold(*alias, strlen(*alias));
    if (strcmp(other, folded) == 0)
      return true;
  }
  return false;
}

/* Whether one of them bears the other's name. */
static bool share_a_name(const NgEntity *a, const NgEntity *b)
{
  g_autofree char *of_a = ng_text_fold(a->name, strlen(a->name)), *of_b = ng_text_fold(b->name, strlen(b->name));
  return is_called(a, of_b) || is_called(b, of_a);
}

/* The node with that key, unless the article has an entity of it already. */
static uint32_t known_as(const Joining *joining, const char *key, uint32_t article)
{
  uint32_t node = GPOINTER_TO_UINT(g_hash_table_lookup(joining->known, key));
  return node && g_array_index(joining->last, uint32_t, node - 1) != article ? node - 1 : NG_NONE;
}

static void settle(NgWholeMaking *making, Joining *joining, NgWholePlace place, uint32_t node)
{
  const NgEntity *entity = entity_at(making, place);
  making->node_of[place.article][place.entity] = node;
  g_array_index(joining->last, uint32_t, node) = place.article;
  NgWholeNode *it = ng_whole_making_node(making, node);
  it->n_mentions += entity->n_mentions;
  it->n_places++;
}

static void know(Joining *joining, char *key, uint32_t node)
{
  if (g_hash_table_contains(joining->known, key))
    g_free(key);
  else
    g_hash_table_insert(joining->known, key, GUINT_TO_POINTER(node + 1));
}

static void join_by_id(NgWholeMaking *making, Joining *joining, const NgWholePlace *firsts, NgWholePlace place)
{
  const NgEntity *entity = entity_at(making, place);
  if (!entity->has_record)
    return;
  g_autofree char *key = key_of(entity, '#', entity->id);
  uint32_t node = known_as(joining, key, place.article);
  if (node != NG_NONE && share_a_name(entity, entity_at(making, firsts[node])))
    settle(making, joining, place, node);
}

static void join_by_name(NgWholeMaking *making, Joining *joining, GArray *firsts, NgWholePlace place)
{
  const NgEntity *entity = entity_at(making, place);
  uint32_t node = making->node_of[place.article][place.entity];
  g_autofree char *folded = ng_text_fold(entity->name, strlen(entity->name));
  char *key = key_of(entity, '=', folded);
  if (node == NG_NONE) {
    node = known_as(joining, key, place.article);
    if (node == NG_NONE) {
      NgWholeNode new = {.name = entity->name, .kind = entity->kind};
      node = making->nodes->len;
      g_array_append_val(making->nodes, new);
      g_array_append_val(joining->last, place.article);
      g_array_append_val(firsts, place);
    }
    settle(making, joining, place, node);
  }
  know(joining, key, node);
  if (entity->has_record)
    know(joining, key_of(entity, '#', entity->id), node);
}

void ng_whole_join_entities(NgWholeMaking *making)
{
  uint32_t n_articles = making->whole.n_articles;
  Joining joining = {g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                     g_array_new(FALSE, FALSE, sizeof(uint32_t))};
  g_autoptr(GArray) firsts = g_array_new(FALSE, FALSE, sizeof(NgWholePlace));
  making->node_of = g_new0(uint32_t *, (gsize)n_articles + 1);
  for (uint32_t article = 0; article < n_articles; article++) {
    uint32_t n;
    ng_article_entities(making->articles[article], &n);
    making->node_of[article] = g_new(uint32_t, (gsize)n + 1);
    memset(making->node_of[article], 0xff, n * sizeof(uint32_t)); /* NG_NONE */
    for (uint32_t i = 0; article > 0 && i < n; i++)
      join_by_id(making, &joining, (const NgWholePlace *)(const void *)firsts->data, (NgWholePlace){article, i});
    for (uint32_t i = 0; i < n; i++)
      join_by_name(making, &joining, firsts, (NgWholePlace){article, i});
  }
  g_hash_table_unref(joining.known);
  g_array_free(joining.last, TRUE);
}

/* ---- the order of nodes ---- */

typedef struct {
  uint64_t first_mention; /* article << 32 | pos; UINT64_MAX for none */
  uint32_t weighted, n_mentions, node;
} Rank;

static int by_rank(const void *a, const void *b)
{
  const Rank *x = a, *y = b;
  if (x->weighted != y->weighted)
    return x->weighted > y->weighted ? -1 : 1;
  if (x->n_mentions != y->n_mentions)
    return x->n_mentions > y->n_mentions ? -1 : 1;
  if (x->first_mention != y->first_mention)
    return x->first_mention < y->first_mention ? -1 : 1;
  return x->node < y->node ? -1 : x->node > y->node;
}

static uint64_t first_mention_of(const NgArticle *article, uint32_t article_at, uint32_t entity)
{
  uint32_t n, n_mentions;
  const uint32_t *own = ng_article_mentions_of(article, entity, &n);
  const NgMention *mentions = ng_article_mentions(article, &n_mentions);
  return n ? (uint64_t)article_at << 32 | mentions[own[0]].start : UINT64_MAX;
}

/* The ranks of all nodes that are kept. `tied`: it has an edge. */
static GArray *rank(NgWholeMaking *making, const bool *tied)
{
  bool edges_only = ng_filter_on_edges(making->filter);
  g_autofree uint64_t *first = g_new(uint64_t, (gsize)making->nodes->len + 1);
  memset(first, 0xff, making->nodes->len * sizeof *first);
  for (uint32_t article = 0; article < making->whole.n_articles; article++) {
    uint32_t n;
    ng_article_entities(making->articles[article], &n);
    for (uint32_t i = 0; i < n; i++) {
      uint64_t *of_node = &first[making->node_of[article][i]];
      uint64_t here = first_mention_of(making->articles[article], article, i);
      *of_node = MIN(*of_node, here);
    }
  }
  GArray *ranks = g_array_new(FALSE, FALSE, sizeof(Rank));
  for (uint32_t i = 0; i < making->nodes->len; i++) {
    const NgWholeNode *node = ng_whole_making_node(making, i);
    if (!ng_filter_kind(making->filter, node->kind) || (!tied[i] && (edges_only || node->n_mentions == 0)))
      continue;
    Rank one = {first[i], node->weighted, node->n_mentions, i};
    g_array_append_val(ranks, one);
  }
  g_array_sort(ranks, by_rank);
  return ranks;
}

/* Puts the places of the nodes that are kept where they belong, and their new numbers into `node_of`. */
static void put_places(NgWholeMaking *making, const uint32_t *new_number)
{
  uint32_t n_places = 0;
  for (uint32_t i = 0; i < making->nodes->len; i++) {
    NgWholeNode *node = ng_whole_making_node(making, i);
    node->first_place = n_places;
    n_places += node->n_places;
    node->n_places = 0;
  }
  making->places = g_new(NgWholePlace, (gsize)n_places + 1);
  for (uint32_t article = 0; article < making->whole.n_articles; article++) {
    uint32_t n;
    ng_article_entities(making->articles[article], &n);
    for (uint32_t i = 0; i < n; i++) {
      uint32_t *number = &making->node_of[article][i];
      *number = new_number[*number];
      if (*number == NG_NONE)
        continue;
      NgWholeNode *node = ng_whole_making_node(making, *number);
      making->places[node->first_place + node->n_places++] = (NgWholePlace){article, i};
    }
  }
}

void ng_whole_sort_nodes(NgWholeMaking *making)
{
  uint32_t n_old = making->nodes->len;
  g_autofree bool *tied = g_new0(bool, (gsize)n_old + 1);
  g_autofree uint32_t *new_number = g_new(uint32_t, (gsize)n_old + 1);
  memset(new_number, 0xff, n_old * sizeof *new_number); /* NG_NONE */
  for (guint i = 0; i < making->edges->len; i++) {
    const NgWholeEdge *edge = &g_array_index(making->edges, NgWholeEdge, i);
    tied[edge->from] = tied[edge->to] = true;
  }
  g_autoptr(GArray) ranks = rank(making, tied);
  GArray *sorted = g_array_sized_new(FALSE, FALSE, sizeof(NgWholeNode), ranks->len);
  for (guint i = 0; i < ranks->len; i++) {
    uint32_t old = g_array_index(ranks, Rank, i).node;
    new_number[old] = i;
    g_array_append_val(sorted, *ng_whole_making_node(making, old));
  }
  g_array_free(making->nodes, TRUE);
  making->nodes = sorted;
  for (guint i = 0; i < making->edges->len; i++) {
    NgWholeEdge *edge = &g_array_index(making->edges, NgWholeEdge, i);
    edge->from = new_number[edge->from];
    edge->to = new_number[edge->to];
  }
  put_places(making, new_number);
}
