/* The whole graph of the article: everyone who has to do with someone, in one picture. */
#include "ui/relations_private.h"
#include "ui/whole_job.h"

#include "model/phrase.h"
#include "ui/picture_draw.h"
#include "ui/status.h"

#include <string.h>

#define FOOT_ROWS      2  /* a blank row and the key to the signs */
#define LEAST_FOOT     16 /* with fewer rows there is none */
#define MORE_NODES     NG_WHOLE_MOST_NODES
#define AT_ONCE_US     (10 * 1000) /* a layout that takes no longer is awaited */
#define SPIN_US        (120 * 1000)
#define OVERVIEW_COLS  24
#define OVERVIEW_ROWS  8
#define OVERVIEW_SHARE 3 /* of the pane's columns and rows, at most one in so many */

/* Lasts as long as the pane's state. */
struct NgWholeState {
  NgSharedWhole *shared; /* of the layout that is shown */
  NgWholeLayout *layout;
  NgWholeJob *job;    /* the one that will replace it; NULL: it is as asked for */
  GPtrArray *leaving; /* NgWholeJob: cancelled ones */
  NgWholeStyle asked; /* of the layout or of the job */
  NgWholeFilter *filter;
  NgWholePick pick;
  uint32_t entity; /* that was selected when the pick was made */
  NgWholeZoom zoom;
  uint32_t most_nodes;
  GArray *evidence; /* NgEvidence, of the picked edge */
};

static struct NgWholeState *state_of(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  if (!r->whole) {
    struct NgWholeState *state = g_new0(struct NgWholeState, 1);
    state->leaving = g_ptr_array_new_with_free_func((GDestroyNotify)ng_whole_job_free);
    state->evidence = g_array_new(FALSE, FALSE, sizeof(NgEvidence));
    state->pick = NG_WHOLE_PICK_NOTHING;
    state->entity = NG_NONE;
    state->most_nodes = NG_WHOLE_MOST_NODES;
    r->whole = state;
  }
  return r->whole;
}

static const NgWhole *whole_of(NgReader *reader)
{
  const struct NgWholeState *state = state_of(reader);
  return state->layout ? state->shared->whole : NULL;
}

void ng_whole_state_free(struct NgWholeState *state)
{
  if (!state)
    return;
  if (state->job) {
    ng_whole_job_cancel(state->job);
    ng_whole_job_free(state->job);
  }
  g_ptr_array_unref(state->leaving);
  ng_whole_layout_free(state->layout);
  ng_shared_whole_unref(state->shared);
  ng_whole_filter_free(state->filter);
  g_array_unref(state->evidence);
  g_free(state);
}

/* ---- the layout, made aside ---- */

/* Those that were cancelled and have ended are freed, so that a long row of them is no burden. */
static void let_go(struct NgWholeState *state)
{
  if (state->job) {
    ng_whole_job_cancel(state->job);
    g_ptr_array_add(state->leaving, g_steal_pointer(&state->job));
  }
  for (guint i = state->leaving->len; i > 0; i--)
    if (ng_whole_job_wait(g_ptr_array_index(state->leaving, i - 1), 0))
      g_ptr_array_remove_index_fast(state->leaving, i - 1);
}

/* The selected entity's node and the centre, once the graph is there, and whenever another one is selected. */
static void follow_selection(NgReader *reader)
{
  struct NgWholeState *state = state_of(reader);
  const NgWhole *whole = whole_of(reader);
  if (!whole || (state->entity == reader->entity && state->pick.node != NG_NONE))
    return;
  state->entity = reader->entity;
  state->pick = NG_WHOLE_PICK_NOTHING;
  if (reader->entity != NG_NONE)
    state->pick.centre = state->pick.node = ng_whole_node_of(whole, 0, reader->entity);
}

