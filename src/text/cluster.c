/* Grapheme clusters: the rules GB3 to GB13 of UAX 29, over the properties that libunistring knows. libunistring's own u8_grapheme_next
 * looks at pairs of characters only, which splits flags and joined emoji. Seen from a cluster's start, all that the rules ask of
 * the past is one small state. */
#include "text/text_private.h"

#include <unictype.h>
#include <unigbrk.h>

/* What the cluster so far ends in, where that is more than the property of its last character. */
typedef enum {
  PLAIN,
  ONE_FLAG_LETTER,  /* an odd number of regional indicators: one more belongs to it */
  PICTOGRAPH,       /* a pictograph and what extends it */
  PICTOGRAPH_JOINER /* ... and a zero width joiner: the next pictograph belongs to it */
} Tail;

static Tail tail_after(Tail tail, gunichar c, int property)
{
  if (property == GBP_RI)
    return tail == ONE_FLAG_LETTER ? PLAIN : ONE_FLAG_LETTER;
  if (uc_is_property_extended_pictographic(c))
    return PICTOGRAPH;
  if (tail == PICTOGRAPH || tail == PICTOGRAPH_JOINER) {
    if (property == GBP_EXTEND)
      return PICTOGRAPH;
    if (property == GBP_ZWJ)
      return PICTOGRAPH_JOINER;
  }
  return PLAIN;
}

/* Whether `next` belongs to the cluster that ends in a character of property `last`. */
static bool joins(int last, Tail tail, int next, gunichar c)
{
  if (last == GBP_CR)
    return next == GBP_LF;
  if (last == GBP_LF || last == GBP_CONTROL || next == GBP_CR || next == GBP_LF || next == GBP_CONTROL)
    return false;
  if (next == GBP_EXTEND || next == GBP_ZWJ || next == GBP_SPACINGMARK || last == GBP_PREPEND)
    return true;
  if (last == GBP_L)
    return next == GBP_L || next == GBP_V || next == GBP_LV || next == GBP_LVT;
  if (last == GBP_LV || last == GBP_V)
    return next == GBP_V || next == GBP_T;
  if (last == GBP_LVT || last == GBP_T)
    return next == GBP_T;
  if (next == GBP_RI)
    return last == GBP_RI && tail == ONE_FLAG_LETTER;
  return tail == PICTOGRAPH_JOINER && uc_is_property_extended_pictographic(c);
}

gsize ng_text_cluster_end(const char *text, gsize bytes, gsize pos)
{
  gsize length;
  gunichar c = ng_text_decode(text, bytes, pos, &length);
  pos += length;
  if (pos >= bytes)
    return bytes;
  if (c < 0x80 && (guchar)text[pos] < 0x80)
    return c == '\r' && text[pos] == '\n' ? pos + 1 : pos;
  int last = uc_graphemeclusterbreak_property(c);
  Tail tail = tail_after(PLAIN, c, last);
  while (pos < bytes) {
    c = ng_text_decode(text, bytes, pos, &length);
    int next = uc_graphemeclusterbreak_property(c);
    if (!joins(last, tail, next, c))
      break;
    tail = tail_after(tail, c, next);
    last = next;
    pos += length;
  }
  return pos;
}
