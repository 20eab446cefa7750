/* The parser's events to a tape.
 *
 * The stack of open elements is kept here, by what the tags say: the parser's own loses its place when one end tag is missing or too many. */
#include "load/sax_private.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* ---- the tape ---- */

/* An event of that kind, with so many bytes behind it. */
static NgSaxEvent *record(NgSaxParser *sax, NgSaxEventKind kind, gsize more_bytes)
{
  gsize bytes;
  NgSaxEvent *event = ng_sax_tape_write(sax->tape, sizeof *event + more_bytes, &bytes);
  event->bytes = bytes;
  event->kind = kind;
  return event;
}

static void record_text(NgSaxParser *sax, const char *text, gsize bytes)
{
  NgSaxEvent *event = record(sax, NG_SAX_TEXT, bytes);
  event->n = (uint32_t)bytes;
  memcpy(event->text, text, bytes);
}

/* ---- problems ---- */

void ng_sax_report(NgSaxParser *sax, int line, int column, const char *message)
{
  uint32_t at_line = line > 0 ? (uint32_t)line : 0, at_column = line > 0 && column > 0 ? (uint32_t)column : 0;
  g_autofree char *clean = ng_text_clean_line(message, strlen(message));
  gsize bytes = strlen(clean) + 1;
  NgSaxEvent *event = record(sax, NG_SAX_REPORT, bytes);
  event->line = at_line;
  event->column = at_column;
  memcpy(event->text, clean, bytes);
  if (!sax->first_problem)
    sax->first_problem = at_line ? g_strdup_printf("%u:%u: %s", at_line, at_column, clean) : g_strdup(clean);
}

/* Takes nothing more from the parser. */
static void stop(NgSaxParser *sax)
{
  sax->stopped = true;
  sax->gave_up = false;
  xmlStopParser(sax->parser);
}

static void report_here(NgSaxParser *sax, const char *message)
{
  const xmlParserInput *input = sax->parser->input;
  ng_sax_report(sax, input ? input->line : 0, input ? input->col : 0, message);
}

/* Whether an end tag, which the parser calls by its whole name, ends an element of this local name. */
static bool ends(const xmlChar *tag, const xmlChar *local_name)
{
  const char *colon = strrchr((const char *)tag, ':');
  return tag == local_name || strcmp(colon ? colon + 1 : (const char *)tag, (const char *)local_name) == 0;
}

/* The parser and the tag disagree on what ends. The tag is right; that is no problem at all if the stack here has the element on top. */
static void take_end_tag(NgSaxParser *sax, NgParserError error)
{
  sax->end_name = xmlDictLookup(sax->parser->dict, (const xmlChar *)error->str2, -1);
  const xmlChar *open = sax->depth ? sax->names[sax->depth - 1] : NULL;
  if (open && ends(sax->end_name, open))
    return;
  g_autofree char *message =
      g_strdup_printf("</%s> where <%s> is open", (const char *)sax->end_name, open ? (const char *)open : "nothing");
  ng_sax_report(sax, error->line, error->int2, message);
}

/* The parser misses end tags: of elements that are open here, or of its own only. */
static void report_open_element(NgSaxParser *sax, NgParserError error)
{
  if (!sax->depth || sax->told_of_end)
    return;
  sax->told_of_end = true;
  g_autofree char *message =
      g_strdup_printf("the document ends inside of <%s>", (const char *)sax->names[sax->depth - 1]);
  ng_sax_report(sax, error->line, error->int2, message);
}

static void on_error(void *user, NgParserError error)
{
  NgSaxParser *sax = user;
  sax->had_error = true;
  const char *message = ng_sax_error_message(error);
  if (!message || sax->stopped)
    return;
  if (error->code == XML_ERR_DOCUMENT_END && sax->depth) {
    sax->gave_up = true;
  } else if (error->code == XML_ERR_TAG_NOT_FINISHED) {
    report_open_element(sax, error);
  } else if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str2) {
    take_end_tag(sax, error);
  } else {
    ng_sax_report(sax, error->line, error->int2, message);
  }
  if (ng_sax_is_hopeless(error))
    stop(sax);
}

/* After an error the parser would leave out every entity, &amp; too. It means to be told that all is well again. */
static void carry_on(NgSaxParser *sax)
{
  if (!sax->parser->wellFormed)
    sax->parser->wellFormed = 1;
}

/* ---- elements ---- */

static void begin_dialect(NgSaxParser *sax, const NgSaxDialect *dialect)
{
  sax->dialect = dialect;
  for (gsize i = 0; i < dialect->n_rules; i++) {
    const xmlChar *name = xmlDictLookup(sax->parser->dict, (const xmlChar *)dialect->rules[i].name, -1);
    g_hash_table_insert(sax->rules, (void *)(guintptr)name, (void *)(guintptr)&dialect->rules[i]);
  }
  record(sax, NG_SAX_BEGIN, 0)->dialect = dialect;
}

static void begin_root(NgSaxParser *sax, const char *name, const char *namespace_uri)
{
  for (const NgSaxDialect *const *dialect = sax->dialects; *dialect; dialect++)
    if ((*dialect)->is_root(name, namespace_uri)) {
      begin_dialect(sax, *dialect);
      return;
    }
  sax->root = ng_text_clean_line(name, strlen(name));
  stop(sax);
}

static bool is_inclusion(const char *name, const char *namespace_uri)
{
  return name[0] == 'i' && strcmp(name, "include") == 0 && namespace_uri &&
         g_str_has_suffix(namespace_uri, "/XInclude");
}

/* One attribute as the parser gives it: name, prefix, namespace, the value's start and its end. */
#define ATTRIBUTE_FIELDS 5

