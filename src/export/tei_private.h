/* What the files of the TEI writer share.
 *
 * tei.c is the door; tei_head.c writes the header; tei_records.c who and what is in the article; tei_relations.c how they are related;
 * tei_blocks.c the text; tei_marks.c what is marked within a block; tei_passages.c knows the sentences that evidence points to;
 * tei_id.c writes ids. What is written the TEI loader reads back (load/tei_private.h). */
#ifndef NG_EXPORT_TEI_PRIVATE_H
#define NG_EXPORT_TEI_PRIVATE_H

#include "export/export.h"
#include "export/xml.h"

/* A marked sentence, or another range that is evidence. Its place in the list is its number, from 1. */
typedef struct {
  uint32_t start, end;
  bool is_sentence;
} NgTeiPassage;

typedef struct {
  const NgArticle *article;
  FILE *out;
  const char *text;
  const NgBlock *blocks;
  const NgEntity *entities;
  const NgRelation *relations;
  const NgMention *mentions;
  const NgStatement *statements;
  const NgStandIn *stand_ins;
  const NgStyleRange *styles;
  const NgLink *links;
  uint32_t n_blocks, n_entities, n_relations, n_mentions, n_statements, n_stand_ins, n_styles, n_links;
  GArray *passages;     /* NgTeiPassage, by start, then by end descending */
  char *passage_prefix; /* of their ids: no entity has an id that is this and a number */

  /* how far the text is written */
  uint32_t next_block, next_mention, next_statement, next_stand_in, next_style, next_link, next_passage;
  uint32_t *least_anchor; /* of each note: the least anchor of it and the notes right behind it */
  int note_depth;
} NgTeiWriter;

/* Notes that hang each at the end of the one before are written within one another no deeper than this. */
#define NG_TEI_CHAINED_DEPTH 8

void ng_tei_put_head(NgTeiWriter *w);
void ng_tei_put_records(NgTeiWriter *w);
void ng_tei_put_relations(NgTeiWriter *w);
void ng_tei_put_text(NgTeiWriter *w);

/* ---- ids ---- */

/* An id as an xml:id can hold it: a character that it cannot hold becomes its code in hexadecimal, _x0020_ for a space. Different ids
 * stay different, and most stay as they are. */
void ng_tei_put_id(FILE *out, const char *id);

/* A space, the attribute's name, and pointers to one entity or to several. */
void ng_tei_put_pointer(NgTeiWriter *w, const char *attribute, uint32_t entity);

/* Whether XML Schema knows it as a time: a year, a month, a day, or a day with its time. */
bool ng_tei_is_moment(const char *date);

/* @when, or @from and @to; @when-custom where the source's date is none that XML Schema knows. */
void ng_tei_put_date(FILE *out, const char *date);

/* @resp, unless it is the mark-up that says so; of the annotator @cert and @ana as well, how sure and by which rule. */
void ng_tei_put_said_by(NgTeiWriter *w, uint8_t origin, uint8_t confidence, uint8_t rule);

/* ---- passages ---- */

void ng_tei_find_passages(NgTeiWriter *w);

/* A space, @source, and pointers to the evidence; nothing where there is none. */
void ng_tei_put_sources(NgTeiWriter *w, uint32_t first_evidence, uint32_t n_evidence);

/* ---- marks ---- */

/* The block's text with all that is marked in it. The notes that hang on it come where their marks stand, and `next_block` goes past them. */
void ng_tei_put_content(NgTeiWriter *w, uint32_t index);

/* Links that stand before all text. */
void ng_tei_put_stray_links(NgTeiWriter *w);

#endif
