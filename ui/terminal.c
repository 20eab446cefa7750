#include "ui/terminal.h"

#include "model/error.h"
#include "model/room.h"
#include "ui/held_errors.h"
#include "ui/terminal_entry.h"
#include "ui/terminal_output.h"
#include "ui/terminal_sequence.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#define ESCAPE_DELAY_MS 50
#define MANY_CELLS      100000
#define PASTE_PAUSE_MS  500 /* a paste that stops this long is over, even if its end was lost */
#define MAX_IDLE_READS  50  /* a terminal that has something to read so often, and yet has nothing, is gone */

/* What the terminal sends around a paste; codes of our own, far beyond KEY_MAX, from which curses numbers the keys that only the terminal's
 * description names. */
enum { PASTE_START = 0x7000, PASTE_END };

/* What a signal handler needs, and so the one thing here that lives outside any function. */
static struct {
  SCREEN *screen;
  FILE *keys;
  int keys_fd;
  struct termios found; /* the terminal's settings before us */
  char enter[64];       /* what we ask of it besides what curses does */
  gsize own_bytes;      /* of `leave`: what undoes that */
  char *title;          /* NULL: none was set */
  char leave[320];      /* the bytes that undo what curses and we did to the screen */
  gsize leave_bytes;
  bool osc, mouse;
  bool pasting;
  int idle_reads;
  NgSequence sequence;
  volatile sig_atomic_t open, signalled, stopped, continued, resized;
} terminal;

/* After an assertion or a crash: only what is safe in a signal handler. */
static void restore_and_die(int signum)
{
  if (terminal.open) {
    terminal.open = 0;
    ng_frame_drop();
    ssize_t sent = write(STDOUT_FILENO, terminal.leave, terminal.leave_bytes);
    (void)sent;
    tcsetattr(terminal.keys_fd, TCSANOW, &terminal.found);
    ng_tell_errors();
  }
  signal(signum, SIG_DFL);
  raise(signum);
}

static void ask_to_leave(int signum)
{
  terminal.signalled = signum;
}

static void ask_to_stop(int signum)
{
  (void)signum;
  terminal.stopped = 1;
}

static void note_continued(int signum)
{
  (void)signum;
  terminal.continued = 1;
}

static void note_resized(int signum)
{
  (void)signum;
  terminal.resized = 1;
}

static void handle(int signum, void (*handler)(int))
{
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(signum, &action, NULL);
}

/* A crash for want of stack needs another one to be handled on. */
static void give_signals_a_stack(void)
{
  static char room[64 * 1024];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  sigaltstack(&stack, NULL);
}

/* The signals that keys send: ours, or while the terminal is lent those of whoever has it. */
static void handle_keyboard_signals(bool lent)
{
  handle(SIGINT, lent ? SIG_IGN : ask_to_leave);
  handle(SIGQUIT, lent ? SIG_IGN : restore_and_die);
  handle(SIGTSTP, lent ? SIG_DFL : ask_to_stop);
}

