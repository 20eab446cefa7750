/* TEI's records of people, places, organisations and events. */
#include "load/tei_private.h"

#include <string.h>

void ng_tei_start_record_list(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  bool in_body = frame->mode == TEI_TEXT && (!ng_sax_parent(t->sax, frame) || !(ng_sax_inside(t->sax, frame, "back") ||
                                                                                ng_sax_inside(t->sax, frame, "front")));
  if (!ng_sax_parent(t->sax, frame)) /* a list is the whole document */
    frame->mode = TEI_TEXT;
  else if (!in_body && frame->mode != TEI_SKIP)
    frame->mode = TEI_RECORDS;
}

NgTeiRecord *ng_tei_record_of_child(NgTei *t, const NgSaxFrame *frame)
{
  const NgSaxFrame *parent = ng_sax_parent(t->sax, frame);
  if (!parent || !(parent->opened & TEI_OPENED_RECORD) || !t->records->len || parent->mark >= t->records->len)
    return NULL;
  return &g_array_index(t->records, NgTeiRecord, parent->mark);
}

uint32_t ng_tei_begin_record(NgTei *t, NgTeiRecord *record, const char *pointer)
{
  if (record->begun)
    return record->handle;
  record->begun = true;
  if (!record->id && pointer)
    record->handle = ng_builder_record_at(t->builder, record->kind, pointer, record->line, record->column);
  else
    record->handle = ng_builder_record(t->builder, record->kind, record->id, record->line, record->column);
  if (record->gathered)
    ng_builder_record_gathered(t->builder, record->handle);
  return record->handle;
}

/* The record's own id, as the builder takes it. */
static char *id_of(NgTei *t)
{
  const char *id = ng_sax_attribute(t->sax, "xml:id");
  if (!id || !strstr(id, "_x"))
    return g_strdup(id);
  g_autofree char *plain = ng_tei_plain_id(id);
  return g_strconcat(*plain == '#' ? "#" : "", plain, NULL);
}

void ng_tei_start_record(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode == TEI_SKIP || frame->mode == TEI_NOTHING)
    return;
  NgTeiRecord record = {.handle = NG_NONE, .id = id_of(t), .kind = (NgEntityKind)frame->rule->detail};
  record.gathered = g_strcmp0(ng_sax_attribute(t->sax, "evidence"), "internal") == 0;
  ng_sax_position(t->sax, &record.line, &record.column);
  if (frame->mode == TEI_HEADER)
    frame->mode = TEI_RECORDS;
  if (frame->mode == TEI_TEXT)
    ng_blocks_begin(&t->blocks, frame, NG_BLOCK_ITEM, 0);
  frame->mark = t->records->len;
  frame->opened |= TEI_OPENED_RECORD;
  g_array_append_val(t->records, record);
  if (record.id && record.kind != NG_ENTITY_EVENT)
    ng_tei_begin_record(t, &g_array_index(t->records, NgTeiRecord, frame->mark), NULL);
}

void ng_tei_end_record(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!(frame->opened & TEI_OPENED_RECORD))
    return;
  g_free(g_array_index(t->records, NgTeiRecord, frame->mark).id);
  g_array_set_size(t->records, frame->mark);
  ng_blocks_end(&t->blocks, frame);
}

/* ---- facts of a record ---- */

/* The innermost record around the element, or NULL. */
static NgTeiRecord *record_around(NgTei *t)
{
  return t->records->len ? &g_array_index(t->records, NgTeiRecord, t->records->len - 1) : NULL;
}

void ng_tei_start_fact(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode == TEI_TEXT)
    ng_builder_space(t->builder);
  if (!record_around(t))
    return;
  if (strcmp(frame->rule->name, "occupation") != 0)
    frame->mode = frame->mode == TEI_TEXT ? TEI_RECORDS : frame->mode; /* numbers and ids are no text */
  const char *type = ng_sax_attribute(t->sax, "type");
  ng_tei_hold(t, type);
  ng_capture_begin(&t->capture);
  frame->opened |= TEI_OPENED_CAPTURE;
}

