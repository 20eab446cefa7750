/* What nouns say: "the meeting between A and B", "A's visit to B", "the murder of B by A", "A's wife, B". */
#include "annotate/relation_find.h"

#include <string.h>

typedef struct {
  NgHeads subjects, objects;
  guint owner;      /* the name before 's; NG_NO_UNIT */
  guint off;        /* the word that says that it was called off; NG_NO_UNIT */
  NgStatus accused; /* what "charged with" before it says */
  guint end;        /* the unit behind all of it */
  const char *link;
} Deed;

/* ---- who ---- */

/* "Qin's last meeting", and "Russia for its war": the unit of the owner, or NG_NO_UNIT. */
static guint owner_of(const NgSentence *s, guint noun)
{
  guint k = noun;
  while (k > 0 && noun - k < 5 &&
         ng_unit_is(s, k - 1, NG_WORD_OTHER | NG_WORD_ADJECTIVE | NG_WORD_TIME | NG_WORD_CAPITAL))
    k--;
  if (k >= 2 && ng_unit_is(s, k - 1, NG_WORD_POSSESSIVE) && ng_unit_is_name(s, k - 2))
    return k - 2;
  if (k < 2 || !ng_unit_is_word(s, k - 1, "its"))
    return NG_NO_UNIT;
  k--;
  while (k > 0 && noun - k < 6 && ng_unit_is(s, k - 1, NG_WORD_PREPOSITION | NG_WORD_AND))
    k--;
  return k > 0 && ng_unit_end(s, k - 1) & NG_END_BODY ? k - 1 : NG_NO_UNIT;
}

/* Over "last month", "on Monday"; `i` where there is nothing. */
static guint skip_time(const NgSentence *s, guint i)
{
  guint k = i;
  while (k < i + 4 && ng_unit_is(s, k, NG_WORD_TIME | NG_WORD_ADVERB | NG_WORD_ADJECTIVE))
    k++;
  if (k == i && ng_unit_is(s, k, NG_WORD_PREPOSITION) && ng_unit_is(s, k + 1, NG_WORD_TIME))
    return skip_time(s, k + 1);
  return k;
}

/* Behind the noun: "by A", "to B", "between A and B", in any order. */
static void read_around(const NgSentence *s, guint noun, const NgNounRow *row, Deed *deed)
{
  deed->owner = owner_of(s, noun);
  deed->end = noun + 1;
  for (guint n = 0, k = noun + 1; n < 4 && k < s->n; n++) {
    k = skip_time(s, k);
    NgHeads heads = {.n = 0};
    bool by = ng_unit_is_word(s, k, "by") || (ng_unit_is_word(s, k, "from") && strcmp(row->kind, "write") == 0) ||
              (ng_unit_is_word(s, k, "of") && strcmp(row->links, "to") == 0);
    bool link = ng_unit_is_among(s, k, row->links);
    bool between = row->flags & NG_ROW_MUTUAL && ng_unit_is_word(s, k, "between");
    bool place = ng_unit_is_among(s, k, "in at") && !link;
    if (!(by || link || between || place) || !(between ? ng_phrase_pair : ng_phrase_heads)(s, k + 1, &heads))
      return;
    if (between || (by && !deed->subjects.n))
      deed->subjects = heads;
    else if (link && !deed->objects.n)
      deed->objects = heads, deed->link = s->units[k].word ? ng_words_spelled(s->units[k].word) : "";
    guint last = heads.units[heads.n - 1]; /* "President Tsai of Taiwan to": goes on behind "of" */
    k = heads.end;
    if (!place && ng_unit_is_word(s, k, "of") && ng_unit_end(s, last) == NG_END_PERSON &&
        ng_phrase_head(s, k + 1) != NG_NO_UNIT)
      k = ng_phrase_head(s, k + 1) + 1;
    deed->end = k;
  }
}

/* ---- whether it was ---- */

/* Whether the unit, or it with the one before it, calls something off or puts it off: "cancelled", "called off". */
static bool is_calling_off(const NgSentence *s, guint i)
{
  return ng_unit_is(s, i, NG_WORD_CANCEL) ||
         (i > 0 && ng_unit_is_word(s, i, "off") && ng_unit_is_among(s, i - 1, "call calls called put puts"));
}

