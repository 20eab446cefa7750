/* The article as JSON, field by field. */
#include "export/article_json.h"
#include "export/export.h"

NgArticleJson ng_article_json(const NgArticle *article, FILE *out)
{
  NgArticleJson writer = {.json = {.out = out}, .article = article};
  uint32_t n, bytes;
  writer.entities = ng_article_entities(article, &n);
  writer.mentions = ng_article_mentions(article, &n);
  const char *text = ng_article_text(article, &bytes);
  writer.points = ng_code_points(text, bytes);
  return writer;
}

void ng_article_json_clear(NgArticleJson *writer)
{
  ng_code_points_clear(&writer->points);
}

static void put_pos(NgArticleJson *writer, const char *key, uint32_t pos)
{
  ng_json_key(&writer->json, key);
  ng_json_uint(&writer->json, ng_code_points_at(&writer->points, pos));
}

static void put_range(NgArticleJson *writer, uint32_t start, uint32_t end)
{
  put_pos(writer, "start", start);
  put_pos(writer, "end", end);
}

void ng_article_json_source(NgArticleJson *writer)
{
  g_autofree char *source = g_utf8_make_valid(ng_article_head(writer->article)->source, -1);
  ng_json_put_string(&writer->json, "source", source);
}

/* How sure the annotator is, from 0 to 1, and by which rule; of nobody else. */
static void put_annotator(NgArticleJson *writer, uint8_t origin, uint8_t confidence, uint8_t rule)
{
  if (origin != NG_ORIGIN_ANNOTATOR)
    return;
  if (confidence) {
    ng_json_key(&writer->json, "confidence");
    ng_json_double(&writer->json, confidence / 100.0);
  }
  if (rule)
    ng_json_put_string(&writer->json, "rule", ng_article_rule(writer->article, rule));
}

static void put_mentions(NgArticleJson *writer, uint32_t entity)
{
  uint32_t n;
  const uint32_t *indices = ng_article_mentions_of(writer->article, entity, &n);
  ng_json_open(&writer->json, '[');
  for (uint32_t i = 0; i < n; i++) {
    const NgMention *mention = &writer->mentions[indices[i]];
    ng_json_open(&writer->json, '{');
    put_range(writer, mention->start, mention->end);
    ng_json_put_string(&writer->json, "origin", ng_origin_word(mention->origin));
    put_annotator(writer, mention->origin, mention->confidence, mention->rule);
    ng_json_close(&writer->json, '}');
  }
  ng_json_close(&writer->json, ']');
}

void ng_article_json_entity(NgArticleJson *writer, uint32_t entity)
{
  const NgEntity *it = &writer->entities[entity];
  NgJson *json = &writer->json;
  ng_json_put_string(json, "id", it->id);
  ng_json_put_string(json, "kind", ng_entity_kind_word(it->kind));
  ng_json_put_string(json, "name", it->name);
  ng_json_key(json, "aliases");
  ng_json_strings(json, it->aliases);
  ng_json_put_string(json, "role", it->role);
  ng_json_key(json, "lat");
  ng_json_double(json, it->lat_deg);
  ng_json_key(json, "lon");
  ng_json_double(json, it->lon_deg);
  ng_json_put_string(json, "country", it->country);
  ng_json_key(json, "refs");
  ng_json_strings(json, it->refs);
  ng_json_key(json, "mentions");
  put_mentions(writer, entity);
}

/* What a relation and a co-mention have in common. */
typedef struct {
  uint32_t subject, object;
  const char *label, *kind, *status; /* status: "planned" and the like, or NULL */
  bool directed;
  NgOrigin origin;
  uint8_t confidence, rule;
  const NgRange *evidence;
  uint32_t n_evidence;
} Tie;

