/* Painting a layout. */
#include "graph/fan_private.h"
#include "graph/whole_private.h"
#include "text/text.h"

#include <string.h>

#define LEGEND_INDENT 3
#define LEGEND_GAP    3

typedef struct {
  const NgWholeLayout *layout;
  NgWholePick pick;
  NgSheet *sheet;
} Painter;

static const NgWholeStep *steps_of(const NgWholeLayout *layout, const NgWholeLine *line)
{
  return (const NgWholeStep *)(const void *)layout->steps->data + line->first_step;
}

static bool holds(const NgWholeLayout *layout, const NgWholeBox *box, uint32_t node)
{
  for (uint32_t i = 0; i < box->n_members; i++)
    if (g_array_index(layout->members, uint32_t, box->first_member + i) == node)
      return true;
  return false;
}

/* ---- boxes ---- */

static NgInk name_ink(const Painter *painter, const NgWholeBox *box, uint32_t row)
{
  if (box->n_members == 0)
    return painter->pick.node == NG_WHOLE_REST ? NG_INK_HERE : NG_INK_DIM;
  if (box->loop != NG_NONE && row == box->n_rows - 1)
    return box->loop == painter->pick.edge ? NG_INK_SELECTED : NG_INK_DIM;
  uint32_t node = g_array_index(painter->layout->members, uint32_t, box->first_member + (box->n_members > 1 ? row : 0));
  if (node == painter->pick.node)
    return NG_INK_HERE;
  return node == painter->pick.centre ? NG_INK_EGO_NAME : ng_fan_kind_ink((NgEntityKind)box->kind);
}

/* The brackets around a name of so many columns, and the blanks between them and it, on which no line shows. */
static void put_brackets(NgSheet *sheet, const NgWholeBox *box, int row, int name_cols, NgInk ink)
{
  int last = box->col + box->cols - 1, after = box->col + 2 + name_cols;
  g_autofree char *blanks = g_strnfill((gsize)MAX(last - after, 0), ' ');
  ng_sheet_text(sheet, row, box->col, (char[]){ng_box_bracket((NgBox)box->shape, false)}, 1, ink);
  ng_sheet_text(sheet, row, box->col + 1, " ", 1, NG_INK_NONE);
  ng_sheet_string(sheet, row, after, blanks, NG_INK_NONE);
  ng_sheet_text(sheet, row, last, (char[]){ng_box_bracket((NgBox)box->shape, true)}, 1, ink);
}

/* A blank and the mark of a community; returns their columns. */
static int put_mark(const Painter *painter, int row, int col, const char *mark)
{
  if (!*mark)
    return 0;
  ng_sheet_text(painter->sheet, row, col, " ", 1, NG_INK_NONE);
  return 1 + ng_sheet_string(painter->sheet, row, col + 1, mark, NG_INK_DIM);
}

static void put_box(const Painter *painter, const NgWholeBox *box)
{
  bool ascii = painter->layout->style.ascii, heavy = holds(painter->layout, box, painter->pick.centre);
  NgInk border = heavy ? NG_INK_EGO : NG_INK_EDGE;
  if (!ascii)
    ng_sheet_box(painter->sheet, box->row, box->col, box->rows, box->cols, heavy ? NG_BOX_HEAVY : (NgBox)box->shape,
                 border);
  for (uint32_t i = 0; i < box->n_rows; i++) {
    int row = box->row + (ascii ? 0 : 1) + (int)i;
    const char *name = painter->layout->names->pdata[box->first_row + i];
    int cols = ng_sheet_string(painter->sheet, row, box->col + 2, name, name_ink(painter, box, i));
    cols += put_mark(painter, row, box->col + 2 + cols, ng_whole_mark(painter->layout, box, i));
    if (ascii)
      put_brackets(painter->sheet, box, row, cols, border);
  }
}

static void put_loop_spot(const Painter *painter, const NgWholeBox *box)
{
  int row = box->row + box->rows - (painter->layout->style.ascii ? 1 : 2);
  NgSpot spot = {.edge = box->loop,
                 .node = g_array_index(painter->layout->members, uint32_t, box->first_member),
                 .row = row,
                 .col = box->col + 2,
                 .label_row = row,
                 .label_col = box->col + 2,
                 .label_cols = box->cols - 4,
                 .order_row = row};
  ng_sheet_spot(painter->sheet, &spot);
}

static void put_spots(const Painter *painter, const NgWholeBox *box)
{
  NgSpot spot = {.edge = NG_NONE,
                 .node = NG_WHOLE_REST,
                 .row = box->row,
                 .col = box->col,
                 .rows = box->rows,
                 .cols = box->cols,
                 .order_row = box->row + box->anchor};
  if (box->n_members == 0)
    ng_sheet_spot(painter->sheet, &spot);
  if (box->loop != NG_NONE)
    put_loop_spot(painter, box);
  for (uint32_t i = 0; i < box->n_members; i++) {
    spot.node = g_array_index(painter->layout->members, uint32_t, box->first_member + i);
    if (box->n_members > 1) {
      spot.order_row = spot.row = box->row + (painter->layout->style.ascii ? 0 : 1) + (int)i;
      spot.rows = 1;
    }
    ng_sheet_spot(painter->sheet, &spot);
  }
}

/* ---- lines ---- */

static bool stands_for(const NgWholeLayout *layout, uint32_t line, uint32_t edge)
{
  return edge < layout->whole->n_edges && layout->line_of[edge] == line;
}

bool ng_whole_is_lit(const NgWholeLayout *layout, NgWholePick pick, uint32_t line)
{
  bool lit = stands_for(layout, line, pick.edge);
  for (uint32_t i = 0; i < pick.n_lit && !lit; i++)
    lit = stands_for(layout, line, pick.lit[i]);
  return lit;
}

