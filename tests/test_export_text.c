/* Wrapped text, the linear twin, and lines of mentions. */
#include "load/load.h"
#include "tests/compose.h"
#include "tests/printed.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <locale.h>
#include <string.h>

static void use_utf8(void)
{
  setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(export_text, .init = use_utf8);
TestSuite(export_linear, .init = use_utf8);
TestSuite(export_mentions, .init = use_utf8);

static NgArticle *story(void)
{
  NgBuilder *b = ng_builder_new("story.xml", NG_FORMAT_TEI);
  ng_builder_set_head(b, NG_HEAD_TITLE, "Beijing receives the envoy");
  ng_builder_set_head(b, NG_HEAD_BYLINE, "Ann Author");
  ng_builder_set_head(b, NG_HEAD_DATE, "2023-05-08");
  ng_builder_set_head(b, NG_HEAD_DATELINE, "BEIJING");
  uint32_t r = ng_builder_record(b, NG_ENTITY_PERSON, "qin", 1, 1);
  ng_builder_record_name(b, r, "Qin Gang");
  ng_builder_record_role(b, r, "foreign minister of China");
  r = ng_builder_record(b, NG_ENTITY_PLACE, "bj", 1, 1);
  ng_builder_record_name(b, r, "Beijing");
  ng_builder_record_country(b, r, "China");
  ng_builder_record_position(b, r, 39.9042, 116.4074);
  ng_compose(b, "{s#s1:On Monday {p#qin:Qin Gang} received {p#burns:Nicholas Burns} in {l#bj:Beijing}.}{n:So the "
                "{o#mfa:ministry} said.}\n"
                "# {p#qin:Qin} speaks\n> We {i:will} talk, said {p#qin:Qin}. {p#xi:Xi Jinping} and {p#burns:Burns} did "
                "not.\n- one\n- two");
  ng_builder_relation(b, &(NgRelationMark){.kind = "meet",
                                           .label = "met with",
                                           .mutual = (const char *const[]){"#qin", "#burns", NULL},
                                           .sources = (const char *const[]){"#s1", NULL}});
  ng_builder_relation(b, &(NgRelationMark){.kind = "speak",
                                           .active = (const char *const[]){"#qin", NULL},
                                           .sources = (const char *const[]){"#s1", NULL}});
  return ng_builder_finish(b);
}

static const char *const plain = "Beijing receives the envoy\n"
                                 "8 May 2023, BEIJING\n"
                                 "By Ann Author\n"
                                 "\n"
                                 "On Monday Qin Gang received Nicholas\n"
                                 "Burns in Beijing.[1]\n"
                                 "\n"
                                 "  [1] So the ministry said.\n"
                                 "\n"
                                 "Qin speaks\n"
                                 "\n"
                                 "  We will talk, said Qin. Xi Jinping and\n"
                                 "  Burns did not.\n"
                                 "\n"
                                 "- one\n"
                                 "- two\n"
                                 "\n"
                                 "People: 3\n"
                                 "  Qin Gang        foreign minister o…  3\n"
                                 "  Nicholas Burns                       2\n"
                                 "  Xi Jinping                           1\n"
                                 "\n"
                                 "Places: 1\n"
                                 "  Beijing  China  39.9N 116.4E  1\n"
                                 "\n"
                                 "Organisations: 1\n"
                                 "  ministry    1\n";

static void assert_lines(const char *found, const char *expected)
{
  g_auto(GStrv) f = g_strsplit(found, "\n", -1), e = g_strsplit(expected, "\n", -1);
  for (guint i = 0; f[i] || e[i]; i++) {
    cr_assert(f[i] && e[i] && strcmp(f[i], e[i]) == 0, "line %u\nexpected |%s|\nfound    |%s|\nall:\n%s", i + 1,
              e[i] ? e[i] : "(none)", f[i] ? f[i] : "(none)", found);
  }
}

Test(export_text, wraps_the_article_and_lists_who_is_in_it)
{
  g_autoptr(NgArticle) a = story();
  g_autofree char *found = ng_printed_text(a, 40, false);
  assert_lines(found, plain);
}

static char *without_sgr(const char *text)
{
  g_autoptr(GRegex) sgr = g_regex_new("\033\\[[0-9;]*m", 0, 0, NULL);
  return g_regex_replace_literal(sgr, text, -1, 0, "", 0, NULL);
}

Test(export_text, verses_stand_close_and_are_seen_to_go_on)
{
  g_autoptr(NgArticle) a = ng_composed("Prose.\nlg/l one by one by one by one\nl two\nlg/l three{n:N.}\nl four");
  g_autofree char *plain_text = ng_printed_text(a, 20, false), *coloured = ng_printed_text(a, 20, true),
                  *bare = without_sgr(coloured);
  static const char expected[] =
      "Prose.\n\n  one by one by one\n    by one\n  two\n\n  three[1]\n\n  [1] N.\n\n  four\n";
  cr_assert_str_eq(strchr(plain_text, 'P'), expected);
  cr_assert_str_eq(strchr(bare, 'P'), expected);
  g_autofree char *linear = ng_printed_linear(a, 20);
  static const char told[] =
      " 1  Prose.\n\n 2  one by one by\n      one by one\n    two\n\n 3  three[1]\n\n    [1] N.\n\n 3  four\n";
  cr_assert(strstr(linear, told), "%s", linear);
}

Test(export_text, colour_changes_no_character)
{
  g_autoptr(NgArticle) a = story();
  for (int cols = 1; cols < 100; cols += 3) {
    g_autofree char *bare = ng_printed_text(a, cols, false), *coloured = ng_printed_text(a, cols, true);
    g_autofree char *stripped = without_sgr(coloured);
    assert_lines(stripped, bare);
    cr_assert_null(strchr(stripped, '\033'));
  }
}

Test(export_text, mentions_carry_their_kind_and_every_row_ends_plain)
{
  g_autoptr(NgArticle) a = story();
  g_autofree char *found = ng_printed_text(a, 40, true);
  cr_assert(strstr(found, "\033[1;33mQin Gang\033[0m received \033[1;33mNicholas\033[0m\n\033[1;33mBurns\033[0m in "
                          "\033[4;36mBeijing\033[0m.\033[2m[1]"),
            "%s", found);
  cr_assert(strstr(found, "\n  \033[1;33mQin Gang\033[0m "), "%s", found);
  cr_assert(strstr(found, "So the \033[3;35mministry\033[0m said."));
  cr_assert(strstr(found, "\033[1;33mQin\033[0m\033[1m speaks\033[0m\n"), "a heading goes on in bold: %s", found);
  g_auto(GStrv) lines = g_strsplit(found, "\n", -1);
  for (char **line = lines; *line; line++) {
    const char *last = g_strrstr(*line, "\033[");
    cr_assert(!last || g_str_has_prefix(last, "\033[0m"), "attributes are left on: %s", *line);
  }
}

Test(export_text, nested_mentions_go_back_to_the_outer)
{
  g_autoptr(NgArticle) a = ng_composed("{o#m:Ministry of {l#c:China} itself} said.");
  g_autofree char *found = ng_printed_text(a, 60, true);
  cr_assert(
      g_str_has_prefix(found, "\n\033[3;35mMinistry of \033[0m\033[4;36mChina\033[0m\033[3;35m itself\033[0m said.\n"),
      "%s", found);
}

static void assert_width(const char *text, int cols, bool table_too)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++)
    cr_assert(ng_text_cols(*line, strlen(*line)) <= cols || (!table_too && g_str_has_prefix(*line, "  ")),
              "%d columns of %d: %s", ng_text_cols(*line, strlen(*line)), cols, *line);
}

