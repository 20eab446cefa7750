/* Which names of a text mean the same: a person's full name and its short forms, a country's names, an organisation and its initials. And what people are
 * said to be. */
#ifndef NG_IDENTITY_H
#define NG_IDENTITY_H

#include "annotate/roles.h"

typedef struct _NgIdentity NgIdentity;

/* `text` is the article's, and must stay. */
NgIdentity *ng_identity_new(const char *text);
void ng_identity_free(NgIdentity *identity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgIdentity, ng_identity_free)

/* That so many more names will be added, and about so many there will be in all, for the memory. */
void ng_identity_expect(NgIdentity *identity, guint more, guint all);

/* A name that was found at these bytes; in text order. How sure that is, in per cent, and by which rule (static). */
void ng_identity_add(NgIdentity *identity, NgEntityKind kind, uint32_t start, uint32_t end, uint8_t confidence,
                     const char *rule);

/* What stands beside the person added last. */
void ng_identity_add_roles(NgIdentity *identity, const NgRoles *roles);

/* The country of the place added last, as it is called there. */
void ng_identity_add_country(NgIdentity *identity, uint32_t start, uint32_t end);

/* Decides who is who, after the last name. A name of one word means the one person of whose full name it is the last word, or else the first. Where several
 * bear it, it means the one of them who was named shortly before, or nobody else. */
void ng_identity_settle(NgIdentity *identity);

/* Whom the name number `i`, in the order of adding, means: equal numbers for equal persons, places, organisations. NG_NONE for a couple of two known
 * people. After ng_identity_settle. */
uint32_t ng_identity_whose(const NgIdentity *identity, guint i);

/* The number of a name whose person is the only one among the names from `first` to `end`, and may be addressed so; NG_NONE if there is none. */
uint32_t ng_identity_only_person(const NgIdentity *identity, guint first, guint end, NgAddress address);

/* The name (as ng_identity_whose) of the one person who is said to be what a role noun says, for a country: ranges of the text; NG_NONE if there is none, or
 * several. An official may be a minister, a leader a president. */
uint32_t ng_identity_with_role(const NgIdentity *identity, NgRange country, NgRange head);

/* Tells the builder of all of them. After ng_identity_settle. */
void ng_identity_tell(NgIdentity *identity, NgBuilder *builder);

/* The builder's handle of whom the name number `i`, in the order of adding, means; NG_NONE where that is no single one. After ng_identity_tell. */
uint32_t ng_identity_handle(const NgIdentity *identity, guint i);

/* The same of one that ng_identity_whose gives. */
uint32_t ng_identity_handle_of_whose(const NgIdentity *identity, uint32_t whose);

#endif
