/* Which nodes and edges are drawn. */
#include "graph/whole_choice_private.h"

#include <string.h>

/* Of weak edges beside marked ones, one for so many nodes. */
#define NODES_TO_A_WEAK_EDGE 7
#define LEAST_WEAK_EDGES     2
/* Besides an edge for each node, so many marked ones: with more, lines cross each other too often to be followed. Where all are weak there are none. */
#define MORE_EDGES 8

static bool is_loop(const NgWholeEdge *edge)
{
  return edge->from == edge->to;
}

static bool counts(const NgWholeChoice *choice, const NgWholeEdge *edge)
{
  return !is_loop(edge) && edge->weak == choice->all_weak;
}

static uint32_t root_of(NgWholeChoice *choice, uint32_t node)
{
  while (choice->root[node] != node)
    node = choice->root[node] = choice->root[choice->root[node]];
  return node;
}

static bool join(NgWholeChoice *choice, uint32_t a, uint32_t b)
{
  a = root_of(choice, a);
  b = root_of(choice, b);
  choice->root[MAX(a, b)] = MIN(a, b);
  return a != b;
}

static void keep(NgWholeChoice *choice, uint32_t edge)
{
  const NgWholeEdge *it = &choice->whole->edges[edge];
  g_array_append_val(choice->kept, edge);
  choice->degree[it->from]++;
  choice->degree[it->to]++;
  join(choice, it->from, it->to);
}

static int by_weight(gconstpointer a, gconstpointer b, gpointer user)
{
  const NgWholeChoice *choice = user;
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  guint64 wx = choice->weighted[x], wy = choice->weighted[y];
  return wx != wy ? (wx > wy ? -1 : 1) : x < y ? -1 : x > y;
}

static void choose_nodes(NgWholeChoice *choice)
{
  const NgWhole *whole = choice->whole;
  choice->all_weak = true;
  for (uint32_t i = 0; i < whole->n_edges && choice->all_weak; i++)
    choice->all_weak = whole->edges[i].weak || is_loop(&whole->edges[i]);
  for (uint32_t i = 0; i < whole->n_edges; i++) {
    const NgWholeEdge *edge = &whole->edges[i];
    if (is_loop(edge) && choice->loop[edge->from] == NG_NONE) {
      choice->loop[edge->from] = i;
      choice->weighted[edge->from] += edge->weight;
    }
    if (!counts(choice, edge))
      continue;
    choice->weighted[edge->from] += edge->weight;
    choice->weighted[edge->to] += edge->weight;
  }
  g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    if (choice->weighted[i] > 0 || whole->n_edges == 0)
      g_array_append_val(order, i);
  g_array_sort_with_data(order, by_weight, choice);
  for (uint32_t i = 0; i < MIN(order->len, choice->layout->style.most_nodes); i++)
    choice->chosen[g_array_index(order, uint32_t, i)] = true;
  const NgWholeStyle *style = &choice->layout->style;
  for (uint32_t i = 0; i < style->n_wanted; i++) {
    const NgWholeEdge *edge = &whole->edges[style->wanted[i]];
    choice->chosen[edge->from] = choice->chosen[edge->to] = true;
  }
}

static int heavier_edge(gconstpointer a, gconstpointer b, gpointer user)
{
  const NgWhole *whole = user;
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  uint32_t wx = whole->edges[x].weight, wy = whole->edges[y].weight;
  return wx != wy ? (wx > wy ? -1 : 1) : x < y ? -1 : x > y;
}

static bool is_wanted(const NgWholeChoice *choice, uint32_t edge)
{
  const NgWholeStyle *style = &choice->layout->style;
  for (uint32_t i = 0; i < style->n_wanted; i++)
    if (style->wanted[i] == edge)
      return true;
  return false;
}

static void keep_wanted(NgWholeChoice *choice)
{
  const NgWhole *whole = choice->whole;
  for (uint32_t i = 0; i < whole->n_edges && choice->layout->style.n_wanted; i++)
    if (!is_loop(&whole->edges[i]) && is_wanted(choice, i))
      keep(choice, i);
}

static bool is_between_chosen(const NgWholeChoice *choice, const NgWholeEdge *edge)
{
  return !is_loop(edge) && choice->chosen[edge->from] && choice->chosen[edge->to];
}

/* Of the weak or of the other edges so many: first the heaviest that join what is apart, then the heaviest others. */
static void keep_some(NgWholeChoice *choice, bool weak, uint32_t room)
{
  const NgWhole *whole = choice->whole;
  g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (uint32_t i = 0; i < whole->n_edges; i++)
    if (whole->edges[i].weak == weak && is_between_chosen(choice, &whole->edges[i]) && !is_wanted(choice, i))
      g_array_append_val(order, i);
  g_array_sort_with_data(order, heavier_edge, (gpointer)whole);
  for (int joining = 1; joining >= 0; joining--)
    for (uint32_t i = 0; i < order->len && room > 0; i++) {
      uint32_t edge = g_array_index(order, uint32_t, i);
      if (edge == NG_NONE)
        continue;
      const NgWholeEdge *it = &whole->edges[edge];
      if (joining && root_of(choice, it->from) == root_of(choice, it->to))
        continue;
      keep(choice, edge);
      g_array_index(order, uint32_t, i) = NG_NONE;
      room--;
    }
}

static void keep_edges(NgWholeChoice *choice)
{
  uint32_t n_chosen = 0;
  for (uint32_t i = 0; i < choice->whole->n_nodes; i++)
    n_chosen += choice->chosen[i];
  keep_wanted(choice);
  if (choice->all_weak) {
    keep_some(choice, true, n_chosen);
    return;
  }
  uint32_t most = n_chosen + MORE_EDGES;
  keep_some(choice, false, most);
  uint32_t room = most - MIN(choice->kept->len, most);
  keep_some(choice, true, MAX(MIN(n_chosen / NODES_TO_A_WEAK_EDGE, room), LEAST_WEAK_EDGES));
}

void ng_whole_choose(NgWholeLayout *layout)
{
  const NgWhole *whole = layout->whole;
  gsize n = MAX(whole->n_nodes, 1);
  g_autofree uint32_t *degree = g_new0(uint32_t, n), *root = g_new(uint32_t, n), *loop = g_new(uint32_t, n);
  g_autofree guint64 *weighted = g_new0(guint64, n);
  g_autofree bool *chosen = g_new0(bool, n);
  g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  NgWholeChoice choice = {layout, whole, false, degree, weighted, root, loop, chosen, kept};
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    root[i] = i;
  memset(loop, 0xFF, n * sizeof *loop);
  choose_nodes(&choice);
  keep_edges(&choice);
  ng_whole_make_marks(&choice);
  ng_whole_make_boxes(&choice);
  ng_whole_make_lines(&choice);
}
