#include "annotate/identity.h"

#include "annotate/aliases.h"
#include "annotate/people.h"
#include "annotate/places.h"
#include "annotate/role_words.h"
#include "model/room.h"

#include <string.h>

#define NEAR_BYTES     800u /* within which a surname of several people is that of the one who was named */
#define MAX_ROLE_BYTES 160u
#define MOST_ROLES     100u /* that role nouns are compared with */
#define HEAD_BYTES     40u  /* of an apposition, in which a name is a title */

typedef struct {
  uint32_t start, end;
  uint32_t name;  /* as it is spelled, into names */
  uint32_t whose; /* the name of whom it means; NG_NONE: of a couple */
  const char *rule;
  uint8_t confidence, address;
} Found;

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
} Name;

/* A spelling as it stands in the text. */
typedef struct {
  const char *text;
  uint32_t bytes, kind;
} Spelling;

/* What was read beside a name. */
typedef struct {
  guint found;
  NgRoles roles;
} Beside;

/* One of the things that somebody is said to be. */
typedef struct {
  uint32_t whose;
  guint kinds; /* NG_ROLE_* of its head */
  const char *role, *head;
  gsize head_bytes;
} Role;

struct _NgIdentity {
  const char *text;
  GArray *found;           /* Found */
  GArray *names;           /* Name */
  GArray *beside;          /* Beside, in the order of names */
  GHashTable *by_spelling; /* Spelling to the name + 1 */
  GHashTable *by_folded;   /* kind and folded name to the name + 1 */
  GArray *roles;           /* Role */
  GArray *people_names;    /* uint32_t: of each name in people the name here */
  NgPeople *people;
  GHashTable *chosen; /* a short name of several and an address to whom it meant last, + 1 */
  GStringChunk *strings;
};

static guint spelling_hash(const void *key)
{
  const Spelling *s = key;
  guint64 hash = ng_hash_bytes(NG_HASH_OF_NOTHING + s->kind, s->text, s->bytes);
  return (guint)(hash ^ hash >> 32);
}

static gboolean spelling_equal(const void *a, const void *b)
{
  const Spelling *x = a, *y = b;
  return x->kind == y->kind && x->bytes == y->bytes && memcmp(x->text, y->text, x->bytes) == 0;
}

NgIdentity *ng_identity_new(const char *text)
{
  NgIdentity *identity = g_new0(NgIdentity, 1);
  identity->text = text;
  identity->found = g_array_new(FALSE, FALSE, sizeof(Found));
  identity->names = g_array_new(FALSE, FALSE, sizeof(Name));
  identity->beside = g_array_new(FALSE, FALSE, sizeof(Beside));
  identity->roles = g_array_new(FALSE, FALSE, sizeof(Role));
  identity->people_names = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  identity->by_spelling = g_hash_table_new_full(spelling_hash, spelling_equal, g_free, NULL);
  identity->by_folded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  identity->chosen = g_hash_table_new(NULL, NULL);
  identity->people = ng_people_new();
  identity->strings = g_string_chunk_new(4096);
  return identity;
}

void ng_identity_free(NgIdentity *identity)
{
  if (!identity)
    return;
  GArray *arrays[] = {identity->found, identity->names, identity->beside, identity->people_names, identity->roles};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_free(arrays[i], TRUE);
  g_hash_table_unref(identity->by_spelling);
  g_hash_table_unref(identity->by_folded);
  g_hash_table_unref(identity->chosen);
  ng_people_free(identity->people);
  g_string_chunk_free(identity->strings);
  g_free(identity);
}

static Name *name_at(const NgIdentity *identity, uint32_t i)
{
  return &g_array_index(identity->names, Name, i);
}

static Found *found_at(const NgIdentity *identity, guint i)
{
  return &g_array_index(identity->found, Found, i);
}

/* ---- names as they come ---- */

/* A name that is folded for the first time. */
static uint32_t add_name(NgIdentity *identity, uint8_t kind, const char *shown, const char *folded)
{
  Name name = {.shown = g_string_chunk_insert(identity->strings, shown),
               .person = NG_NONE,
               .alias_of = identity->names->len,
               .handle = NG_NONE,
               .kind = kind};
  if (kind == NG_ENTITY_PERSON) {
    name.person = ng_people_add(identity->people, folded);
    g_array_append_val(identity->people_names, name.alias_of);
  }
  g_array_append_val(identity->names, name);
  return name.alias_of;
}

/* Whether it is all in capitals, and long enough to be no abbreviation. */
static bool is_loud(const char *name)
{
  guint capitals = 0;
  for (; *name; name++) {
    if ((guchar)*name >= 0x80 || g_ascii_islower(*name) || *name == '.')
      return false;
    capitals += g_ascii_isupper(*name);
  }
  return capitals > 4;
}

