/* Drawing all mentions: the head, the widest strip, the concordance. */
#include "ui/kwic.h"
#include "ui/mentions_private.h"

#include <string.h>

#define STRIP_FROM_ROWS   16 /* a lower screen has no strip */
#define CONTEXT_FROM_ROWS 14 /* fewer rows below the strip: the context stands only where the list leaves room */
#define CONTEXT_LEAST     4
#define NARROW_COLS       60
#define WIDE_COLS         100
#define NUMBER_COLS       2 /* of a paragraph's number, at least */
#define DATES_FROM_COLS   36
#define COUNT_COLS        5

static int margin_of(const NgCanvas *canvas)
{
  return canvas->cols >= WIDE_COLS ? 2 : canvas->cols >= NARROW_COLS ? 1 : 0;
}

/* Of the list as it was drawn: how many pass the filter; which of them are seen, where not all are and a head has room for it. */
static char *right_of(const NgMentionsView *view, int cols)
{
  guint n = view->rows->len, first = MIN(view->top, n), last = MIN(view->top + (guint)MAX(view->height, 0), n);
  if (view->filter)
    return g_strdup_printf("%u of %u", n, view->n);
  return cols >= NARROW_COLS ? ng_head_seen(first + 1, last, n) : g_strdup_printf("%u", n);
}

static void draw_head(const NgMentionsView *view, NgReader *reader, NgCanvas *canvas, int margin)
{
  const char *name = ng_reader_entities(reader)[view->entity].name;
  g_autofree char *title = view->filter ? g_strdup_printf("Mentions of %s /%s", name, view->filter)
                                        : g_strdup_printf("Mentions of %s", name);
  g_autofree char *right = right_of(view, canvas->cols);
  NgHeadLine head = {.title = title, .right = right, .focus = true};
  ng_head_draw(&head, canvas, 0, margin, canvas->cols - 2 * margin);
}

/* ---- the strip ---- */

static void draw_number(NgCanvas *canvas, int row, int col, uint32_t number, NgRole role)
{
  g_autofree char *text = g_strdup_printf("%u", number);
  ng_canvas_put(canvas, row, col, (int)strlen(text), role, text, strlen(text));
}

static int digits(uint32_t number)
{
  return number < 10 ? 1 : 1 + digits(number / 10);
}

/* The numbers of the mentions under their ticks, as many as stand apart; that of the current one before others. */
static void draw_numbers(const NgMentionsView *view, NgReader *reader, NgCanvas *canvas, NgRect strip)
{
  const NgMention *mentions = ng_reader_mentions(reader);
  uint32_t current = ng_mentions_current(view), bins = (uint32_t)strip.cols;
  uint32_t chosen = current == NG_NONE ? NG_NONE : ng_article_mention_ordinal(reader->article, current);
  int free_from = strip.col, kept_from = canvas->cols, kept_to = kept_from;
  if (chosen != NG_NONE) {
    kept_from = strip.col + (int)ng_strip_bin(reader->article, mentions[current].start, bins);
    kept_to = kept_from + digits(chosen + 1);
    draw_number(canvas, strip.row + 1, kept_from, chosen + 1, NG_ROLE_STRONG);
  }
  for (uint32_t i = 0; i < view->n; i++) {
    int col = strip.col + (int)ng_strip_bin(reader->article, mentions[view->own[i]].start, bins), cols = digits(i + 1);
    bool hits_chosen = col + cols >= kept_from && col <= kept_to;
    if (col < free_from || hits_chosen || col + cols > strip.col + strip.cols + 1)
      continue;
    draw_number(canvas, strip.row + 1, col, i + 1, NG_ROLE_DIM);
    free_from = col + cols + 1;
  }
}

static void draw_strip(const NgMentionsView *view, NgReader *reader, NgCanvas *canvas, NgRect strip)
{
  g_autofree uint8_t *bins = g_new0(uint8_t, (gsize)strip.cols);
  NgRole role = ng_role_of_kind(ng_reader_entities(reader)[view->entity].kind);
  uint32_t current = ng_mentions_current(view), n = (uint32_t)strip.cols, chosen = NG_NONE;
  if (current != NG_NONE)
    chosen = ng_strip_bin(reader->article, ng_reader_mentions(reader)[current].start, n);
  ng_strip_bins(reader->article, view->entity, bins, n);
  for (uint32_t i = 0; i < n; i++) {
    NgArm up = bins[i] ? (i == chosen ? NG_ARM_HEAVY : NG_ARM_LIGHT) : NG_ARM_NONE;
    NgArm left = i > 0 ? NG_ARM_LIGHT : NG_ARM_NONE;
    ng_canvas_arms(canvas, strip.row, strip.col + (int)i, bins[i] ? role : NG_ROLE_FAINT,
                   NG_ARMS(left, NG_ARM_LIGHT, up, 0));
  }
  ng_canvas_arms(canvas, strip.row, strip.col + strip.cols, NG_ROLE_FAINT, NG_ARMS(NG_ARM_LIGHT, 0, 0, 0));
  draw_numbers(view, reader, canvas, strip);
}

/* ---- the list ---- */

typedef struct {
  int mark, number, number_cols, paragraph, paragraph_cols, text, cols; /* paragraph < 0: not shown */
} Columns;

static uint32_t paragraph_of(const NgReader *reader, uint32_t mention)
{
  uint32_t block = ng_article_block_at(reader->article, ng_reader_mentions(reader)[mention].start);
  return ng_article_paragraph_number(reader->article, block);
}