void ng_tei_end_role(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!(frame->opened & TEI_OPENED_CAPTURE))
    return;
  const char *role = ng_capture_end(&t->capture);
  const char *type = ng_tei_release(t, NULL, NULL);
  const NgTeiRecord *record = ng_tei_record_of_child(t, frame);
  if (!record)
    return;
  if (type && g_str_has_prefix(type, "short"))
    ng_builder_record_short_role(t->builder, record->handle, role);
  else
    ng_builder_record_role(t->builder, record->handle, role);
}

/* Two numbers, with decimal points or decimal commas, parted by white space, a semicolon or a comma: one that stands beside points or a
 * space, or that is all there is between two whole numbers. */
static bool parse_geo(const char *text, double *lat_deg, double *lon_deg)
{
  g_autofree char *copy = g_strstrip(g_strdup(text));
  g_strdelimit(copy, ";\t\r\n", ' ');
  const char *comma = strchr(copy, ',');
  bool parting = strchr(copy, '.') || (comma && comma == strrchr(copy, ',') && !strchr(copy, ' '));
  for (char *p = copy; *p; p++)
    if (*p == ',')
      *p = parting || p[1] == ' ' || p[1] == '\0' ? ' ' : '.';
  char *end;
  *lat_deg = g_ascii_strtod(copy, &end);
  if (end == copy)
    return false;
  char *second = end;
  *lon_deg = g_ascii_strtod(second, &end);
  return end != second && !*g_strchug(end);
}

void ng_tei_end_geo(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!(frame->opened & TEI_OPENED_CAPTURE))
    return;
  const char *text = ng_capture_end(&t->capture);
  ng_tei_release(t, NULL, NULL);
  NgTeiRecord *record = record_around(t);
  double lat_deg, lon_deg;
  if (!record || record->kind == NG_ENTITY_PERSON)
    return;
  if (!parse_geo(text, &lat_deg, &lon_deg)) {
    ng_builder_diagnose(t->builder, record->line, record->column, "coordinates that are no two numbers: left out");
    return;
  }
  ng_tei_begin_record(t, record, NULL);
  ng_builder_record_position(t->builder, record->handle, lat_deg, lon_deg);
}

/* An id is a fact of a record, a field of the head, and no text. */
void ng_tei_start_idno(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (ng_tei_record_of_child(t, frame))
    ng_tei_start_fact(loader, frame);
  else
    ng_tei_start_header_field(loader, frame);
}

void ng_tei_end_idno(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!(frame->opened & TEI_OPENED_CAPTURE))
    return;
  const NgTeiRecord *record = ng_tei_record_of_child(t, frame);
  if (!record) {
    ng_tei_end_header_field(loader, frame);
    return;
  }
  g_autofree char *value = g_strstrip(g_strdup(ng_capture_end(&t->capture)));
  const char *type = ng_tei_release(t, NULL, NULL);
  if (!*value)
    return;
  if (type && g_ascii_strcasecmp(type, "wikidata") == 0 && value[0] == 'Q') {
    g_autofree char *url = g_strconcat("https://www.wikidata.org/wiki/", value, NULL);
    ng_builder_record_ref(t->builder, record->handle, url);
  } else if (strstr(value, "://")) {
    ng_builder_record_ref(t->builder, record->handle, value);
    ng_builder_record_key(t->builder, record->handle, value);
  }
}

/* ---- people in a plain list ---- */

bool ng_tei_speaks_of_people(const char *word)
{
  static const char *const words[] = {"person", "people", "names", NULL};
  g_autofree char *lower = word ? g_ascii_strdown(word, -1) : NULL;
  for (gsize i = 0; lower && words[i]; i++)
    if (strstr(lower, words[i]))
      return true;
  return false;
}

bool ng_tei_is_list_of_people(NgTei *t, const NgSaxFrame *frame)
{
  if (ng_tei_speaks_of_people(ng_sax_attribute(t->sax, "type")))
    return true;
  const NgSaxFrame *div = ng_sax_parent(t->sax, frame);
  while (div && !(div->rule && div->rule->start == ng_tei_start_div))
    div = ng_sax_parent(t->sax, div);
  return div && div->mark;
}

void ng_tei_end_listed_person(NgTei *t, const NgSaxFrame *frame, const char *item)
{
  if (frame->mark == NG_NONE)
    return;
  const char *role = item + MIN(t->listed_role_from, strlen(item));
  while (*role && (g_ascii_isspace(*role) || strchr(",;:.", *role)))
    role++;
  ng_builder_record_role(t->builder, frame->mark, role);
}