static void put_tie(NgArticleJson *writer, const Tie *tie)
{
  NgJson *json = &writer->json;
  ng_json_put_string(json, "subject", writer->entities[tie->subject].id);
  ng_json_put_string(json, "object", writer->entities[tie->object].id);
  ng_json_put_string(json, "label", tie->label);
  ng_json_put_string(json, "kind", tie->kind);
  ng_json_put_string(json, "status", tie->status);
  ng_json_key(json, "directed");
  ng_json_bool(json, tie->directed);
  ng_json_put_string(json, "origin", ng_origin_word(tie->origin));
  put_annotator(writer, (uint8_t)tie->origin, tie->confidence, tie->rule);
  ng_json_key(json, "evidence");
  ng_json_open(json, '[');
  for (uint32_t i = 0; i < tie->n_evidence; i++) {
    ng_json_open(json, '{');
    put_range(writer, tie->evidence[i].start, tie->evidence[i].end);
    ng_json_close(json, '}');
  }
  ng_json_close(json, ']');
}

void ng_article_json_relation(NgArticleJson *writer, const NgRelation *relation)
{
  put_tie(writer, &(Tie){.subject = relation->subject,
                         .object = relation->object,
                         .label = relation->label,
                         .kind = relation->kind,
                         .status = relation->status,
                         .directed = relation->directed,
                         .origin = relation->origin,
                         .confidence = relation->confidence,
                         .rule = relation->rule,
                         .evidence = ng_article_evidence(writer->article, relation->first_evidence),
                         .n_evidence = relation->n_evidence});
}

void ng_article_json_co_mention(NgArticleJson *writer, const NgCoMention *pair, const NgRange *evidence)
{
  put_tie(writer, &(Tie){.subject = pair->a,
                         .object = pair->b,
                         .label = NG_CO_MENTION_LABEL,
                         .kind = ng_origin_word(NG_ORIGIN_CO_MENTION),
                         .directed = false,
                         .origin = NG_ORIGIN_CO_MENTION,
                         .evidence = evidence,
                         .n_evidence = pair->count});
}

static void put_head(NgArticleJson *writer)
{
  const NgHead *head = ng_article_head(writer->article);
  ng_json_put_string(&writer->json, "schema", "nutgraf-article/1");
  ng_article_json_source(writer);
  ng_json_put_string(&writer->json, "format", ng_format_word(head->format));
  ng_json_put_string(&writer->json, "id", head->id);
  ng_json_put_string(&writer->json, "url", head->url);
  ng_json_put_string(&writer->json, "title", head->title);
  ng_json_put_string(&writer->json, "byline", head->byline);
  ng_json_put_string(&writer->json, "date", head->date);
  ng_json_put_string(&writer->json, "language", head->language);
}

static void put_blocks(NgArticleJson *writer)
{
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(writer->article, &n);
  ng_json_key(&writer->json, "blocks");
  ng_json_open(&writer->json, '[');
  for (uint32_t i = 0; i < n; i++) {
    ng_json_open(&writer->json, '{');
    ng_json_put_string(&writer->json, "kind", ng_block_kind_word(blocks[i].kind));
    put_range(writer, blocks[i].start, blocks[i].end);
    if (blocks[i].level > 0) {
      ng_json_put_uint(&writer->json, "level", blocks[i].level);
    }
    if (blocks[i].anchor != NG_NONE)
      put_pos(writer, "anchor", blocks[i].anchor);
    ng_json_close(&writer->json, '}');
  }
  ng_json_close(&writer->json, ']');
}

static void put_entities(NgArticleJson *writer)
{
  uint32_t n;
  ng_article_entities(writer->article, &n);
  ng_json_key(&writer->json, "entities");
  ng_json_open(&writer->json, '[');
  for (uint32_t i = 0; i < n; i++) {
    ng_json_open(&writer->json, '{');
    ng_article_json_entity(writer, i);
    ng_json_close(&writer->json, '}');
  }
  ng_json_close(&writer->json, ']');
}

