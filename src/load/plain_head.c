/* What the first lines of a plain text say of it: when, who, where from. */
#include "load/plain.h"

#include <stdlib.h>
#include <string.h>

/* ---- dates ---- */

static bool is_month_name(const char *word, int *month)
{
  static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december"};
  gsize bytes = strlen(word);
  if (bytes > 3 && word[bytes - 1] == '.')
    bytes--;
  for (int i = 0; bytes >= 3 && i < (int)G_N_ELEMENTS(months); i++)
    if (g_ascii_strncasecmp(word, months[i], bytes) == 0) {
      *month = i + 1;
      return true;
    }
  return false;
}

/* Words that stand before a date and say no more than that it is one. */
static bool is_filler(const char *word)
{
  static const char *const fillers[] = {"date",    "dated",     "published", "posted", "updated",  "on",     "monday",
                                        "tuesday", "wednesday", "thursday",  "friday", "saturday", "sunday", NULL};
  g_autofree char *lower = g_ascii_strdown(word, -1);
  char *end = lower + strlen(lower);
  if (end > lower && strchr(":,", end[-1]))
    end[-1] = '\0';
  return g_strv_contains(fillers, lower);
}

/* A word of digits only, perhaps with a comma behind it; -1 if it is none. */
static int number(const char *word)
{
  char *end;
  if (!g_ascii_isdigit(*word) || strlen(word) > 5)
    return -1;
  long value = strtol(word, &end, 10);
  return *end && strcmp(end, ",") != 0 ? -1 : (int)value;
}

/* The number that so many digits make. */
static int digits(const char *text, int n)
{
  int value = 0;
  for (int i = 0; i < n; i++)
    value = value * 10 + g_ascii_digit_value(text[i]);
  return value;
}

static char *date_of(int year, int month, int day)
{
  if (year < 1000 || year > 9999 || !g_date_valid_dmy((GDateDay)CLAMP(day, 0, 255), (GDateMonth)month, (GDateYear)year))
    return NULL;
  return g_strdup_printf("%04d-%02d-%02d", year, month, day);
}

static bool is_iso_date(const char *word)
{
  static const char form[] = "dddd-dd-dd";
  for (gsize i = 0; i < sizeof form - 1; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit(word[i]) : word[i] != form[i])
      return false;
  return strchr("T", word[10]) != NULL; /* the end, or a time */
}

char *ng_plain_date(const char *line)
{
  g_auto(GStrv) words = g_strsplit(line, " ", 8);
  char **first = words;
  while (*first && is_filler(*first))
    first++;
  guint n = g_strv_length(first);
  int month;
  if (n == 1 && is_iso_date(first[0]))
    return date_of(digits(first[0], 4), digits(first[0] + 5, 2), digits(first[0] + 8, 2));
  if (n != 3)
    return NULL;
  if (is_month_name(first[0], &month))
    return date_of(number(first[2]), month, number(first[1]));
  if (is_month_name(first[1], &month))
    return date_of(number(first[2]), month, number(first[0]));
  return NULL;
}

/* ---- who and where ---- */

const char *ng_plain_byline(const char *line)
{
  bool by = g_ascii_strncasecmp(line, "by ", 3) == 0 && g_unichar_isupper(g_utf8_get_char(line + 3));
  return by && !strpbrk(line, ".!?:;") ? line + 3 : NULL;
}

/* A dateline's city is in capitals: so many letters, and no small one. */
static bool is_in_capitals(const char *text, gsize bytes)
{
  guint letters = 0;
  for (const char *p = text; p < text + bytes; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_islower(c))
      return false;
    letters += g_unichar_isupper(c) != 0;
  }
  return letters >= 3;
}

/* The dash between a dateline and the text. A dash within a word is none. */
static const char *find_dash(const char *text)
{
  static const char *const dashes[] = {" - ", " -- ", " \u2013 ", " \u2014 ", "\u2014"};
  const char *first = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(dashes); i++) {
    const char *found = strstr(text, dashes[i]);
    if (found && (!first || found < first))
      first = found;
  }
  return first;
}

#define MAX_DATELINE_BYTES 80

char *ng_plain_dateline(const char *paragraph)
{
  g_autofree char *start = g_strndup(paragraph, MAX_DATELINE_BYTES + 5);
  const char *dash = find_dash(start);
  if (!dash)
    return NULL;
  gsize bytes = (gsize)(dash - start), city = strcspn(start, ",(");
  const char *agency = memchr(start, '(', bytes);
  if (!is_in_capitals(start, MIN(city, bytes)))
    return NULL;
  g_autofree char *line = g_strndup(start, agency ? (gsize)(agency - start) : bytes);
  g_strchomp(line);
  if (strpbrk(line, "!?:;\"") || strlen(line) > MAX_DATELINE_BYTES)
    return NULL;
  return g_steal_pointer(&line);
}
