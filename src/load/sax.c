#include "load/sax.h"

#include "load/sax_entities.h"
#include "load/sax_errors.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* One attribute as the parser gives it: name, prefix, namespace, the value's start and its end. */
#define ATTRIBUTE_FIELDS 5

struct _NgSax {
  xmlParserCtxtPtr parser;
  NgDecoder *decoder;
  NgBuilder *builder;
  const NgSaxDialect *const *dialects;
  const NgSaxDialect *dialect; /* NULL before the root */
  void *loader;
  GHashTable *rules; /* the parser's own copy of a name to its NgSaxRule */
  GArray *frames;    /* NgSaxFrame */
  NgSaxEntities entities;
  GString *scratch; /* text that has to be cleaned once more */

  const xmlChar **attributes; /* of the element that starts now */
  int n_attributes;
  bool copied; /* their values stand in `values`, each with a NUL, from `value_starts` on */
  GString *values;
  GArray *value_starts; /* gsize */

  char *first_problem; /* with line and column: for the error, where there is no article */
  bool refused;        /* the root is no article's */
  char *root;
};

/* ---- problems ---- */

static void report(NgSax *sax, int line, int column, const char *message)
{
  uint32_t at_line = line > 0 ? (uint32_t)line : 0, at_column = line > 0 && column > 0 ? (uint32_t)column : 0;
  g_autofree char *clean = ng_text_clean_line(message, strlen(message));
  ng_builder_diagnose(sax->builder, at_line, at_column, "%s", clean);
  if (!sax->first_problem)
    sax->first_problem = at_line ? g_strdup_printf("%u:%u: %s", at_line, at_column, clean) : g_strdup(clean);
}

static void report_here(NgSax *sax, const char *message)
{
  const xmlParserInput *input = sax->parser->input;
  report(sax, input ? input->line : 0, input ? input->col : 0, message);
}

static void on_error(void *user, NgParserError error)
{
  NgSax *sax = user;
  const char *message = ng_sax_error_message(error);
  if (message && !sax->refused)
    report(sax, error->line, error->int2, message);
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
  sax->refused = true;
  sax->root = ng_text_clean_line(name, strlen(name));
  xmlStopParser(sax->parser);
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace_uri,
                     int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                     const xmlChar **attributes)
{
  (void)prefix, (void)n_namespaces, (void)namespaces, (void)n_defaulted;
  NgSax *sax = user;
  carry_on(sax);
  if (!sax->dialect && !sax->refused)
    begin_root(sax, (const char *)name, (const char *)namespace_uri);
  if (sax->refused)
    return;
  NgSaxFrame frame = {.rule = g_hash_table_lookup(sax->rules, name)};
  if (sax->frames->len)
    frame.mode = g_array_index(sax->frames, NgSaxFrame, sax->frames->len - 1).mode;
  g_array_append_val(sax->frames, frame);
  if (!frame.rule || !frame.rule->start)
    return;
  sax->attributes = attributes;
  sax->n_attributes = n_attributes;
  sax->copied = false;
  frame.rule->start(sax->loader, &g_array_index(sax->frames, NgSaxFrame, sax->frames->len - 1));
  sax->attributes = NULL;
  sax->n_attributes = 0;
}

static void end_element(NgSax *sax)
{
  NgSaxFrame *frame = &g_array_index(sax->frames, NgSaxFrame, sax->frames->len - 1);
  if (frame->rule && frame->rule->end)
    frame->rule->end(sax->loader, frame);
  g_array_set_size(sax->frames, sax->frames->len - 1);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace_uri)
{
  (void)name, (void)prefix, (void)namespace_uri;
  NgSax *sax = user;
  carry_on(sax);
  if (sax->frames->len)
    end_element(sax);
}

/* ---- text ---- */

/* The longest text that a character reference makes. All other text comes from the decoder or from an entity, and is clean. */
#define REFERENCE_BYTES 4

