#include "text/text.h"

#include <string.h>

unsigned ng_text_distance(const char *a, const char *b)
{
  enum { LONGEST = 63 };
  gsize n = strlen(a), m = strlen(b);
  if (n > LONGEST || m > LONGEST)
    return LONGEST;
  unsigned row[LONGEST + 1];
  for (gsize k = 0; k <= m; k++)
    row[k] = (unsigned)k;
  for (gsize i = 1; i <= n; i++) {
    unsigned diagonal = row[0];
    row[0] = (unsigned)i;
    for (gsize k = 1; k <= m; k++) {
      unsigned replace = diagonal + (a[i - 1] != b[k - 1]);
      diagonal = row[k];
      row[k] = MIN(replace, MIN(row[k], row[k - 1]) + 1);
    }
  }
  return row[m];
}

bool ng_text_is_misspelt(const char *word, const char *meant)
{
  return ng_text_distance(word, meant) * 3 <= strlen(word);
}
