/* The whole graph of the article: everyone who has to do with someone, in one picture. */
#include "ui/whole_state.h"

#include "model/phrase.h"
#include "text/text.h"
#include "ui/status.h"
#include "ui/whole_overview.h"

#include <string.h>

#define LONG_HEAD_COLS 100 /* with fewer columns a head has no room for the words */
#define FOOT_ROWS      2   /* a blank row and the key to the signs */
#define LEAST_FOOT     16  /* with fewer rows there is none */
#define MORE_NODES     NG_WHOLE_MOST_NODES
#define BEYOND_GAP     3 /* between the key and what else stands in its row */

/* ---- drawing ---- */

static int foot_rows(NgReader *reader)
{
  return reader->layout.panes[NG_PANE_RELATIONS].rows >= LEAST_FOOT ? FOOT_ROWS : 0;
}

/* The size does not depend on how many rows sentences take away below, so that the picture stays when they open. */
static NgPicture *draw(NgReader *reader, int cols, int rows, bool ascii)
{
  NgWholeState *state = ng_whole_state(reader);
  (void)rows;
  ng_whole_ask(reader, cols, reader->layout.panes[NG_PANE_RELATIONS].rows - 1 - foot_rows(reader), ascii);
  return state->layout ? ng_whole_layout_draw(state->layout, state->pick) : NULL;
}

static const char *nothing(NgReader *reader)
{
  const NgWhole *whole = ng_whole_shown(reader);
  if (!whole)
    return ng_relations_waiting(reader);
  if (whole->n_nodes > 0)
    return NULL;
  return ng_relations_of(reader)->filter ? "nothing passes the filter" : "no relation told here";
}

static const NgSpot *spot(NgReader *reader, bool *on_label)
{
  const NgRelations *r = ng_relations_of(reader);
  const NgWholeState *state = ng_whole_state(reader);
  *on_label = state->pick.edge != NG_NONE;
  if (!r->picture)
    return NULL;
  return *on_label ? ng_whole_spot_of_edge(r->picture, state->pick.edge)
                   : ng_whole_spot_of_node(r->picture, state->pick.node);
}

/* The key to the signs at the left; at the right which ways the picture goes on, where no overview tells. */
static void draw_foot(NgReader *reader, NgCanvas *canvas, NgRect foot)
{
  const NgWholeLayout *layout = ng_whole_state(reader)->layout;
  if (!layout || nothing(reader))
    return;
  g_autofree char *beyond = ng_whole_overview_words(reader, canvas->ascii);
  int row = foot.row + foot.rows - 1, col = foot.col + NG_MARK_COLS - 1, cols = foot.cols - NG_MARK_COLS;
  int beyond_cols = beyond ? ng_text_cols(beyond, strlen(beyond)) : 0, key_cols = cols;
  if (beyond) {
    key_cols = cols - beyond_cols - BEYOND_GAP;
    ng_canvas_put_cut(canvas, row, col + MAX(cols - beyond_cols, 0), beyond_cols, NG_ROLE_DIM, beyond);
  }
  ng_canvas_put_cut(canvas, row, col, MAX(key_cols, 0), NG_ROLE_DIM, ng_whole_key(layout, key_cols));
}

static char *title(NgReader *reader)
{
  g_autofree char *where = ng_relations_where(reader);
  if (where && reader->layout.panes[NG_PANE_RELATIONS].cols < LONG_HEAD_COLS)
    return ng_relations_short_where(reader);
  return g_strdup_printf("Relations %s", where ? where : "in the article");
}

static char *count(NgReader *reader)
{
  const NgWholeState *state = ng_whole_state(reader);
  static const char *const zooms[] = {
      [NG_WHOLE_NAMES] = "names", [NG_WHOLE_INITIALS] = "initials", [NG_WHOLE_DOTS] = "dots"};
  NgScope scope;
  if (!ng_relations_scope(reader, &scope))
    return NULL;
  if (state->job || !state->layout)
    return g_strdup_printf("%s are %s", zooms[state->zoom], ng_whole_spinning());
  uint32_t n_nodes, n_edges;
  ng_whole_layout_count(state->layout, &n_nodes, &n_edges);
  return g_strdup_printf("%u of %u relations · %u of %u names", n_edges, state->shared->whole->n_edges, n_nodes,
                         state->shared->whole->n_nodes);
}

/* ---- walking ---- */

