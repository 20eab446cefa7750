/* The people of a whole graph as a matrix: who acts on whom, in shaded cells; for graphs too dense to draw as lines.
 *
 * A row and a column for each person, in the order of the article's list (of several articles: in the order of the graph). The row acts on the column:
 * a cell holds the edges that lead from its row to its column; mutual and weak ones fill both cells of their pair. Its weight counts the sentences
 * that say any of it, each once. A cell without an edge does not exist, so that all of this is linear in people and edges, whatever the square.
 *
 * Drawn it is as large as the pane: names and column heads stay, cells scroll under them, what has no room is counted (`+14`), and only what is seen costs
 * anything. It borrows the graph, which must outlive it, and is never changed after it is made. */
#ifndef NG_MATRIX_H
#define NG_MATRIX_H

#include "graph/picture.h"
#include "graph/whole.h"

/* Columns of a head, of a cell. */
#define NG_MATRIX_TAG_COLS  2
#define NG_MATRIX_CELL_COLS 2
/* Longer names are cut wherever they stand. */
#define NG_MATRIX_NAME_COLS 40
#define NG_MATRIX_SHADES    4

/* The cell's slice of the matrix's edges holds those with most sentences first, then in the order of the graph. */
typedef struct {
  uint32_t row, col; /* people of the matrix */
  uint32_t first_edge, n_edges;
  uint32_t weight; /* sentences that say it, at least 1 */
  bool weak;       /* no one marked any of it */
} NgMatrixCell;

typedef struct {
  const char *name; /* the node's */
  const char *tag;  /* what its column is headed with: initials, or, where someone else has them, other two signs */
  uint32_t node;
  uint32_t first_cell, n_cells; /* its row: slice of the cells */
  uint32_t n_neighbours;        /* people, itself left out, with whom it shares a cell either way */
  uint8_t mark;                 /* of its community, as by ng_marks_new; 0 where no other of the people has the same */
} NgMatrixPerson;

typedef struct {
  const NgWhole *whole;
  const NgMatrixPerson *people;
  const NgMatrixCell *cells; /* by row, then by column */
  const uint32_t *edges;     /* edges of the graph; one that fills two cells is there twice */
  uint32_t n_people, n_cells, n_edges;
  uint32_t n_marks;                /* of the people; 0 or at least 2 */
  uint32_t from[NG_MATRIX_SHADES]; /* sentences with which a shade begins: 1, 2, 3, 5; more where one has ten or more */
  bool all_weak;                   /* no cell is marked: then shades tell weak ones apart */
  uint32_t most_neighbours;        /* that anyone has */
  int name_cols;                   /* of the longest name, counted up to NG_MATRIX_NAME_COLS */
} NgMatrix;

/* Time is n log n in people, edges and evidence. The caller frees it. */
NgMatrix *ng_matrix_new(const NgWhole *whole);
void ng_matrix_free(NgMatrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgMatrix, ng_matrix_free)

/* The cell of two people; NULL where no edge leads from the one to the other. Borrowed. */
const NgMatrixCell *ng_matrix_cell(const NgMatrix *matrix, uint32_t row, uint32_t col);

/* The weightiest of the cell's edges, as an edge of the graph, or NG_NONE. */
uint32_t ng_matrix_edge(const NgMatrix *matrix, uint32_t row, uint32_t col);

/* The person that a node is, or NG_NONE. */
uint32_t ng_matrix_person_of(const NgMatrix *matrix, uint32_t node);

/* What the edges of a cell rest on: NgEvidence, each sentence once, in the order of the articles, then of the text. The caller unrefs it. */
GArray *ng_matrix_evidence(const NgMatrix *matrix, const NgMatrixCell *cell);

/* "Qin Gang met with, told Nicholas Burns". The caller frees it. */
char *ng_matrix_phrase(const NgMatrix *matrix, const NgMatrixCell *cell);

/* The shade of a cell that is not weak, or of any where all are: 0, the lightest, to NG_MATRIX_SHADES - 1. */
int ng_matrix_shade(const NgMatrix *matrix, const NgMatrixCell *cell);

/* ---- which cell is selected ---- */

typedef struct {
  uint32_t row, col; /* NG_NONE twice: none */
} NgMatrixPick;

#define NG_MATRIX_PICK_NOTHING ((NgMatrixPick){NG_NONE, NG_NONE})

/* The cell `count` rows or columns that way, empty or not; the last one where the matrix ends. From none: the first. */
NgMatrixPick ng_matrix_walk(const NgMatrix *matrix, NgMatrixPick from, NgDirection direction, uint32_t count);

/* The next (`step` 1) or previous (-1) cell that holds an edge, row by row, and on from the other end; the same where there is none. From none: the first
 * or the last. */
NgMatrixPick ng_matrix_next(const NgMatrix *matrix, NgMatrixPick from, int step);

/* ---- drawing ---- */

typedef struct {
  int cols, rows; /* of the picture */
  bool ascii;
  NgMatrixPick pick;  /* its cell stands in brackets, its heads are lit; it is scrolled to */
  uint32_t top, left; /* the first person shown in rows and in columns, if that shows the pick */
} NgMatrixStyle;

/* Where things stand in the picture: a pure function of the matrix and the style. */
typedef struct {
  uint32_t first_row, n_rows; /* people shown as rows, as columns */
  uint32_t first_col, n_cols;
  int head_row;  /* of the columns' heads; -1: they have no room */
  int body_row;  /* of the first person */
  int rest_row;  /* where what follows is counted; -1: there is no such row */
  int name_cols; /* 0: rows have their tags alone */
  int mark_cols; /* 0: there is no room for the letters of communities, or there are none */
  int mark_col;
  int tag_col, cell_col;
  int pitch_cols; /* from one cell to the next */
  int end_col;    /* where counts end */
} NgMatrixFrame;

NgMatrixFrame ng_matrix_frame(const NgMatrix *matrix, const NgMatrixStyle *style);

/* The picture, as wide as the style says and as high as it needs, up to the style's rows. Spots: one for each cell with an edge that is seen, with `edge`
 * as by ng_matrix_edge and `node` its column's, and one like that for the picked cell, though it be empty; one for each row, with `edge` NG_NONE, `node`
 * the person's and the name's place, without a label. The cost is that of what is seen. The caller frees it. */
NgPicture *ng_matrix_draw(const NgMatrix *matrix, const NgMatrixStyle *style);

/* The spot of the picked cell; NULL if nothing is picked. Borrowed. */
const NgSpot *ng_matrix_spot(const NgPicture *picture, const NgMatrixFrame *frame, NgMatrixPick pick);

/* What stands at a cell of the picture: a cell of the matrix; a row's or a column's head, with NG_NONE for the other; or nothing. */
NgMatrixPick ng_matrix_at(const NgMatrixFrame *frame, int row, int col);

/* What the shades stand for, and the letters where a picture of so many columns has them, in the longest form that fits `cols`; empty where none does.
 * The caller frees it. */
char *ng_matrix_key(const NgMatrix *matrix, int cols, bool ascii);

#endif
