/* The article in rows: only blocks that are asked for are wrapped, and the last few stay so.
 *
 * A position on the screen is (block, row in block): first paint, resize and jumps cost the same in a story and in a book. What is shown of
 * a block is its text with the marks of its notes put in, or, when the article is folded, the sentences that are kept. */
#ifndef NG_TEXT_ROWS_H
#define NG_TEXT_ROWS_H

#include "model/model.h"

typedef enum {
  NG_ROW_TEXT,
  NG_ROW_BLANK, /* before a block */
  NG_ROW_DATE   /* after the title: date and place */
} NgRowKind;

typedef struct {
  uint32_t start, end; /* in the block's shown text */
  uint16_t indent;     /* blank columns before it */
  uint8_t kind;        /* NgRowKind */
} NgRow;

/* A run of the shown text: as it stands in the article, or put in (a note's mark, an ellipsis, a bullet). */
typedef struct {
  uint32_t shown, bytes; /* in the shown text */
  uint32_t pos;          /* in the article; of what was put in: where it hangs */
  uint32_t note;         /* the block that a note's mark leads to, else NG_NONE */
  bool put_in;
} NgStretch;

typedef struct {
  uint32_t block;
  GString *shown;
  GArray *runs; /* NgStretch */
  GArray *rows; /* NgRow; none for a block that is folded away */
} NgShownBlock;

/* A place on the screen: a row of a block. */
typedef struct {
  uint32_t block, row;
} NgAnchor;

typedef struct _NgTextRows NgTextRows;

/* `article` is borrowed. `cols` is the width to wrap to, 1 or more. The caller frees it. */
NgTextRows *ng_text_rows_new(const NgArticle *article, int cols);
void ng_text_rows_free(NgTextRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgTextRows, ng_text_rows_free)

void ng_text_rows_set_cols(NgTextRows *rows, int cols);

/* Shows nothing but these sentences (NgRange, sorted, each inside a block; borrowed until the next call); NULL: everything. */
void ng_text_rows_fold(NgTextRows *rows, const GArray *sentences);

/* The block, wrapped. Borrowed; lives until another 128 blocks have been asked for, or the width or the fold changes. */
const NgShownBlock *ng_text_rows_block(NgTextRows *rows, uint32_t block);

/* What stands in the date row under the title: "8 May 2023 · Beijing"; "" if there is nothing to say. Borrowed. */
const char *ng_text_rows_date(const NgTextRows *rows);

/* The anchor `delta` rows on (back if negative), no farther than the first and the last row. */
NgAnchor ng_text_rows_move(NgTextRows *rows, NgAnchor anchor, int delta);

/* The first row, the last row. */
NgAnchor ng_text_rows_first(NgTextRows *rows);
NgAnchor ng_text_rows_last(NgTextRows *rows);

/* The row that shows `pos`, or in a fold the nearest one at or after it, or the last. */
NgAnchor ng_text_rows_at(NgTextRows *rows, uint32_t pos);

/* The pos at which a row begins. */
uint32_t ng_text_rows_pos(NgTextRows *rows, NgAnchor anchor);

/* How many rows `to` lies after `from`, at most `most`; -1 if it lies before. */
int ng_text_rows_between(NgTextRows *rows, NgAnchor from, NgAnchor to, int most);

/* The mark of a note: where it stands in the text, the note's block, and the number that it shows. */
typedef struct {
  uint32_t anchor, note, number;
} NgNoteMark;

/* The marks in the order of the text, by index. */
uint32_t ng_text_rows_n_marks(const NgTextRows *rows);
NgNoteMark ng_text_rows_mark(const NgTextRows *rows, uint32_t mark);

/* The first mark at or after pos (n_marks if there is none); the mark of a note's block (NG_NONE if it has none). */
uint32_t ng_text_rows_first_mark(const NgTextRows *rows, uint32_t pos);
uint32_t ng_text_rows_mark_of(const NgTextRows *rows, uint32_t note);

#endif
