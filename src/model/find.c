#include "model/find.h"

#include <string.h>

#define MAX_NEAREST 5

typedef enum { NO_MATCH, WORD_MATCH, ALIAS_MATCH, NAME_MATCH, ID_MATCH } Match;

/* Is `word` a run of whole words of `name`? Both folded. */
static bool has_words(const char *name, const char *word)
{
  gsize n = strlen(word);
  for (const char *p = name; n && (p = strstr(p, word)); p++) {
    bool starts = p == name || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(p)));
    bool ends = !p[n] || !g_unichar_isalnum(g_utf8_get_char(p + n));
    if (starts && ends)
      return true;
  }
  return false;
}

static bool same(const char *name, const char *folded)
{
  g_autofree char *other = ng_text_fold(name, strlen(name));
  return strcmp(other, folded) == 0;
}

static Match match(const NgEntity *e, const char *name, const char *folded)
{
  if (strcmp(e->id, name) == 0)
    return ID_MATCH;
  if (same(e->name, folded))
    return NAME_MATCH;
  for (const char *const *alias = e->aliases; *alias; alias++)
    if (same(*alias, folded))
      return ALIAS_MATCH;
  g_autofree char *whole = ng_text_fold(e->name, strlen(e->name));
  return has_words(whole, folded) ? WORD_MATCH : NO_MATCH;
}

/* How far apart what was typed and a name are: from the whole name, or from its nearest word. */
static unsigned farness(const char *folded, const char *name)
{
  g_autofree char *whole = ng_text_fold(name, strlen(name));
  unsigned least = ng_text_distance(folded, whole);
  g_auto(GStrv) words = g_strsplit(whole, " ", 16);
  for (char **word = words; *word; word++)
    least = MIN(least, ng_text_distance(folded, *word) + 1);
  return least;
}

typedef struct {
  uint32_t entity;
  unsigned far;
} Candidate;

static void offer(Candidate *best, guint *n, Candidate c)
{
  guint at = *n;
  while (at > 0 && best[at - 1].far > c.far)
    at--;
  if (at == MAX_NEAREST)
    return;
  guint last = MIN(*n, MAX_NEAREST - 1u);
  memmove(best + at + 1, best + at, (last - at) * sizeof *best);
  best[at] = c;
  *n = last + 1;
}

static char **names_of(const NgEntity *entities, const Candidate *best, guint n)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new();
  for (guint i = 0; i < n; i++)
    g_strv_builder_add(names, entities[best[i].entity].name);
  return g_strv_builder_end(names);
}

uint32_t ng_find_entity(const NgArticle *article, const char *name, char ***nearest)
{
  g_autofree char *folded = ng_text_fold(name, strlen(name));
  uint32_t n, found = NG_NONE, n_found = 0;
  const NgEntity *entities = ng_article_entities(article, &n);
  Match best = NO_MATCH;
  Candidate meant[MAX_NEAREST];
  guint n_meant = 0;
  for (uint32_t i = 0; i < n; i++) {
    Match m = match(&entities[i], name, folded);
    if (m == NO_MATCH || m < best)
      continue;
    if (m > best)
      n_meant = n_found = 0;
    best = m;
    found = i;
    n_found++;
    offer(meant, &n_meant, (Candidate){i, 0});
  }
  if (nearest)
    *nearest = NULL;
  if (n_found == 1)
    return found;
  for (uint32_t i = 0; n_found == 0 && nearest && i < n; i++)
    offer(meant, &n_meant, (Candidate){i, farness(folded, entities[i].name)});
  if (nearest)
    *nearest = names_of(entities, meant, n_meant);
  return NG_NONE;
}
