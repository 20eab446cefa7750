/* Links that the terminal itself can follow (OSC 8), where it is known to have them.
 *
 * Curses has no word for them, and a link belongs to the cells that are written while it is open. So after curses has drawn, the cells of links
 * are written once more as they stand, inside a saved and restored cursor: of what curses believes nothing changes. */
#ifndef NG_HYPERLINKS_H
#define NG_HYPERLINKS_H

#include "ui/canvas.h"
#include "ui/view_article.h"

/* Whether the terminal has links, as its environment tells. */
bool ng_links_known(void);

/* The target as it may stand in the sequence: http, https or mailto, everything that is not printable ASCII percent-encoded. NULL for any
 * other. The caller frees it. */
char *ng_links_target(const char *target);

/* Tells which cells of the screen, as `seen` has them, are links of the article (NULL: none), and which no longer are: `told` holds those told
 * before (NgSeen). To be called after refresh. */
void ng_links_tell(const NgArticle *article, const GArray *seen, NgCanvas *canvas, GArray *told);

#endif
