/* What is marked within a block: sentences, what was said, links, mentions, styles, and the notes that hang on it.
 *
 * Ranges become elements, which nest strictly. Those of an article do too, but for one thing: a person's name ends before the possessive
 * ending that the source has inside of it (builder.c), and what was marked in that name may go on. There the name takes the ending
 * in again, which the loader leaves out again. */
#include "export/tei_private.h"

#include <string.h>

/* In the order in which they stand within one another where they mark the same text. */
typedef enum { MARK_SENTENCE, MARK_PASSAGE, MARK_SAID, MARK_STAND_IN, MARK_LINK, MARK_MENTION, MARK_STYLE } MarkType;

typedef struct {
  uint32_t start, end;
  uint32_t index; /* of the passage, the statement, the stand-in, the link, the first mention or the style */
  uint32_t n;     /* mentions: how many it is of */
  uint8_t type;   /* MarkType */
  bool widened;   /* a name with its possessive ending */
} Mark;

/* ---- what the block holds ---- */

static void add_mark(GArray *marks, Mark mark)
{
  g_array_append_val(marks, mark);
}

static void take_passages(NgTeiWriter *w, const NgBlock *block, GArray *marks)
{
  for (; w->next_passage < w->passages->len; w->next_passage++) {
    const NgTeiPassage *it = &g_array_index(w->passages, NgTeiPassage, w->next_passage);
    if (it->start >= block->end)
      return;
    add_mark(marks, (Mark){it->start, MIN(it->end, block->end), w->next_passage, 1,
                           it->is_sentence ? MARK_SENTENCE : MARK_PASSAGE, false});
  }
}

static void take_statements(NgTeiWriter *w, const NgBlock *block, GArray *marks)
{
  for (; w->next_statement < w->n_statements && w->statements[w->next_statement].start < block->end;
       w->next_statement++) {
    const NgStatement *it = &w->statements[w->next_statement];
    add_mark(marks, (Mark){it->start, it->end, w->next_statement, 1, MARK_SAID, false});
  }
}

static void take_stand_ins(NgTeiWriter *w, const NgBlock *block, GArray *marks)
{
  for (; w->next_stand_in < w->n_stand_ins && w->stand_ins[w->next_stand_in].start < block->end; w->next_stand_in++) {
    const NgStandIn *it = &w->stand_ins[w->next_stand_in];
    add_mark(marks, (Mark){it->start, it->end, w->next_stand_in, 1, MARK_STAND_IN, false});
  }
}

/* A link without text may stand at the end of its block. */
static void take_links(NgTeiWriter *w, const NgBlock *block, GArray *marks)
{
  for (; w->next_link < w->n_links && w->links[w->next_link].start <= block->end; w->next_link++) {
    const NgLink *it = &w->links[w->next_link];
    if (*it->target)
      add_mark(marks, (Mark){it->start, it->end, w->next_link, 1, MARK_LINK, false});
  }
}

/* Mentions of the same text by the same hand are one element with several targets. */
static void take_mentions(NgTeiWriter *w, const NgBlock *block, GArray *marks)
{
  while (w->next_mention < w->n_mentions && w->mentions[w->next_mention].start < block->end) {
    const NgMention *it = &w->mentions[w->next_mention];
    uint32_t n = 1;
    while (w->next_mention + n < w->n_mentions && it[n].start == it->start && it[n].end == it->end &&
           it[n].origin == it->origin && it[n].confidence == it->confidence && it[n].rule == it->rule)
      n++;
    add_mark(marks, (Mark){it->start, it->end, w->next_mention, n, MARK_MENTION, false});
    w->next_mention += n;
  }
}

static void take_styles(NgTeiWriter *w, const NgBlock *block, GArray *marks)
{
  for (; w->next_style < w->n_styles && w->styles[w->next_style].start < block->end; w->next_style++) {
    const NgStyleRange *it = &w->styles[w->next_style];
    add_mark(marks, (Mark){it->start, it->end, w->next_style, 1, MARK_STYLE, false});
  }
}

