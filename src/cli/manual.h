/* What is printed about the program while it is built: the manual page, and the completions of three shells. Each is made from the tables of
 * options.h, configuration.h and ui/commands.h, so that none can drift from them. */
#ifndef NG_MANUAL_H
#define NG_MANUAL_H

#include <glib.h>
#include <stdio.h>

void ng_manual_page(FILE *out);

void ng_completion_bash(FILE *out);
void ng_completion_zsh(FILE *out);
void ng_completion_fish(FILE *out);

#endif
