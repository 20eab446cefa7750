#include "load/input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define BUFFER_BYTES 32768u

struct _NgInput {
  int fd;     /* -1: memory */
  gsize size; /* of a regular file or of the memory; else 0 */
  bool close_fd;
  const char *next; /* bytes not yet given out: in the buffer or in the caller's memory */
  gsize left;
  bool begun, packed, member_done, ended;
  z_stream inflate;
  guint64 n_read, n_given;
  char *problem;
  char *buffer; /* of a file */
};

NgInput *ng_input_open(const char *path, GError **error)
{
  bool standard = strcmp(path, "-") == 0;
  int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  struct stat status = {0};
  int failure = fd < 0 || fstat(fd, &status) != 0 ? errno : S_ISDIR(status.st_mode) ? EISDIR : 0;
  if (failure) {
    g_autofree char *name = ng_text_clean_line(path, strlen(path));
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "%s: %s", name, g_strerror(failure));
    if (fd >= 0 && !standard)
      close(fd);
    return NULL;
  }
  NgInput *input = g_new0(NgInput, 1);
  input->fd = fd;
  input->close_fd = !standard;
  input->size = S_ISREG(status.st_mode) && status.st_size > 0 ? (gsize)status.st_size : 0;
  input->buffer = g_malloc(BUFFER_BYTES);
  return input;
}

NgInput *ng_input_memory(const char *bytes, gsize n_bytes)
{
  NgInput *input = g_new0(NgInput, 1);
  input->fd = -1;
  input->next = bytes;
  input->left = n_bytes;
  input->n_read = n_bytes;
  input->size = n_bytes;
  return input;
}

void ng_input_free(NgInput *input)
{
  if (!input)
    return;
  if (input->packed)
    inflateEnd(&input->inflate);
  if (input->close_fd)
    close(input->fd);
  g_free(input->problem);
  g_free(input->buffer);
  g_free(input);
}

gsize ng_input_size(const NgInput *input)
{
  return input->size;
}

const char *ng_input_problem(const NgInput *input)
{
  return input->problem;
}

static void stop(NgInput *input, const char *problem)
{
  input->ended = true;
  if (!input->problem)
    input->problem = g_strdup(problem);
}

/* Up to `n` bytes of the file; 0 at its end and where it cannot be read, which stops the input. */
static gsize read_file(NgInput *input, char *out, gsize n)
{
  ssize_t got;
  do
    got = read(input->fd, out, n);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    stop(input, g_strerror(errno));
  if (got <= 0)
    return 0;
  input->n_read += (guint64)got;
  return (gsize)got;
}

/* Sees to it that some bytes are left, unless the file ends. */
static bool fill(NgInput *input)
{
  if (input->left || input->fd < 0)
    return input->left > 0;
  input->next = input->buffer;
  input->left = read_file(input, input->buffer, BUFFER_BYTES);
  return input->left > 0;
}

/* Two bytes tell gzip; a pipe may give them one by one. */
static void begin(NgInput *input)
{
  input->begun = true;
  if (!fill(input))
    return;
  while (input->left == 1 && input->fd >= 0) {
    ssize_t n = read(input->fd, input->buffer + 1, 1);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      break;
    input->left++;
    input->n_read++;
  }
  if (input->left >= 2 && memcmp(input->next, "\x1F\x8B", 2) == 0)
    input->packed = inflateInit2(&input->inflate, 16 + MAX_WBITS) == Z_OK;
}

static bool grows_too_much(const NgInput *input, gsize n)
{
  guint64 given = input->n_given + n;
  if (given > NG_LOAD_MAX_BYTES)
    return true;
  return given > NG_INPUT_FREE_BYTES && given / NG_INPUT_MAX_RATIO > input->n_read;
}

/* After a member another may follow; anything else there is not ours to judge, and is left alone as gzip does. */
static bool next_member(NgInput *input)
{
  if (!fill(input) || *input->next != '\x1F')
    return false;
  return inflateReset(&input->inflate) == Z_OK;
}

static gsize read_packed(NgInput *input, char *out, gsize n)
{
  z_stream *z = &input->inflate;
  z->next_out = (Bytef *)out;
  z->avail_out = (uInt)MIN(n, (gsize)1 << 30);
  gsize room = z->avail_out;
  while (z->avail_out == room && !input->ended) {
    if (input->member_done ? !next_member(input) : !fill(input)) {
      if (!input->member_done)
        stop(input, "the gzip data end too early");
      input->ended = true;
      break;
    }
    uInt given = (uInt)MIN(input->left, (gsize)1 << 30);
    z->next_in = (Bytef *)(guintptr)input->next;
    z->avail_in = given;
    int status = inflate(z, Z_NO_FLUSH);
    input->next += given - z->avail_in;
    input->left -= given - z->avail_in;
    input->member_done = status == Z_STREAM_END;
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
      stop(input, "the gzip data are damaged");
  }
  return room - z->avail_out;
}

static gsize read_plain(NgInput *input, char *out, gsize n)
{
  if (!input->left)
    return input->fd < 0 ? 0 : read_file(input, out, n);
  n = MIN(n, input->left);
  memcpy(out, input->next, n);
  input->next += n;
  input->left -= n;
  return n;
}

gsize ng_input_read(NgInput *input, char *out, gsize n)
{
  if (!input->begun)
    begin(input);
  if (input->ended || n == 0)
    return 0;
  gsize given = input->packed ? read_packed(input, out, n) : read_plain(input, out, n);
  if (grows_too_much(input, given)) {
    stop(input, input->packed ? "unpacks to more than any text would: the rest is left out"
                              : "larger than 2 GiB: the rest is left out");
    return 0;
  }
  input->n_given += given;
  return given;
}
