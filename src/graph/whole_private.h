/* The steps of the layout of a whole graph, in their order; a file each. */
#ifndef NG_WHOLE_PRIVATE_H
#define NG_WHOLE_PRIVATE_H

#include "graph/aside.h"
#include "graph/picture_private.h"
#include "graph/whole_picture.h"

/* One box: a node, nodes that share it, or what is left out. */
typedef struct {
  uint32_t first_member, n_members; /* slice of the plan's members; none in the box of what is left out */
  uint32_t first_row, n_rows;       /* slice of the plan's names, a row each; of several members one each */
  uint32_t n_lines;                 /* that end at it */
  uint32_t loop;                    /* the edge from its node to itself, told in the last row; or NG_NONE */
  uint8_t kind;                     /* NgEntityKind */
  uint8_t shape;                    /* NgBox */
  int cols, rows;                   /* with its border */
  int anchor;                       /* the row in it at which it is lined up with its neighbours */
  int slot_col, slot_row;           /* where it stands on the coarse grid */
  int col, row;                     /* and in cells */
} NgWholeBox;

/* One line between two boxes, for an edge or for several that are drawn as one. */
typedef struct {
  uint32_t from, to; /* boxes */
  uint32_t edge;     /* the first of its edges */
  uint32_t weight;
  bool directed, weak;
  const char *label; /* the plan's, with its count; "" for none */
  int label_cols;
  /* found by the router: */
  uint32_t first_step, n_steps; /* slice of the plan's steps */
  bool joins_from, joins_to;    /* the first or the last step lies on another line, not in the box's border */
  bool routed, labelled;
  int label_row, label_col;
  uint32_t label_first, label_end; /* the steps that it stands on or beside, counted from first_step */
} NgWholeLine;

typedef struct {
  int16_t row, col;
} NgWholeStep;

struct _NgWholeLayout {
  const NgWhole *whole;
  NgWholeStyle style;
  GArray *members;   /* uint32_t, nodes */
  GPtrArray *names;  /* char *, rows of the boxes */
  GArray *boxes;     /* NgWholeBox */
  GArray *lines;     /* NgWholeLine */
  uint32_t *line_of; /* for each edge of the graph its line, or NG_NONE */
  uint32_t *box_of;  /* for each node its box, or NG_NONE */
  uint8_t *mark_of;  /* for each node that of its community, from 1 on, or 0 */
  uint32_t n_marks;
  GStringChunk *labels;
  GArray *steps; /* NgWholeStep */
  int slot_cols, slot_rows;
  int cols, rows;            /* of the picture */
  uint32_t n_nodes, n_edges; /* drawn */
  GPtrArray *legend;         /* char *, borrowed: what the numbers stand for, from 1 on; empty where labels are words */
  bool bare;                 /* there is no room for any label */
};

/* Whether the layout is to end early. */
bool ng_whole_is_over(const NgWholeStyle *style);

static inline NgWholeBox *ng_whole_box(const NgWholeLayout *layout, uint32_t i)
{
  return &((NgWholeBox *)(void *)layout->boxes->data)[i];
}

static inline NgWholeLine *ng_whole_line(const NgWholeLayout *layout, uint32_t i)
{
  return &((NgWholeLine *)(void *)layout->lines->data)[i];
}

/* ---- whole_picture.c: the steps in their order ---- */

/* A layout whose boxes and lines are chosen, and not placed yet. */
NgWholeLayout *ng_whole_layout_begin(const NgWhole *whole, const NgWholeStyle *style);

/* Makes a picture of boxes that stand in their slots: every line has its way; where there is no room, labels become numbers, and at last there are none. */
void ng_whole_layout_finish(NgWholeLayout *layout);

/* ---- whole_choose.c: which nodes and edges, with their boxes and lines ---- */

void ng_whole_choose(NgWholeLayout *layout);

/* ---- whole_marks.c, whole_boxes.c, whole_lines.c ---- */

/* The mark beside the name in a row of a box, or "". Static. */
const char *ng_whole_mark(const NgWholeLayout *layout, const NgWholeBox *box, uint32_t row);

