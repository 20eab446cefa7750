/* Places as GeoJSON (RFC 7946). */
#include "export/json_writer.h"
#include "export/map.h"

#include <math.h>

static void put_properties(NgJson *json, const NgMapPlace *place, guint number)
{
  ng_json_key(json, "properties");
  ng_json_open(json, '{');
  ng_json_put_uint(json, "number", number);
  ng_json_put_string(json, "name", place->name);
  ng_json_put_string(json, "kind", ng_entity_kind_word(place->kind));
  ng_json_put_string(json, "country", place->country);
  ng_json_put_string(json, "source", ng_position_source_word(place->source));
  ng_json_put_uint(json, "mentions", place->n_mentions);
  ng_json_key(json, "articles");
  ng_json_open(json, '[');
  for (guint i = 0; i < place->articles->len; i++)
    ng_json_string(json, g_ptr_array_index(place->articles, i));
  ng_json_close(json, ']');
  ng_json_close(json, '}');
}

static void put_feature(NgJson *json, const NgMapPlace *place, guint number)
{
  ng_json_open(json, '{');
  ng_json_put_string(json, "type", "Feature");
  ng_json_key(json, "geometry");
  ng_json_open(json, '{');
  ng_json_put_string(json, "type", "Point");
  ng_json_key(json, "coordinates");
  ng_json_open(json, '[');
  ng_json_double(json, place->lon_deg);
  ng_json_double(json, place->lat_deg);
  ng_json_close(json, ']');
  ng_json_close(json, '}');
  put_properties(json, place, number);
  ng_json_close(json, '}');
}

void ng_export_map_geojson(NgMapPlaces *places, FILE *out)
{
  guint n;
  const NgMapPlace *const *all = ng_map_places_all(places, &n);
  NgJson json = {.out = out};
  ng_json_open(&json, '{');
  ng_json_put_string(&json, "type", "FeatureCollection");
  ng_json_key(&json, "features");
  ng_json_open(&json, '[');
  for (guint i = 0; i < n; i++)
    if (all[i]->source != NG_POSITION_UNKNOWN)
      put_feature(&json, all[i], i + 1);
  ng_json_close(&json, ']');
  ng_json_close(&json, '}');
  putc_unlocked('\n', out);
}
