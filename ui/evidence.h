/* Passages of the article as other views quote them: wrapped, names in their roles; and lists of evidence, each sentence after the number of its
 * paragraph. Used by the cards, the evidence pane and the relations. */
#ifndef NG_UI_EVIDENCE_H
#define NG_UI_EVIDENCE_H

#include "graph/graph.h"
#include "ui/view_article.h"

/* Columns before a sentence of evidence: `¶ 6   `. */
#define NG_EVIDENCE_INDENT 6

/* How many rows text[range) fills at this width, counted up to `most`. */
int ng_passage_rows(const NgArticle *article, NgRange range, int cols, int most);

/* The rows of text[range) at this width, from row `first` on and at most `most`, each as an NgRange of the article's text. Where more would follow, the last
 * one reaches to the end of the passage, so that drawing it tells of the rest. The caller frees the array. */
GArray *ng_passage_wrap(const NgArticle *article, NgRange range, int cols, int first, int most);

/* Draws text[range) wrapped into the rectangle, from its row `first` on; what has no room ends with `…`. `chosen` as in ng_quote_draw. Returns the
 * rows used. */
int ng_passage_draw(NgReader *reader, NgCanvas *canvas, NgRect rect, NgRange range, int first, uint32_t chosen);

/* Which row of the passage shows pos. */
int ng_passage_row_of(const NgArticle *article, NgRange range, int cols, uint32_t pos);

struct NgJoined;

/* A list of evidence. With `captions` the row below each sentence says when that was, and who says so; it is blank else. Of several articles the row
 * names the one that says it in any case, without captions once for sentences of one. */
typedef struct {
  const NgEvidence *evidence;
  uint32_t n;
  const char *const *says; /* of each what it is to say, for its caption; may be NULL */
  bool captions;
  const struct NgJoined *joined; /* whose articles the evidence counts; NULL: it is the reader's own. Borrowed */
} NgEvidenceList;

/* The article's title in at most so many columns, clean; "" where it has none. The caller frees it. */
char *ng_short_title(const NgArticle *article, int cols);

/* How many rows the list fills at this width, counted up to `most`. */
int ng_evidence_rows(const NgReader *reader, const NgEvidenceList *list, int cols, int most);

/* What the right end of the list's head says in at most so many columns: of one article its title and date, where there is room, how many sentences,
 * and `how` they came to be evidence (NULL: that is not told). The caller frees it. */
char *ng_evidence_count(const NgReader *reader, const NgEvidenceList *list, const char *how, int cols);

/* The article of a piece of evidence. Borrowed. */
const NgArticle *ng_evidence_article(const NgReader *reader, const NgEvidenceList *list, uint32_t i);

/* Draws the list into the rectangle. The sentence `cursor` (NG_NONE: none) is scrolled to, and `›` stands in the two columns before the rectangle. */
void ng_evidence_draw(NgReader *reader, NgCanvas *canvas, NgRect rect, const NgEvidenceList *list, uint32_t cursor);

#endif
