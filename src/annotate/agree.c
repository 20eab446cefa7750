/* What a text says of a name in one place holds in every other: evidence is gathered under each name, and under the last word of a person's. */
#include "annotate/names.h"

#include <string.h>

typedef struct {
  guint64 key;
  guint16 votes[4]; /* by NgNameKind */
  bool surname;     /* somebody's whose first name is told */
  bool where;       /* stands somewhere as a place does: "in Paris" */
} Ballot;

/* An open-addressed table that is as large as it needs to be from the start. */
typedef struct {
  Ballot *slots;
  gsize mask;
} Ballots;

static Ballots ballots_new(guint n)
{
  gsize size = 64;
  while (size < 4u * n)
    size *= 2;
  return (Ballots){g_new0(Ballot, size), size - 1};
}

static Ballot *find(const Ballots *b, guint64 key)
{
  gsize i = (gsize)((key ^ key >> 29) & b->mask);
  while (b->slots[i].key && b->slots[i].key != key)
    i = (i + 1) & b->mask;
  return &b->slots[i];
}

static Ballot *find_or_add(Ballots *b, guint64 key)
{
  Ballot *ballot = find(b, key);
  ballot->key = key;
  return ballot;
}

static void vote(Ballots *b, guint64 key, NgNameKind kind, int votes)
{
  Ballot *ballot = find_or_add(b, key);
  ballot->votes[kind] = (guint16)MIN(ballot->votes[kind] + votes, 60000);
}

static NgNameKind winner(const Ballot *ballot, int *votes)
{
  NgNameKind best = ballot->votes[NG_NAME_PERSON] > ballot->votes[NG_NAME_PLACE] ? NG_NAME_PERSON : NG_NAME_PLACE;
  if (ballot->votes[NG_NAME_ORGANISATION] > ballot->votes[best])
    best = NG_NAME_ORGANISATION;
  if (ballot->votes[NG_NAME_NONE] > ballot->votes[best])
    best = NG_NAME_NONE;
  *votes = ballot->votes[best];
  return best;
}

static guint64 key_of(const NgToken *tokens, uint32_t first, uint32_t end)
{
  guint64 key = tokens[first].lower;
  for (uint32_t i = first + 1; i < end; i++)
    key = (key ^ (tokens[i].lower + 0x9e3779b97f4a7c15u + (key << 6) + (key >> 2))) * 0x9e3779b97f4a7c15u;
  return key | 1;
}

/* Whether it is one word that stands as a place does. */
static bool is_where(const NgName *name, const NgToken *tokens, gsize n)
{
  static const char *const words[] = {"in", "to", "from", "at", "near", "of"};
  if (name->end - name->first > 1 || name->verdict.kind != NG_NAME_PLACE || name->first == 0 ||
      tokens[name->first].flags & NG_TOKEN_FIRST || (name->end < n && tokens[name->end].flags & NG_TOKEN_CLITIC))
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (tokens[name->first - 1].lower == ng_hash_bytes(NG_HASH_OF_NOTHING, words[i], strlen(words[i])))
      return true;
  return false;
}

/* "Neil Jordan"; "Valeska Paris", though nobody knows the first name; not "Real Madrid". */
static bool bears_surname(const NgName *name, const NgToken *tokens)
{
  guint32 first = tokens[name->first].known, last = tokens[name->end - 1].known;
  if (name->verdict.kind != NG_NAME_PERSON || name->end - name->first < 2 || !(last & NG_LEX_NAME_PART))
    return false;
  return name->verdict.sure > 2 || !(first & (NG_LEX_COMMON | NG_LEX_ORG_HEAD) || last & NG_LEX_COUNTRY);
}

/* What somebody is called beside the last word: the family's name before a given one ("Lee Jae-myung"), the first of two surnames ("Fernanda Cabal Molina"). */
static void gather_surname(Ballots *b, const NgName *name, const NgToken *tokens)
{
  const NgToken *last = &tokens[name->end - 1], *before = last - 1;
  guint32 other = NG_LEX_PLACE | NG_LEX_DEMONYM | NG_LEX_TITLE | NG_LEX_ORGANISATION;
  guint n = name->end - name->first;
  bool given = n == 2 && last->flags & NG_TOKEN_HYPHEN && !(last->known & NG_LEX_NAME_PART);
  bool double_surname = n > 2 && last->known & NG_LEX_NAME_PART && before->flags & NG_TOKEN_SMALL;
  other |= given ? 0 : NG_LEX_FIRST_NAME;
  if ((given || double_surname) && before->flags & NG_TOKEN_CAPITAL && !(before->known & other))
    vote(b, before->lower | 1, NG_NAME_PERSON, 2);
}

