#include "model/phrase.h"

#include <math.h>
#include <string.h>

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

/* Two digits at `text` as a number from 1 to `most`; 0 if they are none. */
static int two_digits(const char *text, int most)
{
  if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]))
    return 0;
  int n = 10 * (text[0] - '0') + (text[1] - '0');
  return n <= most ? n : 0;
}

static char *phrase_day(const char *iso)
{
  for (int i = 0; i < 4; i++)
    if (!g_ascii_isdigit(iso[i]))
      return g_strdup(iso);
  int month = iso[4] == '-' ? two_digits(iso + 5, 12) : 0;
  if (month == 0)
    return g_strdup(iso);
  const char *rest = iso + 7;
  if (*rest == '\0')
    return g_strdup_printf("%s %.4s", months[month - 1], iso);
  int day = *rest == '-' ? two_digits(rest + 1, 31) : 0;
  if (day == 0 || (rest[3] != '\0' && rest[3] != 'T' && rest[3] != ' '))
    return g_strdup(iso);
  return g_strdup_printf("%d %s %.4s", day, months[month - 1], iso);
}

char *ng_phrase_date(const char *iso)
{
  const char *slash = strchr(iso, '/');
  if (!slash || slash == iso || slash[1] == '\0')
    return phrase_day(iso);
  g_autofree char *start = g_strndup(iso, (gsize)(slash - iso));
  g_autofree char *first = phrase_day(start), *last = phrase_day(slash + 1);
  return g_strdup_printf("%s to %s", first, last);
}

/* One coordinate; the sign is the letter, and what rounds to zero has the first. */
static void add_degrees(GString *out, double degrees, char positive, char negative)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double tenths = round(degrees * 10);
  g_ascii_formatd(digits, sizeof digits, "%.1f", fabs(tenths) / 10);
  g_string_append(out, digits);
  g_string_append_c(out, tenths < 0 ? negative : positive);
}

char *ng_phrase_position(double lat_deg, double lon_deg)
{
  GString *out = g_string_new(NULL);
  add_degrees(out, lat_deg, 'N', 'S');
  g_string_append_c(out, ' ');
  add_degrees(out, lon_deg, 'E', 'W');
  return g_string_free(out, FALSE);
}

char *ng_phrase_count(uint32_t n, const char *one, const char *many)
{
  return g_strdup_printf("%u %s", n, n == 1 ? one : many);
}

const char *ng_phrase_language(const char *bcp47)
{
  static const char *const names[][2] = {
      {"ar", "Arabic"},   {"bg", "Bulgarian"}, {"ca", "Catalan"},   {"cs", "Czech"},      {"da", "Danish"},
      {"de", "German"},   {"el", "Greek"},     {"en", "English"},   {"es", "Spanish"},    {"et", "Estonian"},
      {"fa", "Persian"},  {"fi", "Finnish"},   {"fr", "French"},    {"gl", "Galician"},   {"he", "Hebrew"},
      {"hi", "Hindi"},    {"hr", "Croatian"},  {"hu", "Hungarian"}, {"id", "Indonesian"}, {"it", "Italian"},
      {"ja", "Japanese"}, {"ko", "Korean"},    {"la", "Latin"},     {"lt", "Lithuanian"}, {"lv", "Latvian"},
      {"nl", "Dutch"},    {"no", "Norwegian"}, {"pl", "Polish"},    {"pt", "Portuguese"}, {"ro", "Romanian"},
      {"ru", "Russian"},  {"sk", "Slovak"},    {"sl", "Slovenian"}, {"sr", "Serbian"},    {"sv", "Swedish"},
      {"th", "Thai"},     {"tr", "Turkish"},   {"uk", "Ukrainian"}, {"vi", "Vietnamese"}, {"zh", "Chinese"},
  };
  gsize bytes = strcspn(bcp47, "-_");
  for (gsize i = 0; bytes == 2 && i < G_N_ELEMENTS(names); i++)
    if (g_ascii_strncasecmp(bcp47, names[i][0], 2) == 0)
      return names[i][1];
  return "this language";
}

static const struct {
  const char *head, *one, *many;
} kinds[NG_N_ENTITY_KINDS] = {
    [NG_ENTITY_PERSON] = {"People", "person", "people"},
    [NG_ENTITY_PLACE] = {"Places", "place", "places"},
    [NG_ENTITY_ORGANISATION] = {"Organisations", "organisation", "organisations"},
    [NG_ENTITY_EVENT] = {"Events", "event", "events"},
};

const char *ng_phrase_origin(NgOrigin origin)
{
  static const char *const words[] = {[NG_ORIGIN_MARKUP] = "marked in the text",
                                      [NG_ORIGIN_NAME] = "marked in the text",
                                      [NG_ORIGIN_ANNOTATOR] = "by the annotator",
                                      [NG_ORIGIN_CO_MENTION] = "named together",
                                      [NG_ORIGIN_USER] = "told by you"};
  return words[origin];
}

const char *ng_phrase_relations(const NgArticle *article)
{
  uint32_t n, found = 0;
  const NgRelation *relations = ng_article_relations(article, &n);
  for (uint32_t i = 0; i < n; i++)
    found += relations[i].origin == NG_ORIGIN_ANNOTATOR;
  return found == 0 ? "marked in the text" : found == n ? "found by the annotator" : "marked or found";
}

const char *ng_phrase_kind_head(NgEntityKind kind)
{
  return kinds[kind].head;
}

const char *ng_phrase_kind(NgEntityKind kind, uint32_t n)
{
  return n == 1 ? kinds[kind].one : kinds[kind].many;
}