static int by_nesting(const void *a, const void *b)
{
  const Mark *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  if (x->type != y->type)
    return x->type < y->type ? -1 : 1;
  /* what ends first comes first in an article, but for mentions, statements and stand-ins; of links without text each ends before the next */
  bool outer_first = x->type == MARK_MENTION || x->type == MARK_SAID || x->type == MARK_STAND_IN;
  bool inner_first = x->start < x->end && !outer_first;
  if (x->index == y->index)
    return 0;
  return (x->index < y->index) != inner_first ? -1 : 1;
}

/* ---- strict nesting ---- */

/* The bytes of the possessive ending at `pos`, with a space before it if there is one; or 0. */
static uint32_t possessive_at(const char *text, uint32_t pos, uint32_t end)
{
  static const char *const endings[] = {"'s", "\u2019s", " 's", " \u2019s"};
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
    uint32_t bytes = (uint32_t)strlen(endings[i]);
    if (end - pos >= bytes && memcmp(text + pos, endings[i], bytes) == 0)
      return bytes;
  }
  return 0;
}

static Mark *mark_on(GArray *marks, const GArray *stack, guint level)
{
  return &g_array_index(marks, Mark, g_array_index(stack, guint, level));
}

/* What is open ends before the mark, the last on the stack, does: the names that lost their ending to it take it in, and where that is not
 * why, the mark ends too. Returns the mark's end. */
static uint32_t make_room(NgTeiWriter *w, GArray *marks, const GArray *stack, Mark *mark)
{
  guint n = stack->len - 1;
  uint32_t end = mark_on(marks, stack, n - 1)->end;
  uint32_t wide = end + possessive_at(w->text, end, mark->end);
  bool names = wide > end;
  for (guint i = n; names && i > 0 && mark_on(marks, stack, i - 1)->end < wide; i--)
    names = mark_on(marks, stack, i - 1)->type == MARK_MENTION;
  for (guint i = n; names && i > 0 && mark_on(marks, stack, i - 1)->end < wide; i--) {
    mark_on(marks, stack, i - 1)->end = wide;
    mark_on(marks, stack, i - 1)->widened = true;
  }
  return mark->end = MIN(mark->end, mark_on(marks, stack, n - 1)->end);
}

/* The rest of a style that had to end before its end goes on behind. */
static void go_on(GArray *marks, guint from, Mark rest)
{
  guint at = from;
  while (at < marks->len && by_nesting(&g_array_index(marks, Mark, at), &rest) < 0)
    at++;
  g_array_insert_val(marks, at, rest);
}

/* A style that ends within what is no style ends before it, and its rest begins again in there. */
static void part_styles(GArray *marks, GArray *stack, guint i)
{
  while (stack->len) {
    const Mark mark = g_array_index(marks, Mark, i);
    Mark *around = mark_on(marks, stack, stack->len - 1);
    if (around->type != MARK_STYLE || mark.type > MARK_LINK || around->end >= mark.end || around->start == mark.start)
      return;
    Mark rest = *around;
    rest.start = around->end = mark.start;
    go_on(marks, i + 1, rest);
    g_array_set_size(stack, stack->len - 1);
  }
}

static void nest(NgTeiWriter *w, GArray *marks)
{
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < marks->len; i++) {
    Mark *mark = &g_array_index(marks, Mark, i);
    while (stack->len && mark_on(marks, stack, stack->len - 1)->end <= mark->start)
      g_array_set_size(stack, stack->len - 1);
    part_styles(marks, stack, i);
    mark = &g_array_index(marks, Mark, i);
    g_array_append_val(stack, i);
    if (stack->len < 2 || mark->end <= mark_on(marks, stack, stack->len - 2)->end)
      continue;
    Mark rest = *mark;
    rest.start = make_room(w, marks, stack, mark);
    if (rest.start < rest.end && rest.type == MARK_STYLE)
      go_on(marks, i + 1, rest);
  }
}

static GArray *marks_of(NgTeiWriter *w, const NgBlock *block)
{
  GArray *marks = g_array_new(FALSE, FALSE, sizeof(Mark));
  take_passages(w, block, marks);
  take_statements(w, block, marks);
  take_stand_ins(w, block, marks);
  take_links(w, block, marks);
  take_mentions(w, block, marks);
  take_styles(w, block, marks);
  g_array_sort(marks, by_nesting);
  nest(w, marks);
  return marks;
}

/* ---- elements ---- */

