/* Box characters from arms, and strips. The 80 glyphs are checked against their Unicode names. */
#include "load/load.h"
#include "model/model.h"
#include "text/lines.h"

#include <criterion/criterion.h>
#include <string.h>
#include <uniname.h>

enum { LEFT, RIGHT, UP, DOWN };

/* Gives the sides that the word names their weight; false if it names none. */
static bool take_side(const char *word, int weight, int sides[4])
{
  static const struct {
    const char *word;
    int first, second;
  } words[] = {{"LEFT", LEFT, LEFT}, {"RIGHT", RIGHT, RIGHT},     {"UP", UP, UP},
               {"DOWN", DOWN, DOWN}, {"HORIZONTAL", LEFT, RIGHT}, {"VERTICAL", UP, DOWN}};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(word, words[i].word) == 0) {
      sides[words[i].first] = sides[words[i].second] = weight;
      return true;
    }
  return false;
}

/* Reads "BOX DRAWINGS DOWN LIGHT AND RIGHT HEAVY", "... LIGHT LEFT AND HEAVY RIGHT", "... LIGHT DOWN AND RIGHT": a weight belongs to the sides
 * behind it where it comes first, else to those before it. */
static void sides_of_name(const char *name, int sides[4])
{
  g_auto(GStrv) words = g_strsplit(name, " ", -1);
  const char *pending[4];
  int n_pending = 0, weight = 0;
  bool weight_first = g_str_equal(words[2], "LIGHT") || g_str_equal(words[2], "HEAVY");
  for (int i = 2; words[i]; i++) {
    int said = g_str_equal(words[i], "LIGHT") ? NG_ARM_LIGHT : g_str_equal(words[i], "HEAVY") ? NG_ARM_HEAVY : 0;
    if (said) {
      for (; !weight_first && n_pending; n_pending--)
        take_side(pending[n_pending - 1], said, sides);
      weight = said;
    } else if (weight_first) {
      take_side(words[i], weight, sides);
    } else if (!g_str_equal(words[i], "AND")) {
      pending[n_pending++] = words[i];
    }
  }
}

Test(lines, every_combination_has_the_glyph_of_its_name)
{
  for (unsigned arms = 1; arms < 256; arms++) {
    int expected[4] = {(int)(arms & 3), (int)(arms >> 2 & 3), (int)(arms >> 4 & 3), (int)(arms >> 6)}, got[4] = {0};
    bool dashed = false;
    for (int i = 0; i < 4; i++)
      dashed |= expected[i] == NG_ARM_DASHED;
    if (dashed)
      continue;
    char name[UNINAME_MAX];
    cr_assert(unicode_character_name(g_utf8_get_char(ng_arms_glyph((NgArms)arms, false)), name));
    sides_of_name(name, got);
    cr_expect(memcmp(got, expected, sizeof got) == 0, "arms %02x got %s", arms, name);
  }
  cr_expect_str_eq(ng_arms_glyph(0, false), " ");
}

Test(lines, dashes_show_in_straight_cells_only)
{
  cr_expect_str_eq(ng_arms_glyph(NG_ARMS_ACROSS(NG_ARM_DASHED), false), "╌");
  cr_expect_str_eq(ng_arms_glyph(NG_ARMS_DOWN(NG_ARM_DASHED), false), "╎");
  cr_expect_str_eq(ng_arms_glyph(NG_ARMS(0, 1, 1, 0), false), "└");
  cr_expect_str_eq(ng_arms_glyph(NG_ARMS(1, 2, 0, 0), false), "─");
  cr_expect_str_eq(ng_arms_glyph(NG_ARMS(3, 1, 1, 2), false), "┽");
}

