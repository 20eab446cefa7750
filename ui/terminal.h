/* The terminal: taken over by curses, given back as it was found, whatever happens. */
#ifndef NG_TERMINAL_H
#define NG_TERMINAL_H

#include "ui/keys.h"

#include <curses.h>

/* Takes the terminal over: standard output's, with keys from standard input or, where that is no terminal or is read as a document
 * (`input_taken`), from the controlling terminal. False with `error` where there is none or it can do too little. */
bool ng_terminal_open(bool input_taken, bool mouse, GError **error);

/* Gives it back. Safe to call more than once. */
void ng_terminal_close(void);

/* Lets another program have it, and takes it back. */
void ng_terminal_lend(void);
void ng_terminal_take_back(void);

/* The next key, waiting at most `milliseconds` (negative: without end); NG_KEY_NONE if none came. NG_KEY_FUNCTION + KEY_RESIZE tells of a new size, and
 * + KEY_MOUSE of a mouse event. */
NgKey ng_terminal_key(int milliseconds);

/* Whether keys wait to be read. */
bool ng_terminal_has_key(void);

/* The signal that asks the program to leave (SIGINT, SIGTERM, SIGHUP), or 0. */
int ng_terminal_signal(void);

/* Sends bytes to the terminal past curses, at once: for what curses has no words for. */
void ng_terminal_send(const char *bytes, gsize n);

#endif
