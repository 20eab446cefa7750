/* Aligned tables, for eyes: rows are kept until all are there, so that columns stand below each other whatever article a row comes from. */
#include "export/columns.h"
#include "text/text.h"

#include <string.h>

#define MAX_COLUMNS 16
#define GAP_COLS    2
#define MIN_CELL    8
/* A wider cell does not push the others of its column out: its own row is out of line then. */
#define WIDEST_CELL 40

struct NgAligned {
  const NgColumn *columns[MAX_COLUMNS];
  int cols[MAX_COLUMNS];
  int n;
  GString *text; /* of all cells, one after the other */
  GArray *ends;  /* gsize: where each ends in `text` */
};

NgAligned *ng_aligned_new(const NgColumn *columns)
{
  NgAligned *aligned = g_new0(NgAligned, 1);
  for (; columns->title != NULL; columns++)
    if (columns->flags & NG_COLUMN_BRIEF)
      aligned->columns[aligned->n++] = columns;
  aligned->text = g_string_new(NULL);
  aligned->ends = g_array_new(FALSE, FALSE, sizeof(gsize));
  return aligned;
}

void ng_aligned_free(NgAligned *aligned)
{
  if (!aligned)
    return;
  g_string_free(aligned->text, TRUE);
  g_array_unref(aligned->ends);
  g_free(aligned);
}

bool ng_aligned_is_empty(const NgAligned *aligned)
{
  return aligned->ends->len == 0;
}

void ng_aligned_add(NgAligned *aligned, const NgTable *table)
{
  for (uint32_t row = 0; row < table->n_rows; row++)
    for (int i = 0; i < aligned->n; i++) {
      gsize start = aligned->text->len;
      aligned->columns[i]->write(table, row, aligned->text);
      g_array_append_val(aligned->ends, aligned->text->len);
      int cols = ng_text_cols(aligned->text->str + start, aligned->text->len - start);
      aligned->cols[i] = MAX(aligned->cols[i], MIN(cols, WIDEST_CELL));
    }
}

static int row_cols(const NgAligned *aligned, int indent)
{
  int total = indent;
  for (int i = 0; i < aligned->n; i++)
    total += aligned->cols[i] + (i == 0 ? 0 : GAP_COLS);
  return total;
}

/* Takes columns from the widest cell of words until a row fits or nothing more can be taken. */
static void fit(NgAligned *aligned, int indent, int cols)
{
  while (row_cols(aligned, indent) > cols) {
    int widest = -1;
    for (int i = 0; i < aligned->n; i++)
      if (!(aligned->columns[i]->flags & NG_COLUMN_RIGHT) && aligned->cols[i] > MIN_CELL &&
          (widest < 0 || aligned->cols[i] > aligned->cols[widest]))
        widest = i;
    if (widest < 0)
      return;
    aligned->cols[widest]--;
  }
}

static void put_spaces(int n, FILE *out)
{
  fprintf(out, "%*s", MAX(n, 0), "");
}

/* One cell in its columns; `cut`: what does not fit is replaced by an ellipsis. The last cell of a row is not filled up. */
static void put_cell(const NgAligned *aligned, int column, const char *text, gsize bytes, bool cut, const char *sgr,
                     FILE *out)
{
  int cols = aligned->cols[column], used = ng_text_cols(text, bytes);
  bool right = aligned->columns[column]->flags & NG_COLUMN_RIGHT, shortened = cut && used > cols;
  if (shortened) {
    bytes = ng_text_fit(text, bytes, cols - 1, &used);
    used++;
  }
  if (right)
    put_spaces(cols - used, out);
  fprintf(out, "%s", sgr == NULL ? "" : sgr);
  fwrite_unlocked(text, 1, bytes, out);
  fprintf(out, "%s%s", shortened ? "…" : "", sgr == NULL ? "" : "\033[0m");
  if (!right && column + 1 < aligned->n)
    put_spaces(cols - used, out);
}

static void put_heads(const NgAligned *aligned, int indent, FILE *out)
{
  put_spaces(indent, out);
  for (int i = 0; i < aligned->n; i++) {
    g_autofree char *title = g_ascii_strup(aligned->columns[i]->title, -1);
    put_spaces(i == 0 ? 0 : GAP_COLS, out);
    put_cell(aligned, i, title, strlen(title), true, NULL, out);
  }
  putc_unlocked('\n', out);
}

void ng_aligned_put(NgAligned *aligned, const NgTableStyle *style, int indent, const char *sgr, FILE *out)
{
  for (int i = 0; style->head && i < aligned->n; i++)
    aligned->cols[i] = MAX(aligned->cols[i], (int)strlen(aligned->columns[i]->title));
  if (style->cols > 0)
    fit(aligned, indent, style->cols);
  if (style->head)
    put_heads(aligned, indent, out);
  gsize start = 0;
  for (guint cell = 0; cell < aligned->ends->len;) {
    for (int i = 0; i < aligned->n; i++, cell++) {
      gsize end = g_array_index(aligned->ends, gsize, cell);
      put_spaces(i == 0 ? indent : GAP_COLS, out);
      put_cell(aligned, i, aligned->text->str + start, end - start, style->cols > 0, i == 0 ? sgr : NULL, out);
      start = end;
    }
    putc_unlocked('\n', out);
  }
}

void ng_table_put_aligned(const NgTable *table, const NgColumn *columns, const NgTableStyle *style, int indent,
                          const char *sgr, FILE *out)
{
  g_autoptr(NgAligned) aligned = ng_aligned_new(columns);
  ng_aligned_add(aligned, table);
  ng_aligned_put(aligned, style, indent, sgr, out);
}
