/* Tables of people, places and relations: aligned for eyes; JSON, CSV and TSV for programs. */
#include "export/article_json.h"
#include "export/columns.h"
#include "export/csv.h"
#include "export/export.h"

#include <string.h>

#define MAX_COLUMNS 16
#define GAP_COLS    2
#define MIN_CELL    8
/* A wider cell does not push the others of its column out: its own row is out of line then. */
#define WIDEST_CELL 40

/* ---- aligned ---- */

typedef struct {
  const NgColumn *columns[MAX_COLUMNS];
  int cols[MAX_COLUMNS];
  int n;
} Layout;

static void measure(Layout *layout, int column, const GString *cell)
{
  int cols = ng_text_cols(cell->str, cell->len);
  layout->cols[column] = MAX(layout->cols[column], MIN(cols, WIDEST_CELL));
}

static int row_cols(const Layout *layout, int indent)
{
  int total = indent;
  for (int i = 0; i < layout->n; i++)
    total += layout->cols[i] + (i == 0 ? 0 : GAP_COLS);
  return total;
}

/* Takes columns from the widest cell of words until a row fits or nothing more can be taken. */
static void fit(Layout *layout, int indent, int cols)
{
  while (row_cols(layout, indent) > cols) {
    int widest = -1;
    for (int i = 0; i < layout->n; i++)
      if (!(layout->columns[i]->flags & NG_COLUMN_RIGHT) && layout->cols[i] > MIN_CELL &&
          (widest < 0 || layout->cols[i] > layout->cols[widest]))
        widest = i;
    if (widest < 0)
      return;
    layout->cols[widest]--;
  }
}

static void put_spaces(int n, FILE *out)
{
  fprintf(out, "%*s", MAX(n, 0), "");
}

/* One cell in its columns; `cut`: what does not fit is replaced by an ellipsis. The last cell of a row is not filled up. */
static void put_cell(const Layout *layout, int column, const char *text, gsize bytes, bool cut, const char *sgr,
                     FILE *out)
{
  int cols = layout->cols[column], used = ng_text_cols(text, bytes);
  bool right = layout->columns[column]->flags & NG_COLUMN_RIGHT, shortened = cut && used > cols;
  if (shortened) {
    bytes = ng_text_fit(text, bytes, cols - 1, &used);
    used++;
  }
  if (right)
    put_spaces(cols - used, out);
  fprintf(out, "%s", sgr == NULL ? "" : sgr);
  fwrite_unlocked(text, 1, bytes, out);
  fprintf(out, "%s%s", shortened ? "…" : "", sgr == NULL ? "" : "\033[0m");
  if (!right && column + 1 < layout->n)
    put_spaces(cols - used, out);
}

static void put_heads(const Layout *layout, int indent, FILE *out)
{
  put_spaces(indent, out);
  for (int i = 0; i < layout->n; i++) {
    g_autofree char *title = g_ascii_strup(layout->columns[i]->title, -1);
    put_spaces(i == 0 ? 0 : GAP_COLS, out);
    put_cell(layout, i, title, strlen(title), true, NULL, out);
  }
  putc_unlocked('\n', out);
}

static Layout lay_out(const NgTable *table, const NgColumn *columns, const NgTableStyle *style, int indent)
{
  Layout layout = {.n = 0};
  g_autoptr(GString) cell = g_string_new(NULL);
  for (; columns->title != NULL; columns++)
    if (columns->flags & NG_COLUMN_BRIEF)
      layout.columns[layout.n++] = columns;
  for (int i = 0; i < layout.n; i++) {
    if (style->head)
      layout.cols[i] = (int)strlen(layout.columns[i]->title);
    for (uint32_t row = 0; row < table->n_rows; row++) {
      g_string_truncate(cell, 0);
      layout.columns[i]->write(table, row, cell);
      measure(&layout, i, cell);
    }
  }
  if (style->cols > 0)
    fit(&layout, indent, style->cols);
  return layout;
}

