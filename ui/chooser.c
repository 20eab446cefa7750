#include "ui/chooser.h"

#include <string.h>

#define SIDE_FROM_COLS  44 /* a narrower side is no place for a list of lines */
#define PART_BELOW      3  /* a list below covers the third of the rows */
#define LEAST_ROWS      4
#define HEADS_FROM_ROWS 8

guint ng_chooser_item(const NgChooser *chooser)
{
  return chooser->cursor < chooser->shown->len ? g_array_index(chooser->shown, guint, chooser->cursor) : G_MAXUINT;
}

/* ---- the filter ---- */

static void prepare_words(NgChooser *chooser, NgReader *reader)
{
  if (chooser->words)
    return;
  chooser->words = g_ptr_array_new_full(chooser->n, g_free);
  for (guint i = 0; i < chooser->n; i++) {
    g_autofree char *words = chooser->ops->words(chooser, reader, i);
    g_ptr_array_add(chooser->words, ng_text_fold(words, strlen(words)));
  }
}

static void chooser_filter(NgOverlay *overlay, NgReader *reader, const char *text)
{
  NgChooser *chooser = (NgChooser *)overlay;
  guint at = ng_chooser_item(chooser);
  g_free(chooser->filter);
  chooser->filter = text && *text ? g_strdup(text) : NULL;
  g_autofree char *folded = chooser->filter ? ng_text_fold(text, strlen(text)) : NULL;
  if (folded)
    prepare_words(chooser, reader);
  g_array_set_size(chooser->shown, 0);
  chooser->cursor = chooser->top = 0;
  for (guint i = 0; i < chooser->n; i++) {
    if (folded && !strstr(g_ptr_array_index(chooser->words, i), folded))
      continue;
    if (i <= at)
      chooser->cursor = chooser->shown->len;
    g_array_append_val(chooser->shown, i);
  }
  if (at == G_MAXUINT)
    chooser->cursor = 0;
}

/* ---- drawing ---- */

static NgRect place_of(const NgChooser *chooser, const NgReader *reader, const NgCanvas *canvas)
{
  int rows = canvas->rows - (reader->layout.status_row >= 0), col = reader->layout.rule_col + 2;
  NgRect rect = {0, 0, rows, canvas->cols};
  if (chooser->ops->below && canvas->rows >= HEADS_FROM_ROWS) {
    rect.rows = MAX(canvas->rows / PART_BELOW, LEAST_ROWS);
    rect.row = rows - rect.rows;
  } else if (!chooser->ops->below && reader->layout.rule_col >= 0 && canvas->cols - col >= SIDE_FROM_COLS) {
    rect.col = col;
    rect.cols = canvas->cols - col;
  }
  return rect;
}

static void scroll_to_cursor(NgChooser *chooser, int height)
{
  guint h = (guint)MAX(height, 1);
  if (chooser->cursor < chooser->top)
    chooser->top = chooser->cursor;
  if (chooser->cursor >= chooser->top + h)
    chooser->top = chooser->cursor - h + 1;
  if (chooser->top + h > chooser->shown->len)
    chooser->top = chooser->shown->len > h ? chooser->shown->len - h : 0;
}

static void draw_head(const NgChooser *chooser, NgCanvas *canvas, int row, int col, int cols)
{
  guint n = chooser->shown->len, last = MIN(chooser->top + (guint)MAX(chooser->rows.rows, 1), n);
  g_autofree char *title = chooser->filter ? g_strdup_printf("%s /%s", chooser->title, chooser->filter) : NULL;
  g_autofree char *right =
      chooser->filter ? g_strdup_printf("%u of %u", n, chooser->n) : ng_head_seen(chooser->top + 1, last, n);
  NgHeadLine head = {.title = title ? title : chooser->title, .right = right, .focus = true};
  ng_head_draw(&head, canvas, row, col, cols);
}

static void draw_rows(NgChooser *chooser, NgReader *reader, NgCanvas *canvas)
{
  NgRect rows = chooser->rows;
  for (int i = 0; i < rows.rows && chooser->top + (guint)i < chooser->shown->len; i++) {
    guint at = chooser->top + (guint)i;
    NgRect row = {rows.row + i, rows.col + 1, 1, rows.cols - 1};
    if (at == chooser->cursor) {
      ng_canvas_put(canvas, row.row, rows.col, 1, NG_ROLE_KEY, "›", strlen("›"));
      ng_canvas_cursor(canvas, row.row, rows.col);
    }
    chooser->ops->draw_row(chooser, reader, g_array_index(chooser->shown, guint, at), at == chooser->cursor, canvas,
                           row);
  }
  if (chooser->shown->len == 0)
    ng_canvas_put_cut(canvas, rows.row, rows.col + 1, rows.cols - 1, NG_ROLE_DIM, chooser->ops->empty);
}

