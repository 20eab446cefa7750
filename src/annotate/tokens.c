#include "annotate/tokens.h"

#include <string.h>

typedef enum { OTHER, LOWER, UPPER, DIGIT, WIDE, SPACE } Class;

static const guint8 classes[256] = {['a' ... 'z'] = LOWER,  ['A' ... 'Z'] = UPPER, ['0' ... '9'] = DIGIT,
                                    [0x80 ... 0xFF] = WIDE, [' '] = SPACE,         ['\t'] = SPACE,
                                    ['\n'] = SPACE,         ['\f'] = SPACE,        ['\r'] = SPACE};

static inline Class class_of(char c)
{
  return (Class)classes[(guchar)c];
}

static inline char small(char c)
{
  return class_of(c) == UPPER ? (char)(c | 0x20) : c;
}

/* About as many bytes of prose are to a token. */
#define BYTES_A_TOKEN 5

/* What is being cut. `p` is the text, `n` its bytes. */
typedef struct {
  GArray *array;
  NgToken *tokens; /* of the array, which is longer than they are while a text is cut */
  guint n_tokens;
  const NgLexicon *lexicon;
  const char *p;
  gsize n;
  uint32_t base, sentence;
  gsize block_first; /* tokens before this text */
  guint loud;        /* tokens of this text in capitals */
  bool fresh;        /* the next token begins a sentence */
} Cut;

/* ---- characters ---- */

/* General punctuation (dashes, quotation marks, ellipses), guillemets, ideographic full stops: the bytes of the sign at `i`, or 0. */
static gsize wide_sign(const Cut *c, gsize i)
{
  const guchar *p = (const guchar *)c->p + i;
  gsize left = c->n - i;
  if (left >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90)
    return 3;
  if (left >= 3 && p[0] == 0xE3 && p[1] == 0x80 && p[2] <= 0x91)
    return 3;
  if (left >= 2 && p[0] == 0xC2 && p[1] < 0xC0 && p[1] != 0xAA && p[1] != 0xB5 && p[1] != 0xBA)
    return 2;
  return 0;
}

