/* The article as wrapped text and a legend. Colours are the terminal's own sixteen, beside an attribute each: no meaning by colour alone. */
#include "export/columns.h"
#include "export/export.h"
#include "export/prose.h"
#include "model/phrase.h"

#include <string.h>

#define MIN_COLS    20
#define INDENT_COLS 2
#define MAX_LEVELS  4

#define SGR_RESET   "\033[0m"
#define SGR_BOLD    "\033[1m"
#define SGR_DIM     "\033[2m"

/* Bold yellow, underlined cyan, italic magenta, bold green. */
static const char *const kind_sgr[NG_N_ENTITY_KINDS] = {
    [NG_ENTITY_PERSON] = "\033[1;33m",
    [NG_ENTITY_PLACE] = "\033[4;36m",
    [NG_ENTITY_ORGANISATION] = "\033[3;35m",
    [NG_ENTITY_EVENT] = "\033[1;32m",
};

/* Walks the mentions beside the text, once from its start to its end. */
typedef struct {
  const NgMention *mentions;
  const NgEntity *entities;
  uint32_t n, next;
  GArray *open; /* uint32_t: the mentions around the current position, outermost first */
} Painter;

typedef struct {
  NgProse prose;
  Painter painter;
  bool colour;
  GString *composed;
  GArray *insertions; /* of NgInsertion, in the composed block */
} Text;

/* ---- mentions in colour ---- */

/* The innermost mention at `pos`, or NULL; `until` gets the position up to which that holds. Positions never go back. */
static const NgMention *painter_at(Painter *painter, uint32_t pos, uint32_t *until)
{
  while (painter->next < painter->n && painter->mentions[painter->next].start <= pos) {
    g_array_append_val(painter->open, painter->next);
    painter->next++;
  }
  const NgMention *innermost = NULL;
  while (painter->open->len > 0 && innermost == NULL) {
    innermost = &painter->mentions[g_array_index(painter->open, uint32_t, painter->open->len - 1)];
    if (innermost->end <= pos) {
      g_array_set_size(painter->open, painter->open->len - 1);
      innermost = NULL;
    }
  }
  *until = innermost != NULL ? innermost->end : NG_NONE;
  if (painter->next < painter->n)
    *until = MIN(*until, painter->mentions[painter->next].start);
  return innermost;
}

/* Prints composed[start, end), which holds no mark, with its mentions in colour. `offset` leads from there to the article's text;
 * `base` is the sequence that is on around the mentions. */
static void put_painted(Text *text, uint32_t start, uint32_t end, uint32_t offset, const char *base)
{
  FILE *out = text->prose.out;
  while (start < end) {
    uint32_t until;
    const NgMention *mention = painter_at(&text->painter, start + offset, &until);
    uint32_t stop = until == NG_NONE ? end : MIN(end, until - offset);
    if (mention != NULL)
      fputs(kind_sgr[text->painter.entities[mention->entity].kind], out);
    fwrite_unlocked(text->composed->str + start, 1, stop - start, out);
    if (mention != NULL)
      fprintf(out, SGR_RESET "%s", base);
    start = stop;
  }
}

/* The place in the marks of a block: `next` is the first one not yet passed, `offset` holds before it. */
typedef struct {
  uint32_t offset;
  guint next;
} MarkCursor;

/* Prints one row with the marks of notes in it, dim. */
static void put_row(Text *text, NgRange row, MarkCursor *cursor, const char *base)
{
  uint32_t pos = row.start;
  while (pos < row.end) {
    const NgInsertion *mark =
        cursor->next < text->insertions->len ? &g_array_index(text->insertions, NgInsertion, cursor->next) : NULL;
    if (mark == NULL || mark->pos >= row.end) {
      put_painted(text, pos, row.end, cursor->offset, base);
      return;
    }
    uint32_t from = MAX(mark->pos, pos), to = MIN(mark->pos + mark->bytes, row.end);
    put_painted(text, pos, from, cursor->offset, base);
    fprintf(text->prose.out, SGR_DIM "%.*s" SGR_RESET "%s", (int)(to - from), text->composed->str + from, base);
    pos = to;
    if (to < mark->pos + mark->bytes)
      return;
    cursor->offset -= mark->bytes;
    cursor->next++;
  }
}

/* ng_prose_put in colour. */
static void put_coloured(Text *text, uint32_t block, const char *first, int indent)
{
  NgProse *prose = &text->prose;
  uint8_t kind = prose->blocks[block].kind;
  const char *base = kind == NG_BLOCK_TITLE || kind == NG_BLOCK_HEADING ? SGR_BOLD : "";
  MarkCursor cursor = {.offset = prose->blocks[block].start};
  ng_prose_wrap(prose, ng_text_cols(first, strlen(first)), indent, text->composed->str, text->composed->len);
  for (guint i = 0; i < prose->rows->len; i++) {
    if (i == 0)
      fprintf(prose->out, "%s%s", first, base);
    else
      fprintf(prose->out, "%*s%s", indent, "", base);
    put_row(text, g_array_index(prose->rows, NgRange, i), &cursor, base);
    fputs(*base == '\0' ? "\n" : SGR_RESET "\n", prose->out);
  }
}

