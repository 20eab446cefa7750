/* Several layouts are tried, the best is kept. */
#include "graph/whole_picture.h"
#include "graph/whole_private.h"
#include "text/text.h"

#include <string.h>

#define TOO_WIDE 40.0
#define TOO_HIGH 20.0
/* A cost that only a picture has which is too wide, too high by far or not whole. */
#define NOT_GOOD 2500.0
#define SEEDS    4

/* What a column of slots takes with the gap after it. */
#define LEAST_COLUMN   28
#define WIDEST_COLUMN  44
#define MOST_SLOT_COLS 12

bool ng_whole_is_over(const NgWholeStyle *style)
{
  return (style->cancel && g_atomic_int_get(style->cancel)) ||
         (style->deadline_us && g_get_monotonic_time() > style->deadline_us);
}

/* How many columns and half rows of a picture with names a column and a row of the picture stand for. */
static const struct {
  int cols, rows;
} zooms[] = {[NG_WHOLE_NAMES] = {1, 2}, [NG_WHOLE_INITIALS] = {2, 3}, [NG_WHOLE_DOTS] = {4, 8}};

static uint32_t *new_indices(uint32_t n)
{
  uint32_t *indices = g_new(uint32_t, MAX(n, 1));
  memset(indices, 0xFF, MAX(n, 1) * sizeof *indices);
  return indices;
}

NgWholeLayout *ng_whole_layout_begin(const NgWhole *whole, const NgWholeStyle *style)
{
  NgWholeLayout *layout = g_new0(NgWholeLayout, 1);
  layout->whole = whole;
  layout->style = *style;
  layout->style.cols = CLAMP(style->cols * zooms[style->zoom].cols, 1, 1000);
  layout->style.rows = style->rows * zooms[style->zoom].rows / 2;
  layout->style.most_nodes = style->most_nodes ? style->most_nodes : NG_WHOLE_MOST_NODES;
  layout->members = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  layout->names = g_ptr_array_new_with_free_func(g_free);
  layout->boxes = g_array_new(FALSE, FALSE, sizeof(NgWholeBox));
  layout->lines = g_array_new(FALSE, FALSE, sizeof(NgWholeLine));
  layout->steps = g_array_new(FALSE, FALSE, sizeof(NgWholeStep));
  layout->labels = g_string_chunk_new(512);
  layout->legend = g_ptr_array_new();
  layout->line_of = new_indices(whole->n_edges);
  layout->box_of = new_indices(whole->n_nodes);
  layout->mark_of = g_new0(uint8_t, MAX(whole->n_nodes, 1));
  ng_whole_choose(layout);
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
  g_ptr_array_free(layout->legend, TRUE);
  g_free(layout->line_of);
  g_free(layout->box_of);
  g_free(layout->mark_of);
  g_free(layout);
}

/* Whether every line has its way and every label its place. */
static bool is_whole(const NgWholeLayout *layout)
{
  for (uint32_t i = 0; i < layout->lines->len; i++) {
    const NgWholeLine *line = ng_whole_line(layout, i);
    if (!line->routed || (!line->labelled && line->label_cols > 0 && !layout->bare))
      return false;
  }
  return true;
}

typedef struct {
  int col, row;
} Slot;

static void save_slots(const NgWholeLayout *layout, Slot *slots)
{
  for (uint32_t i = 0; i < layout->boxes->len; i++)
    slots[i] = (Slot){ng_whole_box(layout, i)->slot_col, ng_whole_box(layout, i)->slot_row};
}

static void restore_slots(NgWholeLayout *layout, const Slot *slots)
{
  layout->slot_cols = layout->slot_rows = 0;
  for (uint32_t i = 0; i < layout->boxes->len; i++) {
    layout->slot_cols = MAX(layout->slot_cols, slots[i].col + 1);
    layout->slot_rows = MAX(layout->slot_rows, slots[i].row + 1);
    ng_whole_box(layout, i)->slot_col = slots[i].col;
    ng_whole_box(layout, i)->slot_row = slots[i].row;
  }
}

/* Spaces and routes what is placed; returns what it costs. */
static double lay_out(NgWholeLayout *layout, NgWholeAir air)
{
  ng_whole_space(layout, air);
  double cost = ng_whole_route(layout) + TOO_WIDE * MAX(layout->cols - layout->style.cols, 0);
  if (layout->style.rows > 0)
    cost += TOO_HIGH * MAX(layout->rows - layout->style.rows, 0);
  return cost;
}

/* What is tried, and the cheapest of it. */
typedef struct {
  NgWholeLayout *layout;
  Slot *best;
  double lowest; /* negative: nothing yet */
  int most_cols, least_cols;
} Contest;

/* Routes the boxes as they are placed, and keeps their slots if none were cheaper. */
static void enter(Contest *contest)
{
  double cost = lay_out(contest->layout, (NgWholeAir){0, 0});
  if (contest->lowest >= 0 && cost >= contest->lowest)
    return;
  contest->lowest = cost;
  save_slots(contest->layout, contest->best);
}

/* As many columns of slots as may fit, and one less; less than that only where these are too wide or have no room for a label. */
static bool is_worth(const Contest *contest, int cols)
{
  return cols > contest->most_cols - 2 || contest->lowest > NOT_GOOD;
}

static bool is_over(const Contest *contest)
{
  return contest->lowest >= 0 && ng_whole_is_over(&contest->layout->style);
}

