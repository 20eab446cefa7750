#include "graph/picture_private.h"

#include <string.h>

NgSheet *ng_sheet_new(int rows, int cols, bool ascii)
{
  NgSheet *canvas = g_new0(NgSheet, 1);
  canvas->picture.rows = MAX(rows, 1);
  canvas->picture.cols = MAX(cols, 1);
  canvas->picture.ascii = ascii;
  canvas->cells = g_new0(NgCell, (gsize)canvas->picture.rows * (gsize)canvas->picture.cols);
  canvas->runs = g_array_new(FALSE, FALSE, sizeof(NgRun));
  canvas->spots = g_array_new(FALSE, FALSE, sizeof(NgSpot));
  canvas->text = g_string_new(NULL);
  return canvas;
}

static int by_place(const void *a, const void *b)
{
  const NgRun *x = a, *y = b;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->col < y->col ? -1 : x->col > y->col;
}

static int by_walk(const void *a, const void *b)
{
  const NgSpot *x = a, *y = b;
  if (x->order_row != y->order_row)
    return x->order_row < y->order_row ? -1 : 1;
  if (x->col != y->col)
    return x->col < y->col ? -1 : 1;
  return x->edge < y->edge ? -1 : x->edge > y->edge;
}

NgPicture *ng_sheet_finish(NgSheet *canvas, int needed_rows)
{
  g_array_sort(canvas->runs, by_place);
  g_array_sort(canvas->spots, by_walk);
  NgPicture *picture = &canvas->picture;
  picture->cells = canvas->cells;
  picture->runs = (const NgRun *)(const void *)canvas->runs->data;
  picture->n_runs = canvas->runs->len;
  picture->spots = (const NgSpot *)(const void *)canvas->spots->data;
  picture->n_spots = canvas->spots->len;
  picture->text = canvas->text->str;
  picture->needed_rows = MAX(needed_rows, 1);
  return picture;
}

void ng_picture_free(NgPicture *picture)
{
  if (!picture)
    return;
  NgSheet *canvas = (NgSheet *)picture;
  g_free(canvas->cells);
  g_array_free(canvas->runs, TRUE);
  g_array_free(canvas->spots, TRUE);
  g_string_free(canvas->text, TRUE);
  g_free(canvas);
}

/* ---- drawing ---- */

static NgCell *cell_at(NgSheet *canvas, int row, int col)
{
  if (row < 0 || row >= canvas->picture.rows || col < 0 || col >= canvas->picture.cols)
    return NULL;
  return &canvas->cells[(gsize)row * (gsize)canvas->picture.cols + (gsize)col];
}

void ng_sheet_arms(NgSheet *canvas, int row, int col, NgArms arms, NgInk ink)
{
  NgCell *cell = cell_at(canvas, row, col);
  if (!cell || cell->covered)
    return;
  cell->arms = ng_arms_over(cell->arms, arms);
  cell->ink = MAX(cell->ink, (uint8_t)ink);
}

void ng_sheet_across(NgSheet *canvas, int row, int from, int to, NgArm weight, NgInk ink)
{
  for (int col = from; col <= to; col++)
    ng_sheet_arms(canvas, row, col, NG_ARMS_ACROSS(weight), ink);
}

void ng_sheet_down(NgSheet *canvas, int col, int from, int to, NgArm weight, NgInk ink)
{
  int top = MIN(from, to), bottom = MAX(from, to);
  if (top == bottom)
    return;
  ng_sheet_arms(canvas, top, col, NG_ARMS(0, 0, 0, weight), ink);
  for (int row = top + 1; row < bottom; row++)
    ng_sheet_arms(canvas, row, col, NG_ARMS_DOWN(weight), ink);
  ng_sheet_arms(canvas, bottom, col, NG_ARMS(0, 0, weight, 0), ink);
}

