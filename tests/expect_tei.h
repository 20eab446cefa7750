/* What must hold of any article as TEI. `what` names the article in the message. */
#ifndef NG_TESTS_EXPECT_TEI_H
#define NG_TESTS_EXPECT_TEI_H

#include "model/model.h"

/* Loaded again it is the same article. */
void ng_expect_same_tei(const NgArticle *article, const char *what);

/* It is valid by the schema of the recommended mark-up. */
void ng_expect_valid_tei(const NgArticle *article, const char *what);

/* What stands in its <body> when it is written as TEI. The caller frees it. */
char *ng_tei_body_of(const NgArticle *article);

#endif
