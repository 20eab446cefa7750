#include "ui/reader.h"

#include "ui/places.h"
#include "ui/view_relations.h"

#include <stdarg.h>
#include <string.h>

#define CONTEXT_ROWS 2 /* kept above and below the selected mention */
#define MAX_HISTORY  200

static const NgEntityKind people_kinds[] = {NG_ENTITY_PERSON, NG_ENTITY_ORGANISATION, NG_ENTITY_EVENT};
static const NgEntityKind places_kinds[] = {NG_ENTITY_PLACE};

/* Who is selected at first: the most named person, or else whoever there is. */
static uint32_t first_entity(const NgArticle *article)
{
  static const NgEntityKind order[] = {NG_ENTITY_PERSON, NG_ENTITY_PLACE, NG_ENTITY_ORGANISATION, NG_ENTITY_EVENT};
  for (gsize i = 0; i < G_N_ELEMENTS(order); i++) {
    uint32_t n;
    const uint32_t *ranked = ng_article_ranked(article, order[i], &n);
    if (n)
      return ranked[0];
  }
  return NG_NONE;
}

NgReader *ng_reader_new(const NgArticle *article)
{
  NgReader *reader = g_new0(NgReader, 1);
  reader->article = article;
  reader->rows = ng_text_rows_new(article, 72);
  reader->entity = reader->mention = reader->note = NG_NONE;
  reader->weak_below = NG_WEAK_BELOW_PERCENT;
  reader->focus = NG_PANE_ARTICLE;
  ng_list_init(&reader->people, article, people_kinds, G_N_ELEMENTS(people_kinds));
  ng_list_init(&reader->places, article, places_kinds, G_N_ELEMENTS(places_kinds));
  reader->side = reader->people.rows->len == 0 && reader->places.rows->len > 0 ? NG_PANE_PLACES : NG_PANE_PEOPLE;
  reader->history = g_array_new(FALSE, FALSE, sizeof(NgPlaceMark));
  reader->folded = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  reader->sentences = g_array_new(FALSE, FALSE, sizeof(NgRange));
  reader->top = ng_text_rows_first(reader->rows);
  ng_reader_select(reader, first_entity(article), NG_NONE);
  return reader;
}

void ng_reader_free(NgReader *reader)
{
  if (!reader)
    return;
  ng_text_rows_free(reader->rows);
  ng_relations_free(reader->relations);
  ng_places_free(reader->map);
  ng_list_clear(&reader->people);
  ng_list_clear(&reader->places);
  g_array_unref(reader->history);
  g_array_unref(reader->folded);
  g_array_unref(reader->sentences);
  ng_search_free(reader->search);
  g_free(reader->message);
  g_free(reader);
}

const NgEntity *ng_reader_entities(const NgReader *reader)
{
  uint32_t n;
  return ng_article_entities(reader->article, &n);
}

const NgMention *ng_reader_mentions(const NgReader *reader)
{
  uint32_t n;
  return ng_article_mentions(reader->article, &n);
}

const NgEntity *ng_reader_selected(const NgReader *reader)
{
  return reader->entity == NG_NONE ? NULL : &ng_reader_entities(reader)[reader->entity];
}

void ng_reader_select(NgReader *reader, uint32_t entity, uint32_t mention)
{
  reader->note = NG_NONE;
  if (entity == NG_NONE)
    return;
  if (mention == NG_NONE && entity == reader->entity)
    mention = reader->mention;
  uint32_t n;
  const uint32_t *own = ng_article_mentions_of(reader->article, entity, &n);
  if (mention == NG_NONE && n)
    mention = own[0];
  reader->entity = entity;
  reader->mention = mention;
  if (ng_list_entity(&reader->people) != entity)
    ng_list_find(&reader->people, entity);
  if (ng_list_entity(&reader->places) != entity)
    ng_list_find(&reader->places, entity);
}

/* ---- moving ---- */

static void set_top(NgReader *reader, NgAnchor top)
{
  NgAnchor last = ng_text_rows_move(reader->rows, ng_text_rows_last(reader->rows), 1 - MAX(reader->height, 1));
  if (ng_text_rows_between(reader->rows, top, last, 1) < 0)
    top = last;
  reader->top = top;
  reader->top_pos = ng_text_rows_pos(reader->rows, top);
}

void ng_reader_scroll(NgReader *reader, int rows)
{
  set_top(reader, ng_text_rows_move(reader->rows, reader->top, rows));
}

