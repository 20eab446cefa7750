/* What is typed after / : and |, while it is typed and once it is accepted. */
#include "ui/app.h"
#include "ui/view_relations.h"

#include <string.h>

/* ---- searching ---- */

static void search_as_typed(NgApp *app, const char *pattern)
{
  NgReader *reader = app->reader;
  g_clear_pointer(&reader->search, ng_search_free);
  if (!*pattern) {
    ng_reader_resume(reader, app->search_from);
    return;
  }
  reader->search = ng_search_new(reader->article, pattern);
  NgRange match;
  if (!ng_search_next(reader->search, app->search_from, true, &match)) {
    ng_reader_resume(reader, app->search_from);
    return;
  }
  ng_search_set_current(reader->search, match);
  ng_reader_go_to(reader, match.start);
}

static void leave_search(NgApp *app)
{
  g_clear_pointer(&app->reader->search, ng_search_free);
  ng_reader_resume(app->reader, app->search_from);
}

/* ---- finding in the graph ---- */

static void find_as_typed(NgApp *app, const char *text, bool last)
{
  if (!ng_relations_find(app->reader, text, last) && last && *text)
    ng_app_say(app, false, "nobody here is called that");
}

/* ---- filtering ---- */

static void filter_by(NgApp *app, const char *text)
{
  NgOverlay *overlay = ng_app_overlay(app);
  if (overlay) {
    overlay->ops->filter(overlay, app->reader, text);
  } else if (!app->reader) {
    ng_shelf_filter(app->shelf, text);
  } else {
    ng_reader_filter_list(app->reader, text);
  }
}

/* ---- completing a command ---- */

/* By its name, or by what it begins with. */
static const NgCommand *command_typed(const char *name)
{
  const NgCommand *command = ng_command_by_name(name, NULL);
  return command ? command : ng_command_begun(name);
}

static void add_matching(GPtrArray *found, const char *before, const char *word, const char *candidate)
{
  if (found->len >= NG_PROMPT_COMPLETIONS)
    return;
  g_autofree char *typed = ng_text_fold(word, strlen(word));
  g_autofree char *folded = ng_text_fold(candidate, strlen(candidate));
  const char *at = strstr(folded, typed);
  if (at && (at == folded || at[-1] == ' ' || at[-1] == '-'))
    g_ptr_array_add(found, g_strconcat(before, candidate, NULL));
}

/* Of the names in the graph of all articles, those of the most connected first. */
static void add_nodes(const NgWhole *whole, GPtrArray *found, const char *before, const char *word)
{
  for (uint32_t i = 0; i < whole->n_nodes && found->len < NG_PROMPT_COMPLETIONS; i++)
    add_matching(found, before, word, whole->nodes[i].name);
}

static void add_entities(const NgApp *app, GPtrArray *found, const char *before, const char *word)
{
  for (NgEntityKind kind = 0; app->reader && kind < NG_N_ENTITY_KINDS; kind++) {
    uint32_t n;
    const uint32_t *ranked = ng_article_ranked(app->reader->article, kind, &n);
    for (uint32_t i = 0; i < n && found->len < NG_PROMPT_COMPLETIONS; i++)
      add_matching(found, before, word, ng_reader_entities(app->reader)[ranked[i]].name);
  }
}

/* Of names parted by commas the last is completed. They are asked of the graph, which may be that of all articles. */
static void add_last_entities(const NgApp *app, GPtrArray *found, const char *text, const char *space)
{
  const char *comma = strrchr(space, ','), *word = (comma ? comma : space) + 1;
  word += strspn(word, " ");
  g_autofree char *before = g_strndup(text, (gsize)(word - text));
  const NgWhole *joined = app->reader ? ng_relations_joined(app->reader) : NULL;
  if (joined)
    add_nodes(joined, found, before, word);
  else
    add_entities(app, found, before, word);
}

/* With nothing typed: the commands that no key reaches. */
static GPtrArray *completions(const NgApp *app, const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
  const char *space = strchr(text, ' ');
  if (!space) {
    gsize n;
    const NgCommand *commands = ng_commands(&n);
    for (gsize i = 0; i < n; i++)
      if (*text || !*ng_keymap_first(app->keymap, commands[i].id))
        add_matching(found, "", text, commands[i].name);
    return found;
  }
  g_autofree char *name = g_strndup(text, (gsize)(space - text));
  g_autofree char *before = g_strconcat(name, " ", NULL);
  const NgCommand *command = command_typed(name);
  if (command && command->argument == NG_ARGUMENT_THEME)
    for (const char *const *theme = ng_theme_names(); *theme; theme++)
      add_matching(found, before, space + 1, *theme);
  for (const char *const *what = ng_relations_graphs(); command && command->id == NG_COMMAND_GRAPH_OF && *what; what++)
    add_matching(found, before, space + 1, *what);
  if (command && command->argument == NG_ARGUMENT_ENTITY)
    add_entities(app, found, before, space + 1);
  if (command && command->argument == NG_ARGUMENT_ENTITIES)
    add_last_entities(app, found, text, space);
  return found;
}

