/* Out as TEI and in again: for tests and for fuzz targets. */
#ifndef NG_TESTS_ROUND_TRIP_H
#define NG_TESTS_ROUND_TRIP_H

#include "model/model.h"

/* Writes the article as TEI, loads that, and compares the two as JSON (all of it but `source`, `format` and `diagnostics`), and the records,
 * roles, styles, links, dates and places that JSON does not hold. NULL if they are the same, else what differs, in a few lines. The caller
 * frees it. */
char *ng_round_trip_differs(const NgArticle *article);

/* The article as TEI. The caller frees it. */
char *ng_printed_tei(const NgArticle *article, gsize *bytes);

#endif
