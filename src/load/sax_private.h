/* What the driver's files share: sax.c records the parser's events on a tape, sax_run.c runs the parser, again where it gave up; sax_play.c plays the
 * tape to a dialect's handlers, sax_ask.c answers what they ask. The two sides share nothing but the tape, for they may run in two threads. */
#ifndef NG_SAX_PRIVATE_H
#define NG_SAX_PRIVATE_H

#include "load/sax.h"
#include "load/sax_entities.h"
#include "load/sax_errors.h"
#include "load/sax_tape.h"

/* The parser stops at 256 elements nested; broken tags can leave some more open. */
#define NG_SAX_MAX_DEPTH 512u

/* ---- what is on the tape ---- */

typedef enum {
  NG_SAX_BEGIN, /* the root is this dialect's */
  NG_SAX_START, /* an element starts; none that has no handler for that has attributes here, or a place */
  NG_SAX_END,   /* the innermost element ends */
  NG_SAX_TEXT,
  NG_SAX_REPORT, /* a problem */
  NG_SAX_FINISH  /* all elements are closed */
} NgSaxEventKind;

typedef struct {
  const char *name; /* local name; the parser's own copy, which lives as long as the parser */
  gsize value;      /* where its value begins, with a NUL at its end, from the event's start */
  bool xml;         /* xml:name */
} NgSaxAttribute;

/* Every event begins with `bytes` and `kind`. */
typedef struct {
  gsize bytes; /* to the next event */
  NgSaxEventKind kind;
  uint32_t line, column; /* of a start or a report, from 1; 0: unknown */
  uint32_t n;            /* of a start: attributes; of text: bytes */
  union {
    const NgSaxDialect *dialect; /* of the beginning */
    const NgSaxRule *rule;       /* of a start; NULL: none */
  };
  union {
    NgSaxAttribute attributes[0]; /* then their values */
    char text[0];                 /* of a report it ends with a NUL */
  };
} NgSaxEvent;

/* ---- the parser's side ---- */

typedef struct {
  _Alignas(NG_SAX_APART_BYTES) xmlParserCtxtPtr parser;
  NgSaxTape *tape;
  NgDecoder *decoder;
  GString *first; /* what is read before the decoder's: bytes that were left over */
  gsize given;    /* of them */
  const NgSaxDialect *const *dialects;
  const NgSaxDialect *dialect; /* NULL before the root */
  GHashTable *rules;           /* the parser's own copy of a name to its NgSaxRule */
  guint depth;                 /* open elements: the parser's own copies of their names */
  const xmlChar *names[NG_SAX_MAX_DEPTH];
  NgSaxEntities entities;
  GString *scratch; /* text that has to be cleaned once more */

  const xmlChar *end_name; /* what the end tag says that the parser takes for another's; NULL if it agrees */
  bool gave_up;            /* the parser took the document for ended */
  guint skip_starts;       /* so many elements to come are not the document's */
  bool stopped;            /* nothing more is taken from the parser */
  bool told_of_end;        /* that the document ends too early */
  bool had_error;          /* the parser met one: its texts may be cut in the middle of a character */
  char *root;              /* of what is no article; else NULL */
  char *first_problem;     /* with line and column: for the error, where there is no article */
} NgSaxParser;

/* The callbacks. */
void ng_sax_set_callbacks(xmlParserCtxtPtr parser, NgSaxParser *sax);

/* A diagnostic; line and column from 1, 0 where unknown. */
void ng_sax_report(NgSaxParser *sax, int line, int column, const char *message);

/* Ends what is open, and the document, if it was one. */
void ng_sax_record_end(NgSaxParser *sax);

/* ---- the handlers' side ---- */

struct _NgSax {
  _Alignas(NG_SAX_APART_BYTES) NgBuilder *builder;
  const NgSaxDialect *dialect; /* NULL before the root */
  void *loader;
  guint depth; /* open elements */
  NgSaxFrame frames[NG_SAX_MAX_DEPTH];
  const NgSaxEvent *element; /* the one that starts now, or NULL */
};

/* An NgSaxPlay. */
void ng_sax_play(void *player, const char *events, gsize bytes);

#endif
