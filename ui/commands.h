/* Every command of the reader, in one table: its name, its default keys, its help. The help screen, the man page, the configuration's
 * [keys] group and the completion of `:` are all made from it. */
#ifndef NG_COMMANDS_H
#define NG_COMMANDS_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
  NG_COMMAND_NONE,

  NG_COMMAND_LINE_DOWN,
  NG_COMMAND_LINE_UP,
  NG_COMMAND_PAGE_DOWN,
  NG_COMMAND_PAGE_UP,
  NG_COMMAND_HALF_DOWN,
  NG_COMMAND_HALF_UP,
  NG_COMMAND_START,
  NG_COMMAND_END,
  NG_COMMAND_HEADING_BEFORE,
  NG_COMMAND_HEADING_AFTER,
  NG_COMMAND_CONTENTS,
  NG_COMMAND_BACK,
  NG_COMMAND_FORWARD,

  NG_COMMAND_SEARCH,
  NG_COMMAND_LEAVE,

  NG_COMMAND_NEXT_NAME,
  NG_COMMAND_PREVIOUS_NAME,
  NG_COMMAND_NEXT_MENTION,
  NG_COMMAND_PREVIOUS_MENTION,
  NG_COMMAND_OPEN,
  NG_COMMAND_SELECT_HERE,
  NG_COMMAND_MENTIONS,
  NG_COMMAND_WHO,
  NG_COMMAND_HINT,
  NG_COMMAND_FOLD,
  NG_COMMAND_LINKS,

  NG_COMMAND_ARTICLE,
  NG_COMMAND_PEOPLE,
  NG_COMMAND_PLACES,
  NG_COMMAND_RELATIONS,
  NG_COMMAND_NEXT_PANE,
  NG_COMMAND_PREVIOUS_PANE,
  NG_COMMAND_ZOOM,

  NG_COMMAND_WALK_LEFT,
  NG_COMMAND_WALK_DOWN,
  NG_COMMAND_WALK_UP,
  NG_COMMAND_WALK_RIGHT,
  NG_COMMAND_NEXT_EDGE,
  NG_COMMAND_PREVIOUS_EDGE,
  NG_COMMAND_WALK_OPEN,
  NG_COMMAND_CENTRE_BEFORE,
  NG_COMMAND_MORE_HOPS,
  NG_COMMAND_FEWER_HOPS,
  NG_COMMAND_VIEW,
  NG_COMMAND_FILTER,
  NG_COMMAND_PATH,
  NG_COMMAND_GRAPH_OF,

  NG_COMMAND_PAN_LEFT,
  NG_COMMAND_PAN_DOWN,
  NG_COMMAND_PAN_UP,
  NG_COMMAND_PAN_RIGHT,
  NG_COMMAND_ZOOM_IN,
  NG_COMMAND_ZOOM_OUT,
  NG_COMMAND_ALL_PLACES,
  NG_COMMAND_NEXT_PLACE,
  NG_COMMAND_PREVIOUS_PLACE,
  NG_COMMAND_MAP_OPEN,
  NG_COMMAND_ARCS,
  NG_COMMAND_PROJECTION,
  NG_COMMAND_BLOCKS,

  NG_COMMAND_COPY,
  NG_COMMAND_SOURCE,
  NG_COMMAND_EDIT,
  NG_COMMAND_PIPE,

  NG_COMMAND_PROMPT,
  NG_COMMAND_HELP,
  NG_COMMAND_QUIT,
  NG_COMMAND_QUIT_ALL,
  NG_COMMAND_REDRAW,
  NG_COMMAND_SUSPEND,

  NG_COMMAND_PROBLEMS,
  NG_COMMAND_ABOUT,
  NG_COMMAND_THEME,
  NG_COMMAND_SELECT,
  NG_COMMAND_PARAGRAPH,

  NG_COMMAND_SAME_AS, /* these five: see correct.h */
  NG_COMMAND_NOT_SAME,
  NG_COMMAND_NOT_A_NAME,
  NG_COMMAND_IS_A,
  NG_COMMAND_PLACE_AT,
  NG_COMMAND_TAKE_BACK,

  NG_N_COMMANDS
} NgCommandId;

/* Where a command's keys hold. A key may mean one thing in one context and another elsewhere; NG_CONTEXT_ANY yields to all others. */
enum {
  NG_CONTEXT_ANY = 0,
  NG_CONTEXT_RELATIONS = 1, /* the relations pane is in focus */
  NG_CONTEXT_MAP = 2        /* the map has the screen */
};

typedef enum {
  NG_GROUP_READ,
  NG_GROUP_SEARCH,
  NG_GROUP_TAKE,
  NG_GROUP_PROGRAM,
  NG_GROUP_NAMES,
  NG_GROUP_PANES,
  NG_GROUP_RELATIONS,
  NG_GROUP_MAP,
  NG_N_GROUPS
} NgCommandGroup;

typedef enum {
  NG_ARGUMENT_NONE,
  NG_ARGUMENT_COUNT,    /* a number typed before the key repeats it */
  NG_ARGUMENT_TEXT,     /* typed after the name in the `:` prompt */
  NG_ARGUMENT_ENTITY,   /* the same, completed from the article's names */
  NG_ARGUMENT_ENTITIES, /* several, parted by commas */
  NG_ARGUMENT_THEME     /* the same, completed from the themes */
} NgArgument;

typedef struct {
  NgCommandId id;
  const char *name;  /* as typed after `:` and written in the configuration: "next-mention" */
  const char *keys;  /* the default ones, parted by blanks; "" for none */
  const char *label; /* of one or two words, for the status line: "next" */
  const char *help;  /* what it does, in 22 characters at most: "next mention, or match" */
  NgCommandGroup group;
  NgArgument argument;
  unsigned context; /* NG_CONTEXT_* */
  /* Of commands that share a row of the help screen: the first says what they all do, those after it "". NULL: a row of its own. */
  const char *together;
} NgCommand;

/* The table, in the order of the help; `n` gets its length. Static. */
const NgCommand *ng_commands(gsize *n);

/* The command's row; NULL for NG_COMMAND_NONE. */
const NgCommand *ng_command(NgCommandId id);

/* The command called `name`; NULL if there is none, and `nearest`, which may be NULL, gets the name spelt most alike (static) or NULL. */
const NgCommand *ng_command_by_name(const char *name, const char **nearest);

/* The command meant by the beginning of its name: the only one that begins so, or the one whose name all others that do go on from (`quit` of `quit-all`).
 * NULL if there is none. */
const NgCommand *ng_command_begun(const char *beginning);

/* How far the commands of moving go in something of several rows: to `last` at most, by a page, by half a page. */
typedef struct {
  int last, page, half;
} NgStride;

/* Moves `at` as a command of moving asks, `count` times (0: once), and keeps it in [0, last]. False, and nothing moves, for any other command. */
bool ng_command_moves(int *at, NgStride stride, NgCommandId command, int count);

/* "Read", "Names in the text", ... */
const char *ng_command_group_head(NgCommandGroup group);

#endif
