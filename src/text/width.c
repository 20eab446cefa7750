/* Columns. The terminal and ncurses add up wcwidth character by character, whatever a cluster looks like, so we do as well. */
#include "config.h"

#include "text/text_private.h"

#include <wchar.h>

int ng_text_char_cols(gunichar c)
{
  if (c >= 0x20 && c < 0x7F)
    return 1;
  int cols = wcwidth((wchar_t)c);
  return cols < 0 || c == 0 ? 1 : MIN(cols, 2);
}

int ng_text_cols(const char *text, gsize bytes)
{
  gsize cols = 0, length;
  for (gsize pos = 0; pos < bytes; pos += length)
    cols += (gsize)ng_text_char_cols(ng_text_decode(text, bytes, pos, &length));
  return (int)MIN(cols, (gsize)G_MAXINT);
}

gsize ng_text_fit(const char *text, gsize bytes, int cols, int *used)
{
  gsize pos = 0;
  int sum = 0;
  while (pos < bytes) {
    gsize end = ng_text_cluster_end(text, bytes, pos);
    int more = ng_text_cols(text + pos, end - pos);
    if (more > cols - sum)
      break;
    sum += more;
    pos = end;
  }
  if (used)
    *used = sum;
  return pos;
}

gsize ng_text_fit_end(const char *text, gsize bytes, int cols, int *used)
{
  /* Clusters are defined from the start on, so they are counted off there. */
  gsize pos = 0;
  int left = ng_text_cols(text, bytes);
  while (pos < bytes && left > cols) {
    gsize end = ng_text_cluster_end(text, bytes, pos);
    left -= ng_text_cols(text + pos, end - pos);
    pos = end;
  }
  if (used)
    *used = left;
  return pos;
}
