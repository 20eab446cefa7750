/* TEI's names in running text to mentions, and its links. In a record they are its names. */
#include "load/tei_private.h"

#include <string.h>

const char *const ng_tei_pointers[] = {"ref", "corresp", "key", "who", NULL};

/* The frame of a mention keeps its kind and who says so, a byte each. */
static uint32_t packed(NgEntityKind kind, NgSaidBy by)
{
  return (uint32_t)kind | (uint32_t)by.origin << 8 | (uint32_t)by.confidence << 16 | (uint32_t)by.rule << 24;
}

static NgEntityKind packed_kind(uint32_t mark)
{
  return (NgEntityKind)(mark & 0xFF);
}

static NgSaidBy packed_by(uint32_t mark)
{
  return (NgSaidBy){(NgOrigin)(mark >> 8 & 0xFF), mark >> 16 & 0xFF, (uint8_t)(mark >> 24)};
}

#define STAND_IN 0xFF /* in place of a kind: no mention */

/* A mention starts: its pointers and its place are kept until its end. */
static void begin_mention(NgTei *t, NgSaxFrame *frame, NgEntityKind kind)
{
  ng_tei_hold_here(t, ng_sax_first_attribute(t->sax, ng_tei_pointers));
  frame->mark = packed(kind, ng_tei_said_by(t));
  ng_builder_open(t->builder);
  frame->opened |= TEI_OPENED_THING;
}

static void end_mention(NgTei *t, NgSaxFrame *frame)
{
  uint32_t line, column;
  const char *value = ng_tei_release(t, &line, &column);
  if (packed_kind(frame->mark) == STAND_IN) {
    g_auto(GStrv) whom = ng_tei_pointers_in(value);
    ng_builder_close_stand_in(t->builder, whom && whom[0] ? whom[0] : "", packed_by(frame->mark));
    return;
  }
  const char *const one[] = {value, NULL};
  bool several = value && (strpbrk(value, " \t\r\n") || strstr(value, "_x"));
  g_auto(GStrv) words = several ? ng_tei_pointers_in(value) : NULL;
  ng_builder_close_mention_by(t->builder, packed_kind(frame->mark), several ? (const char *const *)words : one,
                              packed_by(frame->mark), line, column);
}

/* ---- names of records ---- */

/* A name right inside of a record: its name, and where the record has no id of its own, what says who it is. */
static void begin_record_name(NgTei *t, NgSaxFrame *frame, NgTeiRecord *record)
{
  const char *pointer = ng_sax_first_attribute(t->sax, ng_tei_pointers);
  bool country = strcmp(frame->rule->name, "country") == 0;
  if (!record->named)
    record->is_country = country;
  record->named = true;
  if (frame->mode == TEI_TEXT)
    ng_builder_space(t->builder);
  ng_tei_begin_record(t, record, pointer);
  if (country && !record->is_country)
    ng_builder_record_country_code(t->builder, record->handle, ng_sax_attribute(t->sax, "key"));
  ng_capture_begin(&t->capture);
  frame->opened |= TEI_OPENED_CAPTURE;
}

static void end_record_name(NgTei *t, NgSaxFrame *frame)
{
  const char *name = ng_capture_end(&t->capture);
  NgTeiRecord *record = ng_tei_record_of_child(t, frame);
  if (!record)
    return;
  bool country = strcmp(frame->rule->name, "country") == 0 && !record->is_country;
  if (country && record->kind == NG_ENTITY_PLACE)
    ng_builder_record_country(t->builder, record->handle, name);
  else
    ng_builder_record_name(t->builder, record->handle, name);
}

bool ng_tei_begin_event_title(NgTei *t, NgSaxFrame *frame)
{
  NgTeiRecord *record = ng_tei_record_of_child(t, frame);
  if (!record || record->kind != NG_ENTITY_EVENT || frame->mode == TEI_SKIP)
    return false;
  begin_record_name(t, frame, record);
  return true;
}

bool ng_tei_end_event_title(NgTei *t, NgSaxFrame *frame)
{
  if (!(frame->opened & TEI_OPENED_CAPTURE))
    return false;
  end_record_name(t, frame);
  return true;
}

/* The name in an item of a list of people: it is a record, and no mention of itself. */
static bool begin_listed_person(NgTei *t, NgSaxFrame *frame)
{
  const char *id = ng_sax_attribute(t->sax, "xml:id");
  if (!id || ng_sax_first_attribute(t->sax, ng_tei_pointers))
    return false;
  NgSaxFrame *item = ng_sax_parent(t->sax, frame);
  while (item && !(item->rule && strcmp(item->rule->name, "item") == 0))
    item = ng_sax_parent(t->sax, item);
  if (!item || !(item->opened & TEI_OPENED_CAPTURE) || item->mark != NG_NONE)
    return false;
  uint32_t line, column;
  ng_sax_position(t->sax, &line, &column);
  item->mark = ng_builder_record(t->builder, NG_ENTITY_PERSON, id, line, column);
  frame->mark = item->mark;
  ng_capture_begin(&t->capture);
  frame->opened |= TEI_OPENED_CAPTURE | TEI_OPENED_RECORD;
  return true;
}