static void chooser_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  NgChooser *chooser = (NgChooser *)overlay;
  NgRect rect = place_of(chooser, reader, canvas);
  bool head = canvas->rows >= HEADS_FROM_ROWS, beside = rect.col > 0;
  int cols = canvas->cols, margin = cols < 60 ? 0 : cols < 100 ? 1 : 2;
  int head_col = beside ? rect.col + NG_MARK_COLS : margin, end = beside ? cols - 1 : cols - margin;
  int mark = beside ? rect.col : MAX(margin - 1, 0); /* it stands in the margin, where there is one */
  ng_canvas_clear_rect(canvas, rect);
  canvas->cursor_row = canvas->cursor_col = -1;
  chooser->rows = (NgRect){rect.row + head, mark, rect.rows - head, end - mark};
  scroll_to_cursor(chooser, chooser->rows.rows);
  if (head)
    draw_head(chooser, canvas, rect.row, head_col, end - head_col);
  draw_rows(chooser, reader, canvas);
}

static void chooser_status(NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap, NgStatus *status,
                           GPtrArray *hold)
{
  NgChooser *chooser = (NgChooser *)overlay;
  guint n = chooser->shown->len;
  char *place = g_strdup_printf("%u of %u", n ? chooser->cursor + 1 : 0, n);
  g_ptr_array_add(hold, place);
  status->name = chooser->title;
  status->place = place;
  status->keys[2] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_SEARCH), "filter"};
  status->keys[3] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_QUIT), "back"};
  if (chooser->ops->status)
    chooser->ops->status(chooser, reader, keymap, status, hold);
}

/* ---- commands ---- */

/* Moving is scrolling by the cursor: as many rows as there are, seen through a window of one. */
static bool move_cursor(NgChooser *chooser, NgCommandId command, int count)
{
  int cursor = (int)chooser->cursor, page = MAX(chooser->rows.rows - 1, 1), times = MAX(count, 1);
  int rows = MAX((int)chooser->shown->len, 1);
  if (command == NG_COMMAND_PAGE_DOWN || command == NG_COMMAND_PAGE_UP)
    times *= page;
  if (command == NG_COMMAND_HALF_DOWN || command == NG_COMMAND_HALF_UP)
    times *= MAX(page / 2, 1);
  if (!ng_overlay_scroll(&cursor, rows, 1, command, times))
    return false;
  chooser->cursor = (guint)cursor;
  return true;
}

static NgOutcome chooser_command(NgOverlay *overlay, NgReader *reader, NgCommandId command, int count)
{
  NgChooser *chooser = (NgChooser *)overlay;
  if (command == NG_COMMAND_LEAVE && chooser->filter) {
    chooser_filter(overlay, reader, NULL);
    return NG_DONE;
  }
  if (move_cursor(chooser, command, count))
    return NG_DONE;
  guint item = ng_chooser_item(chooser);
  return item == G_MAXUINT ? NG_NOT_MINE : chooser->ops->command(chooser, reader, item, command);
}

static void chooser_click(NgOverlay *overlay, NgReader *reader, int row, int col)
{
  NgChooser *chooser = (NgChooser *)overlay;
  (void)reader;
  (void)col;
  int at = row - chooser->rows.row;
  if (at >= 0 && at < chooser->rows.rows && chooser->top + (guint)at < chooser->shown->len)
    chooser->cursor = chooser->top + (guint)at;
}

static void chooser_free(NgOverlay *overlay)
{
  NgChooser *chooser = (NgChooser *)overlay;
  chooser->ops->free(chooser);
}

static const NgOverlayOps overlay_ops = {.draw = chooser_draw,
                                         .command = chooser_command,
                                         .status = chooser_status,
                                         .filter = chooser_filter,
                                         .click = chooser_click,
                                         .free = chooser_free};

void ng_chooser_init(NgChooser *chooser, const NgChooserOps *ops, char *title, guint n, guint at)
{
  chooser->base.ops = &overlay_ops;
  chooser->ops = ops;
  chooser->title = title;
  chooser->n = n;
  chooser->shown = g_array_sized_new(FALSE, FALSE, sizeof(guint), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val(chooser->shown, i);
  chooser->cursor = at < n ? at : 0;
}

void ng_chooser_clear(NgChooser *chooser)
{
  g_free(chooser->title);
  g_free(chooser->filter);
  g_array_unref(chooser->shown);
  if (chooser->words)
    g_ptr_array_unref(chooser->words);
}
