/* What the two writers of prose (linear.c, text.c) share: blocks with the marks of their notes, rows with an indent. Private to this folder. */
#ifndef NG_PROSE_H
#define NG_PROSE_H

#include "model/model.h"

#include <stdio.h>

typedef struct {
  uint32_t anchor, number;
} NgNoteMark;

typedef struct {
  const NgArticle *article;
  const char *text;
  const NgBlock *blocks;
  uint32_t n_blocks;
  FILE *out;
  int cols;
  GArray *notes;   /* of NgNoteMark, by anchor: where "[1]", "[2]" ... stand in the text */
  guint next_note; /* the first one that does not stand in a block already composed */
  GArray *rows;    /* of NgRange: scratch */
} NgProse;

NgProse ng_prose(const NgArticle *article, int cols, FILE *out);
void ng_prose_clear(NgProse *prose);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(NgProse, ng_prose_clear)

/* A mark that was put into a block's text. */
typedef struct {
  uint32_t pos, bytes; /* in the composed text */
} NgInsertion;

/* Appends the text of a block to `composed`, with the marks of the notes that hang on it, and the places of those marks to
 * `insertions`, which may be NULL. Blocks are composed in their order, each once. */
void ng_prose_compose(NgProse *prose, uint32_t block, GString *composed, GArray *insertions);

/* Whether the block is a verse of the same stanza as the block before it. */
bool ng_prose_is_next_verse(const NgProse *prose, uint32_t block);

/* The number of a note block, from 1, as in its mark. `note` counts the note blocks before it. */
char *ng_prose_note_mark(uint32_t note);

/* Wraps text into `rows`: the first row begins at column `first_indent`, further ones at column `indent`. */
void ng_prose_wrap(NgProse *prose, int first_indent, int indent, const char *text, gsize bytes);

/* Prints text wrapped to the columns: `first` stands before it (and may be shorter or longer than `indent`), `indent` columns before
 * further rows. Ends with a line feed. */
void ng_prose_put(NgProse *prose, const char *first, int indent, const char *text, gsize bytes);

/* Title, or the source for want of one; then date, place, author: one line each, where the article has them. The caller frees them. */
char *ng_prose_date_line(const NgHead *head);
char *ng_prose_byline(const NgHead *head);

#endif
