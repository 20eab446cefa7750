/* Sixteen bytes of text at a time, as far as the compiler's vectors go: for what goes over every byte of a book. */
#ifndef NG_SIXTEEN_H
#define NG_SIXTEEN_H

#include <glib.h>
#include <string.h>

#define NG_SIXTEEN 16

/* Comparisons yield 0xFF for a byte where they hold, and 0. */
typedef guint8 NgSixteen __attribute__((vector_size(NG_SIXTEEN)));

static inline NgSixteen ng_sixteen_at(const void *p)
{
  NgSixteen bytes;
  memcpy(&bytes, p, sizeof bytes);
  return bytes;
}

/* The index of the first byte that is not 0; NG_SIXTEEN if there is none. */
static inline guint ng_sixteen_first(NgSixteen bytes)
{
  guint64 halves[2];
  memcpy(halves, &bytes, sizeof halves);
  if (halves[0])
    return (guint)__builtin_ctzll(GUINT64_FROM_LE(halves[0])) / 8;
  return halves[1] ? 8 + (guint)__builtin_ctzll(GUINT64_FROM_LE(halves[1])) / 8 : NG_SIXTEEN;
}

#endif
