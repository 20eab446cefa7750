#include "config.h" /* for memrchr */

#include "load/sax_errors.h"

#include "text/sixteen.h"

#include <glib.h>
#include <string.h>

/* Some messages begin with the name of a function. */
static const char *without_function(const char *message)
{
  const char *colon = strstr(message, ": ");
  return colon && g_str_has_prefix(message, "xml") && !memchr(message, ' ', (gsize)(colon - message)) ? colon + 2
                                                                                                      : message;
}

bool ng_sax_is_hopeless(NgParserError error)
{
  return error->code == XML_ERR_NO_MEMORY ||
         (error->code == XML_ERR_ATTRIBUTE_NOT_FINISHED && error->message && strstr(error->message, "too long"));
}

const char *ng_sax_error_message(NgParserError error)
{
  if (error->level < XML_ERR_ERROR)
    return NULL;
  switch (error->code) {
  case XML_ERR_INTERNAL_ERROR: /* its words are about the library's options */
    return "nested too deep, or too long, to be read: the rest is left out";
  case XML_ERR_DOCUMENT_EMPTY:
    return "nothing to read in it";
  default:
    break;
  }
  if (ng_sax_is_hopeless(error))
    return "an attribute too long to be read: the rest is left out";
  return error->message ? without_function(error->message) : "not well-formed";
}

/* How many characters of UTF-8 begin there. */
static int n_characters(const xmlChar *from, const xmlChar *to)
{
  int n = 0;
  for (; to - from >= NG_SIXTEEN; from += NG_SIXTEEN, n += NG_SIXTEEN)
    if (ng_sixteen_first((NgSixteen)(ng_sixteen_at(from) >= 0x80)) < NG_SIXTEEN)
      break;
  for (; from < to; from++)
    n += (*from & 0xC0) != 0x80;
  return n;
}

/* The parser stands behind the tag's attributes. Its beginning is found backwards: no attribute value holds a `<`. */
void ng_sax_tag_place(xmlParserCtxtPtr parser, uint32_t *line, uint32_t *column)
{
  const xmlParserInput *input = parser->input;
  const xmlChar *tag = memrchr(input->base, '<', (gsize)(input->cur - input->base) + 1); /* a NUL ends the buffer */
  if (!tag)
    tag = input->base;
  int at_line = input->line, at_column = input->col - n_characters(tag, input->cur);
  const xmlChar *end = memchr(tag, '\n', (gsize)(input->cur - tag));
  for (const xmlChar *p = end; p; p = memchr(p + 1, '\n', (gsize)(input->cur - p - 1)))
    at_line--;
  if (end) {
    const xmlChar *before = memrchr(input->base, '\n', (gsize)(tag - input->base));
    at_column = 1 + n_characters(before ? before + 1 : input->base, tag);
    if (!before && at_line > 1)
      at_column = 0; /* the line's start has left the buffer */
  }
  *line = at_line > 0 ? (uint32_t)at_line : 0;
  *column = at_column > 0 ? (uint32_t)at_column : 0;
}
