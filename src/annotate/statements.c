#include "annotate/statements.h"

#include <string.h>

#define MAX_BESIDE 30u  /* tokens between a speaker and the verb: an apposition */
#define MAX_QUOTE  400u /* tokens in which a quotation's beginning is looked for */
#define MIN_SAID   2u   /* words */

typedef struct {
  GArray *found;
  const NgToken *t;
  gsize n;
  const char *text;
  const NgName *names;
  guint n_names;
  guint next_name;    /* the first that does not end before the clause */
  gsize begin, end;   /* the clause's tokens */
  gsize free;         /* the first token that no statement has yet */
  uint32_t speaker;   /* of the last statement in the block, or NG_NONE */
  NgRange last_verb;  /* of that statement */
  NgWordSet speaking; /* where a statement may be: verbs, and "according" */
} Look;

/* ---- tokens ---- */

static inline bool is_word(const Look *l, gsize i, const char *word)
{
  return i < l->n && ng_token_is(&l->t[i], l->text, word);
}

static bool is_one_of(const Look *l, gsize i, const char *const *words)
{
  return i < l->n && ng_token_is_one_of(&l->t[i], l->text, words);
}

static bool is_mark(const Look *l, gsize i)
{
  return !(l->t[i].flags & (NG_TOKEN_WORD | NG_TOKEN_CLITIC));
}

static const char *const opening[] = {"\"", "\u201c", "``", NULL};
static const char *const closing[] = {"\"", "\u201d", "''", NULL};

/* Verbs of which a clause follows as it is, and such as need a "that", a colon or a quotation. */
static const char *const saying[] = {"said",     "says",    "say",    "added",  "adds",
                                     "insisted", "insists", "argued", "argues", NULL};
static const char *const reporting[] = {
    "told",         "tells",      "warned",     "warns",      "announced", "announces", "wrote",
    "writes",       "declared",   "declares",   "noted",      "notes",     "explained", "explains",
    "acknowledged", "replied",    "claimed",    "claims",     "stressed",  "confirmed", "confirms",
    "suggested",    "stated",     "states",     "promised",   "predicted", "testified", "admitted",
    "asserted",     "contended",  "conceded",   "complained", "remarked",  "tweeted",   "vowed",
    "pledged",      "reiterated", "emphasized", "emphasised", "cautioned", "recalled",  NULL};

static bool is_verb(const Look *l, gsize i)
{
  if (i >= l->end || (l->t[i].flags & (NG_TOKEN_SMALL | NG_TOKEN_CAPITAL)) != NG_TOKEN_SMALL ||
      !ng_word_set_may_have(&l->speaking, &l->t[i]))
    return false;
  return is_one_of(l, i, saying) || is_one_of(l, i, reporting);
}

static NgRange range_of(const Look *l, gsize a, gsize e)
{
  return (NgRange){l->t[a].start, l->t[e - 1].end};
}

/* ---- speakers ---- */

/* The name that ends with token `end` (exclusive); NG_NONE if none does. */
static uint32_t name_before(const Look *l, gsize end)
{
  for (guint i = l->next_name; i < l->n_names && l->names[i].first < end; i++)
    if (l->names[i].end == end)
      return i;
  return NG_NONE;
}

static uint32_t name_at(const Look *l, gsize first)
{
  for (guint i = l->next_name; i < l->n_names && l->names[i].first <= first; i++)
    if (l->names[i].first == first)
      return i;
  return NG_NONE;
}

/* Where the words begin that belong to a name: its titles, an article. */
static gsize noun_begin(const Look *l, gsize first)
{
  while (first > l->begin && (l->t[first - 1].known & (NG_LEX_TITLE | NG_LEX_DEMONYM) || is_word(l, first - 1, "the")))
    first--;
  return first;
}

/* Whether a name is what the verb is about, and no part of what stands before it: "a spokesman for Mr. Qin said". */
static bool is_subject(const Look *l, uint32_t name)
{
  static const char *const joints[] = {"of",   "for",  "to",    "with",    "by",    "from",    "in",
                                       "on",   "at",   "about", "against", "and",   "between", "near",
                                       "than", "like", "as",    "over",    "under", NULL};
  gsize first = noun_begin(l, l->names[name].first);
  return first == l->begin || !is_one_of(l, first - 1, joints);
}

