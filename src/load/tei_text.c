/* TEI's text to blocks, styles, passages and notes. */
#include "load/tei_private.h"

#include <string.h>

/* ---- blocks ---- */

void ng_tei_begin_passage(NgTei *t, NgSaxFrame *frame, bool always)
{
  const char *id = ng_sax_attribute(t->sax, "xml:id");
  if (!id && !always)
    return;
  ng_tei_hold(t, id);
  ng_builder_open(t->builder);
  frame->opened |= TEI_OPENED_THING;
}

void ng_tei_end_passage(NgTei *t, NgSaxFrame *frame, bool is_sentence)
{
  if (!(frame->opened & TEI_OPENED_THING))
    return;
  ng_builder_close_passage(t->builder, ng_tei_release(t, NULL, NULL), is_sentence);
}

void ng_tei_start_block(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  ng_tei_settle_speaker(t, NULL);
  ng_blocks_begin(&t->blocks, frame, (NgBlockKind)frame->rule->detail, 0);
  ng_tei_begin_passage(t, frame, false);
}

void ng_tei_end_block_element(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  ng_tei_end_passage(t, frame, false);
  ng_blocks_end(&t->blocks, frame);
}

/* A stanza, unless it is but the rest of one. */
void ng_tei_start_stanza(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  const char *part = ng_sax_attribute(t->sax, "part");
  bool goes_on = part && (strcmp(part, "M") == 0 || strcmp(part, "F") == 0);
  if (frame->mode == TEI_TEXT && !goes_on)
    ng_blocks_part_stanzas(&t->blocks);
}

void ng_tei_end_stanza(void *loader, NgSaxFrame *frame)
{
  if (frame->mode == TEI_TEXT)
    ng_blocks_part_stanzas(&((NgTei *)loader)->blocks);
}

/* Whether text is under way here: in a block, or in a note that has no blocks of its own. */
static bool is_in_line(const NgTei *t)
{
  return t->blocks.in_block || (t->blocks.kind == NG_BLOCK_NOTE && !t->blocks.ended);
}

void ng_tei_start_anonymous(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  bool code = g_strcmp0(ng_sax_attribute(t->sax, "type"), "code") == 0;
  ng_tei_settle_speaker(t, NULL);
  ng_blocks_begin(&t->blocks, frame, code ? NG_BLOCK_CODE : NG_BLOCK_PARAGRAPH, 0);
  ng_tei_begin_passage(t, frame, false);
}

void ng_tei_start_segment(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  ng_tei_settle_speaker(t, NULL);
  if (!is_in_line(t) || ng_sax_parent_is(t->sax, frame, "u"))
    ng_blocks_begin(&t->blocks, frame, NG_BLOCK_PARAGRAPH, 0);
  ng_tei_begin_passage(t, frame, false);
}

void ng_tei_end_segment(void *loader, NgSaxFrame *frame)
{
  ng_tei_end_block_element(loader, frame);
}

/* What is part of a line where one is under way, and else a block. False: it is no text at all. */
static bool begin_in_line(NgTei *t, NgSaxFrame *frame)
{
  if (frame->mode != TEI_TEXT)
    return false;
  ng_tei_settle_speaker(t, NULL);
  if (!is_in_line(t))
    ng_blocks_begin(&t->blocks, frame, NG_BLOCK_PARAGRAPH, 0);
  return true;
}

void ng_tei_start_sentence(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (begin_in_line(t, frame))
    ng_tei_begin_passage(t, frame, true);
}

void ng_tei_end_sentence(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  ng_tei_end_passage(t, frame, true);
  ng_blocks_end(&t->blocks, frame);
}

/* ---- containers ---- */

void ng_tei_start_container(void *loader, NgSaxFrame *frame)
{
  (void)loader;
  if (frame->mode != TEI_SKIP)
    frame->mode = (uint8_t)frame->rule->detail;
}

void ng_tei_start_skip(void *loader, NgSaxFrame *frame)
{
  (void)loader;
  frame->mode = TEI_SKIP;
}

/* How much deeper than it stands the element says that it is. */
static uint8_t leap(NgTei *t, int level)
{
  int told = ng_tei_told_level(t);
  return told > level ? (uint8_t)(told - level) : 0;
}

void ng_tei_start_div(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  ng_tei_settle_speaker(t, NULL);
  frame->level = leap(t, t->div_depth + 1);
  t->div_depth += 1 + frame->level;
  frame->opened |= TEI_OPENED_DEPTH;
  frame->mark = ng_tei_speaks_of_people(ng_sax_attribute(t->sax, "type")) ||
                ng_tei_speaks_of_people(ng_sax_attribute(t->sax, "xml:id"));
}

void ng_tei_end_div(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (!(frame->opened & TEI_OPENED_DEPTH))
    return;
  ng_tei_settle_speaker(t, NULL);
  t->div_depth -= 1 + frame->level;
}

