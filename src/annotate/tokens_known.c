/* What is known of tokens: the lexicon is asked for words, and for the longest phrases. */
#include "annotate/spelling.h"
#include "annotate/tokens.h"

#include <string.h>

#define MAX_PHRASE_TOKENS 6

/* A token's bytes into a hash, with apostrophes straight, as the lexicon has them. */
static guint64 hash_straight(guint64 hash, const char *p, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    bool curly = n - i > 2 && memcmp(p + i, "\xE2\x80\x99", 3) == 0;
    hash = ng_hash_byte(hash, curly ? '\'' : p[i]);
    i += curly ? 2 : 0;
  }
  return hash;
}

/* A phrase's hash with one token more. */
static guint64 go_on(guint64 hash, const NgToken *t, const char *text)
{
  const char *p = text + t->start;
  gsize n = t->end - t->start;
  if (!(t->flags & NG_TOKEN_TITLED))
    return t->flags & NG_TOKEN_WIDE ? hash_straight(hash, p, n) : ng_hash_bytes(hash, p, n);
  for (gsize i = 0; i < n; i++) {
    bool first = i == 0 || p[i - 1] == '-';
    hash = ng_hash_byte(hash, first ? p[i] : ng_ascii_small(p[i]));
  }
  return hash;
}

/* Words come again and again: what was asked of the lexicon is kept, a word in each place, until another comes to it. */
#define PLACES      1024u
#define MANY_PLACES 4096u

typedef struct {
  guint64 hash;
  guint32 flags;
} Kept;

typedef struct {
  const NgLexicon *lexicon;
  Kept *kept;
  guint places; /* a power of two */
} Ask;

static guint32 ask(const Ask *a, guint64 hash)
{
  Kept *kept = &a->kept[hash & (a->places - 1)];
  if (kept->hash != hash)
    *kept = (Kept){hash, ng_lexicon_flags(a->lexicon, hash)};
  return kept->flags;
}

/* The longest phrase that begins with token i, whose own hash and flags are given. */
static void look_up_phrase(NgToken *tokens, gsize n, gsize i, const Ask *a, const char *text, guint64 hash, guint32 own)
{
  guint best = 0;
  guint32 known = 0;
  for (gsize k = i + 1; k < n && k < i + MAX_PHRASE_TOKENS && (own & NG_LEX_PREFIX); k++) {
    const NgToken *t = &tokens[k];
    uint32_t gap = t->start - tokens[k - 1].end; /* a space, or one that does not break */
    if (t->sentence != tokens[i].sentence || gap == 0 || gap > 3)
      break;
    hash = go_on(ng_hash_bytes(hash, " ", 1), t, text);
    own = ask(a, hash);
    if (own & ~NG_LEX_PREFIX) {
      best = (guint)(k - i + 1);
      known = own & ~NG_LEX_PREFIX;
    }
  }
  if (!best)
    return;
  tokens[i].known |= known;
  tokens[i].phrase = (uint8_t)best;
}

#define MAX_WIDE 48 /* bytes of a word that is looked up without its marks */

/* What is known of the names that a word is without the marks on its letters: "Stefán". */
static guint32 ask_plain(const Ask *a, const NgToken *t, const char *text)
{
  const guint32 names = NG_LEX_FIRST_NAME | NG_LEX_NAME_PART | NG_LEX_PLACE;
  if (t->end - t->start > MAX_WIDE)
    return 0;
  g_autofree char *word = g_strndup(text + t->start, t->end - t->start), *plain = ng_spelling_plain(word);
  return ask(a, ng_hash_bytes(NG_HASH_OF_NOTHING, plain, strlen(plain))) & names;
}

