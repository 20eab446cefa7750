/* What a verb is done to: names behind it, directly or by a preposition, a noun or a clause. */
#include "annotate/relation_find.h"

#include <string.h>

static bool is_number(const NgSentence *s, guint i)
{
  return i < s->n && g_ascii_isdigit(s->text[s->tokens[s->units[i].token].start]);
}

/* Over "in Bali", "on Monday", "by telephone", "last week"; the unit behind, or `i`. */
static guint skip_aside(const NgSentence *s, guint i)
{
  bool dated = i > 0 && (is_number(s, i - 1) || ng_unit_is(s, i - 1, NG_WORD_TIME));
  if (ng_unit_is(s, i, NG_WORD_ADVERB | NG_WORD_TIME) ||
      (dated && (ng_unit_is(s, i, NG_WORD_COMMA) || is_number(s, i))))
    return i + 1;
  if (!ng_unit_is(s, i, NG_WORD_PREPOSITION) || ng_unit_is(s, i, NG_WORD_TO))
    return i;
  guint head = ng_phrase_head(s, i + 1);
  if (head != NG_NO_UNIT)
    return ng_unit_end(s, head) == NG_END_PLACE ? head + 1 : i;
  guint k = i + 1;
  while (k < i + 4 &&
         ng_unit_is(s, k, NG_WORD_DETERMINER | NG_WORD_ADJECTIVE | NG_WORD_TIME | NG_WORD_OTHER | NG_WORD_ADVERB))
    k++;
  return k > i + 1 ? k : i;
}

static bool object_at(const NgSentence *s, guint i, NgObject *object)
{
  return ng_phrase_heads(s, i, &object->heads);
}

/* An unknown place before a known one: "born in Elmview, N.D.". */
static bool place_beyond(const NgSentence *s, guint i, const NgVerbRow *row, NgObject *object)
{
  guint k = i;
  while (k < i + 3 && ng_unit_is_capital(s, k) && ng_unit_end(s, k) != NG_END_PLACE)
    k++;
  guint wide = k > i && row->objects == NG_END_PLACE ? ng_wide_place_at(s, k) : NG_NO_UNIT;
  object->heads = (NgHeads){.units = {wide}, .n = 1, .end = wide + 1};
  return wide != NG_NO_UNIT;
}

/* The link, at the unit or behind what may stand between, and the names behind it. */
static bool linked_object(const NgSentence *s, guint i, const NgVerbRow *row, NgObject *object)
{
  for (guint tries = 0; tries < 7; tries++) {
    if (ng_unit_is_among(s, i, row->links) && (place_beyond(s, i + 1, row, object) || object_at(s, i + 1, object))) {
      object->link = s->units[i].word ? ng_words_spelled(s->units[i].word) : "";
      object->doubt_percent = (uint8_t)(tries * 5);
      return true;
    }
    guint next = skip_aside(s, i);
    if (next == i)
      return false;
    i = next;
  }
  return false;
}

/* "arms", "ties": what could also be a verb, where a noun is looked for. */
static bool is_plural_noun(const NgUnit *u)
{
  return u->classes & NG_WORD_TIES || (u->word && !((u->word->verb_forms | u->word->other_forms) & ~NG_FORM_THIRD) &&
                                       !(u->classes & (NG_WORD_BE | NG_WORD_HAVE | NG_WORD_DO | NG_WORD_MODAL)));
}

/* "condemned Russia's invasion": whose deed it is. */
static bool deed_of(const NgSentence *s, guint i, NgObject *object)
{
  static const char deeds[] =
      "attack attacks invasion decision decisions plan plans policy policies action actions move moves handling "
      "conduct stance "
      "position bid effort efforts war treatment remarks comments statement response failure role leadership proposal "
      "proposals law threat threats claims strikes strike bombing annexation occupation refusal behaviour behavior "
      "raid";
  i += ng_unit_is(s, i, NG_WORD_DETERMINER);
  guint k = i + 2;
  if (!ng_unit_is_name(s, i) || !ng_unit_is(s, i + 1, NG_WORD_POSSESSIVE))
    return false;
  while (k < i + 6 && ng_unit_is(s, k, NG_WORD_OTHER | NG_WORD_ADJECTIVE | NG_WORD_FORMER) &&
         !ng_unit_is_among(s, k, deeds))
    k++;
  object->heads = (NgHeads){.units = {i}, .n = 1, .end = k + 1};
  object->link = "";
  return ng_unit_is_among(s, k, deeds);
}

