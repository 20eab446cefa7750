/* All that article.h promises of any article, checked: for tests of the builder and the loaders, and for fuzz targets. */
#ifndef NG_TESTS_INVARIANTS_H
#define NG_TESTS_INVARIANTS_H

#include "model/model.h"

/* The first promise that the article breaks, in words, or NULL if it keeps them all. Linear in the article. The caller frees it. */
char *ng_invariants_broken(const NgArticle *article);

#endif
