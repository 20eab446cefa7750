#include "annotate/roles.h"

#include "annotate/role_words.h"

#include <string.h>

#define MAX_BEFORE 12u /* tokens of a title */
#define MAX_LEAD   7u  /* tokens of an apposition up to the word that tells what somebody is */
#define MAX_AFTER  28u /* tokens of an apposition */

typedef struct {
  const NgToken *t;
  gsize n;
  const char *text;
  const NgName *names;
  guint n_names, i;  /* whose roles are looked for */
  gsize first, end;  /* its tokens */
  gsize begin, stop; /* how far one may look: the sentence, and behind the person named before */
} Look;

/* ---- tokens ---- */

static inline bool is_word(const Look *l, gsize i, const char *word)
{
  return i < l->stop && ng_token_is(&l->t[i], l->text, word);
}

static bool is_one_of(const Look *l, gsize i, const char *const *words)
{
  return i < l->stop && ng_token_is_one_of(&l->t[i], l->text, words);
}

static guint role_of(const Look *l, gsize i)
{
  const NgToken *t = &l->t[i];
  return t->flags & NG_TOKEN_WORD ? ng_role_words_of(l->text + t->start, t->end - t->start) : 0;
}

static bool is_capital(const Look *l, gsize i)
{
  return i < l->stop && l->t[i].flags & NG_TOKEN_CAPITAL;
}

static const char *const links[] = {"of", "to", "for", "at", NULL};
static const char *const articles[] = {"the", "The", "a", "A", "an", "An", NULL};
static const char *const owners[] = {"his", "her", "their", "its", "our", "my", "His", "Her", "Their", "Its", NULL};

/* A word that may stand before the one that tells what somebody is. A capital at the beginning of a sentence says nothing. */
static bool is_modifier(const Look *l, gsize i)
{
  const NgToken *t = &l->t[i];
  if (!(t->flags & NG_TOKEN_WORD) || t->known & NG_LEX_DATE || is_word(l, i, "Then"))
    return false;
  if (ng_role_words_is_modifier(l->text + t->start, t->end - t->start) || t->known & NG_LEX_DEMONYM || role_of(l, i))
    return true;
  bool plain = t->flags & NG_TOKEN_FIRST && t->known & NG_LEX_COMMON && !(t->known & NG_LEX_PLACE);
  return t->flags & NG_TOKEN_CAPITAL && !plain && !is_one_of(l, i, articles) && !is_one_of(l, i, owners);
}

/* What may stand between the word that tells what somebody is and the name: "of State". */
static bool is_complement(const Look *l, gsize a, gsize e)
{
  if (a == e)
    return true;
  if (!is_one_of(l, a, links) || !is_capital(l, e - 1))
    return false;
  for (gsize i = a + 1; i < e; i++)
    if (!is_capital(l, i) && !is_one_of(l, i, (const char *const[]){"of", "the", "and", "for", "&", "'s", NULL}))
      return false;
  return true;
}

/* ---- before the name ---- */

static NgRange range_of(const Look *l, gsize a, gsize e)
{
  return a < e ? (NgRange){l->t[a].start, l->t[e - 1].end} : (NgRange){0, 0};
}

/* The first token of the words that belong before the one at `head`. */
static gsize go_left(const Look *l, gsize head)
{
  gsize a = head;
  while (a > l->begin && head - a < MAX_BEFORE) {
    bool owner = is_word(l, a - 1, "'s") && a - 1 > l->begin && l->t[a - 2].known & NG_LEX_PLACE;
    if (owner)
      a -= 2;
    else if (is_modifier(l, a - 1))
      a--;
    else
      break;
  }
  return a;
}

static NgAddress address_before(const Look *l)
{
  static const char *const men[] = {"Mr.", "Mr", "Sir", "Lord", "Monsieur", "Herr", NULL};
  static const char *const women[] = {"Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Dame", "Lady", "Madam", "Madame", NULL};
  if (l->first == l->begin)
    return NG_ADDRESS_NONE;
  gsize i = l->first - 1;
  if (is_one_of(l, i, men))
    return NG_ADDRESS_MAN;
  if (!is_one_of(l, i, women))
    return NG_ADDRESS_NONE;
  bool couple = i >= l->begin + 2 && is_word(l, i - 1, "and") && is_one_of(l, i - 2, men);
  return couple ? NG_ADDRESS_COUPLE : NG_ADDRESS_WOMAN;
}

