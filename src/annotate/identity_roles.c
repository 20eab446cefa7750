/* What people are said to be, and the words that stand for somebody by that or by how a person is addressed. */
#include "annotate/identity_private.h"
#include "annotate/role_words.h"

#include <string.h>

#define MAX_ROLE_BYTES 160u
#define MOST_ROLES     100u /* that role nouns are compared with */

/* ---- what people are said to be ---- */

/* For role nouns, which are compared with what everyone is said to be. */
static void list_role(NgIdentity *identity, uint32_t whom, const char *role)
{
  if (identity->roles->len >= MOST_ROLES)
    return;
  NgIdentityRole it = {.whose = whom, .role = role};
  it.kinds = ng_role_words_head(role, strlen(role), &it.head, &it.head_bytes);
  for (guint i = 0; i < identity->roles->len; i++) {
    const NgIdentityRole *known = &g_array_index(identity->roles, NgIdentityRole, i);
    if (known->whose == whom && known->role == role)
      return;
  }
  if (it.kinds)
    g_array_append_val(identity->roles, it);
}

/* What a person is said to be; of several the one that says most. */
static void keep_role(NgIdentity *identity, uint32_t whom, char *role)
{
  gsize bytes = strlen(role);
  NgIdentityName *name = ng_identity_name_at(identity, whom);
  if (bytes && bytes <= MAX_ROLE_BYTES)
    list_role(identity, whom, g_string_chunk_insert_const(identity->strings, role));
  if (bytes && bytes <= MAX_ROLE_BYTES && (!name->role || bytes > strlen(name->role)))
    name->role = g_string_chunk_insert(identity->strings, role);
  g_free(role);
}

void ng_identity_keep_roles(NgIdentity *identity, uint32_t whom, const NgRoles *roles)
{
  const char *text = identity->text;
  const NgRange *before = &roles->before, *of = &roles->of, *after = &roles->after;
  keep_role(identity, whom, g_strndup(text + after->start, after->end - after->start));
  keep_role(identity, whom,
            g_strdup_printf("%.*s%s%.*s", (int)(before->end - before->start), text + before->start,
                            ng_identity_is_empty(*of) ? "" : " ", (int)(of->end - of->start), text + of->start));
}

/* ---- words that stand for somebody ---- */

uint32_t ng_identity_only_person(const NgIdentity *identity, guint first, guint end, NgAddress address)
{
  uint32_t only = NG_NONE;
  for (guint i = first; i < end && i < identity->found->len; i++) {
    const NgIdentityFound *found = ng_identity_found_at(identity, i);
    if (ng_identity_name_at(identity, found->name)->kind != NG_ENTITY_PERSON)
      continue;
    if (found->whose == NG_NONE || (only != NG_NONE && ng_identity_found_at(identity, only)->whose != found->whose))
      return NG_NONE;
    only = i;
  }
  if (only == NG_NONE ||
      !ng_identity_may_be_addressed(identity, ng_identity_found_at(identity, only)->whose, (uint8_t)address))
    return NG_NONE;
  return only;
}

typedef enum { OF_OTHERS, OF_NONE, OF_COUNTRY } Whereof;

/* Whether a role names the country before its head or after an "of", or says nothing but what somebody is ("Ambassador"). */
static Whereof whereof(const NgIdentityRole *it, const char *country, gsize bytes)
{
  bool bare = true;
  for (const char *p = it->role; *p;) {
    gsize n = strcspn(p, " ,'");
    bool whose = p < it->head || (p > it->role + 3 && strncmp(p - 4, " of ", 4) == 0);
    if (whose && n && ng_role_words_same_country(p, n, country, bytes))
      return OF_COUNTRY;
    bare &= !n || ng_role_words_of(p, n) || ng_role_words_is_modifier(p, n);
    p += n + (p[n] != '\0');
  }
  return bare ? OF_NONE : OF_OTHERS;
}

/* An ambassador may be one of a country that is not told; of others who may be called officials the country must be told. */
static bool is_such(const NgIdentityRole *it, const char *noun, gsize bytes, Whereof of)
{
  static const struct {
    const char *noun;
    guint kinds;
  } general[] = {{"official", NG_ROLE_OFFICIAL}, {"diplomat", NG_ROLE_DIPLOMAT}, {"leader", NG_ROLE_LEADER}};
  if (it->head_bytes == bytes && g_ascii_strncasecmp(it->head, noun, bytes) == 0)
    return of != OF_OTHERS;
  for (gsize i = 0; i < G_N_ELEMENTS(general); i++)
    if (strlen(general[i].noun) == bytes && memcmp(general[i].noun, noun, bytes) == 0)
      return of == OF_COUNTRY && it->kinds & general[i].kinds;
  return false;
}

uint32_t ng_identity_with_role(const NgIdentity *identity, NgRange country, NgRange head)
{
  const char *text = identity->text;
  uint32_t only = NG_NONE;
  if (identity->roles->len >= MOST_ROLES) /* not all are known */
    return NG_NONE;
  for (guint i = 0; i < identity->roles->len; i++) {
    const NgIdentityRole *it = &g_array_index(identity->roles, NgIdentityRole, i);
    Whereof of = whereof(it, text + country.start, country.end - country.start);
    if (it->whose == only || !is_such(it, text + head.start, head.end - head.start, of))
      continue;
    if (only != NG_NONE)
      return NG_NONE;
    only = it->whose;
  }
  return only;
}
