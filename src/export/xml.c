#include "export/xml.h"

#include <string.h>

static const char *reference_for(char c)
{
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\n':
    return "&#10;";
  case '\t':
    return "&#9;";
  case '\r':
    return "&#13;";
  default:
    return NULL;
  }
}

/* Writes the text with references for the ASCII characters in `escaped`. */
static void put(FILE *out, const char *text, gsize bytes, const char *escaped)
{
  const char *run = text, *end = text + bytes;
  for (const char *p = text; p < end; p++) {
    if ((guchar)*p > '>' || !strchr(escaped, *p) || !*p)
      continue;
    fwrite(run, 1, (gsize)(p - run), out);
    fputs(reference_for(*p), out);
    run = p + 1;
  }
  fwrite(run, 1, (gsize)(end - run), out);
}

void ng_xml_bytes(FILE *out, const char *text, gsize bytes)
{
  put(out, text, bytes, "&<>\r");
}

void ng_xml_text(FILE *out, const char *text)
{
  ng_xml_bytes(out, text, strlen(text));
}

void ng_xml_attribute(FILE *out, const char *name, const char *value)
{
  fprintf(out, " %s=\"", name);
  put(out, value, strlen(value), "&<>\"\n\t\r");
  putc_unlocked('"', out);
}

void ng_xml_element(FILE *out, const char *name, const char *text)
{
  if (!text)
    return;
  fprintf(out, "<%s>", name);
  ng_xml_text(out, text);
  fprintf(out, "</%s>", name);
}
