/* A picture in cells: what a view of the graph looks like, without a terminal.
 *
 * A grid of cells that hold lines, and runs of text that lie in it; neither covers the other. An ink says what a cell stands for;
 * whoever draws maps it to a role. Besides, the picture knows where its nodes and edges stand, so that a key or the mouse finds
 * them. Rows and columns count from 0 at the top left. A picture owns all it holds. */
#ifndef NG_PICTURE_H
#define NG_PICTURE_H

#include "graph/ego.h"
#include "text/lines.h"

/* In brackets the letter of ng_picture_inks. */
typedef enum {
  NG_INK_NONE,         /* [ ] nothing */
  NG_INK_WEAK,         /* [x] line of a tie that no one marked */
  NG_INK_EDGE,         /* [e] line of a relation, border of a box */
  NG_INK_SELECTED,     /* [G] line and label of the selected edge */
  NG_INK_EGO,          /* [F] border of the box at the centre */
  NG_INK_LABEL,        /* [a] label of a relation, with its count */
  NG_INK_DIM,          /* [d] label of a weak tie, a name that stands elsewhere, what is left out */
  NG_INK_COUNT,        /* [.] number of sentences at the end of a row */
  NG_INK_PERSON,       /* [P] names, by kind */
  NG_INK_PLACE,        /* [L] */
  NG_INK_ORGANISATION, /* [O] */
  NG_INK_EVENT,        /* [V] */
  NG_INK_EGO_NAME,     /* [H] name at the centre */
  NG_INK_HERE,         /* [S] name of the selected node; holds the cursor */
  NG_INK_FAINT,        /* [f] a rule that says nothing: never words */
  NG_INK_MARK,         /* [k] the mark of what is selected */
  NG_N_INKS
} NgInk;

typedef struct {
  NgArms arms;  /* 0: no line */
  uint8_t box;  /* NgBox: of which shape its corners are, with ng_box_glyph */
  uint8_t ink;  /* NgInk, of the line or of the text that lies here */
  bool covered; /* by text */
} NgCell;

typedef struct {
  int row, col, cols;
  uint32_t text, bytes; /* slice of the picture's text: clean UTF-8, whole clusters */
  uint8_t ink;          /* NgInk */
} NgRun;

/* Where a node or an edge stands. A node has one for each edge that leads to it; the ego has one. An edge's is its label, and edges that share
 * a label share that. */
typedef struct {
  uint32_t edge;                        /* NG_NONE for the ego */
  uint32_t node;                        /* the edge's `to` */
  int row, col, rows, cols;             /* the name, with its box */
  int label_row, label_col, label_cols; /* the label; no columns for the ego */
  int order_row;                        /* the row by which it is walked */
} NgSpot;

/* What is selected: an edge, or the node it leads to. */
typedef struct {
  uint32_t edge; /* NG_NONE: nothing, or, with on_node, the ego */
  bool on_node;
} NgPick;

#define NG_PICK_NOTHING ((NgPick){NG_NONE, false})

typedef enum { NG_LEFT, NG_DOWN, NG_UP, NG_RIGHT } NgDirection; /* as h j k l */

typedef struct {
  int rows, cols;
  const NgCell *cells; /* row by row */
  const NgRun *runs;   /* by row, then by column */
  const NgSpot *spots; /* by order_row, then by column */
  const char *text;
  uint32_t n_runs, n_spots;
  int needed_rows; /* the whole, where this was cut to fewer rows; else the same as `rows` */
  bool ascii;
} NgPicture;

void ng_picture_free(NgPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgPicture, ng_picture_free)

/* The glyph of a cell's line, one column wide, as a static string; a space where there is none. */
const char *ng_picture_glyph(const NgPicture *picture, int row, int col);

/* A row as text, without the spaces at its end; the same as a letter for each column: '.' also where there is nothing. The caller frees it. */
char *ng_picture_row(const NgPicture *picture, int row);
char *ng_picture_inks(const NgPicture *picture, int row);

/* The spot of an edge, or with NG_NONE of the ego; NULL if it is not drawn. Borrowed. */
const NgSpot *ng_picture_spot(const NgPicture *picture, uint32_t edge);

/* What lies that way: down and up to the next edge or node of the same column, right from an edge to its node and on to what leads on from there,
 * left the way back. From nothing: the first edge. Where nothing lies that way, or the pick is not drawn, the nearest that is. */
NgPick ng_picture_walk(const NgPicture *picture, const NgEgo *ego, NgPick from, NgDirection direction);

/* What stands at a cell: a name, or a label; NG_PICK_NOTHING else. */
NgPick ng_picture_at(const NgPicture *picture, int row, int col);

#endif
