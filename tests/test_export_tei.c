/* An article as TEI: valid by the schema, and the same article when it is loaded again. */
#include "export/tei_private.h"
#include "load/load.h"
#include "tests/compose.h"
#include "tests/corpora.h"
#include "tests/expect_tei.h"
#include "tests/round_trip.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

/* Whatever a string is promised to hold, it comes back out of an attribute as it was. */
Test(export_tei, attributes_keep_their_characters)
{
  char *written = NULL;
  gsize bytes = 0;
  FILE *out = open_memstream(&written, &bytes);
  ng_xml_attribute(out, "n", "a\tb\nc\rd <e> & \"f\"");
  fclose(out);
  cr_expect_str_eq(written, " n=\"a&#9;b&#10;c&#13;d &lt;e&gt; &amp; &quot;f&quot;\"");
  free(written);
}

/* ---- documents ---- */

static const char *const content[] = {"content/articles", "tests/data/cli", "tests/data/load", "tests/data/schema",
                                      "tests/data"};
static const char *const corpora[] = {"arabic",    "dracor", "frus",      "nitf",
                                      "parlamint", "spear",  "tei-tests", "schnitzler-interviews"};

/* How many documents of the folder made the trip. */
static guint expect_folder(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  guint n = 0;
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(NgArticle) article = g_str_has_suffix(name, ".xml") ? ng_load(path, NULL) : NULL;
    if (!article)
      continue;
    ng_expect_same_tei(article, path);
    ng_expect_valid_tei(article, path);
    n++;
  }
  return n;
}

TableTestRows(export_tei, content_comes_back)
{
  return rows(G_N_ELEMENTS(content));
}

TableTest(size_t *row, export_tei, content_comes_back)
{
  g_autofree char *folder = g_build_filename(g_getenv("NG_TEST_SRCDIR"), content[*row], NULL);
  cr_expect_gt(expect_folder(folder), 0u, "%s", folder);
}

TableTestRows(export_tei, documents_of_others_come_back)
{
  return rows(G_N_ELEMENTS(corpora));
}

TableTest(size_t *row, export_tei, documents_of_others_come_back)
{
  g_autofree char *folder = ng_corpus_path(corpora[*row]);
  if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
    cr_skip("%s is not at hand", corpora[*row]);
  cr_expect_gt(expect_folder(folder), 0u, "%s", folder);
}

/* ---- one thing at a time ---- */

static const char *const pieces[] = {
    "",
    "= Title alone",
    "= A title\n# Heading\nText\n## Lower\nMore\n# Again",
    "Text without a title\n# Heading",
    "= T\n## A level left out\nText",
    "> One\n> Two\nText\n> Three",
    "- a\n- b\nText\n- c",
    "| a | b\n| c | d |\n| | e\n| |",
    "| a {p#q:x | y} | z{n:note | with stroke} | {a http://e.org/:} end",
    "A < b & c > d \"quoted\" 'single' ]]> \342\220\233[31m &amp;",
    ("{p#a b:Id with a space}, {p#1:number}, {p#_x0020_:looks escaped}, {p##:hash}, {p#\303\251\330\247:letters}, "
     "{p#s1:s1}"),
    "{p#a,#b,#a:Several} and {p#a:{p#b:nested}}, {p#b:{p#a:the other way}}",
    "{p:Qin Gang} met {p#qin:Qin Gang} and {p:QIN GANG}; {p:Nobody} and {p:NOBODY}",
    "{l#x:Beijing}, {o#y:Pentagon}, {v#z:Feast}, {l:Beijing}, {o:Pentagon}, {v:Feast}",
    "{p#a:Qin's} house, {p#a:X {i:Qin's}} and {l#b:there's} {p#b:who's} {o#a:Macy's} {p#a:Y's's}",
    "{p#a:A {s#s1:B's}} {p#a:A {p#b:B's} {i:C's}}",
    "{s#s1:One.} {s:Two {x#p:passage}.} {s#s3:{s#s4:In one} another.}",
    "{b:{i:both}} {i:one {b:two}} {a http://e.org/?a=1&b=\"2\":link} {a other page.html:odd} {a #x:}",
    "A{n:note} b{n:with {p#q:Qin} and{n:a note {i:in}} it}{n:another} c{n:end}",
    "{n:before all}Text",
    "{n:nothing else}",
    "{n:alone}\n{n:and again}",
    "= T\n{n:after the title}\nText\n{n:hangs on the end}\n{n:and this on that}\n{n:and so on}",
    "{a http://e.org/:}",
    "\343\200\200wide\343\200\200{p#q:A\343\200\200B}\343\200\200 end",
    "e{p#q:\314\201} {p#q:abc e}\314\201 {p#q:\314\201x} a {p#r:b}\314\201{n:n}\314\201 c",
    "{p#q: } {p#q:\342\200\203}",
    "{p#1:{o:A | {b:, B\342\200\231s}}} x {p#1:{o:A | {b:, B\342\200\231s}}}C",
};