/* The speaker whose name stands before the verb at `verb`, with an adverb or an apposition between. */
static uint32_t speaker_before(const Look *l, gsize verb)
{
  static const char *const between[] = {"also", "has", "had", "have", "then", "later", "never", NULL};
  gsize i = verb;
  while (i > l->begin &&
         (is_one_of(l, i - 1, between) ||
          (l->t[i - 1].end - l->t[i - 1].start > 3 && !is_mark(l, i - 1) &&
           memcmp(l->text + l->t[i - 1].end - 2, "ly", 2) == 0 && !(l->t[i - 1].flags & NG_TOKEN_CAPITAL))))
    i--;
  uint32_t name = name_before(l, i);
  if (name == NG_NONE && i > l->begin && is_word(l, i - 1, ",")) /* the name, an apposition, and the verb */
    for (gsize k = i - 1; k > l->begin && i - k < MAX_BESIDE && name == NG_NONE; k--)
      if (is_word(l, k - 1, ","))
        name = name_before(l, k - 1);
  return name != NG_NONE && is_subject(l, name) ? name : NG_NONE;
}

static bool is_pronoun(const Look *l, gsize i)
{
  return is_one_of(l, i, (const char *const[]){"he", "she", "He", "She", NULL});
}

/* ---- what was said ---- */

/* Where another source is named at the end: ", according to the record". */
static gsize according_in(const Look *l, gsize a, gsize e)
{
  for (gsize i = a + 1; i + 1 < e; i++)
    if (is_word(l, i, "according") && is_word(l, i + 1, "to"))
      return i;
  return e;
}

/* Puts what the tokens from `a` to `e` say, less marks around it. */
static void put(Look *l, gsize a, gsize e, uint32_t name, NgRange verb, uint8_t confidence, const char *rule)
{
  a = MAX(a, l->free);
  while (a < e && (is_mark(l, a) || is_word(l, a, "that")) && !is_word(l, a, "("))
    a++;
  e = according_in(l, a, e);
  while (e > a && is_mark(l, e - 1) && !is_one_of(l, e - 1, (const char *const[]){"?", "!", ")", "%", NULL}))
    e--;
  if (e < a + MIN_SAID)
    return;
  NgFoundStatement found = {range_of(l, a, e), verb, name, confidence, rule};
  g_array_append_val(l->found, found);
  l->free = e;
  l->speaker = name;
  l->last_verb = verb;
}

static bool same_block(const Look *l, gsize i)
{
  return i > 0 && !memchr(l->text + l->t[i - 1].end, '\n', l->t[i].start - l->t[i - 1].end);
}

/* The token that opens the quotation that ends at `close`; `close` itself if there is none in the block. */
static gsize quotation_begin(const Look *l, gsize close)
{
  bool straight = is_word(l, close, "\"");
  for (gsize i = close; i > l->free && close - i < MAX_QUOTE && same_block(l, i); i--)
    if (is_word(l, i - 1, straight ? "\"" : "\u201c"))
      return i - 1;
  return close;
}

/* Puts what stands before `e`, each sentence by itself: the sentence up to there, or more of them if it is quoted. */
static void put_before(Look *l, gsize e, uint32_t name, NgRange verb, uint8_t confidence, const char *rule)
{
  gsize close = e;
  while (close > l->begin && e - close < 3 && !is_one_of(l, close, closing))
    close--;
  gsize a = l->begin;
  if (is_one_of(l, close, closing) && close < e) {
    gsize open = quotation_begin(l, close);
    a = open < l->begin ? open : l->begin;
    confidence = (uint8_t)(confidence + 5);
  }
  while (a < l->begin) {
    gsize stop = a;
    while (stop < l->begin && l->t[stop].sentence == l->t[a].sentence)
      stop++;
    put(l, a, stop, name, verb, confidence, rule);
    a = stop;
  }
  put(l, a, e, name, verb, confidence, rule);
}

/* ---- patterns ---- */

