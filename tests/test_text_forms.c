/* Normal form with positions, and the key under which names are equal. */
#include "tests/rows.h"
#include "tests/spent.h"
#include "text/text.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

/* ---- folding ---- */

typedef struct {
  char a[40], b[40];
  bool equal;
} FoldCase;

TableTestRows(text_fold, table)
{
  static FoldCase cases[] = {
      {"Qin Gang", "QIN  gang", true},
      {"Qin Gang", " Qin\nGang\t", true},
      {"Qin Gang", "QinGang", false},
      {"José", "JOS\u00C9", true},
      {"José", "Jose\u0301", true},
      {"José", "Jose", false},
      {"O’Neill", "O'Neill", true},
      {"O\u2018Neill", "o\u02BCneill", true},
      {"Straße", "STRASSE", true},
      {"ΣΊΣΥΦΟΣ", "σίσυφος", true},
      {"ﬁnland", "FInland", true},
      {"Ｂｅｉｊｉｎｇ", "Beijing", true},
      {"北京", "北京", true},
      {"北 京", "北\u3000京", true},
      {"A\u00A0B", "a b", true},
      {"", " \n", true},
      {"\u212B", "\u00E5", true},
      {"№", "no", true},
      {"İstanbul", "i\u0307stanbul", true},
  };
  return cr_make_param_array(FoldCase, cases, G_N_ELEMENTS(cases));
}

TableTest(FoldCase *c, text_fold, table)
{
  g_autofree char *a = ng_text_fold(c->a, strlen(c->a)), *b = ng_text_fold(c->b, strlen(c->b));
  cr_assert_eq(strcmp(a, b) == 0, c->equal, "\"%s\" and \"%s\"", a, b);
}

Test(text_fold, is_the_same_when_folded_again)
{
  for (gunichar c = 1; c < 0x110000; c++) {
    if ((c >= 0xD800 && c <= 0xDFFF) || !g_unichar_isdefined(c))
      continue;
    char text[16] = "a ";
    int n = 2 + g_unichar_to_utf8(c, text + 2);
    text[n++] = 'B';
    g_autofree char *once = ng_text_fold(text, (gsize)n);
    g_autofree char *twice = ng_text_fold(once, strlen(once));
    cr_expect_str_eq(twice, once, "U+%04X", c);
  }
}

Test(text_fold, bytes_that_are_no_text_do_no_harm)
{
  g_autofree char *bad = ng_text_fold("\xFF\xC3 A", 4), *cut = ng_text_fold("A\xE4\xBD", 3),
                  *nul = ng_text_fold("A\0\xC3\xA9", 4);
  cr_assert(bad && cut && nul);
}

/* ---- normal form ---- */

typedef struct {
  char in[60], out[60];
} NfcCase;

TableTestRows(text_nfc, table)
{
  static NfcCase cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"e\u0301", "é"},
      {"cafe\u0301 au lait", "café au lait"},
      {"a\u0328\u0301", "ą\u0301"},
      {"a\u0301\u0328", "ą\u0301"}, /* reordered */
      {"\u1100\u1161\u11A8", "각"},
      {"\uAC00\u11A8", "각"},
      {"\u212B \u2126 \u212A", "Å Ω K"},
      {"か\u3099", "が"},
      {"\u0958", "\u0915\u093C"}, /* excluded from composition */
      {"\uF900", "豈"},
      {"e\u0301e\u0301e\u0301", "ééé"},
      {"\u0301e", "\u0301e"},
      {"e\n\u0301", "e\n\u0301"},
  };
  return cr_make_param_array(NfcCase, cases, G_N_ELEMENTS(cases));
}

TableTest(NfcCase *c, text_nfc, table)
{
  g_autoptr(GString) text = g_string_new(c->in);
  ng_text_nfc(text, 0, NULL, 0);
  cr_assert_str_eq(text->str, c->out);
}

