/* A canvas: a curses window, with the role of each cell and the lines that cross it.
 *
 * Views draw on a canvas in cells, rows and columns from 0; what lies outside is left out. Nothing else writes into a window. The canvas knows
 * whether it may use more than ASCII, and how a role looks. It remembers what it drew, so that a test can read it back. */
#ifndef NG_CANVAS_H
#define NG_CANVAS_H

#include "text/lines.h"
#include "ui/theme.h"

/* A rectangle of cells. */
typedef struct {
  int row, col, rows, cols;
} NgRect;

typedef struct {
  WINDOW *window;       /* borrowed */
  const NgTheme *theme; /* borrowed */
  bool ascii;           /* draw nothing of ours that is not ASCII */
  bool utf8;            /* the terminal shows UTF-8 */
  int rows, cols;
  int cursor_row, cursor_col; /* where the terminal's cursor is to stand; -1: nowhere */
  char *roles;                /* rows * cols letters */
  NgArms *arms;               /* rows * cols: the lines drawn by ng_canvas_arms */
} NgCanvas;

/* A canvas of the window's size. The caller frees it; the window stays. */
NgCanvas *ng_canvas_new(WINDOW *window, const NgTheme *theme, bool ascii);
void ng_canvas_free(NgCanvas *canvas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgCanvas, ng_canvas_free)

/* All cells blank, no cursor. */
void ng_canvas_clear(NgCanvas *canvas);
void ng_canvas_clear_rect(NgCanvas *canvas, NgRect rect);

/* Draws as much of the text (one line, cleaned) as fits `cols` columns in whole clusters. Returns the columns used. */
int ng_canvas_put(NgCanvas *canvas, int row, int col, int cols, NgRole role, const char *text, gsize bytes);

/* The same for a NUL-terminated text; what does not fit is cut, and ends with `…`. */
int ng_canvas_put_cut(NgCanvas *canvas, int row, int col, int cols, NgRole role, const char *text);

/* The same, right-aligned in the `cols` columns from `col`. */
void ng_canvas_put_right(NgCanvas *canvas, int row, int col, int cols, NgRole role, const char *text);

/* As ng_canvas_put, with NG_STYLE_* attributes added. */
int ng_canvas_put_styled(NgCanvas *canvas, int row, int col, int cols, NgRole role, uint8_t style, const char *text,
                         gsize bytes);

/* Lays the arms of a line over those that the cell already has. */
void ng_canvas_arms(NgCanvas *canvas, int row, int col, NgRole role, NgArms arms);
void ng_canvas_line(NgCanvas *canvas, int row, int col, int cols, NgRole role, bool heavy);

/* Where the terminal's own cursor is to stand. */
void ng_canvas_cursor(NgCanvas *canvas, int row, int col);

/* What is in a row: its text, without what follows the last character drawn, and its role letters. The caller frees them. */
char *ng_canvas_row_text(const NgCanvas *canvas, int row);
char *ng_canvas_row_roles(const NgCanvas *canvas, int row);

#endif
