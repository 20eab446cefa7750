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

/* About the selected entity, of which there must be one. Of several places that it may be, the cursor is on `candidate` (see atlas.h); NG_NONE: there
 * is no cursor. The caller frees it. */
NgWho *ng_who_new(NgReader *reader, NgWhoForm form, int cols, uint32_t candidate);
void ng_who_free(NgWho *who);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgWho, ng_who_free)

int ng_who_rows(const NgWho *who);

/* The row that the cursor is on, or -1. */
int ng_who_cursor_row(const NgWho *who);

/* How sure the annotator is of a mention or a relation (an index into the article's), and by which rule: "85 %, begins with a first name". NULL where nobody
 * tells, and for NG_NONE. The caller frees it. */
char *ng_why_mention(const NgArticle *article, uint32_t mention);
char *ng_why_relation(const NgArticle *article, uint32_t relation);

/* Draws its rows from `first` on into the rectangle, which is as wide as it was made for. */
void ng_who_draw(const NgWho *who, NgReader *reader, NgCanvas *canvas, NgRect rect, int first);

#endif
