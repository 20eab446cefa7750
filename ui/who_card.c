/* Who is this? The card of the selected entity, over the article. Its cursor walks the places that a place may be, to choose from them, and the articles
 * elsewhere that name it, to go there. */
#include "model/phrase.h"
#include "ui/card.h"
#include "ui/overlays.h"
#include "ui/places.h"
#include "ui/view_map.h"
#include "ui/view_side.h"
#include "ui/who.h"

typedef struct {
  NgOverlay base;
  uint32_t entity; /* whose card it is, as of the last drawing */
  int first;       /* the first row shown */
  int shown;       /* how many rows fit, as of the last drawing */
  NgWho *who;      /* what was drawn last, or NULL */
  NgWhoCursor cursor;
  bool moved;      /* the cursor: until then it comes by itself to the first article elsewhere that is seen */
  int least_first; /* the first row from which on the cursor is seen, as of the last drawing */
} Card;

/* ---- what the cursor is on ---- */

/* The selected entity, if it may be one of several places; NULL else. */
static const NgAtlasPlace *doubtful(NgReader *reader)
{
  const NgEntity *entity = ng_reader_selected(reader);
  const NgAtlas *atlas = entity && entity->kind == NG_ENTITY_PLACE ? ng_places_atlas(reader) : NULL;
  const NgAtlasPlace *place = ng_where_in(atlas, reader->entity);
  return place && place->n_candidates > 1 ? place : NULL;
}

/* Another entity, or one whose places have been looked up meanwhile: the cursor is on what the place is. */
static void settle(Card *card, NgReader *reader)
{
  const NgAtlasPlace *place = doubtful(reader);
  if (card->entity != reader->entity) {
    card->first = 0;
    card->cursor.item = NG_NONE;
    card->moved = false;
  }
  if (card->entity != reader->entity || !place || card->cursor.candidate == NG_NONE)
    card->cursor.candidate = place ? place->chosen : NG_NONE;
  card->entity = reader->entity;
}

static bool is_seen(const Card *card, int row)
{
  return row >= card->first && row < card->first + card->shown;
}

/* Which of the articles elsewhere the cursor is on; G_MAXUINT: none. */
static guint elsewhere_at(const Card *card)
{
  for (guint i = 0; card->cursor.item != NG_NONE && ng_who_elsewhere(card->who, i).item != NG_NONE; i++)
    if (ng_who_elsewhere(card->who, i).item == card->cursor.item)
      return i;
  return G_MAXUINT;
}

/* From place to place that it may be, then to the articles; what is not seen yet is scrolled to. */
static void step_down(Card *card, const NgAtlasPlace *place)
{
  NgWhoElsewhere next = ng_who_elsewhere(card->who, elsewhere_at(card) + 1);
  if (place && card->cursor.item == NG_NONE && card->cursor.candidate + 1 < place->n_candidates)
    card->cursor.candidate++;
  else if (next.item != NG_NONE && is_seen(card, next.row))
    card->cursor.item = next.item;
  else if (card->first + card->shown < ng_who_rows(card->who))
    card->first++;
}

static void step_up(Card *card, const NgAtlasPlace *place)
{
  guint at = elsewhere_at(card);
  if (at != G_MAXUINT && at > 0) {
    NgWhoElsewhere before = ng_who_elsewhere(card->who, at - 1);
    card->cursor.item = before.item;
    card->first = MIN(card->first, before.row);
  } else if (at == 0 && (place || card->first > 0)) {
    card->cursor.item = NG_NONE;
    card->first -= place ? 0 : 1;
  } else if (card->first > (place ? card->least_first : 0)) {
    card->first--;
  } else if (place && card->cursor.candidate > 0) {
    card->cursor.candidate--;
  }
}

/* Moves the cursor. False if there is nothing to walk. */
static bool walk(Card *card, NgReader *reader, int by)
{
  const NgAtlasPlace *place = doubtful(reader);
  if (!card->who || (card->cursor.candidate == NG_NONE && ng_who_elsewhere(card->who, 0).item == NG_NONE))
    return false;
  card->moved = true;
  for (int i = 0; i < ABS(by); i++)
    if (by > 0)
      step_down(card, place);
    else
      step_up(card, place);
  return true;
}

static NgOutcome open_here(Card *card, NgReader *reader)
{
  guint at = card->who ? elsewhere_at(card) : G_MAXUINT;
  if (at != G_MAXUINT) {
    NgWhoElsewhere to = ng_who_elsewhere(card->who, at);
    reader->shelf->wanted = (NgWanted){.item = to.item, .entity = to.entity};
    return NG_CLOSE;
  }
  if (!doubtful(reader) || card->cursor.candidate == NG_NONE)
    return NG_PASS;
  ng_places_choose(reader, reader->entity, card->cursor.candidate);
  return NG_DONE;
}

/* ---- drawing ---- */

/* Below the map, so that the pins are seen; a blank row stands above the content of a card that has room. */
static NgRect place(NgReader *reader, const NgCanvas *canvas, int rows)
{
  NgRect rect = ng_card_place(reader, canvas, rows, NG_NONE, NG_NONE);
  int bottom = reader->layout.status_row >= 0 ? reader->layout.status_row : canvas->rows;
  if (ng_map_is_open(reader))
    rect.row = MAX(bottom - rect.rows, 0);
  if (reader->mention == NG_NONE || ng_map_is_open(reader))
    return rect;
  const NgMention *mention = &ng_reader_mentions(reader)[reader->mention];
  return ng_card_place(reader, canvas, rows, mention->start, mention->end);
}

