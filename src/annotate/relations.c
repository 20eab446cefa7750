/* Sentences to units, and the units to those who look for relations in them. */
#include "annotate/relations.h"

#include "annotate/relation_find.h"

#include <string.h>

struct _NgPatterns {
  GStringChunk *labels;
};

NgPatterns *ng_patterns_new(void)
{
  NgPatterns *patterns = g_new0(NgPatterns, 1);
  patterns->labels = g_string_chunk_new(1024);
  return patterns;
}

void ng_patterns_free(NgPatterns *patterns)
{
  if (!patterns)
    return;
  g_string_chunk_free(patterns->labels);
  g_free(patterns);
}

const char *ng_find_status(NgStatus status)
{
  static const char *const words[] = {[NG_STATUS_DONE] = NULL,
                                      [NG_STATUS_PLANNED] = "planned",
                                      [NG_STATUS_POSSIBLE] = "possible",
                                      [NG_STATUS_CANCELLED] = "cancelled",
                                      [NG_STATUS_DENIED] = "denied"};
  return words[status];
}

/* ---- what is found ---- */

static bool same_name(const NgSentence *s, uint32_t a, uint32_t b)
{
  if (a == b)
    return true;
  const NgName *x = &s->names[a], *y = &s->names[b];
  const NgToken *t = s->tokens; /* "Qin Gang", "Gang", "Qin"; but "Joe Biden", "Jill Biden" */
  bool last = t[x->end - 1].lower == t[y->end - 1].lower, first = t[x->first].lower == t[y->first].lower;
  bool lone = x->end - x->first == 1 || y->end - y->first == 1;
  return x->verdict.kind == y->verdict.kind && (lone ? last || first : last && first);
}

/* A meeting is a talk: who met is not told of once more as having talked. */
static bool is_same_kind(const char *a, const char *b)
{
  bool talks = strcmp(a, "talk") == 0 || strcmp(b, "talk") == 0,
       meets = strcmp(a, "meet") == 0 || strcmp(b, "meet") == 0;
  return strcmp(a, b) == 0 || (talks && meets);
}

void ng_find_put(NgFind *f, guint subject, guint object, const NgSaid *pattern)
{
  const NgSentence *s = f->s;
  NgSaid said = *pattern;
  said.subject = s->units[subject].name;
  said.object = s->units[object].name;
  said.place = pattern->place == NG_NO_UNIT ? NG_NONE : s->units[pattern->place].name;
  said.start = s->start;
  said.end = s->end;
  if ((s->units[subject].classes | s->units[object].classes) & NG_WORD_PRONOUN)
    said.confidence_percent = (uint8_t)(said.confidence_percent - 25);
  if (same_name(s, said.subject, said.object))
    return;
  for (guint i = f->first; i < f->said->len; i++) {
    const NgSaid *other = &g_array_index(f->said, NgSaid, i);
    if (other->subject == said.subject && other->object == said.object && is_same_kind(other->kind, said.kind))
      return;
  }
  g_array_append_val(f->said, said);
}

/* ---- units ---- */

typedef struct {
  NgPatterns *patterns;
  NgSentence s;
  const NgToken *tokens;
  const NgName *names;
  gsize n_names, next_name;
  uint32_t person; /* the one person that the sentence before told of, as its subject; NG_NONE */
} Reader;

