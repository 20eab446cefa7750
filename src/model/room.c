#include "model/room.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Asked for at a time: little enough that a story wastes nothing to speak of. */
#define STEP_BYTES ((gsize)256 * 1024)

/* Below this, the memory is the allocator's, and touched already or soon. */
#define SMALL_BYTES ((gsize)128 * 1024)

/* From this size on the allocator asks the system for each block by itself (mallopt(3)). */
#define DEFAULT_MMAP_BYTES (128 * 1024)

void ng_room_at(void *start, gsize bytes)
{
#ifdef MADV_POPULATE_WRITE
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t first = ((uintptr_t)start + page - 1) / page * page, last = ((uintptr_t)start + bytes) / page * page;
  if (last > first)
    (void)madvise((void *)first, last - first, MADV_POPULATE_WRITE);
#else
  (void)start, (void)bytes;
#endif
}

void ng_room_for(GString *text, gsize bytes, gsize *ready)
{
  gsize end = text->len + bytes;
  if (end <= *ready || text->allocated_len < SMALL_BYTES)
    return;
  ng_room_at(text->str + text->len, MIN(end + STEP_BYTES, text->allocated_len) - text->len);
  *ready = end + STEP_BYTES;
}

void ng_room_for_elements(GArray *array, guint more)
{
  guint n = array->len;
  gsize size = g_array_get_element_size(array);
  if (more == 0)
    return;
  g_array_set_size(array, n + more);
  ng_room_at(array->data + n * size, more * size);
  g_array_set_size(array, n);
}

void ng_room_by_steps(GArray *array)
{
  if (array->len % NG_ROOM_STEP_ELEMENTS == 0 && array->len)
    ng_room_for_elements(array, NG_ROOM_STEP_ELEMENTS);
}

void ng_room_for_parts(gsize bytes)
{
#if defined MADV_POPULATE_WRITE && defined M_TRIM_THRESHOLD
  /* One block from the heap, populated and given back: the parts will be cut from it. What the heap itself would take for such a block, and keep, is
   * left as it is: from then on it learns no more from the blocks that come. */
  bool large = bytes >= DEFAULT_MMAP_BYTES;
  if (large) {
    mallopt(M_TRIM_THRESHOLD, (int)MIN(2 * bytes + DEFAULT_MMAP_BYTES, (gsize)G_MAXINT));
    mallopt(M_MMAP_THRESHOLD, (int)MIN(bytes + DEFAULT_MMAP_BYTES, (gsize)G_MAXINT));
  }
  void *block = malloc(bytes);
  if (block)
    ng_room_at(block, bytes);
  free(block);
  if (large)
    mallopt(M_MMAP_THRESHOLD, DEFAULT_MMAP_BYTES);
#else
  (void)bytes;
#endif
}
