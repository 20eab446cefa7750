/* Drawing what was gathered about someone. */
#include "ui/evidence.h"
#include "ui/view_relations.h"
#include "ui/who_private.h"

#include <string.h>

#define LABEL_COLS   15 /* of a relation, at most */
#define DATE_COLS    12
#define COUNT_COLS   5
#define SURFACE_COLS 21 /* up to the count, included */

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

/* Columns of the labels of all relations of the card, so that the names behind them align. */
static int label_cols(const Place *at, const NgEgo *ego)
{
  int cols = 0;
  for (guint i = 0; i < at->who->rows->len; i++) {
    const NgWhoRow *row = &g_array_index(at->who->rows, NgWhoRow, i);
    if (row->kind == NG_WHO_ROW_RELATION && row->edge < ego->n_edges)
      cols = MAX(cols, ng_text_cols(ego->edges[row->edge].label, strlen(ego->edges[row->edge].label)));
  }
  return MIN(cols, MIN(LABEL_COLS, at->cols / 2));
}

/* Names that hold a comma (`Rusk, Dean`) are parted by semicolons. */
static const char *between(const NgEgo *ego, const NgWhoRow *row)
{
  for (uint32_t i = 0; i < row->n; i++)
    if (strchr(ng_ego_entity(ego, ego->edges[row->edge + i].to)->name, ','))
      return "; ";
  return ", ";
}

static void draw_names(const Place *at, const NgEgo *ego, const NgWhoRow *row, int col, int end)
{
  const char *parting = between(ego, row);
  for (uint32_t i = 0; i < row->n && col < end; i++) {
    const NgEntity *other = ng_ego_entity(ego, ego->edges[row->edge + i].to);
    NgRole role = ng_role_of_kind(other->kind);
    if (i)
      col += ng_canvas_put(at->canvas, at->row, col, end - col, role, parting, 2);
    col += ng_canvas_put_cut(at->canvas, at->row, col, end - col, role, other->name);
  }
}

static void draw_relation(const Place *at, const NgWhoRow *row)
{
  const NgEgo *ego = ng_relations_ego(at->reader);
  if (!ego || row->edge + row->n > ego->n_edges)
    return;
  const NgEdge *edge = &ego->edges[row->edge];
  int label = label_cols(at, ego), end = at->col + at->cols - COUNT_COLS;
  const char *head = head_of(edge);
  ng_canvas_put_cut(at->canvas, at->row, at->col, label, edge->weak ? NG_ROLE_DIM : NG_ROLE_LABEL, edge->label);
  ng_canvas_put(at->canvas, at->row, at->col + label + 2, 1, NG_ROLE_EDGE, head, strlen(head));
  draw_names(at, ego, row, at->col + label + 4, end);
  put_count(at, at->cols, row->count);
}

static void draw_kept(const Place *at, const NgWhoRow *row)
{
  int date = at->cols >= 2 * DATE_COLS + COUNT_COLS ? DATE_COLS : 0;
  if (date)
    ng_canvas_put_cut(at->canvas, at->row, at->col, date - 1, NG_ROLE_DIM, row->date);
  ng_canvas_put_cut(at->canvas, at->row, at->col + date, at->cols - date - COUNT_COLS + 2, NG_ROLE_TEXT, row->text);
  put_count(at, at->cols, row->count);
}

static void draw_surface(const Place *at, const NgWhoRow *row)
{
  int cols = MIN(SURFACE_COLS, at->cols);
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
    ng_quote_draw(at->reader, at->canvas, at->row, at->col, at->cols, row->range, NG_NONE);
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