/* A noun phrase, then the link and the names. */
static bool noun_and_object(const NgSentence *s, guint i, const NgVerbRow *row, NgObject *object)
{
  guint words = 0;
  object->noun = NULL;
  for (guint k = i; k < s->n && k < i + 9; k++) {
    const NgUnit *u = &s->units[k];
    bool between = row->flags & NG_ROW_TIES && ng_unit_is_word(s, k, "between");
    if (words && (ng_unit_is_among(s, k, row->links) || between) &&
        (object->noun || !(row->flags & (NG_ROW_TIES | NG_ROW_OFFICE)))) {
      object->link = between ? "of" : u->word ? ng_words_spelled(u->word) : "";
      return object_at(s, k + 1, object);
    }
    if (u->classes &
            (NG_WORD_COMMA | NG_WORD_STOP | NG_WORD_WHO | NG_WORD_SUBORDINATE | NG_WORD_TO | NG_WORD_PRONOUN) ||
        (ng_unit_is_finite(s, k) && k > i && !is_plural_noun(u)))
      return false;
    bool deep =
        u->classes & NG_WORD_PREPOSITION && !ng_unit_is_among(s, k, "of on for"); /* "made a remark in talks with" */
    if ((u->name != NG_NONE && ng_unit_is_head(s, k)) || (deep && row->flags & NG_ROW_TIES))
      return false;
    bool wanted = row->flags & NG_ROW_OFFICE ? ng_unit_office(s, k) != NULL : (u->classes & NG_WORD_TIES) != 0;
    if (wanted && u->word)
      object->noun = k > i && ng_unit_is_word(s, k - 1, "prime") ? "prime minister" : ng_words_spelled(u->word);
    words += (u->classes & NG_WORD_OTHER) || wanted || (u->word && u->word->verb_forms);
  }
  return false;
}

#define MOST_TIES_UNITS 6 /* to the noun, of "a new and wide-ranging trade agreement" */

const char *ng_object_ties(const NgSentence *s, guint i)
{
  const guint32 before = NG_WORD_DETERMINER | NG_WORD_ADJECTIVE | NG_WORD_OTHER | NG_WORD_CAPITAL;
  const char *noun = NULL;
  for (guint k = i; k < s->n && k < i + MOST_TIES_UNITS && s->units[k].name == NG_NONE; k++) {
    const NgUnit *u = &s->units[k];
    if (u->classes & NG_WORD_TIES && u->word)
      noun = ng_words_spelled(u->word); /* the last: "trade agreement" */
    else if (noun || !(u->classes & before))
      break;
  }
  return noun;
}

/* "said (that) China and Russia want": who does something in the clause behind. */
static bool clause_subject(const NgSentence *s, guint i, NgObject *object)
{
  for (guint tries = 0, next; tries < 3 && (next = skip_aside(s, i)) != i; tries++)
    i = next;
  i += ng_unit_is_word(s, i, "that");
  for (guint n = 0; n < NG_MAX_HEADS; n++) {
    guint head = ng_phrase_head(s, i);
    if (head == NG_NO_UNIT)
      return false;
    if (ng_unit_is_finite(s, head + 1) || (n && ng_unit_is(s, head + 1, NG_WORD_OTHER)))
      return ng_phrase_subject(s, head + 1, &object->heads);
    i = head + 1;
    i += ng_unit_is(s, i, NG_WORD_COMMA);
    i += ng_unit_is(s, i, NG_WORD_AND);
    if (i == head + 1)
      return false;
  }
  return false;
}

bool ng_object_find(const NgSentence *s, guint i, const NgVerbRow *row, NgObject *object)
{
  while (ng_unit_is(s, i, NG_WORD_ADVERB) && !ng_unit_is_among(s, i, row->links))
    i++;
  if (row->flags & NG_ROW_THAT)
    return clause_subject(s, i, object);
  if (row->flags & NG_ROW_DEED && deed_of(s, i, object))
    return true;
  if (row->flags & (NG_ROW_TIES | NG_ROW_DEED | NG_ROW_OFFICE))
    return noun_and_object(s, i, row, object);
  if (row->flags & NG_ROW_NOUN && noun_and_object(s, i, row, object))
    return true;
  object->noun = NULL;
  return *row->links ? linked_object(s, i, row, object) : object_at(s, i, object);
}

bool ng_object_agent(const NgSentence *s, guint i, NgHeads *heads)
{
  for (guint k = i; k < s->n && k < i + 18; k++) {
    if (ng_unit_is_word(s, k, "by"))
      return ng_phrase_heads(s, k + 1, heads);
    if (k > i && ng_unit_is(s, k, NG_WORD_COMMA) && is_number(s, k - 1))
      continue; /* a date */
    if (ng_unit_is(s, k, NG_WORD_COMMA) &&
        (ng_wide_place_at(s, k) != NG_NO_UNIT || (k > i && ng_unit_end(s, k - 1) == NG_END_PLACE)))
      continue; /* an address */
    if (ng_unit_is_finite(s, k) || ng_unit_is(s, k, NG_WORD_COMMA | NG_WORD_STOP | NG_WORD_WHO | NG_WORD_AND))
      return false;
  }
  return false;
}
