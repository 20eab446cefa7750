/* Finding an entity by what a person types. */
#ifndef NG_FIND_H
#define NG_FIND_H

#include "model/article.h"

/* The entity called `name`: by id, by name, by alias, then by a whole word of its name; case and white space do not matter. Of several, the
 * answer is none: NG_NONE, with `nearest` (NULL-terminated, at most 5, owned by the caller, freed with g_strfreev) the names that
 * could be meant or that are spelt most alike. `nearest` may be NULL. Returns the index of the entity. */
uint32_t ng_find_entity(const NgArticle *article, const char *name, char ***nearest);

#endif
