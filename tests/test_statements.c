/* Who said what, as the text tells it. */
#include "tests/annotating.h"
#include "tests/rows.h"

#include "export/export.h"
#include "load/load.h"
#include "model/correction.h"
#include "tests/invariants.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

/* A text, and of each statement "SPEAKER VERB [WHAT]". */
static const char *const texts[][2] = {
    {"Mr. Qin said he hoped for the best.", "Qin said [he hoped for the best]"},
    {"Qin Gang said that the talks went on.", "Qin Gang said [the talks went on]"},
    {"Qin Gang also said on Monday that the talks went on.", "Qin Gang said [the talks went on]"},
    {"Qin Gang said on Monday the talks went on.", "Qin Gang said [the talks went on]"},
    {"Qin Gang told Nicholas Burns that the talks went on.", "Qin Gang told [the talks went on]"},
    {"Antony Blinken publicly warned in February that China may act.", "Antony Blinken warned [China may act]"},
    {"The Pentagon says China used it; Beijing insisted it was a balloon.",
     "Pentagon says [China used it]; Beijing insisted [it was a balloon]"},
    {"It is a good sign, said Paul Haenle, former director of it.", "Paul Haenle said [It is a good sign]"},
    {"\"It is over. We are going home,\" Paul Haenle said on Monday. \"That is all.\"",
     "Paul Haenle said [It is over]; Paul Haenle said [We are going home]; Paul Haenle said [That is all]"},
    {"\u201cIt is over,\u201d said Paul Haenle. \u201cThat is all.\u201d",
     "Paul Haenle said [It is over]; Paul Haenle said [That is all]"},
    {"\"It is over,\" Paul Haenle said, \"and that is all.\"",
     "Paul Haenle said [It is over]; Paul Haenle said [and that is all]"},
    {"In a post on Twitter, Paul Haenle wrote: \"It is over.\"", "Paul Haenle wrote [It is over]"},
    {"Paul Haenle, a director of the bank, said the bank was closed.", "Paul Haenle said [the bank was closed]"},
    {"The bank is closed, according to Paul Haenle.", "Paul Haenle according to [The bank is closed]"},
    {"According to Paul Haenle, the bank is closed.", "Paul Haenle According to [the bank is closed]"},
    {"Paul Haenle said it was over. He said that it would begin again.",
     "Paul Haenle said [it was over]; Paul Haenle said [it would begin again]"},
    {"According to Paul Haenle of the bank, the house is closed.", "Paul Haenle According to [the house is closed]"},
    {"According to Paul Haenle over ten banks are closed.", "Paul Haenle According to [over ten banks are closed]"},
    {"After the exchange, Paul Haenle stated it would go on.", "Paul Haenle stated [it would go on]"},
    {"The bank is closed, Paul Haenle said according to the record.", "Paul Haenle said [The bank is closed]"},
    {"Peter Hall, who led the bank, said Paul Haenle is ill.", "Peter Hall said [Paul Haenle is ill]"},
    {"Qin told them that it was good, according to the record.", "Qin told [it was good]"},
    /* none of theirs */
    {"A spokesman for Paul Haenle said the bank was closed.", ""},
    {"The talks with Paul Haenle went on, they said.", ""},
    {"Paul Haenle said nothing.", ""},
    {"Paul Haenle was told that the bank was closed.", ""},
    {"Paul Haenle told them to go home.", ""},
    {"Paul Haenle told it often.", ""},
    {"It was cold, and those in the bank said Paul Haenle is ill.", ""},
    {"He said that it was over.", ""},
    {"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>Paul Haenle said that <persName ref='#q'>Qin "
     "Gang</persName> was ill.</p></body></text></TEI>",
     ""}, /* what the source marks is left alone */
};

TableTestRows(statements, in_a_text)
{
  return rows(G_N_ELEMENTS(texts));
}

