/* The cheapest way for one line, by A* (Hart, Nilsson, Raphael 1968) over cells and directions.
 *
 * A line starts in a box's border, or on a line that starts in the same box, and ends likewise. It may cross others straight through; it never turns on
 * one, nor runs along one. Length, bends, crossings and running close beside others cost. */
#include "graph/whole_private.h"

#include <stdlib.h>

#define STEP_ACROSS 1
#define STEP_DOWN   2
#define BEND        9
#define CROSS       16
#define BESIDE      3
#define BY_A_BOX    1
#define OFF_CENTRE  1
#define SAME_SIDE   10
#define JOINT       5
#define NOWHERE     INT32_MAX

static const struct {
  int row, col;
} ways[] = {[NG_LEFT] = {0, -1}, [NG_DOWN] = {1, 0}, [NG_UP] = {-1, 0}, [NG_RIGHT] = {0, 1}};

typedef struct {
  int32_t rank; /* cost so far and the least that is still to come */
  uint32_t state;
} Open;

/* A heap by rank, then by state, so that ties fall the same way everywhere. */
typedef struct {
  Open *at;
  gsize n, room;
} Queue;

struct _NgWholeSearch {
  const NgWholeCells *cells;
  int32_t *cost;  /* of each state: cell * 4 + the direction in which it was entered */
  int32_t *goal;  /* what it costs to end from there; NOWHERE */
  uint32_t *from; /* the state before; for a start the state itself */
  Queue open;
  GArray *touched;
  int top, left, bottom, right; /* around the goals */
};

NgWholeSearch *ng_whole_search_new(const NgWholeCells *cells)
{
  NgWholeSearch *search = g_new0(NgWholeSearch, 1);
  gsize n = (gsize)cells->cols * (gsize)cells->rows * 4;
  search->cells = cells;
  search->cost = g_new(int32_t, n);
  search->goal = g_new(int32_t, n);
  search->from = g_new(uint32_t, n);
  search->touched = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (gsize i = 0; i < n; i++)
    search->cost[i] = search->goal[i] = NOWHERE;
  return search;
}

void ng_whole_search_free(NgWholeSearch *search)
{
  g_free(search->cost);
  g_free(search->goal);
  g_free(search->from);
  g_free(search->open.at);
  g_array_free(search->touched, TRUE);
  g_free(search);
}

/* ---- the queue ---- */

static bool is_before(Open a, Open b)
{
  return a.rank != b.rank ? a.rank < b.rank : a.state < b.state;
}

static void push(Queue *queue, Open item)
{
  if (queue->n == queue->room) {
    queue->room = MAX(2 * queue->room, 256);
    queue->at = g_renew(Open, queue->at, queue->room);
  }
  gsize i = queue->n++;
  for (; i > 0 && is_before(item, queue->at[(i - 1) / 2]); i = (i - 1) / 2)
    queue->at[i] = queue->at[(i - 1) / 2];
  queue->at[i] = item;
}

static Open pop(Queue *queue)
{
  Open *at = queue->at, top = at[0], last = at[--queue->n];
  gsize i = 0;
  for (gsize child = 1; child < queue->n; child = 2 * i + 1) {
    if (child + 1 < queue->n && is_before(at[child + 1], at[child]))
      child++;
    if (!is_before(at[child], last))
      break;
    at[i] = at[child];
    i = child;
  }
  at[i] = last;
  return top;
}

/* ---- cells ---- */

static bool is_across(unsigned way)
{
  return way == NG_LEFT || way == NG_RIGHT;
}

static unsigned opposite(unsigned way)
{
  return (unsigned)NG_RIGHT - way;
}

static bool is_inside(const NgWholeCells *cells, int row, int col)
{
  return row >= 0 && row < cells->rows && col >= 0 && col < cells->cols;
}

static uint32_t cell_of(const NgWholeCells *cells, int row, int col)
{
  return (uint32_t)(row * cells->cols + col);
}

/* What it costs to run through a cell this way, or NOWHERE. */
static int32_t price(const NgWholeCells *cells, int row, int col, unsigned way)
{
  if (!is_inside(cells, row, col))
    return NOWHERE;
  uint32_t cell = cell_of(cells, row, col);
  const uint32_t *along = is_across(way) ? cells->across : cells->down;
  const uint32_t *athwart = is_across(way) ? cells->down : cells->across;
  if (cells->solid[cell] || along[cell])
    return NOWHERE;
  int32_t cost = is_across(way) ? STEP_ACROSS : STEP_DOWN;
  cost += athwart[cell] ? CROSS : 0;
  for (int side = -1; side <= 1; side += 2) {
    int r = row + (is_across(way) ? side : 0), c = col + (is_across(way) ? 0 : side);
    if (!is_inside(cells, r, c))
      continue;
    cost += along[cell_of(cells, r, c)] ? BESIDE * (is_across(way) ? 1 : 2) : 0;
    cost += cells->solid[cell_of(cells, r, c)] ? BY_A_BOX : 0;
  }
  return cost;
}

