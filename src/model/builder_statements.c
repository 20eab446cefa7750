/* Who said what, and which words stand for whom: what a source marks or an annotator finds. */
#include "model/builder_private.h"

static void put_found(NgBuilder *b, GArray *list, uint32_t handle, NgStatement statement, const char *rule)
{
  if (handle >= b->keys->len || statement.start >= statement.end)
    return;
  NgRawStatement raw = {statement, handle, b->n_mention_elements++};
  raw.statement.origin = NG_ORIGIN_ANNOTATOR;
  raw.statement.confidence = MIN(statement.confidence, 100);
  raw.statement.rule = ng_builder_rule(b, rule);
  g_array_append_val(list, raw);
}

void ng_builder_found_statement(NgBuilder *b, uint32_t handle, const char *verb, uint32_t start, uint32_t end,
                                uint8_t confidence, const char *rule)
{
  const char *kept = verb ? ng_builder_keep_line(b, verb) : NULL;
  put_found(b, b->statements, handle, (NgStatement){.start = start, .end = end, .verb = kept, .confidence = confidence},
            rule);
}

void ng_builder_found_stand_in(NgBuilder *b, uint32_t handle, uint32_t start, uint32_t end, uint8_t confidence,
                               const char *rule)
{
  put_found(b, b->stand_ins, handle, (NgStatement){.start = start, .end = end, .confidence = confidence}, rule);
}

/* Of two over the same text the outer one was closed later. */
static int by_position(const void *a, const void *b)
{
  const NgRawStatement *x = a, *y = b;
  if (x->statement.start != y->statement.start)
    return x->statement.start < y->statement.start ? -1 : 1;
  if (x->statement.end != y->statement.end)
    return x->statement.end > y->statement.end ? -1 : 1;
  return x->element > y->element ? -1 : x->element < y->element;
}

void ng_builder_resolve_statements(NgBuilder *b)
{
  ng_builder_put_in_order(b->statements, by_position);
  ng_builder_put_in_order(b->stand_ins, by_position);
  for (guint i = 0; i < b->statements->len; i++) {
    const NgRawStatement *raw = &g_array_index(b->statements, NgRawStatement, i);
    NgStatement it = raw->statement;
    it.speaker = ng_builder_known_entity(b, raw->key);
    if (it.speaker != NG_NONE)
      g_array_append_val(b->article->statements, it);
  }
  for (guint i = 0; i < b->stand_ins->len; i++) {
    const NgRawStatement *raw = &g_array_index(b->stand_ins, NgRawStatement, i);
    const NgStatement *from = &raw->statement;
    NgStandIn it = {from->start,  from->end,        ng_builder_known_entity(b, raw->key),
                    from->origin, from->confidence, from->rule};
    if (it.entity != NG_NONE)
      g_array_append_val(b->article->stand_ins, it);
  }
}