static void walk(NgReader *reader, NgDirection direction, int times)
{
  const NgRelations *r = ng_relations_of(reader);
  NgWholeState *state = ng_whole_state(reader);
  const NgWhole *whole = ng_whole_shown(reader);
  state->path.is_picked = false;
  if (state->pick.edge != NG_NONE)
    state->pick.node = NG_NONE; /* from an edge to its end that way */
  for (; whole && r->picture && times > 0; times--)
    state->pick = ng_whole_walk(r->picture, whole, state->pick, direction);
}

static void turn(NgReader *reader, int by)
{
  const NgRelations *r = ng_relations_of(reader);
  NgWholeState *state = ng_whole_state(reader);
  state->path.is_picked = false;
  if (ng_whole_shown(reader) && r->picture)
    state->pick = ng_whole_turn(r->picture, ng_whole_shown(reader), state->pick, by);
}

static void page(NgReader *reader, int delta)
{
  walk(reader, delta < 0 ? NG_UP : NG_DOWN, ABS(delta) > 1 ? MIN(ABS(delta), NG_WHOLE_MOST_NODES) : 1);
}

static void zoom(NgReader *reader, int by)
{
  NgWholeState *state = ng_whole_state(reader);
  int to = CLAMP((int)state->zoom - by, NG_WHOLE_NAMES, NG_WHOLE_DOTS);
  if (to == (int)state->zoom)
    ng_reader_say(reader, false, by > 0 ? "no closer than this" : "no farther off than this");
  state->zoom = (NgWholeZoom)to;
}

/* The first of those that are drawn, else of all, which is then drawn too. */
static bool find(NgReader *reader, const char *folded, bool last)
{
  NgWholeState *state = ng_whole_state(reader);
  const NgWhole *whole = ng_whole_shown(reader);
  const NgPicture *picture = ng_relations_of(reader)->picture;
  uint32_t found = NG_NONE;
  for (uint32_t i = 0; whole && picture && i < whole->n_nodes; i++) {
    if (!ng_relations_is_called(whole->nodes[i].name, folded))
      continue;
    bool drawn = ng_whole_spot_of_node(picture, i) != NULL;
    found = found == NG_NONE || drawn ? i : found;
    if (drawn)
      break;
  }
  if (found == NG_NONE)
    return false;
  state->path.is_picked = false;
  state->pick.node = found;
  state->pick.edge = NG_NONE;
  if (last && !ng_whole_spot_of_node(picture, found)) {
    state->shown = whole->places[whole->nodes[found].first_place];
    state->is_stale = true;
  }
  return true;
}

static void pick_at(NgReader *reader, int row, int col)
{
  const NgRelations *r = ng_relations_of(reader);
  NgWholeState *state = ng_whole_state(reader);
  if (!r->picture)
    return;
  NgWholePick pick = ng_whole_at(r->picture, row, col);
  state->path.is_picked = false;
  state->pick.node = pick.node;
  state->pick.edge = pick.edge;
}

static bool centre(NgReader *reader, NgWholePlace *place)
{
  const NgWholeState *state = ng_whole_state(reader);
  const NgWhole *whole = ng_whole_shown(reader);
  NgWholePick pick = state->pick;
  if (!whole || state->path.is_picked || pick.edge != NG_NONE || pick.node >= whole->n_nodes ||
      pick.node == pick.centre)
    return false;
  const NgWholeNode *node = &whole->nodes[pick.node];
  *place = ng_relations_place(reader, whole->places + node->first_place, node->n_places);
  return true;
}

/* On the centre: to the first of its edges. On what is left out: more of it. */
static bool open_pick(NgReader *reader)
{
  NgWholeState *state = ng_whole_state(reader);
  if (state->pick.edge != NG_NONE || state->path.is_picked)
    return false;
  if (state->pick.node == NG_WHOLE_REST) {
    state->most_nodes += MORE_NODES;
    state->pick.node = state->pick.centre;
    return true;
  }
  turn(reader, 1);
  return state->pick.edge != NG_NONE;
}

/* ---- what is said of it ---- */

