#include "ui/places.h"

#include <math.h>
#include <string.h>

#define ZOOM_STEP 1.6
#define MOST_ARCS 2000

struct NgPlaces {
  GArray *all;   /* NgPlace */
  char *filter;  /* with which they were gathered */
  bool gathered; /* ... and whether they were */
  int any;       /* whether one lies somewhere; -1: not looked yet */

  bool wants_atlas, wants_coasts; /* a drawing does */
  NgAtlas *atlas;                 /* NULL: not made */
  bool loaded;                    /* the coasts are */
  NgOutline *outline;             /* NULL: not loaded, or missing */

  NgView view; /* of the zoomed map; without columns: none yet */
  NgProjection projection;
  bool arcs, blocks;
  uint32_t seen; /* the entity that the view was last brought to */
  NgMap *map, *small;
  NgPins *pins;
  NgCoMentions *shared; /* of shared_of */
  uint32_t shared_of;
};

static NgPlaces *places_of(NgReader *reader)
{
  if (!reader->map) {
    reader->map = g_new0(NgPlaces, 1);
    reader->map->all = g_array_new(FALSE, FALSE, sizeof(NgPlace));
    reader->map->any = -1;
    reader->map->projection = NG_MERCATOR;
    reader->map->seen = reader->map->shared_of = NG_NONE;
  }
  return reader->map;
}

static void forget_map(NgPlaces *p)
{
  g_clear_pointer(&p->map, ng_map_free);
  g_clear_pointer(&p->pins, ng_pins_free);
}

void ng_places_free(NgPlaces *places)
{
  if (!places)
    return;
  forget_map(places);
  ng_map_free(places->small);
  g_clear_pointer(&places->shared, ng_co_mentions_free);
  ng_outline_free(places->outline);
  ng_atlas_free(places->atlas);
  g_array_unref(places->all);
  g_free(places->filter);
  g_free(places);
}

/* ---- places ---- */

const NgAtlas *ng_places_atlas(NgReader *reader)
{
  NgPlaces *p = places_of(reader);
  p->wants_atlas = !p->atlas;
  return p->atlas;
}

NgWhere ng_place_where(NgReader *reader, uint32_t entity)
{
  return ng_where(reader->article, ng_places_atlas(reader), entity);
}

NgDegrees ng_place_position(NgReader *reader, uint32_t entity)
{
  return ng_place_where(reader, entity).at;
}

/* Where places lie has changed. */
static void forget_positions(NgPlaces *p)
{
  p->gathered = false;
  p->any = -1;
  p->seen = NG_NONE;
  forget_map(p);
}

void ng_places_choose(NgReader *reader, uint32_t entity, uint32_t candidate)
{
  NgPlaces *p = places_of(reader);
  uint32_t place = p->atlas ? ng_atlas_find(p->atlas, 0, entity) : NG_NONE;
  g_return_if_fail(place != NG_NONE);
  ng_atlas_choose(p->atlas, place, candidate);
  forget_positions(p);
}

bool ng_places_any(NgReader *reader)
{
  NgPlaces *p = places_of(reader);
  uint32_t n;
  const uint32_t *ranked = ng_article_ranked(reader->article, NG_ENTITY_PLACE, &n);
  if (!ng_places_atlas(reader))
    return n > 0;
  for (uint32_t i = 0; p->any < 0 && i < n; i++)
    if (ng_degrees_valid(ng_place_position(reader, ranked[i])))
      p->any = 1;
  if (p->any < 0)
    p->any = 0;
  return p->any > 0;
}

static void gather(NgReader *reader, NgPlaces *p)
{
  guint pins = 0;
  g_array_set_size(p->all, 0);
  for (guint i = 0; i < reader->places.rows->len; i++) {
    const NgListRow *row = &g_array_index(reader->places.rows, NgListRow, i);
    if (row->kind != NG_LIST_ENTITY)
      continue;
    NgWhere where = ng_place_where(reader, row->entity);
    NgPlace place = {.entity = row->entity, .at = where.at, .wide = where.source == NG_ATLAS_WIDE};
    if (ng_degrees_valid(place.at))
      place.pin = ng_list_pin(++pins) ? ng_list_pin(pins) : '*';
    g_array_append_val(p->all, place);
  }
}

const NgPlace *ng_places_all(NgReader *reader, guint *n)
{
  NgPlaces *p = places_of(reader);
  if (!p->gathered || g_strcmp0(p->filter, reader->places.filter) != 0) {
    gather(reader, p);
    g_free(p->filter);
    p->filter = g_strdup(reader->places.filter);
    p->gathered = true;
    forget_map(p);
  }
  *n = p->all->len;
  return (const NgPlace *)(const void *)p->all->data;
}

