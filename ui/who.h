/* Who someone is, or what a place or an organisation is, in rows: the content of the card (K) and of the pane "Who is NAME".
 *
 * Gathered for a width, then drawn row by row from any of them on. It lives no longer than the reader's selection stays. */
#ifndef NG_WHO_H
#define NG_WHO_H

#include "ui/kept.h"

typedef enum {
  NG_WHO_CARD, /* role, first sentence, last mention before here, what it says, closest relations, kept articles */
  NG_WHO_PANE, /* role, names, kept articles: the rest stands in the panes beside it */
  NG_WHO_TIGHT /* the card without blank rows */
} NgWhoForm;

typedef struct _NgWho NgWho;

/* What the cursor of a card is on. */
typedef struct {
  uint32_t candidate; /* of several places that it may be (see atlas.h), or NG_NONE */
  uint32_t item;      /* else the article elsewhere: of the shelf; NG_NONE: none */
} NgWhoCursor;

#define NG_WHO_NO_CURSOR ((NgWhoCursor){NG_NONE, NG_NONE})

/* About the selected entity, of which there must be one. The caller frees it. */
NgWho *ng_who_new(NgReader *reader, NgWhoForm form, int cols, NgWhoCursor cursor);
void ng_who_free(NgWho *who);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgWho, ng_who_free)

int ng_who_rows(const NgWho *who);

/* The row that the cursor is on, or -1. */
int ng_who_cursor_row(const NgWho *who);

/* Of the articles elsewhere that it lists, the one at `i`: which of the shelf's it is, in which row it stands, and whom it names there; item == NG_NONE:
 * there are no more. */
typedef struct {
  uint32_t item, entity;
  int row;
} NgWhoElsewhere;

NgWhoElsewhere ng_who_elsewhere(const NgWho *who, guint i);

/* Moves the cursor onto an article elsewhere. */
void ng_who_point_at(NgWho *who, uint32_t item);

/* How sure the annotator is of a mention or a relation (an index into the article's), and by which rule: "85 %, begins with a first name". NULL where nobody
 * tells, and for NG_NONE. The caller frees it. */
char *ng_why_mention(const NgArticle *article, uint32_t mention);
char *ng_why_relation(const NgArticle *article, uint32_t relation);

/* Draws its rows from `first` on into the rectangle, which is as wide as it was made for. */
void ng_who_draw(const NgWho *who, NgReader *reader, NgCanvas *canvas, NgRect rect, int first);

#endif
