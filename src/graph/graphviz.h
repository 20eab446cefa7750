/* Graphviz: places for nodes, and pictures from its language. The only file that knows the library.
 *
 * The library is opened when it is first asked for, not when the program starts, for linking it would cost every start more than a
 * millisecond; its plug-ins come with the first layout (10 to 60 ms). It keeps state of its own: in one process only one thread may be in these functions
 * at a time. A layout cannot be interrupted, so graphs that would take long are refused. What it has to complain of becomes the error's
 * message and never reaches standard error. The result is the same for the same input. */
#ifndef NG_GRAPHVIZ_H
#define NG_GRAPHVIZ_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* dot is not done with 300 nodes and 900 edges after 20 s, and these it does in a tenth of one. */
#define NG_GRAPHVIZ_DOT_NODES 40
#define NG_GRAPHVIZ_DOT_EDGES 80
/* What sfdp places and draws as SVG in about fifteen seconds. */
#define NG_GRAPHVIZ_NODES 5000
#define NG_GRAPHVIZ_EDGES 20000

typedef struct _NgGraphviz NgGraphviz;

/* The library, opened at the first call. There is one for the whole process, borrowed, and never closed: the library remembers fonts of a context
 * that was freed. NULL with `error` (NG_ERROR_READ) where it is not installed. */
NgGraphviz *ng_graphviz(GError **error);

/* The same for places alone, which is there sooner; it makes no pictures. */
NgGraphviz *ng_graphviz_layouts(GError **error);

/* "dot" for a graph that it does at once, else "sfdp". Static. */
const char *ng_graphviz_engine_for(uint32_t n_nodes, uint32_t n_edges);

/* Lengths are in inches, as Graphviz counts them; the caller may take them for any unit. */
typedef struct {
  double width, height;
  double x, y; /* set: the middle; y grows downwards, and both begin at 0 */
} NgGraphvizNode;

typedef struct {
  uint32_t from, to;
  double weight; /* at least 1: how strongly it pulls */
} NgGraphvizEdge;

/* Places the nodes. `engine`: dot, neato, sfdp, circo... False with `error` (NG_ERROR_USAGE) if the graph is too large for it (the limits above)
 * or the engine fails; positions are then as they were. */
bool ng_graphviz_place(NgGraphviz *graphviz, const char *engine, NgGraphvizNode *nodes, uint32_t n_nodes,
                       const NgGraphvizEdge *edges, uint32_t n_edges, GError **error);

/* A picture of the graph that the text `dot` describes, in `format`: svg, png, plain... NULL with `error`. The text is the program's own, for
 * Graphviz can be made to read files. The caller says how large the graph is by the engine that it chooses. */
GBytes *ng_graphviz_render(NgGraphviz *graphviz, const char *engine, const char *dot, const char *format,
                           GError **error);

#endif
