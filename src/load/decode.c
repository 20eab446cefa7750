#include "load/decode.h"

#include "model/room.h"

#include <errno.h>
#include <string.h>

#define RAW_BYTES         65536u
#define DECLARATION_BYTES 1024u

struct _NgDecoder {
  NgInput *input;
  char *raw;         /* RAW_BYTES */
  gsize n_raw;       /* bytes not yet decoded: at a chunk's end, a character cut in two */
  GIConv convert;    /* NULL: the input is UTF-8 */
  GString *decoded;  /* what `convert` made, before cleaning */
  GString *clean;    /* what was cleaned, where raw bytes were not clean as they stand */
  const char *ready; /* the chunk that reads give: `clean`, or the raw bytes */
  gsize n_ready, given;
  gsize n_used; /* raw bytes that it came from, if it is made of them: to be skipped before the next chunk */
  guint64 replaced;
  uint32_t line, column; /* of the first of them; before that, of the end of what was decoded */
  char *unknown;
  bool begun, ended;
};

NgDecoder *ng_decoder_new(NgInput *input)
{
  NgDecoder *d = g_new0(NgDecoder, 1);
  d->input = input;
  d->raw = g_malloc(RAW_BYTES);
  if (ng_input_size(input) >= RAW_BYTES)
    ng_room_at(d->raw, RAW_BYTES);
  d->clean = g_string_new(NULL);
  d->ready = d->raw;
  d->line = d->column = 1;
  return d;
}

void ng_decoder_free(NgDecoder *d)
{
  if (!d)
    return;
  if (d->convert)
    g_iconv_close(d->convert);
  if (d->decoded)
    g_string_free(d->decoded, TRUE);
  g_string_free(d->clean, TRUE);
  g_free(d->unknown);
  g_free(d->raw);
  ng_input_free(d->input);
  g_free(d);
}

guint64 ng_decoder_replaced(const NgDecoder *d)
{
  return d->replaced;
}

const char *ng_decoder_problem(const NgDecoder *d)
{
  return ng_input_problem(d->input);
}

/* The encoding named in the XML declaration at the start of `text`, or NULL. The caller frees it. */
static char *declared_encoding(const char *text, gsize bytes)
{
  g_autofree char *head = g_strndup(text, MIN(bytes, DECLARATION_BYTES));
  if (!g_str_has_prefix(head, "<?xml"))
    return NULL;
  char *end = strstr(head, "?>");
  char *name = strstr(head, "encoding");
  if (!name || (end && name > end))
    return NULL;
  name += strcspn(name, "\"'");
  if (!*name)
    return NULL;
  gsize length = strcspn(name + 1, "\"'<>");
  return g_ascii_strdown(name + 1, (gssize)length);
}

static bool is_one_of(const char *name, const char *const *names)
{
  return g_strv_contains(names, name);
}

static void choose_declared(NgDecoder *d)
{
  static const char *const utf8[] = {"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", NULL};
  static const char *const latin[] = {"iso-8859-1", "latin1", "latin-1", "iso8859-1", "iso_8859-1", NULL};
  g_autofree char *name = declared_encoding(d->raw, d->n_raw);
  if (!name || is_one_of(name, utf8)) /* "utf-16" in single bytes is not true */
    return;
  d->convert = g_iconv_open("UTF-8", is_one_of(name, latin) ? "WINDOWS-1252" : name);
  if (d->convert == (GIConv)-1) {
    d->convert = NULL;
    d->unknown = ng_text_clean_line(name, strlen(name));
  }
}

static void skip_raw(NgDecoder *d, gsize n)
{
  memmove(d->raw, d->raw + n, d->n_raw - n);
  d->n_raw -= n;
}

static bool starts_with(const NgDecoder *d, const char *bytes, gsize n)
{
  return d->n_raw >= n && memcmp(d->raw, bytes, n) == 0;
}

