/* Any text through the annotator, and any bytes as a lexicon. */
#include "annotate/annotate.h"
#include "load/load.h"
#include "tests/invariants.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes);

static void annotate(NgBuilder *builder, void *lexicon)
{
  ng_annotate(builder, lexicon);
}

/* What is in the bytes is asked of them as well. */
static void ask_broken(const uint8_t *bytes, size_t n_bytes)
{
  g_autofree void *copy = g_memdup2(bytes, n_bytes);
  g_autoptr(NgLexicon) lexicon = ng_lexicon_from_bytes(copy, n_bytes, NULL);
  if (lexicon)
    ng_lexicon_look_up(lexicon, (const char *)bytes, n_bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
  static NgLexicon *lexicon;
  if (!lexicon)
    lexicon = ng_lexicon_open(NG_SOURCE_CONTENT_DIR "/lexicon/lexicon.bin", NULL);
  ask_broken(bytes, n_bytes);
  g_autoptr(NgArticle) article =
      lexicon ? ng_load_memory_and_look((const char *)bytes, n_bytes, "fuzz", annotate, lexicon, NULL) : NULL;
  g_autofree char *broken = article ? ng_invariants_broken(article) : NULL;
  if (!lexicon || broken) {
    fprintf(stderr, "%s\n", broken ? broken : "no lexicon");
    abort();
  }
  return 0;
}
