/* The map: small above the list of places, and as large as the screen has room for where that pane is zoomed, with the list beside it and
 * what is said of the selected place below. What it shows the list says too, in plain lines. */
#ifndef NG_VIEW_MAP_H
#define NG_VIEW_MAP_H

#include "ui/overlays.h"
#include "ui/places.h"

/* Whether the large map is on the screen and has the keys. */
bool ng_map_is_open(NgReader *reader);

/* The pane of places is to become the map: a place is selected, the most named one where none was. */
void ng_map_enter(NgReader *reader);

/* How many rows the small map has in a pane so wide, and how many it may have; 0: no place lies anywhere. */
void ng_map_small_rows(NgReader *reader, int cols, int *rows, int *most_rows);

/* What Enter does on the large map: opens the pin of several places, or the mentions where they are shown below, or goes to the first. Static. */
const char *ng_map_opens(NgReader *reader);

/* Draws the small map into the rectangle. */
void ng_map_small_draw(NgReader *reader, NgCanvas *canvas, NgRect rect);

/* Draws the zoomed pane; `rect` includes its head. */
void ng_map_draw(NgReader *reader, NgCanvas *canvas, NgRect rect);

/* As ng_reader_command, for those of the map. */
bool ng_map_command(NgReader *reader, NgCommandId command, int count);

/* Selects the place so many rows further in the list beside the map. */
void ng_map_move(NgReader *reader, int delta);

/* The place whose pin stands at a cell of the screen, as of the last drawing, or whose row; NG_NONE if there is none. */
uint32_t ng_map_at(NgReader *reader, int row, int col);

/* The status line's place in the world: "world", "Europe". Static, or held by `hold`. */
const char *ng_map_region(NgReader *reader, GPtrArray *hold);

/* The places under the selected pin, to choose from (pin_list.c); NULL where one stands there alone. */
NgOverlay *ng_pin_list_new(NgReader *reader, const NgOverlayContext *context);

#endif
