/* The gate: text from outside made harmless. Clean runs are found sixteen bytes at a time and copied whole. */
#include "text/sixteen.h"
#include "text/text_private.h"

#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"

/* The end of the run of printable ASCII, tabs and line ends at `p`. */
static const guchar *skip_ascii(const guchar *p, const guchar *end)
{
  for (; end - p >= NG_SIXTEEN; p += NG_SIXTEEN) {
    NgSixteen bytes = ng_sixteen_at(p);
    NgSixteen space = (NgSixteen)(bytes == '\n') | (NgSixteen)(bytes == '\t') | (NgSixteen)(bytes == '\r');
    guint stop = ng_sixteen_first(((NgSixteen)(bytes < 0x20) & ~space) | (NgSixteen)(bytes >= 0x7F));
    if (stop < NG_SIXTEEN)
      return p + stop;
  }
  while (p < end && *p < 0x7F && (*p >= 0x20 || *p == '\n' || *p == '\t' || *p == '\r'))
    p++;
  return p;
}

/* The bytes of the well-formed character at `p` (table 3-7 of the Unicode standard), which is stored in `*c`; or minus the bytes of the maximal
 * part of one that stands there instead. *p >= 0x80. */
static int scan_character(const guchar *p, const guchar *end, gunichar *c)
{
  guchar lead = *p, low = 0x80, high = 0xBF;
  int n;
  if (lead >= 0xC2 && lead <= 0xDF) {
    n = 2;
    *c = lead & 0x1Fu;
  } else if ((lead & 0xF0) == 0xE0) {
    n = 3;
    *c = lead & 0x0Fu;
    if (lead == 0xE0)
      low = 0xA0;
    else if (lead == 0xED)
      high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    n = 4;
    *c = lead & 0x07u;
    if (lead == 0xF0)
      low = 0x90;
    else if (lead == 0xF4)
      high = 0x8F;
  } else {
    return -1;
  }
  for (int i = 1; i < n; i++) {
    if (p + i == end || p[i] < low || p[i] > high)
      return -i;
    low = 0x80;
    high = 0xBF;
    *c = *c << 6 | (p[i] & 0x3Fu);
  }
  return n;
}

/* Whether a well-formed character above ASCII must not pass. */
static bool is_harmful(gunichar c)
{
  if (c < 0x2028)
    return c < 0xA0;
  if (c <= 0x2069)
    return c <= 0x202E || c >= 0x2066;
  if (c < 0xFDD0)
    return false;
  return c <= 0xFDEF || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c <= 0xE007F);
}

/* The end of the run of well-formed, harmless characters above ASCII at `p`. */
static const guchar *skip_characters(const guchar *p, const guchar *end)
{
  gunichar c;
  while (p < end && *p >= 0x80) {
    int n = scan_character(p, end, &c);
    if (n < 0 || is_harmful(c))
      break;
    p += n;
  }
  return p;
}

/* The end of what is clean at `p`. */
static const guchar *skip_clean(const guchar *p, const guchar *end)
{
  do {
    p = skip_ascii(p, end);
    p = skip_characters(p, end);
  } while (p < end && (*p >= 0x20 && *p < 0x7F));
  return p;
}

gsize ng_text_clean_run(const char *text, gsize bytes)
{
  const guchar *start = (const guchar *)text;
  return (gsize)(skip_clean(start, start + bytes) - start);
}

gsize ng_text_clean(GString *out, const char *text, gsize bytes)
{
  const guchar *p = (const guchar *)text, *end = p + bytes;
  gsize replaced = 0;
  while (p < end) {
    const guchar *run = p;
    p = skip_clean(p, end);
    g_string_append_len(out, (const char *)run, p - run);
    if (p == end)
      break;
    if (*p >= 0x80) {
      gunichar c;
      int n = scan_character(p, end, &c);
      if (n < 0 || is_harmful(c)) {
        g_string_append_len(out, REPLACEMENT, 3);
        p += ABS(n);
        replaced++;
      }
    } else if (*p < 0x20 ? *p != '\t' && *p != '\n' && *p != '\r' : *p == 0x7F) {
      char picture[3] = {'\xE2', '\x90', (char)(*p == 0x7F ? 0xA1 : 0x80 + *p)};
      g_string_append_len(out, picture, 3);
      p++;
      replaced++;
    }
  }
  return replaced;
}

bool ng_text_is_line(const char *text, gsize bytes)
{
  char before = ' ';
  for (gsize i = 0; i < bytes; before = text[i++])
    if (text[i] < ' ' || text[i] > '~' || (text[i] == ' ' && before == ' '))
      return false;
  return before != ' ' || bytes == 0;
}

char *ng_text_clean_line(const char *text, gsize bytes)
{
  if (ng_text_is_line(text, bytes))
    return g_strndup(text, bytes);
  GString *line = g_string_sized_new(bytes);
  ng_text_clean(line, text, bytes);
  gsize written = 0, pos = ng_text_skip_space(line->str, line->len, 0);
  while (pos < line->len) {
    gsize length;
    if (ng_text_is_space(ng_text_decode(line->str, line->len, pos, &length))) {
      pos = ng_text_skip_space(line->str, line->len, pos);
      if (pos < line->len)
        line->str[written++] = ' ';
      continue;
    }
    memmove(line->str + written, line->str + pos, length);
    written += length;
    pos += length;
  }
  g_string_truncate(line, written);
  return g_string_free(line, FALSE);
}

char *ng_text_file_name(const char *path)
{
  const char *slash = strrchr(path, '/'), *name = slash && slash[1] ? slash + 1 : path;
  return ng_text_clean_line(name, strlen(name));
}
