/* The text side of the builder: flows, pieces and what is open in them.
 *
 * A flow is a run of text: the article's own, or a note's. It has one piece at a time, the block in progress. A finished piece of the
 * running text goes into the article at once, its notes after it; a finished piece of a note waits with the piece that the note hangs on. */
#include "model/builder_flow.h"
#include "model/room.h"
#include "text/sixteen.h"

#include <string.h>

/* Notes nest no deeper than this; real ones do once or twice. */
#define MAX_NOTE_DEPTH 64

static NgPiece *piece_new(void)
{
  NgPiece *piece = g_new0(NgPiece, 1);
  piece->text = g_string_new(NULL);
  piece->spans = g_array_new(FALSE, FALSE, sizeof(NgSpan));
  piece->kind = NG_BLOCK_PARAGRAPH;
  return piece;
}

static void piece_free(void *p)
{
  NgPiece *piece = p;
  g_string_free(piece->text, TRUE);
  g_array_free(piece->spans, TRUE);
  if (piece->notes)
    g_ptr_array_unref(piece->notes);
  g_free(piece);
}

static NgFlow *flow_new(uint32_t anchor)
{
  NgFlow *flow = g_new0(NgFlow, 1);
  flow->piece = piece_new();
  flow->opens = g_array_new(FALSE, FALSE, sizeof(NgOpen));
  flow->done = g_ptr_array_new_with_free_func(piece_free);
  flow->anchor = anchor;
  return flow;
}

void ng_flow_free(NgFlow *flow)
{
  if (!flow)
    return;
  piece_free(flow->piece);
  g_array_free(flow->opens, TRUE);
  g_ptr_array_unref(flow->done);
  g_free(flow);
}

NgFlow *ng_builder_top_flow(NgBuilder *b)
{
  return g_ptr_array_index(b->flows, b->flows->len - 1);
}

NgBuilder *ng_builder_new(const char *source, NgFormat format)
{
  NgBuilder *b = g_new0(NgBuilder, 1);
  b->article = ng_article_new();
  b->article->head.format = format;
  b->article->head.source = ng_builder_keep(b, source ? source : "");
  b->flows = g_ptr_array_new_with_free_func((GDestroyNotify)ng_flow_free);
  g_ptr_array_add(b->flows, flow_new(0));
  b->keywords = g_ptr_array_new();
  b->mentions = g_array_new(FALSE, FALSE, sizeof(NgRawMention));
  b->statements = g_array_new(FALSE, FALSE, sizeof(NgRawStatement));
  b->stand_ins = g_array_new(FALSE, FALSE, sizeof(NgRawStatement));
  b->entities = g_array_new(FALSE, FALSE, sizeof(NgRawEntity));
  b->keys = g_array_new(FALSE, FALSE, sizeof(NgKey));
  b->key_index = g_hash_table_new(g_str_hash, g_str_equal);
  b->entity_by_key = g_hash_table_new(g_str_hash, g_str_equal);
  b->relations = g_array_new(FALSE, FALSE, sizeof(NgRawRelation));
  b->around = g_array_new(FALSE, TRUE, sizeof(NgRange));
  b->found_relations = g_array_new(FALSE, FALSE, sizeof(NgRawFound));
  b->found_evidence = g_array_new(FALSE, FALSE, sizeof(NgRawEvidence));
  b->passages = g_hash_table_new(g_str_hash, g_str_equal);
  b->passage_ranges = g_array_new(FALSE, TRUE, sizeof(NgRange));
  b->listed = g_hash_table_new_full(ng_listed_hash, ng_listed_equal, g_free, NULL);
  b->rules = g_hash_table_new(g_str_hash, g_str_equal);
  b->next_numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return b;
}

void ng_builder_set_format(NgBuilder *b, NgFormat format)
{
  b->article->head.format = format;
}

/* About so many are in a short paragraph. */
#define BYTES_A_BLOCK 64u

/* From this size on memory is asked for beforehand: for what comes by the thousand as much as a volume of letters has, and for what is small. Where there
 * is more, it grows. */
