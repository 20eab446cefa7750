/* The commands that belong to reading: one function each, in one table. */
#include "ui/view_reader.h"

#include "ui/places.h"
#include "ui/view_map.h"
#include "ui/view_relations.h"

typedef struct {
  NgCommandId id;
  bool (*run)(NgReader *reader, int count); /* false: nothing was there to do */
  const char *nothing;                      /* what is said then */
} Action;

static int page(const NgReader *reader)
{
  return MAX(reader->height - 2, 1);
}

/* Moves the cursor of the list in focus and selects what it stands on; else scrolls the article. */
static bool move_by(NgReader *reader, int list_rows, int article_rows)
{
  if (reader->focus == NG_PANE_RELATIONS) {
    ng_relations_page(reader, list_rows);
    return true;
  }
  NgList *list = ng_reader_list(reader);
  if (ng_map_is_open(reader)) {
    ng_map_move(reader, list_rows);
    return true;
  }
  if (!list) {
    ng_reader_scroll(reader, article_rows);
    return true;
  }
  ng_list_move(list, list_rows);
  ng_reader_select(reader, ng_list_entity(list), NG_NONE);
  return true;
}

static bool line_down(NgReader *reader, int count)
{
  return move_by(reader, count, count);
}

static bool line_up(NgReader *reader, int count)
{
  return move_by(reader, -count, -count);
}

static bool page_down(NgReader *reader, int count)
{
  return move_by(reader, count * page(reader), count * page(reader));
}

static bool page_up(NgReader *reader, int count)
{
  return move_by(reader, -count * page(reader), -count * page(reader));
}

static bool half_down(NgReader *reader, int count)
{
  return move_by(reader, count * page(reader) / 2, count * MAX(reader->height / 2, 1));
}

static bool half_up(NgReader *reader, int count)
{
  return move_by(reader, -count * page(reader) / 2, -count * MAX(reader->height / 2, 1));
}

static bool go_to_end(NgReader *reader, bool last)
{
  if (ng_reader_list(reader) || reader->focus == NG_PANE_RELATIONS)
    return move_by(reader, last ? G_MAXINT / 2 : -(G_MAXINT / 2), 0);
  ng_reader_go_to_end(reader, last);
  return true;
}

static bool start(NgReader *reader, int count)
{
  (void)count;
  return go_to_end(reader, false);
}

static bool end(NgReader *reader, int count)
{
  (void)count;
  return go_to_end(reader, true);
}

static bool heading_before(NgReader *reader, int count)
{
  return ng_reader_go_to_heading(reader, -count);
}

static bool heading_after(NgReader *reader, int count)
{
  return ng_reader_go_to_heading(reader, count);
}

static bool back(NgReader *reader, int count)
{
  return ng_reader_travel(reader, -count);
}

static bool forward(NgReader *reader, int count)
{
  return ng_reader_travel(reader, count);
}

/* While a search is active, n and N go through its matches. */
static bool step_match(NgReader *reader, int k)
{
  NgRange match = ng_search_current(reader->search);
  bool found = true;
  for (; k > 0 && found; k--)
    found = ng_search_next(reader->search, match.end, true, &match);
  for (; k < 0 && found; k++)
    found = ng_search_previous(reader->search, match.start, &match);
  if (!found) {
    ng_reader_say(reader, false, "nothing matches");
    return true;
  }
  ng_search_set_current(reader->search, match);
  ng_reader_go_to(reader, match.start);
  return true;
}

/* In the relations, of someone whom the article does not name: to the first, in the article that does. */
static bool open_elsewhere(NgReader *reader)
{
  return reader->focus == NG_PANE_RELATIONS && !reader->search && ng_relations_sentence(reader) == NG_NONE &&
         ng_relations_open_elsewhere(reader);
}

static bool next_mention(NgReader *reader, int count)
{
  if (open_elsewhere(reader))
    return true;
  return reader->search ? step_match(reader, count) : ng_reader_step(reader, count, false);
}

static bool previous_mention(NgReader *reader, int count)
{
  return reader->search ? step_match(reader, -count) : ng_reader_step(reader, -count, false);
}

static bool next_name(NgReader *reader, int count)
{
  return ng_reader_step(reader, count, true);
}

static bool previous_name(NgReader *reader, int count)
{
  return ng_reader_step(reader, -count, true);
}

