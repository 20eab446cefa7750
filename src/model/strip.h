/* Strips: where in an article an entity's mentions fall, in a number of bins. A list's row lays one on its side, the minimap stands it up. */
#ifndef NG_STRIP_H
#define NG_STRIP_H

#include "model/article.h"

/* The bin of a pos: the text is cut into `n_bins` of equal length in bytes. n_bins > 0; a pos beyond the text falls into the last one. */
uint32_t ng_strip_bin(const NgArticle *article, uint32_t pos, uint32_t n_bins);

/* Fills `bins`, `n_bins` of them, with how many mentions of the entity start in each: 0, 1, or 2 for several. */
void ng_strip_bins(const NgArticle *article, uint32_t entity, uint8_t *bins, uint32_t n_bins);

#endif