/* A name by the kind of whom it names. One that ends in a possessive which belongs to it must not pass for a person's. */
static const char *name_element(const NgTeiWriter *w, const Mark *mark)
{
  static const char *const names[NG_N_ENTITY_KINDS] = {"persName", "placeName", "orgName", "rs"};
  uint8_t kind = w->entities[w->mentions[mark->index].entity].kind;
  if (mark->widened)
    return names[NG_ENTITY_PERSON];
  bool possessive = (mark->end - mark->start > 2 && possessive_at(w->text, mark->end - 2, mark->end) == 2) ||
                    (mark->end - mark->start > 4 && possessive_at(w->text, mark->end - 4, mark->end) == 4);
  return names[kind == NG_ENTITY_PERSON && possessive ? NG_ENTITY_ORGANISATION : kind];
}

static void put_style(FILE *out, uint8_t style)
{
  static const struct {
    uint8_t style;
    const char *word;
  } words[] = {
      {NG_STYLE_ITALIC, "italic"},        {NG_STYLE_BOLD, "bold"}, {NG_STYLE_UNDERLINE, "underline"},
      {NG_STYLE_STRIKE, "strikethrough"}, {NG_STYLE_CODE, "code"}, {NG_STYLE_SUPERSCRIPT, "superscript"},
      {NG_STYLE_SUBSCRIPT, "subscript"},
  };
  const char *before = "<hi rend=\"";
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    if (!(style & words[i].style))
      continue;
    fprintf(out, "%s%s", before, words[i].word);
    before = " ";
  }
  fputs("\">", out);
}

static void put_mention(NgTeiWriter *w, const Mark *mark)
{
  const NgMention *mentions = w->mentions + mark->index;
  const char *element = name_element(w, mark);
  fprintf(w->out, "<%s%s ref=\"", element, strcmp(element, "rs") == 0 ? " type=\"event\"" : "");
  for (uint32_t i = 0; i < mark->n; i++) {
    fputs(i ? " #" : "#", w->out);
    ng_tei_put_id(w->out, w->entities[mentions[i].entity].id);
  }
  putc_unlocked('"', w->out);
  ng_tei_put_said_by(w, mentions->origin, mentions->confidence, mentions->rule);
  putc_unlocked('>', w->out);
}

static void put_said(NgTeiWriter *w, const NgStatement *it)
{
  fputs("<said who=\"#", w->out);
  ng_tei_put_id(w->out, w->entities[it->speaker].id);
  putc_unlocked('"', w->out);
  if (it->verb)
    ng_xml_attribute(w->out, "n", it->verb);
  ng_tei_put_said_by(w, it->origin, it->confidence, it->rule);
  putc_unlocked('>', w->out);
}

static void put_stand_in(NgTeiWriter *w, const NgStandIn *it)
{
  static const char *const types[NG_N_ENTITY_KINDS] = {"person", "place", "org", "event"};
  fprintf(w->out, "<rs type=\"%s\" subtype=\"stand-in\" ref=\"#", types[w->entities[it->entity].kind]);
  ng_tei_put_id(w->out, w->entities[it->entity].id);
  putc_unlocked('"', w->out);
  ng_tei_put_said_by(w, it->origin, it->confidence, it->rule);
  putc_unlocked('>', w->out);
}

static void put_start(NgTeiWriter *w, const Mark *mark)
{
  switch ((MarkType)mark->type) {
  case MARK_SENTENCE:
  case MARK_PASSAGE:
    fprintf(w->out, "<%s xml:id=\"%s%u\">", mark->type == MARK_SENTENCE ? "s" : "seg", w->passage_prefix,
            mark->index + 1);
    break;
  case MARK_SAID:
    put_said(w, &w->statements[mark->index]);
    break;
  case MARK_STAND_IN:
    put_stand_in(w, &w->stand_ins[mark->index]);
    break;
  case MARK_LINK:
    fputs("<ref", w->out);
    ng_xml_attribute(w->out, "target", w->links[mark->index].target);
    putc_unlocked('>', w->out);
    break;
  case MARK_MENTION:
    put_mention(w, mark);
    break;
  case MARK_STYLE:
    put_style(w->out, w->styles[mark->index].style);
    break;
  }
}