void ng_sheet_box(NgSheet *canvas, int row, int col, int rows, int cols, NgBox box, NgInk ink)
{
  unsigned w = box == NG_BOX_HEAVY ? NG_ARM_HEAVY : NG_ARM_LIGHT;
  int bottom = row + rows - 1, right = col + cols - 1;
  for (int r = row; r <= bottom; r++)
    for (int c = col; c <= right; c++) {
      bool edge_row = r == row || r == bottom, edge_col = c == col || c == right;
      NgCell *cell = cell_at(canvas, r, c);
      if (!cell || (!edge_row && !edge_col))
        continue;
      cell->box = (uint8_t)box;
      ng_sheet_arms(canvas, r, c,
                    NG_ARMS(edge_row && c > col ? w : 0, edge_row && c < right ? w : 0, edge_col && r > row ? w : 0,
                            edge_col && r < bottom ? w : 0),
                    ink);
    }
}

int ng_sheet_text(NgSheet *canvas, int row, int col, const char *text, gsize bytes, NgInk ink)
{
  if (row < 0 || row >= canvas->picture.rows || col < 0 || col >= canvas->picture.cols)
    return 0;
  int cols;
  bytes = ng_text_fit(text, bytes, canvas->picture.cols - col, &cols);
  if (cols == 0)
    return 0;
  NgRun run = {row, col, cols, (uint32_t)canvas->text->len, (uint32_t)bytes, (uint8_t)ink};
  g_string_append_len(canvas->text, text, (gssize)bytes);
  g_array_append_val(canvas->runs, run);
  for (int i = 0; i < cols; i++)
    *cell_at(canvas, row, col + i) = (NgCell){.ink = (uint8_t)ink, .covered = true};
  return cols;
}

int ng_sheet_string(NgSheet *canvas, int row, int col, const char *text, NgInk ink)
{
  return ng_sheet_text(canvas, row, col, text, strlen(text), ink);
}

void ng_sheet_head(NgSheet *canvas, int row, int col, NgDirection direction, NgInk ink)
{
  static const char *const heads[][2] = {
      [NG_LEFT] = {"◄", "<"}, [NG_DOWN] = {"▼", "v"}, [NG_UP] = {"▲", "^"}, [NG_RIGHT] = {"►", ">"}};
  ng_sheet_string(canvas, row, col, heads[direction][canvas->picture.ascii], ink);
}

void ng_sheet_spot(NgSheet *canvas, const NgSpot *spot)
{
  g_array_append_vals(canvas->spots, spot, 1);
}

/* ---- reading ---- */

const char *ng_picture_glyph(const NgPicture *picture, int row, int col)
{
  const NgCell *cell = &picture->cells[(gsize)row * (gsize)picture->cols + (gsize)col];
  if (picture->ascii)
    return ng_arms_glyph(cell->arms, true);
  return cell->arms ? ng_box_glyph((NgBox)cell->box, cell->arms) : " ";
}

/* The first run at or below the row. */
static uint32_t first_run(const NgPicture *picture, int row)
{
  uint32_t low = 0, high = picture->n_runs;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (picture->runs[middle].row < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

char *ng_picture_row(const NgPicture *picture, int row)
{
  GString *out = g_string_new(NULL);
  const NgRun *run = picture->runs + first_run(picture, row), *end = picture->runs + picture->n_runs;
  for (int col = 0; col < picture->cols;) {
    if (run < end && run->row == row && run->col == col) {
      g_string_append_len(out, picture->text + run->text, run->bytes);
      col += MAX(run->cols, 1);
      run++;
    } else {
      g_string_append(out, ng_picture_glyph(picture, row, col++));
    }
  }
  while (out->len && out->str[out->len - 1] == ' ')
    g_string_truncate(out, out->len - 1);
  return g_string_free(out, FALSE);
}

char *ng_picture_inks(const NgPicture *picture, int row)
{
  static const char letters[NG_N_INKS + 1] = ".xeGFad.PLOVHSfk";
  char *out = g_new0(char, (gsize)picture->cols + 1);
  for (int col = 0; col < picture->cols; col++)
    out[col] = letters[picture->cells[(gsize)row * (gsize)picture->cols + (gsize)col].ink];
  return out;
}