static bool heads_a_division(NgTei *t, const NgSaxFrame *frame)
{
  static const char *const divisions[] = {"div",        "body",  "front", "back", "text", "div1",
                                          "div2",       "div3",  "div4",  "div5", "div6", "div7",
                                          "attachment", "group", "lg",    "sp",   NULL};
  for (const char *const *name = divisions; *name; name++)
    if (ng_sax_parent_is(t->sax, frame, *name))
      return true;
  return false;
}

void ng_tei_start_head(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (ng_tei_begin_event_title(t, frame) || frame->mode != TEI_TEXT)
    return;
  ng_tei_settle_speaker(t, NULL);
  NgBlockKind kind = NG_BLOCK_PARAGRAPH;
  if (ng_sax_parent_is(t->sax, frame, "body") && g_strcmp0(ng_sax_attribute(t->sax, "type"), "title") == 0)
    kind = NG_BLOCK_TITLE;
  else if (heads_a_division(t, frame))
    kind = NG_BLOCK_HEADING;
  else if (ng_sax_parent_is(t->sax, frame, "figure") || ng_sax_parent_is(t->sax, frame, "table"))
    kind = NG_BLOCK_CAPTION;
  ng_blocks_begin(&t->blocks, frame, kind, kind == NG_BLOCK_HEADING ? MAX(t->div_depth, 1) : 0);
  ng_tei_begin_passage(t, frame, false);
}

void ng_tei_end_head(void *loader, NgSaxFrame *frame)
{
  if (!ng_tei_end_event_title(loader, frame))
    ng_tei_end_block_element(loader, frame);
}

/* ---- lists and tables ---- */

void ng_tei_start_list(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  ng_tei_settle_speaker(t, NULL);
  frame->level = leap(t, t->blocks.list_depth + 1);
  t->blocks.list_depth += 1 + frame->level;
  frame->opened |= TEI_OPENED_DEPTH;
  frame->mark = ng_tei_is_list_of_people(t, frame);
}

void ng_tei_end_list(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->opened & TEI_OPENED_DEPTH)
    t->blocks.list_depth -= 1 + frame->level;
  t->blocks.label_waits = false;
}

void ng_tei_start_item(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  ng_tei_settle_speaker(t, NULL);
  ng_blocks_begin(&t->blocks, frame, NG_BLOCK_ITEM, 0);
  ng_tei_begin_passage(t, frame, false);
  const NgSaxFrame *list = ng_sax_parent(t->sax, frame);
  if (list && list->rule && strcmp(list->rule->name, "list") == 0 && list->mark) {
    ng_capture_begin(&t->capture);
    frame->opened |= TEI_OPENED_CAPTURE;
    frame->mark = NG_NONE; /* the record that a name in it makes */
  }
}

void ng_tei_end_item(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->opened & TEI_OPENED_CAPTURE)
    ng_tei_end_listed_person(t, frame, ng_capture_end(&t->capture));
  ng_tei_end_block_element(loader, frame);
}

/* The label of an item stands before it, in its block; any other is a line of its own, or part of one. */
void ng_tei_start_label(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (ng_tei_begin_event_title(t, frame) || frame->mode != TEI_TEXT)
    return;
  frame->mark = ng_sax_parent_is(t->sax, frame, "list");
  if (!t->blocks.in_block)
    ng_tei_settle_speaker(t, NULL);
  if (frame->mark)
    ng_blocks_begin_label(&t->blocks, frame);
  else if (!t->blocks.in_block)
    ng_blocks_begin(&t->blocks, frame, NG_BLOCK_PARAGRAPH, 0);
}

void ng_tei_end_label(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (ng_tei_end_event_title(t, frame))
    return;
  if (frame->mark)
    ng_blocks_end_label(&t->blocks, frame);
  else
    ng_blocks_end(&t->blocks, frame);
}

void ng_tei_start_cell(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  if (ng_sax_parent_is(t->sax, frame, "row"))
    ng_blocks_cell(&t->blocks, ng_sax_parent(t->sax, frame));
  else /* the frame of anything else is not a row's */
    ng_builder_space(t->builder);
}

/* ---- quotations, notes ---- */

void ng_tei_start_quote(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  t->blocks.quote_depth++;
  frame->opened |= TEI_OPENED_DEPTH;
  if (!t->blocks.in_block) {
    ng_tei_settle_speaker(t, NULL);
    ng_blocks_begin(&t->blocks, frame, NG_BLOCK_QUOTE, 0);
  }
  ng_tei_begin_passage(t, frame, false);
}

void ng_tei_end_quote(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  ng_tei_end_passage(t, frame, false);
  ng_blocks_end(&t->blocks, frame);
  if (frame->opened & TEI_OPENED_DEPTH)
    t->blocks.quote_depth--;
}