/* The steps of a path, each with the first sentence that says it. */
static bool tell_path(NgWholeState *state, NgTie *tie)
{
  const NgWhole *whole = state->shared->whole;
  const NgPath *path = state->path.path;
  g_auto(GStrv) steps = ng_path_sentences(whole, path);
  g_array_set_size(state->evidence, 0);
  g_ptr_array_set_size(state->says, 0);
  for (uint32_t i = 0; i < path->n_edges; i++) {
    const NgWholeEdge *edge = &whole->edges[path->edges[i]];
    if (edge->n_evidence == 0)
      continue;
    g_array_append_val(state->evidence, whole->evidence[edge->first_evidence]);
    g_ptr_array_add(state->says, g_strdup(steps[i]));
  }
  *tie = (NgTie){.phrase = g_strdup_printf("%s to %s", whole->nodes[path->nodes[0]].name,
                                           whole->nodes[path->nodes[path->n_edges]].name),
                 .place = ng_phrase_count(path->n_edges, "step", "steps"),
                 .evidence = (const NgEvidence *)(const void *)state->evidence->data,
                 .n_evidence = state->evidence->len,
                 .says = (const char *const *)(const void *)state->says->pdata,
                 .is_edge = true};
  return true;
}

static bool tell_edge(NgWholeState *state, NgTie *tie)
{
  const NgWhole *whole = state->shared->whole;
  const NgWholeEdge *edge = &whole->edges[state->pick.edge];
  uint32_t node = state->pick.node < whole->n_nodes ? state->pick.node : edge->from, at = 0, n = 0;
  for (uint32_t i = 0; i < whole->n_edges; i++)
    if (whole->edges[i].from == node || whole->edges[i].to == node) {
      n++;
      at = i == state->pick.edge ? n : at;
    }
  *tie = (NgTie){.phrase = ng_whole_phrase(whole, state->pick.edge),
                 .place = g_strdup_printf("relation %u of %u", at, n),
                 .evidence = whole->evidence + edge->first_evidence,
                 .n_evidence = edge->n_evidence,
                 .is_edge = true,
                 .weak = edge->weak};
  return true;
}

/* How many of a node's edges the picture shows. */
static uint32_t drawn_edges(NgReader *reader, uint32_t node)
{
  const NgPicture *picture = ng_relations_of(reader)->picture;
  const NgWhole *whole = ng_whole_shown(reader);
  uint32_t n = 0;
  for (uint32_t i = 0; picture && i < picture->n_spots; i++) {
    uint32_t edge = picture->spots[i].edge;
    n += edge < whole->n_edges && (whole->edges[edge].from == node || whole->edges[edge].to == node);
  }
  return n;
}

static bool tell(NgReader *reader, NgTie *tie)
{
  NgWholeState *state = ng_whole_state(reader);
  const NgWhole *whole = ng_whole_shown(reader);
  if (!whole)
    return false;
  if (state->path.is_picked)
    return tell_path(state, tie);
  if (state->pick.edge < whole->n_edges)
    return tell_edge(state, tie);
  uint32_t node = state->pick.node, n_nodes, n_edges, of_node = 0;
  ng_whole_layout_count(state->layout, &n_nodes, &n_edges);
  if (node == NG_WHOLE_REST) {
    *tie = (NgTie){.phrase = g_strdup_printf("+%u", whole->n_nodes - n_nodes), .place = g_strdup("names not drawn")};
    return true;
  }
  if (node >= whole->n_nodes)
    return false;
  for (uint32_t i = 0; i < whole->n_edges; i++)
    of_node += whole->edges[i].from == node || whole->edges[i].to == node;
  *tie = (NgTie){.phrase = g_strdup(whole->nodes[node].name),
                 .place = g_strdup_printf("%u of %u relations drawn", drawn_edges(reader, node), of_node)};
  return true;
}

static const char *opens(NgReader *reader)
{
  const NgWholeState *state = ng_whole_state(reader);
  if (state->pick.edge != NG_NONE || state->path.is_picked)
    return NULL;
  if (state->pick.node == NG_WHOLE_REST)
    return "more names";
  return state->pick.node == state->pick.centre ? "its relations" : "centre";
}

const NgRelationsView ng_whole_view = {.name = "whole",
                                       .indent = 0,
                                       .centred = true,
                                       .any_rows = true,
                                       .full = true,
                                       .draw = draw,
                                       .decorate = ng_whole_overview_draw,
                                       .foot_rows = foot_rows,
                                       .foot = draw_foot,
                                       .spot = spot,
                                       .nothing = nothing,
                                       .walk = walk,
                                       .turn = turn,
                                       .page = page,
                                       .zoom = zoom,
                                       .find = find,
                                       .pick_at = pick_at,
                                       .tell = tell,
                                       .centre = centre,
                                       .open = open_pick,
                                       .opens = opens,
                                       .title = title,
                                       .count = count};
