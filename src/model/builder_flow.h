/* The text side of the builder in the making: pieces of text that become blocks, and what is open in them. */
#ifndef NG_BUILDER_FLOW_H
#define NG_BUILDER_FLOW_H

#include "model/builder_private.h"

typedef enum {
  NG_SPAN_MENTION,
  NG_SPAN_STYLE,
  NG_SPAN_LINK,
  NG_SPAN_PASSAGE,
  NG_SPAN_SENTENCE,
  NG_SPAN_AROUND
} NgSpanType;

typedef struct {
  uint32_t start, end;      /* in the piece's text */
  uint32_t payload;         /* of a mention: its key; of a passage: its index; of evidence: its index */
  uint32_t line;            /* of a mention: where the source has it */
  uint32_t element;         /* of a mention: NgRawMention */
  const char *target;       /* of a link */
  uint8_t type;             /* NgSpanType */
  uint8_t detail;           /* entity kind or style */
  uint8_t origin;           /* of a mention: NgOrigin */
  uint8_t confidence, rule; /* of a mention: NgRawMention */
} NgSpan;

struct _NgPiece {
  GString *text;
  GArray *spans;    /* NgSpan */
  GPtrArray *notes; /* NgPiece: their anchors are positions in this text; NULL while there are none */
  uint32_t anchor;  /* of a note's piece: where in its host */
  uint8_t kind, level;
  bool space; /* white space waits for the next word */
  bool joins; /* white space that comes next is none: the word goes on */
};

typedef struct {
  NgPiece *piece;  /* where it started; NULL once that is in the article */
  uint32_t start;  /* in the piece, or in the article */
  uint32_t end;    /* where the piece ended; 0 while it is the flow's current one */
  uint32_t around; /* evidence index + 1, or 0 */
} NgOpen;

struct _NgFlow {
  NgPiece *piece;
  GArray *opens;   /* NgOpen */
  GPtrArray *done; /* of a note: finished pieces */
  uint32_t anchor;
};

/* The flow that takes the text now: the running text, or the innermost note. */
NgFlow *ng_builder_top_flow(NgBuilder *b);

/* A span that has found its place in the article's text, whose piece starts at `base`. */
void ng_builder_emit_span(NgBuilder *b, const NgSpan *span, uint32_t base);

#endif
