/* The making of a matrix, a step a file. */
#ifndef NG_MATRIX_PRIVATE_H
#define NG_MATRIX_PRIVATE_H

#include "graph/matrix.h"

typedef struct {
  NgMatrix matrix; /* first, so that the one is the other */
  NgMatrixPerson *people;
  GArray *cells;       /* NgMatrixCell */
  GArray *edges;       /* uint32_t */
  uint32_t *person_of; /* for each node, or NG_NONE */
  GStringChunk *tags;
} NgMatrixMaking;

/* Heads for all the people, no two the same as long as two signs suffice. */
void ng_matrix_tag(NgMatrixMaking *making);

/* Puts the edges into cells, whose arrays it makes; sets the rows of the people. */
void ng_matrix_fill(NgMatrixMaking *making);

/* The first of the row's cells that lies in this column or behind it; the end of the row's slice where none does. */
uint32_t ng_matrix_first_from(const NgMatrix *matrix, uint32_t row, uint32_t col);

/* Sorts the sentences of these edges and drops those that are there twice; NgEvidence. The caller unrefs it. */
GArray *ng_matrix_gather(const NgWhole *whole, const uint32_t *edges, uint32_t n);

#endif
