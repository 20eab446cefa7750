/* Communities: Blondel, Guillaume, Lambiotte, Lefebvre, Fast unfolding of communities in large networks, 2008.
 *
 * Nodes go, in their order, to the community of a neighbour where modularity gains most by it, until none gains; then each community becomes a node, and
 * all begins anew. Of equal gains the community of the lowest number wins, so that the same graph gives the same communities. */
#include "graph/measures_private.h"

#include <string.h>

#define MAX_SWEEPS 32
#define MAX_LEVELS 32
/* A gain that is less than rounding can make is none. */
#define LEAST_GAIN 1e-9

/* A graph with weights; `inside`: what ties a node to itself, counted twice. */
typedef struct {
  uint32_t n;
  uint32_t *starts, *to;
  double *weight, *inside;
} Level;

static void level_clear(Level *level)
{
  g_free(level->starts);
  g_free(level->to);
  g_free(level->weight);
  g_free(level->inside);
}

static Level first_level(const NgAdjacency *adjacency)
{
  uint32_t n = adjacency->n_nodes, n_arcs = adjacency->starts[n];
  Level level = {n, g_new(uint32_t, (gsize)n + 1), g_new(uint32_t, (gsize)n_arcs + 1), g_new(double, (gsize)n_arcs + 1),
                 g_new0(double, (gsize)n + 1)};
  memcpy(level.starts, adjacency->starts, ((gsize)n + 1) * sizeof *level.starts);
  for (uint32_t i = 0; i < n_arcs; i++) {
    level.to[i] = adjacency->arcs[i].to;
    level.weight[i] = adjacency->arcs[i].weight;
  }
  return level;
}

static double strength(const Level *level, uint32_t node)
{
  double sum = level->inside[node];
  for (uint32_t k = level->starts[node]; k < level->starts[node + 1]; k++)
    sum += level->weight[k];
  return sum;
}

/* ---- moving nodes ---- */

typedef struct {
  const Level *level;
  uint32_t *community;
  double *strengths; /* of nodes */
  double *total;     /* of the strengths in each community */
  double *tie;       /* from the node at hand to each community; 0 but while it is looked at */
  uint32_t *near;    /* communities that it is tied to */
  double all;        /* of all strengths */
} Moving;

/* Moves the node where it gains most. Whether it moved. */
static bool move(Moving *moving, uint32_t node)
{
  const Level *level = moving->level;
  uint32_t own = moving->community[node], best = own, n_near = 0;
  double strength_of = moving->strengths[node];
  for (uint32_t k = level->starts[node]; k < level->starts[node + 1]; k++) {
    uint32_t there = moving->community[level->to[k]];
    if (moving->tie[there] == 0)
      moving->near[n_near++] = there;
    moving->tie[there] += level->weight[k];
  }
  moving->total[own] -= strength_of;
  double stay = moving->tie[own] - strength_of * moving->total[own] / moving->all, most = stay;
  for (uint32_t i = 0; i < n_near; i++) {
    uint32_t there = moving->near[i];
    double gain = moving->tie[there] - strength_of * moving->total[there] / moving->all;
    if (gain > most + LEAST_GAIN || (gain > stay + LEAST_GAIN && gain > most - LEAST_GAIN && there < best)) {
      best = there;
      most = MAX(most, gain);
    }
  }
  for (uint32_t i = 0; i < n_near; i++)
    moving->tie[moving->near[i]] = 0;
  moving->tie[own] = 0;
  moving->total[best] += strength_of;
  moving->community[node] = best;
  return best != own;
}

/* Numbers the communities in the order of their first nodes; returns how many there are. */
static uint32_t renumber(uint32_t *community, uint32_t n)
{
  g_autofree uint32_t *number = g_new(uint32_t, (gsize)n + 1);
  uint32_t next = 0;
  memset(number, 0xff, n * sizeof *number); /* NG_NONE */
  for (uint32_t i = 0; i < n; i++) {
    uint32_t *own = &number[community[i]];
    if (*own == NG_NONE)
      *own = next++;
    community[i] = *own;
  }
  return next;
}

