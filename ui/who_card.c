/* Who is this? The card of the selected entity, over the article. */
#include "model/phrase.h"
#include "ui/card.h"
#include "ui/overlays.h"
#include "ui/view_side.h"
#include "ui/who.h"

typedef struct {
  NgOverlay base;
  uint32_t entity; /* whose card it is, as of the last drawing */
  int first;       /* the first row shown */
  int shown, rows; /* how many rows fit, and how many there are, as of the last drawing */
} Card;

/* A blank row stands above the content of a card that has room. */
static NgRect place(NgReader *reader, const NgCanvas *canvas, int rows)
{
  if (reader->mention == NG_NONE)
    return ng_card_place(reader, canvas, rows, NG_NONE, NG_NONE);
  const NgMention *mention = &ng_reader_mentions(reader)[reader->mention];
  return ng_card_place(reader, canvas, rows, mention->start, mention->end);
}

static void card_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  Card *card = (Card *)overlay;
  const NgEntity *entity = ng_reader_selected(reader);
  if (!entity)
    return;
  int cols = ng_card_cols(reader, canvas), blank = 1;
  NgWho *who = ng_who_new(reader, NG_WHO_CARD, cols);
  NgRect rect = place(reader, canvas, ng_who_rows(who) + blank);
  if (rect.rows - 2 < ng_who_rows(who) + blank) {
    ng_who_free(who);
    blank = 0;
    who = ng_who_new(reader, NG_WHO_TIGHT, cols);
    rect = place(reader, canvas, ng_who_rows(who));
  }
  if (card->entity != reader->entity)
    card->first = 0;
  card->entity = reader->entity;
  card->rows = ng_who_rows(who);
  card->shown = MAX(rect.rows - 2 - blank, 1);
  card->first = CLAMP(card->first, 0, MAX(card->rows - card->shown, 0));
  NgCardFrame frame = {entity->name, ng_phrase_kind(entity->kind, 1), card->first, card->rows};
  NgRect inside = ng_card_draw(canvas, rect, &frame);
  inside.row += blank;
  inside.rows -= blank;
  ng_who_draw(who, reader, canvas, inside, card->first);
  ng_who_free(who);
}

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
    return scroll_by(card, times);
  case NG_COMMAND_LINE_UP:
    return scroll_by(card, -times);
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
  status->rest = keep(hold, ng_side_what(entity));
  status->rest_role = NG_ROLE_TEXT;
  status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_MENTIONS), "mentions"};
  status->keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_RELATIONS), "relations"};
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
  return &card->base;
}
