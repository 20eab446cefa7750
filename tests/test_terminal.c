/* The harness itself, tried on programs that everyone knows. */
#include "tests/terminal.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>

#define MS NG_TERMINAL_TIMEOUT_MS

static NgTerminal *start_shell(const char *script)
{
  const char *const argv[] = {"sh", "-c", script, NULL};
  return ng_terminal_start(argv, 6, 40, NULL);
}

static NgTerminal *start_less(int rows, int cols)
{
  static const char *const argv[] = {"sh", "-c", "seq -f 'line %g' 100 >$HOME/f; exec less $HOME/f", NULL};
  static const char *const env[] = {"LESS=", "LESSHISTFILE=-", NULL};
  NgTerminal *t = ng_terminal_start(argv, rows, cols, env);
  cr_assert(ng_terminal_wait_for(t, "line 1", MS));
  cr_assert(ng_terminal_wait_settled(t, MS)); /* less misses a signal that comes before it reads */
  return t;
}

Test(terminal, shows_what_is_written)
{
  g_autoptr(NgTerminal) t = start_shell("printf 'one\\ntwo 你好 é'; exit 3");
  cr_assert(ng_terminal_wait_exit(t, MS));
  g_autofree char *first = ng_terminal_row(t, 0), *second = ng_terminal_row(t, 1), *all = ng_terminal_screen(t);
  cr_assert_str_eq(first, "one");
  cr_assert_str_eq(second, "two 你好 é");
  cr_assert_str_eq(all, "one\ntwo 你好 é\n\n\n\n\n");
  cr_assert_eq(ng_terminal_exit_code(t), 3);
  int row, col;
  cr_assert(ng_terminal_find(t, "好", &row, &col));
  cr_assert_eq(row, 1);
  cr_assert_eq(col, 6, "a wide character takes two cells: %d", col);
  ng_terminal_cursor(t, &row, &col);
  cr_assert_eq(row, 1);
  cr_assert_eq(col, 10);
  cr_assert_not(ng_terminal_contains(t, "three"));
}

Test(terminal, reads_attributes_and_colours)
{
  g_autoptr(NgTerminal) t =
      start_shell("printf '\\033[1;4ma\\033[0;3;7mb\\033[0;31;48;5;200mc\\033[0;38;2;1;2;3md\\033[0me'");
  cr_assert(ng_terminal_wait_exit(t, MS));
  NgTerminalCell a = ng_terminal_cell(t, 0, 0), b = ng_terminal_cell(t, 0, 1), c = ng_terminal_cell(t, 0, 2),
                 d = ng_terminal_cell(t, 0, 3), e = ng_terminal_cell(t, 0, 4), beyond = ng_terminal_cell(t, 99, 0);
  cr_assert_str_eq(a.text, "a");
  cr_assert(a.bold && a.underline && !a.italic && !a.reverse);
  cr_assert(b.italic && b.reverse && !b.bold && !b.underline);
  cr_assert_eq(c.foreground, 1);
  cr_assert_eq(c.background, 200);
  cr_assert_eq(d.foreground, 0x1010203);
  cr_assert_eq(d.background, NG_TERMINAL_DEFAULT_COLOUR);
  cr_assert_eq(e.foreground, NG_TERMINAL_DEFAULT_COLOUR);
  cr_assert_str_eq(beyond.text, "");
}

Test(terminal, has_a_clean_environment_and_home)
{
  static const char *const argv[] = {
      "sh", "-c", "echo $TERM $LC_ALL [$COLORTERM] [$EXTRA]; [ -d \"$HOME\" ] && echo $XDG_STATE_HOME", NULL};
  static const char *const env[] = {"EXTRA=a=b", "TERM", "TERM=dumb", NULL};
  g_setenv("COLORTERM", "truecolor", TRUE);
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 6, 80, env);
  cr_assert(ng_terminal_wait_exit(t, MS));
  g_autofree char *first = ng_terminal_row(t, 0), *second = ng_terminal_row(t, 1);
  cr_assert_str_eq(first, "dumb C.UTF-8 [] [a=b]");
  g_autofree char *state = g_build_filename(ng_terminal_home(t), ".local/state", NULL);
  cr_assert_str_eq(second, state);
}

