/* What opens and closes in the text: mentions, styles, links, passages, evidence. */
#include "model/builder_flow.h"

#include <string.h>

void ng_builder_open(NgBuilder *b)
{
  NgFlow *flow = ng_builder_top_flow(b);
  NgPiece *piece = flow->piece;
  NgOpen open = {piece, (uint32_t)piece->text->len, 0, 0};
  if (piece->space && piece->text->len)
    open.start++;
  g_array_append_val(flow->opens, open);
}

/* A span for what was open, to wherever its piece is by now. */
static void place_span(NgBuilder *b, const NgOpen *open, NgSpan span)
{
  if (open->piece)
    g_array_append_val(open->piece->spans, span);
  else
    ng_builder_emit_span(b, &span, 0);
}

/* Takes the innermost open thing off and says where it lies; false if it holds no text. */
static bool pop_open(NgBuilder *b, NgOpen *open, NgSpan *span)
{
  NgFlow *flow = ng_builder_top_flow(b);
  if (flow->opens->len == 0)
    return false;
  *open = g_array_index(flow->opens, NgOpen, flow->opens->len - 1);
  g_array_set_size(flow->opens, flow->opens->len - 1);
  const GString *text = open->piece ? open->piece->text : b->article->text;
  uint32_t start = open->start, end = open->end ? open->end : (uint32_t)text->len;
  while (start < end && text->str[start] == ' ')
    start++;
  *span = (NgSpan){.start = MIN(start, end), .end = end};
  if (start >= end)
    return false;
  if (open->around) {
    NgSpan around = {.start = start, .end = end, .type = NG_SPAN_AROUND, .payload = open->around - 1};
    place_span(b, open, around);
  }
  return true;
}

bool ng_builder_close(NgBuilder *b)
{
  NgOpen open;
  NgSpan span;
  return pop_open(b, &open, &span);
}

bool ng_builder_close_style(NgBuilder *b, uint8_t style)
{
  NgOpen open;
  NgSpan span;
  if (!pop_open(b, &open, &span))
    return false;
  span.type = NG_SPAN_STYLE;
  span.detail = style;
  if (style)
    place_span(b, &open, span);
  return true;
}

bool ng_builder_close_link(NgBuilder *b, const char *target)
{
  NgOpen open = {0};
  NgSpan span = {0};
  if (ng_builder_top_flow(b)->opens->len == 0)
    return false;
  bool has_text = pop_open(b, &open, &span);
  span.type = NG_SPAN_LINK;
  span.target = ng_builder_keep_line(b, target ? target : "");
  place_span(b, &open, span);
  return has_text;
}

bool ng_builder_close_passage(NgBuilder *b, const char *id, bool is_sentence)
{
  NgOpen open;
  NgSpan span;
  if (!pop_open(b, &open, &span))
    return false;
  span.type = is_sentence ? NG_SPAN_SENTENCE : NG_SPAN_PASSAGE;
  span.payload = NG_NONE;
  if (id && *id && !g_hash_table_contains(b->passages, id)) {
    span.payload = b->passage_ranges->len;
    g_array_set_size(b->passage_ranges, span.payload + 1);
    g_hash_table_insert(b->passages, ng_builder_keep(b, id), GUINT_TO_POINTER(span.payload + 1));
  }
  place_span(b, &open, span);
  return true;
}

/* Whether a mention within the span goes on behind `end`: of those that have been closed, the latest come last. */
static bool holds_mention_beyond(const NgOpen *open, const NgBuilder *b, const NgSpan *span, uint32_t end)
{
  const GArray *spans = open->piece ? open->piece->spans : NULL;
  for (guint i = spans ? spans->len : 0; i > 0 && g_array_index(spans, NgSpan, i - 1).end > span->start; i--) {
    const NgSpan *inner = &g_array_index(spans, NgSpan, i - 1);
    if (inner->type == NG_SPAN_MENTION && inner->start > span->start && inner->end > end)
      return true;
  }
  for (guint i = spans ? 0 : b->mentions->len; i > 0; i--) {
    const NgRawMention *inner = &g_array_index(b->mentions, NgRawMention, i - 1);
    if (inner->end <= span->start)
      break;
    if (inner->start > span->start && inner->end > end)
      return true;
  }
  return false;
}