static bool is_lit(const Painter *painter, uint32_t line)
{
  return ng_whole_is_lit(painter->layout, painter->pick, line);
}

static NgArms arm(NgWholeStep at, NgWholeStep to, unsigned weight)
{
  return NG_ARMS(to.col < at.col ? weight : 0, to.col > at.col ? weight : 0, to.row < at.row ? weight : 0,
                 to.row > at.row ? weight : 0);
}

static void put_line(const Painter *painter, uint32_t index)
{
  const NgWholeLine *line = ng_whole_line(painter->layout, index);
  if (!line->routed)
    return;
  const NgWholeStep *steps = steps_of(painter->layout, line);
  bool lit = is_lit(painter, index);
  NgArm weight = lit ? NG_ARM_HEAVY : line->weak ? NG_ARM_DASHED : NG_ARM_LIGHT;
  NgInk ink = lit ? NG_INK_SELECTED : line->weak ? NG_INK_WEAK : NG_INK_EDGE;
  /* A head touches the border, which has no joint there. */
  uint32_t end = line->n_steps - (line->directed && !line->joins_to ? 2 : 1);
  for (uint32_t i = 0; i < end; i++) {
    ng_sheet_arms(painter->sheet, steps[i].row, steps[i].col, arm(steps[i], steps[i + 1], weight), ink);
    ng_sheet_arms(painter->sheet, steps[i + 1].row, steps[i + 1].col, arm(steps[i + 1], steps[i], weight), ink);
  }
}

/* The head takes its cell from the line and its joint from the border. */
static void put_head(const Painter *painter, uint32_t index)
{
  const NgWholeLine *line = ng_whole_line(painter->layout, index);
  if (!line->routed || !line->directed || line->joins_to)
    return;
  const NgWholeStep *end = steps_of(painter->layout, line) + line->n_steps - 2;
  NgDirection way = end[1].col < end[0].col   ? NG_LEFT
                    : end[1].col > end[0].col ? NG_RIGHT
                    : end[1].row < end[0].row ? NG_UP
                                              : NG_DOWN;
  ng_sheet_head(painter->sheet, end[0].row, end[0].col, way, is_lit(painter, index) ? NG_INK_SELECTED : NG_INK_EDGE);
}

static void put_label(const Painter *painter, uint32_t index)
{
  const NgWholeLine *line = ng_whole_line(painter->layout, index);
  if (!line->labelled || painter->layout->bare)
    return;
  NgInk ink = is_lit(painter, index) ? NG_INK_SELECTED : line->weak ? NG_INK_DIM : NG_INK_LABEL;
  bool on_line = line->label_end - line->label_first > 1;
  ng_sheet_string(painter->sheet, line->label_row, line->label_col, line->label, ink);
  if (on_line) {
    ng_sheet_text(painter->sheet, line->label_row, line->label_col - 1, " ", 1, NG_INK_NONE);
    ng_sheet_text(painter->sheet, line->label_row, line->label_col + line->label_cols, " ", 1, NG_INK_NONE);
  }
}

static void put_line_spots(const Painter *painter)
{
  const NgWholeLayout *layout = painter->layout;
  for (uint32_t i = 0; i < layout->whole->n_edges; i++) {
    if (layout->line_of[i] == NG_NONE)
      continue;
    const NgWholeLine *line = ng_whole_line(layout, layout->line_of[i]);
    if (!line->routed)
      continue;
    const NgWholeStep *middle = steps_of(layout, line) + line->n_steps / 2;
    bool labelled = line->labelled && !layout->bare;
    NgSpot spot = {.edge = i,
                   .node = layout->whole->edges[i].to,
                   .label_row = labelled ? line->label_row : middle->row,
                   .label_col = labelled ? line->label_col : middle->col,
                   .label_cols = labelled ? line->label_cols : 1};
    spot.row = spot.order_row = spot.label_row;
    spot.col = spot.label_col;
    ng_sheet_spot(painter->sheet, &spot);
  }
}

/* What the numbers stand for, below the picture: as many to a row as fit. Returns the rows; only counts them without a sheet. */
static int put_legend(const NgWholeLayout *layout, NgSheet *sheet)
{
  int rows = 0, col = layout->cols;
  for (guint i = 0; i < layout->legend->len && !layout->bare; i++) {
    g_autofree char *text = g_strdup_printf("%u %s", i + 1, (const char *)layout->legend->pdata[i]);
    int cols = ng_text_cols(text, strlen(text));
    if (col + cols > layout->cols) {
      rows++;
      col = LEGEND_INDENT;
    }
    if (sheet)
      ng_sheet_string(sheet, layout->rows + rows - 1, col, text, NG_INK_LABEL);
    col += cols + LEGEND_GAP;
  }
  return rows;
}

NgPicture *ng_whole_paint(const NgWholeLayout *layout, NgWholePick pick)
{
  int rows = layout->rows + put_legend(layout, NULL);
  Painter painter = {layout, pick, ng_sheet_new(rows, layout->cols, layout->style.ascii)};
  for (uint32_t i = 0; i < layout->boxes->len; i++)
    put_box(&painter, ng_whole_box(layout, i));
  for (int lit = 0; lit <= 1; lit++)
    for (uint32_t i = 0; i < layout->lines->len; i++)
      if (is_lit(&painter, i) == lit)
        put_line(&painter, i);
  for (uint32_t i = 0; i < layout->lines->len; i++) {
    put_head(&painter, i);
    put_label(&painter, i);
  }
  for (uint32_t i = 0; i < layout->boxes->len; i++)
    put_spots(&painter, ng_whole_box(layout, i));
  put_line_spots(&painter);
  put_legend(layout, painter.sheet);
  return ng_sheet_finish(painter.sheet, rows);
}
