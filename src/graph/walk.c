/* Finding one's way in a picture. */
#include "graph/picture.h"

const NgSpot *ng_picture_spot(const NgPicture *picture, uint32_t edge)
{
  for (uint32_t i = 0; i < picture->n_spots; i++)
    if (picture->spots[i].edge == edge)
      return &picture->spots[i];
  return NULL;
}

static NgPick first_edge(const NgPicture *picture)
{
  for (uint32_t i = 0; i < picture->n_spots; i++)
    if (picture->spots[i].edge != NG_NONE)
      return (NgPick){picture->spots[i].edge, false};
  return (NgPick){NG_NONE, ng_picture_spot(picture, NG_NONE) != NULL};
}

/* The next spot of the same hop, down or up; the same one at the end. */
static NgPick along(const NgPicture *picture, const NgEgo *ego, NgPick from, NgDirection direction)
{
  const NgSpot *here = ng_picture_spot(picture, from.edge);
  int step = direction == NG_DOWN ? 1 : -1;
  uint8_t hop = ego->edges[from.edge].hop;
  for (gssize i = here - picture->spots + step; i >= 0 && i < (gssize)picture->n_spots; i += step)
    if (picture->spots[i].edge != NG_NONE && ego->edges[picture->spots[i].edge].hop == hop)
      return (NgPick){picture->spots[i].edge, from.on_node};
  return from;
}

/* Of the edges that lead on from a node the one nearest to it. */
static NgPick onward(const NgPicture *picture, const NgEgo *ego, uint32_t node, int row, NgPick from)
{
  NgPick best = from;
  int best_rows = G_MAXINT;
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    const NgSpot *spot = &picture->spots[i];
    if (spot->edge == NG_NONE || ego->edges[spot->edge].from != node || ABS(spot->order_row - row) >= best_rows)
      continue;
    best = (NgPick){spot->edge, false};
    best_rows = ABS(spot->order_row - row);
  }
  return best;
}

static NgPick to_node(const NgPicture *picture, const NgEgo *ego, uint32_t node, NgPick from)
{
  uint32_t via = ego->nodes[node].via;
  return ng_picture_spot(picture, via) ? (NgPick){via, true} : from;
}

NgPick ng_picture_walk(const NgPicture *picture, const NgEgo *ego, NgPick from, NgDirection direction)
{
  const NgSpot *here = ng_picture_spot(picture, from.edge);
  if (!here || (from.edge == NG_NONE && !from.on_node))
    return first_edge(picture);
  if (from.edge == NG_NONE)
    return direction == NG_RIGHT ? onward(picture, ego, 0, here->order_row, from) : from;
  if (direction == NG_UP || direction == NG_DOWN)
    return along(picture, ego, from, direction);
  const NgEdge *edge = &ego->edges[from.edge];
  if (!from.on_node)
    return direction == NG_RIGHT ? (NgPick){from.edge, true} : to_node(picture, ego, edge->from, from);
  if (direction == NG_LEFT)
    return (NgPick){from.edge, false};
  return edge->again ? to_node(picture, ego, edge->to, from) : onward(picture, ego, edge->to, here->order_row, from);
}

NgPick ng_picture_at(const NgPicture *picture, int row, int col)
{
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    const NgSpot *spot = &picture->spots[i];
    if (row >= spot->row && row < spot->row + spot->rows && col >= spot->col && col < spot->col + spot->cols)
      return (NgPick){spot->edge, true};
    if (row == spot->label_row && col >= spot->label_col && col < spot->label_col + spot->label_cols)
      return (NgPick){spot->edge, false};
  }
  return NG_PICK_NOTHING;
}
