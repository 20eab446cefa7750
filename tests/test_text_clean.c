/* The gate: what passes it, what becomes of the rest, and that nothing harmful is left of anything. */
#include "tests/corpora.h"
#include "tests/rows.h"
#include "text/text.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define R "\xEF\xBF\xBD"

static void assert_clean(const char *text, gsize bytes, const char *expected, gsize replaced)
{
  g_autoptr(GString) out = g_string_new(">");
  gsize n = ng_text_clean(out, text, bytes);
  cr_assert_str_eq(out->str + 1, expected);
  cr_assert_eq(n, replaced, "%" G_GSIZE_FORMAT " replaced, not %" G_GSIZE_FORMAT, n, replaced);
  cr_assert_eq(out->str[0], '>', "what stood in the string stays");
  gsize run = ng_text_clean_run(text, bytes);
  cr_assert_eq(run == bytes, replaced == 0);
  cr_assert_eq(memcmp(text, expected, run), 0);
  cr_assert_eq(ng_text_clean_run(text + run, bytes - run), 0, "the run ends where the first character is replaced");
}

typedef struct {
  char in[40], out[80];
  unsigned replaced;
} Case;

TableTestRows(text_clean, table)
{
  static Case cases[] = {
      {"", "", 0},
      {"plain", "plain", 0},
      {"tab\tand\nlines\r\n", "tab\tand\nlines\r\n", 0},
      {"\033[31mred", "␛[31mred", 1},
      {"\033]0;title\a", "␛]0;title␇", 2},
      {"\x01\x1f\x7f", "␁␟␡", 3},
      {"0123456\0337890123", "0123456␛7890123", 1}, /* across the words of eight bytes */
      {"01234567\033", "01234567␛", 1},
      {"0123456\x7f", "0123456␡", 1},
      {"é你\U0001F600", "é你\U0001F600", 0},
      {"\xC2\x9B[31m", R "[31m", 1}, /* CSI in C1 */
      {"\xC2\x85", R, 1},
      {"\xC2\xA0", "\xC2\xA0", 0},
      {"a\u202Eb\u202C", "a" R "b" R, 2},
      {"\u2066\u2067\u2068\u2069", R R R R, 4},
      {"\u200E\u200F\u200D", "\u200E\u200F\u200D", 0}, /* marks and joiners pass */
      {"\u2028\u2029", R R, 2},
      {"\uFEFFtext", R "text", 1},
      {"\xEF\xB7\x90\xEF\xBF\xBE\xF0\x9F\xBF\xBF", R R R, 3}, /* noncharacters */
      {"\xF3\xA0\x81\xA7\xF3\xA0\x81\xBF", R R, 2},           /* tag characters */
      {R, R, 0},
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", R R R R R R R R "A", 8},   /* table 3-8 */
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", R R R R R R R R "A", 8},   /* table 3-9 */
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", R R R R R "A" R R "B", 7}, /* table 3-10 */
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", R R R R "A", 4},           /* table 3-11 */
      {"cut \xE4\xBD", "cut " R, 1},
      {"\xC3", R, 1},
      {"\xC3\033", R "␛", 2},
      {"\xF0\x9F\x98\xC3\xA9", R "é", 1},
  };
  return cr_make_param_array(Case, cases, G_N_ELEMENTS(cases));
}

TableTest(Case *c, text_clean, table)
{
  assert_clean(c->in, strlen(c->in), c->out, c->replaced);
}

Test(text_clean, nul_is_a_control_like_others)
{
  assert_clean("a\0b", 3, "a␀b", 1);
}

/* An oracle that is as plain as can be. */
static bool is_harmless(gunichar c)
{
  return c == '\n' || c == '\t' || c == '\r' || (c >= 0x20 && c < 0x7F) ||
         (c >= 0xA0 && !(c >= 0x2028 && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069) &&
          !(c >= 0xFDD0 && c <= 0xFDEF) && c != 0xFEFF && (c & 0xFFFE) != 0xFFFE && !(c >= 0xE0000 && c <= 0xE007F) &&
          !(c >= 0xD800 && c <= 0xDFFF));
}

static void assert_harmless(const char *text, gsize bytes)
{
  cr_assert(g_utf8_validate(text, (gssize)bytes, NULL), "not UTF-8, or a NUL");
  for (const char *p = text; p < text + bytes; p = g_utf8_next_char(p))
    cr_assert(is_harmless(g_utf8_get_char(p)), "U+%04X is left", g_utf8_get_char(p));
}

