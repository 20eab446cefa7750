#include "ui/kept.h"

#include <string.h>

static char *key_of(const NgEntity *entity)
{
  g_autofree char *folded = ng_text_fold(entity->name, strlen(entity->name));
  return g_strdup_printf("%u %s", entity->kind, folded);
}

/* Kind and folded name to entity + 1; of several the most named. */
static GHashTable *names_of(NgShelved *item)
{
  if (item->names)
    return item->names;
  uint32_t n;
  const NgEntity *entities = ng_article_entities(item->article, &n);
  item->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (uint32_t i = 0; i < n; i++) {
    char *key = key_of(&entities[i]);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(item->names, key));
    if (known && entities[known - 1].n_mentions >= entities[i].n_mentions)
      g_free(key);
    else
      g_hash_table_replace(item->names, key, GUINT_TO_POINTER(i + 1));
  }
  return item->names;
}

static bool share_a_word(const char *a, const char *b)
{
  g_autofree char *x = ng_text_fold(a, strlen(a)), *y = ng_text_fold(b, strlen(b));
  if (strcmp(x, y) == 0)
    return true;
  g_auto(GStrv) words = g_strsplit_set(x, " ,.", 64), others = g_strsplit_set(y, " ,.", 64);
  for (char **word = words; *word; word++)
    if (strlen(*word) > 2 && g_strv_contains((const char *const *)others, *word))
      return true;
  return false;
}

static uint32_t same_in(NgShelved *item, const NgEntity *entity, const char *key)
{
  uint32_t n, by_id = ng_article_entity_by_id(item->article, entity->id);
  const NgEntity *entities = ng_article_entities(item->article, &n);
  if (by_id != NG_NONE && entities[by_id].kind == entity->kind && share_a_word(entities[by_id].name, entity->name))
    return by_id;
  guint by_name = GPOINTER_TO_UINT(g_hash_table_lookup(names_of(item), key));
  return by_name ? by_name - 1 : NG_NONE;
}

static const char *iso_date(const NgShelf *shelf, const NgKept *kept)
{
  const char *date = ng_article_head(ng_shelf_item(shelf, kept->item)->article)->date;
  return date ? date : "";
}

static int earliest_first(const void *a, const void *b, void *shelf)
{
  const NgKept *x = a, *y = b;
  int by_date = strcmp(iso_date(shelf, x), iso_date(shelf, y));
  return by_date ? by_date : (x->item > y->item) - (x->item < y->item);
}

GArray *ng_kept_of(NgShelf *shelf, const NgArticle *article, uint32_t entity)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(NgKept));
  uint32_t n;
  const NgEntity *it = &ng_article_entities(article, &n)[entity];
  g_autofree char *key = key_of(it);
  for (guint i = 0; i < shelf->items->len; i++) {
    NgShelved *item = ng_shelf_item(shelf, i);
    if (!item->article)
      continue;
    bool is_this = item->article == article;
    uint32_t same = is_this ? entity : same_in(item, it, key);
    uint32_t n_mentions = same == NG_NONE ? 0 : ng_article_entities(item->article, &n)[same].n_mentions;
    NgKept kept = {i, same, n_mentions, is_this};
    if (n_mentions)
      g_array_append_val(found, kept);
  }
  g_array_sort_with_data(found, earliest_first, shelf);
  return found;
}

guint ng_kept_loaded(const NgShelf *shelf)
{
  guint n = 0;
  for (guint i = 0; i < shelf->items->len; i++)
    n += ng_shelf_item(shelf, i)->article != NULL;
  return n;
}

char *ng_kept_date(const NgArticle *article)
{
  const char *date = ng_article_head(article)->date;
  return date ? ng_shelf_short_date(date) : g_strdup("");
}

char *ng_kept_title(const NgShelved *item)
{
  const char *title = ng_article_head(item->article)->title;
  return title ? ng_text_clean_line(title, strlen(title)) : ng_text_file_name(item->path);
}
