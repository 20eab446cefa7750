#include "load/plain.h"

#include "model/room.h"

#include <string.h>

/* Of a hard-wrapped text: how wide. */
#define MIN_WIDTH      40
#define MAX_WIDTH      132
#define SAMPLE_LINES   4000u
#define MAX_TITLE_COLS 200
#define HEAD_RUNS      5 /* paragraphs in which a date line or a byline is looked for */

typedef struct {
  gsize start, end; /* in the text, without white space at the ends */
  guint indent;     /* columns before it; a tab is one */
  guint chars;
} Line;

typedef struct {
  NgBuilder *builder;
  const char *text;
  gsize bytes;
  guint width; /* where lines were broken; 0: they were not */
  Line last;   /* the line that was read last, which is read again as the first of the next run */
  gsize last_pos, last_behind;
} Plain;

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

/* The text is clean: each character has one byte that does not go on. Eight bytes at a time: of one that goes on bit 7 is set and bit 6 is not. */
static guint count_chars(const char *text, gsize bytes)
{
  const guint64 ones = 0x0101010101010101u;
  gsize chars = bytes, i = 0;
  for (guint64 eight; i + sizeof eight <= bytes; i += sizeof eight) {
    memcpy(&eight, text + i, sizeof eight);
    chars -= ((eight >> 7 & ~(eight >> 6) & ones) * ones) >> 56;
  }
  for (; i < bytes; i++)
    chars -= ((guchar)text[i] & 0xC0) == 0x80;
  return (guint)MIN(chars, G_MAXINT);
}

/* The line that starts at `pos`, which moves behind it. An empty line has start == end. */
static Line next_line(Plain *p, gsize *pos)
{
  if (p->last_behind > *pos && p->last_pos == *pos) {
    *pos = p->last_behind;
    return p->last;
  }
  p->last_pos = *pos;
  const char *feed = memchr(p->text + *pos, '\n', p->bytes - *pos);
  Line line = {.start = *pos, .end = feed ? (gsize)(feed - p->text) : p->bytes};
  *pos = feed ? line.end + 1 : p->bytes;
  while (line.start < line.end && is_blank(p->text[line.start])) {
    line.start++;
    line.indent++;
  }
  while (line.end > line.start && is_blank(p->text[line.end - 1]))
    line.end--;
  line.chars = count_chars(p->text + line.start, line.end - line.start);
  p->last = line;
  p->last_behind = *pos;
  return line;
}

/* ---- lines that were broken to fit ---- */

static int by_size(const void *a, const void *b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;
  return x < y ? -1 : x > y;
}

/* All but the longest twentieth of the lines are no longer than the width, if there is one. */
static guint find_width(Plain *p)
{
  g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(guint));
  for (gsize pos = 0; pos < p->bytes && sizes->len < SAMPLE_LINES;) {
    Line line = next_line(p, &pos);
    guint size = line.indent + line.chars;
    if (line.chars)
      g_array_append_val(sizes, size);
  }
  if (sizes->len < 2)
    return 0;
  g_array_sort(sizes, by_size);
  guint width = g_array_index(sizes, guint, sizes->len - 1 - sizes->len / 20);
  return width >= MIN_WIDTH && width <= MAX_WIDTH ? width : 0;
}

static bool begins_item(const char *text, gsize bytes)
{
  if (bytes > 2 && strchr("-*+", text[0]) && text[1] == ' ')
    return true;
  gsize digits = 0;
  while (digits < bytes && g_ascii_isdigit(text[digits]))
    digits++;
  return digits && digits < 4 && digits + 1 < bytes && strchr(".)", text[digits]) && text[digits + 1] == ' ';
}

/* Whether a line goes on with the next one: whose first word would not have fitted in. */
static bool goes_on(const Plain *p, const Line *line, const Line *next)
{
  const char *text = p->text + next->start;
  gsize bytes = next->end - next->start, word = 0;
  if (!p->width || begins_item(text, bytes) || next->indent > line->indent + 1)
    return false;
  while (word < bytes && !is_blank(text[word]))
    word++;
  guint chars = (guint)g_utf8_strlen(text, (gssize)word);
  return line->indent + line->chars + 1 + chars > p->width;
}

