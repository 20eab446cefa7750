/* One run of the parser over a stream, or several: where it takes a document for ended too early, it is started again on the rest. */
#include "load/sax_private.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* How often it is worth it, and how many end tags too many each run bears. */
#define MAX_RUNS       4096
#define SPARE_ELEMENTS 32

/* What a run reads: some bytes that were left over, then the decoder's. */
typedef struct {
  NgDecoder *decoder;
  GString *first;
  gsize given;
} Source;

static int read_more(void *context, char *buffer, int bytes)
{
  Source *source = context;
  gsize left = source->first->len - source->given, n = MIN(left, (gsize)bytes);
  if (!left)
    return (int)ng_decoder_read(source->decoder, buffer, (gsize)bytes);
  memcpy(buffer, source->first->str + source->given, n);
  source->given += n;
  return (int)n;
}

static xmlParserCtxtPtr parser_new(NgSax *sax, Source *source)
{
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (sax->parser) { /* names are compared by address: the dictionary stays */
    xmlDictFree(parser->dict);
    parser->dict = sax->parser->dict;
    xmlDictReference(parser->dict);
  }
  ng_sax_set_callbacks(parser, sax);
  xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateIO(read_more, NULL, source, XML_CHAR_ENCODING_NONE);
  inputPush(parser, xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE));
  return parser;
}

/* The parser keeps what it reads of a document type in a document of its own, and forgets that where it gives up inside. */
static void parser_free(xmlParserCtxtPtr parser)
{
  xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
}

/* Starts over with what the parser has left, inside of elements that no handler sees. */
static void start_over(NgSax *sax, Source *source)
{
  static const char spare[] = "<_>";
  xmlParserInputPtr input = sax->parser->input;
  g_autoptr(GString) first = g_string_new(NULL);
  for (int i = 0; i < SPARE_ELEMENTS; i++)
    g_string_append(first, spare);
  g_string_append_len(first, (const char *)input->cur, input->end - input->cur);
  if (source->given < source->first->len)
    g_string_append_len(first, source->first->str + source->given, (gssize)(source->first->len - source->given));
  g_string_assign(source->first, first->str);
  source->given = 0;
  xmlParserCtxtPtr parser = parser_new(sax, source);
  parser->input->line = input->line;
  parser->input->col = input->col - SPARE_ELEMENTS * (int)strlen(spare);
  parser_free(sax->parser);
  sax->parser = parser;
  sax->gave_up = false;
  sax->skip_starts = SPARE_ELEMENTS;
}

static void run(NgSax *sax)
{
  Source source = {sax->decoder, g_string_new(NULL), 0};
  sax->parser = parser_new(sax, &source);
  xmlParseDocument(sax->parser);
  for (int runs = 1; sax->gave_up && sax->depth && runs < MAX_RUNS; runs++) {
    start_over(sax, &source);
    xmlParseDocument(sax->parser);
  }
  g_string_free(source.first, TRUE);
}

/* ---- the end ---- */

static void report_decoding(void *sax, uint32_t line, uint32_t column, const char *message)
{
  ng_sax_report(sax, (int)line, (int)column, message);
}

static bool finish(NgSax *sax, const char *source, GError **error)
{
  g_autofree char *name = ng_text_clean_line(source, strlen(source));
  if (sax->loader) {
    while (sax->depth)
      ng_sax_end_innermost(sax);
    sax->dialect->finish(sax->loader);
    ng_decoder_report(sax->decoder, report_decoding, sax);
    return true;
  }
  ng_decoder_report(sax->decoder, report_decoding, sax);
  if (sax->root)
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
  sax.scratch = g_string_new(NULL);
  sax.values = g_string_new(NULL);
  ng_sax_entities_init(&sax.entities);
  run(&sax);
  bool loaded = finish(&sax, source, error);
  parser_free(sax.parser);
  ng_sax_entities_clear(&sax.entities);
  g_hash_table_unref(sax.rules);
  g_string_free(sax.scratch, TRUE);
  g_string_free(sax.values, TRUE);
  g_free(sax.first_problem);
  g_free(sax.root);
  return loaded;
}