/* To the first article elsewhere, where the cursor has nothing else to be on and nothing has to be scrolled for it. */
static void point_by_itself(Card *card)
{
  NgWhoElsewhere first = ng_who_elsewhere(card->who, 0);
  if (card->moved || card->cursor.candidate != NG_NONE || card->first > 0 || !is_seen(card, first.row))
    return;
  card->cursor.item = first.item;
  ng_who_point_at(card->who, first.item);
}

static void card_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  Card *card = (Card *)overlay;
  const NgEntity *entity = ng_reader_selected(reader);
  if (!entity)
    return;
  settle(card, reader);
  int cols = ng_card_cols(reader, canvas), blank = 1;
  NgWho *who = ng_who_new(reader, NG_WHO_CARD, cols, card->cursor);
  NgRect rect = place(reader, canvas, ng_who_rows(who) + blank);
  if (rect.rows - 2 < ng_who_rows(who) + blank) {
    ng_who_free(who);
    blank = 0;
    who = ng_who_new(reader, NG_WHO_TIGHT, cols, card->cursor);
    rect = place(reader, canvas, ng_who_rows(who));
  }
  ng_who_free(card->who);
  card->who = who;
  card->shown = MAX(rect.rows - 2 - blank, 1);
  point_by_itself(card);
  card->least_first = MAX(ng_who_cursor_row(who) - card->shown + 1, 0);
  card->first = CLAMP(card->first, card->least_first, MAX(ng_who_rows(who) - card->shown, 0));
  NgCardFrame frame = {entity->name, ng_phrase_kind(entity->kind, 1), card->first, ng_who_rows(who)};
  NgRect inside = ng_card_draw(canvas, rect, &frame);
  inside.row += blank;
  inside.rows -= blank;
  ng_who_draw(who, reader, canvas, inside, card->first);
}

/* ---- commands ---- */

static NgOutcome scroll_by(Card *card, int rows)
{
  int all = card->who ? ng_who_rows(card->who) : 0;
  if (all <= card->shown)
    return NG_PASS;
  card->first = CLAMP(card->first + rows, 0, all - card->shown);
  card->cursor.item = NG_NONE;
  card->moved = true;
  return NG_DONE;
}

static NgOutcome card_command(NgOverlay *overlay, NgReader *reader, NgCommandId command, int count)
{
  Card *card = (Card *)overlay;
  int times = MAX(count, 1);
  switch ((int)command) {
  case NG_COMMAND_NEXT_MENTION:
  case NG_COMMAND_PREVIOUS_MENTION:
    ng_reader_command(reader, command, count);
    return NG_DONE;
  case NG_COMMAND_LINE_DOWN:
    return walk(card, reader, times) ? NG_DONE : scroll_by(card, times);
  case NG_COMMAND_LINE_UP:
    return walk(card, reader, -times) ? NG_DONE : scroll_by(card, -times);
  case NG_COMMAND_OPEN:
  case NG_COMMAND_MAP_OPEN:
    return open_here(card, reader);
  case NG_COMMAND_PAGE_DOWN:
    return scroll_by(card, card->shown * times);
  case NG_COMMAND_PAGE_UP:
    return scroll_by(card, -card->shown * times);
  case NG_COMMAND_WHO:
  case NG_COMMAND_QUIT:
  case NG_COMMAND_LEAVE:
    return NG_CLOSE;
  case NG_COMMAND_MENTIONS:
  case NG_COMMAND_HELP:
  case NG_COMMAND_PROMPT:
  case NG_COMMAND_QUIT_ALL:
  case NG_COMMAND_REDRAW:
  case NG_COMMAND_SUSPEND:
  case NG_COMMAND_THEME:
    return NG_NOT_MINE;
  default:
    return NG_PASS;
  }
}

static char *keep(GPtrArray *hold, char *text)
{
  if (text)
    g_ptr_array_add(hold, text);
  return text;
}

static void card_status(NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap, NgStatus *status, GPtrArray *hold)
{
  const Card *card = (const Card *)overlay;
  const NgEntity *entity = ng_reader_selected(reader);
  if (!entity)
    return;
  status->name = entity->name;
  status->place = reader->mention == NG_NONE
                      ? "not mentioned"
                      : keep(hold, g_strdup_printf("mention %u of %u",
                                                   ng_article_mention_ordinal(reader->article, reader->mention) + 1,
                                                   entity->n_mentions));
  status->rest = keep(hold, ng_side_what(reader, reader->entity));
  status->rest_role = NG_ROLE_TEXT;
  bool elsewhere = card->cursor.item != NG_NONE;
  if (elsewhere || doubtful(reader))
    status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_OPEN), elsewhere ? "go there" : "choose"};
  status->keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_MENTIONS), "mentions"};
  status->keys[2] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_RELATIONS), "relations"};
  status->keys[3] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_QUIT), "back"};
}

static void card_free(NgOverlay *overlay)
{
  Card *card = (Card *)overlay;
  ng_who_free(card->who);
  g_free(card);
}

static const NgOverlayOps card_ops = {
    .draw = card_draw, .command = card_command, .status = card_status, .free = card_free};

NgOverlay *ng_who_card_new(NgReader *reader, const NgOverlayContext *context)
{
  (void)context;
  if (!ng_reader_selected(reader)) {
    ng_reader_say(reader, false, "no names here");
    return NULL;
  }
  Card *card = g_new0(Card, 1);
  card->base.ops = &card_ops;
  card->entity = reader->entity;
  card->cursor = NG_WHO_NO_CURSOR;
  return &card->base;
}