Test(terminal, removes_its_own_home_but_not_a_given_one)
{
  g_autofree char *home = ng_terminal_make_home(), *setting = g_strconcat("HOME=", home, NULL);
  const char *const argv[] = {"sh", "-c", "mkdir $HOME/d; echo kept >$HOME/d/f", NULL}, *const env[] = {setting, NULL};
  NgTerminal *t = ng_terminal_start(argv, 2, 20, env);
  cr_assert(ng_terminal_wait_exit(t, MS));
  ng_terminal_free(t);
  cr_assert(g_file_test(home, G_FILE_TEST_IS_DIR));
  ng_terminal_remove_home(home);
  cr_assert_not(g_file_test(home, G_FILE_TEST_EXISTS));
  t = start_shell("mkdir -p $HOME/a/b; ln -s / $HOME/a/root");
  g_autofree char *own = g_strdup(ng_terminal_home(t));
  cr_assert(ng_terminal_wait_exit(t, MS));
  ng_terminal_free(t);
  cr_assert_not(g_file_test(own, G_FILE_TEST_EXISTS));
  cr_assert(g_file_test("/usr", G_FILE_TEST_IS_DIR));
}

Test(terminal, a_missing_program_exits_with_127)
{
  static const char *const argv[] = {"no-such-program", NULL};
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 2, 60, NULL);
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), 127);
}

Test(terminal, drives_less)
{
  g_autoptr(NgTerminal) t = start_less(6, 40);
  cr_assert(ng_terminal_in_alternate(t));
  cr_assert_not(ng_terminal_modes_restored(t));
  ng_terminal_send(t, NG_KEY_DOWN NG_KEY_DOWN);
  cr_assert(ng_terminal_wait_for(t, "line 7", MS));
  cr_assert(ng_terminal_wait_gone(t, "line 2", MS));
  ng_terminal_send(t, "G");
  cr_assert(ng_terminal_wait_for(t, "line 100", MS));
  ng_terminal_send(t, "?line 50" NG_KEY_ENTER);
  cr_assert(ng_terminal_wait_for(t, "line 54", MS));
  NgTerminalCell found = ng_terminal_cell(t, 0, 0);
  cr_assert(found.reverse, "less shows what it found in reverse");
  ng_terminal_send(t, "q");
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), 0);
  cr_assert(ng_terminal_restored(t));
}

Test(terminal, resizes)
{
  g_autoptr(NgTerminal) t = start_less(6, 40);
  cr_assert_not(ng_terminal_contains(t, "line 9"));
  ng_terminal_resize(t, 12, 30);
  cr_assert(ng_terminal_wait_for(t, "line 11", MS));
}

Test(terminal, counts_the_bytes_of_a_key)
{
  g_autoptr(NgTerminal) t = start_less(24, 80);
  for (int i = 0; i < 20; i++) {
    gsize before = ng_terminal_n_bytes(t);
    ng_terminal_send(t, "j");
    cr_assert(ng_terminal_wait_settled(t, MS));
    gsize bytes = ng_terminal_n_bytes(t) - before;
    cr_assert(bytes > 5 && bytes < 100, "a scroll by one line costs %" G_GSIZE_FORMAT " bytes", bytes);
  }
}

Test(terminal, keeps_every_byte)
{
  g_autoptr(NgTerminal) t = start_shell("printf 'a\\033]0;the title\\007b\\000c\\233d'");
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_str_eq(ng_terminal_title(t), "the title");
  cr_assert(ng_terminal_wrote(t, "\033]0;", 4, 0));
  cr_assert(ng_terminal_wrote(t, "b\0c\233d", 5, 0));
  cr_assert_not(ng_terminal_wrote(t, "\033]0;", 4, 2));
  cr_assert_not(ng_terminal_wrote(t, "\033]52", 4, 0));
}