static void put_end(NgTeiWriter *w, const Mark *mark)
{
  static const char *const names[] = {"s", "seg", "said", "rs", "ref", NULL, "hi"};
  fprintf(w->out, "</%s>", mark->type == MARK_MENTION ? name_element(w, mark) : names[mark->type]);
}

/* ---- the text ---- */

/* In a row, a stroke that stands alone parts two cells. */
static void put_row_text(NgTeiWriter *w, const NgBlock *block, uint32_t start, uint32_t end)
{
  const char *text = w->text;
  for (uint32_t pos = start; pos < end; pos++) {
    bool alone = text[pos] == '|' && (pos == block->start || text[pos - 1] == ' ') &&
                 (pos + 1 == block->end || text[pos + 1] == ' ');
    if (!alone)
      continue;
    if (pos > start)
      ng_xml_bytes(w->out, text + start, pos - 1 - start);
    fputs("</cell><cell>", w->out);
    start = pos + 1;
  }
  if (start < end)
    ng_xml_bytes(w->out, text + start, end - start);
}

/* Whether the note at `next_block` hangs on the text from `pos` to `end`, both included. Where notes hang each at the end of the one before, as
 * deep as one likes, they are written one after the other (tei_blocks.c). */
static bool hangs_within(const NgTeiWriter *w, uint32_t pos, uint32_t end)
{
  const NgBlock *note = w->blocks + w->next_block;
  if (w->next_block == w->n_blocks || note->kind != NG_BLOCK_NOTE || note->anchor < pos || note->anchor > end)
    return false;
  const NgBlock *last = note - 1;
  bool chained =
      last->kind == NG_BLOCK_NOTE && note->anchor == last->end && w->least_anchor[w->next_block] >= last->end;
  return !(chained && w->note_depth >= NG_TEI_CHAINED_DEPTH);
}

static void put_notes_at(NgTeiWriter *w, uint32_t pos)
{
  while (hangs_within(w, pos, pos)) {
    uint32_t note = w->next_block++;
    w->note_depth++;
    fputs("<note>", w->out);
    ng_tei_put_content(w, note);
    fputs("</note>", w->out);
    w->note_depth--;
  }
}

/* The next pos at or after which something starts, ends or hangs. */
static uint32_t next_stop(const NgTeiWriter *w, uint32_t pos, uint32_t end, const Mark *top, const Mark *next)
{
  uint32_t stop = end;
  if (top)
    stop = MIN(stop, top->end);
  if (next)
    stop = MIN(stop, next->start);
  if (hangs_within(w, pos, end))
    stop = MIN(stop, w->blocks[w->next_block].anchor);
  return stop;
}

void ng_tei_put_content(NgTeiWriter *w, uint32_t index)
{
  const NgBlock *block = &w->blocks[index];
  g_autoptr(GArray) marks = marks_of(w, block);
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(guint));
  guint next = 0;
  for (uint32_t pos = block->start;;) {
    while (stack->len && mark_on(marks, stack, stack->len - 1)->end <= pos) {
      put_end(w, mark_on(marks, stack, stack->len - 1));
      g_array_set_size(stack, stack->len - 1);
    }
    put_notes_at(w, pos);
    if (next < marks->len && g_array_index(marks, Mark, next).start <= pos) {
      put_start(w, &g_array_index(marks, Mark, next));
      g_array_append_val(stack, next);
      next++;
      continue;
    }
    if (pos == block->end)
      break;
    uint32_t stop = next_stop(w, pos, block->end, stack->len ? mark_on(marks, stack, stack->len - 1) : NULL,
                              next < marks->len ? &g_array_index(marks, Mark, next) : NULL);
    if (block->kind == NG_BLOCK_TABLE && !stack->len)
      put_row_text(w, block, pos, stop);
    else
      ng_xml_bytes(w->out, w->text + pos, stop - pos);
    pos = stop;
  }
}

void ng_tei_put_stray_links(NgTeiWriter *w)
{
  for (; w->next_link < w->n_links; w->next_link++) {
    const Mark mark = {.index = w->next_link, .type = MARK_LINK};
    if (!*w->links[w->next_link].target)
      continue;
    put_start(w, &mark);
    put_end(w, &mark);
  }
}
