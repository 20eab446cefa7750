/* From marked relations to edges: those of one pair put together, weighed, sorted. */
#include "graph/ego_private.h"
#include "graph/labels.h"

#include <string.h>

/* One relation of the member to another, by number; a run of them with one other and direction becomes an edge. */
typedef struct {
  uint32_t other, relation;
  uint8_t direction;
} Tie;

static const NgArticle *article_at(const NgEgoMaking *making, uint32_t article)
{
  uint32_t n;
  return ng_network_articles(making->network, &n)[article];
}

static const NgRelation *relation_at(const NgEgoMaking *making, uint32_t relation)
{
  return ng_network_relation(making->network, relation, NULL, NULL);
}

bool ng_ego_repeats_role(const NgEgoMaking *making, uint32_t relation)
{
  uint32_t article;
  const NgRelation *it = ng_network_relation(making->network, relation, &article, NULL);
  return ng_relation_repeats_role(article_at(making, article), it);
}

/* ---- evidence ---- */

void ng_ego_add_evidence(NgEgoMaking *making, uint32_t relation)
{
  NgEvidence found = {0};
  const NgRelation *it = ng_network_relation(making->network, relation, &found.article, &found.relation);
  const NgRange *ranges = ng_article_evidence(article_at(making, found.article), it->first_evidence);
  for (uint32_t i = 0; i < it->n_evidence; i++) {
    found.start = ranges[i].start;
    found.end = ranges[i].end;
    found.origin = it->origin;
    g_array_append_val(making->evidence, found);
  }
}

/* Where a relation is first said, in an order that goes through all articles. */
static uint64_t said_at(const NgEgoMaking *making, uint32_t relation)
{
  uint32_t article;
  const NgRelation *it = ng_network_relation(making->network, relation, &article, NULL);
  uint32_t pos = ng_relation_said_at(article_at(making, article), it);
  return pos == NG_NONE ? NG_NOT_SAID : (uint64_t)article << 32 | pos;
}

/* ---- what the filter lets pass ---- */

static bool takes_other(const NgEgoMaking *making, uint32_t other)
{
  return ng_filter_kind(making->filter, ng_network_entity(making->network, other)->kind);
}

/* ---- drafts ---- */

