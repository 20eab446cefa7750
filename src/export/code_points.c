#include "export/code_points.h"

#include <string.h>

#define STRIDE_BYTES 128u

/* Code points that start in `bytes` bytes: all bytes but those of the form 10xxxxxx. Eight at a time. */
static uint32_t starts(const char *text, uint32_t bytes)
{
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint32_t continuations = 0, i = 0;
  for (; i + 8 <= bytes; i += 8) {
    uint64_t word;
    memcpy(&word, text + i, sizeof word);
    uint64_t flags = (word >> 7) & (~word >> 6) & ones;
    continuations += (uint32_t)((flags * ones) >> 56);
  }
  for (; i < bytes; i++)
    continuations += ((unsigned char)text[i] & 0xC0) == 0x80;
  return bytes - continuations;
}

NgCodePoints ng_code_points(const char *text, uint32_t bytes)
{
  NgCodePoints points = {.text = text, .bytes = bytes};
  uint32_t n = bytes / STRIDE_BYTES, count = 0;
  points.before = g_new(uint32_t, (gsize)n + 1);
  for (uint32_t i = 0; i <= n; i++) {
    points.before[i] = count;
    if (i < n)
      count += starts(text + (gsize)i * STRIDE_BYTES, STRIDE_BYTES);
  }
  return points;
}

void ng_code_points_clear(NgCodePoints *points)
{
  g_clear_pointer(&points->before, g_free);
}

uint32_t ng_code_points_at(const NgCodePoints *points, uint32_t pos)
{
  g_return_val_if_fail(pos <= points->bytes, 0);
  uint32_t stride = pos / STRIDE_BYTES;
  return points->before[stride] + starts(points->text + (gsize)stride * STRIDE_BYTES, pos % STRIDE_BYTES);
}
