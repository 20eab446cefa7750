/* Places as KML 2.2. A description would be read as HTML, so what articles say stands in names and in plain data. */
#include "export/degrees.h"
#include "export/map.h"
#include "export/xml.h"

static void put_datum(FILE *out, const char *name, const char *value)
{
  if (!value)
    return;
  fprintf(out, "<Data name=\"%s\"><value>", name);
  ng_xml_text(out, value);
  fputs("</value></Data>", out);
}

static void put_placemark(FILE *out, const NgMapPlace *place, guint number)
{
  g_autofree char *mentions = g_strdup_printf("%u", place->n_mentions);
  g_autofree char *id = g_strdup_printf("%u", number);
  fprintf(out, "    <Placemark id=\"place-%s\">", id);
  ng_xml_element(out, "name", place->name);
  fputs("<ExtendedData>", out);
  put_datum(out, "number", id);
  put_datum(out, "kind", ng_entity_kind_word(place->kind));
  put_datum(out, "country", place->country);
  put_datum(out, "source", ng_position_source_word(place->source));
  put_datum(out, "mentions", mentions);
  for (guint i = 0; i < place->articles->len; i++)
    put_datum(out, "article", g_ptr_array_index(place->articles, i));
  fputs("</ExtendedData><Point><coordinates>", out);
  ng_put_degrees(out, place->lon_deg);
  putc_unlocked(',', out);
  ng_put_degrees(out, place->lat_deg);
  fputs("</coordinates></Point></Placemark>\n", out);
}

void ng_export_map_kml(NgMapPlaces *places, FILE *out)
{
  guint n;
  const NgMapPlace *const *all = ng_map_places_all(places, &n);
  fputs(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n  <Document>\n    ",
      out);
  g_autofree char *title = g_strconcat("Places of ", ng_map_places_title(places), NULL);
  ng_xml_element(out, "name", title);
  putc_unlocked('\n', out);
  for (guint i = 0; i < n; i++)
    if (all[i]->source != NG_POSITION_UNKNOWN)
      put_placemark(out, all[i], i + 1);
  fputs("  </Document>\n</kml>\n", out);
}
