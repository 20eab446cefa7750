#include "tests/outside.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The input as a file without a name, so that neither side waits for the other. */
static int opened(const char *input, gsize in_bytes)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp("nutgraf-XXXXXX", &path, NULL);
  g_assert(fd >= 0);
  g_unlink(path);
  for (gsize done = 0; done < in_bytes;) {
    ssize_t n = write(fd, input + done, in_bytes - done);
    g_assert(n > 0);
    done += (gsize)n;
  }
  g_assert(lseek(fd, 0, SEEK_SET) == 0);
  return fd;
}

/* All that is to be read there. */
static GByteArray *drained(int fd)
{
  GByteArray *all = g_byte_array_new();
  guint8 chunk[1 << 14];
  for (ssize_t n; (n = read(fd, chunk, sizeof chunk)) > 0;)
    g_byte_array_append(all, chunk, (guint)n);
  close(fd);
  g_byte_array_append(all, (const guint8 *)"", 1);
  return all;
}

char *ng_outside(const char *const *argv, const char *input, gsize in_bytes, gsize *out_bytes, char **complaint)
{
  int in = opened(input, in_bytes), out = -1, status = -1;
  g_autofree char *errors = NULL;
  int error_file = g_file_open_tmp("nutgraf-XXXXXX", &errors, NULL);
  g_assert(error_file >= 0);
  GPid pid;
  g_autoptr(GError) error = NULL;
  bool ran = g_spawn_async_with_pipes_and_fds(NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                                              NULL, in, -1, error_file, NULL, NULL, 0, &pid, NULL, &out, NULL, &error);
  close(in);
  close(error_file);
  g_autoptr(GByteArray) all = ran ? drained(out) : NULL;
  if (ran)
    waitpid(pid, &status, 0);
  if (complaint && ran)
    g_file_get_contents(errors, complaint, NULL, NULL);
  else if (complaint)
    *complaint = g_strdup(error->message);
  g_unlink(errors);
  if (!ran || status != 0)
    return NULL;
  if (out_bytes)
    *out_bytes = all->len - 1;
  return (char *)g_byte_array_free(g_steal_pointer(&all), FALSE);
}

bool ng_outside_has(const char *program)
{
  g_autofree char *path = g_find_program_in_path(program);
  return path != NULL;
}

const char *ng_outside_python(const char *module)
{
  static const char *const interpreters[] = {"/usr/bin/python3", "python3"};
  g_autofree char *line = g_strdup_printf("import %s", module);
  for (gsize i = 0; i < G_N_ELEMENTS(interpreters); i++) {
    const char *const argv[] = {interpreters[i], "-c", line, NULL};
    g_autofree char *out = ng_outside(argv, NULL, 0, NULL, NULL);
    if (out)
      return interpreters[i];
  }
  return NULL;
}

bool ng_outside_node(const char *module)
{
  g_autofree char *line = g_strdup_printf("require.resolve('%s')", module);
  const char *const argv[] = {"node", "-e", line, NULL};
  g_autofree char *out = ng_outside(argv, NULL, 0, NULL, NULL);
  return out != NULL;
}
