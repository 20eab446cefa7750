/* Where in a plain text that was read the text of its article stands. */
#ifndef NG_PLAIN_SOURCE_H
#define NG_PLAIN_SOURCE_H

#include "model/model.h"

/* `bytes` are the input as it stood, of which the plain text loader made the article. Turns byte positions of the article's text (`n`, ascending) into code
 * points of the input: those where ranges start become where their first character stands, those where ranges end (`is_end`) what comes right behind
 * the last. They differ by the white space that was folded, by what NFC composed, and by a title that the input has further down. False where the
 * article was not made of these bytes. Linear in both. */
bool ng_plain_source_points(const NgArticle *article, const char *bytes, gsize n_bytes, const uint32_t *positions,
                            const bool *is_end, uint32_t *points, gsize n);

#endif
