/* Painting a fan whose rows and columns are known. */
#include "graph/fan_private.h"

#include <string.h>

NgStroke ng_stroke_of(const NgEgo *ego, uint32_t edge, NgPick pick)
{
  if (edge == pick.edge)
    return (NgStroke){NG_ARM_HEAVY, NG_INK_SELECTED};
  return ego->edges[edge].weak ? (NgStroke){NG_ARM_DASHED, NG_INK_WEAK} : (NgStroke){NG_ARM_LIGHT, NG_INK_EDGE};
}

NgInk ng_stroke_label_ink(NgStroke stroke, bool weak)
{
  return stroke.weight == NG_ARM_HEAVY ? NG_INK_SELECTED : weak ? NG_INK_DIM : NG_INK_LABEL;
}

static NgStroke stroke_of(const NgFan *fan, uint32_t edge)
{
  return ng_stroke_of(fan->ego, edge, fan->options->pick);
}

static NgStroke stronger(NgStroke a, NgStroke b)
{
  return a.weight >= b.weight ? a : b;
}

NgInk ng_fan_kind_ink(NgEntityKind kind)
{
  static const NgInk inks[NG_N_ENTITY_KINDS] = {[NG_ENTITY_PERSON] = NG_INK_PERSON,
                                                [NG_ENTITY_PLACE] = NG_INK_PLACE,
                                                [NG_ENTITY_ORGANISATION] = NG_INK_ORGANISATION,
                                                [NG_ENTITY_EVENT] = NG_INK_EVENT};
  return inks[kind];
}

static NgBox box_of_kind(NgEntityKind kind)
{
  return kind == NG_ENTITY_PERSON ? NG_BOX_ROUND : kind == NG_ENTITY_ORGANISATION ? NG_BOX_DOUBLE : NG_BOX_PLAIN;
}

/* ---- names ---- */

/* The row on which a node itself stands. */
static int node_row(const NgFan *fan, uint32_t node)
{
  return node == 0 ? fan->ego_row : fan->row[fan->ego->nodes[node].via];
}

static void put_bracketed(NgSheet *canvas, int row, int col, int cols, NgBox box, NgInk ink)
{
  ng_sheet_text(canvas, row, col, (char[]){ng_box_bracket(box, false)}, 1, ink);
  ng_sheet_text(canvas, row, col + cols - 1, (char[]){ng_box_bracket(box, true)}, 1, ink);
}

/* Whether a name among those that a node's edges lead to must be shortened: then all of them are, as far as they can. */
static bool are_brief(const NgFan *fan, uint32_t node)
{
  const NgNode *it = &fan->ego->nodes[node];
  for (uint32_t i = it->first_edge; node > 0 && i < it->first_edge + it->n_edges; i++)
    if (fan->row[i] != NG_FAN_NO_ROW && fan->name_cols[i] > fan->columns[it->hop + 1].name_cols)
      return true;
  return false;
}

/* A name that shares its box or row with others shows by itself that it is selected. */
static NgInk name_ink(const NgFan *fan, uint32_t edge)
{
  const NgPick *pick = &fan->options->pick;
  const NgEdge *it = &fan->ego->edges[edge];
  if (it->again)
    return NG_INK_DIM;
  if (pick->edge == edge && pick->on_node)
    return NG_INK_HERE;
  if (pick->edge == edge && fan->boxed && it->hop == 1 && fan->branches[fan->branch[edge]].n > 1)
    return NG_INK_SELECTED;
  return ng_fan_kind_ink((NgEntityKind)ng_ego_entity(fan->ego, it->to)->kind);
}

/* What stands behind a name that is drawn elsewhere. */
static const char *elsewhere_mark(const NgFan *fan, uint32_t edge)
{
  static const char *const marks[2][2] = {{" ↑", " ^"}, {" ↓", " v"}};
  int there = node_row(fan, fan->ego->edges[edge].to);
  return there == NG_FAN_NO_ROW ? "" : marks[there > fan->row[edge]][fan->options->ascii];
}

