/* The body of an NITF document to blocks, mentions, styles and notes. */
#include "load/nitf_private.h"

#include <string.h>

/* ---- blocks ---- */

/* The first block of an article without a headline comes under the head's title. */
static void settle_title(NgNitf *n)
{
  if (!n->titled)
    ng_builder_set_head(n->builder, NG_HEAD_TITLE, n->title);
  n->titled = true;
}

void ng_nitf_start_block(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode != NITF_TEXT)
    return;
  settle_title(n);
  ng_builder_set_head(n->builder, NG_HEAD_LANGUAGE, ng_sax_attribute(n->sax, "xml:lang"));
  ng_blocks_begin(&n->blocks, frame, (NgBlockKind)frame->rule->detail, 0);
}

void ng_nitf_end_block(void *loader, NgSaxFrame *frame)
{
  ng_blocks_end(&((NgNitf *)loader)->blocks, frame);
}

void ng_nitf_start_headline(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode != NITF_TEXT)
    return;
  ng_blocks_begin(&n->blocks, frame, n->titled ? NG_BLOCK_HEADING : NG_BLOCK_TITLE, 1);
  n->titled = true;
}

void ng_nitf_start_subhead(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode != NITF_TEXT)
    return;
  settle_title(n);
  bool deck = ng_sax_parent_is(n->sax, frame, "hedline");
  ng_blocks_begin(&n->blocks, frame, deck ? NG_BLOCK_PARAGRAPH : NG_BLOCK_HEADING,
                  ng_sax_inside(n->sax, frame, "block") ? 2 : 1);
}

/* Bylines and datelines are lines of the text and fields of the head. */
static void start_line(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  ng_nitf_start_block(loader, frame);
  if (!(frame->opened & NG_BLOCKS_OPENED))
    return;
  ng_capture_begin(&n->capture);
  frame->opened |= NITF_OPENED_CAPTURE;
}

void ng_nitf_end_line(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->opened & NITF_OPENED_CAPTURE) {
    NgHeadField field = (NgHeadField)frame->mark;
    g_autofree char *line = g_strstrip(g_strdup(ng_capture_end(&n->capture)));
    bool by = field == NG_HEAD_BYLINE && g_ascii_strncasecmp(line, "by ", 3) == 0;
    ng_builder_set_head(n->builder, field, by ? line + 3 : line);
  }
  ng_blocks_end(&n->blocks, frame);
}

/* The writer's title, and the day in a dateline, is text, and no part of the name. */
void ng_nitf_start_title_of_writer(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  ng_nitf_start_break(loader, frame);
  frame->mark = ng_capture_suspend(&n->capture);
}

void ng_nitf_end_title_of_writer(void *loader, NgSaxFrame *frame)
{
  ng_capture_resume(&((NgNitf *)loader)->capture, frame->mark);
}

void ng_nitf_start_byline(void *loader, NgSaxFrame *frame)
{
  frame->mark = NG_HEAD_BYLINE;
  start_line(loader, frame);
}

void ng_nitf_start_dateline(void *loader, NgSaxFrame *frame)
{
  frame->mark = NG_HEAD_DATELINE;
  start_line(loader, frame);
}

/* ---- lists, quotations, tables, notes ---- */

void ng_nitf_start_list(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode != NITF_TEXT)
    return;
  n->blocks.list_depth++;
  frame->opened |= NITF_OPENED_DEPTH;
}

void ng_nitf_end_list(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->opened & NITF_OPENED_DEPTH)
    n->blocks.list_depth--;
}

void ng_nitf_start_quote(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode != NITF_TEXT)
    return;
  n->blocks.quote_depth++;
  frame->opened |= NITF_OPENED_DEPTH;
  ng_nitf_start_block(loader, frame);
}

void ng_nitf_end_quote(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  ng_blocks_end(&n->blocks, frame);
  if (frame->opened & NITF_OPENED_DEPTH)
    n->blocks.quote_depth--;
}

