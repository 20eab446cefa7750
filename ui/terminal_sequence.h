/* Characters and escape sequences that come in pieces. Curses waits for the rest of a sequence only so long; on a slow line what is left of it would
 * be typing. */
#ifndef NG_TERMINAL_SEQUENCE_H
#define NG_TERMINAL_SEQUENCE_H

#include "ui/keys.h"

#include <curses.h>
#include <glib.h>
#include <wchar.h>

typedef struct {
  WINDOW *window;    /* that keys are read from; it must not wait */
  char bytes[32];    /* what has come of it, as a string; more than fits is dropped, as no key is that long */
  gsize n;           /* 0: none is begun */
  gint64 since;      /* when the last of it came, in microseconds of the monotonic clock */
  mbstate_t partial; /* of a character whose bytes have not all come */
} NgSequence;

/* What `c`, which wgetch has just given, means with what came before it: `c` itself, the code of the key that a sequence makes with it, 27
 * for the key Esc, or ERR while a sequence is not whole or where it is no key. Of a sequence whose start was taken for Esc the rest is still
 * known, for a second, unless that start came alone and is followed by one character alone. It reads on with wgetch as far as there is
 * something to read. */
int ng_sequence_key(NgSequence *sequence, int c);

/* One byte more of a character, in the locale's encoding. NG_KEY_NONE while it is not whole, U+FFFD for what is none. */
NgKey ng_sequence_character(NgSequence *sequence, int byte);

#endif
