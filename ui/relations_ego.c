/* The ego network of the selected entity: as a fan (graph/fan.h) and as a tree (graph/tree.h). */
#include "ui/relations_private.h"

#include "model/phrase.h"

#define TREE_MARK_COLS  2    /* before a tree, for `›` */
#define MANY_ROWS       1000 /* more than any screen has */
#define SHORT_HEAD_COLS 44   /* below, the head does not say whose relations */

/* ---- the network, and what is picked in it ---- */

void ng_relations_drop_ego(NgRelations *r)
{
  g_clear_pointer(&r->ego, ng_ego_free);
  g_clear_pointer(&r->picture, ng_picture_free);
  r->fan_cols = 0;
}

const NgEgo *ng_relations_ego(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  int hops = ng_relations_zoomed(reader) ? r->hops : 1;
  bool backs = ng_relations_view(reader) == &ng_tree_view;
  const NgNetwork *network = ng_relations_network(reader);
  if (!network || (reader->entity == r->entity && hops == r->ego_hops && backs == r->ego_backs))
    return r->ego;
  if (reader->entity != r->entity) {
    r->pick = NG_PICK_NOTHING;
    r->in_evidence = false;
  }
  ng_relations_drop_ego(r);
  bool same = backs == r->ego_backs; /* edges of the second hop have other numbers */
  r->entity = reader->entity;
  r->ego_hops = hops;
  r->ego_backs = backs;
  NgWholePlace selected = ng_relations_selected(reader);
  uint32_t member = selected.entity == NG_NONE ? NG_NONE : ng_network_member(network, selected);
  if (member != NG_NONE)
    r->ego = ng_ego_with(network, member, &(NgEgoOptions){hops, r->filter, backs, reader->weak_below});
  if (r->ego && r->pick.edge != NG_NONE && r->pick.edge >= (same ? r->ego->n_edges : r->ego->n_direct))
    r->pick = NG_PICK_NOTHING;
  return r->ego;
}

bool ng_relations_is(NgReader *reader, uint32_t node, uint32_t entity)
{
  const NgEgo *ego = ng_relations_ego(reader);
  NgScope scope;
  return ego && ng_relations_scope(reader, &scope) && scope.own != NG_NONE &&
         ng_network_member(ng_relations_network(reader), (NgWholePlace){scope.own, entity}) == ego->nodes[node].member;
}

/* In focus, or with its evidence open beside it, an edge is always picked. */
static NgPick pick_of(NgReader *reader)
{
  const NgEgo *ego = ng_relations_ego(reader);
  NgRelations *r = ng_relations_of(reader);
  bool wanted = reader->focus == NG_PANE_RELATIONS || reader->layout.panes[NG_PANE_EVIDENCE].rows > 0;
  if (r->pick.edge == NG_NONE && !r->pick.on_node && wanted && ego && ego->n_edges)
    return (NgPick){0, false};
  return r->pick;
}

uint32_t ng_relations_edge(NgReader *reader)
{
  const NgEgo *ego = ng_relations_ego(reader);
  NgPick pick = pick_of(reader);
  if (pick.edge != NG_NONE)
    return pick.edge;
  return ego && ego->n_edges ? 0 : NG_NONE;
}

/* ---- drawing ---- */

static NgFanOptions options_for(NgReader *reader, int cols, int rows, bool ascii)
{
  return (NgFanOptions){.cols = cols,
                        .rows = rows,
                        .cut = false,
                        .zoomed = ng_relations_zoomed(reader),
                        .ascii = ascii,
                        .pick = pick_of(reader)};
}

static NgPicture *draw_fan(NgReader *reader, int cols, int rows, bool ascii)
{
  const NgEgo *ego = ng_relations_ego(reader);
  NgFanOptions options = options_for(reader, cols, rows, ascii);
  return ego ? ng_fan_draw(ego, &options) : NULL;
}