Test(lines, the_stronger_arm_wins)
{
  cr_expect_eq(ng_arms_over(NG_ARMS(2, 2, 0, 0), NG_ARMS(0, 0, 0, 1)), NG_ARMS(2, 2, 0, 1));
  cr_expect_eq(ng_arms_over(NG_ARMS(3, 1, 2, 0), NG_ARMS(1, 3, 1, 2)), NG_ARMS(3, 3, 2, 2));
  cr_expect_str_eq(ng_arms_glyph(ng_arms_over(NG_ARMS_ACROSS(2), NG_ARMS(0, 0, 3, 0)), false), "┸");
  for (unsigned a = 0; a < 256; a++)
    for (unsigned b = 0; b < 256; b++)
      cr_assert_eq(ng_arms_over((NgArms)a, (NgArms)b), ng_arms_over((NgArms)b, (NgArms)a));
}

/* The signs of the reader's ASCII screen: rules, the minimap's ticks, the strips', and joints. */
Test(lines, ascii)
{
  static const struct {
    const char *glyph, *ascii;
  } cases[] = {{"─", "-"}, {"━", "="}, {"│", ":"}, {"┃", "|"}, {"╌", "."}, {"╎", ":"}, {"┤", "+"}, {"┨", "+"},
               {"┫", "#"}, {"┥", "#"}, {"┴", "+"}, {"┸", "#"}, {"┬", "+"}, {"├", "+"}, {"┼", "+"}, {"╃", "#"},
               {"┢", "#"}, {"┠", "+"}, {"└", "+"}, {"┏", "+"}, {"╻", "|"}, {"┩", "#"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    for (unsigned arms = 1; arms < 256; arms++)
      if (strcmp(ng_arms_glyph((NgArms)arms, false), cases[i].glyph) == 0)
        cr_expect_str_eq(ng_arms_glyph((NgArms)arms, true), cases[i].ascii, "%s as %s", cases[i].glyph,
                         ng_arms_glyph((NgArms)arms, true));
}

Test(lines, ascii_is_ascii)
{
  for (unsigned arms = 0; arms < 256; arms++)
    cr_assert(g_str_is_ascii(ng_arms_glyph((NgArms)arms, true)));
  cr_expect_eq(ng_sign_ascii(g_utf8_get_char("►")), '>');
  cr_expect_eq(ng_sign_ascii(g_utf8_get_char("…")), '~');
  cr_expect_eq(ng_sign_ascii('x'), 0);
}

/* Draws a box of 4 by 2 with a joint below. */
static char *small_box(NgBox box)
{
  unsigned w = box == NG_BOX_HEAVY ? NG_ARM_HEAVY : NG_ARM_LIGHT;
  NgArms cells[] = {NG_ARMS(0, w, 0, w), NG_ARMS(w, w, 0, 0), NG_ARMS(w, 0, 0, w),
                    NG_ARMS(0, w, w, 0), NG_ARMS(w, w, 0, 2), NG_ARMS(w, 0, w, 0)};
  GString *out = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(cells); i++)
    g_string_append(out, ng_box_glyph(box, cells[i]));
  return g_string_free(out, FALSE);
}

Test(lines, boxes_by_kind)
{
  static const char *const expected[] = {"┌─┐└┬┘", "╭─╮╰┬╯", "╒═╕╘╤╛", "┏━┓┗┯┛"};
  for (NgBox box = NG_BOX_PLAIN; box <= NG_BOX_HEAVY; box++) {
    g_autofree char *drawn = small_box(box);
    cr_expect_str_eq(drawn, expected[box]);
  }
  cr_expect_eq(ng_box_bracket(NG_BOX_DOUBLE, false), '{');
  cr_expect_eq(ng_box_bracket(NG_BOX_ROUND, true), ')');
}

/* An article of 100 bytes, with a mention of one person at each `o` and of another at each `x`. */
static NgArticle *dotted_article(const char *text)
{
  static const char *const one[] = {"#o", NULL}, *const other[] = {"#x", NULL};
  NgBuilder *builder = ng_builder_new("t", NG_FORMAT_TEI);
  ng_builder_record_name(builder, ng_builder_record(builder, NG_ENTITY_PERSON, "o", 1, 1), "One");
  ng_builder_record_name(builder, ng_builder_record(builder, NG_ENTITY_PERSON, "x", 1, 1), "Other");
  ng_builder_record_name(builder, ng_builder_record(builder, NG_ENTITY_PERSON, "none", 1, 1), "None");
  for (const char *p = text; *p; p++) {
    ng_builder_open(builder);
    ng_builder_text(builder, p, 1);
    if (*p == '.')
      ng_builder_close(builder);
    else
      ng_builder_close_mention(builder, NG_ENTITY_PERSON, *p == 'o' ? one : other, 1, 1);
  }
  return ng_builder_finish(builder);
}

Test(strip, counts_mentions_by_text_offset)
{
  g_autoptr(NgArticle) article = dotted_article("o.o.......x....o...o");
  uint8_t bins[40];
  ng_strip_bins(article, ng_article_entity_by_id(article, "o"), bins, 5);
  cr_expect(memcmp(bins, (uint8_t[]){2, 0, 0, 1, 1}, 5) == 0);
  ng_strip_bins(article, ng_article_entity_by_id(article, "x"), bins, 2);
  cr_expect(memcmp(bins, (uint8_t[]){0, 1}, 2) == 0);
  ng_strip_bins(article, ng_article_entity_by_id(article, "none"), bins, 1);
  cr_expect_eq(bins[0], 0);
  ng_strip_bins(article, ng_article_entity_by_id(article, "o"), bins, 1);
  cr_expect_eq(bins[0], 2);
  ng_strip_bins(article, ng_article_entity_by_id(article, "o"), bins, 40);
  cr_expect_eq(bins[38], 1);
  cr_expect_eq(bins[39], 0);
  ng_strip_bins(article, ng_article_entity_by_id(article, "o"), bins, 0);
}

Test(strip, a_pos_beyond_the_text_is_in_the_last_bin)
{
  g_autoptr(NgArticle) article = dotted_article("..........");
  cr_expect_eq(ng_strip_bin(article, 10, 5), 4);
  cr_expect_eq(ng_strip_bin(article, NG_NONE, 5), 4);
  g_autoptr(NgArticle) empty = dotted_article("");
  cr_expect_eq(ng_strip_bin(empty, 0, 5), 4);
}

/* Nine cells, and five, as the lists beside the article show them. */
Test(strip, of_the_bundled_article)
{
  static const struct {
    const char *name, *expected;
  } strips[] = {{"Qin Gang", "┸──┸─┴┴─┸"},     {"Nicholas Burns", "┸──┴─┴┸─┴"}, {"Antony Blinken", "──┴───┴──"},
                {"Xi Jinping", "───┴───┴─"},   {"Joe Biden", "───┸─────"},      {"Paul Haenle", "────────┸"},
                {"Tsai Ing-wen", "────┴────"}, {"China", "┸┴┸─┴┴┴┴┸"},          {"United States", "┴┴┸┴┸─┴┴┴"},
                {"Beijing", "┴┴┴─┴┴┴──"},      {"Washington", "───┸─┴┴┴─"},     {"Taiwan", "────┸┴───"},
                {"Nicholas Burns", "┸┴─┸┴"},   {"Joe Biden", "─┴┴──"},          {"Emmanuel Macron", "────┴"}};
  g_autofree char *path =
      g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content/articles/2023-05-08-talk-again.xml", NULL);
  g_autoptr(NgArticle) article = ng_load(path, NULL);
  cr_assert(article);
  for (gsize i = 0; i < G_N_ELEMENTS(strips); i++) {
    uint8_t bins[9];
    uint32_t n_bins = (uint32_t)g_utf8_strlen(strips[i].expected, -1);
    ng_strip_bins(article, ng_find_entity(article, strips[i].name, NULL), bins, n_bins);
    g_autoptr(GString) drawn = g_string_new(NULL);
    for (uint32_t k = 0; k < n_bins; k++) {
      unsigned tick = bins[k] == 0 ? NG_ARM_NONE : bins[k] == 1 ? NG_ARM_LIGHT : NG_ARM_HEAVY;
      g_string_append(drawn, ng_arms_glyph(NG_ARMS(NG_ARM_LIGHT, NG_ARM_LIGHT, tick, 0), false));
    }
    cr_expect_str_eq(drawn->str, strips[i].expected, "%s: %s not %s", strips[i].name, drawn->str, strips[i].expected);
  }
}
