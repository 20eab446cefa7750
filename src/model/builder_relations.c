/* Relations as the source marks them: kept raw until every pointer can be resolved. */
#include "model/builder_private.h"

#include <string.h>

static GArray *keys_of(NgBuilder *b, const char *const *pointers, const NgRelationMark *mark)
{
  if (!pointers || !*pointers)
    return NULL;
  GArray *keys = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (; *pointers; pointers++) {
    uint32_t key = ng_builder_key(b, *pointers, mark->line, mark->column);
    if (key != NG_NONE)
      g_array_append_val(keys, key);
  }
  if (keys->len == 0)
    g_clear_pointer(&keys, g_array_unref);
  return keys;
}

static const char *keep_or_null(NgBuilder *b, const char *text)
{
  if (!text)
    return NULL;
  const char *kept = ng_builder_keep_line(b, text);
  return *kept ? kept : NULL;
}

/* "sender-of-letter-to", "senderOf" and "sender_of" as a reader would say them. */
static const char *label_from_kind(NgBuilder *b, const char *kind)
{
  g_autoptr(GString) label = g_string_new(NULL);
  for (const char *p = kind; *p; p++) {
    if (*p == '-' || *p == '_')
      g_string_append_c(label, ' ');
    else if (g_ascii_isupper(*p) && p > kind && g_ascii_islower(p[-1]))
      g_string_append_printf(label, " %c", g_ascii_tolower(*p));
    else
      g_string_append_c(label, *p);
  }
  const char *kept = ng_builder_keep_line(b, label->str);
  return *kept ? kept : kind;
}

static const char **keep_strings(NgBuilder *b, const char *const *strings)
{
  if (!strings || !*strings)
    return NULL;
  guint n = g_strv_length((char **)strings);
  const char **kept = g_new0(const char *, n + 1);
  for (guint i = 0; i < n; i++)
    kept[i] = ng_builder_keep(b, strings[i]);
  g_ptr_array_add(b->article->lists, kept);
  return kept;
}

void ng_builder_relation(NgBuilder *b, const NgRelationMark *mark)
{
  NgRawRelation raw = {.line = mark->line,
                       .column = mark->column,
                       .origin = mark->origin,
                       .confidence = mark->confidence,
                       .rule = mark->rule};
  raw.active = keys_of(b, mark->active, mark);
  raw.passive = keys_of(b, mark->passive, mark);
  raw.mutual = keys_of(b, mark->mutual, mark);
  if (!raw.active && !raw.passive && !raw.mutual) {
    ng_builder_diagnose(b, mark->line, mark->column, "a relation without an end: left out");
    return;
  }
  raw.kind = keep_or_null(b, mark->kind);
  raw.label = keep_or_null(b, mark->label);
  if (!raw.kind)
    raw.kind = raw.label ? raw.label : "related";
  if (!raw.label)
    raw.label = label_from_kind(b, raw.kind);
  raw.date = keep_or_null(b, mark->date);
  raw.status = keep_or_null(b, mark->status);
  raw.place = mark->place && *mark->place ? ng_builder_key(b, mark->place, mark->line, mark->column) : NG_NONE;
  raw.sources = keep_strings(b, mark->sources);
  raw.evidence = mark->evidence_here ? ng_builder_around(b) : NG_NONE;
  g_array_append_val(b->relations, raw);
}

static int by_start(const void *a, const void *b)
{
  const NgRange *x = a, *y = b;
  return x->start < y->start ? -1 : x->start > y->start;
}

/* Appends the relation's evidence to the article's, in text order; returns how many. */
static uint32_t put_evidence(NgBuilder *b, const NgRawRelation *raw, uint32_t *first)
{
  g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, sizeof(NgRange));
  for (const char **source = raw->sources; source && *source; source++) {
    bool local = **source == '#';
    uint32_t passage = GPOINTER_TO_UINT(g_hash_table_lookup(b->passages, *source + (local ? 1 : 0)));
    if (passage)
      g_array_append_val(ranges, g_array_index(b->passage_ranges, NgRange, passage - 1));
    else if (local)
      ng_builder_diagnose(b, raw->line, raw->column, "evidence %s is no passage of the text", *source);
  }
  if (raw->evidence != NG_NONE)
    g_array_append_val(ranges, g_array_index(b->around, NgRange, raw->evidence));
  g_array_sort(ranges, by_start);
  *first = b->article->evidence->len;
  uint32_t n = 0;
  for (guint i = 0; i < ranges->len; i++) {
    NgRange range = g_array_index(ranges, NgRange, i);
    if (range.start == range.end || (i && range.start == g_array_index(ranges, NgRange, i - 1).start))
      continue;
    g_array_append_val(b->article->evidence, range);
    n++;
  }
  return n;
}

