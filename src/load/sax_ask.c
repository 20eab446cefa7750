/* What handlers ask of the driver. */
#include "load/sax_private.h"

#include <string.h>

/* The parser hands an ampersand in a value on as the reference &#38;, however it is written there, and no other one. */
static void append_value(GString *values, const char *value, gsize bytes)
{
  static const char reference[] = "&#38;";
  const char *end = value + bytes;
  for (const char *p; (p = memchr(value, '&', (gsize)(end - value))); value = p) {
    p++;
    g_string_append_len(values, value, p - value);
    gsize rest = strlen(reference) - 1;
    if ((gsize)(end - p) >= rest && memcmp(p, reference + 1, rest) == 0)
      p += rest;
  }
  g_string_append_len(values, value, end - value);
}

static void copy_values(NgSax *sax)
{
  g_string_truncate(sax->values, 0);
  g_array_set_size(sax->value_starts, 0);
  for (int i = 0; i < sax->n_attributes; i++) {
    const xmlChar *const *attribute = sax->attributes + (gsize)i * NG_SAX_ATTRIBUTE_FIELDS;
    gsize start = sax->values->len;
    g_array_append_val(sax->value_starts, start);
    append_value(sax->values, (const char *)attribute[3], (gsize)(attribute[4] - attribute[3]));
    g_string_append_c(sax->values, '\0');
  }
  sax->copied = true;
}

const char *ng_sax_attribute(NgSax *sax, const char *name)
{
  bool xml = strncmp(name, "xml:", 4) == 0;
  const char *local = xml ? name + 4 : name;
  for (int i = 0; i < sax->n_attributes; i++) {
    const xmlChar *const *attribute = sax->attributes + (gsize)i * NG_SAX_ATTRIBUTE_FIELDS;
    if (strcmp((const char *)attribute[0], local) != 0)
      continue;
    if (xml != (attribute[1] && strcmp((const char *)attribute[1], "xml") == 0))
      continue;
    if (!sax->copied)
      copy_values(sax);
    return sax->values->str + g_array_index(sax->value_starts, gsize, i);
  }
  return NULL;
}

const char *ng_sax_first_attribute(NgSax *sax, const char *const *names)
{
  for (; *names; names++) {
    const char *value = ng_sax_attribute(sax, *names);
    if (value && *value)
      return value;
  }
  return NULL;
}

void ng_sax_position(NgSax *sax, uint32_t *line, uint32_t *column)
{
  ng_sax_tag_place(sax->parser, line, column);
}

NgSaxFrame *ng_sax_frames(NgSax *sax, guint *n)
{
  *n = sax->depth;
  return sax->frames;
}

NgSaxFrame *ng_sax_parent(NgSax *sax, const NgSaxFrame *frame)
{
  return frame > sax->frames ? sax->frames + (frame - sax->frames) - 1 : NULL;
}

static bool is_called(const NgSaxFrame *frame, const char *name)
{
  return frame->rule && strcmp(frame->rule->name, name) == 0;
}

bool ng_sax_parent_is(NgSax *sax, const NgSaxFrame *frame, const char *name)
{
  const NgSaxFrame *parent = ng_sax_parent(sax, frame);
  return parent && is_called(parent, name);
}

bool ng_sax_inside(NgSax *sax, const NgSaxFrame *frame, const char *name)
{
  for (const NgSaxFrame *f = ng_sax_parent(sax, frame); f; f = ng_sax_parent(sax, f))
    if (is_called(f, name))
      return true;
  return false;
}