void ng_table_put_aligned(const NgTable *table, const NgColumn *columns, const NgTableStyle *style, int indent,
                          const char *sgr, FILE *out)
{
  g_autoptr(GString) cell = g_string_new(NULL);
  Layout layout = lay_out(table, columns, style, indent);
  if (style->head)
    put_heads(&layout, indent, out);
  for (uint32_t row = 0; row < table->n_rows; row++) {
    put_spaces(indent, out);
    for (int i = 0; i < layout.n; i++) {
      g_string_truncate(cell, 0);
      layout.columns[i]->write(table, row, cell);
      put_spaces(i == 0 ? 0 : GAP_COLS, out);
      put_cell(&layout, i, cell->str, cell->len, style->cols > 0, i == 0 ? sgr : NULL, out);
    }
    putc_unlocked('\n', out);
  }
}

/* ---- separated ---- */

/* One row, or the titles if `row` is NG_NONE. */
static void put_separated_row(const NgTable *table, const NgColumn *columns, bool csv, uint32_t row, FILE *out)
{
  g_autoptr(GString) cell = g_string_new(NULL);
  bool first = true;
  for (; columns->title != NULL; columns++) {
    if (!(columns->flags & NG_COLUMN_FULL))
      continue;
    if (!first)
      putc_unlocked(csv ? ',' : '\t', out);
    first = false;
    g_string_truncate(cell, 0);
    if (row == NG_NONE)
      g_string_append(cell, columns->title);
    else
      columns->write(table, row, cell);
    if (csv)
      ng_csv_cell(out, cell->str);
    else
      fputs(cell->str, out); /* a clean line has no tab */
  }
  fputs(csv ? "\r\n" : "\n", out);
}

void ng_table_put_separated(const NgTable *table, const NgColumn *columns, const NgTableStyle *style, FILE *out)
{
  bool csv = style->format == NG_TABLE_CSV;
  if (style->head)
    put_separated_row(table, columns, csv, NG_NONE, out);
  for (uint32_t row = 0; row < table->n_rows; row++)
    put_separated_row(table, columns, csv, row, out);
}

/* ---- JSON Lines ---- */

static void put_name(NgArticleJson *writer, const char *key, uint32_t entity)
{
  ng_json_key(&writer->json, key);
  ng_json_string(&writer->json, writer->entities[entity].name);
}

static void put_json_row(NgArticleJson *writer, const NgTable *table, uint32_t row)
{
  const NgCoMention *pair = table->ranked == NULL ? ng_table_co_mention(table, row) : NULL;
  writer->json.comma = false;
  ng_json_open(&writer->json, '{');
  ng_article_json_source(writer);
  if (table->ranked != NULL) {
    ng_article_json_entity(writer, table->ranked[row]);
  } else if (pair != NULL) {
    ng_article_json_co_mention(
        writer, pair, (const NgRange *)(const void *)table->co_mentions->evidence->data + pair->first_evidence);
    put_name(writer, "subject_name", pair->a);
    put_name(writer, "object_name", pair->b);
  } else {
    ng_article_json_relation(writer, &table->relations[row]);
    put_name(writer, "subject_name", table->relations[row].subject);
    put_name(writer, "object_name", table->relations[row].object);
  }
  ng_json_close(&writer->json, '}');
  putc_unlocked('\n', writer->json.out);
}

static void put_json(const NgTable *table, FILE *out)
{
  g_auto(NgArticleJson) writer = ng_article_json(table->article, out);
  for (uint32_t row = 0; row < table->n_rows; row++)
    put_json_row(&writer, table, row);
}

gsize ng_export_table(const NgArticle *article, NgTableSubject subject, const NgTableStyle *style, FILE *out)
{
  static const NgEntityKind kinds[] = {NG_ENTITY_PERSON, NG_ENTITY_PLACE, NG_ENTITY_ORGANISATION};
  bool relations = subject == NG_TABLE_RELATIONS;
  g_auto(NgTable) table = relations ? ng_table_of_relations(article) : ng_table_of_kind(article, kinds[subject]);
  const NgColumn *columns = relations ? ng_columns_of_relations() : ng_columns_of_kind(kinds[subject]);
  if (table.n_rows == 0)
    return 0;
  if (style->format == NG_TABLE_ALIGNED)
    ng_table_put_aligned(&table, columns, style, 0, NULL, out);
  else if (style->format == NG_TABLE_JSON)
    put_json(&table, out);
  else
    ng_table_put_separated(&table, columns, style, out);
  return table.n_rows;
}
