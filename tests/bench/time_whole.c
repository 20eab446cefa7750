/* How long the picture of a whole graph takes: one layout, and one drawing of it, at 120x40, in milliseconds. */
#include "graph/graph.h"
#include "load/load.h"

#include <locale.h>
#include <stdio.h>

int main(int argc, char **argv)
{
  setlocale(LC_ALL, "");
  g_autoptr(GError) error = NULL;
  g_autoptr(NgArticle) article = argc == 2 ? ng_load(argv[1], &error) : NULL;
  if (!article) {
    fprintf(stderr, "%s\n", error ? error->message : "usage: time_whole FILE");
    return 1;
  }
  g_autoptr(NgWhole) whole = ng_whole_new((const NgArticle *const *)&article, 1, NULL);
  NgWholeStyle style = {.cols = 120, .rows = 40};
  gint64 began = g_get_monotonic_time();
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_new(whole, &style);
  gint64 laid_out = g_get_monotonic_time();
  NgPicture *picture = ng_whole_layout_draw(layout, NG_WHOLE_PICK_NOTHING);
  gint64 drawn = g_get_monotonic_time();
  ng_picture_free(picture);
  printf("%.2f %.3f\n", (double)(laid_out - began) / 1000, (double)(drawn - laid_out) / 1000);
  return 0;
}
