/* Where the places of articles lie. */
#include "config.h"

#include "atlas/atlas.h"
#include "load/load.h"

#include <criterion/criterion.h>
#include <math.h>

static char *gazetteer_path(void)
{
  const char *top = g_getenv("NG_TEST_SRCDIR");
  return g_build_filename(top ? top : ".", "content", "geo", "gazetteer.bin", NULL);
}

typedef struct {
  NgEntityKind kind;
  const char *name, *country;
  double lat_deg, lon_deg;
} Entity;

static NgArticle *article_of(const Entity *given, guint n)
{
  NgBuilder *b = ng_builder_new("test", NG_FORMAT_TEI);
  for (guint i = 0; i < n; i++) {
    uint32_t record = ng_builder_record(b, given[i].kind, given[i].name, 1, 1);
    ng_builder_record_name(b, record, given[i].name);
    if (given[i].country)
      ng_builder_record_country(b, record, given[i].country);
    if (!isnan(given[i].lat_deg))
      ng_builder_record_position(b, record, given[i].lat_deg, given[i].lon_deg);
  }
  return ng_builder_finish(b);
}

static const Entity mixed[] = {
    {NG_ENTITY_PERSON, "Qin Gang", NULL, NAN, NAN},        {NG_ENTITY_PLACE, "Bali", "Indonesia", -8.4, 115.2},
    {NG_ENTITY_PLACE, "Georgia", NULL, NAN, NAN},          {NG_ENTITY_ORGANISATION, "Pentagon", NULL, 38.87, -77.06},
    {NG_ENTITY_ORGANISATION, "Senate", NULL, NAN, NAN},    {NG_ENTITY_PLACE, "Atlanta", NULL, NAN, NAN},
    {NG_ENTITY_PLACE, "Europe", NULL, NAN, NAN},           {NG_ENTITY_PLACE, "Xyzzyx", "Nowhere", NAN, NAN},
    {NG_ENTITY_PLACE, "London", "the Dominion", NAN, NAN},
};

static void expect(const NgAtlas *atlas, const char *name, NgAtlasSource source, const char *country, double lat_deg)
{
  uint32_t n;
  const NgAtlasPlace *places = ng_atlas_places(atlas, &n);
  for (uint32_t i = 0; i < n; i++) {
    if (!g_str_equal(places[i].name, name))
      continue;
    cr_expect_eq(places[i].source, source, "%s: %d", name, (int)places[i].source);
    cr_expect_str_eq(places[i].country ? places[i].country : "-", country, "%s", name);
    if (isnan(lat_deg))
      cr_expect(isnan(places[i].lat_deg) && isnan(places[i].lon_deg), "%s", name);
    else
      cr_expect_lt(fabs(places[i].lat_deg - lat_deg), 1, "%s: %f", name, places[i].lat_deg);
    return;
  }
  cr_expect_fail("%s is no place", name);
}

Test(atlas, lays_out_an_article)
{
  g_autofree char *path = gazetteer_path();
  g_autoptr(NgArticle) article = article_of(mixed, G_N_ELEMENTS(mixed));
  g_autoptr(NgAtlas) atlas = ng_atlas_new((const NgArticle *const[]){article}, 1, path);
  uint32_t n;
  ng_atlas_places(atlas, &n);
  cr_expect_eq(n, 7);
  expect(atlas, "Bali", NG_ATLAS_MARKUP, "Indonesia", -8.4);
  expect(atlas, "Georgia", NG_ATLAS_GAZETTEER, "United States", 32.6);
  expect(atlas, "Pentagon", NG_ATLAS_MARKUP, "-", 38.87);
  expect(atlas, "Atlanta", NG_ATLAS_GAZETTEER, "United States", 33.75);
  expect(atlas, "Europe", NG_ATLAS_WIDE, "-", NAN);
  expect(atlas, "Xyzzyx", NG_ATLAS_NOWHERE, "Nowhere", NAN);
  expect(atlas, "London", NG_ATLAS_GAZETTEER, "the Dominion", 51.5);
  cr_expect(ng_atlas_asked(atlas));
  cr_expect_null(ng_atlas_trouble(atlas));
}

