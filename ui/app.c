/* What is on the screen, and where keys go. */
#include "ui/app.h"

#include "ui/hyperlinks.h"
#include "ui/terminal.h"
#include "ui/view_map.h"

#include <string.h>

#define MAX_COUNT  9999
#define TITLE_COLS 200

NgOverlay *ng_app_overlay(const NgApp *app)
{
  return app->overlays->len ? g_ptr_array_index(app->overlays, app->overlays->len - 1) : NULL;
}

void ng_app_push(NgApp *app, NgOverlay *overlay)
{
  if (overlay)
    g_ptr_array_add(app->overlays, overlay);
}

void ng_app_pop(NgApp *app)
{
  if (app->overlays->len)
    g_ptr_array_remove_index(app->overlays, app->overlays->len - 1);
}

void ng_app_say(NgApp *app, bool error, const char *text)
{
  if (app->reader) {
    ng_reader_say(app->reader, error, "%s", text);
    return;
  }
  g_free(app->message);
  app->message = ng_text_clean_line(text, strlen(text));
}

bool ng_app_set_theme(NgApp *app, const char *name)
{
  if (!g_strv_contains(ng_theme_names(), name))
    return false;
  ng_theme_free(app->theme);
  app->theme = ng_theme_new(name, app->options->background);
  app->canvas->theme = app->theme;
  clearok(curscr, TRUE);
  return true;
}

bool ng_app_open(NgApp *app, guint index)
{
  NgReader *reader = index == G_MAXUINT ? NULL : ng_shelf_reader(app->shelf, index);
  if (!reader) {
    if (index != G_MAXUINT)
      ng_app_say(app, true, ng_shelf_item(app->shelf, index)->error);
    return false;
  }
  app->reader = reader;
  app->reader_index = index;
  ng_shelf_point_at(app->shelf, index);
  g_ptr_array_set_size(app->overlays, 0);
  g_array_set_size(app->seen, 0); /* it was of another article */
  return true;
}

/* ---- drawing ---- */

/* A canvas as large as the screen now is. */
static void fit_canvas(NgApp *app)
{
  int rows, cols;
  getmaxyx(stdscr, rows, cols);
  if (app->canvas && app->canvas->rows == rows && app->canvas->cols == cols)
    return;
  ng_canvas_free(app->canvas);
  app->canvas = ng_canvas_new(stdscr, app->theme, app->options->ascii);
}

static void draw_overlay(NgApp *app, NgOverlay *overlay)
{
  overlay->ops->draw(overlay, app->reader, app->canvas);
  int row = app->canvas->rows - 1;
  if (!overlay->ops->status || app->canvas->rows < 3)
    return;
  g_autoptr(GPtrArray) hold = g_ptr_array_new_with_free_func(g_free);
  NgStatus status = {0};
  overlay->ops->status(overlay, app->reader, app->keymap, &status, hold);
  const char *message = app->reader ? app->reader->message : app->message;
  if (message) {
    status.rest = message;
    status.message = true;
    status.rest_role = app->reader && app->reader->message_is_error ? NG_ROLE_ERROR : NG_ROLE_TEXT;
  }
  ng_canvas_clear_rect(app->canvas, (NgRect){row, 0, 1, app->canvas->cols});
  bool below = app->reader && !overlay->ops->whole;
  ng_status_draw(&status, app->canvas, row, below ? app->reader->layout.rule_col : -1);
}

/* What lies under an overlay: nothing, where it covers the whole screen. */
static void draw_below(NgApp *app, const NgOverlay *overlay)
{
  g_array_set_size(app->seen, 0);
  if (overlay && overlay->ops->whole) {
    ng_canvas_clear(app->canvas);
  } else if (app->reader) {
    ng_reader_draw(app->reader, app->canvas, app->seen);
    ng_reader_draw_status(app->reader, app->keymap, app->canvas);
  } else {
    ng_shelf_draw(app->shelf, app->keymap, app->message, app->canvas);
  }
}

