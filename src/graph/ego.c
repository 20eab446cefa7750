#include "graph/ego_private.h"

static void add_node(NgEgoMaking *making, GHashTable *node_of, uint32_t member, uint32_t via, uint8_t hop)
{
  NgNode node = {.entity = ng_network_entity(making->network, member), .member = member, .via = via, .hop = hop};
  g_hash_table_insert(node_of, GUINT_TO_POINTER(member), GUINT_TO_POINTER(making->nodes->len + 1));
  g_array_append_val(making->nodes, node);
}

/* Turns the drafts into the edges of a node. */
static void put_edges(NgEgoMaking *making, GHashTable *node_of, uint32_t from, const GArray *drafts, guint limit)
{
  NgNode *node = &g_array_index(making->nodes, NgNode, from);
  uint8_t hop = (uint8_t)(node->hop + 1);
  node->first_edge = making->edges->len;
  node->n_edges = MIN(drafts->len, limit);
  node->n_rest = drafts->len - node->n_edges;
  for (guint i = 0, n = node->n_edges; i < n; i++) { /* `node` may move from here on */
    const NgDraft *draft = &g_array_index(drafts, NgDraft, i);
    NgEdge edge = draft->edge;
    edge.from = from;
    edge.hop = hop;
    if (hop > 1)
      edge.group = making->edges->len;
    edge.to = GPOINTER_TO_UINT(g_hash_table_lookup(node_of, GUINT_TO_POINTER(draft->other)));
    edge.again = edge.to > 0;
    if (edge.again)
      edge.to--;
    else {
      edge.to = making->nodes->len;
      add_node(making, node_of, draft->other, making->edges->len, hop);
    }
    if (draft->is_single) {
      edge.first_evidence = making->evidence->len;
      ng_ego_add_evidence(making, draft->relation);
      edge.n_evidence = making->evidence->len - edge.first_evidence;
    }
    g_array_append_val(making->edges, edge);
  }
}

static void expand_ego(NgEgoMaking *making, GHashTable *node_of, uint32_t member)
{
  g_autoptr(GArray) drafts = g_array_new(FALSE, FALSE, sizeof(NgDraft));
  ng_ego_draft_marked(making, member, drafts);
  ng_ego_draft_weak(making, member, drafts);
  ng_ego_sort_drafts(drafts, true);
  put_edges(making, node_of, 0, drafts, NG_EGO_MAX_DIRECT);
  making->ego.n_direct = making->edges->len;
  making->ego.n_shown = making->nodes->len - 1;
}

/* Whether an edge from a node to another one is told here. The nodes before it have all their edges, so what ties it to one of them stands there already. */
static bool is_told(const NgEgoMaking *making, uint32_t from, uint32_t to)
{
  if (to >= from)
    return true;
  uint32_t via = g_array_index(making->nodes, NgNode, from).via;
  return making->backs && to > 0 && g_array_index(making->edges, NgEdge, via).from != to;
}

static void expand(NgEgoMaking *making, GHashTable *node_of, uint32_t from)
{
  g_autoptr(GArray) drafts = g_array_new(FALSE, FALSE, sizeof(NgDraft));
  ng_ego_draft_marked(making, g_array_index(making->nodes, NgNode, from).member, drafts);
  guint n = 0;
  for (guint i = 0; i < drafts->len; i++) {
    NgDraft draft = g_array_index(drafts, NgDraft, i);
    uint32_t node = GPOINTER_TO_UINT(g_hash_table_lookup(node_of, GUINT_TO_POINTER(draft.other)));
    if (node == 0 || is_told(making, from, node - 1))
      g_array_index(drafts, NgDraft, n++) = draft;
  }
  g_array_set_size(drafts, n);
  ng_ego_sort_drafts(drafts, false);
  put_edges(making, node_of, from, drafts, MIN(NG_EGO_MAX_FURTHER, NG_EGO_MAX_EDGES - making->edges->len));
}

NgEgo *ng_ego_new(const NgNetwork *network, uint32_t member, int hops)
{
  NgEgoOptions options = {.hops = hops};
  return ng_ego_with(network, member, &options);
}

NgEgo *ng_ego_with(const NgNetwork *network, uint32_t member, const NgEgoOptions *options)
{
  NgEgoMaking *making = g_new0(NgEgoMaking, 1);
  making->nodes = g_array_new(FALSE, FALSE, sizeof(NgNode));
  making->edges = g_array_new(FALSE, FALSE, sizeof(NgEdge));
  making->evidence = g_array_new(FALSE, FALSE, sizeof(NgEvidence));
  making->strings = g_string_chunk_new(256);
  making->network = network;
  uint32_t n_articles;
  const NgArticle *const *articles = ng_network_articles(network, &n_articles);
  making->ego.article = n_articles == 1 ? articles[0] : NULL;
  making->filter = options->filter;
  making->backs = options->backs;
  making->weak_below = options->weak_below;

  g_autoptr(GHashTable) node_of = g_hash_table_new(NULL, NULL);
  add_node(making, node_of, member, NG_NONE, 0);
  expand_ego(making, node_of, member);
  guint first = 1;
  for (int hop = 2; hop <= MIN(options->hops, NG_EGO_MAX_HOPS); hop++) {
    guint end = making->nodes->len;
    for (; first < end && making->edges->len < NG_EGO_MAX_EDGES; first++)
      expand(making, node_of, first);
  }

  making->filter = NULL;
  making->network = NULL;
  NgEgo *ego = &making->ego;
  ego->nodes = (const NgNode *)(const void *)making->nodes->data;
  ego->edges = (const NgEdge *)(const void *)making->edges->data;
  ego->evidence = (const NgEvidence *)(const void *)making->evidence->data;
  ego->n_nodes = making->nodes->len;
  ego->n_edges = making->edges->len;
  return ego;
}

void ng_ego_free(NgEgo *ego)
{
  if (!ego)
    return;
  NgEgoMaking *making = (NgEgoMaking *)ego;
  g_array_free(making->nodes, TRUE);
  g_array_free(making->edges, TRUE);
  g_array_free(making->evidence, TRUE);
  g_string_chunk_free(making->strings);
  g_free(making);
}

const NgEntity *ng_ego_entity(const NgEgo *ego, uint32_t node)
{
  return ego->nodes[node].entity;
}

char *ng_ego_phrase(const NgEgo *ego, uint32_t edge)
{
  const NgEdge *it = &ego->edges[edge];
  bool in = it->direction == NG_EDGE_IN;
  return g_strdup_printf("%s %s %s", ng_ego_entity(ego, in ? it->to : it->from)->name, it->label,
                         ng_ego_entity(ego, in ? it->from : it->to)->name);
}