Test(terminal, sees_what_is_left_behind)
{
  g_autoptr(NgTerminal) t = start_shell("stty -echo; printf '\\033[?1049h\\033[?25l\\033[?1000h\\033[?2004h'");
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert(ng_terminal_in_alternate(t));
  cr_assert_not(ng_terminal_cursor_visible(t));
  cr_assert(ng_terminal_takes_mouse(t));
  cr_assert_not(ng_terminal_modes_restored(t));
  cr_assert_not(ng_terminal_restored(t));
  g_autoptr(NgTerminal) tidy =
      start_shell("printf '\\033[?1049h\\033[?25l\\033[?2004h\\033[?2004l\\033[?25h\\033[?1049l'");
  cr_assert(ng_terminal_wait_exit(tidy, MS));
  cr_assert(ng_terminal_restored(tidy));
}

Test(terminal, a_wait_ends_in_vain)
{
  g_autoptr(NgTerminal) t = start_shell("echo here; cat");
  cr_assert(ng_terminal_wait_for(t, "here", MS));
  cr_assert_not(ng_terminal_wait_for(t, "never", 30));
  ng_terminal_send(t, NG_KEY_CTRL('d'));
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_not(ng_terminal_wait_for(t, "never", MS), "an ended program shows nothing new: no need to wait long");
}

Test(terminal, signals_and_hangs_up)
{
  g_autoptr(NgTerminal) t = start_shell("trap 'echo caught; exit 5' TERM; echo ready; while :; do read x; done");
  cr_assert(ng_terminal_wait_for(t, "ready", MS));
  ng_terminal_signal(t, SIGTERM);
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert(ng_terminal_contains(t, "caught"));
  cr_assert_eq(ng_terminal_exit_code(t), 5);
  g_autoptr(NgTerminal) other = start_less(6, 40);
  ng_terminal_hang_up(other);
  cr_assert(ng_terminal_wait_exit(other, MS));
  g_autoptr(NgTerminal) killed = start_shell("echo ready; exec cat");
  cr_assert(ng_terminal_wait_for(killed, "ready", MS));
  cr_assert(ng_terminal_wait_settled(killed, MS));
  ng_terminal_send(killed, NG_KEY_CTRL('c'));
  cr_assert(ng_terminal_wait_exit(killed, MS));
  cr_assert_eq(ng_terminal_exit_code(killed), -SIGINT);
}

Test(terminal, suspends_under_a_shell)
{
  static const char *const argv[] = {"sh", "-im", NULL};
  static const char *const env[] = {"PS1=ready> ", "LESS=", "LESSHISTFILE=-", NULL};
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 8, 40, env);
  cr_assert(ng_terminal_wait_for(t, "ready>", MS));
  ng_terminal_send(t, "seq 100 >$HOME/f; less $HOME/f\r");
  cr_assert(ng_terminal_wait_for(t, "7", MS));
  cr_assert(ng_terminal_wait_gone(t, "ready>", MS));
  cr_assert(ng_terminal_wait_settled(t, MS));
  ng_terminal_send(t, NG_KEY_CTRL('z'));
  cr_assert(ng_terminal_wait_for(t, "Stopped", MS));
  cr_assert_not(ng_terminal_in_alternate(t));
  ng_terminal_send(t, "fg\r");
  cr_assert(ng_terminal_wait_gone(t, "Stopped", MS));
  cr_assert(ng_terminal_in_alternate(t));
  cr_assert(ng_terminal_wait_settled(t, MS));
  ng_terminal_send(t, "q");
  cr_assert(ng_terminal_wait_for(t, "ready>", MS));
  ng_terminal_send(t, "exit\r");
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert(ng_terminal_restored(t));
}

Test(terminal, answers_a_program_that_asks_for_the_cursor)
{
  g_autoptr(NgTerminal) t =
      start_shell("stty raw -echo; printf 'ab\\033[6n'; dd bs=1 count=6 2>/dev/null | od -An -c; stty sane");
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert(ng_terminal_contains(t, "[   1   ;   3   R"));
}
