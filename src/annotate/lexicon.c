#include "annotate/lexicon.h"

#include "model/room.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC           "NGLEX\0\0\3"
#define HEADER_BYTES    16
#define MOST_READ_BYTES (4 << 20)
#define SETS            512u /* of flags; an entry has a set's number in its low bits, a tag in the others */

struct _NgLexicon {
  GMappedFile *file; /* NULL: read, or the bytes are another's */
  void *read;
  const guint32 *sets, *entries; /* little endian, as all that follows */
  const guint16 *drifts; /* of each bucket: how many entries later it begins than if all were alike; two's complement */
  guint32 n_buckets, n_entries; /* the first is 1 << bits */
  guint bits;
};

NgLexicon *ng_lexicon_from_bytes(const void *bytes, gsize n_bytes, GError **error)
{
  guint32 sizes[2] = {0};
  if (n_bytes >= HEADER_BYTES && memcmp(bytes, MAGIC, sizeof MAGIC - 1) == 0)
    memcpy(sizes, (const char *)bytes + 8, sizeof sizes);
  guint32 n_buckets = GUINT32_FROM_LE(sizes[0]), n_entries = GUINT32_FROM_LE(sizes[1]);
  bool sound = n_buckets > 1 && (n_buckets & (n_buckets - 1)) == 0 &&
               n_bytes == HEADER_BYTES + (gsize)SETS * sizeof(guint32) + (gsize)n_buckets * sizeof(guint16) +
                              (gsize)n_entries * sizeof(guint32);
  if (!sound) {
    g_set_error(error, NG_ERROR, NG_ERROR_FORMAT, "not a lexicon");
    return NULL;
  }
  NgLexicon *lexicon = g_new0(NgLexicon, 1);
  lexicon->sets = (const guint32 *)(const void *)((const char *)bytes + HEADER_BYTES);
  lexicon->drifts = (const guint16 *)(const void *)(lexicon->sets + SETS);
  lexicon->entries = (const guint32 *)(const void *)(lexicon->drifts + n_buckets);
  lexicon->n_buckets = n_buckets;
  lexicon->n_entries = n_entries;
  lexicon->bits = g_bit_storage(n_buckets) - 1;
  return lexicon;
}

/* The bytes of a file that is fit for it; NULL: in this way it cannot be had. */
static void *read_to_large_pages(int fd, gsize *n)
{
  struct stat what;
  if (fstat(fd, &what) != 0 || !S_ISREG(what.st_mode) || what.st_size > MOST_READ_BYTES ||
      !ng_room_in_large_pages((gsize)what.st_size))
    return NULL;
  *n = (gsize)what.st_size;
  char *bytes = g_malloc(*n);
  gsize done = 0;
  for (gssize got = 1; done < *n && got > 0; done += (gsize)MAX(got, 0))
    got = read(fd, bytes + done, *n - done);
  if (done < *n)
    g_clear_pointer(&bytes, g_free);
  return bytes;
}

/* Words are all over the table: the first touch of each small page costs from one microsecond to ten, a large page less than all of them together. */
static NgLexicon *read_lexicon(const char *path)
{
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return NULL;
  gsize n;
  void *bytes = read_to_large_pages(fd, &n);
  close(fd);
  NgLexicon *lexicon = bytes ? ng_lexicon_from_bytes(bytes, n, NULL) : NULL;
  if (lexicon)
    lexicon->read = bytes;
  else
    g_free(bytes);
  return lexicon;
}

NgLexicon *ng_lexicon_open(const char *path, GError **error)
{
  NgLexicon *read = read_lexicon(path);
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
  g_free(lexicon->read);
  g_free(lexicon);
}

/* Where a bucket begins, or the one behind the last; in a file that lies, somewhere. */
static guint32 begin(const NgLexicon *lexicon, guint32 bucket)
{
  if (bucket >= lexicon->n_buckets)
    return lexicon->n_entries;
  gint64 even = (gint64)((guint64)bucket * lexicon->n_entries >> lexicon->bits);
  guint64 at = (guint64)(even + (gint16)GUINT16_FROM_LE(lexicon->drifts[bucket]));
  return (guint32)MIN(at, lexicon->n_entries); /* what is below nothing is a very great number */
}

guint32 ng_lexicon_flags(const NgLexicon *lexicon, guint64 hash)
{
  guint64 h = ng_hash_mix(hash);
  guint32 tag = (guint32)(h >> 32) / SETS, bucket = (guint32)h & (lexicon->n_buckets - 1);
  for (guint32 i = begin(lexicon, bucket), end = begin(lexicon, bucket + 1); i < end; i++) {
    guint32 entry = GUINT32_FROM_LE(lexicon->entries[i]);
    if (entry / SETS == tag)
      return GUINT32_FROM_LE(lexicon->sets[entry % SETS]);
  }
  return 0;
}

guint32 ng_lexicon_look_up(const NgLexicon *lexicon, const char *phrase, gsize bytes)
{
  return ng_lexicon_flags(lexicon, ng_hash_bytes(NG_HASH_OF_NOTHING, phrase, bytes));
}