/* ---- handlers ---- */

/* A name right inside of a record. In running text one with a pointer, in a record without an id, is a mention all the same: the record
 * is a statement on someone, and there may be many of them. */
static bool begin_name_in_record(NgTei *t, NgSaxFrame *frame, NgEntityKind kind)
{
  NgTeiRecord *record = ng_tei_record_of_child(t, frame);
  if (!record || record->kind != kind)
    return false;
  if (frame->mode == TEI_TEXT && !record->id && ng_sax_first_attribute(t->sax, ng_tei_pointers)) {
    ng_capture_begin(&t->capture);
    frame->opened |= TEI_OPENED_CAPTURE;
    begin_mention(t, frame, kind);
    return true;
  }
  begin_record_name(t, frame, record);
  return true;
}

void ng_tei_start_name(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  NgEntityKind kind = (NgEntityKind)frame->rule->detail;
  if (begin_name_in_record(t, frame, kind))
    return;
  if (frame->mode == TEI_TEXT) {
    if (kind != NG_ENTITY_PERSON || !begin_listed_person(t, frame))
      begin_mention(t, frame, kind);
    return;
  }
  ng_capture_space(&t->capture);
  if (frame->mode == TEI_HEADER)
    ng_tei_start_header_name(loader, frame);
}

/* An empty one in a record says whom the record is of, and nothing else. */
static void end_name_in_statement(NgTei *t, NgSaxFrame *frame)
{
  const char *captured = ng_capture_end(&t->capture);
  g_autofree char *name = ng_text_clean_line(captured, strlen(captured));
  if (*name) {
    end_mention(t, frame);
    return;
  }
  ng_builder_close(t->builder);
  ng_tei_release(t, NULL, NULL);
}

void ng_tei_end_name(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  bool thing = frame->opened & TEI_OPENED_THING, captured = frame->opened & TEI_OPENED_CAPTURE;
  if (frame->opened & TEI_OPENED_RECORD) {
    ng_builder_record_name(t->builder, frame->mark, ng_capture_end(&t->capture));
    t->listed_role_from = strlen(ng_capture_so_far(&t->capture));
  } else if (thing && captured) {
    end_name_in_statement(t, frame);
  } else if (captured && frame->mode == TEI_HEADER) {
    ng_tei_end_header_name(loader, frame);
  } else if (captured) {
    end_record_name(t, frame);
  } else if (thing) {
    end_mention(t, frame);
  }
}

static bool kind_of_type(const char *type, NgEntityKind *kind)
{
  static const struct {
    const char *start;
    NgEntityKind kind;
  } types[] = {
      {"pers", NG_ENTITY_PERSON},         {"character", NG_ENTITY_PERSON},  {"place", NG_ENTITY_PLACE},
      {"geo", NG_ENTITY_PLACE},           {"city", NG_ENTITY_PLACE},        {"country", NG_ENTITY_PLACE},
      {"settlement", NG_ENTITY_PLACE},    {"region", NG_ENTITY_PLACE},      {"loc", NG_ENTITY_PLACE},
      {"org", NG_ENTITY_ORGANISATION},    {"inst", NG_ENTITY_ORGANISATION}, {"event", NG_ENTITY_EVENT},
      {"compan", NG_ENTITY_ORGANISATION},
  };
  g_autofree char *lower = g_ascii_strdown(type, -1);
  for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
    if (g_str_has_prefix(lower, types[i].start)) {
      *kind = types[i].kind;
      return true;
    }
  return false;
}

void ng_tei_start_typed_name(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  const char *type = ng_sax_attribute(t->sax, "type");
  NgEntityKind kind;
  bool stand_in = g_strcmp0(ng_sax_attribute(t->sax, "subtype"), "stand-in") == 0;
  if (frame->mode == TEI_TEXT && type && kind_of_type(type, &kind))
    begin_mention(t, frame, stand_in ? (NgEntityKind)STAND_IN : kind);
}

/* Parts of a name that stand side by side are words of their own. */
void ng_tei_start_name_part(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  ng_capture_space(&t->capture);
  if (t->after_name_part && frame->mode == TEI_TEXT)
    ng_builder_space(t->builder);
}

