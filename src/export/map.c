/* The places of several articles, joined. */
#include "export/map.h"

#include "atlas/atlas.h"

#include <math.h>
#include <string.h>

/* Farther apart than this, two places of one name are two. */
#define APART_DEG           1.0
#define LOOKED_UP_APART_DEG 10.0 /* ... the middle of a country is where one puts it */

struct _NgMapPlaces {
  GPtrArray *places; /* NgMapPlace, as they were met, then sorted */
  GArray *last;      /* uint32_t of each place: the number of the article that it was last met in */
  GHashTable *known; /* "i" and an id, "r" and an authority, "n" and a folded name: to the place (NgMapPlace) */
  GHashTable *index; /* NgMapPlace to its index in `last` + 1 */
  char *title;
  guint n_articles;
  char *gazetteer, *trouble; /* or NULL */
};

static void place_free(void *p)
{
  NgMapPlace *place = p;
  g_free(place->name);
  g_free(place->country);
  g_ptr_array_unref(place->articles);
  g_free(place);
}

NgMapPlaces *ng_map_places_new(const char *gazetteer)
{
  NgMapPlaces *m = g_new0(NgMapPlaces, 1);
  m->gazetteer = g_strdup(gazetteer);
  m->places = g_ptr_array_new_with_free_func(place_free);
  m->last = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  m->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  m->index = g_hash_table_new(g_direct_hash, g_direct_equal);
  return m;
}

void ng_map_places_free(NgMapPlaces *m)
{
  if (!m)
    return;
  g_ptr_array_unref(m->places);
  g_array_unref(m->last);
  g_hash_table_unref(m->known);
  g_hash_table_unref(m->index);
  g_free(m->title);
  g_free(m->gazetteer);
  g_free(m->trouble);
  g_free(m);
}

/* ---- where a place lies ---- */

static NgPositionSource source_of(const NgAtlasPlace *where)
{
  if (where->source == NG_ATLAS_MARKUP)
    return NG_POSITION_MARKUP;
  return isnan(where->lat_deg) ? NG_POSITION_UNKNOWN : NG_POSITION_GAZETTEER;
}

/* Across the date line it is not far. What was looked up may be meant to lie where the other does. */
static bool lie_apart(const NgMapPlace *place, const NgAtlasPlace *where)
{
  if (isnan(place->lat_deg) || isnan(where->lat_deg))
    return false;
  bool told = place->source == NG_POSITION_MARKUP && where->source == NG_ATLAS_MARKUP;
  double apart_deg = told ? APART_DEG : LOOKED_UP_APART_DEG, east = fabs(place->lon_deg - where->lon_deg);
  return fabs(place->lat_deg - where->lat_deg) > apart_deg || MIN(east, 360 - east) > apart_deg;
}

/* ---- the same place again ---- */

/* The keys of an entity, the surest first; NULL-terminated. The caller frees it. */
static char **keys_of(const NgEntity *e)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new();
  g_autofree char *folded = ng_text_fold(e->name, strlen(e->name));
  for (const char *const *ref = e->refs; *ref; ref++)
    g_ptr_array_add(keys, g_strconcat("r", *ref, NULL));
  if (e->has_record)
    g_ptr_array_add(keys, g_strconcat("i", e->id, NULL));
  g_ptr_array_add(keys, g_strdup_printf("n%d%s", e->kind, folded));
  g_ptr_array_add(keys, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&keys), FALSE);
}

static guint index_of(const NgMapPlaces *m, const NgMapPlace *place)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(m->index, place)) - 1;
}

/* The place that the entity is, met in an earlier article: an article's own entities stay apart. */
static NgMapPlace *place_for(const NgMapPlaces *m, const NgEntity *e, const NgAtlasPlace *where, char *const *keys)
{
  for (; *keys; keys++) {
    NgMapPlace *place = g_hash_table_lookup(m->known, *keys);
    if (place && place->kind == (NgEntityKind)e->kind && !lie_apart(place, where) &&
        g_array_index(m->last, uint32_t, index_of(m, place)) != m->n_articles)
      return place;
  }
  return NULL;
}

