#include "annotate/relation_sentence.h"

#include <string.h>

uint8_t ng_unit_end(const NgSentence *s, guint i)
{
  static const uint8_t ends[] = {[NG_NAME_NONE] = 0,
                                 [NG_NAME_PERSON] = NG_END_PERSON,
                                 [NG_NAME_PLACE] = NG_END_PLACE,
                                 [NG_NAME_ORGANISATION] = NG_END_ORGANISATION};
  return ng_unit_is_name(s, i) ? ends[s->names[s->units[i].name].verdict.kind] : 0;
}

guint ng_unit_only_before(const NgSentence *s, guint i, uint8_t end)
{
  guint only = NG_NO_UNIT;
  for (guint k = 0; k < i; k++) {
    if (ng_unit_end(s, k) != end)
      continue;
    if (only != NG_NO_UNIT)
      return NG_NO_UNIT;
    only = k;
  }
  return only;
}

bool ng_unit_is_among(const NgSentence *s, guint i, const char *words)
{
  if (i >= s->n || s->units[i].name != NG_NONE)
    return false;
  const NgToken *t = &s->tokens[s->units[i].token];
  gsize bytes = t->end - t->start;
  char first = ng_ascii_small(s->text[t->start]);
  for (const char *word = words; (word = strchr(word, first)); word++) {
    gsize k = 1;
    while (k < bytes && word[k] && ng_ascii_small(s->text[t->start + k]) == word[k])
      k++;
    if (k == bytes && (word == words || word[-1] == ' ') && (word[k] == ' ' || !word[k]))
      return true;
  }
  return false;
}

guint32 ng_unit_known(const NgSentence *s, guint i)
{
  return ng_unit_is_name(s, i) ? s->tokens[s->units[i].token].known : 0;
}

const NgOffice *ng_unit_office(const NgSentence *s, guint i)
{
  const NgWord *word = i < s->n ? s->units[i].word : NULL;
  gsize n;
  return word && word->office != NG_NO_ROW ? ng_offices(&n) + word->office : NULL;
}

/* "arrested", "resigned": a word that no table has, with the ending of a past. */
static bool looks_past(const NgSentence *s, guint i)
{
  const NgToken *t = &s->tokens[s->units[i].token];
  gsize bytes = t->end - t->start;
  return s->units[i].classes & NG_WORD_OTHER && bytes > 4 && memcmp(s->text + t->end - 2, "ed", 2) == 0;
}

bool ng_unit_is_finite(const NgSentence *s, guint i)
{
  if (i >= s->n || s->units[i].name != NG_NONE)
    return false;
  const NgUnit *u = &s->units[i];
  if (u->classes & (NG_WORD_BE | NG_WORD_HAVE | NG_WORD_DO | NG_WORD_MODAL) || looks_past(s, i))
    return true;
  return u->word && (u->word->verb_forms | u->word->other_forms) & (NG_FORM_PAST | NG_FORM_THIRD);
}

/* ---- to the right ---- */

static bool is_gerund(const NgUnit *u)
{
  return u->word && (u->word->verb_forms | u->word->other_forms) & NG_FORM_ING;
}

/* "acting alone", "two days earlier": not what the name before it is part of. */
static bool is_aside(const NgSentence *s, guint i)
{
  return ng_unit_is(s, i, NG_WORD_ADJECTIVE) && (ng_unit_is(s, i + 1, NG_WORD_TIME) || ng_unit_is_word(s, i, "acting"));
}

bool ng_unit_is_head(const NgSentence *s, guint i)
{
  if (i + 1 < s->n && s->units[i + 1].name == NG_NONE && s->text[s->tokens[s->units[i + 1].token].start] == '-')
    return false; /* "US-China relations" */
  const guint32 behind = NG_WORD_PREPOSITION | NG_WORD_COMMA | NG_WORD_AND | NG_WORD_STOP | NG_WORD_WHO |
                         NG_WORD_SUBORDINATE | NG_WORD_ADVERB | NG_WORD_TIME | NG_WORD_NOT | NG_WORD_PRONOUN |
                         NG_WORD_DETERMINER;
  if (i + 1 >= s->n)
    return true;
  const NgUnit *next = &s->units[i + 1];
  if (next->name != NG_NONE)
    return next->classes & NG_WORD_PRONOUN;
  if (next->classes & NG_WORD_POSSESSIVE)
    return false;
  return next->classes & behind || ng_unit_is_finite(s, i + 1) || is_gerund(next) || is_aside(s, i + 1);
}

