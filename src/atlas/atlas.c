#include "atlas/atlas.h"

#include <math.h>

struct _NgAtlas {
  const NgArticle **articles; /* borrowed each */
  GArray *places;             /* NgAtlasPlace */
  GArray *first;              /* uint32_t: of each article its first place; one more: the number of all */
  GPtrArray *candidates;      /* of NgAtlasCandidate *: what the places point to */
  NgGazetteer *gazetteer;
  char *path;    /* of the gazetteer, until it is opened; or NULL */
  char *trouble; /* or NULL */
};

/* ---- the places of an article ---- */

static const NgEntity *entity_of(const NgAtlas *atlas, const NgAtlasPlace *place)
{
  uint32_t n;
  return &ng_article_entities(atlas->articles[place->article], &n)[place->entity];
}

static bool belongs(const NgEntity *entity)
{
  if (entity->kind == NG_ENTITY_PLACE)
    return true;
  return entity->kind != NG_ENTITY_PERSON && ng_placing_lies(entity->lat_deg, entity->lon_deg);
}

static void collect(NgAtlas *atlas, const NgArticle *article, uint32_t number)
{
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  g_array_append_val(atlas->first, atlas->places->len);
  for (uint32_t i = 0; i < n; i++) {
    const NgEntity *e = &entities[i];
    if (!belongs(e))
      continue;
    bool lies = ng_placing_lies(e->lat_deg, e->lon_deg);
    NgAtlasPlace place = {number, i, e->name, e->country, NAN, NAN, NG_ATLAS_NOWHERE, NULL, 0, NG_NONE};
    if (lies) {
      place.lat_deg = e->lat_deg;
      place.lon_deg = e->lon_deg;
      place.source = NG_ATLAS_MARKUP;
    }
    g_array_append_val(atlas->places, place);
  }
}

/* The gazetteer, opened with the first question. NULL with `trouble` set if that cannot be. */
static const NgGazetteer *gazetteer_of(NgAtlas *atlas)
{
  if (!atlas->path)
    return atlas->gazetteer;
  g_autoptr(GError) error = NULL;
  atlas->gazetteer = ng_gazetteer_open(atlas->path, &error);
  if (!atlas->gazetteer)
    atlas->trouble = g_strdup_printf("places are not looked up: %s", error->message);
  g_clear_pointer(&atlas->path, g_free);
  return atlas->gazetteer;
}

/* ---- candidates ---- */

/* Moves a place to one of its candidates. What the article says of its country stands. */
static void move(const NgAtlas *atlas, NgAtlasPlace *place, uint32_t candidate, NgAtlasSource source)
{
  const NgGazetteerPlace *to = &place->candidates[candidate].place;
  const char *told = entity_of(atlas, place)->country;
  place->chosen = candidate;
  place->lat_deg = to->lat_deg;
  place->lon_deg = to->lon_deg;
  place->source = isnan(to->lat_deg) ? NG_ATLAS_WIDE : source;
  place->country = told ? told : *to->country ? to->country : NULL;
}

static void take(NgAtlas *atlas, NgAtlasPlace *place, const NgPlaceCandidate *found, uint32_t n)
{
  NgAtlasCandidate *candidates = g_new(NgAtlasCandidate, n);
  for (uint32_t i = 0; i < n; i++)
    candidates[i] = (NgAtlasCandidate){ng_gazetteer_place(atlas->gazetteer, found[i].place), found[i].naming};
  g_ptr_array_add(atlas->candidates, candidates);
  place->candidates = candidates;
  place->n_candidates = n;
  move(atlas, place, 0, NG_ATLAS_GAZETTEER);
}

static void look_up(NgAtlas *atlas, NgAtlasPlace *places, uint32_t n)
{
  g_autofree NgNamedPlace *named = g_new0(NgNamedPlace, (gsize)n + 1);
  for (uint32_t i = 0; i < n; i++) {
    const NgEntity *e = entity_of(atlas, &places[i]);
    named[i] =
        (NgNamedPlace){e->name, e->aliases, *e->country_code ? e->country_code : e->country, e->lat_deg, e->lon_deg};
  }
  if (!ng_placing_asks(named, n))
    return;
  g_autoptr(NgPlacing) placing = ng_placing_new(gazetteer_of(atlas), named, n);
  for (uint32_t i = 0; i < n; i++)
    if (placing->names[i].n)
      take(atlas, &places[i], &g_array_index(placing->candidates, NgPlaceCandidate, placing->names[i].first),
           placing->names[i].n);
}

/* ---- the door ---- */

NgAtlas *ng_atlas_new(const NgArticle *const *articles, guint n, const char *gazetteer)
{
  NgAtlas *atlas = g_new0(NgAtlas, 1);
  atlas->places = g_array_new(FALSE, FALSE, sizeof(NgAtlasPlace));
  atlas->first = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  atlas->candidates = g_ptr_array_new_with_free_func(g_free);
  atlas->path = g_strdup(gazetteer);
  atlas->articles = g_new(const NgArticle *, (gsize)n + 1);
  for (guint i = 0; i < n; i++)
    atlas->articles[i] = articles[i];
  for (guint i = 0; i < n; i++) {
    guint first = atlas->places->len;
    collect(atlas, articles[i], i);
    if (atlas->places->len > first)
      look_up(atlas, &g_array_index(atlas->places, NgAtlasPlace, first), atlas->places->len - first);
  }
  g_array_append_val(atlas->first, atlas->places->len);
  return atlas;
}

void ng_atlas_free(NgAtlas *atlas)
{
  if (!atlas)
    return;
  g_free(atlas->articles);
  g_array_unref(atlas->places);
  g_array_unref(atlas->first);
  g_ptr_array_unref(atlas->candidates);
  ng_gazetteer_free(atlas->gazetteer);
  g_free(atlas->path);
  g_free(atlas->trouble);
  g_free(atlas);
}

const NgAtlasPlace *ng_atlas_places(const NgAtlas *atlas, uint32_t *n)
{
  *n = atlas->places->len;
  return (const NgAtlasPlace *)(void *)atlas->places->data;
}

uint32_t ng_atlas_find(const NgAtlas *atlas, uint32_t article, uint32_t entity)
{
  if (article >= atlas->first->len - 1)
    return NG_NONE;
  uint32_t low = g_array_index(atlas->first, uint32_t, article);
  uint32_t high = g_array_index(atlas->first, uint32_t, article + 1);
  uint32_t end = high;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (g_array_index(atlas->places, NgAtlasPlace, middle).entity < entity)
      low = middle + 1;
    else
      high = middle;
  }
  return low < end && g_array_index(atlas->places, NgAtlasPlace, low).entity == entity ? low : NG_NONE;
}

void ng_atlas_choose(NgAtlas *atlas, uint32_t place, uint32_t candidate)
{
  g_return_if_fail(place < atlas->places->len);
  NgAtlasPlace *moved = &g_array_index(atlas->places, NgAtlasPlace, place);
  g_return_if_fail(candidate < moved->n_candidates);
  move(atlas, moved, candidate, NG_ATLAS_USER);
}

const char *ng_atlas_trouble(const NgAtlas *atlas)
{
  return atlas->trouble;
}

bool ng_atlas_asked(const NgAtlas *atlas)
{
  return atlas->gazetteer != NULL;
}
