#include "annotate/language.h"

#include <string.h>

#define SAMPLE_WORDS 2000u
#define FEW_WORDS    20u
/* English prose has about 20 in 100, its neighbours at most 4. */
#define LEAST_PERCENT 8u

static bool is_common(const char *word, gsize bytes)
{
  static const char *const words[] = {"the", "of",   "and", "to",   "that", "is",
                                      "for", "with", "by",  "from", "it",   "said"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strlen(words[i]) == bytes && memcmp(words[i], word, bytes) == 0)
      return true;
  return false;
}

static bool is_ascii(const char *text, gsize bytes)
{
  for (gsize i = 0; i < bytes; i++)
    if (text[i] & 0x80)
      return false;
  return true;
}

bool ng_is_english(const NgToken *tokens, gsize n, const char *text)
{
  guint words = 0, common = 0;
  bool ascii = true;
  for (gsize i = 0; i < n && words < SAMPLE_WORDS; i++) {
    const char *word = text + tokens[i].start;
    gsize bytes = tokens[i].end - tokens[i].start;
    if (!(tokens[i].flags & NG_TOKEN_WORD))
      continue;
    ascii = ascii && is_ascii(word, bytes);
    if (!(tokens[i].flags & NG_TOKEN_SMALL) || tokens[i].flags & NG_TOKEN_CAPITAL)
      continue;
    words++;
    common += is_common(word, bytes);
  }
  return words < FEW_WORDS ? ascii : common * 100 >= words * LEAST_PERCENT;
}
