/* Checking: a document against a RELAX NG schema, and what an article says of itself.
 *
 * The only place where a tree is built: the validator wants one. It hangs on the same decoder as the loaders, so the same encodings
 * open, and nothing outside of the document is read. */
#include "load/load.h"

#include "load/decode.h"
#include "load/sax_errors.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <string.h>

typedef struct {
  uint32_t line, column;
} Place;

typedef struct {
  xmlParserCtxtPtr parser;
  GArray *places; /* Place, one an element; an element's _private is its index + 1 */
  GArray *findings;
  guint first_invalid; /* the first of the findings that the validator made */
} Check;

static void add_finding(GArray *findings, uint32_t line, uint32_t column, const char *message)
{
  NgFinding finding = {line, column, ng_text_clean_line(message, strlen(message))};
  g_array_append_val(findings, finding);
}

/* ---- the tree ---- */

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                     const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  xmlParserCtxtPtr parser = user;
  Check *check = parser->_private;
  xmlSAX2StartElementNs(user, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
  if (!parser->node)
    return;
  Place place;
  ng_sax_tag_place(parser, &place.line, &place.column);
  g_array_append_val(check->places, place);
  parser->node->_private = GUINT_TO_POINTER(check->places->len);
}

static void on_parse_error(void *user, NgParserError error)
{
  xmlParserCtxtPtr parser = user;
  Check *check = parser->_private;
  bool plain = error->code == XML_ERR_DOCUMENT_EMPTY; /* a text to read, it may be */
  const char *message = plain ? "no mark-up in it" : ng_sax_error_message(error);
  if (message)
    add_finding(check->findings, (uint32_t)MAX(error->line, 0), (uint32_t)MAX(error->int2, 0), message);
}

static int read_more(void *context, char *buffer, int bytes)
{
  return (int)ng_decoder_read(context, buffer, (gsize)bytes);
}

static xmlDocPtr parse(Check *check, NgDecoder *decoder)
{
  check->parser = xmlNewParserCtxt();
  check->parser->_private = check;
  check->parser->sax->startElementNs = on_start;
  check->parser->sax->serror = on_parse_error;
  xmlCtxtUseOptions(check->parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES);
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateIO(read_more, NULL, decoder, XML_CHAR_ENCODING_NONE);
  inputPush(check->parser, xmlNewIOInputStream(check->parser, buffer, XML_CHAR_ENCODING_NONE));
  xmlParseDocument(check->parser);
  xmlDocPtr document = check->parser->myDoc;
  check->parser->myDoc = NULL;
  return document;
}

/* ---- the schema ---- */

static Place place_of(const Check *check, const xmlNode *node, int line)
{
  while (node && !(node->type == XML_ELEMENT_NODE && node->_private))
    node = node->parent;
  if (node)
    return g_array_index(check->places, Place, GPOINTER_TO_UINT(node->_private) - 1);
  return (Place){line > 0 ? (uint32_t)line : 0, 0};
}

static void on_invalid(void *user, NgParserError error)
{
  Check *check = user;
  Place place = place_of(check, error->node, error->line);
  add_finding(check->findings, place.line, place.column, error->message ? error->message : "not valid");
}

/* Gives the first finding with these words and no place the place that is told now. */
static void on_invalid_again(void *user, NgParserError error)
{
  Check *check = user;
  if (!error->message)
    return;
  g_autofree char *message = ng_text_clean_line(error->message, strlen(error->message));
  for (guint i = check->first_invalid; i < check->findings->len; i++) {
    NgFinding *it = &g_array_index(check->findings, NgFinding, i);
    if (it->line != 0 || strcmp(it->message, message) != 0)
      continue;
    Place place = place_of(check, error->node, error->line);
    it->line = place.line;
    it->column = place.column;
    return;
  }
}

static void keep_first_message(void *user, NgParserError error)
{
  char **message = user;
  if (!*message && error->message)
    *message = g_strdup_printf("%s:%d: %s", error->file ? error->file : "", error->line, error->message);
}

static xmlRelaxNGPtr read_schema(const char *path, GError **error)
{
  g_autofree char *message = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  g_autoptr(GError) problem = NULL;
  /* libxml2 would speak to standard error of a file that it cannot open. */
  if (!g_file_get_contents(path, &bytes, &n_bytes, &problem) || n_bytes > G_MAXINT) {
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "%s", problem ? problem->message : "the schema is too large");
    return NULL;
  }
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewMemParserCtxt(bytes, (int)n_bytes);
  xmlRelaxNGPtr schema = NULL;
  if (parser) {
    xmlRelaxNGSetParserStructuredErrors(parser, (xmlStructuredErrorFunc)keep_first_message, &message);
    schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
  }
  if (!schema) {
    g_autofree char *why = g_strdup_printf("%s: not a schema that can be read: %s", path, message ? message : "");
    g_autofree char *line = ng_text_clean_line(why, strlen(why));
    g_set_error_literal(error, NG_ERROR, NG_ERROR_READ, line);
  }
  return schema;
}

/* The schema is TEI's: other documents are looked at for their form alone. */
static bool is_for_schema(xmlDocPtr document)
{
  const xmlNode *root = xmlDocGetRootElement(document);
  return root && strcmp((const char *)root->name, "nitf") != 0;
}

