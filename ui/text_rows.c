#include "ui/text_rows.h"

#include "model/phrase.h"

#include <string.h>

#define SLOTS      128
#define MAX_LEVELS 6
#define ELLIPSIS   " … "

struct _NgTextRows {
  const NgArticle *article;
  const char *text;
  const NgBlock *blocks;
  uint32_t n_blocks;
  int cols;
  const GArray *fold; /* NgRange, or NULL */
  GArray *marks;      /* NgNoteMark, by anchor */
  char *date;
  NgShownBlock slots[SLOTS];
  GArray *wrapped; /* NgRange: scratch */
};

static int by_anchor(const void *a, const void *b)
{
  const NgNoteMark *x = a, *y = b;
  if (x->anchor != y->anchor)
    return x->anchor < y->anchor ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

static char *date_of(const NgHead *head)
{
  g_autofree char *date = head->date ? ng_phrase_date(head->date) : NULL;
  const char *parts[4] = {date, head->dateline, head->byline, NULL};
  GString *line = g_string_new(NULL);
  for (int i = 0; i < 3; i++)
    if (parts[i])
      g_string_append_printf(line, "%s%s", line->len ? " · " : "", parts[i]);
  return g_string_free(line, FALSE);
}

NgTextRows *ng_text_rows_new(const NgArticle *article, int cols)
{
  NgTextRows *rows = g_new0(NgTextRows, 1);
  rows->article = article;
  rows->text = ng_article_text(article, NULL);
  rows->blocks = ng_article_blocks(article, &rows->n_blocks);
  rows->cols = MAX(cols, 1);
  rows->date = date_of(ng_article_head(article));
  rows->wrapped = g_array_new(FALSE, FALSE, sizeof(NgRange));
  rows->marks = g_array_new(FALSE, FALSE, sizeof(NgNoteMark));
  for (uint32_t i = 0; i < rows->n_blocks; i++)
    if (rows->blocks[i].anchor != NG_NONE) {
      NgNoteMark mark = {rows->blocks[i].anchor, i, rows->marks->len + 1};
      g_array_append_val(rows->marks, mark);
    }
  g_array_sort(rows->marks, by_anchor);
  for (int i = 0; i < SLOTS; i++)
    rows->slots[i] = (NgShownBlock){NG_NONE, g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(NgStretch)),
                                    g_array_new(FALSE, FALSE, sizeof(NgRow))};
  return rows;
}

static void forget(NgTextRows *rows)
{
  for (int i = 0; i < SLOTS; i++)
    rows->slots[i].block = NG_NONE;
}

void ng_text_rows_free(NgTextRows *rows)
{
  if (!rows)
    return;
  for (int i = 0; i < SLOTS; i++) {
    g_string_free(rows->slots[i].shown, TRUE);
    g_array_unref(rows->slots[i].runs);
    g_array_unref(rows->slots[i].rows);
  }
  g_array_unref(rows->marks);
  g_array_unref(rows->wrapped);
  g_free(rows->date);
  g_free(rows);
}

void ng_text_rows_set_cols(NgTextRows *rows, int cols)
{
  if (MAX(cols, 1) == rows->cols)
    return;
  rows->cols = MAX(cols, 1);
  forget(rows);
}

void ng_text_rows_fold(NgTextRows *rows, const GArray *sentences)
{
  rows->fold = sentences;
  forget(rows);
}

const char *ng_text_rows_date(const NgTextRows *rows)
{
  return rows->date;
}

/* ---- what is shown of a block ---- */

static void put_run(NgShownBlock *shown, const char *text, gsize bytes, NgStretch run)
{
  run.shown = (uint32_t)shown->shown->len;
  run.bytes = (uint32_t)bytes;
  if (bytes == 0)
    return;
  g_string_append_len(shown->shown, text, (gssize)bytes);
  g_array_append_val(shown->runs, run);
}

uint32_t ng_text_rows_n_marks(const NgTextRows *rows)
{
  return rows->marks->len;
}

NgNoteMark ng_text_rows_mark(const NgTextRows *rows, uint32_t mark)
{
  return g_array_index(rows->marks, NgNoteMark, mark);
}

uint32_t ng_text_rows_first_mark(const NgTextRows *rows, uint32_t pos)
{
  guint low = 0, high = rows->marks->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(rows->marks, NgNoteMark, middle).anchor < pos)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

