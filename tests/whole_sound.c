#include "whole_sound.h"

#include "graph/whole_private.h"

#include <criterion/criterion.h>
#include <stdlib.h>

/* ---- a layout ---- */

static const NgWholeStep *steps_of(const NgWholeLayout *layout, uint32_t line)
{
  return (const NgWholeStep *)(const void *)layout->steps->data + ng_whole_line(layout, line)->first_step;
}

static bool is_in(const NgWholeBox *box, int row, int col)
{
  return row >= box->row && row < box->row + box->rows && col >= box->col && col < box->col + box->cols;
}

static void expect_boxes_apart(const NgWholeLayout *layout, const char *what)
{
  for (uint32_t i = 0; i < layout->boxes->len; i++) {
    const NgWholeBox *a = ng_whole_box(layout, i);
    cr_expect(a->row >= 0 && a->col >= 0 && a->row + a->rows <= layout->rows && a->col + a->cols <= layout->cols,
              "%s: box %u lies outside", what, i);
    for (uint32_t j = 0; j < i; j++) {
      const NgWholeBox *b = ng_whole_box(layout, j);
      bool apart = a->row + a->rows <= b->row || b->row + b->rows <= a->row || a->col + a->cols < b->col ||
                   b->col + b->cols < a->col;
      cr_expect(apart, "%s: boxes %u and %u overlap", what, i, j);
    }
  }
}

/* Whether another line, that leads to the same box at the same of its ends, runs through the cell. */
static bool is_on_sister(const NgWholeLayout *layout, uint32_t line, NgWholeStep step, bool at_to)
{
  const NgWholeLine *own = ng_whole_line(layout, line);
  for (uint32_t i = 0; i < layout->lines->len; i++) {
    const NgWholeLine *it = ng_whole_line(layout, i);
    if (i == line || !it->routed || !it->directed || !own->directed ||
        (at_to ? it->to != own->to : it->from != own->from))
      continue;
    for (uint32_t s = 0; s < it->n_steps; s++)
      if (steps_of(layout, i)[s].row == step.row && steps_of(layout, i)[s].col == step.col)
        return true;
  }
  return false;
}

/* Each line goes from box to box, cell by cell, through none. */
static void expect_connected(const NgWholeLayout *layout, uint32_t line, const char *what)
{
  const NgWholeLine *it = ng_whole_line(layout, line);
  const NgWholeStep *steps = steps_of(layout, line);
  uint32_t last = it->n_steps - 1;
  cr_assert(it->n_steps >= 3, "%s: line %u has no length", what, line);
  cr_expect(is_in(ng_whole_box(layout, it->from), steps[0].row, steps[0].col) ||
                is_on_sister(layout, line, steps[0], false),
            "%s: line %u starts nowhere", what, line);
  cr_expect(is_in(ng_whole_box(layout, it->to), steps[last].row, steps[last].col) ||
                is_on_sister(layout, line, steps[last], true),
            "%s: line %u ends nowhere", what, line);
  for (uint32_t i = 0; i < last; i++) {
    cr_expect(abs(steps[i].row - steps[i + 1].row) + abs(steps[i].col - steps[i + 1].col) == 1, "%s: line %u jumps",
              what, line);
    for (uint32_t b = 0; i > 0 && b < layout->boxes->len; b++)
      cr_expect(!is_in(ng_whole_box(layout, b), steps[i].row, steps[i].col), "%s: line %u runs through box %u", what,
                line, b);
  }
}

/* No two lines along each other: a bit for each way out of each cell. */
static void expect_nothing_doubled(const NgWholeLayout *layout, const char *what)
{
  g_autofree bool *across = g_new0(bool, (gsize)(layout->rows * layout->cols));
  g_autofree bool *down = g_new0(bool, (gsize)(layout->rows * layout->cols));
  for (uint32_t i = 0; i < layout->lines->len; i++)
    for (uint32_t s = 0; ng_whole_line(layout, i)->routed && s + 1 < ng_whole_line(layout, i)->n_steps; s++) {
      NgWholeStep a = steps_of(layout, i)[s], b = steps_of(layout, i)[s + 1];
      bool *used = &(a.row == b.row ? across : down)[MIN(a.row, b.row) * layout->cols + MIN(a.col, b.col)];
      cr_expect(!*used, "%s: line %u runs along another", what, i);
      *used = true;
    }
}

