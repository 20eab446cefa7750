/* Tables of people, places and relations for programs: JSON, CSV and TSV; and the door to all tables. */
#include "export/article_json.h"
#include "export/columns.h"
#include "export/csv.h"
#include "export/export.h"

#include <string.h>

/* ---- separated ---- */

static void put_tsv_cell(const GString *cell, FILE *out)
{
  for (gsize i = 0; i < cell->len; i++)
    putc_unlocked(strchr("\t\r\n", cell->str[i]) != NULL ? ' ' : cell->str[i], out);
}

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
    csv ? ng_csv_cell(out, cell->str) : put_tsv_cell(cell, out);
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

static NgTable table_of(const NgArticle *article, NgTableSubject subject, const NgColumn **columns)
{
  static const NgEntityKind kinds[] = {NG_ENTITY_PERSON, NG_ENTITY_PLACE, NG_ENTITY_ORGANISATION};
  bool relations = subject == NG_TABLE_RELATIONS;
  *columns = relations ? ng_columns_of_relations() : ng_columns_of_kind(kinds[subject]);
  return relations ? ng_table_of_relations(article) : ng_table_of_kind(article, kinds[subject]);
}

gsize ng_export_table(const NgArticle *article, NgTableSubject subject, const NgTableStyle *style, FILE *out)
{
  const NgColumn *columns;
  g_auto(NgTable) table = table_of(article, subject, &columns);
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

gsize ng_export_gather(NgAligned **aligned, const NgArticle *article, NgTableSubject subject)
{
  const NgColumn *columns;
  g_auto(NgTable) table = table_of(article, subject, &columns);
  if (!*aligned)
    *aligned = ng_aligned_new(columns);
  ng_aligned_add(*aligned, &table);
  return table.n_rows;
}

void ng_export_gathered(NgAligned *aligned, const NgTableStyle *style, FILE *out)
{
  if (aligned && !ng_aligned_is_empty(aligned))
    ng_aligned_put(aligned, style, 0, NULL, out);
}
