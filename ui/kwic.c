#include "ui/kwic.h"

#include "ui/status.h"

#include <string.h>

#define ELLIPSIS      "… "
#define ELLIPSIS_COLS 2
#define MOST_NEEDED   1000 /* rows that a pane asks for */

int ng_kwic_name_col(int cols)
{
  return MAX((cols - 1) * 9 / 20 - 3, 0);
}

/* Where what is shown of text[start, end) begins, so that it fits `cols` with the ellipsis that it then needs: at a word. */
static uint32_t left_from(const char *text, uint32_t start, uint32_t end, int cols)
{
  uint32_t most = (uint32_t)MAX(cols, 0) * 16 + 64, from = start;
  if (end - start > most)
    for (from = end - most; from < end && ((unsigned char)text[from] & 0xc0) == 0x80;)
      from++;
  gsize at = ng_text_fit_end(text + from, end - from, cols, NULL);
  if (at == 0 && from == start)
    return start;
  at = ng_text_fit_end(text + from, end - from, MAX(cols - ELLIPSIS_COLS, 0), NULL) + from;
  while (at < end && at > start && text[at - 1] != ' ')
    at = ng_text_cluster_end(text, end, at);
  return (uint32_t)at;
}

void ng_kwic_draw(NgReader *reader, NgCanvas *canvas, int row, int col, int cols, uint32_t mention, bool chosen)
{
  const NgMention *m = &ng_reader_mentions(reader)[mention];
  const char *text = ng_article_text(reader->article, NULL);
  NgRange sentence = ng_article_sentence_at(reader->article, m->start);
  int name_col = ng_kwic_name_col(cols);
  uint32_t from = left_from(text, sentence.start, m->start, name_col);
  int left_cols = ng_text_cols(text + from, m->start - from), left = col + name_col - left_cols;
  if (from > sentence.start && name_col >= left_cols + ELLIPSIS_COLS)
    ng_canvas_put(canvas, row, left - ELLIPSIS_COLS, ELLIPSIS_COLS, NG_ROLE_DIM, ELLIPSIS, strlen(ELLIPSIS));
  if (from < m->start)
    ng_quote_draw(reader, canvas, row, left, left_cols, (NgRange){from, m->start}, NG_NONE);
  NgRange right = {m->start, MAX(sentence.end, m->end)};
  ng_quote_draw(reader, canvas, row, col + name_col, cols - name_col, right, chosen ? mention : NG_NONE);
}

/* ---- the pane ---- */

void ng_mentions_pane_needs(NgReader *reader, int cols, int *needs, int *more)
{
  (void)cols;
  const NgEntity *selected = ng_reader_selected(reader);
  *needs = selected && selected->n_mentions ? 1 + (int)MIN(selected->n_mentions, (uint32_t)MOST_NEEDED) : 0;
  *more = 0;
}

void ng_mentions_pane_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgEntity *selected = ng_reader_selected(reader);
  if (!selected)
    return;
  uint32_t n, height = (uint32_t)MAX(rect.rows - 1, 0);
  const uint32_t *own = ng_article_mentions_of(reader->article, reader->entity, &n);
  g_autofree char *title = g_strdup_printf("Mentions of %s", selected->name), *right = g_strdup_printf("%u", n);
  NgHeadLine head = {.title = title, .right = right};
  ng_head_draw(&head, canvas, rect.row, rect.col + NG_MARK_COLS, rect.cols - NG_MARK_COLS);
  uint32_t here = reader->mention == NG_NONE ? 0 : ng_article_mention_ordinal(reader->article, reader->mention);
  uint32_t top = here > height / 2 ? MIN(here - height / 2, n > height ? n - height : 0) : 0;
  int number_cols = n > 99 ? snprintf(NULL, 0, "%u", n) : 2, col = rect.col + 1 + number_cols + 1;
  for (uint32_t i = top; i < n && i - top < height; i++) {
    bool current = own[i] == reader->mention;
    int row = rect.row + 1 + (int)(i - top);
    g_autofree char *number = g_strdup_printf("%*u", n > 9 ? number_cols : 1, i + 1);
    if (current)
      ng_canvas_put(canvas, row, rect.col, 1, NG_ROLE_KEY, "›", strlen("›"));
    ng_canvas_put_cut(canvas, row, rect.col + 1, number_cols, current ? NG_ROLE_STRONG : NG_ROLE_DIM, number);
    ng_kwic_draw(reader, canvas, row, col, rect.col + rect.cols - col, own[i], current);
  }
}
