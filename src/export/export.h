/* The door of export: an article to a stream, one writer a file.
 *
 * Writers print UTF-8 to `out`; they neither flush nor close it, and the caller looks at ferror afterwards. Text of an article has been
 * cleaned by the loaders, and sources are cleaned here (in JSON: escaped), so no control character reaches `out` but line feeds, the
 * separators of a table, and SGR sequences where `colour` asks for them. Time is linear in what is printed. */
#ifndef NG_EXPORT_H
#define NG_EXPORT_H

#include "model/model.h"

#include <stdio.h>

/* The article as one line of JSON with a line feed: schema nutgraf-article/1. Positions count Unicode code points of `text`. Relations that no
 * one marked follow those that the source marks, with origin "co-mention". */
void ng_export_json(const NgArticle *article, FILE *out);

/* The article in TEI P5, valid by the schema of the recommended mark-up. Loaded again it is the same article: its JSON is the same but for
 * `source`, `format` and `diagnostics`, which tell of a file. Records that the source did not have say so (@evidence), and so do origins (@resp). */
void ng_export_tei(const NgArticle *article, FILE *out);

/* The article for reading aloud or for a pipe: the text with numbered paragraphs, then every entity and every relation with the
 * paragraphs that name it, wrapped to `cols` columns (at least 20 are used). */
void ng_export_linear(const NgArticle *article, int cols, FILE *out);

/* The article as wrapped text, then a legend of its entities. With `colour`, mentions and the legend carry SGR colours. */
void ng_export_text(const NgArticle *article, int cols, bool colour, FILE *out);

typedef enum { NG_TABLE_PEOPLE, NG_TABLE_PLACES, NG_TABLE_ORGANISATIONS, NG_TABLE_RELATIONS } NgTableSubject;

typedef enum {
  NG_TABLE_ALIGNED, /* for eyes: the columns that matter, padded */
  NG_TABLE_JSON,    /* JSON Lines: the objects of ng_export_json, each with its `source` */
  NG_TABLE_CSV,     /* RFC 4180: comma, CRLF, quotes where they are needed */
  NG_TABLE_TSV      /* tab, line feed; a tab in a value becomes a space */
} NgTableFormat;

typedef struct {
  NgTableFormat format;
  int cols;  /* aligned: cells are cut so that a row fits; 0: nothing is cut */
  bool head; /* print the row of column names (not for JSON) */
} NgTableStyle;

/* One row for each person, place, organisation or relation, in the order of the panes. Returns how many; without any nothing is printed. */
gsize ng_export_table(const NgArticle *article, NgTableSubject subject, const NgTableStyle *style, FILE *out);

/* An aligned table of several articles. The first call makes it (*aligned is NULL before), each adds an article's rows and returns how many; `subject` is
 * the same in all. ng_export_gathered prints them, if there are any. ng_aligned_free frees it. */
typedef struct NgAligned NgAligned;
gsize ng_export_gather(NgAligned **aligned, const NgArticle *article, NgTableSubject subject);
void ng_export_gathered(NgAligned *aligned, const NgTableStyle *style, FILE *out);
void ng_aligned_free(NgAligned *aligned);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgAligned, ng_aligned_free)

/* One line for each mention of the entity: SOURCE:LINE: and the sentence it stands in, where LINE is the mention's line in the source (left
 * out where that is unknown). With `colour` the mention is bold. Returns how many. */
gsize ng_export_mentions(const NgArticle *article, uint32_t entity, bool colour, FILE *out);

#endif