/* The label's word for it. */
static const char *calling_off(const NgSentence *s, guint i)
{
  bool later = ng_unit_is_among(s, i, "postpone postpones postponed postponing") ||
               (i > 0 && ng_unit_is_word(s, i, "off") && ng_unit_is_among(s, i - 1, "put puts"));
  return later ? "put off" : "called off";
}

/* What stands before the noun in its clause. */
static NgStatus status_before(const NgSentence *s, guint noun, Deed *deed)
{
  NgStatus status = NG_STATUS_DONE;
  for (guint k = noun; k > 0 && noun - k < 9; k--) {
    const NgUnit *u = &s->units[k - 1];
    if (u->classes & (NG_WORD_COMMA | NG_WORD_STOP | NG_WORD_WHO))
      break;
    bool infinitive = u->classes & NG_WORD_TO && k < s->n && s->units[k].word &&
                      s->units[k].word->verb_forms | s->units[k].word->other_forms;
    if (u->classes & (NG_WORD_DOUBT | NG_WORD_IF) || infinitive || ng_unit_is_among(s, k - 1, "calls hopes request"))
      status = MAX(status, NG_STATUS_POSSIBLE);
    if (u->classes & NG_WORD_MODAL && u->word && u->name == NG_NONE)
      status = MAX(status, (NgStatus)u->word->status);
    if (is_calling_off(s, k - 1)) {
      status = MAX(status, NG_STATUS_CANCELLED);
      deed->off = k - 1;
    }
    if (ng_unit_is_among(s, k - 1, "planned upcoming scheduled forthcoming future next ahead plans plan preparations"))
      status = MAX(status, NG_STATUS_PLANNED);
    if (u->classes & NG_WORD_NOT || ng_unit_is_among(s, k - 1, "no denied without"))
      status = MAX(status, NG_STATUS_DENIED);
  }
  return status;
}

/* What is told of it: "will take place", "was cancelled". */
static NgStatus status_behind(const NgSentence *s, Deed *deed)
{
  const guint end = deed->end;
  NgStatus status = NG_STATUS_DONE;
  bool modal = false;
  for (guint k = end; k < s->n && k < end + 8; k++) {
    const NgUnit *u = &s->units[k];
    if (u->classes & (NG_WORD_COMMA | NG_WORD_STOP))
      break;
    modal |= (u->classes & NG_WORD_MODAL) != 0;
    if (is_calling_off(s, k)) {
      status = NG_STATUS_CANCELLED;
      deed->off = k;
    }
    if (ng_unit_is_word(s, k, "consideration"))
      status = MAX(status, NG_STATUS_POSSIBLE);
    if (ng_unit_is_among(s, k, "planned scheduled expected"))
      status = MAX(status, NG_STATUS_PLANNED);
    if (modal && ng_unit_is_among(s, k, "take be begin start"))
      status = MAX(status, NG_STATUS_PLANNED);
  }
  return status;
}

static bool is_noun(const NgSentence *s, guint i)
{
  const NgWord *word = s->units[i].word;
  if (!word || word->noun == NG_NO_ROW || s->units[i].name != NG_NONE)
    return false;
  if (i == 0)
    return ng_unit_is_word(s, 1, "between");
  if (!word->verb_forms && !word->other_forms)
    return true;
  return ng_unit_is(s, i - 1,
                    NG_WORD_DETERMINER | NG_WORD_ADJECTIVE | NG_WORD_POSSESSIVE | NG_WORD_OTHER | NG_WORD_CAPITAL) ||
         (ng_unit_is(s, i - 1, NG_WORD_PREPOSITION) && !ng_unit_is(s, i - 1, NG_WORD_TO)) ||
         ng_unit_is_among(s, i + 1, "between by");
}

