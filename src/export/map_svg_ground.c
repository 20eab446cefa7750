/* What lies under the pins: the sea, a net of degrees, land and borders. Lines are drawn on a grid of half a px, and no farther than a little
 * beyond the edge, so that they take no more room than the picture can show. */
#include "export/map_svg.h"

#include <math.h>

#define UNITS_PER_PX 2
#define WIDTH        (NG_SVG_MAP_WIDTH * UNITS_PER_PX)
#define HEIGHT       (NG_SVG_MAP_HEIGHT * UNITS_PER_PX)
#define BEYOND       128 /* units beyond the edge that are drawn: what lies farther off is brought there */
#define FINE_DATA_PX 6.0 /* a degree: from here on the 50m outlines are drawn */
#define LEAST_AREA   12  /* units: islands with a smaller box are left out */

typedef struct {
  int x, y;
} Point;

/* A line on its way out: points that say nothing new are held back. */
typedef struct {
  const NgSvgView *view;
  double shift_deg; /* the world is turned so far */
  FILE *out;
  Point from, last; /* the last that was written, and the one after it, which waits */
  guint n;          /* points so far, these two included */
} Pen;

static double x_of(const Pen *pen, double lon_deg)
{
  return (lon_deg + pen->shift_deg - pen->view->west_deg) / pen->view->wide_deg * WIDTH;
}

static double y_of(const Pen *pen, double lat_deg)
{
  return (pen->view->north_deg - lat_deg) / pen->view->high_deg * HEIGHT;
}

/* ---- lines ---- */

static void write_last(Pen *pen)
{
  if (pen->n == 1)
    fprintf(pen->out, "M%d %dl", pen->last.x, pen->last.y);
  else
    fprintf(pen->out, "%s%d %d", pen->n == 2 ? "" : " ", pen->last.x - pen->from.x, pen->last.y - pen->from.y);
  pen->from = pen->last;
}

static bool on_one_line(Point a, Point b, Point c)
{
  return (gint64)(b.x - a.x) * (c.y - b.y) == (gint64)(b.y - a.y) * (c.x - b.x);
}

static void add_point(Pen *pen, double x, double y)
{
  Point to = {(int)lround(CLAMP(x, -BEYOND, WIDTH + BEYOND)), (int)lround(CLAMP(y, -BEYOND, HEIGHT + BEYOND))};
  if (pen->n > 0 && to.x == pen->last.x && to.y == pen->last.y)
    return;
  if (pen->n == 0 || (pen->n > 1 && on_one_line(pen->from, pen->last, to))) {
    pen->last = to;
    if (pen->n == 0) {
      pen->n = 1;
      write_last(pen);
    }
    return;
  }
  if (pen->n > 1)
    write_last(pen);
  pen->last = to;
  pen->n++;
}

/* In steps so short that what is brought to the edge never cuts a corner of the picture. */
static void add_edge(Pen *pen, double x0, double y0, double x1, double y1)
{
  int steps = (int)ceil(fmin(fmax(fabs(x1 - x0), fabs(y1 - y0)) / BEYOND, 10000));
  for (int i = 1; i < steps; i++)
    add_point(pen, x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps);
  add_point(pen, x1, y1);
}

static void put_line(Pen *pen, const NgOutlineLine *line, bool closed)
{
  pen->n = 0;
  double x0 = 0, y0 = 0;
  for (uint32_t i = 0; i < line->n; i++) {
    NgOutlinePoint point = ng_outline_point(line, i);
    double x = x_of(pen, (double)point.lon / NG_OUTLINE_UNITS), y = y_of(pen, (double)point.lat / NG_OUTLINE_UNITS);
    if (i == 0)
      add_point(pen, x, y);
    else
      add_edge(pen, x0, y0, x, y);
    x0 = x;
    y0 = y;
  }
  if (pen->n > 1)
    write_last(pen);
  fputs(pen->n > 1 ? (closed ? "z" : "") : "0 0", pen->out);
}

static bool is_seen(const Pen *pen, const NgOutlineLine *line, bool closed)
{
  double left = x_of(pen, (double)line->west / NG_OUTLINE_UNITS),
         top = y_of(pen, (double)line->north / NG_OUTLINE_UNITS);
  double right = x_of(pen, (double)line->east / NG_OUTLINE_UNITS);
  double bottom = y_of(pen, (double)line->south / NG_OUTLINE_UNITS);
  if (right < 0 || left > WIDTH || bottom < 0 || top > HEIGHT)
    return false;
  return !closed || (right - left) * (bottom - top) >= LEAST_AREA;
}

static void put_layer(const NgSvgView *view, const NgOutline *outline, NgOutlineLayer layer, const char *look,
                      FILE *out)
{
  bool closed = layer == NG_OUTLINE_LAND_110M || layer == NG_OUTLINE_LAND_50M;
  fprintf(out, "<path %s d=\"", look);
  for (int turn = -1; turn <= 1; turn++) {
    Pen pen = {.view = view, .shift_deg = 360 * turn, .out = out};
    for (uint32_t i = 0; i < ng_outline_n_lines(outline, layer); i++) {
      NgOutlineLine line = ng_outline_line(outline, layer, i);
      if (is_seen(&pen, &line, closed))
        put_line(&pen, &line, closed);
    }
  }
  fputs("\"/>\n", out);
}

/* ---- the net ---- */

static int net_step(double high_deg)
{
  return high_deg > 90 ? 30 : high_deg > 30 ? 10 : high_deg > 12 ? 5 : 2;
}

static void put_net(const NgSvgView *view, FILE *out)
{
  int step = net_step(view->high_deg);
  Pen pen = {.view = view};
  fprintf(out, "<path fill=\"none\" stroke=\"#c9d6de\" stroke-width=\"%d\" d=\"", UNITS_PER_PX);
  for (int lon = (int)ceil(view->west_deg / step) * step; lon <= view->west_deg + view->wide_deg; lon += step)
    fprintf(out, "M%d 0v%d", (int)lround(x_of(&pen, lon)), HEIGHT);
  for (int lat = (int)floor(view->north_deg / step) * step; lat >= view->north_deg - view->high_deg; lat -= step)
    fprintf(out, "M0 %dh%d", (int)lround(y_of(&pen, lat)), WIDTH);
  fputs("\"/>\n", out);
}

void ng_svg_put_ground(const NgSvgView *view, const NgOutline *outline, FILE *out)
{
  bool fine = NG_SVG_MAP_HEIGHT / view->high_deg >= FINE_DATA_PX;
  fprintf(out, "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n", NG_SVG_MARGIN, NG_SVG_TOP,
          NG_SVG_MAP_WIDTH, NG_SVG_MAP_HEIGHT, WIDTH, HEIGHT);
  fprintf(out, "<rect width=\"%d\" height=\"%d\" fill=\"#eef4f8\"/>\n", WIDTH, HEIGHT);
  if (outline)
    put_layer(view, outline, fine ? NG_OUTLINE_LAND_50M : NG_OUTLINE_LAND_110M,
              "fill=\"#fbfaf5\" fill-rule=\"evenodd\" stroke=\"#9fb2bd\" stroke-width=\"1.5\"", out);
  put_net(view, out);
  if (outline)
    put_layer(view, outline, fine ? NG_OUTLINE_BORDERS_50M : NG_OUTLINE_BORDERS_110M,
              "fill=\"none\" stroke=\"#cbbfa8\" stroke-width=\"1.5\"", out);
  fputs("</svg>\n", out);
}
