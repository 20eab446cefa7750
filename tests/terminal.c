/* The program under test: its start, its keys, its end, and waiting for what it does. */
#include "config.h"

#include "tests/terminal_private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* The longest time between two looks at a state that no descriptor announces, such as the program's end. */
#define LOOK_MS 5

/* ---- home and environment ---- */

char *ng_terminal_program(void)
{
  const char *folder = g_getenv("NG_TEST_BUILDDIR");
  return g_build_filename(folder ? folder : ".", "nutgraf", NULL);
}

char *ng_terminal_make_home(void)
{
  GError *error = NULL;
  char *home = g_dir_make_tmp("nutgraf-test-XXXXXX", &error);
  if (!home)
    g_error("%s", error->message);
  return home;
}

void ng_terminal_remove_home(const char *path)
{
  GDir *folder = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
  for (const char *name; folder && (name = g_dir_read_name(folder));) {
    g_autofree char *inner = g_build_filename(path, name, NULL);
    ng_terminal_remove_home(inner);
  }
  g_clear_pointer(&folder, g_dir_close);
  g_remove(path);
}

const char *ng_terminal_home(const NgTerminal *t)
{
  return t->home;
}

static const char *home_in(const char *const *env)
{
  const char *home = NULL;
  for (; env && *env; env++)
    if (g_str_has_prefix(*env, "HOME="))
      home = *env + strlen("HOME=");
  return home;
}

static char **environment(const char *home, const char *const *changes)
{
  static const char *const passed[] = {"PATH",   "ASAN_OPTIONS",   "UBSAN_OPTIONS",    "LSAN_OPTIONS",   "GCOV_PREFIX",
                                       "TMPDIR", "NG_TEST_SRCDIR", "NG_TEST_BUILDDIR", "LD_LIBRARY_PATH"};
  static const char *const folders[][2] = {{"XDG_CONFIG_HOME", ".config"},
                                           {"XDG_DATA_HOME", ".local/share"},
                                           {"XDG_STATE_HOME", ".local/state"},
                                           {"XDG_CACHE_HOME", ".cache"}};
  char **env = g_new0(char *, 1);
  for (gsize i = 0; i < G_N_ELEMENTS(passed); i++)
    if (g_getenv(passed[i]))
      env = g_environ_setenv(env, passed[i], g_getenv(passed[i]), TRUE);
  env = g_environ_setenv(env, "HOME", home, TRUE);
  env = g_environ_setenv(env, "TERM", "xterm-256color", TRUE);
  env = g_environ_setenv(env, "LC_ALL", "C.UTF-8", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
    g_autofree char *folder = g_build_filename(home, folders[i][1], NULL);
    env = g_environ_setenv(env, folders[i][0], folder, TRUE);
  }
  for (; changes && *changes; changes++) {
    g_auto(GStrv) parts = g_strsplit(*changes, "=", 2);
    env = parts[1] ? g_environ_setenv(env, parts[0], parts[1], TRUE) : g_environ_unsetenv(env, parts[0]);
  }
  return env;
}

/* ---- reading ---- */

/* Reads what is there, after waiting for it at most `wait_ms`. False if there was nothing. */
static bool read_some(NgTerminal *t, int wait_ms)
{
  if (t->master < 0) {
    poll(NULL, 0, wait_ms);
    return false;
  }
  struct pollfd ready = {.fd = t->master, .events = POLLIN};
  bool any = false;
  if (poll(&ready, 1, wait_ms) <= 0)
    return false;
  char buffer[16384];
  for (ssize_t n; (n = read(t->master, buffer, sizeof buffer)) > 0; any = true)
    ng_terminal_feed(t, buffer, (gsize)n);
  return any;
}

/* The process that reads the keys: the program itself, or what a shell has put into the foreground. */
static pid_t foreground(const NgTerminal *t)
{
  pid_t pid = t->master >= 0 ? tcgetpgrp(t->master) : -1;
  return pid > 0 ? pid : t->pid;
}

/* The field of /proc/PID/status that follows `label`; NULL if it cannot be read. */
static char *process_field(pid_t pid, const char *label)
{
  g_autofree char *path = g_strdup_printf("/proc/%d/status", (int)pid);
  g_autofree char *status = NULL;
  if (!g_file_get_contents(path, &status, NULL, NULL))
    return NULL;
  const char *found = strstr(status, label);
  return found ? g_strndup(found + strlen(label), strcspn(found + strlen(label), "\n")) : NULL;
}

