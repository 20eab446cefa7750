/* All mentions of the selected entity, each in its sentence: over the whole screen. */
#include "ui/mentions_private.h"

#include <string.h>

#define DATE_COLS 11 /* 14 Nov 2022 */

uint32_t ng_mentions_current(const NgMentionsView *view)
{
  if (view->rows->len == 0)
    return NG_NONE;
  return view->own[g_array_index(view->rows, uint32_t, MIN(view->cursor, view->rows->len - 1))];
}

const NgKept *ng_mentions_elsewhere(const NgMentionsView *view)
{
  /* where nothing passes the filter, nothing is under the cursor */
  if (view->rows->len == 0 || view->cursor < view->rows->len || view->cursor - view->rows->len >= view->elsewhere->len)
    return NULL;
  return &g_array_index(view->elsewhere, NgKept, view->cursor - view->rows->len);
}

/* ---- the filter ---- */

static void fill_rows(NgMentionsView *view, NgReader *reader)
{
  uint32_t current = ng_mentions_current(view);
  g_autofree char *escaped = view->filter ? g_regex_escape_string(view->filter, -1) : NULL;
  g_autoptr(GRegex) regex = escaped ? g_regex_new(escaped, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL) : NULL;
  const char *text = ng_article_text(reader->article, NULL);
  const NgMention *mentions = ng_reader_mentions(reader);
  g_array_set_size(view->rows, 0);
  view->cursor = view->top = 0;
  for (uint32_t i = 0; i < view->n; i++) {
    if (regex) {
      NgRange sentence = ng_article_sentence_at(reader->article, mentions[view->own[i]].start);
      if (!g_regex_match_full(regex, text + sentence.start, (gssize)(sentence.end - sentence.start), 0, 0, NULL, NULL))
        continue;
    }
    if (view->own[i] == current)
      view->cursor = view->rows->len;
    g_array_append_val(view->rows, i);
  }
}

static void mentions_filter(NgOverlay *overlay, NgReader *reader, const char *text)
{
  NgMentionsView *view = (NgMentionsView *)overlay;
  g_free(view->filter);
  view->filter = *text ? g_strdup(text) : NULL;
  fill_rows(view, reader);
}

/* ---- commands ---- */

static NgOutcome move_by(NgMentionsView *view, gint64 by)
{
  gint64 n = (gint64)view->rows->len + view->elsewhere->len;
  view->cursor = (guint)CLAMP((gint64)view->cursor + by, 0, MAX(n - 1, 0));
  return NG_DONE;
}

/* To the first article elsewhere, and back. */
static NgOutcome cross(NgMentionsView *view)
{
  if (ng_mentions_elsewhere(view))
    view->cursor = 0;
  else if (view->elsewhere->len)
    view->cursor = view->rows->len;
  return NG_DONE;
}

static NgOutcome go_there(NgMentionsView *view, NgReader *reader)
{
  const NgKept *kept = ng_mentions_elsewhere(view);
  if (kept) {
    view->shelf->wanted = (NgWanted){.item = kept->item, .entity = kept->entity};
    return NG_CLOSE;
  }
  uint32_t mention = ng_mentions_current(view);
  if (mention == NG_NONE)
    return NG_DONE;
  reader->focus = NG_PANE_ARTICLE;
  reader->zoomed = false;
  ng_reader_go_to_mention(reader, mention);
  return NG_CLOSE;
}

static NgOutcome mentions_command(NgOverlay *overlay, NgReader *reader, NgCommandId command, int count)
{
  NgMentionsView *view = (NgMentionsView *)overlay;
  int times = MAX(count, 1), page = MAX(view->height - 1, 1);
  switch ((int)command) {
  case NG_COMMAND_LINE_DOWN:
  case NG_COMMAND_NEXT_MENTION:
    return move_by(view, times);
  case NG_COMMAND_LINE_UP:
  case NG_COMMAND_PREVIOUS_MENTION:
    return move_by(view, -times);
  case NG_COMMAND_PAGE_DOWN:
    return move_by(view, (gint64)times * page);
  case NG_COMMAND_PAGE_UP:
    return move_by(view, -(gint64)times * page);
  case NG_COMMAND_HALF_DOWN:
    return move_by(view, (gint64)times * page / 2);
  case NG_COMMAND_HALF_UP:
    return move_by(view, -(gint64)times * page / 2);
  case NG_COMMAND_START:
    return move_by(view, -(gint64)view->cursor);
  case NG_COMMAND_END:
    return move_by(view, (gint64)view->rows->len - 1 - view->cursor);
  case NG_COMMAND_NEXT_NAME:
  case NG_COMMAND_PREVIOUS_NAME:
    return cross(view);
  case NG_COMMAND_OPEN:
    return go_there(view, reader);
  case NG_COMMAND_LEAVE:
    if (!view->filter)
      return NG_CLOSE;
    mentions_filter(overlay, reader, "");
    return NG_DONE;
  case NG_COMMAND_MENTIONS:
    return NG_CLOSE;
  default:
    return NG_NOT_MINE;
  }
}

