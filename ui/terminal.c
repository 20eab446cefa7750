#include "ui/terminal.h"

#include "model/error.h"
#include "model/room.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#define ESCAPE_DELAY_MS 25
#define MANY_CELLS      100000

/* What a signal handler needs, and so the one thing here that lives outside any function. */
static struct {
  SCREEN *screen;
  FILE *keys;
  int keys_fd;
  struct termios found; /* the terminal's settings before us */
  char leave[256];      /* the bytes that undo what curses did to the screen */
  gsize leave_bytes;
  volatile sig_atomic_t open, signalled;
} terminal;

/* After an assertion or a crash: only what is safe in a signal handler. */
static void restore_and_die(int signum)
{
  if (terminal.open) {
    terminal.open = 0;
    ssize_t sent = write(STDOUT_FILENO, terminal.leave, terminal.leave_bytes);
    (void)sent;
    tcsetattr(terminal.keys_fd, TCSANOW, &terminal.found);
  }
  signal(signum, SIG_DFL);
  raise(signum);
}

static void ask_to_leave(int signum)
{
  terminal.signalled = signum;
}

static void handle(int signum, void (*handler)(int))
{
  struct sigaction action = {.sa_handler = handler};
  sigemptyset(&action.sa_mask);
  sigaction(signum, &action, NULL);
}

static void handle_signals(void)
{
  static const int fatal[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGTRAP};
  static const int polite[] = {SIGINT, SIGTERM, SIGHUP};
  for (gsize i = 0; i < G_N_ELEMENTS(fatal); i++)
    handle(fatal[i], restore_and_die);
  for (gsize i = 0; i < G_N_ELEMENTS(polite); i++)
    handle(polite[i], ask_to_leave);
  handle(SIGPIPE, SIG_IGN);
}

static void keep_capability(const char *capability)
{
  if (!capability || capability == (char *)-1)
    return;
  gsize n = strlen(capability);
  if (terminal.leave_bytes + n > sizeof terminal.leave)
    return;
  memcpy(terminal.leave + terminal.leave_bytes, capability, n);
  terminal.leave_bytes += n;
}

static void keep_leave_bytes(void)
{
  terminal.leave_bytes = 0;
  keep_capability(exit_attribute_mode);
  keep_capability(cursor_normal);
  keep_capability(keypad_local);
  keep_capability(orig_pair);
  keep_capability(exit_ca_mode);
}

static void set_modes(bool mouse)
{
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  meta(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  set_escdelay(ESCAPE_DELAY_MS);
  if (mouse) {
    mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
    mouseinterval(0);
  }
}

/* Curses keeps the screen three times over. */
static void ask_for_room(void)
{
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    ng_room_for_parts(3 * sizeof(cchar_t) * MIN((gsize)size.ws_row * size.ws_col, MANY_CELLS));
}

bool ng_terminal_open(bool input_taken, bool mouse, GError **error)
{
  bool own = !input_taken && isatty(STDIN_FILENO);
  terminal.keys = own ? stdin : fopen("/dev/tty", "re");
  const char *name = getenv("TERM");
  if (!terminal.keys || !isatty(STDOUT_FILENO)) {
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "no terminal to read on; nutgraf show prints the article");
    return false;
  }
  terminal.keys_fd = fileno(terminal.keys);
  tcgetattr(terminal.keys_fd, &terminal.found);
  ask_for_room();
  terminal.screen = newterm(NULL, stdout, terminal.keys);
  if (!terminal.screen) {
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "terminal %s is not known here; nutgraf show prints the article",
                name ? name : "(TERM is not set)");
    return false;
  }
  set_modes(mouse);
  keep_leave_bytes();
  terminal.open = 1;
  handle_signals();
  return true;
}

void ng_terminal_close(void)
{
  if (!terminal.open)
    return;
  terminal.open = 0;
  endwin();
  delscreen(terminal.screen);
  tcsetattr(terminal.keys_fd, TCSANOW, &terminal.found);
  if (terminal.keys != stdin)
    fclose(terminal.keys);
}

void ng_terminal_lend(void)
{
  def_prog_mode();
  endwin();
}

void ng_terminal_take_back(void)
{
  reset_prog_mode();
  clearok(curscr, TRUE);
  doupdate();
}

bool ng_terminal_has_key(void)
{
  struct pollfd fd = {terminal.keys_fd, POLLIN, 0};
  return poll(&fd, 1, 0) > 0;
}

static NgKey read_key(void)
{
  wint_t c;
  int kind = wget_wch(stdscr, &c);
  if (kind == KEY_CODE_YES)
    return NG_KEY_FUNCTION + (NgKey)c;
  return kind == OK ? (NgKey)c : NG_KEY_NONE;
}

NgKey ng_terminal_key(int milliseconds)
{
  NgKey key = read_key();
  if (key != NG_KEY_NONE || terminal.signalled)
    return key;
  struct pollfd fd = {terminal.keys_fd, POLLIN, 0};
  int ready = poll(&fd, 1, milliseconds);
  if (ready > 0 && (fd.revents & (POLLERR | POLLNVAL | POLLHUP)) && !(fd.revents & POLLIN))
    terminal.signalled = SIGHUP; /* the terminal is gone */
  return read_key();
}

int ng_terminal_signal(void)
{
  return terminal.signalled;
}

void ng_terminal_send(const char *bytes, gsize n)
{
  fflush(stdout);
  while (n > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, n);
    if (sent < 0 && errno == EINTR)
      continue;
    if (sent <= 0)
      return;
    bytes += sent;
    n -= (gsize)sent;
  }
}