Test(text_clean, every_character)
{
  for (gunichar c = 1; c < 0x110000; c++) {
    if (c >= 0xD800 && c <= 0xDFFF)
      continue;
    char bytes[7] = {0};
    int n = g_unichar_to_utf8(c, bytes);
    g_autoptr(GString) out = g_string_new(NULL);
    gsize replaced = ng_text_clean(out, bytes, (gsize)n);
    cr_assert_eq(replaced, !is_harmless(c), "U+%04X", c);
    cr_assert((strcmp(out->str, bytes) == 0) == is_harmless(c), "U+%04X", c);
  }
}

Test(text_clean, random_bytes_become_harmless_and_stay)
{
  GRand *rand = g_rand_new_with_seed(7);
  static const char *const pieces[] = {"\xC2",  "\xE2\x80", "\xAE",     "\033", "é",
                                       "text ", "\xF0\x9F", "\x98\x80", "\0",   "\xED\xA0"};
  for (int round = 0; round < 20000; round++) {
    g_autoptr(GString) in = g_string_new(NULL), once = g_string_new(NULL), twice = g_string_new(NULL);
    for (int i = g_rand_int_range(rand, 0, 30); i > 0; i--)
      if (g_rand_boolean(rand))
        g_string_append_c(in, (char)g_rand_int_range(rand, 0, 256));
      else
        g_string_append(in, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
    gsize replaced = ng_text_clean(once, in->str, in->len);
    assert_harmless(once->str, once->len);
    cr_assert(replaced > 0 || strcmp(once->str, in->str) == 0);
    cr_assert_eq(ng_text_clean(twice, once->str, once->len), 0);
    cr_assert_str_eq(twice->str, once->str);
  }
  g_rand_free(rand);
}

/* Appends the bytes that hex digits and spaces spell. */
static void append_hex(GString *bytes, const char *hex)
{
  for (; *hex; hex++)
    if (g_ascii_isxdigit(*hex)) {
      g_string_append_c(bytes, (char)(g_ascii_xdigit_value(hex[0]) << 4 | g_ascii_xdigit_value(hex[1])));
      hex++;
    }
}

Test(text_clean, replaces_each_maximal_part_once)
{
  g_autofree char *tests = ng_corpus_read("robust/utf8-tests/utf8tests.txt", NULL);
  if (!tests)
    cr_skip_test("no corpora beside the project");
  g_auto(GStrv) lines = g_strsplit(tests, "\n", -1);
  unsigned n = 0;
  for (char **line = lines; *line; line++) {
    g_auto(GStrv) fields = g_strsplit(g_strstrip(*line), ":", 5);
    if (**line == '#' || g_strv_length(fields) < 5 || strcmp(fields[1], "invalid hex") != 0)
      continue;
    g_autoptr(GString) in = g_string_new(NULL), expected = g_string_new(NULL), out = g_string_new(NULL);
    append_hex(in, fields[2]);
    append_hex(expected, fields[4]);
    g_autoptr(GString) clean = g_string_new(NULL);
    ng_text_clean(clean, expected->str, expected->len); /* controls and the like become pictures in both */
    ng_text_clean(out, in->str, in->len);
    cr_expect_str_eq(out->str, clean->str, "test %s", fields[0]);
    n++;
  }
  cr_assert_gt(n, 20);
}

Test(text_clean, naughty_strings)
{
  static const char *const files[] = {"robust/blns/blns.txt", "robust/utf8-tests/utf8tests.bin",
                                      "robust/unicode/UTF-8-demo.txt", "robust/unicode/emoji-test.txt"};
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    gsize n;
    g_autofree char *bytes = ng_corpus_read(files[i], &n);
    if (!bytes)
      cr_skip_test("no corpora beside the project");
    g_autoptr(GString) out = g_string_new(NULL);
    ng_text_clean(out, bytes, n);
    assert_harmless(out->str, out->len);
    for (const char *line = bytes, *end; (end = memchr(line, '\n', (gsize)(bytes + n - line))); line = end + 1) {
      g_autofree char *clean = ng_text_clean_line(line, (gsize)(end - line));
      assert_harmless(clean, strlen(clean));
      cr_assert_null(strpbrk(clean, "\n\r\t"));
    }
  }
}

TableTestRows(text_clean, line)
{
  static Case cases[] = {
      {"", "", 0},
      {"  a  b\t\n c\r\n", "a b c", 0},
      {"\n\n", "", 0},
      {"\u3000\u2003wide\u2009thin ", "wide thin", 0},
      {"no\u00A0break \u00A0", "no\u00A0break \u00A0", 0},
      {"\033[2J\n\r", "␛[2J", 0},
      {"a\u2028b", "a" R "b", 0},
      {"\xFF \xFF", R " " R, 0},
  };
  return cr_make_param_array(Case, cases, G_N_ELEMENTS(cases));
}

TableTest(Case *c, text_clean, line)
{
  g_autofree char *line = ng_text_clean_line(c->in, strlen(c->in));
  cr_assert_str_eq(line, c->out);
}
