/* Dates, places and counts as a reader would say them. */
#ifndef NG_PHRASE_H
#define NG_PHRASE_H

#include "model/article.h"

/* An ISO 8601 date in words, as exact as it is given: "2023-05-08" (with or without a time) is "8 May 2023", "2023-05" is
 * "May 2023"; an interval "2023-05-08/2023-05-12" is "8 May 2023 to 12 May 2023"; anything else stays as it is. The caller frees it. */
char *ng_phrase_date(const char *iso);

/* Degrees to one decimal: "39.9N 116.4E". The caller frees it. */
char *ng_phrase_position(double lat_deg, double lon_deg);

/* "1 mention", "9 mentions". The caller frees it. */
char *ng_phrase_count(uint32_t n, const char *one, const char *many);

/* "French" of "fr" or "fr-CA", "this language" of one that has no name here, such as "und-Latn". */
const char *ng_phrase_language(const char *bcp47);

/* Who says so: "marked in the text", "by the annotator", "named together", "told by you". */
const char *ng_phrase_origin(NgOrigin origin);

/* The same of all relations of an article: "marked in the text", "found by the annotator", or where there are both, "marked or found". */
const char *ng_phrase_relations(const NgArticle *article);

/* "People", "Places", "Organisations", "Events". */
const char *ng_phrase_kind_head(NgEntityKind kind);

/* The same in running text, for one and for several: "person", "people". */
const char *ng_phrase_kind(NgEntityKind kind, uint32_t n);

#endif
