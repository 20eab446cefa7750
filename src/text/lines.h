/* Lines in cells: one table for every box character.
 *
 * A cell of a line is four arms, one to each side, each of a weight. Rules, ticks, strips, trunks, crossings and joints are arms laid
 * over each other, and one table has the glyph for each of the combinations; nothing else picks a box character. */
#ifndef NG_LINES_H
#define NG_LINES_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* The weight of an arm: where two lie over each other, the greater one shows. */
typedef enum { NG_ARM_NONE, NG_ARM_DASHED, NG_ARM_LIGHT, NG_ARM_HEAVY } NgArm;

/* Four arms, two bits each. 0 is an empty cell. */
typedef uint8_t NgArms;

#define NG_ARMS(left, right, up, down) ((NgArms)((left) | (right) << 2 | (up) << 4 | (down) << 6))
#define NG_ARMS_ACROSS(weight)         NG_ARMS(weight, weight, 0, 0)
#define NG_ARMS_DOWN(weight)           NG_ARMS(0, 0, weight, weight)

/* One cell's arms over another's: on each side the stronger arm. */
NgArms ng_arms_over(NgArms below, NgArms above);

/* The glyph, one column wide, as a static string; a space for no arms. A dashed arm is drawn only in a plain straight cell
 * and counts as light in any other. With `ascii`: - = . across, : | down, and + for whatever turns, ends on or crosses another line, or # where
 * a heavy arm does so. */
const char *ng_arms_glyph(NgArms arms, bool ascii);

/* Boxes: the kind of what stands in them is told by their shape. */
typedef enum {
  NG_BOX_PLAIN,  /* a place: square corners */
  NG_BOX_ROUND,  /* a person: round corners */
  NG_BOX_DOUBLE, /* an organisation: double above and below */
  NG_BOX_HEAVY   /* the one at the centre */
} NgBox;

/* The glyph of a cell in a box's border: the arms as in ng_arms_glyph (light, whatever the box; heavy for NG_BOX_HEAVY), in the box's shape where
 * it has one for them. In ASCII a box has one row and no border but the two brackets of ng_box_bracket. */
const char *ng_box_glyph(NgBox box, NgArms arms);

/* The ASCII bracket to the left (`right` false) or right of a name: ( ) for a person and the centre, [ ] for a place, { } for an organisation. */
char ng_box_bracket(NgBox box, bool right);

/* The ASCII stand-in of a sign that the screens use outside the article's text (an arrow head, an ellipsis, a middle dot...); 0 if it
 * has none. Box characters are not signs: they come from arms. */
char ng_sign_ascii(gunichar sign);

#endif