TableTestRows(export_tei, piece_comes_back)
{
  return rows(G_N_ELEMENTS(pieces));
}

TableTest(size_t *row, export_tei, piece_comes_back)
{
  g_autoptr(NgArticle) article = ng_composed(pieces[*row]);
  ng_expect_same_tei(article, pieces[*row]);
  ng_expect_valid_tei(article, pieces[*row]);
}

/* What goes over several blocks is one element, and ends where it should: the article that comes back would be the same without. */
static const char *const bodies[][2] = {
    {"- a\n- b\nText\n- c",
     "<list>\n<item>a</item>\n<item>b</item></list>\n<p>Text</p>\n<list>\n<item>c</item></list>\n"},
    {"| a\n| c\nx\n| d", "<table>\n<row><cell>a</cell></row>\n<row><cell>c</cell></row>\n</table>\n<p>x</p>\n<table>\n"
                         "<row><cell>d</cell></row>\n</table>\n"},
    {"> One\n> Two\nText\n> Three",
     "<quote>\n<p>One</p>\n<p>Two</p>\n</quote>\n<p>Text</p>\n<quote>\n<p>Three</p>\n</quote>\n"},
    {"> One\n- a\n| b\n> Two",
     "<quote>\n<p>One</p>\n</quote>\n<list>\n<item>a</item></list>\n<table>\n<row><cell>b</cell></row>\n"
     "</table>\n<quote>\n<p>Two</p>\n</quote>\n"},
    {"= A\n## B\n## C\nT\n# D",
     "<head>A</head>\n<div>\n<div>\n<head>B</head>\n</div>\n<div>\n<head>C</head>\n<p>T</p>\n</div>\n</div>\n<div>\n"
     "<head>D</head>\n</div>\n"},
    {"x{n:one}{n:two} y", "<p>x<note>one</note><note>two</note> y</p>\n"},
    {"x{n:one{n:in it}}", "<p>x<note>one<note>in it</note></note></p>\n"},
    {"{n:alone}", "<p><note>alone</note></p>\n"},
    {"= T", "<head>T</head>\n<p></p>\n"},
    {"= T\nx", "<head>T</head>\n<p>x</p>\n"},
    {"x", "<p>x</p>\n"},
    {"", "<p></p>\n"},
    {"{a http://e.org/:}", "<p><ref target=\"http://e.org/\"></ref></p>\n"},
};

TableTestRows(export_tei, blocks_are_within_one_another)
{
  return rows(G_N_ELEMENTS(bodies));
}

TableTest(size_t *row, export_tei, blocks_are_within_one_another)
{
  g_autoptr(NgArticle) article = ng_composed(bodies[*row][0]);
  g_autofree char *body = ng_tei_body_of(article);
  cr_expect_str_eq(body, bodies[*row][1], "%s:\n%s", bodies[*row][0], body);
}

