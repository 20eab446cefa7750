/* Other names of countries and organisations. */
#ifndef NG_ALIASES_H
#define NG_ALIASES_H

#include "model/model.h"

/* The name that a country or an organisation is shown by where news calls it by several ("u.s.", "un"); NULL for any other. `folded`: ng_text_fold. */
const char *ng_aliases_common(NgEntityKind kind, const char *folded);

/* What organisations of one text are called for short: their initials, their names without "Inc." */
typedef struct _NgAliases NgAliases;

NgAliases *ng_aliases_new(void);
void ng_aliases_free(NgAliases *aliases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgAliases, ng_aliases_free)

/* That an organisation has this name; the number is the caller's. */
void ng_aliases_learn(NgAliases *aliases, const char *name, uint32_t number);

/* The number of the one organisation that the name is short for; `number`, its own, where there is none or several. */
uint32_t ng_aliases_full(const NgAliases *aliases, const char *name, uint32_t number);

#endif
