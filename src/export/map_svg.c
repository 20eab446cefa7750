/* Places as a picture: the world by degrees (equirectangular), or as much of it as holds them, numbered pins, and below it the list of them.
 *
 * Nothing in it acts: no script, no link, no style from outside; names are text. */
#include "export/map_svg.h"
#include "export/xml.h"

#include <string.h>

#define ROW_HEIGHT   20
#define LIST_COLUMNS 4
#define LIST_WIDTH   (NG_SVG_MAP_WIDTH / LIST_COLUMNS)
/* Of a name in the list, and of the title, in the cells of a terminal. */
#define LIST_COLS  38
#define TITLE_COLS 110

void ng_svg_put_cut(FILE *out, const char *text, int cols)
{
  gsize bytes = strlen(text), fit = ng_text_fit(text, bytes, cols, NULL);
  if (fit < bytes)
    fit = ng_text_fit(text, bytes, cols - 1, NULL);
  ng_xml_bytes(out, text, fit);
  fputs(fit < bytes ? "\u2026" : "", out);
}

/* ---- the list ---- */

static guint count_somewhere(const NgMapPlace *const *all, guint n)
{
  guint somewhere = 0;
  for (guint i = 0; i < n; i++)
    somewhere += all[i]->source != NG_POSITION_UNKNOWN;
  return somewhere;
}

static void put_list(const NgMapPlace *const *all, guint n, guint n_rows, FILE *out)
{
  guint k = 0;
  fputs("<g font-size=\"13\" fill=\"#1b2a33\">\n", out);
  for (guint i = 0; i < n; i++) {
    const NgMapPlace *place = all[i];
    if (place->source == NG_POSITION_UNKNOWN)
      continue;
    g_autofree char *where = place->country ? g_strdup_printf("%s, %s", place->name, place->country) : NULL;
    int x = NG_SVG_MARGIN + (int)(k / n_rows) * LIST_WIDTH;
    int y = NG_SVG_TOP + NG_SVG_MAP_HEIGHT + ROW_HEIGHT * (int)(k % n_rows) + 36;
    fprintf(out, "<text x=\"%d\" y=\"%d\"><tspan font-weight=\"bold\">%u</tspan> ", x, y, i + 1);
    ng_svg_put_cut(out, where ? where : place->name, LIST_COLS);
    fprintf(out, " <tspan fill=\"#5c6f7a\">%u</tspan></text>\n", place->n_mentions);
    k++;
  }
  fputs("</g>\n", out);
}

/* Whose data it shows: their licence asks for it. */
static void put_sources(const NgMapPlace *const *all, guint n, bool coasts, guint height, FILE *out)
{
  bool looked_up = false;
  for (guint i = 0; i < n; i++)
    looked_up = looked_up || all[i]->source == NG_POSITION_GAZETTEER;
  if (!coasts && !looked_up)
    return;
  fprintf(out, "<text x=\"%d\" y=\"%u\" font-size=\"11\" fill=\"#5c6f7a\" text-anchor=\"end\">%s%s%s</text>\n",
          NG_SVG_MARGIN + NG_SVG_MAP_WIDTH, height - 10, coasts ? "Coasts and borders: Natural Earth" : "",
          coasts && looked_up ? ". " : "", looked_up ? "Places looked up: GeoNames, CC BY 4.0" : "");
}

void ng_export_map_svg(NgMapPlaces *places, const NgOutline *outline, FILE *out)
{
  guint n;
  const NgMapPlace *const *all = ng_map_places_all(places, &n);
  guint n_rows = MAX((count_somewhere(all, n) + LIST_COLUMNS - 1) / LIST_COLUMNS, 1u);
  guint width = NG_SVG_MAP_WIDTH + 2 * NG_SVG_MARGIN;
  guint height = NG_SVG_TOP + NG_SVG_MAP_HEIGHT + ROW_HEIGHT * (n_rows + 2);
  g_autofree char *title = g_strconcat("Places of ", ng_map_places_title(places), NULL);
  fprintf(out,
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" "
          "role=\"img\""
          " width=\"%u\" height=\"%u\" viewBox=\"0 0 %u %u\" font-family=\"sans-serif\">\n",
          width, height, width, height);
  ng_xml_element(out, "title", title);
  fprintf(out, "\n<rect width=\"%u\" height=\"%u\" fill=\"#fff\"/>\n", width, height);
  fprintf(out, "<text x=\"%d\" y=\"36\" font-size=\"22\" fill=\"#1b2a33\">", NG_SVG_MARGIN);
  ng_svg_put_cut(out, title, TITLE_COLS);
  fputs("</text>\n", out);
  NgSvgView view = ng_svg_view(all, n);
  ng_svg_put_ground(&view, outline, out);
  ng_svg_put_pins(&view, all, n, out);
  put_list(all, n, n_rows, out);
  put_sources(all, n, outline != NULL, height, out);
  fputs("</svg>\n", out);
}