/* How far a rectangle's side lies ahead (positive), behind (negative) or neither. */
static int ahead(int at, int first, int last)
{
  return at < first ? first - at : at > last ? last - at : 0;
}

/* The steps to the goals, and a bend where they do not lie straight ahead, two where they lie behind. */
static int32_t least_to_come(const NgWholeSearch *search, uint32_t state)
{
  int cell = (int)(state / 4), cols = search->cells->cols;
  int down = ahead(cell / cols, search->top, search->bottom), across = ahead(cell % cols, search->left, search->right);
  unsigned way = state % 4;
  int forth = is_across(way) ? across * ways[way].col : down * ways[way].row, aside = is_across(way) ? down : across;
  return STEP_DOWN * abs(down) + STEP_ACROSS * abs(across) + BEND * (forth < 0 ? 2 : aside ? 1 : 0);
}

static void reach(NgWholeSearch *search, uint32_t state, uint32_t from, int32_t cost)
{
  if (cost >= search->cost[state])
    return;
  if (search->cost[state] == NOWHERE)
    g_array_append_val(search->touched, state);
  search->cost[state] = cost;
  search->from[state] = from;
  push(&search->open, (Open){cost + least_to_come(search, state), state});
}

/* A start, or with `ends` a goal: the cell beside (row, col), left or entered this way. */
static void offer(NgWholeSearch *search, int row, int col, unsigned way, int32_t cost, bool ends)
{
  const NgWholeCells *cells = search->cells;
  int r = row + ways[way].row, c = col + ways[way].col;
  int32_t own = price(cells, r, c, way);
  if (own == NOWHERE || cells->across[cell_of(cells, r, c)] || cells->down[cell_of(cells, r, c)])
    return;
  uint32_t cell = cell_of(cells, r, c);
  if (!ends) {
    uint32_t state = cell * 4 + way;
    reach(search, state, state, cost + own);
    return;
  }
  uint32_t state = cell * 4 + opposite(way);
  g_array_append_val(search->touched, state);
  search->goal[state] = MIN(search->goal[state], cost);
  search->top = MIN(search->top, r);
  search->bottom = MAX(search->bottom, r);
  search->left = MIN(search->left, c);
  search->right = MAX(search->right, c);
}

/* ---- where a line may start and end ---- */

static bool is_used(const NgWholeCells *cells, int row, int col)
{
  uint32_t cell = cell_of(cells, row, col);
  return cells->across[cell] || cells->down[cell];
}

static void offer_side(NgWholeSearch *search, const NgWholeBox *box, unsigned way, bool ends)
{
  const NgWholeCells *cells = search->cells;
  bool border = !cells->layout->style.ascii, across = is_across(way);
  int first = across ? box->row + border : box->col + 1;
  int last = across ? box->row + box->rows - 1 - border : box->col + box->cols - 2;
  int fixed = way == NG_LEFT    ? box->col
              : way == NG_RIGHT ? box->col + box->cols - 1
              : way == NG_UP    ? box->row
                                : box->row + box->rows - 1;
  int centre = across ? box->row + box->anchor : (first + last) / 2, n_used = 0;
  for (int i = first; i <= last; i++)
    n_used += is_used(cells, across ? i : fixed, across ? fixed : i);
  for (int i = first; i <= last; i++) {
    int row = across ? i : fixed, col = across ? fixed : i;
    bool close = false;
    for (int side = -1; side <= 1; side++)
      close |=
          i + side >= first && i + side <= last && is_used(cells, across ? i + side : row, across ? col : i + side);
    if (!close)
      offer(search, row, col, way, OFF_CENTRE * abs(i - centre) * (across ? 2 : 1) + SAME_SIDE * n_used, ends);
  }
}

/* Whether two lines may share what leads to the box: they both start there, or both point there. One without a head shares nothing: a fork of it could be
 * read from each of its ends to each. */
static bool may_share(const NgWholeLine *a, const NgWholeLine *b, uint32_t box)
{
  return a->directed && b->directed && (b->from == box || b->to == box) && (a->to == box) == (b->to == box);
}

void ng_whole_trunk(const NgWholeLayout *layout, const NgWholeLine *line, bool at_to, uint32_t *first, uint32_t *end)
{
  bool labelled = line->labelled && !layout->bare;
  uint32_t last = line->n_steps - 1, head = line->directed && !line->joins_to ? 1 : 0;
  *first = at_to ? (labelled ? line->label_end + 1 : last / 2 + 1) : 1;
  *end = at_to ? last - MIN(head, last) : labelled ? (line->label_first ? line->label_first - 1 : 0) : last / 2;
}

static bool leads(NgWholeStep from, NgWholeStep to, unsigned way)
{
  return to.row - from.row == ways[way].row && to.col - from.col == ways[way].col;
}

/* From a straight piece one leaves across it; from a corner of a line alone, straight on from either of its arms. */
static bool may_leave(const NgWholeCells *cells, const NgWholeStep *step, unsigned way)
{
  uint32_t cell = cell_of(cells, step->row, step->col), across = cells->across[cell], down = cells->down[cell];
  if (across && across == down)
    return leads(step[-1], step[0], way) || leads(step[1], step[0], way);
  return across && down ? false : is_across(way) != (across > 0); /* no joint, no crossing */
}

