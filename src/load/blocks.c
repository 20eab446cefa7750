#include "load/blocks.h"

/* In what a frame keeps of the kind: that no block was open, and one had been. */
#define ENDED 0x80

/* Beside it: that a stanza had begun. */
#define IN_STANZA 0x40

#define KIND      (IN_STANZA - 1)

static NgBlockKind kind_inside(const NgBlocks *blocks, NgBlockKind kind)
{
  if (kind != NG_BLOCK_PARAGRAPH)
    return kind;
  if (blocks->in_block && (blocks->kind == NG_BLOCK_ITEM || blocks->kind == NG_BLOCK_CAPTION))
    return blocks->kind;
  return blocks->quote_depth ? NG_BLOCK_QUOTE : kind;
}

static void remember(const NgBlocks *blocks, NgSaxFrame *frame, uint8_t opened)
{
  frame->opened |= (uint8_t)(opened | (blocks->in_block ? NG_BLOCKS_OUTER : 0));
  frame->kind = (uint8_t)(blocks->kind | (blocks->ended ? ENDED : 0) | (blocks->in_stanza ? IN_STANZA : 0));
  frame->level = blocks->level;
}

static void go_back(NgBlocks *blocks, const NgSaxFrame *frame)
{
  blocks->in_block = frame->opened & NG_BLOCKS_OUTER;
  blocks->kind = frame->kind & KIND;
  blocks->ended = frame->kind & ENDED;
  blocks->level = frame->level;
}

static bool in_row(const NgBlocks *blocks)
{
  return blocks->in_block && blocks->kind == NG_BLOCK_TABLE;
}

/* Of the verse that begins. */
static int verse_level(NgBlocks *blocks)
{
  int level = blocks->in_stanza ? NG_VERSE_NEXT : NG_VERSE_FIRST;
  blocks->in_stanza = true;
  return level;
}

void ng_blocks_part_stanzas(NgBlocks *blocks)
{
  blocks->in_stanza = false;
}

void ng_blocks_begin(NgBlocks *blocks, NgSaxFrame *frame, NgBlockKind kind, int level)
{
  remember(blocks, frame, NG_BLOCKS_OPENED);
  ng_capture_space(blocks->capture);
  if (in_row(blocks)) {
    ng_builder_space(blocks->builder);
    return;
  }
  kind = kind_inside(blocks, kind);
  if (kind == NG_BLOCK_ITEM)
    level = MAX(blocks->list_depth, 1);
  if (kind == NG_BLOCK_VERSE)
    level = verse_level(blocks);
  blocks->in_block = true;
  blocks->kind = (uint8_t)kind;
  blocks->level =
      (uint8_t)(kind == NG_BLOCK_VERSE ? NG_VERSE_NEXT : CLAMP(level, 0, 255)); /* of the rest, behind one within */
  if (blocks->label_waits && kind == NG_BLOCK_ITEM)
    ng_builder_space(blocks->builder);
  else
    ng_builder_block(blocks->builder, kind, level);
  blocks->label_waits = false;
}

void ng_blocks_end(NgBlocks *blocks, NgSaxFrame *frame)
{
  if (!(frame->opened & NG_BLOCKS_OPENED))
    return;
  go_back(blocks, frame);
  ng_capture_space(blocks->capture);
  if (in_row(blocks))
    ng_builder_space(blocks->builder);
  else if (blocks->in_block)
    ng_builder_block(blocks->builder, blocks->kind, blocks->level);
  else
    blocks->ended = true;
}

void ng_blocks_text(NgBlocks *blocks, const char *text, gsize bytes)
{
  if (blocks->ended && !blocks->in_block) {
    gsize i = 0;
    while (i < bytes && g_ascii_isspace(text[i]))
      i++;
    if (i == bytes)
      return;
    ng_builder_block(blocks->builder, kind_inside(blocks, NG_BLOCK_PARAGRAPH), 0);
    blocks->ended = false;
  }
  ng_builder_text(blocks->builder, text, bytes);
}

void ng_blocks_begin_label(NgBlocks *blocks, NgSaxFrame *frame)
{
  blocks->label_waits = false;
  ng_blocks_begin(blocks, frame, NG_BLOCK_ITEM, 0);
}

void ng_blocks_end_label(NgBlocks *blocks, NgSaxFrame *frame)
{
  go_back(blocks, frame);
  blocks->label_waits = !in_row(blocks);
  ng_capture_space(blocks->capture);
  ng_builder_space(blocks->builder);
}

void ng_blocks_cell(NgBlocks *blocks, NgSaxFrame *row)
{
  ng_capture_space(blocks->capture);
  if (!row->mark++)
    return;
  ng_builder_space(blocks->builder);
  ng_builder_text(blocks->builder, "| ", 2);
}

void ng_blocks_begin_note(NgBlocks *blocks, NgSaxFrame *frame)
{
  remember(blocks, frame, NG_BLOCKS_NOTE);
  frame->mark = ng_capture_suspend(blocks->capture);
  blocks->in_block = blocks->ended = false;
  blocks->kind = NG_BLOCK_NOTE;
  ng_builder_note_begin(blocks->builder);
}

void ng_blocks_end_note(NgBlocks *blocks, NgSaxFrame *frame)
{
  ng_builder_note_end(blocks->builder);
  ng_capture_resume(blocks->capture, frame->mark);
  go_back(blocks, frame);
  blocks->in_stanza = frame->kind & IN_STANZA; /* a poem in the note is none of the text */
}
