/* Any bytes through the loaders and every writer. What the sanitizers do not see, the invariants of an article do. */
#include "export/export.h"
#include "load/load.h"
#include "tests/invariants.h"
#include "tests/round_trip.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes);

static FILE *nowhere(void)
{
  static FILE *out;
  if (!out)
    out = fopen("/dev/null", "w");
  return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
  g_autoptr(NgArticle) article = ng_load_memory((const char *)bytes, n_bytes, "fuzz", NULL);
  if (!article)
    return 0;
  g_autofree char *broken = ng_invariants_broken(article);
  if (broken) {
    fprintf(stderr, "%s\n", broken);
    abort(); /* which libFuzzer keeps the input of; it does not know the trap of g_error */
  }
  FILE *out = nowhere();
  ng_export_json(article, out);
  ng_export_text(article, 40, true, out);
  ng_export_linear(article, 40, out);
  const NgTableStyle style = {NG_TABLE_ALIGNED, 40, true};
  for (NgTableSubject subject = NG_TABLE_PEOPLE; subject <= NG_TABLE_RELATIONS; subject++)
    ng_export_table(article, subject, &style, out);
  g_autofree char *differs = ng_round_trip_differs(article);
  if (differs) {
    fprintf(stderr, "%s\n", differs);
    abort();
  }
  return 0;
}
