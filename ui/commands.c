#include "ui/commands.h"

#include "text/text.h"

#include <string.h>

/* What follows the group: argument, context, and what is said of commands that share a row of the help. */
#define NONE         NG_ARGUMENT_NONE, NG_CONTEXT_ANY, NULL
#define COUNT        NG_ARGUMENT_COUNT, NG_CONTEXT_ANY, NULL
#define WALK         NG_ARGUMENT_COUNT, NG_CONTEXT_RELATIONS, NULL
#define PAIR(what)   NG_ARGUMENT_COUNT, NG_CONTEXT_ANY, what
#define ENDS(what)   NG_ARGUMENT_NONE, NG_CONTEXT_ANY, what
#define WALKS(what)  NG_ARGUMENT_COUNT, NG_CONTEXT_RELATIONS, what
#define ASKS(which)  NG_ARGUMENT_##which, NG_CONTEXT_RELATIONS, NULL
#define ON_MAP       NG_ARGUMENT_NONE, NG_CONTEXT_MAP, NULL
#define MAPS(what)   NG_ARGUMENT_COUNT, NG_CONTEXT_MAP, what
#define TAKES(which) NG_ARGUMENT_##which, NG_CONTEXT_ANY, NULL

/* clang-format off: one command a row */
static const NgCommand commands[] = {
    {NG_COMMAND_LINE_DOWN, "line-down", "j Down", "down", "line down", NG_GROUP_READ, PAIR("line down, up")},
    {NG_COMMAND_LINE_UP, "line-up", "k Up", "up", "line up", NG_GROUP_READ, PAIR("")},
    {NG_COMMAND_PAGE_DOWN, "page-down", "Space PgDn", "page", "page down", NG_GROUP_READ, PAIR("page down, up")},
    {NG_COMMAND_PAGE_UP, "page-up", "b PgUp", "page up", "page up", NG_GROUP_READ, PAIR("")},
    {NG_COMMAND_HALF_DOWN, "half-down", "Ctrl-D", "half down", "half a page down", NG_GROUP_READ, PAIR("half a page")},
    {NG_COMMAND_HALF_UP, "half-up", "Ctrl-U", "half up", "half a page up", NG_GROUP_READ, PAIR("")},
    {NG_COMMAND_START, "start", "g Home", "start", "start", NG_GROUP_READ, ENDS("start, end")},
    {NG_COMMAND_END, "end", "G End", "end", "end", NG_GROUP_READ, ENDS("")},
    {NG_COMMAND_HEADING_BEFORE, "heading-before", "{", "heading before", "heading before", NG_GROUP_READ,
     PAIR("heading before, after")},
    {NG_COMMAND_HEADING_AFTER, "heading-after", "}", "heading after", "heading after", NG_GROUP_READ, PAIR("")},
    {NG_COMMAND_CONTENTS, "contents", "t", "contents", "table of contents", NG_GROUP_READ, NONE},
    {NG_COMMAND_BACK, "back", "Ctrl-O", "back", "jump back", NG_GROUP_READ, PAIR("jumps back, forward")},
    {NG_COMMAND_FORWARD, "forward", "Ctrl-N", "forward", "jump forward", NG_GROUP_READ, PAIR("")},

    {NG_COMMAND_SEARCH, "search", "/", "search", "search as you type", NG_GROUP_SEARCH, NONE},
    {NG_COMMAND_LEAVE, "leave", "Esc", "leave", "leave search or fold", NG_GROUP_SEARCH, NONE},

    {NG_COMMAND_COPY, "copy", "y", "copy", "copy name or sentence", NG_GROUP_TAKE, NONE},
    {NG_COMMAND_SOURCE, "source", "o", "source", "source in the browser", NG_GROUP_TAKE, NONE},
    {NG_COMMAND_EDIT, "edit", "e", "edit", "file in the editor", NG_GROUP_TAKE, NONE},
    {NG_COMMAND_PIPE, "pipe", "|", "pipe", "text to a command", NG_GROUP_TAKE, TAKES(TEXT)},

    {NG_COMMAND_PROMPT, "prompt", ":", "command", "any command by name", NG_GROUP_PROGRAM, NONE},
    {NG_COMMAND_HELP, "help", "? F1", "help", "these keys", NG_GROUP_PROGRAM, NONE},
    {NG_COMMAND_QUIT, "quit", "q", "back", "back", NG_GROUP_PROGRAM, NONE},
    {NG_COMMAND_QUIT_ALL, "quit-all", "Q", "quit", "quit", NG_GROUP_PROGRAM, NONE},
    {NG_COMMAND_REDRAW, "redraw", "Ctrl-L", "redraw", "draw again", NG_GROUP_PROGRAM, NONE},
    {NG_COMMAND_SUSPEND, "suspend", "Ctrl-Z", "suspend", "suspend", NG_GROUP_PROGRAM, NONE},
    {NG_COMMAND_PROBLEMS, "problems", "", "problems", "problems of the source", NG_GROUP_PROGRAM, NONE},
    {NG_COMMAND_ABOUT, "about", "", "about", "what is open", NG_GROUP_PROGRAM, NONE},
    {NG_COMMAND_THEME, "theme", "", "theme", "change the theme", NG_GROUP_PROGRAM, TAKES(THEME)},

    {NG_COMMAND_NEXT_NAME, "next-name", "Tab ]", "next name", "next name", NG_GROUP_NAMES, PAIR("next, previous name")},
    {NG_COMMAND_PREVIOUS_NAME, "previous-name", "Shift-Tab [", "name before", "name before", NG_GROUP_NAMES, PAIR("")},
    {NG_COMMAND_NEXT_MENTION, "next-mention", "n", "next", "next mention, or match", NG_GROUP_NAMES,
     PAIR("next, previous mention")},
    {NG_COMMAND_PREVIOUS_MENTION, "previous-mention", "N", "before", "mention, match before", NG_GROUP_NAMES, PAIR("")},
    {NG_COMMAND_OPEN, "open", "Enter", "open", "its pane; the note", NG_GROUP_NAMES, NONE},
    {NG_COMMAND_SELECT_HERE, "select-here", "*", "select", "select and stay", NG_GROUP_NAMES, NONE},
    {NG_COMMAND_MENTIONS, "mentions", "m", "mentions", "all mentions", NG_GROUP_NAMES, NONE},
    {NG_COMMAND_WHO, "who", "K", "who", "who is this?", NG_GROUP_NAMES, NONE},
    {NG_COMMAND_HINT, "hint", "f", "jump", "jump by a label", NG_GROUP_NAMES, NONE},
    {NG_COMMAND_FOLD, "fold", "x", "fold", "only their sentences", NG_GROUP_NAMES, NONE},
    {NG_COMMAND_LINKS, "links", "L", "links", "links of the article", NG_GROUP_NAMES, NONE},
    {NG_COMMAND_SELECT, "select", "", "select", "select a name", NG_GROUP_NAMES, TAKES(ENTITY)},
    {NG_COMMAND_PARAGRAPH, "paragraph", "", "paragraph", "to a paragraph", NG_GROUP_READ, TAKES(TEXT)},
    {NG_COMMAND_SAME_AS, "same-as", "=", "same as", "the same as another", NG_GROUP_NAMES, NG_ARGUMENT_ENTITY,
     NG_CONTEXT_ANY, "the same, not the same"},
    {NG_COMMAND_NOT_SAME, "not-the-same", "!", "not the same", "someone else", NG_GROUP_NAMES, ENDS("")},
    {NG_COMMAND_NOT_A_NAME, "not-a-name", "X", "no name", "not a name at all", NG_GROUP_NAMES, NONE},
    {NG_COMMAND_TAKE_BACK, "take-back", "U", "take back", "take the last one back", NG_GROUP_NAMES, NONE},
    {NG_COMMAND_IS_A, "is-a", "", "is a", "a person, place, ...", NG_GROUP_NAMES, TAKES(TEXT)},
    {NG_COMMAND_PLACE_AT, "place-at", "", "place at", "a place's degrees", NG_GROUP_NAMES, TAKES(TEXT)},

    {NG_COMMAND_ARTICLE, "article", "1", "article", "article", NG_GROUP_PANES, NONE},
    {NG_COMMAND_PEOPLE, "people", "2", "people", "people", NG_GROUP_PANES, NONE},
    {NG_COMMAND_PLACES, "places", "3", "places", "places", NG_GROUP_PANES, NONE},
    {NG_COMMAND_RELATIONS, "relations", "4", "relations", "relations", NG_GROUP_PANES, NONE},
    {NG_COMMAND_NEXT_PANE, "next-pane", "w", "pane", "next pane", NG_GROUP_PANES, PAIR("next, previous pane")},
    {NG_COMMAND_PREVIOUS_PANE, "previous-pane", "W", "pane before", "pane before", NG_GROUP_PANES, PAIR("")},
    {NG_COMMAND_ZOOM, "zoom", "z", "zoom", "this pane alone", NG_GROUP_PANES, NONE},

    {NG_COMMAND_WALK_LEFT, "walk-left", "h Left", "left", "neighbour to the left", NG_GROUP_RELATIONS,
     WALKS("neighbour that way")},
    {NG_COMMAND_WALK_DOWN, "walk-down", "j Down", "down", "neighbour below", NG_GROUP_RELATIONS, WALKS("")},
    {NG_COMMAND_WALK_UP, "walk-up", "k Up", "up", "neighbour above", NG_GROUP_RELATIONS, WALKS("")},
    {NG_COMMAND_WALK_RIGHT, "walk-right", "l Right", "right", "neighbour to the right", NG_GROUP_RELATIONS, WALKS("")},
    {NG_COMMAND_NEXT_EDGE, "next-relation", "Tab ]", "next relation", "next relation", NG_GROUP_RELATIONS,
     WALKS("its relations in turn")},
    {NG_COMMAND_PREVIOUS_EDGE, "previous-relation", "Shift-Tab [", "relation before", "relation before",
     NG_GROUP_RELATIONS, WALKS("")},
    {NG_COMMAND_WALK_OPEN, "open-relation", "Enter", "open", "centre; its sentences", NG_GROUP_RELATIONS,
     NG_ARGUMENT_NONE, NG_CONTEXT_RELATIONS, NULL},
    {NG_COMMAND_CENTRE_BEFORE, "centre-before", "u", "centre before", "the centre before", NG_GROUP_RELATIONS, WALK},
    {NG_COMMAND_MORE_HOPS, "more-hops", "+ =", "farther", "one hop more", NG_GROUP_RELATIONS,
     WALKS("more hops; closer")},
    {NG_COMMAND_FEWER_HOPS, "fewer-hops", "-", "nearer", "one hop fewer", NG_GROUP_RELATIONS, WALKS("")},
    {NG_COMMAND_VIEW, "view", "v", "view", "ego whole tree matrix", NG_GROUP_RELATIONS, WALK},
    {NG_COMMAND_FILTER, "filter", "F", "filter", "only some of them", NG_GROUP_RELATIONS, ASKS(TEXT)},
    {NG_COMMAND_PATH, "path", "p", "path", "shortest way, A to B", NG_GROUP_RELATIONS, ASKS(ENTITIES)},
    {NG_COMMAND_GRAPH_OF, "graph-of", "a", "all articles", "the article's, or all", NG_GROUP_RELATIONS, ASKS(TEXT)},

    {NG_COMMAND_PAN_LEFT, "pan-left", "h Left", "left", "map to the west", NG_GROUP_MAP, MAPS("move the map")},
    {NG_COMMAND_PAN_DOWN, "pan-down", "j Down", "down", "map to the south", NG_GROUP_MAP, MAPS("")},
    {NG_COMMAND_PAN_UP, "pan-up", "k Up", "up", "map to the north", NG_GROUP_MAP, MAPS("")},
    {NG_COMMAND_PAN_RIGHT, "pan-right", "l Right", "right", "map to the east", NG_GROUP_MAP, MAPS("")},
    {NG_COMMAND_ZOOM_IN, "zoom-in", "+ =", "closer", "closer", NG_GROUP_MAP, MAPS("closer, farther off")},
    {NG_COMMAND_ZOOM_OUT, "zoom-out", "-", "farther off", "farther off", NG_GROUP_MAP, MAPS("")},
    {NG_COMMAND_ALL_PLACES, "all-places", "0", "all places", "all places", NG_GROUP_MAP, ON_MAP},
    {NG_COMMAND_NEXT_PLACE, "next-place", "}", "next place", "next place", NG_GROUP_MAP, MAPS("next, previous place")},
    {NG_COMMAND_PREVIOUS_PLACE, "previous-place", "{", "place before", "place before", NG_GROUP_MAP, MAPS("")},
    {NG_COMMAND_MAP_OPEN, "open-place", "Enter", "open", "mentions; all of a pin", NG_GROUP_MAP, ON_MAP},
    {NG_COMMAND_ARCS, "arcs", "a", "ways", "ways between places", NG_GROUP_MAP, ON_MAP},
    {NG_COMMAND_PROJECTION, "projection", "p", "projection", "next projection", NG_GROUP_MAP, ON_MAP},
    {NG_COMMAND_BLOCKS, "blocks", "B", "blocks", "blocks or braille", NG_GROUP_MAP, ON_MAP},
};
/* clang-format on */

