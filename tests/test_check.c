/* Checking what an article says of itself, and the places and words of what the schema finds. */
#include "load/load.h"

#include <criterion/criterion.h>
#include <string.h>

#define HEAD                                                                                                           \
  "<TEI xmlns='http://www.tei-c.org/ns/1.0'><standOff><listPerson>\n<person xml:id='a'><persName>A</persName>"         \
  "</person>\n<person xml:id='b'><persName>B</persName></person></listPerson></standOff><text><body>\n"
#define END "</body></text></TEI>"

static GArray *findings_new(void)
{
  GArray *findings = g_array_new(FALSE, FALSE, sizeof(NgFinding));
  g_array_set_clear_func(findings, ng_finding_clear);
  return findings;
}

static char *written(const GArray *findings)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < findings->len; i++) {
    const NgFinding *it = &g_array_index(findings, NgFinding, i);
    g_string_append_printf(out, "%s%u:%u: %s", i ? "\n" : "", it->line, it->column, it->message);
  }
  return g_string_free(out, FALSE);
}

static void assert_finds(const char *source, const char *expected)
{
  g_autoptr(NgArticle) article = ng_load_memory(source, strlen(source), "checked.xml", NULL);
  cr_assert_not_null(article);
  g_autoptr(GArray) findings = findings_new();
  ng_check_article(article, findings);
  ng_check_article(article, findings); /* the same again adds nothing */
  g_autofree char *found = written(findings);
  cr_assert_str_eq(found, expected);
}

Test(check, nothing_is_wrong)
{
  assert_finds(HEAD "<p><persName ref='#a'>A</persName> <persName ref='#b'>B</persName></p>" END, "");
}

Test(check, names_what_leads_nowhere_and_who_is_never_mentioned)
{
  assert_finds(HEAD "<p><persName ref='#a'>A</persName> <persName ref='#c'>C</persName></p>" END,
               "3:1: person b (B) is never mentioned\n4:36: pointer #c leads nowhere");
}

static bool check(const char *source, const char *schema, GArray *findings, GError **error)
{
  return ng_check_markup_memory(source, strlen(source), schema, findings, error);
}

static char *schema_path(void)
{
  return g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "schema", "nutgraf.rng", NULL);
}

Test(check, what_is_not_well_formed_is_found_once)
{
  g_autofree char *schema = schema_path();
  g_autoptr(GArray) findings = findings_new();
  cr_assert(check("<nitf>\n<body><p>a</body></nitf>", schema, findings, NULL));
  cr_assert_gt(findings->len, 0);
  cr_assert_eq(g_array_index(findings, NgFinding, 0).line, 2);
}

Test(check, of_nitf_the_form_alone)
{
  g_autofree char *schema = schema_path();
  g_autoptr(GArray) findings = findings_new();
  cr_assert(check("<nitf><anything/></nitf>", schema, findings, NULL));
  cr_assert_eq(findings->len, 0);
}

Test(check, findings_are_clean_lines)
{
  g_autofree char *schema = schema_path();
  g_autoptr(GArray) findings = findings_new();
  cr_assert(check("<TEI xmlns='http://www.tei-c.org/ns/1.0' n='&#x9b;&#x202e;\n\n'><x\302\233/></TEI>", schema,
                  findings, NULL));
  cr_assert_gt(findings->len, 0);
  g_autofree char *found = written(findings);
  cr_assert(!strstr(found, "\302\233") && !strstr(found, "\342\200\256"), "%s", found);
}

Test(check, a_schema_that_is_none)
{
  g_autoptr(GArray) findings = findings_new();
  g_autoptr(GError) error = NULL;
  cr_assert(!check("<TEI/>", "/nonexistent.rng", findings, &error));
  cr_assert(g_error_matches(error, NG_ERROR, NG_ERROR_READ));
  g_clear_error(&error);
  cr_assert(!check("<TEI/>", "/dev/null", findings, &error));
  cr_assert(g_error_matches(error, NG_ERROR, NG_ERROR_READ));
  cr_assert(!strchr(error->message, '\n'), "%s", error->message);
  g_clear_error(&error);
  cr_assert(!ng_check_markup("/nonexistent.xml", "/dev/null", findings, &error));
  cr_assert(g_error_matches(error, NG_ERROR, NG_ERROR_READ));
}
