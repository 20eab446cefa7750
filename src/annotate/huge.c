#include "annotate/huge.h"

#include "model/room.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define HUGE_BYTES  ((gsize)2 << 20)
#define SMALL_BYTES ((gsize)4096)
#define LEAST_BYTES (HUGE_BYTES / 4)
#define MOST_BYTES  (8 * HUGE_BYTES)

static bool read_all(int fd, char *to, gsize n)
{
  gsize done = 0;
  for (gssize got = 1; done < n && got > 0; done += (gsize)MAX(got, 0))
    got = read(fd, to + done, n - done);
  return done == n;
}

#ifdef MADV_HUGEPAGE
/* Whether the page that begins here, whose first byte has been touched, is a huge one: its last bytes are there too then. Where the system gives none,
 * each small page costs more than all this saves. */
static bool is_huge(char *page)
{
  unsigned char last = 0;
  return mincore(page + HUGE_BYTES - SMALL_BYTES, SMALL_BYTES, &last) == 0 && last & 1;
}

/* The heap grows by a block in which whole huge pages lie, and takes back what is behind the file. What is before the first of these pages is never
 * touched. */
static bool read_into(NgHuge *huge, int fd, gsize n)
{
  gsize room = (n + HUGE_BYTES - 1) / HUGE_BYTES * HUGE_BYTES;
  ng_room_in_heap(HUGE_BYTES + room);
  huge->block = malloc(HUGE_BYTES + room);
  char *page = (char *)(((guintptr)huge->block + HUGE_BYTES - 1) & ~(guintptr)(HUGE_BYTES - 1));
  if (!huge->block || madvise(page, room, MADV_HUGEPAGE) != 0)
    return false;
  *page = 0;
  if (!is_huge(page))
    return false;
  void *rest = realloc(huge->block, (gsize)(page - (char *)huge->block) + n);
  bool same = rest == huge->block;
  huge->block = rest ? rest : huge->block;
  huge->bytes = page;
  huge->n = n;
  huge->page_bytes = room;
  return same && read_all(fd, page, n);
}
#else
static bool read_into(NgHuge *huge, int fd, gsize n)
{
  (void)huge;
  (void)fd;
  (void)n;
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
  free(huge->block);
  *huge = (NgHuge){0};
}

bool ng_huge_has_room(const NgHuge *huge, gsize bytes)
{
  if (!huge->block)
    return false;
  void *block = malloc(bytes);
  guintptr start = (guintptr)block, page = (guintptr)huge->bytes;
  free(block);
  return start > page && start - page < huge->page_bytes && huge->page_bytes - (start - page) >= bytes;
}
