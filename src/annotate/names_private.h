/* The search for names, in parts: where a candidate ends (names_run.c), what it looks like (names_features.c), which are taken (names.c). */
#ifndef NG_NAMES_PRIVATE_H
#define NG_NAMES_PRIVATE_H

#include "annotate/names.h"
#include "annotate/role_words.h"

/* Words around names that each candidate's neighbours are held against. */
typedef struct {
  NgWordSet speech, places, grounds, directions, openings, openers, quarters, wholes, venues, areas, sides, companies,
      belongings, owned, deeds;
} NgNamesWords;

typedef struct {
  GArray *names; /* NgName, what is found */
  const NgToken *t;
  gsize n;
  const char *text;
  uint32_t headline; /* the sentence, if it is a headline that capitalises all its words; NG_NONE */
  NgNamesWords words;
} NgNamesFind;

/* ---- tokens, by their number; false behind the last ---- */

static inline bool ng_names_is_word(const NgNamesFind *f, gsize i, const char *word)
{
  return i < f->n && ng_token_is(&f->t[i], f->text, word);
}

static inline bool ng_names_is_one_of(const NgNamesFind *f, gsize i, const char *const *words)
{
  return i < f->n && ng_token_is_one_of(&f->t[i], f->text, words);
}

static inline bool ng_names_has(const NgNamesFind *f, gsize i, const NgWordSet *words)
{
  return i < f->n && ng_word_set_has(words, &f->t[i], f->text);
}

static inline bool ng_names_same_sentence(const NgNamesFind *f, gsize a, gsize b)
{
  return b < f->n && f->t[a].sentence == f->t[b].sentence;
}

static inline bool ng_names_is_capital(const NgNamesFind *f, gsize i)
{
  return i < f->n && (f->t[i].flags & NG_TOKEN_CAPITAL);
}

static inline bool ng_names_is_possessive(const NgNamesFind *f, gsize i)
{
  return ng_names_is_word(f, i, "'s") || ng_names_is_word(f, i, "\xE2\x80\x99s");
}

/* "minister": what somebody is. */
static inline bool ng_names_is_role(const NgNamesFind *f, gsize i)
{
  return i < f->n && ng_role_words_of(f->text + f->t[i].start, f->t[i].end - f->t[i].start);
}

/* A double quotation mark, straight or curly. */
static inline bool ng_names_is_quote(const NgNamesFind *f, gsize i)
{
  return ng_names_is_word(f, i, "\"") || ng_names_is_word(f, i, "\xE2\x80\x9C") ||
         ng_names_is_word(f, i, "\xE2\x80\x9D");
}

/* "Secretary of State". */
static inline bool ng_names_is_long_title(const NgToken *t)
{
  return t->known & NG_LEX_TITLE && t->phrase > 1 && !(t->known & NG_LEX_KNOWN_PERSON);
}

/* ---- names_run.c ---- */

/* The token behind the candidate that begins at `start`. `org`: 1 if it has an organisation's word, 2 if that is followed by "of". */
gsize ng_names_run_end(const NgNamesFind *f, gsize start, int *org);

/* "al-Assad": an Arabic article and a name. */
bool ng_names_is_article_name(const NgNamesFind *f, gsize i);

/* Whether the sentence that begins at `i` capitalises all but its small words, and ordinary words most of all. */
bool ng_names_is_headline(const NgNamesFind *f, gsize i);

/* A word that is no more than a word in a headline. */
bool ng_names_is_headline_word(const NgNamesFind *f, gsize i);

/* "van", "de", "bin": what may stand small inside a person's name. */
bool ng_names_is_particle(const NgNamesFind *f, gsize i);

/* "Inc.", "Co.": what ends a company's name. */
bool ng_names_is_company_form(const NgNamesFind *f, gsize i);

/* ---- names_features.c ---- */

NgNamesWords ng_names_words(void);

/* What the candidate of the tokens from `a` to `e` looks like. `org` as above. */
NgFeatures ng_names_features(const NgNamesFind *f, gsize a, gsize e, bool after_title, int org);

/* A word of two to six capitals, in a line that is not all in capitals. */
bool ng_names_is_acronym(const NgToken *t);

/* A sign on an exchange ("<ABC>", "(NYSE: ABC)", "$ABC") or a name on a network ("@abc"). */
bool ng_names_is_sign(const NgNamesFind *f, gsize i);

/* "Paris-based", "Anglo-French", "Chinese-made": no name by themselves. */
bool ng_names_is_compound(const NgNamesFind *f, gsize i);

#endif
