/* A program in a pseudo-terminal, and its screen as libvterm sees it.
 *
 * The program gets a session and a terminal of its own, TERM=xterm-256color, LC_ALL=C.UTF-8, and a home with all XDG folders in it that
 * no other test shares; of the test's own environment it sees PATH and the options of sanitizers only. Whatever it writes goes to a virtual terminal
 * (which also answers its questions) and is kept, byte by byte.
 *
 * Every wait is for a state and has a time limit, in ms; on reaching the limit it prints the screen to standard error and returns
 * false, so `cr_assert(ng_terminal_wait_for(...))` is all that a test needs. Nothing here sleeps for a fixed time.
 *
 * A program that suspends itself needs a shell with job control above it, as in life: start { "sh", "-im" } and type its name.
 *
 * Rows and columns count from 0. Results that are `const` are borrowed until the next call with the same terminal; a `char *` is the caller's. */
#ifndef NG_TESTS_TERMINAL_H
#define NG_TESTS_TERMINAL_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Long enough for a program under valgrind on a busy machine; reached only by a test that fails. */
#define NG_TERMINAL_TIMEOUT_MS 20000

typedef struct _NgTerminal NgTerminal;

/* ---- the program ---- */

/* Starts argv[0], looked for in PATH, in a terminal of rows x cols cells. `env` may be NULL; each "NAME=VALUE" in it is set and each "NAME" removed,
 * last of all. With "HOME=DIR" in it the home is that one, and it outlives the terminal. Never NULL: a program that cannot be
 * started exits with 127. */
NgTerminal *ng_terminal_start(const char *const *argv, int rows, int cols, const char *const *env);

/* Kills the program if it still runs, and removes its home. */
void ng_terminal_free(NgTerminal *terminal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgTerminal, ng_terminal_free)

/* The built reader: $NG_TEST_BUILDDIR/nutgraf. The caller frees it. */
char *ng_terminal_program(void);

/* A new home folder for several terminals after one another, and its end. The caller frees the path. */
char *ng_terminal_make_home(void);
void ng_terminal_remove_home(const char *path);

/* The home of this terminal's program. */
const char *ng_terminal_home(const NgTerminal *terminal);

/* ---- keys and signals ---- */

/* Types; special keys are the bytes that xterm would send: */
#define NG_KEY_ESC       "\033"
#define NG_KEY_ENTER     "\r"
#define NG_KEY_TAB       "\t"
#define NG_KEY_SHIFT_TAB "\033[Z"
#define NG_KEY_BACKSPACE "\177"
#define NG_KEY_UP        "\033OA"
#define NG_KEY_DOWN      "\033OB"
#define NG_KEY_RIGHT     "\033OC"
#define NG_KEY_LEFT      "\033OD"
#define NG_KEY_HOME      "\033OH"
#define NG_KEY_END       "\033OF"
#define NG_KEY_PAGE_UP   "\033[5~"
#define NG_KEY_PAGE_DOWN "\033[6~"
#define NG_KEY_CTRL(c)   ((char[]){(char)((c)&0x1F), '\0'})
void ng_terminal_send(NgTerminal *terminal, const char *keys);
void ng_terminal_send_bytes(NgTerminal *terminal, const char *bytes, gsize n);

/* A new size; the program gets SIGWINCH. */
void ng_terminal_resize(NgTerminal *terminal, int rows, int cols);

/* To the program itself. */
void ng_terminal_signal(NgTerminal *terminal, int signal);

/* The id of its process. */
int ng_terminal_pid(const NgTerminal *terminal);

/* The line goes dead, as when a window is closed or ssh breaks: SIGHUP to the program, and no more screen. */
void ng_terminal_hang_up(NgTerminal *terminal);

/* ---- waiting ---- */

/* Until the text stands on the screen, in one row; until it does not. */
bool ng_terminal_wait_for(NgTerminal *terminal, const char *text, int timeout_ms);
bool ng_terminal_wait_gone(NgTerminal *terminal, const char *text, int timeout_ms);

typedef bool (*NgTerminalState)(NgTerminal *terminal, void *user);

/* Until the state holds; `what` says in a word or two which, for the message. */
bool ng_terminal_wait_until(NgTerminal *terminal, NgTerminalState state, void *user, const char *what, int timeout_ms);

/* Until the cursor stands there. */
bool ng_terminal_wait_cursor(NgTerminal *terminal, int row, int col, int timeout_ms);

/* Until the program (or, under a shell, the one in the foreground) has taken in all that was sent and waits for more, and all its output is on the screen. For what has no visible
 * sign, and to count bytes. A lone Esc that the program still holds back as a possible start of a key counts as taken in. */
bool ng_terminal_wait_settled(NgTerminal *terminal, int timeout_ms);

/* Until the program has ended and its output is read. */
bool ng_terminal_wait_exit(NgTerminal *terminal, int timeout_ms);

/* After wait_exit: the exit code, or minus the signal that killed it. */
int ng_terminal_exit_code(const NgTerminal *terminal);

/* ---- the screen ---- */

/* A row's text without the spaces at its end; the whole screen, each row ended by a line feed. */
char *ng_terminal_row(NgTerminal *terminal, int row);
char *ng_terminal_screen(NgTerminal *terminal);

bool ng_terminal_contains(NgTerminal *terminal, const char *text);

/* Where the text stands first: its row and column. False if it is not on the screen. */
bool ng_terminal_find(NgTerminal *terminal, const char *text, int *row, int *col);

/* A colour is a number from 0 to 255, 0x1RRGGBB, or: */
#define NG_TERMINAL_DEFAULT_COLOUR (-1)

typedef struct {
  char text[28]; /* the character and its marks; "" in the second cell of a wide one; " " where nothing is */
  int cols;      /* 1 or 2 */
  bool bold, underline, italic, reverse, strike;
  int foreground, background;
} NgTerminalCell;

NgTerminalCell ng_terminal_cell(NgTerminal *terminal, int row, int col);

void ng_terminal_cursor(NgTerminal *terminal, int *row, int *col);
bool ng_terminal_cursor_visible(const NgTerminal *terminal);
bool ng_terminal_in_alternate(const NgTerminal *terminal); /* the alternate screen is on */
bool ng_terminal_takes_mouse(const NgTerminal *terminal);  /* the program asked for mouse reports */
const char *ng_terminal_title(const NgTerminal *terminal); /* as set by the program; "" if it has not */

/* The terminal's modes (termios) are as they were before the program started. */
bool ng_terminal_modes_restored(NgTerminal *terminal);

/* All of it: main screen, visible cursor, modes, no mouse reports, no bracketed paste left on. Prints what is not. */
bool ng_terminal_restored(NgTerminal *terminal);

/* ---- bytes ---- */

/* How many bytes the program has written so far. */
gsize ng_terminal_n_bytes(const NgTerminal *terminal);

/* Whether it ever wrote these bytes, from byte `from` on. */
bool ng_terminal_wrote(const NgTerminal *terminal, const char *bytes, gsize n, gsize from);

/* Writes the screen and how the program stands to standard error. */
void ng_terminal_dump(NgTerminal *terminal);

#endif
