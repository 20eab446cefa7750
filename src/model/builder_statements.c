/* Who said what: statements that a source marks or an annotator finds. */
#include "model/builder_private.h"

void ng_builder_found_statement(NgBuilder *b, uint32_t handle, const char *verb, uint32_t start, uint32_t end,
                                uint8_t confidence, const char *rule)
{
  if (handle >= b->keys->len || start >= end)
    return;
  NgRawStatement raw = {.key = handle, .element = b->n_mention_elements++};
  raw.statement = (NgStatement){.start = start,
                                .end = end,
                                .verb = verb ? ng_builder_keep_line(b, verb) : NULL,
                                .origin = NG_ORIGIN_ANNOTATOR,
                                .confidence = MIN(confidence, 100),
                                .rule = ng_builder_rule(b, rule)};
  g_array_append_val(b->statements, raw);
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
  for (guint i = 0; i < b->statements->len; i++) {
    const NgRawStatement *raw = &g_array_index(b->statements, NgRawStatement, i);
    NgStatement statement = raw->statement;
    statement.speaker = ng_builder_known_entity(b, raw->key);
    if (statement.speaker != NG_NONE)
      g_array_append_val(b->article->statements, statement);
  }
}