static void show_title(const NgApp *app)
{
  const NgHead *head = app->reader ? ng_article_head(app->reader->article) : NULL;
  g_autofree char *title = head && head->title ? ng_text_clean_line(head->title, strlen(head->title)) : NULL;
  g_autofree char *whole =
      title ? g_strdup_printf("%.*s - nutgraf", (int)ng_text_fit(title, strlen(title), TITLE_COLS, NULL), title)
            : g_strdup("nutgraf");
  if (app->canvas->utf8 || g_str_is_ascii(whole))
    ng_terminal_set_title(whole);
}

/* Which cells are links the terminal is told after they are drawn; none where something lies over them. */
static void show_links(NgApp *app)
{
  bool bare = app->reader && !ng_app_overlay(app) && !app->prompt;
  ng_links_tell(bare ? app->reader->article : NULL, app->seen, app->canvas, app->linked);
}

/* Completions lie over the article, as far as its rule. */
static void draw_prompt(NgApp *app, const NgOverlay *overlay)
{
  bool beside = app->reader && !(overlay && overlay->ops->whole) && app->reader->layout.rule_col > 0;
  int cols = beside ? app->reader->layout.rule_col : app->canvas->cols;
  g_autoptr(GPtrArray) hold = g_ptr_array_new_with_free_func(g_free);
  NgStatus where = {0};
  bool counted = false;
  if (app->prompt->kind == NG_PROMPT_SEARCH && app->reader && app->reader->search)
    ng_search_known(app->reader->search, &counted);
  if (counted)
    ng_reader_where(app->reader, &where, hold);
  ng_prompt_draw(app->prompt, where.place, app->canvas, app->canvas->rows - 1, cols);
}

void ng_app_look(NgApp *app)
{
  fit_canvas(app);
  draw_below(app, NULL);
}

void ng_app_show_selected(NgApp *app)
{
  ng_app_look(app); /* how much is seen is known once it is drawn */
  if (app->reader && app->reader->mention != NG_NONE)
    ng_reader_go_to_mention(app->reader, app->reader->mention);
}

void ng_app_draw(NgApp *app)
{
  ng_app_prompt_settle(app);
  fit_canvas(app);
  NgOverlay *overlay = ng_app_overlay(app);
  draw_below(app, overlay);
  if (overlay)
    draw_overlay(app, overlay);
  if (app->prompt)
    draw_prompt(app, overlay);
  bool cursor = app->canvas->cursor_row >= 0;
  if (cursor)
    wmove(stdscr, app->canvas->cursor_row, app->canvas->cursor_col);
  curs_set(cursor);
  ng_terminal_refresh();
  show_links(app);
  show_title(app);
}

/* ---- keys ---- */

static unsigned contexts(const NgApp *app)
{
  if (!app->reader || ng_app_overlay(app))
    return NG_CONTEXT_ANY;
  if (app->reader->focus == NG_PANE_RELATIONS)
    return NG_CONTEXT_RELATIONS;
  return ng_map_is_open(app->reader) ? NG_CONTEXT_MAP : NG_CONTEXT_ANY;
}

static void hush(NgApp *app)
{
  g_clear_pointer(&app->message, g_free);
  if (app->reader)
    g_clear_pointer(&app->reader->message, g_free);
}

/* Digits before a key are a count. One that is a key itself (1 to 4 go to the panes) begins none, but after a 0 it does: 03n. */
static bool takes_count(NgApp *app, NgKey key)
{
  if (key < '0' || key > '9')
    return false;
  if (!app->counting && ng_keymap_look_up(app->keymap, key, contexts(app)) != NG_COMMAND_NONE)
    return false;
  app->counting = true;
  app->count = MIN(app->count * 10 + (int)(key - '0'), MAX_COUNT);
  return true;
}

