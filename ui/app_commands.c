/* The commands of the program itself; those of reading are the reader's. */
#include "ui/app.h"

#include "ui/correct.h"
#include "ui/overlays.h"
#include "ui/take.h"
#include "ui/terminal.h"
#include "ui/view_map.h"
#include "ui/view_relations.h"

#include <string.h>

/* Commands that put something over the reader. */
static const struct {
  NgCommandId id;
  NgOverlay *(*make)(NgReader *reader,
                     const NgOverlayContext *context); /* NULL: there is nothing to show; it has said so */
} openers[] = {
    {NG_COMMAND_HELP, ng_help_new},         {NG_COMMAND_CONTENTS, ng_contents_new}, {NG_COMMAND_LINKS, ng_links_new},
    {NG_COMMAND_PROBLEMS, ng_problems_new}, {NG_COMMAND_ABOUT, ng_about_new},       {NG_COMMAND_HINT, ng_hints_new},
    {NG_COMMAND_WHO, ng_who_card_new},      {NG_COMMAND_MENTIONS, ng_mentions_new},
};

static bool open_overlay(NgApp *app, NgCommandId command)
{
  if (!app->reader && command != NG_COMMAND_HELP && command != NG_COMMAND_ABOUT)
    return false;
  if (command == NG_COMMAND_HINT)
    ng_app_look(app); /* the keys before it may have come with it, and changed what is there to label */
  for (gsize i = 0; i < G_N_ELEMENTS(openers); i++)
    if (openers[i].id == command) {
      NgOverlayContext context = {app->keymap, app->shelf, app->seen};
      ng_app_push(app, openers[i].make(app->reader, &context));
      return true;
    }
  return false;
}

static void back(NgApp *app)
{
  if (app->reader && ng_relations_sentence(app->reader) != NG_NONE) {
    ng_relations_leave_evidence(app->reader);
  } else if (app->reader && ng_reader_covers_article(app->reader)) {
    /* where the screen has room for one pane, it is the article that was covered */
    if (app->reader->layout.margin == 0)
      app->reader->focus = NG_PANE_ARTICLE;
    app->reader->zoomed = false;
  } else if (app->reader && app->reader->zoomed) {
    app->reader->zoomed = false;
  } else if (ng_app_trail_back(app, false)) {
    return;
  } else if (app->reader && app->shelf->items->len > 1) {
    app->reader = NULL;
    g_array_set_size(app->trail, 0);
  } else {
    app->leaving = true;
  }
}

/* Leaves what is innermost: the search, the filter, the fold, then the pane. */
static void leave(NgApp *app)
{
  NgReader *reader = app->reader;
  if (!reader) {
    ng_shelf_filter(app->shelf, NULL);
    return;
  }
  NgList *list = ng_reader_list(reader);
  if (reader->search) {
    g_clear_pointer(&reader->search, ng_search_free);
  } else if (list && list->filter) {
    ng_reader_filter_list(reader, NULL);
  } else if (reader->folded->len) {
    ng_reader_unfold(reader);
  } else if (ng_relations_sentence(reader) != NG_NONE) {
    ng_relations_leave_evidence(reader);
  } else if (reader->zoomed) {
    reader->zoomed = false;
  } else {
    reader->focus = NG_PANE_ARTICLE;
  }
}

static void open_prompt(NgApp *app)
{
  NgOverlay *overlay = ng_app_overlay(app);
  bool list = !app->reader || overlay || ng_reader_list(app->reader);
  if (overlay && !overlay->ops->filter) {
    ng_app_say(app, false, "nothing to filter here");
    return;
  }
  bool graph = !overlay && app->reader && app->reader->zoomed && app->reader->focus == NG_PANE_RELATIONS;
  ng_app_prompt(app, list ? NG_PROMPT_FILTER : graph ? NG_PROMPT_FIND : NG_PROMPT_SEARCH, "");
}

static void select_named(NgApp *app, const char *name)
{
  if (!app->reader || !name || !*name) {
    ng_app_say(app, true, "select whom? a name must follow");
    return;
  }
  g_auto(GStrv) nearest = NULL;
  uint32_t entity = ng_find_entity(app->reader->article, name, &nearest);
  if (entity == NG_NONE) {
    g_autofree char *names = nearest && *nearest ? g_strjoinv("; ", nearest) : g_strdup("nobody");
    ng_reader_say(app->reader, true, "%s names no one, or several; nearest: %s", name, names);
    return;
  }
  ng_reader_select(app->reader, entity, NG_NONE);
  if (app->reader->mention != NG_NONE)
    ng_reader_go_to_mention(app->reader, app->reader->mention);
}

