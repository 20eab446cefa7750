/* The matrix of people: which of its cells is selected, and what of it is seen.
 *
 * It gives its picture, scrolled to the selected cell, which is walked cell by cell. It borrows the matrix, which must outlive it. */
#ifndef NG_MATRIX_VIEW_H
#define NG_MATRIX_VIEW_H

#include "graph/graph.h"

typedef struct _NgMatrixView NgMatrixView;

/* The first cell that holds an edge is selected. The caller frees it. */
NgMatrixView *ng_matrix_view_new(const NgMatrix *matrix);
void ng_matrix_view_free(NgMatrixView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgMatrixView, ng_matrix_view_free)

/* Borrowed, as long as the view lives. */
const NgMatrix *ng_matrix_view_matrix(const NgMatrixView *view);

/* ---- drawing ---- */

/* The matrix alone, in at most so many cells; never NULL. It never needs to be scrolled. The caller frees it. */
NgPicture *ng_matrix_view_picture(NgMatrixView *view, int cols, int rows, bool ascii);

/* Where the selected cell lies in the picture that was made last; NULL if there is none. Borrowed from the picture. */
const NgSpot *ng_matrix_view_spot(const NgMatrixView *view, const NgPicture *picture);

/* ---- moving ---- */

/* So many cells that way. */
void ng_matrix_view_walk(NgMatrixView *view, NgDirection direction, int count);

/* `by` cells with an edge further, or back, row by row. */
void ng_matrix_view_turn(NgMatrixView *view, int by);

/* Selects what stands at a cell of the picture that was made last: a cell, or by its head the row or the column. False if nothing does. */
bool ng_matrix_view_pick_at(NgMatrixView *view, int row, int col);

void ng_matrix_view_set_pick(NgMatrixView *view, NgMatrixPick pick);

/* Selects the person's row, and in it the weightiest cell; nothing changes where the selected cell is one of this person, or the node is no person. */
void ng_matrix_view_select(NgMatrixView *view, uint32_t node);

/* ---- what is selected ---- */

/* NG_MATRIX_PICK_NOTHING only where there are no people. */
NgMatrixPick ng_matrix_view_pick(const NgMatrixView *view);

/* NULL where the selected cell is empty. Borrowed. */
const NgMatrixCell *ng_matrix_view_cell(const NgMatrixView *view);

/* The weightiest edge of the selected cell, as an edge of the graph, or NG_NONE. */
uint32_t ng_matrix_view_edge(const NgMatrixView *view);

/* The nodes whose row and column it is: who acts, and on whom. False where there are none. */
bool ng_matrix_view_people(const NgMatrixView *view, uint32_t *from, uint32_t *to);

/* The sentences that say what is in the selected cell, each once: NgEvidence.
 * Borrowed, until the selection changes. */
const GArray *ng_matrix_view_evidence(NgMatrixView *view);

/* In words: "Qin Gang met with, told Nicholas Burns"; both names, "Qin Gang, Nicholas Burns", as the status line has them; "row 1, column 2"; and "12 of 12",
 * the people of the matrix of those whom the article names. The caller frees them. */
char *ng_matrix_view_phrase(const NgMatrixView *view);
char *ng_matrix_view_names(const NgMatrixView *view);
char *ng_matrix_view_place(const NgMatrixView *view);
char *ng_matrix_view_count(const NgMatrixView *view);

#endif
