/* The key under which names are looked up. */
#include "text/text_private.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

static bool is_ascii(const char *text, gsize bytes)
{
  guchar all = 0;
  for (gsize i = 0; i < bytes; i++)
    all |= (guchar)text[i];
  return all < 0x80;
}

static bool is_apostrophe(gunichar c)
{
  return c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC;
}

/* Folds white space and straightens apostrophes in place and returns the new length. Nothing here grows. */
static gsize fold_marks(char *text, gsize bytes, bool lower)
{
  gsize written = 0, length;
  bool space = false;
  for (gsize pos = 0; pos < bytes; pos += length) {
    gunichar c = ng_text_decode(text, bytes, pos, &length);
    if (ng_text_is_space(c)) {
      space = written > 0;
      continue;
    }
    if (space)
      text[written++] = ' ';
    space = false;
    if (is_apostrophe(c)) {
      text[written++] = '\'';
    } else if (length == 1) {
      text[written++] = lower ? g_ascii_tolower((char)c) : text[pos];
    } else {
      memmove(text + written, text + pos, length);
      written += length;
    }
  }
  return written;
}

static char *fold_ascii(const char *text, gsize bytes)
{
  char *key = g_malloc(bytes + 1);
  memcpy(key, text, bytes);
  key[fold_marks(key, bytes, true)] = '\0';
  return key;
}

char *ng_text_fold(const char *text, gsize bytes)
{
  if (is_ascii(text, bytes))
    return fold_ascii(text, bytes);
  /* Compatibility forms first, since they may hold capitals of their own; case folding then keeps the form. */
  size_t length = 0;
  uint8_t *compatible = u8_normalize(UNINORM_NFKC, (const uint8_t *)text, bytes, NULL, &length);
  uint8_t *folded = compatible ? u8_casefold(compatible, length, NULL, UNINORM_NFKC, NULL, &length) : NULL;
  free(compatible);
  if (!folded) /* not valid UTF-8 */
    return fold_ascii(text, bytes);
  char *key = g_malloc(length + 1);
  memcpy(key, folded, length);
  free(folded);
  key[fold_marks(key, length, false)] = '\0';
  return key;
}
