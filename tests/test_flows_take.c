/* Taking along: clipboard, browser, editor, pipe; links and what the terminal is told. */
#include "tests/flows.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>

static bool wrote(NgTerminal *t, const char *bytes)
{
  return ng_terminal_wrote(t, bytes, strlen(bytes), 0);
}

/* Whether it wrote this text to the clipboard. */
static bool copied(NgTerminal *t, const char *text)
{
  g_autofree char *encoded = g_base64_encode((const guchar *)text, strlen(text));
  g_autofree char *sequence = g_strconcat("\033]52;c;", encoded, "\033\\", NULL);
  return wrote(t, sequence);
}

/* A script in the terminal's home, made before the terminal is; `setting` gets NAME=command. */
static char *make_script(const char *home, const char *name, const char *body)
{
  g_autofree char *path = g_build_filename(home, name, NULL);
  g_autofree char *text = g_strdup_printf("#!/bin/sh\n%s\n", body);
  cr_assert(g_file_set_contents_full(path, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  return g_steal_pointer(&path);
}

static char *read_home(const char *home, const char *name)
{
  g_autofree char *path = g_build_filename(home, name, NULL);
  char *text = NULL;
  cr_assert(g_file_get_contents(path, &text, NULL, NULL), "no %s was written", path);
  return text;
}

Test(take, y_copies_the_sentence_and_in_a_list_the_name)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, NULL);
  cr_assert(ng_flow_key(t, "y", "copied "));
  cr_assert(
      copied(t, "China’s foreign minister, Qin Gang, received the American ambassador, Nicholas Burns, in Beijing on "
                "Monday: a small sign, after months of worsening temper, that the two powers may be ready to speak to "
                "each other again."));
  cr_assert(ng_flow_key(t, "2y", "copied 8 characters"));
  cr_assert(copied(t, "Qin Gang"));
  cr_assert(ng_flow_quit(t));
}

Test(take, nothing_is_copied_where_there_is_no_clipboard)
{
  static const char *const env[] = {"TERM=linux", NULL};
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, env);
  cr_assert(ng_flow_key(t, "y", "this terminal has no clipboard"));
  cr_assert_not(wrote(t, "\033]52"));
  cr_assert_not(wrote(t, "\033]2;"));
  cr_assert(ng_flow_quit(t));
}

Test(take, o_opens_the_source_with_the_first_browser_that_there_is)
{
  g_autofree char *home = ng_terminal_make_home(), *setting = g_strconcat("HOME=", home, NULL);
  g_autofree char *script = make_script(home, "b", "printf '%s|' \"$@\" >$HOME/opened");
  g_autofree char *browser = g_strdup_printf("BROWSER=/no/such:%s 'a b' -u=%%s", script);
  const char *const env[] = {setting, browser, NULL};
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, env);
  cr_assert(ng_flow_key(t, "o", "opened https://example.org/a?b=1;c"));
  g_autofree char *opened = read_home(home, "opened");
  cr_assert_str_eq(opened, "a b|-u=https://example.org/a?b=1;c|");
  cr_assert(ng_flow_quit(t));
  ng_terminal_remove_home(home);
}

Test(take, what_cannot_be_started_is_said)
{
  static const char *const env[] = {"BROWSER=/no/such", "VISUAL=/no/such", NULL};
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 100, env);
  cr_assert(ng_flow_key(t, "o", "no browser: "));
  cr_assert(ng_flow_key(t, "e", "no editor: "));
  cr_assert(ng_flow_quit(t));
}

/* Short enough to be read whole, and of what can be done about it. */
Test(take, without_a_browser_it_is_said_which_variable_names_one)
{
  static const char *const env[] = {"BROWSER=", "PATH=/no/such", NULL};
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, env);
  cr_assert(ng_flow_key(t, "o", "no browser: BROWSER names none, and xdg-open fails"));
  cr_assert(ng_flow_quit(t));
}

