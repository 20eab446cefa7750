#include "geo/map.h"

#include "geo/dots.h"

#include <math.h>
#include <string.h>

#define FINE_DATA_DEG 1.0 /* a dot: from here on the 50m outlines are drawn */
#define TABLE_STEP    40  /* units of latitude between two rows of a table */
#define TABLE_ROWS    (180 * NG_OUTLINE_UNITS / TABLE_STEP + 2)
#define POLE_UNITS    (90 * NG_OUTLINE_UNITS)
#define ARC_STEP_DEG  1.0

/* What turns points into dots: y and the length of a degree by latitude, in a table, so that no sine is asked for a point. */
typedef struct {
  const NgView *view;
  double y[TABLE_ROWS], x_per_deg[TABLE_ROWS];
} Plane;

typedef struct {
  double x, y;
} Dot;

static void plane_init(Plane *plane, const NgView *view)
{
  plane->view = view;
  for (int i = 0; i < TABLE_ROWS; i++) {
    double lat = (double)(i * TABLE_STEP - POLE_UNITS) / NG_OUTLINE_UNITS;
    plane->y[i] = (view->top_y - ng_project_y(view->projection, lat)) * view->dots_y;
    plane->x_per_deg[i] = ng_project_stretch(view->projection, lat) * view->dots_x;
  }
}

/* `shift_deg` is added to the longitude to bring it near the view's meridian. */
static Dot dot_of(const Plane *plane, NgOutlinePoint point, double shift_deg)
{
  int lat = CLAMP(point.lat, -POLE_UNITS, POLE_UNITS) + POLE_UNITS, i = lat / TABLE_STEP;
  double part = (double)(lat % TABLE_STEP) / TABLE_STEP;
  double per_deg = plane->x_per_deg[i] + (plane->x_per_deg[i + 1] - plane->x_per_deg[i]) * part;
  double lon = (double)point.lon / NG_OUTLINE_UNITS + shift_deg - plane->view->meridian_deg;
  return (Dot){lon * per_deg - plane->view->left_deg * plane->view->dots_x,
               plane->y[i] + (plane->y[i + 1] - plane->y[i]) * part};
}

/* ---- lines of the outline ---- */

typedef struct {
  NgDots *dots;
  Plane plane;
  double west, east; /* what longitudes the view shows, its meridian included */
  uint8_t what;      /* NG_DOT_*, or NG_DOT_LAND: edges to be filled */
} Pen;

/* The line's points, where the world is turned by `shift_deg`. */
static void draw_line(Pen *pen, const NgOutlineLine *line, double shift_deg)
{
  Dot from = dot_of(&pen->plane, ng_outline_point(line, 0), shift_deg);
  for (uint32_t i = 1; i < line->n; i++) {
    Dot to = dot_of(&pen->plane, ng_outline_point(line, i), shift_deg);
    if (pen->what == NG_DOT_LAND)
      ng_dots_edge(pen->dots, from.x, from.y, to.x, to.y);
    else
      ng_dots_line(pen->dots, from.x, from.y, to.x, to.y, pen->what);
    from = to;
  }
}

/* Whether the box of the line, turned by `shift_deg`, takes so much of the view that it is drawn. An island that has not three dots is not. */
static bool is_seen(const Pen *pen, const NgOutlineLine *line, double shift_deg)
{
  const NgView *view = pen->plane.view;
  double west = (double)line->west / NG_OUTLINE_UNITS + shift_deg;
  double east = (double)line->east / NG_OUTLINE_UNITS + shift_deg;
  if (east < pen->west || west > pen->east)
    return false;
  Dot top = dot_of(&pen->plane, (NgOutlinePoint){line->west, line->north}, shift_deg);
  Dot bottom = dot_of(&pen->plane, (NgOutlinePoint){line->east, line->south}, shift_deg);
  if (bottom.y < 0 || top.y > view->rows * NG_CELL_DOTS_Y)
    return false;
  double wide = floor(bottom.x) - floor(top.x) + 1, high = floor(bottom.y) - floor(top.y) + 1;
  return pen->what != NG_DOT_COAST || wide * high >= 3;
}

static void draw_layer(Pen *pen, const NgOutline *outline, NgOutlineLayer layer)
{
  uint32_t n = ng_outline_n_lines(outline, layer);
  for (uint32_t i = 0; i < n; i++) {
    NgOutlineLine line = ng_outline_line(outline, layer, i);
    for (int turn = -1; turn <= 1; turn++)
      if (is_seen(pen, &line, turn * 360))
        draw_line(pen, &line, turn * 360);
  }
}