static NgPane pane_of_kind(NgEntityKind kind)
{
  return kind == NG_ENTITY_PLACE ? NG_PANE_PLACES : NG_PANE_PEOPLE;
}

static bool focus_on(NgReader *reader, NgPane pane)
{
  reader->focus = pane;
  if (pane != NG_PANE_ARTICLE)
    reader->side = pane;
  return true;
}

/* In the text: to the entity's pane. In a list: to its first mention. */
static bool open_here(NgReader *reader, int count)
{
  (void)count;
  NgList *list = ng_reader_list(reader);
  const NgEntity *selected = ng_reader_selected(reader);
  if (!selected)
    return false;
  if (!list)
    return focus_on(reader, pane_of_kind(selected->kind));
  uint32_t n, entity = ng_list_entity(list) == NG_NONE ? reader->entity : ng_list_entity(list);
  const uint32_t *own = ng_article_mentions_of(reader->article, entity, &n);
  if (n == 0)
    return false;
  reader->zoomed = false;
  focus_on(reader, NG_PANE_ARTICLE);
  ng_reader_go_to_mention(reader, own[0]);
  return true;
}

static bool select_here(NgReader *reader, int count)
{
  (void)count;
  uint32_t n, i = ng_article_first_mention_from(reader->article, reader->top_pos);
  const NgMention *mentions = ng_article_mentions(reader->article, &n);
  NgRange match = reader->search ? ng_search_current(reader->search) : (NgRange){0, 0};
  if (match.end > match.start && ng_article_mention_at(reader->article, match.start) != NG_NONE)
    i = ng_article_mention_at(reader->article, match.start);
  else if (reader->mention != NG_NONE && mentions[reader->mention].start >= reader->top_pos)
    i = reader->mention;
  if (i >= n || mentions[i].start >= ng_reader_bottom_pos(reader))
    return false;
  ng_reader_select(reader, mentions[i].entity, i);
  ng_reader_say(reader, false, "selected");
  return true;
}

static bool fold(NgReader *reader, int count)
{
  (void)count;
  if (reader->mention == NG_NONE)
    return false;
  ng_reader_fold(reader, reader->entity);
  return true;
}

static bool to_article(NgReader *reader, int count)
{
  (void)count;
  return focus_on(reader, NG_PANE_ARTICLE);
}

static bool to_people(NgReader *reader, int count)
{
  (void)count;
  return focus_on(reader, NG_PANE_PEOPLE);
}

static bool zoom(NgReader *reader, int count)
{
  (void)count;
  reader->zoomed = !reader->zoomed;
  if (reader->zoomed && reader->focus == NG_PANE_PLACES)
    ng_map_enter(reader);
  return true;
}

/* Pressed in the pane already, it makes it the map; then a list again. */
static bool to_places(NgReader *reader, int count)
{
  if (reader->focus == NG_PANE_PLACES && ng_places_any(reader))
    return zoom(reader, count);
  if (reader->zoomed && ng_places_any(reader))
    ng_map_enter(reader);
  return focus_on(reader, NG_PANE_PLACES);
}

static bool to_relations(NgReader *reader, int count)
{
  (void)count;
  return focus_on(reader, NG_PANE_RELATIONS);
}

static bool to_pane(NgReader *reader, int by)
{
  int n = NG_PANE_RELATIONS + 1;
  return focus_on(reader, (NgPane)((((int)reader->focus + by) % n + n) % n));
}

static bool next_pane(NgReader *reader, int count)
{
  return to_pane(reader, count);
}

static bool previous_pane(NgReader *reader, int count)
{
  return to_pane(reader, -count);
}

static bool walk_left(NgReader *reader, int count)
{
  ng_relations_walk(reader, NG_LEFT, count);
  return true;
}

static bool walk_down(NgReader *reader, int count)
{
  ng_relations_walk(reader, NG_DOWN, count);
  return true;
}

static bool walk_up(NgReader *reader, int count)
{
  ng_relations_walk(reader, NG_UP, count);
  return true;
}

static bool walk_open(NgReader *reader, int count)
{
  (void)count;
  return ng_relations_open(reader);
}

static bool walk_right(NgReader *reader, int count)
{
  ng_relations_walk(reader, NG_RIGHT, count);
  return true;
}