/* Where a clause begins that follows the verb as it is, a day between: "said on Monday it was over"; 0 if none does. */
static gsize bare_after(const Look *l, gsize verb)
{
  static const char *const none[] = {"in",     "on", "at",      "to",     "of",        "about", "so",    "nothing",
                                     "little", "by", "from",    "during", "as",        "when",  "after", "before",
                                     "yes",    "no", "goodbye", "that",   "according", NULL};
  static const char *const addressing[] = {"told", "tells", "warned", "warns", NULL};
  static const char *const subjects[] = {"it", "he", "she", "they", "there", "we", NULL};
  gsize i = verb + 1;
  while (i + 1 < l->end && (l->t[i].known & NG_LEX_DATE || (is_word(l, i, "on") && l->t[i + 1].known & NG_LEX_DATE)))
    i++;
  if (i >= l->end || is_mark(l, i))
    return 0;
  if (!is_one_of(l, verb, saying)) /* "stated it would", but not "told it" */
    return !is_one_of(l, verb, addressing) && is_one_of(l, i, subjects) ? i : 0;
  return is_one_of(l, i, none) ? 0 : i;
}

/* Where what was said begins behind the verb; 0 if nothing is said there. */
static gsize said_after(const Look *l, gsize verb)
{
  static const char *const stops[] = {",", ";", "and", "but", "who", "which", "to", "about", NULL};
  gsize bare = bare_after(l, verb);
  for (gsize k = verb + 1; !bare && k < MIN(l->end, verb + MAX_BESIDE); k++) {
    if (is_word(l, k, "that") || is_word(l, k, ":"))
      return k + 1;
    bool introduced = k == verb + 1 || is_word(l, k - 1, ",") || is_one_of(l, verb, reporting);
    if (is_one_of(l, k, opening) && introduced)
      return k;
    bool quoted = is_word(l, k, ",") && is_one_of(l, k + 1, opening);
    if ((is_one_of(l, k, stops) && !quoted) || (k > verb + 1 && is_verb(l, k)))
      break;
  }
  return bare;
}

/* Whether a quotation ends right before token `i`. */
static bool is_quoted_before(const Look *l, gsize i)
{
  return i > l->begin + 1 && (is_one_of(l, i - 1, closing) || (is_mark(l, i - 1) && is_one_of(l, i - 2, closing)));
}

/* Whether what stands before token `i` may be what was said: a comma or the end of a quotation parts them. */
static bool is_parted(const Look *l, gsize i)
{
  return i > l->begin + MIN_SAID && (is_word(l, i - 1, ",") || is_one_of(l, i - 1, closing));
}

/* A quotation that goes on behind: "..., Mr. Qin said, "and more"." or in the next sentence. */
static void put_behind(Look *l, gsize i, uint32_t name, NgRange verb)
{
  while (i < l->end && !is_one_of(l, i, opening))
    i++;
  if (i + MIN_SAID < l->end)
    put(l, i, l->end, name, verb, 85, "a quotation that goes on");
}

static bool take_speech(Look *l, gsize verb, uint32_t name, gsize first, uint8_t sure)
{
  NgRange word = range_of(l, verb, verb + 1);
  gsize behind = said_after(l, verb);
  if (is_parted(l, first) && (behind == 0 || is_quoted_before(l, first))) {
    put_before(l, first, name, word, sure, "what is said before the speaker");
    put_behind(l, verb + 1, name, word);
    return true;
  }
  if (behind)
    put(l, behind, l->end, name, word, sure, "what is said behind the verb");
  return behind != 0;
}

/* "..., said Paul Haenle, a director."; but "said Paul Haenle is ill" has another speaker. */
static bool take_inverted(Look *l, gsize verb)
{
  static const char *const finite[] = {"is",    "are", "was",   "were", "has",   "have",   "had",  "will",
                                       "would", "can", "could", "may",  "might", "should", "must", NULL};
  gsize i = verb + 1;
  while (i < l->end && i < verb + 12 && name_at(l, i) == NG_NONE && !is_mark(l, i) &&
         !is_one_of(l, i, (const char *const[]){"that", "of", "for", "to", "he", "she", "it", "they", NULL}))
    i++;
  uint32_t name = i < l->end ? name_at(l, i) : NG_NONE;
  if (!is_parted(l, verb) || name == NG_NONE || is_one_of(l, l->names[name].end, finite))
    return false;
  /* "said the director of Boeing, X" names what speaks first; a country before a title does not speak */
  NgRange word = range_of(l, verb, verb + 1);
  while (name + 1 < l->n_names && l->names[name].verdict.kind != NG_NAME_PERSON &&
         l->names[name + 1].first < l->names[name].end + 4 && l->names[name + 1].verdict.kind == NG_NAME_PERSON)
    name++;
  put_before(l, verb, name, word, 85, "said, and then the speaker");
  put_behind(l, l->names[name].end, name, word);
  return true;
}