static void handle_signals(void)
{
  static const int fatal[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP};
  give_signals_a_stack();
  for (gsize i = 0; i < G_N_ELEMENTS(fatal); i++)
    handle(fatal[i], restore_and_die);
  handle(SIGTERM, ask_to_leave);
  handle(SIGHUP, ask_to_leave);
  handle(SIGCONT, note_continued);
  handle(SIGPIPE, SIG_IGN);
  handle_keyboard_signals(false);
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

/* Bracketed paste, where the terminal's description has it. */
static void prepare_paste(void)
{
  const char *on = tigetstr("BE"), *off = tigetstr("BD"), *start = tigetstr("PS"), *end = tigetstr("PE");
  const char *all[] = {on, off, start, end};
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
    if (!all[i] || all[i] == (char *)-1)
      return;
  define_key(start, PASTE_START);
  define_key(end, PASTE_END);
  g_strlcat(terminal.enter, on, sizeof terminal.enter);
  keep_capability(off);
}

/* The Linux console's Shift-Tab, which its description keeps as a key without a name of curses' own. */
static void prepare_shift_tab(void)
{
  if (key_defined("\033[Z") > KEY_MAX)
    define_key("\033[Z", KEY_BTAB);
}

/* A title of our own over the one that is there; where the terminal cannot keep that one, none is left. */
static void prepare_title(void)
{
  if (!terminal.osc)
    return;
  g_strlcat(terminal.enter, "\033[22;2t", sizeof terminal.enter);
  keep_capability("\033]2;\033\\\033[23;2t");
}

static void keep_leave_bytes(void)
{
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
  WINDOW *keys = terminal.sequence.window = newpad(1, 1); /* reading from a window that is shown would draw it */
  keypad(keys, TRUE);
  meta(keys, TRUE);
  nodelay(keys, TRUE);
  if (!getenv("ESCDELAY"))
    set_escdelay(ESCAPE_DELAY_MS);
  if (mouse) {
    mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
    mouseinterval(0);
  }
}

/* Asks for what we want besides what curses does; undoes it. */
static void send_own_enter(void)
{
  ng_output_send(terminal.enter, strlen(terminal.enter));
  if (terminal.title)
    ng_output_send(terminal.title, strlen(terminal.title));
}

static void send_own_leave(void)
{
  ng_output_send(terminal.leave, terminal.own_bytes);
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
  terminal.keys = !input_taken && isatty(STDIN_FILENO) ? stdin : fopen("/dev/tty", "re");
  const char *name = getenv("TERM");
  if (!terminal.keys || !isatty(STDOUT_FILENO)) {
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "no terminal to read on; nutgraf show prints the article");
    return false;
  }
  terminal.keys_fd = fileno(terminal.keys);
  tcgetattr(terminal.keys_fd, &terminal.found);
  handle(SIGWINCH, note_resized); /* before curses would catch it */
  ask_for_room();
  g_autofree char *entry = ng_terminal_entry();
  /* curses leaves a handler alone that it finds; over one of its own it would ignore the signal while it writes, and with it one that waits */
  handle(SIGTSTP, ask_to_stop);
  if (entry)
    terminal.screen = newterm(entry, stdout, terminal.keys);
  if (!terminal.screen) {
    handle(SIGTSTP, SIG_DFL);
    g_set_error(error, NG_ERROR, NG_ERROR_USAGE,
                "terminal %s is not known here, or can do too little; nutgraf show prints the article",
                name ? name : "(TERM is not set)");
    return false;
  }
  set_modes(mouse);
  terminal.leave_bytes = 0;
  terminal.enter[0] = '\0';
  terminal.osc = ng_terminal_knows_osc(name ? name : "");
  terminal.mouse = mouse;
  prepare_shift_tab();
  prepare_paste();
  prepare_title();
  terminal.own_bytes = terminal.leave_bytes;
  if (mouse)
    keep_capability("\033[?1006l\033[?1002l\033[?1000l");
  keep_leave_bytes();
  terminal.open = 1;
  ng_frame_prepare();
  ng_hold_errors();
  handle_signals();
  send_own_enter();
  return true;
}

void ng_terminal_set_title(const char *title)
{
  g_autofree char *sequence = g_strconcat("\033]2;", title, "\033\\", NULL);
  if (!terminal.osc || g_strcmp0(sequence, terminal.title) == 0)
    return;
  g_free(terminal.title);
  terminal.title = g_steal_pointer(&sequence);
  ng_output_send(terminal.title, strlen(terminal.title));
}

void ng_terminal_close(void)
{
  if (!terminal.open)
    return;
  terminal.open = 0;
  send_own_leave();
  g_clear_pointer(&terminal.title, g_free);
  endwin();
  ng_frame_done();
  delscreen(terminal.screen);
  tcsetattr(terminal.keys_fd, TCSANOW, &terminal.found);
  if (terminal.keys != stdin)
    fclose(terminal.keys);
  ng_tell_errors();
}

void ng_terminal_lend(void)
{
  send_own_leave();
  def_prog_mode();
  endwin();
  ng_tell_errors();
  handle_keyboard_signals(true);
}

void ng_terminal_take_back(void)
{
  handle_keyboard_signals(false);
  ng_hold_errors();
  terminal.continued = terminal.stopped = 0;
  terminal.resized = 1; /* who does not have the terminal is not told of its size */
  reset_prog_mode();
  send_own_enter();
  clearok(curscr, TRUE);
  doupdate();
}

int ng_terminal_keys(void)
{
  return terminal.keys_fd;
}

void ng_terminal_suspend(void)
{
  ng_terminal_lend();
  kill(0, SIGTSTP); /* all of the job, as the key itself would */
  ng_terminal_take_back();
}

void ng_terminal_wait_key(const char *text)
{
  struct termios modes, raw;
  if (tcgetattr(terminal.keys_fd, &modes) != 0)
    return;
  raw = modes;
  raw.c_lflag &= (tcflag_t) ~(ICANON | ECHO | ISIG); /* Ctrl-C is a key as well */
  tcsetattr(terminal.keys_fd, TCSAFLUSH, &raw);
  ng_output_send("\r\n", 2);
  ng_output_send(text, strlen(text));
  char c;
  while (read(terminal.keys_fd, &c, 1) < 0 && errno == EINTR && !terminal.signalled)
    continue;
  tcsetattr(terminal.keys_fd, TCSAFLUSH, &modes);
  ng_output_send("\r\n", 2);
}

static bool is_asked_by_a_signal(void)
{
  return terminal.signalled || terminal.stopped || terminal.continued || terminal.resized;
}

