#include "export/columns.h"

#include "model/phrase.h"

#include <math.h>
#include <string.h>

NgTable ng_table_of_kind(const NgArticle *article, NgEntityKind kind)
{
  uint32_t n;
  NgTable table = {.article = article, .entities = ng_article_entities(article, &n)};
  table.ranked = ng_article_ranked(article, kind, &table.n_rows);
  return table;
}

NgTable ng_table_of_relations(const NgArticle *article)
{
  uint32_t n;
  NgTable table = {.article = article, .entities = ng_article_entities(article, &n)};
  table.relations = ng_article_relations(article, &table.n_marked);
  table.co_mentions = ng_co_mentions_all(article);
  table.n_rows = table.n_marked + table.co_mentions->pairs->len;
  return table;
}

void ng_table_clear(NgTable *table)
{
  g_clear_pointer(&table->co_mentions, ng_co_mentions_free);
}

const NgCoMention *ng_table_co_mention(const NgTable *table, uint32_t row)
{
  return row < table->n_marked ? NULL : &g_array_index(table->co_mentions->pairs, NgCoMention, row - table->n_marked);
}

static void append(GString *cell, const char *text)
{
  if (text != NULL)
    g_string_append(cell, text);
}

static void append_list(GString *cell, const char *const *texts)
{
  for (gsize i = 0; texts[i] != NULL; i++) {
    g_string_append(cell, i == 0 ? "" : "; ");
    g_string_append(cell, texts[i]);
  }
}

static void append_degrees(GString *cell, double degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  if (isfinite(degrees))
    g_string_append(cell, g_ascii_formatd(digits, sizeof digits, "%.15g", degrees));
}

static void write_source(const NgTable *table, uint32_t row G_GNUC_UNUSED, GString *cell)
{
  const char *source = ng_article_head(table->article)->source;
  g_autofree char *line = ng_text_clean_line(source, strlen(source));
  g_string_append(cell, line);
}

/* ---- entities ---- */

static const NgEntity *entity_of(const NgTable *table, uint32_t row)
{
  return &table->entities[table->ranked[row]];
}

static void write_id(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, entity_of(table, row)->id);
}

static void write_name(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, entity_of(table, row)->name);
}

static void write_aliases(const NgTable *table, uint32_t row, GString *cell)
{
  append_list(cell, entity_of(table, row)->aliases);
}

static void write_role(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, entity_of(table, row)->role);
}

static void write_country(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, entity_of(table, row)->country);
}

static void write_lat(const NgTable *table, uint32_t row, GString *cell)
{
  append_degrees(cell, entity_of(table, row)->lat_deg);
}

static void write_lon(const NgTable *table, uint32_t row, GString *cell)
{
  append_degrees(cell, entity_of(table, row)->lon_deg);
}

static void write_position(const NgTable *table, uint32_t row, GString *cell)
{
  const NgEntity *it = entity_of(table, row);
  if (!isfinite(it->lat_deg))
    return;
  g_autofree char *position = ng_phrase_position(it->lat_deg, it->lon_deg);
  g_string_append(cell, position);
}

static void write_mentions(const NgTable *table, uint32_t row, GString *cell)
{
  g_string_append_printf(cell, "%u", entity_of(table, row)->n_mentions);
}

static void write_refs(const NgTable *table, uint32_t row, GString *cell)
{
  append_list(cell, entity_of(table, row)->refs);
}

static const NgColumn named_columns[] = {
    {"source", NG_COLUMN_FULL, write_source},
    {"id", NG_COLUMN_FULL, write_id},
    {"name", NG_COLUMN_FULL | NG_COLUMN_BRIEF, write_name},
    {"aliases", NG_COLUMN_FULL, write_aliases},
    {"role", NG_COLUMN_FULL | NG_COLUMN_BRIEF, write_role},
    {"mentions", NG_COLUMN_FULL | NG_COLUMN_BRIEF | NG_COLUMN_RIGHT, write_mentions},
    {"refs", NG_COLUMN_FULL, write_refs},
    {NULL, 0, NULL},
};