static bool take_verb(Look *l, gsize i)
{
  uint32_t name = speaker_before(l, i);
  if (name != NG_NONE)
    return take_speech(l, i, name, noun_begin(l, l->names[name].first), 85);
  if (i > l->begin && is_pronoun(l, i - 1) && l->speaker != NG_NONE)
    return take_speech(l, i, l->speaker, i - 1, 60);
  return take_inverted(l, i);
}

static bool take_according(Look *l, gsize i)
{
  gsize k = i + 2;
  while (k < l->end && k < i + 10 && name_at(l, k) == NG_NONE && !is_mark(l, k) &&
         !is_one_of(l, k, (const char *const[]){"of", "for", "from", "in", "by", "'s", NULL}))
    k++;
  uint32_t name = k < l->end ? name_at(l, k) : NG_NONE;
  if (name == NG_NONE || is_word(l, l->names[name].end, "'s") || is_word(l, l->names[name].end, "\u2019s"))
    return false;
  NgRange word = range_of(l, i, i + 2);
  gsize e = l->names[name].end;
  if (i > l->begin + MIN_SAID) {
    put_before(l, i, name, word, 80, "according to");
    return true;
  }
  static const char *const goes_on[] = {",", "of", "in", "at", "from", "for", "on", "who", NULL};
  while (is_one_of(l, l->names[name].end, goes_on) && e < l->end && !is_word(l, e, ","))
    e++;
  put(l, e, l->end, name, word, 80, "according to");
  return true;
}

/* A sentence that begins with a quotation mark right behind a quotation is the same speaker's. */
static void take_next_quotation(Look *l)
{
  if (l->speaker == NG_NONE || !is_one_of(l, l->begin, opening))
    return;
  gsize close = l->begin + 1;
  while (close < l->end && !is_one_of(l, close, closing))
    close++;
  if (close + 2 >= l->end)
    put(l, l->begin, close, l->speaker, l->last_verb, 70, "the next quotation");
}

static void take_clause(Look *l)
{
  guint before = l->found->len;
  for (gsize i = l->begin; i < l->end; i++) {
    if (!ng_word_set_may_have(&l->speaking, &l->t[i]))
      continue;
    bool according = is_one_of(l, i, (const char *const[]){"according", "According", NULL}) && is_word(l, i + 1, "to");
    if (is_verb(l, i) ? take_verb(l, i) : according && take_according(l, i))
      break;
  }
  if (l->found->len == before)
    take_next_quotation(l);
}

static NgWordSet speaking(void)
{
  NgWordSet set = ng_word_set((const char *const[]){"according", NULL});
  ng_word_set_add(&set, saying);
  ng_word_set_add(&set, reporting);
  return set;
}

/* What opens or closes a quotation begins with one of these; most marks are commas and full stops. */
static bool may_be_quotation_mark(char first)
{
  return first == '"' || first == '\'' || first == '`' || first == '\xE2';
}

/* Where the clause that begins at `i` ends: at a semicolon that stands in no quotation, or with the sentence. */
static gsize clause_end(const Look *l, gsize i)
{
  bool quoted = false;
  for (; i < l->n && l->t[i].sentence == l->t[l->begin].sentence; i++) {
    if (!is_mark(l, i))
      continue;
    if (!may_be_quotation_mark(l->text[l->t[i].start])) {
      if (!quoted && is_word(l, i, ";"))
        return i + 1;
    } else if (is_one_of(l, i, closing)) {
      quoted = !quoted && is_word(l, i, "\"");
    } else if (is_one_of(l, i, opening)) {
      quoted = true;
    }
  }
  return i;
}

void ng_statements_find(GArray *found, const NgToken *tokens, gsize n, const char *text, const NgName *names,
                        guint n_names)
{
  Look l = {.found = found,
            .t = tokens,
            .n = n,
            .text = text,
            .names = names,
            .n_names = n_names,
            .speaker = NG_NONE,
            .speaking = speaking()};
  while (l.end < n) {
    l.begin = l.end;
    l.end = clause_end(&l, l.begin);
    while (l.next_name < n_names && names[l.next_name].end <= l.begin)
      l.next_name++;
    if (!same_block(&l, l.begin))
      l.speaker = NG_NONE;
    take_clause(&l);
  }
}
