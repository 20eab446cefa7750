/* Verb groups: auxiliaries, what hangs a verb on another ("plans to"), negation. */
#include "annotate/relation_find.h"
#include "annotate/verb_forms.h"

#include <string.h>

#define MAX_GROUP_UNITS 14

/* Which form is wanted next. */
typedef enum { ANY_FORM, BASE, PARTICIPLE, AFTER_BE, GERUND } Wanted;

typedef struct {
  const NgSentence *s;
  NgGroup *group;
  guint at;
  Wanted wanted;
  bool helped; /* there has been something before the verb */
  bool only_have;
} Reading;

static void raise_status(NgGroup *group, NgStatus status)
{
  group->status = MAX(group->status, status);
}

static uint8_t forms_of(const NgUnit *u)
{
  return u->word ? u->word->verb_forms | u->word->other_forms : 0;
}

static bool fits(Wanted wanted, uint8_t forms)
{
  static const uint8_t of[] = {[ANY_FORM] = 31,
                               [BASE] = NG_FORM_BASE,
                               [PARTICIPLE] = NG_FORM_PARTICIPLE,
                               [AFTER_BE] = NG_FORM_PARTICIPLE | NG_FORM_ING,
                               [GERUND] = NG_FORM_ING};
  return forms & of[wanted];
}

/* The unit behind adverbs. */
static guint next_of(const NgSentence *s, guint i)
{
  i++;
  while (ng_unit_is(s, i, NG_WORD_ADVERB))
    i++;
  return i;
}

/* "convicted of", "accused of", "charged with" before an -ing; what they bring in `status`. */
static bool is_accusation(const NgSentence *s, guint i, NgStatus *status)
{
  bool done = ng_unit_is_among(s, i, "convicted guilty"), denied = ng_unit_is_word(s, i, "acquitted");
  if (!done && !denied && !ng_unit_is_among(s, i, "accused suspected charged"))
    return false;
  *status = done ? NG_STATUS_DONE : denied ? NG_STATUS_DENIED : NG_STATUS_POSSIBLE;
  return ng_unit_is_among(s, i + 1, "of with in to") && i + 2 < s->n &&
         (forms_of(&s->units[i + 2]) & NG_FORM_ING || ng_unit_is_word(s, i + 2, "having"));
}

/* A helping verb at the unit: takes it and says what comes next. */
static bool take_helper(Reading *r)
{
  const NgUnit *u = &r->s->units[r->at];
  if (u->classes & NG_WORD_MODAL && r->wanted == ANY_FORM && !r->helped) {
    NgStatus status = (NgStatus)u->word->status;
    r->group->reported = strcmp(ng_words_spelled(u->word), "would") == 0 && r->group->reported;
    raise_status(r->group, r->group->reported ? NG_STATUS_PLANNED : status);
    r->wanted = BASE;
    r->group->plain = false;
  } else if (u->classes & NG_WORD_BE) {
    r->wanted = AFTER_BE;
    r->group->plain = false;
  } else if (u->classes & NG_WORD_HAVE) {
    if (r->helped && r->wanted != BASE && r->wanted != GERUND)
      return false;
    r->wanted = PARTICIPLE;
    r->group->plain = !r->helped;
  } else if (u->classes & NG_WORD_DO && !r->helped) {
    r->wanted = BASE;
    r->group->plain = false;
  } else {
    return false;
  }
  r->helped = true;
  r->at++;
  return true;
}

/* "to" behind a helping verb: "is to visit", "had to respect". */
static bool take_to(Reading *r)
{
  if (!ng_unit_is(r->s, r->at, NG_WORD_TO) || !(r->wanted == AFTER_BE || r->wanted == PARTICIPLE))
    return false;
  guint next = next_of(r->s, r->at);
  if (next >= r->s->n || !(forms_of(&r->s->units[next]) & NG_FORM_BASE))
    return false;
  raise_status(r->group, r->wanted == AFTER_BE ? NG_STATUS_PLANNED : NG_STATUS_POSSIBLE);
  r->group->plain = false;
  r->wanted = BASE;
  r->at++;
  return true;
}

/* "the gun Hall used to kill": what was used stands before who used it. */
static bool is_used_thing(const NgSentence *s, guint i)
{
  if (i < 2 || !ng_unit_is_word(s, i, "used") || !ng_unit_is_name(s, i - 1) || ng_unit_is_name(s, i - 2))
    return false;
  return ng_unit_is(s, i - 2, NG_WORD_OTHER) || forms_of(&s->units[i - 2]) & NG_FORM_BASE;
}