static char *printed(const NgArticle *article)
{
  GString *out = g_string_new(NULL);
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  const NgStatement *statements = ng_article_statements(article, &n);
  const char *text = ng_article_text(article, NULL);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, "%s%s %s [%.*s]", i ? "; " : "", entities[statements[i].speaker].name,
                           statements[i].verb ? statements[i].verb : "-",
                           (int)(statements[i].end - statements[i].start), text + statements[i].start);
  return g_string_free(out, FALSE);
}

TableTest(size_t *row, statements, in_a_text)
{
  g_autoptr(NgArticle) article = ng_test_annotated(texts[*row][0]);
  g_autofree char *found = printed(article);
  cr_expect_str_eq(found, texts[*row][1], "\n%s\n%s", found, texts[*row][1]);
  g_autofree char *differs = ng_round_trip_differs(article);
  cr_expect_null(differs, "%s", differs);
}

/* A text, and of each stand-in "WORDS=NAME"; and how often the first entity is mentioned all the same. */
static const char *const stand_ins[][2] = {
    {"Chinese Foreign Minister Qin Gang met the US ambassador. Ambassador Nicholas Burns left, and the Chinese "
     "official "
     "stayed.",
     "the US ambassador=Nicholas Burns; the Chinese official=Qin Gang"},
    {"In the meeting of Chinese Foreign Minister Qin Gang with Mr. Burns, the Chinese official accused them of it.",
     "the Chinese official=Qin Gang"},
    {"Mr. Qin said he hoped for his best.", "he=Qin; his=Qin"},
    {"Ms. Tsai said she hoped for it.", "she=Tsai"},
    /* more than one reading, or none */
    {"Chinese Foreign Minister Qin Gang met Chinese Ambassador Xie Feng, and the Chinese official left.", ""},
    {"Chinese Foreign Minister Qin Gang left, and the French official stayed.", ""},
    {"President Xi Jinping left, and the Chinese official stayed.", ""},
    {"Mr. Qin met Mr. Burns when he came.", ""},
    {"Mr. Qin said she was there.", ""},
    {"Mr. Qin left.\n\nThen he came.", ""},
    {"They saw the Chinese foreign minister, Qin Gang, there.", ""},
    {"They saw Qin Gang, the Chinese official of the day.", ""},
};

TableTestRows(statements, words_that_stand_for_somebody)
{
  return rows(G_N_ELEMENTS(stand_ins));
}

TableTest(size_t *row, statements, words_that_stand_for_somebody)
{
  g_autoptr(NgArticle) article = ng_test_annotated(stand_ins[*row][0]);
  g_autoptr(GString) found = g_string_new(NULL);
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  const NgStandIn *all = ng_article_stand_ins(article, &n);
  const char *text = ng_article_text(article, NULL);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(found, "%s%.*s=%s", i ? "; " : "", (int)(all[i].end - all[i].start), text + all[i].start,
                           entities[all[i].entity].name);
  cr_expect_str_eq(found->str, stand_ins[*row][1], "\n%s\n%s", found->str, stand_ins[*row][1]);
  cr_expect_leq(entities[0].n_mentions, 1, "a stand-in is no mention");
  g_autofree char *differs = ng_round_trip_differs(article);
  cr_expect_null(differs, "%s", differs);
}

static NgArticle *loaded(const char *body)
{
  g_autofree char *tei = g_strdup_printf(
      "<TEI xmlns='http://www.tei-c.org/ns/1.0'><standOff><listPerson><person xml:id='qin'><persName>Qin "
      "Gang</persName></person></listPerson></standOff><text><body>%s</body></text></TEI>",
      body);
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_load_memory(tei, strlen(tei), "a.xml", &error);
  cr_assert(article, "%s", error ? error->message : "");
  return article;
}

