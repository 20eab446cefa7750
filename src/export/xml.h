/* XML to a stream: escaping, and nothing else. Private to this folder.
 *
 * Strings are clean UTF-8 (ng_text_clean), in which every character is one that XML 1.0 allows. */
#ifndef NG_XML_H
#define NG_XML_H

#include <glib.h>
#include <stdio.h>

/* Character data. */
void ng_xml_bytes(FILE *out, const char *text, gsize bytes);
void ng_xml_text(FILE *out, const char *text);

/* A space, the name, and the value in double quotes. */
void ng_xml_attribute(FILE *out, const char *name, const char *value);

/* <name>text</name>; nothing where the text is NULL. */
void ng_xml_element(FILE *out, const char *name, const char *text);

#endif
