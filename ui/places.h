/* The places of the article on a map: what is seen of the world, which pins stand where, which place is in focus. The state of the map's
 * views (view_map.h), kept with the reader.
 *
 * The coasts are read from a file, and the atlas, which looks places up, is made, when a drawing needs them, and not before the first paint:
 * it leaves a blank, or takes the mark-up's word, and says so by ng_places_wait; whoever waits for keys then calls ng_places_load. An article of
 * which no place lies anywhere reads no coasts, and one that tells where its places lie no gazetteer. */
#ifndef NG_PLACES_H
#define NG_PLACES_H

#include "model/co_mention.h"
#include "ui/reader.h"
#include "ui/where.h"

/* A place of the article in the order of its list. */
typedef struct {
  uint32_t entity;
  NgDegrees at; /* NAN where it is no point, or nowhere */
  char pin;     /* its number on the map; '*' where there are no more; 0: none */
  bool wide;    /* known, and too wide for a pin */
} NgPlace;

/* See ng_reader_free. */
typedef struct NgPlaces NgPlaces;

/* Where the article's places lie; NULL before it is made. Borrowed, for the reader's life. */
const NgAtlas *ng_places_atlas(NgReader *reader);

/* Where an entity lies; NAN if that is nowhere, or not yet looked up. */
NgDegrees ng_place_position(NgReader *reader, uint32_t entity);

/* What else is to be said of where it lies. Borrowed likewise. */
NgWhere ng_place_where(NgReader *reader, uint32_t entity);

/* Says which of its candidates an entity is (see atlas.h): list, pins and map follow. */
void ng_places_choose(NgReader *reader, uint32_t entity, uint32_t candidate);

/* Whether any place of the article lies somewhere, or may until it is looked up: without one there is no map. */
bool ng_places_any(NgReader *reader);

/* The places that the list of places shows, in its order; borrowed, until the list changes. */
const NgPlace *ng_places_all(NgReader *reader, guint *n);

/* Who is named in one sentence with the selected place; borrowed, until the selection changes. There must be a selection. */
const NgCoMentions *ng_places_shared(NgReader *reader);

/* Whether a drawing was in want of the atlas or the coasts; gets what was wanted, out of the folder of the content. Where files are missing, there
 * are only pins, and only those that the mark-up places. */
bool ng_places_wait(const NgReader *reader);
void ng_places_load(NgReader *reader, const char *content_dir);

/* Whether the coasts have been read. */
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