/* How often the process has gone to sleep by itself, waiting for something. */
static guint64 count_sleeps(pid_t pid)
{
  g_autofree char *field = process_field(pid, "\nvoluntary_ctxt_switches:\t");
  return field ? g_ascii_strtoull(field, NULL, 10) : 0;
}

/* Before the program is given something to do: remembers how often it has slept, so that it can be seen to sleep again. */
static void note_sleeps(NgTerminal *t)
{
  t->reader = foreground(t);
  t->sleeps = count_sleeps(t->reader);
}

/* ---- start and end ---- */

static void open_terminal(NgTerminal *t)
{
  t->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (t->master < 0 || grantpt(t->master) != 0 || unlockpt(t->master) != 0)
    g_error("no pseudo-terminal: %s", g_strerror(errno));
  t->slave = open(ptsname(t->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (t->slave < 0 || tcgetattr(t->slave, &t->modes) != 0)
    g_error("no pseudo-terminal: %s", g_strerror(errno));
  struct winsize size = {.ws_row = (unsigned short)t->rows, .ws_col = (unsigned short)t->cols};
  ioctl(t->master, TIOCSWINSZ, &size);
  fcntl(t->master, F_SETFL, O_NONBLOCK);
}

/* In the child: a session of its own with the terminal, default signals, and the program. */
static void become(const NgTerminal *t, const char *const *argv, char **env)
{
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int s = 1; s < NSIG; s++)
    signal(s, SIG_DFL);
  setsid();
  ioctl(t->slave, TIOCSCTTY, 0);
  for (int fd = 0; fd < 3; fd++)
    dup2(t->slave, fd);
  execvpe(argv[0], (char *const *)(void *)argv, env);
  dprintf(2, "%s: %s\r\n", argv[0], strerror(errno));
  _exit(127);
}

NgTerminal *ng_terminal_start(const char *const *argv, int rows, int cols, const char *const *env)
{
  NgTerminal *t = g_new0(NgTerminal, 1);
  const char *home = home_in(env);
  t->rows = rows;
  t->cols = cols;
  t->own_home = !home;
  t->home = home ? g_strdup(home) : ng_terminal_make_home();
  open_terminal(t);
  ng_terminal_open_screen(t);
  g_auto(GStrv) full_env = environment(t->home, env);
  t->pid = fork();
  if (t->pid < 0)
    g_error("fork: %s", g_strerror(errno));
  if (t->pid == 0)
    become(t, argv, full_env);
  return t;
}

/* Looks whether the program has ended; if so, takes in the rest of its output, which the kernel hands over a moment later. */
static void look_for_end(NgTerminal *t)
{
  if (t->ended || waitpid(t->pid, &t->status, WNOHANG) != t->pid)
    return;
  t->ended = true;
  while (read_some(t, LOOK_MS))
    ;
}

void ng_terminal_hang_up(NgTerminal *t)
{
  if (t->master < 0)
    return;
  close(t->master);
  close(t->slave);
  t->master = t->slave = -1;
}

void ng_terminal_free(NgTerminal *t)
{
  if (!t)
    return;
  look_for_end(t);
  if (!t->ended) {
    kill(-t->pid, SIGKILL);
    kill(t->pid, SIGKILL);
    waitpid(t->pid, &t->status, 0);
  }
  ng_terminal_hang_up(t);
  ng_terminal_close_screen(t);
  if (t->own_home)
    ng_terminal_remove_home(t->home);
  g_free(t->home);
  g_free(t);
}

int ng_terminal_exit_code(const NgTerminal *t)
{
  return WIFSIGNALED(t->status) ? -WTERMSIG(t->status) : WEXITSTATUS(t->status);
}

bool ng_terminal_modes_restored(NgTerminal *t)
{
  struct termios now;
  if (t->slave < 0 || tcgetattr(t->slave, &now) != 0)
    return false;
  return now.c_iflag == t->modes.c_iflag && now.c_oflag == t->modes.c_oflag && now.c_cflag == t->modes.c_cflag &&
         now.c_lflag == t->modes.c_lflag && memcmp(now.c_cc, t->modes.c_cc, sizeof now.c_cc) == 0;
}

/* ---- keys ---- */

void ng_terminal_send_bytes(NgTerminal *t, const char *bytes, gsize n)
{
  note_sleeps(t);
  while (n > 0 && t->master >= 0) {
    ssize_t written = write(t->master, bytes, n);
    if (written > 0) {
      bytes += written;
      n -= (gsize)written;
      continue;
    }
    look_for_end(t);
    if (t->ended)
      return;
    read_some(t, LOOK_MS); /* the program may be waiting for room to write */
  }
}

void ng_terminal_send(NgTerminal *t, const char *keys)
{
  ng_terminal_send_bytes(t, keys, strlen(keys));
}

void ng_terminal_resize(NgTerminal *t, int rows, int cols)
{
  read_some(t, 0);
  note_sleeps(t);
  t->rows = rows;
  t->cols = cols;
  vterm_set_size(t->vterm, rows, cols);
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
  ioctl(t->master, TIOCSWINSZ, &size);
}

int ng_terminal_pid(const NgTerminal *terminal)
{
  return terminal->pid;
}

void ng_terminal_signal(NgTerminal *t, int signal_number)
{
  note_sleeps(t);
  kill(t->pid, signal_number);
}

/* ---- waiting ---- */

bool ng_terminal_wait_until(NgTerminal *t, NgTerminalState state, void *user, const char *what, int timeout_ms)
{
  gint64 limit = g_get_monotonic_time() + (gint64)timeout_ms * 1000;
  for (;;) {
    while (read_some(t, 0))
      ;
    bool ended = t->ended;
    if (state(t, user))
      return true;
    look_for_end(t);
    if (ended && !read_some(t, 0))
      break; /* nothing will change any more */
    if (g_get_monotonic_time() >= limit)
      break;
    read_some(t, LOOK_MS);
  }
  fprintf(stderr, "waited in vain for: %s\n", what);
  ng_terminal_dump(t);
  return false;
}

static bool shows(NgTerminal *t, void *text)
{
  return ng_terminal_contains(t, text);
}

static bool shows_not(NgTerminal *t, void *text)
{
  return !ng_terminal_contains(t, text);
}

bool ng_terminal_wait_for(NgTerminal *t, const char *text, int timeout_ms)
{
  g_autofree char *what = g_strdup_printf("the text \"%s\"", text);
  return ng_terminal_wait_until(t, shows, (char *)text, what, timeout_ms);
}

bool ng_terminal_wait_gone(NgTerminal *t, const char *text, int timeout_ms)
{
  g_autofree char *what = g_strdup_printf("the text \"%s\" to go", text);
  return ng_terminal_wait_until(t, shows_not, (char *)text, what, timeout_ms);
}

static bool cursor_stands(NgTerminal *t, void *user)
{
  const int *place = user;
  int row, col;
  ng_terminal_cursor(t, &row, &col);
  return row == place[0] && col == place[1];
}

bool ng_terminal_wait_cursor(NgTerminal *t, int row, int col, int timeout_ms)
{
  int place[] = {row, col};
  g_autofree char *what = g_strdup_printf("the cursor at row %d, column %d", row, col);
  return ng_terminal_wait_until(t, cursor_stands, place, what, timeout_ms);
}

/* It sleeps, has gone to sleep since the last key, and neither side holds bytes that the other has not read. */
static bool is_settled(NgTerminal *t, void *user G_GNUC_UNUSED)
{
  int unread = 0;
  if (t->ended)
    return true;
  if (t->slave < 0 || ioctl(t->slave, FIONREAD, &unread) != 0 || unread > 0)
    return false;
  pid_t reader = foreground(t);
  g_autofree char *state = process_field(reader, "\nState:\t");
  guint64 before = reader == t->reader ? t->sleeps : 0;
  return state && state[0] == 'S' && count_sleeps(reader) > before && !read_some(t, LOOK_MS);
}

bool ng_terminal_wait_settled(NgTerminal *t, int timeout_ms)
{
  return ng_terminal_wait_until(t, is_settled, NULL, "the program to wait for input", timeout_ms);
}

static bool has_ended(NgTerminal *t, void *user G_GNUC_UNUSED)
{
  return t->ended;
}

bool ng_terminal_wait_exit(NgTerminal *t, int timeout_ms)
{
  return ng_terminal_wait_until(t, has_ended, NULL, "the program's end", timeout_ms);
}
