/* Who is this? The card of the selected entity, over the article. On that of a place which may be one of several they are walked, and chosen from. */
#include "model/phrase.h"
#include "ui/card.h"
#include "ui/overlays.h"
#include "ui/places.h"
#include "ui/view_map.h"
#include "ui/view_side.h"
#include "ui/who.h"

typedef struct {
  NgOverlay base;
  uint32_t entity;    /* whose card it is, as of the last drawing */
  int first;          /* the first row shown */
  int shown, rows;    /* how many rows fit, and how many there are, as of the last drawing */
  uint32_t candidate; /* of a place that may be one of several: where the cursor is; else NG_NONE */
  int least_first;    /* the first row from which on the cursor is seen, as of the last drawing */
} Card;

/* ---- what a place may be ---- */

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
  if (card->entity != reader->entity)
    card->first = 0;
  if (card->entity != reader->entity || !place || card->candidate == NG_NONE)
    card->candidate = place ? place->chosen : NG_NONE;
  card->entity = reader->entity;
}

/* Moves the cursor; past the last candidate, and back to it, the card is scrolled. False if there is nothing to walk. */
static bool walk(Card *card, NgReader *reader, int by)
{
  const NgAtlasPlace *place = doubtful(reader);
  if (!place || card->candidate == NG_NONE)
    return false;
  int last = (int)place->n_candidates - 1, at = (int)card->candidate, rows = 0;
  int to = CLAMP(at + by, 0, last);
  if (by > 0)
    rows = at + by - to;
  else if (card->first > card->least_first) {
    rows = MAX(by, card->least_first - card->first);
    to = CLAMP(at + by - rows, 0, last);
  }
  card->candidate = (uint32_t)to;
  card->first = MAX(card->first + rows, 0);
  return true;
}

static bool choose(Card *card, NgReader *reader)
{
  if (!doubtful(reader) || card->candidate == NG_NONE)
    return false;
  ng_places_choose(reader, reader->entity, card->candidate);
  return true;
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

static void card_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  Card *card = (Card *)overlay;
  const NgEntity *entity = ng_reader_selected(reader);
  if (!entity)
    return;
  settle(card, reader);
  int cols = ng_card_cols(reader, canvas), blank = 1;
  NgWho *who = ng_who_new(reader, NG_WHO_CARD, cols, card->candidate);
  NgRect rect = place(reader, canvas, ng_who_rows(who) + blank);
  if (rect.rows - 2 < ng_who_rows(who) + blank) {
    ng_who_free(who);
    blank = 0;
    who = ng_who_new(reader, NG_WHO_TIGHT, cols, card->candidate);
    rect = place(reader, canvas, ng_who_rows(who));
  }
  card->rows = ng_who_rows(who);
  card->shown = MAX(rect.rows - 2 - blank, 1);
  card->least_first = MAX(ng_who_cursor_row(who) - card->shown + 1, 0);
  card->first = CLAMP(card->first, card->least_first, MAX(card->rows - card->shown, 0));
  NgCardFrame frame = {entity->name, ng_phrase_kind(entity->kind, 1), card->first, card->rows};
  NgRect inside = ng_card_draw(canvas, rect, &frame);
  inside.row += blank;
  inside.rows -= blank;
  ng_who_draw(who, reader, canvas, inside, card->first);
  ng_who_free(who);
}

/* ---- commands ---- */

static NgOutcome scroll_by(Card *card, int rows)
{
  if (card->rows <= card->shown)
    return NG_PASS;
  card->first = CLAMP(card->first + rows, 0, card->rows - card->shown);
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
    return choose(card, reader) ? NG_DONE : NG_PASS;
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
  (void)overlay;
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
  status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_MENTIONS), "mentions"};
  status->keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_RELATIONS), "relations"};
  if (doubtful(reader))
    status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_OPEN), "choose"};
  status->keys[2] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_QUIT), "back"};
}

static void card_free(NgOverlay *overlay)
{
  g_free(overlay);
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
  card->candidate = NG_NONE;
  return &card->base;
}
