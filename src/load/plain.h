/* Plain text to an article: title, date line, byline, dateline, paragraphs. Whatever the source has, no character is lost but white space. */
#ifndef NG_PLAIN_H
#define NG_PLAIN_H

#include "load/decode.h"
#include "model/builder.h"

/* Reads the decoder to its end; `expected_bytes` are about as many as come, or 0. Blank lines and indented first lines part paragraphs. Lines that were
 * broken at a width to fit (of which the longest ones tell) are joined again; others stay as they are, a paragraph each. The title is a short first
 * paragraph of one line without a full stop. */
void ng_plain_run(NgDecoder *decoder, gsize expected_bytes, NgBuilder *builder);

/* ---- what single lines say; `line` is clean ---- */

/* "2023-05-08" of a line that tells a date and nothing else ("date 2023-05-08", "Monday, May 8, 2023", "8 May 2023"); NULL of any other. The
 * caller frees it. */
char *ng_plain_date(const char *line);

/* "BEIJING, May 8" of a paragraph that begins "BEIJING, May 8 (Agency) - "; NULL of any other. The caller frees it. */
char *ng_plain_dateline(const char *paragraph);

/* "Jane Doe" of the line "By Jane Doe"; NULL of any other. Borrowed from the line. */
const char *ng_plain_byline(const char *line);

#endif
