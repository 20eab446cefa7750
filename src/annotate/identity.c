#include "annotate/identity.h"

#include <string.h>

#define SEVERAL NG_NONE

typedef struct {
  uint32_t start, end;
  uint8_t kind, confidence;
  const char *rule; /* static */
  uint32_t handle;  /* of whom it means, once that is told */
} Found;

struct _NgIdentity {
  const char *text;
  GArray *found;            /* Found */
  GHashTable *last, *first; /* a folded word to where in `found` the one full name is that has it, + 1; SEVERAL */
  GHashTable *told;         /* kind and folded name to handle + 1 */
};

NgIdentity *ng_identity_new(const char *text)
{
  NgIdentity *identity = g_new0(NgIdentity, 1);
  identity->text = text;
  identity->found = g_array_new(FALSE, FALSE, sizeof(Found));
  GHashTable **tables[] = {&identity->last, &identity->first, &identity->told};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
    *tables[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return identity;
}

void ng_identity_free(NgIdentity *identity)
{
  g_array_free(identity->found, TRUE);
  g_hash_table_unref(identity->last);
  g_hash_table_unref(identity->first);
  g_hash_table_unref(identity->told);
  g_free(identity);
}

/* The name that a country is shown by where news calls it by several; NULL for any other. */
static const char *country_of(const char *folded)
{
  static const struct {
    const char *name, *shown;
  } countries[] = {{"us", "United States"},         {"u.s.", "United States"},
                   {"usa", "United States"},        {"u.s.a.", "United States"},
                   {"america", "United States"},    {"united states of america", "United States"},
                   {"uk", "United Kingdom"},        {"u.k.", "United Kingdom"},
                   {"britain", "United Kingdom"},   {"great britain", "United Kingdom"},
                   {"uae", "United Arab Emirates"}, {"prc", "China"}};
  for (gsize i = 0; i < G_N_ELEMENTS(countries); i++)
    if (strcmp(countries[i].name, folded) == 0)
      return countries[i].shown;
  return NULL;
}

/* What the name is shown by. */
static char *shown(const NgIdentity *identity, const Found *found)
{
  const char *text = identity->text + found->start;
  gsize bytes = found->end - found->start;
  g_autofree char *name = ng_text_fold(text, bytes);
  const char *country = found->kind == NG_ENTITY_PLACE ? country_of(name) : NULL;
  return country ? g_strdup(country) : g_strndup(text, bytes);
}

static char *folded(const NgIdentity *identity, const Found *found)
{
  g_autofree char *name = shown(identity, found);
  return ng_text_fold(name, strlen(name));
}

/* That a full name has this word; another full name with it makes the word tell nothing. */
static void learn(NgIdentity *identity, GHashTable *table, const char *word, guint index, const char *name)
{
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(table, word));
  if (!known) {
    g_hash_table_insert(table, g_strdup(word), GUINT_TO_POINTER(index + 1));
    return;
  }
  if (known == SEVERAL)
    return;
  g_autofree char *other = folded(identity, &g_array_index(identity->found, Found, known - 1));
  if (strcmp(other, name) != 0)
    g_hash_table_insert(table, g_strdup(word), GUINT_TO_POINTER(SEVERAL));
}

void ng_identity_add(NgIdentity *identity, NgEntityKind kind, uint32_t start, uint32_t end, uint8_t confidence,
                     const char *rule)
{
  Found found = {start, end, (uint8_t)kind, confidence, rule, NG_NONE};
  g_array_append_val(identity->found, found);
  if (kind != NG_ENTITY_PERSON)
    return;
  g_autofree char *name = folded(identity, &found);
  const char *last = strrchr(name, ' ');
  if (!last)
    return;
  g_autofree char *first = g_strndup(name, strcspn(name, " "));
  learn(identity, identity->last, last + 1, identity->found->len - 1, name);
  learn(identity, identity->first, first, identity->found->len - 1, name);
}

static guint full_name_with(const NgIdentity *identity, const char *word)
{
  guint full = GPOINTER_TO_UINT(g_hash_table_lookup(identity->last, word));
  return full ? full : GPOINTER_TO_UINT(g_hash_table_lookup(identity->first, word));
}

/* Whose name it is: the place in `found` of the full name that a lone word means, else its own. */
static guint full_name(const NgIdentity *identity, guint index, const char *name)
{
  if (g_array_index(identity->found, Found, index).kind != NG_ENTITY_PERSON || strchr(name, ' '))
    return index;
  guint full = full_name_with(identity, name);
  gsize bytes = strlen(name);
  if (!full && bytes > 3 && name[bytes - 1] == 's') { /* "Qins' meeting" */
    g_autofree char *owner = g_strndup(name, bytes - 1);
    full = full_name_with(identity, owner);
  }
  return full && full != SEVERAL ? full - 1 : index;
}

static uint32_t handle_of(NgIdentity *identity, NgBuilder *builder, guint index)
{
  const Found *found = &g_array_index(identity->found, Found, index);
  g_autofree char *name = folded(identity, found);
  char *key = g_strdup_printf("%u%s", found->kind, name);
  guint told = GPOINTER_TO_UINT(g_hash_table_lookup(identity->told, key));
  if (told) {
    g_free(key);
    return told - 1;
  }
  g_autofree char *as = shown(identity, found);
  uint32_t handle = ng_builder_found(builder, (NgEntityKind)found->kind, as);
  g_hash_table_insert(identity->told, key, GUINT_TO_POINTER(handle + 1));
  return handle;
}

void ng_identity_tell(NgIdentity *identity, NgBuilder *builder)
{
  for (guint i = 0; i < identity->found->len; i++) {
    Found *found = &g_array_index(identity->found, Found, i);
    g_autofree char *name = folded(identity, found);
    found->handle = handle_of(identity, builder, full_name(identity, i, name));
    ng_builder_found_mention(builder, found->handle, (NgEntityKind)found->kind, found->start, found->end,
                             found->confidence, found->rule);
  }
}

uint32_t ng_identity_handle(const NgIdentity *identity, guint i)
{
  return g_array_index(identity->found, Found, i).handle;
}
