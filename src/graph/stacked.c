/* The narrowest form: each label on a row of its own, below it the names it leads to, joined by commas; a row for each where there is room. */
#include "graph/fan_private.h"

#include <string.h>

#define NAMES_COL 3 /* after the turn */

typedef struct {
  const NgEgo *ego;
  const NgFanOptions *options;
  NgSheet *canvas;
  int row, label_row;
  int count_cols, spare_rows; /* for names that would be cut off */
} Stack;

/* Some of the ego's edges: [from, to). All that share a label, or what stands of them on one row. */
typedef struct {
  uint32_t from, to, weight;
  bool selected, shared; /* shared: with others of one label */
} Group;

static Group edges_from(const Stack *stack, uint32_t from, uint32_t to, bool shared)
{
  Group group = {.from = from, .to = to, .shared = shared};
  for (uint32_t i = from; i < to; i++) {
    group.weight += stack->ego->edges[i].weight;
    group.selected |= i == stack->options->pick.edge;
  }
  return group;
}

static Group next_group(const Stack *stack, uint32_t from)
{
  const NgEdge *edges = stack->ego->edges;
  uint32_t to = from;
  while (to < stack->ego->n_direct && edges[to].group == edges[from].group)
    to++;
  return edges_from(stack, from, to, to - from > 1);
}

static NgInk name_ink(const Stack *stack, const Group *group, uint32_t edge)
{
  const NgPick *pick = &stack->options->pick;
  if (pick->edge == edge && (pick->on_node || group->shared))
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
                  .label_row = stack->label_row,
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

/* The name, in short where it does not fit; but cut, where it begins as it is in short, so that a family's members are told apart: "Kennedy, Rob…". The
 * caller frees it. */
static char *name_of(const Stack *stack, const Group *group, const NgEntity *entity, int room)
{
  NgFanNaming naming;
  bool ascii = stack->options->ascii;
  g_autofree char *name = ng_fan_name(entity, room, false, ascii, &naming);
  bool alone = group->to - group->from == 1;
  if (alone && naming == NG_FAN_SHORT && g_str_has_prefix(entity->name, name) && ng_fan_cols(name, room) + 4 <= room)
    return ng_fan_cut(entity->name, room, ascii);
  return g_steal_pointer(&name);
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
      g_autofree char *name = name_of(stack, group, ng_ego_entity(stack->ego, spot.node), room);
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

/* "└►", and in ASCII "`>"; "├►" and "|>" where the group goes on below; `alone`: it has but this row. */
static void put_turn(Stack *stack, const Group *group, bool alone, bool last)
{
  const NgEdge *edge = &stack->ego->edges[group->from];
  NgArm plain = edge->weak ? NG_ARM_DASHED : NG_ARM_LIGHT, weight = group->selected ? NG_ARM_HEAVY : plain;
  NgInk ink = group->selected ? NG_INK_SELECTED : edge->weak ? NG_INK_WEAK : NG_INK_EDGE;
  if (stack->options->ascii)
    ng_sheet_string(stack->canvas, stack->row, 0, last ? "`" : "|", ink);
  else
    ng_sheet_arms(stack->canvas, stack->row, 0, NG_ARMS(0, weight, alone ? weight : plain, last ? 0 : plain), ink);
  if (edge->direction == NG_EDGE_MUTUAL)
    ng_sheet_across(stack->canvas, stack->row, 1, 1, weight, ink);
  else
    ng_sheet_head(stack->canvas, stack->row, 1, edge->direction == NG_EDGE_IN ? NG_LEFT : NG_RIGHT, ink);
}

static int names_end(const Stack *stack)
{
  return MAX(stack->options->cols - stack->count_cols - 1, 4);
}

/* A row of names, and how many sentences say so. */
static void put_row(Stack *stack, const Group *names, int label_cols, bool alone, bool last)
{
  g_autofree char *count = g_strdup_printf("%u", names->weight);
  put_turn(stack, names, alone, last);
  put_names(stack, names, NAMES_COL, names_end(stack), label_cols);
  ng_sheet_string(stack->canvas, stack->row++, MAX(stack->options->cols - (int)strlen(count), 4), count, NG_INK_COUNT);
}

/* How many rows the names take: one where all fit, else as many as are left, one for each. */
static uint32_t name_rows(Stack *stack, const Group *group)
{
  uint32_t n = group->to - group->from;
  if (count_fitting(stack, group, group->from, names_end(stack) - NAMES_COL) == n)
    return 1;
  uint32_t rows = MIN(n, 1 + (uint32_t)stack->spare_rows);
  stack->spare_rows -= (int)rows - 1;
  return rows;
}

static void put_group(Stack *stack, const Group *group)
{
  const NgEdge *edge = &stack->ego->edges[group->from];
  g_autofree char *label = ng_fan_cut(edge->label, stack->options->cols, stack->options->ascii);
  NgInk ink = group->selected ? NG_INK_SELECTED : edge->weak || edge->unsure ? NG_INK_DIM : NG_INK_LABEL;
  stack->label_row = stack->row++;
  int label_cols = ng_sheet_string(stack->canvas, stack->label_row, 0, label, ink);
  uint32_t rows = name_rows(stack, group);
  for (uint32_t i = 1; i <= rows; i++) {
    uint32_t from = group->from + i - 1;
    Group names = edges_from(stack, from, i < rows ? from + 1 : group->to, group->shared);
    put_row(stack, &names, label_cols, rows == 1, i == rows);
  }
}

static void put_rest(Stack *stack, uint32_t n)
{
  if (n == 0)
    return;
  g_autofree char *rest = g_strdup_printf("+%u", n);
  ng_sheet_string(stack->canvas, stack->row, NAMES_COL, rest, NG_INK_DIM);
}

/* The rows that unfolding groups takes beyond two for each, of those that are to spare. */
static int unfolded_rows(const Stack *stack, uint32_t n_groups)
{
  Stack trial = *stack;
  for (uint32_t i = 0, next = 0; i < n_groups; i++) {
    Group group = next_group(&trial, next);
    name_rows(&trial, &group);
    next = group.to;
  }
  return stack->spare_rows - trial.spare_rows;
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
  for (; heaviest > 0; heaviest /= 10)
    stack.count_cols++;
  bool rest = ego->nodes[0].n_rest > 0;
  int needed = 2 * (int)n_groups + rest;
  stack.spare_rows = MAX(options->rows - needed, 0);
  needed += unfolded_rows(&stack, n_groups);
  int rows = needed;
  n_drawn = n_groups;
  if (options->cut && options->rows > 0 && needed > options->rows) {
    rows = options->rows;
    n_drawn = (uint32_t)MAX(rows - 1, 0) / 2;
  }
  stack.canvas = ng_sheet_new(rows, options->cols, options->ascii);
  uint32_t next = 0;
  for (uint32_t i = 0; i < n_drawn; i++) {
    Group group = next_group(&stack, next);
    put_group(&stack, &group);
    next = group.to;
  }
  put_rest(&stack, ego->n_direct - next + ego->nodes[0].n_rest);
  return ng_sheet_finish(stack.canvas, needed);
}