/* Small words that are no title right before a name: "to head Apple". */
static bool is_verb_too(const Look *l, gsize i)
{
  return is_one_of(l, i, (const char *const[]){"head", "chair", "host", "coach", "champion", "pilot", "partner", NULL});
}

/* The title that ends right before token `end`. */
static NgRange title_before(const Look *l, gsize end)
{
  for (gsize i = end; i > l->begin && end - i < MAX_BEFORE;) {
    i--;
    bool part = is_capital(l, i) || is_one_of(l, i, links) ||
                is_one_of(l, i, (const char *const[]){"the", "and", "&", "'s", NULL});
    if (role_of(l, i) && !is_verb_too(l, i) && is_complement(l, i + 1, end))
      return range_of(l, go_left(l, i), end);
    if (!part)
      break;
  }
  return (NgRange){0, 0};
}

/* "the Speaker of the House, Kevin McCarthy," or "China's foreign minister, Qin Gang.": from an article or an owner up to the comma. */
static NgRange opened_before(const Look *l)
{
  gsize comma = l->first - 1, head = 0, from = 0;
  bool closed = l->end >= l->stop || is_one_of(l, l->end, (const char *const[]){",", ".", ";", ")", NULL});
  for (gsize i = comma; closed && i > l->begin && comma - i < MAX_BEFORE;) {
    i--;
    if (!(l->t[i].flags & (NG_TOKEN_WORD | NG_TOKEN_CLITIC)))
      break;
    if (!role_of(l, i))
      continue;
    gsize a = go_left(l, i);
    bool opened = a > l->begin && (is_one_of(l, a - 1, articles) || is_one_of(l, a - 1, owners));
    bool owned = a + 1 < i && is_word(l, a + 1, "'s");
    bool joined = i + 1 == comma || is_one_of(l, i + 1, links);
    if ((opened || owned) && joined) {
      head = i;
      from = a;
    }
  }
  return head ? range_of(l, from, comma) : (NgRange){0, 0};
}

/* ---- behind the name ---- */

/* A place right behind it: "President Tsai Ing-wen of Taiwan". */
static NgRange place_behind(const Look *l)
{
  if (!is_word(l, l->end, "of") || l->i + 1 >= l->n_names)
    return (NgRange){0, 0};
  const NgName *next = &l->names[l->i + 1];
  bool place = next->first == l->end + 1 && next->verdict.kind == NG_NAME_PLACE && next->end <= l->stop;
  return place ? range_of(l, l->end, next->end) : (NgRange){0, 0};
}

static const char *const no_lead[] = {
    "who", "whom", "whose", "which", "that",    "said", "says",  "told",  "was",   "is",     "are", "were",
    "has", "had",  "have",  "will",  "and",     "but",  "or",    "as",    "in",    "on",     "at",  "of",
    "to",  "for",  "from",  "with",  "by",      "when", "while", "where", "after", "before", "he",  "she",
    "it",  "they", "not",   "if",    "because", "also", "then",  "his",   "her",   NULL};

static const char *const ends[] = {"who", "whom", "whose", "which", "said", "says",  "told", "added", "was",
                                   "is",  "were", "had",   "has",   "when", "where", "told", "wrote", NULL};

/* The word that tells what somebody is, in the words that begin at `a`; 0 if they are no apposition. */
static gsize head_behind(const Look *l, gsize a)
{
  gsize stop = MIN(l->stop, a + MAX_LEAD);
  for (gsize i = a; i < stop; i++) {
    const NgToken *t = &l->t[i];
    bool word = t->flags & NG_TOKEN_WORD && !is_one_of(l, i, no_lead);
    if (!word && !is_one_of(l, i, (const char *const[]){"'s", "-", NULL}))
      return 0;
    bool more = i + 1 < stop && role_of(l, i + 1);
    if (role_of(l, i) && !more)
      return i;
  }
  return 0;
}

/* Whether a person is named right behind the head: "Qin, President Biden and others" is a list. */
static bool names_another(const Look *l, gsize head)
{
  for (guint k = l->i + 1; k < l->n_names && l->names[k].first <= head + 1; k++)
    if (l->names[k].verdict.kind == NG_NAME_PERSON && l->names[k].end > head + 1)
      return true;
  return false;
}