/* ---- blocks ---- */

/* What stands before the first row of a block; further rows are indented as far. `note`: the notes before it. */
static char *block_margin(const NgProse *prose, uint32_t block, uint32_t note)
{
  const NgBlock *it = &prose->blocks[block];
  int level = CLAMP(it->level, 1, MAX_LEVELS);
  if (it->kind == NG_BLOCK_QUOTE || it->kind == NG_BLOCK_VERSE)
    return g_strnfill(INDENT_COLS, ' ');
  if (it->kind == NG_BLOCK_ITEM)
    return g_strdup_printf("%*s- ", INDENT_COLS * (level - 1), "");
  if (it->kind != NG_BLOCK_NOTE)
    return g_strdup("");
  g_autofree char *mark = ng_prose_note_mark(note);
  return g_strdup_printf("%*s%s", INDENT_COLS, "", mark);
}

/* Rows of a table, items of a list and verses of a stanza stand close; all else is parted by a blank line. */
static bool is_close(const NgProse *prose, uint32_t block)
{
  uint8_t kind = prose->blocks[block].kind;
  return ng_prose_is_next_verse(prose, block) ||
         (block > 0 && kind == prose->blocks[block - 1].kind && (kind == NG_BLOCK_ITEM || kind == NG_BLOCK_TABLE));
}

static void put_block(Text *text, uint32_t block, uint32_t note)
{
  NgProse *prose = &text->prose;
  g_autofree char *margin = block_margin(prose, block, note);
  int indent = (int)strlen(margin) + (prose->blocks[block].kind == NG_BLOCK_VERSE ? INDENT_COLS : 0);
  g_string_truncate(text->composed, 0);
  g_array_set_size(text->insertions, 0);
  ng_prose_compose(prose, block, text->composed, text->insertions);
  if (text->colour)
    put_coloured(text, block, margin, indent);
  else
    ng_prose_put(prose, margin, indent, text->composed->str, text->composed->len);
}

static void put_head(Text *text)
{
  const NgHead *head = ng_article_head(text->prose.article);
  g_autofree char *date = ng_prose_date_line(head);
  g_autofree char *byline = ng_prose_byline(head);
  const char *lines[] = {date, byline};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
    if (lines[i] != NULL)
      ng_prose_put(&text->prose, "", 0, lines[i], strlen(lines[i]));
}

static void put_blocks(Text *text)
{
  NgProse *prose = &text->prose;
  uint32_t note = 0, block = 0;
  if (prose->n_blocks > 0 && prose->blocks[0].kind == NG_BLOCK_TITLE)
    put_block(text, block++, note);
  put_head(text);
  for (; block < prose->n_blocks; block++) {
    if (!is_close(prose, block))
      putc_unlocked('\n', prose->out);
    put_block(text, block, note);
    note += prose->blocks[block].kind == NG_BLOCK_NOTE;
  }
}

static void put_legend(Text *text)
{
  const NgTableStyle style = {.format = NG_TABLE_ALIGNED, .cols = text->prose.cols};
  for (NgEntityKind kind = 0; kind < NG_N_ENTITY_KINDS; kind++) {
    g_auto(NgTable) table = ng_table_of_kind(text->prose.article, kind);
    if (table.n_rows == 0)
      continue;
    bool colour = text->colour;
    fprintf(text->prose.out, "\n%s%s: %u%s\n", colour ? SGR_BOLD : "", ng_phrase_kind_head(kind), table.n_rows,
            colour ? SGR_RESET : "");
    ng_table_put_aligned(&table, ng_columns_of_kind(kind), &style, INDENT_COLS, colour ? kind_sgr[kind] : NULL,
                         text->prose.out);
  }
}

void ng_export_text(const NgArticle *article, int cols, bool colour, FILE *out)
{
  uint32_t n;
  Text text = {.prose = ng_prose(article, MAX(cols, MIN_COLS), out), .colour = colour};
  text.painter.entities = ng_article_entities(article, &n);
  text.painter.mentions = ng_article_mentions(article, &text.painter.n);
  text.painter.open = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  text.composed = g_string_new(NULL);
  text.insertions = g_array_new(FALSE, FALSE, sizeof(NgInsertion));
  put_blocks(&text);
  put_legend(&text);
  g_array_unref(text.insertions);
  g_string_free(text.composed, TRUE);
  g_array_unref(text.painter.open);
  ng_prose_clear(&text.prose);
}
