/* By which entry of terminfo the terminal is drawn on. */
#ifndef NG_TERMINAL_ENTRY_H
#define NG_TERMINAL_ENTRY_H

#include <glib.h>

/* The name for newterm: TERM's own; or where COLORTERM says that the terminal has 24-bit colour and TERM's entry has not, the entry of the same family
 * with direct colour, if terminfo has one ("xterm-256color": "xterm-direct"). NULL if the terminal is not known or cannot place its cursor.
 * To be asked before curses has written anything. The caller frees it. */
char *ng_terminal_entry(void);

#endif
