/* Which names of a text mean the same: the full name of a person, and the last or first word of it that stands alone. */
#ifndef NG_IDENTITY_H
#define NG_IDENTITY_H

#include "annotate/names.h"

typedef struct _NgIdentity NgIdentity;

/* `text` is the article's, and must stay. */
NgIdentity *ng_identity_new(const char *text);
void ng_identity_free(NgIdentity *identity);

/* A name that was found at these bytes; in text order. How sure that is, in per cent, and by which rule (static). */
void ng_identity_add(NgIdentity *identity, NgEntityKind kind, uint32_t start, uint32_t end, uint8_t confidence,
                     const char *rule);

/* Tells the builder of all of them. A name of one word means the one person of whose full name it is the last word, or else the first; where several
 * bear it, none of them. */
void ng_identity_tell(NgIdentity *identity, NgBuilder *builder);

/* The builder's handle of whom the name number `i`, in the order of adding, means; NG_NONE where that is no single one. After ng_identity_tell. */
uint32_t ng_identity_handle(const NgIdentity *identity, guint i);

#endif
