/* Whole graphs made at random or by hand, for tests of their pictures. */
#ifndef RANDOM_WHOLE_H
#define RANDOM_WHOLE_H

#include "graph/picture.h"
#include "graph/whole.h"

typedef struct {
  NgWhole whole;
  GArray *nodes, *edges;
  GStringChunk *words;
} HandMade;

HandMade *hand_made_new(void);
void hand_made_free(HandMade *made);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(HandMade, hand_made_free)

uint32_t hand_made_node(HandMade *made, const char *name, NgEntityKind kind);
void hand_made_edge(HandMade *made, uint32_t from, uint32_t to, const char *label, uint32_t weight, bool mutual,
                    bool weak);

/* The graph as it now is; borrowed from `made`, until the next change. */
const NgWhole *hand_made_whole(HandMade *made);

/* A graph of 1 to `most` nodes, the same for the same seed: sparse or dense, with weak and mutual edges, wide and long names. */
HandMade *random_whole(uint32_t seed, uint32_t most);

/* All rows of a picture, each with a line feed. The caller frees it. */
char *picture_rows(const NgPicture *picture);

#endif
