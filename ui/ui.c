#include "ui/ui.h"

#include "ui/app.h"
#include "ui/places.h"
#include "ui/terminal.h"
#include "ui/view_relations.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#define BUSY_MS 4   /* of work in the background between two looks at the keyboard */
#define SHOW_MS 150 /* what the work has brought so far is shown as often as this */
#define REST_MS 100 /* without a key, while something is typed */

const char *const *ng_ui_themes(void)
{
  return ng_theme_names();
}

/* Opens the first article that names whom the caller wants, and selects it there; false, with a line on standard error, if none does. */
static bool open_naming(NgApp *app, const char *name)
{
  g_auto(GStrv) nearest = NULL;
  bool loaded = false;
  for (guint i = 0; i < app->shelf->items->len; i++) {
    if (!ng_shelf_load(app->shelf, i))
      continue;
    uint32_t entity = ng_find_entity(ng_shelf_item(app->shelf, i)->article, name, loaded ? NULL : &nearest);
    loaded = true;
    if (entity == NG_NONE)
      continue;
    if (!ng_app_open(app, i))
      return false;
    ng_reader_select(app->reader, entity, NG_NONE);
    ng_reader_resume(app->reader, 0); /* wherever reading was left */
    return true;
  }
  g_autofree char *clean = ng_text_clean_line(name, strlen(name));
  g_autofree char *names = nearest && *nearest ? g_strjoinv("; ", nearest) : g_strdup("no names in the article");
  if (loaded)
    fprintf(stderr, "nutgraf: %s names no one, or several; nearest: %s\n", clean, names);
  return false;
}

static void tell_errors(NgApp *app)
{
  for (guint i = 0; i < app->shelf->items->len; i++) {
    const NgShelved *item = ng_shelf_item(app->shelf, i);
    if (!item->error)
      continue;
    fprintf(stderr, "nutgraf: %s\n", item->error);
    app->status = 2;
  }
}

/* Opens what there is before the terminal is touched, so that an error is told as one. */
static bool open_first(NgApp *app)
{
  if (app->options->select)
    return open_naming(app, app->options->select);
  return app->shelf->items->len > 1 || ng_app_open(app, 0);
}

static void keep_position(NgApp *app, NgShelved *item)
{
  if (!item->reader || !app->shelf->positions)
    return;
  uint32_t bytes;
  ng_article_text(item->article, &bytes);
  const NgEntity *selected = ng_reader_selected(item->reader);
  uint32_t mention = item->reader->mention;
  NgPosition position = {.pos = item->reader->top_pos,
                         .bytes = bytes,
                         .percent = ng_reader_percent(item->reader),
                         .mention = mention == NG_NONE ? item->reader->top_pos
                                                       : ng_reader_mentions(item->reader)[mention].start,
                         .entity = selected ? selected->id : ""};
  ng_positions_set(app->shelf->positions, item->path, &position);
}

static void keep_positions(NgApp *app)
{
  for (guint i = 0; i < app->shelf->items->len; i++)
    keep_position(app, ng_shelf_item(app->shelf, i));
  if (app->shelf->positions)
    ng_positions_save(app->shelf->positions);
}

/* A little of what waits to be done while no key is pressed. False if nothing waits. */
static bool work(NgApp *app)
{
  bool counted = true;
  if (app->reader && app->reader->search)
    ng_search_known(app->reader->search, &counted);
  if (!counted) {
    ng_search_count(app->reader->search, BUSY_MS);
    return true;
  }
  if (ng_app_refresh_next(app))
    return true;
  if (app->reader && ng_relations_work(app->reader, BUSY_MS))
    return true;
  NgReader *shown = app->reader ? app->reader : app->shelf->preview;
  if (shown && ng_places_wait(shown)) {
    ng_places_load(shown, app->options->content_dir);
    return true;
  }
  return ng_shelf_load_next(app->shelf);
}

