/* The places of all the files on one map. */
#include "export/map.h"

#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/subcommands.h"

#include <string.h>

typedef struct {
  NgMapPlaces *places;
  bool refused; /* coordinates that are none of the globe were told of */
} Map;

/* What lies nowhere because its coordinates were refused is told: it will be missed on the map. */
static void report_refused(Map *map, const NgArticle *article)
{
  uint32_t n;
  const NgDiagnostic *diagnostics = ng_article_diagnostics(article, &n, NULL);
  for (uint32_t i = 0; i < n; i++) {
    if (!g_str_has_prefix(diagnostics[i].message, NG_COORDINATES_REFUSED))
      continue;
    ng_report("%s:%u:%u: %s", ng_article_head(article)->source, diagnostics[i].line, diagnostics[i].column,
              diagnostics[i].message);
    map->refused = true;
  }
}

static gsize add_places(const NgArticle *article, gpointer user)
{
  Map *map = user;
  report_refused(map, article);
  ng_map_places_add(map->places, article);
  guint n;
  ng_map_places_all(map->places, &n);
  return n;
}

static void print_svg(NgMapPlaces *places, const char *content)
{
  g_autofree char *path = g_build_filename(content, "geo", "outline.bin", NULL);
  g_autoptr(NgOutline) outline = ng_outline_open(path);
  ng_export_map_svg(places, outline, stdout);
}

static void print(NgMapPlaces *places, const char *to, const char *content)
{
  if (g_strcmp0(to, "geojson") == 0)
    ng_export_map_geojson(places, stdout);
  else if (g_strcmp0(to, "kml") == 0)
    ng_export_map_kml(places, stdout);
  else if (g_strcmp0(to, "svg") == 0)
    print_svg(places, content);
  else
    ng_export_map_text(places, stdout);
}

int ng_run_map(const NgOptions *options)
{
  ng_output_begin();
  g_autofree char *content = ng_content_dir(), *gazetteer = g_build_filename(content, "geo", "gazetteer.bin", NULL);
  g_autoptr(NgMapPlaces) places = ng_map_places_new(gazetteer);
  Map map = {places, false};
  int status = ng_inputs_each(options, options->operands, add_places, &map);
  print(places, options->to, content);
  if (ng_map_places_trouble(places))
    ng_report("%s", ng_map_places_trouble(places));
  if (!ng_output_flush() || map.refused || ng_map_places_trouble(places))
    return NG_EXIT_BAD;
  return status;
}
