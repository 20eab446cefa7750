/* What the configuration, the options and the environment change in the reader. */
#include "tests/flows.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

/* A home whose configuration says this. The caller frees the path and removes the home. */
static char *home_with(const char *configuration)
{
  char *home = ng_terminal_make_home();
  g_autofree char *dir = g_build_filename(home, "set", "nutgraf", NULL), *file = g_build_filename(dir, "config", NULL);
  cr_assert_eq(g_mkdir_with_parents(dir, 0700), 0);
  cr_assert(g_file_set_contents(file, configuration, -1, NULL));
  return home;
}

typedef struct {
  char *home, *env[4];
} Place;

static Place place_with(const char *configuration)
{
  Place place = {.home = home_with(configuration)};
  place.env[0] = g_strconcat("HOME=", place.home, NULL);
  place.env[1] = g_strconcat("XDG_CONFIG_HOME=", place.home, "/set", NULL);
  place.env[2] = g_strconcat("XDG_STATE_HOME=", place.home, "/kept", NULL);
  return place;
}

static void place_clear(Place *place)
{
  ng_terminal_remove_home(place->home);
  g_free(place->home);
  for (int i = 0; i < 3; i++)
    g_free(place->env[i]);
}

static NgTerminal *start_in(const Place *place, const char *options)
{
  return ng_flow_start(NG_FLOW_ARTICLE, options, 24, 80, (const char *const *)place->env);
}

static NgTerminalCell cell_of(NgTerminal *t, const char *text)
{
  int row, col;
  cr_assert(ng_terminal_find(t, text, &row, &col), "%s", text);
  return ng_terminal_cell(t, row, col);
}

Test(configured, every_setting_of_the_reader_holds)
{
  Place place = place_with("[reader]\ntheme=light\nascii=true\nmouse=true\nbackground=true\nremember-positions=false\n"
                           "[keys]\nnext-mention=p\nwho=F5 i\n");
  {
    g_autoptr(NgTerminal) t = start_in(&place, NULL);
    cr_assert(ng_terminal_wait_for(t, "p next", MS), "the status line names the key that holds");
    cr_assert(ng_terminal_contains(t, "Qin Gang - mention 1 of 9 ---"), "in ASCII");
    cr_assert(ng_terminal_wait_settled(t, MS) && ng_terminal_wrote(t, "\033[?1006;1000h", 13, 0), "with the mouse");
    cr_assert_eq(cell_of(t, "ambassador").background, 231, "the light theme's paper, %d",
                 cell_of(t, "ambassador").background);
    cr_assert(ng_flow_key(t, "pp", "mention 3 of 9"));
    cr_assert(ng_flow_key(t, "n", "no such key"));
    cr_assert(ng_flow_key(t, "\033[15~", "Closest"), "F5");
    cr_assert(ng_flow_key(t, "q", "p next"));
    cr_assert(ng_flow_quit(t));
  }
  g_autofree char *kept = g_build_filename(place.home, "kept", "nutgraf", "positions", NULL);
  cr_assert_not(g_file_test(kept, G_FILE_TEST_EXISTS), "no position is to be remembered");
  place_clear(&place);
}

Test(configured, an_option_outweighs_the_configuration)
{
  Place place = place_with("[reader]\ntheme=light\n");
  {
    g_autoptr(NgTerminal) t = start_in(&place, "--theme mono");
    cr_assert_eq(cell_of(t, "Nicholas Burns").foreground, NG_TERMINAL_DEFAULT_COLOUR);
    cr_assert(cell_of(t, "Nicholas Burns").bold);
    cr_assert_eq(cell_of(t, "ambassador").background, NG_TERMINAL_DEFAULT_COLOUR, "no paper unless it is asked for");
    cr_assert(ng_flow_quit(t));
  }
  g_autofree char *kept = g_build_filename(place.home, "kept", "nutgraf", "positions", NULL);
  cr_assert(g_file_test(kept, G_FILE_TEST_EXISTS));
  place_clear(&place);
}

/* A folder that is told from where one happens to stand is none, as XDG has it. */
Test(configured, a_relative_state_folder_is_not_taken)
{
  Place place = place_with("");
  g_free(place.env[2]);
  place.env[2] = g_strdup("XDG_STATE_HOME=kept");
  {
    g_autoptr(NgTerminal) t = start_in(&place, NULL);
    cr_assert(ng_flow_quit(t));
  }
  g_autofree char *kept = g_build_filename(place.home, ".local", "state", "nutgraf", "positions", NULL);
  cr_assert(g_file_test(kept, G_FILE_TEST_EXISTS));
  place_clear(&place);
}

/* What ends it before the screen is touched: its one line, and 2. */
static const struct {
  const char *configuration, *option, *value, *text;
} faults[] = {
    {"[reader]\n\nteme=light\n", "--theme", "dark", "/set/nutgraf/config:3: "},
    {"[keys]\nnext-mentoin=p\n", "--theme", "dark", "next-mention"},
    {"[reader]\nweak-below=0\n", "--theme", "dark", "/set/nutgraf/config:2: weak-below must be from 1 to 100"},
    {"", "--config", "/no/such/config", "/no/such/config"},
    {"", "--theme", "drak", "dark"},
    {"", "--select", "Quin Gang", "nutgraf: Quin Gang names no one, or several; nearest: Qin Gang; Xi Jinping"},
    {"", "--select", "george\033]0;x", "nutgraf: george␛]0;x names no one"},
};

Test(configured, faults_are_told_before_the_screen_is_touched)
{
  g_autofree char *program = ng_terminal_program(), *path = ng_flow_path(NG_FLOW_ARTICLE);
  for (gsize i = 0; i < G_N_ELEMENTS(faults); i++) {
    Place place = place_with(faults[i].configuration);
    const char *const argv[] = {program, faults[i].option, faults[i].value, path, NULL};
    g_autoptr(NgTerminal) t = ng_terminal_start(argv, 24, 200, (const char *const *)place.env);
    cr_assert(ng_terminal_wait_exit(t, MS));
    cr_assert_eq(ng_terminal_exit_code(t), 2, "row %zu", i);
    cr_assert(ng_terminal_contains(t, faults[i].text), "row %zu: %s", i, faults[i].text);
    cr_assert_not(ng_terminal_wrote(t, "\033[?1049h", 8, 0));
    cr_assert_str_eq(ng_terminal_title(t), "");
    place_clear(&place);
  }
}

Test(configured, select_opens_at_the_first_mention)
{
  Place place = place_with("");
  {
    g_autoptr(NgTerminal) t = start_in(&place, "--select mccarthy");
    cr_assert(ng_terminal_wait_for(t, "Kevin McCarthy · mention 1 of 1", MS));
    int row, col;
    cr_assert(ng_terminal_wait_settled(t, MS) && ng_terminal_cursor_visible(t));
    ng_terminal_cursor(t, &row, &col);
    cr_assert(ng_terminal_cell(t, row, col).reverse && col < 50, "in the text");
    cr_assert(row > 5 && row < 12, "a third of the way down, not in row %d", row);
    cr_assert(ng_flow_quit(t));
  }
  {
    g_autoptr(NgTerminal) t = start_in(&place, "--select qin");
    cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS), "wherever reading was left");
    cr_assert(ng_terminal_contains(t, "8 May 2023"));
    cr_assert(ng_flow_quit(t));
  }
  place_clear(&place);
}
