/* What the rules for relations stand on: verbs, nouns and offices, as tables; a row has a name, which is told with what it finds. */
#ifndef NG_RELATION_TABLE_H
#define NG_RELATION_TABLE_H

#include "model/model.h"

/* What an end may be. */
enum {
  NG_END_PERSON = 1,
  NG_END_PLACE = 2,
  NG_END_ORGANISATION = 4,
  NG_END_ACTOR = NG_END_PERSON | NG_END_ORGANISATION,
  NG_END_ANY = NG_END_PERSON | NG_END_PLACE | NG_END_ORGANISATION,
  NG_END_BODY = NG_END_PLACE | NG_END_ORGANISATION
};

enum {
  NG_ROW_MUTUAL = 1 << 0,  /* no direction; "A and B met" says it as well */
  NG_ROW_PLACE = 1 << 1,   /* "in LOC" behind it tells where */
  NG_ROW_PASSIVE = 1 << 2, /* only in the passive: "was born in" */
  NG_ROW_DONE_TO = 1 << 3, /* the passive with "by" turns it round */
  NG_ROW_THAT = 1 << 4,    /* the object is who does something in the clause behind it: "warned that China may" */
  NG_ROW_NOUN = 1 << 5,    /* a noun phrase stands between the verb and the preposition: "sent arms to" */
  NG_ROW_TIES =
      1 << 6, /* the same, with a noun of ties and talks, which the label repeats: "broke off relations with" */
  NG_ROW_DEED = 1 << 7,  /* the same, with a noun of deeds before "by": "blamed wrong words by" */
  NG_ROW_OFFICE = 1 << 8 /* the same, with an office and "of": "was elected president of" */
};

typedef struct {
  const char *rule; /* its name */
  const char *kind;
  const char *verb;          /* base form */
  const char *links;         /* prepositions between the verb and the object, parted by spaces; "": none */
  const char *tail;          /* what the label says behind the verb; NULL: the preposition that was found */
  uint8_t subjects, objects; /* NG_END_* */
  uint16_t flags;            /* NG_ROW_* */
  uint8_t confidence_percent;
} NgVerbRow;

/* Rows of one verb stand together; the first that fits decides. */
const NgVerbRow *ng_verb_rows(gsize *n);

/* A noun that tells of a deed between two: "a meeting between A and B", "A's visit to B". */
typedef struct {
  const char *rule, *noun, *kind;
  const char *done, *base; /* the label: what was done, and behind "will" */
  const char *tail;        /* of both */
  const char *links;       /* prepositions before the object */
  uint8_t subjects, objects;
  uint16_t flags; /* NG_ROW_MUTUAL: "between A and B" */
  uint8_t confidence_percent;
} NgNounRow;

const NgNounRow *ng_noun_rows(gsize *n);

/* An office: "director of", "spokesman for". */
typedef struct {
  const char *word, *kind;
  const char *now, *once; /* the label: of who holds it, of who held it */
  uint8_t objects;        /* NG_END_* */
} NgOffice;

const NgOffice *ng_offices(gsize *n);

/* Verbs that are not regular, parted by spaces: base, past, participle. */
const char *const *ng_irregular_verbs(void);

#endif
