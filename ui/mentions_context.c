/* Below the list of mentions: the paragraph of the current one, the other articles, and who stands in the same sentences. */
#include "ui/evidence.h"
#include "ui/mentions_private.h"

#include <string.h>

#define TWO_COLUMNS_COLS 76 /* narrower: no list of who shares the sentences */
#define COUNT_COLS       5
#define LOOK_BACK        2000 /* blocks in which a heading is looked for */

/* ---- the paragraph ---- */

static char *heading_before(const NgArticle *article, uint32_t block)
{
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(article, &n);
  const char *text = ng_article_text(article, NULL);
  for (uint32_t i = block + 1, look = 0; i-- > 0 && look < LOOK_BACK; look++)
    if (blocks[i].kind == NG_BLOCK_HEADING)
      return g_strndup(text + blocks[i].start, MIN(blocks[i].end - blocks[i].start, 1000u));
  return NULL;
}

static char *paragraph_title(const NgArticle *article, uint32_t block)
{
  g_autofree char *heading = heading_before(article, block);
  uint32_t number = ng_article_paragraph_number(article, block);
  if (number == 0)
    return g_strdup(heading ? heading : "Title");
  return heading ? g_strdup_printf("¶%2u  %s", number, heading) : g_strdup_printf("¶%2u", number);
}

/* Returns the rows used. */
static int draw_paragraph(const NgMentionsView *view, NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  uint32_t mention = ng_mentions_current(view), n;
  if (mention == NG_NONE || rect.rows < 2)
    return 0;
  uint32_t pos = ng_reader_mentions(reader)[mention].start, at = ng_article_block_at(reader->article, pos);
  const NgBlock *block = &ng_article_blocks(reader->article, &n)[at];
  g_autofree char *title = paragraph_title(reader->article, at);
  NgHeadLine head = {.title = title};
  ng_head_draw(&head, canvas, rect.row, rect.col, rect.cols);
  NgRange range = {block->start, block->end};
  int row = ng_passage_row_of(reader->article, range, rect.cols, pos), height = rect.rows - 1;
  int all = ng_passage_rows(reader->article, range, rect.cols, row + height);
  int first = row < height - 1 ? 0 : CLAMP(row - height / 2, 0, MAX(all - height, 0));
  return 1 +
         ng_passage_draw(reader, canvas, (NgRect){rect.row + 1, rect.col, height, rect.cols}, range, first, mention);
}

/* ---- elsewhere ---- */

static void draw_elsewhere(const NgMentionsView *view, NgCanvas *canvas, NgRect rect)
{
  uint32_t mentions = 0;
  for (guint i = 0; i < view->elsewhere->len; i++)
    mentions += g_array_index(view->elsewhere, NgKept, i).n_mentions;
  g_autofree char *right = g_strdup_printf("%u", mentions);
  NgHeadLine head = {.title = "Elsewhere", .right = right};
  ng_head_draw(&head, canvas, rect.row, rect.col, rect.cols);
  guint height = (guint)(rect.rows - 1), first = 0;
  if (view->cursor >= view->rows->len + height)
    first = view->cursor - view->rows->len - height + 1;
  for (guint i = first; i < view->elsewhere->len && i - first < height; i++)
    ng_mentions_draw_article(view, i, canvas, rect.row + 1 + (int)(i - first), rect.col, rect.cols);
}

/* ---- in the same sentences ---- */

/* In which bins of a strip the other one is named in those sentences. */
static void shared_bins(const NgMentionsView *view, NgReader *reader, const NgCoMention *pair, uint8_t *bins,
                        uint32_t n)
{
  uint32_t n_mentions;
  const NgMention *mentions = ng_article_mentions(reader->article, &n_mentions);
  for (uint32_t i = 0; i < pair->count; i++) {
    NgRange sentence = g_array_index(view->shared->evidence, NgRange, pair->first_evidence + i);
    uint32_t k = ng_article_first_mention_from(reader->article, sentence.start);
    while (k < n_mentions && mentions[k].start < sentence.end && mentions[k].entity != pair->b)
      k++;
    uint32_t bin = ng_strip_bin(reader->article, k < n_mentions ? mentions[k].start : sentence.start, n);
    bins[bin] = (uint8_t)MIN(bins[bin] + 1, 2);
  }
}

static void draw_shared_strip(const NgMentionsView *view, NgReader *reader, const NgCoMention *pair, NgCanvas *canvas,
                              NgRect strip)
{
  g_autofree uint8_t *bins = g_new0(uint8_t, (gsize)strip.cols);
  shared_bins(view, reader, pair, bins, (uint32_t)strip.cols);
  for (int i = 0; i < strip.cols; i++) {
    NgArm up = bins[i] == 0 ? NG_ARM_NONE : bins[i] == 1 ? NG_ARM_LIGHT : NG_ARM_HEAVY;
    ng_canvas_arms(canvas, strip.row, strip.col + i, bins[i] ? NG_ROLE_TICK : NG_ROLE_FAINT,
                   NG_ARMS(NG_ARM_LIGHT, NG_ARM_LIGHT, up, 0));
  }
}

static void draw_shared(const NgMentionsView *view, NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  g_autofree char *right = g_strdup_printf("%u", view->shared->pairs->len);
  NgHeadLine head = {.title = "In the same sentences", .right = right};
  ng_head_draw(&head, canvas, rect.row, rect.col, rect.cols);
  int name_cols = rect.cols * 3 / 8 + 1,
      strip_cols = MIN((rect.cols - COUNT_COLS) * 4 / 7, rect.cols - COUNT_COLS - name_cols);
  for (guint i = 0; i < view->shared->pairs->len && (int)i < rect.rows - 1; i++) {
    const NgCoMention *pair = &g_array_index(view->shared->pairs, NgCoMention, i);
    const NgEntity *other = &ng_reader_entities(reader)[pair->b];
    g_autofree char *count = g_strdup_printf("%u", pair->count);
    int row = rect.row + 1 + (int)i;
    ng_canvas_put_cut(canvas, row, rect.col, name_cols - 1, ng_role_of_kind(other->kind), other->name);
    if (strip_cols > 4)
      draw_shared_strip(view, reader, pair, canvas, (NgRect){row, rect.col + name_cols, 1, strip_cols});
    ng_canvas_put_right(canvas, row, rect.col, rect.cols, NG_ROLE_TEXT, count);
  }
}

void ng_mentions_draw_context(const NgMentionsView *view, NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  NgRect left = rect;
  if (rect.cols >= TWO_COLUMNS_COLS) {
    left.cols = rect.cols * 9 / 16;
    int gap = rect.cols >= 100 ? 4 : 3;
    draw_shared(view, reader, canvas,
                (NgRect){rect.row, rect.col + left.cols + gap, rect.rows, rect.cols - left.cols - gap});
  }
  int gap = rect.rows >= 14 ? 2 : 1;
  int articles = view->elsewhere->len ? MIN((int)view->elsewhere->len, MAX(rect.rows / 4, 1)) + 1 + gap : 0;
  int used = draw_paragraph(view, reader, canvas, (NgRect){left.row, left.col, left.rows - articles, left.cols});
  if (articles && left.rows - used - gap >= 2)
    draw_elsewhere(view, canvas, (NgRect){left.row + used + gap, left.col, left.rows - used - gap, left.cols});
}