void ng_reader_resume(NgReader *reader, uint32_t pos)
{
  NgAnchor at = pos ? ng_text_rows_at(reader->rows, pos) : ng_text_rows_first(reader->rows);
  set_top(reader, at);
  if (ng_text_rows_between(reader->rows, at, reader->top, 1) == 0)
    reader->top_pos = pos; /* to the word, whatever the width will be */
}

void ng_reader_remember(NgReader *reader)
{
  NgPlaceMark mark = {reader->top_pos, reader->entity, reader->mention};
  g_array_set_size(reader->history, reader->here);
  if (reader->here && g_array_index(reader->history, NgPlaceMark, reader->here - 1).pos == mark.pos)
    return;
  if (reader->history->len >= MAX_HISTORY)
    g_array_remove_index(reader->history, 0);
  g_array_append_val(reader->history, mark);
  reader->here = reader->history->len;
}

void ng_reader_go_to_end(NgReader *reader, bool last)
{
  ng_reader_remember(reader);
  set_top(reader, last ? ng_text_rows_last(reader->rows) : ng_text_rows_first(reader->rows));
}

/* A jump does not spend the first row of the screen on the blank before a block. */
static NgAnchor past_blank(NgReader *reader, NgAnchor top)
{
  const NgShownBlock *shown = ng_text_rows_block(reader->rows, top.block);
  bool blank = top.row < shown->rows->len && g_array_index(shown->rows, NgRow, top.row).kind == NG_ROW_BLANK;
  return blank ? ng_text_rows_move(reader->rows, top, 1) : top;
}

void ng_reader_go_to(NgReader *reader, uint32_t pos)
{
  NgAnchor at = ng_text_rows_at(reader->rows, pos);
  int height = MAX(reader->height, 1), context = MIN(CONTEXT_ROWS, (height - 1) / 2);
  int row = ng_text_rows_between(reader->rows, reader->top, at, height);
  NgAnchor first = ng_text_rows_first(reader->rows);
  bool at_start = reader->top.block == first.block && reader->top.row == first.row;
  if (row >= (at_start ? 0 : context) && row < height - context)
    return;
  if (row < 0 || row >= height) {
    ng_reader_remember(reader);
    set_top(reader, past_blank(reader, ng_text_rows_move(reader->rows, at, -(height / 3))));
  } else {
    set_top(reader, ng_text_rows_move(reader->rows, at, row < context ? -context : context - height + 1));
  }
}

void ng_reader_go_to_mention(NgReader *reader, uint32_t mention)
{
  const NgMention *m = &ng_reader_mentions(reader)[mention];
  ng_reader_go_to(reader, m->start);
  ng_reader_select(reader, m->entity, mention);
}

uint32_t ng_reader_bottom_pos(NgReader *reader)
{
  uint32_t bytes;
  ng_article_text(reader->article, &bytes);
  NgAnchor below = ng_text_rows_move(reader->rows, reader->top, MAX(reader->height, 1));
  int shown = ng_text_rows_between(reader->rows, reader->top, below, reader->height);
  return shown < reader->height ? bytes : ng_text_rows_pos(reader->rows, below);
}

uint32_t ng_reader_percent(NgReader *reader)
{
  uint32_t bytes;
  ng_article_text(reader->article, &bytes);
  return bytes ? (uint32_t)((guint64)ng_reader_bottom_pos(reader) * 100 / bytes) : 100;
}

void ng_reader_resize(NgReader *reader, int cols, int rows)
{
  uint32_t pos = reader->top_pos;
  NgAnchor at = reader->top;
  if (cols != reader->cols) {
    ng_text_rows_set_cols(reader->rows, cols);
    NgAnchor first = ng_text_rows_first(reader->rows);
    at = pos == ng_text_rows_pos(reader->rows, first) ? first : ng_text_rows_at(reader->rows, pos);
  }
  reader->cols = cols;
  reader->height = rows;
  set_top(reader, at);
  if (ng_text_rows_between(reader->rows, at, reader->top, 1) == 0)
    reader->top_pos = pos;
}

