/* A sentence as the rules for relations see it: units, and noun phrases around names. Private to relation_*.c. */
#ifndef NG_RELATION_SENTENCE_H
#define NG_RELATION_SENTENCE_H

#include "annotate/relation_words.h"
#include "annotate/relations.h"

#include <string.h>

/* A sentence of more units is looked at in pieces. */
#define NG_MAX_UNITS 160
#define NG_MAX_HEADS 8
#define NG_NO_UNIT   UINT32_MAX

/* A name, a title of several words, or a word. */
typedef struct {
  uint32_t token;     /* its first */
  uint32_t name;      /* NG_NONE: it is no name; of a pronoun, whom it means */
  const NgWord *word; /* NULL: a name, or not known */
  guint32 classes;    /* NG_WORD_*; 0 of a name, PRONOUN of one that means a name */
} NgUnit;

typedef struct {
  const NgToken *tokens;
  const char *text;
  const NgName *names;
  NgUnit units[NG_MAX_UNITS + 1]; /* one more, a stop, behind the last */
  guint n;
  uint32_t start, end; /* bytes */
} NgSentence;

/* Names that stand together in one place of a sentence: "Germany, France and Norway". */
typedef struct {
  uint32_t units[NG_MAX_HEADS];
  guint n;
  guint end; /* the unit behind the last */
} NgHeads;

static inline bool ng_unit_is(const NgSentence *s, guint i, guint32 classes)
{
  return i < s->n && (s->units[i].classes & classes) != 0;
}

static inline bool ng_unit_is_name(const NgSentence *s, guint i)
{
  return i < s->n && s->units[i].name != NG_NONE;
}

static inline bool ng_unit_is_capital(const NgSentence *s, guint i)
{
  return i < s->n && (s->tokens[s->units[i].token].flags & NG_TOKEN_CAPITAL) != 0;
}

/* NG_END_* of the name at a unit. */
uint8_t ng_unit_end(const NgSentence *s, guint i);

/* The only unit before `i` that may be this end (one of NG_END_*): whom "his" or "the company" means; NG_NO_UNIT where there are several, or none. */
guint ng_unit_only_before(const NgSentence *s, guint i, uint8_t end);

/* Whether the unit's token is the word of so many bytes, which is spelled small. */
static inline bool ng_unit_equals(const NgSentence *s, guint i, const char *word, gsize bytes)
{
  const NgToken *t = &s->tokens[s->units[i].token];
  const char *own = s->text + t->start;
  if (t->end - t->start != bytes)
    return false;
  for (gsize k = 0; k < bytes; k++)
    if (own[k] != word[k] && ng_ascii_small(own[k]) != word[k])
      return false;
  return true;
}

/* Whether the unit is this word, spelled small. */
static inline bool ng_unit_is_word(const NgSentence *s, guint i, const char *word)
{
  return i < s->n && s->units[i].name == NG_NONE && ng_unit_equals(s, i, word, strlen(word));
}

/* Whether it is one of these words, parted by spaces. */
bool ng_unit_is_among(const NgSentence *s, guint i, const char *words);

/* What the lexicon knows of the name's beginning. */
guint32 ng_unit_known(const NgSentence *s, guint i);

/* A verb in a form that has a subject, or a word that helps one. */
bool ng_unit_is_finite(const NgSentence *s, guint i);

/* Whether a name stands for itself there: not as the owner of something, nor before a noun ("the US ambassador"). */
bool ng_unit_is_head(const NgSentence *s, guint i);

/* The office that the word is, or NULL. */
const NgOffice *ng_unit_office(const NgSentence *s, guint i);

/* The unit of the name that heads the noun phrase which begins at `i`; NG_NO_UNIT where that is no name. */
guint ng_phrase_head(const NgSentence *s, guint i);

/* The same of several that are joined by commas and "and". False where there is none. What a verb follows is a subject of its own and not taken. */
bool ng_phrase_heads(const NgSentence *s, guint i, NgHeads *heads);

/* The same where no verb may take the last of them: behind "between". */
bool ng_phrase_pair(const NgSentence *s, guint i, NgHeads *heads);

/* Where the noun phrase begins that ends with the name at `i`. */
guint ng_phrase_start(const NgSentence *s, guint i);

/* The names that are joined to the one at `i`, which is the last; returns where the list begins. */
guint ng_phrase_gather(const NgSentence *s, guint i, NgHeads *heads);

/* Who does what the verb group that begins at `verb` says, as far as that stands before it; false where it is no name. */
bool ng_phrase_subject(const NgSentence *s, guint verb, NgHeads *heads);

/* The place that "in" names after `from`, before the next verb; NG_NO_UNIT. */
guint ng_phrase_place(const NgSentence *s, guint from);

#endif
