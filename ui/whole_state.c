#include "ui/whole_state.h"

#include "ui/matrix_view.h"

#define SPIN_US    (200 * 1000)
#define AT_ONCE_US (3 * 1000) /* a layout that takes no longer is awaited */

static const NgLitPath no_path = {{NG_NONE, NG_NONE}, {NG_NONE, NG_NONE}, NULL, false};

NgWholeState *ng_whole_state(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  if (!r->whole) {
    NgWholeState *state = g_new0(NgWholeState, 1);
    state->leaving = g_ptr_array_new_with_free_func((GDestroyNotify)ng_whole_job_free);
    state->evidence = g_array_new(FALSE, FALSE, sizeof(NgEvidence));
    state->says = g_ptr_array_new_with_free_func(g_free);
    state->pick = NG_WHOLE_PICK_NOTHING;
    state->path = no_path;
    state->shown = NG_WHOLE_NOWHERE;
    state->entity = NG_NONE;
    state->most_nodes = NG_WHOLE_MOST_NODES;
    r->whole = state;
  }
  return r->whole;
}

const NgWhole *ng_whole_shown(NgReader *reader)
{
  const NgWholeState *state = ng_whole_state(reader);
  return state->layout ? state->shared->whole : NULL;
}

const NgWhole *ng_whole_graph(NgReader *reader)
{
  const NgWholeState *state = ng_whole_state(reader);
  return state->shared ? state->shared->whole : NULL;
}

const char *ng_whole_spinning(void)
{
  static const char *const texts[] = {"being drawn", "being drawn .", "being drawn ..", "being drawn ..."};
  return texts[g_get_monotonic_time() / SPIN_US % (gint64)G_N_ELEMENTS(texts)];
}

static void cancel(NgWholeState *state)
{
  if (!state->job)
    return;
  ng_whole_job_cancel(state->job);
  g_ptr_array_add(state->leaving, g_steal_pointer(&state->job));
}

void ng_whole_state_free(NgWholeState *state)
{
  if (!state)
    return;
  cancel(state);
  g_ptr_array_unref(state->leaving);
  ng_path_free(state->path.path);
  ng_whole_layout_free(state->layout);
  ng_shared_whole_unref(state->shared);
  g_array_unref(state->evidence);
  g_ptr_array_unref(state->says);
  g_free(state);
}

/* Those that were cancelled and have ended are freed, so that a long row of them is no burden. */
static void let_go(NgWholeState *state)
{
  cancel(state);
  for (guint i = state->leaving->len; i > 0; i--)
    if (ng_whole_job_wait(g_ptr_array_index(state->leaving, i - 1), 0))
      g_ptr_array_remove_index_fast(state->leaving, i - 1);
}

/* ---- a path ---- */

void ng_whole_ask_path(NgReader *reader, NgWholePlace from, NgWholePlace to)
{
  NgWholeState *state = ng_whole_state(reader);
  state->is_stale |= state->path.path != NULL;
  ng_path_free(state->path.path);
  state->path = no_path;
  state->path.from = from;
  state->path.to = to;
  state->pick.lit = NULL;
  state->pick.n_lit = 0;
}

static const char *name_of(NgReader *reader, NgWholePlace place)
{
  NgScope scope;
  uint32_t n;
  bool any = ng_relations_scope(reader, &scope);
  return any ? ng_article_entities(scope.articles[place.article], &n)[place.entity].name : "";
}

static void find_path(NgReader *reader)
{
  NgWholeState *state = ng_whole_state(reader);
  NgRelations *r = ng_relations_of(reader);
  const NgWhole *whole = ng_whole_shown(reader);
  NgLitPath *path = &state->path;
  if (!whole || path->path || path->from.entity == NG_NONE)
    return;
  uint32_t from = ng_whole_node_of(whole, path->from.article, path->from.entity);
  uint32_t to = ng_whole_node_of(whole, path->to.article, path->to.entity);
  if (from != NG_NONE && to != NG_NONE)
    path->path = ng_path_new(whole, from, to);
  if (!path->path || path->path->n_edges == 0) {
    ng_reader_say(reader, false, "no relations lead from %s to %s", name_of(reader, path->from),
                  name_of(reader, path->to));
    ng_whole_ask_path(reader, NG_WHOLE_NOWHERE, NG_WHOLE_NOWHERE);
    return;
  }
  path->is_picked = true;
  state->pick = (NgWholePick){from, NG_NONE, state->pick.centre, path->path->edges, path->path->n_edges};
  state->is_stale = true;
  r->in_evidence = true;
  r->sentence = 0;
}

/* ---- the layout, made aside ---- */

/* The selected entity's node and the centre, once the graph is there, and whenever another one is selected. */
static void follow_selection(NgReader *reader)
{
  NgWholeState *state = ng_whole_state(reader);
  const NgWhole *whole = ng_whole_shown(reader);
  if (!whole || state->entity == reader->entity)
    return;
  state->entity = reader->entity;
  state->pick.edge = NG_NONE;
  state->pick.centre = ng_relations_node(reader, whole);
  if (!state->path.is_picked)
    state->pick.node = state->pick.centre;
}

