/* The rows of a card, for the files that gather and draw them. */
#ifndef NG_WHO_PRIVATE_H
#define NG_WHO_PRIVATE_H

#include "ui/who.h"

typedef enum {
  NG_WHO_ROW_BLANK,
  NG_WHO_ROW_TEXT,
  NG_WHO_ROW_CANDIDATE,
  NG_WHO_ROW_QUOTE,
  NG_WHO_ROW_RELATION,
  NG_WHO_ROW_KEPT,
  NG_WHO_ROW_SURFACE
} NgWhoRowKind;

typedef struct {
  NgWhoRowKind kind;
  const char *label;  /* static or the article's; NULL: the row goes on with what stands above */
  char *text, *date;  /* owned, or NULL */
  NgRange range;      /* of a quote */
  bool inside;        /* of a quote: it begins within its sentence */
  uint32_t edge, n;   /* of relations: the first edge of the ego, and how many stand together */
  bool same_label;    /* of a relation: as the one above */
  uint32_t count;     /* at the right end */
  uint32_t candidate; /* what a place may be: the index of it in the atlas */
  uint32_t item;      /* an article elsewhere: of the shelf; NG_NONE: this one */
  uint32_t entity;    /* ... and who it is there */
} NgWhoRow;

struct _NgWho {
  GArray *rows; /* NgWhoRow */
  int cols, label_cols;
  NgWhoForm form;
  NgWhoCursor cursor;
};

/* Adds a row, which is taken over; a text in at most `most` rows, NULL and "" in none. (who.c) */
void ng_who_add(NgWho *who, NgWhoRow row);
void ng_who_add_text(NgWho *who, const char *label, const char *text, int most);

/* Adds where the selected entity lies, who says so, and what else it may be. (who_place.c) */
void ng_who_add_place(NgWho *who, NgReader *reader);

/* Draws a candidate. (who_place.c) */
void ng_who_draw_candidate(const NgWho *who, const NgWhoRow *row, NgReader *reader, NgCanvas *canvas, NgRect rect);

#endif