/* What an end is where only the relation names it: its pointer may say. */
static NgEntityKind kind_of_end(const NgBuilder *b, uint32_t key)
{
  const char *spelling = g_array_index(b->keys, NgKey, key).spelling;
  if (strstr(spelling, "/place/"))
    return NG_ENTITY_PLACE;
  if (strstr(spelling, "/org/") || strstr(spelling, "/organi"))
    return NG_ENTITY_ORGANISATION;
  return NG_ENTITY_PERSON;
}

static uint32_t end_of(NgBuilder *b, const GArray *keys, guint i)
{
  uint32_t key = g_array_index(keys, uint32_t, i);
  return ng_builder_entity_of_key(b, key, kind_of_end(b, key));
}

/* Pairs are bounded, those of one relation and all together: a relation among very many is cut, not squared. */
#define MAX_PAIRS     4096
#define MAX_ALL_PAIRS 500000

static void put_relation(NgBuilder *b, const NgRelation *pattern, uint32_t subject, uint32_t object)
{
  NgRelation relation = *pattern;
  relation.subject = subject;
  relation.object = object;
  g_array_append_val(b->article->relations, relation);
}

static guint64 pairs_of(const NgRawRelation *raw)
{
  guint64 n = raw->mutual ? (guint64)raw->mutual->len * (raw->mutual->len - 1) / 2 : 0;
  return n + (raw->active && raw->passive ? (guint64)raw->active->len * raw->passive->len : 0);
}

static void put_pairs(NgBuilder *b, const NgRawRelation *raw, NgRelation *pattern)
{
  guint left = MIN(MAX_PAIRS, MAX_ALL_PAIRS - b->n_pairs), at_first = left;
  pattern->directed = true;
  for (guint i = 0; raw->active && raw->passive && i < raw->active->len; i++)
    for (guint k = 0; k < raw->passive->len && left; k++, left--)
      put_relation(b, pattern, end_of(b, raw->active, i), end_of(b, raw->passive, k));
  pattern->directed = false;
  for (guint i = 0; raw->mutual && i < raw->mutual->len; i++)
    for (guint k = i + 1; k < raw->mutual->len && left; k++, left--)
      put_relation(b, pattern, end_of(b, raw->mutual, i), end_of(b, raw->mutual, k));
  guint put = at_first - left;
  b->n_pairs += put;
  if (put < pairs_of(raw))
    ng_builder_diagnose(b, raw->line, raw->column, "a relation among very many: %u of %" G_GUINT64_FORMAT " pairs kept",
                        put, pairs_of(raw));
}

static void put_attributes(NgBuilder *b, const NgRelation *pattern, const GArray *keys)
{
  for (guint i = 0; keys && i < keys->len; i++) {
    NgAttribute attribute = {end_of(b, keys, i), pattern->label, pattern->kind, pattern->first_evidence,
                             pattern->n_evidence};
    g_array_append_val(b->article->attributes, attribute);
  }
}

/* Whether all the ends are addresses elsewhere of which the article says no more: nobody a reader could look for. */
static bool is_of_strangers(NgBuilder *b, const NgRawRelation *raw)
{
  const GArray *const ends[] = {raw->active, raw->passive, raw->mutual};
  for (gsize side = 0; side < G_N_ELEMENTS(ends); side++)
    for (guint i = 0; ends[side] && i < ends[side]->len; i++) {
      uint32_t key = g_array_index(ends[side], uint32_t, i);
      if (!strstr(g_array_index(b->keys, NgKey, key).spelling, "://") || ng_builder_known_entity(b, key) != NG_NONE)
        return false;
    }
  return true;
}

static void resolve_relation(NgBuilder *b, const NgRawRelation *raw)
{
  if (is_of_strangers(b, raw)) {
    ng_builder_diagnose(b, raw->line, raw->column, "a relation of addresses that nothing else tells of: left out");
    return;
  }
  NgRelation pattern = {.label = raw->label,
                        .kind = raw->kind,
                        .date = raw->date,
                        .status = raw->status,
                        .origin = (uint8_t)raw->origin,
                        .confidence = raw->confidence,
                        .rule = raw->rule,
                        .place = NG_NONE};
  pattern.n_evidence = put_evidence(b, raw, &pattern.first_evidence);
  pattern.count = MAX(pattern.n_evidence, 1);
  if (raw->place != NG_NONE)
    pattern.place = ng_builder_entity_of_key(b, raw->place, NG_ENTITY_PLACE);
  put_pairs(b, raw, &pattern);
  if (!raw->active || !raw->passive) {
    put_attributes(b, &pattern, raw->active);
    put_attributes(b, &pattern, raw->passive);
  }
  if (raw->mutual && raw->mutual->len == 1)
    put_attributes(b, &pattern, raw->mutual);
}

void ng_builder_resolve_relations(NgBuilder *b)
{
  for (guint i = 0; i < b->relations->len; i++)
    resolve_relation(b, &g_array_index(b->relations, NgRawRelation, i));
}