Test(take, e_edits_the_file_at_the_line_and_loads_it_again)
{
  g_autofree char *home = ng_terminal_make_home(), *setting = g_strconcat("HOME=", home, NULL);
  g_autofree char *script =
      make_script(home, "ed", "printf '%s|' \"$1\" >$HOME/args\nsed -i 's/Second paragraph/And an edited one/' \"$2\"");
  g_autofree char *visual = g_strconcat("VISUAL=", script, NULL);
  g_autofree char *original = ng_flow_path("tests/data/take.xml"), *copy = g_build_filename(home, "copy.xml", NULL);
  g_autofree char *text = NULL, *program = ng_terminal_program();
  cr_assert(g_file_get_contents(original, &text, NULL, NULL));
  cr_assert(g_file_set_contents(copy, text, -1, NULL));
  const char *const argv[] = {program, copy, NULL}, *const env[] = {setting, visual, NULL};
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 24, 80, env);
  cr_assert(ng_terminal_wait_for(t, "Maria Costa · mention 1 of 2", MS));
  cr_assert(ng_flow_key(t, "n", "mention 2 of 2"));
  cr_assert(ng_flow_key(t, "e", "loaded again"));
  cr_assert(ng_terminal_contains(t, "And an edited one"));
  cr_assert(ng_terminal_contains(t, "mention 2 of 2"));
  g_autofree char *args = read_home(home, "args");
  cr_assert_str_eq(args, "+14|");
  cr_assert(ng_flow_quit(t));
  ng_terminal_remove_home(home);
}

Test(take, pipe_gives_the_text_to_a_command_and_waits_for_a_key)
{
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, NULL);
  ng_terminal_send(t, "|");
  cr_assert(ng_flow_key(t, "grep -c Costa; echo over" NG_KEY_ENTER, "press a key"));
  cr_assert(ng_terminal_contains(t, "over"));
  cr_assert_not(ng_terminal_in_alternate(t));
  cr_assert(ng_flow_key(t, "x", "? help"));
  cr_assert(ng_terminal_in_alternate(t));
  ng_terminal_send(t, "|");
  cr_assert(ng_flow_key(t, "echo second; exit 3" NG_KEY_ENTER, "second"));
  cr_assert(ng_terminal_wait_cursor(t, 6, 11, MS)); /* after the second "press a key" */
  cr_assert(ng_flow_key(t, " ", "the command failed: status 3"));
  cr_assert(ng_flow_quit(t));
}

Test(take, after_a_command_ctrl_c_is_a_key_too)
{
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, NULL);
  ng_terminal_send(t, "|");
  cr_assert(ng_flow_key(t, "true" NG_KEY_ENTER, "press a key"));
  cr_assert(ng_flow_key(t, NG_KEY_CTRL('C'), "? help"));
  cr_assert(ng_flow_quit(t));
}

Test(take, pipe_alone_is_the_pager)
{
  static const char *const pager[] = {"PAGER=sed s/^/paged:/", NULL}, *const none[] = {"PAGER=", NULL};
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, pager);
  cr_assert(ng_flow_key(t, "|" NG_KEY_ENTER, "press a key"));
  cr_assert(ng_terminal_contains(t, "paged:What can be taken along"));
  cr_assert(ng_flow_key(t, " ", "? help"));
  cr_assert(ng_flow_quit(t));
  g_autoptr(NgTerminal) without = ng_flow_start("tests/data/take.xml", NULL, 24, 80, none);
  cr_assert(ng_flow_key(without, "|" NG_KEY_ENTER, "PAGER names none: type a command"));
  cr_assert(ng_flow_quit(without));
}

/* While a command runs, the keyboard's signals are the command's; afterwards they are the reader's again. */
Test(take, after_a_command_signals_are_the_readers_again)
{
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, NULL);
  ng_terminal_send(t, "|");
  cr_assert(ng_flow_key(t, "true" NG_KEY_ENTER, "press a key"));
  cr_assert(ng_flow_key(t, "x", "? help"));
  ng_terminal_signal(t, SIGINT);
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), -SIGINT);
  cr_assert(ng_terminal_restored(t));
}

Test(take, a_command_that_is_interrupted_does_not_end_the_reader)
{
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, NULL);
  ng_terminal_send(t, "|");
  cr_assert(ng_flow_key(t, "echo waits; exec sleep 100" NG_KEY_ENTER, "waits"));
  cr_assert(ng_flow_key(t, NG_KEY_CTRL('C'), "press a key"));
  cr_assert(ng_flow_key(t, " ", "the command was ended by signal 2"));
  cr_assert(ng_flow_quit(t));
}

