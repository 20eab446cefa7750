/* Sentences by their ends.
 *
 * A block is thought of as cells of CELL_BYTES from its start on. A full cell in which no sentence ends is cut once, at its last white space; so
 * no sentence is longer than two cells, and every end follows from its own cell (and a bounded bit around its full stop) alone.
 * Looking for the end before or after a place then visits a few cells at most, and always finds the same ends. */
#include "text/sentence_private.h"

#define CELL_BYTES 4096

/* The first end after `after` of the sentences whose full stop is in [from, to), or 0. */
static gsize first_end(const char *text, NgRange block, gsize from, gsize to, gsize after)
{
  gsize pos = from;
  while ((pos = ng_sentence_next_stop(text, pos, to)) < to) {
    gsize end = ng_sentence_end(text, block, pos);
    if (end > after)
      return end;
    pos++;
  }
  return 0;
}

/* The last end at or before `before` of the sentences whose full stop is in [from, to), or 0. */
static gsize last_end(const char *text, NgRange block, gsize from, gsize to, gsize before)
{
  for (gsize pos; (pos = ng_sentence_previous_stop(text, from, to)) < to; to = pos) {
    gsize end = ng_sentence_end(text, block, pos);
    if (end && end <= before)
      return end;
  }
  return 0;
}

/* Where the cell is cut: not within NG_SENTENCE_TAIL_BYTES of its start, which may belong to a sentence that ends in the cell before. 0 if
 * it is not cut. */
static gsize cut_of(const char *text, NgRange block, gsize cell)
{
  gsize from = cell + NG_SENTENCE_TAIL_BYTES, to = cell + CELL_BYTES, length;
  if (to >= block.end || first_end(text, block, cell, to, 0))
    return 0;
  while (to > from && ((guchar)text[to] & 0xC0) == 0x80)
    to--;
  for (gsize pos = to; pos > from;) {
    pos = ng_text_previous(text, from, pos);
    if (ng_text_is_space(ng_text_decode(text, block.end, pos, &length)))
      return pos;
  }
  /* No white space: not between a character and its marks if that can be helped. */
  for (gsize pos = to; pos > from; pos = ng_text_previous(text, from, pos))
    if (ng_text_char_cols(ng_text_decode(text, block.end, pos, &length)) > 0)
      return pos;
  return to;
}

/* The first end after `after`. */
static gsize end_after(const char *text, NgRange block, gsize after)
{
  gsize from = after - MIN(after - block.start, NG_SENTENCE_TAIL_BYTES);
  gsize cell = from - (from - block.start) % CELL_BYTES;
  for (;; cell += CELL_BYTES) {
    gsize to = MIN(cell + CELL_BYTES, block.end);
    gsize end = first_end(text, block, MAX(cell, from), to, after);
    if (!end)
      end = cut_of(text, block, cell);
    if (end > after)
      return end;
    if (to == block.end)
      return block.end;
  }
}

/* The last end at or before `before`, or the block's start. */
static gsize end_before(const char *text, NgRange block, gsize before)
{
  gsize cell = before - (before - block.start) % CELL_BYTES;
  for (;; cell -= CELL_BYTES) {
    gsize end = last_end(text, block, cell, MIN(cell + CELL_BYTES, before), before);
    if (!end)
      end = cut_of(text, block, cell);
    if (end && end <= before)
      return end;
    if (cell == block.start)
      return block.start;
  }
}

static NgRange trimmed(const char *text, gsize start, gsize end)
{
  start = ng_text_skip_space(text, end, start);
  return (NgRange){(uint32_t)start, (uint32_t)ng_text_trim_space(text, start, end)};
}

NgRange ng_text_sentence_at(const char *text, NgRange block, uint32_t pos)
{
  gsize start = end_before(text, block, pos), end = end_after(text, block, pos);
  NgRange sentence = trimmed(text, start, end);
  if (sentence.start == sentence.end && start > block.start) /* the white space behind the last one */
    sentence = trimmed(text, end_before(text, block, start - 1), start);
  return sentence;
}

NgRange ng_text_sentence_next(const char *text, NgRange block, uint32_t from)
{
  gsize start = ng_text_skip_space(text, block.end, from);
  if (start == block.end)
    return (NgRange){block.end, block.end};
  return trimmed(text, start, end_after(text, block, start));
}