/* The bytes at the end of a name that make it an owner: "'s", and the apostrophe behind an s. */
static uint32_t possessive_bytes(const char *text, const NgSpan *span, uint32_t end)
{
  static const struct {
    const char *ending;
    uint32_t of_name_bytes; /* how much of it the name keeps */
  } endings[] = {{"'s", 0}, {"\u2019s", 0}, {"s'", 1}, {"s\u2019", 1}};
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
    uint32_t bytes = (uint32_t)strlen(endings[i].ending);
    if (end - span->start > bytes && memcmp(text + end - bytes, endings[i].ending, bytes) == 0)
      return bytes - endings[i].of_name_bytes;
  }
  return 0;
}

/* A person's name ends before a possessive ending that the source has inside of it. What would end in another one then is no name with such an
 * ending, and stays: else it would become shorter each time that it is written and read. */
static void leave_out_possessive(const NgOpen *open, const NgBuilder *b, NgSpan *span)
{
  const char *text = open->piece ? open->piece->text->str : b->article->text->str;
  uint32_t less = possessive_bytes(text, span, span->end), end = span->end - less;
  if (!less)
    return;
  if (holds_mention_beyond(open, b, span, end))
    end = span->end;
  end -= text[end - 1] == ' ';
  if (end == span->end || !possessive_bytes(text, span, end))
    span->end = end;
}

bool ng_builder_close_mention(NgBuilder *b, NgEntityKind kind, const char *const *pointers, uint32_t line,
                              uint32_t column)
{
  return ng_builder_close_mention_by(b, kind, pointers, (NgSaidBy){NG_ORIGIN_MARKUP, 0, 0}, line, column);
}

bool ng_builder_close_mention_by(NgBuilder *b, NgEntityKind kind, const char *const *pointers, NgSaidBy by,
                                 uint32_t line, uint32_t column)
{
  NgOpen open;
  NgSpan span;
  if (!pop_open(b, &open, &span)) {
    ng_builder_diagnose(b, line, column, "a %s without text: no mention", ng_entity_kind_word(kind));
    return false;
  }
  if (kind == NG_ENTITY_PERSON)
    leave_out_possessive(&open, b, &span);
  span.type = NG_SPAN_MENTION;
  span.detail = (uint8_t)kind;
  span.payload = NG_NONE;
  span.origin = (uint8_t)by.origin;
  span.confidence = by.confidence;
  span.rule = by.rule;
  span.line = line;
  span.element = b->n_mention_elements++;
  bool points = false;
  for (; pointers && *pointers; pointers++) {
    span.payload = ng_builder_key(b, *pointers, line, column);
    if (span.payload == NG_NONE)
      continue;
    place_span(b, &open, span);
    points = true;
  }
  if (!points)
    place_span(b, &open, span);
  return true;
}

static bool close_statement(NgBuilder *b, NgSpanType type, const char *pointer, const char *verb, NgSaidBy by)
{
  NgOpen open;
  NgSpan span;
  if (!pop_open(b, &open, &span))
    return false;
  span.payload = ng_builder_key(b, pointer, 0, 0);
  if (span.payload == NG_NONE)
    return false;
  span.type = (uint8_t)type;
  span.target = verb && *verb ? ng_builder_keep_line(b, verb) : NULL;
  span.origin = (uint8_t)by.origin;
  span.confidence = by.confidence;
  span.rule = by.rule;
  span.element = b->n_mention_elements++;
  place_span(b, &open, span);
  return true;
}

bool ng_builder_close_statement(NgBuilder *b, const char *pointer, const char *verb, NgSaidBy by)
{
  return close_statement(b, NG_SPAN_STATEMENT, pointer, verb, by);
}

bool ng_builder_close_stand_in(NgBuilder *b, const char *pointer, NgSaidBy by)
{
  return close_statement(b, NG_SPAN_STAND_IN, pointer, NULL, by);
}

uint32_t ng_builder_around(NgBuilder *b)
{
  NgFlow *flow = ng_builder_top_flow(b);
  if (flow->opens->len == 0)
    return NG_NONE;
  NgOpen *open = &g_array_index(flow->opens, NgOpen, flow->opens->len - 1);
  if (!open->around) {
    g_array_set_size(b->around, b->around->len + 1);
    open->around = b->around->len;
  }
  return open->around - 1;
}
