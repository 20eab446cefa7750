#include "ui/evidence.h"

#include "model/phrase.h"
#include "ui/joined.h"
#include "ui/who.h"

#include <string.h>

#define MARK_COLS        2  /* `› ` */
#define LEAST_TITLE_COLS 16 /* a title cut shorter tells nothing */

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

const NgArticle *ng_evidence_article(const NgReader *reader, const NgEvidenceList *list, uint32_t i)
{
  return list->joined ? g_ptr_array_index(list->joined->articles, list->evidence[i].article) : reader->article;
}

/* Whether the row below a sentence is written in. Without captions, sentences of one article are told so once, below the first. */
static bool has_caption(const NgEvidenceList *list, uint32_t i)
{
  if (list->captions || !list->joined)
    return list->captions;
  return i == 0 || list->evidence[i - 1].article != list->evidence[i].article;
}

/* The rows between a sentence and the next one: its caption's, else a blank one where there is room for such. */
static int rows_after(const NgReader *reader, const NgEvidenceList *list, uint32_t i)
{
  return has_caption(list, i) || reader->gaps ? 1 : 0;
}

static int rows_of(const NgReader *reader, const NgEvidenceList *list, uint32_t i, int cols, int most)
{
  NgRange range = {list->evidence[i].start, list->evidence[i].end};
  return ng_passage_rows(ng_evidence_article(reader, list, i), range, cols - NG_EVIDENCE_INDENT, most);
}

int ng_evidence_rows(const NgReader *reader, const NgEvidenceList *list, int cols, int most)
{
  int rows = 0;
  for (uint32_t i = 0; i < list->n && rows < most; i++)
    rows += (i > 0 ? rows_after(reader, list, i - 1) : 0) + rows_of(reader, list, i, cols, most);
  return MIN(rows + (list->n > 0 && has_caption(list, list->n - 1) ? 1 : 0), most);
}

/* The first sentence to show, so that all of the one under the cursor has room. */
static uint32_t first_shown(const NgReader *reader, NgRect rect, const NgEvidenceList *list, uint32_t cursor)
{
  if (cursor == NG_NONE)
    return 0;
  int rows = rows_of(reader, list, cursor, rect.cols, rect.rows) + (has_caption(list, cursor) ? 1 : 0);
  uint32_t first = cursor;
  while (first > 0) {
    rows += rows_after(reader, list, first - 1) + rows_of(reader, list, first - 1, rect.cols, rect.rows);
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

/* ---- what is said of them ---- */

/* The parts that are there, with a dot between them. The caller frees it. */
static char *dotted(const char *const *parts, gsize n)
{
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < n; i++)
    if (parts[i] && *parts[i])
      g_string_append_printf(text, "%s%s", text->len ? " · " : "", parts[i]);
  return g_string_free(text, FALSE);
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
                               relation ? relation->status : NULL, date, ng_phrase_origin(evidence->origin), why};
  return dotted(parts, G_N_ELEMENTS(parts));
}

char *ng_short_title(const NgArticle *article, int cols)
{
  const char *title = ng_article_head(article)->title;
  g_autofree char *clean = title ? ng_text_clean_line(title, strlen(title)) : g_strdup("");
  if (ng_text_cols(clean, strlen(clean)) <= cols)
    return g_steal_pointer(&clean);
  gsize fits = ng_text_fit(clean, strlen(clean), cols - 1, NULL);
  while (fits > 0 && clean[fits - 1] == ' ')
    fits--;
  return g_strdup_printf("%.*s…", (int)fits, clean);
}

/* Of several articles: which one, in front of the caption, or of its date alone. */
static char *caption_among(const NgArticle *article, const char *caption, int cols)
{
  const char *iso = ng_article_head(article)->date;
  g_autofree char *date = iso ? ng_phrase_date(iso) : g_strdup("");
  const char *rest = caption ? caption : date;
  int room = cols - ng_text_cols(rest, strlen(rest)) - 3;
  g_autofree char *title = ng_short_title(article, MAX(room, MIN(LEAST_TITLE_COLS, cols)));
  const char *const parts[] = {title, rest};
  return dotted(parts, G_N_ELEMENTS(parts));
}

/* What stands below a sentence; NULL: nothing. */
static char *below(const NgReader *reader, const NgEvidenceList *list, uint32_t i, int cols)
{
  if (!has_caption(list, i))
    return NULL;
  const NgArticle *article = ng_evidence_article(reader, list, i);
  g_autofree char *caption =
      list->captions ? caption_of(article, &list->evidence[i], list->says ? list->says[i] : NULL) : NULL;
  return list->joined ? caption_among(article, caption, cols) : g_steal_pointer(&caption);
}

