/* The gazetteer: which places a name may mean, and where they lie. content/geo/gazetteer.bin, mapped into memory and asked as it lies.
 *
 * Made by content/geo/make_gazetteer.py, which tells the format: countries with their demonyms, first-level divisions, capitals, cities of
 * 15,000 people and more, and names that are too wide for a point. A place is an index, and stands in the order of its kind and of its
 * population. The sizes of the file are checked when it is opened, every index and offset in it when it is followed: a damaged file is refused
 * or finds other places, and does no harm. Immutable. */
#ifndef NG_GAZETTEER_H
#define NG_GAZETTEER_H

#include "text/text.h"

typedef enum {
  NG_PLACE_COUNTRY, /* and what has a country code of its own */
  NG_PLACE_WIDE,    /* continents, oceans: too wide for a point */
  NG_PLACE_DIVISION,
  NG_PLACE_CAPITAL, /* of a country */
  NG_PLACE_CITY,
  NG_N_PLACE_KINDS
} NgPlaceKind;

/* How a name names its place. */
typedef enum {
  NG_NAMED_SO,
  NG_NAMED_ALSO,   /* another name, another spelling */
  NG_NAMED_PARTLY, /* its kind is left out: "Donetsk" for the Donetsk Oblast */
  NG_NAMED_DEMONYM /* its people: "Danish" for Denmark */
} NgNaming;

#define NG_NO_PLACE UINT32_MAX

/* Strings are borrowed from the gazetteer. */
typedef struct {
  const char *name;
  const char *country;  /* its name, "" where there is none; of a country its own */
  const char *division; /* the first-level division that a city lies in, or "" */
  char country_code[3]; /* ISO 3166-1 alpha-2, or "" */
  NgPlaceKind kind;
  uint32_t population;     /* of a country and a division: of its towns together; 0: unknown */
  double lat_deg, lon_deg; /* WGS 84; NAN where it is wide */
} NgGazetteerPlace;

typedef struct {
  uint32_t place;
  NgNaming naming;
} NgGazetteerHit;

/* More places than these no name has. */
#define NG_GAZETTEER_HITS 64

typedef struct _NgGazetteer NgGazetteer;

/* Maps the file. NULL with `error` set (G_FILE_ERROR) where it cannot be read or is no gazetteer. The caller frees it. */
NgGazetteer *ng_gazetteer_open(const char *path, GError **error);

/* The same for bytes; takes a reference of its own. */
NgGazetteer *ng_gazetteer_from_bytes(GBytes *bytes, GError **error);

void ng_gazetteer_free(NgGazetteer *gazetteer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgGazetteer, ng_gazetteer_free)

/* The places of this name, which is folded here: how many there are. Those that it names in full stand before those that it
 * names partly or by their people, in the order of the places. */
guint ng_gazetteer_look_up(const NgGazetteer *gazetteer, const char *name, gsize bytes,
                           NgGazetteerHit hits[NG_GAZETTEER_HITS]);

/* A place by its index; one that there is none of is nameless, and lies nowhere. */
NgGazetteerPlace ng_gazetteer_place(const NgGazetteer *gazetteer, uint32_t place);
uint32_t ng_gazetteer_n_places(const NgGazetteer *gazetteer);

/* The country with this code ("DK", in either case), as a place, or NG_NO_PLACE. */
uint32_t ng_gazetteer_country(const NgGazetteer *gazetteer, const char *code);

/* The country, and the division, that a place lies in, as a place: a country lies in itself. NG_NO_PLACE if there is none. */
uint32_t ng_gazetteer_country_of(const NgGazetteer *gazetteer, uint32_t place);
uint32_t ng_gazetteer_division_of(const NgGazetteer *gazetteer, uint32_t place);

/* The folded names, in the order of the file: the next one at or after `*at`, which begins with 0 and is moved on; NULL after the last. */
const char *ng_gazetteer_next_name(const NgGazetteer *gazetteer, uint32_t *at);

/* "country", "division", "capital", "city", "wide". */
const char *ng_place_kind_word(NgPlaceKind kind);

#endif