bool ng_reader_go_to_heading(NgReader *reader, int k)
{
  uint32_t n, found = NG_NONE;
  const NgBlock *blocks = ng_article_blocks(reader->article, &n);
  int step = k < 0 ? -1 : 1;
  uint32_t from = reader->top.block + (uint32_t)(step > 0 || reader->top.row <= 1 ? step : 0);
  for (uint32_t i = from; i < n && k != 0; i += (uint32_t)step)
    if (blocks[i].kind == NG_BLOCK_HEADING || blocks[i].kind == NG_BLOCK_TITLE) {
      found = i;
      k -= step;
    }
  if (found == NG_NONE)
    return false;
  ng_reader_remember(reader);
  set_top(reader, ng_text_rows_at(reader->rows, blocks[found].start));
  return true;
}

bool ng_reader_travel(NgReader *reader, int k)
{
  gint64 to = (gint64)reader->here + k;
  if (to < 0 || to >= reader->history->len + (k < 0))
    return false;
  if (reader->here == reader->history->len) {
    NgPlaceMark mark = {reader->top_pos, reader->entity, reader->mention};
    g_array_append_val(reader->history, mark);
  }
  reader->here = (guint)to;
  NgPlaceMark mark = g_array_index(reader->history, NgPlaceMark, reader->here);
  set_top(reader, mark.pos ? ng_text_rows_at(reader->rows, mark.pos) : ng_text_rows_first(reader->rows));
  ng_reader_select(reader, mark.entity, mark.mention);
  return true;
}

/* ---- folding ---- */

static int by_start(const void *a, const void *b)
{
  const NgRange *x = a, *y = b;
  return x->start < y->start ? -1 : x->start > y->start;
}

static void gather_sentences(NgReader *reader, uint32_t entity)
{
  uint32_t n;
  const uint32_t *own = ng_article_mentions_of(reader->article, entity, &n);
  const NgMention *mentions = ng_reader_mentions(reader);
  for (uint32_t i = 0; i < n; i++) {
    NgRange sentence = ng_article_sentence_at(reader->article, mentions[own[i]].start);
    g_array_append_val(reader->sentences, sentence);
  }
}

static void show_folded(NgReader *reader)
{
  uint32_t pos = reader->mention == NG_NONE ? reader->top_pos : ng_reader_mentions(reader)[reader->mention].start;
  g_array_set_size(reader->sentences, 0);
  for (guint i = 0; i < reader->folded->len; i++)
    gather_sentences(reader, g_array_index(reader->folded, uint32_t, i));
  g_array_sort(reader->sentences, by_start);
  guint kept = 0;
  NgRange *all = (NgRange *)(void *)reader->sentences->data;
  for (guint i = 0; i < reader->sentences->len; i++)
    if (kept == 0 || all[i].start >= all[kept - 1].end)
      all[kept++] = all[i];
  g_array_set_size(reader->sentences, kept);
  ng_text_rows_fold(reader->rows, reader->folded->len ? reader->sentences : NULL);
  set_top(reader, ng_text_rows_first(reader->rows));
  ng_reader_go_to(reader, pos);
}

void ng_reader_fold(NgReader *reader, uint32_t entity)
{
  for (guint i = 0; i < reader->folded->len; i++)
    if (g_array_index(reader->folded, uint32_t, i) == entity) {
      g_array_remove_index(reader->folded, i);
      show_folded(reader);
      return;
    }
  g_array_append_val(reader->folded, entity);
  show_folded(reader);
}

void ng_reader_unfold(NgReader *reader)
{
  g_array_set_size(reader->folded, 0);
  show_folded(reader);
}

bool ng_reader_covers_article(const NgReader *reader)
{
  bool one_pane = reader->layout.margin == 0; /* whatever was pressed since the last drawing */
  return reader->focus != NG_PANE_ARTICLE && (reader->zoomed || one_pane);
}

NgList *ng_reader_list(NgReader *reader)
{
  if (reader->focus == NG_PANE_PEOPLE)
    return &reader->people;
  return reader->focus == NG_PANE_PLACES ? &reader->places : NULL;
}

void ng_reader_filter_list(NgReader *reader, const char *filter)
{
  NgList *list = ng_reader_list(reader);
  ng_list_filter(list, filter);
  bool stays = reader->entity != NG_NONE && ng_list_find(list, reader->entity);
  if (!stays && list->filter)
    ng_reader_select(reader, ng_list_entity(list), NG_NONE);
}

void ng_reader_say(NgReader *reader, bool error, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  g_free(reader->message);
  reader->message = ng_text_clean_line(text, strlen(text));
  reader->message_is_error = error;
}
