#include "model/room.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/* Asked for at a time: little enough that a story wastes nothing to speak of. */
#define STEP_BYTES ((gsize)256 * 1024)

/* Below this, the memory is the allocator's, and touched already or soon. */
#define SMALL_BYTES ((gsize)128 * 1024)

void ng_room_for(GString *text, gsize bytes, gsize *ready)
{
#ifdef MADV_POPULATE_WRITE
  gsize end = text->len + bytes;
  if (end <= *ready || text->allocated_len < SMALL_BYTES)
    return;
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), start = (uintptr_t)text->str;
  uintptr_t first = (start + text->len + page - 1) / page * page;
  uintptr_t last = (start + MIN(end + STEP_BYTES, text->allocated_len)) / page * page;
  if (last > first)
    (void)madvise((void *)first, last - first, MADV_POPULATE_WRITE);
  *ready = end + STEP_BYTES;
#else
  (void)text, (void)bytes, (void)ready;
#endif
}