Test(export_text, no_row_is_wider_than_asked_for)
{
  g_autoptr(NgArticle) a = ng_composed(
      "= 北京欢迎你北京欢迎你北京欢迎你\nA {p#a:Verylongnamewithoutanyspaceinitatall} 北京欢迎你 e\u0301e\u0301e\u0301"
      "{n:A note of \U0001F600\U0001F600\U0001F600 and more words here}\n- item {l#b:some place or other of a long "
      "name}\n"
      "> שלום עולם שלום עולם שלום");
  for (int cols = 20; cols < 60; cols++) {
    g_autofree char *text = ng_printed_text(a, cols, false), *linear = ng_printed_linear(a, cols);
    assert_width(text, cols, false);
    assert_width(linear, cols, true);
  }
}

Test(export_text, marks_of_notes_may_be_cut_by_rows)
{
  g_autoptr(GString) notation = g_string_new("word");
  for (int i = 0; i < 40; i++)
    g_string_append_printf(notation, "{n:note %d}", i);
  g_string_append(notation, " {p#a:end} wordoftwentyfiveletters{n:last}");
  g_autoptr(NgArticle) a = ng_composed(notation->str);
  for (int cols = 20; cols < 40; cols++) {
    g_autofree char *bare = ng_printed_text(a, cols, false), *coloured = ng_printed_text(a, cols, true);
    g_autofree char *stripped = without_sgr(coloured);
    assert_lines(stripped, bare);
    cr_assert(strstr(coloured, "\033[1;33mend\033[0m"));
  }
}

