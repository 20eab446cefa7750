/* A file read into one huge page of memory, where the system has such. */
#ifndef NG_HUGE_H
#define NG_HUGE_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
  void *map; /* NULL: not read */
  gsize map_bytes;
  const char *bytes; /* aligned to 8 */
  gsize n;
} NgHuge;

/* Reads the file. Nothing is read (map is NULL), and no error told, where the system gives no huge pages, the file is not fit for one, or anything
 * else is in the way: the caller maps the file then. */
NgHuge ng_huge_read(const char *path);
void ng_huge_clear(NgHuge *huge);

#endif