/* The name of a country that is called in several ways, else as it is given; a place in capitals is written small. The caller frees it. */
static char *shown_as(uint8_t kind, const char *folded, const char *text, gsize bytes)
{
  const char *common = ng_aliases_common((NgEntityKind)kind, folded);
  if (common)
    return g_strdup(common);
  g_autofree char *given = g_strndup(text, bytes);
  return kind == NG_ENTITY_PLACE && is_loud(given) ? ng_places_quiet(given) : g_steal_pointer(&given);
}

/* A name among those of all kinds. The caller frees it. */
static char *key_of(uint8_t kind, const char *folded)
{
  gsize bytes = strlen(folded) + 1;
  char *key = g_malloc(bytes + 1);
  key[0] = (char)('0' + kind);
  memcpy(key + 1, folded, bytes);
  return key;
}

static uint32_t fold_name(NgIdentity *identity, uint8_t kind, const char *text, gsize bytes)
{
  g_autofree char *folded = ng_text_fold(text, bytes), *shown = shown_as(kind, folded, text, bytes);
  bool as_given = strncmp(shown, text, bytes) == 0 && !shown[bytes];
  g_autofree char *name = as_given ? g_steal_pointer(&folded) : ng_text_fold(shown, strlen(shown));
  char *key = key_of(kind, name);
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(identity->by_folded, key));
  if (known) {
    g_free(key);
    Name *it = name_at(identity, known - 1);
    if (is_loud(it->shown) && !is_loud(shown))
      it->shown = g_string_chunk_insert(identity->strings, shown);
    return known - 1;
  }
  uint32_t index = add_name(identity, kind, shown, name);
  g_hash_table_insert(identity->by_folded, key, GUINT_TO_POINTER(index + 1));
  return index;
}

void ng_identity_expect(NgIdentity *identity, guint more, guint all)
{
  if (all > identity->found->len + more)
    ng_room_may_come(identity->found, all - identity->found->len);
  ng_room_for_elements(identity->found, more);
}

void ng_identity_add(NgIdentity *identity, NgEntityKind kind, uint32_t start, uint32_t end, uint8_t confidence,
                     const char *rule)
{
  Spelling spelling = {identity->text + start, end - start, kind};
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(identity->by_spelling, &spelling));
  uint32_t name = known ? known - 1 : fold_name(identity, (uint8_t)kind, spelling.text, spelling.bytes);
  if (!known)
    g_hash_table_insert(identity->by_spelling, g_memdup2(&spelling, sizeof spelling), GUINT_TO_POINTER(name + 1));
  Found found = {start, end, name, name, rule, confidence, NG_ADDRESS_NONE};
  g_array_append_val(identity->found, found);
}

static bool is_empty(NgRange range)
{
  return range.end <= range.start;
}

void ng_identity_add_roles(NgIdentity *identity, const NgRoles *roles)
{
  Beside beside = {identity->found->len - 1, *roles};
  Found *found = found_at(identity, beside.found);
  found->address = (uint8_t)roles->address;
  if (!is_empty(roles->before) || !is_empty(roles->after))
    g_array_append_val(identity->beside, beside);
  if (roles->address != NG_ADDRESS_COUPLE && roles->address)
    name_at(identity, found->name)->address = (uint8_t)roles->address;
}

void ng_identity_add_country(NgIdentity *identity, uint32_t start, uint32_t end)
{
  const char *text = identity->text + start;
  g_autofree char *folded = ng_text_fold(text, end - start),
                  *shown = shown_as(NG_ENTITY_PLACE, folded, text, end - start);
  Name *place = name_at(identity, found_at(identity, identity->found->len - 1)->name);
  if (!place->country)
    place->country = g_string_chunk_insert(identity->strings, shown);
}

/* ---- whom they mean ---- */

/* The name that stands for the person. */
static uint32_t name_of_person(const NgIdentity *identity, uint32_t person)
{
  return g_array_index(identity->people_names, uint32_t, ng_people_person(identity->people, person));
}

/* Whether a person may be addressed so, as far as is known. */
static bool may_be_addressed(const NgIdentity *identity, uint32_t name, uint8_t address)
{
  uint8_t known = name_at(identity, name)->address;
  return !known || !address || known == address;
}