static guint32 classes_of(const Reader *r, const NgToken *t, const NgWord *word)
{
  const char *p = r->s.text + t->start;
  guint32 classes = word ? word->classes : 0;
  bool capital = t->flags & NG_TOKEN_CAPITAL, first = t->flags & NG_TOKEN_FIRST;
  if (capital && !first && classes & NG_WORD_MODAL)
    classes = NG_WORD_TIME; /* "May" */
  if (!(t->flags & (NG_TOKEN_WORD | NG_TOKEN_CLITIC)))
    return classes ? classes : NG_WORD_STOP;
  if (t->known & NG_LEX_TITLE)
    classes |= NG_WORD_TITLE;
  if (t->known & NG_LEX_DEMONYM || g_ascii_isdigit(*p))
    classes |= NG_WORD_ADJECTIVE;
  if (t->known & NG_LEX_DATE && capital)
    classes |= NG_WORD_TIME;
  if (capital && !first && !classes)
    classes |= NG_WORD_CAPITAL;
  if (!classes && !(word && word->verb_forms | word->other_forms)) {
    bool adverb = t->end - t->start > 4 && memcmp(r->s.text + t->end - 2, "ly", 2) == 0;
    classes = adverb ? NG_WORD_ADVERB : NG_WORD_OTHER;
  }
  const guint32 nouns = NG_WORD_FIRM | NG_WORD_TIES | NG_WORD_DOUBT | NG_WORD_EFFORT;
  if ((word && (word->noun != NG_NO_ROW || word->office != NG_NO_ROW)) || (classes && !(classes & ~nouns)))
    classes |= NG_WORD_OTHER;
  return classes;
}

/* A title of several words is one unit: "Secretary of State". */
static gsize title_tokens(const Reader *r, gsize i, gsize end)
{
  const NgToken *t = &r->tokens[i];
  gsize limit = r->next_name < r->n_names ? MIN(end, r->names[r->next_name].first) : end;
  return t->phrase > 1 && t->known & NG_LEX_TITLE && i + t->phrase <= limit ? t->phrase : 1;
}

static const NgWord *title_word(const Reader *r, gsize i, gsize n)
{
  guint64 hash = NG_HASH_OF_NOTHING;
  for (gsize k = i; k < i + n; k++) {
    const NgToken *t = &r->tokens[k];
    for (uint32_t p = t->start; p < t->end; p++)
      hash = ng_hash_byte(hash, g_ascii_tolower(r->s.text[p]));
    if (k + 1 < i + n)
      hash = ng_hash_byte(hash, ' ');
  }
  return ng_words_find(hash);
}

/* The unit that begins at token `i`; returns the token behind it. */
static gsize put_unit(Reader *r, gsize i, gsize end)
{
  NgSentence *s = &r->s;
  NgUnit *u = &s->units[s->n++];
  while (r->next_name < r->n_names && r->names[r->next_name].end <= i)
    r->next_name++;
  if (r->next_name < r->n_names && r->names[r->next_name].first <= i) {
    *u = (NgUnit){.token = (uint32_t)i, .name = (uint32_t)r->next_name};
    return MIN(r->names[r->next_name].end, end);
  }
  gsize n = title_tokens(r, i, end);
  *u = (NgUnit){.token = (uint32_t)i, .name = NG_NONE};
  u->word = n > 1 ? title_word(r, i, n) : ng_words_find(r->tokens[i].lower);
  u->classes = n > 1 ? NG_WORD_TITLE : classes_of(r, &r->tokens[i], u->word);
  return i + n;
}

/* ---- pronouns of which one reading is left ---- */

static bool is_he(const NgSentence *s, guint i)
{
  return ng_unit_is(s, i, NG_WORD_PRONOUN) && ng_unit_is_among(s, i, "he she");
}

/* "He" at the beginning means the one person of the sentence before; behind "Burns said" it means Burns. */
static void resolve_pronouns(Reader *r)
{
  NgSentence *s = &r->s;
  if (r->person != NG_NONE && is_he(s, 0))
    s->units[0].name = r->person;
  for (guint i = 2; i < s->n; i++) {
    guint say = i - 1 - ng_unit_is_word(s, i - 1, "that");
    if (is_he(s, i) && say > 0 && ng_unit_is(s, say, NG_WORD_SAY) && ng_unit_end(s, say - 1) == NG_END_PERSON)
      s->units[i].name = s->units[say - 1].name;
  }
}

