/* From name to name in the text: the mentions of the selected entity, or every mention and every note's mark. */
#include "ui/reader.h"

/* Where stepping starts: the selected mention if it is on the screen, else the edge of the screen. */
static uint32_t step_from(NgReader *reader, int k, bool *at_mention)
{
  uint32_t bottom = ng_reader_bottom_pos(reader);
  *at_mention = false;
  if (reader->mention != NG_NONE) {
    uint32_t start = ng_reader_mentions(reader)[reader->mention].start;
    if (start >= reader->top_pos && start < bottom) {
      *at_mention = true;
      return start;
    }
  }
  return k > 0 ? reader->top_pos : bottom;
}

/* ---- mentions and marks of notes ---- */

/* Where the step begins: a pos, and what stands there that was already stepped on. A mark stands before the text at its pos. */
typedef struct {
  gint64 mention; /* the last mention at or before it; -1: none */
  gint64 mark;    /* the same of marks */
} Standing;

static Standing standing(NgReader *reader, int k)
{
  bool at_mention;
  uint32_t pos = step_from(reader, k, &at_mention), n;
  const NgBlock *blocks = ng_article_blocks(reader->article, &n);
  if (reader->note != NG_NONE) {
    uint32_t anchor = blocks[reader->note].anchor;
    if (anchor >= reader->top_pos && anchor <= ng_reader_bottom_pos(reader))
      return (Standing){(gint64)ng_article_first_mention_from(reader->article, anchor) - 1,
                        ng_text_rows_mark_of(reader->rows, reader->note)};
  }
  gint64 mark = (gint64)ng_text_rows_first_mark(reader->rows, pos + at_mention) - 1;
  gint64 mention = at_mention ? reader->mention : (gint64)ng_article_first_mention_from(reader->article, pos) - 1;
  return (Standing){mention, mark};
}

static void go_to_mark(NgReader *reader, uint32_t mark)
{
  NgNoteMark it = ng_text_rows_mark(reader->rows, mark);
  ng_reader_go_to(reader, it.anchor);
  reader->note = it.note;
  ng_reader_say(reader, false, "Enter opens note %u", it.number);
}

/* One step on: the nearer of the next mention and the next mark. In a fold there are no stops at marks. */
static bool step_on(NgReader *reader, const Standing *from, uint32_t n_mentions, uint32_t n_marks)
{
  gint64 mention = from->mention + 1, mark = from->mark + 1;
  bool has_mention = mention < n_mentions, has_mark = mark < n_marks;
  if (has_mark && has_mention)
    has_mark = ng_text_rows_mark(reader->rows, (uint32_t)mark).anchor <= ng_reader_mentions(reader)[mention].start;
  if (has_mark)
    go_to_mark(reader, (uint32_t)mark);
  else if (has_mention)
    ng_reader_go_to_mention(reader, (uint32_t)mention);
  return has_mark || has_mention;
}

/* One step back. What was stood on is left out: the mark, or the mention if it is selected and on the screen. */
static bool step_back(NgReader *reader, const Standing *from, bool on_mark, bool on_mention, bool marks)
{
  gint64 mention = from->mention - on_mention, mark = from->mark - on_mark;
  bool has_mention = mention >= 0, has_mark = marks && mark >= 0;
  if (has_mark && has_mention)
    has_mark = ng_text_rows_mark(reader->rows, (uint32_t)mark).anchor > ng_reader_mentions(reader)[mention].start;
  if (has_mark)
    go_to_mark(reader, (uint32_t)mark);
  else if (has_mention)
    ng_reader_go_to_mention(reader, (uint32_t)mention);
  return has_mark || has_mention;
}

static bool step_once(NgReader *reader, int k)
{
  uint32_t n;
  ng_article_mentions(reader->article, &n);
  Standing from = standing(reader, k);
  bool marks = reader->folded->len == 0;
  if (k > 0)
    return step_on(reader, &from, n, marks ? ng_text_rows_n_marks(reader->rows) : 0);
  bool on_mark = reader->note != NG_NONE && from.mark == (gint64)ng_text_rows_mark_of(reader->rows, reader->note);
  bool on_mention = !on_mark && reader->mention != NG_NONE && from.mention == (gint64)reader->mention;
  return step_back(reader, &from, on_mark, on_mention, marks);
}

static bool step_any(NgReader *reader, int k)
{
  bool moved = false;
  for (int left = ABS(k); left > 0 && step_once(reader, k); left--)
    moved = true;
  return moved;
}

bool ng_reader_step(NgReader *reader, int k, bool any)
{
  bool at_mention;
  if (any)
    return step_any(reader, k);
  uint32_t from = step_from(reader, k, &at_mention);
  uint32_t n;
  const uint32_t *own = reader->entity == NG_NONE ? NULL : ng_article_mentions_of(reader->article, reader->entity, &n);
  if (!own || n == 0)
    return false;
  gint64 at = ng_article_mention_ordinal(reader->article, reader->mention);
  if (!at_mention) {
    const NgMention *mentions = ng_reader_mentions(reader);
    for (at = 0; at < n && mentions[own[at]].start < from;)
      at++;
    at -= k > 0;
  }
  gint64 to = at + k;
  if (to < 0 || to >= n) {
    to = CLAMP(to, 0, (gint64)n - 1);
    if (to == at)
      return false;
  }
  ng_reader_go_to_mention(reader, own[to]);
  return true;
}
