/* A file read into a huge page of memory, where the system has such. What the file leaves of the page goes to the heap, and is the first that later
 * allocations get: memory without a first touch of each of its small pages. */
#ifndef NG_HUGE_H
#define NG_HUGE_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
  void *block;       /* of the heap; NULL: not read */
  const char *bytes; /* aligned to 8 */
  gsize n;
  gsize page_bytes; /* from `bytes` on, of which the heap has those behind the file */
} NgHuge;

/* Reads the file. Nothing is read (block is NULL), and no error told, where the system gives no huge pages, the file is not fit for one, or anything
 * else is in the way: the caller maps the file then. */
NgHuge ng_huge_read(const char *path);
void ng_huge_clear(NgHuge *huge);

/* Whether the heap would take so many bytes from what the file left of the page. */
bool ng_huge_has_room(const NgHuge *huge, gsize bytes);

#endif
