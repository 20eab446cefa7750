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

/* All keys, in groups (help.c). `reader` may be NULL: the list of articles is open. */
NgOverlay *ng_help_new(NgReader *reader, const NgOverlayContext *context);

/* Labels on the visible mentions, to jump by (hints.c). */
NgOverlay *ng_hints_new(NgReader *reader, const NgOverlayContext *context);

/* The article's headings, its links, the problems of its source (contents.c, links.c, problems.c). */
NgOverlay *ng_contents_new(NgReader *reader, const NgOverlayContext *context);
NgOverlay *ng_links_new(NgReader *reader, const NgOverlayContext *context);
NgOverlay *ng_problems_new(NgReader *reader, const NgOverlayContext *context);

/* What is open, and what shows it (about.c). `reader` may be NULL. */
NgOverlay *ng_about_new(NgReader *reader, const NgOverlayContext *context);

/* Who is this? (who_card.c) */
NgOverlay *ng_who_card_new(NgReader *reader, const NgOverlayContext *context);

/* All mentions of the selected entity (mentions.c). */
NgOverlay *ng_mentions_new(NgReader *reader, const NgOverlayContext *context);

/* The note whose mark is selected (note.c). */
NgOverlay *ng_note_new(NgReader *reader, const NgOverlayContext *context);

#endif
