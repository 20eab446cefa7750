/* Flows: the built reader in a terminal, on the articles of the project. */
#ifndef NG_TESTS_FLOWS_H
#define NG_TESTS_FLOWS_H

#include "tests/terminal.h"

#define MS NG_TERMINAL_TIMEOUT_MS

/* The one that all the design's screens show, and what its status line says at first. */
#define NG_FLOW_ARTICLE  "content/articles/2023-05-08-talk-again.xml"
#define NG_FLOW_AT_START "Qin Gang · mention 1 of 9"

/* The path of a file of the project's. The caller frees it. */
char *ng_flow_path(const char *name);

/* Starts the reader on a file of the project's (`options` come before it, parted by blanks; NULL: none) and waits for its status line. */
NgTerminal *ng_flow_start(const char *name, const char *options, int rows, int cols, const char *const *env);

/* Starts a shell with job control and types this line there; $N is the reader, $A the article. */
NgTerminal *ng_flow_shell(const char *line, int rows, int cols, const char *const *env);

/* Sends the keys and waits for the text. */
bool ng_flow_key(NgTerminal *terminal, const char *keys, const char *text);

/* Quits; whether it ended with 0 and left the terminal as it was. */
bool ng_flow_quit(NgTerminal *terminal);

#endif
