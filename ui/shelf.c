#include "ui/shelf.h"

#include "ui/joined.h"

#include <string.h>

static void item_free(void *p)
{
  NgShelved *item = p;
  ng_reader_free(item->reader);
  ng_article_free(item->article);
  g_clear_pointer(&item->names, g_hash_table_unref);
  g_free(item->path);
  g_free(item->error);
  g_free(item->words);
  g_free(item);
}

static char *fold_path(const char *path)
{
  g_autofree char *clean = ng_text_clean_line(path, strlen(path));
  return ng_text_fold(clean, strlen(clean));
}

NgShelf *ng_shelf_new(char *const *paths, gsize n, NgArticle *(*load)(const char *path, void *loading, GError **error),
                      NgPositions *positions)
{
  NgShelf *shelf = g_new0(NgShelf, 1);
  shelf->load = load;
  shelf->positions = positions;
  shelf->wanted = NG_WANTED_NOTHING;
  shelf->most_joined_bytes = NG_JOINED_MOST_BYTES;
  shelf->items = g_ptr_array_new_with_free_func(item_free);
  shelf->order = g_array_new(FALSE, FALSE, sizeof(guint));
  for (gsize i = 0; i < n; i++) {
    NgShelved *item = g_new0(NgShelved, 1);
    NgPosition position;
    item->path = g_strdup(paths[i]);
    item->words = fold_path(item->path);
    item->read_percent =
        positions && ng_positions_get(positions, item->path, &position) ? (int)MIN(position.percent, 100u) : -1;
    g_ptr_array_add(shelf->items, item);
  }
  ng_shelf_filter(shelf, NULL);
  return shelf;
}

void ng_shelf_free(NgShelf *shelf)
{
  if (!shelf)
    return;
  for (guint i = 0; i < shelf->items->len; i++) /* their graphs may be of any of the articles */
    g_clear_pointer(&ng_shelf_item(shelf, i)->reader, ng_reader_free);
  ng_joined_free(shelf->joined);
  g_ptr_array_unref(shelf->items);
  g_array_unref(shelf->order);
  ng_reader_free(shelf->preview);
  g_free(shelf->filter);
  g_free(shelf);
}

NgShelved *ng_shelf_item(const NgShelf *shelf, guint index)
{
  return g_ptr_array_index(shelf->items, index);
}

/* ---- the order of the list ---- */

static const char *date_of(const NgShelf *shelf, guint index)
{
  const NgArticle *article = ng_shelf_item(shelf, index)->article;
  const char *date = article ? ng_article_head(article)->date : NULL;
  return date ? date : "";
}

/* What cannot be read stands behind what has no date. */
static int newest_first(const void *a, const void *b, void *shelf)
{
  guint i = *(const guint *)a, k = *(const guint *)b;
  bool failed = ng_shelf_item(shelf, i)->error != NULL;
  if (failed != (ng_shelf_item(shelf, k)->error != NULL))
    return failed ? 1 : -1;
  int by_date = strcmp(date_of(shelf, k), date_of(shelf, i));
  if (by_date)
    return by_date;
  return i < k ? -1 : i > k;
}

/* What a filter looks in besides the path, once it is loaded. */
static void add_words(NgShelved *item)
{
  const NgHead *head = ng_article_head(item->article);
  GString *words = g_string_new(NULL);
  const char *parts[] = {head->title, head->publisher, head->dateline};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    if (parts[i])
      g_string_append_printf(words, "%s\n", parts[i]);
  uint32_t n, n_entities;
  const uint32_t *people = ng_article_ranked(item->article, NG_ENTITY_PERSON, &n);
  const NgEntity *entities = ng_article_entities(item->article, &n_entities);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(words, "%s\n", entities[people[i]].name);
  g_autofree char *folded = ng_text_fold(words->str, words->len), *path = g_steal_pointer(&item->words);
  item->words = g_strconcat(path, "\n", folded, NULL);
  item->has_words = true;
  g_string_free(words, TRUE);
}

static bool passes(const NgShelf *shelf, guint index)
{
  if (!shelf->filter)
    return true;
  NgShelved *item = ng_shelf_item(shelf, index);
  if (item->article && !item->has_words)
    add_words(item);
  return strstr(item->words, shelf->filter);
}

/* Puts the cursor on the item where it stays on it, else on the first. */
static void settle_cursor(NgShelf *shelf, guint index)
{
  shelf->cursor = 0;
  for (guint i = 0; shelf->touched && i < shelf->order->len; i++)
    if (g_array_index(shelf->order, guint, i) == index)
      shelf->cursor = i;
}

