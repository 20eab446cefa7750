/* A list pane's state: rows of entities under heads, a cursor, a filter. */
#ifndef NG_LIST_H
#define NG_LIST_H

#include "ui/canvas.h"
#include "ui/where.h"

typedef enum { NG_LIST_ENTITY, NG_LIST_HEAD, NG_LIST_BLANK } NgListRowKind;

typedef struct {
  NgListRowKind kind;
  NgEntityKind of;  /* of the entity, or what the head is over */
  uint32_t entity;  /* NG_NONE for others */
  uint32_t ordinal; /* from 1, among those of its kind */
} NgListRow;

typedef struct {
  const NgArticle *article; /* borrowed */
  const NgEntityKind *kinds;
  int n_kinds;
  GArray *rows; /* NgListRow */
  char *filter; /* NULL: none */
  guint cursor, top;
} NgList;

/* A list of the entities of these kinds (static array), each kind but the first under a head of its own. */
void ng_list_init(NgList *list, const NgArticle *article, const NgEntityKind *kinds, int n_kinds);
void ng_list_clear(NgList *list);

/* Only entities whose name or role holds `filter` (smart case); NULL or "": all. */
void ng_list_filter(NgList *list, const char *filter);

/* Moves the cursor `delta` entities on, past heads. */
void ng_list_move(NgList *list, int delta);

/* Puts the cursor on the entity, if it is in the list; false if not. */
bool ng_list_find(NgList *list, uint32_t entity);

/* The entity under the cursor, or NG_NONE. */
uint32_t ng_list_entity(const NgList *list);

/* How many rows the first kind fills, and how many the others besides. */
int ng_list_first_rows(const NgList *list);
int ng_list_other_rows(const NgList *list);

/* Scrolls so that the cursor is among `height` rows. */
void ng_list_scroll(NgList *list, int height);

/* The columns of rows, shared by all lists that stand in one column: NAME WHAT STRIP COUNT. Widths in cells; 0: left out. */
typedef struct {
  int name, what, position, strip, count;
} NgGrid;

/* For `cols` columns, the marks of a row included, and lists of these kinds (NG_KIND_BIT together). `atlas` tells the countries of places; it may be
 * NULL. */
NgGrid ng_grid(const NgArticle *article, const NgAtlas *atlas, unsigned kinds, int cols);

#define NG_KIND_BIT(kind) (1u << (kind))
#define NG_ALL_KINDS      (NG_KIND_BIT(NG_N_ENTITY_KINDS) - 1)

/* What a row looks like. */
typedef struct {
  bool current; /* the selected entity: `›` before it */
  bool focus;   /* ... and its pane is in focus */
  char pin;     /* before a place's name; 0: none */
} NgRowLook;

/* The pin of the number-th place (from 1) that is a point, in the order of the list: `1`-`9`, then `a`-`z`; 0: there are no more. */
char ng_list_pin(guint number);

/* Draws an entity's row at (row, col). A place that lies nowhere in the atlas has a dash. */
void ng_list_row_draw(const NgArticle *article, const NgAtlas *atlas, uint32_t entity, NgGrid grid, NgRowLook look,
                      NgCanvas *canvas, int row, int col);

/* Draws a strip of `cells` cells for the entity's mentions. */
void ng_strip_draw(const NgArticle *article, uint32_t entity, NgCanvas *canvas, int row, int col, int cells);

#endif