static guint index_of(NgReader *reader, uint32_t entity)
{
  guint n, i = 0;
  const NgPlace *all = ng_places_all(reader, &n);
  while (i < n && all[i].entity != entity)
    i++;
  return i < n ? i : NG_NO_PIN;
}

const NgCoMentions *ng_places_shared(NgReader *reader)
{
  NgPlaces *p = places_of(reader);
  if (!p->shared || p->shared_of != reader->entity) {
    g_clear_pointer(&p->shared, ng_co_mentions_free);
    p->shared = ng_co_mentions_of(reader->article, reader->entity);
    p->shared_of = reader->entity;
  }
  return p->shared;
}

/* ---- what is read ---- */

bool ng_places_wait(const NgReader *reader)
{
  return reader->map && (reader->map->wants_atlas || reader->map->wants_coasts);
}

static char *geo_file(const char *content_dir, const char *name)
{
  return content_dir ? g_build_filename(content_dir, "geo", name, NULL) : NULL;
}

static void make_atlas(NgReader *reader, NgPlaces *p, const char *content_dir)
{
  g_autofree char *gazetteer = geo_file(content_dir, "gazetteer.bin");
  p->atlas = ng_atlas_new(&reader->article, 1, gazetteer);
  p->wants_atlas = false;
  forget_positions(p);
}

static void read_coasts(NgPlaces *p, const char *content_dir)
{
  g_autofree char *outline = geo_file(content_dir, "outline.bin");
  p->outline = outline ? ng_outline_open(outline) : NULL;
  p->loaded = true;
}

void ng_places_load(NgReader *reader, const char *content_dir)
{
  NgPlaces *p = places_of(reader);
  if (p->wants_atlas && !p->atlas)
    make_atlas(reader, p, content_dir);
  if (p->wants_coasts && !p->loaded && ng_places_any(reader))
    read_coasts(p, content_dir);
  p->wants_coasts = false;
}

bool ng_places_loaded(NgReader *reader)
{
  NgPlaces *p = places_of(reader);
  p->wants_coasts = !p->loaded;
  return p->loaded;
}

/* ---- the map ---- */

