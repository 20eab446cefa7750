/* A note in a card, over the article beside its mark. */
#include "ui/card.h"
#include "ui/evidence.h"
#include "ui/overlays.h"

#define MOST_ROWS 10000

typedef struct {
  NgOverlay base;
  uint32_t block;
  uint32_t number;
  int top, rows, height; /* the first row shown; how many there are, and how many fit, as of the last drawing */
} Note;

static NgBlock block_of(const Note *note, const NgReader *reader)
{
  uint32_t n;
  return ng_article_blocks(reader->article, &n)[note->block];
}

static void note_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  Note *note = (Note *)overlay;
  NgBlock block = block_of(note, reader);
  NgRange range = {block.start, block.end};
  note->rows = ng_passage_rows(reader->article, range, ng_card_cols(reader, canvas), MOST_ROWS);
  NgRect rect = ng_card_place(reader, canvas, note->rows, block.anchor - (block.anchor > 0), block.anchor + 1);
  note->height = MAX(rect.rows - 2, 1);
  note->top = CLAMP(note->top, 0, MAX(note->rows - note->height, 0));
  uint32_t paragraph = ng_article_paragraph_number(reader->article, note->block);
  g_autofree char *title = g_strdup_printf("Note %u", note->number);
  g_autofree char *kind = paragraph ? g_strdup_printf("¶ %u", paragraph) : g_strdup("note");
  NgCardFrame frame = {title, kind, note->top, note->rows};
  NgRect inside = ng_card_draw(canvas, rect, &frame);
  ng_passage_draw(reader, canvas, inside, range, note->top, NG_NONE);
}

static NgOutcome note_command(NgOverlay *overlay, NgReader *reader, NgCommandId command, int count)
{
  Note *note = (Note *)overlay;
  if (note->rows > note->height && ng_overlay_scroll(&note->top, note->rows, note->height, command, count))
    return NG_DONE;
  switch ((int)command) {
  case NG_COMMAND_OPEN:
    ng_reader_go_to(reader, block_of(note, reader).start);
    return NG_CLOSE;
  case NG_COMMAND_QUIT:
  case NG_COMMAND_LEAVE:
    return NG_CLOSE;
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

static void note_status(NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap, NgStatus *status, GPtrArray *hold)
{
  const Note *note = (const Note *)overlay;
  char *name = g_strdup_printf("Note %u", note->number);
  char *place = g_strdup_printf("of %u", ng_text_rows_n_marks(reader->rows));
  g_ptr_array_add(hold, name);
  g_ptr_array_add(hold, place);
  status->name = name;
  status->place = place;
  status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_OPEN), "go there"};
  status->keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_QUIT), "back"};
}

static void note_free(NgOverlay *overlay)
{
  g_free(overlay);
}

static const NgOverlayOps note_ops = {
    .draw = note_draw, .command = note_command, .status = note_status, .free = note_free};

NgOverlay *ng_note_new(NgReader *reader, const NgOverlayContext *context)
{
  (void)context;
  uint32_t mark = reader->note == NG_NONE ? NG_NONE : ng_text_rows_mark_of(reader->rows, reader->note);
  if (mark == NG_NONE)
    return NULL;
  Note *note = g_new0(Note, 1);
  note->base.ops = &note_ops;
  note->block = reader->note;
  note->number = ng_text_rows_mark(reader->rows, mark).number;
  return &note->base;
}
