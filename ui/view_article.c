#include "ui/view_article.h"

#include "model/strip.h"
#include "ui/status.h"

#include <string.h>

#define LEAST_ROWS 3 /* below, the selected mention may stand on the last row */

/* What one stretch of text looks like: up to `until` nothing changes. */
typedef struct {
  NgRole role;
  uint8_t style;
  uint32_t mention, link, until;
} Look;

typedef struct {
  NgReader *reader;
  NgCanvas *canvas;
  GArray *seen;    /* NgSeen, or NULL */
  GArray *matches; /* NgRange: matches on the screen, in order */
  uint32_t chosen; /* the mention that is drawn as the selected one, or NG_NONE */
} Drawing;

static NgRole plain_role(const NgBlock *block)
{
  switch ((NgBlockKind)block->kind) {
  case NG_BLOCK_TITLE:
    return NG_ROLE_TITLE;
  case NG_BLOCK_HEADING:
    return NG_ROLE_STRONG;
  default:
    return NG_ROLE_TEXT;
  }
}

static NgRole mention_role(const Drawing *d, uint32_t mention)
{
  const NgReader *reader = d->reader;
  const NgMention *m = &ng_reader_mentions(reader)[mention];
  NgEntityKind kind = ng_reader_entities(reader)[m->entity].kind;
  bool unsure = m->origin == NG_ORIGIN_ANNOTATOR && m->confidence && m->confidence < reader->weak_below;
  if (m->entity != reader->entity)
    return unsure ? ng_role_of_unsure(kind) : ng_role_of_kind(kind);
  return mention == d->chosen ? ng_role_of_chosen(kind) : ng_role_of_same(kind);
}

/* The mention to show at pos: the selected one if it covers it, a mention of the selected entity before others, else the innermost. */
static uint32_t shown_mention(const Drawing *d, uint32_t pos)
{
  const NgReader *reader = d->reader;
  const NgMention *mentions = ng_reader_mentions(reader);
  uint32_t innermost = ng_article_mention_at(reader->article, pos);
  if (d->chosen == NG_NONE)
    return innermost;
  const NgMention *selected = &mentions[d->chosen];
  return selected->start <= pos && pos < selected->end ? d->chosen : innermost;
}

static void apply_mention(const Drawing *d, uint32_t pos, Look *look)
{
  const NgReader *reader = d->reader;
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(reader->article, &n);
  uint32_t next = ng_article_first_mention_from(reader->article, pos + 1);
  look->mention = shown_mention(d, pos);
  if (next < n)
    look->until = MIN(look->until, mentions[next].start);
  if (look->mention == NG_NONE)
    return;
  look->until = MIN(look->until, mentions[look->mention].end);
  look->role = mention_role(d, look->mention);
}