static void go_to_paragraph(NgApp *app, const char *number)
{
  guint64 wanted;
  uint32_t n;
  if (!app->reader || !number || !g_ascii_string_to_unsigned(number, 10, 1, UINT32_MAX, &wanted, NULL)) {
    ng_app_say(app, true, "paragraph needs a number");
    return;
  }
  const NgBlock *blocks = ng_article_blocks(app->reader->article, &n);
  for (uint32_t i = 0; i < n; i++)
    if (ng_article_paragraph_number(app->reader->article, i) == wanted) {
      ng_reader_go_to(app->reader, blocks[i].start);
      return;
    }
  ng_reader_say(app->reader, true, "there is no paragraph %s", number);
}

static void set_theme(NgApp *app, const char *name)
{
  if (name && ng_app_set_theme(app, name))
    return;
  g_autofree char *names = g_strjoinv(", ", (char **)ng_theme_names());
  g_autofree char *message = g_strdup_printf("themes are %s", names);
  ng_app_say(app, true, message);
}

/* Commands that work wherever one is. False if this is none. */
static bool program_command(NgApp *app, NgCommandId command, const char *argument)
{
  switch ((int)command) {
  case NG_COMMAND_QUIT_ALL:
    app->leaving = true;
    return true;
  case NG_COMMAND_REDRAW:
    clearok(curscr, TRUE);
    return true;
  case NG_COMMAND_SUSPEND:
    ng_terminal_suspend();
    return true;
  case NG_COMMAND_PROMPT:
    ng_app_prompt(app, NG_PROMPT_COMMAND, "");
    return true;
  case NG_COMMAND_SEARCH:
    open_prompt(app);
    return true;
  case NG_COMMAND_THEME:
    set_theme(app, argument);
    return true;
  default:
    return false;
  }
}

static void pipe_to(NgApp *app, const char *command)
{
  if (command && *command)
    ng_take_pipe(app->reader, command);
  else
    ng_app_prompt(app, NG_PROMPT_PIPE, "");
}

/* Commands that take something out of the article. False if this is none. */
static bool take_command(NgApp *app, NgCommandId command, const char *argument)
{
  switch ((int)command) {
  case NG_COMMAND_COPY:
    ng_take_selected(app->reader);
    return true;
  case NG_COMMAND_SOURCE:
    ng_take_source(app->reader);
    return true;
  case NG_COMMAND_EDIT:
    ng_take_edit(app->reader, ng_shelf_item(app->shelf, app->reader_index)->path, ng_take_line(app->reader));
    return true;
  case NG_COMMAND_PIPE:
    pipe_to(app, argument);
    return true;
  default:
    return false;
  }
}

/* Enter on the map: the places of a pin, the mentions shown below, or the first of them. */
static void open_on_map(NgApp *app, int count)
{
  NgOverlayContext context = {app->keymap, app->shelf, app->seen};
  if (!ng_map_is_open(app->reader))
    ng_app_say(app, false, "the map is not open");
  else if (ng_places_cluster(app->reader))
    ng_app_push(app, ng_pin_list_new(app->reader, &context));
  else if (strcmp(ng_map_opens(app->reader), "mentions") == 0)
    ng_app_push(app, ng_mentions_new(app->reader, &context));
  else
    ng_reader_command(app->reader, NG_COMMAND_MAP_OPEN, count);
}

/* What is asked of the graph; by its key alone, with what there is to go on from on the line. */
static void filter_graph(NgApp *app, const char *text)
{
  g_autofree char *now = ng_relations_filter_text(app->reader), *line = g_strconcat("filter ", now, NULL);
  if (text)
    ng_relations_filter(app->reader, text);
  else
    ng_app_prompt(app, NG_PROMPT_COMMAND, line);
}

static void find_path(NgApp *app, const char *names)
{
  const NgEntity *selected = ng_reader_selected(app->reader);
  g_autofree char *line = g_strdup_printf("path %s%s", selected ? selected->name : "", selected ? ", " : "");
  if (names)
    ng_relations_path(app->reader, names);
  else
    ng_app_prompt(app, NG_PROMPT_COMMAND, line);
}