/* Another graph: what was picked in the one before means nothing in it. */
static void take_graph(NgReader *reader)
{
  NgWholeState *state = ng_whole_state(reader);
  NgSharedWhole *shared = ng_whole_job_take_whole(state->job);
  if (!state->shared || shared->whole != state->shared->whole) {
    state->pick = NG_WHOLE_PICK_NOTHING;
    state->entity = NG_NONE;
    g_clear_pointer(&ng_relations_of(reader)->matrix, ng_matrix_view_free);
  }
  ng_shared_whole_unref(state->shared);
  state->shared = shared;
}

static void take_over(NgReader *reader)
{
  NgWholeState *state = ng_whole_state(reader);
  NgWholeLayout *layout = ng_whole_job_take_layout(state->job);
  if (layout || state->is_graph_alone)
    take_graph(reader);
  if (layout) {
    ng_whole_layout_free(state->layout);
    state->layout = layout;
  }
  g_clear_pointer(&state->job, ng_whole_job_free);
}

bool ng_whole_wait(NgReader *reader, gint64 microseconds)
{
  NgWholeState *state = ng_whole_state(reader);
  if (!state->job)
    return false;
  if (ng_whole_job_wait(state->job, microseconds))
    take_over(reader);
  return true;
}

static bool is_as_asked(const NgWholeState *state, const NgWholeStyle *style)
{
  const NgWholeStyle *asked = &state->asked;
  return (state->layout || (state->job && !state->is_graph_alone)) && !state->is_stale && asked->cols == style->cols &&
         asked->rows == style->rows && asked->most_nodes == style->most_nodes && asked->zoom == style->zoom &&
         asked->ascii == style->ascii;
}

/* The graph of all articles is there already, where no filter asks for another. */
static void take_joined(NgReader *reader)
{
  const NgJoined *joined = ng_joined_of(reader);
  NgWholeState *state = ng_whole_state(reader);
  if (!state->shared && joined && !ng_relations_of(reader)->filter)
    state->shared = ng_shared_whole_ref(joined->shared);
}

void ng_whole_ask_graph(NgReader *reader)
{
  NgWholeState *state = ng_whole_state(reader);
  NgScope scope;
  ng_joined_work(reader, AT_ONCE_US);
  if (!ng_relations_scope(reader, &scope))
    return;
  take_joined(reader);
  if (state->shared || state->job)
    return;
  NgWholeWish wish = {.graph_alone = true, .centre = NG_WHOLE_NOWHERE};
  state->is_graph_alone = true;
  state->job = ng_whole_job_new(scope.articles, scope.n, NULL, ng_relations_of(reader)->filter, &wish);
  ng_whole_wait(reader, AT_ONCE_US);
}

static void start(NgReader *reader, const NgScope *scope, const NgWholeStyle *style)
{
  NgWholeState *state = ng_whole_state(reader);
  let_go(state);
  take_joined(reader);
  state->is_graph_alone = false;
  NgWholeWish wish = {.style = *style,
                      .centre = state->shown.entity == NG_NONE ? ng_relations_selected(reader) : state->shown};
  if (state->path.path) {
    wish.edges = state->path.path->edges;
    wish.n_edges = state->path.path->n_edges;
  }
  state->asked = *style;
  state->is_stale = false;
  state->job = ng_whole_job_new(scope->articles, scope->n, state->shared, ng_relations_of(reader)->filter, &wish);
  ng_whole_wait(reader, AT_ONCE_US);
}

void ng_whole_ask(NgReader *reader, int cols, int rows, bool ascii)
{
  NgWholeState *state = ng_whole_state(reader);
  NgScope scope;
  ng_joined_work(reader, AT_ONCE_US);
  if (!ng_relations_scope(reader, &scope))
    return;
  static const uint32_t more[] = {[NG_WHOLE_NAMES] = 1, [NG_WHOLE_INITIALS] = 2, [NG_WHOLE_DOTS] = 4};
  NgWholeStyle style = {.cols = cols,
                        .rows = rows,
                        .most_nodes = state->most_nodes * more[state->zoom],
                        .zoom = state->zoom,
                        .ascii = ascii};
  find_path(reader);
  if (!is_as_asked(state, &style))
    start(reader, &scope, &style);
  find_path(reader);
  follow_selection(reader);
}

void ng_whole_forget(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  NgWholeState *state = r->whole;
  if (!state)
    return;
  NgWholePlace from = state->path.from, to = state->path.to;
  let_go(state);
  g_clear_pointer(&r->matrix, ng_matrix_view_free);
  r->matrix_entity = NG_NONE;
  g_clear_pointer(&state->layout, ng_whole_layout_free);
  g_clear_pointer(&state->shared, ng_shared_whole_unref);
  ng_whole_ask_path(reader, from, to);
  state->pick = NG_WHOLE_PICK_NOTHING;
  state->entity = NG_NONE;
}
