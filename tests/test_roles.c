/* What people are said to be: titles before names and appositions after them. */
#include "annotate/role_words.h"
#include "annotate/roles.h"
#include "tests/annotating.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

/* A text, and of each person "NAME: ROLE / SHORT ROLE"; nothing behind the colon of one without. */
static const char *const texts[][2] = {
    {"Foreign Minister Qin Gang spoke in Beijing.", "Qin Gang: Foreign Minister"},
    {"The Chinese Foreign Minister Qin Gang spoke.", "Qin Gang: Chinese Foreign Minister / Foreign Minister"},
    {"U.S. Ambassador to China Nicholas Burns spoke.", "Nicholas Burns: U.S. Ambassador to China / U.S. Ambassador"},
    {"Paul Haenle, former director for China on the National Security Council, spoke.",
     "Paul Haenle: former director for China on the National Security Council / former director"},
    {"She met Kevin McCarthy, the Speaker of the House of Representatives, in the evening.",
     "Kevin McCarthy: Speaker of the House of Representatives / Speaker"},
    {"Then President Tsai Ing-wen of Taiwan spoke.", "Tsai Ing-wen: President of Taiwan"},
    {"So Secretary of State Antony J. Blinken warned them.", "Antony J. Blinken: Secretary of State"},
    {"China's foreign minister, Qin Gang, spoke.", "Qin Gang: China's foreign minister / foreign minister"},
    {"The spokesman for the president, John Smith, spoke.", "John Smith: spokesman for the president / spokesman"},
    {"John Smith, 52, a retired lawyer from Ohio, spoke.", "John Smith: retired lawyer from Ohio / retired lawyer"},
    {"Former prime minister Boris Johnson spoke of it.", "Boris Johnson: Former prime minister"},
    {"They saw Mr. Burns and Dr. Haenle there.", "Burns:; Haenle:"},
    {"Mr. Burns said so. In the meeting with Mr. Burns, the Chinese official accused them of it.", "Burns:"},
    {"He met Qin Gang, President Emmanuel Macron and others.", "Qin Gang:; Emmanuel Macron: President"},
    {"He met Qin Gang, who is a minister, and left.", "Qin Gang:"},
    {"He told John Smith, and the minister agreed.", "John Smith:"},
    {"John Smith, in his office, told the director of it.", "John Smith:"},
    {"He wanted to head Apple. John Smith said so.", "John Smith:"},
};

TableTestRows(roles, in_a_text)
{
  return rows(G_N_ELEMENTS(texts));
}

TableTest(size_t *row, roles, in_a_text)
{
  g_autoptr(NgArticle) article = ng_test_annotated(texts[*row][0]);
  g_autoptr(GString) found = g_string_new(NULL);
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    const NgEntity *e = &entities[i];
    if (e->kind != NG_ENTITY_PERSON)
      continue;
    g_string_append_printf(found, "%s%s:%s%s", found->len ? "; " : "", e->name, e->role ? " " : "",
                           e->role ? e->role : "");
    if (e->short_role)
      g_string_append_printf(found, " / %s", e->short_role);
  }
  cr_assert_str_eq(found->str, texts[*row][1], "\n%s\n%s", found->str, texts[*row][1]);
}

Test(roles, words)
{
  const char *head;
  gsize bytes;
  cr_expect(ng_role_words_of("Ambassador", 10) & NG_ROLE_DIPLOMAT);
  cr_expect(ng_role_words_of("analyst", 7) & NG_ROLE_WORD);
  cr_expect_eq(ng_role_words_of("balloon", 7), 0);
  cr_expect_eq(ng_role_words_of("", 0), 0);
  cr_expect(ng_role_words_head("Chinese Foreign Minister", 24, &head, &bytes) & NG_ROLE_DIPLOMAT);
  cr_expect_eq(bytes, 8);
  cr_expect(ng_role_words_head("Prime Minister", 14, &head, &bytes) & NG_ROLE_LEADER);
  cr_expect_eq(ng_role_words_head("far away", 8, &head, &bytes), 0);
}

Test(roles, countries)
{
  static const char *const same[][2] = {
      {"Chinese", "China"}, {"U.S.", "American"}, {"French", "France"}, {"Turkish", "Turkey"}};
  static const char *const other[][2] = {
      {"Austrian", "Australia"}, {"Indonesian", "India"}, {"Iran", "Iraq"}, {"", "China"}};
  for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
    cr_expect(ng_role_words_same_country(same[i][0], strlen(same[i][0]), same[i][1], strlen(same[i][1])), "%s",
              same[i][0]);
  for (gsize i = 0; i < G_N_ELEMENTS(other); i++)
    cr_expect_not(ng_role_words_same_country(other[i][0], strlen(other[i][0]), other[i][1], strlen(other[i][1])), "%s",
                  other[i][0]);
}
