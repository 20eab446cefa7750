/* Standard output and standard error of the subcommands. */
#ifndef NG_OUTPUT_H
#define NG_OUTPUT_H

#include <glib.h>
#include <stdbool.h>

/* One line on standard error, `nutgraf: MESSAGE`, cleaned: whatever a file or its name holds, the terminal gets no control character. */
void ng_report(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Makes ready for printing: a reader of the pipe that leaves early ends the program in silence, as it ends others;
 * widths are those of UTF-8, which is what is printed, whatever the locale. */
void ng_output_begin(void);

/* Flushes what was printed. False, and reported, when it could not be written (a full disk). */
bool ng_output_flush(void);

/* The columns to print in: those given; else those of the terminal, at most `most_cols`; 80 where there is none. */
int ng_output_cols(int given_cols, int most_cols);

/* Whether to colour: `word` is auto, always, never or NULL for auto, which means a terminal, no NO_COLOR, and no TERM=dumb. */
bool ng_output_colour(const char *word);

bool ng_output_is_terminal(void);

#endif
