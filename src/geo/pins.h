/* Pins: where places stand on a map, and where their names do.
 *
 * Places in one cell or side by side stand under the first of them: one pin, with a `+` in the cell after it where there is one. Names stand to
 * the right of their pins or, where there is no room, to the left; none covers a pin or another name. */
#ifndef NG_PINS_H
#define NG_PINS_H

#include "geo/view.h"

#include <glib.h>
#include <stdint.h>

#define NG_NO_PIN UINT32_MAX

typedef struct {
  int row, col;
  uint32_t first;   /* the place that it has its number from */
  uint32_t n;       /* how many places stand under it */
  int name_col;     /* where the name of one of them stands, -1: nowhere */
  uint32_t name_of; /* ... and which one's */
} NgPin;

typedef struct {
  NgPin *pins;
  uint32_t n_pins;
  uint32_t *pin_of; /* for each place its pin; NG_NO_PIN where it is not in the view, or nowhere */
  uint32_t n_places;
} NgPins;

/* Pins for the places in the order of their numbers. Linear. The caller frees it. */
NgPins *ng_pins_new(const NgView *view, const NgDegrees *places, uint32_t n);
void ng_pins_free(NgPins *pins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgPins, ng_pins_free)

/* Finds room anew for names of so many columns: that of `selected` (an index into the places; NG_NO_PIN: none) first, then with `all` those of the
 * others in their order. A pin of several is named after the selected, if that is one of them, else after its first. */
void ng_pins_name(NgPins *pins, const NgView *view, const int *name_cols, uint32_t selected, bool all);

/* The pin at a cell, its `+` included; NULL if there is none. */
const NgPin *ng_pins_at(const NgPins *pins, int row, int col);

/* How many places are in the view. */
uint32_t ng_pins_shown(const NgPins *pins);

#endif
