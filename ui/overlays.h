/* Every overlay there is: one function each that makes it. NULL where there is nothing to show; the reader has then said so. */
#ifndef NG_OVERLAYS_H
#define NG_OVERLAYS_H

#include "ui/overlay.h"
#include "ui/shelf.h"

/* What an overlay may need besides the reader. All borrowed; they outlive the overlay, but for `seen`, which lives until the next drawing. */
typedef struct {
  const NgKeymap *keymap;
  NgShelf *shelf;
  const GArray *seen; /* NgSeen */
} NgOverlayContext;

/* All keys, in groups (help.c). */
NgOverlay *ng_help_new(NgReader *reader, const NgOverlayContext *context);

/* Who is this? (who_card.c) */
NgOverlay *ng_who_card_new(NgReader *reader, const NgOverlayContext *context);

/* All mentions of the selected entity (mentions.c). */
NgOverlay *ng_mentions_new(NgReader *reader, const NgOverlayContext *context);

#endif
