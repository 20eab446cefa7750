#include "ui/card.h"

#include <string.h>

#define WHOLE_BELOW_COLS 60 /* a narrower screen: the card has all its columns */
#define SIDE_COLS        2  /* the frame and a blank, left and right of the text */
#define LEAST_ROWS       3

static bool has_whole_width(const NgReader *reader, const NgCanvas *canvas)
{
  return canvas->cols < WHOLE_BELOW_COLS || reader->layout.panes[NG_PANE_ARTICLE].rows == 0;
}

/* The columns of the card with its frame: it reaches into the margins, so that its text stands on the article's columns where it can. */
static NgRect columns(const NgReader *reader, const NgCanvas *canvas)
{
  if (has_whole_width(reader, canvas))
    return (NgRect){0, 0, 0, canvas->cols};
  NgRect article = reader->layout.panes[NG_PANE_ARTICLE];
  int col = MAX(article.col - SIDE_COLS, 0);
  int end = MIN(article.col + article.cols + 1, reader->layout.rule_col < 0 ? canvas->cols : reader->layout.rule_col);
  return (NgRect){0, col, 0, end - col};
}

int ng_card_cols(const NgReader *reader, const NgCanvas *canvas)
{
  return MAX(columns(reader, canvas).cols - 2 * SIDE_COLS, 1);
}

/* The rows of the screen that text[start, end) takes; first > last if it is not on the screen. */
static void rows_of(NgReader *reader, uint32_t start, uint32_t end, int *first, int *last)
{
  NgRect article = reader->layout.panes[NG_PANE_ARTICLE];
  *first = 0;
  *last = -1;
  if (start == NG_NONE || article.rows == 0 || end <= reader->top_pos || start >= ng_reader_bottom_pos(reader))
    return;
  int content = article.row + (reader->layout.heads ? 1 : 0);
  int from = ng_text_rows_between(reader->rows, reader->top, ng_text_rows_at(reader->rows, start), reader->height);
  int to = ng_text_rows_between(reader->rows, reader->top, ng_text_rows_at(reader->rows, end - 1), reader->height);
  *first = content + MAX(from, 0);
  *last = content + MAX(to, MAX(from, 0));
}

NgRect ng_card_place(NgReader *reader, const NgCanvas *canvas, int rows, uint32_t start, uint32_t end)
{
  NgRect rect = columns(reader, canvas);
  int top = reader->layout.heads ? 1 : 0, first, last;
  int bottom = reader->layout.status_row >= 0 ? reader->layout.status_row : canvas->rows;
  rows += 2;
  rows_of(reader, start, end, &first, &last);
  int above = first - top, below = bottom - last - 1;
  if (first > last) {
    rect.rows = MIN(rows, bottom - top);
    rect.row = top;
  } else if (rows <= above || (rows > below && above >= below)) {
    rect.rows = MIN(rows, above);
    rect.row = first - rect.rows;
  } else {
    rect.rows = MIN(rows, below);
    rect.row = last + 1;
  }
  if (rect.rows < LEAST_ROWS)
    rect = (NgRect){0, rect.col, canvas->rows, rect.cols};
  return rect;
}

static void draw_side(NgCanvas *canvas, NgRect rect, int row, int col)
{
  bool top = row == rect.row, bottom = row == rect.row + rect.rows - 1, left = col == rect.col;
  NgArm up = top ? NG_ARM_NONE : NG_ARM_HEAVY, down = bottom ? NG_ARM_NONE : NG_ARM_HEAVY;
  NgArm to_left = (top || bottom) && !left ? NG_ARM_HEAVY : NG_ARM_NONE;
  NgArm to_right = (top || bottom) && left ? NG_ARM_HEAVY : NG_ARM_NONE;
  ng_canvas_arms(canvas, row, col, NG_ROLE_FOCUS, NG_ARMS(to_left, to_right, up, down));
}

static int cols_of(const char *text)
{
  return ng_text_cols(text, strlen(text));
}

/* A word in the frame's line that ends before column `end`: ` person ━`. Returns where it begins. */
static int draw_in_line(NgCanvas *canvas, int row, int end, const char *text, NgRole role)
{
  int cols = cols_of(text), col = end - cols - 1;
  ng_canvas_clear_rect(canvas, (NgRect){row, col - 1, 1, cols + 2});
  ng_canvas_put(canvas, row, col, cols, role, text, strlen(text));
  return col - 1;
}

static void draw_title(NgCanvas *canvas, NgRect rect, const NgCardFrame *frame)
{
  int end = rect.col + rect.cols - SIDE_COLS;
  if (rect.cols > cols_of(frame->kind) + 16)
    end = draw_in_line(canvas, rect.row, end, frame->kind, NG_ROLE_HEAD) - 1;
  int cols = MIN(cols_of(frame->title), end - rect.col - 4);
  if (cols <= 0)
    return;
  ng_canvas_clear_rect(canvas, (NgRect){rect.row, rect.col + 2, 1, cols + 2});
  ng_canvas_put_cut(canvas, rect.row, rect.col + 3, cols, NG_ROLE_FOCUS, frame->title);
}

NgRect ng_card_draw(NgCanvas *canvas, NgRect rect, const NgCardFrame *frame)
{
  ng_canvas_clear_rect(canvas, rect);
  if (rect.rows < LEAST_ROWS || rect.cols < 2 * SIDE_COLS + 1)
    return rect;
  for (int row = rect.row; row < rect.row + rect.rows; row++) {
    draw_side(canvas, rect, row, rect.col);
    draw_side(canvas, rect, row, rect.col + rect.cols - 1);
  }
  ng_canvas_line(canvas, rect.row, rect.col + 1, rect.cols - 2, NG_ROLE_FOCUS, true);
  ng_canvas_line(canvas, rect.row + rect.rows - 1, rect.col + 1, rect.cols - 2, NG_ROLE_FOCUS, true);
  draw_title(canvas, rect, frame);
  NgRect inside = {rect.row + 1, rect.col + SIDE_COLS, rect.rows - 2, rect.cols - 2 * SIDE_COLS};
  if (frame->rows > inside.rows && rect.cols > 24) {
    g_autofree char *range =
        g_strdup_printf("%d–%d of %d", frame->first + 1, MIN(frame->first + inside.rows, frame->rows), frame->rows);
    draw_in_line(canvas, rect.row + rect.rows - 1, rect.col + rect.cols - SIDE_COLS, range, NG_ROLE_DIM);
  }
  return inside;
}
