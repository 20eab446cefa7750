/* An article that was edited or corrected, loaded again: reading goes on at the same words. */
#include "ui/joined.h"

#include <string.h>

/* What two versions of a text have in common at their ends. */
typedef struct {
  uint32_t before, after; /* lengths of the two texts */
  uint32_t same;          /* bytes at their start that are the same */
  uint32_t same_end;      /* ... and at their end, besides those */
} Change;

static Change compare(const NgArticle *old, const NgArticle *new)
{
  Change change = {0};
  const char *a = ng_article_text(old, &change.before), *b = ng_article_text(new, &change.after);
  uint32_t shorter = MIN(change.before, change.after);
  while (change.same < shorter && a[change.same] == b[change.same])
    change.same++;
  while (change.same_end < shorter - change.same &&
         a[change.before - change.same_end - 1] == b[change.after - change.same_end - 1])
    change.same_end++;
  return change;
}

/* Where the word at pos of the old text stands in the new one; what was changed begins where the change does. */
static uint32_t moved(const Change *change, uint32_t pos)
{
  if (pos < change->same)
    return pos;
  if (pos >= change->before - change->same_end)
    return pos - change->before + change->after;
  return change->same;
}

/* The entity's first mention at or after pos, else its last; NG_NONE if it has none. */
static uint32_t mention_near(const NgArticle *article, uint32_t entity, uint32_t pos)
{
  uint32_t n, n_all, i = 0;
  const uint32_t *own = ng_article_mentions_of(article, entity, &n);
  const NgMention *mentions = ng_article_mentions(article, &n_all);
  while (i + 1 < n && mentions[own[i]].start < pos)
    i++;
  return n ? own[i] : NG_NONE;
}

void ng_shelf_select_near(NgReader *reader, const char *id, uint32_t pos)
{
  uint32_t entity = ng_article_entity_by_id(reader->article, id);
  if (entity != NG_NONE)
    ng_reader_select(reader, entity, mention_near(reader->article, entity, pos));
}

/* What was looked for still is, from the match on that one was at. */
static void search_on(NgReader *reader, const NgSearch *old, const Change *change)
{
  NgRange match = ng_search_current(old);
  reader->search = ng_search_new(reader->article, ng_search_pattern(old));
  if (match.end > 0 && ng_search_next(reader->search, moved(change, match.start), true, &match))
    ng_search_set_current(reader->search, match);
}

static NgReader *reader_like(const NgReader *old, const NgArticle *article)
{
  NgReader *reader = ng_reader_new(article);
  Change change = compare(old->article, article);
  const NgEntity *selected = ng_reader_selected(old);
  uint32_t at = old->mention == NG_NONE ? old->top_pos : ng_reader_mentions(old)[old->mention].start;
  if (selected)
    ng_shelf_select_near(reader, selected->id, moved(&change, at));
  if (old->search)
    search_on(reader, old->search, &change);
  reader->focus = old->focus;
  reader->side = old->side;
  reader->zoomed = old->zoomed;
  reader->among = old->among;
  reader->weak_below = old->weak_below;
  reader->shelf = old->shelf;
  reader->height = old->height;
  ng_reader_resume(reader, moved(&change, old->top_pos));
  return reader;
}

bool ng_shelf_reload(NgShelf *shelf, guint index, GError **error)
{
  NgShelved *item = ng_shelf_item(shelf, index);
  NgArticle *article = shelf->load(item->path, shelf->loading, error);
  item->outdated = false;
  if (!article)
    return false;
  ng_joined_forget(shelf);
  NgReader *reader = item->reader ? reader_like(item->reader, article) : NULL;
  g_clear_pointer(&shelf->preview, ng_reader_free);
  ng_reader_free(item->reader);
  ng_article_free(item->article);
  g_clear_pointer(&item->names, g_hash_table_unref);
  item->words[strcspn(item->words, "\n")] = '\0'; /* the path alone, until a filter looks at the rest */
  item->has_words = false;
  item->article = article;
  item->reader = reader;
  return true;
}

void ng_shelf_outdate(NgShelf *shelf)
{
  for (guint i = 0; i < shelf->items->len; i++) {
    NgShelved *item = ng_shelf_item(shelf, i);
    item->outdated = item->article && strcmp(item->path, "-") != 0;
  }
}

guint ng_shelf_outdated(const NgShelf *shelf)
{
  for (guint i = 0; i < shelf->items->len; i++)
    if (ng_shelf_item(shelf, i)->outdated)
      return i;
  return G_MAXUINT;
}
