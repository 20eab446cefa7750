/* The atlas: where the places of articles lie.
 *
 * Its places are the entities of that kind, and those organisations and events that bring coordinates; in the order of the articles and of their
 * entities. What an article marks with coordinates lies there; the rest is looked up in the gazetteer, article by article, so that what an
 * article names together is understood together. The gazetteer's file is opened when the first place asks for it, and never if none does.
 *
 * The atlas borrows the articles, which must outlive it. What it hands out is borrowed until the atlas is freed. */
#ifndef NG_ATLAS_H
#define NG_ATLAS_H

#include "geo/geo.h"
#include "model/model.h"

typedef enum {
  NG_ATLAS_NOWHERE,   /* not known */
  NG_ATLAS_MARKUP,    /* the article tells */
  NG_ATLAS_GAZETTEER, /* the likeliest of the candidates */
  NG_ATLAS_USER,      /* the candidate that was chosen by hand */
  NG_ATLAS_WIDE       /* known, and too wide for a point */
} NgAtlasSource;

/* A place that may be meant. */
typedef struct {
  NgGazetteerPlace place; /* strings are the gazetteer's */
  NgNaming naming;
} NgAtlasCandidate;

typedef struct {
  uint32_t article, entity; /* indices */
  const char *name;         /* as the article has it */
  const char *country;      /* as the article has it, else the gazetteer; or NULL */
  double lat_deg, lon_deg;  /* WGS 84, or NAN */
  NgAtlasSource source;
  const NgAtlasCandidate *candidates; /* the likeliest first; none where the article tells coordinates */
  uint32_t n_candidates;
  uint32_t chosen; /* of the candidates, or NG_NONE */
} NgAtlasPlace;

typedef struct _NgAtlas NgAtlas;

/* The places of all articles. `gazetteer` is the path of its file, or NULL: nothing is looked up. The caller frees it. */
NgAtlas *ng_atlas_new(const NgArticle *const *articles, guint n, const char *gazetteer);
void ng_atlas_free(NgAtlas *atlas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgAtlas, ng_atlas_free)

const NgAtlasPlace *ng_atlas_places(const NgAtlas *atlas, uint32_t *n);

/* The place that an article's entity is, as an index, or NG_NONE. */
uint32_t ng_atlas_find(const NgAtlas *atlas, uint32_t article, uint32_t entity);

/* Says which candidate a place is: it lies there from now on. */
void ng_atlas_choose(NgAtlas *atlas, uint32_t place, uint32_t candidate);

/* Why the gazetteer could not be asked, in one line; NULL if it could, or need not be. */
const char *ng_atlas_trouble(const NgAtlas *atlas);

/* Whether the gazetteer has been opened. */
bool ng_atlas_asked(const NgAtlas *atlas);

#endif