/* The one person that this sentence tells of, if its subject is that person. */
static uint32_t person_of(const NgSentence *s)
{
  uint32_t person = NG_NONE;
  guint verb = NG_NO_UNIT;
  for (guint i = 0; i < s->n; i++) {
    if (ng_unit_end(s, i) == NG_END_PERSON) {
      if (person != NG_NONE && !same_name(s, person, s->units[i].name))
        return NG_NONE;
      person = s->units[i].name;
      if (verb == NG_NO_UNIT && ng_unit_is_finite(s, i + 1))
        verb = i + 1;
    }
  }
  NgHeads heads;
  bool subject = verb != NG_NO_UNIT && ng_phrase_subject(s, verb, &heads) && heads.n == 1;
  return subject ? person : NG_NONE;
}

/* ---- sentences ---- */

/* Tokens, and the names in them. */
typedef struct {
  gsize first, end, first_name, end_name;
} Stretch;

static void look_for_relations(Reader *r, GArray *said)
{
  guint names = 0;
  for (guint i = 0; i < r->s.n && names < 2; i++)
    names += r->s.units[i].name != NG_NONE;
  if (names < 2)
    return;
  NgFind find = {&r->s, said, said->len, r->patterns->labels};
  ng_find_by_verbs(&find);
  ng_find_by_nouns(&find);
  ng_find_by_offices(&find);
  ng_find_by_places(&find);
}

/* A sentence, in pieces where it is very long; `said` may be NULL, to learn of whom it tells. */
static void read_sentence(Reader *r, GArray *said, const Stretch *stretch)
{
  NgSentence *s = &r->s;
  r->next_name = stretch->first_name;
  for (gsize i = stretch->first; i < stretch->end;) {
    s->n = 0;
    s->start = r->tokens[i].start;
    while (i < stretch->end && s->n < NG_MAX_UNITS)
      i = put_unit(r, i, stretch->end);
    s->end = r->tokens[i - 1].end;
    resolve_pronouns(r);
    if (said)
      look_for_relations(r, said);
    r->person = person_of(s);
  }
}

static bool begins_with_he(const Reader *r, const Stretch *stretch)
{
  gsize i = stretch->first;
  const char *p = r->s.text + r->tokens[i].start;
  gsize bytes = r->tokens[i].end - r->tokens[i].start;
  return (bytes == 2 && memcmp(p, "He", 2) == 0) || (bytes == 3 && memcmp(p, "She", 3) == 0);
}

/* Most sentences name no two: they are passed over, and looked at again only if "he" behind one asks of whom it told. */
static void take_sentence(Reader *r, GArray *said, const Stretch *stretch, Stretch *before)
{
  gsize names = stretch->end_name - stretch->first_name;
  bool he = begins_with_he(r, stretch);
  if (names + he > 1) {
    if (he && before->end)
      read_sentence(r, NULL, before);
    read_sentence(r, said, stretch);
    *before = (Stretch){0};
  } else if (names == 1) {
    *before = *stretch;
    r->person = NG_NONE;
  } else if (!he) {
    *before = (Stretch){0};
    r->person = NG_NONE;
  }
}

void ng_patterns_find(NgPatterns *patterns, GArray *said, const NgName *names, gsize n_names, const NgToken *tokens,
                      gsize n_tokens, const char *text)
{
  Reader r = {.patterns = patterns,
              .tokens = tokens,
              .names = names,
              .n_names = n_names,
              .person = NG_NONE,
              .s = {.tokens = tokens, .text = text, .names = names}};
  Stretch stretch = {0}, before = {0};
  while (stretch.end < n_tokens) {
    stretch.first = stretch.end;
    stretch.first_name = stretch.end_name;
    while (stretch.end < n_tokens && tokens[stretch.end].sentence == tokens[stretch.first].sentence)
      stretch.end++;
    while (stretch.end_name < n_names && names[stretch.end_name].first < stretch.end)
      stretch.end_name++;
    take_sentence(&r, said, &stretch, &before);
  }
}
