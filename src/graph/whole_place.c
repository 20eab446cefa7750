/* Boxes on a coarse grid of slots, by simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983).
 *
 * What is wanted: lines that run straight from a box to its neighbour, to the right where they point; nothing between; few crossings. The
 * numbers are drawn from a sequence of our own, so that the same graph gives the same picture everywhere. */
#include "graph/whole_private.h"

#include <math.h>
#include <stdlib.h>

#define EMPTY       -1
#define STEPS_A_BOX 300
#define MOST_STEPS  12000
#define HOT         9.0
#define COLD        0.5

/* What the router will pay, in fifths: a column or a row further, a way around a corner, one line across another, and around a box. */
#define A_COLUMN_FURTHER 5.0
#define A_ROW_FURTHER    2.5
#define AROUND_A_CORNER  6.5
#define CROSSING         4.0
#define IN_THE_WAY       5.0
#define LEFTWARD         0.7
#define A_ROW            1.2
#define GRAVITY          0.06

/* A line from slot to slot. */
typedef struct {
  int16_t left, right, top, bottom, ax, ay, bx, by;
  uint32_t from, to;
} Span;

typedef struct {
  NgWholeLayout *layout;
  int cols, rows, n;
  int *at;             /* the box in each slot, or EMPTY */
  int *col, *row;      /* of each box */
  uint32_t **touching; /* the lines of each box */
  uint32_t *n_touching;
  Span *spans; /* of each line */
  int *in_row; /* boxes in each row */
  int n_used_rows;
  guint64 random;
} Board;

static uint32_t draw(Board *board, uint32_t below)
{
  board->random ^= board->random << 13;
  board->random ^= board->random >> 7;
  board->random ^= board->random << 17;
  return (uint32_t)((board->random >> 32) % below);
}

/* How many boxes lie strictly between two slots of one row or one column. */
static int between(const Board *board, int col_a, int row_a, int col_b, int row_b)
{
  int n = 0, dc = (col_b > col_a) - (col_b < col_a), dr = (row_b > row_a) - (row_b < row_a);
  for (int c = col_a + dc, r = row_a + dr; c != col_b || r != row_b; c += dc, r += dr)
    n += board->at[r * board->cols + c] != EMPTY;
  return n;
}

static double cost_of_line(const Board *board, const NgWholeLine *line)
{
  int ca = board->col[line->from], ra = board->row[line->from], cb = board->col[line->to], rb = board->row[line->to];
  int across = abs(ca - cb), down = abs(ra - rb);
  double cost;
  if (down == 0)
    cost = A_COLUMN_FURTHER * (across - 1) + IN_THE_WAY * between(board, ca, ra, cb, rb);
  else if (across == 0)
    cost = A_ROW_FURTHER * (down - 1) + IN_THE_WAY * between(board, ca, ra, cb, rb);
  else {
    int out = between(board, ca, ra, cb, ra), in = between(board, ca, rb, cb, rb);
    cost = AROUND_A_CORNER + A_COLUMN_FURTHER * (across - 1) + A_ROW_FURTHER * (down - 1) +
           0.5 * IN_THE_WAY * MIN(out, in);
  }
  if (line->directed && cb < ca)
    cost += LEFTWARD;
  return line->weak ? 0.6 * cost : cost;
}

static int turn(int ax, int ay, int bx, int by, int cx, int cy)
{
  int area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  return (area > 0) - (area < 0);
}

/* Whether two lines cross that do not meet at a box. Most are told apart by the rectangles around them. */
static bool cross(const Span *a, const Span *b)
{
  if (a->right < b->left || b->right < a->left || a->bottom < b->top || b->bottom < a->top)
    return false;
  if (a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to)
    return false;
  return turn(a->ax, a->ay, a->bx, a->by, b->ax, b->ay) != turn(a->ax, a->ay, a->bx, a->by, b->bx, b->by) &&
         turn(b->ax, b->ay, b->bx, b->by, a->ax, a->ay) != turn(b->ax, b->ay, b->bx, b->by, a->bx, a->by);
}

static int crossings_of(const Board *board, int box)
{
  int n = 0;
  uint32_t n_lines = board->layout->lines->len;
  for (uint32_t i = 0; i < board->n_touching[box]; i++) {
    const Span *own = &board->spans[board->touching[box][i]];
    for (uint32_t j = 0; j < n_lines; j++)
      n += cross(own, &board->spans[j]);
  }
  return n;
}

/* Whether the slot lies in the rectangle around a line: a box there may be its end, or in its way. */
static bool is_about(const Span *span, int col, int row)
{
  return col >= span->left && col <= span->right && row >= span->top && row <= span->bottom;
}

/* What changes of the board's cost when the two slots change places. */
static double cost_around(const Board *board, int slot_a, int slot_b)
{
  int slots[2] = {slot_a, slot_b}, col[2], row[2];
  double cost = A_ROW * board->n_used_rows;
  for (int i = 0; i < 2; i++) {
    int box = board->at[slots[i]];
    col[i] = slots[i] % board->cols;
    row[i] = slots[i] / board->cols;
    if (box != EMPTY)
      cost += CROSSING * crossings_of(board, box) +
              GRAVITY * (abs(2 * col[i] - board->cols + 1) + abs(2 * row[i] - board->rows + 1));
  }
  for (uint32_t i = 0; i < board->layout->lines->len; i++)
    if (is_about(&board->spans[i], col[0], row[0]) || is_about(&board->spans[i], col[1], row[1]))
      cost += cost_of_line(board, ng_whole_line(board->layout, i));
  return cost;
}

