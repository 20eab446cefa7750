#include "annotate/places.h"

typedef struct {
  const NgToken *t;
  gsize n;
  const char *text;
} Look;

static inline bool is_word(const Look *l, gsize i, const char *word)
{
  return i < l->n && ng_token_is(&l->t[i], l->text, word);
}

/* "in Paris, France and Spain" is a list, and so is "Paris, France, Spain". */
static bool is_list(const Look *l, const NgName *names, guint n_names, guint country)
{
  gsize behind = names[country].end;
  if (is_word(l, behind, "and") || is_word(l, behind, "or"))
    return true;
  return is_word(l, behind, ",") && country + 1 < n_names && names[country + 1].first == behind + 1 &&
         names[country + 1].verdict.kind == NG_NAME_PLACE;
}

uint32_t ng_places_country(const NgToken *tokens, gsize n, const char *text, const NgName *names, guint n_names,
                           guint i)
{
  Look l = {tokens, n, text};
  guint next = i + 1;
  if (next >= n_names || names[next].verdict.kind != NG_NAME_PLACE || tokens[names[i].first].known & NG_LEX_COUNTRY)
    return NG_NONE;
  const NgToken *country = &tokens[names[next].first];
  bool whole = country->known & NG_LEX_COUNTRY && names[next].end - names[next].first == MAX(country->phrase, 1u);
  if (!whole || country->sentence != tokens[names[i].first].sentence)
    return NG_NONE;
  gsize at = names[i].end;
  bool comma = is_word(&l, at, ",");
  at += comma;
  bool in = is_word(&l, at, "in");
  at += in;
  if ((!comma && !in) || at != names[next].first)
    return NG_NONE;
  return in || !is_list(&l, names, n_names, next) ? next : NG_NONE;
}

char *ng_places_quiet(const char *name)
{
  char *quiet = g_strdup(name);
  for (char *p = quiet; *p; p++)
    if (p > quiet && g_ascii_isalpha(p[-1]))
      *p = g_ascii_tolower(*p);
  return quiet;
}
