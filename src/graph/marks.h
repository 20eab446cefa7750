/* Letters for the communities of a whole graph (measures.h), the same in every view of it: names of one letter have more to do with each other than with
 * the others. */
#ifndef NG_MARKS_H
#define NG_MARKS_H

#include "graph/whole.h"

/* For each node the mark of its community, from 1 on; 0: none. Communities of two nodes or more have one each, the largest first, those of one size in the
 * order of their first nodes, as long as there are letters; none has one where there is but one community of that kind. Linear in the edges but for a
 * factor of their logarithm. The caller frees it. */
uint8_t *ng_marks_new(const NgWhole *whole);

/* Of marks of names that are shown, takes those that tell nothing: of which only one is left, and all where there would be but one letter. Returns how many
 * letters remain: 0, or at least 2. */
uint32_t ng_marks_thin(uint8_t *marks, gsize n);

/* The letter of a mark: "α", and in ASCII "/a"; "" of none. Static. */
const char *ng_mark_letter(uint8_t mark, bool ascii);

#define NG_MARK_LETTERS 24

#endif
