/* Which language a text is in, by the commonest words of some languages; of a text in another script, which script. */
#ifndef NG_ANNOTATE_LANGUAGE_H
#define NG_ANNOTATE_LANGUAGE_H

#include "annotate/tokens.h"

/* BCP 47: "en", "fr"; "und-Latn", "und-Cyrl" of a language that is not known, by its script. Static. The first words in small letters tell; a text with hardly
 * any, such as a headline or a table, is English if it is all ASCII. */
const char *ng_language_of(const NgToken *tokens, gsize n, const char *text);

#endif
