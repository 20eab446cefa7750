#include "geo/gazetteer.h"

#include "text/hash.h"

#include <math.h>
#include <string.h>

#define MAGIC       "NGGAZ\0\0\1"
#define HEAD_BYTES  32
#define SLOT_BYTES  8
#define HIT_BYTES   4
#define PLACE_BYTES 24
#define NO_INDEX    0xffff
#define LAST_HIT    0x80000000u

struct _NgGazetteer {
  GBytes *bytes;
  const uint8_t *slots, *hits, *places; /* into bytes */
  const char *pool;                     /* begins and ends with a NUL */
  uint32_t n_places, n_countries, n_slots, n_hits, pool_bytes;
};

static uint16_t uint16_at(const uint8_t *p)
{
  return (uint16_t)(p[0] | p[1] << 8);
}

static uint32_t uint32_at(const uint8_t *p)
{
  return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* ---- opening ---- */

/* Whether the sections fill the file, and the pool's strings end. */
static bool is_whole(const NgGazetteer *g, gsize size)
{
  uint64_t all = HEAD_BYTES + (uint64_t)g->n_slots * SLOT_BYTES + (uint64_t)g->n_hits * HIT_BYTES +
                 (uint64_t)g->n_places * PLACE_BYTES + g->pool_bytes;
  return all == size && g->n_slots > 0 && g->pool_bytes > 0 && g->n_countries <= g->n_places;
}

NgGazetteer *ng_gazetteer_from_bytes(GBytes *bytes, GError **error)
{
  gsize size;
  const uint8_t *file = g_bytes_get_data(bytes, &size);
  NgGazetteer g = {.bytes = bytes};
  if (size >= HEAD_BYTES && memcmp(file, MAGIC, sizeof MAGIC - 1) == 0) {
    uint32_t *sizes[] = {&g.n_places, &g.n_countries, &g.n_slots, &g.n_hits, &g.pool_bytes};
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++)
      *sizes[i] = uint32_at(file + 8 + (gsize)4 * i);
  }
  bool sound = is_whole(&g, size);
  if (sound) {
    g.slots = file + HEAD_BYTES;
    g.hits = g.slots + (gsize)g.n_slots * SLOT_BYTES;
    g.places = g.hits + (gsize)g.n_hits * HIT_BYTES;
    g.pool = (const char *)g.places + (gsize)g.n_places * PLACE_BYTES;
    sound = g.pool[0] == '\0' && g.pool[g.pool_bytes - 1] == '\0';
  }
  if (!sound) {
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "not a gazetteer");
    return NULL;
  }
  g_bytes_ref(bytes);
  return g_memdup2(&g, sizeof g);
}

NgGazetteer *ng_gazetteer_open(const char *path, GError **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, error);
  if (!file)
    return NULL;
  g_autoptr(GBytes) bytes = g_mapped_file_get_bytes(file);
  NgGazetteer *gazetteer = ng_gazetteer_from_bytes(bytes, error);
  if (!gazetteer)
    g_prefix_error(error, "%s: ", path);
  return gazetteer;
}

void ng_gazetteer_free(NgGazetteer *gazetteer)
{
  if (!gazetteer)
    return;
  g_bytes_unref(gazetteer->bytes);
  g_free(gazetteer);
}

/* ---- places ---- */

static const char *string_at(const NgGazetteer *g, uint32_t offset)
{
  return offset < g->pool_bytes ? g->pool + offset : "";
}

/* A string to be shown: of a damaged file it may be anything, and passes the gate or is none. */
static const char *shown_at(const NgGazetteer *g, uint32_t offset)
{
  const char *text = string_at(g, offset);
  g_autoptr(GString) cleaned = g_string_new(NULL);
  return strpbrk(text, "\t\n\r") || ng_text_clean(cleaned, text, strlen(text)) ? "" : text;
}

static const uint8_t *record_of(const NgGazetteer *g, uint32_t place)
{
  return place < g->n_places ? g->places + (gsize)place * PLACE_BYTES : NULL;
}

static const char *name_of(const NgGazetteer *g, uint32_t place)
{
  const uint8_t *record = record_of(g, place);
  return record ? shown_at(g, uint32_at(record)) : "";
}

/* An index in a record; what there is none of is none. */
static uint32_t index_at(const NgGazetteer *g, uint32_t place, gsize offset)
{
  const uint8_t *record = record_of(g, place);
  uint16_t index = record ? uint16_at(record + offset) : NO_INDEX;
  return index == NO_INDEX || index >= g->n_places ? NG_NO_PLACE : index;
}

