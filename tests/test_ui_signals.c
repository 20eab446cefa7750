/* What becomes of signals while the screen is written: sigaction is told here whatever is asked of it, by curses too. */
#include "ui/terminal.h"

#include <criterion/criterion.h>
#include <curses.h>
#include <dlfcn.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int times_ignored;

int sigaction(int signum, const struct sigaction *restrict action, struct sigaction *restrict before)
{
  static int (*real)(int, const struct sigaction *, struct sigaction *);
  if (!real)
    *(void **)&real = dlsym(RTLD_NEXT, "sigaction");
  if (signum == SIGTSTP && action && action->sa_handler == SIG_IGN)
    times_ignored++;
  return real(signum, action, before);
}

/* A terminal in place of standard input and output. */
static void take_terminal(void)
{
  struct winsize size = {.ws_row = 24, .ws_col = 80};
  int keyboard, terminal;
  cr_assert_eq(openpty(&keyboard, &terminal, NULL, NULL, &size), 0);
  cr_assert(dup2(terminal, STDIN_FILENO) >= 0 && dup2(terminal, STDOUT_FILENO) >= 0);
}

static void open_terminal(void)
{
  g_autoptr(GError) error = NULL;
  setenv("TERM", "xterm-256color", 1);
  take_terminal();
  cr_assert(ng_terminal_open(false, false, &error), "%s", error ? error->message : "");
}

/* A signal that waits is lost when it is set to be ignored, were it only for the time of a write. */
Test(signals, the_one_that_suspends_is_never_ignored)
{
  open_terminal();
  for (int i = 0; i < 3; i++) {
    mvaddstr(i, 0, "something new");
    ng_terminal_refresh();
  }
  ng_terminal_close();
  cr_assert_eq(times_ignored, 0);
}

/* Work in the background is left for a signal as it is for a key. */
Test(signals, a_new_size_calls_until_it_is_seen_to)
{
  struct winsize size = {.ws_row = 30, .ws_col = 90};
  open_terminal();
  cr_assert_not(ng_terminal_is_called());
  cr_assert_eq(ioctl(STDOUT_FILENO, TIOCSWINSZ, &size), 0);
  raise(SIGWINCH);
  cr_assert(ng_terminal_is_called());
  cr_assert_eq(ng_terminal_key(0), NG_KEY_FUNCTION + KEY_RESIZE);
  cr_assert_not(ng_terminal_is_called());
  cr_assert_eq(LINES, 30);
  ng_terminal_close();
}

Test(signals, the_one_that_suspends_calls)
{
  open_terminal();
  raise(SIGTSTP);
  cr_assert(ng_terminal_is_called());
  ng_terminal_close();
}
