#include "ui/view_map.h"

#include "model/phrase.h"
#include "ui/map_private.h"
#include "ui/status.h"

#include <string.h>

#define BESIDE_FROM_COLS 70 /* below, the list stands under the map */
#define WIDE_LIST_FROM   100
#define WIDEST_LIST_FROM 160
#define AIRY_FROM_ROWS   30 /* from here on there are blank rows, and room for what is said of the place */
#define LEAST_BELOW      5
#define LEAST_LIST       4
#define LONG_HEAD_COLS   100
#define SMALL_MAP_NUM    9 /* the small map's rows: its width times 9/50 */
#define SMALL_MAP_DEN    50

bool ng_map_is_open(NgReader *reader)
{
  return reader->zoomed && reader->focus == NG_PANE_PLACES && reader->layout.panes[NG_PANE_PLACES].rows > 1 &&
         ng_places_any(reader);
}

void ng_map_enter(NgReader *reader)
{
  guint n;
  const NgPlace *all = ng_places_all(reader, &n);
  const NgEntity *selected = ng_reader_selected(reader);
  if (n && (!selected || selected->kind != NG_ENTITY_PLACE))
    ng_reader_select(reader, all[0].entity, NG_NONE);
}

/* ---- cells ---- */

static NgRole role_of(uint8_t ink)
{
  return ink == NG_MAP_LAND ? NG_ROLE_LAND : NG_ROLE_COAST;
}

/* A row of the map, in runs of one role. */
static void put_map_row(const NgMap *map, NgCanvas *canvas, NgRect rect, int row)
{
  g_autoptr(GString) run = g_string_new(NULL);
  int cols = MIN(map->view.cols, rect.cols);
  for (int col = 0, from = 0; col <= cols; col++) {
    const NgMapCell *cell = col < cols ? ng_map_cell(map, row, col) : NULL;
    bool goes_on =
        cell && cell->dots && (run->len == 0 || role_of(cell->ink) == role_of(ng_map_cell(map, row, from)->ink));
    if (!goes_on && run->len) {
      ng_canvas_put(canvas, rect.row + row, rect.col + from, col - from, role_of(ng_map_cell(map, row, from)->ink),
                    run->str, run->len);
      g_string_truncate(run, 0);
    }
    if (!cell || !cell->dots)
      continue;
    char glyph[4];
    if (run->len == 0)
      from = col;
    g_string_append_len(run, glyph, ng_map_glyph(map, row, col, glyph));
  }
}

static void put_map(const NgMap *map, NgCanvas *canvas, NgRect rect)
{
  for (int row = 0; row < MIN(map->view.rows, rect.rows); row++)
    put_map_row(map, canvas, rect, row);
}

/* ---- pins ---- */

typedef struct {
  NgReader *reader;
  NgCanvas *canvas;
  NgRect rect;
  const NgPlace *places;
  const NgPins *pins;
  uint32_t selected; /* the selected place's pin, or NG_NO_PIN */
} PinPen;

static void put_pin(const PinPen *pen, uint32_t i)
{
  const NgPin *pin = &pen->pins->pins[i];
  bool chosen = i == pen->selected;
  const NgPlace *first = &pen->places[pin->first];
  char text[3] = {first->pin, pin->n > 1 ? '+' : '\0', '\0'};
  int row = pen->rect.row + pin->row, col = pen->rect.col + pin->col;
  ng_canvas_put(pen->canvas, row, col, pen->rect.col + pen->rect.cols - col,
                chosen ? NG_ROLE_CHOSEN_PLACE : NG_ROLE_PIN, text, strlen(text));
}

/* The name with the blank between it and the pin. */
static void put_name(const PinPen *pen, uint32_t i)
{
  const NgPin *pin = &pen->pins->pins[i];
  if (pin->name_col < 0)
    return;
  bool right = pin->name_col > pin->col;
  g_autofree char *text =
      g_strdup_printf(right ? " %s" : "%s ", ng_reader_entities(pen->reader)[pen->places[pin->name_of].entity].name);
  int col = pen->rect.col + pin->name_col - (right ? 1 : 0);
  ng_canvas_put(pen->canvas, pen->rect.row + pin->row, col, pen->rect.col + pen->rect.cols - col,
                i == pen->selected ? NG_ROLE_STRONG : NG_ROLE_PLACE, text, strlen(text));
}

