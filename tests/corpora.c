#include "tests/corpora.h"

char *ng_corpus_path(const char *name)
{
  const char *folder = g_getenv("NG_TEST_SRCDIR");
  return g_build_filename(folder ? folder : ".", "..", "shared", "corpora", name, NULL);
}

char *ng_corpus_read(const char *name, gsize *n)
{
  g_autofree char *path = ng_corpus_path(name);
  char *bytes = NULL;
  return g_file_get_contents(path, &bytes, n, NULL) ? bytes : NULL;
}
