/* What holds of every picture of a whole graph, whatever the graph: boxes apart, lines from box to box that run through none, labels alone. */
#ifndef WHOLE_SOUND_H
#define WHOLE_SOUND_H

#include "graph/graph.h"
#include "graph/whole_private.h"

/* Of a layout; `what` says in messages whose it is. */
void whole_expect_sound(const NgWholeLayout *layout, const char *what);

/* Of the layout of `whole` in that style, and of the picture that is drawn of it: its lines break off nowhere, each node has a spot. */
void whole_expect_sound_picture(const NgWhole *whole, const NgWholeStyle *style, const char *what);

#endif