/* ---- arcs ---- */

static void draw_arc(NgDots *dots, const NgView *view, NgArc arc)
{
  if (!ng_degrees_valid(arc.from) || !ng_degrees_valid(arc.to))
    return;
  int steps = MAX((int)ceil(ng_great_circle_deg(arc.from, arc.to) / ARC_STEP_DEG), 1);
  double x0, y0, x1, y1, half = 180 * view->dots_x;
  ng_view_dot(view, arc.from, &x0, &y0);
  for (int i = 1; i <= steps; i++) {
    NgDegrees at = i == steps ? arc.to : ng_great_circle(arc.from, arc.to, (double)i / steps);
    if (!ng_view_dot(view, at, &x1, &y1))
      continue;
    if (fabs(x1 - x0) < half) /* else it crosses where the world is cut */
      ng_dots_line(dots, x0, y0, x1, y1, NG_DOT_ARC);
    x0 = x1;
    y0 = y1;
  }
}

/* ---- cells ---- */

static const uint8_t braille_bits[NG_CELL_DOTS_Y][NG_CELL_DOTS_X] = {{1, 8}, {2, 16}, {4, 32}, {64, 128}};

/* The dots of a cell, by what lies there. */
typedef struct {
  uint8_t land, coast, border, arc;
} Bits;

static Bits bits_of(const NgDots *dots, int row, int col)
{
  Bits bits = {0};
  const uint8_t *at = dots->at + (gsize)row * NG_CELL_DOTS_Y * (gsize)dots->wide + (gsize)col * NG_CELL_DOTS_X;
  for (int y = 0; y < NG_CELL_DOTS_Y; y++, at += dots->wide)
    for (int x = 0; x < NG_CELL_DOTS_X; x++) {
      uint8_t bit = braille_bits[y][x], what = at[x];
      bits.land |= what & NG_DOT_LAND ? bit : 0;
      bits.coast |= what & NG_DOT_COAST ? bit : 0;
      bits.border |= what & NG_DOT_BORDER ? bit : 0;
      bits.arc |= what & NG_DOT_ARC ? bit : 0;
    }
  return bits;
}

/* One dot a cell, every other column lower. */
static uint8_t inland_bit(int col)
{
  return col % 2 == 0 ? braille_bits[1][0] : braille_bits[3][0];
}

static NgMapCell cell_of(const NgMap *map, const NgDots *dots, int row, int col, bool outlined)
{
  Bits bits = bits_of(dots, row, col);
  if (!outlined) {
    uint8_t land = map->drawing == NG_MAP_ASCII ? bits.land : bits.land & (uint8_t)~bits.border;
    NgMapInk ink = bits.arc ? NG_MAP_ARC : land ? NG_MAP_LAND : NG_MAP_SEA;
    return (NgMapCell){land | bits.arc, (uint8_t)ink};
  }
  bool inland = map->view.world && !bits.coast && !bits.border;
  uint8_t all = bits.coast | bits.border | bits.arc | (inland ? bits.land & inland_bit(col) : 0);
  NgMapInk ink = bits.arc ? NG_MAP_ARC : bits.coast ? NG_MAP_COAST : all ? NG_MAP_LAND : NG_MAP_SEA;
  return (NgMapCell){all, (uint8_t)ink};
}

static double north_dot(const NgView *view)
{
  return (view->top_y - ng_project_y(view->projection, NG_WORLD_NORTH)) * view->dots_y;
}

static double south_dot(const NgView *view)
{
  return (view->top_y - ng_project_y(view->projection, NG_WORLD_SOUTH)) * view->dots_y;
}

