#include "export/csv.h"

#include <string.h>

void ng_csv_cell(FILE *out, const char *text)
{
  if (strpbrk(text, ",\"\r\n") == NULL) {
    fputs(text, out);
    return;
  }
  putc_unlocked('"', out);
  for (; *text; text++) {
    if (*text == '"')
      putc_unlocked('"', out);
    putc_unlocked(*text, out);
  }
  putc_unlocked('"', out);
}
