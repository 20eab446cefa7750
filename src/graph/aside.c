#include "config.h" /* first, for it says what the headers of the system declare */

#include "graph/aside.h"

#include "graph/aside_private.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM       "nutgraf-place"
#define LOOK_AFTER_MS 5 /* whether it is still wanted */

struct _NgAside {
  pid_t pid;
  int socket;
};

/* ---- starting and ending it ---- */

/* Beside this program, as where it was built, or else where it is installed. */
static char *own_program(void)
{
  g_autofree char *this = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *folder = this ? g_path_get_dirname(this) : g_strdup(NG_LIBEXEC_DIR);
  char *beside = g_build_filename(folder, PROGRAM, NULL);
  if (g_file_test(beside, G_FILE_TEST_IS_EXECUTABLE))
    return beside;
  g_free(beside);
  return g_build_filename(NG_LIBEXEC_DIR, PROGRAM, NULL);
}

/* It has the socket for input and output and nothing else that is open here; signals are as a program expects them, and those from the keyboard do not
 * reach it. */
static int spawn(const char *program, int socket, pid_t *pid)
{
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, socket, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#ifdef HAVE_POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP
  posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
#endif
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  char *argv[] = {(char *)PROGRAM, NULL};
  int failed = posix_spawn(pid, program, &files, &attributes, argv, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return failed;
}

NgAside *ng_aside_new(const char *program)
{
  g_autofree char *path = program ? g_strdup(program) : own_program();
  int sockets[2];
  pid_t pid;
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    return NULL;
  int failed = spawn(path, sockets[1], &pid);
  close(sockets[1]);
  if (failed) {
    close(sockets[0]);
    return NULL;
  }
  NgAside *aside = g_new(NgAside, 1);
  *aside = (NgAside){pid, sockets[0]};
  return aside;
}

void ng_aside_free(NgAside *aside)
{
  if (!aside)
    return;
  close(aside->socket);
  kill(aside->pid, SIGKILL);
  while (waitpid(aside->pid, NULL, 0) < 0 && errno == EINTR)
    ;
  g_free(aside);
}

/* ---- questions and answers ---- */

/* What does not fit into the socket at once is not asked: nobody waits here for a process that does not read. */
static bool say(NgAside *aside, const void *bytes, gsize n)
{
  ssize_t sent;
  do
    sent = n == 0 ? 0 : send(aside->socket, bytes, n, MSG_NOSIGNAL | MSG_DONTWAIT);
  while (sent < 0 && errno == EINTR);
  return sent == (ssize_t)n;
}

bool ng_aside_ask(NgAside *aside, const char *engine, const NgGraphvizNode *nodes, uint32_t n_nodes,
                  const NgGraphvizEdge *edges, uint32_t n_edges)
{
  NgAsideQuestion question = {.sign = NG_ASIDE_SIGN, .n_nodes = n_nodes, .n_edges = n_edges};
  g_strlcpy(question.engine, engine, sizeof question.engine);
  return say(aside, &question, sizeof question) && say(aside, nodes, n_nodes * sizeof *nodes) &&
         say(aside, edges, n_edges * sizeof *edges);
}

static bool is_wanted(gint64 until_us, const gint *cancel)
{
  return g_get_monotonic_time() < until_us && !(cancel && g_atomic_int_get(cancel));
}

static bool hear(NgAside *aside, void *bytes, gsize n, gint64 until_us, const gint *cancel)
{
  gsize heard = 0;
  while (heard < n && is_wanted(until_us, cancel)) {
    struct pollfd socket = {.fd = aside->socket, .events = POLLIN};
    if (poll(&socket, 1, LOOK_AFTER_MS) <= 0)
      continue;
    ssize_t got = recv(aside->socket, (char *)bytes + heard, n - heard, MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
      return false;
    heard += (gsize)MAX(got, 0);
  }
  return heard == n;
}

bool ng_aside_answer(NgAside *aside, NgGraphvizNode *nodes, uint32_t n_nodes, gint64 until_us, const gint *cancel)
{
  g_autofree NgGraphvizNode *placed = g_new0(NgGraphvizNode, (gsize)n_nodes + 1);
  if (!hear(aside, placed, n_nodes * sizeof *placed, until_us, cancel))
    return false;
  for (uint32_t i = 0; i < n_nodes; i++)
    if (!isfinite(placed[i].x) || !isfinite(placed[i].y))
      return false;
  for (uint32_t i = 0; i < n_nodes; i++) {
    nodes[i].x = placed[i].x;
    nodes[i].y = placed[i].y;
  }
  return true;
}
