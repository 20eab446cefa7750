#include "load/plain_source.h"

#include "load/decode.h"

#include <string.h>

/* A place in the input. */
typedef struct {
  gsize at;
  uint32_t points; /* code points before it */
} Place;

typedef struct {
  const char *input; /* as the loader decodes it */
  gsize bytes;
  const char *text;
  const uint32_t *positions;
  const bool *is_end;
  uint32_t *points;
  gsize n, next; /* of the positions, those before `next` are answered */
} Walk;

/* White space that the builder folds. */
static Place skip_space(const Walk *w, Place place)
{
  gsize n = strspn(w->input + place.at, " \n\t\r");
  return (Place){place.at + n, place.points + (uint32_t)n};
}

static Place advance(const Walk *w, Place place, gsize to)
{
  place.points += (uint32_t)g_utf8_strlen(w->input + place.at, (gssize)(to - place.at));
  place.at = to;
  return place;
}

/* Whether two clusters are the same character, as NFC has it. */
static bool is_same(const char *a, gsize a_bytes, const char *b, gsize b_bytes)
{
  if (a_bytes == b_bytes && memcmp(a, b, a_bytes) == 0)
    return true;
  g_autofree char *x = g_utf8_normalize(a, (gssize)a_bytes, G_NORMALIZE_NFC),
                  *y = g_utf8_normalize(b, (gssize)b_bytes, G_NORMALIZE_NFC);
  return g_strcmp0(x, y) == 0;
}

/* Positions up to `pos` get `before` where a range ends, and `here` where one starts. */
static void answer(Walk *w, uint32_t pos, Place before, Place here)
{
  for (; w->next < w->n && w->positions[w->next] <= pos; w->next++)
    w->points[w->next] = w->is_end[w->next] ? before.points : here.points;
}

/* Goes over a block, which starts at `place`. False where the input has something else; with `tell`, positions are answered. */
static bool match(Walk *w, const NgBlock *block, Place *place, bool tell)
{
  Place before = *place;
  for (gsize pos = block->start; pos < block->end;) {
    if (w->text[pos] == ' ') {
      pos++;
      continue;
    }
    Place here = skip_space(w, before);
    if (here.at == w->bytes)
      return false;
    if (block->kind == NG_BLOCK_TABLE && w->text[pos] == '|' && w->input[here.at] != '|') {
      pos++; /* put between cells */
      continue;
    }
    gsize end = ng_text_cluster_end(w->text, block->end, pos), until = ng_text_cluster_end(w->input, w->bytes, here.at);
    if (!is_same(w->text + pos, end - pos, w->input + here.at, until - here.at))
      return false;
    if (tell)
      answer(w, (uint32_t)pos, before, here);
    before = advance(w, here, until);
    pos = end;
  }
  if (tell)
    answer(w, block->end, before, before);
  *place = before;
  return true;
}

/* The title comes first in an article, and in the input after a line or two that tell other things. */
static bool find_title(Walk *w, const NgBlock *title, Place *found, Place *behind)
{
  Place place = *found;
  for (guint lines = 0; lines < 100 && place.at < w->bytes; lines++) {
    *behind = *found = skip_space(w, place);
    if (match(w, title, behind, false))
      break;
    const char *feed = memchr(w->input + found->at, '\n', w->bytes - found->at);
    place = advance(w, *found, feed ? (gsize)(feed - w->input) + 1 : w->bytes);
  }
  *behind = *found;
  return match(w, title, behind, true);
}

static bool walk(Walk *w, const NgBlock *blocks, uint32_t n, Place start)
{
  Place place = start, title = {G_MAXSIZE, 0}, behind = start;
  uint32_t i = 0;
  if (n && blocks[0].kind == NG_BLOCK_TITLE) {
    title = start;
    if (!find_title(w, &blocks[i++], &title, &behind))
      return false;
  }
  for (; i < n; i++) {
    place = skip_space(w, place);
    if (place.at == title.at)
      place = skip_space(w, behind);
    if (!match(w, &blocks[i], &place, true))
      return false;
  }
  return true;
}

/* The whole input as the loader decodes it. */
static GString *decoded(const char *bytes, gsize n_bytes)
{
  g_autoptr(NgDecoder) decoder = ng_decoder_new(ng_input_memory(bytes, n_bytes));
  GString *all = g_string_new(NULL);
  const char *more;
  for (gsize n; (n = ng_decoder_peek(decoder, &more)) > 0;) {
    gsize before = all->len;
    g_string_set_size(all, before + n);
    ng_decoder_read(decoder, all->str + before, n);
  }
  return all;
}

bool ng_plain_source_points(const NgArticle *article, const char *bytes, gsize n_bytes, const uint32_t *positions,
                            const bool *is_end, uint32_t *points, gsize n)
{
  g_autoptr(GString) input = decoded(bytes, n_bytes);
  uint32_t n_blocks;
  const NgBlock *blocks = ng_article_blocks(article, &n_blocks);
  Walk w = {.input = input->str,
            .bytes = input->len,
            .text = ng_article_text(article, NULL),
            .positions = positions,
            .is_end = is_end,
            .points = points,
            .n = n};
  bool marked =
      n_bytes >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0; /* a byte order mark is a character of the input */
  return walk(&w, blocks, n_blocks, (Place){0, marked}) && w.next == n;
}
