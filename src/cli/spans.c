#include "cli/spans.h"

#include "export/json_writer.h"
#include "load/plain_source.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const NgArticle *article;
  const NgEntity *entities;
  const NgMention *mentions;
  uint32_t n_mentions;
  uint32_t *starts, *ends; /* of each mention, in code points of the input */
  char *doc;
  FILE *out;
} Spans;

/* ---- positions ---- */

typedef struct {
  uint32_t pos, index;
  bool is_end;
} Border;

static int by_pos(const void *a, const void *b)
{
  const Border *x = a, *y = b;
  return x->pos < y->pos ? -1 : x->pos > y->pos;
}

/* All borders in the order of the text, turned at once, and put back where they belong. */
static bool find_points(Spans *s, const char *bytes, gsize n_bytes)
{
  gsize n = 2 * (gsize)s->n_mentions;
  g_autofree Border *borders = g_new(Border, n + 1);
  for (uint32_t i = 0; i < s->n_mentions; i++) {
    borders[2 * i] = (Border){s->mentions[i].start, i, false};
    borders[2 * i + 1] = (Border){s->mentions[i].end, i, true};
  }
  qsort(borders, n, sizeof *borders, by_pos);
  g_autofree uint32_t *positions = g_new(uint32_t, n + 1), *points = g_new(uint32_t, n + 1);
  g_autofree bool *is_end = g_new(bool, n + 1);
  for (gsize i = 0; i < n; i++) {
    positions[i] = borders[i].pos;
    is_end[i] = borders[i].is_end;
  }
  if (!ng_plain_source_points(s->article, bytes, n_bytes, positions, is_end, points, n))
    return false;
  for (gsize i = 0; i < n; i++)
    (is_end[i] ? s->ends : s->starts)[borders[i].index] = points[i];
  return true;
}

/* ---- lines ---- */

static void put_doc(const Spans *s, NgJson *json)
{
  ng_json_open(json, '{');
  ng_json_put_string(json, "doc", s->doc);
}

static bool put_mention(const Spans *s, uint32_t i)
{
  static const char *const types[NG_N_ENTITY_KINDS] = {
      [NG_ENTITY_PERSON] = "PER", [NG_ENTITY_PLACE] = "LOC", [NG_ENTITY_ORGANISATION] = "ORG"};
  const NgEntity *entity = &s->entities[s->mentions[i].entity];
  if (!types[entity->kind])
    return false;
  NgJson json = {.out = s->out};
  put_doc(s, &json);
  ng_json_put_uint(&json, "start", s->starts[i]);
  ng_json_put_uint(&json, "end", s->ends[i]);
  ng_json_put_string(&json, "type", types[entity->kind]);
  ng_json_put_string(&json, "entity", entity->id);
  ng_json_close(&json, '}');
  putc('\n', s->out);
  return true;
}

static uint32_t gap(const NgMention *a, const NgMention *b)
{
  return a->start < b->start ? b->start - MIN(a->end, b->start) : a->start - MIN(b->end, a->start);
}

/* The two mentions of subject and object that stand closest within the range; false where one is missing. */
static bool closest(const Spans *s, const NgRelation *relation, NgRange range, uint32_t *subject, uint32_t *object)
{
  uint32_t best = UINT32_MAX, last[2] = {NG_NONE, NG_NONE};
  for (uint32_t i = ng_article_first_mention_from(s->article, range.start);
       i < s->n_mentions && s->mentions[i].start < range.end; i++) {
    const uint32_t ends[2] = {relation->subject, relation->object};
    for (int k = 0; k < 2; k++) {
      uint32_t other = last[!k];
      if (s->mentions[i].entity != ends[k])
        continue;
      last[k] = i;
      if (other == NG_NONE || other == i || gap(&s->mentions[other], &s->mentions[i]) >= best)
        continue;
      best = gap(&s->mentions[other], &s->mentions[i]);
      *subject = k == 0 ? i : other;
      *object = k == 0 ? other : i;
    }
  }
  return best != UINT32_MAX;
}

static void put_range(const Spans *s, NgJson *json, const char *key, uint32_t mention)
{
  ng_json_key(json, key);
  ng_json_open(json, '[');
  ng_json_uint(json, s->starts[mention]);
  ng_json_uint(json, s->ends[mention]);
  ng_json_close(json, ']');
}

static bool put_relation(const Spans *s, const NgRelation *relation)
{
  uint32_t subject, object;
  const NgRange *evidence = ng_article_evidence(s->article, relation->first_evidence);
  if (relation->origin != NG_ORIGIN_ANNOTATOR || !relation->n_evidence ||
      !closest(s, relation, *evidence, &subject, &object))
    return false;
  NgJson json = {.out = s->out};
  put_doc(s, &json);
  ng_json_put_string(&json, "relation", relation->kind);
  put_range(s, &json, "subject", subject);
  put_range(s, &json, "object", object);
  ng_json_put_string(&json, "type", "REL");
  ng_json_close(&json, '}');
  putc('\n', s->out);
  return true;
}

static char *doc_of(const char *source)
{
  g_autofree char *name = g_path_get_basename(source), *valid = g_utf8_make_valid(name, -1);
  return g_strndup(valid, strlen(valid) - (g_str_has_suffix(valid, ".txt") ? 4 : 0));
}

static gsize put_all(const Spans *s)
{
  gsize n = 0;
  for (uint32_t i = 0; i < s->n_mentions; i++)
    n += put_mention(s, i);
  uint32_t n_relations;
  const NgRelation *relations = ng_article_relations(s->article, &n_relations);
  for (uint32_t i = 0; i < n_relations; i++)
    n += put_relation(s, &relations[i]);
  return n;
}

bool ng_print_spans(const NgArticle *article, const char *bytes, gsize n_bytes, FILE *out, gsize *n)
{
  const NgHead *head = ng_article_head(article);
  *n = 0;
  if (head->format != NG_FORMAT_TEXT)
    return false;
  uint32_t n_entities;
  Spans s = {.article = article, .out = out, .entities = ng_article_entities(article, &n_entities)};
  s.mentions = ng_article_mentions(article, &s.n_mentions);
  s.starts = g_new0(uint32_t, s.n_mentions + 1);
  s.ends = g_new0(uint32_t, s.n_mentions + 1);
  s.doc = doc_of(head->source);
  bool found = find_points(&s, bytes, n_bytes);
  if (found)
    *n = put_all(&s);
  g_free(s.starts);
  g_free(s.ends);
  g_free(s.doc);
  return found;
}