Test(take, links_are_the_terminals_own_where_it_has_them)
{
  static const char *const known[] = {"VTE_VERSION=7000", NULL}, *const in_tmux[] = {"VTE_VERSION=7000", "TMUX=x",
                                                                                     NULL};
  static const char open[] = "\033]8;id=0;https://example.org/one%20two%E2%80%A6\033\\";
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, known);
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert(wrote(t, open));
  cr_assert(wrote(t, "\033]8;;\033\\"), "what follows it is no link");
  cr_assert_not(wrote(t, "\033]8;id=1;"));
  int row, col;
  cr_assert(ng_terminal_find(t, "the report", &row, &col), "a link's text is written as it was");
  /* the link is written once more, cell by cell: it looks as it did */
  cr_assert(ng_terminal_find(t, "the Acme of old", &row, &col));
  cr_assert(ng_terminal_cell(t, row, col + 4).italic, "an organisation");
  cr_assert(ng_terminal_cell(t, row, col + 12).italic && !ng_terminal_cell(t, row, col + 9).italic);
  cr_assert(ng_terminal_find(t, "the report", &row, &col));
  gsize before = ng_terminal_n_bytes(t);
  g_autofree char *there = g_strdup_printf("\033[%d;%dH", row + 1, col + 1);
  cr_assert(ng_flow_key(t, "?", "q back"));
  cr_assert(ng_terminal_wait_settled(t, MS));
  static const char aside[] = "\0337";
  cr_assert(ng_terminal_wrote(t, aside, strlen(aside), before), "what was a link's is written again as none");
  cr_assert(ng_terminal_wrote(t, there, strlen(there), before));
  cr_assert(ng_flow_key(t, "q", "the report"));
  cr_assert(ng_flow_quit(t));
  g_autoptr(NgTerminal) plain = ng_flow_start("tests/data/take.xml", NULL, 24, 80, NULL);
  cr_assert(ng_flow_quit(plain));
  cr_assert_not(wrote(plain, "\033]8;"));
  g_autoptr(NgTerminal) tmux = ng_flow_start("tests/data/take.xml", NULL, 24, 80, in_tmux);
  cr_assert(ng_flow_quit(tmux));
  cr_assert_not(wrote(tmux, "\033]8;"));
}

