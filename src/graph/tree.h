/* The ego network as an indented tree: a row for each edge, its label, the name it leads to, the paragraphs that say so, and their number. Of a
 * network of several articles it tells in how many of them.
 *
 * The fan's twin in text, and as deep as the ego network is. All names start in one column, all paragraphs in another. A name that stands
 * elsewhere in the tree is followed by `↓` or `↑`, which points there; what a node has beyond what is kept is counted under it: `+14`. */
#ifndef NG_TREE_H
#define NG_TREE_H

#include "graph/picture.h"

typedef struct {
  int cols; /* the picture will be as wide; as high as it needs, to be scrolled */
  bool ascii;
  NgPick pick; /* what is selected, drawn heavy */
} NgTreeOptions;

/* The cost is linear in the nodes, the edges and their evidence. The picture keeps no pointer into the ego. The caller frees it. */
NgPicture *ng_tree_draw(const NgEgo *ego, const NgTreeOptions *options);

/* Where one comes from `from`: down and up from row to row, right from an edge to its node and on to what leads on from there, left the way
 * back. As ng_picture_walk else. */
NgPick ng_tree_walk(const NgPicture *picture, const NgEgo *ego, NgPick from, NgDirection direction);

#endif