static void mentions_click(NgOverlay *overlay, NgReader *reader, int row, int col)
{
  NgMentionsView *view = (NgMentionsView *)overlay;
  (void)reader;
  (void)col;
  guint at = view->top + (guint)MAX(row - view->list_row, 0);
  if (row >= view->list_row && row < view->list_row + view->height && at < view->rows->len)
    view->cursor = at;
}

static void mentions_status(NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap, NgStatus *status,
                            GPtrArray *hold)
{
  const NgMentionsView *view = (const NgMentionsView *)overlay;
  uint32_t mention = ng_mentions_current(view);
  char *place = NULL;
  if (ng_mentions_elsewhere(view))
    place = g_strdup_printf("article %u of %u elsewhere", view->cursor - view->rows->len + 1, view->elsewhere->len);
  else if (mention != NG_NONE)
    place = g_strdup_printf("mention %u of %u", ng_article_mention_ordinal(reader->article, mention) + 1, view->n);
  else
    place = g_strdup("nothing matches");
  g_ptr_array_add(hold, place);
  status->name = ng_reader_entities(reader)[view->entity].name;
  status->place = place;
  status->rest = ng_mentions_elsewhere(view) ? "the earliest first" : "in the order of the text";
  status->rest_role = NG_ROLE_TEXT;
  status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_OPEN), "go there"};
  if (view->elsewhere->len)
    status->keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_NEXT_NAME),
                                    ng_mentions_elsewhere(view) ? "here" : "elsewhere"};
  status->keys[2] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_SEARCH), "filter"};
  status->keys[3] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_QUIT), "back"};
}

static void mentions_free(NgOverlay *overlay)
{
  NgMentionsView *view = (NgMentionsView *)overlay;
  g_array_unref(view->rows);
  g_array_unref(view->elsewhere);
  ng_co_mentions_free(view->shared);
  g_free(view->filter);
  g_free(view);
}

static const NgOverlayOps mentions_ops = {.whole = true,
                                          .draw = ng_mentions_draw,
                                          .command = mentions_command,
                                          .status = mentions_status,
                                          .filter = mentions_filter,
                                          .click = mentions_click,
                                          .free = mentions_free};

static GArray *elsewhere_of(NgReader *reader)
{
  if (!reader->shelf)
    return g_array_new(FALSE, FALSE, sizeof(NgKept));
  GArray *kept = ng_kept_of(reader->shelf, reader->article, reader->entity);
  for (guint i = kept->len; i-- > 0;)
    if (g_array_index(kept, NgKept, i).is_this)
      g_array_remove_index(kept, i);
  return kept;
}

/* The columns of their dates, so that these end below each other. */
static int date_cols(const NgMentionsView *view)
{
  int cols = 0;
  for (guint i = 0; i < view->elsewhere->len; i++) {
    const NgKept *kept = &g_array_index(view->elsewhere, NgKept, i);
    g_autofree char *date = ng_kept_date(ng_shelf_item(view->shelf, kept->item)->article);
    cols = MAX(cols, (int)ng_text_cols(date, strlen(date)));
  }
  return MIN(cols, DATE_COLS);
}

NgOverlay *ng_mentions_new(NgReader *reader, const NgOverlayContext *context)
{
  const NgEntity *selected = ng_reader_selected(reader);
  if (!selected || selected->n_mentions == 0) {
    ng_reader_say(reader, false, selected ? "not mentioned in the text" : "no names here");
    return NULL;
  }
  NgMentionsView *view = g_new0(NgMentionsView, 1);
  view->base.ops = &mentions_ops;
  view->shelf = context->shelf;
  view->entity = reader->entity;
  view->own = ng_article_mentions_of(reader->article, reader->entity, &view->n);
  view->rows = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  view->elsewhere = elsewhere_of(reader);
  view->date_cols = date_cols(view);
  view->shared = ng_co_mentions_of(reader->article, reader->entity);
  fill_rows(view, reader);
  if (reader->mention != NG_NONE)
    view->cursor = ng_article_mention_ordinal(reader->article, reader->mention);
  return &view->base;
}
