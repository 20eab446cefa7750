#include "config.h" /* first, for it says what the headers of the system declare */

#include "ui/terminal_output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#define PIECE_BYTES 16384

static struct {
  int terminal, memory; /* what standard output is, and what stands in for it; -1: not prepared */
  volatile sig_atomic_t begun;
} frame = {-1, -1, 0};

/* Whether a write that failed may be tried again. A program that shares the terminal may have made it one that is not waited for. */
static bool may_try_again(void)
{
  struct pollfd fd = {STDOUT_FILENO, POLLOUT, 0};
  if (errno == EAGAIN)
    return poll(&fd, 1, -1) > 0 || errno == EINTR;
  return errno == EINTR;
}

void ng_output_send(const char *bytes, gsize n)
{
  fflush(stdout);
  while (n > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, n);
    if (sent < 0 && may_try_again())
      continue;
    if (sent <= 0)
      return;
    bytes += sent;
    n -= (gsize)sent;
  }
}

void ng_frame_prepare(void)
{
#ifdef HAVE_MEMFD_CREATE
  frame.terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
  frame.memory = frame.terminal < 0 ? -1 : memfd_create("frame", MFD_CLOEXEC);
#endif
}

void ng_frame_done(void)
{
  if (frame.terminal >= 0)
    close(frame.terminal);
  if (frame.memory >= 0)
    close(frame.memory);
  frame.terminal = frame.memory = -1;
}

void ng_frame_begin(void)
{
  if (frame.memory >= 0)
    frame.begun = dup2(frame.memory, STDOUT_FILENO) >= 0;
}

void ng_frame_drop(void)
{
  if (frame.begun)
    dup2(frame.terminal, STDOUT_FILENO);
  frame.begun = 0;
}

void ng_frame_end(void)
{
  if (!frame.begun)
    return;
  ng_frame_drop();
  off_t bytes = lseek(frame.memory, 0, SEEK_CUR), sent = 0;
  char piece[PIECE_BYTES];
  for (ssize_t n; sent < bytes && (n = pread(frame.memory, piece, sizeof piece, sent)) > 0; sent += n)
    ng_output_send(piece, (gsize)MIN(n, bytes - sent));
  lseek(frame.memory, 0, SEEK_SET);
}
