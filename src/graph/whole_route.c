/* All lines, one after the other: the short and straight first, those that found no room sooner the next time. */
#include "graph/whole_private.h"

#include <stdlib.h>
#include <string.h>

#define NO_WAY   4000.0
#define NO_LABEL 1500.0
#define TRIES    3

typedef struct {
  uint32_t line;
  int rank;
} Turn;

static int by_rank(const void *a, const void *b)
{
  const Turn *x = a, *y = b;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->line < y->line ? -1 : x->line > y->line;
}

static void fill_boxes(NgWholeCells *cells)
{
  for (uint32_t i = 0; i < cells->layout->boxes->len; i++) {
    const NgWholeBox *box = ng_whole_box(cells->layout, i);
    for (int row = box->row; row < box->row + box->rows; row++)
      memset(cells->solid + row * cells->cols + box->col, NG_WHOLE_FULL, (gsize)box->cols);
  }
}

static void clear(NgWholeCells *cells)
{
  gsize n = (gsize)cells->rows * (gsize)cells->cols;
  memset(cells->solid, 0, n);
  memset(cells->across, 0, n * sizeof *cells->across);
  memset(cells->down, 0, n * sizeof *cells->down);
  g_array_set_size(cells->layout->steps, 0);
  for (uint32_t i = 0; i < cells->layout->lines->len; i++) {
    NgWholeLine *line = ng_whole_line(cells->layout, i);
    line->routed = line->labelled = line->joins_from = line->joins_to = false;
    line->n_steps = 0;
  }
  fill_boxes(cells);
}

static bool is_in_box(const NgWholeBox *box, NgWholeStep step)
{
  return step.row >= box->row && step.row < box->row + box->rows && step.col >= box->col &&
         step.col < box->col + box->cols;
}

/* Marks the cells of a line that has found its way. */
static void occupy(NgWholeCells *cells, uint32_t index)
{
  NgWholeLine *line = ng_whole_line(cells->layout, index);
  const NgWholeStep *steps = (const NgWholeStep *)(const void *)cells->layout->steps->data + line->first_step;
  uint32_t last = line->n_steps - 1;
  for (uint32_t i = 0; i < last; i++) {
    bool across = steps[i].row == steps[i + 1].row;
    uint32_t *runs = across ? cells->across : cells->down;
    runs[steps[i].row * cells->cols + steps[i].col] = index + 1;
    runs[steps[i + 1].row * cells->cols + steps[i + 1].col] = index + 1;
  }
  line->routed = true;
  line->joins_from = !is_in_box(ng_whole_box(cells->layout, line->from), steps[0]);
  line->joins_to = !is_in_box(ng_whole_box(cells->layout, line->to), steps[last]);
  if (line->directed && !line->joins_to)
    cells->solid[steps[last - 1].row * cells->cols + steps[last - 1].col] = NG_WHOLE_FULL;
}

static double run_lines(NgWholeCells *cells, NgWholeSearch *search, Turn *turns, uint32_t n)
{
  double cost = 0;
  for (uint32_t i = 0; i < n; i++) {
    int own = 0;
    uint32_t line = turns[i].line;
    if (ng_whole_is_over(&cells->layout->style) || !ng_whole_search(search, line, &own)) {
      cost += NO_WAY;
      turns[i].rank -= 1000;
      continue;
    }
    occupy(cells, line);
    cost += own;
    if (!cells->layout->bare && !ng_whole_label(cells, line)) {
      cost += NO_LABEL;
      turns[i].rank -= 500;
    }
  }
  return cost;
}

static int first_rank(const NgWholeLayout *layout, const NgWholeLine *line)
{
  const NgWholeBox *a = ng_whole_box(layout, line->from), *b = ng_whole_box(layout, line->to);
  int across = abs(a->slot_col - b->slot_col), down = abs(a->slot_row - b->slot_row);
  return 10 * (across + down) + (across && down ? 15 : 0) + (line->weak ? 5 : 0) - MIN((int)line->label_cols, 25) / 5;
}

double ng_whole_route(NgWholeLayout *layout)
{
  gsize n = (gsize)layout->rows * (gsize)layout->cols;
  NgWholeCells cells = {.layout = layout, .cols = layout->cols, .rows = layout->rows};
  uint32_t n_lines = layout->lines->len;
  cells.solid = g_new0(uint8_t, n);
  cells.across = g_new0(uint32_t, n);
  cells.down = g_new0(uint32_t, n);
  g_autofree Turn *turns = g_new(Turn, MAX(n_lines, 1));
  NgWholeSearch *search = ng_whole_search_new(&cells);
  for (uint32_t i = 0; i < n_lines; i++)
    turns[i] = (Turn){i, first_rank(layout, ng_whole_line(layout, i))};
  double cost = 0;
  for (int try = 0; try < TRIES; try++) {
    clear(&cells);
    qsort(turns, n_lines, sizeof *turns, by_rank);
    cost = run_lines(&cells, search, turns, n_lines);
    if (cost < NO_LABEL || ng_whole_is_over(&layout->style))
      break;
  }
  ng_whole_search_free(search);
  g_free(cells.solid);
  g_free(cells.across);
  g_free(cells.down);
  return cost;
}
