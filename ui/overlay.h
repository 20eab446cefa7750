/* What lies over the reader until it is left: cards, lists of mentions and links, help, labels to jump by.
 *
 * An overlay is a small table of operations over a state of its own. It is drawn after the reader; commands come to it first. A file a
 * kind, each with one function that makes it. */
#ifndef NG_OVERLAY_H
#define NG_OVERLAY_H

#include "ui/view_reader.h"

/* What came of a command or key. */
typedef enum {
  NG_DONE,     /* taken; the overlay stays */
  NG_CLOSE,    /* taken; the overlay goes */
  NG_NOT_MINE, /* the program's own commands (help, quit, redraw, ...) may still take it; the reader's do not */
  NG_PASS      /* the overlay goes, and the reader gets the command */
} NgOutcome;

typedef struct NgOverlay NgOverlay;

typedef struct {
  bool whole; /* it covers the whole screen: the reader below is not drawn */
  void (*draw)(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas);
  NgOutcome (*command)(NgOverlay *overlay, NgReader *reader, NgCommandId command, int count);
  NgOutcome (*key)(NgOverlay *overlay, NgReader *reader,
                   NgKey key); /* NULL; else it takes keys as they are, before any command */
  /* Fills in the status line; texts live in `hold`, a pool of strings that the caller frees. */
  void (*status)(NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap, NgStatus *status, GPtrArray *hold);
  void (*filter)(NgOverlay *overlay, NgReader *reader, const char *text); /* NULL: `/` does not filter */
  void (*click)(NgOverlay *overlay, NgReader *reader, int row, int col);  /* NULL: clicks do nothing */
  void (*free)(NgOverlay *overlay);
} NgOverlayOps;

/* Every overlay's state begins with this. */
struct NgOverlay {
  const NgOverlayOps *ops;
};

void ng_overlay_free(NgOverlay *overlay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgOverlay, ng_overlay_free)

/* Moves `top`, the first of `rows` that is shown in `height`, by a command that moves (`count` as for any command). False if it is none. */
bool ng_overlay_scroll(int *top, int rows, int height, NgCommandId command, int count);

#endif