/* Whether a short name would do for another one as well that stands beside it: "Kennedy", of three. */
static bool is_ambiguous(const NgFan *fan, uint32_t edge, const char *name)
{
  const NgNode *from = &fan->ego->nodes[fan->ego->edges[edge].from];
  for (uint32_t i = from->first_edge; i < from->first_edge + from->n_edges; i++)
    if (i != edge && fan->row[i] != NG_FAN_NO_ROW && strstr(ng_ego_entity(fan->ego, fan->ego->edges[i].to)->name, name))
      return true;
  return false;
}

/* Puts the name that an edge leads to at `col`; returns its columns. */
static int put_name(NgFan *fan, NgSheet *canvas, uint32_t edge, int col, int cols)
{
  const NgEdge *it = &fan->ego->edges[edge];
  const NgEntity *entity = ng_ego_entity(fan->ego, it->to);
  bool brief = are_brief(fan, it->from);
  int room = cols - (it->again ? 2 : 0);
  NgFanNaming naming;
  g_autofree char *name = ng_fan_name(entity, room, brief, fan->options->ascii, &naming);
  if (naming == NG_FAN_SHORT && is_ambiguous(fan, edge, name)) {
    g_free(name);
    name = ng_fan_cut(entity->name, room, fan->options->ascii);
  }
  g_autofree char *marked = g_strconcat(name, it->again ? elsewhere_mark(fan, edge) : "", NULL);
  return ng_sheet_string(canvas, fan->row[edge], col, marked, name_ink(fan, edge));
}

static void put_count(NgFan *fan, NgSheet *canvas, uint32_t edge, int row, int col)
{
  if (!fan->counts_at_end)
    return;
  g_autofree char *count = g_strdup_printf("%u", fan->ego->edges[edge].weight);
  ng_sheet_string(canvas, row, col, count, NG_INK_COUNT);
}

static void put_rest(NgSheet *canvas, uint32_t n, int row, int col)
{
  if (n == 0 || row == NG_FAN_NO_ROW)
    return;
  g_autofree char *rest = g_strdup_printf("+%u", n);
  ng_sheet_string(canvas, row, col, rest, NG_INK_DIM);
}

/* ---- edges ---- */

/* Where a node ends and what leaves it may start. */
typedef struct {
  uint32_t node;
  int row, start;
} Source;

/* From the source over the trunk to where a label starts on `row`. */
static void draw_stem(NgSheet *canvas, const NgFanColumns *at, Source from, int row, NgStroke stroke)
{
  ng_sheet_across(canvas, from.row, from.start, at->trunk - 1, stroke.weight, stroke.ink);
  ng_sheet_arms(canvas, from.row, at->trunk, NG_ARMS(stroke.weight, 0, 0, 0), stroke.ink);
  ng_sheet_down(canvas, at->trunk, from.row, row, stroke.weight, stroke.ink);
  ng_sheet_arms(canvas, row, at->trunk, NG_ARMS(0, stroke.weight, 0, 0), stroke.ink);
  ng_sheet_across(canvas, row, at->trunk + 1, at->trunk + at->gap - 1, stroke.weight, stroke.ink);
}

/* The label of an edge; returns the column at which its line goes on. */
static int draw_label(NgFan *fan, NgSheet *canvas, uint32_t edge, int row, NgStroke stroke, NgSpot *spot)
{
  const NgEdge *it = &fan->ego->edges[edge];
  const NgFanColumns *at = &fan->columns[it->hop];
  g_autofree char *label = ng_fan_label(fan, edge, at->label_cols);
  spot->label_row = row;
  spot->label_col = at->label;
  spot->label_cols =
      ng_sheet_string(canvas, row, at->label, label, ng_stroke_label_ink(stroke, it->weak || it->unsure));
  return at->label + spot->label_cols + (spot->label_cols > 0);
}

/* The line from `col` to the name, which takes its head or a joint in its box. */
static void draw_arrival(NgFan *fan, NgSheet *canvas, uint32_t edge, int row, int col, NgStroke stroke, bool box)
{
  const NgEdge *it = &fan->ego->edges[edge];
  int last = fan->columns[it->hop].name - (box ? 1 : 2);
  bool head = it->direction == NG_EDGE_OUT;
  ng_sheet_across(canvas, row, col, last - head, stroke.weight, stroke.ink);
  if (head)
    ng_sheet_head(canvas, row, last, NG_RIGHT, stroke.ink);
  else if (box)
    ng_sheet_arms(canvas, row, last + 1, NG_ARMS(stroke.weight, 0, 0, 0), stroke.ink);
}