void ng_nitf_start_cell(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode != NITF_TEXT)
    return;
  if (ng_sax_parent_is(n->sax, frame, "tr"))
    ng_blocks_cell(&n->blocks, ng_sax_parent(n->sax, frame));
  else /* the frame of anything else is not a row's */
    ng_builder_space(n->builder);
}

void ng_nitf_start_note(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode == NITF_TEXT)
    ng_blocks_begin_note(&n->blocks, frame);
}

void ng_nitf_end_note(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->opened & NG_BLOCKS_NOTE)
    ng_blocks_end_note(&n->blocks, frame);
}

/* ---- inside of lines ---- */

/* Keeps a string, which may be NULL, from an element's start to its end, with its place. */
static void hold(NgNitf *n, char *value)
{
  NgNitfHeld held = {.value = value};
  ng_sax_position(n->sax, &held.line, &held.column);
  g_array_append_val(n->held, held);
}

/* What belongs to the innermost open thing; the caller frees its value. */
static NgNitfHeld take_held(NgNitf *n)
{
  NgNitfHeld held = g_array_index(n->held, NgNitfHeld, n->held->len - 1);
  g_array_set_size(n->held, n->held->len - 1);
  return held;
}

static void open_thing(NgNitf *n, NgSaxFrame *frame, char *value)
{
  hold(n, value);
  ng_builder_open(n->builder);
  frame->opened |= NITF_OPENED_THING;
}

/* In the text a name is a mention; in the head it is a record: what the document is about. */
void ng_nitf_start_name(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode == NITF_TEXT) {
    open_thing(n, frame, ng_nitf_pointer(n->sax));
  } else if (frame->mode == NITF_HEAD) {
    hold(n, ng_nitf_pointer(n->sax));
    ng_capture_begin(&n->capture);
    frame->opened |= NITF_OPENED_CAPTURE;
  }
}

static void end_listed_name(NgNitf *n, NgEntityKind kind)
{
  const char *captured = ng_capture_end(&n->capture);
  g_autofree char *name = ng_text_clean_line(captured, strlen(captured));
  NgNitfHeld held = take_held(n);
  g_autofree char *pointer = held.value;
  if (!*name) /* a code alone names no one */
    return;
  uint32_t record = pointer ? ng_builder_record_at(n->builder, kind, pointer, held.line, held.column)
                            : ng_builder_record(n->builder, kind, NULL, held.line, held.column);
  ng_builder_record_name(n->builder, record, name);
}

static void end_mention(NgNitf *n, NgEntityKind kind)
{
  NgNitfHeld held = take_held(n);
  const char *const pointers[] = {held.value, NULL};
  ng_builder_close_mention(n->builder, kind, pointers, held.line, held.column);
  g_free(held.value);
}

void ng_nitf_end_name(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  NgEntityKind kind = (NgEntityKind)frame->rule->detail;
  if (frame->opened & NITF_OPENED_CAPTURE)
    end_listed_name(n, kind);
  else if (frame->opened & NITF_OPENED_THING)
    end_mention(n, kind);
}

void ng_nitf_start_style(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode == NITF_TEXT)
    open_thing(n, frame, NULL);
}

void ng_nitf_end_style(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (!(frame->opened & NITF_OPENED_THING))
    return;
  g_free(take_held(n).value);
  ng_builder_close_style(n->builder, (uint8_t)frame->rule->detail);
}

void ng_nitf_start_link(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  const char *target = ng_sax_attribute(n->sax, "href");
  if (frame->mode == NITF_TEXT && target && *target)
    open_thing(n, frame, g_strdup(target));
}

void ng_nitf_end_link(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (!(frame->opened & NITF_OPENED_THING))
    return;
  g_autofree char *target = take_held(n).value;
  ng_builder_close_link(n->builder, target);
}

void ng_nitf_start_break(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  ng_capture_space(&n->capture);
  if (frame->mode == NITF_TEXT)
    ng_builder_space(n->builder);
}