static void measure(Board *board, uint32_t line)
{
  const NgWholeLine *it = ng_whole_line(board->layout, line);
  Span span = {.from = it->from, .to = it->to};
  span.ax = (int16_t)board->col[it->from];
  span.ay = (int16_t)board->row[it->from];
  span.bx = (int16_t)board->col[it->to];
  span.by = (int16_t)board->row[it->to];
  span.left = MIN(span.ax, span.bx);
  span.right = MAX(span.ax, span.bx);
  span.top = MIN(span.ay, span.by);
  span.bottom = MAX(span.ay, span.by);
  board->spans[line] = span;
}

static void put(Board *board, int box, int slot)
{
  board->at[slot] = box;
  if (box == EMPTY)
    return;
  board->col[box] = slot % board->cols;
  board->row[box] = slot / board->cols;
  board->n_used_rows += board->in_row[board->row[box]]++ == 0;
  for (uint32_t i = 0; i < board->n_touching[box]; i++)
    measure(board, board->touching[box][i]);
}

static void swap_slots(Board *board, int a, int b)
{
  int box_a = board->at[a], box_b = board->at[b];
  if (box_a != EMPTY)
    board->n_used_rows -= --board->in_row[a / board->cols] == 0;
  if (box_b != EMPTY)
    board->n_used_rows -= --board->in_row[b / board->cols] == 0;
  put(board, box_a, b);
  put(board, box_b, a);
}

/* A slot to try for a box: most often beside one of its neighbours. */
static int slot_to_try(Board *board, int box)
{
  if (board->n_touching[box] == 0 || draw(board, 3) == 0)
    return (int)draw(board, (uint32_t)(board->cols * board->rows));
  const NgWholeLine *line = ng_whole_line(board->layout, board->touching[box][draw(board, board->n_touching[box])]);
  uint32_t other = (int)line->from == box ? line->to : line->from;
  int col = board->col[other] + (int)draw(board, 3) - 1, row = board->row[other] + (int)draw(board, 3) - 1;
  return CLAMP(row, 0, board->rows - 1) * board->cols + CLAMP(col, 0, board->cols - 1);
}

static void anneal(Board *board)
{
  int steps = MIN(board->n * STEPS_A_BOX, MOST_STEPS);
  double heat = HOT, cooling = pow(COLD / HOT, 1.0 / MAX(steps, 1));
  for (int step = 0; step < steps; step++) {
    if (step % 256 == 0 && ng_whole_is_over(&board->layout->style))
      return;
    if (step > 0)
      heat *= cooling;
    int box = (int)draw(board, (uint32_t)board->n), to = slot_to_try(board, box);
    int from = board->row[box] * board->cols + board->col[box];
    if (from == to)
      continue;
    double before = cost_around(board, from, to);
    swap_slots(board, from, to);
    double worse = cost_around(board, from, to) - before;
    if (worse > 0 && exp(-worse / heat) * 65536 < draw(board, 65536))
      swap_slots(board, from, to);
  }
}

static void find_touching(Board *board)
{
  for (uint32_t i = 0; i < board->layout->lines->len; i++) {
    const NgWholeLine *line = ng_whole_line(board->layout, i);
    uint32_t ends[2] = {line->from, line->to};
    for (int e = 0; e < 2; e++) {
      uint32_t box = ends[e];
      board->touching[box] = g_renew(uint32_t, board->touching[box], board->n_touching[box] + 1);
      board->touching[box][board->n_touching[box]++] = i;
    }
  }
}

void ng_whole_place(NgWholeLayout *layout, int slot_cols, uint32_t seed)
{
  int n = (int)layout->boxes->len, rows = (n * 8 / 5 + slot_cols - 1) / slot_cols + 1;
  gsize slots = (gsize)slot_cols * (gsize)rows, boxes = (gsize)MAX(n, 1);
  Board board = {
      .layout = layout, .cols = slot_cols, .rows = rows, .n = n, .random = 0x9E3779B97F4A7C15u ^ seed * 0x2545F491u};
  board.at = g_new(int, slots);
  board.col = g_new0(int, boxes);
  board.row = g_new0(int, boxes);
  board.in_row = g_new0(int, (gsize)rows);
  board.touching = g_new0(uint32_t *, boxes);
  board.n_touching = g_new0(uint32_t, boxes);
  board.spans = g_new0(Span, layout->lines->len + 1);
  find_touching(&board);
  for (gsize i = 0; i < slots; i++)
    put(&board, (int)i < n ? (int)i : EMPTY, (int)i);
  if (n > 1)
    anneal(&board);
  for (int i = 0; i < n; i++) {
    ng_whole_box(layout, (uint32_t)i)->slot_col = board.col[i];
    ng_whole_box(layout, (uint32_t)i)->slot_row = board.row[i];
    g_free(board.touching[i]);
  }
  layout->slot_cols = slot_cols;
  layout->slot_rows = rows;
  g_free(board.at);
  g_free(board.col);
  g_free(board.row);
  g_free(board.in_row);
  g_free(board.touching);
  g_free(board.n_touching);
  g_free(board.spans);
}
