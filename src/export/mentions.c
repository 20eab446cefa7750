/* Mentions as grep would print them. */
#include "export/export.h"

#include <string.h>

#define SGR_RESET "\033[0m"
#define SGR_BOLD  "\033[1m"
#define SGR_DIM   "\033[2m"

static void put_range(const char *text, uint32_t start, uint32_t end, FILE *out)
{
  for (; start < end; start++)
    putc_unlocked(text[start] == '\n' ? ' ' : text[start], out);
}

gsize ng_export_mentions(const NgArticle *article, uint32_t entity, bool colour, FILE *out)
{
  uint32_t n, n_all;
  const uint32_t *indices = ng_article_mentions_of(article, entity, &n);
  const NgMention *mentions = ng_article_mentions(article, &n_all);
  const char *text = ng_article_text(article, NULL), *source = ng_article_head(article)->source;
  g_autofree char *name = ng_text_clean_line(source, strlen(source));
  for (uint32_t i = 0; i < n; i++) {
    const NgMention *mention = &mentions[indices[i]];
    NgRange sentence = ng_article_sentence_at(article, mention->start);
    uint32_t line = ng_article_line_at(article, mention->start), end = MAX(sentence.end, mention->end);
    fprintf(out, "%s%s:", colour ? SGR_DIM : "", name);
    if (line > 0)
      fprintf(out, "%u:", line);
    fprintf(out, "%s ", colour ? SGR_RESET : "");
    put_range(text, MIN(sentence.start, mention->start), mention->start, out);
    fputs(colour ? SGR_BOLD : "", out);
    put_range(text, mention->start, mention->end, out);
    fputs(colour ? SGR_RESET : "", out);
    put_range(text, mention->end, end, out);
    putc_unlocked('\n', out);
  }
  return n;
}
