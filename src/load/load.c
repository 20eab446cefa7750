/* From a path or from memory to an article: the chain of input, decoder, SAX driver and builder. */
#include "load/load.h"

#include "load/dialects.h"
#include "load/plain.h"

#include <string.h>

/* What the first bytes say the input is. */
typedef enum { NO_ARTICLE, MARKUP, PLAIN } Sort;

static Sort sniff(NgDecoder *decoder, const char *source, GError **error)
{
  const char *bytes;
  gsize n = ng_decoder_peek(decoder, &bytes);
  g_autofree char *name = ng_text_clean_line(source, strlen(source));
  if (n == 0) {
    const char *problem = ng_decoder_problem(decoder);
    g_set_error(error, NG_ERROR, problem ? NG_ERROR_READ : NG_ERROR_FORMAT, "%s: %s", name,
                problem ? problem : "empty");
    return NO_ARTICLE;
  }
  gsize i = 0;
  while (i < n && strchr(" \t\r\n", bytes[i]))
    i++;
  if (i == n || bytes[i] == '<')
    return MARKUP;
  if (ng_decoder_replaced(decoder) <= n / 64 + 2)
    return PLAIN;
  g_set_error(error, NG_ERROR, NG_ERROR_FORMAT, "%s: a binary file, not an article", name);
  return NO_ARTICLE;
}

/* What is reserved for the text beforehand; more grows. */
#define MAX_EXPECTED_BYTES ((gsize)256 << 20)

static void report_decoding(void *builder, uint32_t line, uint32_t column, const char *message)
{
  ng_builder_diagnose(builder, line, column, "%s", message);
}

static void read_plain(NgDecoder *decoder, gsize expected_bytes, NgBuilder *builder)
{
  ng_plain_run(decoder, expected_bytes, builder);
  ng_decoder_report(decoder, report_decoding, builder);
}

static NgArticle *load(NgInput *input, const char *source, NgLoadLook look, void *user, GError **error)
{
  static const NgSaxDialect *const dialects[] = {&ng_tei_dialect, &ng_nitf_dialect, NULL};
  gsize size = MIN(ng_input_size(input), MAX_EXPECTED_BYTES);
  g_autoptr(NgDecoder) decoder = ng_decoder_new(input);
  Sort sort = sniff(decoder, source, error);
  if (sort == NO_ARTICLE)
    return NULL;
  g_autoptr(NgBuilder) builder = ng_builder_new(source, NG_FORMAT_TEI);
  ng_builder_expect(builder, size);
  if (sort == PLAIN)
    read_plain(decoder, size, builder);
  else if (!ng_sax_run(decoder, size, dialects, builder, source, error))
    return NULL;
  if (look)
    look(builder, user);
  return ng_builder_finish(g_steal_pointer(&builder));
}

NgArticle *ng_load(const char *path, GError **error)
{
  return ng_load_and_look(path, NULL, NULL, error);
}

NgArticle *ng_load_and_look(const char *path, NgLoadLook look, void *user, GError **error)
{
  NgInput *input = ng_input_open(path, error);
  return input ? load(input, path, look, user, error) : NULL;
}

NgArticle *ng_load_memory(const char *bytes, gsize n_bytes, const char *source, GError **error)
{
  return ng_load_memory_and_look(bytes, n_bytes, source, NULL, NULL, error);
}

NgArticle *ng_load_memory_and_look(const char *bytes, gsize n_bytes, const char *source, NgLoadLook look, void *user,
                                   GError **error)
{
  return load(ng_input_memory(bytes, n_bytes), source, look, user, error);
}
