/* Drawing what was gathered about someone. */
#include "ui/evidence.h"
#include "ui/view_relations.h"
#include "ui/who_private.h"

#include <string.h>

#define MARK_COLS        2  /* before a value, behind its label */
#define LABEL_COLS       15 /* of a relation, at most; more where all names leave them free */
#define LEAST_NAMES      12 /* columns of names; where there are fewer, a relation has no label */
#define PARTING_COLS     2  /* a comma and a blank between two names */
#define AROUND_HEAD_COLS 4  /* two blanks before the head of a relation's line; it, and one behind */
#define DATE_COLS        11 /* 14 Nov 2022 */
#define COUNT_COLS       5
#define SURFACE_COLS     21 /* up to the count, included; more where a name is longer */

typedef struct {
  const NgWho *who;
  NgReader *reader;
  NgCanvas *canvas;
  int row, col, cols; /* where the value stands */
} Place;

static void put_count(const Place *at, int cols, uint32_t count)
{
  g_autofree char *text = g_strdup_printf("%u", count);
  ng_canvas_put_right(at->canvas, at->row, at->col, cols, NG_ROLE_TEXT, text);
}

static const char *head_of(const NgEdge *edge)
{
  if (edge->weak)
    return " ";
  return edge->direction == NG_EDGE_IN ? "◄" : edge->direction == NG_EDGE_OUT ? "►" : " ";
}

/* What all names of a row take, with what parts them. */
static int names_cols(const NgEgo *ego, const NgWhoRow *row)
{
  int cols = 0;
  for (uint32_t i = 0; i < row->n; i++) {
    const char *name = ng_ego_entity(ego, ego->edges[row->edge + i].to)->name;
    cols += (i ? PARTING_COLS : 0) + ng_text_cols(name, strlen(name));
  }
  return cols;
}

/* Columns of the labels of all relations of the card, so that the names behind them align. */
static int label_cols(const Place *at, const NgEgo *ego)
{
  int cols = 0, names = 0;
  for (guint i = 0; i < at->who->rows->len; i++) {
    const NgWhoRow *row = &g_array_index(at->who->rows, NgWhoRow, i);
    if (row->kind != NG_WHO_ROW_RELATION || row->edge + row->n > ego->n_edges)
      continue;
    cols = MAX(cols, ng_text_cols(ego->edges[row->edge].label, strlen(ego->edges[row->edge].label)));
    names = MAX(names, names_cols(ego, row));
  }
  int most = MAX(MIN(LABEL_COLS, at->cols / 2), at->cols - COUNT_COLS - AROUND_HEAD_COLS - names);
  return MIN(cols, most);
}

/* Names that hold a comma (`Rusk, Dean`) are parted by semicolons. */
static const char *between(const NgEgo *ego, const NgWhoRow *row)
{
  for (uint32_t i = 0; i < row->n; i++)
    if (strchr(ng_ego_entity(ego, ego->edges[row->edge + i].to)->name, ','))
      return "; ";
  return ", ";
}

/* How many of the names stand whole in `cols`, with `+N` for the others behind them. */
static uint32_t names_that_fit(const NgEgo *ego, const NgWhoRow *row, int cols)
{
  uint32_t fits = 0;
  int used = 0;
  for (uint32_t i = 0; i < row->n; i++) {
    const char *name = ng_ego_entity(ego, ego->edges[row->edge + i].to)->name;
    g_autofree char *more = i + 1 < row->n ? g_strdup_printf(" +%u", row->n - i - 1) : g_strdup("");
    used += (i ? PARTING_COLS : 0) + ng_text_cols(name, strlen(name));
    if (used + (int)strlen(more) <= cols)
      fits = i + 1;
  }
  return fits;
}

/* Whole names, then `+N`; the first is cut where not even it has room. */
static void draw_names(const Place *at, const NgEgo *ego, const NgWhoRow *row, int col, int end)
{
  const char *parting = between(ego, row);
  uint32_t shown = MAX(names_that_fit(ego, row, end - col), 1u);
  g_autofree char *more = shown < row->n ? g_strdup_printf(" +%u", row->n - shown) : g_strdup("");
  int names_end = end - (int)strlen(more);
  for (uint32_t i = 0; i < shown; i++) {
    const NgEntity *other = ng_ego_entity(ego, ego->edges[row->edge + i].to);
    NgRole role = ng_role_of_kind(other->kind);
    if (i)
      col += ng_canvas_put(at->canvas, at->row, col, names_end - col, role, parting, PARTING_COLS);
    col += ng_canvas_put_cut(at->canvas, at->row, col, names_end - col, role, other->name);
  }
  ng_canvas_put(at->canvas, at->row, col, end - col, NG_ROLE_DIM, more, strlen(more));
}