/* Moves one item to its place: it has just been loaded. */
static void put_in_order(NgShelf *shelf, guint index)
{
  guint current = ng_shelf_current(shelf), low = 0;
  for (guint i = 0; i < shelf->order->len; i++)
    if (g_array_index(shelf->order, guint, i) == index) {
      g_array_remove_index(shelf->order, i);
      break;
    }
  for (guint high = shelf->order->len; low < high;) {
    guint middle = low + (high - low) / 2;
    if (newest_first(&g_array_index(shelf->order, guint, middle), &index, shelf) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (passes(shelf, index))
    g_array_insert_val(shelf->order, low, index);
  settle_cursor(shelf, current);
}

void ng_shelf_filter(NgShelf *shelf, const char *filter)
{
  guint current = ng_shelf_current(shelf);
  g_free(shelf->filter);
  shelf->filter = filter && *filter ? ng_text_fold(filter, strlen(filter)) : NULL;
  g_array_set_size(shelf->order, 0);
  for (guint i = 0; i < shelf->items->len; i++)
    if (passes(shelf, i))
      g_array_append_val(shelf->order, i);
  g_array_sort_with_data(shelf->order, newest_first, shelf);
  settle_cursor(shelf, current);
}

guint ng_shelf_current(const NgShelf *shelf)
{
  return shelf->cursor < shelf->order->len ? g_array_index(shelf->order, guint, shelf->cursor) : G_MAXUINT;
}

void ng_shelf_point_at(NgShelf *shelf, guint index)
{
  shelf->touched = true;
  for (guint i = 0; i < shelf->order->len; i++)
    if (g_array_index(shelf->order, guint, i) == index)
      shelf->cursor = i;
}

/* ---- loading ---- */

bool ng_shelf_load(NgShelf *shelf, guint index)
{
  NgShelved *item = ng_shelf_item(shelf, index);
  if (item->article || item->error)
    return item->article != NULL;
  g_autoptr(GError) error = NULL;
  item->article = shelf->load(item->path, shelf->loading, &error);
  if (!item->article)
    item->error = ng_text_clean_line(error->message, strlen(error->message));
  put_in_order(shelf, index);
  return item->article != NULL;
}

static bool is_waiting(const NgShelf *shelf, guint index)
{
  const NgShelved *item = ng_shelf_item(shelf, index);
  return !item->article && !item->error;
}

bool ng_shelf_load_next(NgShelf *shelf)
{
  guint current = ng_shelf_current(shelf);
  if (shelf->touched && current != G_MAXUINT && is_waiting(shelf, current)) {
    ng_shelf_load(shelf, current);
    return true;
  }
  for (guint i = 0; i < shelf->items->len; i++) {
    if (!is_waiting(shelf, i))
      continue;
    ng_shelf_load(shelf, i);
    return true;
  }
  return false;
}

static void resume(const NgShelf *shelf, const NgShelved *item)
{
  NgPosition position;
  uint32_t bytes;
  ng_article_text(item->article, &bytes);
  if (!shelf->positions || !ng_positions_get(shelf->positions, item->path, &position) || position.bytes != bytes)
    return;
  ng_shelf_select_near(item->reader, position.entity, position.mention);
  ng_reader_resume(item->reader, position.pos);
}

NgReader *ng_shelf_reader(NgShelf *shelf, guint index)
{
  if (!ng_shelf_load(shelf, index))
    return NULL;
  NgShelved *item = ng_shelf_item(shelf, index);
  if (!item->reader) {
    item->reader = ng_reader_new(item->article);
    item->reader->shelf = shelf;
    item->reader->weak_below = shelf->weak_below;
    resume(shelf, item);
  }
  for (guint i = 0; shelf->items->len > 1 && i < shelf->order->len; i++)
    if (g_array_index(shelf->order, guint, i) == index)
      item->reader->among = (NgAmong){i, shelf->items->len};
  return item->reader;
}

NgReader *ng_shelf_preview(NgShelf *shelf)
{
  guint index = ng_shelf_current(shelf);
  const NgArticle *article = index == G_MAXUINT ? NULL : ng_shelf_item(shelf, index)->article;
  if (!article)
    return NULL;
  if (shelf->preview && shelf->preview_of == index)
    return shelf->preview;
  ng_reader_free(shelf->preview);
  shelf->preview = ng_reader_new(article);
  shelf->preview->entity = shelf->preview->mention = NG_NONE;
  shelf->preview_of = index;
  return shelf->preview;
}

int ng_shelf_read_percent(const NgShelved *item)
{
  return item->reader ? (int)ng_reader_percent(item->reader) : item->read_percent;
}

bool ng_shelf_command(NgShelf *shelf, NgCommandId command, int count)
{
  int height = MAX(shelf->height, 1), to = (int)shelf->cursor;
  NgStride stride = {
      .last = MAX((int)shelf->order->len - 1, 0), .page = MAX(height - 1, 1), .half = MAX(height / 2, 1)};
  if (!ng_command_moves(&to, stride, command, count))
    return false;
  shelf->touched = true;
  shelf->cursor = (guint)to;
  return true;
}