/* Back and forth: through the jumps within the article, and from them to the article from which this one was opened. */
static void travel(NgApp *app, NgCommandId command, int count)
{
  bool is_back = command == NG_COMMAND_BACK;
  if (is_back && ng_app_trail_back(app, true))
    return;
  bool at_end = app->reader->here + 1 >= app->reader->history->len;
  if (is_back || !at_end || !ng_app_trail_forward(app))
    ng_reader_command(app->reader, command, count);
}

/* What must be said still is typed behind the command's name. */
static void correct(NgApp *app, NgCommandId command, const char *argument)
{
  NgCorrecting correcting = {app->options->corrections, app->corrected,
                             ng_keymap_first(app->keymap, NG_COMMAND_TAKE_BACK)};
  if (command == NG_COMMAND_TAKE_BACK) {
    ng_correct_take_back(app->reader, &correcting);
    return;
  }
  if (ng_correct(app->reader, &correcting, command, argument))
    return;
  g_autofree char *begun = g_strconcat(ng_command(command)->name, " ", NULL);
  ng_app_prompt(app, NG_PROMPT_COMMAND, begun);
}

static void reader_command(NgApp *app, NgCommandId command, int count, const char *argument)
{
  switch ((int)command) {
  case NG_COMMAND_QUIT:
    back(app);
    break;
  case NG_COMMAND_LEAVE:
    leave(app);
    break;
  case NG_COMMAND_OPEN:
    if (app->reader->focus == NG_PANE_ARTICLE && app->reader->note != NG_NONE)
      ng_app_push(app, ng_note_new(app->reader, NULL));
    else
      ng_reader_command(app->reader, command, count);
    break;
  case NG_COMMAND_MAP_OPEN:
    open_on_map(app, count);
    break;
  case NG_COMMAND_SELECT:
    select_named(app, argument);
    break;
  case NG_COMMAND_FILTER:
    filter_graph(app, argument);
    break;
  case NG_COMMAND_PATH:
    find_path(app, argument);
    break;
  case NG_COMMAND_GRAPH_OF:
    ng_relations_graph_of(app->reader, argument ? argument : "");
    break;
  case NG_COMMAND_BACK:
  case NG_COMMAND_FORWARD:
    travel(app, command, count);
    break;
  case NG_COMMAND_PARAGRAPH:
    go_to_paragraph(app, argument);
    break;
  default:
    if (ng_is_correction(command) || command == NG_COMMAND_TAKE_BACK)
      correct(app, command, argument);
    else if (!take_command(app, command, argument) && !open_overlay(app, command))
      ng_reader_command(app->reader, command, count);
  }
}

static void shelf_command(NgApp *app, NgCommandId command, int count)
{
  if (command == NG_COMMAND_OPEN)
    ng_app_open(app, ng_shelf_current(app->shelf));
  else if (command == NG_COMMAND_QUIT)
    back(app);
  else if (command == NG_COMMAND_LEAVE)
    leave(app);
  else if (!ng_shelf_command(app->shelf, command, count) && !open_overlay(app, command))
    ng_app_say(app, false, "open an article first: Enter");
}

void ng_app_command(NgApp *app, NgCommandId command, int count, const char *argument)
{
  NgOverlay *overlay = ng_app_overlay(app);
  if (overlay) {
    NgOutcome outcome = overlay->ops->command(overlay, app->reader, command, count);
    if (outcome == NG_DONE)
      return;
    if (outcome == NG_NOT_MINE && (command == NG_COMMAND_QUIT || command == NG_COMMAND_LEAVE))
      outcome = NG_CLOSE;
    if (outcome != NG_NOT_MINE)
      ng_app_pop(app);
    if (outcome == NG_CLOSE)
      return;
    if (outcome == NG_NOT_MINE && (program_command(app, command, argument) || open_overlay(app, command) || !argument))
      return;
    /* what was typed by its name is meant for the article below */
    if (outcome == NG_NOT_MINE)
      g_ptr_array_set_size(app->overlays, 0);
  }
  if (program_command(app, command, argument))
    return;
  if (app->reader)
    reader_command(app, command, count, argument);
  else
    shelf_command(app, command, count);
}
