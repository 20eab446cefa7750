/* The list beside the map: the same places in plain lines. */
#include "ui/map_private.h"

#include "model/phrase.h"

#include <stdio.h>
#include <string.h>

#define MARK_COLS          4 /* `›`, blank, pin, blank */
#define POSITION_FROM_COLS 34
#define POSITION_COLS      12
#define LAT_COLS           5
#define LEAST_COUNT        4
#define LEAST_COUNTRY      5
#define CODE_COLS          2   /* where the country has less room than it needs */
#define LOOKED_AT          200 /* the first so many places tell how wide their names are */
#define MOST_NAME_NUM      3   /* a name has at most 3/5 of what there is */
#define MOST_NAME_DEN      5

typedef struct {
  int name, country, position, count; /* widths; 0: left out */
  bool codes;                         /* of the countries, in place of their names */
} Columns;

static const NgEntity *entity_of(NgReader *reader, const NgPlace *place)
{
  return &ng_reader_entities(reader)[place->entity];
}

/* ---- rows ---- */

static void add_row(GArray *rows, NgMapRow row)
{
  g_array_append_val(rows, row);
}

typedef enum { IN_VIEW, ELSEWHERE, WIDE, UNKNOWN, N_GROUPS } Group;

static Group group_of(const NgPlace *place, uint32_t pin)
{
  if (place->pin)
    return pin != NG_NO_PIN ? IN_VIEW : ELSEWHERE;
  return place->wide ? WIDE : UNKNOWN;
}

static void add_group(NgReader *reader, GArray *rows, const NgPins *pins, Group group)
{
  static const char *const heads[N_GROUPS] = {"In view", "Elsewhere", "Too wide for a pin", "Not known"};
  guint n;
  bool headed = false;
  const NgPlace *all = ng_places_all(reader, &n);
  for (guint i = 0; i < n; i++) {
    if (group_of(&all[i], pins->pin_of[i]) != group)
      continue;
    if (!headed && rows->len)
      add_row(rows, (NgMapRow){.kind = NG_MAP_ROW_BLANK});
    if (!headed)
      add_row(rows, (NgMapRow){.kind = NG_MAP_ROW_HEAD, .head = heads[group]});
    headed = true;
    add_row(rows, (NgMapRow){.kind = NG_MAP_ROW_PLACE, .place = i, .in_view = group == IN_VIEW});
  }
}

GArray *ng_map_rows(NgReader *reader)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(NgMapRow));
  const NgPins *pins = ng_places_pins(reader);
  guint n;
  ng_places_all(reader, &n);
  if (!pins || ng_places_view(reader)->world) {
    for (guint i = 0; i < n; i++)
      add_row(rows, (NgMapRow){.kind = NG_MAP_ROW_PLACE, .place = i, .in_view = true});
    return rows;
  }
  for (Group group = IN_VIEW; group < N_GROUPS; group++)
    add_group(reader, rows, pins, group);
  return rows;
}

static guint selected_row(NgReader *reader, const GArray *rows)
{
  guint n;
  const NgPlace *all = ng_places_all(reader, &n);
  for (guint i = 0; i < rows->len; i++) {
    const NgMapRow *row = &g_array_index(rows, NgMapRow, i);
    if (row->kind == NG_MAP_ROW_PLACE && all[row->place].entity == reader->entity)
      return i;
  }
  return G_MAXUINT;
}

guint ng_map_list_top(NgReader *reader, const GArray *rows, int height)
{
  guint at = selected_row(reader, rows), high = (guint)MAX(height, 1);
  if (rows->len <= high || at == G_MAXUINT || at < high / 2)
    return 0;
  return MIN(at - high / 2, rows->len - high);
}

void ng_map_move(NgReader *reader, int delta)
{
  g_autoptr(GArray) rows = ng_map_rows(reader);
  guint n;
  const NgPlace *all = ng_places_all(reader, &n);
  guint from = selected_row(reader, rows);
  gint64 at = from == G_MAXUINT ? (delta > 0 ? -1 : (gint64)rows->len) : from, found = -1;
  int step = delta < 0 ? -1 : 1;
  for (int left = ABS(delta); left > 0;) {
    at += step;
    if (at < 0 || at >= rows->len)
      break;
    if (g_array_index(rows, NgMapRow, at).kind != NG_MAP_ROW_PLACE)
      continue;
    found = at;
    left--;
  }
  if (found >= 0)
    ng_reader_select(reader, all[g_array_index(rows, NgMapRow, found).place].entity, NG_NONE);
}

/* ---- drawing ---- */

/* The place that is named most often comes first. */
static int count_cols(NgReader *reader, const NgPlace *all, guint n)
{
  return n ? MAX(LEAST_COUNT, 1 + snprintf(NULL, 0, "%u", entity_of(reader, &all[0])->n_mentions)) : LEAST_COUNT;
}

