#include "annotate/aliases.h"

#include <string.h>

#define SEVERAL            NG_NONE
#define MOST_COMPANY_WORDS 3u

struct _NgAliases {
  GHashTable *
      full; /* initials in capitals, or a folded name without its company's word, to the number + 1 of the organisation; SEVERAL */
};

const char *ng_aliases_common(NgEntityKind kind, const char *folded)
{
  static const struct {
    NgEntityKind kind;
    const char *name, *shown;
  } names[] = {{NG_ENTITY_PLACE, "us", "United States"},
               {NG_ENTITY_PLACE, "u.s.", "United States"},
               {NG_ENTITY_PLACE, "usa", "United States"},
               {NG_ENTITY_PLACE, "u.s.a.", "United States"},
               {NG_ENTITY_PLACE, "america", "United States"},
               {NG_ENTITY_PLACE, "united states of america", "United States"},
               {NG_ENTITY_PLACE, "uk", "United Kingdom"},
               {NG_ENTITY_PLACE, "u.k.", "United Kingdom"},
               {NG_ENTITY_PLACE, "britain", "United Kingdom"},
               {NG_ENTITY_PLACE, "great britain", "United Kingdom"},
               {NG_ENTITY_PLACE, "uae", "United Arab Emirates"},
               {NG_ENTITY_PLACE, "u.a.e.", "United Arab Emirates"},
               {NG_ENTITY_PLACE, "prc", "China"},
               {NG_ENTITY_PLACE, "p.r.c.", "China"},
               {NG_ENTITY_PLACE, "drc", "Democratic Republic of the Congo"},
               {NG_ENTITY_PLACE, "n.y.", "New York"},
               {NG_ENTITY_PLACE, "d.c.", "Washington"},
               {NG_ENTITY_PLACE, "washington d.c.", "Washington"},
               {NG_ENTITY_PLACE, "washington dc", "Washington"},
               {NG_ENTITY_ORGANISATION, "un", "United Nations"},
               {NG_ENTITY_ORGANISATION, "u.n.", "United Nations"},
               {NG_ENTITY_ORGANISATION, "eu", "European Union"},
               {NG_ENTITY_ORGANISATION, "e.u.", "European Union"}};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (names[i].kind == kind && strcmp(names[i].name, folded) == 0)
      return names[i].shown;
  return NULL;
}

NgAliases *ng_aliases_new(void)
{
  NgAliases *aliases = g_new0(NgAliases, 1);
  aliases->full = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return aliases;
}

void ng_aliases_free(NgAliases *aliases)
{
  if (!aliases)
    return;
  g_hash_table_unref(aliases->full);
  g_free(aliases);
}

/* The first letters of its capitalised words, three at least; NULL if there are not so many. The caller frees it. */
static char *initials(const char *name)
{
  GString *letters = g_string_new(NULL);
  for (const char *p = name; *p; p++)
    if (g_ascii_isupper(*p) && (p == name || p[-1] == ' ' || p[-1] == '-'))
      g_string_append_c(letters, *p);
  bool enough = letters->len > 2 && strchr(name, ' ');
  return g_string_free(letters, !enough);
}

/* The folded name without "Inc." at its end; NULL if it has none. The caller frees it. */
static char *without_company_word(const char *name)
{
  static const char *const words[] = {
      " inc.", " inc",  " corp.",   " corp",        " co.",     " ltd.",  " ltd",      " plc",           " llc",
      " ag",   " n.v.", " company", " corporation", " limited", " group", " holdings", " international", " industries"};
  g_autofree char *folded = ng_text_fold(name, strlen(name));
  gsize bytes = strlen(folded);
  for (gsize i = 0; bytes && i < G_N_ELEMENTS(words); i++) {
    gsize n = strlen(words[i]);
    if (words[i][n - 1] == folded[bytes - 1] && g_str_has_suffix(folded, words[i]))
      return g_strndup(folded, bytes - n);
  }
  return NULL;
}

/* Takes the key. */
static void put(NgAliases *aliases, char *key, uint32_t number)
{
  if (!key)
    return;
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(aliases->full, key));
  g_hash_table_insert(aliases->full, key, GUINT_TO_POINTER(known && known != number + 1 ? SEVERAL : number + 1));
}

void ng_aliases_learn(NgAliases *aliases, const char *name, uint32_t number)
{
  put(aliases, initials(name), number);
  char *less = without_company_word(name);
  for (guint i = 0; less && i < MOST_COMPANY_WORDS; i++) { /* "Viacom International Inc": without each of them */
    char *least = without_company_word(less);
    put(aliases, less, number);
    less = least;
  }
  g_free(less);
}

uint32_t ng_aliases_full(const NgAliases *aliases, const char *name, uint32_t number)
{
  g_autofree char *folded = ng_text_fold(name, strlen(name));
  guint full = GPOINTER_TO_UINT(g_hash_table_lookup(aliases->full, name)); /* initials are in capitals */
  if (!full)
    full = GPOINTER_TO_UINT(g_hash_table_lookup(aliases->full, folded));
  return full && full != SEVERAL ? full - 1 : number;
}
