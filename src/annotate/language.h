/* Whether a text is English, by its commonest words. */
#ifndef NG_ANNOTATE_LANGUAGE_H
#define NG_ANNOTATE_LANGUAGE_H

#include "annotate/tokens.h"

/* Of the first words in small letters enough are among the commonest of English. A text with hardly any word in small letters passes if it is all ASCII. */
bool ng_is_english(const NgToken *tokens, gsize n, const char *text);

#endif