static GArray *positions(NgReader *reader)
{
  guint n;
  const NgPlace *all = ng_places_all(reader, &n);
  GArray *at = g_array_sized_new(FALSE, FALSE, sizeof(NgDegrees), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val(at, all[i].at);
  return at;
}

static NgView fitted(NgReader *reader, int cols, int rows)
{
  g_autoptr(GArray) at = positions(reader);
  return ng_view_fit(cols, rows, (const NgDegrees *)(const void *)at->data, at->len, places_of(reader)->projection);
}

/* Relations of which both ends lie somewhere. */
static GArray *arcs_of(NgReader *reader)
{
  uint32_t n;
  const NgRelation *relations = ng_article_relations(reader->article, &n);
  GArray *arcs = g_array_new(FALSE, FALSE, sizeof(NgArc));
  for (uint32_t i = 0; i < n && arcs->len < MOST_ARCS; i++) {
    const NgRelation *r = &relations[i];
    NgArc arc = {ng_place_position(reader, r->subject), ng_place_position(reader, r->object)};
    bool apart = arc.from.lat_deg != arc.to.lat_deg || arc.from.lon_deg != arc.to.lon_deg;
    if (ng_degrees_valid(arc.from) && ng_degrees_valid(arc.to) && apart)
      g_array_append_val(arcs, arc);
  }
  return arcs;
}

/* A selection made elsewhere, that lies beyond the edge, is brought into view. */
static void follow_selection(NgReader *reader, NgPlaces *p)
{
  if (p->seen == reader->entity)
    return;
  p->seen = reader->entity;
  guint i = index_of(reader, reader->entity);
  int row, col;
  if (i == NG_NO_PIN || p->view.world)
    return;
  NgDegrees at = g_array_index(p->all, NgPlace, i).at;
  if (!ng_degrees_valid(at) || ng_view_cell(&p->view, at, &row, &col))
    return;
  p->view = ng_view_at(p->view.cols, p->view.rows, at, 1 / p->view.dots_x);
  forget_map(p);
}

const NgMap *ng_places_map(NgReader *reader, int cols, int rows, NgMapDrawing drawing)
{
  NgPlaces *p = places_of(reader);
  guint n;
  ng_places_all(reader, &n);
  if (p->view.cols == 0)
    p->view = fitted(reader, cols, rows), p->seen = reader->entity;
  if (p->view.cols != cols || p->view.rows != rows) {
    p->view = p->view.world ? ng_view_world(cols, rows, p->projection) : ng_view_resized(&p->view, cols, rows);
    forget_map(p);
  }
  follow_selection(reader, p);
  if (p->map && p->map->drawing != drawing)
    forget_map(p);
  if (!p->map) {
    g_autoptr(GArray) arcs = p->arcs ? arcs_of(reader) : g_array_new(FALSE, FALSE, sizeof(NgArc));
    p->map = ng_map_new(p->outline, &p->view, drawing, (const NgArc *)(const void *)arcs->data, arcs->len);
  }
  return p->map;
}

NgPins *ng_places_pins(NgReader *reader)
{
  NgPlaces *p = places_of(reader);
  if (p->view.cols == 0)
    return NULL;
  g_autoptr(GArray) at = positions(reader);
  if (!p->pins)
    p->pins = ng_pins_new(&p->view, (const NgDegrees *)(const void *)at->data, at->len);
  return p->pins;
}

const NgMap *ng_places_small_map(NgReader *reader, int cols, int rows, NgMapDrawing drawing)
{
  NgPlaces *p = places_of(reader);
  if (p->small && p->small->view.cols == cols && p->small->view.rows == rows && p->small->drawing == drawing)
    return p->small;
  ng_map_free(p->small);
  NgView view = ng_view_world(cols, rows, NG_MERCATOR);
  p->small = ng_map_new(p->outline, &view, drawing, NULL, 0);
  return p->small;
}

NgMapDrawing ng_places_drawing(NgReader *reader, bool ascii)
{
  if (ascii)
    return NG_MAP_ASCII;
  return places_of(reader)->blocks ? NG_MAP_BLOCKS : NG_MAP_BRAILLE;
}

const NgView *ng_places_view(NgReader *reader)
{
  return &places_of(reader)->view;
}

/* ---- changing what is seen ---- */

static bool show(NgPlaces *p, NgView view)
{
  if (view.world)
    view = ng_view_world(view.cols, view.rows, p->projection);
  if (ng_view_same(&view, &p->view))
    return false;
  p->view = view;
  forget_map(p);
  return true;
}

bool ng_places_zoom(NgReader *reader, int steps)
{
  NgPlaces *p = places_of(reader);
  if (p->view.cols == 0 || steps == 0)
    return false;
  guint i = index_of(reader, reader->entity);
  int row, col;
  NgDegrees centre = {p->view.lat_deg, p->view.lon_deg};
  if (i != NG_NO_PIN && steps > 0 && ng_view_cell(&p->view, g_array_index(p->all, NgPlace, i).at, &row, &col))
    centre = g_array_index(p->all, NgPlace, i).at;
  return show(p, ng_view_zoomed(&p->view, pow(ZOOM_STEP, CLAMP(steps, -16, 16)), centre));
}

bool ng_places_pan(NgReader *reader, int cols, int rows)
{
  NgPlaces *p = places_of(reader);
  return p->view.cols > 0 && show(p, ng_view_moved(&p->view, cols, rows));
}

bool ng_places_fit(NgReader *reader)
{
  NgPlaces *p = places_of(reader);
  return p->view.cols > 0 && show(p, fitted(reader, p->view.cols, p->view.rows));
}

bool ng_places_toggle_arcs(NgReader *reader)
{
  NgPlaces *p = places_of(reader);
  g_autoptr(GArray) arcs = arcs_of(reader);
  if (!p->arcs && arcs->len == 0)
    return false;
  p->arcs = !p->arcs;
  forget_map(p);
  return true;
}

bool ng_places_toggle_blocks(NgReader *reader)
{
  NgPlaces *p = places_of(reader);
  p->blocks = !p->blocks;
  forget_map(p);
  g_clear_pointer(&p->small, ng_map_free);
  return true;
}

const char *ng_places_next_projection(NgReader *reader)
{
  static const char *const names[NG_N_PROJECTIONS] = {"equirectangular", "Mercator", "Robinson"};
  NgPlaces *p = places_of(reader);
  p->projection = (NgProjection)((p->projection + 1) % NG_N_PROJECTIONS);
  if (p->view.cols > 0)
    show(p, ng_view_world(p->view.cols, p->view.rows, p->projection));
  return names[p->projection];
}

const NgPin *ng_places_cluster(NgReader *reader)
{
  const NgPins *pins = ng_places_pins(reader);
  guint i = index_of(reader, reader->entity);
  if (!pins || i == NG_NO_PIN || pins->pin_of[i] == NG_NO_PIN || pins->pins[pins->pin_of[i]].n < 2)
    return NULL;
  return &pins->pins[pins->pin_of[i]];
}