Test(text_nfc, moves_positions_along)
{
  /* a e ´ b | c ¸ d: both composed */
  g_autoptr(GString) text = g_string_new("ae\u0301bc\u0327d");
  uint32_t at[] = {0, 1, 2, 4, 5, 6, 8, 9};
  const uint32_t moved[] = {0, 1, 1, 3, 4, 4, 6, 7};
  uint32_t *positions[G_N_ELEMENTS(at)];
  for (gsize i = 0; i < G_N_ELEMENTS(at); i++)
    positions[i] = &at[G_N_ELEMENTS(at) - 1 - i]; /* in any order */
  ng_text_nfc(text, 0, positions, G_N_ELEMENTS(at));
  cr_assert_str_eq(text->str, "aébçd");
  for (gsize i = 0; i < G_N_ELEMENTS(at); i++)
    cr_assert_eq(at[i], moved[i], "position %zu is %u, not %u", i, at[i], moved[i]);
}

Test(text_nfc, leaves_what_stands_before_the_start)
{
  g_autoptr(GString) text = g_string_new("e\u0301 e\u0301");
  uint32_t end = (uint32_t)text->len, *positions[] = {&end};
  ng_text_nfc(text, 4, positions, 1);
  cr_assert_str_eq(text->str, "e\u0301 é");
  cr_assert_eq(end, text->len);
}

static void assert_nfc(const char *in, gsize bytes)
{
  g_autoptr(GString) text = g_string_new_len(in, (gssize)bytes);
  uint32_t end = (uint32_t)bytes, *positions[] = {&end};
  ng_text_nfc(text, 0, positions, 1);
  size_t n = 0;
  uint8_t *expected = u8_normalize(UNINORM_NFC, (const uint8_t *)in, bytes, NULL, &n);
  cr_assert(n == text->len && memcmp(expected, text->str, n) == 0, "\"%.*s\" becomes \"%s\"", (int)bytes, in,
            text->str);
  cr_assert_eq(end, text->len, "the end moves along");
  free(expected);
}

Test(text_nfc, agrees_with_the_whole_for_each_character)
{
  static const gunichar before[] = {'x',    0xE9,   0x4E00,  0x1100, 0xAC00, 0x3046,
                                    0x0915, 0x200D, 0x1F468, 0x0300, 0x0F71, 0x1B05};
  for (gunichar c = 1; c < 0x110000; c++) {
    if (c >= 0xD800 && c <= 0xDFFF)
      continue;
    gunichar first, second;
    bool composes = g_unichar_ismark(c) || g_unichar_decompose(c, &first, &second) || (c >= 0x1100 && c < 0x1200);
    for (gsize i = 0; i < (composes ? G_N_ELEMENTS(before) : 1); i++) {
      char text[16];
      int n = g_unichar_to_utf8(before[i], text);
      n += g_unichar_to_utf8(c, text + n);
      assert_nfc(text, (gsize)n);
    }
  }
}

Test(text_nfc, agrees_with_the_whole_for_random_text)
{
  static const gunichar alphabet[] = {
      'a',    'e',    ' ',    0xE9,   0x0300, 0x0301, 0x0323, 0x0327, 0x0338, 0x0345,  0x1100,  0x1161,  0x11A8,
      0xAC00, 0xAC01, 0x3046, 0x3099, 0x0915, 0x093C, 0x0F71, 0x0F72, 0x200D, 0x1F468, 0x212B,  0x05D0,  0x05B0,
      0x09C7, 0x09BE, 0x09D7, 0x1025, 0x102E, 0x0B47, 0x0B3E, 0x0DD9, 0x0DCF, 0x110A5, 0x110BA, 0x11131, 0x11127,
      0x1B05, 0x1B35, '<',    '=',    0x2260, 0xFB1D, 0x2ADC, 0x0E33, '\n',   0x00AD,  0x0600};
  GRand *rand = g_rand_new_with_seed(15);
  for (int round = 0; round < 40000; round++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = g_rand_int_range(rand, 1, 16); i > 0; i--)
      g_string_append_unichar(text, alphabet[g_rand_int_range(rand, 0, G_N_ELEMENTS(alphabet))]);
    assert_nfc(text->str, text->len);
  }
  g_rand_free(rand);
}

Test(text_nfc, long_text_costs_linear_time)
{
  static const char *const units[] = {"e\u0301", "\u0301", "word ", "북", "か\u3099"};
  for (gsize k = 0; k < G_N_ELEMENTS(units); k++) {
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 1000000)
      g_string_append(text, units[k]);
    double start = ng_spent_s();
    ng_text_nfc(text, 0, NULL, 0);
    cr_assert(ng_spent_within(start, 5), "1 MB of \"%s\"", units[k]);
  }
}
