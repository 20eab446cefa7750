/* One run of the parser over a stream, or several: where it takes a document for ended too early, it is started again on the rest. */
#include "load/sax_private.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* How often it is worth it, and how many end tags too many each run bears. */
#define MAX_RUNS       4096
#define SPARE_ELEMENTS 32

/* From this size on the parser has a thread of its own: below, to start one takes longer than it saves. */
#define APART_BYTES ((gsize)256 * 1024)

static int read_more(void *context, char *buffer, int bytes)
{
  NgSaxParser *sax = context;
  gsize left = sax->first->len - sax->given, n = MIN(left, (gsize)bytes);
  if (!left)
    return (int)ng_decoder_read(sax->decoder, buffer, (gsize)bytes);
  memcpy(buffer, sax->first->str + sax->given, n);
  sax->given += n;
  return (int)n;
}

static xmlParserCtxtPtr parser_new(NgSaxParser *sax)
{
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (sax->parser) { /* names are compared by address: the dictionary stays */
    xmlDictFree(parser->dict);
    parser->dict = sax->parser->dict;
    xmlDictReference(parser->dict);
  }
  ng_sax_set_callbacks(parser, sax);
  xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateIO(read_more, NULL, sax, XML_CHAR_ENCODING_NONE);
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
static void start_over(NgSaxParser *sax)
{
  static const char spare[] = "<_>";
  xmlParserInputPtr input = sax->parser->input;
  g_autoptr(GString) first = g_string_new(NULL);
  for (int i = 0; i < SPARE_ELEMENTS; i++)
    g_string_append(first, spare);
  g_string_append_len(first, (const char *)input->cur, input->end - input->cur);
  if (sax->given < sax->first->len)
    g_string_append_len(first, sax->first->str + sax->given, (gssize)(sax->first->len - sax->given));
  g_string_assign(sax->first, first->str);
  sax->given = 0;
  xmlParserCtxtPtr parser = parser_new(sax);
  parser->input->line = input->line;
  parser->input->col = input->col - SPARE_ELEMENTS * (int)strlen(spare);
  parser_free(sax->parser);
  sax->parser = parser;
  sax->gave_up = false;
  sax->skip_starts = SPARE_ELEMENTS;
}

static void report_decoding(void *sax, uint32_t line, uint32_t column, const char *message)
{
  ng_sax_report(sax, (int)line, (int)column, message);
}

/* An NgSaxRecord. */
static void run(void *recorder, NgSaxTape *tape)
{
  NgSaxParser *sax = recorder;
  sax->tape = tape;
  sax->parser = parser_new(sax);
  xmlParseDocument(sax->parser);
  for (int runs = 1; sax->gave_up && sax->depth && runs < MAX_RUNS; runs++) {
    start_over(sax);
    xmlParseDocument(sax->parser);
  }
  ng_sax_record_end(sax);
  ng_decoder_report(sax->decoder, report_decoding, sax);
}

static void set_error(const NgSaxParser *sax, const char *source, GError **error)
{
  g_autofree char *name = ng_text_clean_line(source, strlen(source));
  if (sax->root)
    g_set_error(error, NG_ERROR, NG_ERROR_FORMAT, "%s: <%s> is neither TEI nor NITF", name, sax->root);
  else
    g_set_error(error, NG_ERROR, NG_ERROR_FORMAT, "%s:%s%s", name,
                sax->first_problem && g_ascii_isdigit(*sax->first_problem) ? "" : " ",
                sax->first_problem ? sax->first_problem : "no element in it");
}

bool ng_sax_run(NgDecoder *decoder, gsize expected_bytes, const NgSaxDialect *const *dialects, NgBuilder *builder,
                const char *source, GError **error)
{
  NgSaxParser parser = {.decoder = decoder, .dialects = dialects};
  NgSax sax = {.builder = builder};
  parser.rules = g_hash_table_new(g_direct_hash, g_direct_equal);
  parser.scratch = g_string_new(NULL);
  ng_sax_entities_init(&parser.entities);
  parser.first = g_string_new(NULL);
  xmlInitParser(); /* before there may be two threads */
  ng_sax_tape_run(run, &parser, ng_sax_play, &sax, expected_bytes >= APART_BYTES);
  if (!parser.dialect)
    set_error(&parser, source, error);
  bool loaded = parser.dialect;
  parser_free(parser.parser);
  ng_sax_entities_clear(&parser.entities);
  g_hash_table_unref(parser.rules);
  g_string_free(parser.scratch, TRUE);
  g_string_free(parser.first, TRUE);
  g_free(parser.first_problem);
  g_free(parser.root);
  return loaded;
}
