/* What a text says of a place beside its name. */
#ifndef NG_PLACES_H
#define NG_PLACES_H

#include "annotate/names.h"

/* The number of the name that is the country of the place number `i`: "Bali, in Indonesia", "Paris, France,"; NG_NONE where none is told. */
uint32_t ng_places_country(const NgToken *tokens, gsize n, const char *text, const NgName *names, guint n_names,
                           guint i);

/* A name in capitals as it is written otherwise: "New York" of "NEW YORK". The caller frees it. */
char *ng_places_quiet(const char *name);

#endif