#define LARGE_BYTES      ((gsize)256 * 1024)
#define BYTES_AN_ELEMENT 320u
#define MOST_ELEMENTS    65536u
#define MOST_PARTS_BYTES ((gsize)512 * 1024)

void ng_builder_expect(NgBuilder *b, gsize bytes)
{
  if (b->article->text->len)
    return;
  g_string_free(b->article->text, TRUE);
  b->article->text = g_string_sized_new(bytes);
  ng_room_may_come(b->article->blocks, (guint)MIN(bytes / BYTES_A_BLOCK, G_MAXINT / 2));
  if (bytes < LARGE_BYTES)
    return;
  ng_room_for_parts(MIN(bytes / 4, MOST_PARTS_BYTES));
  GArray *arrays[] = {b->article->blocks, b->article->lines, b->article->styles, b->mentions};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    ng_room_for_elements(arrays[i], (guint)MIN(bytes / BYTES_AN_ELEMENT, MOST_ELEMENTS));
}

/* ---- a finished piece goes into the article ---- */

/* Whether a byte of the text is `lead` (0x80 or more) or above. ASCII goes by eight at a time. */
static bool reaches(const GString *text, guchar lead)
{
  for (gsize i = 0; i < text->len;) {
    guint64 w;
    if (text->len - i >= 8 && (memcpy(&w, text->str + i, 8), !(w & 0x8080808080808080u)))
      i += 8;
    else if ((guchar)text->str[i++] >= lead)
      return true;
  }
  return false;
}

static void move_to_nfc(NgPiece *piece, GArray *opens)
{
  GString *text = piece->text;
  if (!reaches(text, 0xCC)) /* the lead byte of U+0300 */
    return;
  g_autoptr(GPtrArray) positions = g_ptr_array_new();
  for (guint i = 0; i < piece->spans->len; i++) {
    NgSpan *span = &g_array_index(piece->spans, NgSpan, i);
    g_ptr_array_add(positions, &span->start);
    g_ptr_array_add(positions, &span->end);
  }
  for (guint i = 0; piece->notes && i < piece->notes->len; i++)
    g_ptr_array_add(positions, &((NgPiece *)g_ptr_array_index(piece->notes, i))->anchor);
  for (guint i = 0; opens && i < opens->len; i++)
    if (g_array_index(opens, NgOpen, i).piece == piece)
      g_ptr_array_add(positions, &g_array_index(opens, NgOpen, i).start);
  ng_text_nfc(text, 0, (uint32_t *const *)(void *)positions->pdata, positions->len);
  /* What held the first part only of what is one character now, holds it whole; what does no more ends with its last word. */
  for (guint i = 0; i < piece->spans->len; i++) {
    NgSpan *span = &g_array_index(piece->spans, NgSpan, i);
    if (span->start == span->end && span->type != NG_SPAN_LINK)
      span->end = (uint32_t)ng_text_cluster_end(text->str, text->len, span->start);
    else if (span->end > span->start && text->str[span->end - 1] == ' ')
      span->end--;
  }
  for (guint i = 0; piece->notes && i < piece->notes->len; i++) {
    NgPiece *note = g_ptr_array_index(piece->notes, i);
    if (note->anchor && text->str[note->anchor - 1] == ' ')
      note->anchor--;
  }
}

static void emit_statement(GArray *list, const NgSpan *span, uint32_t start, uint32_t end)
{
  NgRawStatement raw = {.key = span->payload, .element = span->element};
  raw.statement = (NgStatement){.start = start,
                                .end = end,
                                .verb = span->target,
                                .origin = span->origin,
                                .confidence = span->confidence,
                                .rule = span->rule};
  g_array_append_val(list, raw);
}

