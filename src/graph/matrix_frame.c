/* Where the matrix stands in its picture: how many people fit, and which of them are shown. */
#include "graph/matrix.h"

/* A cell with the room of its brackets; brackets of neighbours share a column where it is tight. */
#define WIDE_PITCH  4
#define TIGHT_PITCH 3
/* Counts stand no further from the last cell. */
#define MOST_GAP_COLS 7
/* Where not all people fit, names are cut to a part of the width; in fewer columns than these there are only tags. */
#define NAMED_COLS      30
#define NAME_PART       4
#define LEAST_NAME_COLS 8
/* Fewer rows have no heads; fewer for people no row that counts the others. */
#define LEAST_HEADED_ROWS  3
#define LEAST_COUNTED_ROWS 4

static int digits_of(uint32_t n)
{
  int digits = 1;
  for (; n >= 10; n /= 10)
    digits++;
  return digits;
}

/* Before the first cell: name, blank, letter, blank, tag, gap. */
static int before_tags(int name_cols, int mark_cols)
{
  return (name_cols ? name_cols + 1 : 0) + (mark_cols ? mark_cols + 1 : 0);
}

static int before_cells(int name_cols, int mark_cols, int pitch)
{
  return before_tags(name_cols, mark_cols) + NG_MATRIX_TAG_COLS + pitch - NG_MATRIX_CELL_COLS;
}

/* Behind the last cell: bracket, blank, and the count of neighbours, or that of the columns that are left out. */
static int after_cells(const NgMatrix *matrix, bool cut)
{
  int count = digits_of(matrix->most_neighbours);
  return 2 + (cut ? MAX(count, 1 + digits_of(matrix->n_people)) : count);
}

/* How many people fit as columns. */
static uint32_t fitting(const NgMatrix *matrix, int cols, int name_cols, int mark_cols, int pitch)
{
  int room = cols - before_cells(name_cols, mark_cols, pitch) + pitch - NG_MATRIX_CELL_COLS;
  uint32_t n = (uint32_t)MAX((room - after_cells(matrix, false)) / pitch, 0);
  if (n < matrix->n_people)
    n = (uint32_t)MAX((room - after_cells(matrix, true)) / pitch, 0);
  return MIN(n, matrix->n_people);
}

/* The widest form in which all people fit: whole names and room between the cells, whole names, names cut. Else as many as fit. */
static void place_columns(const NgMatrix *matrix, int cols, int mark_cols, NgMatrixFrame *frame)
{
  int whole = MIN(matrix->name_cols, cols / 2), least = MIN(MAX(cols / NAME_PART, LEAST_NAME_COLS), whole);
  least = cols < NAMED_COLS ? 0 : least;
  frame->name_cols = whole;
  frame->pitch_cols = WIDE_PITCH;
  if (fitting(matrix, cols, whole, mark_cols, WIDE_PITCH) < matrix->n_people)
    frame->pitch_cols = TIGHT_PITCH;
  while (frame->name_cols > least &&
         fitting(matrix, cols, frame->name_cols, mark_cols, frame->pitch_cols) < matrix->n_people)
    frame->name_cols--;
  if (frame->name_cols < MIN(LEAST_NAME_COLS, matrix->name_cols))
    frame->name_cols = least;
  frame->n_cols = MAX(fitting(matrix, cols, frame->name_cols, mark_cols, frame->pitch_cols), MIN(matrix->n_people, 1));
  frame->mark_cols = mark_cols;
  frame->mark_col = before_tags(frame->name_cols, 0);
  frame->tag_col = before_tags(frame->name_cols, mark_cols);
  frame->cell_col = before_cells(frame->name_cols, mark_cols, frame->pitch_cols);
  int end = frame->cell_col + (int)frame->n_cols * frame->pitch_cols - (frame->pitch_cols - NG_MATRIX_CELL_COLS);
  frame->end_col = MIN(cols, end + MOST_GAP_COLS);
}

static void place_rows(const NgMatrix *matrix, int rows, NgMatrixFrame *frame)
{
  frame->head_row = rows < LEAST_HEADED_ROWS ? -1 : 0;
  frame->body_row = frame->head_row + 1;
  int body = MAX(rows - frame->body_row, 1);
  bool counted = matrix->n_people > (uint32_t)body && body >= LEAST_COUNTED_ROWS;
  frame->n_rows = MIN((uint32_t)(body - counted), matrix->n_people);
  frame->rest_row = counted ? frame->body_row + (int)frame->n_rows : -1;
}

/* The first of `n` that are shown of `all`, `picked` among them. */
static uint32_t scrolled(uint32_t first, uint32_t n, uint32_t all, uint32_t picked)
{
  first = MIN(first, all - n);
  if (picked >= all)
    return first;
  return picked < first ? picked : picked >= first + n ? picked - n + 1 : first;
}

/* The letters of communities, where nothing else makes room for them. */
static void place_marks(const NgMatrix *matrix, int cols, int mark_cols, NgMatrixFrame *frame)
{
  NgMatrixFrame marked = *frame;
  if (matrix->n_marks == 0 || frame->name_cols == 0)
    return;
  place_columns(matrix, cols, mark_cols, &marked);
  if (marked.n_cols == frame->n_cols && marked.pitch_cols == frame->pitch_cols && marked.name_cols == frame->name_cols)
    *frame = marked;
}

NgMatrixFrame ng_matrix_frame(const NgMatrix *matrix, const NgMatrixStyle *style)
{
  NgMatrixFrame frame = {0};
  place_columns(matrix, MAX(style->cols, 1), 0, &frame);
  place_marks(matrix, MAX(style->cols, 1), style->ascii ? 2 : 1, &frame);
  place_rows(matrix, MAX(style->rows, 1), &frame);
  frame.first_row = scrolled(style->top, frame.n_rows, matrix->n_people, style->pick.row);
  frame.first_col = scrolled(style->left, frame.n_cols, matrix->n_people, style->pick.col);
  return frame;
}

NgMatrixPick ng_matrix_at(const NgMatrixFrame *frame, int row, int col)
{
  NgMatrixPick pick = NG_MATRIX_PICK_NOTHING;
  int down = row - frame->body_row, across = col - frame->cell_col;
  bool on_row = down >= 0 && down < (int)frame->n_rows;
  bool on_col = across >= 0 && across / frame->pitch_cols < (int)frame->n_cols &&
                across % frame->pitch_cols < NG_MATRIX_CELL_COLS;
  bool on_names = col >= 0 && col < frame->tag_col + NG_MATRIX_TAG_COLS;
  if (on_row && (on_col || on_names))
    pick.row = frame->first_row + (uint32_t)down;
  if (on_col && (on_row || (row == frame->head_row && row >= 0)))
    pick.col = frame->first_col + (uint32_t)(across / frame->pitch_cols);
  return pick;
}