/* A word that was divided at its own hyphen is not parted. */
static bool ends_with_hyphen(const Plain *p, const Line *line)
{
  return line->end - line->start > 1 && p->text[line->end - 1] == '-' && g_ascii_isalpha(p->text[line->end - 2]);
}

/* ---- runs: paragraphs as they stand in the source ---- */

typedef struct {
  gsize start, end;
  guint n_lines, chars;
  bool blank_after;
} Run;

/* The run that starts at `pos` or after blank lines there; false at the end of the text. */
static bool next_run(Plain *p, gsize *pos, Run *run)
{
  Line line = {0};
  while (*pos < p->bytes && (line = next_line(p, pos)).chars == 0) {
  }
  if (line.chars == 0)
    return false;
  *run = (Run){line.start, line.end, 1, line.chars, *pos >= p->bytes};
  while (*pos < p->bytes) {
    gsize behind = *pos;
    Line next = next_line(p, &behind);
    run->blank_after = next.chars == 0;
    if (next.chars == 0 || !goes_on(p, &line, &next))
      break;
    run->end = next.end;
    run->n_lines++;
    run->chars += next.chars;
    line = next;
    *pos = behind;
  }
  return true;
}

static void put_run(Plain *p, const Run *run, NgBlockKind kind)
{
  ng_builder_block(p->builder, kind, 0);
  if (run->n_lines == 1) {
    ng_builder_text(p->builder, p->text + run->start, run->end - run->start);
    return;
  }
  for (gsize pos = run->start; pos < run->end;) {
    Line line = next_line(p, &pos);
    gsize end = MIN(line.end, run->end);
    ng_builder_text(p->builder, p->text + line.start, end - line.start);
    if (pos < run->end && ends_with_hyphen(p, &line))
      ng_builder_join(p->builder);
    else
      ng_builder_space(p->builder);
  }
}

/* ---- tables: lines one below the other that are parted into columns by blanks ---- */

#define GAP_BLANKS     3 /* by which a row is known */
#define ROW_GAP_BLANKS 2 /* that part the columns of one */

/* Whether there is a tab, or as many blanks as a row is known by; of these one is found with every third byte. */
static bool has_gap(const char *text, gsize bytes)
{
  for (gsize i = GAP_BLANKS - 1; i < bytes; i += GAP_BLANKS) {
    if (text[i] != ' ')
      continue;
    gsize first = i, end = i + 1;
    while (i - first < GAP_BLANKS - 1 && text[first - 1] == ' ')
      first--;
    while (end < bytes && end - first < GAP_BLANKS && text[end] == ' ')
      end++;
    if (end - first >= GAP_BLANKS)
      return true;
  }
  return memchr(text, '\t', bytes);
}

/* As many blanks as part columns, or a tab: the white space between two columns, or NULL. Nothing behind it is looked at, so that a row of many columns
 * costs no more than its bytes. */
static const char *find_gap(const char *text, gsize bytes)
{
  gsize run = 0;
  for (gsize i = 0; i < bytes; i++) {
    run = text[i] == ' ' ? run + 1 : 0;
    if (text[i] == '\t' || run == ROW_GAP_BLANKS)
      return text + i + (run ? 1 : 0) - run;
  }
  return NULL;
}

static bool has_columns(const Plain *p, const Run *run)
{
  return run->n_lines == 1 && has_gap(p->text + run->start, run->end - run->start);
}

/* Whether a run that ends at `pos` stands right above one with columns. */
static bool stands_above_columns(Plain *p, const Run *run, gsize pos)
{
  Run next;
  return !run->blank_after && next_run(p, &pos, &next) && has_columns(p, &next);
}