void ng_builder_emit_span(NgBuilder *b, const NgSpan *span, uint32_t base)
{
  NgArticle *a = b->article;
  uint32_t start = base + span->start, end = base + span->end;
  switch ((NgSpanType)span->type) {
  case NG_SPAN_MENTION: {
    NgRawMention mention = {start,        end,          span->payload,    span->element,
                            span->detail, span->origin, span->confidence, span->rule};
    ng_room_by_steps(b->mentions);
    g_array_append_val(b->mentions, mention);
    NgSourceLine source = {start, span->line};
    ng_room_by_steps(a->lines);
    g_array_append_val(a->lines, source);
    break;
  }
  case NG_SPAN_STATEMENT:
    emit_statement(b->statements, span, start, end);
    break;
  case NG_SPAN_STAND_IN:
    emit_statement(b->stand_ins, span, start, end);
    break;
  case NG_SPAN_STYLE: {
    NgStyleRange style = {start, end, span->detail};
    ng_room_by_steps(a->styles);
    g_array_append_val(a->styles, style);
    break;
  }
  case NG_SPAN_LINK: {
    NgLink link = {start, end, span->target};
    g_array_append_val(a->links, link);
    break;
  }
  case NG_SPAN_SENTENCE:
  case NG_SPAN_PASSAGE: {
    NgMarkedSentence sentence = {start, end, NG_NONE};
    if (span->type == NG_SPAN_SENTENCE)
      g_array_append_val(a->sentences, sentence);
    if (span->payload != NG_NONE)
      g_array_index(b->passage_ranges, NgRange, span->payload) = (NgRange){start, end};
    break;
  }
  case NG_SPAN_AROUND:
    g_array_index(b->around, NgRange, span->payload) = (NgRange){start, end};
    break;
  }
}

/* Appends a block's text and returns where it starts. */
static uint32_t append_block(NgBuilder *b, const GString *text, uint8_t kind, uint8_t level, uint32_t anchor)
{
  NgArticle *a = b->article;
  ng_room_for(a->text, text->len + 2, &b->ready_bytes);
  if (a->text->len)
    g_string_append(a->text, "\n\n");
  uint32_t start = (uint32_t)a->text->len;
  g_string_append_len(a->text, text->str, (gssize)text->len);
  NgBlock block = {start, (uint32_t)a->text->len, anchor, kind, level};
  ng_room_by_steps(a->blocks);
  g_array_append_val(a->blocks, block);
  return start;
}

static bool repeats_title(const NgBuilder *b, const GString *text)
{
  g_autofree char *heading = ng_text_fold(text->str, text->len);
  g_autofree char *title = ng_text_fold(b->article->head.title, strlen(b->article->head.title));
  return strcmp(heading, title) == 0;
}

static void emit_title(NgBuilder *b)
{
  g_autoptr(GString) title = g_string_new(b->article->head.title);
  append_block(b, title, NG_BLOCK_TITLE, 0, NG_NONE);
}

/* The first block of the running text: is it the title, or does the title go before it? Later ones are none. */
static void settle_title(NgBuilder *b, NgPiece *piece)
{
  if (b->begun) {
    if (piece->kind == NG_BLOCK_TITLE) {
      piece->kind = NG_BLOCK_HEADING;
      piece->level = 1;
    }
    return;
  }
  b->begun = true;
  const char *title = b->article->head.title;
  if (piece->kind == NG_BLOCK_TITLE || (!title && piece->kind == NG_BLOCK_HEADING)) {
    piece->kind = NG_BLOCK_TITLE;
    if (!title)
      ng_builder_set_head(b, NG_HEAD_TITLE, piece->text->str);
  } else if (title && piece->kind == NG_BLOCK_HEADING && repeats_title(b, piece->text)) {
    piece->kind = NG_BLOCK_TITLE;
  } else if (title) {
    emit_title(b);
  }
  if (piece->kind == NG_BLOCK_TITLE)
    piece->level = 0;
}

/* A verse behind what is none begins a stanza. */
static void settle_verse(NgBuilder *b, NgPiece *piece)
{
  if (piece->kind == NG_BLOCK_VERSE)
    piece->level = b->in_verse ? MIN(piece->level, NG_VERSE_NEXT) : NG_VERSE_FIRST;
  b->in_verse = piece->kind == NG_BLOCK_VERSE;
}