/* The parser hands an ampersand in a value on as the reference &#38;, however it is written there, and no other one. Writes the value and a NUL;
 * returns what is behind. */
static char *copy_value(char *to, const char *value, gsize bytes)
{
  static const char reference[] = "&#38;";
  const gsize rest = sizeof reference - 2;
  const char *end = value + bytes;
  for (const char *p; (p = memchr(value, '&', (gsize)(end - value))); value = p) {
    p++;
    memcpy(to, value, (gsize)(p - value));
    to += p - value;
    if ((gsize)(end - p) >= rest && memcmp(p, reference + 1, rest) == 0)
      p += rest;
  }
  memcpy(to, value, (gsize)(end - value));
  to[end - value] = '\0';
  return to + (end - value) + 1;
}

static gsize values_bytes(const xmlChar **attributes, int n)
{
  gsize bytes = 0;
  for (int i = 0; i < n; i++, attributes += ATTRIBUTE_FIELDS)
    bytes += (gsize)(attributes[4] - attributes[3]) + 1;
  return bytes;
}

static void record_start(NgSaxParser *sax, const NgSaxRule *rule, const xmlChar **attributes, int n)
{
  if (!rule || !rule->start)
    n = 0;
  NgSaxEvent *event = record(sax, NG_SAX_START, (gsize)n * sizeof *event->attributes + values_bytes(attributes, n));
  event->rule = rule;
  event->n = (uint32_t)n;
  if (!rule || !rule->start)
    return;
  ng_sax_tag_place(sax->parser, &event->line, &event->column);
  char *values = (char *)(event->attributes + n);
  for (int i = 0; i < n; i++, attributes += ATTRIBUTE_FIELDS) {
    bool xml = attributes[1] && strcmp((const char *)attributes[1], "xml") == 0;
    event->attributes[i] = (NgSaxAttribute){(const char *)attributes[0], (gsize)(values - (char *)event), xml};
    values = copy_value(values, (const char *)attributes[3], (gsize)(attributes[4] - attributes[3]));
  }
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace_uri,
                     int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                     const xmlChar **attributes)
{
  (void)prefix, (void)n_namespaces, (void)namespaces, (void)n_defaulted;
  NgSaxParser *sax = user;
  carry_on(sax);
  if (sax->stopped)
    return;
  if (sax->skip_starts) {
    sax->skip_starts--;
    return;
  }
  if (!sax->dialect)
    begin_root(sax, (const char *)name, (const char *)namespace_uri);
  if (sax->stopped)
    return;
  if (sax->depth == NG_SAX_MAX_DEPTH) {
    report_here(sax, "nested too deep to be read: the rest is left out");
    stop(sax);
    return;
  }
  if (is_inclusion((const char *)name, (const char *)namespace_uri))
    report_here(sax, "XInclude is not followed");
  sax->names[sax->depth++] = name;
  record_start(sax, g_hash_table_lookup(sax->rules, name), attributes, n_attributes);
}

static void end_innermost(NgSaxParser *sax)
{
  record(sax, NG_SAX_END, 0);
  sax->depth--;
}

void ng_sax_record_end(NgSaxParser *sax)
{
  while (sax->depth)
    end_innermost(sax);
  if (sax->dialect)
    record(sax, NG_SAX_FINISH, 0);
}

/* An end tag ends the innermost element of its name, and what was left open inside; one that nothing began is left out. */
static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace_uri)
{
  (void)prefix, (void)namespace_uri;
  NgSaxParser *sax = user;
  carry_on(sax);
  if (sax->stopped)
    return;
  const xmlChar *tag = sax->end_name ? sax->end_name : name;
  sax->end_name = NULL;
  guint depth = sax->depth;
  while (depth && !ends(tag, sax->names[depth - 1]))
    depth--;
  while (depth && sax->depth >= depth)
    end_innermost(sax);
}

/* ---- text ---- */

/* The longest text that a character reference makes. All other text comes from the decoder or from an entity, and is clean; but after an error the
 * parser may go on in the middle of a character. */
#define REFERENCE_BYTES 4

static void on_text(void *user, const xmlChar *text, int bytes)
{
  NgSaxParser *sax = user;
  carry_on(sax);
  if (!sax->dialect || sax->stopped)
    return;
  const char *given = (const char *)text;
  gsize n = (gsize)bytes;
  if ((bytes > REFERENCE_BYTES && !sax->had_error) || ng_text_clean_run(given, n) == n) {
    record_text(sax, given, n);
    return;
  }
  g_string_truncate(sax->scratch, 0);
  ng_text_clean(sax->scratch, given, n);
  record_text(sax, sax->scratch->str, sax->scratch->len);
}

/* ---- entities ---- */

static void on_entity_declaration(void *user, const xmlChar *name, int type, const xmlChar *public_id,
                                  const xmlChar *system_id, xmlChar *content)
{
  (void)public_id, (void)system_id;
  NgSaxParser *sax = user;
  if (ng_sax_entities_declare(&sax->entities, (const char *)name, type, (const char *)content) == NG_ENTITY_KEPT)
    return;
  g_autofree char *message = g_strdup_printf("entity %s is external, long or nested: it is not expanded", name);
  report_here(sax, message);
}

static xmlEntityPtr on_entity(void *user, const xmlChar *name)
{
  NgSaxParser *sax = user;
  return ng_sax_entities_find(&sax->entities, (const char *)name);
}

void ng_sax_set_callbacks(xmlParserCtxtPtr parser, NgSaxParser *sax)
{
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = on_start;
  parser->sax->endElementNs = on_end;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = on_text;
  parser->sax->entityDecl = on_entity_declaration;
  parser->sax->getEntity = on_entity;
  parser->sax->serror = on_error;
  parser->userData = sax;
}
