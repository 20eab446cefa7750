/* The ego network drawn as a fan: the ego at the left, its edges branching off one trunk, and so on to the right.
 *
 * The forms, from the largest: boxes around the ego and its neighbours; a box around the ego alone; no box, in a pane; and, where a label and a name do
 * not fit on one row, the label above its names. The largest that has room is taken. */
#ifndef NG_FAN_H
#define NG_FAN_H

#include "graph/picture.h"

typedef struct {
  int cols; /* the picture will be as wide */
  int rows; /* the room, by which the form is chosen; 0: any */
  bool
      cut; /* what has no room is left out and counted: `+14`; else the picture is as high as it needs, to be scrolled */
  bool
      zoomed; /* the pane has the whole screen: counts stand with the labels, groups stand apart. Else there is one hop, and counts stand at the right */
  bool ascii;
  NgPick pick; /* what is selected, drawn heavy */
} NgFanOptions;

/* The cost is linear in the nodes and edges that are drawn. The picture keeps no pointer into the ego. The caller frees it. */
NgPicture *ng_fan_draw(const NgEgo *ego, const NgFanOptions *options);

#endif