/* ---- the linear twin ---- */

Test(export_linear, of_no_names_promises_none)
{
  g_autoptr(GError) error = NULL;
  static const char source[] = "Nobody came, and nothing was said.\n";
  g_autoptr(NgArticle) a = ng_load_memory(source, strlen(source), "made.txt", &error);
  cr_assert(a);
  g_autofree char *found = ng_printed_linear(a, 72);
  cr_expect(strstr(found, "0 people") && !strstr(found, "The names stand"), "%s", found);
}

Test(export_linear, tells_everything_in_lines)
{
  g_autoptr(NgArticle) a = story();
  g_autofree char *found = ng_printed_linear(a, 72);
  assert_lines(found, "Beijing receives the envoy\n"
                      "8 May 2023, BEIJING\n"
                      "By Ann Author\n"
                      "3 people, 1 place, 1 organisation, 1 relation.\n"
                      "The names stand after the text, each with the paragraphs that mention\n"
                      "    it.\n"
                      "\n"
                      " 1  On Monday Qin Gang received Nicholas Burns in Beijing.[1]\n"
                      "\n"
                      "    [1] So the ministry said.\n"
                      "\n"
                      "Qin speaks\n"
                      "\n"
                      " 2  We will talk, said Qin. Xi Jinping and Burns did not.\n"
                      "\n"
                      " 3  one\n"
                      "\n"
                      " 4  two\n"
                      "\n"
                      "People: 3\n"
                      "\n"
                      "Qin Gang (also Qin), foreign minister of China. 3 mentions: 1, heading\n"
                      "    before 2, 2.\n"
                      "Nicholas Burns (also Burns). 2 mentions: 1, 2.\n"
                      "Xi Jinping. 1 mention: 2.\n"
                      "\n"
                      "Places: 1\n"
                      "\n"
                      "Beijing, China, 39.9N 116.4E. 1 mention: 1.\n"
                      "\n"
                      "Organisations: 1\n"
                      "\n"
                      "ministry. 1 mention: 1.\n"
                      "\n"
                      "Relations: 1 marked in the text\n"
                      "\n"
                      "Qin Gang met with Nicholas Burns: 1.\n"
                      "\n"
                      "Said of one alone: 1\n"
                      "\n"
                      "Qin Gang speak: 1.\n"
                      "\n"
                      "Named in one sentence: 1 pair of people\n"
                      "\n"
                      "Nicholas Burns and Xi Jinping: 2.\n");
}

Test(export_linear, tells_how_often_and_where_other_words_stand_for_one)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  uint32_t qin = ng_builder_record(b, NG_ENTITY_PERSON, "qin", 1, 1);
  static const char *const names[] = {"Qin Gang", "Qin", "Minister Qin", "Gang", "Old Qin"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    ng_builder_record_name(b, qin, names[i]);
  ng_compose(b, "{p#qin:Qin} and {p#a:Ann} and {p#qin:Qin}.");
  static const char *const who[] = {"#qin", "#a", "#qin", "#qin"};
  for (gsize i = 0; i < G_N_ELEMENTS(who); i++) {
    if (i == 0 || i == 3)
      ng_builder_block(b, i ? NG_BLOCK_HEADING : NG_BLOCK_PARAGRAPH, 1);
    ng_builder_open(b);
    ng_builder_text(b, "They", 4);
    cr_assert(ng_builder_close_stand_in(b, who[i], (NgSaidBy){0}));
    ng_builder_text(b, " came. ", 7);
  }
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  g_autofree char *found = ng_printed_linear(a, 100);
  cr_expect(
      strstr(found,
             "\nQin Gang (also Qin, Minister Qin, Gang). 2 mentions: 1 (2 times). Meant by other words: 2 (2 times),\n"
             "    heading.\n"),
      "%s", found);
  cr_expect(strstr(found, "\nAnn. 1 mention: 1. Meant by other words: 2.\n"), "%s", found);
}

Test(export_linear, notes_of_titles_and_headings_keep_their_marks)
{
  g_autoptr(NgArticle) a = ng_composed("= Title{n:about {p#a:Ann}}\none{n:two}\n# Heading{n:three {p#a:Ann}}\nlast");
  g_autofree char *found = ng_printed_linear(a, 72);
  cr_assert(strstr(found, "\n    [1] about Ann\n"), "%s", found);
  cr_assert(strstr(found, "\n    [2] two\n"), "%s", found);
  cr_assert(strstr(found, "\nHeading[3]\n\n    [3] three Ann\n"), "%s", found);
  cr_assert(strstr(found, "Ann. 2 mentions: title, heading before 2."), "%s", found);
}

