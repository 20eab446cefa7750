#include "annotate/identity_private.h"

#include "annotate/aliases.h"
#include "annotate/places.h"
#include "annotate/role_words.h"
#include "model/room.h"

#include <string.h>

#define NEAR_BYTES 800u /* within which a surname of several people is that of the one who was named */
#define HEAD_BYTES 40u  /* of an apposition, in which a name is a title */

/* A spelling as it stands in the text. */
typedef struct {
  const char *text;
  uint32_t bytes, kind;
} Spelling;

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
  identity->found = g_array_new(FALSE, FALSE, sizeof(NgIdentityFound));
  identity->names = g_array_new(FALSE, FALSE, sizeof(NgIdentityName));
  identity->beside = g_array_new(FALSE, FALSE, sizeof(NgIdentityBeside));
  identity->roles = g_array_new(FALSE, FALSE, sizeof(NgIdentityRole));
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

/* ---- names as they come ---- */

/* A name that is folded for the first time. */
static uint32_t add_name(NgIdentity *identity, uint8_t kind, const char *shown, const char *folded)
{
  NgIdentityName name = {.shown = g_string_chunk_insert(identity->strings, shown),
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
    NgIdentityName *it = ng_identity_name_at(identity, known - 1);
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
  NgIdentityFound found = {start, end, name, name, rule, confidence, NG_ADDRESS_NONE};
  g_array_append_val(identity->found, found);
}

void ng_identity_add_roles(NgIdentity *identity, const NgRoles *roles)
{
  NgIdentityBeside beside = {identity->found->len - 1, *roles};
  NgIdentityFound *found = ng_identity_found_at(identity, beside.found);
  found->address = (uint8_t)roles->address;
  if (!ng_identity_is_empty(roles->before) || !ng_identity_is_empty(roles->after))
    g_array_append_val(identity->beside, beside);
  if (roles->address != NG_ADDRESS_COUPLE && roles->address)
    ng_identity_name_at(identity, found->name)->address = (uint8_t)roles->address;
}

void ng_identity_add_country(NgIdentity *identity, uint32_t start, uint32_t end)
{
  const char *text = identity->text + start;
  g_autofree char *folded = ng_text_fold(text, end - start),
                  *shown = shown_as(NG_ENTITY_PLACE, folded, text, end - start);
  NgIdentityName *place = ng_identity_name_at(identity, ng_identity_found_at(identity, identity->found->len - 1)->name);
  if (!place->country)
    place->country = g_string_chunk_insert(identity->strings, shown);
}

/* ---- whom they mean ---- */

/* The name that stands for the person. */
static uint32_t name_of_person(const NgIdentity *identity, uint32_t person)
{
  return g_array_index(identity->people_names, uint32_t, ng_people_person(identity->people, person));
}

/* Of several whose short name it is, the one who was named shortly before, or the one whom it meant last; else the short name stands for itself. */
static uint32_t choose(NgIdentity *identity, const NgIdentityFound *found, const GArray *bearers)
{
  uint32_t chosen = NG_NONE;
  guint near = 0;
  for (guint i = 0; i < bearers->len; i++) {
    uint32_t name = name_of_person(identity, g_array_index(bearers, uint32_t, i)),
             seen = ng_identity_name_at(identity, name)->seen;
    if (!seen || seen > found->start || found->start - seen > NEAR_BYTES ||
        !ng_identity_may_be_addressed(identity, name, found->address))
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

static uint32_t whose_short(NgIdentity *identity, const NgIdentityFound *found)
{
  const GArray *bearers = ng_people_bearers(identity->people, ng_identity_name_at(identity, found->name)->person);
  if (!bearers)
    return found->name;
  if (found->address == NG_ADDRESS_COUPLE)
    return bearers->len == 2 ? NG_NONE : found->name;
  if (bearers->len > 1)
    return choose(identity, found, bearers);
  uint32_t name = name_of_person(identity, g_array_index(bearers, uint32_t, 0));
  return ng_identity_may_be_addressed(identity, name, found->address) ? name : found->name;
}

static uint32_t whose(NgIdentity *identity, const NgIdentityFound *found)
{
  const NgIdentityName *name = ng_identity_name_at(identity, found->name);
  if (name->kind != NG_ENTITY_PERSON)
    return name->alias_of;
  if (ng_people_is_short(identity->people, name->person))
    return whose_short(identity, found);
  return name_of_person(identity, name->person);
}

/* Whether what was found is a title in an apposition, and no name: "Jeff Rathke, State Department Spokesperson". */
static bool is_title_behind(const NgIdentity *identity, const NgIdentityFound *found, NgRange apposition)
{
  if (found->start < apposition.start || found->end > apposition.end || found->start > apposition.start + HEAD_BYTES)
    return false;
  const char *word = identity->text + found->end, *start = identity->text + found->start;
  while (word > start && word[-1] != ' ')
    word--;
  return ng_role_words_of(word, (gsize)(identity->text + found->end - word));
}

/* An address of a full name holds for the person. */
static void share_addresses(NgIdentity *identity)
{
  for (uint32_t i = 0; i < identity->names->len; i++) {
    const NgIdentityName *name = ng_identity_name_at(identity, i);
    if (!name->address || name->kind != NG_ENTITY_PERSON)
      continue;
    if (!ng_people_is_short(identity->people, name->person))
      ng_identity_name_at(identity, name_of_person(identity, name->person))->address = name->address;
  }
}

static void join_organisations(NgIdentity *identity)
{
  g_autoptr(NgAliases) aliases = ng_aliases_new();
  for (uint32_t i = 0; i < identity->names->len; i++)
    if (ng_identity_name_at(identity, i)->kind == NG_ENTITY_ORGANISATION)
      ng_aliases_learn(aliases, ng_identity_name_at(identity, i)->shown, i);
  for (uint32_t i = 0; i < identity->names->len; i++)
    if (ng_identity_name_at(identity, i)->kind == NG_ENTITY_ORGANISATION)
      ng_identity_name_at(identity, i)->alias_of = ng_aliases_full(aliases, ng_identity_name_at(identity, i)->shown, i);
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
    NgIdentityFound *found = ng_identity_found_at(identity, i);
    bool person = ng_identity_name_at(identity, found->name)->kind == NG_ENTITY_PERSON;
    found->whose = person && is_title_behind(identity, found, apposition) ? apposed : whose(identity, found);
    if (person && found->whose != NG_NONE)
      ng_identity_name_at(identity, found->whose)->seen = found->end;
    if (next >= identity->beside->len || g_array_index(identity->beside, NgIdentityBeside, next).found != i)
      continue;
    const NgRoles *roles = &g_array_index(identity->beside, NgIdentityBeside, next++).roles;
    if (found->whose == NG_NONE)
      continue;
    apposition = roles->after;
    apposed = found->whose;
    ng_identity_keep_roles(identity, found->whose, roles);
  }
}

uint32_t ng_identity_whose(const NgIdentity *identity, guint i)
{
  return ng_identity_found_at(identity, i)->whose;
}

/* ---- telling ---- */

static uint32_t handle_of(NgIdentity *identity, NgBuilder *builder, uint32_t name)
{
  NgIdentityName *it = ng_identity_name_at(identity, name);
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

static void tell_of(NgIdentity *identity, NgBuilder *builder, const NgIdentityFound *found, uint32_t whom)
{
  ng_builder_found_mention(builder, handle_of(identity, builder, whom),
                           (NgEntityKind)ng_identity_name_at(identity, found->name)->kind, found->start, found->end,
                           found->confidence, found->rule);
}

void ng_identity_tell(NgIdentity *identity, NgBuilder *builder)
{
  ng_builder_expect_found(builder, identity->found->len);
  for (guint i = 0; i < identity->found->len; i++) {
    const NgIdentityFound *found = ng_identity_found_at(identity, i);
    if (found->whose != NG_NONE) {
      tell_of(identity, builder, found, found->whose);
      continue;
    }
    const GArray *couple = ng_people_bearers(identity->people, ng_identity_name_at(identity, found->name)->person);
    for (guint k = 0; k < couple->len; k++)
      tell_of(identity, builder, found, name_of_person(identity, g_array_index(couple, uint32_t, k)));
  }
}

uint32_t ng_identity_handle(const NgIdentity *identity, guint i)
{
  return ng_identity_handle_of_whose(identity, ng_identity_found_at(identity, i)->whose);
}

uint32_t ng_identity_handle_of_whose(const NgIdentity *identity, uint32_t whose)
{
  return whose == NG_NONE ? NG_NONE : ng_identity_name_at(identity, whose)->handle;
}
