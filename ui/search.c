#include "ui/search.h"

#include <string.h>

#define CHUNK_BYTES 65536 /* counted in one go */
#define MAX_MATCHES 1000000

struct _NgSearch {
  const NgArticle *article;
  const char *text;
  uint32_t bytes;
  char *pattern;
  GRegex *regex;
  bool plain;       /* the pattern is ASCII words: they are looked for as they are, which is quicker */
  bool exact;       /* case matters */
  GArray *matches;  /* NgRange: all that start before `counted` */
  uint32_t counted; /* text before it has been searched */
  NgRange current;
};

static bool has_capital(const char *pattern)
{
  for (const char *p = pattern; *p; p = g_utf8_next_char(p)) {
    if (*p == '\\' && p[1])
      p++; /* \W is no capital */
    else if (g_unichar_isupper(g_utf8_get_char(p)))
      return true;
  }
  return false;
}

/* Letters, digits and spaces mean themselves in a regular expression. */
static bool is_plain(const char *pattern)
{
  for (const char *p = pattern; *p; p++)
    if (!g_ascii_isalnum(*p) && *p != ' ')
      return false;
  return true;
}

NgSearch *ng_search_new(const NgArticle *article, const char *pattern)
{
  NgSearch *search = g_new0(NgSearch, 1);
  search->article = article;
  search->text = ng_article_text(article, &search->bytes);
  search->pattern = g_strdup(pattern);
  search->matches = g_array_new(FALSE, FALSE, sizeof(NgRange));
  search->exact = has_capital(pattern);
  search->plain = is_plain(pattern);
  GRegexCompileFlags flags = G_REGEX_OPTIMIZE | G_REGEX_MULTILINE | (search->exact ? 0 : G_REGEX_CASELESS);
  search->regex = g_regex_new(pattern, flags, 0, NULL);
  if (!search->regex) {
    g_autofree char *literal = g_regex_escape_string(pattern, -1);
    search->regex = g_regex_new(literal, flags, 0, NULL);
  }
  return search;
}

void ng_search_free(NgSearch *search)
{
  if (!search)
    return;
  if (search->regex)
    g_regex_unref(search->regex);
  g_array_unref(search->matches);
  g_free(search->pattern);
  g_free(search);
}

const char *ng_search_pattern(const NgSearch *search)
{
  return search->pattern;
}

/* The end of the block that a chunk from `start` runs to: matches do not cross blocks, so nothing is lost between chunks. */
static uint32_t chunk_end(const NgSearch *search, uint32_t start)
{
  if (search->bytes - start <= CHUNK_BYTES)
    return search->bytes;
  uint32_t n, block = ng_article_block_at(search->article, start + CHUNK_BYTES);
  const NgBlock *blocks = ng_article_blocks(search->article, &n);
  return block + 1 < n ? blocks[block + 1].start : search->bytes;
}

static bool equal(const char *text, const char *pattern, gsize bytes, bool exact)
{
  return exact ? memcmp(text, pattern, bytes) == 0 : g_ascii_strncasecmp(text, pattern, bytes) == 0;
}

static void gather_plain(const NgSearch *search, uint32_t start, uint32_t end, GArray *into)
{
  gsize bytes = strlen(search->pattern);
  const char *p = search->text + start, *last = search->text + end - bytes;
  char low = search->exact ? search->pattern[0] : g_ascii_tolower(search->pattern[0]);
  char high = search->exact ? low : g_ascii_toupper(low);
  while (end - start >= bytes && p <= last && into->len < MAX_MATCHES) {
    if ((*p != low && *p != high) || !equal(p, search->pattern, bytes, search->exact)) {
      p++;
      continue;
    }
    NgRange match = {(uint32_t)(p - search->text), (uint32_t)(p - search->text + (gssize)bytes)};
    g_array_append_val(into, match);
    p += bytes;
  }
}

