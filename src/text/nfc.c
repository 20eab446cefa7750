/* Normalization Form C in place, with positions moved along.
 *
 * Nearly all text is in that form already, so only what might not be is handed to libunistring, one grapheme cluster at a time:
 * composition never reaches across a cluster's boundary (UAX 29, section 3). */
#include "text/text_private.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

/* A cluster that changed: [start, end) of the old text is [new_start, new_end) of the new. */
typedef struct {
  gsize start, end, new_start, new_end;
} Edit;

/* Characters that are in form C, have combining class 0, and never compose with what stands before them. Not all of those: the
 * ones that ordinary text is full of. */
static bool is_inert(gunichar c)
{
  static const struct {
    gunichar first, last;
  } ranges[] = {
      {0x0000, 0x02FF}, {0x0391, 0x03CE},   {0x0400, 0x0482},   {0x048A, 0x0559}, {0x0561, 0x0586}, {0x05D0, 0x05EA},
      {0x060B, 0x060F}, {0x0620, 0x064A},   {0x0660, 0x066F},   {0x0671, 0x06D5}, {0x0E01, 0x0E30}, {0x10D0, 0x10FF},
      {0x1E00, 0x1E99}, {0x1EA0, 0x1EF9},   {0x2002, 0x206F},   {0x20A0, 0x20BF}, {0x2190, 0x2328}, {0x232B, 0x2ADB},
      {0x3000, 0x3029}, {0x3041, 0x3096},   {0x309D, 0x30FF},   {0x3400, 0x9FFF}, {0xAC00, 0xD7A3}, {0xFF01, 0xFFEE},
      {0xFFFD, 0xFFFD}, {0x1F000, 0x1FAFF}, {0x20000, 0x2A6DF},
  };
  guint low = 0, high = G_N_ELEMENTS(ranges);
  while (low < high) {
    guint middle = (low + high) / 2;
    if (c > ranges[middle].last)
      low = middle + 1;
    else
      high = middle;
  }
  return low < G_N_ELEMENTS(ranges) && c >= ranges[low].first;
}

/* The next pos at or after `pos` whose byte belongs to a character above U+02FF. */
static gsize skip_low(const char *text, gsize bytes, gsize pos)
{
  const guint64 tops = 0x8080808080808080u;
  while (pos < bytes) {
    guint64 w;
    if (bytes - pos >= 8 && (memcpy(&w, text + pos, 8), !(w & tops)))
      pos += 8;
    else if ((guchar)text[pos] >= 0xCC)
      break;
    else
      pos++;
  }
  return pos;
}

/* The start of the next cluster at or after `pos` that is not known to be in form C, or `bytes`. `pos` is a cluster's start, and so is the result. */
static gsize next_suspect(const char *text, gsize bytes, gsize pos)
{
  gsize start = pos;
  for (;;) {
    gsize low = skip_low(text, bytes, pos), length;
    if (low == bytes)
      return bytes;
    if (low > pos)
      start = ng_text_previous(text, pos, low);
    pos = low;
    if (!is_inert(ng_text_decode(text, bytes, pos, &length)))
      return start;
    start = pos;
    pos += length;
  }
}

/* Brings the clusters of text[start, bytes) to form C. Appends those that change to `edits` and, if there are any, builds the new text in `out`. */
static void normalize_clusters(const GString *text, gsize start, GString *out, GArray *edits)
{
  gsize copied = start, pos = start;
  uint8_t buffer[256];
  while ((pos = next_suspect(text->str, text->len, pos)) < text->len) {
    gsize end = ng_text_cluster_end(text->str, text->len, pos), length = sizeof buffer;
    uint8_t *normal = u8_normalize(UNINORM_NFC, (const uint8_t *)text->str + pos, end - pos, buffer, &length);
    if (normal && (length != end - pos || memcmp(normal, text->str + pos, length) != 0)) {
      g_string_append_len(out, text->str + copied, (gssize)(pos - copied));
      Edit edit = {pos, end, start + out->len, start + out->len + length};
      g_string_append_len(out, (const char *)normal, (gssize)length);
      g_array_append_val(edits, edit);
      copied = end;
    }
    if (normal != buffer)
      free(normal);
    pos = end;
  }
  if (edits->len)
    g_string_append_len(out, text->str + copied, (gssize)(text->len - copied));
}

static uint32_t moved(const GArray *edits, gsize pos)
{
  const Edit *edit = (const Edit *)(void *)edits->data;
  guint low = 0, high = edits->len; /* edits before `low` start at or before pos */
  while (low < high) {
    guint middle = (low + high) / 2;
    if (edit[middle].start <= pos)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0)
    return (uint32_t)pos;
  edit += low - 1;
  return (uint32_t)(pos < edit->end ? edit->new_start : edit->new_end + (pos - edit->end));
}

void ng_text_nfc(GString *text, gsize start, uint32_t *const *positions, gsize n)
{
  if (skip_low(text->str, text->len, start) == text->len)
    return;
  g_autoptr(GArray) edits = g_array_new(FALSE, FALSE, sizeof(Edit));
  GString *out = g_string_new(NULL);
  normalize_clusters(text, start, out, edits);
  if (edits->len && out->len <= G_MAXUINT32 - start) {
    g_string_truncate(text, start);
    g_string_append_len(text, out->str, (gssize)out->len);
    for (gsize i = 0; i < n; i++)
      *positions[i] = moved(edits, *positions[i]);
  }
  g_string_free(out, TRUE);
}
