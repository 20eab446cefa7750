/* Places that the annotator finds: their kinds and other names, their countries, and where the atlas has them lie. */
#include "atlas/atlas.h"
#include "tests/annotating.h"
#include "tests/corpora.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/* A text, and "KIND NAME" of each entity in the order of first mention, with " in COUNTRY" where that is told. */
static const char *const texts[][2] = {
    {"They held US-China talks and spoke of China-U.S. ties.", "place United States; place China"},
    {"The UK-EU talks failed, and the Israel-Hamas talks as well.",
     "place United Kingdom; organisation European Union; place Israel; organisation Hamas"},
    {"The Pentagon and the Kremlin accused Washington of it.",
     "organisation Pentagon; organisation Kremlin; place Washington"},
    {"They left the West Bank, and the World Bank paid.", "place West Bank; organisation World Bank"},
    {"Downing Street said nothing of it.", "place Downing Street"},
    {"LONDON, May 8 - It rained, they said.", "place London"},
    {"They met in Bali, in Indonesia, in the autumn.", "place Bali in Indonesia; place Indonesia"},
    {"They met in Bali in Indonesia.", "place Bali in Indonesia; place Indonesia"},
    {"They met in Paris, France, in the autumn.", "place Paris in France; place France"},
    {"They went to Paris, Germany and Norway.", "place Paris; place Germany; place Norway"},
    {"They went to Paris, Germany, Norway and to others.", "place Paris; place Germany; place Norway"},
    {"They went to France, Germany and Norway.", "place France; place Germany; place Norway"},
    {"It was in Paris. Germany was far.", "place Paris; place Germany"},
};

TableTestRows(found_places, kinds_and_countries)
{
  return rows(G_N_ELEMENTS(texts));
}

TableTest(size_t *row, found_places, kinds_and_countries)
{
  g_autoptr(NgArticle) article = ng_test_annotated(texts[*row][0]);
  g_autoptr(GString) found = g_string_new(NULL);
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    const NgEntity *e = &entities[i];
    g_string_append_printf(found, "%s%s %s%s%s", i ? "; " : "", ng_entity_kind_word(e->kind), e->name,
                           e->country ? " in " : "", e->country ? e->country : "");
  }
  cr_assert_str_eq(found->str, texts[*row][1], "\n%s\n%s", found->str, texts[*row][1]);
}

/* Where they lie, within two degrees (countries: their middle, within ten). */
typedef struct {
  const char *name;
  double lat_deg, lon_deg, within_deg;
} Lies;

static const Lies lie[] = {{"China", 35, 103, 10},       {"United States", 39, -98, 10}, {"Beijing", 39.9, 116.4, 2},
                           {"Washington", 38.9, -77, 2}, {"Taiwan", 23.7, 121, 2},       {"Russia", 61.5, 100, 12},
                           {"Ukraine", 49, 32, 4},       {"Bali", -8.4, 115.2, 2},       {"Indonesia", -2.5, 118, 10},
                           {"Saudi Arabia", 24, 45, 4},  {"Iran", 32.5, 54, 4},          {"Germany", 51, 10.4, 3},
                           {"France", 46.5, 2.5, 3},     {"Norway", 64.5, 14, 6}};

static const NgAtlasPlace *place_of(const NgAtlasPlace *places, uint32_t n, const char *name)
{
  for (uint32_t i = 0; i < n; i++)
    if (strcmp(places[i].name, name) == 0)
      return &places[i];
  return NULL;
}

static void expect_lie(const NgArticle *article, const Lies *all, gsize n_all)
{
  const NgArticle *articles[] = {article};
  g_autofree char *gazetteer = g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "geo", "gazetteer.bin", NULL);
  g_autoptr(NgAtlas) atlas = ng_atlas_new(articles, 1, gazetteer);
  uint32_t n;
  const NgAtlasPlace *places = ng_atlas_places(atlas, &n);
  for (gsize i = 0; i < n_all; i++) {
    const NgAtlasPlace *place = place_of(places, n, all[i].name);
    cr_assert(place, "%s is not found", all[i].name);
    cr_expect(fabs(place->lat_deg - all[i].lat_deg) <= all[i].within_deg &&
                  fabs(place->lon_deg - all[i].lon_deg) <= all[i].within_deg,
              "%s lies at %g, %g", all[i].name, place->lat_deg, place->lon_deg);
  }
}

Test(found_places, those_of_a_story_lie_where_they_should)
{
  g_autofree char *text = ng_corpus_read("../seed/article.txt", NULL);
  if (!text)
    cr_skip("the story is not at hand");
  g_autoptr(NgArticle) article = ng_test_annotated(text);
  expect_lie(article, lie, G_N_ELEMENTS(lie));
}

/* Governments are called by where they sit; their houses are organisations, and lie nowhere. */
Test(found_places, seats_of_governments)
{
  static const Lies seats[] = {{"Downing Street", 51.5, -0.1, 0.2},
                               {"Capitol Hill", 38.9, -77, 0.2},
                               {"Westminster", 51.5, -0.1, 0.2},
                               {"Brussels", 50.9, 4.4, 0.2}};
  g_autoptr(NgArticle) article = ng_test_annotated(
      "They spoke in Downing Street, on Capitol Hill, in Westminster and in Brussels. Then the White House and the "
      "Kremlin said no, and Whitehall and the Pentagon as well.");
  expect_lie(article, seats, G_N_ELEMENTS(seats));
  uint32_t n;
  ng_article_ranked(article, NG_ENTITY_ORGANISATION, &n);
  cr_expect_eq(n, 4);
}
