/* Ids and dates as XML takes them. */
#include "export/tei_private.h"

#include <string.h>

/* ---- ids ---- */

/* Letters that every edition of XML takes in a name. */
static bool is_letter(gunichar c)
{
  static const struct {
    gunichar first, last;
  } ranges[] = {
      {0x00C0, 0x00D6}, {0x00D8, 0x00F6}, {0x00F8, 0x0131}, {0x0134, 0x013E}, {0x0141, 0x0148}, {0x014A, 0x017E},
      {0x0388, 0x038A}, {0x038E, 0x03A1}, {0x03A3, 0x03CE}, {0x0401, 0x040C}, {0x040E, 0x044F}, {0x0451, 0x045C},
      {0x05D0, 0x05EA}, {0x0621, 0x063A}, {0x0641, 0x064A}, {0x10D0, 0x10F6}, {0x1E00, 0x1E9B}, {0x3041, 0x3094},
      {0x30A1, 0x30FA}, {0x4E00, 0x9FA5}, {0xAC00, 0xD7A3},
  };
  if (c < 0x80)
    return g_ascii_isalpha((char)c);
  for (gsize i = 0; i < G_N_ELEMENTS(ranges) && c >= ranges[i].first; i++)
    if (c <= ranges[i].last)
      return true;
  return false;
}

/* Whether what stands at `p`, a _, would be read as an escaped character. */
static bool looks_escaped(const char *p)
{
  gsize n = 0;
  if (p[1] != 'x')
    return false;
  while (n < 8 && g_ascii_isxdigit(p[2 + n]))
    n++;
  return (n == 4 || n == 8) && p[2 + n] == '_';
}

void ng_tei_put_id(FILE *out, const char *id)
{
  for (const char *p = id; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    bool inside = p > id && (g_ascii_isdigit(*p) || *p == '-' || *p == '.');
    if (is_letter(c) || inside || (c == '_' && !looks_escaped(p)))
      fwrite(p, 1, (gsize)(g_utf8_next_char(p) - p), out);
    else
      fprintf(out, c > 0xFFFF ? "_x%08X_" : "_x%04X_", c);
  }
}

void ng_tei_put_pointer(NgTeiWriter *w, const char *attribute, uint32_t entity)
{
  fprintf(w->out, " %s=\"#", attribute);
  ng_tei_put_id(w->out, w->entities[entity].id);
  putc_unlocked('"', w->out);
}

void ng_tei_put_said_by(NgTeiWriter *w, uint8_t origin, uint8_t confidence, uint8_t rule)
{
  if (origin == NG_ORIGIN_MARKUP)
    return;
  fprintf(w->out, " resp=\"#%s\"", ng_origin_word((NgOrigin)origin));
  if (origin != NG_ORIGIN_ANNOTATOR)
    return;
  if (confidence)
    fprintf(w->out, " cert=\"%u.%02u\"", confidence / 100u, confidence % 100u);
  if (!rule)
    return;
  fputs(" ana=\"#", w->out);
  ng_tei_put_id(w->out, ng_article_rule(w->article, rule));
  putc_unlocked('"', w->out);
}

/* ---- dates ---- */

/* The number of exactly two digits at `*p`, which is moved behind them; -1 if there is none. */
static int two_digits(const char **p)
{
  const char *d = *p;
  if (!g_ascii_isdigit(d[0]) || !g_ascii_isdigit(d[1]))
    return -1;
  *p += 2;
  return 10 * (d[0] - '0') + (d[1] - '0');
}

static bool in_range(int number, int least, int most)
{
  return number >= least && number <= most;
}

/* "Z", "+01:00", or nothing. */
static bool is_zone(const char *p)
{
  if (*p == '\0' || strcmp(p, "Z") == 0)
    return true;
  if (*p != '+' && *p != '-')
    return false;
  p++;
  return in_range(two_digits(&p), 0, 13) && *p++ == ':' && in_range(two_digits(&p), 0, 59) && *p == '\0';
}

static bool is_time(const char *p)
{
  if (!in_range(two_digits(&p), 0, 23) || *p++ != ':' || !in_range(two_digits(&p), 0, 59) || *p++ != ':' ||
      !in_range(two_digits(&p), 0, 59))
    return false;
  if (*p == '.') {
    gsize digits = strspn(p + 1, "0123456789");
    if (!in_range((int)MIN(digits, 100), 1, 9))
      return false;
    p += 1 + digits;
  }
  return is_zone(p);
}

bool ng_tei_is_moment(const char *date)
{
  const char *p = date;
  int century = two_digits(&p), year = century < 0 ? -1 : two_digits(&p);
  if (year < 0 || century * 100 + year == 0)
    return false;
  if (*p == '\0')
    return true;
  if (*p++ != '-')
    return false;
  int month = two_digits(&p);
  if (!in_range(month, 1, 12))
    return false;
  if (*p == '\0')
    return true;
  if (*p++ != '-')
    return false;
  int day = two_digits(&p);
  if (day < 1 || !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)(century * 100 + year)))
    return false;
  return *p == '\0' || (*p == 'T' && is_time(p + 1));
}

void ng_tei_put_date(FILE *out, const char *date)
{
  const char *slash = strchr(date, '/');
  g_autofree char *from = slash ? g_strndup(date, (gsize)(slash - date)) : NULL;
  if (ng_tei_is_moment(date)) {
    ng_xml_attribute(out, "when", date);
  } else if (slash && ng_tei_is_moment(from) && ng_tei_is_moment(slash + 1)) {
    ng_xml_attribute(out, "from", from);
    ng_xml_attribute(out, "to", slash + 1);
  } else {
    ng_xml_attribute(out, "when-custom", date);
  }
}