static bool is_modifier(const NgSentence *s, guint i)
{
  return ng_unit_is(s, i, NG_WORD_ADJECTIVE | NG_WORD_TITLE | NG_WORD_CAPITAL | NG_WORD_FORMER) || ng_unit_office(s, i);
}

/* "of the Exchequer" behind a title, before the person who bears it; the unit of that person, or NG_NO_UNIT. */
static guint behind_title(const NgSentence *s, guint of)
{
  guint k = of + 1 + ng_unit_is(s, of + 1, NG_WORD_DETERMINER);
  while (k < of + 5 && (ng_unit_is(s, k, NG_WORD_CAPITAL) || ng_unit_end(s, k) & NG_END_BODY))
    k++;
  return k > of + 1 && ng_unit_end(s, k) == NG_END_PERSON && ng_unit_is_head(s, k) ? k : NG_NO_UNIT;
}

guint ng_phrase_head(const NgSentence *s, guint i)
{
  bool fits = true; /* what stands before goes with a name */
  for (guint k = i; k < s->n && k < i + 9; k++) {
    const NgUnit *u = &s->units[k];
    if (u->name != NG_NONE) {
      if (ng_unit_is_head(s, k))
        return fits ? k : NG_NO_UNIT;
      if (ng_unit_is(s, k + 1, NG_WORD_POSSESSIVE) || u->classes & NG_WORD_PRONOUN)
        return NG_NO_UNIT;
      fits = false; /* "US" goes with the office behind it */
    } else if (k > i && ng_unit_is_word(s, k, "of") && is_modifier(s, k - 1)) {
      return behind_title(s, k);
    } else if (is_modifier(s, k)) {
      fits = fits || ng_unit_office(s, k) || u->classes & NG_WORD_TITLE;
    } else if (u->classes & NG_WORD_DETERMINER) {
      if (k > i)
        return NG_NO_UNIT;
    } else if (u->classes & NG_WORD_OTHER &&
               (!looks_past(s, k) || (k > i && ng_unit_is(s, k - 1, NG_WORD_DETERMINER)))) {
      fits = (u->classes & NG_WORD_FIRM) != 0;
    } else {
      return NG_NO_UNIT;
    }
  }
  return NG_NO_UNIT;
}

/* The unit behind what joins the name before `i` to another; `i` where there is nothing. */
static guint behind_joint(const NgSentence *s, guint i, bool *last)
{
  guint k = i + ng_unit_is(s, i, NG_WORD_COMMA);
  *last = ng_unit_is(s, k, NG_WORD_AND) && !ng_unit_is_word(s, k, "but");
  return k + *last;
}

/* What follows the comma is a list if it comes to "and" through names alone. */
static bool is_list(const NgSentence *s, guint i)
{
  for (guint n = 0; n < NG_MAX_HEADS; n++) {
    bool last;
    guint k = behind_joint(s, i, &last);
    guint head = k > i ? ng_phrase_head(s, k) : NG_NO_UNIT;
    if (head == NG_NO_UNIT)
      return false;
    if (last)
      return true;
    i = head + 1;
  }
  return false;
}

static bool read_heads(const NgSentence *s, guint i, bool nominal, NgHeads *heads)
{
  guint head = ng_phrase_head(s, i);
  if (head == NG_NO_UNIT)
    return false;
  *heads = (NgHeads){.units = {head}, .n = 1, .end = head + 1};
  for (bool last = false; !last && heads->n < NG_MAX_HEADS;) {
    if (ng_unit_is(s, heads->end, NG_WORD_COMMA) && !is_list(s, heads->end))
      break;
    guint k = behind_joint(s, heads->end, &last);
    head = k > heads->end ? ng_phrase_head(s, k) : NG_NO_UNIT;
    if (head == NG_NO_UNIT || (!nominal && ng_unit_is_finite(s, head + 1)))
      break;
    heads->units[heads->n++] = head;
    heads->end = head + 1;
  }
  return true;
}

bool ng_phrase_heads(const NgSentence *s, guint i, NgHeads *heads)
{
  return read_heads(s, i, false, heads);
}

bool ng_phrase_pair(const NgSentence *s, guint i, NgHeads *heads)
{
  return read_heads(s, i, true, heads);
}

/* ---- to the left ---- */

