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

/* Lets another program have it, and takes it back. Meanwhile the signals that keys send are that program's. */
void ng_terminal_lend(void);
void ng_terminal_take_back(void);

/* Where keys are read from, for a program that it is lent to. */
int ng_terminal_keys(void);

/* While it is lent: writes the text on a line of its own and waits for any key. */
void ng_terminal_wait_key(const char *text);

/* Stops until the shell continues the program. */
void ng_terminal_suspend(void);

/* The next key, waiting at most `milliseconds` (negative: without end); NG_KEY_NONE if none came, or the program was suspended meanwhile.
 * NG_KEY_FUNCTION + KEY_RESIZE tells of a new size, and + KEY_MOUSE of a mouse event. */
NgKey ng_terminal_key(int milliseconds);

/* Shows what is drawn. No signal is lost meanwhile. */
void ng_terminal_refresh(void);

/* Whether the last key was not typed but pasted: then it is text and no command. Its control characters have become blanks. */
bool ng_terminal_pasting(void);

/* Whether keys wait to be read, or a signal asks for something that ng_terminal_key sees to. */
bool ng_terminal_is_called(void);

/* The signal that asks the program to leave (SIGINT, SIGTERM, SIGHUP), or 0. */
int ng_terminal_signal(void);

/* Whether it is of a kind known to understand, or to skip, operating system commands (OSC): title, clipboard, links. */
bool ng_terminal_takes_osc(void);

/* The title of its window, where it has one: cleaned text in the terminal's encoding. The one before comes back at the end. */
void ng_terminal_set_title(const char *title);

#endif
