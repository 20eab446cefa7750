/* A tape of events between the parser, which records them, and the handlers, to which they are played.
 *
 * The tape is a ring of a few chunks. For a small document one thread records a chunk and plays it, in turn. For a large one the parser runs on a thread
 * of its own and the handlers on the caller's: each waits for the other where the ring is empty or full. What is played is the same, in the same
 * order, for nothing goes back from the handlers to the parser. Memory is bounded by the ring, and by the largest event. */
#ifndef NG_SAX_TAPE_H
#define NG_SAX_TAPE_H

#include <glib.h>
#include <stdbool.h>

/* What one thread writes all the time begins at such a multiple of bytes, so that it shares no line of the cache with what the other one does. */
#define NG_SAX_APART_BYTES 128

typedef struct _NgSaxTape NgSaxTape;

typedef void (*NgSaxRecord)(void *recorder, NgSaxTape *tape);
typedef void (*NgSaxPlay)(void *player, const char *events, gsize bytes);

/* Runs `record` to its end, which writes events to the tape, and `play` on the calling thread for all that it writes, some events at a time. With
 * `apart`, and where the machine can, `record` runs on a thread of its own: nothing that it touches may be touched by `play`. Returns when both are done. */
void ng_sax_tape_run(NgSaxRecord record, void *recorder, NgSaxPlay play, void *player, bool apart);

/* For `record`: room for an event of so many bytes at the end of the tape, aligned for any type; to be filled before the next one is asked for.
 * `*padded` becomes how many bytes lie between it and the event that comes next. */
void *ng_sax_tape_write(NgSaxTape *tape, gsize bytes, gsize *padded);

#endif
