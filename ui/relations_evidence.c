/* What the picked edge rests on: its sentences below the picture, and the way through them into the text. */
#include "ui/relations_private.h"

#include "model/phrase.h"
#include "ui/status.h"

#include <string.h>

#define LEAST_EVIDENCE        7   /* rows for the sentences of the picked edge, their head included */
#define LEAST_EVIDENCE_SCREEN 14  /* with fewer rows there is the picture alone */
#define HEAD_COLS             6   /* of a head, that are left to blanks and its line */
#define LONG_HEAD_COLS        100 /* from here on the head of the sentences says who tied the two */

NgEvidenceList ng_relations_evidence(NgReader *reader, const NgTie *tie, bool captions)
{
  return (NgEvidenceList){tie->evidence, tie->n_evidence, tie->says, captions, ng_joined_of(reader)};
}

/* Captions come when the sentences are opened: before, what they say is enough. */
static NgEvidenceList list_of(NgReader *reader, const NgTie *tie)
{
  return ng_relations_evidence(reader, tie, ng_relations_of(reader)->in_evidence);
}

int ng_relations_evidence_rows(NgReader *reader, int rows, int cols)
{
  NgTie tie;
  if (!ng_relations_zoomed(reader) || rows < LEAST_EVIDENCE_SCREEN || !ng_relations_tie(reader, &tie) || !tie.is_edge)
    return 0;
  int most = MAX(LEAST_EVIDENCE, rows / 4);
  NgEvidenceList list = list_of(reader, &tie);
  int needed = 1 + ng_evidence_rows(reader, &list, cols, most);
  return ng_relations_of(reader)->in_evidence ? most : MIN(MAX(needed, LEAST_EVIDENCE), most);
}

void ng_relations_evidence_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  NgTie tie;
  if (rect.rows < 2 || !ng_relations_tie(reader, &tie) || !tie.is_edge)
    return;
  NgEvidenceList list = list_of(reader, &tie);
  const char *how =
      tie.says ? "the shortest way" : ng_phrase_origin(tie.n_evidence ? tie.evidence->origin : NG_ORIGIN_MARKUP);
  int room = rect.cols - ng_text_cols(tie.phrase, strlen(tie.phrase)) - HEAD_COLS;
  g_autofree char *right = ng_evidence_count(reader, &list, rect.cols < LONG_HEAD_COLS ? NULL : how, room);
  NgHeadLine head = {.title = tie.phrase, .right = right, .focus = ng_relations_of(reader)->in_evidence};
  ng_head_draw(&head, canvas, rect.row, rect.col, rect.cols);
  NgRect rows = {rect.row + 1, rect.col, rect.rows - 1, rect.cols};
  ng_evidence_draw(reader, canvas, rows, &list, ng_relations_sentence(reader));
}

/* ---- walking them ---- */

void ng_relations_walk_evidence(NgReader *reader, NgDirection direction, int count)
{
  NgRelations *r = ng_relations_of(reader);
  NgTie tie;
  gint64 last = ng_relations_tie(reader, &tie) ? (gint64)tie.n_evidence - 1 : 0;
  if (direction == NG_LEFT)
    r->in_evidence = false;
  else if (direction != NG_RIGHT)
    r->sentence = (uint32_t)CLAMP((gint64)r->sentence + (direction == NG_DOWN ? count : -count), 0, MAX(last, 0));
}

bool ng_relations_enter_evidence(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  NgTie tie;
  if (!ng_relations_tie(reader, &tie) || tie.n_evidence == 0)
    return false;
  r->in_evidence = true;
  r->sentence = 0;
  if (reader->layout.panes[NG_PANE_EVIDENCE].rows == 0)
    reader->zoomed = true;
  return true;
}

void ng_relations_leave_evidence(NgReader *reader)
{
  ng_relations_of(reader)->in_evidence = false;
}

uint32_t ng_relations_sentence(NgReader *reader)
{
  const NgRelations *r = ng_relations_of(reader);
  return r->in_evidence && reader->focus == NG_PANE_RELATIONS ? r->sentence : NG_NONE;
}

/* The first mention of the entity in the range, or NG_NONE. */
static uint32_t mention_in(const NgReader *reader, uint32_t entity, NgRange range)
{
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(reader->article, &n);
  for (uint32_t i = ng_article_first_mention_from(reader->article, range.start); i < n && mentions[i].start < range.end;
       i++)
    if (mentions[i].entity == entity)
      return i;
  return NG_NONE;
}

/* To a sentence of another article, and there to whoever is selected here. What is open here stays open, for one comes back to it. */
static void go_to_other(NgReader *reader, const NgJoined *joined, uint32_t article, NgRange sentence)
{
  NgWholePlace selected = ng_relations_selected(reader);
  uint32_t entity = selected.entity == NG_NONE ? NG_NONE : ng_joined_entity_in(joined, selected, article);
  ng_relations_go_elsewhere(reader, (NgWholePlace){article, entity}, sentence);
}

void ng_relations_go_to_sentence(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  const NgJoined *joined = ng_joined_of(reader);
  NgTie tie;
  if (!r->in_evidence || !ng_relations_tie(reader, &tie) || r->sentence >= tie.n_evidence)
    return;
  const NgEvidence *evidence = &tie.evidence[r->sentence];
  NgRange sentence = {evidence->start, evidence->end};
  if (joined && evidence->article != ng_joined_index(joined, reader->article)) {
    go_to_other(reader, joined, evidence->article, sentence);
    return;
  }
  uint32_t mention = mention_in(reader, reader->entity, sentence);
  r->in_evidence = false;
  reader->zoomed = false;
  reader->focus = NG_PANE_ARTICLE;
  ng_reader_remember(reader);
  ng_reader_go_to(reader, sentence.start);
  if (mention != NG_NONE)
    ng_reader_select(reader, reader->entity, mention);
}
