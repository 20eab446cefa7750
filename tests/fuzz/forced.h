/* Any bytes through one dialect, whatever their root is called. */
#ifndef NG_FUZZ_FORCED_H
#define NG_FUZZ_FORCED_H

#include "load/sax.h"

/* Aborts where the article does not keep what article.h promises. */
void ng_fuzz_forced(const NgSaxDialect *dialect, const uint8_t *bytes, size_t n_bytes);

#endif
