/* The rules that find names in bare text, one by one: what each finds, and what it leaves alone. */
#include "tests/annotating.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

/* A text, and its mentions in their order, each with the letter of its kind. */
static const char *const texts[][2] = {
    /* titles of several words, and what people are */
    {"Deputy Secretary of State Antony Blinken spoke.", "P Antony Blinken"},
    {"Mines, Power and Steel Minister Bunu Sheriff Musa said so.", "P Bunu Sheriff Musa"},
    {"They met Actress Helen Hayes there.", "P Helen Hayes"},
    {"They saw the Striker Island.", "L Striker Island"},
    {"The Pentagon Spokesman: no comment.", "O Pentagon"},
    /* names that are also words */
    {"They saw Nathan Law and left.", "P Nathan Law"},
    {"They won the Nathan Cup and left.", ""},
    {"They saw Yau Wai-ching and left.", "P Yau Wai-ching"},
    {"They saw Syria-backing men.", ""},
    /* organisations by what stands beside them */
    {"The search company Mozilla refused.", "O Mozilla"},
    {"They gave Verizon shareholders nothing.", "O Verizon"},
    {"Nothing pleased Verizon's chief executive.", "O Verizon"},
    {"Nothing pleased Verizon at all.", ""},
    {"Last year Verizon said it would buy.", "O Verizon"},
    {"They met the Korean People's Army in a field.", "O Korean People's Army"},
    {"They met China's Army in a field.", "L China"},
    {"They asked the Agriculture and Food Ministry about it.", "O Agriculture and Food Ministry"},
    {"They read of Energy and Food there.", ""},
    {"They fought al-Qaeda and lost.", "O al-Qaeda"},
    {"They fought al-Qadim and lost.", ""},
    {"He asked Khaled al-Amr about it.", "P Khaled al-Amr"},
    /* acronyms */
    {"It destroyed a VBIED, and the VBIED storage.", ""},
    {"It destroyed a KPA post, and the KPA left.", "O KPA; O KPA"},
    {"They lived in the USSR then.", "L USSR"},
    /* places by what stands beside them */
    {"Near Bayji, one strike was seen.", "L Bayji"},
    {"They went to Idlib province and the town of Sarmada.", "L Idlib; L Sarmada"},
    {"The roads north of Raqqah are closed.", "L Raqqah"},
    {"He spoke of Raqqah often.", ""},
    {"They sailed to Stewart Island on Monday.", "L Stewart Island"},
    {"They saw Stewart Granger on Monday.", "P Stewart Granger"},
    {"They crossed the Hong Kong Island ferry line.", "L Hong Kong Island"},
    {"A whale came to South Taranaki on Monday.", "L South Taranaki"},
    {"He stayed in Clearwater, Florida, for it.", "L Clearwater; L Florida"},
    /* cities whose names people bear */
    {"He flew over Denver on Monday.", "L Denver"},
    {"John Denver sang. Later Denver left.", "P John Denver; P Denver"},
    {"He saw Hanover on Monday.", "L Hanover"},
    {"They stayed in St. Louis on Monday.", "L St. Louis"},
    /* headlines that capitalise all their words */
    {"Facebook Is Tracking Me Even Though Nobody Knows", "O Facebook"},
    {"The Qin Gang met Nicholas Burns.", "P Qin Gang; P Nicholas Burns"},
    {"Even Though Nobody yesterday knew of it, they left.", ""},
};

static void put_mention(GString *out, const NgArticle *article, const NgMention *m)
{
  uint32_t n;
  NgEntityKind kind = ng_article_entities(article, &n)[m->entity].kind;
  const char *letter = kind == NG_ENTITY_PERSON ? "P" : kind == NG_ENTITY_PLACE ? "L" : "O";
  g_string_append_printf(out, "%s%s %.*s", out->len ? "; " : "", letter, (int)(m->end - m->start),
                         ng_article_text(article, NULL) + m->start);
}

ParameterizedTestParameters(name_rules, in_a_text)
{
  return rows(G_N_ELEMENTS(texts));
}

ParameterizedTest(size_t *row, name_rules, in_a_text)
{
  g_autoptr(NgArticle) article = ng_test_annotated(texts[*row][0]);
  g_autoptr(GString) found = g_string_new(NULL);
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(article, &n);
  for (uint32_t i = 0; i < n; i++)
    put_mention(found, article, &mentions[i]);
  cr_assert_str_eq(found->str, texts[*row][1], "%s\n%s\n%s", texts[*row][0], found->str, texts[*row][1]);
}