Test(export_tei, lists_are_as_deep_as_their_items_tell)
{
  NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
  static const int levels[] = {1, 2, 2, 1, 3};
  for (gsize i = 0; i < G_N_ELEMENTS(levels); i++) {
    ng_builder_block(b, NG_BLOCK_ITEM, levels[i]);
    ng_builder_text(b, "x", 1);
  }
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  g_autofree char *body = ng_tei_body_of(article);
  cr_expect_str_eq(body,
                   "<list>\n<item>x<list>\n<item>x</item>\n<item>x</item></list>\n</item>\n<item>x<list>\n<item>"
                   "<list>\n<item>x</item></list>\n</item></list>\n</item></list>\n",
                   "%s", body);
}

/* ---- ids ---- */

static const char *const ids[][2] = {
    {"qin", "qin"},
    {"q-1.2", "q-1.2"},
    {"1q", "_x0031_q"},
    {"-", "_x002D_"},
    {".a", "_x002E_a"},
    {"a b", "a_x0020_b"},
    {"a_b_", "a_b_"},
    {"_x0041_", "_x005F_x0041_"},
    {"__x0041_", "__x005F_x0041_"},
    {"_x0001F600_", "_x005F_x0001F600_"},
    {"_x004_", "_x004_"},
    {"_x00041_", "_x00041_"},
    {"_x000000041_", "_x000000041_"},
    {"_x0041", "_x0041"},
    {"_y0041_", "_y0041_"},
    {"_x00g1_", "_x00g1_"},
    {"\u00BF\u00C0\u00D6\u00D7\u00D8", "_x00BF_\u00C0\u00D6_x00D7_\u00D8"},
    {"\u0131\u0132\u0133\u0134", "\u0131_x0132__x0133_\u0134"},
    {"\u4DFF\u4E00\u9FA5\u9FA6", "_x4DFF_\u4E00\u9FA5_x9FA6_"},
    {"\uD7A3\uD7A4", "\uD7A3_xD7A4_"},
    {"\uFFEE\U0001F600", "_xFFEE__x0001F600_"},
};

TableTestRows(export_tei, id_is_written)
{
  return rows(G_N_ELEMENTS(ids));
}

TableTest(size_t *row, export_tei, id_is_written)
{
  char *written = NULL;
  size_t n = 0;
  FILE *out = open_memstream(&written, &n);
  ng_tei_put_id(out, ids[*row][0]);
  fclose(out);
  cr_expect_str_eq(written, ids[*row][1], "%s: %s", ids[*row][0], written);
  free(written);
}

/* ---- the head ---- */

/* What the article's head gets from a field: a word of XML Schema's type where it is one, else a place where any word may stand. */
static const struct {
  NgHeadField field;
  const char *value, *written;
} heads[] = {
    {NG_HEAD_LANGUAGE, "en", "xml:lang=\"en\""},
    {NG_HEAD_LANGUAGE, "zh-Hant-TW", "xml:lang=\"zh-Hant-TW\""},
    {NG_HEAD_LANGUAGE, "de-1996", "xml:lang=\"de-1996\""},
    {NG_HEAD_LANGUAGE, "abcdefgh-12345678", "xml:lang=\"abcdefgh-12345678\""},
    {NG_HEAD_LANGUAGE, "abcdefghi", "<language ident=\"abcdefghi\""},
    {NG_HEAD_LANGUAGE, "en-", "<language ident=\"en-\""},
    {NG_HEAD_LANGUAGE, "en--x", "<language ident=\"en--x\""},
    {NG_HEAD_LANGUAGE, "1996", "<language ident=\"1996\""},
    {NG_HEAD_LANGUAGE, "en_GB", "<language ident=\"en_GB\""},
    {NG_HEAD_LICENCE, "http://e/", "<licence target=\"http://e/\""},
    {NG_HEAD_LICENCE, "x+y.z-1:a~b", "<licence target=\"x+y.z-1:a~b\""},
    {NG_HEAD_LICENCE, "x:y", "<licence target=\"x:y\""},
    {NG_HEAD_LICENCE, "x:", "<licence>x:<"},
    {NG_HEAD_LICENCE, "1x:y", "<licence>1x:y<"},
    {NG_HEAD_LICENCE, "+x:y", "<licence>+x:y<"},
    {NG_HEAD_LICENCE, "www.e.org", "<licence>www.e.org<"},
    {NG_HEAD_LICENCE, "note: of mine", "<licence>note: of mine<"},
    {NG_HEAD_LICENCE, "x:\u00E9", "<licence>x:\u00E9<"},
    {NG_HEAD_URL, "http://e/", "<idno>http://e/<"},
    {NG_HEAD_URL, "e/", "<idno type=\"URL\">e/<"},
    {NG_HEAD_ID, "e/", "<idno type=\"document\">e/<"},
    {NG_HEAD_DATE, "2023-05", "<date when=\"2023-05\"/>"},
    {NG_HEAD_DATE, "2023/2024-05", "<date from=\"2023\" to=\"2024-05\"/>"},
    {NG_HEAD_DATE, "2023/spring", "<date when-custom=\"2023/spring\"/>"},
    {NG_HEAD_DATE, "spring/2023", "<date when-custom=\"spring/2023\"/>"},
    {NG_HEAD_TITLE, "t", "<title>t</title>"},
    {NG_HEAD_TITLE, "u", "<title>u</title>"},
    {NG_HEAD_DATELINE, "Rome", "<creation><placeName>Rome<"},
};