/* ---- opening ---- */

void ng_app_prompt(NgApp *app, NgPromptKind kind, const char *text)
{
  ng_prompt_free(app->prompt);
  app->prompt = ng_prompt_new(kind, text);
  app->typed = false;
  if (app->reader)
    app->search_from = app->reader->top_pos;
  if (kind == NG_PROMPT_FIND)
    ng_relations_find_begin(app->reader);
  if (kind == NG_PROMPT_COMMAND)
    ng_prompt_complete(app->prompt, completions(app, text));
}

/* ---- accepting ---- */

/* Why nothing is done: several commands begin so, or none; one that is spelt much like it is named. The caller frees it. */
static char *no_command(const char *name)
{
  gsize n, found = 0;
  const NgCommand *commands = ng_commands(&n);
  const char *first[2] = {NULL, NULL}, *nearest;
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix(commands[i].name, name) && found++ < G_N_ELEMENTS(first))
      first[found - 1] = commands[i].name;
  if (found > 1)
    return g_strdup_printf("%s is too short: %s, %s%s", name, first[0], first[1], found > 2 ? ", ..." : "");
  ng_command_by_name(name, &nearest);
  if (ng_text_is_misspelt(name, nearest))
    return g_strdup_printf("no command %s; the nearest is %s", name, nearest);
  return g_strdup_printf("no command %s: ? shows them", name);
}

static void run_typed(NgApp *app, const char *text)
{
  g_autofree char *line = g_strstrip(g_strdup(text));
  if (!*line)
    return;
  if (g_ascii_isdigit(*line)) {
    ng_app_command(app, NG_COMMAND_PARAGRAPH, 0, line);
    return;
  }
  char *argument = strchr(line, ' ');
  if (argument) {
    *argument++ = '\0';
    g_strstrip(argument);
  }
  const NgCommand *command = command_typed(line);
  if (command) {
    ng_app_command(app, command->id, 0, argument ? argument : "");
    return;
  }
  g_autofree char *message = no_command(line);
  ng_app_say(app, true, message);
}

/* Nothing typed is the pager, where there is one. */
static void pipe_typed(NgApp *app, const char *text)
{
  const char *pager = g_getenv("PAGER"), *command = *text ? text : pager;
  if (command && *command)
    ng_app_command(app, NG_COMMAND_PIPE, 0, command);
  else
    ng_app_say(app, false, "PAGER names none: type a command");
}

static void accept(NgApp *app, NgPromptKind kind, const char *text)
{
  switch (kind) {
  case NG_PROMPT_SEARCH:
    if (*text && app->reader->search && ng_search_current(app->reader->search).end == 0)
      ng_app_say(app, false, "nothing matches");
    if (!*text)
      leave_search(app);
    break;
  case NG_PROMPT_COMMAND:
    run_typed(app, text);
    break;
  case NG_PROMPT_PIPE:
    pipe_typed(app, text);
    break;
  case NG_PROMPT_FIND:
    find_as_typed(app, text, true);
    break;
  case NG_PROMPT_FILTER:
    break;
  }
}

static void changed(NgApp *app)
{
  const char *text = app->prompt->text->str;
  if (app->prompt->kind == NG_PROMPT_SEARCH)
    search_as_typed(app, text);
  else if (app->prompt->kind == NG_PROMPT_FILTER)
    filter_by(app, text);
  else if (app->prompt->kind == NG_PROMPT_FIND)
    find_as_typed(app, text, false);
  else if (app->prompt->kind == NG_PROMPT_COMMAND)
    ng_prompt_complete(app->prompt, completions(app, text));
}

static void left(NgApp *app, NgPromptKind kind)
{
  if (kind == NG_PROMPT_SEARCH)
    leave_search(app);
  else if (kind == NG_PROMPT_FILTER)
    filter_by(app, "");
  else if (kind == NG_PROMPT_FIND)
    ng_relations_find_leave(app->reader);
}

void ng_app_prompt_settle(NgApp *app)
{
  if (!app->prompt || !app->typed)
    return;
  app->typed = false;
  changed(app);
}

void ng_app_prompt_key(NgApp *app, NgKey key)
{
  bool is_character = key >= ' ' && key != 127 && key < NG_KEY_FUNCTION;
  if (!is_character)
    ng_app_prompt_settle(app);
  NgPromptState state = ng_prompt_key(app->prompt, key);
  app->typed = app->typed || state == NG_PROMPT_CHANGED;
  if (state != NG_PROMPT_ACCEPTED && state != NG_PROMPT_LEFT)
    return;
  NgPrompt *prompt = g_steal_pointer(&app->prompt);
  if (state == NG_PROMPT_ACCEPTED)
    accept(app, prompt->kind, prompt->text->str);
  else
    left(app, prompt->kind);
  ng_prompt_free(prompt);
}
