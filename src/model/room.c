#include "model/room.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Asked for at a time: little enough that a story wastes nothing to speak of. */
#define STEP_BYTES ((gsize)256 * 1024)

/* Of a large page, which costs hardly more to touch than a small one; also what is asked for at a time where such are to be had. */
#define LARGE_BYTES ((gsize)2 << 20)

/* Below this, the memory is the allocator's, and touched already or soon. */
#define SMALL_BYTES ((gsize)128 * 1024)

/* From this size on the allocator asks the system for each block by itself (mallopt(3)). */
#define DEFAULT_MMAP_BYTES ((gsize)128 * 1024)

/* What it would learn from such blocks as they come and go, as far as it goes: larger ones are not its own, and of what is given back it keeps so much. */
#define MOST_HEAP_BYTES ((gsize)32 << 20)
#define KEPT_BYTES      ((gsize)8 << 20)

/* How often the heap begins anew in large pages: at the start, and once more for the lexicon where an article has taken up what there was. */
#define MOST_TIMES 4
#define CHOICE     3 /* of where they begin */

/* The part of a stretch that consists of whole pages of so many bytes; returns its length. */
static gsize whole_pages(void **start, gsize bytes, gsize page)
{
  uintptr_t first = ((uintptr_t)*start + page - 1) / page * page, last = ((uintptr_t)*start + bytes) / page * page;
  *start = (void *)first;
  return last > first ? last - first : 0;
}

/* Memory that has not been touched is to be of large pages, as far as these fit in. */
static void ask_for_large(void *start, gsize bytes)
{
#ifdef MADV_HUGEPAGE
  gsize whole = bytes < LARGE_BYTES ? 0 : whole_pages(&start, bytes, LARGE_BYTES);
  if (whole)
    (void)madvise(start, whole, MADV_HUGEPAGE);
#else
  (void)start, (void)bytes;
#endif
}

static void populate(void *start, gsize bytes)
{
#ifdef MADV_POPULATE_WRITE
  gsize whole = whole_pages(&start, bytes, (gsize)sysconf(_SC_PAGESIZE));
  if (whole)
    (void)madvise(start, whole, MADV_POPULATE_WRITE);
#else
  (void)start, (void)bytes;
#endif
}

void ng_room_at(void *start, gsize bytes)
{
  ask_for_large(start, bytes);
  populate(start, bytes);
}

void ng_room_for(GString *text, gsize bytes, gsize *ready)
{
  gsize end = text->len + bytes;
  if (end <= *ready || text->allocated_len < SMALL_BYTES)
    return;
  char *start = text->str + text->len;
  gsize left = text->allocated_len - text->len, step = left < 2 * LARGE_BYTES ? STEP_BYTES : LARGE_BYTES;
  ask_for_large(start, left);
  populate(start, MIN(bytes + step, left));
  *ready = end + step;
}

static char *make_capacity(GArray *array, guint more)
{
  guint n = array->len;
  g_array_set_size(array, n + more);
  g_array_set_size(array, n);
  return array->data + (gsize)n * g_array_get_element_size(array);
}

void ng_room_for_elements(GArray *array, guint more)
{
  if (more)
    ng_room_at(make_capacity(array, more), (gsize)more * g_array_get_element_size(array));
}

void ng_room_by_steps(GArray *array)
{
  if (array->len % NG_ROOM_STEP_ELEMENTS == 0 && array->len)
    ng_room_for_elements(array, NG_ROOM_STEP_ELEMENTS);
}

void ng_room_may_come(GArray *array, guint more)
{
  gsize bytes = (gsize)more * g_array_get_element_size(array);
  if (bytes >= LARGE_BYTES)
    ask_for_large(make_capacity(array, more), bytes);
}

/* Lets the heap take blocks of so many bytes itself, each of which the system might be asked for otherwise, and keep what is given back: as much again, and
 * what it asks for beyond, or pages that have been touched would go back with the rest. */
static void keep_in_heap(gsize bytes)
{
#if defined M_TRIM_THRESHOLD && defined M_MMAP_THRESHOLD
  static gsize most;
  most = MAX(most, MIN(bytes + DEFAULT_MMAP_BYTES, MOST_HEAP_BYTES));
  mallopt(M_TRIM_THRESHOLD, (int)MAX(KEPT_BYTES, most + DEFAULT_MMAP_BYTES));
  mallopt(M_MMAP_THRESHOLD, (int)most);
#else
  (void)bytes;
#endif
}

void ng_room_for_parts(gsize bytes)
{
#ifdef MADV_POPULATE_WRITE
  /* One block from the heap, populated and given back: the parts will be cut from it. */
  if (bytes >= DEFAULT_MMAP_BYTES)
    keep_in_heap(bytes);
  void *block = malloc(bytes);
  if (block)
    ng_room_at(block, bytes);
  free(block);
#else
  (void)bytes;
#endif
}

/* The large pages that the heap was last given, and the blocks before such, which are never touched: without them the heap would begin elsewhere. */
static struct {
  void *before[MOST_TIMES];
  guint times;
  char *start, *end;
} large;

bool ng_room_is_large(gsize bytes)
{
  if (!large.times)
    return false;
  void *block = malloc(bytes);
  uintptr_t at = (uintptr_t)block, start = (uintptr_t)large.start, end = (uintptr_t)large.end;
  free(block);
  return at >= start && at < end && end - at >= bytes;
}

#ifdef MADV_HUGEPAGE
/* Whether the page that begins here, whose first byte has been touched, is a large one: its last bytes are there too then. Where the system gives none,
 * each small page costs more than all this saves. */
static bool is_large(char *page)
{
  unsigned char last = 0;
  gsize small = (gsize)sysconf(_SC_PAGESIZE);
  return mincore(page + LARGE_BYTES - small, small, &last) == 0 && last & 1;
}

/* Touches large pages in memory that was not touched. False: these are none. */
static bool touch_large(char *page, gsize bytes)
{
  if (madvise(page, bytes, MADV_HUGEPAGE) != 0)
    return false;
  *page = 0;
  if (!is_large(page))
    return false;
  for (gsize at = LARGE_BYTES; at < bytes; at += LARGE_BYTES)
    page[at] = 0;
  return true;
}

/* A block in which the pages lie whole is cut off where they begin; the heap takes back what is behind. In some of them the heap has written where it
 * once ended: these are passed over. Returns the block as it is then. */
static void *begin_large(void *block, gsize bytes)
{
  void *start = block;
  (void)whole_pages(&start, 2 * LARGE_BYTES, LARGE_BYTES);
  char *page = start, *last = page + (CHOICE - 1) * LARGE_BYTES;
  while (!touch_large(page, bytes)) {
    if (page == last)
      return block;
    page += LARGE_BYTES;
  }
  large.start = page;
  large.end = page + bytes;
  large.before[large.times] = realloc(block, (gsize)(page - (char *)block));
  return large.before[large.times++];
}

bool ng_room_in_large_pages(gsize bytes)
{
  if (ng_room_is_large(bytes))
    return true;
  if (large.times == MOST_TIMES)
    return false;
  gsize whole = (bytes + LARGE_BYTES - 1) / LARGE_BYTES * LARGE_BYTES;
  keep_in_heap(CHOICE * LARGE_BYTES + whole);
  void *block = malloc(CHOICE * LARGE_BYTES + whole);
  guint times = large.times;
  if (block)
    block = begin_large(block, whole);
  if (times == large.times)
    free(block);
  return ng_room_is_large(bytes);
}
#else
bool ng_room_in_large_pages(gsize bytes)
{
  (void)bytes;
  return false;
}
#endif
