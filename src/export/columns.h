/* The columns of tables: what a cell of a row says. Private to this folder; table.c prints them. */
#ifndef NG_COLUMNS_H
#define NG_COLUMNS_H

#include "export/export.h"
#include "graph/measures.h"

/* The rows of a table: entities of a kind in the order of the panes, relations, the marked ones first, or nodes of a graph. */
typedef struct {
  const NgArticle *article;
  const NgEntity *entities;
  const uint32_t *ranked; /* of entities: which; else NULL */
  const NgRelation *relations;
  uint32_t n_marked;
  NgCoMentions *co_mentions; /* of relations: owned; else NULL */
  const NgWhole *whole;      /* of the nodes of a graph, and no article: borrowed; else NULL */
  const NgMeasures *measures;
  uint32_t n_rows;
} NgTable;

typedef enum {
  NG_COLUMN_FULL = 1,  /* in CSV and TSV */
  NG_COLUMN_BRIEF = 2, /* in the aligned table */
  NG_COLUMN_RIGHT = 4  /* aligned to the right */
} NgColumnFlags;

typedef struct {
  const char *title;
  unsigned flags;
  void (*write)(const NgTable *table, uint32_t row, GString *cell);
} NgColumn;

NgTable ng_table_of_kind(const NgArticle *article, NgEntityKind kind);
NgTable ng_table_of_relations(const NgArticle *article);
void ng_table_clear(NgTable *table);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(NgTable, ng_table_clear)

/* The co-mention of a row of relations, or NULL if it is a marked one. */
const NgCoMention *ng_table_co_mention(const NgTable *table, uint32_t row);

/* The columns, ended by one without a title. Static. */
const NgColumn *ng_columns_of_kind(NgEntityKind kind);
const NgColumn *ng_columns_of_relations(void);

/* An aligned table of the brief columns: rows of one article after the other are added, their cells copied, then all are printed. Free it. */
NgAligned *ng_aligned_new(const NgColumn *columns);
bool ng_aligned_is_empty(const NgAligned *aligned);
void ng_aligned_add(NgAligned *aligned, const NgTable *table);
void ng_aligned_put(NgAligned *aligned, const NgTableStyle *style, int indent, const char *sgr, FILE *out);

/* Prints the brief columns as aligned rows. `indent` columns stand before each; names carry the SGR sequence `sgr`, which may be NULL. */
void ng_table_put_aligned(const NgTable *table, const NgColumn *columns, const NgTableStyle *style, int indent,
                          const char *sgr, FILE *out);

/* Prints the full columns as CSV or TSV. */
void ng_table_put_separated(const NgTable *table, const NgColumn *columns, const NgTableStyle *style, FILE *out);

#endif
