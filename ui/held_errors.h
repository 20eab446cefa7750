/* Standard error while the screen is ours. What a failed assertion or a library says there would be drawn over the panes and lost with them: it is held
 * back, and told once the terminal is as it was. */
#ifndef NG_HELD_ERRORS_H
#define NG_HELD_ERRORS_H

/* From here on; nothing is done where standard error is no terminal, or is held already. */
void ng_hold_errors(void);

/* Gives standard error back and tells what was held, to its last 64 KiB. Safe in a signal handler; does nothing where nothing is held. */
void ng_tell_errors(void);

#endif