Test(atlas, finds_what_an_entity_is)
{
  g_autoptr(NgArticle) one = article_of(mixed, 6), two = article_of(mixed, 3), none = article_of(mixed, 0);
  g_autoptr(NgAtlas) atlas = ng_atlas_new((const NgArticle *const[]){one, none, two}, 3, NULL);
  uint32_t n;
  const NgAtlasPlace *places = ng_atlas_places(atlas, &n);
  cr_assert_eq(n, 4 + 2);
  for (uint32_t i = 0; i < n; i++)
    cr_expect_eq(ng_atlas_find(atlas, places[i].article, places[i].entity), i);
  cr_expect_eq(ng_atlas_find(atlas, 0, 0), NG_NONE);
  cr_expect_eq(ng_atlas_find(atlas, 1, 1), NG_NONE);
  cr_expect_eq(ng_atlas_find(atlas, 2, 5), NG_NONE);
  cr_expect_eq(ng_atlas_find(atlas, 3, 1), NG_NONE);
  cr_expect_eq(ng_atlas_find(atlas, NG_NONE, 1), NG_NONE);
}

Test(atlas, a_candidate_can_be_chosen)
{
  g_autofree char *path = gazetteer_path();
  g_autoptr(NgArticle) article = article_of(mixed, G_N_ELEMENTS(mixed));
  g_autoptr(NgAtlas) atlas = ng_atlas_new((const NgArticle *const[]){article}, 1, path);
  uint32_t n, georgia = ng_atlas_find(atlas, 0, 2), london = ng_atlas_find(atlas, 0, 8);
  const NgAtlasPlace *places = ng_atlas_places(atlas, &n);
  cr_assert_geq(places[georgia].n_candidates, 2);
  cr_expect_eq(places[georgia].chosen, 0);
  ng_atlas_choose(atlas, georgia, 1);
  cr_expect_eq(places[georgia].chosen, 1);
  expect(atlas, "Georgia", NG_ATLAS_USER, "Georgia", 42);
  ng_atlas_choose(atlas, georgia, 0);
  expect(atlas, "Georgia", NG_ATLAS_USER, "United States", 32.6);
  ng_atlas_choose(atlas, london, 1);
  expect(atlas, "London", NG_ATLAS_USER, "the Dominion", places[london].candidates[1].place.lat_deg);
}

Test(atlas, the_gazetteer_is_opened_when_it_is_asked_and_not_before)
{
  g_autoptr(NgArticle) lies = article_of(mixed, 2), asks = article_of(mixed, 3);
  g_autoptr(NgAtlas) content = ng_atlas_new((const NgArticle *const[]){lies}, 1, "/none");
  cr_expect_null(ng_atlas_trouble(content));
  cr_expect_not(ng_atlas_asked(content));
  g_autoptr(NgAtlas) troubled = ng_atlas_new((const NgArticle *const[]){asks, asks}, 2, "/none");
  cr_assert_not_null(ng_atlas_trouble(troubled));
  cr_expect(strstr(ng_atlas_trouble(troubled), "/none"), "%s", ng_atlas_trouble(troubled));
  expect(troubled, "Georgia", NG_ATLAS_NOWHERE, "-", NAN);
}

Test(atlas, each_article_is_understood_by_itself)
{
  static const Entity there[] = {{NG_ENTITY_PLACE, "Cambridge", NULL, NAN, NAN},
                                 {NG_ENTITY_PLACE, "Boston", NULL, NAN, NAN}};
  static const Entity here[] = {{NG_ENTITY_PLACE, "Cambridge", NULL, NAN, NAN},
                                {NG_ENTITY_PLACE, "Oxford", NULL, NAN, NAN},
                                {NG_ENTITY_PLACE, "Britain", NULL, NAN, NAN}};
  g_autofree char *path = gazetteer_path();
  g_autoptr(NgArticle) one = article_of(there, 2), two = article_of(here, 3);
  g_autoptr(NgAtlas) atlas = ng_atlas_new((const NgArticle *const[]){one, two}, 2, path);
  uint32_t n;
  const NgAtlasPlace *places = ng_atlas_places(atlas, &n);
  cr_expect_str_eq(places[ng_atlas_find(atlas, 0, 0)].country, "United States");
  cr_expect_str_eq(places[ng_atlas_find(atlas, 1, 0)].country, "United Kingdom");
}
