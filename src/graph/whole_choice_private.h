/* Which nodes and edges of a graph are drawn; for the files that make boxes and lines of them. */
#ifndef NG_WHOLE_CHOICE_PRIVATE_H
#define NG_WHOLE_CHOICE_PRIVATE_H

#include "graph/whole_private.h"

typedef struct {
  NgWholeLayout *layout;
  const NgWhole *whole;
  bool all_weak;
  uint32_t *degree;  /* of each node in the kept edges */
  guint64 *weighted; /* of each node in the edges that count */
  uint32_t *root;    /* of each node, union-find */
  uint32_t *loop;    /* of each node the edge to itself, or NG_NONE */
  bool *chosen;      /* nodes */
  GArray *kept;      /* uint32_t, edges */
} NgWholeChoice;

/* whole_marks.c: the marks of the communities, from what is chosen. */
void ng_whole_make_marks(NgWholeChoice *choice);

/* whole_boxes.c: a box for each chosen node, or for several that are alike. */
void ng_whole_make_boxes(NgWholeChoice *choice);

/* whole_lines.c: a line for each pair of boxes and direction, with its label. */
void ng_whole_make_lines(NgWholeChoice *choice);

#endif
