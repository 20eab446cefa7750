#include "ui/evidence.h"

#include "model/phrase.h"
#include "ui/who.h"

#include <string.h>

#define MARK_COLS 2 /* `› ` */

/* The rows of a passage as NgRange, relative to its start. Of a long one only as much as `most` rows can hold is wrapped. */
static GArray *wrap(const NgArticle *article, NgRange range, int cols, int most)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  const char *text = ng_article_text(article, NULL) + range.start;
  gsize bytes = range.end - range.start, limit = (gsize)MAX(most, 1) * (gsize)MAX(cols, 1) * 8 + 256;
  if (bytes > limit)
    for (bytes = limit; bytes > 0 && ((unsigned char)text[bytes] & 0xc0) == 0x80;)
      bytes--;
  ng_text_wrap(text, bytes, MAX(cols, 1), MAX(cols, 1), rows);
  return rows;
}

int ng_passage_rows(const NgArticle *article, NgRange range, int cols, int most)
{
  g_autoptr(GArray) rows = wrap(article, range, cols, most);
  return MIN((int)rows->len, most);
}

int ng_passage_row_of(const NgArticle *article, NgRange range, int cols, uint32_t pos)
{
  /* a row of one column holds at least a byte, and a cluster is seldom more than eight */
  int most = (int)((pos - range.start) / (uint32_t)MAX(cols, 1)) + 2;
  g_autoptr(GArray) rows = wrap(article, range, cols, most);
  guint row = 0;
  while (row + 1 < rows->len && g_array_index(rows, NgRange, row + 1).start <= pos - range.start)
    row++;
  return (int)row;
}

GArray *ng_passage_wrap(const NgArticle *article, NgRange range, int cols, int first, int most)
{
  GArray *rows = wrap(article, range, cols, first + most + 1);
  g_array_remove_range(rows, 0, MIN((guint)MAX(first, 0), rows->len));
  bool is_cut = rows->len > (guint)most;
  g_array_set_size(rows, MIN(rows->len, (guint)MAX(most, 0)));
  for (guint i = 0; i < rows->len; i++) {
    NgRange *row = &g_array_index(rows, NgRange, i);
    row->start += range.start;
    row->end = is_cut && i + 1 == rows->len ? range.end : row->end + range.start;
  }
  return rows;
}

int ng_passage_draw(NgReader *reader, NgCanvas *canvas, NgRect rect, NgRange range, int first, uint32_t chosen)
{
  g_autoptr(GArray) rows = ng_passage_wrap(reader->article, range, rect.cols, first, rect.rows);
  for (guint i = 0; i < rows->len; i++)
    ng_quote_draw(reader, canvas, rect.row + (int)i, rect.col, rect.cols, g_array_index(rows, NgRange, i), chosen);
  return (int)rows->len;
}

/* ---- lists of evidence ---- */

static int rows_of(const NgArticle *article, const NgEvidence *it, int cols, int most)
{
  return ng_passage_rows(article, (NgRange){it->start, it->end}, cols - NG_EVIDENCE_INDENT, most);
}

int ng_evidence_rows(const NgArticle *article, const NgEvidenceList *list, int cols, int most)
{
  int rows = 0;
  for (uint32_t i = 0; i < list->n && rows < most; i++)
    rows += (i > 0) + rows_of(article, &list->evidence[i], cols, most);
  return MIN(rows + (list->captions ? 1 : 0), most);
}

/* The first sentence to show, so that all of the one under the cursor has room. */
static uint32_t first_shown(const NgArticle *article, NgRect rect, const NgEvidenceList *list, uint32_t cursor)
{
  if (cursor == NG_NONE)
    return 0;
  int rows = rows_of(article, &list->evidence[cursor], rect.cols, rect.rows) + (list->captions ? 1 : 0);
  uint32_t first = cursor;
  while (first > 0) {
    rows += 1 + rows_of(article, &list->evidence[first - 1], rect.cols, rect.rows);
    if (rows > rect.rows)
      break;
    first--;
  }
  return first;
}

static void draw_number(const NgArticle *article, NgCanvas *canvas, int row, int col, uint32_t pos)
{
  uint32_t block = ng_article_block_at(article, pos);
  uint32_t number = block == NG_NONE ? 0 : ng_article_paragraph_number(article, block);
  g_autofree char *text = number ? g_strdup_printf("¶%2u", number) : g_strdup("");
  ng_canvas_put_cut(canvas, row, col, NG_EVIDENCE_INDENT - 1, NG_ROLE_DIM, text);
}

static const char *who_says(NgOrigin origin)
{
  static const char *const words[] = {[NG_ORIGIN_MARKUP] = "marked in the text",
                                      [NG_ORIGIN_NAME] = "marked in the text",
                                      [NG_ORIGIN_ANNOTATOR] = "by the annotator",
                                      [NG_ORIGIN_CO_MENTION] = "named together",
                                      [NG_ORIGIN_USER] = "told by you"};
  return words[origin];
}

/* "told · planned · 8 May 2023 · marked in the text": what the relation is, when it was or else when it was told, who says so, and how sure
 * an annotator is. */
static char *caption_of(const NgArticle *article, const NgEvidence *evidence, const char *says)
{
  uint32_t n;
  const NgRelation *relation =
      evidence->relation == NG_NONE ? NULL : &ng_article_relations(article, &n)[evidence->relation];
  const char *iso = relation && relation->date ? relation->date : ng_article_head(article)->date;
  g_autofree char *date = iso ? ng_phrase_date(iso) : NULL;
  g_autofree char *why = ng_why_relation(article, evidence->relation);
  const char *const parts[] = {says       ? says
                               : relation ? relation->label
                                          : NULL,
                               relation ? relation->status : NULL, date, who_says(evidence->origin), why};
  GString *caption = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    if (parts[i] && *parts[i])
      g_string_append_printf(caption, "%s%s", caption->len ? " · " : "", parts[i]);
  return g_string_free(caption, FALSE);
}

/* Draws one sentence and returns the rows it took, its caption's or the blank one after it among them. */
static int draw_one(NgReader *reader, NgCanvas *canvas, NgRect rect, const NgEvidenceList *list, uint32_t i)
{
  const NgEvidence *it = &list->evidence[i];
  NgRect passage = {rect.row, rect.col + NG_EVIDENCE_INDENT, rect.rows, rect.cols - NG_EVIDENCE_INDENT};
  draw_number(reader->article, canvas, rect.row, rect.col, it->start);
  int rows = ng_passage_draw(reader, canvas, passage, (NgRange){it->start, it->end}, 0, NG_NONE);
  if (list->captions && rows < rect.rows) {
    g_autofree char *caption = caption_of(reader->article, it, list->says ? list->says[i] : NULL);
    ng_canvas_put_cut(canvas, rect.row + rows, passage.col, passage.cols, NG_ROLE_DIM, caption);
  }
  return rows + 1;
}

void ng_evidence_draw(NgReader *reader, NgCanvas *canvas, NgRect rect, const NgEvidenceList *list, uint32_t cursor)
{
  int row = 0;
  for (uint32_t i = first_shown(reader->article, rect, list, cursor); i < list->n && row < rect.rows; i++) {
    if (i == cursor) {
      ng_canvas_put(canvas, rect.row + row, rect.col - MARK_COLS, 1, NG_ROLE_KEY, "›", strlen("›"));
      ng_canvas_cursor(canvas, rect.row + row, rect.col);
    }
    row += draw_one(reader, canvas, (NgRect){rect.row + row, rect.col, rect.rows - row, rect.cols}, list, i);
  }
}