int ng_relations_rows(NgReader *reader, int cols)
{
  NgRelations *r = ng_relations_of(reader);
  if (!ng_relations_ego(reader))
    return 0;
  if (r->fan_cols != cols) {
    g_autoptr(NgPicture) picture = draw_fan(reader, cols - NG_MARK_COLS, MANY_ROWS, false);
    r->fan_cols = cols;
    r->fan_rows = picture ? picture->needed_rows : 0;
  }
  return r->fan_rows;
}

static NgPicture *draw_tree(NgReader *reader, int cols, int rows, bool ascii)
{
  (void)rows;
  const NgEgo *ego = ng_relations_ego(reader);
  NgTreeOptions options = {.cols = cols, .ascii = ascii, .pick = pick_of(reader)};
  return ego ? ng_tree_draw(ego, &options) : NULL;
}

static const NgSpot *spot(NgReader *reader, bool *on_label)
{
  const NgRelations *r = ng_relations_of(reader);
  NgPick pick = pick_of(reader);
  if (!r->picture || (pick.edge == NG_NONE && !pick.on_node))
    return NULL;
  *on_label = !pick.on_node;
  return ng_picture_spot(r->picture, pick.edge);
}

static const char *nothing(NgReader *reader)
{
  const NgEgo *ego = ng_relations_ego(reader);
  NgScope scope;
  if (!ng_relations_scope(reader, &scope))
    return ng_relations_waiting(reader);
  if (scope.own == NG_NONE)
    return "this article is left out";
  return ego && ego->n_edges ? NULL : "no relation told here";
}

/* Whether the head says whose relations it is of. In a pane beside others there is no room for that, all articles and a filter. */
static bool is_named(NgReader *reader)
{
  bool crowded = ng_joined_is_asked(reader) && ng_relations_of(reader)->filter && !ng_relations_zoomed(reader);
  return ng_reader_selected(reader) && !crowded && reader->layout.panes[NG_PANE_RELATIONS].cols >= SHORT_HEAD_COLS;
}

static char *title(NgReader *reader)
{
  g_autofree char *where = ng_relations_where(reader);
  if (!is_named(reader))
    return where ? ng_relations_short_where(reader) : g_strdup("Relations");
  bool told = where && ng_relations_zoomed(reader); /* else it stands with the count, for a name may be cut */
  return g_strconcat("Relations of ", ng_reader_selected(reader)->name, told ? " " : NULL, where, NULL);
}

/* "3 hops", "2 of 3 hops": how far it goes, and how much of that the picture had room for. */
static char *reach(NgReader *reader)
{
  const NgRelations *r = ng_relations_of(reader);
  const NgEgo *ego = ng_relations_ego(reader);
  if (!ego || !ng_relations_zoomed(reader))
    return NULL;
  int all = 0, drawn = 0;
  for (uint32_t i = 0; i < ego->n_edges; i++)
    all = MAX(all, ego->edges[i].hop);
  for (uint32_t i = 0; r->picture && i < r->picture->n_spots; i++)
    if (r->picture->spots[i].edge < ego->n_edges)
      drawn = MAX(drawn, ego->edges[r->picture->spots[i].edge].hop);
  g_autofree char *hops = ng_phrase_count((uint32_t)r->hops, "hop", "hops");
  return drawn > 0 && drawn < all ? g_strdup_printf("%d of %s", drawn, hops) : g_steal_pointer(&hops);
}

static char *count(NgReader *reader)
{
  const NgEgo *ego = ng_relations_ego(reader);
  if (!ego)
    return NULL;
  g_autofree char *where = !ng_relations_zoomed(reader) && is_named(reader) ? ng_relations_where(reader) : NULL;
  return g_strdup_printf("%s%s%u of %u", where ? where : "", where ? " · " : "", ego->n_shown, ego->n_neighbours);
}

/* ---- walking ---- */

typedef NgPick Walk(const NgPicture *picture, const NgEgo *ego, NgPick from, NgDirection direction);