TableTestRows(export_tei, head_is_written)
{
  return rows(G_N_ELEMENTS(heads));
}

TableTest(size_t *row, export_tei, head_is_written)
{
  NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
  ng_builder_set_head(b, heads[*row].field, heads[*row].value);
  ng_compose(b, "= t\nText");
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  g_autofree char *tei = ng_printed_tei(article, NULL);
  cr_expect_not_null(strstr(tei, heads[*row].written), "%s:\n%s", heads[*row].written, tei);
  bool has_title = heads[*row].field == NG_HEAD_TITLE, same = strcmp(heads[*row].value, "t") == 0;
  cr_expect_eq(strstr(tei, "<head type=\"title\">") != NULL, has_title && !same, "%s", tei);
  bool in_profile = heads[*row].field == NG_HEAD_DATELINE || strstr(heads[*row].written, "<language");
  cr_expect_eq(strstr(tei, "profileDesc") != NULL, in_profile, "%s", tei);
}

static const char *const odd_values[] = {"a <b> & \"c\"", "2023-05-08", "2023-02-30",     "2020/2021-05",
                                         "yesterday",     "en",         "not a language", "http://e/",
                                         "www.e.org",     "tag:x",      "\342\220\200"};

TableTestRows(export_tei, head_comes_back)
{
  return rows(G_N_ELEMENTS(odd_values));
}

TableTest(size_t *row, export_tei, head_comes_back)
{
  NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_NITF);
  for (NgHeadField field = 0; field < NG_N_HEAD_FIELDS; field++)
    ng_builder_set_head(b, field, odd_values[*row]);
  ng_builder_keyword(b, odd_values[*row]);
  ng_builder_keyword(b, "more");
  ng_compose(b, "= Another title\nText");
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  ng_expect_same_tei(article, odd_values[*row]);
  ng_expect_valid_tei(article, odd_values[*row]);
}

/* The title of an article that does not begin with it stays out of a text of one block, too. */
Test(export_tei, a_title_that_is_not_in_the_text_stays_out)
{
  static const char tei[] =
      "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title rend='none'>"
      "Apart</title></titleStmt></fileDesc></teiHeader><text><body><p>One.</p></body></text></TEI>";
  g_autoptr(NgArticle) article = ng_load_memory(tei, sizeof tei - 1, "a.xml", NULL);
  cr_assert_str_eq(ng_article_text(article, NULL), "One.");
  cr_assert_str_eq(ng_article_head(article)->title, "Apart");
  g_autofree char *differs = ng_round_trip_differs(article);
  cr_assert_null(differs, "%s", differs);
}

