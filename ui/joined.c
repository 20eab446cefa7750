#include "ui/joined.h"

#include "ui/view_relations.h"

#include <string.h>

void ng_joined_free(NgJoined *joined)
{
  if (!joined)
    return;
  ng_whole_job_free(joined->job);
  ng_network_free(joined->network);
  ng_shared_whole_unref(joined->shared);
  g_ptr_array_unref(joined->articles);
  g_array_unref(joined->items);
  g_free(joined);
}

/* ---- asking ---- */

static void readers_forget(NgShelf *shelf, bool at_once)
{
  for (guint i = 0; i < shelf->items->len; i++) {
    NgReader *reader = ng_shelf_item(shelf, i)->reader;
    if (reader)
      ng_relations_forget(reader, at_once);
  }
}

void ng_joined_ask(NgShelf *shelf, bool all)
{
  if (shelf->joins == all)
    return;
  shelf->joins = all;
  readers_forget(shelf, false);
}

void ng_joined_forget(NgShelf *shelf)
{
  if (!shelf->joined)
    return;
  readers_forget(shelf, true);
  g_clear_pointer(&shelf->joined, ng_joined_free);
}

bool ng_joined_is_asked(const NgReader *reader)
{
  return reader->shelf && reader->shelf->joins;
}

const NgJoined *ng_joined_of(const NgReader *reader)
{
  const NgJoined *joined = ng_joined_is_asked(reader) ? reader->shelf->joined : NULL;
  return joined && joined->network ? joined : NULL;
}

/* ---- gathering ---- */

static bool is_loading(const NgShelf *shelf)
{
  for (guint i = 0; i < shelf->items->len; i++)
    if (!ng_shelf_item(shelf, i)->article && !ng_shelf_item(shelf, i)->error)
      return true;
  return false;
}

static const char *date_of(const NgShelf *shelf, guint item)
{
  const char *date = ng_article_head(ng_shelf_item(shelf, item)->article)->date;
  return date ? date : "";
}

static int earliest_first(const void *a, const void *b, void *shelf)
{
  guint i = *(const guint *)a, k = *(const guint *)b;
  int by_date = strcmp(date_of(shelf, i), date_of(shelf, k));
  return by_date ? by_date : (i > k) - (i < k);
}

/* Those that are loaded, as many as the bound allows. */
static GArray *items_of(const NgShelf *shelf)
{
  GArray *items = g_array_new(FALSE, FALSE, sizeof(guint));
  guint64 all = 0;
  for (guint i = 0; i < shelf->items->len; i++) {
    const NgArticle *article = ng_shelf_item(shelf, i)->article;
    uint32_t bytes = 0;
    if (article)
      ng_article_text(article, &bytes);
    if (!article || all + bytes > shelf->most_joined_bytes)
      continue;
    all += bytes;
    g_array_append_val(items, i);
  }
  return items;
}

void ng_joined_count(const NgShelf *shelf, guint *n, guint *given)
{
  g_autoptr(GArray) items = items_of(shelf);
  *n = items->len;
  *given = shelf->items->len;
}

static NgJoined *gather(NgShelf *shelf)
{
  NgJoined *joined = g_new0(NgJoined, 1);
  joined->items = items_of(shelf);
  joined->articles = g_ptr_array_new();
  g_array_sort_with_data(joined->items, earliest_first, shelf);
  for (guint i = 0; i < joined->items->len; i++)
    g_ptr_array_add(joined->articles, ng_shelf_item(shelf, g_array_index(joined->items, guint, i))->article);
  NgWholeWish wish = {.graph_alone = true, .centre = NG_WHOLE_NOWHERE};
  joined->job =
      ng_whole_job_new((const NgArticle *const *)joined->articles->pdata, joined->articles->len, NULL, NULL, &wish);
  return joined;
}

bool ng_joined_work(const NgReader *reader, gint64 microseconds)
{
  NgShelf *shelf = reader->shelf;
  if (!ng_joined_is_asked(reader) || ng_joined_of(reader) || is_loading(shelf))
    return false;
  if (!shelf->joined)
    shelf->joined = gather(shelf);
  NgJoined *joined = shelf->joined;
  if (!ng_whole_job_wait(joined->job, microseconds))
    return true;
  joined->shared = ng_whole_job_take_whole(joined->job);
  joined->network = ng_network_of_whole(joined->shared->whole);
  g_clear_pointer(&joined->job, ng_whole_job_free);
  return true;
}

const char *ng_joined_waiting(const NgShelf *shelf)
{
  return is_loading(shelf) ? "articles are being loaded" : "articles are being joined";
}

/* ---- who is whom ---- */

uint32_t ng_joined_index(const NgJoined *joined, const NgArticle *article)
{
  guint index;
  return g_ptr_array_find(joined->articles, article, &index) ? index : NG_NONE;
}

uint32_t ng_joined_entity_in(const NgJoined *joined, NgWholePlace place, uint32_t article)
{
  uint32_t member = ng_network_member(joined->network, place), n = 0;
  const NgWholePlace *places = member == NG_NONE ? NULL : ng_network_places(joined->network, member, &n);
  for (uint32_t i = 0; i < n; i++)
    if (places[i].article == article)
      return places[i].entity;
  return NG_NONE;
}
