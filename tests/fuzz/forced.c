#include "tests/fuzz/forced.h"

#include "export/export.h"
#include "tests/invariants.h"
#include "tests/round_trip.h"

#include <stdlib.h>

static bool any_root(const char *name, const char *namespace_uri)
{
  (void)name, (void)namespace_uri;
  return true;
}

static NgArticle *load(const NgSaxDialect *dialect, const uint8_t *bytes, size_t n_bytes)
{
  NgSaxDialect forced = *dialect;
  forced.is_root = any_root;
  const NgSaxDialect *const dialects[] = {&forced, NULL};
  g_autoptr(NgDecoder) decoder = ng_decoder_new(ng_input_memory((const char *)bytes, n_bytes));
  g_autoptr(NgBuilder) builder = ng_builder_new("fuzz", forced.format);
  if (!ng_sax_run(decoder, 0, dialects, builder, "fuzz", NULL))
    return NULL;
  return ng_builder_finish(g_steal_pointer(&builder));
}

void ng_fuzz_forced(const NgSaxDialect *dialect, const uint8_t *bytes, size_t n_bytes)
{
  g_autoptr(NgArticle) article = load(dialect, bytes, n_bytes);
  if (!article)
    return;
  g_autofree char *broken = ng_invariants_broken(article);
  if (broken) {
    fprintf(stderr, "%s\n", broken);
    abort();
  }
  FILE *out = fopen("/dev/null", "w");
  if (!out)
    return;
  ng_export_json(article, out);
  fclose(out);
  g_autofree char *differs = ng_round_trip_differs(article);
  if (differs) {
    fprintf(stderr, "%s\n", differs);
    abort();
  }
}