static void put_pins(NgReader *reader, NgCanvas *canvas, NgRect rect, NgPins *pins, const NgView *view)
{
  guint n, selected = 0;
  PinPen pen = {.reader = reader, .canvas = canvas, .rect = rect, .pins = pins, .selected = NG_NO_PIN};
  pen.places = ng_places_all(reader, &n);
  while (selected < n && pen.places[selected].entity != reader->entity)
    selected++;
  if (selected < n)
    pen.selected = pins->pin_of[selected];
  if (view->rows >= NG_LARGE_MAP_ROWS || !view->world) {
    g_autofree int *cols = g_new(int, MAX(n, 1));
    for (guint i = 0; i < n; i++) {
      const char *name = ng_reader_entities(reader)[pen.places[i].entity].name;
      cols[i] = ng_text_cols(name, strlen(name));
    }
    ng_pins_name(pins, view, cols, selected < n ? selected : NG_NO_PIN, !view->world);
  }
  for (uint32_t i = 0; i < pins->n_pins; i++)
    put_pin(&pen, i);
  for (uint32_t i = 0; i < pins->n_pins; i++)
    put_name(&pen, i);
  if (pen.selected != NG_NO_PIN) /* over whatever else stands in its cell */
    put_pin(&pen, pen.selected);
}

/* ---- the small map ---- */

void ng_map_small_rows(NgReader *reader, int cols, int *rows, int *most_rows)
{
  int wide = cols - 1;
  *rows = *most_rows = 0;
  if (wide < NG_MAP_MIN_COLS || !ng_places_any(reader))
    return;
  *rows = wide * SMALL_MAP_NUM / SMALL_MAP_DEN;
  int large = ng_view_world_rows(wide) + 1; /* and a blank row before the list */
  *most_rows = large > NG_LARGE_MAP_ROWS ? large : *rows;
}

/* How many rows of the room the map fills: what is not enough for a large one is more than a small one needs. */
static int small_map_rows(NgRect rect)
{
  int small = rect.cols * SMALL_MAP_NUM / SMALL_MAP_DEN;
  return rect.rows - 1 >= MAX(ng_view_world_rows(rect.cols), NG_LARGE_MAP_ROWS) ? rect.rows - 1 : MIN(small, rect.rows);
}

void ng_map_small_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  rect.rows = small_map_rows(rect);
  if (!ng_places_loaded(reader) || rect.rows < 1 || rect.cols < 1)
    return;
  const NgMap *map = ng_places_small_map(reader, rect.cols, rect.rows, ng_places_drawing(reader, canvas->ascii));
  put_map(map, canvas, rect);
  guint n;
  const NgPlace *places = ng_places_all(reader, &n);
  g_autofree NgDegrees *at = g_new(NgDegrees, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    at[i] = places[i].at;
  g_autoptr(NgPins) pins = ng_pins_new(&map->view, at, n);
  put_pins(reader, canvas, rect, pins, &map->view);
}

/* ---- the zoomed pane ---- */

typedef struct {
  NgRect map, list, below;
} Parts;

static int list_cols(int cols)
{
  return cols < WIDE_LIST_FROM ? 23 : cols < WIDEST_LIST_FROM ? 37 : 60;
}

static Parts beside(NgRect rect)
{
  int list = list_cols(rect.cols), rows = rect.rows - 1, cols = rect.cols - 1 - list;
  Parts parts = {.map = {rect.row + 1, rect.col + 1, rows, cols & ~1}};
  int least = MIN(MAX(ng_view_world_rows(parts.map.cols), rows * 3 / 5), rows);
  if (rect.rows >= AIRY_FROM_ROWS - 1 && rows - least - 1 >= LEAST_BELOW) {
    parts.map.rows = least;
    parts.below = (NgRect){rect.row + 1 + least + 1, rect.col + 1, rows - least - 1, rect.cols - 1};
  }
  int gap = rect.rows >= AIRY_FROM_ROWS - 1 ? 1 : 0;
  parts.list = (NgRect){rect.row + 1 + gap, rect.col + rect.cols - list, parts.map.rows - gap, list};
  return parts;
}

static Parts under(NgRect rect)
{
  int rows = rect.rows - 1, cols = MAX(rect.cols - 2, 1);
  int map = MIN(MAX(ng_view_world_rows(cols), rows / 2), MAX(rows - LEAST_LIST, rows / 2));
  return (Parts){.map = {rect.row + 1, rect.col + 1, map, cols},
                 .list = {rect.row + 1 + map, rect.col, rows - map, rect.cols}};
}

static Parts parts_of(NgRect rect)
{
  return rect.cols + 1 < BESIDE_FROM_COLS ? under(rect) : beside(rect);
}