static void walk_by(NgReader *reader, Walk *walk, NgDirection direction, int times)
{
  NgRelations *r = ng_relations_of(reader);
  const NgEgo *ego = ng_relations_ego(reader);
  NgPick pick = pick_of(reader);
  for (; r->picture && ego && times > 0; times--)
    pick = walk(r->picture, ego, pick, direction);
  r->pick = pick;
}

static void walk_fan(NgReader *reader, NgDirection direction, int times)
{
  walk_by(reader, ng_picture_walk, direction, times);
}

static void walk_tree(NgReader *reader, NgDirection direction, int times)
{
  walk_by(reader, ng_tree_walk, direction, times);
}

static void page(NgReader *reader, int delta)
{
  ng_relations_view(reader)->walk(reader, delta < 0 ? NG_UP : NG_DOWN, MIN(ABS(delta), NG_EGO_MAX_EDGES));
}

static void turn(NgReader *reader, int by)
{
  page(reader, by);
}

static void zoom(NgReader *reader, int by)
{
  NgRelations *r = ng_relations_of(reader);
  int hops = CLAMP(r->hops + by, 1, NG_EGO_MAX_HOPS);
  if (hops == r->hops)
    ng_reader_say(reader, false, by > 0 ? "no more hops than these" : "no fewer hops than this");
  r->hops = hops;
}

static bool find(NgReader *reader, const char *folded, bool last)
{
  (void)last;
  const NgEgo *ego = ng_relations_ego(reader);
  for (uint32_t i = 1; ego && i < ego->n_nodes; i++)
    if (ng_relations_is_called(ng_ego_entity(ego, i)->name, folded)) {
      ng_relations_of(reader)->pick = (NgPick){ego->nodes[i].via, true};
      return true;
    }
  return false;
}

static void pick_at(NgReader *reader, int row, int col)
{
  NgRelations *r = ng_relations_of(reader);
  r->pick = r->picture ? ng_picture_at(r->picture, row, col) : NG_PICK_NOTHING;
}

static bool centre(NgReader *reader, NgWholePlace *place)
{
  const NgEgo *ego = ng_relations_ego(reader);
  NgPick pick = pick_of(reader);
  if (!ego || !pick.on_node || pick.edge == NG_NONE)
    return false;
  uint32_t n;
  const NgWholePlace *places =
      ng_network_places(ng_relations_network(reader), ego->nodes[ego->edges[pick.edge].to].member, &n);
  *place = ng_relations_place(reader, places, n);
  return true;
}

static bool tell(NgReader *reader, NgTie *tie)
{
  const NgEgo *ego = ng_relations_ego(reader);
  uint32_t edge = ng_relations_edge(reader);
  if (!ego || edge == NG_NONE)
    return false;
  const NgEdge *it = &ego->edges[edge];
  *tie = (NgTie){.phrase = ng_ego_phrase(ego, edge),
                 .evidence = ego->evidence + it->first_evidence,
                 .n_evidence = it->n_evidence,
                 .weak = it->weak,
                 .is_edge = true};
  tie->place = edge < ego->n_direct ? g_strdup_printf("relation %u of %u", edge + 1, ego->n_direct)
                                    : g_strdup_printf("hop %u", it->hop);
  return true;
}

static const char *opens(NgReader *reader)
{
  NgWholePlace place;
  return centre(reader, &place) ? "centre" : NULL;
}

#define EGO_AND_TREE                                                                                                   \
  .spot = spot, .nothing = nothing, .turn = turn, .page = page, .zoom = zoom, .find = find, .pick_at = pick_at,        \
  .tell = tell, .centre = centre, .opens = opens, .title = title, .reach = reach, .count = count

const NgRelationsView ng_ego_view = {.name = "ego", .indent = 1, .draw = draw_fan, .walk = walk_fan, EGO_AND_TREE};
const NgRelationsView ng_tree_view = {.name = "tree",
                                      .indent = TREE_MARK_COLS,
                                      .marks = true,
                                      .full = true,
                                      .any_rows = true,
                                      .draw = draw_tree,
                                      .walk = walk_tree,
                                      EGO_AND_TREE};
