/* The narrowest form: each label on a row of its own, below it the names it leads to, joined by commas. */
#include "graph/fan_private.h"

#include <string.h>

typedef struct {
  const NgEgo *ego;
  const NgFanOptions *options;
  NgSheet *canvas;
  int row;
} Stack;

/* One group of the ego's edges: [from, to). */
typedef struct {
  uint32_t from, to, weight;
  bool selected;
} Group;

static Group next_group(const Stack *stack, uint32_t from)
{
  Group group = {.from = from, .to = from};
  const NgEdge *edges = stack->ego->edges;
  for (; group.to < stack->ego->n_direct && edges[group.to].group == edges[from].group; group.to++) {
    group.weight += edges[group.to].weight;
    group.selected |= group.to == stack->options->pick.edge;
  }
  return group;
}

static NgInk name_ink(const Stack *stack, const Group *group, uint32_t edge)
{
  const NgPick *pick = &stack->options->pick;
  if (pick->edge == edge && (pick->on_node || group->to - group->from > 1))
    return pick->on_node ? NG_INK_HERE : NG_INK_SELECTED;
  return ng_fan_kind_ink((NgEntityKind)ng_ego_entity(stack->ego, stack->ego->edges[edge].to)->kind);
}

static NgSpot new_spot(const Stack *stack, uint32_t edge, int label_cols)
{
  return (NgSpot){.edge = edge,
                  .node = stack->ego->edges[edge].to,
                  .row = stack->row,
                  .rows = 1,
                  .order_row = stack->row,
                  .label_row = stack->row - 1,
                  .label_cols = label_cols};
}

/* How many names from `from` on fit `cols`, those after them counted as an ellipsis. */
static uint32_t count_fitting(const Stack *stack, const Group *group, uint32_t from, int cols)
{
  uint32_t i = from;
  for (int used = 0; i < group->to; i++) {
    int more = ng_fan_cols(ng_ego_entity(stack->ego, stack->ego->edges[i].to)->name, cols) + (i > from ? 2 : 0);
    int mark = i + 1 < group->to ? 3 : 0;
    if (used + more + mark > cols)
      break;
    used += more;
  }
  return i - from;
}

/* The first name to show, so that the selected one is among them. */
static uint32_t first_shown(const Stack *stack, const Group *group, int cols)
{
  uint32_t pick = stack->options->pick.edge;
  return group->selected && pick >= group->from + count_fitting(stack, group, group->from, cols) ? pick : group->from;
}

/* A piece of text in the row of names, if it fits before `end`. */
static void put_piece(Stack *stack, int *col, int end, const char *text)
{
  if (*col + ng_fan_cols(text, end) <= end)
    *col += ng_sheet_string(stack->canvas, stack->row, *col, text, NG_INK_DIM);
}

static void put_names(Stack *stack, const Group *group, int col, int end, int label_cols)
{
  bool ascii = stack->options->ascii;
  uint32_t first = first_shown(stack, group, end - col);
  if (first > group->from && end - col > 8)
    put_piece(stack, &col, end, ascii ? "~, " : "…, ");
  uint32_t shown = MAX(count_fitting(stack, group, first, end - col), 1);
  for (uint32_t i = group->from; i < group->to; i++) {
    NgSpot spot = new_spot(stack, i, label_cols);
    spot.col = col;
    if (i >= first && i < first + shown) {
      int room = MAX(end - col - (i + 1 < group->to && end - col > 5 ? 3 : 0), 1);
      g_autofree char *name = ng_fan_name(ng_ego_entity(stack->ego, spot.node), room, false, ascii, NULL);
      spot.cols = ng_sheet_string(stack->canvas, stack->row, col, name, name_ink(stack, group, i));
      col += spot.cols;
      if (i + 1 < first + shown)
        put_piece(stack, &col, end, ", ");
    }
    ng_sheet_spot(stack->canvas, &spot);
  }
  if (first + shown < group->to)
    put_piece(stack, &col, end, ascii ? ", ~" : ", …");
}

/* "└►", and in ASCII "`>". */
static void put_turn(Stack *stack, const Group *group)
{
  const NgEdge *edge = &stack->ego->edges[group->from];
  NgArm weight = group->selected ? NG_ARM_HEAVY : edge->weak ? NG_ARM_DASHED : NG_ARM_LIGHT;
  NgInk ink = group->selected ? NG_INK_SELECTED : edge->weak ? NG_INK_WEAK : NG_INK_EDGE;
  if (stack->options->ascii)
    ng_sheet_string(stack->canvas, stack->row, 0, "`", ink);
  else
    ng_sheet_arms(stack->canvas, stack->row, 0, NG_ARMS(0, weight, weight, 0), ink);
  if (edge->direction == NG_EDGE_MUTUAL)
    ng_sheet_across(stack->canvas, stack->row, 1, 1, weight, ink);
  else
    ng_sheet_head(stack->canvas, stack->row, 1, edge->direction == NG_EDGE_IN ? NG_LEFT : NG_RIGHT, ink);
}

static void put_group(Stack *stack, const Group *group, int count_cols)
{
  const NgEdge *edge = &stack->ego->edges[group->from];
  int cols = stack->options->cols;
  g_autofree char *label = ng_fan_cut(edge->label, cols, stack->options->ascii);
  g_autofree char *count = g_strdup_printf("%u", group->weight);
  NgInk ink = group->selected ? NG_INK_SELECTED : edge->weak ? NG_INK_DIM : NG_INK_LABEL;
  int label_cols = ng_sheet_string(stack->canvas, stack->row++, 0, label, ink);
  put_turn(stack, group);
  put_names(stack, group, 3, MAX(cols - count_cols - 1, 4), label_cols);
  ng_sheet_string(stack->canvas, stack->row++, MAX(cols - (int)strlen(count), 4), count, NG_INK_COUNT);
}

static void put_rest(Stack *stack, uint32_t n)
{
  if (n == 0)
    return;
  g_autofree char *rest = g_strdup_printf("+%u", n);
  ng_sheet_string(stack->canvas, stack->row, 3, rest, NG_INK_DIM);
}

NgPicture *ng_fan_paint_stacked(const NgEgo *ego, const NgFanOptions *options)
{
  Stack stack = {.ego = ego, .options = options};
  uint32_t n_groups = 0, n_drawn, heaviest = 1;
  for (uint32_t i = 0; i < ego->n_direct; n_groups++) {
    Group group = next_group(&stack, i);
    heaviest = MAX(heaviest, group.weight);
    i = group.to;
  }
  bool rest = ego->nodes[0].n_rest > 0;
  int needed = 2 * (int)n_groups + rest, rows = needed, count_cols = 0;
  n_drawn = n_groups;
  if (options->cut && options->rows > 0 && needed > options->rows) {
    rows = options->rows;
    n_drawn = (uint32_t)MAX(rows - 1, 0) / 2;
  }
  for (; heaviest > 0; heaviest /= 10)
    count_cols++;
  stack.canvas = ng_sheet_new(rows, options->cols, options->ascii);
  uint32_t next = 0;
  for (uint32_t i = 0; i < n_drawn; i++) {
    Group group = next_group(&stack, next);
    put_group(&stack, &group, count_cols);
    next = group.to;
  }
  put_rest(&stack, ego->n_direct - next + ego->nodes[0].n_rest);
  return ng_sheet_finish(stack.canvas, needed);
}
