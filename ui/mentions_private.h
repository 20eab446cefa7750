/* All mentions of an entity: what the files that keep and draw them share. */
#ifndef NG_MENTIONS_PRIVATE_H
#define NG_MENTIONS_PRIVATE_H

#include "ui/kept.h"
#include "ui/overlays.h"

typedef struct {
  NgOverlay base;
  NgShelf *shelf; /* borrowed */
  uint32_t entity;
  const uint32_t *own; /* all its mentions */
  uint32_t n;
  GArray *rows;         /* uint32_t: those that pass the filter, as ordinals */
  char *filter;         /* NULL: none */
  GArray *elsewhere;    /* NgKept: the other articles that name it */
  int date_cols;        /* of their dates */
  NgCoMentions *shared; /* who stands in the same sentences */
  guint cursor;         /* into rows, then into elsewhere */
  guint top;            /* the first row shown */
  int list_row, height; /* where the list stands, and its rows, as of the last drawing */
} NgMentionsView;

/* The mention under the cursor, or the last one before it; NG_NONE if none passes the filter. */
uint32_t ng_mentions_current(const NgMentionsView *view);

/* The article elsewhere under the cursor, or NULL. */
const NgKept *ng_mentions_elsewhere(const NgMentionsView *view);

void ng_mentions_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas);

/* The rows below the list, in a rectangle: the paragraph of the current mention, the articles elsewhere, and beside them who shares its
 * sentences. (mentions_context.c) */
void ng_mentions_draw_context(const NgMentionsView *view, NgReader *reader, NgCanvas *canvas, NgRect rect);

/* A row about an article elsewhere. */
void ng_mentions_draw_article(const NgMentionsView *view, guint index, NgCanvas *canvas, int row, int col, int cols);

#endif