static NgSpot spot_of(const NgFan *fan, uint32_t edge)
{
  return (NgSpot){.edge = edge, .node = fan->ego->edges[edge].to, .rows = 1, .order_row = fan->row[edge]};
}

static void draw_onward(NgFan *fan, NgSheet *canvas, Source from);

/* A name without a box, and what leads on from it. */
static void draw_bare(NgFan *fan, NgSheet *canvas, uint32_t edge, NgSpot *spot)
{
  const NgEdge *it = &fan->ego->edges[edge];
  const NgFanColumns *at = &fan->columns[it->hop];
  bool brackets = fan->brackets && it->hop == 1 && !it->again;
  int indent = brackets ? 2 : 0;
  spot->row = fan->row[edge];
  spot->col = at->name;
  spot->cols = put_name(fan, canvas, edge, at->name + indent, at->name_cols) + 2 * indent;
  if (brackets)
    put_bracketed(canvas, spot->row, spot->col, spot->cols,
                  box_of_kind((NgEntityKind)ng_ego_entity(fan->ego, it->to)->kind), NG_INK_EDGE);
  if (it->hop == 1 && fan->counts_at_end) {
    g_autofree char *count = g_strdup_printf("%*u", fan->count_cols, it->weight);
    const char *digits = count + strspn(count, " ");
    ng_sheet_string(canvas, spot->row, fan->options->cols - (int)strlen(digits), digits, NG_INK_COUNT);
  }
  ng_sheet_spot(canvas, spot);
  if (!it->again)
    draw_onward(fan, canvas, (Source){it->to, spot->row, spot->col + spot->cols + 1});
}

/* What leads on from a node: each edge for itself. */
static void draw_onward(NgFan *fan, NgSheet *canvas, Source from)
{
  const NgNode *node = &fan->ego->nodes[from.node];
  if (node->hop >= fan->hops)
    return;
  const NgFanColumns *at = &fan->columns[node->hop + 1];
  bool in = fan->points_in[from.node], any = false;
  NgStroke strongest = {0};
  for (uint32_t i = node->first_edge; i < node->first_edge + node->n_edges; i++) {
    if (fan->row[i] == NG_FAN_NO_ROW)
      continue;
    NgStroke stroke = stroke_of(fan, i);
    draw_stem(canvas, at, from, fan->row[i], stroke);
    if (!in && fan->ego->edges[i].direction == NG_EDGE_IN)
      ng_sheet_head(canvas, fan->row[i], at->trunk + 1, NG_LEFT, stroke.ink);
    NgSpot spot = spot_of(fan, i);
    int col = draw_label(fan, canvas, i, fan->row[i], stroke, &spot);
    draw_arrival(fan, canvas, i, fan->row[i], col, stroke, false);
    draw_bare(fan, canvas, i, &spot);
    strongest = stronger(stroke, strongest);
    any = true;
  }
  if (any && fan->boxed && node->hop == 1)
    ng_sheet_arms(canvas, from.row, from.start - 1, NG_ARMS(0, strongest.weight, 0, 0), strongest.ink);
  if (any && in)
    ng_sheet_head(canvas, from.row, from.start, NG_LEFT, strongest.ink);
  /* Where nothing leads on, what is left out stands right behind the name. */
  put_rest(canvas, fan->n_cut[from.node], fan->rest_row[from.node],
           any ? at->name : from.start + (fan->boxed && node->hop == 1));
}

/* ---- branches ---- */