static void choose_encoding(NgDecoder *d)
{
  if (starts_with(d, "\xEF\xBB\xBF", 3)) {
    skip_raw(d, 3);
  } else if (starts_with(d, "\xFF\xFE", 2) || starts_with(d, "\xFE\xFF", 2)) {
    d->convert = g_iconv_open("UTF-8", d->raw[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE");
    skip_raw(d, 2);
  } else if (starts_with(d, "<\0", 2) || starts_with(d, "\0<", 2)) {
    d->convert = g_iconv_open("UTF-8", d->raw[0] == '<' ? "UTF-16LE" : "UTF-16BE");
  } else {
    choose_declared(d);
  }
  if (d->convert)
    d->decoded = g_string_sized_new(RAW_BYTES * 2);
}

/* Bytes at the end of raw that begin a character which may go on in the next chunk. */
static gsize cut_character(const NgDecoder *d)
{
  for (gsize n = 1; n <= MIN(d->n_raw, 3u); n++) {
    guchar c = (guchar)d->raw[d->n_raw - n];
    if (c < 0x80)
      return 0;
    if (c >= 0xC0)
      return n < (c >= 0xF0 ? 4u : c >= 0xE0 ? 3u : 2u) ? n : 0;
  }
  return 0;
}

/* Goes over `bytes` of clean text to where the next character is to be. */
static void count_place(NgDecoder *d, const char *text, gsize bytes)
{
  const char *end = text + bytes, *line;
  while ((line = memchr(text, '\n', (gsize)(end - text)))) {
    d->line++;
    d->column = 1;
    text = line + 1;
  }
  d->column += (uint32_t)g_utf8_strlen(text, end - text);
}

/* Where a replaced character stands in text that has some: it is one of those that ng_text_clean puts there. */
static gsize find_replaced(const char *text, gsize bytes)
{
  for (gsize i = 0; i + 2 < bytes; i++)
    if (memcmp(text + i, "\xEF\xBF\xBD", 3) == 0 || memcmp(text + i, "\xE2\x90", 2) == 0)
      return i;
  return 0;
}

/* Makes the chunk of `bytes` of text, which is given as it stands if it is clean, and counts. */
static void put(NgDecoder *d, const char *text, gsize bytes)
{
  bool first = d->replaced == 0;
  d->ready = text;
  d->n_ready = bytes;
  if (ng_text_clean_run(text, bytes) < bytes) {
    g_string_truncate(d->clean, 0);
    d->replaced += ng_text_clean(d->clean, text, bytes);
    d->ready = d->clean->str;
    d->n_ready = d->clean->len;
  }
  if (first)
    count_place(d, d->ready, d->replaced ? find_replaced(d->ready, d->n_ready) : d->n_ready);
}

static void clean_utf8(NgDecoder *d)
{
  gsize held = d->ended ? 0 : cut_character(d);
  d->n_used = d->n_raw - held;
  put(d, d->raw, d->n_used);
}

static void convert_raw(NgDecoder *d)
{
  char *from = d->raw;
  gsize from_left = d->n_raw;
  char buffer[4096];
  g_string_truncate(d->decoded, 0);
  while (from_left) {
    char *to = buffer;
    gsize to_left = sizeof buffer;
    gsize done = g_iconv(d->convert, &from, &from_left, &to, &to_left);
    int why = errno;
    g_string_append_len(d->decoded, buffer, to - buffer);
    if (done != (gsize)-1 || why == E2BIG)
      continue;
    if (why == EINVAL && !d->ended)
      break;
    g_string_append_c(d->decoded, '\xFF'); /* which ng_text_clean replaces and counts */
    from++;
    from_left--;
  }
  skip_raw(d, d->n_raw - from_left);
  put(d, d->decoded->str, d->decoded->len);
}

/* Decodes the next chunk. */
static void advance(NgDecoder *d)
{
  skip_raw(d, d->n_used);
  d->n_used = d->n_ready = d->given = 0;
  while (!d->n_ready && !(d->ended && !d->n_raw)) {
    gsize n = d->ended ? 0 : ng_input_read(d->input, d->raw + d->n_raw, RAW_BYTES - d->n_raw);
    d->n_raw += n;
    d->ended = n == 0;
    if (!d->begun && !d->ended && d->n_raw < 4)
      continue; /* a pipe that drips */
    if (!d->begun) {
      d->begun = true;
      choose_encoding(d);
    }
    if (d->convert)
      convert_raw(d);
    else
      clean_utf8(d);
  }
}

gsize ng_decoder_peek(NgDecoder *d, const char **bytes)
{
  if (d->given == d->n_ready)
    advance(d);
  *bytes = d->ready + d->given;
  return d->n_ready - d->given;
}

gsize ng_decoder_read(NgDecoder *d, char *out, gsize n)
{
  const char *bytes;
  n = MIN(n, ng_decoder_peek(d, &bytes));
  memcpy(out, bytes, n);
  d->given += n;
  return n;
}

void ng_decoder_report(const NgDecoder *d, NgDecoderReport report, void *user)
{
  if (d->unknown) {
    g_autofree char *message = g_strdup_printf("unknown encoding %s: read as UTF-8", d->unknown);
    report(user, 1, 1, message);
  }
  if (d->replaced) {
    g_autofree char *message = g_strdup_printf("%" G_GUINT64_FORMAT " invalid or unsafe %s replaced, here the first",
                                               d->replaced, d->replaced == 1 ? "character was" : "characters were");
    report(user, d->line, d->column, message);
  }
  if (ng_decoder_problem(d))
    report(user, 0, 0, ng_decoder_problem(d));
}
