/* The head, the problems, and the end: what was raw is resolved, ranked and sorted into an article. */
#include "model/builder_private.h"
#include "model/room.h"

#include <stdarg.h>
#include <string.h>

void ng_builder_set_head(NgBuilder *b, NgHeadField field, const char *value)
{
  NgHead *head = &b->article->head;
  const char **fields[NG_N_HEAD_FIELDS] = {
      [NG_HEAD_ID] = &head->id,
      [NG_HEAD_URL] = &head->url,
      [NG_HEAD_TITLE] = &head->title,
      [NG_HEAD_BYLINE] = &head->byline,
      [NG_HEAD_PUBLISHER] = &head->publisher,
      [NG_HEAD_LICENCE] = &head->licence,
      [NG_HEAD_DATE] = &head->date,
      [NG_HEAD_DATELINE] = &head->dateline,
      [NG_HEAD_LANGUAGE] = &head->language,
  };
  if (!value || *fields[field] || (field == NG_HEAD_LANGUAGE && strcmp(value, "und") == 0))
    return;
  g_autofree char *line = ng_text_clean_line(value, strlen(value));
  g_autoptr(GString) normal = g_string_new(line);
  ng_text_nfc(normal, 0, NULL, 0);
  if (normal->len)
    *fields[field] = ng_builder_keep(b, normal->str);
}

void ng_builder_keyword(NgBuilder *b, const char *keyword)
{
  if (!keyword)
    return;
  const char *kept = ng_builder_keep_line(b, keyword);
  if (*kept && ng_builder_is_new(b, 'k', NG_NONE, kept, strlen(kept)))
    g_ptr_array_add(b->keywords, (char *)kept);
}

/* A message quotes the source, which may call things as it likes. */
#define MAX_MESSAGE_BYTES 400

void ng_builder_diagnose(NgBuilder *b, uint32_t line, uint32_t column, const char *format, ...)
{
  if (b->article->n_diagnostics++ >= NG_MAX_DIAGNOSTICS)
    return;
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  g_autofree char *clean = ng_text_clean_line(message, strlen(message));
  if (strlen(clean) > MAX_MESSAGE_BYTES) {
    char *cut = g_utf8_find_prev_char(clean, clean + MAX_MESSAGE_BYTES - 2);
    memcpy(cut, "\u2026", 4);
  }
  NgDiagnostic diagnostic = {line, column, ng_builder_keep(b, clean)};
  g_array_append_val(b->article->diagnostics, diagnostic);
}

