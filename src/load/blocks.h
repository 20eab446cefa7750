/* Blocks inside blocks to the flat blocks of an article: what the dialects share.
 *
 * An element that is a block starts one; one inside it starts another, and after it the outer one goes on as a block of its kind.
 * Paragraphs take over what is around them: in an item they are items, in a quotation quotations. A table's row is one block
 * whatever its cells hold. A note's text is set aside, and the block around it goes on unbroken. */
#ifndef NG_BLOCKS_H
#define NG_BLOCKS_H

#include "load/capture.h"
#include "load/sax.h"

/* What begins says in a frame's `opened` and what ends reads there; a dialect's own flags start at NG_BLOCKS_NEXT_FLAG. The frame's `kind`, `level`
 * belong to these functions where they opened a block or a note, and its `mark` where they opened a note. */
enum { NG_BLOCKS_OPENED = 1, NG_BLOCKS_OUTER = 2, NG_BLOCKS_NOTE = 4, NG_BLOCKS_NEXT_FLAG = 8 };

typedef struct {
  NgBuilder *builder;
  NgCapture *capture; /* words of different blocks are parted in it too */
  bool in_block;      /* in an element that is a block, of this kind and level */
  bool ended;         /* in no block, after one: text that comes now begins another */
  uint8_t kind, level;
  int list_depth, quote_depth;
  bool label_waits; /* a list's label stands before its item, in the same block */
  bool in_stanza;   /* after a verse of it */
} NgBlocks;

void ng_blocks_begin(NgBlocks *blocks, NgSaxFrame *frame, NgBlockKind kind, int level);
void ng_blocks_end(NgBlocks *blocks, NgSaxFrame *frame);

/* Text; what stands outside of any block is not glued to the block before it. */
void ng_blocks_text(NgBlocks *blocks, const char *text, gsize bytes);

/* The verses that follow are a stanza of their own. */
void ng_blocks_part_stanzas(NgBlocks *blocks);

/* Begin and end for the label of an item: the item that follows goes on in its block. */
void ng_blocks_begin_label(NgBlocks *blocks, NgSaxFrame *frame);
void ng_blocks_end_label(NgBlocks *blocks, NgSaxFrame *frame);

/* A cell starts in the row's frame. */
void ng_blocks_cell(NgBlocks *blocks, NgSaxFrame *row);

void ng_blocks_begin_note(NgBlocks *blocks, NgSaxFrame *frame);
void ng_blocks_end_note(NgBlocks *blocks, NgSaxFrame *frame);

#endif