/* Of `n` things of `size` bytes each, which begin with where they start and are sorted by it: the first that starts at `pos` or behind. */
static uint32_t first_from(const void *things, uint32_t n, gsize size, uint32_t pos)
{
  uint32_t low = 0;
  for (uint32_t high = n; low < high;) {
    uint32_t middle = low + (high - low) / 2;
    if (*(const uint32_t *)(const void *)((const char *)things + middle * size) < pos)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The styles that cover pos; those that may reach it start in the same block. */
static void apply_styles(const NgReader *reader, const NgBlock *block, uint32_t pos, Look *look)
{
  uint32_t n;
  const NgStyleRange *styles = ng_article_styles(reader->article, &n);
  uint32_t low = first_from(styles, n, sizeof *styles, block->start);
  for (; low < n && styles[low].start < look->until; low++) {
    if (styles[low].start > pos) {
      look->until = styles[low].start;
    } else if (styles[low].end > pos) {
      look->style |= styles[low].style;
      look->until = MIN(look->until, styles[low].end);
    }
  }
}

/* The link whose text covers pos: the last to start of those in the block. */
static void apply_link(const NgReader *reader, const NgBlock *block, uint32_t pos, Look *look)
{
  uint32_t n;
  const NgLink *links = ng_article_links(reader->article, &n);
  uint32_t low = first_from(links, n, sizeof *links, block->start);
  for (; low < n && links[low].start < look->until; low++) {
    if (links[low].start > pos) {
      look->until = links[low].start;
    } else if (links[low].end > pos) {
      look->link = low;
      look->until = MIN(look->until, links[low].end);
    }
  }
}

static void apply_matches(const Drawing *d, uint32_t pos, Look *look)
{
  NgRange current = d->reader->search ? ng_search_current(d->reader->search) : (NgRange){0, 0};
  for (guint i = 0; d->matches && i < d->matches->len; i++) {
    NgRange match = g_array_index(d->matches, NgRange, i);
    if (match.start >= look->until)
      break;
    if (match.start > pos) {
      look->until = match.start;
    } else if (match.end > pos) {
      look->role = match.start == current.start && match.end == current.end ? NG_ROLE_CHOSEN : NG_ROLE_MATCH;
      look->until = MIN(look->until, match.end);
    }
  }
}

/* Of words that stand for somebody only those that stand for the selected one show: a text is full of "he" and "she". */
static void apply_stand_in(const NgReader *reader, const NgBlock *block, uint32_t pos, Look *look)
{
  uint32_t n;
  const NgStandIn *stand_ins = ng_article_stand_ins(reader->article, &n);
  uint32_t low = first_from(stand_ins, n, sizeof *stand_ins, block->start);
  for (; low < n && stand_ins[low].start < look->until; low++) {
    const NgStandIn *it = &stand_ins[low];
    if (it->entity != reader->entity || it->end <= pos)
      continue;
    if (it->start > pos) {
      look->until = it->start;
    } else {
      look->until = MIN(look->until, it->end);
      if (look->mention == NG_NONE)
        look->role = NG_ROLE_STAND_IN;
    }
  }
}

static Look look_at(const Drawing *d, const NgBlock *block, uint32_t pos, uint32_t end)
{
  Look look = {plain_role(block), 0, NG_NONE, NG_NONE, end};
  apply_mention(d, pos, &look);
  apply_stand_in(d->reader, block, pos, &look);
  apply_styles(d->reader, block, pos, &look);
  apply_link(d->reader, block, pos, &look);
  apply_matches(d, pos, &look);
  return look;
}

static void note_seen(const Drawing *d, NgSeen seen)
{
  if (d->seen && seen.cols > 0)
    g_array_append_val(d->seen, seen);
}

/* Each mention once, where it begins. */
static void note_mention(const Drawing *d, int row, int col, int cols, uint32_t mention)
{
  for (guint i = d->seen ? d->seen->len : 0; i-- > 0;) {
    uint32_t last = g_array_index(d->seen, NgSeen, i).mention;
    if (last == mention)
      return;
    if (last != NG_NONE)
      break;
  }
  note_seen(d, (NgSeen){row, col, cols, mention, NG_NONE, NG_NONE});
}

/* Draws text[start, end) of the article; returns the columns used. */
static int draw_text(const Drawing *d, const NgBlock *block, int row, int col, int cols, uint32_t start, uint32_t end)
{
  const char *text = ng_article_text(d->reader->article, NULL);
  int used = 0;
  for (uint32_t pos = start; pos < end && used < cols;) {
    Look look = look_at(d, block, pos, end);
    int wide = ng_canvas_put_styled(d->canvas, row, col + used, cols - used, look.role, look.style, text + pos,
                                    look.until - pos);
    if (look.mention != NG_NONE)
      note_mention(d, row, col + used, wide, look.mention);
    if (look.link != NG_NONE)
      note_seen(d, (NgSeen){row, col + used, wide, NG_NONE, NG_NONE, look.link});
    if (ng_role_letter(look.role) == 'S' && d->canvas->cursor_row < 0)
      ng_canvas_cursor(d->canvas, row, col + used);
    used += wide;
    pos = look.until;
  }
  return used;
}

static void draw_row(const Drawing *d, const NgShownBlock *shown, const NgRow *row, int at, NgRect rect)
{
  uint32_t n;
  const NgBlock *block = &ng_article_blocks(d->reader->article, &n)[shown->block];
  int col = rect.col + row->indent;
  for (guint i = 0; i < shown->runs->len; i++) {
    const NgStretch *run = &g_array_index(shown->runs, NgStretch, i);
    uint32_t start = MAX(run->shown, row->start), end = MIN(run->shown + run->bytes, row->end);
    int cols = rect.col + rect.cols - col;
    if (start >= end)
      continue;
    if (!run->put_in) {
      col += draw_text(d, block, at, col, cols, run->pos + (start - run->shown), run->pos + (end - run->shown));
      continue;
    }
    bool selected = run->note != NG_NONE && run->note == d->reader->note;
    if (selected)
      ng_canvas_cursor(d->canvas, at, col);
    int wide = ng_canvas_put(d->canvas, at, col, cols, selected ? NG_ROLE_CHOSEN : NG_ROLE_DIM,
                             shown->shown->str + start, end - start);
    if (run->note != NG_NONE)
      note_seen(d, (NgSeen){at, col, wide, NG_NONE, run->note, NG_NONE});
    col += wide;
  }
}

static void keep_match(NgRange match, void *matches)
{
  g_array_append_val((GArray *)matches, match);
}

/* How many of the rows are drawn: a heading does not stand alone at the foot, unless it has the screen to itself or nothing follows it. */
static int rows_to_draw(NgReader *reader, int rows)
{
  NgAnchor below = ng_text_rows_move(reader->rows, reader->top, rows),
           foot = ng_text_rows_move(reader->rows, below, -1);
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(reader->article, &n);
  if (rows < LEAST_ROWS || ng_text_rows_between(reader->rows, reader->top, below, rows) < rows)
    return rows;
  int drawn = rows;
  for (; drawn > 0 && blocks[foot.block].kind == NG_BLOCK_HEADING; drawn--)
    foot = ng_text_rows_move(reader->rows, foot, -1);
  return drawn > 0 ? drawn : rows;
}

static void draw_body(Drawing *d, NgRect rect)
{
  NgAnchor anchor = d->reader->top;
  int rows = rows_to_draw(d->reader, rect.rows);
  for (int i = 0; i < rows; i++) {
    const NgShownBlock *shown = ng_text_rows_block(d->reader->rows, anchor.block);
    if (anchor.row >= shown->rows->len)
      break;
    const NgRow *row = &g_array_index(shown->rows, NgRow, anchor.row);
    if (row->kind == NG_ROW_TEXT)
      draw_row(d, shown, row, rect.row + i, rect);
    else if (row->kind == NG_ROW_DATE)
      ng_canvas_put_cut(d->canvas, rect.row + i, rect.col, rect.cols, NG_ROLE_DIM, ng_text_rows_date(d->reader->rows));
    NgAnchor next = ng_text_rows_move(d->reader->rows, anchor, 1);
    if (next.block == anchor.block && next.row == anchor.row)
      break;
    anchor = next;
  }
}

/* What stands at the right end of the head: `1 of 6`, or how far down the page is. */
static char *head_right(NgReader *reader, bool narrow)
{
  if (reader->among.n)
    return g_strdup_printf(narrow ? "%u/%u" : "%u of %u", reader->among.index + 1, reader->among.n);
  uint32_t bytes;
  ng_article_text(reader->article, &bytes);
  uint32_t percent = ng_reader_percent(reader);
  NgAnchor first = ng_text_rows_first(reader->rows);
  bool at_first = reader->top.block == first.block && reader->top.row == first.row;
  if (bytes == 0 || (at_first && percent == 100))
    return g_strdup("");
  return g_strdup_printf("%u %%", percent);
}

static bool shows_title(const NgReader *reader)
{
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(reader->article, &n);
  return n > 0 && reader->top.block == 0 && reader->top.row == 0 && blocks[0].kind == NG_BLOCK_TITLE;
}

static void draw_head(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgHead *head = ng_article_head(reader->article);
  bool narrow = reader->layout.margin == 0;
  g_autofree char *right = head_right(reader, narrow);
  g_autofree char *source = ng_text_file_name(head->source);
  const char *title = head->title ? head->title : source;
  NgHeadLine line = {.key = narrow ? NULL : "1",
                     .title = shows_title(reader) ? "Article" : title,
                     .right = *right ? right : NULL,
                     .focus = reader->focus == NG_PANE_ARTICLE};
  ng_head_draw(&line, canvas, rect.row, rect.col, rect.cols);
}

void ng_article_draw(NgReader *reader, NgCanvas *canvas, NgRect rect, GArray *seen)
{
  Drawing d = {.reader = reader,
               .canvas = canvas,
               .seen = seen,
               .chosen = reader->search || reader->note != NG_NONE ? NG_NONE : reader->mention};
  if (reader->layout.heads) {
    draw_head(reader, canvas, rect);
    rect.row++;
    rect.rows--;
  }
  g_autoptr(GArray) matches = NULL;
  if (reader->search) {
    d.matches = matches = g_array_new(FALSE, FALSE, sizeof(NgRange));
    ng_search_each(reader->search, reader->top_pos, ng_reader_bottom_pos(reader), keep_match, matches);
  }
  draw_body(&d, rect);
}

static NgRole rule_role(bool mention, bool here, NgRole kind)
{
  if (mention)
    return kind;
  return here ? NG_ROLE_BAR : NG_ROLE_FAINT;
}

void ng_rule_draw(NgReader *reader, NgCanvas *canvas, int col, int rows)
{
  if (rows <= 0)
    return;
  g_autofree uint8_t *bins = g_new0(uint8_t, (gsize)rows);
  uint32_t n = (uint32_t)rows;
  const NgEntity *selected = ng_reader_selected(reader);
  if (selected)
    ng_strip_bins(reader->article, reader->entity, bins, n);
  uint32_t bottom = ng_reader_bottom_pos(reader);
  uint32_t first = ng_strip_bin(reader->article, reader->top_pos, n);
  uint32_t last = ng_strip_bin(reader->article, bottom > 0 ? bottom - 1 : 0, n);
  uint32_t chosen = NG_NONE;
  if (reader->mention != NG_NONE)
    chosen = ng_strip_bin(reader->article, ng_reader_mentions(reader)[reader->mention].start, n);
  for (uint32_t row = 0; row < n; row++) {
    bool here = row >= first && row <= last;
    NgArm weight = here ? NG_ARM_HEAVY : NG_ARM_LIGHT;
    NgArm tick = bins[row] ? (row == chosen ? NG_ARM_HEAVY : NG_ARM_LIGHT) : NG_ARM_NONE;
    NgRole role = rule_role(bins[row] != 0, here, selected ? ng_role_of_kind(selected->kind) : NG_ROLE_BAR);
    ng_canvas_arms(canvas, (int)row, col, role, NG_ARMS(tick, 0, weight, weight));
  }
}

int ng_quote_draw(NgReader *reader, NgCanvas *canvas, int row, int col, int cols, NgRange range, uint32_t chosen)
{
  Drawing d = {.reader = reader, .canvas = canvas, .chosen = chosen};
  uint32_t n, at = ng_article_block_at(reader->article, range.start);
  if (at == NG_NONE)
    return 0;
  NgBlock block = ng_article_blocks(reader->article, &n)[at];
  block.kind = NG_BLOCK_PARAGRAPH;
  const char *text = ng_article_text(reader->article, NULL) + range.start;
  gsize bytes = range.end - range.start;
  gsize fits = ng_text_fit(text, bytes, cols, NULL);
  if (fits < bytes)
    fits = ng_text_fit(text, bytes, cols - 2, NULL);
  while (fits > 0 && fits < bytes && text[fits] != ' ' && text[fits - 1] != ' ')
    fits--;
  if (fits == 0)
    fits = ng_text_fit(text, bytes, MAX(cols - 2, 0), NULL);
  while (fits > 0 && text[fits - 1] == ' ')
    fits--;
  int cursor_row = canvas->cursor_row, cursor_col = canvas->cursor_col;
  int used = draw_text(&d, &block, row, col, cols, range.start, range.start + (uint32_t)fits);
  canvas->cursor_row = cursor_row;
  canvas->cursor_col = cursor_col;
  if (fits < bytes)
    used += ng_canvas_put(canvas, row, col + used, cols - used, NG_ROLE_DIM, " …", strlen(" …"));
  return used;
}