static int by_line(const void *a, const void *b)
{
  const NgDiagnostic *x = a, *y = b;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

static int by_range(const void *a, const void *b)
{
  const NgRange *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

static int by_start(const void *a, const void *b)
{
  const NgSourceLine *x = a, *y = b;
  return x->start < y->start ? -1 : x->start > y->start;
}

void ng_builder_put_in_order(GArray *array, GCompareFunc compare)
{
  guint size = g_array_get_element_size(array);
  for (guint i = 1; i < array->len; i++)
    if (compare(array->data + (gsize)(i - 1) * size, array->data + (gsize)i * size) > 0) {
      g_array_sort(array, compare);
      return;
    }
}

/* Depths tell, for each mention, how many others it lies in. */
static void nest_mentions(NgArticle *a)
{
  g_autoptr(GArray) around = g_array_new(FALSE, FALSE, sizeof(uint32_t)); /* ends of the mentions that are still open */
  for (uint32_t i = 0; i < a->mentions->len; i++) {
    NgMention *m = &g_array_index(a->mentions, NgMention, i);
    while (around->len && g_array_index(around, uint32_t, around->len - 1) <= m->start)
      g_array_set_size(around, around->len - 1);
    m->depth = (uint8_t)MIN(around->len, 255u);
    g_array_append_val(around, m->end);
  }
}

/* Which marked sentence lies in which, as deep as that is told. */
static void nest_sentences(NgArticle *a)
{
  uint32_t around[NG_MAX_SENTENCE_DEPTH];
  guint n = 0;
  ng_builder_put_in_order(a->sentences, by_range);
  for (uint32_t i = 0; i < a->sentences->len; i++) {
    NgMarkedSentence *s = &g_array_index(a->sentences, NgMarkedSentence, i);
    while (n && g_array_index(a->sentences, NgMarkedSentence, around[n - 1]).end <= s->start)
      n--;
    s->around = n ? around[n - 1] : NG_NONE;
    if (n < NG_MAX_SENTENCE_DEPTH)
      around[n++] = i;
  }
}

static const char *const *strings_of(NgArticle *a, const GPtrArray *list)
{
  static const char *const none[] = {NULL};
  if (!list || !list->len)
    return none;
  const char **strings = g_new0(const char *, list->len + 1);
  memcpy(strings, list->pdata, list->len * sizeof *strings);
  g_ptr_array_add(a->lists, strings);
  return strings;
}

static void put_entities(NgBuilder *b)
{
  NgArticle *a = b->article;
  g_array_set_size(a->entities, b->entities->len);
  for (uint32_t i = 0; i < b->entities->len; i++) {
    const NgRawEntity *raw = &g_array_index(b->entities, NgRawEntity, i);
    g_array_index(a->entities, NgEntity, i) =
        (NgEntity){.id = raw->id,
                   .name = raw->name,
                   .role = raw->role,
                   .short_role = raw->short_role,
                   .country = raw->country,
                   .country_code = {raw->country ? raw->country_code[0] : 0, raw->country ? raw->country_code[1] : 0},
                   .aliases = strings_of(a, raw->aliases),
                   .refs = strings_of(a, raw->refs),
                   .lat_deg = raw->lat_deg,
                   .lon_deg = raw->lon_deg,
                   .line = raw->line,
                   .column = raw->column,
                   .kind = raw->kind,
                   .has_record = raw->has_record};
    g_hash_table_insert(a->entity_by_id, (char *)raw->id, GUINT_TO_POINTER(i + 1));
  }
}

/* A counting sort of the mentions by entity. */
static void index_mentions(NgArticle *a)
{
  NgEntity *entities = (NgEntity *)(void *)a->entities->data;
  const NgMention *mentions = (const NgMention *)(const void *)a->mentions->data;
  for (guint i = 0; i < a->mentions->len; i++)
    entities[mentions[i].entity].n_mentions++;
  uint32_t next = 0;
  for (guint i = 0; i < a->entities->len; i++) {
    entities[i].first_mention = next;
    next += entities[i].n_mentions;
    entities[i].n_mentions = 0;
  }
  ng_room_for_elements(a->mention_index, a->mentions->len);
  g_array_set_size(a->mention_index, a->mentions->len);
  for (uint32_t i = 0; i < a->mentions->len; i++) {
    NgEntity *e = &entities[mentions[i].entity];
    g_array_index(a->mention_index, uint32_t, e->first_mention + e->n_mentions++) = i;
  }
}

static int by_rank(const void *a, const void *b, void *article)
{
  const NgArticle *art = article;
  uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b;
  const NgEntity *x = &g_array_index(art->entities, NgEntity, i), *y = &g_array_index(art->entities, NgEntity, k);
  if (x->n_mentions != y->n_mentions)
    return x->n_mentions > y->n_mentions ? -1 : 1;
  if (x->n_mentions) {
    i = g_array_index(art->mention_index, uint32_t, x->first_mention);
    k = g_array_index(art->mention_index, uint32_t, y->first_mention);
  }
  return i < k ? -1 : i > k;
}

static void rank_entities(NgArticle *a)
{
  for (uint32_t i = 0; i < a->entities->len; i++)
    g_array_append_val(a->ranked[g_array_index(a->entities, NgEntity, i).kind], i);
  for (int kind = 0; kind < NG_N_ENTITY_KINDS; kind++)
    g_array_sort_with_data(a->ranked[kind], by_rank, a);
}

static void number_paragraphs(NgArticle *a)
{
  uint32_t number = 0;
  ng_room_for_elements(a->paragraph_numbers, a->blocks->len);
  for (guint i = 0; i < a->blocks->len; i++) {
    const NgBlock *block = &g_array_index(a->blocks, NgBlock, i);
    uint8_t kind = block->kind;
    uint32_t own = 0;
    if (kind == NG_BLOCK_NOTE) {
      uint32_t host = ng_article_last_from(a->blocks, block->anchor);
      own = host < i ? g_array_index(a->paragraph_numbers, uint32_t, host) : number;
    } else if (kind != NG_BLOCK_TITLE && kind != NG_BLOCK_HEADING) {
      number += kind != NG_BLOCK_VERSE || block->level == NG_VERSE_FIRST; /* a stanza is one */
      own = number;
    }
    g_array_append_val(a->paragraph_numbers, own);
  }
}

void ng_builder_free(NgBuilder *b)
{
  if (!b)
    return;
  ng_article_free(b->article);
  g_ptr_array_unref(b->flows);
  g_ptr_array_unref(b->keywords);
  for (guint i = 0; i < b->entities->len; i++) {
    NgRawEntity *raw = &g_array_index(b->entities, NgRawEntity, i);
    g_clear_pointer(&raw->aliases, g_ptr_array_unref);
    g_clear_pointer(&raw->refs, g_ptr_array_unref);
  }
  for (guint i = 0; i < b->relations->len; i++) {
    NgRawRelation *raw = &g_array_index(b->relations, NgRawRelation, i);
    g_clear_pointer(&raw->active, g_array_unref);
    g_clear_pointer(&raw->passive, g_array_unref);
    g_clear_pointer(&raw->mutual, g_array_unref);
  }
  GArray *arrays[] = {b->mentions,  b->statements, b->stand_ins,      b->entities,        b->keys,
                      b->relations, b->around,     b->passage_ranges, b->found_relations, b->found_evidence};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_free(arrays[i], TRUE);
  g_hash_table_unref(b->key_index);
  g_hash_table_unref(b->entity_by_key);
  g_clear_pointer(&b->marked, g_array_unref);
  g_clear_pointer(&b->corrections, g_ptr_array_unref);
  g_clear_pointer(&b->found_index, g_hash_table_unref);
  g_hash_table_unref(b->passages);
  g_hash_table_unref(b->listed);
  g_hash_table_unref(b->rules);
  g_hash_table_unref(b->next_numbers);
  g_free(b);
}

NgArticle *ng_builder_finish(NgBuilder *b)
{
  ng_builder_end_text(b);
  ng_builder_resolve_mentions(b);
  ng_builder_resolve_statements(b);
  ng_builder_resolve_relations(b);
  ng_builder_resolve_found_relations(b);
  ng_builder_name_entities(b);
  ng_builder_apply_corrections(b);
  ng_builder_name_entities(b);
  put_entities(b);
  NgArticle *a = b->article;
  a->head.keywords = strings_of(a, b->keywords);
  nest_mentions(a);
  ng_builder_put_in_order(a->styles, by_range);
  ng_builder_put_in_order(a->links, by_range);
  nest_sentences(a);
  ng_builder_put_in_order(a->diagnostics, by_line);
  ng_builder_put_in_order(a->lines, by_start);
  index_mentions(a);
  rank_entities(a);
  number_paragraphs(a);
  b->article = NULL;
  ng_builder_free(b);
  return a;
}
