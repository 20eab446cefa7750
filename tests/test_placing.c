/* Which of the places of one name is meant. */
#include "config.h"

#include "geo/geo.h"
#include "tests/rows.h"
#include "tests/spent.h"

#include <math.h>
#include <string.h>

static NgGazetteer *gazetteer(void)
{
  const char *top = g_getenv("NG_TEST_SRCDIR");
  g_autofree char *path = g_build_filename(top ? top : ".", "content", "geo", "gazetteer.bin", NULL);
  NgGazetteer *found = ng_gazetteer_open(path, NULL);
  cr_assert_not_null(found);
  return found;
}

/* Names parted by "; ", each with its country after " = ", or with its coordinates after " @ ". */
typedef struct {
  const char *named, *expected; /* kind, name, division and code of what the first is taken for; "" for nothing */
} Row;

static const Row table[] = {
    /* by itself: what is large */
    {"London", "capital London, England GB"},
    {"Paris", "capital Paris, Île-de-France FR"},
    {"Washington", "capital Washington, D.C., District of Columbia US"},
    {"Georgia", "country Georgia,  GE"},
    {"Jordan", "country Jordan,  JO"},
    {"Mexico", "country Mexico,  MX"},
    {"Panama", "country Panama,  PA"},
    {"Singapore", "country Singapore,  SG"},
    {"Luxembourg", "country Luxembourg,  LU"},
    {"Bali", "division Bali,  ID"},
    {"Victoria", "division Victoria,  AU"},
    {"New York", "city New York City, New York US"},
    {"Ontario", "division Ontario,  CA"},
    {"Moscow", "capital Moscow, Moscow RU"},
    {"Birmingham", "city Birmingham, England GB"},
    {"San Jose", "capital San José, San José CR"},
    {"Congo", "country Democratic Republic of the Congo,  CD"},
    {"Nowhere in particular", ""},
    /* by the others */
    {"Westminster", "capital London, England GB"},
    {"Westminster; Colorado; Denver", "city Westminster, Colorado US"},
    {"Washington; United States; New York", "capital Washington, D.C., District of Columbia US"},
    {"Washington; Seattle; Tacoma; Spokane; Olympia", "division Washington,  US"},
    {"Paris; Texas; Dallas", "city Paris, Texas US"},
    {"Paris; Texas", "city Paris, Texas US"},
    {"Paris; Texas; Berlin; London", "capital Paris, Île-de-France FR"},
    {"Paris; France; Texas; Dallas", "capital Paris, Île-de-France FR"},
    {"Cambridge", "city Cambridge, England GB"},
    {"Cambridge; United Kingdom; Oxford", "city Cambridge, England GB"},
    {"Cambridge; United States; Boston", "city Cambridge, Massachusetts US"},
    {"Cambridge; Massachusetts", "city Cambridge, Massachusetts US"},
    {"London; Ontario", "city London, Ontario CA"},
    {"London; Ontario; Toronto; Canada", "city London, Ontario CA"},
    {"London; Paris; Ontario; United Kingdom", "capital London, England GB"},
    {"Bali; Indonesia", "division Bali,  ID"},
    {"Bali; Cameroon; Yaoundé", "city Bali, North-West CM"},
    {"Georgia; Tbilisi; Russia", "country Georgia,  GE"},
    {"Georgia; Atlanta", "division Georgia,  US"},
    {"Georgia; Atlanta; Savannah; United States", "division Georgia,  US"},
    {"Georgia; Tbilisi; United States; Washington", "country Georgia,  GE"},
    {"Birmingham; Alabama", "city Birmingham, Alabama US"},
    {"Springfield; Illinois; Chicago", "city Springfield, Illinois US"},
    {"Tripoli; Lebanon; Beirut", "city Tripoli, North Lebanon LB"},
    {"Tripoli; Benghazi", "capital Tripoli, Tripoli LY"},
    {"Valencia; Caracas; Venezuela", "city Valencia, Carabobo VE"},
    {"Valencia; Madrid", "city Valencia, Valencia ES"},
    /* by what is told */
    {"London = CA", "city London, Ontario CA"},
    {"London = Canada; England; United Kingdom", "city London, Ontario CA"},
    {"Paris, Texas", "city Paris, Texas US"},
    {"Springfield, Ill.", "city Springfield, Illinois US"},
    {"Kyiv, Ukraine", "capital Kyiv, Kyiv City UA"},
    {"Paris, Atlantis", ""},
    {"the Netherlands", "country Netherlands,  NL"},
    {"The Hague", "city The Hague, South Holland NL"},
    /* by what lies near: coordinates of its own are context too, whatever the name */
    {"Cambridge; The river bank @ 42.35,-71.05", "city Cambridge, Massachusetts US"},
    {"Paris; Dallas; Houston", "capital Paris, Île-de-France FR"},
    {"Cambridge; London @ 42.98,-81.25", "city Cambridge, Ontario CA"},
    {"Cambridge; London @ 51.5,-0.1", "city Cambridge, England GB"},
    {"Cambridge; Boston @ 42.36,-71.06", "city Cambridge, Massachusetts US"},
    /* what lies somewhere is not looked up */
    {"London @ 42.98,-81.25; Berlin", ""},
    /* what is none of the globe is */
    {"London @ 120,200", "capital London, England GB"},
    {"London @ nan,0", "capital London, England GB"},
};

