#include "load/sax_errors.h"

#include <stdbool.h>

const char *ng_sax_error_message(NgParserError error)
{
  if (error->level < XML_ERR_ERROR)
    return NULL;
  if (error->code == XML_ERR_INTERNAL_ERROR) /* its words are about the library's options */
    return "nested too deep, or too long, to be read: the rest is left out";
  return error->message ? error->message : "not well-formed";
}

/* The parser stands behind the tag's attributes. Its beginning is found backwards: no attribute value holds a `<`. */
void ng_sax_tag_place(xmlParserCtxtPtr parser, uint32_t *line, uint32_t *column)
{
  const xmlParserInput *input = parser->input;
  const xmlChar *p = input->cur;
  int at_line = input->line, back = 0;
  bool other_line = false;
  while (p > input->base && *p != '<') {
    p--;
    back += (*p & 0xC0) != 0x80;
    if (*p == '\n') {
      at_line--;
      other_line = true;
    }
  }
  int at_column = input->col - back;
  if (other_line) {
    at_column = 1;
    while (p > input->base && p[-1] != '\n') {
      p--;
      at_column += (*p & 0xC0) != 0x80;
    }
    if (p == input->base && at_line > 1)
      at_column = 0; /* the line's start has left the buffer */
  }
  *line = at_line > 0 ? (uint32_t)at_line : 0;
  *column = at_column > 0 ? (uint32_t)at_column : 0;
}
