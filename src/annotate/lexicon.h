/* The lexicon: what is known of phrases as they are spelled. A file made by content/lexicon/make_lexicon.py, read into memory, or mapped, and asked as
 * it lies.
 *
 * A phrase is tokens parted by single spaces, spelled as in running text ("Hong Kong", "Mr.", "minister"). Nothing is allocated by a look-up. */
#ifndef NG_LEXICON_H
#define NG_LEXICON_H

#include "model/model.h"
#include "text/hash.h"

/* What is known; the order is that of the script. */
enum {
  NG_LEX_COUNTRY = 1 << 0,
  NG_LEX_CITY_LARGE = 1 << 1, /* 300,000 people or a capital */
  NG_LEX_CITY = 1 << 2,
  NG_LEX_REGION = 1 << 3,
  NG_LEX_DEMONYM = 1 << 4,
  NG_LEX_FIRST_NAME = 1 << 5,
  NG_LEX_NAME_PART = 1 << 6,
  NG_LEX_ORGANISATION = 1 << 7,
  NG_LEX_KNOWN_PERSON = 1 << 8,
  NG_LEX_KNOWN_PLACE = 1 << 9,
  NG_LEX_COMMON = 1 << 10, /* also a word, spelled small */
  NG_LEX_TITLE = 1 << 11,
  NG_LEX_DATE = 1 << 12,
  NG_LEX_ORG_HEAD = 1 << 13,
  NG_LEX_PLACE_HEAD = 1 << 14,
  NG_LEX_OTHER = 1 << 15,      /* capitalised, and no person, place or organisation */
  NG_LEX_EVENT_HEAD = 1 << 16, /* makes an event, a prize, a law of a name */
  NG_LEX_HEAD = NG_LEX_ORG_HEAD | NG_LEX_PLACE_HEAD | NG_LEX_EVENT_HEAD,
  NG_LEX_PLACE = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE | NG_LEX_CITY | NG_LEX_REGION | NG_LEX_KNOWN_PLACE
};
#define NG_LEX_PREFIX 0x80000000u /* a longer phrase begins so */

typedef struct _NgLexicon NgLexicon;

/* Maps a file. NULL with `error` set (NG_ERROR_READ, NG_ERROR_FORMAT) where it cannot be read or is none. */
NgLexicon *ng_lexicon_open(const char *path, GError **error);

/* The same of bytes in memory, which must stay and be aligned to 4. */
NgLexicon *ng_lexicon_from_bytes(const void *bytes, gsize n_bytes, GError **error);

void ng_lexicon_free(NgLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgLexicon, ng_lexicon_free)

/* The flags of the phrase with this hash (ng_hash_bytes of NG_HASH_OF_NOTHING, the phrase); 0 if it is not known. */
guint32 ng_lexicon_flags(const NgLexicon *lexicon, guint64 hash);

/* The same by spelling. */
guint32 ng_lexicon_look_up(const NgLexicon *lexicon, const char *phrase, gsize bytes);

#endif