static bool overlay_key(NgApp *app, NgKey key)
{
  NgOverlay *overlay = ng_app_overlay(app);
  if (!overlay || !overlay->ops->key)
    return false;
  NgOutcome outcome = overlay->ops->key(overlay, app->reader, key);
  if (outcome == NG_CLOSE || outcome == NG_PASS)
    ng_app_pop(app);
  return outcome == NG_DONE || outcome == NG_CLOSE;
}

/* Loads the article again that was edited or corrected, and leaves what was said of that. What lay over it spoke of the old one. */
static void refresh_article(NgApp *app)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *said = g_strdup(app->reader->message);
  app->reader->stale = false;
  if (!ng_shelf_reload(app->shelf, app->reader_index, &error)) {
    ng_reader_say(app->reader, true, "not loaded again: %s", error->message);
    return;
  }
  g_ptr_array_set_size(app->overlays, 0);
  g_array_set_size(app->seen, 0);
  app->reader = ng_shelf_item(app->shelf, app->reader_index)->reader;
  ng_reader_say(app->reader, false, "%s", said ? said : "loaded again");
}

bool ng_app_refresh_next(NgApp *app)
{
  guint index = app->prompt || ng_app_overlay(app) ? G_MAXUINT : ng_shelf_outdated(app->shelf);
  if (index == G_MAXUINT)
    return false;
  bool is_open = app->reader && app->reader_index == index;
  bool is_error = is_open && app->reader->message_is_error;
  g_autofree char *said = is_open ? g_steal_pointer(&app->reader->message) : NULL;
  ng_shelf_reload(app->shelf, index, NULL);
  if (is_open) {
    g_array_set_size(app->seen, 0);
    app->reader = ng_shelf_item(app->shelf, index)->reader;
    app->reader->message = g_steal_pointer(&said);
    app->reader->message_is_error = is_error;
  }
  return true;
}

/* One that means something in another pane is told of as its key. */
static void say_no_such_key(NgApp *app, NgKey key)
{
  static const struct {
    unsigned context;
    NgCommandId command;
    const char *pane;
  } panes[] = {{NG_CONTEXT_RELATIONS, NG_COMMAND_RELATIONS, "the relations"},
               {NG_CONTEXT_MAP, NG_COMMAND_PLACES, "the map"}};
  g_autofree char *name = ng_key_name(key);
  g_autoptr(GString) where = g_string_new(NULL);
  for (gsize i = 0; app->reader && !ng_app_overlay(app) && i < G_N_ELEMENTS(panes); i++)
    if (ng_keymap_look_up(app->keymap, key, panes[i].context) != NG_COMMAND_NONE)
      g_string_append_printf(where, "%s %s (%s)", where->len ? " and" : "", panes[i].pane,
                             ng_keymap_first(app->keymap, panes[i].command));
  g_autofree char *text = where->len ? g_strdup_printf("no such key here: %s is for%s", name, where->str)
                                     : g_strdup("no such key: ? shows them");
  ng_app_say(app, false, text);
}

static void handle_key(NgApp *app, NgKey key)
{
  if (key == NG_KEY_FUNCTION + KEY_MOUSE) {
    ng_app_mouse(app);
    return;
  }
  if (app->prompt) {
    ng_app_prompt_key(app, key);
    return;
  }
  hush(app);
  if (overlay_key(app, key) || takes_count(app, key))
    return;
  int count = app->count;
  app->count = 0;
  app->counting = false;
  NgCommandId command = ng_keymap_look_up(app->keymap, key, contexts(app));
  if (command != NG_COMMAND_NONE)
    ng_app_command(app, command, count, NULL);
  else if (key != 27)
    say_no_such_key(app, key);
}

void ng_app_key(NgApp *app, NgKey key)
{
  handle_key(app, key);
  if (app->reader)
    ng_app_open_wanted(app);
  if (app->reader && app->reader->stale)
    refresh_article(app);
}
