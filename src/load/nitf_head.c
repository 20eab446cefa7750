/* The head of an NITF document. */
#include "load/nitf_private.h"

#include <string.h>

static bool has_digits(const char *text, int n)
{
  for (int i = 0; i < n; i++)
    if (!g_ascii_isdigit(text[i]))
      return false;
  return true;
}

/* The zone after a time: "Z", "+0100" or "+01:00". */
static void append_zone(GString *date, const char *zone)
{
  if (*zone == 'Z')
    g_string_append_c(date, 'Z');
  else if ((*zone == '+' || *zone == '-') && has_digits(zone + 1, 4))
    g_string_append_printf(date, "%.3s:%.2s", zone, zone + 3);
}

char *ng_nitf_date(const char *norm)
{
  if (!norm || !has_digits(norm, 4))
    return NULL;
  if (norm[4] == '-')
    return g_strndup(norm, strspn(norm, "0123456789-:.+TZ"));
  if (!has_digits(norm, 8))
    return g_strndup(norm, 4);
  g_autoptr(GString) date = g_string_new(NULL);
  g_string_append_printf(date, "%.4s-%.2s-%.2s", norm, norm + 4, norm + 6);
  const char *time = norm + 8;
  if (*time == 'T' && has_digits(time + 1, 6)) {
    g_string_append_printf(date, "T%.2s:%.2s:%.2s", time + 1, time + 3, time + 5);
    append_zone(date, time + 7);
  }
  return g_strdup(date->str);
}

char *ng_nitf_pointer(NgSax *sax)
{
  const char *value = ng_sax_attribute(sax, "value"), *authority = ng_sax_attribute(sax, "idsrc");
  if (!value || !*value)
    return NULL;
  return authority && *authority ? g_strconcat(authority, ":", value, NULL) : g_strdup(value);
}

void ng_nitf_start_root(void *loader, NgSaxFrame *frame)
{
  (void)frame;
  NgNitf *n = loader;
  ng_builder_set_head(n->builder, NG_HEAD_LANGUAGE, ng_sax_attribute(n->sax, "xml:lang"));
}

void ng_nitf_start_part(void *loader, NgSaxFrame *frame)
{
  ng_nitf_start_root(loader, frame);
  frame->mode = (uint8_t)frame->rule->detail;
}

/* Elements of the head that say it all in one attribute, best first for each field. */
void ng_nitf_start_head_field(void *loader, NgSaxFrame *frame)
{
  static const struct {
    const char *element, *attribute;
    NgHeadField field;
  } fields[] = {
      {"doc-id", "id-string", NG_HEAD_ID},
      {"date.issue", "norm", NG_HEAD_DATE},
      {"date.release", "norm", NG_HEAD_DATE},
      {"pubdata", "date.publication", NG_HEAD_DATE},
      {"pubdata", "name", NG_HEAD_PUBLISHER},
      {"pubdata", "ex-ref", NG_HEAD_URL},
      {"doc.copyright", "holder", NG_HEAD_PUBLISHER},
      {"doc.rights", "owner", NG_HEAD_PUBLISHER},
  };
  NgNitf *n = loader;
  if (frame->mode != NITF_HEAD)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
    if (strcmp(fields[i].element, frame->rule->name) != 0)
      continue;
    const char *value = ng_sax_attribute(n->sax, fields[i].attribute);
    g_autofree char *date = fields[i].field == NG_HEAD_DATE ? ng_nitf_date(value) : NULL;
    ng_builder_set_head(n->builder, fields[i].field, fields[i].field == NG_HEAD_DATE ? date : value);
  }
}

void ng_nitf_start_head_title(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode != NITF_HEAD)
    return;
  ng_capture_begin(&n->capture);
  frame->opened |= NITF_OPENED_CAPTURE;
}

void ng_nitf_end_head_title(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (!(frame->opened & NITF_OPENED_CAPTURE))
    return;
  const char *title = ng_capture_end(&n->capture);
  if (!n->title)
    n->title = g_strdup(title);
}

/* Where the events took place: a place that the source lists. */
void ng_nitf_start_event_place(void *loader, NgSaxFrame *frame)
{
  static const char *const names[] = {"city", "county-dist", "state-prov", "country", NULL};
  NgNitf *n = loader;
  const char *name = ng_sax_first_attribute(n->sax, names), *country = ng_sax_attribute(n->sax, "iso-cc");
  if (frame->mode != NITF_HEAD || !name)
    return;
  uint32_t line, column;
  ng_sax_position(n->sax, &line, &column);
  uint32_t record = ng_builder_record(n->builder, NG_ENTITY_PLACE, NULL, line, column);
  ng_builder_record_name(n->builder, record, name);
  ng_builder_record_country(n->builder, record, country);
  ng_builder_record_country_code(n->builder, record, country);
}

void ng_nitf_start_keyword(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  if (frame->mode == NITF_HEAD)
    ng_builder_keyword(n->builder, ng_sax_attribute(n->sax, "key"));
}