static void emit_piece(NgBuilder *b, NgPiece *piece, uint32_t anchor, GArray *opens)
{
  NgArticle *a = b->article;
  /* An empty piece's links and notes hang where it hangs, or on the end of the block before. */
  uint32_t base = anchor != NG_NONE ? anchor : (uint32_t)a->text->len;
  bool keep = piece->text->len > 0 && (guint64)a->text->len + piece->text->len + 2 < NG_NONE;
  if (keep) {
    move_to_nfc(piece, opens);
    if (piece->kind != NG_BLOCK_NOTE) {
      settle_title(b, piece);
      settle_verse(b, piece);
    }
    base = append_block(b, piece->text, piece->kind, piece->level, anchor);
  }
  for (guint i = 0; i < piece->spans->len; i++) {
    NgSpan span = g_array_index(piece->spans, NgSpan, i);
    if (keep || span.type == NG_SPAN_LINK)
      ng_builder_emit_span(b, &span, base);
  }
  for (guint i = 0; piece->notes && i < piece->notes->len; i++) {
    NgPiece *note = g_ptr_array_index(piece->notes, i);
    emit_piece(b, note, base + note->anchor, NULL);
  }
  for (guint i = 0; opens && i < opens->len; i++) {
    NgOpen *open = &g_array_index(opens, NgOpen, i);
    if (open->piece == piece && open->end) {
      open->piece = NULL;
      open->start += base;
      open->end = base + (uint32_t)piece->text->len;
    }
  }
}

static void piece_reset(NgPiece *piece)
{
  g_string_truncate(piece->text, 0);
  g_array_set_size(piece->spans, 0);
  g_clear_pointer(&piece->notes, g_ptr_array_unref);
  piece->space = piece->joins = false;
}

/* Ends the flow's piece. What is open and has text in it will be cut to it; what has none moves on to the next piece. */
static void end_piece(NgBuilder *b, NgFlow *flow)
{
  NgPiece *piece = flow->piece;
  bool in_note = flow != g_ptr_array_index(b->flows, 0);
  NgPiece *next = in_note ? piece_new() : piece;
  for (guint i = 0; i < flow->opens->len; i++) {
    NgOpen *open = &g_array_index(flow->opens, NgOpen, i);
    if (open->piece != piece || open->end)
      continue;
    if (open->start < piece->text->len) {
      open->end = (uint32_t)piece->text->len;
    } else {
      open->piece = next;
      open->start = 0;
    }
  }
  if (in_note) {
    g_ptr_array_add(flow->done, piece);
    flow->piece = next;
  } else {
    emit_piece(b, piece, NG_NONE, flow->opens);
    piece_reset(piece);
  }
}

/* ---- what a loader calls ---- */

void ng_builder_block(NgBuilder *b, NgBlockKind kind, int level)
{
  NgFlow *flow = ng_builder_top_flow(b);
  NgPiece *piece = flow->piece;
  bool in_note = b->flows->len > 1;
  /* Notes and links before all text wait for it: the title comes first. */
  if (piece->text->len || ((in_note || b->begun) && (piece->notes || piece->spans->len)))
    end_piece(b, flow);
  if (kind == NG_BLOCK_NOTE) /* one that hangs nowhere */
    kind = NG_BLOCK_PARAGRAPH;
  bool has_level = !in_note && (kind == NG_BLOCK_HEADING || kind == NG_BLOCK_ITEM || kind == NG_BLOCK_VERSE);
  flow->piece->kind = (uint8_t)(in_note ? NG_BLOCK_NOTE : kind);
  flow->piece->level = has_level ? (uint8_t)CLAMP(level, 1, 255) : 0;
  flow->piece->space = flow->piece->joins = false;
}

static bool is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The end of the run at `p` that can go in as it is: words parted by single spaces, without white space at its end. `p` is no white space. */
static const char *run_end(const char *p, const char *end)
{
  for (; end - p > NG_SIXTEEN; p += NG_SIXTEEN) {
    NgSixteen bytes = ng_sixteen_at(p), next = ng_sixteen_at(p + 1);
    guint stop = ng_sixteen_first((NgSixteen)(bytes < ' ') | ((NgSixteen)(bytes == ' ') & (NgSixteen)(next <= ' ')));
    if (stop == NG_SIXTEEN)
      continue;
    p += stop;
    break;
  }
  while (p < end && !(is_space(*p) && (*p != ' ' || p + 1 == end || is_space(p[1]))))
    p++;
  return p;
}