/* Makes the boxes small: initials in place of names. */
void ng_whole_shorten(NgWholeLayout *layout);

/* Puts numbers in place of the labels, the same for the same words; the words go into the layout's legend. */
void ng_whole_number(NgWholeLayout *layout);

/* ---- whole_aside.c: where Graphviz would have the boxes ---- */

/* Where the middle of a box should come to lie, counted from the leftmost and from the topmost. */
typedef struct {
  double x, y;
} NgWholePoint;

/* Graphviz is asked so often for one graph. */
#define NG_WHOLE_STARTS 2

/* Whether it is worth asking, and a graph that is laid out soon enough. */
bool ng_whole_is_for_aside(const NgWholeLayout *layout);

/* Asks for all of them, which are placed while something else is done here; false if that cannot be. */
bool ng_whole_ask_aside(const NgWholeLayout *layout, NgAside *aside);

/* The answers in their order (`start` from 0 on): a point a box. False if there is none. */
bool ng_whole_hear_aside(const NgWholeLayout *layout, NgAside *aside, int start, NgWholePoint *points);

/* ---- whole_place.c: boxes on a coarse grid of slots ---- */

/* Places the boxes on `slot_cols` columns of slots; the same for the same seed. */
void ng_whole_place(NgWholeLayout *layout, int slot_cols, uint32_t seed);

/* Puts the boxes into the slots nearest to these points, one a box, and betters that. */
void ng_whole_place_from(NgWholeLayout *layout, int slot_cols, const NgWholePoint *points);

/* ---- whole_space.c: slots to cells ---- */

/* How much the gaps between slots are widened beyond their least. */
typedef struct {
  int cols, rows;
} NgWholeAir;

void ng_whole_space(NgWholeLayout *layout, NgWholeAir air);

/* ---- whole_route.c: lines through free cells ---- */

/* What stands in the cells while lines are routed. */
typedef struct {
  NgWholeLayout *layout;
  int cols, rows;
  uint8_t *solid;          /* NgWholeSolid */
  uint32_t *across, *down; /* the line that runs through the cell this way, plus 1; a corner and a joint have both */
} NgWholeCells;

typedef enum { NG_WHOLE_FREE, NG_WHOLE_BORDER, NG_WHOLE_CORNER, NG_WHOLE_FULL } NgWholeSolid;

/* Routes all lines and finds room for their labels; returns what it costs: length, bends, crossings, and much for each line or label without room. */
double ng_whole_route(NgWholeLayout *layout);

/* ---- whole_search.c: one line from box to box (A*) ---- */

typedef struct _NgWholeSearch NgWholeSearch;

NgWholeSearch *ng_whole_search_new(const NgWholeCells *cells);
void ng_whole_search_free(NgWholeSearch *search);

/* Finds the cheapest way for a line and appends it to the layout's steps; false if there is none. `cost` is what it costs. */
bool ng_whole_search(NgWholeSearch *search, uint32_t line, int *cost);

/* The part [first, end) of a routed line's steps, its ends left out, on which another line may join it at its start (`at_head` false) or its end. */
void ng_whole_trunk(const NgWholeLayout *layout, const NgWholeLine *line, bool at_to, uint32_t *first, uint32_t *end);

/* ---- whole_label.c ---- */

/* Finds room for a routed line's label and keeps it; false if there is none. */
bool ng_whole_label(NgWholeCells *cells, uint32_t line);

/* ---- whole_draw.c ---- */

/* Whether a line stands for the picked edge or one that is lit. */
bool ng_whole_is_lit(const NgWholeLayout *layout, NgWholePick pick, uint32_t line);

NgPicture *ng_whole_paint(const NgWholeLayout *layout, NgWholePick pick);

/* ---- whole_dots.c ---- */

/* The layout at a scale of four columns and four rows to a cell. */
NgPicture *ng_whole_paint_dots(const NgWholeLayout *layout, NgWholePick pick);

#endif
