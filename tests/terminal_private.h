/* What terminal.c (the program) and terminal_screen.c (its screen) share. */
#ifndef NG_TESTS_TERMINAL_PRIVATE_H
#define NG_TESTS_TERMINAL_PRIVATE_H

#include "tests/terminal.h"

#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

struct _NgTerminal {
  pid_t pid;
  int master,
      slave;  /* the slave side stays open, so that modes can be read when the program is gone; -1 when hung up */
  int status; /* of waitpid */
  bool ended;
  char *home;
  bool own_home;
  struct termios modes; /* before the program started */
  pid_t reader;         /* who had the terminal when the last key was sent */
  guint64 sleeps;       /* and how often that one had gone to sleep before */

  VTerm *vterm;
  VTermScreen *screen;
  int rows, cols;
  GString *bytes; /* all that the program wrote */
  bool cursor_visible, alternate, mouse;
  GString *title;
};

void ng_terminal_open_screen(NgTerminal *t);
void ng_terminal_close_screen(NgTerminal *t);
void ng_terminal_feed(NgTerminal *t, const char *bytes, gsize n);

#endif