/* Our own: several seeds for some columns of slots. */
static void try_seeds(Contest *contest)
{
  for (int cols = contest->most_cols; cols >= contest->least_cols; cols--)
    for (uint32_t seed = 1; seed <= SEEDS && is_worth(contest, cols) && !is_over(contest); seed++) {
      ng_whole_place(contest->layout, cols, seed);
      enter(contest);
    }
}

/* Those of Graphviz. */
static void try_aside(Contest *contest, NgAside *aside)
{
  g_autofree NgWholePoint *points = g_new(NgWholePoint, contest->layout->boxes->len + 1);
  for (int start = 0; start < NG_WHOLE_STARTS && !is_over(contest); start++) {
    if (!ng_whole_hear_aside(contest->layout, aside, start, points))
      return;
    for (int cols = contest->most_cols; cols >= contest->least_cols; cols--)
      if (is_worth(contest, cols) && !is_over(contest)) {
        ng_whole_place_from(contest->layout, cols, points);
        enter(contest);
      }
  }
}

/* Puts the boxes into the slots of the cheapest picture, as many rows and columns as they take. */
static void place(NgWholeLayout *layout)
{
  g_autofree Slot *slots = g_new0(Slot, layout->boxes->len + 1);
  const char *placer = layout->style.placer;
  bool asks = !(placer && !*placer) && ng_whole_is_for_aside(layout);
  g_autoptr(NgAside) aside = asks ? ng_aside_new(placer) : NULL;
  asks = aside && ng_whole_ask_aside(layout, aside);
  int n = MAX((int)layout->boxes->len, 1);
  Contest contest = {.layout = layout, .best = slots, .lowest = -1};
  contest.most_cols = MIN(CLAMP((layout->style.cols + 10) / LEAST_COLUMN, 1, MOST_SLOT_COLS), n);
  contest.least_cols = MIN(MAX(layout->style.cols / WIDEST_COLUMN, 1), contest.most_cols);
  try_seeds(&contest);
  if (asks)
    try_aside(&contest, aside);
  restore_slots(layout, slots);
}

/* The same to its end, though the time is over: what is placed is not left without lines. */
static void lay_out_whole(NgWholeLayout *layout, NgWholeAir air)
{
  gint64 deadline_us = layout->style.deadline_us;
  layout->style.deadline_us = 0;
  lay_out(layout, air);
  layout->style.deadline_us = deadline_us;
}

/* Where a line or a label finds no room, the gaps are widened; false if even that does not help. Wider still, where lines alone are to find their
 * way. */
static bool fit(NgWholeLayout *layout)
{
  static const NgWholeAir airs[] = {{0, 0}, {2, 1}, {6, 2}, {12, 4}, {24, 12}};
  gsize n_airs = layout->bare ? G_N_ELEMENTS(airs) : 3;
  for (gsize i = 0; i < n_airs; i++) {
    lay_out_whole(layout, airs[i]);
    if (is_whole(layout) || ng_whole_is_over(&layout->style))
      return true;
  }
  return false;
}

void ng_whole_layout_finish(NgWholeLayout *layout)
{
  if (fit(layout))
    return;
  ng_whole_number(layout);
  if (fit(layout))
    return;
  layout->bare = true;
  fit(layout);
}

NgWholeLayout *ng_whole_layout_new(const NgWhole *whole, const NgWholeStyle *style)
{
  NgWholeLayout *layout = ng_whole_layout_begin(whole, style);
  place(layout);
  ng_whole_layout_finish(layout);
  if (style->zoom == NG_WHOLE_INITIALS) {
    layout->bare = true;
    ng_whole_shorten(layout);
    fit(layout);
  }
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
  return layout->style.zoom == NG_WHOLE_DOTS ? ng_whole_paint_dots(layout, pick) : ng_whole_paint(layout, pick);
}

const char *ng_whole_key(const NgWholeLayout *layout, int cols)
{
  static const char ascii_with_groups[] =
      "( ) person   [ ] place   { } organisation   -> marked in the text   .. named in "
      "one sentence   /a /b close groups";
  static const char *const keys[2][6] = {
      {"╭╮ person   ┌┐ place   ╒╕ organisation   ─► marked in the text   ╌╌ named in one sentence   α β … close groups",
       "╭╮ person   ┌┐ place   ╒╕ organisation   ─► marked   ╌╌ together   α β groups",
       "─► marked   ╌╌ together   α β groups",
       "╭╮ person   ┌┐ place   ╒╕ organisation   ─► marked in the text   ╌╌ named in one sentence",
       "╭╮ person   ┌┐ place   ╒╕ organisation   ─► marked   ╌╌ named together", "─► marked   ╌╌ named together"},
      {ascii_with_groups, "( ) person   [ ] place   { } organisation   -> marked   .. together   /a groups",
       "-> marked   .. together   /a /b groups",
       "( ) person   [ ] place   { } organisation   -> marked in the text   .. named in one sentence",
       "( ) person   [ ] place   { } organisation   -> marked   .. named together", "-> marked   .. named together"}};
  const char *const *fitting = keys[layout->style.ascii];
  for (int i = layout->n_marks ? 0 : 3; i < 6; i++)
    if (ng_text_cols(fitting[i], strlen(fitting[i])) <= cols)
      return fitting[i];
  return "";
}

NgPicture *ng_whole_picture(const NgWhole *whole, const NgWholeStyle *style, NgWholePick pick)
{
  g_autoptr(NgWholeLayout) layout = ng_whole_layout_new(whole, style);
  return layout ? ng_whole_layout_draw(layout, pick) : NULL;
}
