/* Room for text that is about to be written.
 *
 * The first touch of each page of memory costs a trip into the kernel, which for a book adds up to as much as reading it. Where the
 * system can, pages are asked for many at a time; elsewhere this does nothing. */
#ifndef NG_ROOM_H
#define NG_ROOM_H

#include <glib.h>
#include <stdbool.h>

/* Sees to it that `bytes` can be appended to the text. `*ready` is how far its memory has been asked for, from 0; the text must not be
 * appended to by more than was asked for between the calls, or is merely slower. */
void ng_room_for(GString *text, gsize bytes, gsize *ready);

/* The same for memory that was allocated just now and will be written from its start to `bytes`. */
void ng_room_at(void *start, gsize bytes);

/* Sees to it that so many elements can be appended to the array. */
void ng_room_for_elements(GArray *array, guint more);

/* The same where so many may come, soon or late: if they are very many, memory is set aside, so that the array need not move, and not yet touched. */
void ng_room_may_come(GArray *array, guint more);

/* The same for an array that grows by one element at a time, for how long nobody knows: to be called before each. Asks for many elements each time
 * that as many have come, but not for the first, which an array of a story never leaves. */
void ng_room_by_steps(GArray *array);
#define NG_ROOM_STEP_ELEMENTS 4096u

/* The same for what is about to be allocated in many small parts, `bytes` in all. */
void ng_room_for_parts(gsize bytes);

/* Sees to it that the heap of the main thread has so many bytes to give from large pages that have been touched, all of which costs hardly more than
 * a few small ones. False where the system gives no such pages, or the heap cannot grow: then nothing has been set aside. */
bool ng_room_in_large_pages(gsize bytes);
#define NG_ROOM_OF_A_STORY ((gsize)1 << 20) /* with the lexicon, and all that is found */

/* Whether it has so many left of those. */
bool ng_room_is_large(gsize bytes);

#endif
