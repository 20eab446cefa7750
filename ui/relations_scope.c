/* Whose graph the relations pane shows: that of the open article, or of all articles together; and the way from one of them to another. */
#include "ui/relations_private.h"
#include "ui/whole_state.h"

#include "ui/kept.h"

#include <string.h>

bool ng_relations_scope(NgReader *reader, NgScope *scope)
{
  bool asked = ng_joined_is_asked(reader);
  const NgJoined *joined = asked ? ng_joined_of(reader) : NULL;
  if (joined)
    *scope = (NgScope){(const NgArticle *const *)joined->articles->pdata, joined->articles->len,
                       ng_joined_index(joined, reader->article)};
  else
    *scope = (NgScope){asked ? NULL : &reader->article, asked ? 0 : 1, 0};
  return scope->articles != NULL;
}

const NgNetwork *ng_relations_network(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  if (ng_joined_is_asked(reader)) {
    const NgJoined *joined = ng_joined_of(reader);
    return joined ? joined->network : NULL;
  }
  if (!r->network)
    r->network = ng_network_new(reader->article);
  return r->network;
}

NgWholePlace ng_relations_selected(NgReader *reader)
{
  NgScope scope;
  bool any = ng_relations_scope(reader, &scope) && scope.own != NG_NONE && reader->entity != NG_NONE;
  return any ? (NgWholePlace){scope.own, reader->entity} : NG_WHOLE_NOWHERE;
}

uint32_t ng_relations_node(NgReader *reader, const NgWhole *whole)
{
  NgWholePlace selected = ng_relations_selected(reader);
  return selected.entity == NG_NONE ? NG_NONE : ng_whole_node_of(whole, selected.article, selected.entity);
}

NgWholePlace ng_relations_place(NgReader *reader, const NgWholePlace *places, uint32_t n)
{
  NgScope scope;
  const NgWholePlace *mentioned = NULL;
  if (n == 0 || !ng_relations_scope(reader, &scope))
    return NG_WHOLE_NOWHERE;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t n_entities;
    const NgEntity *entities = ng_article_entities(scope.articles[places[i].article], &n_entities);
    if (places[i].article == scope.own)
      return places[i];
    if (!mentioned && entities[places[i].entity].n_mentions > 0)
      mentioned = &places[i];
  }
  return mentioned ? *mentioned : places[0];
}

char *ng_relations_where(NgReader *reader)
{
  guint n, given;
  if (!ng_joined_is_asked(reader))
    return NULL;
  ng_joined_count(reader->shelf, &n, &given);
  return n == given ? g_strdup_printf("in %u articles", n) : g_strdup_printf("in %u of %u articles", n, given);
}

char *ng_relations_short_where(NgReader *reader)
{
  guint n, given;
  ng_joined_count(reader->shelf, &n, &given);
  return n == given ? g_strdup("All articles") : g_strdup_printf("In %u of %u articles", n, given);
}

const char *ng_relations_waiting(NgReader *reader)
{
  bool joins = ng_joined_is_asked(reader) && !ng_joined_of(reader);
  return joins ? ng_joined_waiting(reader->shelf) : ng_whole_spinning();
}

const NgWhole *ng_relations_joined(NgReader *reader)
{
  const NgJoined *joined = ng_joined_of(reader);
  return joined ? joined->shared->whole : NULL;
}

/* ---- asking for it ---- */

/* What is left out, and why, where anything is. */
static void tell_left_out(NgReader *reader)
{
  guint n, given, loaded = ng_kept_loaded(reader->shelf), unreadable = 0;
  ng_joined_count(reader->shelf, &n, &given);
  for (guint i = 0; i < given; i++)
    unreadable += ng_shelf_item(reader->shelf, i)->error != NULL;
  if (n < loaded)
    ng_reader_say(reader, false, "%u of %u articles are left out: together they are too long", loaded - n, given);
  else if (unreadable)
    ng_reader_say(reader, false, "%u of %u files cannot be read", unreadable, given);
}

const char *const *ng_relations_graphs(void)
{
  static const char *const graphs[] = {"article", "all", NULL};
  return graphs;
}

void ng_relations_graph_of(NgReader *reader, const char *what)
{
  bool all = strcmp(what, "all") == 0, other = !*what;
  if (!other && !g_strv_contains(ng_relations_graphs(), what)) {
    ng_reader_say(reader, true, "graph-of is article or all");
    return;
  }
  if (!reader->shelf || reader->shelf->items->len < 2) {
    ng_reader_say(reader, false, "only one article is open");
    return;
  }
  reader->focus = reader->side = NG_PANE_RELATIONS;
  ng_joined_ask(reader->shelf, other ? !reader->shelf->joins : all);
  if (reader->shelf->joins)
    tell_left_out(reader);
}

void ng_relations_forget(NgReader *reader, bool at_once)
{
  NgRelations *r = reader->relations;
  if (!r)
    return;
  ng_relations_drop_ego(r);
  r->entity = NG_NONE;
  r->pick = NG_PICK_NOTHING;
  r->in_evidence = false;
  if (r->whole)
    r->whole->shown = NG_WHOLE_NOWHERE;
  if (r->whole)
    ng_whole_ask_path(reader, NG_WHOLE_NOWHERE, NG_WHOLE_NOWHERE);
  ng_whole_forget(reader);
  if (at_once)
    g_clear_pointer(&r->whole, ng_whole_state_free);
}

/* ---- to another article ---- */

void ng_relations_go_elsewhere(NgReader *reader, NgWholePlace place, NgRange sentence)
{
  const NgJoined *joined = ng_joined_of(reader);
  if (joined)
    reader->shelf->wanted = (NgWanted){g_array_index(joined->items, guint, place.article), place.entity, sentence};
}

/* What is picked, where the open article does not name it. */
static bool is_elsewhere(NgReader *reader, NgWholePlace *place)
{
  NgScope scope;
  return ng_relations_scope(reader, &scope) && ng_relations_view(reader)->centre(reader, place) &&
         place->article != scope.own;
}

const NgArticle *ng_relations_elsewhere(NgReader *reader)
{
  NgWholePlace place;
  NgScope scope;
  bool any = is_elsewhere(reader, &place) && ng_relations_scope(reader, &scope);
  return any ? scope.articles[place.article] : NULL;
}

bool ng_relations_open_elsewhere(NgReader *reader)
{
  NgWholePlace place;
  if (!is_elsewhere(reader, &place))
    return false;
  ng_relations_go_elsewhere(reader, place, (NgRange){0, 0});
  return true;
}

void ng_relations_go_along(NgReader *reader, NgReader *from)
{
  NgRelations *r = ng_relations_of(reader), *before = ng_relations_of(from);
  g_autofree char *filter = ng_filter_text(before->filter), *own = ng_filter_text(r->filter);
  r->view = before->view;
  r->hops = before->hops;
  if (strcmp(filter, own) != 0)
    ng_relations_filter(reader, filter);
}
