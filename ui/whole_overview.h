/* Where in the whole graph the pane is: an overview in a corner of it, or, where every corner is taken, arrows to what lies beyond. */
#ifndef NG_WHOLE_OVERVIEW_H
#define NG_WHOLE_OVERVIEW_H

#include "ui/relations_private.h"

/* Puts the overview into the first corner of `body` where it hides nothing, as large as one leaves room for; into none where none does, or where the
 * whole picture is seen. It depends on what part of the picture is seen and not on what is picked, so that it stays as one walks. */
void ng_whole_overview_draw(NgReader *reader, NgCanvas *canvas, NgRect body);

/* "more ▼ ►": which ways the picture, as it was drawn last, goes on beyond the pane; NULL where it does not, or where the overview tells. The caller
 * frees it. */
char *ng_whole_overview_words(NgReader *reader, bool ascii);

#endif
