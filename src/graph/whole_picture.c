/* Several layouts are tried, the best is kept. */
#include "graph/whole_picture.h"
#include "graph/whole_private.h"

#include <string.h>

#define TOO_WIDE  40.0
#define TOO_HIGH  12.0
#define A_COLUMN  34
#define SEEDS     3
#define MOST_SLOT_COLS 12

bool ng_whole_is_over(const NgWholeStyle *style)
{
  return (style->cancel && g_atomic_int_get(style->cancel)) ||
         (style->deadline_us && g_get_monotonic_time() > style->deadline_us);
}

static uint32_t *new_indices(uint32_t n)
{
  uint32_t *indices = g_new(uint32_t, MAX(n, 1));
  memset(indices, 0xFF, MAX(n, 1) * sizeof *indices);
  return indices;
}

static NgWholeLayout *new_layout(const NgWhole *whole, const NgWholeStyle *style)
{
  NgWholeLayout *layout = g_new0(NgWholeLayout, 1);
  layout->whole = whole;
  layout->style = *style;
  layout->style.cols = CLAMP(style->cols, 1, 1000);
  layout->style.most_nodes = style->most_nodes ? style->most_nodes : NG_WHOLE_MOST_NODES;
  layout->members = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  layout->names = g_ptr_array_new_with_free_func(g_free);
  layout->boxes = g_array_new(FALSE, FALSE, sizeof(NgWholeBox));
  layout->lines = g_array_new(FALSE, FALSE, sizeof(NgWholeLine));
  layout->steps = g_array_new(FALSE, FALSE, sizeof(NgWholeStep));
  layout->labels = g_string_chunk_new(512);
  layout->line_of = new_indices(whole->n_edges);
  layout->box_of = new_indices(whole->n_nodes);
  return layout;
}

void ng_whole_layout_free(NgWholeLayout *layout)
{
  if (!layout)
    return;
  g_array_free(layout->members, TRUE);
  g_ptr_array_free(layout->names, TRUE);
  g_array_free(layout->boxes, TRUE);
  g_array_free(layout->lines, TRUE);
  g_array_free(layout->steps, TRUE);
  g_string_chunk_free(layout->labels);
  g_free(layout->line_of);
  g_free(layout->box_of);
  g_free(layout);
}

/* One try; what it costs. */
static double try_layout(NgWholeLayout *layout, int slot_cols, uint32_t seed, NgWholeAir air)
{
  ng_whole_place(layout, slot_cols, seed);
  ng_whole_space(layout, air);
  double cost = ng_whole_route(layout);
  cost += TOO_WIDE * MAX(layout->cols - layout->style.cols, 0);
  if (layout->style.rows > 0)
    cost += TOO_HIGH * MAX(layout->rows - layout->style.rows, 0);
  return cost;
}

typedef struct {
  int slot_cols;
  uint32_t seed;
  NgWholeAir air;
  double cost;
} Try;

static void arrange(NgWholeLayout *layout)
{
  int widest = CLAMP((layout->style.cols + 10) / (A_COLUMN - 6), 1, MOST_SLOT_COLS), n = (int)layout->boxes->len;
  int narrowest = MAX(layout->style.cols / (A_COLUMN + 8), 1);
  Try best = {.cost = -1};
  for (int cols = MIN(widest, MAX(n, 1)); cols >= MIN(narrowest, MAX(n, 1)); cols--)
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
      Try it = {cols, seed, {0, 0}, 0};
      it.cost = try_layout(layout, it.slot_cols, it.seed, it.air);
      if (best.cost < 0 || it.cost < best.cost)
        best = it;
      if (ng_whole_is_over(&layout->style))
        return;
    }
  try_layout(layout, best.slot_cols, best.seed, best.air);
}

NgWholeLayout *ng_whole_layout_new(const NgWhole *whole, const NgWholeStyle *style)
{
  NgWholeLayout *layout = new_layout(whole, style);
  ng_whole_choose(layout);
  arrange(layout);
  if (style->cancel && g_atomic_int_get(style->cancel)) {
    ng_whole_layout_free(layout);
    return NULL;
  }
  return layout;
}

void ng_whole_layout_count(const NgWholeLayout *layout, uint32_t *n_nodes, uint32_t *n_edges)
{
  *n_nodes = layout->n_nodes;
  *n_edges = layout->n_edges;
}

NgPicture *ng_whole_layout_draw(const NgWholeLayout *layout, NgWholePick pick)
{
  return ng_whole_paint(layout, pick);
}

NgPicture *ng_whole_picture(const NgWhole *whole, const NgWholeStyle *style, NgWholePick pick)
{
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_new(whole, style);
  return layout ? ng_whole_layout_draw(layout, pick) : NULL;
}
