/* The whole graph as a picture: boxes with names, edges routed between them with box characters, labels on their lines.
 *
 * In two steps. A layout is slow (tens of milliseconds): it chooses what is drawn, places the boxes, routes the edges and finds room for the
 * labels; it is the same for the same graph and style, and does not depend on what is selected. Drawing it is quick, and is done at each key.
 * Boxes are placed here, and by Graphviz in a process of its own; each placement is bettered and routed, and the cheapest is kept. Where Graphviz cannot be
 * had, ours stands alone. A layout may be made in a thread of its own: it only reads the graph, which must outlive it, and is never changed after it is made.
 *
 * Never more is drawn than can be read: the heaviest nodes up to `most_nodes`; the others are counted in a box of their own ("+14"). Nodes with one
 * and the same neighbour, label and direction and nothing else share a box, a name a row. Of the weak edges only a few are shown, unless there are
 * no others; of all of them some more than there are nodes, the heaviest that join what is apart, then the heaviest others. A picture may be larger
 * than the pane, and is then panned.
 *
 * A letter beside a name tells its community (measures.h), where the picture shows several; names of one letter have more to do with each other than
 * with the others.
 *
 * Spots of such a picture: a node has one with `edge` NG_NONE and its rectangle (the box; in a shared box its row alone), the box of what is left out has
 * `node` NG_WHOLE_REST; an edge has one with its label's place (its number, where labels are numbered; a cell of its line, where there is none) and
 * `node` its `to`. Edges and nodes that are not drawn have none. */
#ifndef NG_WHOLE_PICTURE_H
#define NG_WHOLE_PICTURE_H

#include "graph/picture.h"
#include "graph/whole.h"

#define NG_WHOLE_MOST_NODES 40

/* Stands for all that is left out. */
#define NG_WHOLE_REST (NG_NONE - 1)

typedef enum {
  NG_WHOLE_NAMES,    /* boxes with names, lines with labels */
  NG_WHOLE_INITIALS, /* small boxes with initials, no labels */
  NG_WHOLE_DOTS      /* dots and lines of dots */
} NgWholeZoom;

typedef struct {
  int cols, rows;      /* of the pane; 0 rows: as many as needed */
  uint32_t most_nodes; /* 0: NG_WHOLE_MOST_NODES */
  NgWholeZoom zoom;
  bool ascii;
  const uint32_t
      *wanted; /* edges that are drawn whatever they weigh, with their ends; borrowed while the layout is made */
  uint32_t n_wanted;
  gint64 deadline_us; /* by g_get_monotonic_time: then what there is is finished, as it is; 0: none */
  const char *
      placer; /* the program that asks Graphviz, as ng_aside_new has it; "": nobody asks. Borrowed while the layout is made */
  const gint *cancel; /* set to other than 0 (g_atomic_int_set) by whoever no longer wants it; may be NULL */
} NgWholeStyle;

/* What is selected: a node (or NG_WHOLE_REST) or an edge of the graph; NG_NONE twice: nothing. `centre` is the node whose box is heavy. Besides, edges
 * may be lit, as those of a path: borrowed while a picture is drawn. */
typedef struct {
  uint32_t node, edge, centre;
  const uint32_t *lit;
  uint32_t n_lit;
} NgWholePick;

#define NG_WHOLE_PICK_NOTHING ((NgWholePick){NG_NONE, NG_NONE, NG_NONE, NULL, 0})

typedef struct _NgWholeLayout NgWholeLayout;

/* NULL if it was cancelled. The graph is borrowed, the style is copied. */
NgWholeLayout *ng_whole_layout_new(const NgWhole *whole, const NgWholeStyle *style);
void ng_whole_layout_free(NgWholeLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgWholeLayout, ng_whole_layout_free)

/* What stands in the head: how many nodes and edges are drawn. */
void ng_whole_layout_count(const NgWholeLayout *layout, uint32_t *n_nodes, uint32_t *n_edges);

/* The picture; the caller frees it. */
NgPicture *ng_whole_layout_draw(const NgWholeLayout *layout, NgWholePick pick);

/* The key to the signs of its picture, for a row of its own below the pane: the longest that fits the columns, or "". Static. */
const char *ng_whole_key(const NgWholeLayout *layout, int cols);

/* The whole in a few cells, for a corner of the pane: a dot where a box is, and the frame of what the pane shows of the picture (`cols` by `rows` from
 * `col`, `row` on). At most `most_cols` by `most_rows` cells, border included; the caller frees it. */
typedef struct {
  int row, col, rows, cols;
} NgWholeFrame;

NgPicture *ng_whole_overview(const NgWholeLayout *layout, NgWholeFrame frame, int most_cols, int most_rows);

/* The spot of a node or of an edge of the graph; NULL if it is not drawn. Borrowed. */
const NgSpot *ng_whole_spot_of_node(const NgPicture *picture, uint32_t node);
const NgSpot *ng_whole_spot_of_edge(const NgPicture *picture, uint32_t edge);

/* The node that lies that way from the selected one: the nearest of its neighbours, or else the nearest of all; the same where there is none. From an
 * edge: to that end of it; from nothing: to the centre, or else to the first node. The result selects a node alone and keeps the centre. */
NgWholePick ng_whole_walk(const NgPicture *picture, const NgWhole *whole, NgWholePick from, NgDirection direction);

/* The next (`step` 1) or previous (-1) of the drawn edges of the selected node, in the order of the picture; the node stays selected. */
NgWholePick ng_whole_turn(const NgPicture *picture, const NgWhole *whole, NgWholePick from, int step);

/* What stands at a cell: a node, or an edge by its label; else nothing. The centre is not set. */
NgWholePick ng_whole_at(const NgPicture *picture, int row, int col);

/* Both steps in one; never NULL but where it was cancelled. */
NgPicture *ng_whole_picture(const NgWhole *whole, const NgWholeStyle *style, NgWholePick pick);

#endif