uint32_t ng_text_rows_mark_of(const NgTextRows *rows, uint32_t note)
{
  for (guint i = ng_text_rows_first_mark(rows, rows->blocks[note].anchor); i < rows->marks->len; i++)
    if (g_array_index(rows->marks, NgNoteMark, i).note == note)
      return i;
  return NG_NONE;
}

/* The article's text from start to end, with the marks of the notes that hang there. A note at the end of a block hangs behind its last
 * character. */
static void put_range(const NgTextRows *rows, NgShownBlock *shown, uint32_t start, uint32_t end)
{
  uint32_t pos = start;
  for (guint i = ng_text_rows_first_mark(rows, start); i < rows->marks->len; i++) {
    const NgNoteMark *mark = &g_array_index(rows->marks, NgNoteMark, i);
    if (mark->anchor > end)
      break;
    put_run(shown, rows->text + pos, mark->anchor - pos, (NgStretch){.pos = pos, .note = NG_NONE});
    pos = mark->anchor;
    g_autofree char *label = g_strdup_printf("[%u]", mark->number);
    put_run(shown, label, strlen(label), (NgStretch){.pos = pos, .note = mark->note, .put_in = true});
  }
  put_run(shown, rows->text + pos, end - pos, (NgStretch){.pos = pos, .note = NG_NONE});
}

/* The first sentence of the fold that ends after pos. */
static guint first_kept(const GArray *fold, uint32_t pos)
{
  guint low = 0, high = fold->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(fold, NgRange, middle).end <= pos)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool is_kept(const NgTextRows *rows, uint32_t block)
{
  if (!rows->fold)
    return true;
  const NgBlock *it = &rows->blocks[block];
  guint i = first_kept(rows->fold, it->start);
  return i < rows->fold->len && g_array_index(rows->fold, NgRange, i).start < it->end;
}

static void put_kept(const NgTextRows *rows, NgShownBlock *shown, const NgBlock *block)
{
  uint32_t pos = block->start;
  for (guint i = first_kept(rows->fold, block->start); i < rows->fold->len; i++) {
    NgRange sentence = g_array_index(rows->fold, NgRange, i);
    if (sentence.start >= block->end)
      break;
    bool gap = sentence.start > pos + 1;
    if (gap || pos > block->start)
      put_run(shown, gap ? &ELLIPSIS[pos == block->start] : " ", gap ? strlen(ELLIPSIS) - (pos == block->start) : 1,
              (NgStretch){.pos = pos, .note = NG_NONE, .put_in = true});
    put_range(rows, shown, sentence.start, sentence.end);
    pos = sentence.end;
  }
}

/* ---- in rows ---- */

typedef struct {
  int indent; /* of every row but the first, which stands `hang` columns further left */
  int hang;
  const char *lead; /* what stands before the first one, inside the indent */
} Shape;

static Shape shape_of(const NgTextRows *rows, const NgBlock *block)
{
  int level = CLAMP(block->level, 1, MAX_LEVELS);
  Shape shape = {0, 0, ""};
  switch ((NgBlockKind)block->kind) {
  case NG_BLOCK_QUOTE:
  case NG_BLOCK_CAPTION:
    shape.indent = 2;
    break;
  case NG_BLOCK_ITEM:
    shape = (Shape){level * 2, 0, "• "};
    break;
  case NG_BLOCK_NOTE:
    shape.indent = 4;
    break;
  case NG_BLOCK_VERSE: /* what has no room in its line does not look like another */
    shape = (Shape){4, 2, ""};
    break;
  default:
    break;
  }
  return rows->cols < 24 ? (Shape){0, 0, shape.lead} : shape;
}

/* The nearest block that is shown, from `block` on in the direction of `step`; NG_NONE if there is none. */
static uint32_t kept_from(const NgTextRows *rows, uint32_t block, int step)
{
  if (block >= rows->n_blocks || is_kept(rows, block))
    return block < rows->n_blocks ? block : NG_NONE;
  guint i = first_kept(rows->fold, rows->blocks[block].start);
  if (step < 0 && i == 0)
    return NG_NONE;
  i = step < 0 ? i - 1 : i;
  return i < rows->fold->len ? ng_article_block_at(rows->article, g_array_index(rows->fold, NgRange, i).start)
                             : NG_NONE;
}

