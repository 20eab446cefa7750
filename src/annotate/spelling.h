/* Ways in which one person's name is written: nicknames, initials, letters from another script. All words are folded (ng_text_fold) and without accents. */
#ifndef NG_SPELLING_H
#define NG_SPELLING_H

#include "model/model.h"

/* A word or a name without marks on its letters, and letters such as "ø" as ASCII writes them. The caller frees it. */
char *ng_spelling_plain(const char *word);

/* What spellings of one word have in common: its consonants ("zelensky" and "zelenskiy"). Writes at most `room` bytes with the NUL. */
void ng_spelling_skeleton(const char *word, char *skeleton, gsize room);

/* Whether two different long words may be one word in two spellings ("kristin", "kristen"), and not two names that differ by an ending ("martin", "martina"). */
bool ng_spelling_is_variant(const char *a, const char *b);

/* "j", "j.", "j.k." */
bool ng_spelling_is_initial(const char *word);

/* Whether two different first names may be one person's: an initial of the other, a nickname ("bill", "william"), a variant. */
bool ng_spelling_may_be(const char *a, const char *b);

#endif