/* Appends the matches that start in text[start, end) to `into`. */
static void gather(const NgSearch *search, uint32_t start, uint32_t end, GArray *into)
{
  if (search->plain) {
    gather_plain(search, start, end, into);
    return;
  }
  g_autoptr(GMatchInfo) info = NULL;
  if (!search->regex)
    return;
  g_regex_match_full(search->regex, search->text + start, (gssize)(end - start), 0, 0, &info, NULL);
  while (g_match_info_matches(info) && into->len < MAX_MATCHES) {
    int from, to;
    g_match_info_fetch_pos(info, 0, &from, &to);
    NgRange match = {start + (uint32_t)from, start + (uint32_t)to};
    if (to > from)
      g_array_append_val(into, match);
    if (!g_match_info_next(info, NULL))
      break;
  }
}

bool ng_search_count(NgSearch *search, double milliseconds)
{
  gint64 until = g_get_monotonic_time() + (gint64)(milliseconds * 1000);
  while (search->counted < search->bytes) {
    uint32_t end = chunk_end(search, search->counted);
    gather(search, search->counted, end, search->matches);
    search->counted = end;
    if (g_get_monotonic_time() >= until)
      break;
  }
  return search->counted < search->bytes;
}

/* The index of the first known match that starts at or after pos. */
static guint first_from(const GArray *matches, uint32_t pos)
{
  guint low = 0, high = matches->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(matches, NgRange, middle).start < pos)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Looks in what is not counted yet. */
static bool find_ahead(const NgSearch *search, uint32_t pos, NgRange *match)
{
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(NgRange));
  uint32_t n, block = ng_article_block_at(search->article, pos);
  const NgBlock *blocks = ng_article_blocks(search->article, &n);
  for (uint32_t start = block == NG_NONE ? 0 : blocks[block].start; start < search->bytes;) {
    uint32_t end = chunk_end(search, start);
    g_array_set_size(found, 0);
    gather(search, start, end, found);
    guint i = first_from(found, pos);
    if (i < found->len) {
      *match = g_array_index(found, NgRange, i);
      return true;
    }
    start = end;
  }
  return false;
}

bool ng_search_next(NgSearch *search, uint32_t pos, bool wrap, NgRange *match)
{
  guint i = first_from(search->matches, pos);
  if (i < search->matches->len) {
    *match = g_array_index(search->matches, NgRange, i);
    return true;
  }
  if (search->counted < search->bytes && find_ahead(search, MAX(pos, search->counted), match))
    return true;
  return wrap && pos > 0 && ng_search_next(search, 0, false, match);
}

bool ng_search_previous(NgSearch *search, uint32_t pos, NgRange *match)
{
  while (search->counted < search->bytes && search->counted < pos)
    ng_search_count(search, 4);
  guint i = first_from(search->matches, pos);
  if (i == 0) {
    while (ng_search_count(search, 4))
      continue;
    i = search->matches->len;
  }
  if (i == 0)
    return false;
  *match = g_array_index(search->matches, NgRange, i - 1);
  return true;
}

uint32_t ng_search_known(const NgSearch *search, bool *all)
{
  *all = search->counted >= search->bytes;
  return search->matches->len;
}

uint32_t ng_search_ordinal(const NgSearch *search, uint32_t pos)
{
  guint i = first_from(search->matches, pos);
  return i < search->matches->len && g_array_index(search->matches, NgRange, i).start == pos ? i + 1 : 0;
}

NgRange ng_search_current(const NgSearch *search)
{
  return search->current;
}

void ng_search_set_current(NgSearch *search, NgRange match)
{
  search->current = match;
}

void ng_search_each(NgSearch *search, uint32_t start, uint32_t end, void (*found)(NgRange match, void *user),
                    void *user)
{
  g_autoptr(GArray) here = NULL;
  const GArray *matches = search->matches;
  if (end > search->counted) {
    uint32_t n, first = ng_article_block_at(search->article, start);
    const NgBlock *blocks = ng_article_blocks(search->article, &n);
    here = g_array_new(FALSE, FALSE, sizeof(NgRange));
    if (first != NG_NONE)
      gather(search, blocks[first].start, MIN(blocks[first].end, search->bytes), here);
    matches = here;
  }
  guint i = first_from(matches, start);
  if (i > 0 && g_array_index(matches, NgRange, i - 1).end > start)
    i--;
  for (; i < matches->len && g_array_index(matches, NgRange, i).start < end; i++)
    found(g_array_index(matches, NgRange, i), user);
}