const char *ng_map_region(NgReader *reader, GPtrArray *hold)
{
  const NgView *view = ng_places_view(reader);
  const char *region = ng_view_region(view);
  if (region)
    return region;
  char *position = ng_phrase_position(view->lat_deg, view->lon_deg);
  g_ptr_array_add(hold, position);
  return position;
}

static void draw_head(NgReader *reader, NgCanvas *canvas, NgRect rect, const NgPins *pins)
{
  guint n;
  g_autoptr(GPtrArray) hold = g_ptr_array_new_with_free_func(g_free);
  ng_places_all(reader, &n);
  g_autofree char *title =
      reader->places.filter ? g_strdup_printf("Places /%s", reader->places.filter) : g_strdup("Places");
  g_autofree char *right = NULL;
  if (pins)
    right = g_strdup_printf("%s · %u of %u%s", ng_map_region(reader, hold), ng_pins_shown(pins), n,
                            rect.cols + 3 > LONG_HEAD_COLS ? " on the map" : "");
  NgHeadLine head = {.key = "3", .title = title, .right = right, .focus = true};
  ng_head_draw(&head, canvas, rect.row, rect.col + 1, rect.cols - 1);
}

/* `├─────┤ 500 km` in the lower left corner. */
static void draw_scale(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgView *view = ng_places_view(reader);
  int km, cols = view->world ? 0 : ng_view_scale(view, MAX(rect.cols / 7, 4), &km), row = rect.row + rect.rows - 1;
  if (cols == 0 || rect.cols < NG_MAP_MIN_COLS)
    return;
  g_autofree char *length = g_strdup_printf(" %d km", km);
  ng_canvas_clear_rect(canvas, (NgRect){row, rect.col, 1, 1 + cols + (int)strlen(length) + 1});
  ng_canvas_line(canvas, row, rect.col + 2, cols - 2, NG_ROLE_DIM, false);
  ng_canvas_arms(canvas, row, rect.col + 1, NG_ROLE_DIM, NG_ARMS(0, NG_ARM_LIGHT, NG_ARM_LIGHT, NG_ARM_LIGHT));
  ng_canvas_arms(canvas, row, rect.col + cols, NG_ROLE_DIM, NG_ARMS(NG_ARM_LIGHT, 0, NG_ARM_LIGHT, NG_ARM_LIGHT));
  ng_canvas_put(canvas, row, rect.col + 1 + cols, (int)strlen(length), NG_ROLE_DIM, length, strlen(length));
}

void ng_map_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  Parts parts = parts_of(rect);
  bool ready = ng_places_loaded(reader) && parts.map.rows > 0 && parts.map.cols > 0;
  if (ready) {
    const NgMap *map = ng_places_map(reader, parts.map.cols, parts.map.rows, ng_places_drawing(reader, canvas->ascii));
    put_map(map, canvas, parts.map);
    draw_scale(reader, canvas, parts.map);
    put_pins(reader, canvas, parts.map, ng_places_pins(reader), &map->view);
  }
  draw_head(reader, canvas, rect, ready ? ng_places_pins(reader) : NULL);
  ng_map_list_draw(reader, canvas, parts.list);
  if (parts.below.rows > 0)
    ng_map_below_draw(reader, canvas, parts.below);
}

const char *ng_map_opens(NgReader *reader)
{
  if (ng_places_cluster(reader))
    return "places here";
  return parts_of(reader->layout.panes[NG_PANE_PLACES]).below.rows > 0 ? "mentions" : "go there";
}

uint32_t ng_map_at(NgReader *reader, int row, int col)
{
  Parts parts = parts_of(reader->layout.panes[NG_PANE_PLACES]);
  const NgPins *pins = ng_places_pins(reader);
  guint n;
  const NgPlace *all = ng_places_all(reader, &n);
  const NgPin *pin = pins ? ng_pins_at(pins, row - parts.map.row, col - parts.map.col) : NULL;
  if (pin)
    return all[pin->first].entity;
  if (row < parts.list.row || row >= parts.list.row + parts.list.rows || col < parts.list.col)
    return NG_NONE;
  g_autoptr(GArray) rows = ng_map_rows(reader);
  guint at = ng_map_list_top(reader, rows, parts.list.rows) + (guint)(row - parts.list.row);
  const NgMapRow *hit = at < rows->len ? &g_array_index(rows, NgMapRow, at) : NULL;
  return hit && hit->kind == NG_MAP_ROW_PLACE ? all[hit->place].entity : NG_NONE;
}
