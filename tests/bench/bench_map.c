/* How long the map takes, beside what it may: a row of `make bench` for each drawing. Times are the median of many. */
#include "load/load.h"
#include "tests/ui.h"
#include "ui/places.h"
#include "ui/view_map.h"

#include <stdio.h>
#include <stdlib.h>

#define RUNS     51
#define LIMIT_MS 4.0

static double now_ms(void)
{
  return (double)g_get_monotonic_time() / 1000;
}

static int by_size(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static void tell(const char *what, double *times)
{
  qsort(times, RUNS, sizeof *times, by_size);
  double median = times[RUNS / 2];
  printf("%-48s %6.2f ms %6.2f ms %7.2f  %-22s %-12s\n", what, median, LIMIT_MS, median / LIMIT_MS, "the limit", "< 1");
}

static void bench_view(const NgOutline *outline, const char *what, NgView view)
{
  double times[RUNS];
  for (int i = 0; i < RUNS; i++) {
    double start = now_ms();
    NgMap *map = ng_map_new(outline, &view, NG_MAP_BRAILLE, NULL, 0);
    times[i] = now_ms() - start;
    ng_map_free(map);
  }
  tell(what, times);
}

/* From the command to the last cell: what a key on the map costs before the terminal gets it. */
static void bench_keys(const char *content)
{
  double times[RUNS];
  g_autoptr(NgStage) stage = ng_stage_new(200, 60, false);
  g_autoptr(NgArticle) article = ng_stage_article(NG_STAGE_ARTICLE);
  g_autoptr(NgReader) reader = ng_reader_new(article);
  reader->focus = NG_PANE_PLACES;
  reader->zoomed = true;
  ng_reader_draw(reader, stage->canvas, NULL);
  ng_places_load(reader, content);
  ng_reader_draw(reader, stage->canvas, NULL);
  ng_places_zoom(reader, 4);
  for (int i = 0; i < RUNS; i++) {
    double start = now_ms();
    ng_places_pan(reader, i % 2 ? 1 : -1, 0);
    ng_reader_draw(reader, stage->canvas, NULL);
    times[i] = now_ms() - start;
  }
  tell("map: a key that moves it, all cells, 200x60", times);
}

/* Once in an article, after the first paint: the gazetteer is opened, and its places are looked up. */
static void bench_look_up(const char *path, const char *content)
{
  double times[RUNS];
  g_autoptr(NgArticle) article = ng_load(path, NULL);
  g_autofree char *name = g_path_get_basename(path);
  g_autofree char *what = g_strdup_printf("map: places of %.24s looked up", name);
  if (!article)
    return;
  for (int i = 0; i < RUNS; i++) {
    g_autoptr(NgReader) reader = ng_reader_new(article);
    ng_places_atlas(reader);
    double start = now_ms();
    ng_places_load(reader, content);
    times[i] = now_ms() - start;
  }
  tell(what, times);
}

/* FILES: articles that tell no coordinates. */
int main(int argc, char **argv)
{
  const char *folder = g_getenv("NG_TEST_SRCDIR");
  g_autofree char *content = g_build_filename(folder ? folder : ".", "content", NULL);
  g_autofree char *path = g_build_filename(content, "geo", "outline.bin", NULL);
  g_autoptr(NgOutline) outline = ng_outline_open(path);
  if (!outline) {
    fprintf(stderr, "%s cannot be read\n", path);
    return 1;
  }
  bench_view(outline, "map: the world, 120x40", ng_view_world(78, 22, NG_MERCATOR));
  bench_view(outline, "map: the world in fine data, 200x60", ng_view_world(200, 60, NG_MERCATOR));
  bench_view(outline, "map: Europe, 200x60", ng_view_at(200, 60, (NgDegrees){51, 9}, 0.3));
  bench_keys(content);
  for (int i = 1; i < argc; i++)
    bench_look_up(argv[i], content);
  return 0;
}
