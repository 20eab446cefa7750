/* From relations to edges: those of one pair put together, weighed, sorted. */
#include "graph/ego_private.h"
#include "graph/labels.h"

#include <string.h>

/* One relation of the entity to another; a run of them with one other and direction becomes an edge. */
typedef struct {
  uint32_t other, relation;
  uint8_t direction;
} Tie;

/* ---- evidence ---- */

void ng_ego_add_evidence(NgEgoMaking *making, uint32_t relation)
{
  uint32_t n;
  const NgRelation *it = &ng_article_relations(making->ego.article, &n)[relation];
  const NgRange *ranges = ng_article_evidence(making->ego.article, it->first_evidence);
  for (uint32_t i = 0; i < it->n_evidence; i++) {
    NgEvidence found = {.start = ranges[i].start, .end = ranges[i].end, .relation = relation, .origin = it->origin};
    g_array_append_val(making->evidence, found);
  }
}

/* ---- what the filter lets pass ---- */

static bool takes_other(const NgEgoMaking *making, uint32_t other)
{
  uint32_t n;
  return ng_filter_kind(making->filter, ng_article_entities(making->ego.article, &n)[other].kind);
}

/* ---- drafts ---- */

/* The different labels of a run of ties, those of most sentences first. */
static const char *join_labels(NgEgoMaking *making, const NgRelation *relations, const Tie *ties, guint n)
{
  g_autoptr(NgLabels) labels = ng_labels_new();
  for (guint i = 0; i < n; i++) {
    const NgRelation *it = &relations[ties[i].relation];
    ng_labels_add(labels, it->label, it->count, ng_relation_said_at(making->ego.article, it));
  }
  return ng_labels_join(labels, making->strings);
}

/* Where the entity is first named from `pos` on. */
static uint32_t named_from(const NgArticle *article, uint32_t entity, uint32_t pos)
{
  uint32_t n, n_mentions, low = 0;
  const uint32_t *own = ng_article_mentions_of(article, entity, &n);
  const NgMention *mentions = ng_article_mentions(article, &n_mentions);
  for (uint32_t high = n; low < high;) {
    uint32_t middle = low + (high - low) / 2;
    if (mentions[own[middle]].start < pos)
      low = middle + 1;
    else
      high = middle;
  }
  return low < n ? mentions[own[low]].start : NG_NONE;
}

static NgDraft new_draft(const NgArticle *article, uint32_t other, uint32_t said)
{
  uint32_t n;
  NgDraft draft = {.other = other, .said = said, .relation = NG_NONE};
  draft.kind = ng_article_entities(article, &n)[other].kind;
  draft.named = said == NG_NONE ? NG_NONE : named_from(article, other, said);
  return draft;
}

static void draft_run(NgEgoMaking *making, const NgRelation *relations, const Tie *ties, guint n, GArray *drafts)
{
  const NgArticle *article = making->ego.article;
  const NgRelation *one = &relations[ties[0].relation];
  uint32_t first = making->evidence->len, bare = 0, said = ng_relation_said_at(article, one);
  const char *status = one->status;
  for (guint i = 0; n > 1 && i < n; i++) {
    const NgRelation *it = &relations[ties[i].relation];
    ng_ego_add_evidence(making, ties[i].relation);
    bare += it->n_evidence == 0;
    said = MIN(said, ng_relation_said_at(article, it));
    if (g_strcmp0(status, it->status) != 0)
      status = NULL;
  }
  ng_evidence_merge(making->evidence, first);
  NgDraft draft = new_draft(article, ties[0].other, said);
  draft.relation = ties[0].relation;
  draft.is_single = n == 1;
  draft.edge.first_evidence = first;
  draft.edge.n_evidence = making->evidence->len - first;
  draft.edge.weight = n == 1 ? one->count : draft.edge.n_evidence + bare;
  draft.edge.label = n == 1 ? one->label : join_labels(making, relations, ties, n);
  draft.edge.status = status;
  draft.edge.direction = ties[n - 1].direction;
  if (ng_filter_weight(making->filter, draft.edge.weight))
    g_array_append_val(drafts, draft);
  else
    g_array_set_size(making->evidence, first);
}

static int by_other(const void *a, const void *b)
{
  const Tie *x = a, *y = b;
  if (x->other != y->other)
    return x->other < y->other ? -1 : 1;
  if (x->direction != y->direction)
    return x->direction < y->direction ? -1 : 1;
  return x->relation < y->relation ? -1 : x->relation > y->relation;
}

