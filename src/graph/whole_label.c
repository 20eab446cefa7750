/* Room for the labels: on a straight run of their line, or beside one that leads up or down. */
#include "graph/whole_private.h"

#include <stdlib.h>

typedef struct {
  NgWholeCells *cells;
  NgWholeLine *line;
  const NgWholeStep *steps;
  int best; /* the higher, the better */
  int row, col;
  uint32_t first, end;
  bool on_line;
} Room;

static bool is_across_at(const Room *room, uint32_t i)
{
  return room->steps[i].row == room->steps[i - 1].row && room->steps[i].row == room->steps[i + 1].row;
}

static bool is_down_at(const Room *room, uint32_t i)
{
  return room->steps[i].col == room->steps[i - 1].col && room->steps[i].col == room->steps[i + 1].col;
}

static bool is_crossed(const Room *room, uint32_t i)
{
  uint32_t cell = (uint32_t)(room->steps[i].row * room->cells->cols + room->steps[i].col);
  return room->cells->across[cell] && room->cells->down[cell];
}

static void take(Room *room, int worth, int row, int col, uint32_t first, uint32_t end)
{
  if (worth <= room->best)
    return;
  room->best = worth;
  room->row = row;
  room->col = col;
  room->first = first;
  room->end = end;
}

/* A run [first, end) of steps along a row: the label in its middle, a space and a cell of line on both sides. */
static void try_across(Room *room, uint32_t first, uint32_t end)
{
  int length = (int)(end - first), need = room->line->label_cols + 2;
  bool head = room->line->directed && !room->line->joins_to && end + 1 == room->line->n_steps;
  int before = 1, after = 1;
  int spare = length - need - before - after;
  if (spare < 0)
    return;
  bool rightward = room->steps[first + 1].col > room->steps[first].col;
  int skip = before + (spare - (head && spare > 0)) / 2;
  uint32_t start = first + (uint32_t)skip;
  int col = rightward ? room->steps[start].col : room->steps[start + (uint32_t)need - 1].col;
  take(room, 1000 + MIN(spare, 20), room->steps[first].row, col + 1, start, start + (uint32_t)need);
  room->on_line |= room->best >= 1000;
}

static bool is_free(const NgWholeCells *cells, int row, int col)
{
  if (row < 0 || row >= cells->rows || col < 0 || col >= cells->cols)
    return false;
  uint32_t cell = (uint32_t)(row * cells->cols + col);
  return !cells->solid[cell] && !cells->across[cell] && !cells->down[cell];
}

/* Whether the label has room at the cells, with one free cell at its far end. */
static bool fits(const Room *room, int row, int col)
{
  for (int i = -1; i <= room->line->label_cols; i++)
    if (!is_free(room->cells, row, col + i))
      return false;
  return true;
}

/* A run [first, end) of steps up or down: the label beside its middle, to the right if it can. */
static void try_down(Room *room, uint32_t first, uint32_t end)
{
  int middle = (int)(first + end - 1);
  for (uint32_t i = first; i < end; i++) {
    const NgWholeStep *step = &room->steps[i];
    int worth = 500 + (int)MIN(end - first, 8) * 4 - abs(2 * (int)i - middle);
    if (fits(room, step->row, step->col + 2))
      take(room, worth + 3, step->row, step->col + 2, i, i + 1);
    int left = step->col - 1 - room->line->label_cols;
    if (fits(room, step->row, left))
      take(room, worth, step->row, left, i, i + 1);
  }
}

static void try_runs(Room *room)
{
  uint32_t last = room->line->n_steps - 1;
  for (uint32_t i = 1; i < last;) {
    uint32_t end = i;
    if (is_across_at(room, i) && !is_crossed(room, i)) {
      while (end < last && is_across_at(room, end) && !is_crossed(room, end))
        end++;
      try_across(room, i, end);
    } else if (is_down_at(room, i) && !is_crossed(room, i)) {
      while (end < last && is_down_at(room, end) && !is_crossed(room, end))
        end++;
      try_down(room, i, end);
    }
    i = MAX(end, i + 1);
  }
}

static void fill(NgWholeCells *cells, int row, int col, int n)
{
  for (int i = 0; i < n; i++)
    if (col + i >= 0 && col + i < cells->cols)
      cells->solid[row * cells->cols + col + i] = NG_WHOLE_FULL;
}

bool ng_whole_label(NgWholeCells *cells, uint32_t index)
{
  NgWholeLine *line = ng_whole_line(cells->layout, index);
  if (line->label_cols == 0)
    return true;
  const NgWholeStep *all = (const NgWholeStep *)(const void *)cells->layout->steps->data;
  Room room = {.cells = cells, .line = line, .steps = all + line->first_step};
  if (line->n_steps >= 3)
    try_runs(&room);
  if (room.best == 0)
    return false;
  line->labelled = true;
  line->label_row = room.row;
  line->label_col = room.col;
  line->label_first = room.first;
  line->label_end = room.end;
  fill(cells, room.row, room.col - 1, line->label_cols + 2);
  return true;
}
