/* Text in cells: cleaning, display width, grapheme clusters, line breaking, sentences, normal form.
 *
 * This layer knows UTF-8 and terminal cells and nothing else. It is the one gate that text from outside passes
 * (ng_text_clean), and the one place that asks for a width: nothing else calls wcwidth.
 *
 * All text is UTF-8 given as a pointer and a length in bytes; it need not end with a NUL. A pos is a byte offset.
 * Except for ng_text_clean, every function takes text that is valid UTF-8 (that is what the gate is for) and is a
 * pure function of its arguments and of the locale's wcwidth. */
#ifndef NG_TEXT_H
#define NG_TEXT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* A half-open range [start, end) of bytes. */
typedef struct {
  uint32_t start, end;
} NgRange;

/* Appends `bytes` of `text` to `out`, made harmless: C0 controls and DEL become their Control Pictures (U+2400 on), except that
 * tab, line feed and carriage return stay as they are; C1 controls, bidi embeddings, overrides and isolates (U+202A-202E, 2066-2069),
 * U+2028, U+2029, U+FEFF, noncharacters, the tag characters and invalid bytes become U+FFFD, one for each maximal invalid part
 * (Unicode 15, section 3.9). Returns how many characters were replaced. */
gsize ng_text_clean(GString *out, const char *text, gsize bytes);

/* The bytes at the start of `text` that ng_text_clean would leave as they are. */
gsize ng_text_clean_run(const char *text, gsize bytes);

/* The same as a new string that the caller frees; white space, line breaks included, is folded to single spaces and trimmed.
 * For titles, file names, messages: whatever goes on one line. */
char *ng_text_clean_line(const char *text, gsize bytes);

/* The last part of a path as such a line. */
char *ng_text_file_name(const char *path);

/* Whether text is such a line as it stands, and in NFC, as most are: printable ASCII, with single spaces inside. */
bool ng_text_is_line(const char *text, gsize bytes);

/* Brings the tail of `text` from byte `start` to Normalization Form C (UAX 15) in place. `positions` are `n` byte offsets into
 * `text`, at or after `start`, in any order; each is moved along with its character (one inside a composed sequence moves to
 * the sequence's start). Costs one scan where the tail holds nothing above U+02FF. */
void ng_text_nfc(GString *text, gsize start, uint32_t *const *positions, gsize n);

/* The next grapheme cluster of text[pos, bytes) (UAX 29): returns its end. pos < bytes. */
gsize ng_text_cluster_end(const char *text, gsize bytes, gsize pos);

/* Columns of one character as the terminal will show it: 0 to 2. A character without a width (unassigned, a stray control) counts
 * 1, as the replacement cell that is drawn for it. */
int ng_text_char_cols(gunichar c);

/* Columns of the text on one line. */
int ng_text_cols(const char *text, gsize bytes);

/* The longest start of the text, in whole grapheme clusters, that fits `cols` columns: returns its bytes and, where `used` is
 * given, its columns. */
gsize ng_text_fit(const char *text, gsize bytes, int cols, int *used);

/* The longest end of the text that fits `cols` columns: returns the pos where it starts. */
gsize ng_text_fit_end(const char *text, gsize bytes, int cols, int *used);

/* Wraps one paragraph to `cols` columns (1 or more; UAX 14) and appends an NgRange for each row to `rows`, relative to `text`: a row leaves out
 * the white space it breaks at. A word wider than a row is cut between clusters. Empty text yields one empty row.
 * A line feed in the text ends a row. `first_cols` is the room of the first row (for what stands before it); the same as cols else. */
void ng_text_wrap(const char *text, gsize bytes, int first_cols, int cols, GArray *rows);

/* The sentence of text[block.start, block.end) that holds `pos`; white space around it is left out. Boundaries are found from the
 * neighbourhood of each full stop alone (initials, abbreviations, decimal numbers, closing quotes), so the cost is that of the
 * sentence, not of the block. `block.start` <= pos < block.end. */
NgRange ng_text_sentence_at(const char *text, NgRange block, uint32_t pos);

/* The first sentence of text[from, block.end); an empty range at block.end when only white space is left. */
NgRange ng_text_sentence_next(const char *text, NgRange block, uint32_t from);

/* A key under which names are equal that differ only in case, white space or compatibility form (NFKC, case folded, white space
 * folded, curly apostrophes straight). The caller frees it. */
char *ng_text_fold(const char *text, gsize bytes);

/* Edit distance in bytes (Levenshtein 1966) of two short strings, for "did you mean": strings of more than 63 bytes count as 63 apart. */
unsigned ng_text_distance(const char *a, const char *b);

/* Whether the one is so like the other that it may be meant for it: at most every third of its bytes is wrong. */
bool ng_text_is_misspelt(const char *word, const char *meant);

#endif
