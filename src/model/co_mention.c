#include "model/co_mention.h"

#include "model/article_private.h"

#include <string.h>

/* One entity named with another in one sentence. */
typedef struct {
  uint64_t pair; /* a << 32 | b */
  NgRange sentence;
} Tie;

typedef struct {
  const NgArticle *article;
  uint32_t only; /* the entity asked for, or NG_NONE for all */
  GArray *ties;  /* Tie, in text order */
} Gathering;

/* Of one that is mentioned. */
static uint32_t first_mention_of(const NgArticle *a, uint32_t entity)
{
  uint32_t n;
  return ng_article_mentions_of(a, entity, &n)[0];
}

static void tie(Gathering *g, uint32_t a, uint32_t b, NgRange sentence)
{
  if (g->only == b || (g->only == NG_NONE && first_mention_of(g->article, b) < first_mention_of(g->article, a))) {
    uint32_t other = a;
    a = b;
    b = other;
  }
  if (g->only != NG_NONE && g->only != a)
    return;
  Tie t = {(uint64_t)a << 32 | b, sentence};
  g_array_append_val(g->ties, t);
}

/* Ties the entities of the mentions from `first` on that start in the sentence. Returns the first mention after it. */
static uint32_t tie_sentence(Gathering *g, NgRange sentence, uint32_t first)
{
  uint32_t n_mentions, n = 0, who[NG_CO_MENTION_MAX];
  const NgMention *mentions = ng_article_mentions(g->article, &n_mentions);
  bool too_many = false;
  uint32_t i = first;
  for (; i < n_mentions && mentions[i].start < sentence.end; i++) {
    uint32_t k = 0;
    while (k < n && who[k] != mentions[i].entity)
      k++;
    if (k < n)
      continue;
    if (n == NG_CO_MENTION_MAX)
      too_many = true;
    else
      who[n++] = mentions[i].entity;
  }
  for (uint32_t a = 0; a < n && !too_many; a++)
    for (uint32_t b = a + 1; b < n; b++)
      tie(g, who[a], who[b], sentence);
  return i;
}

static int by_pair(const void *a, const void *b)
{
  const Tie *x = a, *y = b;
  return x->pair < y->pair ? -1 : x->pair > y->pair;
}

static int by_weight(const void *a, const void *b, void *evidence)
{
  const NgCoMention *x = a, *y = b;
  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  uint32_t i = g_array_index((GArray *)evidence, NgRange, x->first_evidence).start;
  uint32_t k = g_array_index((GArray *)evidence, NgRange, y->first_evidence).start;
  return i < k ? -1 : i > k;
}

static NgCoMentions *collect(Gathering *g)
{
  NgCoMentions *result = g_new0(NgCoMentions, 1);
  result->pairs = g_array_new(FALSE, FALSE, sizeof(NgCoMention));
  result->evidence = g_array_sized_new(FALSE, FALSE, sizeof(NgRange), g->ties->len);
  g_array_sort(g->ties, by_pair); /* stable: the sentences of a pair stay in text order */
  for (guint i = 0; i < g->ties->len;) {
    uint64_t pair = g_array_index(g->ties, Tie, i).pair;
    NgCoMention found = {(uint32_t)(pair >> 32), (uint32_t)pair, result->evidence->len, 0};
    for (; i < g->ties->len && g_array_index(g->ties, Tie, i).pair == pair; i++, found.count++)
      g_array_append_val(result->evidence, g_array_index(g->ties, Tie, i).sentence);
    g_array_append_val(result->pairs, found);
  }
  g_array_sort_with_data(result->pairs, by_weight, result->evidence);
  g_array_free(g->ties, TRUE);
  return result;
}

NgCoMentions *ng_co_mentions_all(const NgArticle *article)
{
  Gathering g = {article, NG_NONE, g_array_new(FALSE, FALSE, sizeof(Tie))};
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(article, &n);
  for (uint32_t i = 0; i < n;) {
    uint32_t next = tie_sentence(&g, ng_article_outermost_sentence_at(article, mentions[i].start), i);
    i = MAX(next, i + 1);
  }
  return collect(&g);
}

NgCoMentions *ng_co_mentions_of(const NgArticle *article, uint32_t entity)
{
  Gathering g = {article, entity, g_array_new(FALSE, FALSE, sizeof(Tie))};
  uint32_t n, n_mentions, after = 0;
  const NgMention *mentions = ng_article_mentions(article, &n_mentions);
  const uint32_t *own = ng_article_mentions_of(article, entity, &n);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t start = mentions[own[i]].start;
    if (start < after)
      continue;
    NgRange sentence = ng_article_outermost_sentence_at(article, start);
    after = sentence.end;
    tie_sentence(&g, sentence, ng_article_first_mention_from(article, sentence.start));
  }
  return collect(&g);
}

void ng_co_mentions_free(NgCoMentions *pairs)
{
  if (!pairs)
    return;
  g_array_free(pairs->pairs, TRUE);
  g_array_free(pairs->evidence, TRUE);
  g_free(pairs);
}
