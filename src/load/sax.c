/* The parser's events to a dialect's handlers.
 *
 * The stack of open elements is kept here, by what the tags say: the parser's own loses its place when one end tag is missing or too many. */
#include "load/sax_private.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* ---- problems ---- */

void ng_sax_report(NgSax *sax, int line, int column, const char *message)
{
  uint32_t at_line = line > 0 ? (uint32_t)line : 0, at_column = line > 0 && column > 0 ? (uint32_t)column : 0;
  g_autofree char *clean = ng_text_clean_line(message, strlen(message));
  ng_builder_diagnose(sax->builder, at_line, at_column, "%s", clean);
  if (!sax->first_problem)
    sax->first_problem = at_line ? g_strdup_printf("%u:%u: %s", at_line, at_column, clean) : g_strdup(clean);
}

void ng_sax_stop(NgSax *sax)
{
  sax->stopped = true;
  sax->gave_up = false;
  xmlStopParser(sax->parser);
}

static void report_here(NgSax *sax, const char *message)
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
static void take_end_tag(NgSax *sax, NgParserError error)
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
static void report_open_element(NgSax *sax, NgParserError error)
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
  NgSax *sax = user;
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
    ng_sax_stop(sax);
}

/* After an error the parser would leave out every entity, &amp; too. It means to be told that all is well again. */
static void carry_on(NgSax *sax)
{
  if (!sax->parser->wellFormed)
    sax->parser->wellFormed = 1;
}

/* ---- elements ---- */

static void begin_dialect(NgSax *sax, const NgSaxDialect *dialect)
{
  sax->dialect = dialect;
  ng_builder_set_format(sax->builder, dialect->format);
  for (gsize i = 0; i < dialect->n_rules; i++) {
    const xmlChar *name = xmlDictLookup(sax->parser->dict, (const xmlChar *)dialect->rules[i].name, -1);
    g_hash_table_insert(sax->rules, (void *)(guintptr)name, (void *)(guintptr)&dialect->rules[i]);
  }
  sax->loader = dialect->begin(sax, sax->builder);
}

static void begin_root(NgSax *sax, const char *name, const char *namespace_uri)
{
  for (const NgSaxDialect *const *dialect = sax->dialects; *dialect; dialect++)
    if ((*dialect)->is_root(name, namespace_uri)) {
      begin_dialect(sax, *dialect);
      return;
    }
  sax->root = ng_text_clean_line(name, strlen(name));
  ng_sax_stop(sax);
}

static bool is_inclusion(const char *name, const char *namespace_uri)
{
  return name[0] == 'i' && strcmp(name, "include") == 0 && namespace_uri &&
         g_str_has_suffix(namespace_uri, "/XInclude");
}

static void push_element(NgSax *sax, const xmlChar *name)
{
  NgSaxFrame frame = {.rule = g_hash_table_lookup(sax->rules, name)};
  if (sax->depth)
    frame.mode = sax->frames[sax->depth - 1].mode;
  sax->names[sax->depth] = name;
  sax->frames[sax->depth++] = frame;
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace_uri,
                     int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                     const xmlChar **attributes)
{
  (void)prefix, (void)n_namespaces, (void)namespaces, (void)n_defaulted;
  NgSax *sax = user;
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
    ng_sax_stop(sax);
    return;
  }
  if (is_inclusion((const char *)name, (const char *)namespace_uri))
    report_here(sax, "XInclude is not followed");
  push_element(sax, name);
  NgSaxFrame *frame = &sax->frames[sax->depth - 1];
  if (!frame->rule || !frame->rule->start)
    return;
  sax->attributes = attributes;
  sax->n_attributes = n_attributes;
  sax->has_room = false;
  frame->rule->start(sax->loader, frame);
  sax->attributes = NULL;
  sax->n_attributes = 0;
}

void ng_sax_end_innermost(NgSax *sax)
{
  NgSaxFrame *frame = &sax->frames[sax->depth - 1];
  if (frame->rule && frame->rule->end)
    frame->rule->end(sax->loader, frame);
  sax->depth--;
}

/* An end tag ends the innermost element of its name, and what was left open inside; one that nothing began is left out. */
static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace_uri)
{
  (void)prefix, (void)namespace_uri;
  NgSax *sax = user;
  carry_on(sax);
  if (sax->stopped)
    return;
  const xmlChar *tag = sax->end_name ? sax->end_name : name;
  sax->end_name = NULL;
  guint depth = sax->depth;
  while (depth && !ends(tag, sax->names[depth - 1]))
    depth--;
  while (depth && sax->depth >= depth)
    ng_sax_end_innermost(sax);
}

/* ---- text ---- */

/* The longest text that a character reference makes. All other text comes from the decoder or from an entity, and is clean; but after an error the
 * parser may go on in the middle of a character. */
#define REFERENCE_BYTES 4

static void on_text(void *user, const xmlChar *text, int bytes)
{
  NgSax *sax = user;
  carry_on(sax);
  if (!sax->loader || sax->stopped)
    return;
  const char *given = (const char *)text;
  gsize n = (gsize)bytes;
  if ((bytes > REFERENCE_BYTES && !sax->had_error) || ng_text_clean_run(given, n) == n) {
    sax->dialect->text(sax->loader, given, n);
    return;
  }
  g_string_truncate(sax->scratch, 0);
  ng_text_clean(sax->scratch, given, n);
  sax->dialect->text(sax->loader, sax->scratch->str, sax->scratch->len);
}

/* ---- entities ---- */

static void on_entity_declaration(void *user, const xmlChar *name, int type, const xmlChar *public_id,
                                  const xmlChar *system_id, xmlChar *content)
{
  (void)public_id, (void)system_id;
  NgSax *sax = user;
  if (ng_sax_entities_declare(&sax->entities, (const char *)name, type, (const char *)content) == NG_ENTITY_KEPT)
    return;
  g_autofree char *message = g_strdup_printf("entity %s is external, long or nested: it is not expanded", name);
  report_here(sax, message);
}

static xmlEntityPtr on_entity(void *user, const xmlChar *name)
{
  NgSax *sax = user;
  return ng_sax_entities_find(&sax->entities, (const char *)name);
}

void ng_sax_set_callbacks(xmlParserCtxtPtr parser, NgSax *sax)
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