Test(export_tei, levels_deeper_than_any_parser_goes_come_back)
{
  NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
  static const int levels[] = {1, 3, 16, 17, 255, 18, 2, 200, 201, 16, 1};
  for (gsize i = 0; i < G_N_ELEMENTS(levels); i++) {
    ng_builder_block(b, i % 2 ? NG_BLOCK_HEADING : NG_BLOCK_ITEM, levels[i]);
    ng_builder_text(b, "text", 4);
    ng_builder_block(b, NG_BLOCK_ITEM, levels[G_N_ELEMENTS(levels) - 1 - i]);
    ng_builder_text(b, "item", 4);
    ng_builder_block(b, i % 3 ? NG_BLOCK_CODE : NG_BLOCK_CAPTION, 0);
    ng_builder_text(b, "if (a < b)", 10);
  }
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  ng_expect_same_tei(article, "levels");
  ng_expect_valid_tei(article, "levels");
}

/* ---- what the annotator says ---- */

static const char annotated[] =
    "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt><title/></titleStmt>"
    "<publicationStmt><publisher/></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>"
    "<standOff><listPerson><person xml:id='a'><persName>Ann</persName></person><person xml:id='b'><persName>Bob"
    "</persName></person></listPerson><listRelation><relation name='meet' mutual='#a #b' resp='#annotator' cert='0.6'"
    " ana='#who_x0020_met'><desc>met</desc></relation></listRelation></standOff><text><body><p>"
    "<persName ref='#a' resp='#annotator' cert='0.85' ana='#a_x0020_name_x0027_s_x0020_word'>Ann</persName> met "
    "<persName ref='#b' resp='#annotator' cert='1' ana='#said'>Bob</persName> and "
    "<persName ref='#a' resp='#annotator'>her</persName>, <persName ref='#a' cert='0.5' ana='#x'>Ann</persName>, "
    "<persName ref='#a' resp='#annotator' cert='high'>a</persName>."
    "</p></body></text></TEI>";

Test(export_tei, how_sure_the_annotator_is_comes_back)
{
  g_autoptr(NgArticle) article = ng_load_memory(annotated, strlen(annotated), "a.xml", NULL);
  cr_assert_not_null(article);
  uint32_t n;
  const NgMention *m = ng_article_mentions(article, &n);
  cr_assert_eq(n, 5);
  static const uint8_t sure[] = {85, 100, 0, 0, 0};
  static const char *const by[] = {"a name's word", "said", NULL, NULL, NULL};
  for (uint32_t i = 0; i < n; i++) {
    cr_expect_eq(m[i].confidence, sure[i], "%u: %u", i, m[i].confidence);
    cr_expect_eq(g_strcmp0(ng_article_rule(article, m[i].rule), by[i]), 0, "%u", i);
  }
  const NgRelation *met = ng_article_relations(article, &n);
  cr_expect_eq(met->confidence, 60);
  cr_expect_str_eq(ng_article_rule(article, met->rule), "who met");
  ng_expect_same_tei(article, "annotated");
  ng_expect_valid_tei(article, "annotated");
}

/* ---- articles at random ---- */

static const char *pick(GRand *rand, const char *const *words, gint32 n)
{
  return words[g_rand_int_range(rand, 0, n)];
}
#define PICK(rand, words) pick(rand, words, (gint32)G_N_ELEMENTS(words))

static const char *const some_words[] = {
    "a",   "met", "'s",           "\342\200\231s", "\303\251",     ".",  "! ", " ", "| ", " | ",
    "<b>", "&",   "\344\270\255", "Mr. X",         "\343\200\200", "\"", ", "};
static const char *const some_pointers[] = {"#a", "#a b", "#b,#a", "", "#1", "#_x0041_", "http://e.org/x", "#s1", "##"};
static const char *const some_blocks[] = {"= ", "# ", "## ", "> ", "- ", "| ", "lg/l ", "l ", "l ", "", "", ""};

