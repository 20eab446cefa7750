#include "ui/shelf.h"

#include <string.h>

static void item_free(void *p)
{
  NgShelved *item = p;
  ng_reader_free(item->reader);
  ng_article_free(item->article);
  g_free(item->path);
  g_free(item->error);
  g_free(item);
}

NgShelf *ng_shelf_new(char *const *paths, gsize n, NgArticle *(*load)(const char *path, GError **error),
                      NgPositions *positions)
{
  NgShelf *shelf = g_new0(NgShelf, 1);
  shelf->load = load;
  shelf->positions = positions;
  shelf->items = g_ptr_array_new_with_free_func(item_free);
  shelf->order = g_array_new(FALSE, FALSE, sizeof(guint));
  for (gsize i = 0; i < n; i++) {
    NgShelved *item = g_new0(NgShelved, 1);
    NgPosition position;
    item->path = g_strdup(paths[i]);
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
  g_ptr_array_unref(shelf->items);
  g_array_unref(shelf->order);
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

static int newest_first(const void *a, const void *b, void *shelf)
{
  guint i = *(const guint *)a, k = *(const guint *)b;
  int by_date = strcmp(date_of(shelf, k), date_of(shelf, i));
  if (by_date)
    return by_date;
  return i < k ? -1 : i > k;
}

static bool holds(const char *text, const char *folded)
{
  if (!text)
    return false;
  g_autofree char *other = ng_text_fold(text, strlen(text));
  return strstr(other, folded) != NULL;
}

static bool passes(const NgShelf *shelf, guint index)
{
  const NgShelved *item = ng_shelf_item(shelf, index);
  if (!shelf->filter)
    return true;
  if (holds(item->path, shelf->filter))
    return true;
  if (!item->article)
    return false;
  const NgHead *head = ng_article_head(item->article);
  if (holds(head->title, shelf->filter) || holds(head->publisher, shelf->filter))
    return true;
  uint32_t n, n_entities;
  const uint32_t *people = ng_article_ranked(item->article, NG_ENTITY_PERSON, &n);
  const NgEntity *entities = ng_article_entities(item->article, &n_entities);
  for (uint32_t i = 0; i < n; i++)
    if (holds(entities[people[i]].name, shelf->filter))
      return true;
  return false;
}

/* Sorts the list anew; the cursor stays on its item. */
static void put_in_order(NgShelf *shelf)
{
  guint current = ng_shelf_current(shelf);
  bool moved = shelf->cursor > 0;
  g_array_set_size(shelf->order, 0);
  for (guint i = 0; i < shelf->items->len; i++)
    if (passes(shelf, i))
      g_array_append_val(shelf->order, i);
  g_array_sort_with_data(shelf->order, newest_first, shelf);
  shelf->cursor = 0;
  for (guint i = 0; moved && i < shelf->order->len; i++)
    if (g_array_index(shelf->order, guint, i) == current)
      shelf->cursor = i;
}

void ng_shelf_filter(NgShelf *shelf, const char *filter)
{
  g_free(shelf->filter);
  shelf->filter = filter && *filter ? ng_text_fold(filter, strlen(filter)) : NULL;
  put_in_order(shelf);
}

guint ng_shelf_current(const NgShelf *shelf)
{
  return shelf->cursor < shelf->order->len ? g_array_index(shelf->order, guint, shelf->cursor) : G_MAXUINT;
}

/* ---- loading ---- */

bool ng_shelf_load(NgShelf *shelf, guint index)
{
  NgShelved *item = ng_shelf_item(shelf, index);
  if (item->article || item->error)
    return item->article != NULL;
  g_autoptr(GError) error = NULL;
  item->article = shelf->load(item->path, &error);
  if (!item->article)
    item->error = ng_text_clean_line(error->message, strlen(error->message));
  put_in_order(shelf);
  return item->article != NULL;
}

bool ng_shelf_load_next(NgShelf *shelf)
{
  for (guint i = 0; i < shelf->items->len; i++) {
    const NgShelved *item = ng_shelf_item(shelf, i);
    if (item->article || item->error)
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
  ng_shelf_select_near(item->reader, position.entity, position.pos);
  ng_reader_resume(item->reader, position.pos);
}

NgReader *ng_shelf_reader(NgShelf *shelf, guint index)
{
  if (!ng_shelf_load(shelf, index))
    return NULL;
  NgShelved *item = ng_shelf_item(shelf, index);
  if (!item->reader) {
    item->reader = ng_reader_new(item->article);
    resume(shelf, item);
  }
  for (guint i = 0; shelf->items->len > 1 && i < shelf->order->len; i++)
    if (g_array_index(shelf->order, guint, i) == index)
      item->reader->among = (NgAmong){i, shelf->items->len};
  return item->reader;
}

bool ng_shelf_command(NgShelf *shelf, NgCommandId command, int count, int height)
{
  int n = (int)shelf->order->len, to = (int)shelf->cursor, times = MAX(count, 1);
  switch ((int)command) {
  case NG_COMMAND_LINE_DOWN:
    to += times;
    break;
  case NG_COMMAND_LINE_UP:
    to -= times;
    break;
  case NG_COMMAND_PAGE_DOWN:
    to += times * height;
    break;
  case NG_COMMAND_PAGE_UP:
    to -= times * height;
    break;
  case NG_COMMAND_HALF_DOWN:
    to += times * height / 2;
    break;
  case NG_COMMAND_HALF_UP:
    to -= times * height / 2;
    break;
  case NG_COMMAND_START:
    to = 0;
    break;
  case NG_COMMAND_END:
    to = n - 1;
    break;
  default:
    return false;
  }
  shelf->cursor = (guint)CLAMP(to, 0, MAX(n - 1, 0));
  return true;
}
