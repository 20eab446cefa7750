/* Graphviz in a process of its own: it can be asked from any thread, left in the middle of a layout, and cannot harm the program.
 *
 * The process is the program nutgraf-place (place_main.c). It answers in the order in which it is asked, has no terminal, and ends when it is freed. The
 * answer to the same question is the same, as long as there is one: none where the program or Graphviz is not installed, or where it takes too long. */
#ifndef NG_ASIDE_H
#define NG_ASIDE_H

#include "graph/graphviz.h"

typedef struct _NgAside NgAside;

/* Starts one. `program` NULL: nutgraf-place as it was built or installed with this program. NULL if it cannot be started. */
NgAside *ng_aside_new(const char *program);

/* Ends it, whatever it is doing, and waits until it is gone. */
void ng_aside_free(NgAside *aside);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgAside, ng_aside_free)

/* Asks for the places of nodes, as ng_graphviz_place does; of the engine's name at most seven bytes count. Returns at once; false if it cannot be asked. */
bool ng_aside_ask(NgAside *aside, const char *engine, const NgGraphvizNode *nodes, uint32_t n_nodes,
                  const NgGraphvizEdge *edges, uint32_t n_edges);

/* The answer to the next question: sets x and y of as many nodes as it was asked for. Waits until `until_us` by g_get_monotonic_time, or until
 * `cancel` (may be NULL) is set. False if there is none; the nodes are then as they were, and there will be no other. */
bool ng_aside_answer(NgAside *aside, NgGraphvizNode *nodes, uint32_t n_nodes, gint64 until_us, const gint *cancel);

#endif
