/* What handlers ask of the driver. */
#include "load/sax_private.h"

#include <string.h>

const char *ng_sax_attribute(NgSax *sax, const char *name)
{
  bool xml = strncmp(name, "xml:", 4) == 0;
  const char *local = xml ? name + 4 : name;
  const NgSaxEvent *element = sax->element;
  for (uint32_t i = 0; element && i < element->n; i++) {
    const NgSaxAttribute *attribute = &element->attributes[i];
    if (attribute->xml == xml && attribute->name[0] == local[0] && strcmp(attribute->name, local) == 0)
      return (const char *)element + attribute->value;
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
  *line = sax->element ? sax->element->line : 0;
  *column = sax->element ? sax->element->column : 0;
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