static void put_deed(NgFind *f, guint noun, const NgNounRow *row, Deed *deed)
{
  const NgSentence *s = f->s;
  NgStatus before = status_before(s, noun, deed), behind = status_behind(s, deed);
  NgStatus status = MAX(before, behind);
  if (strcmp(row->kind, "war") == 0)
    status = NG_STATUS_DONE; /* it goes on, whatever is said around it */
  status = MAX(status, deed->accused);
  NgSaid pattern = {.kind = row->kind,
                    .rule = row->rule,
                    .status = ng_find_status(status),
                    .confidence_percent = row->confidence_percent,
                    .directed = !(row->flags & NG_ROW_MUTUAL),
                    .place = strcmp(row->kind, "meet") == 0 ? ng_phrase_place(s, deed->end) : NG_NO_UNIT};
  g_autofree char *off =
      g_strdup_printf("%s a %s %s", calling_off(s, deed->off), row->noun, deed->link ? deed->link : row->tail);
  pattern.label = status == NG_STATUS_CANCELLED ? ng_status_label(f, NG_STATUS_DONE, off, "", "")
                                                : ng_status_label(f, status, row->done, row->base, row->tail);
  bool among = row->flags & NG_ROW_MUTUAL && !deed->objects.n;
  uint8_t subjects =
      status == NG_STATUS_CANCELLED ? NG_END_ANY : row->subjects; /* who calls it off need not have gone */
  for (guint i = 0; i < deed->subjects.n; i++) {
    const NgHeads *objects = among ? &deed->subjects : &deed->objects;
    for (guint k = among ? i + 1 : 0; k < objects->n; k++)
      if (ng_unit_end(s, deed->subjects.units[i]) & subjects && ng_unit_end(s, objects->units[k]) & row->objects)
        ng_find_put(f, deed->subjects.units[i], objects->units[k], &pattern);
  }
}

/* Who was "convicted of" the deed, or is "charged with" it; raises the status. */
static bool accused_of(const NgSentence *s, guint noun, NgHeads *heads, NgStatus *status)
{
  for (guint k = noun; k > 0 && noun - k < 12; k--) {
    bool address = ng_unit_is(s, k - 1, NG_WORD_COMMA) &&
                   (ng_unit_end(s, k) == NG_END_PLACE || (k > 1 && ng_unit_end(s, k - 2) == NG_END_PLACE));
    if (ng_unit_is(s, k - 1, NG_WORD_STOP | NG_WORD_WHO | NG_WORD_COMMA) && !address)
      return false;
    bool done = ng_unit_is_among(s, k - 1, "convicted guilty sentenced serving jailed imprisoned");
    if (!done && !ng_unit_is_among(s, k - 1, "accused suspected charged indicted arrested sought wanted"))
      continue;
    *status = done ? NG_STATUS_DONE : NG_STATUS_POSSIBLE;
    guint whom = ng_phrase_head(s, k); /* "charged Hall with" */
    if (whom != NG_NO_UNIT && whom < noun && !ng_unit_is_word(s, k - 1, "guilty")) {
      *heads = (NgHeads){.units = {whom}, .n = 1, .end = whom + 1};
      return ng_unit_end(s, whom) == NG_END_PERSON;
    }
    guint start = k - 1;
    if (start > 1 && ng_unit_is(s, start - 1, NG_WORD_AND) && ng_unit_is_finite(s, start - 2))
      start -= 2; /* "was tried and convicted" */
    while (start > 0 && (ng_unit_is(s, start - 1, NG_WORD_BE | NG_WORD_HAVE | NG_WORD_ADVERB) ||
                         ng_unit_is_among(s, start - 1, "pleaded pleads found")))
      start--;
    guint before = start - (start > 0 && start == k - 1 && ng_unit_is(s, start - 1, NG_WORD_COMMA));
    if (before < start || start == k - 1) {
      *heads = (NgHeads){.units = {before - 1}, .n = 1, .end = before};
      return before > 0 && ng_unit_end(s, before - 1) == NG_END_PERSON;
    }
    return ng_phrase_subject(s, start, heads);
  }
  return false;
}

