/* The filter of a graph: a line typed, and printed again. */
#include "graph/filter.h"
#include "model/error.h"

#include <criterion/criterion.h>
#include <string.h>

typedef struct {
  const char *typed, *printed;
} Case;

Test(filter, typed_and_printed)
{
  static const Case cases[] = {
      {"", ""},
      {"   ", ""},
      {"people places weight>=2 marked \"met with\"", "people places marked weight>=2 \"met with\""},
      {"Person PLACE organisation event", "people places organisations events"},
      {"people people", "people"},
      {"co-mentions annotated", "annotated co-mention"},
      {"weight>1", "weight>=2"},
      {"weight>=1", ""},
      {"weight>=0", ""},
      {"weight>=2 weight>=5 weight>3", "weight>=5"},
      {"\"Met  WITH\" 'told' “spoke” „ruft an“", "\"met with\" \"told\" \"spoke\" \"ruft an\""},
      {"\"met\"people\"met\"", "people \"met\""},
      {"\"\" \" \"", ""},
      {"'say \"no\"'", "\"say 'no'\""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(NgFilter) filter = ng_filter_parse(cases[i].typed, &error);
    cr_assert(filter, "%s: %s", cases[i].typed, error ? error->message : "");
    g_autofree char *printed = ng_filter_text(filter);
    cr_expect_str_eq(printed, cases[i].printed, "%s: %s", cases[i].typed, printed);
    g_autoptr(NgFilter) again = ng_filter_parse(printed, NULL);
    cr_assert(again, "%s", printed);
    g_autofree char *twice = ng_filter_text(again);
    cr_expect_str_eq(twice, printed);
  }
}

Test(filter, refused)
{
  static const Case cases[] = {
      {"peopel", "peopel: no such filter; did you mean people?"},
      {"people markd", "markd: no such filter; did you mean marked?"},
      {"places xyzzy", "xyzzy: no such filter; try people, weight>=2, \"met\""},
      {"weight", "weight: a weight is written weight>=2 or weight>1"},
      {"weight=2", "weight=2: a weight is written weight>=2 or weight>1"},
      {"weight>=", "weight>=: a weight is written weight>=2 or weight>1"},
      {"weight>=two", "weight>=two: a weight is written weight>=2 or weight>1"},
      {"weight>=99999999999999999999", "weight>=99999999999999999999: a weight is written weight>=2 or weight>1"},
      {"weight>=-1", "weight>=-1: a weight is written weight>=2 or weight>1"},
      {"people \"met", "\"met: the quotation mark is not closed"},
      {"\033[31m", "␛[31m: no such filter; try people, weight>=2, \"met\""},
      {"abcdefghijklmnopqrstuvwxyzabcdefgh",
       "abcdefghijklmnopqrstuvwxyza…: no such filter; try people, weight>=2, \"met\""},
      {"\"abcdefghijklmnopqrstuvwxyz漢abcdefgh", "\"abcdefghijklmnopqrstuvwxyz…: the quotation mark is not closed"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    cr_assert_null(ng_filter_parse(cases[i].typed, &error), "%s", cases[i].typed);
    cr_assert(g_error_matches(error, NG_ERROR, NG_ERROR_USAGE));
    cr_expect_str_eq(error->message, cases[i].printed, "%s: %s", cases[i].typed, error->message);
    cr_expect_leq(ng_text_cols(error->message, strlen(error->message)), 78, "it fits a status line of 80");
  }
}

Test(filter, not_utf8)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NgFilter) filter = ng_filter_parse("\"\xff\"", NULL);
  cr_assert(filter);
  g_autofree char *printed = ng_filter_text(filter);
  cr_assert(g_utf8_validate(printed, -1, NULL));
  cr_assert_null(ng_filter_parse("\xff\xfe", &error));
  cr_assert(g_utf8_validate(error->message, -1, NULL));
}

Test(filter, asked)
{
  g_autoptr(NgFilter) filter = ng_filter_parse("people annotated \"met\" \"visit\"", NULL);
  cr_expect(ng_filter_kind(filter, NG_ENTITY_PERSON));
  cr_expect_not(ng_filter_kind(filter, NG_ENTITY_PLACE));
  cr_expect(ng_filter_origin(filter, NG_ORIGIN_ANNOTATOR));
  cr_expect_not(ng_filter_origin(filter, NG_ORIGIN_MARKUP));
  cr_expect_not(ng_filter_origin(filter, NG_ORIGIN_CO_MENTION));
  cr_expect(ng_filter_relation(filter, "MET with", "meet"));
  cr_expect(ng_filter_relation(filter, "travelled to", "visit"));
  cr_expect_not(ng_filter_relation(filter, "travelled to", "visited"));
  cr_expect(ng_filter_on_edges(filter));
  g_autoptr(NgFilter) kinds = ng_filter_parse("people", NULL);
  cr_expect_not(ng_filter_on_edges(kinds));
  cr_expect(ng_filter_kind(NULL, NG_ENTITY_EVENT));
  cr_expect(ng_filter_origin(NULL, NG_ORIGIN_USER));
  cr_expect_not(ng_filter_on_edges(NULL));
}