static void draw_outline(NgDots *dots, const NgOutline *outline, const NgView *view, bool outlined)
{
  double wide = view->cols * NG_CELL_DOTS_X / view->dots_x, west = view->meridian_deg + view->left_deg;
  Pen pen = {.dots = dots, .west = west, .east = west + wide};
  if (view->world) { /* a projection may draw the edges in */
    pen.west = view->meridian_deg - 180;
    pen.east = view->meridian_deg + 180;
  }
  plane_init(&pen.plane, view);
  bool fine = 1 / view->dots_x <= FINE_DATA_DEG;
  bool filled = view->world || !outlined;
  pen.what = NG_DOT_LAND;
  if (filled) {
    draw_layer(&pen, outline, fine ? NG_OUTLINE_LAND_50M : NG_OUTLINE_LAND_110M);
    ng_dots_fill(dots);
    ng_dots_drop_specks(dots);
    if (outlined)
      ng_dots_rim(dots);
    if (view->world) /* what lies around the poles is mostly stretched ice */
      ng_dots_crop(dots, north_dot(view), south_dot(view));
  } else {
    pen.what = NG_DOT_COAST;
    draw_layer(&pen, outline, fine ? NG_OUTLINE_LAND_50M : NG_OUTLINE_LAND_110M);
  }
  if (view->world)
    return;
  pen.what = NG_DOT_BORDER;
  draw_layer(&pen, outline, fine ? NG_OUTLINE_BORDERS_50M : NG_OUTLINE_BORDERS_110M);
}

NgMap *ng_map_new(const NgOutline *outline, const NgView *view, NgMapDrawing drawing, const NgArc *arcs,
                  unsigned n_arcs)
{
  NgMap *map = g_new0(NgMap, 1);
  map->view = *view;
  map->drawing = drawing;
  map->cells = g_new0(NgMapCell, (gsize)view->cols * (gsize)view->rows);
  g_autoptr(NgDots) dots = ng_dots_new(view->cols * NG_CELL_DOTS_X, view->rows * NG_CELL_DOTS_Y);
  bool outlined = drawing == NG_MAP_BRAILLE && !(view->world && view->rows < NG_LARGE_MAP_ROWS);
  if (outline)
    draw_outline(dots, outline, view, outlined);
  for (unsigned i = 0; i < n_arcs; i++)
    draw_arc(dots, view, arcs[i]);
  for (int row = 0; row < view->rows; row++)
    for (int col = 0; col < view->cols; col++)
      map->cells[row * view->cols + col] = cell_of(map, dots, row, col, outlined);
  return map;
}

void ng_map_free(NgMap *map)
{
  if (!map)
    return;
  g_free(map->cells);
  g_free(map);
}

const NgMapCell *ng_map_cell(const NgMap *map, int row, int col)
{
  return &map->cells[row * map->view.cols + col];
}

/* ---- glyphs ---- */

/* Of the four quarters of a cell, two dots each, those that have any. Bits: upper left, upper right, lower left, lower right. */
static int quarters_of(uint8_t dots)
{
  static const uint8_t of[] = {1 | 2, 8 | 16, 4 | 64, 32 | 128};
  int quarters = 0;
  for (int i = 0; i < 4; i++)
    if ((dots & of[i]) == of[i])
      quarters |= 1 << i;
  return quarters;
}

static int dots_in(uint8_t dots)
{
  int n = 0;
  for (; dots; dots &= (uint8_t)(dots - 1))
    n++;
  return n;
}

int ng_map_glyph(const NgMap *map, int row, int col, char glyph[4])
{
  static const gunichar blocks[] = {' ',    0x2598, 0x259d, 0x2580, 0x2596, 0x258c, 0x259e, 0x259b,
                                    0x2597, 0x259a, 0x2590, 0x259c, 0x2584, 0x2599, 0x259f, 0x2588};
  const NgMapCell *cell = ng_map_cell(map, row, col);
  gunichar sign = ' ';
  if (map->drawing == NG_MAP_BRAILLE && cell->dots)
    sign = 0x2800u + cell->dots;
  else if (map->drawing == NG_MAP_BLOCKS)
    sign = cell->ink == NG_MAP_ARC ? 0xb7 : blocks[quarters_of(cell->dots)];
  else if (map->drawing == NG_MAP_ASCII && cell->ink == NG_MAP_ARC)
    sign = '*';
  else if (map->drawing == NG_MAP_ASCII && dots_in(cell->dots) >= 4)
    sign = '#';
  char bytes[6];
  int n = g_unichar_to_utf8(sign, bytes);
  memcpy(glyph, bytes, (gsize)n);
  glyph[n] = '\0';
  return n;
}

char *ng_map_row(const NgMap *map, int row)
{
  GString *text = g_string_new(NULL);
  for (int col = 0; col < map->view.cols; col++) {
    char glyph[4];
    ng_map_glyph(map, row, col, glyph);
    g_string_append(text, glyph);
  }
  while (text->len && text->str[text->len - 1] == ' ')
    g_string_truncate(text, text->len - 1);
  return g_string_free(text, FALSE);
}