/* TEI, and what is said there. */
static const char *const marked[][2] = {
    {"<p>He: <said who='#qin'>It is over.</said></p>", "Qin Gang - [It is over.]"},
    {"<p>He: <said who='#qin' n='told'>It <hi rend='bold'>is</hi> over.</said></p>", "Qin Gang told [It is over.]"},
    {"<p>He: <said who='#qin'>A <said who='#qin'>B</said></said></p>", "Qin Gang - [A B]; Qin Gang - [B]"},
    {"<p>He: <said who='#qin'><said who='#qin' n='told'>B</said></said></p>", "Qin Gang - [B]; Qin Gang told [B]"},
    {"<p>He: <said who='#burns'>It is over.</said></p>", ""},
    {"<p>He: <said>It is over.</said></p>", ""},
    {"<p>He: <said who=''>It is over.</said></p>", ""},
    {"<p>He: <said who='#qin'/></p>", ""},
};

TableTestRows(statements, in_mark_up)
{
  return rows(G_N_ELEMENTS(marked));
}

TableTest(size_t *row, statements, in_mark_up)
{
  g_autoptr(NgArticle) article = loaded(marked[*row][0]);
  g_autofree char *found = printed(article);
  cr_expect_str_eq(found, marked[*row][1], "\n%s\n%s", found, marked[*row][1]);
  g_autofree char *differs = ng_round_trip_differs(article);
  cr_expect_null(differs, "%s", differs);
}

Test(statements, a_style_across_the_beginning_is_parted)
{
  NgBuilder *builder = ng_builder_new("a", NG_FORMAT_TEXT);
  ng_builder_block(builder, NG_BLOCK_PARAGRAPH, 0);
  ng_builder_open(builder);
  ng_builder_text(builder, "Qin said it", 11);
  ng_builder_close_style(builder, NG_STYLE_BOLD);
  ng_builder_text(builder, " was over", 9);
  ng_builder_text_so_far(builder);
  uint32_t qin = ng_builder_found(builder, NG_ENTITY_PERSON, "Qin");
  ng_builder_found_mention(builder, qin, NG_ENTITY_PERSON, 0, 3, 90, "a rule");
  ng_builder_found_statement(builder, qin, "said", 9, 20, 80, "another rule");
  g_autoptr(NgArticle) article = ng_builder_finish(builder);
  g_autofree char *differs = ng_round_trip_differs(article);
  cr_assert_null(differs, "%s", differs);
}

/* An article that the user has corrected: of two people one is the other, or none at all. */
static char *corrected(NgCorrectionKind kind)
{
  NgBuilder *builder = ng_builder_new("a", NG_FORMAT_TEXT);
  ng_builder_block(builder, NG_BLOCK_PARAGRAPH, 0);
  ng_builder_text(builder, "Xi and Qin said it was he", 25);
  ng_builder_text_so_far(builder);
  uint32_t xi = ng_builder_found(builder, NG_ENTITY_PERSON, "Xi"),
           qin = ng_builder_found(builder, NG_ENTITY_PERSON, "Qin");
  ng_builder_found_mention(builder, xi, NG_ENTITY_PERSON, 0, 2, 90, "a rule");
  ng_builder_found_mention(builder, qin, NG_ENTITY_PERSON, 7, 10, 90, "a rule");
  ng_builder_found_statement(builder, qin, "said", 16, 25, 80, NULL);
  ng_builder_found_stand_in(builder, xi, 23, 25, 50, NULL);
  NgCorrection it = {.kind = kind, .name = (char *)"Xi", .other = (char *)"Qin"};
  GPtrArray *all = g_ptr_array_new(); /* the builder's from now on */
  g_ptr_array_add(all, &it);
  ng_builder_correct(builder, all);
  g_autoptr(NgArticle) article = ng_builder_finish(builder);
  g_autofree char *broken = ng_invariants_broken(article), *said = printed(article);
  cr_assert_null(broken, "%s", broken);
  uint32_t n;
  ng_article_stand_ins(article, &n);
  return g_strdup_printf("%s, %u", said, n);
}

Test(statements, the_user_s_word_holds_for_them)
{
  g_autofree char *same = corrected(NG_CORRECTION_SAME_AS), *none = corrected(NG_CORRECTION_NOT_A_NAME);
  cr_expect_str_eq(same, "Qin said [it was he], 1", "%s", same);
  cr_expect_str_eq(none, "Qin said [it was he], 0", "%s", none);
}
