#include "tests/screen.h"

#include "text/text.h"

#include <stdio.h>
#include <string.h>

#define PARTING "----"

char *ng_screen_compose(const char *const *text, const char *const *roles, int rows)
{
  GString *content = g_string_new(NULL);
  for (int i = 0; i < rows; i++) {
    g_autofree char *row = g_strchomp(g_strdup(text[i]));
    g_string_append_printf(content, "%s\n", row);
  }
  if (roles)
    g_string_append(content, PARTING "\n");
  for (int i = 0; roles && i < rows; i++)
    g_string_append_printf(content, "%s\n", roles[i]);
  return g_string_free(content, FALSE);
}

/* Carets under the characters of `expected` and `found` that differ. */
static char *carets(const char *expected, const char *found)
{
  GString *marks = g_string_new(NULL);
  while (*expected || *found) {
    gunichar e = *expected ? g_utf8_get_char(expected) : 0, f = *found ? g_utf8_get_char(found) : 0;
    int cols = ng_text_char_cols(e ? e : f);
    for (int i = 0; i < cols; i++)
      g_string_append_c(marks, e == f ? ' ' : '^');
    expected = e ? g_utf8_next_char(expected) : expected;
    found = f ? g_utf8_next_char(found) : found;
  }
  return g_strchomp(g_string_free(marks, FALSE));
}

/* The rows of one part of a content, as a number of strings from `first` on. */
typedef struct {
  char **rows;
  guint n;
} Part;

static Part part_of(char **lines, bool roles)
{
  guint n = 0, parting = 0;
  while (lines[parting] && strcmp(lines[parting], PARTING) != 0)
    parting++;
  if (!roles)
    return (Part){lines, lines[parting] || parting == 0 ? parting : parting - 1}; /* without the end of the last line */
  if (!lines[parting])
    return (Part){lines, 0};
  for (char **row = lines + parting + 1; *row; row++)
    n++;
  return (Part){lines + parting + 1, n ? n - 1 : 0};
}

static void compare_parts(GString *report, const char *what, Part expected, Part found)
{
  if (expected.n != found.n)
    g_string_append_printf(report, "%s: %u rows expected, %u found\n", what, expected.n, found.n);
  for (guint i = 0; i < MAX(expected.n, found.n); i++) {
    const char *e = i < expected.n ? expected.rows[i] : "", *f = i < found.n ? found.rows[i] : "";
    if (strcmp(e, f) == 0)
      continue;
    g_autofree char *marks = carets(e, f);
    g_string_append_printf(report, "%s row %u\n  expected |%s|\n  found    |%s|\n            %s\n", what, i, e, f,
                           marks);
  }
}

char *ng_screen_difference(const char *expected, const char *found)
{
  if (strcmp(expected, found) == 0)
    return NULL;
  g_auto(GStrv) expected_lines = g_strsplit(expected, "\n", -1), found_lines = g_strsplit(found, "\n", -1);
  GString *report = g_string_new(NULL);
  compare_parts(report, "text", part_of(expected_lines, false), part_of(found_lines, false));
  compare_parts(report, "roles", part_of(expected_lines, true), part_of(found_lines, true));
  if (report->len == 0)
    g_string_append(report, "only the ends of lines differ\n");
  return g_string_free(report, FALSE);
}

bool ng_screen_is_golden(const char *name, const char *const *text, const char *const *roles, int rows)
{
  const char *folder = g_getenv("NG_TEST_SRCDIR");
  g_autofree char *file = g_strconcat(name, ".txt", NULL);
  g_autofree char *path = g_build_filename(folder ? folder : ".", "tests", "golden", file, NULL);
  g_autofree char *found = ng_screen_compose(text, roles, rows), *expected = NULL;
  g_autoptr(GError) error = NULL;
  if (g_strcmp0(g_getenv("NG_UPDATE_GOLDEN"), "1") == 0) {
    if (g_file_set_contents(path, found, -1, &error))
      return true;
    fprintf(stderr, "%s\n", error->message);
    return false;
  }
  if (!g_file_get_contents(path, &expected, NULL, &error)) {
    fprintf(stderr, "%s (NG_UPDATE_GOLDEN=1 makes it)\nfound:\n%s", error->message, found);
    return false;
  }
  g_autofree char *difference = ng_screen_difference(expected, found);
  if (difference)
    fprintf(stderr, "golden screen %s differs (NG_UPDATE_GOLDEN=1 accepts what was found)\n%s", name, difference);
  return difference == NULL;
}
