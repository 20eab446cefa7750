/* A layout from afar: dots in braille, or signs in ASCII. */
#include "graph/fan_private.h"
#include "graph/whole_private.h"

#include <string.h>

/* Cells of the layout to a dot of the smallest picture. */
#define DOT_COLS 2
#define DOT_ROWS 1

/* Dots of a cell, by row and column, as Unicode numbers them. */
static const uint8_t bits[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

typedef struct {
  const NgWholeLayout *layout;
  int cols, rows;       /* in cells */
  double across, down;  /* dots to a cell of the layout */
  uint8_t *dots, *inks; /* of each cell */
} Dots;

static Dots new_dots(const NgWholeLayout *layout, int cols, int rows)
{
  gsize n = (gsize)cols * (gsize)rows;
  Dots dots = {.layout = layout, .cols = cols, .rows = rows};
  dots.across = 2.0 * cols / MAX(layout->cols, 1);
  dots.down = 4.0 * rows / MAX(layout->rows, 1);
  dots.dots = g_new0(uint8_t, n + 1);
  dots.inks = g_new0(uint8_t, n + 1);
  return dots;
}

static void clear_dots(Dots *dots)
{
  g_free(dots->dots);
  g_free(dots->inks);
}

/* A dot; the ink that ranks higher stays. */
static void plot(Dots *dots, int x, int y, NgInk ink)
{
  x = CLAMP(x, 0, 2 * dots->cols - 1);
  y = CLAMP(y, 0, 4 * dots->rows - 1);
  int cell = y / 4 * dots->cols + x / 2;
  dots->dots[cell] |= bits[y % 4][x % 2];
  dots->inks[cell] = MAX(dots->inks[cell], (uint8_t)ink);
}

static NgInk ink_of(const NgWholeLayout *layout, const NgWholeBox *box, NgWholePick pick)
{
  if (box->n_members == 0)
    return pick.node == NG_WHOLE_REST ? NG_INK_HERE : NG_INK_DIM;
  NgInk ink = ng_fan_kind_ink((NgEntityKind)box->kind);
  for (uint32_t i = 0; i < box->n_members; i++) {
    uint32_t node = g_array_index(layout->members, uint32_t, box->first_member + i);
    if (node == pick.node)
      return NG_INK_HERE;
    ink = node == pick.centre ? NG_INK_EGO_NAME : ink;
  }
  return ink;
}

/* A filled rectangle for a box, of its words' width. */
static void plot_box(Dots *dots, const NgWholeBox *box, NgInk ink)
{
  int left = (int)((box->col + 1) * dots->across), right = (int)((box->col + box->cols - 1) * dots->across);
  int top = (int)((box->row + 1) * dots->down), bottom = (int)((box->row + box->rows - 1) * dots->down);
  for (int y = top; y < MAX(bottom, top + 1); y++)
    for (int x = left; x < MAX(right, left + 1); x++)
      plot(dots, x, y, ink);
}

/* Every other dot of a line. */
static void plot_line(Dots *dots, const NgWholeLine *line, NgInk ink)
{
  const NgWholeStep *steps = (const NgWholeStep *)(const void *)dots->layout->steps->data + line->first_step;
  for (uint32_t i = 0; i < line->n_steps; i++) {
    int x = (int)(steps[i].col * dots->across), y = (int)(steps[i].row * dots->down);
    if ((x + y) % 2 == 0)
      plot(dots, x, y, ink);
  }
}

static void put_dots(const Dots *dots, NgSheet *sheet, int row, int col)
{
  for (int i = 0; i < dots->rows * dots->cols; i++) {
    char glyph[8] = {0};
    if (!dots->dots[i])
      continue;
    if (dots->layout->style.ascii)
      glyph[0] = dots->inks[i] <= NG_INK_EDGE ? '.' : dots->inks[i] == NG_INK_SELECTED ? '+' : '#';
    else
      glyph[g_unichar_to_utf8(0x2800u + dots->dots[i], glyph)] = '\0';
    ng_sheet_string(sheet, row + i / dots->cols, col + i % dots->cols, glyph, (NgInk)dots->inks[i]);
  }
}

static void put_spots(const Dots *dots, NgSheet *sheet)
{
  const NgWholeLayout *layout = dots->layout;
  for (uint32_t i = 0; i < layout->boxes->len; i++) {
    const NgWholeBox *box = ng_whole_box(layout, i);
    NgSpot spot = {.edge = NG_NONE, .node = NG_WHOLE_REST};
    spot.row = (int)((box->row + box->anchor) * dots->down) / 4;
    spot.col = (int)((box->col + 1) * dots->across) / 2;
    spot.cols = MAX((int)((box->cols - 2) * dots->across) / 2, 1);
    spot.rows = 1;
    spot.order_row = spot.row;
    if (box->n_members == 0)
      ng_sheet_spot(sheet, &spot);
    for (uint32_t m = 0; m < box->n_members; m++) {
      spot.node = g_array_index(layout->members, uint32_t, box->first_member + m);
      ng_sheet_spot(sheet, &spot);
    }
  }
  for (uint32_t i = 0; i < layout->whole->n_edges; i++) {
    if (layout->line_of[i] == NG_NONE || !ng_whole_line(layout, layout->line_of[i])->routed)
      continue;
    const NgWholeLine *line = ng_whole_line(layout, layout->line_of[i]);
    NgWholeStep middle = g_array_index(layout->steps, NgWholeStep, line->first_step + line->n_steps / 2);
    NgSpot spot = {.edge = i, .node = layout->whole->edges[i].to, .label_cols = 1};
    spot.row = spot.order_row = spot.label_row = (int)(middle.row * dots->down) / 4;
    spot.col = spot.label_col = (int)(middle.col * dots->across) / 2;
    ng_sheet_spot(sheet, &spot);
  }
}

NgPicture *ng_whole_paint_dots(const NgWholeLayout *layout, NgWholePick pick)
{
  int cols = (layout->cols + 2 * DOT_COLS - 1) / (2 * DOT_COLS),
      rows = (layout->rows + 4 * DOT_ROWS - 1) / (4 * DOT_ROWS);
  Dots dots = new_dots(layout, cols, rows);
  for (uint32_t i = 0; i < layout->lines->len; i++) {
    const NgWholeLine *line = ng_whole_line(layout, i);
    bool picked = ng_whole_is_lit(layout, pick, i);
    plot_line(&dots, line, picked ? NG_INK_SELECTED : line->weak ? NG_INK_WEAK : NG_INK_EDGE);
  }
  for (uint32_t i = 0; i < layout->boxes->len; i++)
    plot_box(&dots, ng_whole_box(layout, i), ink_of(layout, ng_whole_box(layout, i), pick));
  NgSheet *sheet = ng_sheet_new(rows, cols, layout->style.ascii);
  put_dots(&dots, sheet, 0, 0);
  put_spots(&dots, sheet);
  clear_dots(&dots);
  return ng_sheet_finish(sheet, rows);
}

/* The outline of what the pane shows. */
static void plot_frame(Dots *dots, NgWholeFrame frame)
{
  int left = (int)(frame.col * dots->across), right = (int)((frame.col + frame.cols) * dots->across) - 1;
  int top = (int)(frame.row * dots->down), bottom = (int)((frame.row + frame.rows) * dots->down) - 1;
  left = CLAMP(left, 0, 2 * dots->cols - 1);
  right = CLAMP(right, left, 2 * dots->cols - 1);
  top = CLAMP(top, 0, 4 * dots->rows - 1);
  bottom = CLAMP(bottom, top, 4 * dots->rows - 1);
  for (int x = left; x <= right; x++) {
    plot(dots, x, top, NG_INK_SELECTED);
    plot(dots, x, bottom, NG_INK_SELECTED);
  }
  for (int y = top; y <= bottom; y++) {
    plot(dots, left, y, NG_INK_SELECTED);
    plot(dots, right, y, NG_INK_SELECTED);
  }
}

NgPicture *ng_whole_overview(const NgWholeLayout *layout, NgWholeFrame frame, int most_cols, int most_rows)
{
  bool border = most_cols >= 4 && most_rows >= 3;
  int cols = MAX(most_cols - 2 * border, 1), rows = MAX(most_rows - 2 * border, 1);
  /* a cell is twice as high as it is wide; the shape of the whole stays */
  cols = CLAMP(layout->cols * rows / MAX(layout->rows, 1), MIN(4, cols), cols);
  rows = CLAMP(layout->rows * cols / MAX(layout->cols, 1), 1, rows);
  Dots dots = new_dots(layout, cols, rows);
  plot_frame(&dots, frame);
  for (uint32_t i = 0; i < layout->boxes->len; i++) {
    const NgWholeBox *box = ng_whole_box(layout, i);
    int middle = box->col + box->cols / 2;
    plot(&dots, (int)(middle * dots.across), (int)((box->row + box->anchor) * dots.down), NG_INK_EDGE);
  }
  NgSheet *sheet = ng_sheet_new(rows + 2 * border, cols + 2 * border, layout->style.ascii);
  if (border)
    ng_sheet_box(sheet, 0, 0, rows + 2, cols + 2, NG_BOX_PLAIN, NG_INK_EDGE);
  put_dots(&dots, sheet, border, border);
  clear_dots(&dots);
  return ng_sheet_finish(sheet, rows + 2 * border);
}