static void put_relations(NgArticleJson *writer)
{
  uint32_t n;
  const NgRelation *relations = ng_article_relations(writer->article, &n);
  g_autoptr(NgCoMentions) co_mentions = ng_co_mentions_all(writer->article);
  ng_json_key(&writer->json, "relations");
  ng_json_open(&writer->json, '[');
  for (uint32_t i = 0; i < n; i++) {
    ng_json_open(&writer->json, '{');
    ng_article_json_relation(writer, &relations[i]);
    ng_json_close(&writer->json, '}');
  }
  for (guint i = 0; i < co_mentions->pairs->len; i++) {
    const NgCoMention *pair = &g_array_index(co_mentions->pairs, NgCoMention, i);
    ng_json_open(&writer->json, '{');
    ng_article_json_co_mention(writer, pair, (const NgRange *)co_mentions->evidence->data + pair->first_evidence);
    ng_json_close(&writer->json, '}');
  }
  ng_json_close(&writer->json, ']');
}

static void put_stand_ins(NgArticleJson *writer)
{
  uint32_t n;
  const NgStandIn *stand_ins = ng_article_stand_ins(writer->article, &n);
  ng_json_key(&writer->json, "stand_ins");
  ng_json_open(&writer->json, '[');
  for (uint32_t i = 0; i < n; i++) {
    ng_json_open(&writer->json, '{');
    ng_json_put_string(&writer->json, "entity", writer->entities[stand_ins[i].entity].id);
    put_range(writer, stand_ins[i].start, stand_ins[i].end);
    ng_json_put_string(&writer->json, "origin", ng_origin_word(stand_ins[i].origin));
    put_annotator(writer, stand_ins[i].origin, stand_ins[i].confidence, stand_ins[i].rule);
    ng_json_close(&writer->json, '}');
  }
  ng_json_close(&writer->json, ']');
}

static void put_statements(NgArticleJson *writer)
{
  uint32_t n;
  const NgStatement *statements = ng_article_statements(writer->article, &n);
  ng_json_key(&writer->json, "statements");
  ng_json_open(&writer->json, '[');
  for (uint32_t i = 0; i < n; i++) {
    const NgStatement *it = &statements[i];
    ng_json_open(&writer->json, '{');
    ng_json_put_string(&writer->json, "speaker", writer->entities[it->speaker].id);
    ng_json_put_string(&writer->json, "verb", it->verb);
    put_range(writer, it->start, it->end);
    ng_json_put_string(&writer->json, "origin", ng_origin_word(it->origin));
    put_annotator(writer, it->origin, it->confidence, it->rule);
    ng_json_close(&writer->json, '}');
  }
  ng_json_close(&writer->json, ']');
}

static void put_diagnostics(NgArticleJson *writer)
{
  uint32_t n;
  const NgDiagnostic *diagnostics = ng_article_diagnostics(writer->article, &n, NULL);
  ng_json_key(&writer->json, "diagnostics");
  ng_json_open(&writer->json, '[');
  for (uint32_t i = 0; i < n; i++) {
    ng_json_open(&writer->json, '{');
    ng_json_put_uint(&writer->json, "line", diagnostics[i].line);
    ng_json_put_uint(&writer->json, "column", diagnostics[i].column);
    ng_json_put_string(&writer->json, "message", diagnostics[i].message);
    ng_json_close(&writer->json, '}');
  }
  ng_json_close(&writer->json, ']');
}

void ng_export_json(const NgArticle *article, FILE *out)
{
  g_auto(NgArticleJson) writer = ng_article_json(article, out);
  ng_json_open(&writer.json, '{');
  put_head(&writer);
  ng_json_key(&writer.json, "text");
  ng_json_bytes(&writer.json, writer.points.text, writer.points.bytes);
  put_blocks(&writer);
  put_entities(&writer);
  put_relations(&writer);
  put_statements(&writer);
  put_stand_ins(&writer);
  put_diagnostics(&writer);
  ng_json_close(&writer.json, '}');
  putc_unlocked('\n', out);
}