/* As g_string_append_len, which checks more than is needed here, many thousand times. */
static void append(GString *text, const char *bytes, gsize n)
{
  if (n >= text->allocated_len - text->len) {
    g_string_append_len(text, bytes, (gssize)n);
    return;
  }
  memcpy(text->str + text->len, bytes, n);
  text->len += n;
  text->str[text->len] = '\0';
}

void ng_builder_text(NgBuilder *b, const char *text, gsize bytes)
{
  NgPiece *piece = ng_builder_top_flow(b)->piece;
  const char *p = text, *end = text + bytes;
  while (p < end) {
    if (!is_space(*p)) {
      if (piece->space && piece->text->len)
        append(piece->text, " ", 1);
      piece->space = piece->joins = false;
      const char *run = p;
      p = run_end(p, end);
      append(piece->text, run, (gsize)(p - run));
    }
    piece->space |= p < end && !piece->joins;
    while (p < end && is_space(*p))
      p++;
  }
}

void ng_builder_space(NgBuilder *b)
{
  NgPiece *piece = ng_builder_top_flow(b)->piece;
  piece->space = true;
  piece->joins = false;
}

void ng_builder_join(NgBuilder *b)
{
  NgFlow *flow = ng_builder_top_flow(b);
  NgPiece *piece = flow->piece;
  /* What was to start behind the white space starts with the word that goes on. */
  for (guint i = flow->opens->len; i > 0; i--) {
    NgOpen *open = &g_array_index(flow->opens, NgOpen, i - 1);
    if (open->piece != piece || open->start <= piece->text->len)
      break;
    open->start = (uint32_t)piece->text->len;
  }
  piece->space = false;
  piece->joins = true;
}

void ng_builder_note_begin(NgBuilder *b)
{
  if (b->flows->len > MAX_NOTE_DEPTH) {
    if (b->n_flat_notes++ == 0)
      ng_builder_diagnose(b, 0, 0, "notes within notes deeper than %d: put after one another", MAX_NOTE_DEPTH);
    ng_builder_block(b, NG_BLOCK_NOTE, 0);
    return;
  }
  NgPiece *host = ng_builder_top_flow(b)->piece;
  g_ptr_array_add(b->flows, flow_new((uint32_t)host->text->len));
  ng_builder_top_flow(b)->piece->kind = NG_BLOCK_NOTE;
}

void ng_builder_note_end(NgBuilder *b)
{
  if (b->flows->len < 2)
    return;
  if (b->n_flat_notes) {
    b->n_flat_notes--;
    ng_builder_block(b, NG_BLOCK_NOTE, 0);
    return;
  }
  NgFlow *note = ng_builder_top_flow(b);
  while (note->opens->len)
    ng_builder_close(b);
  end_piece(b, note);
  NgPiece *host = ((NgFlow *)g_ptr_array_index(b->flows, b->flows->len - 2))->piece;
  if (!host->notes)
    host->notes = g_ptr_array_new_with_free_func(piece_free);
  for (guint i = 0; i < note->done->len; i++) {
    NgPiece *piece = g_ptr_array_index(note->done, i);
    piece->anchor = note->anchor;
    g_ptr_array_add(host->notes, piece);
  }
  g_ptr_array_set_free_func(note->done, NULL);
  g_ptr_array_remove_index(b->flows, b->flows->len - 1);
}

void ng_builder_end_text(NgBuilder *b)
{
  while (b->flows->len > 1)
    ng_builder_note_end(b);
  NgFlow *flow = ng_builder_top_flow(b);
  while (flow->opens->len)
    ng_builder_close(b);
  if (!b->begun && b->article->head.title && flow->piece->text->len == 0) {
    emit_title(b);
    b->begun = true; /* the end may come twice */
  }
  end_piece(b, flow);
}