/* Takes over what the job has made. */
static void take_over(NgReader *reader)
{
  struct NgWholeState *state = state_of(reader);
  NgWholeLayout *layout = ng_whole_job_take_layout(state->job);
  if (layout) {
    ng_whole_layout_free(state->layout);
    NgSharedWhole *shared = ng_whole_job_take_whole(state->job);
    if (!state->shared || shared->whole != state->shared->whole)
      state->pick = NG_WHOLE_PICK_NOTHING;
    ng_shared_whole_unref(state->shared);
    state->shared = shared;
    state->layout = layout;
  }
  g_clear_pointer(&state->job, ng_whole_job_free);
  follow_selection(reader);
}

bool ng_relations_work(NgReader *reader, int milliseconds)
{
  NgRelations *r = reader->relations;
  if (!r || !r->whole || !r->whole->job || ng_relations_view(reader) != &ng_whole_view)
    return false;
  if (ng_whole_job_wait(r->whole->job, milliseconds < 0 ? -1 : milliseconds * (gint64)1000))
    take_over(reader);
  return true;
}

static bool is_as_asked(const struct NgWholeState *state, const NgWholeStyle *style)
{
  const NgWholeStyle *asked = &state->asked;
  return (state->layout || state->job) && asked->cols == style->cols && asked->rows == style->rows &&
         asked->most_nodes == style->most_nodes && asked->zoom == style->zoom && asked->ascii == style->ascii;
}

/* Sees to it that a layout of this size and style is there or on its way. */
static void ask_for(NgReader *reader, int cols, int rows, bool ascii)
{
  struct NgWholeState *state = state_of(reader);
  NgWholeStyle style = {
      .cols = cols, .rows = rows, .most_nodes = state->most_nodes, .zoom = state->zoom, .ascii = ascii};
  if (is_as_asked(state, &style))
    return;
  let_go(state);
  NgWholeWish wish = {.style = style, .centre = reader->entity};
  state->asked = style;
  state->job = ng_whole_job_new(reader->article, state->shared, state->filter, &wish);
  if (ng_whole_job_wait(state->job, AT_ONCE_US))
    take_over(reader);
}

/* ---- drawing ---- */

static int foot_rows(NgReader *reader)
{
  return reader->layout.panes[NG_PANE_RELATIONS].rows >= LEAST_FOOT ? FOOT_ROWS : 0;
}

/* The size does not depend on how many rows sentences take away below, so that the picture stays when they open. */
static NgPicture *draw(NgReader *reader, int cols, int rows, bool ascii)
{
  struct NgWholeState *state = state_of(reader);
  (void)rows;
  ask_for(reader, cols, reader->layout.panes[NG_PANE_RELATIONS].rows - 1 - foot_rows(reader), ascii);
  follow_selection(reader);
  return state->layout ? ng_whole_layout_draw(state->layout, state->pick) : NULL;
}

static const char *nothing(NgReader *reader)
{
  static const char *const spinning[] = {"the graph is being drawn   ", "the graph is being drawn .  ",
                                         "the graph is being drawn .. ", "the graph is being drawn ..."};
  const NgWhole *whole = whole_of(reader);
  if (!whole)
    return spinning[g_get_monotonic_time() / SPIN_US % (gint64)G_N_ELEMENTS(spinning)];
  if (whole->n_nodes > 0)
    return NULL;
  return state_of(reader)->filter ? "nothing passes the filter" : "no relation is told of here";
}

static const NgSpot *spot(NgReader *reader, bool *on_label)
{
  const NgRelations *r = ng_relations_of(reader);
  const struct NgWholeState *state = state_of(reader);
  *on_label = state->pick.edge != NG_NONE;
  if (!r->picture)
    return NULL;
  return *on_label ? ng_whole_spot_of_edge(r->picture, state->pick.edge)
                   : ng_whole_spot_of_node(r->picture, state->pick.node);
}