/* The names of a branch in one box. */
static void draw_box(NgFan *fan, NgSheet *canvas, const NgFanBranch *branch, NgSpot *spot)
{
  const NgFanColumns *at = &fan->columns[1];
  uint32_t first = fan->order[branch->first], n = branch->n - branch->n_cut;
  uint8_t kind = ng_ego_entity(fan->ego, fan->ego->edges[first].to)->kind;
  bool same = true;
  for (uint32_t i = 1; i < n; i++)
    same &= ng_ego_entity(fan->ego, fan->ego->edges[fan->order[branch->first + i]].to)->kind == kind;
  int width = at->name_cols + 4;
  ng_sheet_box(canvas, branch->top, at->name, branch->rows, width,
               same ? box_of_kind((NgEntityKind)kind) : NG_BOX_PLAIN, NG_INK_EDGE);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t edge = fan->order[branch->first + i];
    put_name(fan, canvas, edge, at->name + 2, at->name_cols);
    put_count(fan, canvas, edge, fan->row[edge], at->name + width);
    spot->edge = edge;
    spot->node = fan->ego->edges[edge].to;
    spot->order_row = fan->row[edge];
    spot->row = branch->n == 1 ? branch->top : fan->row[edge];
    spot->rows = branch->n == 1 ? branch->rows : 1;
    spot->col = at->name;
    spot->cols = width;
    ng_sheet_spot(canvas, spot);
  }
  put_rest(canvas, branch->n_cut, branch->top + 1 + (int)n, at->name + 2);
  if (branch->n == 1)
    draw_onward(fan, canvas, (Source){fan->ego->edges[first].to, branch->row, at->name + width});
}

/* The names of a branch, each on a row of its own behind a fork. */
static void draw_fork(NgFan *fan, NgSheet *canvas, const NgFanBranch *branch, int col, NgStroke strongest,
                      const NgSpot *label)
{
  const NgFanColumns *at = &fan->columns[1];
  ng_sheet_across(canvas, branch->row, col, at->fork - 1, strongest.weight, strongest.ink);
  ng_sheet_arms(canvas, branch->row, at->fork, NG_ARMS(strongest.weight, 0, 0, 0), strongest.ink);
  for (uint32_t i = 0; i < branch->n && fan->row[fan->order[branch->first + i]] != NG_FAN_NO_ROW; i++) {
    uint32_t edge = fan->order[branch->first + i];
    NgStroke stroke = stroke_of(fan, edge);
    ng_sheet_down(canvas, at->fork, branch->row, fan->row[edge], stroke.weight, stroke.ink);
    ng_sheet_arms(canvas, fan->row[edge], at->fork, NG_ARMS(0, stroke.weight, 0, 0), stroke.ink);
    draw_arrival(fan, canvas, edge, fan->row[edge], at->fork + 1, stroke, false);
    NgSpot spot = *label;
    spot.edge = edge;
    spot.node = fan->ego->edges[edge].to;
    spot.order_row = fan->row[edge];
    draw_bare(fan, canvas, edge, &spot);
  }
}

static NgStroke strongest_of(const NgFan *fan, const NgFanBranch *branch)
{
  NgStroke strongest = {0};
  for (uint32_t i = 0; i < branch->n && fan->row[fan->order[branch->first + i]] != NG_FAN_NO_ROW; i++)
    strongest = stronger(stroke_of(fan, fan->order[branch->first + i]), strongest);
  return strongest;
}

static void draw_branch(NgFan *fan, NgSheet *canvas, const NgFanBranch *branch, Source from)
{
  const NgFanColumns *at = &fan->columns[1];
  uint32_t first = fan->order[branch->first];
  NgStroke stroke = strongest_of(fan, branch);
  draw_stem(canvas, at, from, branch->row, stroke);
  if (fan->ego->edges[first].direction == NG_EDGE_IN && !fan->points_in[0])
    ng_sheet_head(canvas, branch->row, at->trunk + 1, NG_LEFT, stroke.ink);
  NgSpot spot = spot_of(fan, first);
  int col = draw_label(fan, canvas, first, branch->row, stroke, &spot);
  if (branch->n > 1 && !branch->in_box) {
    draw_fork(fan, canvas, branch, col, stroke, &spot);
    return;
  }
  draw_arrival(fan, canvas, first, branch->row, col, stroke, branch->in_box);
  if (branch->in_box)
    draw_box(fan, canvas, branch, &spot);
  else
    draw_bare(fan, canvas, first, &spot);
}

