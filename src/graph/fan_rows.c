/* Which row everything stands on, and what there is no room for. */
#include "graph/fan_private.h"

static bool is_visible(const NgFan *fan, uint32_t edge)
{
  return fan->rank[edge] < fan->n_visible;
}

/* Places what leads on from a node, from `row` on; returns the rows it takes. */
static int place_onward(NgFan *fan, uint32_t node, int row)
{
  const NgNode *it = &fan->ego->nodes[node];
  int next = row;
  if (it->hop >= fan->hops)
    return 1;
  fan->n_cut[node] = it->n_rest;
  for (uint32_t i = it->first_edge; i < it->first_edge + it->n_edges; i++) {
    const NgEdge *edge = &fan->ego->edges[i];
    if (is_visible(fan, i)) {
      fan->row[i] = next;
      next += edge->again ? 1 : place_onward(fan, edge->to, next);
    } else if (fan->rank[i] != NG_FAN_UPRIGHT) {
      fan->n_cut[node]++;
    }
  }
  if (fan->n_cut[node])
    fan->rest_row[node] = next++;
  return MAX(next - row, 1);
}

/* The edges of a branch that are drawn: the first ones. */
static uint32_t count_visible(const NgFan *fan, const NgFanBranch *branch)
{
  uint32_t n = 0;
  while (n < branch->n && is_visible(fan, fan->order[branch->first + n]))
    n++;
  return n;
}

/* A branch that forks, or a single name; returns the row after it. */
static int place_bare(NgFan *fan, NgFanBranch *branch, uint32_t n, int row)
{
  branch->row = row;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t edge = fan->order[branch->first + i];
    fan->row[edge] = row;
    row += fan->ego->edges[edge].again ? 1 : place_onward(fan, fan->ego->edges[edge].to, row);
  }
  return row;
}

/* A branch that ends in a box; returns the row at which the next box may start. `end` gets the row after all of it. */
static int place_box(NgFan *fan, NgFanBranch *branch, uint32_t n, int row, int gap, int *end)
{
  branch->n_cut = branch->n - n;
  int names = (int)n + (branch->n_cut > 0);
  branch->top = row;
  branch->rows = names + 2;
  branch->row = row + 1 + names / 2;
  for (uint32_t i = 0; i < n; i++)
    fan->row[fan->order[branch->first + i]] = row + 1 + (int)i;
  int onward = 0;
  if (branch->n == 1)
    onward = place_onward(fan, fan->ego->edges[fan->order[branch->first]].to, branch->row);
  *end = MAX(row + branch->rows, branch->row + onward);
  return MAX(row + branch->rows + gap, *end);
}

/* The row at which the ego stands: that of the branch in the middle, or half way between the first and the last one. */
static int ego_row(const NgFan *fan, uint32_t n_drawn, int last_row)
{
  if (n_drawn == 0 || (!fan->boxed && !fan->options->zoomed))
    return fan->ego_box;
  if (fan->boxed)
    return fan->branches[(n_drawn - 1) / 2].row;
  return (fan->branches[0].row + last_row) / 2;
}

/* Places everything from `row` on. Returns the rows taken. */
static int place_from(NgFan *fan, int row)
{
  bool apart = fan->options->zoomed && !fan->boxed && !fan->brackets;
  int gap = fan->boxed && fan->options->zoomed ? 1 : 0, end = row, last_row = row;
  uint32_t n_drawn = 0;
  for (uint32_t i = 0; i < fan->ego->n_edges; i++)
    fan->row[i] = NG_FAN_NO_ROW;
  for (uint32_t i = 0; i < fan->ego->n_nodes; i++)
    fan->rest_row[i] = NG_FAN_NO_ROW;
  fan->n_cut[0] = fan->ego->nodes[0].n_rest;
  for (uint32_t b = 0; b < fan->n_branches; b++) {
    NgFanBranch *branch = &fan->branches[b];
    uint32_t n = count_visible(fan, branch);
    branch->row = NG_FAN_NO_ROW;
    branch->n_cut = 0;
    if (n == 0 || !branch->in_box)
      fan->n_cut[0] += branch->n - n;
    if (n == 0)
      continue;
    const NgEdge *first = &fan->ego->edges[fan->order[branch->first]];
    if (apart && b > 0 && first->weak && !fan->ego->edges[fan->order[branch[-1].first]].weak)
      row++;
    if (branch->in_box) {
      row = place_box(fan, branch, n, row, gap, &end);
    } else {
      end = place_bare(fan, branch, n, row);
      row = end + gap;
    }
    last_row = branch->row;
    n_drawn++;
  }
  if (fan->n_cut[0])
    end = (fan->rest_row[0] = n_drawn ? end : row) + 1;
  fan->ego_row = ego_row(fan, n_drawn, last_row);
  return MAX(end, fan->ego_row + 1 + fan->ego_box);
}

/* The same, lower where the ego's box would stand out at the top. */
static int place(NgFan *fan, uint32_t n_visible)
{
  fan->n_visible = n_visible;
  int rows = place_from(fan, 0);
  return fan->ego_box && fan->ego_row == 0 ? place_from(fan, 1) : rows;
}

int ng_fan_place_rows(NgFan *fan)
{
  int needed = place(fan, fan->n_ranked), room = fan->options->rows;
  fan->rows = needed;
  if (!fan->options->cut || room <= 0 || needed <= room)
    return needed;
  uint32_t low = 0, high = fan->n_ranked;
  while (low < high) {
    uint32_t middle = low + (high - low + 1) / 2;
    if (place(fan, middle) <= room)
      low = middle;
    else
      high = middle - 1;
  }
  fan->rows = MIN(place(fan, low), room);
  return needed;
}
