/* A text cut into tokens and sentences, with what the lexicon knows of each. */
#ifndef NG_TOKENS_H
#define NG_TOKENS_H

#include "annotate/lexicon.h"

#include <string.h>

enum {
  NG_TOKEN_WORD = 1 << 0,        /* letters or digits */
  NG_TOKEN_CAPITAL = 1 << 1,     /* begins with a capital */
  NG_TOKEN_CAPITALS = 1 << 2,    /* has no small letter, and two letters at least */
  NG_TOKEN_ABBREVIATED = 1 << 3, /* ends with a full stop of its own: "Mr.", "U.S." */
  NG_TOKEN_FIRST = 1 << 4,       /* of its sentence, but for quotation marks */
  NG_TOKEN_LOUD = 1 << 5,        /* stands in a sentence all in capitals */
  NG_TOKEN_HYPHEN = 1 << 6,      /* has one inside */
  NG_TOKEN_CLITIC = 1 << 7,      /* 's and the like, cut off the word before */
  NG_TOKEN_SMALL = 1 << 8,       /* has small letters */
  NG_TOKEN_TITLED = 1 << 9,      /* is known by its spelling with only the first letter large: "BEIJING" */
  NG_TOKEN_PLAIN = 1 << 10,      /* is spelled as `lower` is: small letters of ASCII alone */
  NG_TOKEN_WIDE = 1 << 11        /* has letters beyond ASCII */
};

typedef struct {
  uint32_t start, end; /* bytes in the text */
  uint32_t sentence;   /* from 0 */
  guint32 known;       /* NG_LEX_*: of the token alone, and of the longest phrase that begins with it */
  guint64 lower;       /* hash of it in small letters */
  uint16_t flags;      /* NG_TOKEN_* */
  uint8_t phrase;      /* tokens of the longest phrase that begins here; 0 where none is known */
} NgToken;

/* g_ascii_tolower, without a call. */
static inline char ng_ascii_small(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Whether a token is spelled so, or as one of the words up to a NULL. */
static inline bool ng_token_is(const NgToken *token, const char *text, const char *word)
{
  gsize bytes = strlen(word);
  return token->end - token->start == bytes && memcmp(text + token->start, word, bytes) == 0;
}

/* First letters tell nearly all words apart. */
static inline bool ng_token_is_one_of(const NgToken *token, const char *text, const char *const *words)
{
  const char *own = text + token->start;
  gsize bytes = token->end - token->start;
  for (; *words; words++)
    if (**words == *own && strncmp(*words, own, bytes) == 0 && !(*words)[bytes])
      return true;
  return false;
}

/* Words that many tokens are held against: a bit for each of their hashes turns most tokens away. */
#define NG_WORD_SET_BITS 1024u
typedef struct {
  const char *const *words; /* up to a NULL; borrowed */
  guint64 bits[NG_WORD_SET_BITS / 64];
} NgWordSet;

NgWordSet ng_word_set(const char *const *words);

/* Puts more words into the bits, and not into `words`. */
void ng_word_set_add(NgWordSet *set, const char *const *words);

/* Whether the token may be one of the words by its bit. */
static inline bool ng_word_set_may_have(const NgWordSet *set, const NgToken *token)
{
  return set->bits[token->lower % NG_WORD_SET_BITS / 64] >> token->lower % 64 & 1;
}

static inline bool ng_word_set_has(const NgWordSet *set, const NgToken *token, const char *text)
{
  return ng_word_set_may_have(set, token) && ng_token_is_one_of(token, text, set->words);
}

/* Appends the tokens of `text` (clean UTF-8) to `tokens`, a GArray of NgToken: positions count from `base`, sentences go on from the last. A block of text
 * ends a sentence. What the lexicon knows is not yet asked. Linear in time. */
void ng_tokens_cut(GArray *tokens, const NgLexicon *lexicon, const char *text, gsize bytes, uint32_t base);

/* Fills `known` and `phrase` of all tokens; `text` is the one that positions count in. */
void ng_tokens_look_up(GArray *tokens, const NgLexicon *lexicon, const char *text);

#endif