/* An edge straight down from one neighbour's box to the next one's. */
static void draw_upright(NgFan *fan, NgSheet *canvas, uint32_t edge, const NgFanBranch *upper)
{
  const NgFanBranch *lower = upper + 1;
  if (upper->row == NG_FAN_NO_ROW || lower->row == NG_FAN_NO_ROW)
    return;
  const NgFanColumns *at = &fan->columns[1];
  int col = at->name + (at->name_cols + 4) / 2, top = upper->top + upper->rows - 1, bottom = lower->top;
  int row = top + 1 + (bottom - top - 2) / 2;
  const NgEdge *it = &fan->ego->edges[edge];
  NgStroke stroke = stroke_of(fan, edge);
  bool in = it->direction == NG_EDGE_IN, out = it->direction == NG_EDGE_OUT;
  ng_sheet_down(canvas, col, top + in, bottom - out, stroke.weight, stroke.ink);
  if (in || out)
    ng_sheet_head(canvas, in ? top + 1 : bottom - 1, col, in ? NG_UP : NG_DOWN, stroke.ink);
  g_autofree char *label = ng_fan_label(fan, edge, fan->columns[2].trunk - col - 3);
  NgSpot spot = {.edge = edge, .node = it->to, .row = row, .order_row = row, .label_row = row, .label_col = col + 2};
  spot.label_cols = ng_sheet_string(canvas, row, col + 2, label, ng_stroke_label_ink(stroke, false));
  spot.col = spot.label_col;
  ng_sheet_spot(canvas, &spot);
}

/* ---- the ego ---- */

/* Draws it, and returns where its edges start. */
static Source draw_ego(NgFan *fan, NgSheet *canvas)
{
  const NgFanOptions *o = fan->options;
  bool here = o->pick.edge == NG_NONE && o->pick.on_node, brackets = o->zoomed && o->ascii;
  NgInk ink = here ? NG_INK_HERE : NG_INK_EGO_NAME;
  int frame = fan->ego_box || brackets ? 2 : 0, width = fan->ego_cols + 2 * frame;
  g_autofree char *name = ng_fan_name(ng_ego_entity(fan->ego, 0), fan->ego_cols, false, o->ascii, NULL);
  if (fan->ego_box)
    ng_sheet_box(canvas, fan->ego_row - 1, fan->ego_col, 3, width, NG_BOX_HEAVY, NG_INK_EGO);
  else if (brackets)
    put_bracketed(canvas, fan->ego_row, fan->ego_col, width, NG_BOX_HEAVY, NG_INK_EGO);
  ng_sheet_string(canvas, fan->ego_row, fan->ego_col + frame, name, ink);
  NgSpot spot = {.edge = NG_NONE, .row = fan->ego_row - fan->ego_box, .col = fan->ego_col, .cols = width};
  spot.rows = fan->ego_box ? 3 : 1;
  spot.order_row = fan->ego_row;
  spot.label_row = NG_FAN_NO_ROW;
  ng_sheet_spot(canvas, &spot);
  return (Source){0, fan->ego_row, fan->ego_col + width + (frame ? 0 : 1)};
}

NgPicture *ng_fan_paint(NgFan *fan, int needed_rows)
{
  NgSheet *canvas = ng_sheet_new(fan->rows, fan->options->cols, fan->options->ascii);
  Source ego = draw_ego(fan, canvas);
  NgStroke strongest = {0};
  for (uint32_t b = 0; b < fan->n_branches; b++) {
    if (fan->branches[b].row == NG_FAN_NO_ROW)
      continue;
    draw_branch(fan, canvas, &fan->branches[b], ego);
    if (fan->upright[b] != NG_NONE)
      draw_upright(fan, canvas, fan->upright[b], &fan->branches[b]);
    strongest = stronger(strongest_of(fan, &fan->branches[b]), strongest);
  }
  if (fan->ego_box && strongest.weight)
    ng_sheet_arms(canvas, ego.row, ego.start - 1, NG_ARMS(0, strongest.weight, 0, 0), NG_INK_NONE);
  if (strongest.weight && fan->points_in[0])
    ng_sheet_head(canvas, ego.row, ego.start, NG_LEFT, strongest.ink);
  put_rest(canvas, fan->n_cut[0], fan->rest_row[0], fan->columns[1].name + (fan->boxed ? 2 : 0));
  return ng_sheet_finish(canvas, needed_rows);
}