static Columns columns_of(const NgMentionsView *view, const NgReader *reader, const NgCanvas *canvas, int margin)
{
  Columns c = {.mark = MAX(margin - 1, 0), .number_cols = digits(view->n), .paragraph = -1};
  c.number = margin + 1;
  c.text = c.number + c.number_cols + 1;
  if (canvas->cols >= NARROW_COLS) {
    c.paragraph = c.text + 1;
    c.paragraph_cols = 1 + MAX(digits(paragraph_of(reader, view->own[view->n - 1])), NUMBER_COLS);
    c.text = c.paragraph + c.paragraph_cols + 2;
  }
  c.cols = canvas->cols - margin - c.text;
  return c;
}

static void draw_mention(const NgMentionsView *view, NgReader *reader, NgCanvas *canvas, int row, guint index,
                         const Columns *c)
{
  uint32_t ordinal = g_array_index(view->rows, uint32_t, index), mention = view->own[ordinal];
  bool current = index == view->cursor;
  g_autofree char *number = g_strdup_printf("%u", ordinal + 1);
  ng_canvas_put_right(canvas, row, c->number, c->number_cols, current ? NG_ROLE_STRONG : NG_ROLE_TEXT, number);
  uint32_t paragraph = paragraph_of(reader, mention);
  if (c->paragraph >= 0 && paragraph) {
    g_autofree char *text = g_strdup_printf("¶%*u", c->paragraph_cols - 1, paragraph);
    ng_canvas_put_cut(canvas, row, c->paragraph, c->paragraph_cols, NG_ROLE_DIM, text);
  }
  ng_kwic_draw(reader, canvas, row, c->text, c->cols, mention, current);
  if (current) {
    ng_canvas_put(canvas, row, c->mark, 1, NG_ROLE_KEY, "›", strlen("›"));
    ng_canvas_cursor(canvas, row, MIN(c->text + ng_kwic_name_col(c->cols), canvas->cols - 1));
  }
}

void ng_mentions_draw_article(const NgMentionsView *view, guint index, NgCanvas *canvas, int row, int col, int cols)
{
  const NgKept *kept = &g_array_index(view->elsewhere, NgKept, index);
  const NgShelved *item = ng_shelf_item(view->shelf, kept->item);
  bool current = ng_mentions_elsewhere(view) == kept;
  g_autofree char *date = ng_kept_date(item->article), *title = ng_kept_title(item);
  g_autofree char *count = g_strdup_printf("%u", kept->n_mentions);
  int date_cols = cols >= DATES_FROM_COLS && view->date_cols ? view->date_cols + 2 : 0;
  if (date_cols)
    ng_canvas_put_right(canvas, row, col, view->date_cols, NG_ROLE_DIM, date);
  ng_canvas_put_cut(canvas, row, col + date_cols, cols - date_cols - COUNT_COLS,
                    current ? NG_ROLE_CHOSEN : NG_ROLE_TEXT, title);
  ng_canvas_put_right(canvas, row, col, cols, NG_ROLE_TEXT, count);
  if (!current)
    return;
  ng_canvas_put(canvas, row, MAX(col - 1, 0), 1, NG_ROLE_KEY, "›", strlen("›"));
  ng_canvas_cursor(canvas, row, col + date_cols);
}

/* The list; where there is no context below, the articles elsewhere follow in it. */
static void draw_list(NgMentionsView *view, NgReader *reader, NgCanvas *canvas, int margin, bool with_articles)
{
  Columns c = columns_of(view, reader, canvas, margin);
  guint n = view->rows->len, all = n + (with_articles ? view->elsewhere->len : 0), height = (guint)view->height;
  guint at = MIN(view->cursor, MAX(all, 1) - 1);
  if (at < view->top)
    view->top = at;
  if (height > 0 && at >= view->top + height)
    view->top = at - height + 1;
  if (all <= height)
    view->top = 0;
  if (n == 0)
    ng_canvas_put_cut(canvas, view->list_row, c.number, c.cols, NG_ROLE_DIM, "nothing matches");
  for (guint i = view->top; i < all && i - view->top < height; i++) {
    int row = view->list_row + (int)(i - view->top);
    if (i < n)
      draw_mention(view, reader, canvas, row, i, &c);
    else
      ng_mentions_draw_article(view, i - n, canvas, row, c.number, canvas->cols - margin - c.number);
  }
}

/* ---- all of it ---- */

/* The rows of the list, of those that it shares with the context; the rest is the context's, with the blank rows above it. */
static int list_rows(const NgMentionsView *view, int rows)
{
  int wanted = (int)MIN(MAX(view->rows->len, 1u), (guint)G_MAXINT16);
  int gap = rows >= 30 ? 2 : 1;
  if (rows >= CONTEXT_FROM_ROWS)
    return MIN(wanted, rows - gap - rows * 2 / 5);
  return rows - wanted >= CONTEXT_LEAST + gap ? wanted : rows;
}

void ng_mentions_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  NgMentionsView *view = (NgMentionsView *)overlay;
  int margin = margin_of(canvas), end = canvas->rows >= 3 ? canvas->rows - 1 : canvas->rows;
  bool head = canvas->rows >= 3, strip = canvas->rows >= STRIP_FROM_ROWS && canvas->cols > 10;
  if (strip)
    draw_strip(view, reader, canvas, (NgRect){2, margin + 1, 1, canvas->cols - 2 * margin - 3});
  view->list_row = strip ? 5 : head ? 1 : 0;
  int rows = end - view->list_row;
  view->height = list_rows(view, rows);
  int gap = rows >= 30 ? 2 : 1, used = view->height + gap;
  bool context = rows - used >= CONTEXT_LEAST;
  draw_list(view, reader, canvas, margin, !context);
  if (head)
    draw_head(view, reader, canvas, margin);
  if (context)
    ng_mentions_draw_context(view, reader, canvas,
                             (NgRect){view->list_row + used, margin, rows - used, canvas->cols - 2 * margin});
}
