/* What handlers ask of the driver. */
#include "load/sax_private.h"

#include <string.h>

/* The parser hands an ampersand in a value on as the reference &#38;, however it is written there, and no other one. Writes the value and a NUL. */
static void copy_value(char *to, const char *value, gsize bytes)
{
  static const char reference[] = "&#38;";
  const gsize rest = sizeof reference - 2;
  const char *end = value + bytes;
  for (const char *p; (p = memchr(value, '&', (gsize)(end - value))); value = p) {
    p++;
    memcpy(to, value, (gsize)(p - value));
    to += p - value;
    if ((gsize)(end - p) >= rest && memcmp(p, reference + 1, rest) == 0)
      p += rest;
  }
  memcpy(to, value, (gsize)(end - value));
  to[end - value] = '\0';
}

static gsize value_bytes(const xmlChar *const *attribute)
{
  return (gsize)(attribute[4] - attribute[3]);
}

/* The value of an attribute. Each of the element's has a place of its own in `values`, which is filled when it is asked for. */
static const char *value_of(NgSax *sax, int index)
{
  gsize start = 0, all = 0;
  for (int i = 0; i < (sax->has_room ? index : sax->n_attributes); i++) {
    gsize bytes = value_bytes(sax->attributes + (gsize)i * NG_SAX_ATTRIBUTE_FIELDS) + 1;
    start += i < index ? bytes : 0;
    all += bytes;
  }
  if (!sax->has_room)
    g_string_set_size(sax->values, all);
  sax->has_room = true;
  const xmlChar *const *attribute = sax->attributes + (gsize)index * NG_SAX_ATTRIBUTE_FIELDS;
  copy_value(sax->values->str + start, (const char *)attribute[3], value_bytes(attribute));
  return sax->values->str + start;
}

const char *ng_sax_attribute(NgSax *sax, const char *name)
{
  bool xml = strncmp(name, "xml:", 4) == 0;
  const char *local = xml ? name + 4 : name;
  for (int i = 0; i < sax->n_attributes; i++) {
    const xmlChar *const *attribute = sax->attributes + (gsize)i * NG_SAX_ATTRIBUTE_FIELDS;
    if (attribute[0][0] != (xmlChar)local[0] || strcmp((const char *)attribute[0], local) != 0)
      continue;
    if (xml == (attribute[1] && strcmp((const char *)attribute[1], "xml") == 0))
      return value_of(sax, i);
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