/* Whether what follows the head may still tell of the person: "the official accused Washington" is a sentence. */
static bool goes_on(const Look *l, gsize i)
{
  static const char *const words[] = {"of",       "for",         "at",    "in",      "on",     "with",
                                      "from",     "to",          "and",   "who",     "under",  "based",
                                      "turned",   "known",       "named", "working", "living", "general",
                                      "emeritus", "responsible", "since", "during",  "until",  NULL};
  return i >= l->stop || !(l->t[i].flags & NG_TOKEN_WORD) || is_capital(l, i) || is_one_of(l, i, words);
}

static gsize end_behind(const Look *l, gsize head)
{
  gsize i = head + 1;
  while (i < l->stop && i - head < MAX_AFTER) {
    const NgToken *t = &l->t[i];
    bool mark =
        !(t->flags & (NG_TOKEN_WORD | NG_TOKEN_CLITIC)) && !is_one_of(l, i, (const char *const[]){"-", "&", NULL});
    if (mark || is_one_of(l, i, ends))
      break;
    i++;
  }
  return i;
}

static NgRange apposition(const Look *l)
{
  gsize a = l->end;
  if (!is_word(l, a, ","))
    return (NgRange){0, 0};
  a++;
  bool age = a + 1 < l->stop && g_ascii_isdigit(l->text[l->t[a].start]) && is_word(l, a + 1, ",");
  a += age ? 2 : 0;
  gsize head = a < l->stop ? head_behind(l, a) : 0;
  if (!head || names_another(l, head) || !goes_on(l, head + 1))
    return (NgRange){0, 0};
  a += is_one_of(l, a, articles);
  return a > head ? (NgRange){0, 0} : range_of(l, a, end_behind(l, head));
}

/* ---- the door ---- */

NgRoles ng_roles_beside(const NgToken *tokens, gsize n, const char *text, const NgName *names, guint n_names, guint i)
{
  Look l = {tokens, n, text, names, n_names, i, names[i].first, names[i].end, names[i].first, names[i].end};
  gsize least = 0;
  for (guint k = i; k > 0 && !least; k--)
    if (names[k - 1].verdict.kind == NG_NAME_PERSON || i - k > MAX_BEFORE)
      least = names[k - 1].end;
  while (l.begin > least && tokens[l.begin - 1].sentence == tokens[l.first].sentence &&
         l.first - l.begin < 2 * (gsize)MAX_BEFORE)
    l.begin--;
  while (l.stop < n && tokens[l.stop].sentence == tokens[l.first].sentence && l.stop - l.end < 2 * (gsize)MAX_AFTER)
    l.stop++;
  NgRoles roles = {.address = address_before(&l)};
  if (!roles.address)
    roles.before = title_before(&l, l.first);
  if (roles.before.end > roles.before.start)
    roles.of = place_behind(&l);
  else if (l.first > l.begin && is_word(&l, l.first - 1, ","))
    roles.before = opened_before(&l);
  roles.after = apposition(&l);
  return roles;
}

/* ---- for a narrow column ---- */

#define SHORT_BYTES 22u

/* Where the word that ends the short form ends: before "of", "for", "on". */
static gsize short_end(const char *role)
{
  static const char *const stops[] = {" of ", " for ",  " to ",   " at ",  " in ",
                                      " on ", " with ", " from ", " and ", ", "};
  gsize end = strlen(role);
  for (gsize i = 0; i < G_N_ELEMENTS(stops); i++) {
    const char *at = strstr(role, stops[i]);
    if (at && (gsize)(at - role) < end)
      end = (gsize)(at - role);
  }
  return end;
}

/* Drops words from the left while it is too long and keeps the last two. */
char *ng_roles_short(const char *role)
{
  gsize end = strlen(role) <= SHORT_BYTES ? strlen(role) : short_end(role);
  g_autofree char *cut = g_strndup(role, end);
  const char *start = cut;
  while (strlen(start) > SHORT_BYTES) {
    const char *space = strchr(start, ' ');
    if (!space || !strchr(space + 1, ' '))
      break;
    start = space + 1;
  }
  return g_strdup(start);
}