static void expect_label_alone(const NgWholeLayout *layout, uint32_t line, const char *what)
{
  const NgWholeLine *it = ng_whole_line(layout, line);
  for (int col = it->label_col; col < it->label_col + it->label_cols; col++) {
    for (uint32_t b = 0; b < layout->boxes->len; b++)
      cr_expect(!is_in(ng_whole_box(layout, b), it->label_row, col), "%s: label %u lies in a box", what, line);
    for (uint32_t i = 0; i < layout->lines->len; i++)
      for (uint32_t s = 0; ng_whole_line(layout, i)->routed && s < ng_whole_line(layout, i)->n_steps; s++)
        cr_expect(i == line || steps_of(layout, i)[s].row != it->label_row || steps_of(layout, i)[s].col != col,
                  "%s: label %u lies on line %u", what, line, i);
  }
}

static bool is_labelled(const NgWholeLine *line)
{
  return line->labelled || line->label_cols == 0;
}

void expect_sound(const NgWholeLayout *layout, const char *what)
{
  expect_boxes_apart(layout, what);
  expect_nothing_doubled(layout, what);
  for (uint32_t i = 0; i < layout->lines->len; i++) {
    cr_expect(ng_whole_line(layout, i)->routed, "%s: line %u has no way", what, i);
    if (!ng_whole_line(layout, i)->routed)
      continue;
    expect_connected(layout, i, what);
    cr_expect(layout->bare || is_labelled(ng_whole_line(layout, i)), "%s: label %u has no place", what, i);
    if (!layout->bare && ng_whole_line(layout, i)->labelled)
      expect_label_alone(layout, i, what);
  }
}

/* ---- a picture ---- */

static const NgCell *cell_at(const NgPicture *picture, int row, int col)
{
  static const NgCell outside;
  bool inside = row >= 0 && row < picture->rows && col >= 0 && col < picture->cols;
  return inside ? &picture->cells[row * picture->cols + col] : &outside;
}

static void expect_whole_lines(const NgPicture *picture, const char *what)
{
  for (int row = 0; row < picture->rows; row++)
    for (int col = 0; col < picture->cols; col++) {
      unsigned arms = cell_at(picture, row, col)->arms;
      const NgCell *right = cell_at(picture, row, col + 1), *below = cell_at(picture, row + 1, col);
      cr_expect(right->covered || cell_at(picture, row, col)->covered || !(arms >> 2 & 3u) == !(right->arms & 3u),
                "%s: a line breaks off at %d, %d", what, row, col);
      cr_expect(below->covered || cell_at(picture, row, col)->covered || !(arms >> 6 & 3u) == !(below->arms >> 4 & 3u),
                "%s: a line breaks off below %d, %d", what, row, col);
    }
}

void expect_sound_picture(const NgWhole *whole, const NgWholeStyle *style, const char *what)
{
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_new(whole, style);
  expect_sound(layout, what);
  NgWholePick pick = {.node = 0, .edge = 0, .centre = 0};
  g_autoptr(NgPicture) picture = ng_whole_layout_draw(layout, pick);
  if (style->zoom == NG_WHOLE_NAMES && !style->ascii)
    expect_whole_lines(picture, what);
  uint32_t n_nodes = 0;
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    n_nodes += ng_whole_spot_of_node(picture, i) != NULL;
  cr_expect_eq(n_nodes, layout->n_nodes, "%s: %u nodes have a spot, not %u", what, n_nodes, layout->n_nodes);
}