static bool has_date(const NgTextRows *rows, uint32_t block)
{
  return rows->blocks[block].kind == NG_BLOCK_TITLE && *rows->date && !rows->fold;
}

/* Whether a blank row parts the block from the one before. */
static bool is_parted(const NgTextRows *rows, uint32_t block)
{
  uint32_t before = block > 0 ? kept_from(rows, block - 1, -1) : NG_NONE;
  if (before == NG_NONE)
    return false;
  const NgBlock *a = &rows->blocks[before], *b = &rows->blocks[block];
  if (ng_block_is_next_verse(b, a))
    return false;
  if (a->kind == b->kind)
    return b->kind != NG_BLOCK_ITEM && b->kind != NG_BLOCK_TABLE && b->kind != NG_BLOCK_NOTE &&
           b->kind != NG_BLOCK_HEADING;
  return a->kind != NG_BLOCK_HEADING;
}

static uint32_t note_number(const NgTextRows *rows, uint32_t block)
{
  uint32_t mark = ng_text_rows_mark_of(rows, block);
  return mark == NG_NONE ? 0 : ng_text_rows_mark(rows, mark).number;
}

static void put_lead(const NgTextRows *rows, NgShownBlock *shown, uint32_t block, const char *lead)
{
  NgStretch run = {.pos = rows->blocks[block].start, .note = NG_NONE, .put_in = true};
  if (rows->blocks[block].kind != NG_BLOCK_NOTE) {
    put_run(shown, lead, strlen(lead), run);
    return;
  }
  g_autofree char *number = g_strdup_printf("[%u] ", note_number(rows, block));
  put_run(shown, number, strlen(number), run);
}

static void put_row(NgShownBlock *shown, NgRow row)
{
  g_array_append_val(shown->rows, row);
}

static void wrap(NgTextRows *rows, NgShownBlock *shown, uint32_t block)
{
  Shape shape = shape_of(rows, &rows->blocks[block]);
  gsize lead_bytes = shown->runs->len && g_array_index(shown->runs, NgStretch, 0).put_in &&
                             rows->blocks[block].kind != NG_BLOCK_PARAGRAPH
                         ? g_array_index(shown->runs, NgStretch, 0).bytes
                         : 0;
  int lead_cols = MAX(MIN(ng_text_cols(shown->shown->str, lead_bytes), shape.indent), shape.hang);
  if (is_parted(rows, block))
    put_row(shown, (NgRow){0, 0, 0, NG_ROW_BLANK});
  g_array_set_size(rows->wrapped, 0);
  int cols = MAX(rows->cols - shape.indent, 1);
  ng_text_wrap(shown->shown->str, shown->shown->len, cols + lead_cols, cols, rows->wrapped);
  for (guint i = 0; i < rows->wrapped->len; i++) {
    NgRange range = g_array_index(rows->wrapped, NgRange, i);
    int indent = i == 0 ? shape.indent - lead_cols : shape.indent;
    put_row(shown, (NgRow){range.start, range.end, (uint16_t)indent, NG_ROW_TEXT});
  }
  if (has_date(rows, block))
    put_row(shown, (NgRow){(uint32_t)shown->shown->len, (uint32_t)shown->shown->len, 0, NG_ROW_DATE});
}

const NgShownBlock *ng_text_rows_block(NgTextRows *rows, uint32_t block)
{
  NgShownBlock *shown = &rows->slots[block % SLOTS];
  if (shown->block == block)
    return shown;
  shown->block = block;
  g_string_truncate(shown->shown, 0);
  g_array_set_size(shown->runs, 0);
  g_array_set_size(shown->rows, 0);
  if (block >= rows->n_blocks || !is_kept(rows, block))
    return shown;
  const NgBlock *it = &rows->blocks[block];
  put_lead(rows, shown, block, shape_of(rows, it).lead);
  if (rows->fold)
    put_kept(rows, shown, it);
  else
    put_range(rows, shown, it->start, it->end);
  wrap(rows, shown, block);
  return shown;
}

/* ---- anchors ---- */

static uint32_t n_rows(NgTextRows *rows, uint32_t block)
{
  return ng_text_rows_block(rows, block)->rows->len;
}

