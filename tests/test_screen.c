/* Golden screens themselves. */
#include "tests/screen.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static const char *const text[] = {"Qin met Burns  ", "", "in 北京 é."};
static const char *const roles[] = {"PPP.....PPPPP..", "...............", "...LLLL........"};

static void use_utf8(void)
{
  setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(screen, .init = use_utf8);

Test(screen, composes_text_then_roles)
{
  g_autofree char *both = ng_screen_compose(text, roles, 3), *bare = ng_screen_compose(text, NULL, 3);
  cr_assert_str_eq(both, "Qin met Burns\n\nin 北京 é.\n----\nPPP.....PPPPP..\n...............\n...LLLL........\n");
  cr_assert_str_eq(bare, "Qin met Burns\n\nin 北京 é.\n");
  g_autofree char *same = ng_screen_difference(both, both);
  cr_assert_null(same);
}

Test(screen, points_at_what_differs)
{
  static const char *const other[] = {"Qin met Byrne", "", "in 北京 e."};
  static const char *const lost[] = {"PPP.....PPPPP..", "...............", "...LL.........."};
  g_autofree char *expected = ng_screen_compose(text, roles, 3), *found = ng_screen_compose(other, lost, 3);
  g_autofree char *difference = ng_screen_difference(expected, found);
  cr_assert_str_eq(difference, "text row 0\n"
                               "  expected |Qin met Burns|\n"
                               "  found    |Qin met Byrne|\n"
                               "                     ^  ^\n"
                               "text row 2\n"
                               "  expected |in 北京 é.|\n"
                               "  found    |in 北京 e.|\n"
                               "                    ^\n"
                               "roles row 2\n"
                               "  expected |...LLLL........|\n"
                               "  found    |...LL..........|\n"
                               "                 ^^\n");
}

Test(screen, tells_missing_and_further_rows)
{
  g_autofree char *three = ng_screen_compose(text, roles, 3), *one = ng_screen_compose(text, roles, 1);
  g_autofree char *bare = ng_screen_compose(text, NULL, 3), *none = ng_screen_compose(text, roles, 0);
  g_autofree char *fewer = ng_screen_difference(three, one), *unmarked = ng_screen_difference(three, bare),
                  *empty = ng_screen_difference(none, three);
  cr_assert(g_str_has_prefix(fewer, "text: 3 rows expected, 1 found\n"), "%s", fewer);
  cr_assert(strstr(fewer, "text row 2\n"));
  cr_assert(strstr(fewer, "roles: 3 rows expected, 1 found\n"));
  cr_assert(g_str_has_prefix(unmarked, "roles: 3 rows expected, 0 found\n"), "%s", unmarked);
  cr_assert(g_str_has_prefix(empty, "text: 0 rows expected, 3 found\n"), "%s", empty);
}

Test(screen, reads_writes_and_refuses_the_file)
{
  g_autofree char *home = g_dir_make_tmp("nutgraf-screen-XXXXXX", NULL);
  g_autofree char *tests = g_build_filename(home, "tests", NULL), *golden = g_build_filename(tests, "golden", NULL);
  g_autofree char *file = g_build_filename(golden, "some-view.txt", NULL);
  g_mkdir_with_parents(golden, 0700);
  g_setenv("NG_TEST_SRCDIR", home, TRUE);
  g_unsetenv("NG_UPDATE_GOLDEN");
  cr_assert_not(ng_screen_is_golden("some-view", text, roles, 3), "there is no such file");
  g_setenv("NG_UPDATE_GOLDEN", "1", TRUE);
  cr_assert(ng_screen_is_golden("some-view", text, roles, 3));
  g_unsetenv("NG_UPDATE_GOLDEN");
  cr_assert(ng_screen_is_golden("some-view", text, roles, 3));
  cr_assert_not(ng_screen_is_golden("some-view", text, NULL, 3), "the roles count");
  cr_assert_not(ng_screen_is_golden("some-view", text, roles, 2));
  g_remove(file);
  g_rmdir(golden);
  g_rmdir(tests);
  g_rmdir(home);
}
