#include "annotate/stand_ins.h"

#include "annotate/role_words.h"

#include <string.h>

#define MAX_NAMES 12u /* before a pronoun in its block: of more, too many readings are left */
#define MAX_WORDS 5u  /* between the country and the role */

typedef struct {
  const NgToken *t;
  gsize n;
  const char *text;
  const NgName *names;
  guint n_names;
  guint next;                        /* the first name that does not end before the token */
  guint block;                       /* the first name of the block */
  NgWordSet the, men, women, begins; /* the last: all of them */
} Look;

static const char *const the[] = {"the", "The", NULL};
static const char *const men[] = {"he", "He", "him", "his", "His", NULL};
static const char *const women[] = {"she", "She", "her", "Her", NULL};

static bool is_one_of(const Look *l, gsize i, const char *const *words)
{
  return i < l->n && ng_token_is_one_of(&l->t[i], l->text, words);
}

static bool same_sentence(const Look *l, gsize a, gsize b)
{
  return b < l->n && l->t[a].sentence == l->t[b].sentence;
}

static guint role_of(const Look *l, gsize i)
{
  return ng_role_words_of(l->text + l->t[i].start, l->t[i].end - l->t[i].start);
}

/* Whether a name begins at the token, or holds it. */
static bool is_in_name(const Look *l, gsize i)
{
  for (guint k = l->next; k < l->n_names && l->names[k].first <= i; k++)
    if (l->names[k].end > i)
      return true;
  return false;
}

/* Whether the words from `i` up to `behind` tell of the person named before them, and are no subject: "Qin, the Chinese official who came". */
static bool is_apposition(const Look *l, gsize i, gsize behind)
{
  if (i < 2 || !same_sentence(l, i - 2, i) || !is_one_of(l, i - 1, (const char *const[]){",", NULL}))
    return false;
  bool named = false;
  for (guint k = l->next; k > 0 && l->names[k - 1].end + 1 >= i; k--)
    named |= l->names[k - 1].end + 1 == i && l->names[k - 1].verdict.kind == NG_NAME_PERSON;
  if (!named || !same_sentence(l, i, behind))
    return named;
  const NgToken *t = &l->t[behind];
  bool verb = t->flags & NG_TOKEN_SMALL && t->end - t->start > 3 && memcmp(l->text + t->end - 2, "ed", 2) == 0;
  return !verb && !is_one_of(l, behind, (const char *const[]){"said", "told", "says", "met", NULL});
}

/* "the Chinese foreign minister", "the U.S. ambassador": the token behind it, or 0. Before a name it is a title, and behind one an apposition. */
static gsize take_role(const Look *l, gsize i, NgFoundStandIn *found)
{
  gsize country = i + 1, k = i + 2;
  if (!ng_word_set_has(&l->the, &l->t[i], l->text) || !same_sentence(l, i, country + 1) ||
      !(l->t[country].known & (NG_LEX_DEMONYM | NG_LEX_COUNTRY)) || l->t[country].phrase > 1)
    return 0;
  while (same_sentence(l, i, k) && k < country + MAX_WORDS &&
         ng_role_words_is_modifier(l->text + l->t[k].start, l->t[k].end - l->t[k].start) && !role_of(l, k))
    k++;
  if (!same_sentence(l, i, k) || !role_of(l, k) || l->t[k].flags & NG_TOKEN_CAPITAL)
    return 0;
  gsize behind = k + 1;
  static const char *const more[] = {"'s", "-", ",", NULL};
  if (same_sentence(l, i, behind) && (is_in_name(l, behind) || role_of(l, behind) || is_one_of(l, behind, more) ||
                                      l->t[behind].flags & NG_TOKEN_CAPITAL))
    return 0;
  if (is_apposition(l, i, behind))
    return 0;
  *found = (NgFoundStandIn){.range = {l->t[i].start, l->t[k].end},
                            .country = {l->t[country].start, l->t[country].end},
                            .head = {l->t[k].start, l->t[k].end}};
  return behind;
}

static gsize take_pronoun(const Look *l, gsize i, NgFoundStandIn *found)
{
  bool man = ng_word_set_has(&l->men, &l->t[i], l->text);
  bool woman = !man && ng_word_set_has(&l->women, &l->t[i], l->text);
  if ((!man && !woman) || l->next == l->block || l->next - l->block > MAX_NAMES)
    return 0;
  *found = (NgFoundStandIn){.range = {l->t[i].start, l->t[i].end},
                            .first = l->block,
                            .end = l->next,
                            .address = man ? NG_ADDRESS_MAN : NG_ADDRESS_WOMAN};
  return i + 1;
}

static NgWordSet begins(void)
{
  NgWordSet set = ng_word_set(the);
  ng_word_set_add(&set, men);
  ng_word_set_add(&set, women);
  return set;
}

void ng_stand_ins_find(GArray *found, const NgToken *tokens, gsize n, const char *text, const NgName *names,
                       guint n_names)
{
  Look l = {.t = tokens,
            .n = n,
            .text = text,
            .names = names,
            .n_names = n_names,
            .the = ng_word_set(the),
            .men = ng_word_set(men),
            .women = ng_word_set(women),
            .begins = begins()};
  for (gsize i = 0; i < n;) {
    bool fresh = i == 0 || (tokens[i].sentence != tokens[i - 1].sentence &&
                            memchr(text + tokens[i - 1].end, '\n', tokens[i].start - tokens[i - 1].end));
    bool begins_here = ng_word_set_may_have(&l.begins, &tokens[i]);
    while ((fresh || begins_here) && l.next < n_names && names[l.next].end <= i)
      l.next++;
    if (fresh)
      l.block = l.next;
    NgFoundStandIn it;
    gsize behind = begins_here ? take_role(&l, i, &it) : 0;
    if (!behind && begins_here)
      behind = take_pronoun(&l, i, &it);
    if (behind)
      g_array_append_val(found, it);
    i = MAX(behind, i + 1);
  }
}
