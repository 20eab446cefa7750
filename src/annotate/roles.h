/* What people are said to be beside their names: titles before, appositions after, as the text has them. */
#ifndef NG_ROLES_H
#define NG_ROLES_H

#include "annotate/names.h"

typedef enum { NG_ADDRESS_NONE, NG_ADDRESS_MAN, NG_ADDRESS_WOMAN, NG_ADDRESS_COUPLE } NgAddress;

/* Of one name. Ranges are bytes of the text, without articles; an empty one says nothing. */
typedef struct {
  NgRange before;    /* "Chinese Foreign Minister" */
  NgRange of;        /* behind the name of one with a title: "of Taiwan" */
  NgRange after;     /* "former director for China on the National Security Council" */
  NgAddress address; /* "Mr.", "Ms.", "Mr. and Mrs." */
} NgRoles;

/* What stands beside the name number `i`, a person's. */
NgRoles ng_roles_beside(const NgToken *tokens, gsize n, const char *text, const NgName *names, guint n_names, guint i);

/* The role as a narrow column shows it: "Foreign Minister" of "Chinese Foreign Minister". The caller frees it. */
char *ng_roles_short(const char *role);

#endif
