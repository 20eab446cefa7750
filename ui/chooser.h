/* A list over the reader to choose from: rows with a cursor, scrolling and a filter. Contents, links and problems are such lists; each tells
 * how many items it has, what a row looks like and what choosing does.
 *
 * A list that is longer than wide (contents, links) stands in place of the side panes, or where those are narrow, of the whole screen; one that
 * belongs to the text above it (problems) covers the lower rows. The reader stays visible and can be scrolled to what is chosen. */
#ifndef NG_CHOOSER_H
#define NG_CHOOSER_H

#include "ui/overlay.h"

typedef struct NgChooser NgChooser;

typedef struct {
  bool below;        /* it covers the lower rows, not the side */
  const char *empty; /* what is said where the filter leaves nothing */

  /* Draws the item in one row: `rect` begins behind the mark of the cursor. */
  void (*draw_row)(NgChooser *chooser, NgReader *reader, guint item, bool current, NgCanvas *canvas, NgRect rect);

  /* What a filter looks in. The caller frees it. */
  char *(*words)(NgChooser *chooser, NgReader *reader, guint item);

  /* A command that is not one of moving, for the item under the cursor. */
  NgOutcome (*command)(NgChooser *chooser, NgReader *reader, guint item, NgCommandId command);

  /* As NgOverlayOps.status. NULL: the cursor's place in the list, and the reader's name. */
  void (*status)(NgChooser *chooser, NgReader *reader, const NgKeymap *keymap, NgStatus *status, GPtrArray *hold);

  void (*free)(NgChooser *chooser); /* frees what the list has besides, and itself */
} NgChooserOps;

/* Every such list's state begins with this. */
struct NgChooser {
  NgOverlay base;
  const NgChooserOps *ops;
  char *title;       /* of its head */
  guint n;           /* items */
  GArray *shown;     /* guint: the items that pass the filter */
  guint cursor, top; /* into shown */
  char *filter;      /* as it was typed; NULL: none */
  GPtrArray *words;  /* of each item, folded; NULL until a filter asks for them */
  NgRect rows;       /* where its rows are, as of the last drawing */
};

/* Fills in a zeroed chooser of `n` items, all shown, the cursor on item `at`. Takes `title` over. */
void ng_chooser_init(NgChooser *chooser, const NgChooserOps *ops, char *title, guint n, guint at);

/* Frees what ng_chooser_init made; for NgChooserOps.free. */
void ng_chooser_clear(NgChooser *chooser);

/* The item under the cursor; G_MAXUINT if there is none. */
guint ng_chooser_item(const NgChooser *chooser);

#endif
