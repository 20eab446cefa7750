/* Relations that an annotator finds: sentences that say the same are gathered, and become one relation with its evidence. */
#include "model/builder_private.h"

/* What makes two the same; of what has no direction the ends may change places. */
static char *key_of(const NgFoundRelation *r)
{
  bool turned = !r->directed && r->subject > r->object;
  return g_strdup_printf("%u %u %d %s\n%s\n%s", turned ? r->object : r->subject, turned ? r->subject : r->object,
                         r->directed, r->kind, r->label, r->status ? r->status : "");
}

static uint32_t put_found(NgBuilder *b, const NgFoundRelation *relation)
{
  NgRawFound raw = {*relation, ng_builder_rule(b, relation->rule)};
  raw.first.kind = ng_builder_keep_line(b, relation->kind);
  raw.first.label = ng_builder_keep_line(b, relation->label);
  raw.first.status = relation->status ? ng_builder_keep_line(b, relation->status) : NULL;
  g_array_append_val(b->found_relations, raw);
  return b->found_relations->len - 1;
}

void ng_builder_found_relation(NgBuilder *b, const NgFoundRelation *relation)
{
  if (!b->found_index)
    b->found_index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  char *key = key_of(relation);
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(b->found_index, key));
  uint32_t index = known ? known - 1 : put_found(b, relation);
  if (known)
    g_free(key);
  else
    g_hash_table_insert(b->found_index, key, GUINT_TO_POINTER(index + 1));
  NgRawFound *raw = &g_array_index(b->found_relations, NgRawFound, index);
  if (relation->confidence > raw->first.confidence) {
    raw->first.confidence = relation->confidence;
    raw->rule = ng_builder_rule(b, relation->rule);
  }
  if (raw->first.place == NG_NONE)
    raw->first.place = relation->place;
  NgRawEvidence evidence = {index, {relation->start, relation->end}};
  g_array_append_val(b->found_evidence, evidence);
}

static int by_relation(const void *a, const void *b)
{
  const NgRawEvidence *x = a, *y = b;
  if (x->relation != y->relation)
    return x->relation < y->relation ? -1 : 1;
  return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

/* Puts the sentences of the relation, which begin at `next`, into the article; returns where those of another begin. */
static guint put_evidence(NgBuilder *b, uint32_t index, guint next, NgRelation *relation)
{
  GArray *evidence = b->article->evidence;
  relation->first_evidence = evidence->len;
  for (; next < b->found_evidence->len; next++) {
    const NgRawEvidence *raw = &g_array_index(b->found_evidence, NgRawEvidence, next);
    if (raw->relation != index)
      break;
    bool again = evidence->len > relation->first_evidence &&
                 g_array_index(evidence, NgRange, evidence->len - 1).start == raw->range.start;
    if (raw->range.start < raw->range.end && !again)
      g_array_append_val(evidence, raw->range);
  }
  relation->n_evidence = evidence->len - relation->first_evidence;
  relation->count = MAX(relation->n_evidence, 1);
  return next;
}

void ng_builder_resolve_found_relations(NgBuilder *b)
{
  ng_builder_put_in_order(b->found_evidence, by_relation);
  for (guint i = 0, next = 0; i < b->found_relations->len; i++) {
    const NgRawFound *raw = &g_array_index(b->found_relations, NgRawFound, i);
    NgRelation relation = {.subject = ng_builder_entity_of_key(b, raw->first.subject, NG_ENTITY_PERSON),
                           .object = ng_builder_entity_of_key(b, raw->first.object, NG_ENTITY_PERSON),
                           .place = NG_NONE,
                           .kind = raw->first.kind,
                           .label = raw->first.label,
                           .status = raw->first.status,
                           .origin = NG_ORIGIN_ANNOTATOR,
                           .confidence = MIN(raw->first.confidence, 100),
                           .rule = raw->rule,
                           .directed = raw->first.directed};
    if (raw->first.place != NG_NONE)
      relation.place = ng_builder_entity_of_key(b, raw->first.place, NG_ENTITY_PLACE);
    next = put_evidence(b, i, next, &relation);
    if (relation.subject != relation.object)
      g_array_append_val(b->article->relations, relation);
  }
}
