#include "model/article_private.h"

#include <string.h>

NgArticle *ng_article_new(void)
{
  NgArticle *a = g_new0(NgArticle, 1);
  a->text = g_string_new(NULL);
  a->blocks = g_array_new(FALSE, FALSE, sizeof(NgBlock));
  a->mentions = g_array_new(FALSE, FALSE, sizeof(NgMention));
  a->styles = g_array_new(FALSE, FALSE, sizeof(NgStyleRange));
  a->links = g_array_new(FALSE, FALSE, sizeof(NgLink));
  a->sentences = g_array_new(FALSE, FALSE, sizeof(NgMarkedSentence));
  a->entities = g_array_new(FALSE, FALSE, sizeof(NgEntity));
  a->relations = g_array_new(FALSE, FALSE, sizeof(NgRelation));
  a->attributes = g_array_new(FALSE, FALSE, sizeof(NgAttribute));
  a->evidence = g_array_new(FALSE, FALSE, sizeof(NgRange));
  a->diagnostics = g_array_new(FALSE, FALSE, sizeof(NgDiagnostic));
  a->mention_index = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (int kind = 0; kind < NG_N_ENTITY_KINDS; kind++)
    a->ranked[kind] = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  a->paragraph_numbers = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  a->lines = g_array_new(FALSE, FALSE, sizeof(NgSourceLine));
  a->entity_by_id = g_hash_table_new(g_str_hash, g_str_equal);
  a->rules = g_ptr_array_new();
  a->lists = g_ptr_array_new_with_free_func(g_free);
  a->strings = g_string_chunk_new(4096);
  return a;
}

void ng_article_free(NgArticle *a)
{
  if (!a)
    return;
  GArray *arrays[] = {a->blocks,        a->mentions,          a->styles,     a->links,    a->sentences,
                      a->entities,      a->relations,         a->attributes, a->evidence, a->diagnostics,
                      a->mention_index, a->paragraph_numbers, a->lines};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_free(arrays[i], TRUE);
  for (int kind = 0; kind < NG_N_ENTITY_KINDS; kind++)
    g_array_free(a->ranked[kind], TRUE);
  g_hash_table_unref(a->entity_by_id);
  g_ptr_array_unref(a->rules);
  g_ptr_array_unref(a->lists);
  g_string_chunk_free(a->strings);
  g_string_free(a->text, TRUE);
  g_free(a);
}

const NgHead *ng_article_head(const NgArticle *a)
{
  return &a->head;
}

const char *ng_article_text(const NgArticle *a, uint32_t *bytes)
{
  if (bytes)
    *bytes = (uint32_t)a->text->len;
  return a->text->str;
}

static const void *array_of(const GArray *array, uint32_t *n)
{
  *n = array->len;
  return array->data;
}

const NgBlock *ng_article_blocks(const NgArticle *a, uint32_t *n)
{
  return array_of(a->blocks, n);
}

const NgMention *ng_article_mentions(const NgArticle *a, uint32_t *n)
{
  return array_of(a->mentions, n);
}

const NgStyleRange *ng_article_styles(const NgArticle *a, uint32_t *n)
{
  return array_of(a->styles, n);
}

const NgLink *ng_article_links(const NgArticle *a, uint32_t *n)
{
  return array_of(a->links, n);
}

const NgMarkedSentence *ng_article_marked_sentences(const NgArticle *a, uint32_t *n)
{
  return array_of(a->sentences, n);
}

const NgEntity *ng_article_entities(const NgArticle *a, uint32_t *n)
{
  return array_of(a->entities, n);
}

const NgRelation *ng_article_relations(const NgArticle *a, uint32_t *n)
{
  return array_of(a->relations, n);
}

const NgAttribute *ng_article_attributes(const NgArticle *a, uint32_t *n)
{
  return array_of(a->attributes, n);
}

const NgDiagnostic *ng_article_diagnostics(const NgArticle *a, uint32_t *n, uint32_t *total)
{
  if (total)
    *total = a->n_diagnostics;
  return array_of(a->diagnostics, n);
}

const uint32_t *ng_article_ranked(const NgArticle *a, NgEntityKind kind, uint32_t *n)
{
  return array_of(a->ranked[kind], n);
}

/* The elements from `first` on; NULL where there is none at all. */
static const void *from(const GArray *array, uint32_t first)
{
  return array->len ? array->data + (gsize)first * g_array_get_element_size((GArray *)array) : NULL;
}

const uint32_t *ng_article_mentions_of(const NgArticle *a, uint32_t entity, uint32_t *n)
{
  const NgEntity *e = &g_array_index(a->entities, NgEntity, entity);
  *n = e->n_mentions;
  return from(a->mention_index, e->first_mention);
}

const NgRange *ng_article_evidence(const NgArticle *a, uint32_t first_evidence)
{
  return from(a->evidence, first_evidence);
}

