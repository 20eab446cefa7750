/* Relations and shared sentences to edges: those of one pair and direction put together and weighed. */
#include "graph/labels.h"
#include "graph/whole_making_private.h"

#include <string.h>

/* One relation or one sentence that ties two nodes; a run of them with the same ends and direction becomes an edge. */
typedef struct {
  uint32_t from, to;
  uint32_t article;
  uint32_t relation; /* NG_NONE: named in the sentence below */
  NgRange sentence;
  uint8_t direction;
} Tie;

typedef struct {
  NgWholeMaking *making;
  GArray *ties;   /* Tie */
  GArray *marked; /* uint64_t: pairs that a marked relation ties, whether it is asked for or not */
  NgLabels *labels;
} Tying;

static uint64_t pair_of(uint32_t a, uint32_t b)
{
  return (uint64_t)MIN(a, b) << 32 | MAX(a, b);
}

static int by_number(const void *a, const void *b)
{
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

/* ---- gathering ---- */

static bool takes_node(const NgWholeMaking *making, uint32_t node)
{
  return ng_filter_kind(making->filter, g_array_index(making->nodes, NgWholeNode, node).kind);
}

static void gather_marked(Tying *tying, uint32_t article_at)
{
  const NgWholeMaking *making = tying->making;
  const NgArticle *article = making->articles[article_at];
  const uint32_t *node_of = making->node_of[article_at];
  uint32_t n;
  const NgRelation *relations = ng_article_relations(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    const NgRelation *it = &relations[i];
    uint32_t from = node_of[it->subject], to = node_of[it->object];
    if (!takes_node(making, from) || !takes_node(making, to) || ng_relation_repeats_role(article, it))
      continue;
    uint64_t pair = pair_of(from, to);
    g_array_append_val(tying->marked, pair);
    if (!ng_filter_takes(making->filter, it))
      continue;
    Tie tie = {.from = from, .to = to, .article = article_at, .relation = i, .direction = NG_EDGE_OUT};
    if (!it->directed) {
      tie.from = MIN(from, to);
      tie.to = MAX(from, to);
      tie.direction = NG_EDGE_MUTUAL;
    }
    g_array_append_val(tying->ties, tie);
  }
}

static void gather_weak(Tying *tying, uint32_t article_at)
{
  const NgWholeMaking *making = tying->making;
  const uint32_t *node_of = making->node_of[article_at];
  g_autoptr(NgCoMentions) found = ng_co_mentions_all(making->articles[article_at]);
  for (guint i = 0; i < found->pairs->len; i++) {
    const NgCoMention *pair = &g_array_index(found->pairs, NgCoMention, i);
    uint32_t a = node_of[pair->a], b = node_of[pair->b];
    uint64_t both = pair_of(a, b);
    if (!takes_node(making, a) || !takes_node(making, b) ||
        (tying->marked->len && bsearch(&both, tying->marked->data, tying->marked->len, sizeof both, by_number)))
      continue;
    Tie tie = {MIN(a, b), MAX(a, b), article_at, NG_NONE, {0}, NG_EDGE_MUTUAL};
    for (uint32_t k = 0; k < pair->count; k++) {
      tie.sentence = g_array_index(found->evidence, NgRange, pair->first_evidence + k);
      g_array_append_val(tying->ties, tie);
    }
  }
}

/* ---- edges ---- */

static void add_evidence(NgWholeMaking *making, const Tie *tie)
{
  if (tie->relation == NG_NONE) {
    NgEvidence said = {tie->sentence.start, tie->sentence.end, NG_NONE, NG_ORIGIN_CO_MENTION, tie->article};
    g_array_append_val(making->evidence, said);
    return;
  }
  uint32_t n;
  const NgArticle *article = making->articles[tie->article];
  const NgRelation *it = &ng_article_relations(article, &n)[tie->relation];
  const NgRange *ranges = ng_article_evidence(article, it->first_evidence);
  for (uint32_t i = 0; i < it->n_evidence; i++) {
    NgEvidence said = {ranges[i].start, ranges[i].end, tie->relation, it->origin, tie->article};
    g_array_append_val(making->evidence, said);
  }
}

/* Of a run of marked ties: the label and the status, and how many relations no sentence says. */
static uint32_t describe(Tying *tying, const Tie *ties, guint n, NgWholeEdge *edge)
{
  NgWholeMaking *making = tying->making;
  uint32_t bare = 0;
  for (guint i = 0; i < n; i++) {
    uint32_t n_relations;
    const NgArticle *article = making->articles[ties[i].article];
    const NgRelation *it = &ng_article_relations(article, &n_relations)[ties[i].relation];
    ng_labels_add(tying->labels, it->label, it->count,
                  (uint64_t)ties[i].article << 32 | ng_relation_said_at(article, it));
    bare += it->n_evidence == 0;
    if (i == 0)
      edge->status = it->status;
    else if (g_strcmp0(edge->status, it->status) != 0)
      edge->status = NULL;
  }
  edge->label = ng_labels_join(tying->labels, making->strings);
  return bare;
}

static void add_edge(Tying *tying, const Tie *ties, guint n)
{
  NgWholeMaking *making = tying->making;
  NgWholeEdge edge = {.from = ties->from, .to = ties->to, .label = NG_CO_MENTION_LABEL, .direction = ties->direction};
  uint32_t bare = 0;
  edge.weak = ties->relation == NG_NONE;
  edge.first_evidence = making->evidence->len;
  if (!edge.weak)
    bare = describe(tying, ties, n, &edge);
  for (guint i = 0; i < n; i++)
    add_evidence(making, &ties[i]);
  ng_evidence_merge(making->evidence, edge.first_evidence);
  edge.n_evidence = making->evidence->len - edge.first_evidence;
  edge.weight = edge.n_evidence + bare;
  if (ng_filter_weight(making->filter, edge.weight))
    g_array_append_val(making->edges, edge);
  else
    g_array_set_size(making->evidence, edge.first_evidence);
}

static int by_ends(const void *a, const void *b)
{
  const Tie *x = a, *y = b;
  const uint32_t keys[][2] = {{x->from, y->from},           {x->to, y->to},
                              {x->direction, y->direction}, {x->article, y->article},
                              {x->relation, y->relation},   {x->sentence.start, y->sentence.start}};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

static bool share_an_edge(const Tie *a, const Tie *b)
{
  return a->from == b->from && a->to == b->to && a->direction == b->direction;
}

/* ---- degrees ---- */

static void weigh_nodes(NgWholeMaking *making)
{
  g_autoptr(GArray) pairs = g_array_sized_new(FALSE, FALSE, sizeof(uint64_t), making->edges->len);
  for (guint i = 0; i < making->edges->len; i++) {
    const NgWholeEdge *edge = &g_array_index(making->edges, NgWholeEdge, i);
    ng_whole_making_node(making, edge->from)->weighted += edge->weight;
    if (edge->to == edge->from)
      continue;
    ng_whole_making_node(making, edge->to)->weighted += edge->weight;
    uint64_t pair = pair_of(edge->from, edge->to);
    g_array_append_val(pairs, pair);
  }
  g_array_sort(pairs, by_number);
  for (guint i = 0; i < pairs->len; i++) {
    uint64_t pair = g_array_index(pairs, uint64_t, i);
    if (i > 0 && pair == g_array_index(pairs, uint64_t, i - 1))
      continue;
    ng_whole_making_node(making, (uint32_t)(pair >> 32))->degree++;
    ng_whole_making_node(making, (uint32_t)pair)->degree++;
  }
}

void ng_whole_tie(NgWholeMaking *making)
{
  g_autoptr(GArray) ties = g_array_new(FALSE, FALSE, sizeof(Tie));
  g_autoptr(GArray) marked = g_array_new(FALSE, FALSE, sizeof(uint64_t));
  g_autoptr(NgLabels) labels = ng_labels_new();
  Tying tying = {making, ties, marked, labels};
  for (uint32_t i = 0; i < making->whole.n_articles; i++)
    gather_marked(&tying, i);
  g_array_sort(marked, by_number);
  bool weak = ng_filter_takes_weak(making->filter);
  for (uint32_t i = 0; weak && i < making->whole.n_articles; i++)
    gather_weak(&tying, i);
  if (ties->len == 0)
    return;
  qsort(ties->data, ties->len, sizeof(Tie), by_ends);
  const Tie *all = (const Tie *)(const void *)ties->data;
  for (guint i = 0, end; i < ties->len; i = end) {
    for (end = i + 1; end < ties->len && share_an_edge(&all[i], &all[end]);)
      end++;
    add_edge(&tying, all + i, end - i);
  }
  weigh_nodes(making);
}
