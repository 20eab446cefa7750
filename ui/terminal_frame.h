/* A frame reaches the terminal in one piece.
 *
 * Curses writes whenever it has moved the cursor, which for a full screen is two hundred times, and each wakes the terminal. What it writes for a frame is
 * collected in a file in memory that stands in for standard output meanwhile, and sent at once. Where the system has no such files, all goes its old way. */
#ifndef NG_TERMINAL_FRAME_H
#define NG_TERMINAL_FRAME_H

/* Once, while standard output is the terminal. */
void ng_frame_prepare(void);
void ng_frame_done(void);

/* Around what curses writes. Nothing else may write to standard output between them, nor may another program be started. */
void ng_frame_begin(void);
void ng_frame_end(void);

/* Makes standard output the terminal again; what was collected is lost. Safe in a signal handler, and where no frame has begun. */
void ng_frame_drop(void);

#endif
