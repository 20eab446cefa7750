#include "annotate/verb_forms.h"

#include <stdbool.h>
#include <string.h>

static bool is_vowel(char c)
{
  return strchr("aeiou", c) != NULL;
}

/* "stab", "beg", "gun": one vowel between consonants, so the last is doubled. */
static bool is_doubled(const char *verb, gsize n)
{
  if (n < 3 || is_vowel(verb[n - 1]) || strchr("wxy", verb[n - 1]) || !is_vowel(verb[n - 2]) || is_vowel(verb[n - 3]))
    return false;
  for (gsize i = 0; i + 2 < n; i++)
    if (is_vowel(verb[i]))
      return false;
  return true;
}

char *ng_verb_with_ending(const char *verb, const char *ending)
{
  gsize n = strlen(verb);
  bool e = verb[n - 1] == 'e', y = n > 1 && verb[n - 1] == 'y' && !is_vowel(verb[n - 2]);
  if (strcmp(ending, "s") == 0) {
    bool hisses = strchr("sxz", verb[n - 1]) || g_str_has_suffix(verb, "ch") || g_str_has_suffix(verb, "sh") ||
                  strcmp(verb, "go") == 0;
    return y ? g_strdup_printf("%.*sies", (int)n - 1, verb) : g_strconcat(verb, hisses ? "es" : "s", NULL);
  }
  if (strcmp(ending, "ed") == 0 && y)
    return g_strdup_printf("%.*sied", (int)n - 1, verb);
  if (e && (ending[0] == 'e' || verb[n - 2] != 'e')) {
    if (g_str_has_suffix(verb, "ie") && ending[0] == 'i')
      return g_strdup_printf("%.*sying", (int)n - 2, verb);
    return g_strdup_printf("%.*s%s", (int)n - 1, verb, ending);
  }
  if (is_doubled(verb, n))
    return g_strdup_printf("%s%c%s", verb, verb[n - 1], ending);
  return g_strconcat(verb, ending, NULL);
}