static NgMapPlace *add_place(NgMapPlaces *m, const NgEntity *e)
{
  NgMapPlace *place = g_new0(NgMapPlace, 1);
  place->name = g_strdup(e->name);
  place->kind = (NgEntityKind)e->kind;
  place->lat_deg = place->lon_deg = NAN;
  place->articles = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(m->places, place);
  g_array_append_val(m->last, m->n_articles);
  g_hash_table_insert(m->index, place, GUINT_TO_POINTER(m->last->len));
  return place;
}

/* What an article tells outweighs what was looked up for another. */
static void take_position(NgMapPlace *place, const NgAtlasPlace *where)
{
  NgPositionSource source = source_of(where);
  if (source == NG_POSITION_UNKNOWN || place->source == NG_POSITION_MARKUP || place->source == source)
    return;
  place->source = source;
  place->lat_deg = where->lat_deg;
  place->lon_deg = where->lon_deg;
}

static void add_entity(NgMapPlaces *m, const NgEntity *e, const NgAtlasPlace *where, const char *article)
{
  g_auto(GStrv) keys = keys_of(e);
  NgMapPlace *place = place_for(m, e, where, keys);
  if (!place)
    place = add_place(m, e);
  g_array_index(m->last, uint32_t, index_of(m, place)) = m->n_articles;
  take_position(place, where);
  if (!place->country && g_strcmp0(where->country, e->name) != 0)
    place->country = g_strdup(where->country);
  place->n_mentions += e->n_mentions;
  g_ptr_array_add(place->articles, g_strdup(article));
  for (char **key = keys; *key; key++)
    if (!g_hash_table_contains(m->known, *key))
      g_hash_table_insert(m->known, g_strdup(*key), place);
}

void ng_map_places_add(NgMapPlaces *m, const NgArticle *article)
{
  const NgHead *head = ng_article_head(article);
  g_autofree char *source = ng_text_clean_line(head->source, strlen(head->source));
  g_autoptr(NgAtlas) atlas = ng_atlas_new(&article, 1, m->gazetteer);
  uint32_t n_entities, n;
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  const NgAtlasPlace *places = ng_atlas_places(atlas, &n);
  m->n_articles++;
  if (!m->title)
    m->title = g_strdup(head->title ? head->title : source);
  if (!m->trouble)
    m->trouble = g_strdup(ng_atlas_trouble(atlas));
  for (uint32_t i = 0; i < n; i++)
    add_entity(m, &entities[places[i].entity], &places[i], head->id ? head->id : source);
}

/* ---- results ---- */

static int by_mentions(const void *a, const void *b, void *map)
{
  const NgMapPlace *x = *(const NgMapPlace *const *)a, *y = *(const NgMapPlace *const *)b;
  if (x->n_mentions != y->n_mentions)
    return x->n_mentions > y->n_mentions ? -1 : 1;
  guint i = index_of(map, x), k = index_of(map, y);
  return i < k ? -1 : i > k;
}

const NgMapPlace *const *ng_map_places_all(NgMapPlaces *m, guint *n)
{
  g_ptr_array_sort_with_data(m->places, by_mentions, m);
  *n = m->places->len;
  return (const NgMapPlace *const *)(void *)m->places->pdata;
}

const char *ng_map_places_title(NgMapPlaces *m)
{
  if (m->n_articles != 1) {
    g_free(m->title);
    m->title = g_strdup_printf("%u articles", m->n_articles);
  }
  return m->title;
}

const char *ng_map_places_trouble(const NgMapPlaces *m)
{
  return m->trouble;
}

const char *ng_position_source_word(NgPositionSource source)
{
  static const char *const words[] = {NULL, "markup", "gazetteer"};
  return words[source];
}