/* The mutual relations of a run of ties with one other go with those out of the entity, else with those into it. */
static void join_mutual(Tie *ties, guint n)
{
  for (guint i = n; i-- > 0 && ties[i].direction == NG_EDGE_MUTUAL;)
    ties[i].direction = ties[0].direction;
  qsort(ties, n, sizeof *ties, by_other);
}

void ng_ego_draft_marked(NgEgoMaking *making, const NgNetwork *network, uint32_t entity, GArray *drafts)
{
  const NgArticle *article = making->ego.article;
  uint32_t n, n_relations;
  const NgRelation *relations = ng_article_relations(article, &n_relations);
  const uint32_t *own = ng_network_relations_of(network, entity, &n);
  g_autofree Tie *ties = g_new(Tie, (gsize)n + 1);
  guint n_ties = 0;
  for (uint32_t i = 0; i < n; i++) {
    const NgRelation *it = &relations[own[i]];
    if (ng_relation_repeats_role(article, it))
      continue;
    bool out = it->subject == entity;
    if (!ng_filter_takes(making->filter, it) || !takes_other(making, out ? it->object : it->subject))
      continue;
    ties[n_ties++] = (Tie){out ? it->object : it->subject, own[i],
                           (uint8_t)(!it->directed ? NG_EDGE_MUTUAL
                                     : out         ? NG_EDGE_OUT
                                                   : NG_EDGE_IN)};
  }
  qsort(ties, n_ties, sizeof *ties, by_other);
  for (guint i = 0, end; i < n_ties; i = end) {
    for (end = i + 1; end < n_ties && ties[end].other == ties[i].other;)
      end++;
    join_mutual(ties + i, end - i);
    for (guint run = i, next; run < end; run = next) {
      for (next = run + 1; next < end && ties[next].direction == ties[run].direction;)
        next++;
      draft_run(making, relations, ties + run, next - run, drafts);
    }
  }
}

/* Whom a marked relation ties to the entity, whether it is asked for or not. */
static GHashTable *marked_others(const NgEgoMaking *making, const NgNetwork *network, uint32_t entity)
{
  GHashTable *others = g_hash_table_new(NULL, NULL);
  uint32_t n, n_relations;
  const NgRelation *relations = ng_article_relations(making->ego.article, &n_relations);
  const uint32_t *own = ng_network_relations_of(network, entity, &n);
  for (uint32_t i = 0; i < n; i++) {
    const NgRelation *it = &relations[own[i]];
    uint32_t other = it->subject == entity ? it->object : it->subject;
    if (other != entity && !ng_relation_repeats_role(making->ego.article, it))
      g_hash_table_add(others, GUINT_TO_POINTER(other));
  }
  return others;
}

static uint32_t count_others(const GArray *drafts, uint32_t entity)
{
  g_autoptr(GHashTable) others = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < drafts->len; i++)
    if (g_array_index(drafts, NgDraft, i).other != entity)
      g_hash_table_add(others, GUINT_TO_POINTER(g_array_index(drafts, NgDraft, i).other));
  return g_hash_table_size(others);
}

static NgDraft draft_weak(NgEgoMaking *making, const NgCoMention *pair, const NgRange *ranges)
{
  NgDraft draft = new_draft(making->ego.article, pair->b, ranges[0].start);
  draft.edge = (NgEdge){.label = NG_CO_MENTION_LABEL, .weight = pair->count, .direction = NG_EDGE_MUTUAL, .weak = true};
  draft.edge.first_evidence = making->evidence->len;
  draft.edge.n_evidence = pair->count;
  for (uint32_t k = 0; k < pair->count; k++) {
    NgEvidence said = {
        .start = ranges[k].start, .end = ranges[k].end, .relation = NG_NONE, .origin = NG_ORIGIN_CO_MENTION};
    g_array_append_val(making->evidence, said);
  }
  return draft;
}

/* The pairs that may become weak edges: no marked relation ties them, and the filter lets them pass. */
static GArray *weak_pairs(const NgEgoMaking *making, const NgNetwork *network, uint32_t entity,
                          const NgCoMentions *found)
{
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(NgCoMention));
  g_autoptr(GHashTable) marked = marked_others(making, network, entity);
  for (guint i = 0; i < found->pairs->len && ng_filter_takes_weak(making->filter); i++) {
    const NgCoMention *pair = &g_array_index(found->pairs, NgCoMention, i);
    if (!g_hash_table_contains(marked, GUINT_TO_POINTER(pair->b)) && takes_other(making, pair->b) &&
        ng_filter_weight(making->filter, pair->count))
      g_array_append_val(pairs, *pair);
  }
  return pairs;
}

