/* The places of the article on a map: what is seen of the world, which pins stand where, which place is in focus. The state of the map's
 * views (view_map.h), kept with the reader.
 *
 * The coasts are read from a file, and not before the first paint: a drawing that needs them leaves a blank and says so by
 * ng_places_wait; whoever waits for keys then calls ng_places_load. An article of which no place lies anywhere reads nothing. */
#ifndef NG_PLACES_H
#define NG_PLACES_H

#include "geo/geo.h"
#include "model/co_mention.h"
#include "ui/reader.h"

/* A place of the article in the order of its list. */
typedef struct {
  uint32_t entity;
  NgDegrees at; /* NAN where it is no point, or nowhere */
  char pin;     /* its number on the map; '*' where there are no more; 0: none */
} NgPlace;

/* See ng_reader_free. */
typedef struct NgPlaces NgPlaces;

/* Where an entity lies: the coordinates of the mark-up, if they are of the globe; NAN else. */
NgDegrees ng_place_position(const NgReader *reader, uint32_t entity);

/* Whether any place of the article lies somewhere: without one there is no map. */
bool ng_places_any(NgReader *reader);

/* The places that the list of places shows, in its order; borrowed, until the list changes. */
const NgPlace *ng_places_all(NgReader *reader, guint *n);

/* Who is named in one sentence with the selected place; borrowed, until the selection changes. There must be a selection. */
const NgCoMentions *ng_places_shared(NgReader *reader);

/* Whether a drawing was in want of the coasts; reads them from the folder of the content. Where they are missing there are only pins. */
bool ng_places_wait(const NgReader *reader);
void ng_places_load(NgReader *reader, const char *content_dir);
bool ng_places_loaded(NgReader *reader);

/* The zoomed map, at this size: drawn when it is first asked for, and again when something changed. Borrowed, until then. */
const NgMap *ng_places_map(NgReader *reader, int cols, int rows, NgMapDrawing drawing);
NgPins *ng_places_pins(NgReader *reader);

/* The small map of the world above the list. */
const NgMap *ng_places_small_map(NgReader *reader, int cols, int rows, NgMapDrawing drawing);

/* The drawing for a canvas: ASCII, braille, or blocks if those were asked for. */
NgMapDrawing ng_places_drawing(NgReader *reader, bool ascii);

/* The view of the zoomed map, as of its last drawing. */
const NgView *ng_places_view(NgReader *reader);

/* Closer, with the selected place in the middle, and farther off; by cells; as close as all places are seen. False if it is so already. */
bool ng_places_zoom(NgReader *reader, int steps);
bool ng_places_pan(NgReader *reader, int cols, int rows);
bool ng_places_fit(NgReader *reader);

/* Ways between places, on and off; braille or blocks; the next projection of the world. */
bool ng_places_toggle_arcs(NgReader *reader);
bool ng_places_toggle_blocks(NgReader *reader);
const char *ng_places_next_projection(NgReader *reader);

/* The pin of the selected place where several stand under it, or NULL. */
const NgPin *ng_places_cluster(NgReader *reader);

/* For ng_reader_free. */
void ng_places_free(NgPlaces *places);

#endif