guint ng_phrase_start(const NgSentence *s, guint i)
{
  guint k = i;
  for (; k > 0 && i - k < 8; k--) {
    if (ng_unit_is(s, k - 1, NG_WORD_DETERMINER))
      return k - 1;
    bool word = ng_unit_is(s, k - 1, NG_WORD_OTHER) && ng_unit_office(s, k) && !looks_past(s, k - 1);
    bool owner = ng_unit_is_name(s, k - 1) && k < i && !(s->units[k - 1].classes & NG_WORD_PRONOUN);
    if (!is_modifier(s, k - 1) && !word && !owner)
      break;
  }
  return k;
}

/* A preposition that nothing else can be: what follows it has no verb of its own. */
static bool is_preposition(const NgSentence *s, guint i)
{
  return ng_unit_is(s, i, NG_WORD_PREPOSITION) && !ng_unit_is(s, i, NG_WORD_SUBORDINATE);
}

/* Goes left over adverbs, and over "on Monday" and "last week". */
static guint skip_asides(const NgSentence *s, guint verb)
{
  guint k = verb;
  while (k > 0 && ng_unit_is(s, k - 1, NG_WORD_ADVERB | NG_WORD_TIME)) {
    bool time = ng_unit_is(s, k - 1, NG_WORD_TIME);
    k--;
    if (time && k > 0 && is_preposition(s, k - 1))
      k--;
  }
  return k;
}

/* The name before the comma that closes an apposition at `comma`: "Qin, the foreign minister of China, met". NG_NO_UNIT. */
static guint before_apposition(const NgSentence *s, guint comma)
{
  for (guint k = comma; k > 0 && comma - k < 25; k--) {
    if (ng_unit_is(s, k - 1, NG_WORD_STOP))
      return NG_NO_UNIT;
    if (!ng_unit_is(s, k - 1, NG_WORD_COMMA))
      continue;
    bool opens = ng_unit_is(s, k, NG_WORD_DETERMINER | NG_WORD_WHO | NG_WORD_FORMER) || ng_unit_office(s, k) ||
                 is_gerund(&s->units[k]) || ng_unit_is_word(s, k, "acting") ||
                 (k + 1 == comma && ng_unit_is(s, k, NG_WORD_ADJECTIVE));
    if (opens && k > 1 && ng_unit_is_name(s, k - 2))
      return k - 2;
    bool turned = ng_unit_end(s, comma - 1) == NG_END_PERSON && ng_phrase_start(s, comma - 1) == k && k > 1;
    bool before =
        turned && (ng_unit_is_name(s, k - 2) || ng_unit_office(s, k - 2) || ng_unit_is(s, k - 2, NG_WORD_TITLE));
    return before ? comma - 1 : NG_NO_UNIT; /* "the leader of China, Xi, met", "China's leader, Xi, met" */
  }
  return NG_NO_UNIT;
}

/* Turns a list round that was gathered from right to left. */
static void turn_round(NgHeads *heads)
{
  for (guint i = 0; i < heads->n / 2; i++) {
    uint32_t unit = heads->units[i];
    heads->units[i] = heads->units[heads->n - 1 - i];
    heads->units[heads->n - 1 - i] = unit;
  }
}

guint ng_phrase_gather(const NgSentence *s, guint i, NgHeads *heads)
{
  *heads = (NgHeads){.units = {i}, .n = 1, .end = i + 1};
  guint start = ng_phrase_start(s, i), first = start;
  for (bool more = start > 0 && ng_unit_is(s, start - 1, NG_WORD_AND) && !ng_unit_is_word(s, start - 1, "but");
       more && heads->n < NG_MAX_HEADS;) {
    guint k = start - 1;
    if (heads->n == 1 && k > 0 && ng_unit_is(s, k - 1, NG_WORD_COMMA))
      k--;
    if (k == 0 || !ng_unit_is_name(s, k - 1))
      break;
    heads->units[heads->n++] = k - 1;
    start = first = ng_phrase_start(s, k - 1);
    more = start > 0 && ng_unit_is(s, start - 1, NG_WORD_COMMA);
  }
  turn_round(heads);
  return first;
}

