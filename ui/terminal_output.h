/* What goes to the terminal: frames, each in one piece, and bytes of our own.
 *
 * Curses writes whenever it has moved the cursor, which for a full screen is two hundred times, and each wakes the terminal. What it writes for a frame is
 * collected in a file in memory that stands in for standard output meanwhile, and sent at once. Where the system has no such files, all goes its old way. */
#ifndef NG_TERMINAL_OUTPUT_H
#define NG_TERMINAL_OUTPUT_H

#include <glib.h>

/* Once, while standard output is the terminal. */
void ng_frame_prepare(void);
void ng_frame_done(void);

/* Around what curses writes. Nothing else may write to standard output between them, nor may another program be started. */
void ng_frame_begin(void);
void ng_frame_end(void);

/* Makes standard output the terminal again; what was collected is lost. Safe in a signal handler, and where no frame has begun. */
void ng_frame_drop(void);

/* Sends bytes to the terminal past curses, at once: for what curses has no words for. Waits for a terminal that takes no more, and gives up one that is
 * gone. */
void ng_output_send(const char *bytes, gsize n);

#endif