static void put_row(const Plain *p, const Run *run)
{
  ng_builder_block(p->builder, NG_BLOCK_TABLE, 0);
  const char *cell = p->text + run->start, *end = p->text + run->end;
  for (const char *gap; (gap = find_gap(cell, (gsize)(end - cell)));) {
    ng_builder_text(p->builder, cell, (gsize)(gap - cell));
    ng_builder_text(p->builder, " | ", 3);
    while (is_blank(*gap))
      gap++;
    cell = gap;
  }
  ng_builder_text(p->builder, cell, (gsize)(end - cell));
}

/* ---- the head ---- */

static char *run_text(const Plain *p, const Run *run)
{
  return ng_text_clean_line(p->text + run->start, MIN(run->end - run->start, 4u * MAX_TITLE_COLS));
}

/* What the run says of the article; true if that is all it says. */
static bool take_fact(const Plain *p, const Run *run)
{
  g_autofree char *line = run_text(p, run);
  g_autofree char *date = run->n_lines == 1 ? ng_plain_date(line) : NULL;
  const char *author = run->n_lines == 1 ? ng_plain_byline(line) : NULL;
  g_autofree char *dateline = date || author ? NULL : ng_plain_dateline(line);
  ng_builder_set_head(p->builder, NG_HEAD_DATE, date);
  ng_builder_set_head(p->builder, NG_HEAD_BYLINE, author);
  ng_builder_set_head(p->builder, NG_HEAD_DATELINE, dateline);
  return date || author;
}

/* A headline is short, stands alone and is no sentence; a text of one line has none. */
static bool is_title(const Plain *p, const Run *run, bool is_last)
{
  if (is_last || run->n_lines > 3 || run->chars > MAX_TITLE_COLS)
    return false;
  g_autofree char *line = run_text(p, run);
  gsize bytes = strlen(line);
  bool sentence = bytes && strchr(".:;,", line[bytes - 1]);
  return !sentence && (run->blank_after || run->chars < MIN_WIDTH * 2) && !begins_item(line, bytes);
}

/* Looks at the first runs before any becomes a block: the title must come first, wherever it stands. False if there is none. */
static bool read_head(Plain *p, Run *title)
{
  Run run;
  bool found = false, facts_only = true;
  gsize pos = 0;
  for (guint n = 0; n < HEAD_RUNS && next_run(p, &pos, &run); n++) {
    Run next;
    gsize behind = pos;
    if (take_fact(p, &run))
      continue;
    bool in_table = has_columns(p, &run) && stands_above_columns(p, &run, pos);
    if (facts_only && !in_table && is_title(p, &run, !next_run(p, &behind, &next))) {
      *title = run;
      found = true;
    }
    facts_only = false;
  }
  return found;
}

static void put_runs(Plain *p)
{
  Run title, run;
  bool has_title = read_head(p, &title);
  if (has_title)
    put_run(p, &title, NG_BLOCK_TITLE);
  bool below_columns = false; /* the run stands right below one that has columns */
  for (gsize pos = 0; next_run(p, &pos, &run);) {
    bool columns = has_columns(p, &run);
    bool row = columns && (below_columns || stands_above_columns(p, &run, pos));
    below_columns = columns && !run.blank_after;
    if (has_title && run.start == title.start)
      continue;
    if (row)
      put_row(p, &run);
    else
      put_run(p, &run, NG_BLOCK_PARAGRAPH);
  }
}

void ng_plain_run(NgDecoder *decoder, gsize expected_bytes, NgBuilder *builder)
{
  g_autoptr(GString) text = g_string_sized_new(expected_bytes);
  const char *bytes;
  gsize ready = 0;
  for (gsize n; (n = ng_decoder_peek(decoder, &bytes)) > 0;) {
    gsize before = text->len;
    ng_room_for(text, n, &ready);
    g_string_set_size(text, before + n);
    ng_decoder_read(decoder, text->str + before, n);
  }
  Plain p = {.builder = builder, .text = text->str, .bytes = text->len};
  p.width = find_width(&p);
  ng_builder_set_format(builder, NG_FORMAT_TEXT);
  put_runs(&p);
}