/* "plans to", "is expected to", "denied" before an -ing, "was convicted of". */
static bool take_control(Reading *r)
{
  const NgUnit *u = &r->s->units[r->at];
  NgStatus status;
  if (is_accusation(r->s, r->at, &status)) {
    raise_status(r->group, status);
    r->group->convicted = r->wanted == ANY_FORM;
    r->group->plain = false;
    r->wanted = GERUND;
    r->at += 2;
    return r->helped = true;
  }
  bool adjective = r->wanted == AFTER_BE, believed = adjective && u->classes & NG_WORD_SAY; /* "is said to have met" */
  if (!u->word || !(u->classes & (NG_WORD_CONTROL | NG_WORD_GERUND) || believed))
    return false;
  guint next = next_of(r->s, r->at);
  if (!adjective && !fits(r->wanted, forms_of(u)))
    return false;
  bool to = (u->classes & NG_WORD_CONTROL || believed) && ng_unit_is(r->s, next, NG_WORD_TO);
  bool gerund = u->classes & NG_WORD_GERUND && next < r->s->n &&
                (forms_of(&r->s->units[next]) & NG_FORM_ING || ng_unit_is_word(r->s, next, "having"));
  if (!to && !gerund)
    return false;
  raise_status(r->group, believed ? NG_STATUS_POSSIBLE : (NgStatus)u->word->status);
  r->group->plain = to && is_used_thing(r->s, r->at);
  r->wanted = to ? BASE : GERUND;
  r->at = to ? next + 1 : r->at + 1;
  return r->helped = true;
}

static bool take_between(Reading *r)
{
  const NgUnit *u = &r->s->units[r->at];
  if (ng_unit_is_among(r->s, r->at, "pleaded pleads") && ng_unit_is_word(r->s, r->at + 1, "guilty")) {
    r->wanted = AFTER_BE;
    r->helped = true;
  } else if (u->classes & NG_WORD_NOT && !(u->classes & NG_WORD_MODAL)) {
    raise_status(r->group, NG_STATUS_DENIED);
    r->group->plain = false;
  } else if (u->classes & NG_WORD_ADVERB && (r->at > r->group->start || u->classes & NG_WORD_DOUBT)) {
    if (u->classes & NG_WORD_DOUBT) {
      raise_status(r->group, NG_STATUS_POSSIBLE);
      r->group->plain = false;
    }
  } else {
    return false;
  }
  r->at++;
  return true;
}

/* The verb itself. */
static bool take_verb(Reading *r)
{
  const NgUnit *u = &r->s->units[r->at];
  uint8_t forms = forms_of(u);
  NgGroup *g = r->group;
  if (!fits(r->wanted, forms) && !(ng_unit_is_finite(r->s, r->at) && r->wanted != BASE))
    return false;
  g->head = r->at;
  if (r->wanted == AFTER_BE)
    g->passive = !(forms & NG_FORM_ING);
  if (r->wanted == ANY_FORM) {
    g->gerund = forms && !(forms & ~NG_FORM_ING);
    g->bare = (forms & (NG_FORM_PAST | NG_FORM_PARTICIPLE)) != 0 || !forms;
    g->base = forms & NG_FORM_BASE && !(forms & NG_FORM_PAST);
    g->plain = g->gerund;
  }
  return true;
}

bool ng_group_read(const NgSentence *s, guint i, bool reported, NgGroup *group)
{
  *group = (NgGroup){.start = i, .head = i, .reported = reported};
  Reading r = {.s = s, .group = group, .at = i};
  if (ng_unit_is(s, i, NG_WORD_TO)) {
    group->infinitive = r.helped = true;
    r.wanted = BASE;
    r.at++;
  }
  while (r.at < s->n && r.at < i + MAX_GROUP_UNITS && s->units[r.at].name == NG_NONE) {
    if (take_between(&r) || take_to(&r) || take_control(&r) || take_helper(&r))
      continue;
    if (take_verb(&r))
      return true;
    break;
  }
  group->head = r.at > i ? r.at - 1 : i;
  return r.helped && r.at > i && !group->infinitive;
}

/* ---- labels ---- */

static void say(GString *label, const char *words)
{
  if (*words && label->len)
    g_string_append_c(label, ' ');
  g_string_append(label, words);
}

static const char *word_of(const NgSentence *s, guint i)
{
  return s->units[i].word ? ng_words_spelled(s->units[i].word) : "";
}

/* A relation has one subject, whatever the sentence has. */
static const char *of_one(const char *word)
{
  static const char *const plural[][2] = {{"are", "is"}, {"were", "was"}, {"have", "has"}, {"do", "does"}};
  for (gsize i = 0; i < G_N_ELEMENTS(plural); i++)
    if (strcmp(plural[i][0], word) == 0)
      return plural[i][1];
  return word;
}

