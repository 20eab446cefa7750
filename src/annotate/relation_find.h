/* Looking for relations in one sentence: what relations.c hands to its parts. Private to relation_*.c. */
#ifndef NG_RELATION_FIND_H
#define NG_RELATION_FIND_H

#include "annotate/relation_sentence.h"

typedef struct {
  const NgSentence *s;
  GArray *said;         /* NgSaid */
  guint first;          /* in `said`: of this sentence */
  GStringChunk *labels; /* each once */
} NgFind;

/* What is told of two units that are names; leaves out what ties a name to itself, and what this sentence has said already. `pattern` has kind, rule,
 * label, status, confidence, direction and place (a unit, or NG_NO_UNIT). */
void ng_find_put(NgFind *f, guint subject, guint object, const NgSaid *pattern);

/* The status as it is told. */
const char *ng_find_status(NgStatus status);

/* What verbs, nouns, offices and neighbourhood say. */
void ng_find_by_verbs(NgFind *f);
void ng_find_by_nouns(NgFind *f);
void ng_find_by_offices(NgFind *f);
void ng_find_by_places(NgFind *f);

/* What is said of the place at the unit as somebody's home. */
void ng_find_by_home(NgFind *f, guint place);

/* The wide place that is the rest of an address whose first place is at the unit ("Hartford, Conn."), or that begins with the comma at the unit; NG_NO_UNIT. */
guint ng_address_at(const NgSentence *s, guint i);
guint ng_wide_place_at(const NgSentence *s, guint comma);

/* ---- verb groups (relation_group.c) ---- */

/* "has been", "will not visit", "plans to meet", "was convicted of killing": all that belongs to one verb. */
typedef struct {
  guint start, head; /* units; the head is the verb that tells what is done */
  NgStatus status;
  bool passive;    /* a participle with "be" */
  bool bare;       /* a past or a participle with nothing before it */
  bool gerund;     /* an -ing with nothing before it */
  bool infinitive; /* begins with "to" */
  bool plain;      /* the label is the verb's past */
  bool base;       /* begins with the verb's base form */
  bool convicted;  /* "convicted of" before it, without "be" */
  bool effort;     /* an infinitive behind "efforts" */
  bool reported;   /* its "would" is the "will" of a report */
} NgGroup;

/* Whether a verb group begins at the unit. `reported`: something was said before it. */
bool ng_group_read(const NgSentence *s, guint i, bool reported, NgGroup *group);

/* The label: the group's words without adverbs, and the tail. */
const char *ng_group_label(const NgFind *f, const NgGroup *group, const char *tail);

/* The same of a passive as of who does it: "will be visited by" is "will visit". `base` is the verb's. */
const char *ng_turned_label(const NgFind *f, const NgGroup *group, const char *base, const char *tail);

/* The same where a noun tells it: by its status. */
const char *ng_status_label(const NgFind *f, NgStatus status, const char *done, const char *base, const char *tail);

/* ---- objects of verbs (relation_objects.c) ---- */

/* Where an object was found: the names, and the noun of ties or the office before them. */
typedef struct {
  NgHeads heads;
  const char *link, *noun;
  uint8_t doubt_percent;
} NgObject;

/* What stands behind a verb, at the unit, where the row wants it. */
bool ng_object_find(const NgSentence *s, guint i, const NgVerbRow *row, NgObject *object);

/* The noun of ties or talks that a noun phrase at `i` ends with, as it is spelled: "talks", "agreement"; NULL: it has none. */
const char *ng_object_ties(const NgSentence *s, guint i);

/* The names behind "by", not far behind a passive. */
bool ng_object_agent(const NgSentence *s, guint i, NgHeads *heads);

#endif