static void add_random_text(GRand *rand, GString *out, int depth)
{
  for (int n = g_rand_int_range(rand, 0, 5); n > 0; n--) {
    if (depth == 6 || g_rand_int_range(rand, 0, 3) == 0) {
      g_string_append(out, PICK(rand, some_words));
      continue;
    }
    g_string_append_printf(out, "{%c%s:", "plovibsxan"[g_rand_int_range(rand, 0, 10)], PICK(rand, some_pointers));
    add_random_text(rand, out, depth + 1);
    g_string_append_c(out, '}');
  }
}

static void add_random_relations(GRand *rand, NgBuilder *b)
{
  static const char *const ends[] = {"#a", "#b", "#1", "http://e.org/x", "c"};
  static const char *const kinds[] = {"meet", "told off", "isA", NULL};
  for (int n = g_rand_int_range(rand, 0, 4); n > 0; n--) {
    const char *lists[4][4] = {{NULL}};
    for (gsize i = 0; i < 3; i++)
      for (int k = g_rand_int_range(rand, 0, 4); k > 0; k--)
        lists[i][k - 1] = PICK(rand, ends);
    lists[3][0] = "s1";
    ng_builder_relation(b, &(NgRelationMark){.kind = PICK(rand, kinds),
                                             .label = "said",
                                             .active = lists[0],
                                             .passive = lists[1],
                                             .mutual = lists[2],
                                             .sources = g_rand_boolean(rand) ? lists[3] : NULL});
  }
}

Test(export_tei, articles_at_random_come_back)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(20230508);
  for (int i = 0; i < 3000; i++) {
    g_autoptr(GString) notation = g_string_new(NULL);
    for (int n = g_rand_int_range(rand, 0, 6); n > 0; n--) {
      g_string_append(notation, PICK(rand, some_blocks));
      add_random_text(rand, notation, 0);
      g_string_append_c(notation, '\n');
    }
    NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
    if (g_rand_boolean(rand))
      ng_builder_set_head(b, NG_HEAD_TITLE, "a met");
    if (g_rand_boolean(rand))
      ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, "a", 1, 1), "Mr. X");
    ng_compose(b, notation->str);
    add_random_relations(rand, b);
    g_autoptr(NgArticle) article = ng_builder_finish(b);
    g_autofree char *differs = ng_round_trip_differs(article);
    cr_assert_null(differs, "%d:\n%s\n%s", i, notation->str, differs);
    if (i % 10 == 0)
      ng_expect_valid_tei(article, notation->str);
  }
}

/* What the schema takes for @when, and what is therefore written as @when-custom. */
Test(export_tei, dates_of_the_calendar)
{
  static const char *const good[] = {"2023",
                                     "2023-05",
                                     "2023-05-08",
                                     "2024-02-29",
                                     "2023-05-08T23:59:59",
                                     "2023-05-08T00:00:00Z",
                                     "2023-05-08T00:00:00.5+05:30",
                                     "2023-05-08T00:00:00-11:00"};
  static const char *const bad[] = {"",
                                    "203",
                                    "0000",
                                    "2023-",
                                    "2023-13",
                                    "2023-00",
                                    "2023-5-8",
                                    "2023-02-29",
                                    "2023-05-08 12:00:00",
                                    "2023-05-08T12:00",
                                    "2023-05-08T24:00:00",
                                    "2023-05-08T12:60:00",
                                    "2023-05-08T12:00:60",
                                    "2023-05-08T12.00:00",
                                    "2023-05-08T12:00:00.",
                                    "2023-05-08T12:00:00.0123456789",
                                    "2023-05-08T12:00:00z",
                                    "2023-05-08T12:00:00 05:30",
                                    "2023-05-08T12:00:00+0530",
                                    "2023-05-08T12:00:00+15:00",
                                    "2023-05-08T12:00:00+05:30x",
                                    "spring"};
  for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
    cr_expect(ng_tei_is_moment(good[i]), "%s", good[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
    cr_expect_not(ng_tei_is_moment(bad[i]), "%s", bad[i]);
}