static void draw_relation(const Place *at, const NgWhoRow *row)
{
  const NgEgo *ego = ng_relations_ego(at->reader);
  if (!ego || row->edge + row->n > ego->n_edges)
    return;
  const NgEdge *edge = &ego->edges[row->edge];
  int label = label_cols(at, ego) + AROUND_HEAD_COLS / 2, end = at->col + at->cols - COUNT_COLS;
  const char *head = head_of(edge);
  if (end - at->col - label - 2 < LEAST_NAMES)
    label = 0;
  else if (!row->same_label)
    ng_canvas_put_cut(at->canvas, at->row, at->col, label - 2, edge->weak ? NG_ROLE_DIM : NG_ROLE_LABEL, edge->label);
  ng_canvas_put(at->canvas, at->row, at->col + label, 1, NG_ROLE_EDGE, head, strlen(head));
  draw_names(at, ego, row, at->col + label + 2, end);
  put_count(at, at->cols, row->count);
}

/* The columns of the dates of all articles, so that they end below each other. */
static int date_cols(const Place *at)
{
  int cols = 0;
  for (guint i = 0; i < at->who->rows->len; i++) {
    const NgWhoRow *row = &g_array_index(at->who->rows, NgWhoRow, i);
    if (row->date)
      cols = MAX(cols, ng_text_cols(row->date, strlen(row->date)));
  }
  return MIN(cols, DATE_COLS);
}

static void draw_kept(const Place *at, const NgWhoRow *row)
{
  int date = at->cols >= 2 * (DATE_COLS + 1) + COUNT_COLS ? date_cols(at) : 0;
  bool current = row->item != NG_NONE && row->item == at->who->cursor.item;
  int title = date ? at->col + date + 2 : at->col;
  if (date)
    ng_canvas_put_right(at->canvas, at->row, at->col, date, NG_ROLE_DIM, row->date);
  ng_canvas_put_cut(at->canvas, at->row, title, at->col + at->cols - title - COUNT_COLS + 2,
                    current ? NG_ROLE_CHOSEN : NG_ROLE_TEXT, row->text);
  put_count(at, at->cols, row->count);
  if (!current)
    return;
  if (at->who->label_cols >= MARK_COLS)
    ng_canvas_put(at->canvas, at->row, at->col - MARK_COLS, 1, NG_ROLE_KEY, "›", strlen("›"));
  ng_canvas_cursor(at->canvas, at->row, title);
}

/* The sign that a quote does not begin where its sentence does stands in the gap behind the label, so that the text keeps its column. */
static void draw_quote(const Place *at, const NgWhoRow *row)
{
  if (row->inside && at->who->label_cols >= MARK_COLS)
    ng_canvas_put(at->canvas, at->row, at->col - MARK_COLS, 1, NG_ROLE_DIM, "…", strlen("…"));
  ng_quote_draw(at->reader, at->canvas, at->row, at->col, at->cols, row->range, NG_NONE);
}

/* The columns of all names as they are spelt, with the count. */
static int surface_cols(const Place *at)
{
  int cols = SURFACE_COLS;
  for (guint i = 0; i < at->who->rows->len; i++) {
    const NgWhoRow *row = &g_array_index(at->who->rows, NgWhoRow, i);
    if (row->kind == NG_WHO_ROW_SURFACE)
      cols = MAX(cols, ng_text_cols(row->text, strlen(row->text)) + COUNT_COLS);
  }
  return MIN(cols, at->cols);
}

static void draw_surface(const Place *at, const NgWhoRow *row)
{
  int cols = surface_cols(at);
  ng_canvas_put_cut(at->canvas, at->row, at->col, cols - COUNT_COLS, NG_ROLE_TEXT, row->text);
  put_count(at, cols, row->count);
}

static void draw_row(const Place *at, const NgWhoRow *row)
{
  if (row->label)
    ng_canvas_put_cut(at->canvas, at->row, at->col - at->who->label_cols, at->who->label_cols - 1, NG_ROLE_DIM,
                      row->label);
  switch (row->kind) {
  case NG_WHO_ROW_BLANK:
    break;
  case NG_WHO_ROW_TEXT:
    ng_canvas_put_cut(at->canvas, at->row, at->col, at->cols, NG_ROLE_TEXT, row->text);
    break;
  case NG_WHO_ROW_CANDIDATE:
    ng_who_draw_candidate(at->who, row, at->reader, at->canvas, (NgRect){at->row, at->col, 1, at->cols});
    break;
  case NG_WHO_ROW_QUOTE:
    draw_quote(at, row);
    break;
  case NG_WHO_ROW_RELATION:
    draw_relation(at, row);
    break;
  case NG_WHO_ROW_KEPT:
    draw_kept(at, row);
    break;
  case NG_WHO_ROW_SURFACE:
    draw_surface(at, row);
    break;
  }
}

void ng_who_draw(const NgWho *who, NgReader *reader, NgCanvas *canvas, NgRect rect, int first)
{
  for (int i = 0; i < rect.rows && first + i < (int)who->rows->len; i++) {
    Place at = {who, reader, canvas, rect.row + i, rect.col + who->label_cols, rect.cols - who->label_cols};
    draw_row(&at, &g_array_index(who->rows, NgWhoRow, first + i));
  }
}