static void on_text(void *user, const xmlChar *text, int bytes)
{
  NgSax *sax = user;
  carry_on(sax);
  if (!sax->loader || sax->refused)
    return;
  if (bytes > REFERENCE_BYTES) {
    sax->dialect->text(sax->loader, (const char *)text, (gsize)bytes);
    return;
  }
  g_string_truncate(sax->scratch, 0);
  ng_text_clean(sax->scratch, (const char *)text, (gsize)bytes);
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

/* ---- what handlers ask ---- */

static void copy_values(NgSax *sax)
{
  g_string_truncate(sax->values, 0);
  g_array_set_size(sax->value_starts, 0);
  for (int i = 0; i < sax->n_attributes; i++) {
    const xmlChar *const *attribute = sax->attributes + (gsize)i * ATTRIBUTE_FIELDS;
    gsize start = sax->values->len;
    g_array_append_val(sax->value_starts, start);
    g_string_append_len(sax->values, (const char *)attribute[3], attribute[4] - attribute[3]);
    g_string_append_c(sax->values, '\0');
  }
  sax->copied = true;
}

const char *ng_sax_attribute(NgSax *sax, const char *name)
{
  bool xml = strncmp(name, "xml:", 4) == 0;
  const char *local = xml ? name + 4 : name;
  for (int i = 0; i < sax->n_attributes; i++) {
    const xmlChar *const *attribute = sax->attributes + (gsize)i * ATTRIBUTE_FIELDS;
    if (strcmp((const char *)attribute[0], local) != 0)
      continue;
    if (xml != (attribute[1] && strcmp((const char *)attribute[1], "xml") == 0))
      continue;
    if (!sax->copied)
      copy_values(sax);
    return sax->values->str + g_array_index(sax->value_starts, gsize, i);
  }
  return NULL;
}

const char *ng_sax_first_attribute(NgSax *sax, const char *const *names)
{
  for (; *names; names++) {
    const char *value = ng_sax_attribute(sax, *names);
    if (value && *value)
      return value;
  }
  return NULL;
}

void ng_sax_position(NgSax *sax, uint32_t *line, uint32_t *column)
{
  ng_sax_tag_place(sax->parser, line, column);
}

NgSaxFrame *ng_sax_frames(NgSax *sax, guint *n)
{
  *n = sax->frames->len;
  return (NgSaxFrame *)(void *)sax->frames->data;
}

NgSaxFrame *ng_sax_parent(NgSax *sax, const NgSaxFrame *frame)
{
  NgSaxFrame *first = (NgSaxFrame *)(void *)sax->frames->data;
  return frame > first ? first + (frame - first) - 1 : NULL;
}

static bool is_called(const NgSaxFrame *frame, const char *name)
{
  return frame->rule && strcmp(frame->rule->name, name) == 0;
}

bool ng_sax_parent_is(NgSax *sax, const NgSaxFrame *frame, const char *name)
{
  const NgSaxFrame *parent = ng_sax_parent(sax, frame);
  return parent && is_called(parent, name);
}

bool ng_sax_inside(NgSax *sax, const NgSaxFrame *frame, const char *name)
{
  for (const NgSaxFrame *f = ng_sax_parent(sax, frame); f; f = ng_sax_parent(sax, f))
    if (is_called(f, name))
      return true;
  return false;
}

/* ---- the run ---- */

static int read_more(void *context, char *buffer, int bytes)
{
  return (int)ng_decoder_read(context, buffer, (gsize)bytes);
}

static xmlParserCtxtPtr parser_new(NgSax *sax)
{
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
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
  xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  parser->userData = sax;
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateIO(read_more, NULL, sax->decoder, XML_CHAR_ENCODING_NONE);
  inputPush(parser, xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE));
  return parser;
}

static void report_decoding(NgSax *sax)
{
  guint64 replaced = ng_decoder_replaced(sax->decoder);
  g_autoptr(GString) message = g_string_new(NULL);
  if (ng_decoder_unknown_encoding(sax->decoder)) {
    g_string_printf(message, "unknown encoding %s: read as UTF-8", ng_decoder_unknown_encoding(sax->decoder));
    report(sax, 1, 1, message->str);
  }
  if (replaced) {
    g_string_printf(message, "%" G_GUINT64_FORMAT " invalid or unsafe %s replaced", replaced,
                    replaced == 1 ? "character was" : "characters were");
    report(sax, 0, 0, message->str);
  }
  if (ng_decoder_problem(sax->decoder))
    report(sax, 0, 0, ng_decoder_problem(sax->decoder));
}

static bool finish(NgSax *sax, const char *source, GError **error)
{
  g_autofree char *name = ng_text_clean_line(source, strlen(source));
  if (sax->loader) {
    while (sax->frames->len)
      end_element(sax);
    sax->dialect->finish(sax->loader);
    report_decoding(sax);
    return true;
  }
  report_decoding(sax);
  if (sax->refused)
    g_set_error(error, NG_ERROR, NG_ERROR_FORMAT, "%s: <%s> is neither TEI nor NITF", name, sax->root);
  else
    g_set_error(error, NG_ERROR, NG_ERROR_FORMAT, "%s:%s%s", name,
                sax->first_problem && g_ascii_isdigit(*sax->first_problem) ? "" : " ",
                sax->first_problem ? sax->first_problem : "no element in it");
  return false;
}

bool ng_sax_run(NgDecoder *decoder, const NgSaxDialect *const *dialects, NgBuilder *builder, const char *source,
                GError **error)
{
  NgSax sax = {.decoder = decoder, .builder = builder, .dialects = dialects};
  sax.rules = g_hash_table_new(g_direct_hash, g_direct_equal);
  sax.frames = g_array_new(FALSE, FALSE, sizeof(NgSaxFrame));
  sax.scratch = g_string_new(NULL);
  sax.values = g_string_new(NULL);
  sax.value_starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  ng_sax_entities_init(&sax.entities);
  sax.parser = parser_new(&sax);
  xmlParseDocument(sax.parser);
  bool loaded = finish(&sax, source, error);
  xmlFreeParserCtxt(sax.parser);
  ng_sax_entities_clear(&sax.entities);
  g_hash_table_unref(sax.rules);
  g_array_free(sax.frames, TRUE);
  g_string_free(sax.scratch, TRUE);
  g_string_free(sax.values, TRUE);
  g_array_free(sax.value_starts, TRUE);
  g_free(sax.first_problem);
  g_free(sax.root);
  return loaded;
}