/* The different labels of a run of ties, those of most sentences first. */
static const char *join_labels(NgEgoMaking *making, const Tie *ties, guint n)
{
  g_autoptr(NgLabels) labels = ng_labels_new();
  for (guint i = 0; i < n; i++) {
    const NgRelation *it = relation_at(making, ties[i].relation);
    ng_labels_add(labels, it->label, it->count, said_at(making, ties[i].relation));
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

/* The same of a member, in the article of what is said. */
static uint32_t named_after(const NgEgoMaking *making, uint32_t member, uint64_t said)
{
  uint32_t n, article = (uint32_t)(said >> 32);
  const NgWholePlace *places = ng_network_places(making->network, member, &n);
  for (uint32_t i = 0; i < n && said != NG_NOT_SAID; i++)
    if (places[i].article == article)
      return named_from(article_at(making, article), places[i].entity, (uint32_t)said);
  return NG_NONE;
}

NgDraft ng_ego_new_draft(const NgEgoMaking *making, uint32_t other, uint64_t said)
{
  NgDraft draft = {.other = other, .said = said, .relation = NG_NONE};
  draft.kind = ng_network_entity(making->network, other)->kind;
  draft.named = named_after(making, other, said);
  return draft;
}

static bool is_unsure(const NgEgoMaking *making, const NgRelation *it)
{
  return it->origin == NG_ORIGIN_ANNOTATOR && it->confidence && it->confidence < making->weak_below;
}

static void draft_run(NgEgoMaking *making, const Tie *ties, guint n, GArray *drafts)
{
  const NgRelation *one = relation_at(making, ties[0].relation);
  uint32_t first = making->evidence->len, bare = 0;
  uint64_t said = said_at(making, ties[0].relation);
  const char *status = one->status;
  bool unsure = is_unsure(making, one);
  for (guint i = 0; n > 1 && i < n; i++) {
    const NgRelation *it = relation_at(making, ties[i].relation);
    ng_ego_add_evidence(making, ties[i].relation);
    bare += it->n_evidence == 0;
    uint64_t at = said_at(making, ties[i].relation);
    said = MIN(said, at);
    if (g_strcmp0(status, it->status) != 0)
      status = NULL;
    unsure = unsure && is_unsure(making, it);
  }
  ng_evidence_merge(making->evidence, first);
  NgDraft draft = ng_ego_new_draft(making, ties[0].other, said);
  draft.relation = ties[0].relation;
  draft.is_single = n == 1;
  draft.edge.first_evidence = first;
  draft.edge.n_evidence = making->evidence->len - first;
  draft.edge.weight = n == 1 ? one->count : draft.edge.n_evidence + bare;
  draft.edge.label = n == 1 ? one->label : join_labels(making, ties, n);
  draft.edge.status = status;
  draft.edge.unsure = unsure;
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

/* The mutual relations of a run of ties with one other go with those out of the member, else with those into it. */
static void join_mutual(Tie *ties, guint n)
{
  for (guint i = n; i-- > 0 && ties[i].direction == NG_EDGE_MUTUAL;)
    ties[i].direction = ties[0].direction;
  qsort(ties, n, sizeof *ties, by_other);
}

uint32_t ng_ego_other(const NgEgoMaking *making, uint32_t relation, uint32_t member, bool *out)
{
  uint32_t article;
  const NgRelation *it = ng_network_relation(making->network, relation, &article, NULL);
  uint32_t subject = ng_network_member(making->network, (NgWholePlace){article, it->subject});
  *out = subject == member;
  return *out ? ng_network_member(making->network, (NgWholePlace){article, it->object}) : subject;
}

/* The relations of the member that say something and are asked for; `n_ties` gets their number. The caller frees them. */
static Tie *ties_of(const NgEgoMaking *making, uint32_t member, guint *n_ties)
{
  uint32_t n;
  const uint32_t *own = ng_network_relations_of(making->network, member, &n);
  Tie *ties = g_new(Tie, (gsize)n + 1);
  *n_ties = 0;
  for (uint32_t i = 0; i < n; i++) {
    bool out;
    const NgRelation *it = relation_at(making, own[i]);
    uint32_t other = ng_ego_other(making, own[i], member, &out);
    if (ng_ego_repeats_role(making, own[i]) || !ng_filter_takes(making->filter, it) || !takes_other(making, other))
      continue;
    ties[(*n_ties)++] = (Tie){other, own[i],
                              (uint8_t)(!it->directed ? NG_EDGE_MUTUAL
                                        : out         ? NG_EDGE_OUT
                                                      : NG_EDGE_IN)};
  }
  return ties;
}

void ng_ego_draft_marked(NgEgoMaking *making, uint32_t member, GArray *drafts)
{
  guint n_ties;
  g_autofree Tie *ties = ties_of(making, member, &n_ties);
  qsort(ties, n_ties, sizeof *ties, by_other);
  for (guint i = 0, end; i < n_ties; i = end) {
    for (end = i + 1; end < n_ties && ties[end].other == ties[i].other;)
      end++;
    join_mutual(ties + i, end - i);
    for (guint run = i, next; run < end; run = next) {
      for (next = run + 1; next < end && ties[next].direction == ties[run].direction;)
        next++;
      draft_run(making, ties + run, next - run, drafts);
    }
  }
}

/* ---- order ---- */

static int by_order(const void *a, const void *b)
{
  const NgDraft *x = a, *y = b;
  if (x->edge.weak != y->edge.weak)
    return x->edge.weak ? 1 : -1;
  /* The group's keys are all 0 where nothing is grouped. */
  const uint64_t keys[][2] = {{y->group_weight, x->group_weight},
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
  uint64_t said;
  uint32_t weight;
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
  return x->direction == y->direction && x->weak == y->weak && x->unsure == y->unsure &&
         strcmp(x->label, y->label) == 0;
}

static void group_drafts(GArray *drafts)
{
  g_autoptr(GHashTable) index = g_hash_table_new(hash_group, equal_group);
  g_autoptr(GArray) groups = g_array_new(FALSE, FALSE, sizeof(Group));
  for (guint i = 0; i < drafts->len; i++) {
    NgDraft *draft = &g_array_index(drafts, NgDraft, i);
    guint at = GPOINTER_TO_UINT(g_hash_table_lookup(index, &draft->edge));
    if (!at) {
      Group group = {draft->said, 0};
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
