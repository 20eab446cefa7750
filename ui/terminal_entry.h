/* By which entry of terminfo the terminal is drawn on, and what that does not tell of it. */
#ifndef NG_TERMINAL_ENTRY_H
#define NG_TERMINAL_ENTRY_H

#include <glib.h>
#include <stdbool.h>

/* The name for newterm: TERM's own; or where COLORTERM says that the terminal has 24-bit colour and TERM's entry has not, the entry of the same family
 * with direct colour, if terminfo has one ("xterm-256color": "xterm-direct"). NULL if the terminal is not known or cannot place its cursor.
 * To be asked before curses has written anything. The caller frees it. */
char *ng_terminal_entry(void);

/* Whether the terminal, whose entry is loaded, is of xterm's kind, by its description or its name: then it understands titles and OSC 52. */
bool ng_terminal_knows_osc(const char *name);

#endif
