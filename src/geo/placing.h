/* Placing: which of the places of one name is meant, where places are named together.
 *
 * A pure function of its arguments. What brings coordinates of its own keeps them, and is not looked up. Of several candidates the likeliest is
 * chosen by the countries and divisions that are named with it, by what lies near, and by kind and population: capitals and countries before
 * their namesakes, divisions before small towns. The others stay, the likeliest first. */
#ifndef NG_PLACING_H
#define NG_PLACING_H

#include "geo/gazetteer.h"

/* A place as it is named. */
typedef struct {
  const char *name;
  const char *const *aliases; /* other names, for when the first is not known; NULL-terminated, or NULL */
  const char *country;        /* its name or its code, where that is told; or NULL */
  double lat_deg, lon_deg;    /* its own coordinates, or NAN; what is none of the globe is none */
} NgNamedPlace;

typedef struct {
  uint32_t place; /* of the gazetteer */
  NgNaming naming;
  double score; /* the more, the likelier; of use beside those of the same name alone */
} NgPlaceCandidate;

typedef struct {
  uint32_t first,
      n; /* slice of the candidates, the likeliest first; n is 0 where nothing is known, and for what has coordinates of its own */
} NgPlacedName;

typedef struct {
  NgPlacedName *names; /* one for each that was named */
  uint32_t n_names;
  GArray *candidates; /* NgPlaceCandidate */
} NgPlacing;

/* Whether these are coordinates of the globe. */
bool ng_placing_lies(double lat_deg, double lon_deg);

/* Whether any of the places would be looked up: if not, no gazetteer is needed. */
bool ng_placing_asks(const NgNamedPlace *named, uint32_t n);

/* The candidates of all. Linear in the number of places. `gazetteer` may be NULL: nothing is known then. The caller frees it. */
NgPlacing *ng_placing_new(const NgGazetteer *gazetteer, const NgNamedPlace *named, uint32_t n);
void ng_placing_free(NgPlacing *placing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgPlacing, ng_placing_free)

#endif