NgAnchor ng_text_rows_first(NgTextRows *rows)
{
  uint32_t block = kept_from(rows, 0, 1);
  return (NgAnchor){block == NG_NONE ? 0 : block, 0};
}

NgAnchor ng_text_rows_last(NgTextRows *rows)
{
  uint32_t block = rows->n_blocks ? kept_from(rows, rows->n_blocks - 1, -1) : NG_NONE;
  if (block == NG_NONE)
    return (NgAnchor){0, 0};
  return (NgAnchor){block, MAX(n_rows(rows, block), 1u) - 1};
}

NgAnchor ng_text_rows_move(NgTextRows *rows, NgAnchor anchor, int delta)
{
  while (delta > 0) {
    uint32_t left = MAX(n_rows(rows, anchor.block), 1u) - 1 - anchor.row;
    if (left >= (uint32_t)delta)
      return (NgAnchor){anchor.block, anchor.row + (uint32_t)delta};
    uint32_t next = kept_from(rows, anchor.block + 1, 1);
    if (next == NG_NONE)
      return (NgAnchor){anchor.block, anchor.row + left};
    delta -= (int)left + 1;
    anchor = (NgAnchor){next, 0};
  }
  while (delta < 0) {
    if (anchor.row >= (uint32_t)-delta)
      return (NgAnchor){anchor.block, anchor.row - (uint32_t)-delta};
    uint32_t before = anchor.block ? kept_from(rows, anchor.block - 1, -1) : NG_NONE;
    if (before == NG_NONE)
      return (NgAnchor){anchor.block, 0};
    delta += (int)anchor.row + 1;
    anchor = (NgAnchor){before, MAX(n_rows(rows, before), 1u) - 1};
  }
  return anchor;
}

/* Where in the shown text a pos stands: at it or, if it is not shown, at the first place after it. */
static uint32_t shown_at(const NgShownBlock *shown, uint32_t pos)
{
  for (guint i = 0; i < shown->runs->len; i++) {
    const NgStretch *run = &g_array_index(shown->runs, NgStretch, i);
    if (!run->put_in && pos < run->pos + run->bytes)
      return run->shown + (pos > run->pos ? pos - run->pos : 0);
  }
  return (uint32_t)shown->shown->len;
}

NgAnchor ng_text_rows_at(NgTextRows *rows, uint32_t pos)
{
  uint32_t block = ng_article_block_at(rows->article, pos);
  uint32_t kept = block == NG_NONE ? NG_NONE : kept_from(rows, block, 1);
  if (kept == NG_NONE)
    return ng_text_rows_last(rows);
  const NgShownBlock *shown = ng_text_rows_block(rows, kept);
  uint32_t at = shown_at(shown, pos), found = 0;
  for (guint i = 0; i < shown->rows->len; i++) {
    const NgRow *row = &g_array_index(shown->rows, NgRow, i);
    if (row->kind == NG_ROW_TEXT && row->start <= at)
      found = i;
  }
  return (NgAnchor){kept, found};
}

uint32_t ng_text_rows_pos(NgTextRows *rows, NgAnchor anchor)
{
  const NgShownBlock *shown = ng_text_rows_block(rows, anchor.block);
  if (anchor.row >= shown->rows->len)
    return rows->n_blocks ? rows->blocks[MIN(anchor.block, rows->n_blocks - 1)].start : 0;
  uint32_t start = g_array_index(shown->rows, NgRow, anchor.row).start;
  for (guint i = 0; i < shown->runs->len; i++) {
    const NgStretch *run = &g_array_index(shown->runs, NgStretch, i);
    if (start < run->shown + run->bytes)
      return run->put_in ? run->pos : run->pos + (start - run->shown);
  }
  return rows->blocks[anchor.block].end;
}

int ng_text_rows_between(NgTextRows *rows, NgAnchor from, NgAnchor to, int most)
{
  if (to.block < from.block || (to.block == from.block && to.row < from.row))
    return -1;
  gint64 sum = -(gint64)from.row;
  for (uint32_t block = from.block; block < to.block && sum < most; block = kept_from(rows, block + 1, 1))
    sum += n_rows(rows, block);
  return (int)MIN(sum + to.row, most);
}
