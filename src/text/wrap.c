/* Breaking a paragraph into rows: where it may be broken is UAX 14's (libunistring), which of the places are taken is the longest row that fits. */
#include "text/text_private.h"

#include <unilbrk.h>

typedef struct {
  const char *text, *breaks;
  gsize bytes;
  int cols; /* of the current row */
  gsize row, pos;
  gint64 used;    /* columns of [row, pos) */
  gsize break_at; /* the last place in the row where it may end, and the next row start; the row's start if none */
  GArray *rows;
} Wrap;

static void start_row(Wrap *w, gsize pos)
{
  w->row = w->break_at = w->pos = pos;
  w->used = 0;
}

/* Appends the row up to `end`, without its white space there. */
static void append_row(Wrap *w, gsize end)
{
  NgRange row = {(uint32_t)w->row, (uint32_t)ng_text_trim_space(w->text, w->row, end)};
  g_array_append_val(w->rows, row);
}

/* Ends a row that is too long with what stands at `pos`; `cols` is the room of the next. */
static void overflow(Wrap *w, int cols)
{
  if (w->break_at > w->row || cols > w->cols) { /* a word too wide for a short first row has another chance */
    append_row(w, w->break_at);
    start_row(w, w->break_at);
  } else {
    append_row(w, w->pos);
    start_row(w, w->pos);
  }
  w->cols = cols;
}

static void wrap_all(Wrap *w, int cols)
{
  while (w->pos < w->bytes) {
    gsize end = ng_text_cluster_end(w->text, w->bytes, w->pos), length;
    char breaks = w->breaks[w->pos];
    if (breaks == UC_BREAK_MANDATORY || breaks == UC_BREAK_CR_BEFORE_LF) {
      append_row(w, w->pos);
      start_row(w, end);
      w->cols = cols;
      continue;
    }
    if (breaks == UC_BREAK_POSSIBLE)
      w->break_at = w->pos;
    /* White space may hang over the edge: it is dropped if the row ends there. */
    gunichar c = ng_text_decode(w->text, end, w->pos, &length);
    bool hangs = ng_text_is_space(c) && w->pos + length == end;
    int more = ng_text_cols(w->text + w->pos, end - w->pos);
    if (!hangs && more > w->cols - w->used && (w->pos > w->row || cols > w->cols)) {
      overflow(w, cols);
      continue;
    }
    w->used += more;
    w->pos = end;
  }
  if (w->row < w->bytes || w->bytes == 0)
    append_row(w, w->bytes);
}

void ng_text_wrap(const char *text, gsize bytes, int first_cols, int cols, GArray *rows)
{
  g_return_if_fail(bytes <= G_MAXUINT32);
  char small[1024];
  g_autofree char *large = bytes > sizeof small ? g_malloc(bytes) : NULL;
  char *breaks = large ? large : small;
  u8_possible_linebreaks((const uint8_t *)text, bytes, "UTF-8", breaks);
  Wrap w = {.text = text, .breaks = breaks, .bytes = bytes, .cols = MAX(first_cols, 1), .rows = rows};
  wrap_all(&w, MAX(cols, 1));
}