static uint32_t count_articles(const NgEvidenceList *list)
{
  g_autoptr(GHashTable) articles = g_hash_table_new(NULL, NULL);
  for (uint32_t i = 0; i < list->n; i++)
    g_hash_table_add(articles, GUINT_TO_POINTER(list->evidence[i].article));
  return g_hash_table_size(articles);
}

char *ng_evidence_count(const NgReader *reader, const NgEvidenceList *list, const char *how, int cols)
{
  uint32_t n_articles = list->joined ? count_articles(list) : MIN(list->n, 1u);
  const NgHead *head = n_articles == 1 ? ng_article_head(ng_evidence_article(reader, list, 0)) : NULL;
  g_autofree char *date = head && head->date ? ng_phrase_date(head->date) : NULL;
  g_autofree char *articles = n_articles > 1 ? ng_phrase_count(n_articles, "article", "articles") : NULL;
  g_autofree char *sentences = ng_phrase_count(list->n, "sentence", "sentences");
  g_autofree char *count = g_strdup_printf("%u", list->n);
  const char *const forms[][4] = {{articles, date, sentences, how},
                                  {articles, date, sentences, NULL},
                                  {articles, date, count, NULL},
                                  {NULL, date, count, NULL},
                                  {NULL, NULL, count, NULL}};
  gsize first = head && head->title ? 0 : G_N_ELEMENTS(forms);
  for (gsize i = first; i < 2 * G_N_ELEMENTS(forms); i++) { /* each with a title first, then without */
    bool titled = i < G_N_ELEMENTS(forms);
    g_autofree char *text = dotted(forms[i % G_N_ELEMENTS(forms)], G_N_ELEMENTS(forms[0]));
    int room = cols - ng_text_cols(text, strlen(text)) - (titled ? 3 : 0);
    g_autofree char *title = titled ? ng_short_title(ng_evidence_article(reader, list, 0), MAX(room, 1)) : NULL;
    const char *const parts[] = {title, text};
    if (room >= (titled ? LEAST_TITLE_COLS : 0))
      return dotted(parts, G_N_ELEMENTS(parts));
  }
  return g_steal_pointer(&count);
}

/* ---- drawing them ---- */

/* A reader of the article of a piece of evidence, as far as quoting asks one. */
static NgReader quoting(const NgReader *reader, const NgEvidenceList *list, uint32_t i)
{
  NgReader other = {.article = ng_evidence_article(reader, list, i),
                    .entity = NG_NONE,
                    .mention = NG_NONE,
                    .note = NG_NONE,
                    .weak_below = reader->weak_below};
  uint32_t own = ng_joined_index(list->joined, reader->article);
  if (own != NG_NONE && reader->entity != NG_NONE)
    other.entity = ng_joined_entity_in(list->joined, (NgWholePlace){own, reader->entity}, list->evidence[i].article);
  return other;
}

/* Draws one sentence and returns the rows it took, its caption's or the blank one after it among them. */
static int draw_one(NgReader *reader, NgCanvas *canvas, NgRect rect, const NgEvidenceList *list, uint32_t i)
{
  const NgEvidence *it = &list->evidence[i];
  NgRect passage = {rect.row, rect.col + NG_EVIDENCE_INDENT, rect.rows, rect.cols - NG_EVIDENCE_INDENT};
  NgRange range = {it->start, it->end};
  draw_number(ng_evidence_article(reader, list, i), canvas, rect.row, rect.col, it->start);
  NgReader other;
  if (list->joined)
    other = quoting(reader, list, i);
  int rows = ng_passage_draw(list->joined ? &other : reader, canvas, passage, range, 0, NG_NONE);
  g_autofree char *caption = rows < rect.rows ? below(reader, list, i, passage.cols) : NULL;
  if (caption)
    ng_canvas_put_cut(canvas, rect.row + rows, passage.col, passage.cols, NG_ROLE_DIM, caption);
  return rows + rows_after(reader, list, i);
}

void ng_evidence_draw(NgReader *reader, NgCanvas *canvas, NgRect rect, const NgEvidenceList *list, uint32_t cursor)
{
  int row = 0;
  for (uint32_t i = first_shown(reader, rect, list, cursor); i < list->n && row < rect.rows; i++) {
    if (i == cursor) {
      ng_canvas_put(canvas, rect.row + row, rect.col - MARK_COLS, 1, NG_ROLE_KEY, "›", strlen("›"));
      ng_canvas_cursor(canvas, rect.row + row, rect.col);
    }
    row += draw_one(reader, canvas, (NgRect){rect.row + row, rect.col, rect.rows - row, rect.cols}, list, i);
  }
}