void ng_tei_end_name_part(void *loader, NgSaxFrame *frame)
{
  (void)frame;
  ((NgTei *)loader)->after_name_part = true;
}

/* The country behind the town; a placeName within another may well go on without a space. */
static bool is_part_of_place(NgTei *t, const NgSaxFrame *frame)
{
  return frame->mode == TEI_TEXT &&
         (ng_sax_parent_is(t->sax, frame, "placeName") || ng_sax_parent_is(t->sax, frame, "address"));
}

void ng_tei_start_place_part(void *loader, NgSaxFrame *frame)
{
  if (is_part_of_place(loader, frame))
    ng_tei_start_name_part(loader, frame);
  ng_tei_start_name(loader, frame);
}

void ng_tei_end_place_part(void *loader, NgSaxFrame *frame)
{
  ng_tei_end_name(loader, frame);
  if (is_part_of_place(loader, frame))
    ng_tei_end_name_part(loader, frame);
}

/* ---- who speaks ---- */

/* The name of the speaker that a note before the speech gives (parliaments have it so) is still open. */
void ng_tei_settle_speaker(NgTei *t, const char *who)
{
  if (!t->speaker_waits)
    return;
  t->speaker_waits = false;
  g_auto(GStrv) pointers = ng_tei_pointers_in(who);
  if (pointers)
    ng_builder_close_mention(t->builder, NG_ENTITY_PERSON, (const char *const *)pointers, t->speaker_line,
                             t->speaker_column);
  else
    ng_builder_close(t->builder);
  ng_builder_close_style(t->builder, NG_STYLE_BOLD);
}

void ng_tei_start_speech(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  ng_tei_settle_speaker(t, ng_sax_attribute(t->sax, "who"));
  ng_tei_hold(t, ng_sax_attribute(t->sax, "who"));
  frame->opened |= TEI_OPENED_HELD;
  if (strcmp(frame->rule->name, "u") == 0)
    ng_blocks_begin(&t->blocks, frame, NG_BLOCK_PARAGRAPH, 0);
}

void ng_tei_end_speech(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->opened & TEI_OPENED_HELD)
    ng_tei_release(t, NULL, NULL);
  ng_blocks_end(&t->blocks, frame);
}

/* What somebody said, within a sentence or more. The speech of nobody in particular is but text. */
void ng_tei_start_said(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  const char *who = ng_sax_attribute(t->sax, "who");
  if (frame->mode != TEI_TEXT || !who)
    return;
  ng_tei_hold(t, who);
  ng_tei_hold(t, ng_sax_attribute(t->sax, "n"));
  frame->mark = packed(NG_ENTITY_PERSON, ng_tei_said_by(t));
  ng_builder_open(t->builder);
  frame->opened |= TEI_OPENED_THING;
}

void ng_tei_end_said(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!(frame->opened & TEI_OPENED_THING))
    return;
  g_autofree char *verb = g_strdup(ng_tei_release(t, NULL, NULL));
  g_auto(GStrv) who = ng_tei_pointers_in(ng_tei_release(t, NULL, NULL));
  if (who && who[0])
    ng_builder_close_statement(t->builder, who[0], verb, packed_by(frame->mark));
  else
    ng_builder_close(t->builder);
}

/* The speaker's name mentions whom the speech points to, and stands out. */
void ng_tei_start_speaker(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  ng_blocks_begin(&t->blocks, frame, NG_BLOCK_PARAGRAPH, 0);
  const NgSaxFrame *speech = ng_sax_parent(t->sax, frame);
  bool of_speech = speech && (speech->opened & TEI_OPENED_HELD);
  g_autofree char *who = of_speech ? g_strdup(ng_tei_held(t)) : NULL;
  ng_tei_hold_here(t, who);
  frame->mark = NG_ENTITY_PERSON;
  ng_builder_open(t->builder); /* the style */
  ng_builder_open(t->builder); /* the mention */
  frame->opened |= TEI_OPENED_THING;
}

void ng_tei_end_speaker(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  ng_tei_end_name(t, frame);
  if (frame->opened & TEI_OPENED_THING)
    ng_builder_close_style(t->builder, NG_STYLE_BOLD);
  ng_blocks_end(&t->blocks, frame);
}

/* ---- links ---- */

void ng_tei_start_link(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  const char *target = ng_sax_attribute(t->sax, "target");
  if (frame->mode != TEI_TEXT || !target || !*target)
    return;
  ng_tei_hold(t, target);
  ng_builder_open(t->builder);
  frame->opened |= TEI_OPENED_THING;
}

void ng_tei_end_link(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!(frame->opened & TEI_OPENED_THING))
    return;
  ng_builder_close_link(t->builder, ng_tei_release(t, NULL, NULL));
}
