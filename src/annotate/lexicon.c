#include "annotate/lexicon.h"

#include "annotate/huge.h"

#include <string.h>

#define MAGIC        "NGLEX\0\0\2"
#define HEADER_BYTES 16
#define SETS         512u /* of flags; a slot has a set's number in its low bits, a tag in the others */

struct _NgLexicon {
  GMappedFile *file; /* NULL: read, or the bytes are another's */
  NgHuge huge;
  const guint32 *sets, *slots; /* little endian */
  guint32 mask;
};

NgLexicon *ng_lexicon_from_bytes(const void *bytes, gsize n_bytes, GError **error)
{
  guint32 sizes[2] = {0};
  if (n_bytes >= HEADER_BYTES && memcmp(bytes, MAGIC, sizeof MAGIC - 1) == 0)
    memcpy(sizes, (const char *)bytes + 8, sizeof sizes);
  guint32 n_slots = GUINT32_FROM_LE(sizes[0]), n_entries = GUINT32_FROM_LE(sizes[1]);
  bool sound = n_slots && (n_slots & (n_slots - 1)) == 0 && n_entries < n_slots &&
               n_bytes == HEADER_BYTES + (SETS + (gsize)n_slots) * sizeof(guint32);
  if (!sound) {
    g_set_error(error, NG_ERROR, NG_ERROR_FORMAT, "not a lexicon");
    return NULL;
  }
  NgLexicon *lexicon = g_new0(NgLexicon, 1);
  lexicon->sets = (const guint32 *)(const void *)((const char *)bytes + HEADER_BYTES);
  lexicon->slots = lexicon->sets + SETS;
  lexicon->mask = n_slots - 1;
  return lexicon;
}

/* Words are all over the table: of 4 KiB pages each of the 300 that a short text asks costs a microsecond at its first touch, a huge one
 * costs less than all of them together. */
static NgLexicon *read_huge(const char *path)
{
  NgHuge huge = ng_huge_read(path);
  NgLexicon *lexicon = huge.block ? ng_lexicon_from_bytes(huge.bytes, huge.n, NULL) : NULL;
  if (lexicon)
    lexicon->huge = huge;
  else
    ng_huge_clear(&huge);
  return lexicon;
}

NgLexicon *ng_lexicon_open(const char *path, GError **error)
{
  NgLexicon *read = read_huge(path);
  if (read)
    return read;
  g_autoptr(GError) why = NULL;
  GMappedFile *file = g_mapped_file_new(path, FALSE, &why);
  if (!file) {
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "%s", why->message);
    return NULL;
  }
  NgLexicon *lexicon = ng_lexicon_from_bytes(g_mapped_file_get_contents(file), g_mapped_file_get_length(file), &why);
  if (!lexicon) {
    g_set_error(error, NG_ERROR, NG_ERROR_FORMAT, "%s: %s", path, why->message);
    g_mapped_file_unref(file);
    return NULL;
  }
  lexicon->file = file;
  return lexicon;
}

void ng_lexicon_free(NgLexicon *lexicon)
{
  if (!lexicon)
    return;
  if (lexicon->file)
    g_mapped_file_unref(lexicon->file);
  ng_huge_clear(&lexicon->huge);
  g_free(lexicon);
}

bool ng_lexicon_has_room(const NgLexicon *lexicon, gsize bytes)
{
  return ng_huge_has_room(&lexicon->huge, bytes);
}

guint32 ng_lexicon_flags(const NgLexicon *lexicon, guint64 hash)
{
  guint64 h = ng_hash_mix(hash);
  guint32 tag = (guint32)(h >> 32) / SETS, at = (guint32)h & lexicon->mask;
  for (guint32 tries = 0; tries <= lexicon->mask; tries++, at = (at + 1) & lexicon->mask) {
    guint32 slot = GUINT32_FROM_LE(lexicon->slots[at]);
    if (!slot)
      return 0;
    if (slot / SETS == tag)
      return GUINT32_FROM_LE(lexicon->sets[slot % SETS]);
  }
  return 0;
}

guint32 ng_lexicon_look_up(const NgLexicon *lexicon, const char *phrase, gsize bytes)
{
  return ng_lexicon_flags(lexicon, ng_hash_bytes(NG_HASH_OF_NOTHING, phrase, bytes));
}
