/* The schema of the recommended mark-up: it takes the bundled articles and a document with everything in it, and refuses each of a set of
 * documents with one mistake, at the line of the mistake. */
#include "load/load.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

static char *in_source(const char *folder, const char *file)
{
  return g_build_filename(g_getenv("NG_TEST_SRCDIR"), folder, file, NULL);
}

/* What the schema has to say of a file. The caller frees it. */
static GArray *findings_of(const char *folder, const char *file)
{
  g_autofree char *path = in_source(folder, file);
  g_autofree char *schema = in_source("content/schema", "nutgraf.rng");
  g_autoptr(GError) error = NULL;
  GArray *findings = g_array_new(FALSE, FALSE, sizeof(NgFinding));
  g_array_set_clear_func(findings, ng_finding_clear);
  cr_assert(ng_check_markup(path, schema, findings, &error), "%s: %s", path, error ? error->message : "");
  return findings;
}

static void expect_valid(const char *folder, const char *file)
{
  g_autoptr(GArray) findings = findings_of(folder, file);
  const NgFinding *first = &g_array_index(findings, NgFinding, 0);
  cr_expect_eq(findings->len, 0, "%s:%u: %s", file, findings->len ? first->line : 0,
               findings->len ? first->message : "");
}

Test(schema, takes_every_bundled_article)
{
  g_autofree char *folder = in_source("content", "articles");
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  cr_assert(dir, "%s", folder);
  for (const char *name; (name = g_dir_read_name(dir));)
    expect_valid("content/articles", name);
}

Test(schema, takes_all_that_it_describes)
{
  expect_valid("tests/data/schema", "valid.xml");
}

typedef struct {
  const char *file;
  uint32_t line; /* of the mistake */
} Mistake;

static const Mistake mistakes[] = {
    {"bad-date.xml", 6},
    {"coordinates-with-commas.xml", 16},
    {"language-missing.xml", 2},
    {"latitude-out-of-range.xml", 16},
    {"mention-without-ref.xml", 26},
    {"misspelt-element.xml", 26},
    {"one-coordinate.xml", 16},
    {"pointer-without-hash.xml", 26},
    {"record-without-id.xml", 12},
    {"record-without-name.xml", 12},
    {"relation-unknown-type.xml", 19},
    {"relation-with-one-end.xml", 19},
    {"relation-without-desc.xml", 19},
    {"relation-without-ends.xml", 19},
    {"sentence-without-id.xml", 25},
};

ParameterizedTestParameters(schema, refuses)
{
  return rows(G_N_ELEMENTS(mistakes));
}

ParameterizedTest(size_t *row, schema, refuses)
{
  const Mistake *it = &mistakes[*row];
  g_autoptr(GArray) findings = findings_of("tests/data/schema", it->file);
  cr_assert_gt(findings->len, 0, "%s was taken", it->file);
  const NgFinding *first = &g_array_index(findings, NgFinding, 0);
  cr_expect_eq(first->line, it->line, "%s: line %u: %s", it->file, first->line, first->message);
  cr_expect(first->message && *first->message && !strchr(first->message, '\n'), "%s", it->file);
}

Test(schema, what_the_input_has_to_say_is_a_finding)
{
  g_autofree char *schema = in_source("content/schema", "nutgraf.rng");
  g_autoptr(GArray) findings = g_array_new(FALSE, FALSE, sizeof(NgFinding));
  g_array_set_clear_func(findings, ng_finding_clear);
  static const char cut[] = "\x1f\x8b\x08";
  cr_assert(ng_check_markup_memory(cut, sizeof cut - 1, schema, findings, NULL));
  bool told = false;
  for (guint i = 0; i < findings->len; i++)
    told |= strcmp(g_array_index(findings, NgFinding, i).message, "the gzip data end too early") == 0;
  cr_assert(told);
}

Test(schema, a_schema_that_is_none_is_told_with_why)
{
  static const char grammar[] = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='none'/></start>"
                                "</grammar>";
  char *path = NULL;
  close(g_file_open_tmp("nutgraf-XXXXXX.rng", &path, NULL));
  cr_assert(g_file_set_contents(path, grammar, -1, NULL));
  g_autoptr(GArray) findings = g_array_new(FALSE, FALSE, sizeof(NgFinding));
  g_autoptr(GError) error = NULL;
  cr_assert_not(ng_check_markup_memory("<TEI/>", 6, path, findings, &error));
  g_autofree char *start = g_strdup_printf("%s: not a schema that can be read: ", path);
  cr_assert(g_str_has_prefix(error->message, start) && strstr(error->message, "none"), "%s", error->message);
  unlink(path);
  g_free(path);
}
