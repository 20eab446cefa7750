/* Ids that no xml:id may be, and how they are written.
 *
 * A character that cannot stand in an xml:id stands there as its code in hexadecimal, _x0020_ for a space (four digits, eight beyond
 * U+FFFF), as databases and office programs have long written such names. export/tei_id.c writes them so. */
#include "load/tei_private.h"

#include <math.h>
#include <string.h>

/* The character that is written at `p`, and how many bytes that takes; 0 if there is none. */
static gsize escaped_at(const char *p, gunichar *c)
{
  if (p[0] != '_' || p[1] != 'x')
    return 0;
  gsize n = 0;
  *c = 0;
  for (; n < 8 && g_ascii_isxdigit(p[2 + n]); n++)
    *c = *c << 4 | (gunichar)g_ascii_xdigit_value(p[2 + n]);
  if ((n != 4 && n != 8) || p[2 + n] != '_' || *c == 0 || !g_unichar_validate(*c))
    return 0;
  return n + 3;
}

char *ng_tei_plain_id(const char *id)
{
  GString *plain = g_string_new(NULL);
  gunichar c;
  for (gsize n; *id; id += n) {
    n = escaped_at(id, &c);
    if (n) {
      g_string_append_unichar(plain, c);
    } else {
      g_string_append_c(plain, *id);
      n = 1;
    }
  }
  return g_string_free(plain, FALSE);
}

char **ng_tei_pointers_in(const char *value)
{
  char **pointers = ng_tei_words(value);
  for (char **p = pointers; p && *p; p++) {
    if (**p != '#' || !strstr(*p, "_x"))
      continue;
    char *plain = ng_tei_plain_id(*p);
    g_free(*p);
    *p = plain;
  }
  return pointers;
}

static NgOrigin origin_of(NgTei *t)
{
  static const NgOrigin origins[] = {NG_ORIGIN_NAME, NG_ORIGIN_ANNOTATOR, NG_ORIGIN_USER};
  const char *resp = ng_sax_attribute(t->sax, "resp");
  for (gsize i = 0; resp && *resp == '#' && i < G_N_ELEMENTS(origins); i++)
    if (strcmp(resp + 1, ng_origin_word(origins[i])) == 0)
      return origins[i];
  return NG_ORIGIN_MARKUP;
}

/* Per cent of "0.85"; 0 of anything else. */
static uint8_t per_cent(const char *cert)
{
  char *end = NULL;
  double part = cert && g_ascii_isdigit(*cert) ? g_ascii_strtod(cert, &end) : 0;
  return end && *end == '\0' && part >= 0 && part <= 1 ? (uint8_t)lround(part * 100) : 0;
}

NgSaidBy ng_tei_said_by(NgTei *t)
{
  NgSaidBy by = {origin_of(t), 0, 0};
  if (by.origin != NG_ORIGIN_ANNOTATOR)
    return by;
  by.confidence = per_cent(ng_sax_attribute(t->sax, "cert"));
  const char *rule = ng_sax_attribute(t->sax, "ana");
  g_autofree char *name = rule && *rule == '#' ? ng_tei_plain_id(rule + 1) : NULL;
  by.rule = ng_builder_rule(t->builder, name);
  return by;
}

int ng_tei_told_level(NgTei *t)
{
  const char *rend = ng_sax_attribute(t->sax, "rend");
  if (!rend || !g_str_has_prefix(rend, "level-"))
    return 0;
  guint64 level;
  return g_ascii_string_to_unsigned(rend + strlen("level-"), 10, 1, 255, &level, NULL) ? (int)level : 0;
}
