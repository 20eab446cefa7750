/* Taking along: to the clipboard, the browser, the editor, or any command.
 *
 * What comes of it is said in the reader's status line. No shell sees what the article says: only `|` runs one, on the person's own words. */
#ifndef NG_TAKE_H
#define NG_TAKE_H

#include "ui/reader.h"

/* To the terminal's clipboard (OSC 52). `text` is valid UTF-8. */
void ng_take_copy(NgReader *reader, const char *text);

/* Opens the URL, http or https, with $BROWSER: a list parted by colons of which the first that can be started is used, %s in it being the URL
 * (else it comes last); xdg-open where that is not set. */
void ng_take_open(NgReader *reader, const char *url);

/* Opens the file with $VISUAL, $EDITOR or vi at a line, from 1 (0: just so), and asks for the article to be loaded again (reader->stale). */
void ng_take_edit(NgReader *reader, const char *path, uint32_t line);

/* Gives the article's text to a shell command, shows what it prints, and waits for a key. */
void ng_take_pipe(NgReader *reader, const char *command);

/* The commands copy and source, for what is selected and in focus: the mention's sentence, or in the other panes the name; the article's URL. */
void ng_take_selected(NgReader *reader);
void ng_take_source(NgReader *reader);

/* The line of the source to edit: of the name's record in a list, of the mention on the screen, or of what is at its top; 0 if unknown. */
uint32_t ng_take_line(NgReader *reader);

#endif
