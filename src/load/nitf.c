/* The NITF dialect. */
#include "load/dialects.h"

#include <string.h>

static bool is_root(const char *name, const char *namespace_uri)
{
  (void)namespace_uri;
  return strcmp(name, "nitf") == 0;
}

typedef struct {
  NgBuilder *builder;
} NgNitf;

static void *begin(NgSax *sax, NgBuilder *builder)
{
  (void)sax;
  NgNitf *n = g_new0(NgNitf, 1);
  n->builder = builder;
  return n;
}

static void start_paragraph(void *loader, NgSaxFrame *frame)
{
  NgNitf *n = loader;
  ng_builder_block(n->builder, (NgBlockKind)frame->rule->detail, 1);
}

static const NgSaxRule rules[] = {
    {"p", start_paragraph, NULL, NG_BLOCK_PARAGRAPH},
    {"hl1", start_paragraph, NULL, NG_BLOCK_HEADING},
    {"hl2", start_paragraph, NULL, NG_BLOCK_HEADING},
};

static void text(void *loader, const char *text, gsize bytes)
{
  ng_builder_text(((NgNitf *)loader)->builder, text, bytes);
}

static void finish(void *loader)
{
  g_free(loader);
}

const NgSaxDialect ng_nitf_dialect = {
    NG_FORMAT_NITF, rules, G_N_ELEMENTS(rules), is_root, begin, text, finish,
};
