/* What holds of every picture of a whole graph, whoever is drawn and wherever the boxes came to stand. Fails by Criterion, and says `what` was drawn. */
#ifndef NG_TESTS_WHOLE_SOUND_H
#define NG_TESTS_WHOLE_SOUND_H

#include "graph/whole_picture.h"

/* No box overlaps another; each line that is routed leads from its box to its other, through no foreign box; no two lines share a cell but where they
 * cross or lead to one box; each label lies over nothing. */
void expect_sound(const NgWholeLayout *layout, const char *what);

/* That of the layout in this style; and of its picture: a line that leaves a cell goes on in the next, or text lies there. */
void expect_sound_picture(const NgWhole *whole, const NgWholeStyle *style, const char *what);

#endif
