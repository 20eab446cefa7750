/* What the parser has to say, for all who run it: its errors and where a tag stands. */
#ifndef NG_SAX_ERRORS_H
#define NG_SAX_ERRORS_H

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <stdbool.h>
#include <stdint.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *NgParserError;
#else
typedef xmlErrorPtr NgParserError;
#endif

/* What is wrong, in words that fit here; NULL of a mere warning. Borrowed from the error. */
const char *ng_sax_error_message(NgParserError error);

/* Whether nothing sensible can follow: a tag longer than the parser reads, whose rest would pass for text. */
bool ng_sax_is_hopeless(NgParserError error);

/* Where the tag stands that the parser has just read, from 1; a column of 0 is unknown. */
void ng_sax_tag_place(xmlParserCtxtPtr parser, uint32_t *line, uint32_t *column);

#endif
