/* What the driver's files share: sax.c takes the parser's events, sax_ask.c answers handlers, sax_run.c runs the parser, again where it gave up. */
#ifndef NG_SAX_PRIVATE_H
#define NG_SAX_PRIVATE_H

#include "load/sax.h"
#include "load/sax_entities.h"
#include "load/sax_errors.h"

/* One attribute as the parser gives it: name, prefix, namespace, the value's start and its end. */
#define NG_SAX_ATTRIBUTE_FIELDS 5

/* The parser stops at 256 elements nested; broken tags can leave some more open. */
#define NG_SAX_MAX_DEPTH 512u

struct _NgSax {
  xmlParserCtxtPtr parser;
  NgDecoder *decoder;
  NgBuilder *builder;
  const NgSaxDialect *const *dialects;
  const NgSaxDialect *dialect; /* NULL before the root */
  void *loader;
  GHashTable *rules; /* the parser's own copy of a name to its NgSaxRule */
  guint depth;       /* open elements: their frames, and the parser's own copies of their names */
  NgSaxFrame frames[NG_SAX_MAX_DEPTH];
  const xmlChar *names[NG_SAX_MAX_DEPTH];
  NgSaxEntities entities;
  GString *scratch; /* text that has to be cleaned once more */

  const xmlChar **attributes; /* of the element that starts now */
  int n_attributes;
  bool has_room; /* `values` has room for the value of each, with a NUL */
  GString *values;

  const xmlChar *end_name; /* what the end tag says that the parser takes for another's; NULL if it agrees */
  bool gave_up;            /* the parser took the document for ended */
  guint skip_starts;       /* so many elements to come are not the document's */
  bool stopped;            /* nothing more is taken from the parser */
  bool told_of_end;        /* that the document ends too early */
  bool had_error;          /* the parser met one: its texts may be cut in the middle of a character */
  char *root;              /* of what is no article; else NULL */
  char *first_problem;     /* with line and column: for the error, where there is no article */
};

/* The callbacks. */
void ng_sax_set_callbacks(xmlParserCtxtPtr parser, NgSax *sax);

/* A diagnostic; line and column from 1, 0 where unknown. */
void ng_sax_report(NgSax *sax, int line, int column, const char *message);

/* Takes nothing more from the parser. */
void ng_sax_stop(NgSax *sax);

/* Ends the innermost open element. */
void ng_sax_end_innermost(NgSax *sax);

#endif
