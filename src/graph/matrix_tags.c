/* Two signs for a person: initials, or what is nearest to them. */
#include "graph/matrix_private.h"

#include "text/text.h"

#include <string.h>

/* Ways to name a person in two signs; the last of them are the initial and a figure, from 2 to 9. */
enum { INITIALS, FIRST_TWO_OF_FAMILY, FIRST_AND_THIRD_OF_FAMILY, FIGURES, N_WAYS = FIGURES + 8 };

/* So many rows have a number of two figures. */
#define MOST_ROWS 99

typedef struct {
  const char *text;
  gsize bytes;
} Slice;

/* The `nth` letter or figure of the word, with what combines with it; empty if it has not so many. */
static Slice letter(Slice word, int nth)
{
  for (gsize pos = 0, end; pos < word.bytes; pos = end) {
    end = ng_text_cluster_end(word.text, word.bytes, pos);
    if (g_unichar_isalnum(g_utf8_get_char(word.text + pos)) && nth-- == 0)
      return (Slice){word.text + pos, end - pos};
  }
  return (Slice){word.text, 0};
}

/* The two words of which a name's initials are: the first and the last; of "Dulles, John Foster" the first and the one behind the comma. */
typedef struct {
  Slice first, second, family;
} Words;

static Words words_of(Slice name)
{
  const char *comma = g_strstr_len(name.text, (gssize)name.bytes, ", ");
  gsize start = name.bytes;
  while (start > 0 && name.text[start - 1] != ' ')
    start--;
  if (comma)
    start = (gsize)(comma - name.text) + 2;
  Slice second = {name.text + start, name.bytes - start};
  return (Words){name, second, comma ? name : second};
}

/* Both side by side, as far as there is room; NULL if there is nothing to show. */
static char *pair_of(Slice a, Slice b)
{
  GString *tag = g_string_new_len(a.text, (gssize)a.bytes);
  if (ng_text_cols(tag->str, tag->len) + ng_text_cols(b.text, b.bytes) <= NG_MATRIX_TAG_COLS)
    g_string_append_len(tag, b.text, (gssize)b.bytes);
  int cols = ng_text_cols(tag->str, tag->len);
  char *text = g_string_free(tag, FALSE);
  if (cols > 0 && cols <= NG_MATRIX_TAG_COLS)
    return text;
  g_free(text);
  return NULL;
}

/* One way to name the person; NULL where it yields nothing. */
static char *tag_by(const char *name, int way)
{
  Words words = words_of((Slice){name, strlen(name)});
  bool one_word = words.second.bytes == words.first.bytes;
  Slice initial = letter(words.family, 0);
  char figure = (char)('2' + way - FIGURES);
  if (way == INITIALS)
    return pair_of(letter(words.first, 0), letter(words.second, one_word));
  if (way == FIRST_TWO_OF_FAMILY)
    return pair_of(initial, letter(words.family, 1));
  if (way == FIRST_AND_THIRD_OF_FAMILY)
    return pair_of(initial, letter(words.family, 2));
  return pair_of(initial, (Slice){&figure, 1});
}

/* The first way that no one has taken; where all are, the number of the person's row, and the initials where that is too long as well. */
static const char *choose(NgMatrixMaking *making, GHashTable *taken, uint32_t person)
{
  const char *shared = "?";
  for (int way = INITIALS; way <= N_WAYS; way++) {
    g_autofree char *tag = way < N_WAYS         ? tag_by(making->people[person].name, way)
                           : person < MOST_ROWS ? g_strdup_printf("%u", person + 1)
                                                : NULL;
    const char *kept = tag ? g_string_chunk_insert_const(making->tags, tag) : NULL;
    if (kept && g_hash_table_add(taken, (void *)kept))
      return kept;
    if (kept && way == INITIALS)
      shared = kept;
  }
  return shared;
}

void ng_matrix_tag(NgMatrixMaking *making)
{
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  for (uint32_t i = 0; i < making->matrix.n_people; i++)
    making->people[i].tag = choose(making, taken, i);
}
