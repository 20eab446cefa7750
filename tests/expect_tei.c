#include "tests/expect_tei.h"

#include "load/load.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

void ng_expect_same_tei(const NgArticle *article, const char *what)
{
  g_autofree char *differs = ng_round_trip_differs(article);
  cr_expect_null(differs, "%s:\n%s", what, differs);
}

void ng_expect_valid_tei(const NgArticle *article, const char *what)
{
  gsize bytes;
  g_autofree char *tei = ng_printed_tei(article, &bytes);
  g_autofree char *schema = g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "schema", "nutgraf.rng", NULL);
  g_autoptr(GArray) findings = g_array_new(FALSE, FALSE, sizeof(NgFinding));
  g_array_set_clear_func(findings, ng_finding_clear);
  g_autoptr(GError) error = NULL;
  cr_assert(ng_check_markup_memory(tei, bytes, schema, findings, &error), "%s", error ? error->message : what);
  const NgFinding *first = &g_array_index(findings, NgFinding, 0);
  cr_expect_eq(findings->len, 0, "%s:%u: %s", what, findings->len ? first->line : 0,
               findings->len ? first->message : "");
}

char *ng_tei_body_of(const NgArticle *article)
{
  g_autofree char *tei = ng_printed_tei(article, NULL);
  const char *start = strstr(tei, "<body>\n") + strlen("<body>\n");
  return g_strndup(start, (gsize)(strstr(start, "</body>") - start));
}
