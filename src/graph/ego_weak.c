/* Ties that no one marked: who is named in one sentence with the ego. */
#include "graph/ego_private.h"

#include "model/co_mention.h"

/* One sentence that names the member and another. */
typedef struct {
  uint32_t other;
  NgEvidence said;
} Shared;

/* Another, and its slice of the sentences. */
typedef struct {
  uint32_t other;
  guint first;
  uint32_t count;
} Pair;

static uint64_t said_at(const GArray *shared, const Pair *pair)
{
  const NgEvidence *said = &g_array_index(shared, Shared, pair->first).said;
  return (uint64_t)said->article << 32 | said->start;
}

/* ---- who shares a sentence with it ---- */

static void add_article(const NgEgoMaking *making, NgWholePlace place, GArray *shared)
{
  const NgNetwork *network = making->network;
  uint32_t n;
  g_autoptr(NgCoMentions) found = ng_co_mentions_of(ng_network_articles(network, &n)[place.article], place.entity);
  for (guint i = 0; i < found->pairs->len; i++) {
    const NgCoMention *pair = &g_array_index(found->pairs, NgCoMention, i);
    Shared it = {.other = ng_network_member(network, (NgWholePlace){place.article, pair->b})};
    for (uint32_t k = 0; k < pair->count; k++) {
      NgRange range = g_array_index(found->evidence, NgRange, pair->first_evidence + k);
      it.said = (NgEvidence){.start = range.start,
                             .end = range.end,
                             .relation = NG_NONE,
                             .origin = NG_ORIGIN_CO_MENTION,
                             .article = place.article};
      g_array_append_val(shared, it);
    }
  }
}

static int by_other(const void *a, const void *b)
{
  const Shared *x = a, *y = b;
  return x->other < y->other ? -1 : x->other > y->other;
}

static int by_weight(const void *a, const void *b, void *shared)
{
  const Pair *x = a, *y = b;
  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  uint64_t i = said_at(shared, x), k = said_at(shared, y);
  return i < k ? -1 : i > k;
}

/* All pairs, most sentences first, then earliest; `shared` gets their sentences, those of a pair in the order of articles and text. */
static GArray *pairs_of(const NgEgoMaking *making, uint32_t member, GArray *shared)
{
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
  uint32_t n;
  const NgWholePlace *places = ng_network_places(making->network, member, &n);
  for (uint32_t i = 0; i < n; i++)
    add_article(making, places[i], shared);
  g_array_sort(shared, by_other); /* stable */
  for (guint i = 0, end; i < shared->len; i = end) {
    uint32_t other = g_array_index(shared, Shared, i).other;
    for (end = i + 1; end < shared->len && g_array_index(shared, Shared, end).other == other;)
      end++;
    Pair pair = {other, i, end - i};
    g_array_append_val(pairs, pair);
  }
  g_array_sort_with_data(pairs, by_weight, shared);
  return pairs;
}

/* ---- those that become edges ---- */

/* Whom a marked relation ties to the member, whether it is asked for or not. */
static GHashTable *marked_others(const NgEgoMaking *making, uint32_t member)
{
  GHashTable *others = g_hash_table_new(NULL, NULL);
  uint32_t n;
  const uint32_t *own = ng_network_relations_of(making->network, member, &n);
  for (uint32_t i = 0; i < n; i++) {
    bool out;
    uint32_t other = ng_ego_other(making, own[i], member, &out);
    if (other != member && !ng_ego_repeats_role(making, own[i]))
      g_hash_table_add(others, GUINT_TO_POINTER(other));
  }
  return others;
}

static uint32_t count_others(const GArray *drafts, uint32_t member)
{
  g_autoptr(GHashTable) others = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < drafts->len; i++)
    if (g_array_index(drafts, NgDraft, i).other != member)
      g_hash_table_add(others, GUINT_TO_POINTER(g_array_index(drafts, NgDraft, i).other));
  return g_hash_table_size(others);
}

static NgEntityKind kind_of(const NgEgoMaking *making, const Pair *pair)
{
  return ng_network_entity(making->network, pair->other)->kind;
}

/* Leaves of the pairs those that may become edges: no marked relation ties them, and the filter lets them pass. */
static void keep_asked(const NgEgoMaking *making, uint32_t member, GArray *pairs)
{
  g_autoptr(GHashTable) marked = marked_others(making, member);
  guint kept = 0;
  for (guint i = 0; i < pairs->len && ng_filter_takes_weak(making->filter); i++) {
    const Pair *pair = &g_array_index(pairs, Pair, i);
    if (!g_hash_table_contains(marked, GUINT_TO_POINTER(pair->other)) &&
        ng_filter_kind(making->filter, kind_of(making, pair)) && ng_filter_weight(making->filter, pair->count))
      g_array_index(pairs, Pair, kept++) = *pair;
  }
  g_array_set_size(pairs, kept);
}

/* Places and organisations would be named with nearly everyone; but where nothing else is known, or kinds are asked for, they are. */
static bool wants_people(const NgEgoMaking *making, const GArray *drafts, const GArray *pairs)
{
  bool people = drafts->len > 0;
  for (guint i = 0; i < pairs->len && !people; i++)
    people = kind_of(making, &g_array_index(pairs, Pair, i)) == NG_ENTITY_PERSON;
  return people && !(making->filter && making->filter->kinds);
}

static NgDraft draft_of(NgEgoMaking *making, const GArray *shared, const Pair *pair)
{
  NgDraft draft = ng_ego_new_draft(making, pair->other, said_at(shared, pair));
  draft.edge = (NgEdge){.label = NG_CO_MENTION_LABEL, .weight = pair->count, .direction = NG_EDGE_MUTUAL, .weak = true};
  draft.edge.first_evidence = making->evidence->len;
  draft.edge.n_evidence = pair->count;
  for (uint32_t k = 0; k < pair->count; k++)
    g_array_append_val(making->evidence, g_array_index(shared, Shared, pair->first + k).said);
  return draft;
}

void ng_ego_draft_weak(NgEgoMaking *making, uint32_t member, GArray *drafts)
{
  g_autoptr(GArray) shared = g_array_new(FALSE, FALSE, sizeof(Shared));
  g_autoptr(GArray) pairs = pairs_of(making, member, shared);
  keep_asked(making, member, pairs);
  making->ego.n_neighbours = count_others(drafts, member) + pairs->len;
  bool people = wants_people(making, drafts, pairs);
  for (guint i = 0, n_weak = 0; i < pairs->len && n_weak < NG_EGO_MAX_DIRECT; i++) {
    const Pair *pair = &g_array_index(pairs, Pair, i);
    if (people && kind_of(making, pair) != NG_ENTITY_PERSON)
      continue;
    NgDraft draft = draft_of(making, shared, pair);
    g_array_append_val(drafts, draft);
    n_weak++;
  }
}