/* No-break spaces: the bytes of the one at `i`, or 0. */
static gsize wide_space(const Cut *c, gsize i)
{
  if (i + 1 < c->n && memcmp(c->p + i, "\xC2\xA0", 2) == 0)
    return 2;
  return i + 2 < c->n && memcmp(c->p + i, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

static inline bool is_word_byte(const Cut *c, gsize i)
{
  if (i >= c->n)
    return false;
  Class k = class_of(c->p[i]);
  return k == LOWER || k == UPPER || k == DIGIT || (k == WIDE && !wide_sign(c, i));
}

static inline bool is_class(const Cut *c, gsize i, Class k)
{
  return i < c->n && class_of(c->p[i]) == k;
}

static bool is_letter(const Cut *c, gsize i)
{
  return is_class(c, i, LOWER) || is_class(c, i, UPPER) || is_class(c, i, WIDE);
}

/* The bytes of an apostrophe at `i`, straight or curly; 0 if there is none. */
static inline gsize apostrophe(const Cut *c, gsize i)
{
  if (i >= c->n || (c->p[i] != '\'' && c->p[i] != '\xE2'))
    return 0;
  if (c->p[i] == '\'')
    return 1;
  return i + 2 < c->n && memcmp(c->p + i, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* ---- words ---- */

/* Whether what stands behind an apostrophe is cut off as in "he'll": what English has there, and nothing more. */
static bool is_english_ending(const Cut *c, gsize i)
{
  static const char *const endings[] = {"s", "t", "d", "m", "re", "ve", "ll", "em", "er", "n"};
  gsize n = 0;
  while (is_word_byte(c, i + n))
    n++;
  for (gsize k = 0; k < G_N_ELEMENTS(endings); k++)
    if (n == strlen(endings[k]) && memcmp(c->p + i, endings[k], n) == 0)
      return true;
  return n == 0;
}

/* "O'Brien", "D'Arcy": a capital or two, an apostrophe, a capital; "Sa'ad", "Xi'an": a capital, and small letters that are no English ending. */
static gsize inner_apostrophe(const Cut *c, gsize start, gsize i)
{
  gsize bytes = apostrophe(c, i);
  if (bytes && i - start == 1 && (c->p[start] == 'd' || c->p[start] == 'l'))
    return is_class(c, i + bytes, UPPER) ? bytes : 0; /* "d'Estaing" */
  if (!bytes || !is_class(c, start, UPPER))
    return 0;
  if (i - start <= 2 && is_class(c, i + bytes, UPPER))
    return bytes;
  return i - start > 1 && is_class(c, i - 1, LOWER) && is_class(c, i + bytes, LOWER) && !is_english_ending(c, i + bytes)
             ? bytes
             : 0;
}

/* Whether the full stop at `i` belongs to the word: an initial, an acronym, or an abbreviation that the lexicon has. */
static bool is_own_stop(const Cut *c, gsize start, gsize i)
{
  gsize length = i - start;
  if (!is_class(c, start, UPPER))
    return is_class(c, start, LOWER) &&
           (length == 1 ? is_letter(c, i + 1) : length == 3 && c->p[i - 2] == '.'); /* p.m. */
  if (is_class(c, i - 1, UPPER) && (length == 1 || c->p[i - 2] == '.' || c->p[i - 2] == '-'))
    return true;
  if (length > 6 || memchr(c->p + start, '-', length))
    return false;
  return ng_lexicon_look_up(c->lexicon, c->p + start, length + 1) & ~NG_LEX_PREFIX;
}

#define MAX_POWER 40u /* bytes of a power's name */

/* "US-China", "China-U.S.", "UK-EU": two powers, and two words. */
static bool is_pair(const Cut *c, gsize start, gsize hyphen)
{
  const guint32 powers = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE | NG_LEX_ORGANISATION;
  gsize end = hyphen + 1;
  if (hyphen - start > MAX_POWER || !is_class(c, start, UPPER) || !is_class(c, end, UPPER) ||
      !(ng_lexicon_look_up(c->lexicon, c->p + start, hyphen - start) & powers))
    return false;
  while (end - hyphen <= MAX_POWER &&
         (is_word_byte(c, end) || (end + 1 < c->n && c->p[end] == '.' && is_class(c, end - 1, UPPER))))
    end++;
  return ng_lexicon_look_up(c->lexicon, c->p + hyphen + 1, end - hyphen - 1) & powers;
}

/* The bytes inside of a word that are neither letters nor digits at `i`; 0 where the word ends. */
static gsize inner(const Cut *c, gsize start, gsize i)
{
  char sign = c->p[i];
  if (sign == '-')
    return is_word_byte(c, i + 1) && !is_pair(c, start, i);
  if (sign == '&')
    return is_class(c, i + 1, UPPER) && is_class(c, i - 1, UPPER);
  if (sign == ',' || sign == '.') {
    if (is_class(c, i - 1, DIGIT) && is_class(c, i + 1, DIGIT))
      return 1;
    return sign == '.' && is_own_stop(c, start, i);
  }
  return inner_apostrophe(c, start, i);
}

static gsize word_end(const Cut *c, gsize start)
{
  gsize i = start;
  while (i < c->n) {
    while (is_word_byte(c, i))
      i++;
    if (is_class(c, i, SPACE))
      break;
    gsize more = i < c->n && i > start ? inner(c, start, i) : 0;
    if (!more)
      break;
    i += more;
    if (c->p[i - 1] == '.' && !is_word_byte(c, i) && !(i < c->n && c->p[i] == '-'))
      break;
  }
  return MAX(i, start + 1);
}

/* 's, 't, 're: what an apostrophe cuts off the word before it; 0 if it does not. */
static gsize clitic_end(const Cut *c, gsize start)
{
  gsize bytes = apostrophe(c, start), i = start + bytes;
  if (!bytes || start == 0 || !is_word_byte(c, start - 1))
    return 0;
  while (is_class(c, i, LOWER) && i - start - bytes < 3)
    i++;
  return is_word_byte(c, i) ? 0 : i;
}

/* ---- sentences ---- */

static bool is_closing(const Cut *c, const NgToken *token)
{
  const char *p = c->p + (token->start - c->base);
  return !(token->flags & NG_TOKEN_WORD) &&
         (strchr("\"')]", *p) || memcmp(p, "\xE2\x80\x9D", MIN(3, token->end - token->start)) == 0);
}

/* A word that begins sentences: after an abbreviation it ends the one before. */
static bool begins_sentences(const Cut *c, gsize i)
{
  static const char *const words[] = {"The ",  "But ",  "And ",   "In ", "He ",  "She ", "It ", "They ",
                                      "This ", "That ", "There ", "A ",  "His ", "Her ", "On ", "At "};
  for (gsize k = 0; k < G_N_ELEMENTS(words); k++)
    if (c->n - i > strlen(words[k]) && memcmp(c->p + i, words[k], strlen(words[k])) == 0)
      return true;
  return false;
}

/* Whether what is at `i` begins a sentence, by what stands before it. */
static bool is_break(const Cut *c, gsize i)
{
  guint k = c->n_tokens;
  while (k > c->block_first && is_closing(c, &c->tokens[k - 1]))
    k--;
  if (k == c->block_first || i == 0 ||
      !(is_class(c, i - 1, SPACE) || (i > 1 && wide_space(c, i - 2)) || (i > 2 && wide_space(c, i - 3))))
    return false;
  const NgToken *last = &c->tokens[k - 1];
  if (last->sentence != c->sentence)
    return false;
  char stop = c->p[last->end - 1 - c->base];
  if (last->flags & NG_TOKEN_ABBREVIATED)
    return begins_sentences(c, i);
  if (last->flags & NG_TOKEN_WORD || !strchr(".!?", stop))
    return false;
  return is_class(c, i, UPPER) || is_class(c, i, DIGIT) || is_class(c, i, WIDE) || strchr("\"'([", c->p[i]);
}

/* ---- tokens ---- */

static bool is_wide_capital(const Cut *c, gsize i)
{
  return is_class(c, i, WIDE) && g_unichar_isupper(g_utf8_get_char(c->p + i));
}

/* Goes on with a token that has more than small letters: the hash, and what there is of capitals. */
static void look_at_capitals(Cut *c, NgToken *token, gsize start, gsize end)
{
  guint upper = 0, lower = token->flags & NG_TOKEN_SMALL, wide = 0;
  guint64 hash = token->lower;
  for (gsize i = start; i < end; i++) {
    char byte = c->p[i];
    Class k = class_of(byte);
    upper += k == UPPER;
    lower |= k == LOWER || k == WIDE;
    wide |= k == WIDE;
    if (byte == '-')
      token->flags |= NG_TOKEN_HYPHEN;
    hash = ng_hash_byte(hash, small(byte));
  }
  token->lower = hash;
  if (lower)
    token->flags |= NG_TOKEN_SMALL;
  if (wide)
    token->flags |= NG_TOKEN_WIDE;
  if (upper > 1 && !lower) {
    token->flags |= NG_TOKEN_CAPITALS;
    c->loud++;
  }
  if (upper > 3 && !lower && !(token->flags & NG_TOKEN_ABBREVIATED))
    token->flags |= NG_TOKEN_TITLED;
}

/* Most tokens are small letters and nothing else. */
static void look_at_letters(Cut *c, NgToken *token, gsize start, gsize end)
{
  gsize i = start;
  guint64 hash = NG_HASH_OF_NOTHING;
  for (; i < end && class_of(c->p[i]) == LOWER; i++)
    hash = ng_hash_byte(hash, c->p[i]);
  token->lower = hash;
  if (i > start)
    token->flags |= NG_TOKEN_SMALL;
  if (i < end)
    look_at_capitals(c, token, i, end);
  else
    token->flags |= NG_TOKEN_PLAIN;
}

/* Whether a word stands before that ends no sentence, as behind most tokens. */
static inline bool is_behind_word(const Cut *c)
{
  return c->n_tokens > c->block_first &&
         (c->tokens[c->n_tokens - 1].flags & (NG_TOKEN_WORD | NG_TOKEN_ABBREVIATED)) == NG_TOKEN_WORD;
}

/* Makes room for so many tokens more. */
static void make_room(Cut *c, gsize more)
{
  g_array_set_size(c->array, c->n_tokens + (guint)more);
  c->tokens = (NgToken *)(void *)c->array->data;
}

static inline NgToken *new_token(Cut *c, gsize start, gsize end, uint16_t flags)
{
  if (!c->fresh && !is_behind_word(c) && is_break(c, start)) {
    c->sentence++;
    c->fresh = true;
  }
  if (c->n_tokens == c->array->len)
    make_room(c, MIN(c->n_tokens, c->n - start) + 1); /* no byte has more than one */
  NgToken *token = &c->tokens[c->n_tokens++];
  *token = (NgToken){
      .start = c->base + (uint32_t)start, .end = c->base + (uint32_t)end, .sentence = c->sentence, .flags = flags};
  if (c->fresh && !(flags & NG_TOKEN_CLITIC))
    token->flags |= NG_TOKEN_FIRST;
  if (flags & NG_TOKEN_WORD)
    c->fresh = false;
  return token;
}

static void put_token(Cut *c, gsize start, gsize end, uint16_t flags)
{
  NgToken *token = new_token(c, start, end, flags);
  if (flags & NG_TOKEN_WORD) {
    if (is_class(c, start, UPPER) || is_wide_capital(c, start))
      token->flags |= NG_TOKEN_CAPITAL;
    if (end - start > 1 && c->p[end - 1] == '.')
      token->flags |= NG_TOKEN_ABBREVIATED;
  }
  look_at_letters(c, token, start, end);
}

/* Takes the word at `start` if it is one of small letters with a space or a comma behind it, as most are. Its end, or 0 if it is not. */
static gsize put_small_word(Cut *c, gsize start)
{
  gsize i = start;
  guint64 hash = NG_HASH_OF_NOTHING;
  for (; i < c->n && class_of(c->p[i]) == LOWER; i++)
    hash = ng_hash_byte(hash, c->p[i]);
  if (i == start || i == c->n || (class_of(c->p[i]) != SPACE && c->p[i] != ','))
    return 0;
  NgToken *token = new_token(c, start, i, NG_TOKEN_WORD | NG_TOKEN_SMALL | NG_TOKEN_PLAIN);
  token->lower = hash;
  return i;
}

/* Marks sentences that are all in capitals: three words of capitals, or two in a short one, and no small word. */
static void mark_loud(GArray *tokens, gsize from)
{
  for (gsize a = from, b; a < tokens->len; a = b) {
    uint32_t sentence = g_array_index(tokens, NgToken, a).sentence;
    guint loud = 0, quiet = 0;
    for (b = a; b < tokens->len && g_array_index(tokens, NgToken, b).sentence == sentence; b++) {
      const NgToken *t = &g_array_index(tokens, NgToken, b);
      bool word = (t->flags & NG_TOKEN_WORD) && t->end - t->start > 1;
      loud += word && (t->flags & NG_TOKEN_CAPITALS);
      quiet += word && (t->flags & NG_TOKEN_SMALL);
    }
    bool all = !quiet && (loud >= 3 || (loud >= 2 && b - a <= 4));
    for (gsize i = a; all && i < b; i++) {
      NgToken *t = &g_array_index(tokens, NgToken, i);
      t->flags |= t->flags & NG_TOKEN_ABBREVIATED ? NG_TOKEN_LOUD : NG_TOKEN_LOUD | NG_TOKEN_TITLED;
    }
  }
}

void ng_tokens_cut(GArray *tokens, const NgLexicon *lexicon, const char *text, gsize bytes, uint32_t base)
{
  Cut c = {.array = tokens,
           .n_tokens = tokens->len,
           .lexicon = lexicon,
           .p = text,
           .n = bytes,
           .base = base,
           .block_first = tokens->len,
           .fresh = true};
  c.sentence = tokens->len ? g_array_index(tokens, NgToken, tokens->len - 1).sentence + 1 : 0;
  make_room(&c, bytes / BYTES_A_TOKEN + 1);
  for (gsize i = 0, end; i < bytes; i = end) {
    Class k = class_of(text[i]);
    if (k == SPACE) {
      end = i + 1;
    } else if (k == LOWER && (end = put_small_word(&c, i))) {
      continue;
    } else if (k != LOWER && k != UPPER && k != DIGIT && (end = clitic_end(&c, i))) {
      put_token(&c, i, end, NG_TOKEN_CLITIC);
    } else if (is_word_byte(&c, i)) {
      end = word_end(&c, i);
      put_token(&c, i, end, NG_TOKEN_WORD);
    } else if (wide_space(&c, i)) {
      end = i + wide_space(&c, i);
    } else {
      end = i + MAX(wide_sign(&c, i), 1);
      put_token(&c, i, end, 0);
    }
  }
  g_array_set_size(tokens, c.n_tokens);
  if (c.loud > 1)
    mark_loud(tokens, c.block_first);
}

/* ---- what words they are ---- */

void ng_word_set_add(NgWordSet *set, const char *const *words)
{
  for (; *words; words++) {
    guint64 lower = NG_HASH_OF_NOTHING;
    for (const char *p = *words; *p; p++)
      lower = ng_hash_byte(lower, small(*p));
    set->bits[lower % NG_WORD_SET_BITS / 64] |= (guint64)1 << lower % 64;
  }
}

NgWordSet ng_word_set(const char *const *words)
{
  NgWordSet set = {.words = words};
  ng_word_set_add(&set, words);
  return set;
}
