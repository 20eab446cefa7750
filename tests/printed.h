/* What a writer of export prints, as a string. The caller frees it. */
#ifndef NG_TESTS_PRINTED_H
#define NG_TESTS_PRINTED_H

#include "export/export.h"

char *ng_printed_json(const NgArticle *article);
char *ng_printed_linear(const NgArticle *article, int cols);
char *ng_printed_text(const NgArticle *article, int cols, bool colour);
char *ng_printed_table(const NgArticle *article, NgTableSubject subject, NgTableStyle style, gsize *rows);
char *ng_printed_mentions(const NgArticle *article, uint32_t entity, bool colour, gsize *n);

#endif
