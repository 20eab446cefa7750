#include "annotate/huge.h"

#include <fcntl.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define HUGE_BYTES  ((gsize)2 << 20)
#define SMALL_BYTES ((gsize)4096)
#define LEAST_BYTES (HUGE_BYTES / 2)
#define MOST_BYTES  (8 * HUGE_BYTES)

static gsize read_all(int fd, char *to, gsize n)
{
  gsize done = 0;
  for (gssize got = 1; done < n && got > 0; done += (gsize)MAX(got, 0))
    got = read(fd, to + done, n - done);
  return done;
}

#ifdef MADV_HUGEPAGE
/* Whether the page that begins here, whose first byte has been touched, is a huge one: its last bytes are there too then. Where the system gives none,
 * each small page costs more than all this saves. */
static bool is_huge(char *page)
{
  unsigned char last = 0;
  return mincore(page + HUGE_BYTES - SMALL_BYTES, SMALL_BYTES, &last) == 0 && last & 1;
}

/* A few bytes more than a page holds stand before it, lest they take another one. */
static bool read_into(NgHuge *huge, int fd, gsize n)
{
  gsize rest = n % HUGE_BYTES, before = rest <= SMALL_BYTES && rest % sizeof(guint64) == 0 ? rest : 0;
  gsize room = (n - before + HUGE_BYTES - 1) / HUGE_BYTES * HUGE_BYTES;
  huge->map_bytes = SMALL_BYTES + HUGE_BYTES + room;
  huge->map = mmap(NULL, huge->map_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (huge->map == MAP_FAILED)
    return false;
  char *page = (char *)(((guintptr)huge->map + SMALL_BYTES + HUGE_BYTES - 1) & ~(guintptr)(HUGE_BYTES - 1));
  huge->bytes = page - before;
  huge->n = n;
  if (madvise(page, room, MADV_HUGEPAGE) != 0)
    return false;
  *page = 0;
  return is_huge(page) && read_all(fd, page - before, n) == n;
}
#else
static bool read_into(NgHuge *huge, int fd, gsize n)
{
  (void)fd;
  (void)n;
  huge->map = MAP_FAILED;
  return false;
}
#endif

NgHuge ng_huge_read(const char *path)
{
  NgHuge huge = {0};
  struct stat what;
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return huge;
  bool fit = fstat(fd, &what) == 0 && S_ISREG(what.st_mode) && what.st_size >= (off_t)LEAST_BYTES &&
             what.st_size <= (off_t)MOST_BYTES;
  if (fit && !read_into(&huge, fd, (gsize)what.st_size))
    ng_huge_clear(&huge);
  close(fd);
  return huge;
}

void ng_huge_clear(NgHuge *huge)
{
  if (huge->map && huge->map != MAP_FAILED)
    munmap(huge->map, huge->map_bytes);
  *huge = (NgHuge){0};
}