static bool all_have_a_place(const Check *check)
{
  for (guint i = check->first_invalid; i < check->findings->len; i++)
    if (g_array_index(check->findings, NgFinding, i).line == 0)
      return false;
  return true;
}

/* Whether to go on into the node: not where the validator took the whole of it at once, nor where it is lost. */
static bool lead_into(xmlRelaxNGValidCtxtPtr validator, xmlDocPtr document, xmlNodePtr node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    xmlRelaxNGValidatePushCData(validator, node->content, xmlStrlen(node->content));
  if (node->type != XML_ELEMENT_NODE)
    return false;
  int taken = xmlRelaxNGValidatePushElement(validator, document, node);
  if (taken == 0)
    xmlRelaxNGValidateFullElement(validator, document, node);
  return taken == 1;
}

/* The validator keeps to itself where some mistakes are (those of attributes that exclude each other): led from element to element,
 * it tells. */
static void find_places(Check *check, xmlDocPtr document, xmlRelaxNGValidCtxtPtr validator)
{
  xmlRelaxNGSetValidStructuredErrors(validator, (xmlStructuredErrorFunc)on_invalid_again, check);
  xmlNodePtr root = xmlDocGetRootElement(document), node = root;
  while (node && !all_have_a_place(check)) {
    if (lead_into(validator, document, node)) {
      if (node->children) {
        node = node->children;
        continue;
      }
      xmlRelaxNGValidatePopElement(validator, document, node);
    }
    while (node != root && !node->next) {
      node = node->parent;
      xmlRelaxNGValidatePopElement(validator, document, node);
    }
    node = node == root ? NULL : node->next;
  }
}

static void validate(Check *check, xmlDocPtr document, xmlRelaxNGPtr schema)
{
  xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(schema);
  xmlRelaxNGSetValidStructuredErrors(validator, (xmlStructuredErrorFunc)on_invalid, check);
  check->first_invalid = check->findings->len;
  xmlRelaxNGValidateDoc(validator, document);
  xmlRelaxNGFreeValidCtxt(validator);
  if (all_have_a_place(check))
    return;
  validator = xmlRelaxNGNewValidCtxt(schema);
  find_places(check, document, validator);
  xmlRelaxNGFreeValidCtxt(validator);
}

static bool check_input(NgInput *input, const char *schema_path, GArray *findings, GError **error)
{
  g_autoptr(NgDecoder) decoder = ng_decoder_new(input);
  xmlRelaxNGPtr schema = read_schema(schema_path, error);
  if (!schema)
    return false;
  Check check = {.findings = findings, .places = g_array_new(FALSE, FALSE, sizeof(Place))};
  xmlDocPtr document = parse(&check, decoder);
  if (document && is_for_schema(document))
    validate(&check, document, schema);
  if (ng_decoder_problem(decoder))
    add_finding(findings, 0, 0, ng_decoder_problem(decoder));
  xmlFreeDoc(document);
  xmlFreeParserCtxt(check.parser);
  xmlRelaxNGFree(schema);
  g_array_free(check.places, TRUE);
  return true;
}

bool ng_check_markup(const char *path, const char *schema_path, GArray *findings, GError **error)
{
  NgInput *input = ng_input_open(path, error);
  return input && check_input(input, schema_path, findings, error);
}

bool ng_check_markup_memory(const char *bytes, gsize n_bytes, const char *schema_path, GArray *findings, GError **error)
{
  return check_input(ng_input_memory(bytes, n_bytes), schema_path, findings, error);
}

/* ---- the article ---- */

static char *finding_key(uint32_t line, uint32_t column, const char *message)
{
  return g_strdup_printf("%u:%u:%s", line, column, message);
}

static void add_new(GHashTable *known, GArray *findings, uint32_t line, uint32_t column, const char *message)
{
  if (g_hash_table_add(known, finding_key(line, column, message)))
    add_finding(findings, line, column, message);
}

static int by_place(const void *a, const void *b)
{
  const NgFinding *x = a, *y = b;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

void ng_check_article(const NgArticle *article, GArray *findings)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < findings->len; i++) {
    const NgFinding *finding = &g_array_index(findings, NgFinding, i);
    g_hash_table_add(known, finding_key(finding->line, finding->column, finding->message));
  }
  uint32_t n;
  const NgDiagnostic *diagnostics = ng_article_diagnostics(article, &n, NULL);
  for (uint32_t i = 0; i < n; i++)
    add_new(known, findings, diagnostics[i].line, diagnostics[i].column, diagnostics[i].message);
  const NgEntity *entities = ng_article_entities(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    const NgEntity *entity = &entities[i];
    if (!entity->has_record || entity->n_mentions)
      continue;
    g_autofree char *message =
        g_strdup_printf("%s %s (%s) is never mentioned", ng_entity_kind_word(entity->kind), entity->id, entity->name);
    add_new(known, findings, entity->line, entity->column, message);
  }
  g_array_sort(findings, by_place);
}

void ng_finding_clear(void *finding)
{
  g_clear_pointer(&((NgFinding *)finding)->message, g_free);
}