/* Of several whose short name it is, the one who was named shortly before, or the one whom it meant last; else the short name stands for itself. */
static uint32_t choose(NgIdentity *identity, const Found *found, const GArray *bearers)
{
  uint32_t chosen = NG_NONE;
  guint near = 0;
  for (guint i = 0; i < bearers->len; i++) {
    uint32_t name = name_of_person(identity, g_array_index(bearers, uint32_t, i)), seen = name_at(identity, name)->seen;
    if (!seen || seen > found->start || found->start - seen > NEAR_BYTES ||
        !may_be_addressed(identity, name, found->address))
      continue;
    chosen = name;
    near++;
  }
  gpointer key = GUINT_TO_POINTER(found->name * 4 + found->address);
  guint before = GPOINTER_TO_UINT(g_hash_table_lookup(identity->chosen, key));
  if (near == 1)
    g_hash_table_insert(identity->chosen, key, GUINT_TO_POINTER(chosen + 1));
  else
    chosen = near == 0 && before ? before - 1 : found->name;
  return chosen;
}

static uint32_t whose_short(NgIdentity *identity, const Found *found)
{
  const GArray *bearers = ng_people_bearers(identity->people, name_at(identity, found->name)->person);
  if (!bearers)
    return found->name;
  if (found->address == NG_ADDRESS_COUPLE)
    return bearers->len == 2 ? NG_NONE : found->name;
  if (bearers->len > 1)
    return choose(identity, found, bearers);
  uint32_t name = name_of_person(identity, g_array_index(bearers, uint32_t, 0));
  return may_be_addressed(identity, name, found->address) ? name : found->name;
}

static uint32_t whose(NgIdentity *identity, const Found *found)
{
  const Name *name = name_at(identity, found->name);
  if (name->kind != NG_ENTITY_PERSON)
    return name->alias_of;
  if (ng_people_is_short(identity->people, name->person))
    return whose_short(identity, found);
  return name_of_person(identity, name->person);
}

/* Whether what was found is a title in an apposition, and no name: "Jeff Rathke, State Department Spokesperson". */
static bool is_title_behind(const NgIdentity *identity, const Found *found, NgRange apposition)
{
  if (found->start < apposition.start || found->end > apposition.end || found->start > apposition.start + HEAD_BYTES)
    return false;
  const char *word = identity->text + found->end, *start = identity->text + found->start;
  while (word > start && word[-1] != ' ')
    word--;
  return ng_role_words_of(word, (gsize)(identity->text + found->end - word));
}