uint32_t ng_gazetteer_country_of(const NgGazetteer *g, uint32_t place)
{
  return index_at(g, place, 16);
}

uint32_t ng_gazetteer_division_of(const NgGazetteer *g, uint32_t place)
{
  return index_at(g, place, 18);
}

/* A hundred thousandth of a degree each; what is none of the globe is none. */
static void read_position(const uint8_t *record, NgGazetteerPlace *place)
{
  double lat_deg = (int32_t)uint32_at(record + 8) / 1e5, lon_deg = (int32_t)uint32_at(record + 12) / 1e5;
  if (fabs(lat_deg) > 90 || fabs(lon_deg) > 180)
    return;
  place->lat_deg = lat_deg;
  place->lon_deg = lon_deg;
}

NgGazetteerPlace ng_gazetteer_place(const NgGazetteer *g, uint32_t place)
{
  NgGazetteerPlace p = {
      .name = "", .country = "", .division = "", .kind = NG_PLACE_WIDE, .lat_deg = NAN, .lon_deg = NAN};
  const uint8_t *record = record_of(g, place);
  if (!record)
    return p;
  p.name = name_of(g, place);
  p.population = uint32_at(record + 4);
  read_position(record, &p);
  p.country = name_of(g, ng_gazetteer_country_of(g, place));
  p.division = name_of(g, ng_gazetteer_division_of(g, place));
  p.kind = record[20] < NG_N_PLACE_KINDS ? (NgPlaceKind)record[20] : NG_PLACE_WIDE;
  if (g_ascii_isupper(record[22]) && g_ascii_isupper(record[23]))
    memcpy(p.country_code, record + 22, 2);
  return p;
}

uint32_t ng_gazetteer_n_places(const NgGazetteer *g)
{
  return g->n_places;
}

uint32_t ng_gazetteer_country(const NgGazetteer *g, const char *code)
{
  if (strlen(code) != 2)
    return NG_NO_PLACE;
  char letters[2] = {g_ascii_toupper(code[0]), g_ascii_toupper(code[1])};
  for (uint32_t i = 0; i < g->n_countries; i++)
    if (memcmp(record_of(g, i) + 22, letters, sizeof letters) == 0)
      return i;
  return NG_NO_PLACE;
}

const char *ng_place_kind_word(NgPlaceKind kind)
{
  static const char *const words[] = {"country", "wide", "division", "capital", "city"};
  return words[kind];
}

/* ---- names ---- */

static uint64_t hash_of(const char *key)
{
  return ng_hash_mix(ng_hash_bytes(NG_HASH_OF_NOTHING, key, strlen(key)));
}

/* The first hit of a folded name, or the number of all hits. */
static uint32_t first_hit(const NgGazetteer *g, const char *key)
{
  uint32_t at = (uint32_t)((hash_of(key) >> 32) * g->n_slots >> 32);
  for (uint32_t tries = 0; tries < g->n_slots; tries++) {
    const uint8_t *slot = g->slots + (gsize)at * SLOT_BYTES;
    uint32_t offset = uint32_at(slot);
    if (offset == 0)
      break;
    if (strcmp(string_at(g, offset), key) == 0)
      return MIN(uint32_at(slot + 4), g->n_hits);
    at = at + 1 < g->n_slots ? at + 1 : 0;
  }
  return g->n_hits;
}

guint ng_gazetteer_look_up(const NgGazetteer *g, const char *name, gsize bytes, NgGazetteerHit hits[NG_GAZETTEER_HITS])
{
  g_autofree char *key = ng_text_fold(name, bytes);
  guint n = 0;
  for (uint32_t i = first_hit(g, key); i < g->n_hits && n < NG_GAZETTEER_HITS; i++) {
    uint32_t hit = uint32_at(g->hits + (gsize)i * HIT_BYTES), place = hit & 0xffffff, naming = hit >> 24 & 0xf;
    if (place < g->n_places && naming <= NG_NAMED_DEMONYM)
      hits[n++] = (NgGazetteerHit){place, (NgNaming)naming};
    if (hit & LAST_HIT)
      break;
  }
  return n;
}

const char *ng_gazetteer_next_name(const NgGazetteer *g, uint32_t *at)
{
  while (*at < g->n_slots) {
    uint32_t offset = uint32_at(g->slots + (gsize)(*at)++ * SLOT_BYTES);
    if (offset)
      return string_at(g, offset);
  }
  return NULL;
}