/* The country where it has `room` columns: its name, or its code where that is told of all. */
static void fit_country(NgReader *reader, const NgPlace *all, guint n, int room, Columns *c)
{
  int longest = 0;
  bool codes = true;
  for (guint i = 0; i < MIN(n, LOOKED_AT); i++) {
    NgWhere where = ng_place_where(reader, all[i].entity);
    if (!where.country)
      continue;
    longest = MAX(longest, ng_text_cols(where.country, strlen(where.country)));
    codes = codes && *where.code;
  }
  c->codes = longest > room && codes && room >= CODE_COLS;
  c->country = c->codes ? CODE_COLS : room >= LEAST_COUNTRY && longest ? room : 0;
}

static Columns columns_of(NgReader *reader, int cols)
{
  guint n;
  const NgPlace *all = ng_places_all(reader, &n);
  int longest = 0, count = count_cols(reader, all, n), room = cols - MARK_COLS - count;
  for (guint i = 0; i < MIN(n, LOOKED_AT); i++) {
    const char *name = entity_of(reader, &all[i])->name;
    longest = MAX(longest, ng_text_cols(name, strlen(name)));
  }
  Columns c = {.count = count, .position = cols >= POSITION_FROM_COLS ? POSITION_COLS : 0};
  room -= c.position ? c.position + 1 : 0;
  c.name = c.position ? MIN(MIN(longest, room), MAX(room * MOST_NAME_NUM / MOST_NAME_DEN, 13)) : room;
  if (c.position)
    fit_country(reader, all, n, room - c.name - 1, &c);
  if (c.position)
    c.name = room - (c.country ? c.country + 1 : 0);
  return c;
}

/* Both numbers aligned on their decimal points. */
static void put_position(NgCanvas *canvas, int row, int col, NgDegrees at)
{
  g_autofree char *position = ng_phrase_position(at.lat_deg, at.lon_deg);
  char *space = strchr(position, ' ');
  *space = '\0';
  ng_canvas_put_right(canvas, row, col, LAT_COLS, NG_ROLE_DIM, position);
  ng_canvas_put_right(canvas, row, col + LAT_COLS, POSITION_COLS - LAT_COLS, NG_ROLE_DIM, space + 1);
}

static void draw_place(NgReader *reader, NgCanvas *canvas, int row, NgRect rect, const NgMapRow *line, Columns c)
{
  guint n;
  const NgPlace *place = &ng_places_all(reader, &n)[line->place];
  const NgEntity *e = entity_of(reader, place);
  bool current = place->entity == reader->entity;
  int col = rect.col + MARK_COLS;
  if (current)
    ng_canvas_put(canvas, row, rect.col, 1, NG_ROLE_KEY, "›", strlen("›"));
  if (place->pin)
    ng_canvas_put(canvas, row, rect.col + 2, 1, line->in_view ? NG_ROLE_PIN : NG_ROLE_DIM, &place->pin, 1);
  ng_canvas_put_cut(canvas, row, col, c.name, current ? NG_ROLE_CHOSEN_PLACE : NG_ROLE_PLACE, e->name);
  if (current)
    ng_canvas_cursor(canvas, row, col);
  col += c.name + 1;
  NgWhere where = ng_place_where(reader, place->entity);
  if (c.country && where.country)
    ng_canvas_put_cut(canvas, row, col, c.country, NG_ROLE_DIM, c.codes ? where.code : where.country);
  col += c.country ? c.country + 1 : 0;
  if (c.position && place->pin)
    put_position(canvas, row, col, place->at);
  else if (c.position)
    ng_canvas_put_right(canvas, row, col, LAT_COLS, NG_ROLE_DIM, place->wide ? "wide" : "–");
  g_autofree char *count = g_strdup_printf("%u", e->n_mentions);
  ng_canvas_put_right(canvas, row, rect.col + rect.cols - c.count, c.count, NG_ROLE_TEXT, count);
}

void ng_map_list_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  if (rect.rows < 1)
    return;
  g_autoptr(GArray) rows = ng_map_rows(reader);
  Columns c = columns_of(reader, rect.cols);
  guint top = ng_map_list_top(reader, rows, rect.rows);
  if (rows->len == 0)
    ng_canvas_put_cut(canvas, rect.row, rect.col + 2, rect.cols - 2, NG_ROLE_DIM, "no name like that");
  for (guint i = top; i < rows->len && i - top < (guint)rect.rows; i++) {
    const NgMapRow *line = &g_array_index(rows, NgMapRow, i);
    int row = rect.row + (int)(i - top);
    if (line->kind == NG_MAP_ROW_HEAD)
      ng_canvas_put_cut(canvas, row, rect.col + 2, rect.cols - 2, NG_ROLE_HEAD, line->head);
    else if (line->kind == NG_MAP_ROW_PLACE)
      draw_place(reader, canvas, row, rect, line, c);
  }
}
