/* Checking what an article says of itself, and the places and words of what the schema finds. */
#include "load/load.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

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

/* ---- what would grow, and what lies outside ---- */

static char *entities_in_entities(void)
{
  g_autofree char *long_text = g_strnfill(100000, 'x');
  g_autoptr(GString) source = g_string_new("<!DOCTYPE TEI [<!ENTITY f '");
  g_string_append_printf(source, "%s'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;'>]><TEI>", long_text);
  for (int i = 0; i < 20000; i++)
    g_string_append(source, "&g;");
  return g_strdup(source->str);
}

static char *elements_without_end(void)
{
  g_autoptr(GString) source = g_string_new("<TEI><text><body>");
  for (int i = 0; i < 10000; i++)
    g_string_append(source, "<p>");
  return g_strdup(source->str);
}

static char *a_value_without_end(void)
{
  g_autofree char *value = g_strnfill(24 << 20, 'x');
  return g_strconcat("<TEI n='", value, "'/>", NULL);
}

Test(check, a_bomb_does_not_go_off)
{
  static const struct {
    char *(*source)(void);
    const char *told;
  } bombs[] = {{entities_in_entities, ""},
               {elements_without_end, "nested too deep"},
               {a_value_without_end, "an attribute too long to be read"}};
  g_autofree char *schema = schema_path();
  for (gsize i = 0; i < G_N_ELEMENTS(bombs); i++) {
    g_autofree char *source = bombs[i].source();
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    g_autoptr(GArray) findings = findings_new();
    cr_assert(check(source, schema, findings, NULL));
    getrusage(RUSAGE_SELF, &after);
    cr_expect_lt(after.ru_maxrss - before.ru_maxrss, 96L << 10, "%s", bombs[i].told);
    g_autofree char *found = written(findings);
    cr_expect(strstr(found, bombs[i].told), "%s: %.2000s", bombs[i].told, found);
  }
}

static const char *const outside[] = {"<!DOCTYPE TEI [<!ENTITY y SYSTEM 'file://%s'>]><TEI>&y;</TEI>",
                                      "<!DOCTYPE TEI SYSTEM '%s'><TEI>&y;</TEI>",
                                      "<!DOCTYPE TEI [<!ENTITY %% x SYSTEM '%s'> %%x;]><TEI>&y;</TEI>"};

/* What another file declares stays undeclared. */
Test(check, nothing_outside_is_read)
{
  g_autofree char *path = NULL, *schema = schema_path();
  int fd = g_file_open_tmp("nutgraf-XXXXXX.dtd", &path, NULL);
  cr_assert(fd >= 0 && g_close(fd, NULL) && g_file_set_contents(path, "<!ENTITY y 'z'>", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS(outside); i++) {
    g_auto(GStrv) halves = g_strsplit(outside[i], "%s", 2), parts = NULL;
    g_autofree char *whole = g_strconcat(halves[0], path, halves[1], NULL);
    parts = g_strsplit(whole, "%%", -1);
    g_autofree char *source = g_strjoinv("%", parts);
    g_autoptr(GArray) findings = findings_new();
    cr_assert(check(source, schema, findings, NULL));
    g_autofree char *found = written(findings);
    /* as content it would be no element's start */
    cr_expect(i == 0 ? !strstr(found, "StartTag") : strstr(found, "Entity 'y' not defined") != NULL, "%s: %s", source,
              found);
  }
  g_unlink(path);
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
