/* Boxes on a coarse grid of slots, by simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983).
 *
 * What is wanted: lines that run straight from a box to its neighbour, to the right where they point; nothing between; few crossings. The
 * numbers are drawn from a sequence of our own, so that the same graph gives the same picture everywhere. */
#include "graph/whole_private.h"

#include <math.h>
#include <stdlib.h>

#define EMPTY       -1
#define STEPS_A_BOX 150
#define MOST_STEPS  6000
#define HOT         9.0
#define WARM        1.0
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

/* Sets of lines are rows of bits, `words` of 64 each. */
typedef struct {
  NgWholeLayout *layout;
  int cols, rows, n;
  int *at;             /* the box in each slot, or EMPTY */
  int *col, *row;      /* of each box */
  uint32_t **touching; /* the lines of each box */
  uint32_t *n_touching;
  Span *spans; /* of each line */
  gsize words;
  guint64 *in_col, *in_row,
      *of_box; /* the lines whose rectangle lies in each column, in each row; those that touch each box */
  int *boxes_in_row;
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

/* Whether two lines cross. */
static bool cross(const Span *a, const Span *b)
{
  return turn(a->ax, a->ay, a->bx, a->by, b->ax, b->ay) != turn(a->ax, a->ay, a->bx, a->by, b->bx, b->by) &&
         turn(b->ax, b->ay, b->bx, b->by, a->ax, a->ay) != turn(b->ax, b->ay, b->bx, b->by, a->bx, a->by);
}

/* Those of 64 lines whose rectangle meets that of a line, and that share no box with it. */
static guint64 lines_near(const Board *board, const Span *span, gsize word)
{
  guint64 across = 0, down = 0;
  for (int col = span->left; col <= span->right; col++)
    across |= board->in_col[(gsize)col * board->words + word];
  for (int row = span->top; row <= span->bottom; row++)
    down |= board->in_row[(gsize)row * board->words + word];
  return across & down &
         ~(board->of_box[span->from * board->words + word] | board->of_box[span->to * board->words + word]);
}

static int crossings_of(const Board *board, int box)
{
  int n = 0;
  for (uint32_t i = 0; i < board->n_touching[box]; i++) {
    const Span *own = &board->spans[board->touching[box][i]];
    for (gsize word = 0; word < board->words; word++)
      for (guint64 near = lines_near(board, own, word); near; near &= near - 1)
        n += cross(own, &board->spans[word * 64 + (gsize)__builtin_ctzll(near)]);
  }
  return n;
}

/* Those of 64 lines in whose rectangle the slot lies: a box there may be their end, or in their way. */
static guint64 lines_about(const Board *board, int col, int row, gsize word)
{
  return board->in_col[(gsize)col * board->words + word] & board->in_row[(gsize)row * board->words + word];
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
  for (gsize word = 0; word < board->words; word++)
    for (guint64 about = lines_about(board, col[0], row[0], word) | lines_about(board, col[1], row[1], word); about;
         about &= about - 1)
      cost +=
          cost_of_line(board, ng_whole_line(board->layout, (uint32_t)(word * 64) + (uint32_t)__builtin_ctzll(about)));
  return cost;
}

/* Puts the line among those of the columns and rows in which it lies, or takes it from them. */
static void enter(Board *board, uint32_t line, bool in)
{
  const Span *span = &board->spans[line];
  guint64 bit = (guint64)1 << line % 64, set = in ? bit : 0;
  for (int col = span->left; col <= span->right; col++) {
    guint64 *word = &board->in_col[(gsize)col * board->words + line / 64];
    *word = (*word & ~bit) | set;
  }
  for (int row = span->top; row <= span->bottom; row++) {
    guint64 *word = &board->in_row[(gsize)row * board->words + line / 64];
    *word = (*word & ~bit) | set;
  }
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
  enter(board, line, false);
  board->spans[line] = span;
  enter(board, line, true);
}

static void put(Board *board, int box, int slot)
{
  board->at[slot] = box;
  if (box == EMPTY)
    return;
  board->col[box] = slot % board->cols;
  board->row[box] = slot / board->cols;
  board->n_used_rows += board->boxes_in_row[board->row[box]]++ == 0;
  for (uint32_t i = 0; i < board->n_touching[box]; i++)
    measure(board, board->touching[box][i]);
}

static void swap_slots(Board *board, int a, int b)
{
  int box_a = board->at[a], box_b = board->at[b];
  if (box_a != EMPTY)
    board->n_used_rows -= --board->boxes_in_row[a / board->cols] == 0;
  if (box_b != EMPTY)
    board->n_used_rows -= --board->boxes_in_row[b / board->cols] == 0;
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

static void anneal(Board *board, double heat, int steps)
{
  double cooling = pow(COLD / heat, 1.0 / MAX(steps, 1));
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
      board->of_box[box * board->words + i / 64] |= (guint64)1 << i % 64;
    }
  }
}