const NgCommand *ng_commands(gsize *n)
{
  *n = G_N_ELEMENTS(commands);
  return commands;
}

const NgCommand *ng_command(NgCommandId id)
{
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
    if (commands[i].id == id)
      return &commands[i];
  return NULL;
}

const NgCommand *ng_command_by_name(const char *name, const char **nearest)
{
  if (nearest)
    *nearest = NULL;
  unsigned least = G_MAXUINT;
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
    if (strcmp(commands[i].name, name) == 0)
      return &commands[i];
    unsigned far = ng_text_distance(name, commands[i].name);
    if (nearest && far < least) {
      least = far;
      *nearest = commands[i].name;
    }
  }
  return NULL;
}

const NgCommand *ng_command_begun(const char *beginning)
{
  const NgCommand *shortest = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
    if (g_str_has_prefix(commands[i].name, beginning) &&
        (!shortest || strlen(commands[i].name) < strlen(shortest->name)))
      shortest = &commands[i];
  for (gsize i = 0; shortest && i < G_N_ELEMENTS(commands); i++)
    if (g_str_has_prefix(commands[i].name, beginning) && !g_str_has_prefix(commands[i].name, shortest->name))
      return NULL;
  return shortest;
}

bool ng_command_moves(int *at, NgStride stride, NgCommandId command, int count)
{
  gint64 to = *at, times = MAX(count, 1);
  switch ((int)command) {
  case NG_COMMAND_LINE_DOWN:
    to += times;
    break;
  case NG_COMMAND_LINE_UP:
    to -= times;
    break;
  case NG_COMMAND_PAGE_DOWN:
    to += times * stride.page;
    break;
  case NG_COMMAND_PAGE_UP:
    to -= times * stride.page;
    break;
  case NG_COMMAND_HALF_DOWN:
    to += times * stride.half;
    break;
  case NG_COMMAND_HALF_UP:
    to -= times * stride.half;
    break;
  case NG_COMMAND_START:
    to = 0;
    break;
  case NG_COMMAND_END:
    to = stride.last;
    break;
  default:
    return false;
  }
  *at = (int)CLAMP(to, 0, stride.last);
  return true;
}

const char *ng_command_group_head(NgCommandGroup group)
{
  static const char *const heads[NG_N_GROUPS] = {
      [NG_GROUP_READ] = "Read",
      [NG_GROUP_SEARCH] = "Search",
      [NG_GROUP_TAKE] = "Take along",
      [NG_GROUP_PROGRAM] = "Program",
      [NG_GROUP_NAMES] = "Names in the text",
      [NG_GROUP_PANES] = "Panes",
      [NG_GROUP_RELATIONS] = "Relations",
      [NG_GROUP_MAP] = "Map",
  };
  return heads[group];
}