const char *ng_group_label(const NgFind *f, const NgGroup *group, const char *tail)
{
  const NgSentence *s = f->s;
  g_autoptr(GString) label = g_string_new(NULL);
  if (group->plain)
    say(label, ng_words_past(s->units[group->head].word));
  else if (group->infinitive)
    say(label, group->effort ? "tried to" : "will");
  for (guint i = group->start + group->infinitive; i <= group->head && !group->plain; i++) {
    const NgUnit *u = &s->units[i];
    if (u->classes & NG_WORD_ADVERB && i < group->head && !(u->classes & NG_WORD_DOUBT))
      continue;
    say(label, group->reported && u->classes & NG_WORD_MODAL ? "will"
               : i == group->start                           ? of_one(word_of(s, i))
                                                             : word_of(s, i));
  }
  say(label, tail);
  return g_string_chunk_insert_const(f->labels, label->str);
}

const char *ng_status_label(const NgFind *f, NgStatus status, const char *done, const char *base, const char *tail)
{
  static const char *const before[] = {[NG_STATUS_DONE] = "",
                                       [NG_STATUS_PLANNED] = "will",
                                       [NG_STATUS_POSSIBLE] = "may",
                                       [NG_STATUS_CANCELLED] = "will not",
                                       [NG_STATUS_DENIED] = "did not"};
  g_autoptr(GString) label = g_string_new(before[status]);
  say(label, status == NG_STATUS_DONE ? done : base);
  say(label, tail);
  return g_string_chunk_insert_const(f->labels, label->str);
}

/* ---- labels of the passive, as of who does it ---- */

/* The verb as the form of "be" before its participle has it: "is" attacked, attacks; "being" attacked, attacking. */
static void say_verb(const NgFind *f, const NgGroup *g, guint be, const char *base, bool negated, GString *label)
{
  const NgSentence *s = f->s;
  const NgWord *head = s->units[g->head].word;
  if (ng_unit_is_word(s, be, "being")) {
    g_autofree char *ing = ng_verb_with_ending(base, "ing");
    say(label, ing);
  } else if (ng_unit_is_word(s, be, "been")) {
    say(label, label->len ? ng_words_spelled(head) : ng_words_past(head));
  } else if (ng_unit_is_word(s, be, "be") || negated) {
    say(label, base);
  } else if (ng_unit_is_among(s, be, "was were wasn weren")) {
    say(label, ng_words_past(head));
  } else {
    g_autofree char *third = ng_verb_with_ending(base, "s");
    say(label, third);
  }
}

/* The helping verbs before it but for the "be" that makes the passive; false where there is anything else. Sets `negated` where "not" needs a "do". */
static bool say_helpers(const NgFind *f, const NgGroup *g, guint be, bool *negated, GString *label)
{
  const NgSentence *s = f->s;
  bool never = ng_unit_is_word(s, be + 1, "never"), denied = g->status == NG_STATUS_DENIED;
  for (guint i = g->start; i < g->head; i++) {
    const guint32 classes = s->units[i].classes;
    if (i == be) {
      *negated = !label->len && denied && !never;
      if (*negated)
        say(label, ng_unit_is_among(s, be, "was were wasn weren") ? "did" : "does");
    } else if (classes & NG_WORD_MODAL) {
      say(label, g->reported ? "will" : word_of(s, i));
    } else if (classes & NG_WORD_HAVE) { /* "visited", as of who has */
      say(label, i > g->start ? word_of(s, i) : denied ? of_one(word_of(s, i)) : "");
    } else if (classes & (NG_WORD_BE | NG_WORD_NOT | NG_WORD_DOUBT)) {
      say(label, of_one(word_of(s, i)));
    } else if (!(classes & NG_WORD_ADVERB)) {
      return false;
    }
  }
  return true;
}

const char *ng_turned_label(const NgFind *f, const NgGroup *group, const char *base, const char *tail)
{
  const NgSentence *s = f->s;
  g_autoptr(GString) label = g_string_new(NULL);
  bool negated = false;
  guint be = group->head;
  while (be > group->start && !ng_unit_is(s, be, NG_WORD_BE))
    be--;
  if (!ng_unit_is(s, be, NG_WORD_BE) || !say_helpers(f, group, be, &negated, label))
    return ng_status_label(f, group->status, ng_words_past(s->units[group->head].word), base, tail);
  say_verb(f, group, be, base, negated, label);
  say(label, tail);
  return g_string_chunk_insert_const(f->labels, label->str);
}
