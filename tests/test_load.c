/* The door of the loaders: what opens, what does not and why, in which encodings. */
#include "load/load.h"
#include "tests/outline.h"
#include "tests/printed.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <zlib.h>

#define TEI "<TEI><text><body><p>Jiří <persName>Ann</persName></p></body></text></TEI>"

/* A file with these bytes; the caller removes it. */
static char *file_with(const char *bytes, gsize n)
{
  char *path = NULL;
  int fd = g_file_open_tmp("nutgraf-XXXXXX.bin", &path, NULL);
  cr_assert(fd >= 0);
  close(fd);
  cr_assert(g_file_set_contents(path, bytes, (gssize)n, NULL));
  return path;
}

static void remove_file(char *path)
{
  g_unlink(path);
  g_free(path);
}

static void assert_text(NgArticle *article, const char *expected)
{
  cr_assert_not_null(article);
  cr_assert_str_eq(ng_article_text(article, NULL), expected);
}

/* What the failing load says, after the path. */
static void assert_refused(const char *path, int code, const char *why)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NgArticle) article = ng_load(path, &error);
  cr_assert_null(article);
  cr_assert(g_error_matches(error, NG_ERROR, code), "%s", error ? error->message : "no error");
  g_autofree char *message = g_strdup_printf("%s: %s", path, why);
  cr_assert_str_eq(error->message, message);
}

/* ---- what opens ---- */

typedef struct {
  const char *source;
  NgFormat format;
} Sniffed;

static const Sniffed sniffed[] = {
    {"<TEI/>", NG_FORMAT_TEI},
    {"\n <?xml version='1.0'?>\n<!-- x --><TEI xmlns='http://www.tei-c.org/ns/1.0'/>", NG_FORMAT_TEI},
    {"<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'/>", NG_FORMAT_TEI},
    {"<!DOCTYPE TEI.2 SYSTEM 'x.dtd'><TEI.2/>", NG_FORMAT_TEI},
    {"<teiCorpus/>", NG_FORMAT_TEI},
    {"<nitf/>", NG_FORMAT_NITF},
    {"<!DOCTYPE nitf SYSTEM 'x.dtd'><nitf/>", NG_FORMAT_NITF},
};

TableTestRows(load, knows_the_format_by_content)
{
  return rows(G_N_ELEMENTS(sniffed));
}

TableTest(size_t *row, load, knows_the_format_by_content)
{
  const Sniffed *it = &sniffed[*row];
  g_autoptr(GError) error = NULL;
  g_autoptr(NgArticle) article = ng_load_memory(it->source, strlen(it->source), "name.txt", &error);
  cr_assert(article, "%s", error ? error->message : "");
  cr_assert_eq(ng_article_head(article)->format, it->format);
  cr_assert_str_eq(ng_article_head(article)->source, "name.txt");
}

Test(load, reads_standard_input)
{
  char *path = file_with(TEI, strlen(TEI));
  int fd = g_open(path, O_RDONLY, 0);
  cr_assert(dup2(fd, STDIN_FILENO) == STDIN_FILENO);
  g_autoptr(NgArticle) article = ng_load("-", NULL);
  assert_text(article, "Jiří Ann");
  cr_assert_str_eq(ng_article_head(article)->source, "-");
  close(fd);
  remove_file(path);
}