static const NgColumn place_columns[] = {
    {"source", NG_COLUMN_FULL, write_source},
    {"id", NG_COLUMN_FULL, write_id},
    {"name", NG_COLUMN_FULL | NG_COLUMN_BRIEF, write_name},
    {"aliases", NG_COLUMN_FULL, write_aliases},
    {"country", NG_COLUMN_FULL | NG_COLUMN_BRIEF, write_country},
    {"lat", NG_COLUMN_FULL, write_lat},
    {"lon", NG_COLUMN_FULL, write_lon},
    {"position", NG_COLUMN_BRIEF | NG_COLUMN_RIGHT, write_position},
    {"mentions", NG_COLUMN_FULL | NG_COLUMN_BRIEF | NG_COLUMN_RIGHT, write_mentions},
    {"refs", NG_COLUMN_FULL, write_refs},
    {NULL, 0, NULL},
};

const NgColumn *ng_columns_of_kind(NgEntityKind kind)
{
  return kind == NG_ENTITY_PLACE ? place_columns : named_columns;
}

/* ---- relations ---- */

static void write_subject(const NgTable *table, uint32_t row, GString *cell)
{
  const NgCoMention *pair = ng_table_co_mention(table, row);
  append(cell, table->entities[pair != NULL ? pair->a : table->relations[row].subject].name);
}

static void write_object(const NgTable *table, uint32_t row, GString *cell)
{
  const NgCoMention *pair = ng_table_co_mention(table, row);
  append(cell, table->entities[pair != NULL ? pair->b : table->relations[row].object].name);
}

static void write_subject_id(const NgTable *table, uint32_t row, GString *cell)
{
  const NgCoMention *pair = ng_table_co_mention(table, row);
  append(cell, table->entities[pair != NULL ? pair->a : table->relations[row].subject].id);
}

static void write_object_id(const NgTable *table, uint32_t row, GString *cell)
{
  const NgCoMention *pair = ng_table_co_mention(table, row);
  append(cell, table->entities[pair != NULL ? pair->b : table->relations[row].object].id);
}

static void write_label(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, row < table->n_marked ? table->relations[row].label : NG_CO_MENTION_LABEL);
}

static void write_kind(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, row < table->n_marked ? table->relations[row].kind : ng_origin_word(NG_ORIGIN_CO_MENTION));
}

static void write_directed(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, row < table->n_marked && table->relations[row].directed ? "true" : "false");
}

static void write_origin(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, ng_origin_word(row < table->n_marked ? table->relations[row].origin : NG_ORIGIN_CO_MENTION));
}

static void write_sentences(const NgTable *table, uint32_t row, GString *cell)
{
  const NgCoMention *pair = ng_table_co_mention(table, row);
  g_string_append_printf(cell, "%u", pair != NULL ? pair->count : table->relations[row].n_evidence);
}

static void write_date(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, row < table->n_marked ? table->relations[row].date : NULL);
}

static void write_status(const NgTable *table, uint32_t row, GString *cell)
{
  append(cell, row < table->n_marked ? table->relations[row].status : NULL);
}

static void write_place(const NgTable *table, uint32_t row, GString *cell)
{
  uint32_t place = row < table->n_marked ? table->relations[row].place : NG_NONE;
  append(cell, place == NG_NONE ? NULL : table->entities[place].name);
}

static const NgColumn relation_columns[] = {
    {"source", NG_COLUMN_FULL, write_source},
    {"subject", NG_COLUMN_FULL | NG_COLUMN_BRIEF, write_subject},
    {"label", NG_COLUMN_FULL | NG_COLUMN_BRIEF, write_label},
    {"object", NG_COLUMN_FULL | NG_COLUMN_BRIEF, write_object},
    {"kind", NG_COLUMN_FULL, write_kind},
    {"directed", NG_COLUMN_FULL, write_directed},
    {"sentences", NG_COLUMN_FULL | NG_COLUMN_BRIEF | NG_COLUMN_RIGHT, write_sentences},
    {"origin", NG_COLUMN_FULL | NG_COLUMN_BRIEF, write_origin},
    {"date", NG_COLUMN_FULL, write_date},
    {"status", NG_COLUMN_FULL, write_status},
    {"place", NG_COLUMN_FULL, write_place},
    {"subject_id", NG_COLUMN_FULL, write_subject_id},
    {"object_id", NG_COLUMN_FULL, write_object_id},
    {NULL, 0, NULL},
};

const NgColumn *ng_columns_of_relations(void)
{
  return relation_columns;
}