/* For role nouns, which are compared with what everyone is said to be. */
static void list_role(NgIdentity *identity, uint32_t whom, const char *role)
{
  if (identity->roles->len >= MOST_ROLES)
    return;
  Role it = {.whose = whom, .role = role};
  it.kinds = ng_role_words_head(role, strlen(role), &it.head, &it.head_bytes);
  for (guint i = 0; i < identity->roles->len; i++) {
    const Role *known = &g_array_index(identity->roles, Role, i);
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
  Name *name = name_at(identity, whom);
  if (bytes && bytes <= MAX_ROLE_BYTES)
    list_role(identity, whom, g_string_chunk_insert_const(identity->strings, role));
  if (bytes && bytes <= MAX_ROLE_BYTES && (!name->role || bytes > strlen(name->role)))
    name->role = g_string_chunk_insert(identity->strings, role);
  g_free(role);
}

static void keep_roles(NgIdentity *identity, uint32_t whom, const NgRoles *roles)
{
  const char *text = identity->text;
  const NgRange *before = &roles->before, *of = &roles->of, *after = &roles->after;
  keep_role(identity, whom, g_strndup(text + after->start, after->end - after->start));
  keep_role(identity, whom,
            g_strdup_printf("%.*s%s%.*s", (int)(before->end - before->start), text + before->start,
                            is_empty(*of) ? "" : " ", (int)(of->end - of->start), text + of->start));
}

/* An address of a full name holds for the person. */
static void share_addresses(NgIdentity *identity)
{
  for (uint32_t i = 0; i < identity->names->len; i++) {
    const Name *name = name_at(identity, i);
    if (!name->address || name->kind != NG_ENTITY_PERSON)
      continue;
    if (!ng_people_is_short(identity->people, name->person))
      name_at(identity, name_of_person(identity, name->person))->address = name->address;
  }
}

static void join_organisations(NgIdentity *identity)
{
  g_autoptr(NgAliases) aliases = ng_aliases_new();
  for (uint32_t i = 0; i < identity->names->len; i++)
    if (name_at(identity, i)->kind == NG_ENTITY_ORGANISATION)
      ng_aliases_learn(aliases, name_at(identity, i)->shown, i);
  for (uint32_t i = 0; i < identity->names->len; i++)
    if (name_at(identity, i)->kind == NG_ENTITY_ORGANISATION)
      name_at(identity, i)->alias_of = ng_aliases_full(aliases, name_at(identity, i)->shown, i);
}

void ng_identity_settle(NgIdentity *identity)
{
  ng_people_settle(identity->people);
  share_addresses(identity);
  join_organisations(identity);
  guint next = 0;
  NgRange apposition = {0, 0};
  uint32_t apposed = NG_NONE;
  for (guint i = 0; i < identity->found->len; i++) {
    Found *found = found_at(identity, i);
    bool person = name_at(identity, found->name)->kind == NG_ENTITY_PERSON;
    found->whose = person && is_title_behind(identity, found, apposition) ? apposed : whose(identity, found);
    if (person && found->whose != NG_NONE)
      name_at(identity, found->whose)->seen = found->end;
    if (next >= identity->beside->len || g_array_index(identity->beside, Beside, next).found != i)
      continue;
    const NgRoles *roles = &g_array_index(identity->beside, Beside, next++).roles;
    if (found->whose == NG_NONE)
      continue;
    apposition = roles->after;
    apposed = found->whose;
    keep_roles(identity, found->whose, roles);
  }
}

uint32_t ng_identity_whose(const NgIdentity *identity, guint i)
{
  return found_at(identity, i)->whose;
}

/* ---- words that stand for somebody ---- */

uint32_t ng_identity_only_person(const NgIdentity *identity, guint first, guint end, NgAddress address)
{
  uint32_t only = NG_NONE;
  for (guint i = first; i < end && i < identity->found->len; i++) {
    const Found *found = found_at(identity, i);
    if (name_at(identity, found->name)->kind != NG_ENTITY_PERSON)
      continue;
    if (found->whose == NG_NONE || (only != NG_NONE && found_at(identity, only)->whose != found->whose))
      return NG_NONE;
    only = i;
  }
  if (only == NG_NONE || !may_be_addressed(identity, found_at(identity, only)->whose, (uint8_t)address))
    return NG_NONE;
  return only;
}

typedef enum { OF_OTHERS, OF_NONE, OF_COUNTRY } Whereof;

/* Whether a role names the country before its head or after an "of", or says nothing but what somebody is ("Ambassador"). */
static Whereof whereof(const Role *it, const char *country, gsize bytes)
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
static bool is_such(const Role *it, const char *noun, gsize bytes, Whereof of)
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
    const Role *it = &g_array_index(identity->roles, Role, i);
    Whereof of = whereof(it, text + country.start, country.end - country.start);
    if (it->whose == only || !is_such(it, text + head.start, head.end - head.start, of))
      continue;
    if (only != NG_NONE)
      return NG_NONE;
    only = it->whose;
  }
  return only;
}

/* ---- telling ---- */

static uint32_t handle_of(NgIdentity *identity, NgBuilder *builder, uint32_t name)
{
  Name *it = name_at(identity, name);
  if (it->handle == NG_NONE) {
    it->handle = ng_builder_found(builder, (NgEntityKind)it->kind, it->shown);
    if (it->country)
      ng_builder_found_country(builder, it->handle, it->country);
    if (it->role) {
      g_autofree char *short_role = ng_roles_short(it->role);
      ng_builder_found_role(builder, it->handle, it->role, short_role);
    }
  }
  return it->handle;
}

static void tell_of(NgIdentity *identity, NgBuilder *builder, const Found *found, uint32_t whom)
{
  ng_builder_found_mention(builder, handle_of(identity, builder, whom),
                           (NgEntityKind)name_at(identity, found->name)->kind, found->start, found->end,
                           found->confidence, found->rule);
}

void ng_identity_tell(NgIdentity *identity, NgBuilder *builder)
{
  ng_builder_expect_found(builder, identity->found->len);
  for (guint i = 0; i < identity->found->len; i++) {
    const Found *found = found_at(identity, i);
    if (found->whose != NG_NONE) {
      tell_of(identity, builder, found, found->whose);
      continue;
    }
    const GArray *couple = ng_people_bearers(identity->people, name_at(identity, found->name)->person);
    for (guint k = 0; k < couple->len; k++)
      tell_of(identity, builder, found, name_of_person(identity, g_array_index(couple, uint32_t, k)));
  }
}

uint32_t ng_identity_handle(const NgIdentity *identity, guint i)
{
  return ng_identity_handle_of_whose(identity, found_at(identity, i)->whose);
}

uint32_t ng_identity_handle_of_whose(const NgIdentity *identity, uint32_t whose)
{
  return whose == NG_NONE ? NG_NONE : name_at(identity, whose)->handle;
}
