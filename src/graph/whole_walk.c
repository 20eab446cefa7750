/* Walking the picture of a whole graph: which node lies that way. */
#include "graph/whole_picture.h"

#include <stdlib.h>

const NgSpot *ng_whole_spot_of_node(const NgPicture *picture, uint32_t node)
{
  for (uint32_t i = 0; i < picture->n_spots && node != NG_NONE; i++)
    if (picture->spots[i].edge == NG_NONE && picture->spots[i].node == node)
      return &picture->spots[i];
  return NULL;
}

const NgSpot *ng_whole_spot_of_edge(const NgPicture *picture, uint32_t edge)
{
  return edge == NG_NONE ? NULL : ng_picture_spot(picture, edge);
}

static NgWholePick pick_node(NgWholePick from, uint32_t node)
{
  from.node = node;
  from.edge = NG_NONE;
  return from;
}

/* How far one spot is from another that way, in columns, a row for two; -1 if it lies another way. */
static int distance(const NgSpot *from, const NgSpot *to, NgDirection direction)
{
  int across = (2 * to->col + to->cols) - (2 * from->col + from->cols);
  int down = 2 * ((2 * to->row + to->rows) - (2 * from->row + from->rows));
  bool flat = direction == NG_LEFT || direction == NG_RIGHT;
  int along = flat ? across : down, aside = abs(flat ? down : across);
  if (direction == NG_LEFT || direction == NG_UP)
    along = -along;
  /* names below each other in one box are neighbours as well */
  return along <= 0 || aside > along * 3 ? -1 : along + 2 * aside;
}

/* Whether the two nodes share an edge that is drawn. */
static bool are_neighbours(const NgPicture *picture, const NgWhole *whole, uint32_t a, uint32_t b)
{
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    uint32_t edge = picture->spots[i].edge;
    if (edge == NG_NONE || edge >= whole->n_edges)
      continue;
    const NgWholeEdge *it = &whole->edges[edge];
    if ((it->from == a && it->to == b) || (it->from == b && it->to == a))
      return true;
  }
  return false;
}

static const NgSpot *nearest(const NgPicture *picture, const NgWhole *whole, const NgSpot *from, NgDirection direction,
                             bool neighbours)
{
  const NgSpot *best = NULL;
  int least = 0;
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    const NgSpot *spot = &picture->spots[i];
    int far = spot == from || spot->edge != NG_NONE || spot->node == NG_NONE ? -1 : distance(from, spot, direction);
    if (far < 0 || (best && far >= least) || (neighbours && !are_neighbours(picture, whole, from->node, spot->node)))
      continue;
    best = spot;
    least = far;
  }
  return best;
}

static NgWholePick first_pick(const NgPicture *picture, NgWholePick from)
{
  if (ng_whole_spot_of_node(picture, from.centre))
    return pick_node(from, from.centre);
  for (uint32_t i = 0; i < picture->n_spots; i++)
    if (picture->spots[i].edge == NG_NONE && picture->spots[i].node != NG_NONE)
      return pick_node(from, picture->spots[i].node);
  return pick_node(from, NG_NONE);
}

/* That end of an edge which lies further that way. */
static NgWholePick end_of(const NgPicture *picture, const NgWholeEdge *edge, NgWholePick from, NgDirection direction)
{
  const NgSpot *a = ng_whole_spot_of_node(picture, edge->from), *b = ng_whole_spot_of_node(picture, edge->to);
  if (!a || !b)
    return first_pick(picture, from);
  return pick_node(from, distance(a, b, direction) >= 0 ? edge->to : edge->from);
}

NgWholePick ng_whole_walk(const NgPicture *picture, const NgWhole *whole, NgWholePick from, NgDirection direction)
{
  const NgSpot *here = ng_whole_spot_of_node(picture, from.node);
  if (!here && from.edge != NG_NONE && from.edge < whole->n_edges)
    return end_of(picture, &whole->edges[from.edge], from, direction);
  if (!here)
    return first_pick(picture, from);
  const NgSpot *there = nearest(picture, whole, here, direction, true);
  if (!there)
    there = nearest(picture, whole, here, direction, false);
  return pick_node(from, there ? there->node : from.node);
}

NgWholePick ng_whole_turn(const NgPicture *picture, const NgWhole *whole, NgWholePick from, int step)
{
  g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  int at = -1;
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    uint32_t edge = picture->spots[i].edge;
    if (edge == NG_NONE || edge >= whole->n_edges ||
        (whole->edges[edge].from != from.node && whole->edges[edge].to != from.node))
      continue;
    at = edge == from.edge ? (int)own->len : at;
    g_array_append_val(own, edge);
  }
  if (own->len == 0)
    return pick_node(from, from.node);
  int n = (int)own->len, next = at < 0 ? (step > 0 ? 0 : n - 1) : (at + step % n + n) % n;
  from.edge = g_array_index(own, uint32_t, next);
  return from;
}

NgWholePick ng_whole_at(const NgPicture *picture, int row, int col)
{
  NgWholePick pick = NG_WHOLE_PICK_NOTHING;
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    const NgSpot *spot = &picture->spots[i];
    if (spot->edge == NG_NONE && row >= spot->row && row < spot->row + spot->rows && col >= spot->col &&
        col < spot->col + spot->cols)
      pick.node = spot->node;
    if (spot->edge != NG_NONE && pick.edge == NG_NONE && row == spot->label_row && col >= spot->label_col &&
        col < spot->label_col + spot->label_cols)
      pick.edge = spot->edge;
  }
  return pick;
}