static uint32_t read_row(const char *text, NgNamedPlace *named, char ***words)
{
  *words = g_strsplit(text, "; ", -1);
  uint32_t n = 0;
  for (char **word = *words; *word; word++, n++) {
    named[n] = (NgNamedPlace){.name = *word, .lat_deg = NAN, .lon_deg = NAN};
    char *at = strstr(*word, " @ "), *country = strstr(*word, " = ");
    if (at) {
      char *comma;
      *at = '\0';
      named[n].lat_deg = g_ascii_strtod(at + 3, &comma);
      named[n].lon_deg = g_ascii_strtod(comma + 1, NULL);
    }
    if (country) {
      *country = '\0';
      named[n].country = country + 3;
    }
  }
  return n;
}

static char *told(const NgGazetteer *g, const NgPlacing *placing, uint32_t i)
{
  if (placing->names[i].n == 0)
    return g_strdup("");
  NgGazetteerPlace p =
      ng_gazetteer_place(g, g_array_index(placing->candidates, NgPlaceCandidate, placing->names[i].first).place);
  return g_strdup_printf("%s %s, %s %s", ng_place_kind_word(p.kind), p.name, p.division, p.country_code);
}

TableTestRows(placing, takes_the_likeliest)
{
  return rows(G_N_ELEMENTS(table));
}

TableTest(size_t *row, placing, takes_the_likeliest)
{
  g_autoptr(NgGazetteer) g = gazetteer();
  NgNamedPlace named[16];
  g_auto(GStrv) words = NULL;
  uint32_t n = read_row(table[*row].named, named, &words);
  g_autoptr(NgPlacing) placing = ng_placing_new(g, named, n);
  g_autofree char *found = told(g, placing, 0);
  cr_expect_str_eq(found, table[*row].expected, "%s: %s", table[*row].named, found);
}

Test(placing, keeps_the_others)
{
  g_autoptr(NgGazetteer) g = gazetteer();
  NgNamedPlace named[] = {{"Georgia", NULL, NULL, NAN, NAN}, {"Atlanta", NULL, NULL, NAN, NAN}};
  g_autoptr(NgPlacing) placing = ng_placing_new(g, named, 2);
  cr_assert_geq(placing->names[0].n, 2);
  const NgPlaceCandidate *candidates = &g_array_index(placing->candidates, NgPlaceCandidate, placing->names[0].first);
  for (uint32_t i = 1; i < placing->names[0].n; i++)
    cr_expect_leq(candidates[i].score, candidates[i - 1].score);
  cr_expect_str_eq(ng_gazetteer_place(g, candidates[1].place).country_code, "GE");
}

Test(placing, other_names_are_tried)
{
  g_autoptr(NgGazetteer) g = gazetteer();
  static const char *const aliases[] = {"the old town", "Lisbon", NULL};
  NgNamedPlace named = {"That city", aliases, NULL, NAN, NAN};
  g_autoptr(NgPlacing) placing = ng_placing_new(g, &named, 1);
  g_autofree char *found = told(g, placing, 0);
  cr_expect_str_eq(found, "capital Lisbon, Lisbon PT");
}

Test(placing, the_order_of_names_does_not_matter)
{
  g_autoptr(NgGazetteer) g = gazetteer();
  static const char *const names[] = {"Paris", "Texas", "London", "Ontario", "Georgia", "Atlanta", "Cambridge"};
  enum { N = G_N_ELEMENTS(names) };
  NgPlacing *placing[2];
  for (guint turn = 0; turn < 2; turn++) {
    NgNamedPlace named[N];
    for (guint i = 0; i < N; i++)
      named[i] = (NgNamedPlace){names[turn ? N - 1 - i : i], NULL, NULL, NAN, NAN};
    placing[turn] = ng_placing_new(g, named, N);
  }
  for (uint32_t i = 0; i < N; i++) {
    g_autofree char *here = told(g, placing[0], i), *there = told(g, placing[1], N - 1 - i);
    cr_expect_str_eq(here, there);
  }
  ng_placing_free(placing[0]);
  ng_placing_free(placing[1]);
}

Test(placing, without_a_gazetteer_nothing_is_known)
{
  NgNamedPlace named = {"London", NULL, NULL, NAN, NAN}, lies = {"London", NULL, NULL, 51.5, 0};
  g_autoptr(NgPlacing) placing = ng_placing_new(NULL, &named, 1);
  cr_expect_eq(placing->names[0].n, 0);
  cr_expect(ng_placing_asks(&named, 1));
  cr_expect_not(ng_placing_asks(&lies, 1));
  cr_expect_not(ng_placing_asks(NULL, 0));
}

Test(placing, many_places_cost_what_they_cost)
{
  g_autoptr(NgGazetteer) g = gazetteer();
  double spent_s[2];
  for (int turn = 0; turn < 2; turn++) {
    uint32_t n = turn ? 8000 : 1000;
    g_autofree NgNamedPlace *named = g_new0(NgNamedPlace, n);
    for (uint32_t i = 0; i < n; i++)
      named[i] = (NgNamedPlace){ng_gazetteer_place(g, i * 7 % 20000).name, NULL, NULL, NAN, NAN};
    double began = ng_spent_s();
    g_autoptr(NgPlacing) placing = ng_placing_new(g, named, n);
    spent_s[turn] = ng_spent_s() - began;
    cr_expect_eq(placing->n_names, n);
  }
  cr_expect_lt(spent_s[1], 8 * 3 * spent_s[0] + 0.05 * NG_SLOWNESS);
}