/* Places and organisations would be named with nearly everyone; but where nothing else is known, or kinds are asked for, they are. */
static bool wants_people(const NgEgoMaking *making, const GArray *drafts, const GArray *pairs)
{
  bool people = drafts->len > 0;
  for (guint i = 0; i < pairs->len && !people; i++) {
    uint32_t n;
    people =
        ng_article_entities(making->ego.article, &n)[g_array_index(pairs, NgCoMention, i).b].kind == NG_ENTITY_PERSON;
  }
  return people && !(making->filter && making->filter->kinds);
}

void ng_ego_draft_weak(NgEgoMaking *making, const NgNetwork *network, uint32_t entity, GArray *drafts)
{
  g_autoptr(NgCoMentions) found = ng_co_mentions_of(making->ego.article, entity);
  g_autoptr(GArray) pairs = weak_pairs(making, network, entity, found);
  making->ego.n_neighbours = count_others(drafts, entity) + pairs->len;
  bool people = wants_people(making, drafts, pairs);
  for (guint i = 0, n_weak = 0; i < pairs->len && n_weak < NG_EGO_MAX_DIRECT; i++) {
    const NgCoMention *pair = &g_array_index(pairs, NgCoMention, i);
    uint32_t n;
    if (people && ng_article_entities(making->ego.article, &n)[pair->b].kind != NG_ENTITY_PERSON)
      continue;
    NgDraft draft = draft_weak(making, pair, &g_array_index(found->evidence, NgRange, pair->first_evidence));
    g_array_append_val(drafts, draft);
    n_weak++;
  }
}

/* ---- order ---- */

static int by_order(const void *a, const void *b)
{
  const NgDraft *x = a, *y = b;
  if (x->edge.weak != y->edge.weak)
    return x->edge.weak ? 1 : -1;
  /* The group's keys are all 0 where nothing is grouped. */
  const uint32_t keys[][2] = {{y->group_weight, x->group_weight},
                              {x->group_said, y->group_said},
                              {x->edge.group, y->edge.group},
                              {y->edge.weight, x->edge.weight},
                              {x->said, y->said},
                              {x->kind, y->kind},
                              {x->named, y->named},
                              {x->relation, y->relation},
                              {x->other, y->other}};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

typedef struct {
  uint32_t weight, said;
} Group;

/* The hash of what an edge's group shares. */
static guint hash_group(const void *key)
{
  const NgEdge *edge = key;
  return g_str_hash(edge->label) * 4 + edge->direction;
}

static gboolean equal_group(const void *a, const void *b)
{
  const NgEdge *x = a, *y = b;
  return x->direction == y->direction && x->weak == y->weak && strcmp(x->label, y->label) == 0;
}

static void group_drafts(GArray *drafts)
{
  g_autoptr(GHashTable) index = g_hash_table_new(hash_group, equal_group);
  g_autoptr(GArray) groups = g_array_new(FALSE, FALSE, sizeof(Group));
  for (guint i = 0; i < drafts->len; i++) {
    NgDraft *draft = &g_array_index(drafts, NgDraft, i);
    guint at = GPOINTER_TO_UINT(g_hash_table_lookup(index, &draft->edge));
    if (!at) {
      Group group = {0, draft->said};
      g_array_append_val(groups, group);
      at = groups->len;
      g_hash_table_insert(index, &draft->edge, GUINT_TO_POINTER(at));
    }
    Group *group = &g_array_index(groups, Group, at - 1);
    group->weight += draft->edge.weight;
    group->said = MIN(group->said, draft->said);
    draft->edge.group = at - 1;
  }
  for (guint i = 0; i < drafts->len; i++) {
    NgDraft *draft = &g_array_index(drafts, NgDraft, i);
    draft->group_weight = g_array_index(groups, Group, draft->edge.group).weight;
    draft->group_said = g_array_index(groups, Group, draft->edge.group).said;
  }
}

void ng_ego_sort_drafts(GArray *drafts, bool grouped)
{
  if (grouped)
    group_drafts(drafts);
  g_array_sort(drafts, by_order);
}
