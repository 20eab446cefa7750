/* Any bytes as a gazetteer: asked for names, places and what lies where. */
#include "geo/geo.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes);

static void ask(const NgGazetteer *gazetteer, const char *name)
{
  NgNamedPlace named[] = {{name, NULL, NULL, NAN, NAN}, {"A, B", NULL, "GB", NAN, NAN}, {name, NULL, name, 1, 1}};
  g_autoptr(NgPlacing) placing = ng_placing_new(gazetteer, named, G_N_ELEMENTS(named));
  for (guint i = 0; i < placing->candidates->len; i++) {
    const NgPlaceCandidate *candidate = &g_array_index(placing->candidates, NgPlaceCandidate, i);
    NgGazetteerPlace place = ng_gazetteer_place(gazetteer, candidate->place);
    if (!g_utf8_validate(place.name, -1, NULL) || fabs(place.lat_deg) > 90 || fabs(place.lon_deg) > 180)
      abort();
  }
}

/* A head whose sizes fit is put before the bytes, for chance would hardly find one. */
static GBytes *with_head(const uint8_t *bytes, size_t n_bytes)
{
  guint32 n_places = (guint32)MIN(n_bytes / 64, 8), n_slots = n_places + 1, n_hits = n_places;
  gsize sections = n_slots * 8 + n_hits * 4 + n_places * 24;
  guint32 pool = n_bytes > sections + 2 ? (guint32)(n_bytes - sections) : 2;
  guint32 sizes[] = {n_places, n_places / 2, n_slots, n_hits, pool, 0};
  GByteArray *file = g_byte_array_new();
  g_byte_array_append(file, (const guint8 *)"NGGAZ\0\0\1", 8);
  for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
    guint32 little = GUINT32_TO_LE(sizes[i]);
    g_byte_array_append(file, (const guint8 *)&little, sizeof little);
  }
  guint head = file->len;
  g_byte_array_set_size(file, head + (guint)sections + pool);
  memset(file->data + head, 0, sections + pool);
  if (n_bytes)
    memcpy(file->data + head, bytes, MIN(n_bytes, sections + pool));
  file->data[head + sections] = file->data[file->len - 1] = 0;
  return g_byte_array_free_to_bytes(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
  for (int headed = 0; headed < 2; headed++) {
    g_autoptr(GBytes) file = headed ? with_head(bytes, n_bytes) : g_bytes_new(bytes, n_bytes);
    g_autoptr(NgGazetteer) gazetteer = ng_gazetteer_from_bytes(file, NULL);
    if (!gazetteer)
      continue;
    ask(gazetteer, "");
    uint32_t at = 0;
    for (const char *name; at < 64 && (name = ng_gazetteer_next_name(gazetteer, &at));)
      ask(gazetteer, name);
  }
  return 0;
}