/* Whether a list that begins at `start` may be the subject as a whole: "visited A and B said" is not. */
static bool is_whole(const NgSentence *s, guint start)
{
  if (start == 0)
    return true;
  const NgUnit *before = &s->units[start - 1];
  bool noun = before->word && before->word->verb_forms & NG_FORM_BASE && start > 1 &&
              ng_unit_is(s, start - 2, NG_WORD_DETERMINER | NG_WORD_ADJECTIVE); /* "the gun Hall used" */
  if (noun)
    return true;
  bool verb = ng_unit_is_finite(s, start - 1) || is_gerund(before) ||
              (before->word && before->word->verb_forms | before->word->other_forms);
  return !verb || before->classes & NG_WORD_SAY;
}

/* The subject whose last name is at `i`; goes left out of prepositional phrases. */
static bool subject_at(const NgSentence *s, guint i, NgHeads *heads)
{
  for (guint tries = 0; tries < 4; tries++) {
    guint start = ng_phrase_gather(s, i, heads);
    bool prepositional = start > 0 && is_preposition(s, start - 1);
    if (!prepositional && heads->n == 1 && !is_whole(s, start))
      return false; /* "a bid to join NATO was" */
    if (!prepositional && heads->n > 1 && !is_whole(s, start)) {
      *heads = (NgHeads){.units = {i}, .n = 1, .end = i + 1};
      return true;
    }
    if (!prepositional)
      return true;
    guint before = skip_asides(s, start - 1);
    if (before == 0 || !ng_unit_is_name(s, before - 1))
      return false;
    i = before - 1;
  }
  return false;
}

/* "Hall was the man who killed", "Hall, the man who": the name before. */
static guint before_being(const NgSentence *s, guint who)
{
  guint k = who;
  while (k > 0 && who - k < 6 &&
         ng_unit_is(s, k - 1, NG_WORD_OTHER | NG_WORD_ADJECTIVE | NG_WORD_DETERMINER | NG_WORD_TITLE))
    k--;
  bool being = k < who && k > 1 && ng_unit_is(s, k - 1, NG_WORD_BE | NG_WORD_COMMA);
  return being && ng_unit_is_name(s, k - 2) ? k - 2 : NG_NO_UNIT;
}

/* Whom "who" or "which" at `k` stands for. */
static bool antecedent(const NgSentence *s, guint k, NgHeads *heads)
{
  bool who = ng_unit_is_word(s, k, "who");
  guint being = before_being(s, k);
  if (who && being != NG_NO_UNIT && ng_unit_is(s, being + 1, NG_WORD_COMMA)) {
    *heads = (NgHeads){.units = {being}, .n = 1, .end = being + 1};
    return ng_unit_end(s, being) == NG_END_PERSON;
  }
  if (who && being != NG_NO_UNIT)
    return subject_at(s, being, heads);
  k -= 1 + ng_unit_is(s, k - 1, NG_WORD_COMMA);
  if (k > 1 && k < s->n && ng_unit_is(s, k, NG_WORD_ADJECTIVE) && ng_unit_is(s, k - 1, NG_WORD_COMMA))
    k -= 2; /* an age */
  if (k >= s->n || !ng_unit_is_name(s, k) || who != (ng_unit_end(s, k) == NG_END_PERSON))
    return false;
  guint start = ng_phrase_start(s, k);
  *heads = (NgHeads){.units = {k}, .n = 1, .end = k + 1};
  return start == 0 || !is_preposition(s, start - 1) || ng_unit_is_among(s, start - 1, "with to by from");
}

bool ng_phrase_subject(const NgSentence *s, guint verb, NgHeads *heads)
{
  guint k = skip_asides(s, verb);
  if (k == 0)
    return false;
  k--;
  if (ng_unit_is(s, k, NG_WORD_WHO) && k > 0)
    return antecedent(s, k, heads);
  if (ng_unit_is(s, k, NG_WORD_COMMA)) {
    k = before_apposition(s, k);
    return k != NG_NO_UNIT && subject_at(s, k, heads);
  }
  return ng_unit_is_name(s, k) && subject_at(s, k, heads);
}

guint ng_phrase_place(const NgSentence *s, guint from)
{
  for (guint k = from; k < s->n && k < from + 12; k++) {
    if (ng_unit_is_finite(s, k) || ng_unit_is(s, k, NG_WORD_STOP | NG_WORD_SUBORDINATE | NG_WORD_WHO))
      return NG_NO_UNIT;
    guint head = ng_unit_is_among(s, k, "in at near") ? ng_phrase_head(s, k + 1) : NG_NO_UNIT;
    if (head != NG_NO_UNIT && ng_unit_end(s, head) == NG_END_PLACE)
      return head;
  }
  return NG_NO_UNIT;
}