bool ng_terminal_is_called(void)
{
  struct pollfd fd = {terminal.keys_fd, POLLIN, 0};
  return is_asked_by_a_signal() || poll(&fd, 1, 0) > 0;
}

/* ---- keys ---- */

static NgKey plain_key(int c)
{
  NgKey key = ng_sequence_character(&terminal.sequence, c);
  return terminal.pasting && key != NG_KEY_NONE && (key < ' ' || key == 0x7F) ? ' ' : key;
}

/* A report of a mouse that we have not asked for, left over from another program: what follows its start is no typing. */
static void skip_report(void)
{
  int c = 0;
  while (c != ERR && c < 0x40)
    c = wgetch(terminal.sequence.window);
}

/* A key of those that have come; NG_KEY_NONE if there is none (more). `came` tells whether anything was read. */
static NgKey read_key(bool *came)
{
  for (;;) {
    int c = wgetch(terminal.sequence.window);
    if (c == ERR)
      return NG_KEY_NONE;
    *came = true;
    c = ng_sequence_key(&terminal.sequence, c);
    if (c == ERR)
      continue;
    if (c == PASTE_START || c == PASTE_END) {
      terminal.pasting = c == PASTE_START;
      continue;
    }
    if (c == KEY_MOUSE && !terminal.mouse) {
      skip_report();
      continue;
    }
    NgKey key = c >= KEY_MIN ? NG_KEY_FUNCTION + (NgKey)c : plain_key(c);
    if (key != NG_KEY_NONE)
      return key;
  }
}

/* Curses would ask for the size itself, in the middle of a frame as well, when what it writes to is not the terminal. It has the key of a new size read
 * next. */
static void follow_size(void)
{
  struct winsize size;
  terminal.resized = 0;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && is_term_resized(size.ws_row, size.ws_col))
    resizeterm(size.ws_row, size.ws_col);
}

/* What signals asked for that is not leaving. False if that was nothing, or a new size, which is a key. */
static bool obey(void)
{
  bool asked = terminal.stopped || terminal.continued;
  if (terminal.stopped)
    ng_terminal_suspend();
  if (terminal.continued) {
    send_own_leave(); /* it was stopped in the midst of it: what is asked for again must not be asked twice */
    ng_terminal_take_back();
  }
  if (terminal.resized)
    follow_size();
  return asked;
}

/* Signals that end the wait for a key. They are held back from the last look at what they ask for until the wait itself, where one that came
 * between would be waited out. Returns the mask before. */
static sigset_t hold_signals(void)
{
  static const int wakers[] = {SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGWINCH};
  sigset_t held, before;
  sigemptyset(&held);
  for (gsize i = 0; i < G_N_ELEMENTS(wakers); i++)
    sigaddset(&held, wakers[i]);
  pthread_sigmask(SIG_BLOCK, &held, &before);
  return before;
}

void ng_terminal_refresh(void)
{
  /* in one go, for what a signal breaks off in writing is not written again by every curses */
  sigset_t before = hold_signals();
  ng_frame_begin();
  refresh();
  ng_frame_end();
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* Waits for something to read, with the signals let through that are held. False where that came to nothing. */
static bool wait_for_input(int milliseconds, const sigset_t *through)
{
  int limit = terminal.pasting && (milliseconds < 0 || milliseconds > PASTE_PAUSE_MS) ? PASTE_PAUSE_MS : milliseconds;
  struct timespec longest = {limit / 1000, limit % 1000 * 1000000L};
  fd_set keys;
  FD_ZERO(&keys);
  FD_SET(terminal.keys_fd, &keys);
  if (is_asked_by_a_signal())
    return false;
  int ready = pselect(terminal.keys_fd + 1, &keys, NULL, NULL, limit < 0 ? NULL : &longest, through);
  if (ready == 0)
    terminal.pasting = false;
  return ready > 0;
}

NgKey ng_terminal_key(int milliseconds)
{
  if (obey())
    return NG_KEY_NONE; /* what was done meanwhile goes on */
  bool came = false;
  /* with signals let through, for curses waits here for the rest of a report of the mouse */
  NgKey key = read_key(&came);
  if (key != NG_KEY_NONE || milliseconds == 0)
    return key;
  sigset_t before = hold_signals();
  bool ready = wait_for_input(milliseconds, &before);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (!ready && terminal.resized) {
    follow_size();
    return read_key(&came);
  }
  if (!ready)
    return NG_KEY_NONE;
  came = false;
  key = read_key(&came);
  terminal.idle_reads = came ? 0 : terminal.idle_reads + 1;
  if (terminal.idle_reads > MAX_IDLE_READS)
    terminal.signalled = SIGHUP;
  return key;
}

bool ng_terminal_pasting(void)
{
  return terminal.pasting;
}

bool ng_terminal_takes_osc(void)
{
  return terminal.osc;
}

int ng_terminal_signal(void)
{
  return terminal.signalled;
}