/* Where in the whole we are, in the corner that is farthest from what is picked. */
static void draw_overview(NgReader *reader, NgCanvas *canvas, NgRect body)
{
  const NgRelations *r = ng_relations_of(reader);
  const struct NgWholeState *state = state_of(reader);
  if (r->picture->rows <= body.rows && r->picture->cols <= body.cols)
    return;
  NgWholeFrame frame = {r->top, r->left, MIN(body.rows, r->picture->rows), MIN(body.cols, r->picture->cols)};
  g_autoptr(NgPicture) small = ng_whole_overview(state->layout, frame, MIN(OVERVIEW_COLS, body.cols / OVERVIEW_SHARE),
                                                 MIN(OVERVIEW_ROWS, body.rows / OVERVIEW_SHARE));
  bool on_label;
  const NgSpot *picked = spot(reader, &on_label);
  bool right = !picked || picked->col - r->left < body.cols / 2;
  NgRect corner = {body.row + body.rows - small->rows, body.col + (right ? body.cols - small->cols : 0), small->rows,
                   small->cols};
  ng_canvas_clear_rect(canvas, corner);
  ng_picture_put(small, canvas, corner, 0, 0);
}

static void decorate(NgReader *reader, NgCanvas *canvas, NgRect body)
{
  draw_overview(reader, canvas, body);
}

static void draw_foot(NgReader *reader, NgCanvas *canvas, NgRect foot)
{
  (void)reader;
  ng_canvas_put_cut(canvas, foot.row + foot.rows - 1, foot.col + NG_MARK_COLS - 1, foot.cols - NG_MARK_COLS,
                    NG_ROLE_DIM, ng_whole_key(canvas->ascii));
}

static char *title(NgReader *reader)
{
  const struct NgWholeState *state = state_of(reader);
  g_autofree char *filter = ng_whole_filter_text(state->filter);
  return *filter ? g_strdup_printf("Relations: %s", filter) : g_strdup("Relations in the article");
}

static char *count(NgReader *reader)
{
  const struct NgWholeState *state = state_of(reader);
  if (!state->layout)
    return g_strdup("whole");
  uint32_t n_nodes, n_edges;
  ng_whole_layout_count(state->layout, &n_nodes, &n_edges);
  return g_strdup_printf("whole · %u of %u relations · %u of %u names", n_edges, state->shared->whole->n_edges, n_nodes,
                         state->shared->whole->n_nodes);
}

/* ---- walking ---- */

static void walk(NgReader *reader, NgDirection direction, int times)
{
  const NgRelations *r = ng_relations_of(reader);
  struct NgWholeState *state = state_of(reader);
  const NgWhole *whole = whole_of(reader);
  if (state->pick.edge != NG_NONE)
    state->pick.node = NG_NONE; /* from an edge to its end that way */
  for (; whole && r->picture && times > 0; times--)
    state->pick = ng_whole_walk(r->picture, whole, state->pick, direction);
}

static void turn(NgReader *reader, int by)
{
  const NgRelations *r = ng_relations_of(reader);
  struct NgWholeState *state = state_of(reader);
  if (whole_of(reader) && r->picture)
    state->pick = ng_whole_turn(r->picture, whole_of(reader), state->pick, by);
}

static void page(NgReader *reader, int delta)
{
  walk(reader, delta < 0 ? NG_UP : NG_DOWN, ABS(delta) > 1 ? MIN(ABS(delta), NG_WHOLE_MOST_NODES) : 1);
}

static void zoom(NgReader *reader, int by)
{
  struct NgWholeState *state = state_of(reader);
  int to = CLAMP((int)state->zoom - by, NG_WHOLE_NAMES, NG_WHOLE_DOTS);
  if (to == (int)state->zoom)
    ng_reader_say(reader, false, by > 0 ? "no closer than this" : "no farther off than this");
  state->zoom = (NgWholeZoom)to;
}

