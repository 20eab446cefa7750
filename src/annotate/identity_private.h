/* What the identity's files share: names and whom they mean (identity.c), what people are said to be and which words stand for them
 * (identity_roles.c). */
#ifndef NG_IDENTITY_PRIVATE_H
#define NG_IDENTITY_PRIVATE_H

#include "annotate/identity.h"
#include "annotate/people.h"

/* A name where it stands. */
typedef struct {
  uint32_t start, end;
  uint32_t name;  /* as it is spelled, into names */
  uint32_t whose; /* the name of whom it means; NG_NONE: of a couple */
  const char *rule;
  uint8_t confidence, address;
} NgIdentityFound;

/* One spelling of one kind, whatever its letters and spaces. */
typedef struct {
  const char *shown;     /* as it stands first */
  uint32_t person;       /* of a person's: into people */
  uint32_t alias_of;     /* of the others: the name that stands for it, or its own */
  uint32_t seen;         /* of a person's: the end of the last mention so far; 0 before the first */
  uint32_t handle;       /* of the builder's, or NG_NONE */
  uint8_t kind, address; /* of a full name: how it is addressed */
  const char *role;      /* of a person's, or NULL */
  const char *country;   /* of a place's, or NULL */
} NgIdentityName;

/* What was read beside a name. */
typedef struct {
  guint found;
  NgRoles roles;
} NgIdentityBeside;

/* One of the things that somebody is said to be. */
typedef struct {
  uint32_t whose;
  guint kinds; /* NG_ROLE_* of its head */
  const char *role, *head;
  gsize head_bytes;
} NgIdentityRole;

struct _NgIdentity {
  const char *text;
  GArray *found;           /* NgIdentityFound */
  GArray *names;           /* NgIdentityName */
  GArray *beside;          /* NgIdentityBeside, in the order of names */
  GHashTable *by_spelling; /* Spelling to the name + 1 */
  GHashTable *by_folded;   /* kind and folded name to the name + 1 */
  GArray *roles;           /* NgIdentityRole */
  GArray *people_names;    /* uint32_t: of each name in people the name here */
  NgPeople *people;
  GHashTable *chosen; /* a short name of several and an address to whom it meant last, + 1 */
  GStringChunk *strings;
};

static inline NgIdentityName *ng_identity_name_at(const NgIdentity *identity, uint32_t i)
{
  return &g_array_index(identity->names, NgIdentityName, i);
}

static inline NgIdentityFound *ng_identity_found_at(const NgIdentity *identity, guint i)
{
  return &g_array_index(identity->found, NgIdentityFound, i);
}

/* Whether a person may be addressed so, as far as is known. */
static inline bool ng_identity_may_be_addressed(const NgIdentity *identity, uint32_t name, uint8_t address)
{
  uint8_t known = ng_identity_name_at(identity, name)->address;
  return !known || !address || known == address;
}

static inline bool ng_identity_is_empty(NgRange range)
{
  return range.end <= range.start;
}

/* What stands beside somebody's name is said of that person. */
void ng_identity_keep_roles(NgIdentity *identity, uint32_t whom, const NgRoles *roles);

#endif
