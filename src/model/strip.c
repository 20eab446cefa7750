#include "model/strip.h"

#include <string.h>

uint32_t ng_strip_bin(const NgArticle *article, uint32_t pos, uint32_t n_bins)
{
  uint32_t bytes;
  ng_article_text(article, &bytes);
  return pos >= bytes ? n_bins - 1 : (uint32_t)((uint64_t)pos * n_bins / bytes);
}

void ng_strip_bins(const NgArticle *article, uint32_t entity, uint8_t *bins, uint32_t n_bins)
{
  memset(bins, 0, n_bins);
  if (n_bins == 0)
    return;
  uint32_t n, n_mentions;
  const NgMention *mentions = ng_article_mentions(article, &n_mentions);
  const uint32_t *own = ng_article_mentions_of(article, entity, &n);
  for (uint32_t i = 0; i < n; i++) {
    uint8_t *bin = &bins[ng_strip_bin(article, mentions[own[i]].start, n_bins)];
    *bin = (uint8_t)MIN(*bin + 1, 2);
  }
}
