/* Places of one article or of several, for a map, and the writers that print them.
 *
 * A place is an entity of that kind, or an organisation or event that has coordinates. The same place of several articles is one: that of
 * the same id or authority where both articles list it, else that of the same name, unless the two lie apart. Where a place lies, the atlas
 * says: coordinates that are none of the globe (WGS 84, latitude from -90 to 90, longitude from -180 to 180) are none. Places that lie
 * nowhere are in the text, and left out of the other formats. */
#ifndef NG_MAP_H
#define NG_MAP_H

#include "geo/outline.h"
#include "model/model.h"

#include <stdio.h>

typedef enum { NG_POSITION_UNKNOWN, NG_POSITION_MARKUP, NG_POSITION_GAZETTEER } NgPositionSource;

typedef struct {
  char *name;
  char *country; /* or NULL */
  NgEntityKind kind;
  double lat_deg, lon_deg; /* NAN where the position is unknown */
  NgPositionSource source;
  uint32_t n_mentions;
  GPtrArray *articles; /* of char *: their ids, for want of one their sources; each once */
} NgMapPlace;

typedef struct _NgMapPlaces NgMapPlaces;

/* `gazetteer` is the path of the file in which places without coordinates are looked up, or NULL: they lie nowhere. */
NgMapPlaces *ng_map_places_new(const char *gazetteer);
void ng_map_places_free(NgMapPlaces *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgMapPlaces, ng_map_places_free)

/* Adds the places of an article, which need not outlive the call. */
void ng_map_places_add(NgMapPlaces *map, const NgArticle *article);

/* The places, those with most mentions first and among equals those that were met first; a place's number is its index and one. Borrowed until
 * the next article is added. */
const NgMapPlace *const *ng_map_places_all(NgMapPlaces *map, guint *n);

/* What the map shows: the title of the only article, or how many there are. Borrowed likewise. */
const char *ng_map_places_title(NgMapPlaces *map);

/* Why the gazetteer could not be asked, in one line; NULL if it could, or need not be. Borrowed likewise. */
const char *ng_map_places_trouble(const NgMapPlaces *map);

/* "markup", "gazetteer", or NULL. */
const char *ng_position_source_word(NgPositionSource source);

/* ---- writers: UTF-8, as export.h says of all ---- */

/* RFC 7946: a FeatureCollection of points, longitude first. */
void ng_export_map_geojson(NgMapPlaces *places, FILE *out);

/* KML 2.2. */
void ng_export_map_kml(NgMapPlaces *places, FILE *out);

/* A picture of the world, or of the part of it that holds all places, equirectangular, with numbered pins, and a list of them. `outline` gives it
 * coasts and borders; it may be NULL. */
void ng_export_map_svg(NgMapPlaces *places, const NgOutline *outline, FILE *out);

/* A table, for eyes and for reading aloud. */
void ng_export_map_text(NgMapPlaces *places, FILE *out);

#endif