static bool centre_before(NgReader *reader, int count)
{
  if (ng_relations_sentence(reader) != NG_NONE) {
    ng_relations_leave_evidence(reader);
    return true;
  }
  bool any = false;
  while (count-- > 0 && ng_relations_centre_before(reader))
    any = true;
  return any;
}

static bool more_hops(NgReader *reader, int count)
{
  ng_relations_zoom(reader, count);
  return true;
}

static bool fewer_hops(NgReader *reader, int count)
{
  ng_relations_zoom(reader, -count);
  return true;
}

static bool view(NgReader *reader, int count)
{
  ng_relations_next_view(reader, count);
  return true;
}

static bool next_edge(NgReader *reader, int count)
{
  ng_relations_turn(reader, count);
  return true;
}

static bool previous_edge(NgReader *reader, int count)
{
  ng_relations_turn(reader, -count);
  return true;
}

static const Action actions[] = {
    {NG_COMMAND_LINE_DOWN, line_down, NULL},
    {NG_COMMAND_LINE_UP, line_up, NULL},
    {NG_COMMAND_PAGE_DOWN, page_down, NULL},
    {NG_COMMAND_PAGE_UP, page_up, NULL},
    {NG_COMMAND_HALF_DOWN, half_down, NULL},
    {NG_COMMAND_HALF_UP, half_up, NULL},
    {NG_COMMAND_START, start, NULL},
    {NG_COMMAND_END, end, NULL},
    {NG_COMMAND_HEADING_BEFORE, heading_before, "no heading before this"},
    {NG_COMMAND_HEADING_AFTER, heading_after, "no heading after this"},
    {NG_COMMAND_BACK, back, "no jump before this"},
    {NG_COMMAND_FORWARD, forward, "no jump after this"},
    {NG_COMMAND_NEXT_MENTION, next_mention, "that was the last"},
    {NG_COMMAND_PREVIOUS_MENTION, previous_mention, "that was the first"},
    {NG_COMMAND_NEXT_NAME, next_name, "no name after this"},
    {NG_COMMAND_PREVIOUS_NAME, previous_name, "no name before this"},
    {NG_COMMAND_OPEN, open_here, "not mentioned in the text"},
    {NG_COMMAND_SELECT_HERE, select_here, "no name on the screen"},
    {NG_COMMAND_FOLD, fold, "no sentence names this"},
    {NG_COMMAND_ARTICLE, to_article, NULL},
    {NG_COMMAND_PEOPLE, to_people, NULL},
    {NG_COMMAND_PLACES, to_places, NULL},
    {NG_COMMAND_RELATIONS, to_relations, NULL},
    {NG_COMMAND_NEXT_PANE, next_pane, NULL},
    {NG_COMMAND_PREVIOUS_PANE, previous_pane, NULL},
    {NG_COMMAND_ZOOM, zoom, NULL},
    {NG_COMMAND_WALK_LEFT, walk_left, NULL},
    {NG_COMMAND_WALK_DOWN, walk_down, NULL},
    {NG_COMMAND_WALK_UP, walk_up, NULL},
    {NG_COMMAND_WALK_RIGHT, walk_right, NULL},
    {NG_COMMAND_WALK_OPEN, walk_open, "no sentence says so"},
    {NG_COMMAND_CENTRE_BEFORE, centre_before, "this was the first centre"},
    {NG_COMMAND_MORE_HOPS, more_hops, NULL},
    {NG_COMMAND_FEWER_HOPS, fewer_hops, NULL},
    {NG_COMMAND_VIEW, view, NULL},
    {NG_COMMAND_NEXT_EDGE, next_edge, NULL},
    {NG_COMMAND_PREVIOUS_EDGE, previous_edge, NULL},
    {NG_COMMAND_MAP_OPEN, open_here, "not mentioned in the text"},
};

bool ng_reader_command(NgReader *reader, NgCommandId command, int count)
{
  for (gsize i = 0; i < G_N_ELEMENTS(actions); i++) {
    if (actions[i].id != command)
      continue;
    if (!actions[i].run(reader, MAX(count, 1)) && actions[i].nothing)
      ng_reader_say(reader, false, "%s", actions[i].nothing);
    return true;
  }
  return ng_map_command(reader, command, count);
}
