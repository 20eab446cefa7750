#include "annotate/language.h"

#include <string.h>

#define SAMPLE_WORDS 2000u
#define FEW_WORDS    20u
/* Prose has about 20 in 100 of its language's words below, and at most 4 of a neighbour's. */
#define LEAST_PERCENT 8u
/* Of the words of a table of results, in which hardly one stands below, the lexicon knows so many if they are English. */
#define KNOWN_PERCENT 60u

/* Words that one language has in every sentence and its neighbours hardly ever. */
typedef struct {
  const char *code;
  const char *const words[14];
} Language;

static const Language languages[] = {
    {"en", {"the", "of", "and", "to", "that", "is", "in", "was", "for", "with", "by", "from", "it", "said"}},
    {"fr", {"le", "les", "des", "et", "est", "une", "du", "dans", "qui", "pour", "sur", "pas", "au"}},
    {"de", {"der", "die", "das", "und", "ist", "den", "von", "mit", "ein", "eine", "nicht", "zu", "auf"}},
    {"es", {"el", "los", "las", "una", "por", "con", "del", "que", "su", "para", "se", "es"}},
    {"pt", {"os", "da", "em", "um", "uma", "não", "com", "dos", "ao", "para"}},
    {"it", {"il", "di", "che", "gli", "della", "per", "non", "una", "del", "sono", "con", "nel"}},
    {"nl", {"het", "een", "van", "en", "dat", "niet", "voor", "zijn", "met", "ook", "op", "aan"}},
    {"sv", {"och", "att", "det", "som", "en", "är", "på", "av", "inte", "med", "för", "den"}},
    {"da", {"og", "det", "er", "ikke", "på", "af", "til", "som", "med", "den", "har"}},
    {"pl", {"na", "nie", "się", "jest", "że", "tym", "jak", "od", "po"}},
    {"cs", {"se", "na", "je", "že", "které", "jsem", "jako", "pro", "byl", "by", "ale"}},
    {"ro", {"și", "în", "la", "din", "cu", "care", "pe", "nu", "este", "mai", "pentru"}},
    {"tr", {"ve", "bir", "bu", "da", "için", "ile", "çok", "olarak", "daha", "olan", "gibi", "de"}},
    {"id", {"yang", "dan", "di", "dengan", "untuk", "pada", "ini", "itu", "dari", "akan", "tidak", "dalam"}},
};

/* Which languages have a word, by its hash: open-addressed. */
#define WORD_SLOTS 256u

typedef struct {
  guint64 hash; /* as tokens have it; 0: an empty slot */
  guint32 languages;
} Word;

/* Of the sample. */
typedef struct {
  Word all[WORD_SLOTS];

  guint words, others; /* in small letters; of another script than the Latin */
  guint known;         /* of `words`, to the lexicon */
  guint common[G_N_ELEMENTS(languages)];
  bool ascii;
  GUnicodeScript script; /* the first other one */
} Count;

static Word *find_word(Word *all, guint64 hash)
{
  guint i = (guint)(hash ^ hash >> 32) % WORD_SLOTS;
  while (all[i].hash && all[i].hash != hash)
    i = (i + 1) % WORD_SLOTS;
  return &all[i];
}

static void put_words(Word *all)
{
  G_STATIC_ASSERT(G_N_ELEMENTS(languages) * G_N_ELEMENTS(languages[0].words) < WORD_SLOTS);
  G_STATIC_ASSERT(G_N_ELEMENTS(languages) <= 32);
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    for (gsize k = 0; k < G_N_ELEMENTS(languages[i].words) && languages[i].words[k]; k++) {
      const char *word = languages[i].words[k];
      guint64 hash = ng_hash_bytes(NG_HASH_OF_NOTHING, word, strlen(word));
      Word *slot = find_word(all, hash);
      slot->hash = hash;
      slot->languages |= 1u << i;
    }
}

static bool is_ascii(const char *text, gsize bytes)
{
  for (gsize i = 0; i < bytes; i++)
    if (text[i] & 0x80)
      return false;
  return true;
}

static bool is_other_script(const char *word, GUnicodeScript *script)
{
  gunichar c = g_utf8_get_char(word);
  *script = g_unichar_get_script(c);
  return c >= 0x250 && g_unichar_isalpha(c) && *script != G_UNICODE_SCRIPT_LATIN &&
         *script > G_UNICODE_SCRIPT_INHERITED;
}

static void count_word(Count *count, const NgToken *token, const char *word, gsize bytes)
{
  GUnicodeScript script;
  bool plain = token->flags & NG_TOKEN_PLAIN, ascii = plain || is_ascii(word, bytes);
  count->ascii = count->ascii && ascii;
  if (!ascii && is_other_script(word, &script)) {
    count->script = count->others++ ? count->script : script;
    return;
  }
  if (!(token->flags & NG_TOKEN_SMALL) || token->flags & NG_TOKEN_CAPITAL || bytes < 2)
    return;
  count->words++;
  count->known += (token->known & NG_LEX_COMMON) != 0;
  guint64 hash = plain ? token->lower : ng_hash_bytes(NG_HASH_OF_NOTHING, word, bytes);
  for (guint32 of = find_word(count->all, hash)->languages; of; of &= of - 1)
    count->common[g_bit_nth_lsf(of, -1)]++;
}

static const char *code_of_script(GUnicodeScript script)
{
  static const struct {
    GUnicodeScript script;
    const char *code;
  } codes[] = {{G_UNICODE_SCRIPT_HAN, "und-Hani"},        {G_UNICODE_SCRIPT_HIRAGANA, "ja"},
               {G_UNICODE_SCRIPT_KATAKANA, "ja"},         {G_UNICODE_SCRIPT_HANGUL, "ko"},
               {G_UNICODE_SCRIPT_CYRILLIC, "und-Cyrl"},   {G_UNICODE_SCRIPT_GREEK, "el"},
               {G_UNICODE_SCRIPT_ARABIC, "und-Arab"},     {G_UNICODE_SCRIPT_HEBREW, "he"},
               {G_UNICODE_SCRIPT_DEVANAGARI, "und-Deva"}, {G_UNICODE_SCRIPT_THAI, "th"}};
  for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
    if (codes[i].script == script)
      return codes[i].code;
  return "und-Zyyy";
}

static const char *decide(const Count *count)
{
  if (count->others > count->words / 2)
    return code_of_script(count->script);
  gsize best = 0;
  for (gsize i = 1; i < G_N_ELEMENTS(languages); i++)
    if (count->common[i] > count->common[best])
      best = i;
  if (count->words < FEW_WORDS)
    return count->common[best] < count->common[0] + 3 && (count->ascii || count->common[0] > 1) ? "en" : "und-Latn";
  if (count->common[best] * 100 >= count->words * LEAST_PERCENT)
    return languages[best].code;
  return count->known * 100 >= count->words * KNOWN_PERCENT ? "en" : "und-Latn";
}

const char *ng_language_of(const NgToken *tokens, gsize n, const char *text)
{
  Count count = {.ascii = true, .script = G_UNICODE_SCRIPT_UNKNOWN};
  put_words(count.all);
  for (gsize i = 0; i < n && count.words + count.others < SAMPLE_WORDS; i++)
    if (tokens[i].flags & NG_TOKEN_WORD)
      count_word(&count, &tokens[i], text + tokens[i].start, tokens[i].end - tokens[i].start);
  return decide(&count);
}