/* A name that is sure votes for itself; a person's for the last word alone, an organisation's for a first word that could be nothing else. */
static void gather(Ballots *b, const NgName *name, const NgToken *tokens, gsize n)
{
  const guint32 ordinary = NG_LEX_COMMON | NG_LEX_DEMONYM | NG_LEX_COUNTRY | NG_LEX_CITY_LARGE | NG_LEX_CITY |
                           NG_LEX_REGION | NG_LEX_FIRST_NAME | NG_LEX_ORG_HEAD;
  int sure = name->verdict.sure;
  bool where = is_where(name, tokens, n), guess = where && sure == 1; /* "in Narve" */
  if (where)
    find_or_add(b, key_of(tokens, name->first, name->end))->where = true;
  if (bears_surname(name, tokens))
    find_or_add(b, key_of(tokens, name->end - 1, name->end))->surname = true;
  if (sure < 2 && !guess)
    return;
  vote(b, key_of(tokens, name->first, name->end), name->verdict.kind, guess ? 1 : sure - 1);
  if (name->end - name->first < 2)
    return;
  if (name->verdict.kind == NG_NAME_NONE && sure > 2)
    vote(b, key_of(tokens, name->end - 1, name->end), NG_NAME_NONE, sure); /* "Hurricane Mary" */
  if (name->verdict.kind == NG_NAME_PERSON && sure > 2) {
    vote(b, key_of(tokens, name->end - 1, name->end), NG_NAME_PERSON, sure);
    gather_surname(b, name, tokens);
  }
  if (name->verdict.kind == NG_NAME_ORGANISATION && !(tokens[name->first].known & ordinary))
    vote(b, key_of(tokens, name->first, name->first + 1), NG_NAME_ORGANISATION, sure - 1);
}

static void decide(const Ballots *b, NgName *name, const NgToken *tokens)
{
  int votes;
  const Ballot *ballot = find(b, key_of(tokens, name->first, name->end));
  NgNameKind kind = winner(ballot, &votes);
  if (name->verdict.kind == NG_NAME_PLACE && name->verdict.sure == 1 && tokens[name->first].known & NG_LEX_CITY_LARGE &&
      (!votes || kind == NG_NAME_PLACE)) /* nobody is called so */
    name->verdict.sure = tokens[name->first].known & NG_LEX_FIRST_NAME ? 2 : 3;
  if (ballot->surname && !ballot->where && name->verdict.kind == NG_NAME_PLACE) {
    name->verdict = (NgVerdict){NG_NAME_PERSON, 2, "named so elsewhere"};
    return;
  }
  if (!ballot->key || name->verdict.sure > 3 || kind == name->verdict.kind)
    return;
  if (votes > name->verdict.sure || (votes && name->verdict.sure < 2))
    name->verdict = (NgVerdict){kind, 2, "named so elsewhere"};
}

/* "Starry Lee" is more than "Lee": ordinary words, both with a capital where neither needs one. */
static bool is_end_of_words(const NgToken *tokens, uint32_t i)
{
  const NgToken *t = &tokens[i], *before = t - 1;
  return i > 0 && before->sentence == t->sentence && !(t->flags & NG_TOKEN_LOUD) && !(before->flags & NG_TOKEN_FIRST) &&
         before->flags & NG_TOKEN_CAPITAL && t->known & before->known & NG_LEX_COMMON &&
         !(before->known & NG_LEX_TITLE);
}

/* A word between names that is one of them elsewhere: in a headline, at a sentence's beginning. */
static bool is_named_elsewhere(const Ballots *b, const NgToken *tokens, NgName *name, uint32_t i)
{
  const NgToken *t = &tokens[i];
  if (!(t->flags & NG_TOKEN_CAPITAL) || is_end_of_words(tokens, i))
    return false;
  bool word = t->known & NG_LEX_COMMON && t->flags & NG_TOKEN_FIRST;
  int votes;
  const Ballot *ballot = find(b, t->lower | 1);
  *name = (NgName){i, i + 1, {winner(ballot, &votes), 2, "named so elsewhere"}};
  return ballot->key && name->verdict.kind != NG_NAME_NONE &&
         votes >= (word                       ? 3
                   : t->known & NG_LEX_COMMON ? 2
                                              : 1) &&
         (!word || name->verdict.kind != NG_NAME_PLACE);
}

void ng_names_agree(GArray *names, const NgToken *tokens, gsize n)
{
  Ballots b = ballots_new(names->len);
  for (guint i = 0; i < names->len; i++)
    gather(&b, &g_array_index(names, NgName, i), tokens, n);
  g_autoptr(GArray) all = g_array_sized_new(FALSE, FALSE, sizeof(NgName), names->len);
  uint32_t at = 0;
  for (guint i = 0; i <= names->len; i++) {
    NgName *next = i < names->len ? &g_array_index(names, NgName, i) : NULL, found;
    for (uint32_t end = next ? next->first : (uint32_t)n; at < end; at++)
      if (is_named_elsewhere(&b, tokens, &found, at))
        g_array_append_val(all, found);
    if (!next)
      break;
    decide(&b, next, tokens);
    if (next->verdict.kind != NG_NAME_NONE)
      g_array_append_val(all, *next);
    at = next->end;
  }
  g_array_set_size(names, 0);
  g_array_append_vals(names, all->data, all->len);
  g_free(b.slots);
}