/* Works until a key is pressed; what that brings is drawn now and then, and when it is done. False if there was nothing to do. */
static bool work_for_a_while(NgApp *app)
{
  bool worked = false;
  gint64 shown = g_get_monotonic_time();
  while (!ng_terminal_is_called()) {
    if (!work(app))
      break;
    worked = true;
    if (g_get_monotonic_time() - shown < SHOW_MS * 1000)
      continue;
    ng_app_draw(app);
    shown = g_get_monotonic_time();
  }
  if (worked)
    ng_app_draw(app);
  return worked;
}

/* Waits for a key. A drawing may ask for more work than there was before it. While something is typed nothing changes by itself, until the hand rests. */
static NgKey wait_for_key(NgApp *app)
{
  NgKey key = app->prompt ? ng_terminal_key(REST_MS) : NG_KEY_NONE;
  if (key != NG_KEY_NONE || ng_terminal_signal())
    return key;
  while (work_for_a_while(app) && !ng_terminal_is_called())
    continue;
  return ng_terminal_key(-1);
}

static void run(NgApp *app)
{
  while (!app->leaving && !ng_terminal_signal()) {
    ng_app_draw(app);
    NgKey key = wait_for_key(app);
    while (key != NG_KEY_NONE && !app->leaving) {
      bool meant = app->prompt || !ng_terminal_pasting(); /* a paste is no row of commands */
      if (key != NG_KEY_FUNCTION + KEY_RESIZE && meant)
        ng_app_key(app, key);
      key = !app->leaving && ng_terminal_is_called() ? ng_terminal_key(0) : NG_KEY_NONE;
    }
  }
}

static void app_clear(NgApp *app)
{
  g_ptr_array_unref(app->overlays);
  g_array_unref(app->seen);
  g_array_unref(app->linked);
  g_array_unref(app->trail);
  g_ptr_array_unref(app->corrected);
  ng_prompt_free(app->prompt);
  ng_canvas_free(app->canvas);
  ng_theme_free(app->theme);
  g_free(app->message);
}

int ng_ui_run(const NgUiOptions *options, char *const *paths, gsize n)
{
  g_autoptr(NgKeymap) defaults = options->keymap ? NULL : ng_keymap_new();
  g_autoptr(NgPositions) positions = options->state_dir ? ng_positions_new(options->state_dir) : NULL;
  g_autoptr(NgShelf) shelf = ng_shelf_new(paths, n, options->load, positions);
  shelf->loading = options->loading;
  shelf->weak_below = options->weak_below ? options->weak_below : NG_WEAK_BELOW_PERCENT;
  NgApp app = {.options = options, .keymap = options->keymap ? options->keymap : defaults, .shelf = shelf};
  app.overlays = g_ptr_array_new_with_free_func((GDestroyNotify)ng_overlay_free);
  app.seen = g_array_new(FALSE, FALSE, sizeof(NgSeen));
  app.linked = g_array_new(FALSE, FALSE, sizeof(NgSeen));
  app.trail = g_array_new(FALSE, FALSE, sizeof(NgTrailStep));
  app.corrected = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GError) error = NULL;
  bool input_taken = false;
  for (gsize i = 0; i < n; i++)
    input_taken = input_taken || strcmp(paths[i], "-") == 0;
  if (!open_first(&app)) {
    app.status = 2;
  } else if (!ng_terminal_open(input_taken, options->mouse, &error)) {
    fprintf(stderr, "nutgraf: %s\n", error->message);
    app.status = 2;
  } else {
    app.theme = ng_theme_new(options->theme, options->background);
    if (options->select)
      ng_app_show_selected(&app);
    run(&app);
    keep_positions(&app);
    ng_terminal_close();
  }
  tell_errors(&app);
  int status = app.status, signum = ng_terminal_signal();
  app_clear(&app);
  if (signum) {
    signal(signum, SIG_DFL);
    raise(signum);
  }
  return status;
}