/* The caller frees the bytes. */
static char *packed(const char *text, gsize text_bytes, gsize *n)
{
  z_stream z = {0};
  cr_assert(deflateInit2(&z, 1, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  gsize room = deflateBound(&z, text_bytes);
  char *out = g_malloc(room);
  z.next_in = (Bytef *)(guintptr)text;
  z.avail_in = (uInt)text_bytes;
  z.next_out = (Bytef *)out;
  z.avail_out = (uInt)room;
  cr_assert(deflate(&z, Z_FINISH) == Z_STREAM_END);
  *n = room - z.avail_out;
  deflateEnd(&z);
  return out;
}

Test(load, opens_what_is_packed)
{
  gsize n;
  g_autofree char *bytes = packed(TEI, strlen(TEI), &n);
  char *path = file_with(bytes, n);
  g_autoptr(NgArticle) article = ng_load(path, NULL);
  assert_text(article, "Jiří Ann");
  uint32_t n_problems;
  ng_article_diagnostics(article, &n_problems, NULL);
  cr_assert_eq(n_problems, 0);
  remove_file(path);
}

Test(load, packed_files_one_behind_the_other_are_one)
{
  static const char first[] = "<TEI><text><body><p>Jiří", second[] = " Ann</p></body></text></TEI>";
  gsize n_first, n_second;
  g_autofree char *head = packed(first, strlen(first), &n_first), *tail = packed(second, strlen(second), &n_second);
  g_autoptr(GString) all = g_string_new_len(head, (gssize)n_first);
  g_string_append_len(all, tail, (gssize)n_second);
  g_string_append_len(all, "\0\0\0\0", 4); /* what a tape adds is no part of it */
  g_autoptr(NgArticle) article = ng_load_memory(all->str, all->len, "two.gz", NULL);
  assert_text(article, "Jiří Ann");
  g_autofree char *problems = ng_outline_problems(article);
  cr_assert_str_empty(problems, "%s", problems);
}

Test(load, damage_in_a_packed_file_is_told)
{
  gsize n;
  g_autoptr(GString) text = g_string_new("<TEI><text><body>");
  for (int i = 0; i < 20000; i++)
    g_string_append_printf(text, "<p>%d</p>", i * 7919);
  g_autofree char *bytes = packed(text->str, text->len, &n);
  memset(bytes + n / 2, 0xFF, 64);
  g_autoptr(NgArticle) article = ng_load_memory(bytes, n, "damaged.gz", NULL);
  cr_assert_not_null(article);
  g_autofree char *problems = ng_outline_problems(article);
  cr_assert(strstr(problems, "the gzip data are damaged"), "%s", problems);
}

/* Bytes for a pipe, and the pipe's two ends. */
typedef struct {
  const char *bytes;
  gsize n;
  int ends[2];
} Drip;

/* The next byte comes when the one before has been read. */
static void *drip(void *user)
{
  const Drip *it = user;
  for (gsize i = 0; i < it->n; i++) {
    cr_assert_eq(write(it->ends[1], it->bytes + i, 1), 1);
    for (int waiting = 1; waiting;) {
      cr_assert_eq(ioctl(it->ends[0], FIONREAD, &waiting), 0);
      g_thread_yield();
    }
  }
  close(it->ends[1]);
  return NULL;
}

static NgArticle *load_dripping(const char *bytes, gsize n)
{
  Drip it = {.bytes = bytes, .n = n};
  cr_assert_eq(pipe(it.ends), 0);
  cr_assert(dup2(it.ends[0], STDIN_FILENO) == STDIN_FILENO);
  GThread *writer = g_thread_new("drip", drip, &it);
  NgArticle *article = ng_load("-", NULL);
  g_thread_join(writer);
  close(it.ends[0]);
  return article;
}

Test(load, a_pipe_may_give_byte_by_byte)
{
  gsize n;
  g_autofree char *bytes = packed(TEI, strlen(TEI), &n);
  g_autoptr(NgArticle) unpacked = load_dripping(bytes, n);
  assert_text(unpacked, "Jiří Ann");
  g_autoptr(NgArticle) plain = load_dripping(TEI, strlen(TEI));
  assert_text(plain, "Jiří Ann");
  g_autofree char *utf16 = g_convert(TEI, -1, "UTF-16LE", "UTF-8", NULL, &n, NULL);
  g_autoptr(NgArticle) wide = load_dripping(utf16, n);
  assert_text(wide, "Jiří Ann");
}

Test(load, opens_what_is_left_of_a_packed_file_cut_short)
{
  g_autoptr(GString) text = g_string_new("<TEI><text><body>");
  for (int i = 0; i < 20000; i++)
    g_string_append_printf(text, "<p>%d</p>", i * 7919);
  gsize n;
  g_autofree char *bytes = packed(text->str, text->len, &n);
  g_autoptr(NgArticle) article = ng_load_memory(bytes, n / 2, "cut.gz", NULL);
  cr_assert_not_null(article);
  uint32_t n_blocks;
  ng_article_blocks(article, &n_blocks);
  cr_assert(n_blocks > 1000 && n_blocks < 20000, "%u", n_blocks);
  g_autofree char *problems = ng_outline_problems(article);
  cr_assert(strstr(problems, "the gzip data end too early"), "%s", problems);
}

Test(load, a_packed_bomb_is_left)
{
  gsize size = (gsize)66 << 20, n;
  g_autofree char *text = g_malloc(size);
  memset(text, ' ', size);
  for (gsize i = 0; i < strlen("<TEI>"); i++)
    text[i] = "<TEI>"[i];
  g_autofree char *bytes = packed(text, size, &n);
  g_autoptr(NgArticle) article = ng_load_memory(bytes, n, "bomb.gz", NULL);
  cr_assert_not_null(article);
  g_autofree char *problems = ng_outline_problems(article);
  cr_assert(strstr(problems, "unpacks to more than any text would"), "%s", problems);
}

/* ---- what does not ---- */

Test(load, a_missing_file)
{
  assert_refused("/nonexistent/no.xml", NG_ERROR_READ, "No such file or directory");
}

Test(load, an_unreadable_file)
{
  if (geteuid() == 0)
    cr_skip("to root every file is readable");
  char *path = file_with(TEI, strlen(TEI));
  cr_assert(g_chmod(path, 0) == 0);
  assert_refused(path, NG_ERROR_READ, "Permission denied");
  remove_file(path);
}

Test(load, a_folder)
{
  assert_refused("/", NG_ERROR_READ, "Is a directory");
}

Test(load, what_is_no_longer_read_is_closed)
{
  char *path = file_with(TEI, strlen(TEI));
  int before = dup(STDERR_FILENO);
  close(before);
  g_autoptr(NgArticle) article = ng_load(path, NULL);
  cr_assert_not_null(article);
  assert_refused("/", NG_ERROR_READ, "Is a directory");
  int after = dup(STDERR_FILENO);
  close(after);
  cr_assert_eq(after, before);
  remove_file(path);
}

Test(load, standard_input_that_cannot_be_read)
{
  char *path = file_with(TEI, strlen(TEI));
  int fd = g_open(path, O_WRONLY, 0);
  cr_assert(dup2(fd, STDIN_FILENO) == STDIN_FILENO);
  close(fd);
  assert_refused("-", NG_ERROR_READ, "Bad file descriptor");
  remove_file(path);
}

Test(load, a_name_with_an_escape_is_told_clean)
{
  g_autoptr(GError) error = NULL;
  cr_assert_null(ng_load("/none/\033[31m\302\233x\n", &error));
  cr_assert_str_eq(error->message, "/none/␛[31m\357\277\275x: No such file or directory");
}

typedef struct {
  const char *bytes;
  gsize n;
  const char *why;
} Refused;

#define BYTES(literal) literal, sizeof(literal) - 1

static const Refused refused[] = {
    {BYTES(""), "empty"},
    {BYTES("\x7f\x45LF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01"), "a binary file, not an article"},
    {BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "a binary file, not an article"},
    {BYTES("<html><p>x</p></html>"), "<html> is neither TEI nor NITF"},
    {BYTES("<\033x>"), NULL},
    {BYTES("  \n "), NULL},
    {BYTES("<"), NULL},
    {BYTES("<!-- x -->"), NULL},
    {BYTES("<!DOCTYPE TEI [<!ENTITY d 'x"), NULL},
    {BYTES("<!DOCTYPE TEI [<!ENTITY d 'x'>"), NULL},
    {BYTES("\x1f\x8b"), NULL},
};

TableTestRows(load, refuses)
{
  return rows(G_N_ELEMENTS(refused));
}

TableTest(size_t *row, load, refuses)
{
  const Refused *it = &refused[*row];
  char *path = file_with(it->bytes, it->n);
  if (it->why) {
    assert_refused(path, NG_ERROR_FORMAT, it->why);
  } else {
    g_autoptr(GError) error = NULL;
    cr_assert_null(ng_load(path, &error));
    cr_assert_eq(error->domain, NG_ERROR);
    cr_assert(g_str_has_prefix(error->message, path), "%s", error->message);
    cr_assert(!strpbrk(error->message, "\n\033"), "%s", error->message);
  }
  remove_file(path);
}

Test(load, says_of_a_blank_file_that_there_is_nothing_in_it)
{
  char *path = file_with(" \n\n  \n", 6);
  g_autoptr(GError) error = NULL;
  cr_assert_null(ng_load(path, &error));
  cr_assert(g_str_has_suffix(error->message, ": nothing to read in it"), "%s", error->message);
  remove_file(path);
}

/* ---- encodings ---- */

static const Refused encodings[] = {
    {BYTES("<?xml version='1.0' encoding='ISO-8859-1'?><TEI><text><body><p>caf\xe9</p></body></text></TEI>"), "café"},
    {BYTES("<?xml version='1.0' encoding='windows-1252'?><TEI><text><body><p>\x93"
           "caf\xe9\x94 \x80"
           "</p></body></text></TEI>"),
     "“café” €"},
    {BYTES("<?xml version='1.0' encoding='latin1'?><TEI><text><body><p>\x93x\x94</p></body></text></TEI>"), "“x”"},
    {BYTES("\xef\xbb\xbf<TEI><text><body><p>café</p></body></text></TEI>"), "café"},
    {BYTES("<?xml version='1.0' encoding='UTF-16'?><TEI><text><body><p>café</p></body></text></TEI>"), "café"},
    {BYTES("<?xml version='1.0' encoding='no-such'?><TEI><text><body><p>café</p></body></text></TEI>"), "café"},
    {BYTES("<TEI><text><body><p>a\xff"
           "b\xc3</p></body></text></TEI>"),
     "a\357\277\275b\357\277\275"},
    {BYTES("<?xml version='1.0' encoding='EUC-JP'?><TEI><text><body><p>a\xff"
           "b \xb4\xc1</p></body></text></TEI>"),
     "a\357\277\275b 漢"},
    {BYTES("<TEI><text><body><p>a\xed\xa0\x80</p></body></text></TEI>"), "a\357\277\275\357\277\275\357\277\275"},
    {BYTES("<TEI><text><body><p>cafe\xcc\x81</p></body></text></TEI>"), "café"},
    {BYTES("<TEI><text><body><p>caf&eacute;&hellip; caf&eacute;</p></body></text></TEI>"), "café… café"},
    {BYTES("<?xml version='1.0' encoding='EUC-JP'?><TEI><text><body><p>a\xb4"), "a\357\277\275"},
    {BYTES("<?xml version='1.0'?><TEI><text><body><p>café</p></body></text></TEI>"), "café"},
    {BYTES("<?xml version='1.0'?><!-- encoding='latin1' --><TEI><text><body><p>café</p></body></text></TEI>"), "café"},
    {BYTES("<TEI n=\"encoding='latin1'\"><text><body><p>café</p></body></text></TEI>"), "café"},
};

TableTestRows(load, decodes)
{
  return rows(G_N_ELEMENTS(encodings));
}

TableTest(size_t *row, load, decodes)
{
  const Refused *it = &encodings[*row];
  g_autoptr(NgArticle) article = ng_load_memory(it->bytes, it->n, "encoded.xml", NULL);
  assert_text(article, it->why);
}

static const char *const wide[] = {"UTF-16LE", "UTF-16BE"};

TableTestRows(load, decodes_two_bytes_a_character)
{
  return rows(G_N_ELEMENTS(wide) * 2);
}

TableTest(size_t *row, load, decodes_two_bytes_a_character)
{
  bool marked = *row % 2; /* by a byte order mark */
  g_autofree char *source =
      g_strconcat(marked ? "\xef\xbb\xbf" : "", "<?xml version='1.0' encoding='UTF-16'?>", TEI, NULL);
  gsize n;
  g_autofree char *bytes = g_convert(source, -1, wide[*row / 2], "UTF-8", NULL, &n, NULL);
  cr_assert_not_null(bytes);
  g_autoptr(NgArticle) article = ng_load_memory(bytes, n, "wide.xml", NULL);
  assert_text(article, "Jiří Ann");
  uint32_t n_problems;
  ng_article_diagnostics(article, &n_problems, NULL);
  cr_assert_eq(n_problems, 0);
}

/* What is read at once ends inside of a character, wherever that begins. */
Test(load, characters_of_two_bytes_across_what_is_read_at_once)
{
  for (int before = 0; before < 2; before++) {
    g_autoptr(GString) text = g_string_new(before ? "x" : "");
    for (int i = 0; i < 50000; i++)
      g_string_append(text, "漢");
    g_autofree char *source = g_strconcat("<?xml version='1.0' encoding='EUC-JP'?><TEI><text><body><p>", text->str,
                                          "</p></body></text></TEI>", NULL);
    gsize n;
    g_autofree char *bytes = g_convert(source, -1, "EUC-JP", "UTF-8", NULL, &n, NULL);
    cr_assert_not_null(bytes);
    g_autoptr(NgArticle) article = ng_load_memory(bytes, n, "euc.xml", NULL);
    cr_assert_str_eq(ng_article_text(article, NULL), text->str);
  }
}

/* ---- what is large ---- */

/* What is large is parsed on a thread of its own; packed, the same is small enough to be parsed on the caller's. */
#define LARGE_BYTES ((gsize)256 * 1024)

typedef struct {
  const char *before, *again, *after; /* `again` comes until the whole is large */
} Large;

static const Large large[] = {
    {"<TEI><text><body>",
     "<p xml:id='a&amp;b'>He met <persName ref='#ann'>Ann\n Lee</persName>.<note>so <hi rend='bold'>it</hi> "
     "is</note></p>\n",
     "</body></text></TEI>"},
    {"<TEI><text><body>", "<p>a <hi>b</p>\n<p>c &nosuch; & d</p><p ref='1' ref='2'>Ji\xff</p></hi>", ""},
    {"<TEI><text><body><div>", "<p>a</p></div></div>\n", "</body></text></TEI>"},
    {"<TEI><text><body>", "<div><head>a</head>", "<p>b</p>"},
    {"<TEI><text><body><p n='", "a long value &#38; ", "'>a</p></body></text></TEI>"},
    {"<nitf><head><title>A</title></head><body><body.content>", "<p>a <person>Ann</person></p>",
     "</body.content></body></nitf>"},
    {"<html><body>", "<p>a</p>", "</body></html>"},
    {"", " \n ", ""},
};

TableTestRows(load, large_is_as_small)
{
  return rows(G_N_ELEMENTS(large));
}

TableTest(size_t *row, load, large_is_as_small)
{
  g_autoptr(GString) text = g_string_new(large[*row].before);
  while (text->len < 2 * LARGE_BYTES)
    g_string_append(text, large[*row].again);
  g_string_append(text, large[*row].after);
  gsize n;
  g_autofree char *small = packed(text->str, text->len, &n);
  cr_assert_lt(n, LARGE_BYTES);
  g_autoptr(GError) error = NULL, other_error = NULL;
  g_autoptr(NgArticle) article = ng_load_memory(text->str, text->len, "large.xml", &error);
  g_autoptr(NgArticle) other = ng_load_memory(small, n, "large.xml", &other_error);
  cr_assert_eq(article == NULL, other == NULL);
  if (!article) {
    cr_assert_str_eq(error->message, other_error->message);
    return;
  }
  g_autofree char *json = ng_printed_json(article), *other_json = ng_printed_json(other);
  cr_assert(strcmp(json, other_json) == 0, "row %zu differs", *row);
}
