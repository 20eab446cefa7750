/* What the files of this layer share: reading characters, and what counts as white space. */
#ifndef NG_TEXT_PRIVATE_H
#define NG_TEXT_PRIVATE_H

#include "text/text.h"

#include <unistr.h>

/* The character at text[pos, bytes) and, in `*length`, its bytes (at least 1). Never reads past `bytes`: a character that the end of the
 * range cuts through, or a byte that begins none, is U+FFFD. pos < bytes. */
static inline gunichar ng_text_decode(const char *text, gsize bytes, gsize pos, gsize *length)
{
  ucs4_t c = (guchar)text[pos];
  if (c < 0x80) {
    *length = 1;
    return c;
  }
  *length = (gsize)u8_mbtouc(&c, (const uint8_t *)text + pos, bytes - pos);
  return c;
}

/* The start of the character that ends at `end`, not before `start`. start < end. */
static inline gsize ng_text_previous(const char *text, gsize start, gsize end)
{
  gsize pos = end - 1;
  while (pos > start && end - pos < 4 && ((guchar)text[pos] & 0xC0) == 0x80)
    pos--;
  return pos;
}

/* White space at which text may be broken, folded or trimmed: not the no-break spaces. */
static inline bool ng_text_is_space(gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x2028 || c == 0x2029 ||
         c == 0x205F || c == 0x3000;
}

/* The end of the white space that starts at text[pos, bytes). */
static inline gsize ng_text_skip_space(const char *text, gsize bytes, gsize pos)
{
  gsize length;
  while (pos < bytes && ng_text_is_space(ng_text_decode(text, bytes, pos, &length)))
    pos += length;
  return pos;
}

/* The start of the white space that ends at `end`, not before `start`. */
static inline gsize ng_text_trim_space(const char *text, gsize start, gsize end)
{
  while (end > start) {
    gsize length, pos = ng_text_previous(text, start, end);
    if (!ng_text_is_space(ng_text_decode(text, end, pos, &length)))
      break;
    end = pos;
  }
  return end;
}

#endif
