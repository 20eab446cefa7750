/* The passages of the text that an xml:id names: every marked sentence, and what else is evidence. */
#include "export/tei_private.h"

#include <string.h>

static int by_range(const void *a, const void *b)
{
  const NgTeiPassage *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return y->is_sentence - x->is_sentence;
}

/* The number of an id that is `s` once or more and then digits, as far as its letters go; else 0. */
static gsize letters_of(const char *id)
{
  gsize letters = strspn(id, "s"), digits = strspn(id + letters, "0123456789");
  return digits && !id[letters + digits] ? letters : 0;
}

static void choose_prefix(NgTeiWriter *w)
{
  gsize most = 0;
  for (uint32_t i = 0; i < w->n_entities; i++)
    most = MAX(most, letters_of(w->entities[i].id));
  w->passage_prefix = g_strnfill(most + 1, 's');
}

static void add_evidence(NgTeiWriter *w, uint32_t first, uint32_t n)
{
  const NgRange *evidence = ng_article_evidence(w->article, first);
  for (uint32_t i = 0; i < n; i++) {
    NgTeiPassage passage = {evidence[i].start, evidence[i].end, false};
    g_array_append_val(w->passages, passage);
  }
}

/* Of several over the same text one is enough for evidence; sentences stay. */
static void leave_out_repeated(GArray *passages)
{
  guint kept = 0;
  for (guint i = 0; i < passages->len; i++) {
    const NgTeiPassage *it = &g_array_index(passages, NgTeiPassage, i);
    const NgTeiPassage *last = kept ? &g_array_index(passages, NgTeiPassage, kept - 1) : NULL;
    if (!it->is_sentence && last && last->start == it->start && last->end == it->end)
      continue;
    g_array_index(passages, NgTeiPassage, kept++) = *it;
  }
  g_array_set_size(passages, kept);
}

void ng_tei_find_passages(NgTeiWriter *w)
{
  uint32_t n, last = NG_NONE;
  const NgMarkedSentence *sentences = ng_article_marked_sentences(w->article, &n);
  w->passages = g_array_new(FALSE, FALSE, sizeof(NgTeiPassage));
  for (uint32_t i = 0; i < n; i++) {
    NgTeiPassage passage = {sentences[i].start, sentences[i].end, true};
    g_array_append_val(w->passages, passage);
  }
  for (uint32_t i = 0; i < w->n_relations; i++) {
    if (w->relations[i].first_evidence != last) /* the pairs of one statement share theirs */
      add_evidence(w, w->relations[i].first_evidence, w->relations[i].n_evidence);
    last = w->relations[i].n_evidence ? w->relations[i].first_evidence : NG_NONE;
  }
  const NgAttribute *attributes = ng_article_attributes(w->article, &n);
  for (uint32_t i = 0; i < n; i++)
    add_evidence(w, attributes[i].first_evidence, attributes[i].n_evidence);
  g_array_sort(w->passages, by_range);
  leave_out_repeated(w->passages);
  choose_prefix(w);
}

/* The number of the passage that is this range. */
static guint number_of(const NgTeiWriter *w, const NgRange *range)
{
  NgTeiPassage wanted = {range->start, range->end, true}; /* before any other of the range */
  guint low = 0, high = w->passages->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (by_range(&g_array_index(w->passages, NgTeiPassage, middle), &wanted) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low + 1;
}

void ng_tei_put_sources(NgTeiWriter *w, uint32_t first_evidence, uint32_t n_evidence)
{
  const NgRange *evidence = ng_article_evidence(w->article, first_evidence);
  for (uint32_t i = 0; i < n_evidence; i++)
    fprintf(w->out, "%s#%s%u", i ? " " : " source=\"", w->passage_prefix, number_of(w, &evidence[i]));
  if (n_evidence)
    putc_unlocked('"', w->out);
}
