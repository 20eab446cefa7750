/* The rows of a card, for the files that gather and draw them. */
#ifndef NG_WHO_PRIVATE_H
#define NG_WHO_PRIVATE_H

#include "ui/who.h"

typedef enum {
  NG_WHO_ROW_BLANK,
  NG_WHO_ROW_TEXT,
  NG_WHO_ROW_QUOTE,
  NG_WHO_ROW_RELATION,
  NG_WHO_ROW_KEPT,
  NG_WHO_ROW_SURFACE
} NgWhoRowKind;

typedef struct {
  NgWhoRowKind kind;
  const char *label; /* static; NULL: the row goes on with what stands above */
  char *text, *date; /* owned, or NULL */
  NgRange range;     /* of a quote */
  uint32_t edge, n;  /* of relations: the first edge of the ego, and how many stand together */
  uint32_t count;    /* at the right end */
} NgWhoRow;

struct _NgWho {
  GArray *rows; /* NgWhoRow */
  int cols, label_cols;
  NgWhoForm form;
};

#endif