/* Terminals as they tell of themselves, and whether they have links. */
static const struct {
  const char *env[4];
  bool links;
} tellers[] = {
    {{"VTE_VERSION=4999"}, false},
    {{"KONSOLE_VERSION=201200"}, true},
    {{"KONSOLE_VERSION=201199"}, false},
    {{"TERM_PROGRAM=iTerm.app"}, true},
    {{"TERM_PROGRAM=Apple_Terminal"}, false},
    {{"KITTY_WINDOW_ID=1"}, true},
    {{"WT_SESSION=x"}, true},
    {{"TERM=linux", "WT_SESSION=x"}, false},
    {{"TERM=screen", "WT_SESSION=x"}, false}, /* what is said is of the terminal around it */
    {{"TERM=tmux-256color", "WT_SESSION=x"}, false},
    {{"TERM=tmux-256color", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=3.4"}, true},
    {{"TERM=tmux-256color", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=3.3"}, false},
};

Test(take, links_are_told_to_terminals_that_have_them_alone)
{
  for (gsize i = 0; i < G_N_ELEMENTS(tellers); i++) {
    g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, tellers[i].env);
    cr_assert(ng_terminal_wait_settled(t, MS));
    cr_expect_eq(wrote(t, "\033]8;id=0;"), tellers[i].links, "row %zu: %s", i, tellers[i].env[0]);
  }
}

/* ---- what is not as usual ---- */

/* A home with an article in it whose text this is. */
typedef struct {
  char *home, *setting, *path;
} Place;

static Place place_with(const char *name, const char *body)
{
  Place place = {.home = ng_terminal_make_home()};
  g_autofree char *text = g_strdup_printf("<TEI><text><body>%s</body></text></TEI>", body);
  place.setting = g_strconcat("HOME=", place.home, NULL);
  place.path = g_build_filename(place.home, name, NULL);
  cr_assert(g_file_set_contents(place.path, text, -1, NULL));
  return place;
}

static void place_clear(Place *place)
{
  ng_terminal_remove_home(place->home);
  g_free(place->home);
  g_free(place->setting);
  g_free(place->path);
}

static NgTerminal *start_at(const Place *place, const char *variable, const char *other)
{
  g_autofree char *program = ng_terminal_program();
  const char *const argv[] = {program, place->path, NULL}, *const env[] = {place->setting, variable, other, NULL};
  NgTerminal *t = ng_terminal_start(argv, 24, 100, env);
  cr_assert(ng_terminal_wait_for(t, "? help", MS));
  return t;
}

Test(take, what_is_too_long_is_not_copied)
{
  g_autofree char *words = g_strnfill(60000, 'w');
  g_autofree char *body =
      g_strconcat("<p><persName>Q</persName> said <ref target='https://e.org/", words, "'>so</ref>.</p>", NULL);
  Place place = place_with("long.xml", body);
  {
    g_autoptr(NgTerminal) t = start_at(&place, NULL, NULL);
    cr_assert(ng_flow_key(t, "L", "https://e.org/www"));
    cr_assert(ng_flow_key(t, "y", "too long to copy"));
    cr_assert_not(wrote(t, "\033]52"));
    cr_assert(ng_flow_key(t, NG_KEY_ESC "2y", "copied 1 character ─"));
    cr_assert(copied(t, "Q"));
    cr_assert(ng_flow_quit(t));
  }
  place_clear(&place);
}

/* Only the web is opened, and nothing that a shell or another program would take for more. */
Test(take, what_is_no_web_address_is_not_opened)
{
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 100, NULL);
  cr_assert(ng_flow_key(t, "L", "javascript:alert(1)"));
  cr_assert(ng_flow_key(t, "j" NG_KEY_ENTER, "not opened, as it is no web address: javascript:alert(1)"));
  cr_assert(ng_flow_key(t, NG_KEY_ESC, "mention 1 of 2"));
  cr_assert(ng_flow_quit(t));
}

/* Where there is another screen a browser has its windows there; one of those that show pages on a terminal gets this one. */
static const struct {
  const char *name, *display;
  bool here;
} browsers[] = {{"b", "DISPLAY=:0", false},
                {"b", "WAYLAND_DISPLAY=w", false},
                {"lynx", "DISPLAY=:0", true},
                {"b", "DISPLAY", true}};

Test(take, the_terminal_is_lent_to_browsers_that_need_it)
{
  for (gsize i = 0; i < G_N_ELEMENTS(browsers); i++) {
    g_autofree char *home = ng_terminal_make_home(), *setting = g_strconcat("HOME=", home, NULL);
    g_autofree char *script = make_script(home, browsers[i].name, "printf %s \"$1\" >$HOME/opened");
    g_autofree char *browser = g_strdup_printf("BROWSER=%s %%%%%%c%%s", script);
    const char *const env[] = {setting, browser, browsers[i].display, NULL};
    {
      g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, env);
      cr_assert(ng_flow_key(t, "o", "opened https://example.org/a?b=1;c"));
      cr_assert_eq(wrote(t, "\033[?1049l"), browsers[i].here, "row %zu", i);
      cr_assert(ng_flow_quit(t));
    }
    if (browsers[i].here) { /* the others are not waited for */
      g_autofree char *opened = read_home(home, "opened");
      cr_assert_str_eq(opened, "%:https://example.org/a?b=1;c");
    }
    ng_terminal_remove_home(home);
  }
}

Test(take, without_a_browser_named_it_is_the_desktops)
{
  g_autofree char *home = ng_terminal_make_home(), *setting = g_strconcat("HOME=", home, NULL);
  g_free(make_script(home, "xdg-open", "printf %s \"$1\" >$HOME/opened"));
  g_autofree char *path = g_strdup_printf("PATH=%s:%s", home, g_getenv("PATH"));
  const char *const env[] = {setting, path, "BROWSER=", NULL};
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", NULL, 24, 80, env);
  cr_assert(ng_flow_key(t, "o", "opened https://example.org/a?b=1;c"));
  g_autofree char *opened = read_home(home, "opened");
  cr_assert_str_eq(opened, "https://example.org/a?b=1;c");
  cr_assert(ng_flow_quit(t));
  ng_terminal_remove_home(home);
}

/* $EDITOR where $VISUAL is empty. A file that is gone afterwards leaves what was read on the screen. */
Test(take, an_article_that_the_editor_removes_is_still_there)
{
  Place place = place_with("gone.xml", "<p><persName>Ann</persName> was here.</p>");
  g_autofree char *script = make_script(place.home, "ed", "rm \"$2\"");
  g_autofree char *editor = g_strconcat("EDITOR=", script, NULL);
  {
    g_autoptr(NgTerminal) t = start_at(&place, editor, "VISUAL=");
    cr_assert(ng_flow_key(t, "e", "not loaded again: "));
    cr_assert(ng_terminal_contains(t, "was here."));
    cr_assert(ng_flow_key(t, "n", "mention 1 of 1"));
    cr_assert(ng_flow_quit(t));
  }
  place_clear(&place);
}

/* A file's name is no option of the editor. */
Test(take, a_path_that_begins_as_an_option_does_is_a_path)
{
  Place place = place_with("+x.xml", "<p>Here.</p>");
  g_autofree char *script = make_script(place.home, "ed", "printf '%s|' \"$@\" >$HOME/args");
  g_autofree char *editor = g_strconcat("EDITOR=", script, NULL);
  const char *const env[] = {place.setting, editor, NULL};
  {
    g_autoptr(NgTerminal) t = ng_flow_shell("cd; $N +x.xml", 24, 80, env);
    cr_assert(ng_terminal_wait_for(t, "? help", MS));
    cr_assert(ng_flow_key(t, "e", "loaded again"));
  }
  g_autofree char *args = read_home(place.home, "args");
  cr_assert_str_eq(args, "./+x.xml|");
  place_clear(&place);
}

/* ---- hostile articles ---- */

/* Whether an ESC ever begins what the article says, or a C1 control of any encoding is written. */
static void assert_harmless(NgTerminal *t)
{
  static const char *const bad[] = {"\033]0;", "\033[31m\xc2", "\xc2\x9b", "\xc2\x9d", "\xe2\x80\xae", "\033]52",
                                    "\033P",   "\033]8;id=1;", "\xff",     "\xfe",     "\x07PWNED"};
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
    cr_assert_not(wrote(t, bad[i]), "hostile bytes %zu reached the terminal", i);
  for (gunichar c = 0x80; c <= 0x2069; c = c == 0x9F ? 0x202A : c == 0x202E ? 0x2066 : c + 1) {
    char utf8[7] = {0};
    g_unichar_to_utf8(c, utf8);
    cr_assert_not(wrote(t, utf8), "U+%04X reached the terminal", c);
  }
  cr_assert_null(strstr(ng_terminal_title(t), "\033"));
}

Test(take, hostile_articles_reach_the_terminal_as_harmless_text)
{
  static const char *const files[] = {"tests/data/hostile.xml", "tests/data/hostile-references.xml"};
  static const char *const env[] = {"BROWSER=/no/such", "VTE_VERSION=7000", NULL};
  static const char keys[] = "nN" NG_KEY_TAB NG_KEY_TAB "Kqmq\033Lq" NG_KEY_ESC "2jj" NG_KEY_ENTER "3" NG_KEY_ENTER
                             "4lljhz" NG_KEY_ENTER NG_KEY_ESC "v" NG_KEY_ENTER NG_KEY_ESC "v" NG_KEY_ENTER NG_KEY_ESC
                             "v" NG_KEY_ENTER NG_KEY_ESC NG_KEY_ESC "133+" NG_KEY_ESC "xx/e" NG_KEY_ENTER NG_KEY_ESC
                             "q" NG_KEY_ESC "f" NG_KEY_ESC "tq:problems\rq" NG_KEY_ESC ":about\rq";
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autoptr(NgTerminal) t = ng_flow_start(files[i], NULL, 24, 100, env);
    for (const char *key = keys; *key; key++) {
      char one[2] = {*key, '\0'};
      if (*key == 'q')
        continue;
      ng_terminal_send(t, one);
      ng_terminal_wait_settled(t, MS);
    }
    cr_assert(ng_flow_key(t, NG_KEY_ESC NG_KEY_ESC NG_KEY_ESC NG_KEY_ESC "1o", "no browser"));
    ng_terminal_send(t, "\fQ");
    cr_assert(ng_terminal_wait_exit(t, MS));
    assert_harmless(t);
    cr_assert(ng_terminal_restored(t));
  }
}

/* The list of articles: their titles, people and paths. */
Test(take, hostile_articles_in_the_list_are_harmless_text)
{
  static const char *const env[] = {"VTE_VERSION=7000", NULL};
  g_autofree char *program = ng_terminal_program(), *one = ng_flow_path("tests/data/hostile.xml");
  g_autofree char *other = ng_flow_path("tests/data/hostile-references.xml");
  const char *const argv[] = {program, one, other, "/none/\033[31m\302\233\342\200\256.xml", NULL};
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 40, 140, env);
  cr_assert(ng_terminal_wait_for(t, "No such file", MS));
  cr_assert(ng_terminal_wait_for(t, "PWNED", MS));
  ng_terminal_send(t, "jjk/e" NG_KEY_ENTER);
  ng_terminal_wait_settled(t, MS);
  ng_terminal_send(t, NG_KEY_ESC "Q");
  cr_assert(ng_terminal_wait_exit(t, MS));
  assert_harmless(t);
  cr_assert(ng_terminal_restored(t));
}