/* "made a visit to", "cancelled his meeting with": who did is the verb's subject, and whether it was is told by the verb. */
static bool doer_of(const NgSentence *s, guint noun, Deed *deed)
{
  static const char verbs[] =
      "made pays paid began begins started held holds hold plans planned plan cancelled canceled cancel "
      "scrapped postponed postpone shelved abandoned conducted completed ended launched continued continue continues "
      "resumed wage waged make making started undertook canceling cancelling";
  guint k = noun;
  while (k > 0 && noun - k < 4 && ng_unit_is(s, k - 1, NG_WORD_DETERMINER | NG_WORD_ADJECTIVE | NG_WORD_OTHER) &&
         !ng_unit_is_among(s, k - 1, verbs))
    k--;
  if (k == 0 || k == noun || !(ng_unit_is_among(s, k - 1, verbs) || is_calling_off(s, k - 1)))
    return false;
  bool off = is_calling_off(s, k - 1);
  deed->off = off ? k - 1 : NG_NO_UNIT;
  k -= ng_unit_is_word(s, k - 1, "off");
  NgGroup group = {.head = NG_NO_UNIT};
  for (guint start = k > 7 ? k - 7 : 0; start < k && group.head != k - 1; start++)
    if (s->units[start].name == NG_NONE && !ng_unit_is(s, start, NG_WORD_TO | NG_WORD_ADVERB) &&
        !ng_group_read(s, start, false, &group))
      group.head = NG_NO_UNIT;
  if (group.head != k - 1 || group.passive || group.gerund)
    return false;
  deed->accused = MAX(group.status, off ? NG_STATUS_CANCELLED : NG_STATUS_DONE);
  if (ng_unit_is_among(s, k - 1, "plans planned plan"))
    deed->accused = MAX(deed->accused, NG_STATUS_PLANNED);
  return ng_phrase_subject(s, group.start, &deed->subjects);
}

/* "a visit to Beijing which Washington had canceled": who called off what the noun tells. */
static bool who_called_off(const NgSentence *s, Deed *deed)
{
  guint end = deed->objects.end + ng_unit_is(s, deed->objects.end, NG_WORD_COMMA);
  NgGroup group;
  if (!ng_unit_is_among(s, end, "which that") || !ng_phrase_heads(s, end + 1, &deed->subjects) ||
      !ng_group_read(s, deed->subjects.end, false, &group))
    return false;
  deed->off = group.head + ng_unit_is_word(s, group.head + 1, "off");
  if (group.passive || group.status || !is_calling_off(s, deed->off) || ng_unit_is_name(s, deed->off + 1))
    return false;
  deed->accused = NG_STATUS_CANCELLED;
  return true;
}

static void look_at_noun(NgFind *f, guint noun)
{
  gsize n;
  const NgNounRow *row = ng_noun_rows(&n) + f->s->units[noun].word->noun;
  Deed deed = {.off = NG_NO_UNIT};
  read_around(f->s, noun, row, &deed);
  if (deed.owner != NG_NO_UNIT) {
    NgHeads owner = {.units = {deed.owner}, .n = 1, .end = deed.owner + 1};
    if (!deed.subjects.n)
      deed.subjects = owner;
    else if (!deed.objects.n && ng_unit_is_word(f->s, noun + 1, "by"))
      deed.objects = owner; /* "Olaf Palm's murder by Hall" */
  }
  if (!deed.subjects.n && deed.objects.n && !doer_of(f->s, noun, &deed) && !who_called_off(f->s, &deed))
    deed.subjects.n = 0;
  bool killing = strcmp(row->kind, "kill") == 0 || strcmp(row->kind, "shoot") == 0,
       of = deed.objects.n || deed.owner != NG_NO_UNIT;
  NgHeads accused;
  if (killing && of && (deed.owner == NG_NO_UNIT || !deed.objects.n) &&
      accused_of(f->s, noun, &accused, &deed.accused)) {
    if (!deed.objects.n)
      deed.objects = deed.subjects;
    deed.subjects = accused;
  }
  if (deed.subjects.n && (deed.objects.n || deed.subjects.n > 1))
    put_deed(f, noun, row, &deed);
}

/* ---- kin, and killers ---- */

static const struct {
  const char *words, *kind;
  bool noun; /* the label is "is the", the word and "of"; else it says what was done */
} kin[] = {{"wife husband widow widower", "marry", true},
           {"son daughter grandson nephew niece", "child", true},
           {"father mother grandfather grandmother uncle aunt", "parent", true},
           {"brother sister cousin", "family", true},
           {"assassin killer murderer", "kill", false}};

