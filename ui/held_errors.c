#include "ui/held_errors.h"

#include <glib.h>
#include <stdio.h>
#include <unistd.h>

#define MOST_TOLD_BYTES (64 * 1024)

/* Signal handlers need it. */
static struct {
  int own;  /* a copy of standard error as it was; 0 while nothing is held */
  int file; /* what stands in for it: a file without a name */
} held;

void ng_hold_errors(void)
{
  if (held.own || !isatty(STDERR_FILENO))
    return;
  FILE *file = tmpfile();
  if (!file)
    return;
  held.file = dup(fileno(file));
  fclose(file);
  int own = dup(STDERR_FILENO);
  if (held.file < 0 || own < 0 || dup2(held.file, STDERR_FILENO) < 0) {
    close(held.file);
    close(own);
    return;
  }
  held.own = own;
}

void ng_tell_errors(void)
{
  if (!held.own)
    return;
  dup2(held.own, STDERR_FILENO);
  off_t end = lseek(held.file, 0, SEEK_END), at = MAX(end - MOST_TOLD_BYTES, 0);
  char buffer[1024];
  for (ssize_t n; (n = pread(held.file, buffer, sizeof buffer, at)) > 0; at += n)
    if (write(STDERR_FILENO, buffer, (size_t)n) < n)
      break;
  close(held.file);
  close(held.own);
  held.own = 0;
}
