/* A search in the article's text: a regular expression, or the words themselves where it is none; capitals in it make case matter.
 *
 * The next match is found at once; all matches are counted bit by bit, so that typing stays quick in a book. */
#ifndef NG_SEARCH_H
#define NG_SEARCH_H

#include "model/model.h"

typedef struct _NgSearch NgSearch;

/* A search for `pattern`, which is not empty. The caller frees it. */
NgSearch *ng_search_new(const NgArticle *article, const char *pattern);
void ng_search_free(NgSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgSearch, ng_search_free)

const char *ng_search_pattern(const NgSearch *search);

/* Counts on, for about `milliseconds`. True while there is more to do. */
bool ng_search_count(NgSearch *search, double milliseconds);

/* The first match that starts at or after pos; if there is none, and `wrap`, the first of all. False if nothing matches. */
bool ng_search_next(NgSearch *search, uint32_t pos, bool wrap, NgRange *match);

/* The last match that starts before pos; if there is none, the last of all. */
bool ng_search_previous(NgSearch *search, uint32_t pos, NgRange *match);

/* How many matches are known, whether that is all, and which one (from 1) starts at pos: 0 if none does. */
uint32_t ng_search_known(const NgSearch *search, bool *all);
uint32_t ng_search_ordinal(const NgSearch *search, uint32_t pos);

/* The current match: where n and N go on from. Empty at first. */
NgRange ng_search_current(const NgSearch *search);
void ng_search_set_current(NgSearch *search, NgRange match);

/* Calls `found` for each match that touches text[start, end), in order. */
void ng_search_each(NgSearch *search, uint32_t start, uint32_t end, void (*found)(NgRange match, void *user),
                    void *user);

#endif
