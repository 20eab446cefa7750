/* How the reader ends, is stopped, is killed, or has nothing to read on: the terminal is left as it was found. */
#include "tests/flows.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>

ParameterizedTestParameters(ends, each_signal_restores_the_terminal)
{
  static int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGABRT, SIGSEGV, SIGBUS, SIGQUIT, SIGFPE, SIGILL, SIGTRAP};
  return cr_make_param_array(int, signals, G_N_ELEMENTS(signals));
}

ParameterizedTest(int *signum, ends, each_signal_restores_the_terminal)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, "--mouse", 24, 80, NULL);
  cr_assert(ng_flow_key(t, "G", "100 %"));
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert_not(ng_terminal_cursor_visible(t), "what is selected is out of sight, and the cursor hidden");
  gsize before = ng_terminal_n_bytes(t);
  ng_terminal_signal(t, *signum);
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), -*signum);
  cr_assert(ng_terminal_restored(t));
  if (*signum == SIGINT || *signum == SIGTERM || *signum == SIGHUP)
    return; /* curses ends it, and knows the colour that it wrote last */
  static const char *const plain[] = {"\033[m", "\033[39;49m", "\033[?25h"};
  for (gsize i = 0; i < G_N_ELEMENTS(plain); i++)
    cr_expect(ng_terminal_wrote(t, plain[i], strlen(plain[i]), before), "%s", plain[i] + 1);
}

/* Curses waits for the rest of a report of the mouse. */
Test(ends, a_signal_is_obeyed_in_the_midst_of_a_report_of_the_mouse)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, "--mouse", 24, 80, NULL);
  ng_terminal_send(t, "n\033[<0;1"); /* of several keys the first alone was waited for */
  cr_assert(ng_terminal_wait_settled(t, MS));
  ng_terminal_signal(t, SIGTERM);
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), -SIGTERM);
  cr_assert(ng_terminal_restored(t));
}

/* What a library, or GLib of an assertion, writes to standard error. */
static void write_error(NgTerminal *t, const char *line)
{
  g_autofree char *errors = g_strdup_printf("/proc/%d/fd/2", ng_terminal_pid(t));
  FILE *out = fopen(errors, "a");
  cr_assert(out);
  fputs(line, out);
  fclose(out);
}

Test(ends, what_is_said_meanwhile_is_told_when_the_terminal_is_lent)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  write_error(t, "nutgraf: a warning\n");
  cr_assert(ng_flow_key(t, "|true" NG_KEY_ENTER, "press a key"));
  cr_assert(ng_terminal_contains(t, "nutgraf: a warning"));
  cr_assert(ng_flow_key(t, " ", "? help"));
  cr_assert(ng_flow_quit(t));
}

Test(ends, what_an_assertion_says_is_told_on_the_terminal_as_it_was)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  write_error(t, "nutgraf: assertion failed\n");
  cr_assert(ng_flow_key(t, "n", "mention 2 of 9"));
  cr_assert_not(ng_terminal_contains(t, "assertion failed"));
  ng_terminal_signal(t, SIGABRT);
  cr_assert(ng_terminal_wait_for(t, "nutgraf: assertion failed", MS));
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert(ng_terminal_restored(t));
}

Test(ends, ctrl_c_leaves_as_the_signal_does)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, NULL);
  ng_terminal_send(t, NG_KEY_CTRL('C'));
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), -SIGINT);
  cr_assert(ng_terminal_restored(t));
}

/* What COLORTERM asks for needs an entry of terminfo with direct colour. */
Test(ends, colorterm_brings_24_bits)
{
  static const char *const env[] = {"TERM=xterm-256color", "COLORTERM=truecolor", NULL};
  if (!g_file_test("/usr/share/terminfo/x/xterm-direct", G_FILE_TEST_EXISTS))
    cr_skip("terminfo has no xterm-direct");
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, env);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  static const char white[] = "38:2::255:255:255m";
  cr_assert(ng_terminal_wrote(t, white, strlen(white), 0));
}

