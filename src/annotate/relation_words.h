/* Words as the rules for relations see them: what a word can be in a sentence, and which verb, noun or office it is a form of. The table is made when
 * the program is built. */
#ifndef NG_RELATION_WORDS_H
#define NG_RELATION_WORDS_H

#include "annotate/relation_table.h"

/* What a word can be; several at once. */
enum {
  NG_WORD_DETERMINER = 1 << 0, /* "the", "its" */
  NG_WORD_PREPOSITION = 1 << 1,
  NG_WORD_BE = 1 << 2,
  NG_WORD_HAVE = 1 << 3,
  NG_WORD_DO = 1 << 4,
  NG_WORD_MODAL = 1 << 5,
  NG_WORD_TO = 1 << 6,
  NG_WORD_NOT = 1 << 7,
  NG_WORD_ADVERB = 1 << 8,
  NG_WORD_AND = 1 << 9,
  NG_WORD_COMMA = 1 << 10,
  NG_WORD_WHO = 1 << 11,         /* "who", "which", "that" */
  NG_WORD_SUBORDINATE = 1 << 12, /* "because", "while"; with PREPOSITION: "after", "before" */
  NG_WORD_PRONOUN = 1 << 13,
  NG_WORD_CONTROL = 1 << 14, /* "plans to", "is ready to": before a verb with "to" */
  NG_WORD_GERUND = 1 << 15,  /* "denied meeting" */
  NG_WORD_TIME = 1 << 16,
  NG_WORD_POSSESSIVE = 1 << 17, /* 's */
  NG_WORD_STOP = 1 << 18,       /* ; : dashes, brackets, quotation marks */
  NG_WORD_IF = 1 << 19,
  NG_WORD_ADJECTIVE = 1 << 20, /* also numbers and peoples: stands within a noun phrase */
  NG_WORD_TITLE = 1 << 21,     /* stands before a person's name */
  NG_WORD_FORMER = 1 << 22,
  NG_WORD_SAY = 1 << 23,
  NG_WORD_FIRM = 1 << 24,    /* "company", "bank": what an organisation is */
  NG_WORD_TIES = 1 << 26,    /* "relations", "talks" */
  NG_WORD_CANCEL = 1 << 27,  /* "cancelled" */
  NG_WORD_DOUBT = 1 << 28,   /* "allegedly", "suspected" */
  NG_WORD_EFFORT = 1 << 29,  /* "efforts by A to" */
  NG_WORD_CAPITAL = 1 << 30, /* begins with a capital, and is not part of a name */
  NG_WORD_OTHER = 1 << 25    /* anything else of letters */
};

/* The forms of a verb. */
enum { NG_FORM_BASE = 1, NG_FORM_THIRD = 2, NG_FORM_PAST = 4, NG_FORM_PARTICIPLE = 8, NG_FORM_ING = 16 };

/* Whether it was so; a greater one prevails over a smaller. */
typedef enum { NG_STATUS_DONE, NG_STATUS_PLANNED, NG_STATUS_POSSIBLE, NG_STATUS_CANCELLED, NG_STATUS_DENIED } NgStatus;

#define NG_NO_ROW UINT16_MAX

typedef struct {
  guint32 tag;         /* of its hash */
  guint32 classes;     /* NG_WORD_* */
  uint16_t verb;       /* its first row, or NG_NO_ROW */
  uint16_t noun;       /* row, or NG_NO_ROW */
  uint16_t office;     /* row, or NG_NO_ROW */
  uint16_t past;       /* of a form of a verb: the number of its past, for labels; 0: none */
  uint16_t spelled;    /* where its spelling begins */
  uint8_t verb_forms;  /* NG_FORM_* of that verb */
  uint8_t other_forms; /* NG_FORM_* of a verb that ties no one */
  uint8_t status;      /* NgStatus that a modal or a control verb brings */
} NgWord;

/* By the hash of a word in small letters, as tokens have it. NULL for a word that no rule knows. */
const NgWord *ng_words_find(guint64 lower);

/* As it stands in labels: a contraction in full. */
const char *ng_words_spelled(const NgWord *word);

/* The past of a form of a verb. */
const char *ng_words_past(const NgWord *form);

/* ---- how the table lies, for who makes it (make_words.c) and who asks it (relation_words.c) ---- */

/* Open-addressed: a slot has a word's number, 0 is empty, a taken one sends on to the next. */
#define NG_WORD_SLOTS 8192u

static inline guint ng_words_first_slot(guint64 hash)
{
  return (guint)((hash ^ hash >> 31) % NG_WORD_SLOTS);
}

static inline guint32 ng_words_tag(guint64 hash)
{
  return (guint32)(hash >> 32);
}

#endif
