#include "config.h"

#include "tests/printed.h"

#include <stdlib.h>

typedef struct {
  FILE *out;
  char *bytes;
  size_t n;
} Sheet;

static void open_sheet(Sheet *sheet)
{
  sheet->out = open_memstream(&sheet->bytes, &sheet->n);
  g_assert(sheet->out);
}

static char *close_sheet(Sheet *sheet)
{
  g_assert(!ferror(sheet->out));
  fclose(sheet->out);
  char *copy = g_strndup(sheet->bytes, sheet->n);
  free(sheet->bytes);
  return copy;
}

char *ng_printed_json(const NgArticle *article)
{
  Sheet sheet;
  open_sheet(&sheet);
  ng_export_json(article, sheet.out);
  return close_sheet(&sheet);
}

char *ng_printed_linear(const NgArticle *article, int cols)
{
  Sheet sheet;
  open_sheet(&sheet);
  ng_export_linear(article, cols, sheet.out);
  return close_sheet(&sheet);
}

char *ng_printed_text(const NgArticle *article, int cols, bool colour)
{
  Sheet sheet;
  open_sheet(&sheet);
  ng_export_text(article, cols, colour, sheet.out);
  return close_sheet(&sheet);
}

char *ng_printed_table(const NgArticle *article, NgTableSubject subject, NgTableStyle style, gsize *rows)
{
  Sheet sheet;
  open_sheet(&sheet);
  gsize n = ng_export_table(article, subject, &style, sheet.out);
  if (rows)
    *rows = n;
  return close_sheet(&sheet);
}

char *ng_printed_mentions(const NgArticle *article, uint32_t entity, bool colour, gsize *n)
{
  Sheet sheet;
  open_sheet(&sheet);
  gsize found = ng_export_mentions(article, entity, colour, sheet.out);
  if (n)
    *n = found;
  return close_sheet(&sheet);
}
