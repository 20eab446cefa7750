/* Every overlay there is: one function each that makes it. NULL where there is nothing to show; the reader has then said so. */
#ifndef NG_OVERLAYS_H
#define NG_OVERLAYS_H

#include "ui/overlay.h"
#include "ui/shelf.h"

/* What an overlay may need besides the reader. All borrowed; they outlive the overlay; `seen` is filled anew by each drawing. */
typedef struct {
  const NgKeymap *keymap;
  NgShelf *shelf;
  const GArray *seen; /* NgSeen */
} NgOverlayContext;

/* All keys, in groups (help.c). */
NgOverlay *ng_help_new(NgReader *reader, const NgOverlayContext *context);

/* Labels on the visible mentions, to jump by (hints.c). */
NgOverlay *ng_hints_new(NgReader *reader, const NgOverlayContext *context);

#endif