/* What is known of the names that two words with a hyphen between them are: "Jean-Marie", "Bell-Zquob". */
static guint32 ask_halves(const Ask *a, const NgToken *t, const char *text)
{
  const guint32 names = NG_LEX_FIRST_NAME | NG_LEX_NAME_PART;
  const char *p = text + t->start, *hyphen = memchr(p, '-', t->end - t->start);
  gsize first = (gsize)(hyphen - p), last = t->end - t->start - first - 1;
  if (first < 3 || last < 3 || !g_ascii_isupper(p[0]) || !g_ascii_isupper(hyphen[1]))
    return 0;
  guint32 x = ask(a, ng_hash_bytes(NG_HASH_OF_NOTHING, p, first)),
          y = ask(a, ng_hash_bytes(NG_HASH_OF_NOTHING, hyphen + 1, last));
  return x & NG_LEX_FIRST_NAME && y & names && !((x | y) & ~(names | NG_LEX_PREFIX | NG_LEX_KNOWN_PERSON)) ? x & names
                                                                                                           : 0;
}

/* "NEW DELHI": a short word of capitals may be spelled as the long one behind it is. */
static bool is_before_titled(const NgToken *all, gsize n, gsize i)
{
  return all[i].flags & NG_TOKEN_CAPITALS && !(all[i].flags & NG_TOKEN_ABBREVIATED) && i + 1 < n &&
         all[i + 1].sentence == all[i].sentence && all[i + 1].start == all[i].end + 1 &&
         all[i + 1].flags & NG_TOKEN_TITLED;
}

static void look_up_capital(NgToken *all, gsize n, gsize i, const Ask *a, const char *text)
{
  NgToken *t = &all[i];
  if (is_before_titled(all, n, i))
    t->flags |= NG_TOKEN_TITLED;
  guint64 hash = ng_hash_bytes(NG_HASH_OF_NOTHING, text + t->start, t->end - t->start);
  bool loud = t->flags & NG_TOKEN_LOUD && t->flags & NG_TOKEN_TITLED;
  guint32 own = loud ? 0 : ask(a, hash);
  if (t->flags & NG_TOKEN_TITLED && !own) { /* "BEIJING"; but "USSR" is known as it stands */
    hash = go_on(NG_HASH_OF_NOTHING, t, text);
    own = ask(a, hash);
  }
  if (!(own & ~NG_LEX_PREFIX) && t->flags & NG_TOKEN_WIDE)
    own |= ask_plain(a, t, text);
  if (!(own & ~NG_LEX_PREFIX) && t->flags & NG_TOKEN_HYPHEN && !loud)
    own |= ask_halves(a, t, text);
  t->known |= own & ~NG_LEX_PREFIX;
  t->phrase = (own & ~NG_LEX_PREFIX) != 0;
  t->known |= ask(a, t->lower) & NG_LEX_COMMON;
  look_up_phrase(all, n, i, a, text, hash, own);
}

void ng_tokens_look_up(GArray *tokens, const NgLexicon *lexicon, const char *text)
{
  const guint32 of_small = NG_LEX_COMMON | NG_LEX_ORGANISATION; /* "al-Qaeda" */
  NgToken *all = (NgToken *)(void *)tokens->data;
  guint places = tokens->len < MANY_PLACES ? PLACES : MANY_PLACES;
  g_autofree Kept *kept = g_new0(Kept, places);
  Ask a = {lexicon, kept, places};
  for (gsize i = 0; i < tokens->len; i++) {
    NgToken *t = &all[i];
    if ((t->flags & (NG_TOKEN_WORD | NG_TOKEN_PLAIN)) == (NG_TOKEN_WORD | NG_TOKEN_PLAIN))
      t->known |= ask(&a, t->lower) & of_small;
    else if (t->flags & NG_TOKEN_WORD && t->flags & NG_TOKEN_CAPITAL)
      look_up_capital(all, tokens->len, i, &a, text);
    else if (t->flags & NG_TOKEN_WORD && t->flags & NG_TOKEN_SMALL) /* a number is not known */
      t->known |= ask(&a, ng_hash_bytes(NG_HASH_OF_NOTHING, text + t->start, t->end - t->start)) & of_small;
  }
}