Test(export_linear, a_hundred_paragraphs_and_the_pairs_by_how_often_they_are_named)
{
  NgBuilder *b = ng_builder_new("long.xml", NG_FORMAT_TEI);
  ng_builder_set_head(b, NG_HEAD_TITLE, "Long");
  ng_builder_set_head(b, NG_HEAD_DATE, "2023-05");
  ng_builder_set_head(b, NG_HEAD_BYLINE, "by Ann Lee");
  ng_compose(b, "{p#a:Ann}, {p#b:Bob} and {p#c:Cy} met.\n{p#b:Bob}.\n{p#c:Cy}.\n{p#c:Cy}.");
  for (int i = 5; i <= 100; i++)
    ng_compose(b, "So.");
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  g_autofree char *found = ng_printed_linear(a, 72);
  cr_assert(g_str_has_prefix(found, "Long\nMay 2023\nby Ann Lee\n3 people"), "%s", found);
  cr_assert(strstr(found, "\n  1  Ann, Bob"), "%s", found);
  cr_assert(strstr(found, "\n100  So."), "%s", found);
  cr_assert(strstr(found, "\n\nCy and Bob: 1.\nCy and Ann: 1.\nBob and Ann: 1.\n"), "%s", found);
}

Test(export_text, notes_within_notes_and_two_in_one_place_keep_their_numbers)
{
  NgBuilder *b = ng_builder_new("notes.xml", NG_FORMAT_TEI);
  ng_compose(b, "a");
  ng_builder_note_begin(b);
  ng_builder_text(b, "one", 3);
  ng_builder_note_begin(b);
  ng_builder_text(b, "two", 3);
  ng_builder_note_end(b);
  ng_builder_note_end(b);
  ng_builder_text(b, " b", 2);
  for (int i = 0; i < 2; i++) {
    ng_builder_note_begin(b);
    ng_builder_text(b, i ? "four" : "three", i ? 4 : 5);
    ng_builder_note_end(b);
  }
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  g_autofree char *found = ng_printed_text(a, 40, false);
  cr_assert(g_str_has_prefix(found, "\na[1] b[3][4]\n\n  [1] one[2]\n\n  [2] two\n\n  [3] three\n\n  [4] four\n"), "%s",
            found);
}

Test(export_linear, an_empty_article_and_a_hostile_source)
{
  g_autoptr(NgArticle) a = ng_builder_finish(ng_builder_new("\033[2J\n\u202Ex", NG_FORMAT_TEI));
  g_autofree char *linear = ng_printed_linear(a, -5), *text = ng_printed_text(a, -5, true);
  cr_assert(g_str_has_prefix(linear, "␛[2J �x\n0 people, 0 places,\n"), "%s", linear);
  cr_assert_null(strchr(linear, '\033'));
  cr_assert_null(strchr(text, '\033'));
}

/* ---- lines of mentions ---- */

Test(export_mentions, each_in_its_sentence)
{
  g_autoptr(NgArticle) a = story();
  gsize n;
  g_autofree char *found = ng_printed_mentions(a, ng_article_entity_by_id(a, "qin"), false, &n);
  cr_assert_eq(n, 3);
  assert_lines(found, "story.xml:1: On Monday Qin Gang received Nicholas Burns in Beijing.\n"
                      "story.xml:2: Qin speaks\n"
                      "story.xml:3: We will talk, said Qin.\n");
  g_autofree char *coloured = ng_printed_mentions(a, ng_article_entity_by_id(a, "xi"), true, &n);
  cr_assert_str_eq(coloured, "\033[2mstory.xml:3:\033[0m \033[1mXi Jinping\033[0m and Burns did not.\n");
}

Test(export_mentions, a_mention_over_several_sentences_is_printed_whole)
{
  g_autoptr(NgArticle) a = ng_composed("He read {o#w:War. And Peace}. Then {p#x:she} left.");
  g_autofree char *found = ng_printed_mentions(a, ng_article_entity_by_id(a, "w"), false, NULL);
  cr_assert_str_eq(found, "composed.xml:1: He read War. And Peace\n");
}

Test(export_mentions, a_hostile_source_is_cleaned_and_an_unknown_line_left_out)
{
  NgBuilder *b = ng_builder_new("a\033]0;\a\nb", NG_FORMAT_TEI);
  ng_builder_open(b);
  ng_builder_text(b, "X", 1);
  ng_builder_close_mention(b, NG_ENTITY_PERSON, NULL, 0, 0);
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  gsize n;
  g_autofree char *found = ng_printed_mentions(a, 0, false, &n);
  cr_assert_str_eq(found, "a␛]0;␇ b: X\n");
}
