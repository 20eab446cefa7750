#include "annotate/relation_words.h"

#include "annotate/relation_words_made.h"

const NgWord *ng_words_find(guint64 lower)
{
  guint32 tag = ng_words_tag(lower);
  for (guint i = ng_words_first_slot(lower); slots[i]; i = (i + 1) % NG_WORD_SLOTS)
    if (words[slots[i]].tag == tag)
      return &words[slots[i]];
  return NULL;
}

const char *ng_words_spelled(const NgWord *word)
{
  return spellings + word->spelled;
}

const char *ng_words_past(const NgWord *form)
{
  return ng_words_spelled(&words[form->past]);
}
