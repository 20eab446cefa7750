/* Where a sentence ends: what sentence.c asks of sentence_end.c, and that of abbreviation.c. Every answer follows from a bounded
 * neighbourhood of the place alone, wherever the question comes from. */
#ifndef NG_SENTENCE_PRIVATE_H
#define NG_SENTENCE_PRIVATE_H

#include "text/text_private.h"

/* A sentence ends less than this many bytes after its full stop begins: what is between are quotes and brackets. */
#define NG_SENTENCE_TAIL_BYTES 64

/* The first pos in text[from, to) whose byte may begin a full stop of any script; `to` if none. And the last, or `to`. */
gsize ng_sentence_next_stop(const char *text, gsize from, gsize to);
gsize ng_sentence_previous_stop(const char *text, gsize from, gsize to);

/* Where the sentence ends whose full stop, or other mark that may end one, begins at `stop`; 0 if none ends there. */
gsize ng_sentence_end(const char *text, NgRange block, gsize stop);

/* Whether the full stop `.` at `stop` belongs to an abbreviation, an initial or a number and no sentence ends there, given that the next word
 * begins at `next` and not with a small letter. */
bool ng_stop_abbreviates(const char *text, NgRange block, gsize stop, gsize next);

/* Whether the word at `pos` is one that begins sentences far more often than it is part of a name. */
bool ng_word_begins_sentence(const char *text, gsize end, gsize pos);

/* Whether what follows a quotation, at `pos`, is a name and a verb of saying: "President Biden asked". */
bool ng_words_tell_speaker(const char *text, gsize end, gsize pos);

#endif