/* Rows enough for two boxes in three slots. */
static int rows_for(int n_boxes, int slot_cols)
{
  return (n_boxes * 8 / 5 + slot_cols - 1) / slot_cols + 1;
}

static Board *board_new(NgWholeLayout *layout, int slot_cols, uint32_t seed)
{
  Board *board = g_new0(Board, 1);
  gsize boxes = MAX(layout->boxes->len, 1);
  board->layout = layout;
  board->n = (int)layout->boxes->len;
  board->cols = slot_cols;
  board->rows = rows_for(board->n, slot_cols);
  board->random = 0x9E3779B97F4A7C15u ^ seed * 0x2545F491u;
  board->words = (layout->lines->len + 63) / 64;
  board->at = g_new(int, (gsize)board->cols *(gsize)board->rows);
  board->col = g_new0(int, boxes);
  board->row = g_new0(int, boxes);
  board->boxes_in_row = g_new0(int, (gsize)board->rows);
  board->touching = g_new0(uint32_t *, boxes);
  board->n_touching = g_new0(uint32_t, boxes);
  board->spans = g_new0(Span, layout->lines->len + 1);
  board->in_col = g_new0(guint64, board->words * (gsize)board->cols + 1);
  board->in_row = g_new0(guint64, board->words * (gsize)board->rows + 1);
  board->of_box = g_new0(guint64, board->words * boxes + 1);
  find_touching(board);
  return board;
}

static void board_free(Board *board)
{
  for (int i = 0; i < board->n; i++)
    g_free(board->touching[i]);
  g_free(board->at);
  g_free(board->col);
  g_free(board->row);
  g_free(board->boxes_in_row);
  g_free(board->touching);
  g_free(board->n_touching);
  g_free(board->spans);
  g_free(board->in_col);
  g_free(board->in_row);
  g_free(board->of_box);
  g_free(board);
}

/* Moves the boxes about, and tells the layout where they have come to stand. */
static void settle(Board *board, double heat, int steps)
{
  if (board->n > 1)
    anneal(board, heat, steps);
  for (int i = 0; i < board->n; i++) {
    ng_whole_box(board->layout, (uint32_t)i)->slot_col = board->col[i];
    ng_whole_box(board->layout, (uint32_t)i)->slot_row = board->row[i];
  }
  board->layout->slot_cols = board->cols;
  board->layout->slot_rows = board->rows;
}

void ng_whole_place(NgWholeLayout *layout, int slot_cols, uint32_t seed)
{
  Board *board = board_new(layout, slot_cols, seed);
  for (int i = 0; i < board->cols * board->rows; i++)
    put(board, i < board->n ? i : EMPTY, i);
  settle(board, HOT, MIN(board->n * STEPS_A_BOX, MOST_STEPS));
  board_free(board);
}

/* The free slot nearest to where a box is wanted, or any where that is no number: a row counts for as much as a column. */
static int free_slot_near(const Board *board, double col, double row)
{
  int best = EMPTY;
  double least = G_MAXDOUBLE;
  for (int slot = 0; slot < board->cols * board->rows; slot++) {
    int at_col = slot % board->cols, at_row = slot / board->cols;
    double across = at_col - col, down = at_row - row, far = across * across + down * down;
    if (board->at[slot] == EMPTY && (best == EMPTY || far < least)) {
      least = far;
      best = slot;
    }
  }
  return best;
}

void ng_whole_place_from(NgWholeLayout *layout, int slot_cols, const NgWholePoint *points)
{
  Board *board = board_new(layout, slot_cols, 1);
  double width = 0, height = 0;
  for (int i = 0; i < board->n; i++) {
    width = MAX(width, points[i].x);
    height = MAX(height, points[i].y);
  }
  for (int i = 0; i < board->cols * board->rows; i++)
    put(board, EMPTY, i);
  for (int i = 0; i < board->n; i++)
    put(board, i,
        free_slot_near(board, width > 0 ? points[i].x / width * (board->cols - 1) : 0,
                       height > 0 ? points[i].y / height * (board->rows - 1) : 0));
  settle(board, WARM, MIN(board->n * STEPS_A_BOX, MOST_STEPS) / 3);
  board_free(board);
}
