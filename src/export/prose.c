#include "export/prose.h"

#include "model/phrase.h"

#include <string.h>

static gint by_anchor(gconstpointer a, gconstpointer b)
{
  const NgNoteMark *left = a, *right = b;
  if (left->anchor != right->anchor)
    return left->anchor < right->anchor ? -1 : 1;
  return left->number < right->number ? -1 : 1;
}

NgProse ng_prose(const NgArticle *article, int cols, FILE *out)
{
  NgProse prose = {.article = article, .text = ng_article_text(article, NULL), .out = out, .cols = cols};
  prose.blocks = ng_article_blocks(article, &prose.n_blocks);
  prose.notes = g_array_new(FALSE, FALSE, sizeof(NgNoteMark));
  prose.rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  for (uint32_t i = 0; i < prose.n_blocks; i++)
    if (prose.blocks[i].anchor != NG_NONE) {
      NgNoteMark mark = {prose.blocks[i].anchor, prose.notes->len + 1};
      g_array_append_val(prose.notes, mark);
    }
  g_array_sort(prose.notes, by_anchor);
  return prose;
}

void ng_prose_clear(NgProse *prose)
{
  g_clear_pointer(&prose->notes, g_array_unref);
  g_clear_pointer(&prose->rows, g_array_unref);
}

void ng_prose_compose(NgProse *prose, uint32_t block, GString *composed, GArray *insertions)
{
  const NgBlock *it = &prose->blocks[block];
  gsize start = composed->len;
  uint32_t pos = it->start;
  for (; prose->next_note < prose->notes->len; prose->next_note++) {
    const NgNoteMark *mark = &g_array_index(prose->notes, NgNoteMark, prose->next_note);
    if (mark->anchor > it->end)
      break;
    uint32_t anchor = MAX(mark->anchor, pos);
    g_string_append_len(composed, prose->text + pos, anchor - pos);
    pos = anchor;
    NgInsertion insertion = {.pos = (uint32_t)(composed->len - start)};
    g_string_append_printf(composed, "[%u]", mark->number);
    insertion.bytes = (uint32_t)(composed->len - start) - insertion.pos;
    if (insertions != NULL)
      g_array_append_val(insertions, insertion);
  }
  g_string_append_len(composed, prose->text + pos, it->end - pos);
}

bool ng_prose_is_next_verse(const NgProse *prose, uint32_t block)
{
  return block > 0 && ng_block_is_next_verse(&prose->blocks[block], &prose->blocks[block - 1]);
}

char *ng_prose_note_mark(uint32_t note)
{
  return g_strdup_printf("[%u] ", note + 1);
}

void ng_prose_wrap(NgProse *prose, int first_indent, int indent, const char *text, gsize bytes)
{
  g_array_set_size(prose->rows, 0);
  ng_text_wrap(text, bytes, MAX(prose->cols - first_indent, 1), MAX(prose->cols - indent, 1), prose->rows);
}

void ng_prose_put(NgProse *prose, const char *first, int indent, const char *text, gsize bytes)
{
  ng_prose_wrap(prose, ng_text_cols(first, strlen(first)), indent, text, bytes);
  for (guint i = 0; i < prose->rows->len; i++) {
    NgRange row = g_array_index(prose->rows, NgRange, i);
    if (i == 0)
      fputs(first, prose->out);
    else if (row.end > row.start)
      fprintf(prose->out, "%*s", indent, "");
    fwrite_unlocked(text + row.start, 1, row.end - row.start, prose->out);
    putc_unlocked('\n', prose->out);
  }
}

char *ng_prose_date_line(const NgHead *head)
{
  if (head->date == NULL)
    return g_strdup(head->dateline);
  g_autofree char *date = ng_phrase_date(head->date);
  return head->dateline == NULL ? g_steal_pointer(&date) : g_strdup_printf("%s, %s", date, head->dateline);
}

char *ng_prose_byline(const NgHead *head)
{
  if (head->byline == NULL)
    return NULL;
  bool has_by = g_ascii_strncasecmp(head->byline, "by ", 3) == 0;
  return has_by ? g_strdup(head->byline) : g_strdup_printf("By %s", head->byline);
}