static guint kin_row(const NgSentence *s, guint i)
{
  guint row = 0;
  while (row < G_N_ELEMENTS(kin) && !ng_unit_is_among(s, i, kin[row].words))
    row++;
  return row;
}

typedef struct {
  guint who, of; /* NG_NO_UNIT: not told */
  bool was;
} Kin;

/* "A's wife, B", "his killer B": the person behind the word. `start`: of what describes the word. */
static Kin kin_behind(const NgSentence *s, guint i, guint start, bool owned)
{
  guint who = i + 1 + ng_unit_is(s, i + 1, NG_WORD_COMMA);
  return (Kin){.who = ng_unit_is(s, who + 1, NG_WORD_POSSESSIVE) ? NG_NO_UNIT : who,
               .of = owned ? start - 2 : start - 1};
}

/* "B, the wife of A", "B is the wife of A": the person before it. */
static Kin kin_before(const NgSentence *s, guint i, guint start)
{
  Kin found = {.who = NG_NO_UNIT, .of = ng_phrase_head(s, i + 2)};
  start -= start > 0 && ng_unit_is(s, start - 1, NG_WORD_DETERMINER);
  NgHeads heads;
  if (start >= 2 && ng_unit_is(s, start - 1, NG_WORD_COMMA)) {
    found.who = start - 2;
  } else if (start >= 2 && ng_unit_is_among(s, start - 1, "is was") && ng_phrase_subject(s, start - 1, &heads) &&
             heads.n == 1) {
    found.who = heads.units[0];
    found.was = ng_unit_is_word(s, start - 1, "was");
  }
  return found;
}

static void look_at_kin(NgFind *f, guint i, guint row)
{
  const NgSentence *s = f->s;
  guint start = i;
  bool killer = !kin[row].noun, accused = false;
  while (start > 0 && i - start < 3) {
    bool blamed = killer && ng_unit_is_among(s, start - 1, "accused alleged suspected convicted");
    if (!blamed && !ng_unit_is(s, start - 1, NG_WORD_ADJECTIVE | NG_WORD_OTHER))
      break;
    accused |= blamed && !ng_unit_is_word(s, start - 1, "convicted");
    start--;
  }
  bool owned = start >= 2 && ng_unit_is(s, start - 1, NG_WORD_POSSESSIVE);
  Kin found = {.who = NG_NO_UNIT, .of = NG_NO_UNIT};
  if (owned || (killer && start > 0 && ng_unit_is_name(s, start - 1)))
    found = kin_behind(s, i, start, owned);
  else if (ng_unit_is_word(s, i + 1, "of"))
    found = kin_before(s, i, start);
  if (found.of == NG_NO_UNIT || found.who == NG_NO_UNIT || ng_unit_end(s, found.of) != NG_END_PERSON ||
      ng_unit_end(s, found.who) != NG_END_PERSON || s->units[found.of].classes & NG_WORD_PRONOUN)
    return;
  NgSaid pattern = {.kind = kin[row].kind,
                    .rule = killer ? "a killer" : "kin",
                    .status = ng_find_status(accused ? NG_STATUS_POSSIBLE : NG_STATUS_DONE),
                    .confidence_percent = 80,
                    .directed = true,
                    .place = NG_NO_UNIT};
  g_autofree char *label =
      killer ? g_strdup("killed")
             : g_strdup_printf("%s the %s of", found.was ? "was" : "is", ng_words_spelled(s->units[i].word));
  pattern.label = accused ? ng_status_label(f, NG_STATUS_POSSIBLE, "", "have killed", "")
                          : ng_status_label(f, NG_STATUS_DONE, label, "", "");
  ng_find_put(f, found.who, found.of, &pattern);
}

void ng_find_by_nouns(NgFind *f)
{
  for (guint i = 0; i < f->s->n; i++) {
    if (!f->s->units[i].word)
      continue;
    guint row = f->s->units[i].classes & NG_WORD_TITLE ? kin_row(f->s, i) : G_N_ELEMENTS(kin);
    if (row < G_N_ELEMENTS(kin))
      look_at_kin(f, i, row);
    else if (is_noun(f->s, i))
      look_at_noun(f, i);
  }
}