static uint32_t start_of(const GArray *sorted, uint32_t index)
{
  uint32_t start;
  memcpy(&start, sorted->data + (gsize)index * g_array_get_element_size((GArray *)sorted), sizeof start);
  return start;
}

uint32_t ng_article_last_from(const GArray *sorted, uint32_t pos)
{
  uint32_t low = 0, high = sorted->len;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (start_of(sorted, middle) <= pos)
      low = middle + 1;
    else
      high = middle;
  }
  return low ? low - 1 : NG_NONE;
}

uint32_t ng_article_block_at(const NgArticle *a, uint32_t pos)
{
  return ng_article_last_from(a->blocks, pos);
}

uint32_t ng_article_mention_at(const NgArticle *a, uint32_t pos)
{
  uint32_t i = ng_article_last_from(a->mentions, pos);
  if (i == NG_NONE)
    return NG_NONE;
  const NgMention *mentions = (const NgMention *)(const void *)a->mentions->data;
  for (unsigned depth = 256; i != NG_NONE && depth > 0; i--) {
    /* This one, or what it is nested in; of depths that can no longer be told apart, any. */
    if (mentions[i].depth < depth || mentions[i].depth == UINT8_MAX) {
      if (mentions[i].end > pos)
        return i;
      depth = mentions[i].depth;
    }
    if (i == 0)
      break;
  }
  return NG_NONE;
}

uint32_t ng_article_first_mention_from(const NgArticle *a, uint32_t pos)
{
  uint32_t last = pos ? ng_article_last_from(a->mentions, pos - 1) : NG_NONE;
  return last == NG_NONE ? 0 : last + 1;
}

uint32_t ng_article_mention_ordinal(const NgArticle *a, uint32_t mention)
{
  uint32_t n, entity = g_array_index(a->mentions, NgMention, mention).entity;
  const uint32_t *of = ng_article_mentions_of(a, entity, &n);
  uint32_t low = 0, high = n;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (of[middle] < mention)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const char *ng_article_rule(const NgArticle *a, uint8_t rule)
{
  return rule ? g_ptr_array_index(a->rules, rule - 1u) : NULL;
}

static NgMarkedSentence marked_sentence(const NgArticle *a, uint32_t index)
{
  return g_array_index(a->sentences, NgMarkedSentence, index);
}

/* The innermost or outermost marked sentence around pos, or an empty range; then `gap` becomes what lies around pos between marked ones. */
static NgRange marked_around(const NgArticle *a, uint32_t pos, bool outermost, NgRange *gap)
{
  NgRange found = {pos, pos};
  uint32_t last = ng_article_last_from(a->sentences, pos), next = last == NG_NONE ? 0 : last + 1;
  if (next < a->sentences->len)
    gap->end = MIN(gap->end, marked_sentence(a, next).start);
  for (uint32_t s = last; s != NG_NONE; s = marked_sentence(a, s).around) {
    NgMarkedSentence it = marked_sentence(a, s);
    if (it.end > pos)
      found = (NgRange){it.start, it.end};
    if (it.end > pos && !outermost)
      break;
    gap->start = MAX(gap->start, it.end);
  }
  return found;
}

static NgRange sentence_at(const NgArticle *a, uint32_t pos, bool outermost)
{
  uint32_t b = ng_article_block_at(a, pos);
  if (b == NG_NONE)
    return (NgRange){0, 0};
  const NgBlock *block = &g_array_index(a->blocks, NgBlock, b);
  pos = MIN(pos, block->end - 1);
  NgRange gap = {block->start, block->end};
  NgRange sentence = marked_around(a, pos, outermost, &gap);
  if (sentence.start == sentence.end)
    sentence = ng_text_sentence_at(a->text->str, gap, pos);
  if (sentence.start == sentence.end) /* the white space between two marked ones */
    sentence = ng_text_sentence_at(a->text->str, (NgRange){block->start, block->end}, pos);
  return sentence;
}

NgRange ng_article_sentence_at(const NgArticle *a, uint32_t pos)
{
  return sentence_at(a, pos, false);
}

NgRange ng_article_outermost_sentence_at(const NgArticle *a, uint32_t pos)
{
  return sentence_at(a, pos, true);
}

uint32_t ng_article_paragraph_number(const NgArticle *a, uint32_t block)
{
  return g_array_index(a->paragraph_numbers, uint32_t, block);
}

uint32_t ng_article_line_at(const NgArticle *a, uint32_t pos)
{
  uint32_t i = ng_article_last_from(a->lines, pos);
  return i == NG_NONE ? 0 : g_array_index(a->lines, NgSourceLine, i).line;
}

uint32_t ng_article_entity_by_id(const NgArticle *a, const char *id)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(a->entity_by_id, id)) - 1u;
}