Test(ends, a_line_that_goes_dead_ends_it)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, NULL);
  ng_terminal_hang_up(t);
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), -SIGHUP);
}

/* In a session of its own no signal tells it that the terminal is gone: there is something to read for ever, and yet nothing. */
Test(ends, a_line_that_goes_dead_and_does_not_say_so_ends_it)
{
  g_autofree char *program = ng_terminal_program(), *path = ng_flow_path(NG_FLOW_ARTICLE);
  const char *const argv[] = {"sh",    "-c", "trap '' HUP; setsid -w timeout --foreground 60 \"$0\" \"$1\"; exit $?",
                              program, path, NULL};
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  ng_terminal_hang_up(t);
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), 128 + SIGHUP, "%d", ng_terminal_exit_code(t));
}

#ifdef __x86_64__
/* Takes the program's stack away from under it, as a recursion without end does. False if it may not be traced here. */
static bool take_stack(int pid)
{
  struct user_regs_struct registers;
  if (ptrace(PTRACE_ATTACH, pid, NULL, NULL) != 0)
    return false;
  waitpid(pid, NULL, 0);
  bool taken = ptrace(PTRACE_GETREGS, pid, NULL, &registers) == 0;
  registers.rsp = 0;
  taken = taken && ptrace(PTRACE_SETREGS, pid, NULL, &registers) == 0;
  ptrace(PTRACE_DETACH, pid, NULL, NULL);
  return taken;
}

Test(ends, a_crash_for_want_of_stack_restores_the_terminal)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS) && ng_terminal_wait_settled(t, MS));
  if (!take_stack(ng_terminal_pid(t)))
    cr_skip("no program may be traced here");
  ng_terminal_send(t, "n");
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), -SIGSEGV);
  cr_assert(ng_terminal_restored(t));
}
#endif

Test(ends, suspended_and_continued_in_another_size)
{
  g_autoptr(NgTerminal) t = ng_flow_shell("$N $A", 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  cr_assert(ng_flow_key(t, "nn", "mention 3 of 9"));
  ng_terminal_send(t, NG_KEY_CTRL('Z'));
  cr_assert(ng_terminal_wait_for(t, "Stopped", MS));
  cr_assert_not(ng_terminal_in_alternate(t));
  cr_assert_str_eq(ng_terminal_title(t), "");
  ng_terminal_resize(t, 40, 120);
  cr_assert(ng_flow_key(t, "fg\n", "Qin Gang · mention 3 of 9"));
  cr_assert(ng_terminal_wait_for(t, "3 Places", MS), "it is drawn for the new size");
  cr_assert(ng_terminal_in_alternate(t));
  cr_assert(ng_flow_key(t, "n", "mention 4 of 9"));
  cr_assert(ng_flow_key(t, "Qecho st\"\"atus $?\n", "status 0"));
  cr_assert_not(ng_terminal_in_alternate(t));
  ng_terminal_send(t, "exit\n");
  cr_assert(ng_terminal_wait_exit(t, MS));
}

static bool asked_again(NgTerminal *t, void *from)
{
  static const char taken_back[] = "\033[23;2t", asked[] = "\033[22;2t";
  return ng_terminal_wrote(t, taken_back, sizeof taken_back - 1, *(const gsize *)from) &&
         ng_terminal_wrote(t, asked, sizeof asked - 1, *(const gsize *)from);
}

/* Whoever was stopped from outside has not left the terminal. A title that is put aside twice would not come back. */
Test(ends, continued_without_having_left_it_undoes_what_it_asks_for_again)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS) && ng_terminal_wait_settled(t, MS));
  gsize from = ng_terminal_n_bytes(t);
  ng_terminal_signal(t, SIGCONT);
  cr_assert(ng_terminal_wait_until(t, asked_again, &from, "what was asked for is undone and asked for again", MS));
  cr_assert(ng_flow_key(t, "n", "mention 2 of 9"));
  cr_assert(ng_flow_quit(t));
}