/* A note that hangs on nothing, between blocks (who speaks, what time it is), is a paragraph. */
static bool hangs_on_text(NgTei *t, const NgSaxFrame *frame)
{
  static const char *const marks[] = {"place", "n", "target", NULL};
  const NgSaxFrame *around = ng_sax_parent(t->sax, frame);
  if (ng_sax_first_attribute(t->sax, marks))
    return true;
  for (; around && t->records->len; around = ng_sax_parent(t->sax, around))
    if (around->opened & TEI_OPENED_RECORD) /* what a record tells in a note is its text */
      return false;
  return t->blocks.in_block || t->blocks.kind == NG_BLOCK_NOTE;
}

/* Who speaks next: whether that is a mention is known when the speech says whom it points to. */
static bool begin_announcement(NgTei *t)
{
  const char *type = ng_sax_attribute(t->sax, "type");
  if (!type || strcmp(type, "speaker") != 0)
    return false;
  ng_builder_open(t->builder); /* the style */
  ng_builder_open(t->builder); /* the mention */
  t->speaker_waits = true;
  ng_sax_position(t->sax, &t->speaker_line, &t->speaker_column);
  return true;
}

/* The role of what is no person has no element of its own. */
static void start_note_of_record(NgTei *t, NgSaxFrame *frame)
{
  const char *type = ng_sax_attribute(t->sax, "type");
  if (!type || !g_str_has_suffix(type, "role") || !ng_tei_record_of_child(t, frame))
    return;
  ng_tei_start_fact(t, frame);
}

void ng_tei_start_note(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode == TEI_RECORDS)
    start_note_of_record(t, frame);
  if (frame->mode != TEI_TEXT)
    return;
  ng_tei_settle_speaker(t, NULL);
  if (!hangs_on_text(t, frame)) {
    ng_blocks_begin(&t->blocks, frame, NG_BLOCK_PARAGRAPH, 0);
    if (!begin_announcement(t))
      ng_tei_begin_passage(t, frame, false);
    return;
  }
  ng_blocks_begin_note(&t->blocks, frame);
  ng_tei_begin_passage(t, frame, false);
}

void ng_tei_end_note(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->opened & TEI_OPENED_CAPTURE) {
    ng_tei_end_role(loader, frame);
    return;
  }
  ng_tei_end_passage(t, frame, false);
  if (frame->opened & NG_BLOCKS_NOTE)
    ng_blocks_end_note(&t->blocks, frame);
  else
    ng_blocks_end(&t->blocks, frame);
}

/* ---- inside of lines ---- */

/* What @rend and @rendition say, in the words that editors use. */
static uint8_t rendered_style(const char *rend)
{
  static const struct {
    const char *word;
    uint8_t style;
  } words[] = {
      {"ital", NG_STYLE_ITALIC},     {"slant", NG_STYLE_ITALIC},    {"bold", NG_STYLE_BOLD},
      {"strong", NG_STYLE_BOLD},     {"under", NG_STYLE_UNDERLINE}, {"strike", NG_STYLE_STRIKE},
      {"sup", NG_STYLE_SUPERSCRIPT}, {"sub", NG_STYLE_SUBSCRIPT},   {"typewriter", NG_STYLE_CODE},
      {"code", NG_STYLE_CODE},
  };
  g_autofree char *lower = g_ascii_strdown(rend, -1);
  uint8_t style = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strstr(lower, words[i].word))
      style |= words[i].style;
  return style;
}

void ng_tei_start_style(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->mode != TEI_TEXT)
    return;
  int style = frame->rule->detail;
  if (!style) {
    const char *rend = ng_sax_first_attribute(t->sax, (const char *const[]){"rend", "rendition", "style", NULL});
    style = rend ? rendered_style(rend) : NG_STYLE_ITALIC;
  }
  frame->mark = (uint32_t)style;
  ng_builder_open(t->builder);
  frame->opened |= TEI_OPENED_THING;
}

void ng_tei_end_style(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (frame->opened & TEI_OPENED_THING)
    ng_builder_close_style(t->builder, (uint8_t)frame->mark);
}

/* What happens on the stage: within a speech it is a part of that, between speeches a block. */
void ng_tei_start_stage(void *loader, NgSaxFrame *frame)
{
  if (begin_in_line(loader, frame))
    ng_tei_start_style(loader, frame);
}

void ng_tei_end_stage(void *loader, NgSaxFrame *frame)
{
  ng_tei_end_style(loader, frame);
  ng_blocks_end(&((NgTei *)loader)->blocks, frame);
}

/* Line, column and page breaks part words unless the source says that one goes on. */
void ng_tei_start_break(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  const char *breaks = ng_sax_attribute(t->sax, "break");
  if (breaks && strcmp(breaks, "no") == 0) {
    if (frame->mode == TEI_TEXT)
      ng_builder_join(t->builder);
    return;
  }
  ng_capture_space(&t->capture);
  if (frame->mode == TEI_TEXT)
    ng_builder_space(t->builder);
}

/* Of two spellings of one thing the text has one: what was corrected, regularised, abbreviated is read in its better form. */
void ng_tei_start_variant(void *loader, NgSaxFrame *frame)
{
  NgTei *t = loader;
  if (ng_sax_parent_is(t->sax, frame, "choice"))
    frame->mode = TEI_SKIP;
}