/* The community of each node of a level; returns how many there are. */
static uint32_t settle(const Level *level, double all, uint32_t *community)
{
  uint32_t n = level->n;
  Moving moving = {.level = level, .community = community, .all = all};
  g_autofree double *strengths = g_new(double, (gsize)n + 1), *total = g_new(double, (gsize)n + 1);
  g_autofree double *tie = g_new0(double, (gsize)n + 1);
  g_autofree uint32_t *near = g_new(uint32_t, (gsize)n + 1);
  moving.strengths = strengths;
  moving.total = total;
  moving.tie = tie;
  moving.near = near;
  for (uint32_t i = 0; i < n; i++) {
    community[i] = i;
    strengths[i] = total[i] = strength(level, i);
  }
  bool moved = all > 0;
  for (int sweep = 0; moved && sweep < MAX_SWEEPS; sweep++) {
    moved = false;
    for (uint32_t i = 0; i < n; i++)
      moved |= move(&moving, i);
  }
  return renumber(community, n);
}

/* ---- communities to nodes ---- */

/* The nodes sorted by community: those of community c are order[starts[c]] to order[starts[c + 1] - 1]. */
static void sort_by_community(const uint32_t *community, uint32_t n, uint32_t n_communities, uint32_t *starts,
                              uint32_t *order)
{
  memset(starts, 0, ((gsize)n_communities + 2) * sizeof *starts);
  for (uint32_t i = 0; i < n; i++)
    starts[community[i] + 2]++;
  for (uint32_t c = 2; c <= n_communities; c++)
    starts[c] += starts[c - 1];
  for (uint32_t i = 0; i < n; i++)
    order[starts[community[i] + 1]++] = i;
}

static Level next_level(const Level *level, const uint32_t *community, uint32_t n)
{
  uint32_t n_arcs = level->starts[level->n], n_new = 0;
  g_autofree uint32_t *starts = g_new(uint32_t, (gsize)n + 3), *order = g_new(uint32_t, (gsize)level->n + 1);
  g_autofree uint32_t *place = g_new(uint32_t, (gsize)n + 1); /* where the arc to a community stands, and one */
  Level next = {n, g_new(uint32_t, (gsize)n + 1), g_new(uint32_t, (gsize)n_arcs + 1), g_new(double, (gsize)n_arcs + 1),
                g_new0(double, (gsize)n + 1)};
  memset(place, 0, ((gsize)n + 1) * sizeof *place);
  sort_by_community(community, level->n, n, starts, order);
  for (uint32_t c = 0; c < n; c++) {
    next.starts[c] = n_new;
    for (uint32_t i = starts[c]; i < starts[c + 1]; i++) {
      uint32_t node = order[i];
      next.inside[c] += level->inside[node];
      for (uint32_t k = level->starts[node]; k < level->starts[node + 1]; k++) {
        uint32_t to = community[level->to[k]];
        if (to == c) {
          next.inside[c] += level->weight[k];
          continue;
        }
        if (place[to] <= next.starts[c]) {
          next.to[n_new] = to;
          next.weight[n_new] = 0;
          place[to] = ++n_new;
        }
        next.weight[place[to] - 1] += level->weight[k];
      }
    }
  }
  next.starts[n] = n_new;
  return next;
}

/* How good it is that each node of the level is a community. */
static double modularity_of(const Level *level, double all)
{
  double sum = 0;
  for (uint32_t i = 0; all > 0 && i < level->n; i++) {
    double share = strength(level, i) / all;
    sum += level->inside[i] / all - share * share;
  }
  return sum;
}

uint32_t *ng_communities(const NgAdjacency *adjacency, uint32_t *n, double *modularity)
{
  uint32_t n_nodes = adjacency->n_nodes;
  uint32_t *community = g_new(uint32_t, (gsize)n_nodes + 1);
  g_autofree uint32_t *merged = g_new(uint32_t, (gsize)n_nodes + 1);
  Level level = first_level(adjacency);
  double all = 0;
  for (uint32_t i = 0; i < n_nodes; i++) {
    community[i] = i;
    all += strength(&level, i);
  }
  for (int depth = 0; depth < MAX_LEVELS; depth++) {
    uint32_t n_merged = settle(&level, all, merged);
    if (n_merged == level.n)
      break;
    Level next = next_level(&level, merged, n_merged);
    for (uint32_t i = 0; i < n_nodes; i++)
      community[i] = merged[community[i]];
    level_clear(&level);
    level = next;
  }
  *modularity = modularity_of(&level, all);
  level_clear(&level);
  *n = renumber(community, n_nodes);
  return community;
}