Test(ends, the_command_suspends_too)
{
  g_autoptr(NgTerminal) t = ng_flow_shell("$N $A", 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  cr_assert(ng_flow_key(t, ":suspend\r", "Stopped"));
  cr_assert(ng_flow_key(t, "fg\n", NG_FLOW_AT_START));
}

Test(ends, an_article_from_a_pipe_is_read_with_keys_from_the_terminal)
{
  g_autoptr(NgTerminal) t = ng_flow_shell("cat $A | $N -", 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  cr_assert(ng_flow_key(t, "n", "mention 2 of 9"));
  cr_assert(ng_flow_key(t, "e", "what was piped in is no file to edit"));
  cr_assert(ng_flow_key(t, "|cat -n\r", "press a key"));
  cr_assert(ng_flow_key(t, " ", "mention 2 of 9"));
  cr_assert(ng_flow_key(t, "Qecho st\"\"atus $?\n", "status 0"));
  cr_assert_not(ng_terminal_in_alternate(t));
}

/* Terminals, and what is said where they cannot do enough. */
static const struct {
  const char *term, *text;
  int status;
} terminals[] = {
    {"TERM=no-such-terminal",
     "terminal no-such-terminal is not known here, or can do too little; nutgraf show prints the article", 2},
    {"TERM=dumb", "terminal dumb", 2},
};

Test(ends, a_terminal_that_can_do_too_little_is_told)
{
  g_autofree char *program = ng_terminal_program(), *path = ng_flow_path(NG_FLOW_ARTICLE);
  const char *const argv[] = {program, path, NULL};
  for (gsize i = 0; i < G_N_ELEMENTS(terminals); i++) {
    const char *const env[] = {terminals[i].term, NULL};
    g_autoptr(NgTerminal) t = ng_terminal_start(argv, 24, 160, env);
    cr_assert(ng_terminal_wait_exit(t, MS));
    cr_assert(ng_terminal_contains(t, terminals[i].text), "%s", terminals[i].term);
    cr_assert_eq(ng_terminal_exit_code(t), terminals[i].status);
    cr_assert(ng_terminal_restored(t));
  }
}

Test(ends, terminals_without_colour_or_titles_work)
{
  static const char *const names[] = {"TERM=vt100", "TERM=linux", "TERM=screen", "TERM=xterm-mono",
                                      "TERM=tmux-256color"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    const char *const env[] = {names[i], NULL};
    g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, env);
    cr_assert(ng_flow_key(t, "n", "mention 2 of 9"), "%s", names[i]);
    ng_terminal_send(t, "Q");
    cr_assert(ng_terminal_wait_exit(t, MS));
    cr_assert_eq(ng_terminal_exit_code(t), 0);
    cr_assert(ng_terminal_modes_restored(t));
  }
}

/* Without colour the kinds are told by attributes: people bold, places underlined, and plain text by none. */
Test(ends, no_color_tells_kinds_by_attributes)
{
  static const char *const env[] = {"NO_COLOR=1", NULL};
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, env);
  static const struct {
    const char *name;
    bool bold, underline;
  } names[] = {{"Nicholas Burns", true, false}, {"China’s foreign", false, true}, {"ambassador", false, false}};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    int row, col;
    cr_assert(ng_terminal_find(t, names[i].name, &row, &col), "%s", names[i].name);
    NgTerminalCell cell = ng_terminal_cell(t, row, col);
    cr_expect_eq(cell.bold, names[i].bold, "%s", names[i].name);
    cr_expect_eq(cell.underline, names[i].underline, "%s", names[i].name);
    cr_expect_eq(cell.foreground, NG_TERMINAL_DEFAULT_COLOUR);
  }
  cr_assert(ng_flow_quit(t));
}
