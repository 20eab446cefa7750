/* What leaves the trunk together, and in which order all is drawn. */
#include "graph/fan_private.h"

#include <string.h>

static bool points_in(const NgFan *fan, uint32_t node)
{
  const NgNode *it = &fan->ego->nodes[node];
  bool in = false;
  for (uint32_t i = it->first_edge; i < it->first_edge + it->n_edges; i++) {
    if (fan->ego->edges[i].direction == NG_EDGE_OUT)
      return false;
    in |= fan->ego->edges[i].direction == NG_EDGE_IN;
  }
  return in;
}

/* Whether the neighbour has a box that it may share: nothing leads on from it. */
static bool shares_box(const NgFan *fan, uint32_t edge)
{
  const NgEdge *it = &fan->ego->edges[edge];
  return !it->again && !ng_fan_leads_on(fan, it->to);
}

static NgFanBranch *add_branch(NgFan *fan, uint32_t first)
{
  NgFanBranch *branch = &fan->branches[fan->n_branches++];
  *branch = (NgFanBranch){.first = first};
  return branch;
}

/* One group, [from, to) of the ego's edges: a branch that forks; with boxes, one for each neighbour that leads on and one for all others, in
 * the order of the first of each. */
static void branch_group(NgFan *fan, uint32_t from, uint32_t to, uint32_t *n_ordered)
{
  bool shared = false;
  for (uint32_t i = from; i < to; i++) {
    bool share = shares_box(fan, i);
    if (fan->boxed && share && shared)
      continue;
    NgFanBranch *branch = add_branch(fan, *n_ordered);
    branch->in_box = fan->boxed && !fan->ego->edges[i].again;
    fan->order[(*n_ordered)++] = i;
    for (uint32_t k = i + 1; k < to && (!fan->boxed || share); k++)
      if (!fan->boxed || shares_box(fan, k))
        fan->order[(*n_ordered)++] = k;
    branch->n = *n_ordered - branch->first;
    if (!fan->boxed)
      return;
    shared |= share;
  }
}

static void order_edges(NgFan *fan)
{
  uint32_t n_ordered = 0;
  for (uint32_t i = 0, end; i < fan->ego->n_direct; i = end) {
    for (end = i + 1; end < fan->ego->n_direct && fan->ego->edges[end].group == fan->ego->edges[i].group;)
      end++;
    branch_group(fan, i, end, &n_ordered);
  }
  for (uint32_t b = 0; b < fan->n_branches; b++)
    for (uint32_t i = 0; i < fan->branches[b].n; i++)
      fan->branch[fan->order[fan->branches[b].first + i]] = b;
}

/* The room beside a line straight down from the middle of a box, up to the trunk at the box's right. */
static int upright_room(const NgFan *fan)
{
  int cols = 0;
  for (uint32_t i = 0; i < fan->ego->n_direct; i++)
    cols = MAX(cols, fan->name_cols[i]);
  return MIN(cols, 24) / 2 + 2;
}

/* Two neighbours in boxes one above the other, tied themselves: their edge goes straight from box to box. */
static void find_uprights(NgFan *fan)
{
  int room = upright_room(fan);
  for (uint32_t b = 0; b < fan->n_branches; b++) {
    fan->upright[b] = NG_NONE;
    if (b + 1 == fan->n_branches || !fan->boxed || !fan->options->zoomed || fan->hops < 2)
      continue;
    const NgFanBranch *upper = &fan->branches[b], *lower = upper + 1;
    if (upper->n != 1 || lower->n != 1 || !upper->in_box || !lower->in_box)
      continue;
    const NgNode *node = &fan->ego->nodes[fan->ego->edges[fan->order[upper->first]].to];
    uint32_t other = fan->ego->edges[fan->order[lower->first]].to;
    for (uint32_t i = node->first_edge; i < node->first_edge + node->n_edges && fan->upright[b] == NG_NONE; i++)
      if (fan->ego->edges[i].to == other && fan->label_cols[i] <= room) {
        fan->upright[b] = i;
        fan->rank[i] = NG_FAN_UPRIGHT;
      }
  }
}

static void rank_edge(NgFan *fan, uint32_t edge)
{
  if (fan->rank[edge] == NG_FAN_UPRIGHT)
    return;
  fan->rank[edge] = fan->n_ranked++;
  const NgNode *node = &fan->ego->nodes[fan->ego->edges[edge].to];
  if (fan->ego->edges[edge].again || node->hop >= fan->hops)
    return;
  for (uint32_t i = 0; i < node->n_edges; i++)
    rank_edge(fan, node->first_edge + i);
}

static void measure_edges(NgFan *fan)
{
  for (uint32_t i = 0; i < fan->ego->n_edges; i++) {
    const NgEdge *edge = &fan->ego->edges[i];
    fan->name_cols[i] = ng_fan_cols(ng_ego_entity(fan->ego, edge->to)->name, NG_FAN_MAX_COLS) + (edge->again ? 2 : 0);
    fan->label_cols[i] = ng_fan_cols(edge->label, NG_FAN_MAX_COLS);
  }
  for (uint32_t i = 0; i < fan->ego->n_nodes; i++)
    fan->points_in[i] = points_in(fan, i);
}

void ng_fan_init(NgFan *fan, const NgEgo *ego, const NgFanOptions *options, bool boxed, int hops)
{
  gsize n_edges = (gsize)ego->n_edges + 1;
  bool has_rows = !options->cut || options->rows <= 0 || options->rows >= 3;
  *fan = (NgFan){.ego = ego,
                 .options = options,
                 .hops = hops,
                 .ego_box = (boxed || options->zoomed) && !options->ascii && has_rows};
  fan->boxed = boxed && !options->ascii;
  fan->brackets = boxed && options->ascii;
  fan->counts_at_end = !options->zoomed;
  fan->branches = g_new0(NgFanBranch, n_edges);
  fan->order = g_new0(uint32_t, n_edges);
  fan->branch = g_new0(uint32_t, n_edges);
  fan->rank = g_new(uint32_t, n_edges);
  fan->label_cols = g_new0(int, n_edges);
  fan->name_cols = g_new0(int, n_edges);
  fan->points_in = g_new0(bool, ego->n_nodes);
  fan->row = g_new0(int, n_edges);
  fan->rest_row = g_new0(int, ego->n_nodes);
  fan->n_cut = g_new0(uint32_t, ego->n_nodes);
  fan->upright = g_new0(uint32_t, n_edges);
  for (gsize i = 0; i < n_edges; i++)
    fan->rank[i] = NG_FAN_TOO_LONG;
  measure_edges(fan);
  order_edges(fan);
  find_uprights(fan);
  for (uint32_t i = 0; i < ego->n_direct; i++)
    rank_edge(fan, fan->order[i]);
}

void ng_fan_clear(NgFan *fan)
{
  void *arrays[] = {fan->branches,  fan->order, fan->branch,   fan->rank,  fan->label_cols, fan->name_cols,
                    fan->points_in, fan->row,   fan->rest_row, fan->n_cut, fan->upright};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_free(arrays[i]);
}
