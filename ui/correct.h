/* Commands by which the user says what a name is. Each writes a line of the file of corrections (model/correction.h) and asks for the article to be loaded again,
 * with it in place (reader->stale), and then for all others of the shelf; what was written, or why it was not, is said in the status line. */
#ifndef NG_UI_CORRECT_H
#define NG_UI_CORRECT_H

#include "ui/commands.h"
#include "ui/reader.h"

/* Whether it is one of them. */
bool ng_is_correction(NgCommandId command);

/* The file, and what was written into it since the program started. */
typedef struct {
  const char *path;      /* NULL: nothing is kept */
  GPtrArray *written;    /* lines, the last one at the end; frees them */
  const char *take_back; /* the key that takes the last one back, or "" */
} NgCorrecting;

/* Carries it out for the selected mention, or the selected name where no mention is. `argument` is what was typed behind the command's name, or NULL. False if it
 * needs one and has none: then it is to be asked for. */
bool ng_correct(NgReader *reader, const NgCorrecting *correcting, NgCommandId command, const char *argument);

/* Takes the last one back that was written, out of the file too. */
void ng_correct_take_back(NgReader *reader, const NgCorrecting *correcting);

#endif