/* The cells of other lines on which this one may start or end. */
static void offer_trunks(NgWholeSearch *search, const NgWholeLine *line, uint32_t box, bool ends)
{
  const NgWholeLayout *layout = search->cells->layout;
  const NgWholeStep *all = (const NgWholeStep *)(const void *)layout->steps->data;
  for (uint32_t i = 0; i < layout->lines->len; i++) {
    const NgWholeLine *other = ng_whole_line(layout, i);
    if (other == line || !other->routed || other->n_steps < 3 || !may_share(line, other, box))
      continue;
    uint32_t first, end;
    const NgWholeStep *steps = all + other->first_step;
    ng_whole_trunk(layout, other, other->to == box, &first, &end);
    for (uint32_t s = first; s < end && s + 1 < other->n_steps; s++) {
      for (unsigned way = 0; way < 4; way++)
        if (may_leave(search->cells, &steps[s], way))
          offer(search, steps[s].row, steps[s].col, way, JOINT, ends);
    }
  }
}

static void offer_ends(NgWholeSearch *search, const NgWholeLine *line, bool ends)
{
  uint32_t box = ends ? line->to : line->from;
  for (unsigned way = 0; way < 4; way++)
    offer_side(search, ng_whole_box(search->cells->layout, box), way, ends);
  offer_trunks(search, line, box, ends);
}

/* ---- the search ---- */

static void advance(NgWholeSearch *search, uint32_t state)
{
  const NgWholeCells *cells = search->cells;
  int cell = (int)(state / 4), row = cell / cells->cols, col = cell % cells->cols;
  unsigned way = state % 4;
  bool straight = is_used(cells, row, col);
  for (unsigned next = 0; next < 4; next++) {
    if (next == opposite(way) || (straight && next != way))
      continue;
    int r = row + ways[next].row, c = col + ways[next].col;
    int32_t own = price(cells, r, c, next);
    if (own != NOWHERE)
      reach(search, cell_of(cells, r, c) * 4 + next, state, search->cost[state] + own + (next == way ? 0 : BEND));
  }
}

/* The steps from the start to the state, with the cells before and after them. */
static void keep_way(NgWholeSearch *search, NgWholeLine *line, uint32_t state)
{
  NgWholeLayout *layout = search->cells->layout;
  int cols = search->cells->cols;
  g_autoptr(GArray) back = g_array_new(FALSE, FALSE, sizeof(NgWholeStep));
  int cell = (int)(state / 4);
  NgWholeStep step = {(int16_t)(cell / cols + ways[state % 4].row), (int16_t)(cell % cols + ways[state % 4].col)};
  g_array_append_val(back, step);
  for (;; state = search->from[state]) {
    cell = (int)(state / 4);
    step = (NgWholeStep){(int16_t)(cell / cols), (int16_t)(cell % cols)};
    g_array_append_val(back, step);
    if (search->from[state] == state)
      break;
  }
  step.row = (int16_t)(step.row - ways[state % 4].row);
  step.col = (int16_t)(step.col - ways[state % 4].col);
  g_array_append_val(back, step);
  line->first_step = layout->steps->len;
  line->n_steps = back->len;
  for (guint i = back->len; i > 0; i--)
    g_array_append_val(layout->steps, g_array_index(back, NgWholeStep, i - 1));
}

static void forget(NgWholeSearch *search)
{
  for (guint i = 0; i < search->touched->len; i++) {
    uint32_t state = g_array_index(search->touched, uint32_t, i);
    search->cost[state] = search->goal[state] = NOWHERE;
  }
  g_array_set_size(search->touched, 0);
  search->open.n = 0;
}

bool ng_whole_search(NgWholeSearch *search, uint32_t index, int *cost)
{
  NgWholeLine *line = ng_whole_line(search->cells->layout, index);
  search->top = search->left = INT32_MAX;
  search->bottom = search->right = INT32_MIN;
  uint32_t best = NG_NONE;
  int32_t best_cost = NOWHERE;
  offer_ends(search, line, true);
  if (search->touched->len > 0)
    offer_ends(search, line, false);
  while (search->open.n > 0) {
    Open at = pop(&search->open);
    if (at.rank >= best_cost)
      break;
    int32_t so_far = search->cost[at.state];
    if (at.rank != so_far + least_to_come(search, at.state))
      continue;
    /* a head needs a cell of line before it */
    bool enough = !line->directed || search->from[at.state] != at.state;
    if (search->goal[at.state] != NOWHERE && enough && so_far + search->goal[at.state] < best_cost) {
      best_cost = so_far + search->goal[at.state];
      best = at.state;
    }
    advance(search, at.state);
  }
  if (best != NG_NONE)
    keep_way(search, line, best);
  *cost = best_cost;
  forget(search);
  return best != NG_NONE;
}