static void pick_at(NgReader *reader, int row, int col)
{
  const NgRelations *r = ng_relations_of(reader);
  struct NgWholeState *state = state_of(reader);
  if (!r->picture)
    return;
  NgWholePick pick = ng_whole_at(r->picture, row, col);
  state->pick.node = pick.node;
  state->pick.edge = pick.edge;
}

static uint32_t centre(NgReader *reader)
{
  const struct NgWholeState *state = state_of(reader);
  const NgWhole *whole = whole_of(reader);
  NgWholePick pick = state->pick;
  if (!whole || pick.edge != NG_NONE || pick.node >= whole->n_nodes || pick.node == pick.centre)
    return NG_NONE;
  return whole->places[whole->nodes[pick.node].first_place].entity;
}

/* On the centre: to the first of its edges. On what is left out: more of it. */
static bool open_pick(NgReader *reader)
{
  struct NgWholeState *state = state_of(reader);
  if (state->pick.edge != NG_NONE)
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

static void gather_evidence(struct NgWholeState *state, const NgWholeEdge *edge)
{
  g_array_set_size(state->evidence, 0);
  for (uint32_t i = 0; i < edge->n_evidence; i++) {
    const NgWholeEvidence *it = &state->shared->whole->evidence[edge->first_evidence + i];
    NgEvidence one = {it->start, it->end, it->relation, it->origin};
    g_array_append_val(state->evidence, one);
  }
}

static bool tell_edge(struct NgWholeState *state, NgTie *tie)
{
  const NgWhole *whole = state->shared->whole;
  const NgWholeEdge *edge = &whole->edges[state->pick.edge];
  uint32_t node = state->pick.node < whole->n_nodes ? state->pick.node : edge->from, at = 0, n = 0;
  for (uint32_t i = 0; i < whole->n_edges; i++)
    if (whole->edges[i].from == node || whole->edges[i].to == node) {
      n++;
      at = i == state->pick.edge ? n : at;
    }
  gather_evidence(state, edge);
  *tie = (NgTie){.phrase = ng_whole_phrase(whole, state->pick.edge),
                 .place = g_strdup_printf("relation %u of %u", at, n),
                 .evidence = (const NgEvidence *)(const void *)state->evidence->data,
                 .n_evidence = edge->n_evidence,
                 .is_edge = true,
                 .weak = edge->weak};
  return true;
}

/* How many of a node's edges the picture shows. */
static uint32_t drawn_edges(NgReader *reader, uint32_t node)
{
  const NgPicture *picture = ng_relations_of(reader)->picture;
  const NgWhole *whole = whole_of(reader);
  uint32_t n = 0;
  for (uint32_t i = 0; picture && i < picture->n_spots; i++) {
    uint32_t edge = picture->spots[i].edge;
    n += edge < whole->n_edges && (whole->edges[edge].from == node || whole->edges[edge].to == node);
  }
  return n;
}

static bool tell(NgReader *reader, NgTie *tie)
{
  struct NgWholeState *state = state_of(reader);
  const NgWhole *whole = whole_of(reader);
  if (!whole)
    return false;
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
  const struct NgWholeState *state = state_of(reader);
  if (state->pick.edge != NG_NONE)
    return "sentences";
  if (state->pick.node == NG_WHOLE_REST)
    return "more names";
  return state->pick.node == state->pick.centre ? "its relations" : "centre";
}

const NgRelationsView ng_whole_view = {.name = "whole",
                                       .indent = 0,
                                       .full = true,
                                       .draw = draw,
                                       .decorate = decorate,
                                       .foot_rows = foot_rows,
                                       .foot = draw_foot,
                                       .spot = spot,
                                       .nothing = nothing,
                                       .walk = walk,
                                       .turn = turn,
                                       .page = page,
                                       .zoom = zoom,
                                       .pick_at = pick_at,
                                       .tell = tell,
                                       .centre = centre,
                                       .open = open_pick,
                                       .opens = opens,
                                       .title = title,
                                       .count = count};
