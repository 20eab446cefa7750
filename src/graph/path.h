/* How two nodes of a whole graph are connected.
 *
 * The shortest path, whichever way its edges point; of several that one with fewest weak edges, of these the one whose edges weigh most, of these
 * the one through the first nodes. */
#ifndef NG_PATH_H
#define NG_PATH_H

#include "graph/whole.h"

typedef struct {
  uint32_t *nodes; /* n_edges + 1: both ends and what lies between */
  uint32_t *edges; /* between two nodes the strongest edge */
  uint32_t n_edges;
} NgPath;

/* NULL where there is none. From a node to itself it has no edge. Time is linear in the graph. The caller frees it. */
NgPath *ng_path_new(const NgWhole *whole, uint32_t from, uint32_t to);
void ng_path_free(NgPath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgPath, ng_path_free)

/* Its edges as sentences, each with its acting end first: "Qin Gang met with Nicholas Burns". NULL-terminated; the caller frees it with
 * g_strfreev. */
char **ng_path_sentences(const NgWhole *whole, const NgPath *path);

#endif
