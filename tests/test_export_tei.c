/* An article as TEI: valid by the schema, and the same article when it is loaded again. */
#include "export/tei_private.h"
#include "load/load.h"
#include "tests/compose.h"
#include "tests/corpora.h"
#include "tests/round_trip.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

static void expect_same(const NgArticle *article, const char *what)
{
  g_autofree char *differs = ng_round_trip_differs(article);
  cr_expect_null(differs, "%s:\n%s", what, differs);
}

static void expect_valid(const NgArticle *article, const char *what)
{
  gsize bytes;
  g_autofree char *tei = ng_printed_tei(article, &bytes);
  g_autofree char *schema = g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "schema", "nutgraf.rng", NULL);
  g_autoptr(GArray) findings = g_array_new(FALSE, FALSE, sizeof(NgFinding));
  g_array_set_clear_func(findings, ng_finding_clear);
  g_autoptr(GError) error = NULL;
  cr_assert(ng_check_markup_memory(tei, bytes, schema, findings, &error), "%s", error ? error->message : what);
  const NgFinding *first = &g_array_index(findings, NgFinding, 0);
  cr_expect_eq(findings->len, 0, "%s:%u: %s", what, findings->len ? first->line : 0,
               findings->len ? first->message : "");
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
    expect_same(article, path);
    expect_valid(article, path);
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
  expect_same(article, pieces[*row]);
  expect_valid(article, pieces[*row]);
}

/* ---- the head, records and relations ---- */

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
  expect_same(article, odd_values[*row]);
  expect_valid(article, odd_values[*row]);
}

static uint32_t add_record(NgBuilder *b, NgEntityKind kind, const char *id, const char *name)
{
  uint32_t record = ng_builder_record(b, kind, id, 1, 1);
  ng_builder_record_name(b, record, name);
  return record;
}

static void add_records(NgBuilder *b)
{
  uint32_t mayor = add_record(b, NG_ENTITY_PERSON, "mayor", "M. <Mayor> & \"Co\"");
  ng_builder_record_name(b, mayor, "M. M.");
  ng_builder_record_role(b, mayor, "mayor of Town");
  ng_builder_record_short_role(b, mayor, "mayor");
  ng_builder_record_ref(b, mayor, "https://example.org/people/mayor?a=1&b=2");
  uint32_t town = add_record(b, NG_ENTITY_PLACE, "town", "Town");
  ng_builder_record_country(b, town, "Land");
  ng_builder_record_country_code(b, town, "xl");
  ng_builder_record_position(b, town, -0.1, 115.00000000000001);
  ng_builder_record_role(b, town, "seat of the mayor");
  uint32_t council = add_record(b, NG_ENTITY_ORGANISATION, NULL, "Town Council");
  ng_builder_record_position(b, council, 0.000001, -180);
  uint32_t feast = add_record(b, NG_ENTITY_EVENT, "feast", "Feast");
  ng_builder_record_name(b, feast, "Party");
  ng_builder_record_short_role(b, feast, "holiday");
  add_record(b, NG_ENTITY_PERSON, "http://e.org/person/13#x", "Smith");
  ng_builder_record(b, NG_ENTITY_PERSON, "nameless", 1, 1);
}

static void relate(NgBuilder *b, const NgRelationMark *mark)
{
  ng_builder_relation(b, mark);
}

static NgArticle *related(void)
{
  NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
  add_records(b);
  ng_compose(b, "= T\n{s#s1:The {p#mayor:Mayor} met {p#smith:Smith}.} {s#s2:Then {x#p1:the {o:Town Council}} paid.}");
  const char *mayor[] = {"#mayor", NULL}, *three[] = {"#mayor", "#town", "#nameless", NULL};
  const char *four[] = {"#mayor", "#town", "#nobody", "http://e.org/person/13#x", NULL};
  const char *self[] = {"#mayor", "#mayor", NULL}, *both[] = {"#s2", "#s1", NULL}, *part[] = {"#p1", NULL};
  relate(b,
         &(NgRelationMark){.kind = "meet", .label = "met <with>", .mutual = four, .sources = both, .place = "#town"});
  relate(b,
         &(NgRelationMark){.kind = "senderOf", .active = mayor, .passive = three, .sources = part, .date = "2023-05"});
  relate(b, &(NgRelationMark){.kind = "odd kind", .active = three, .passive = four, .status = "planned"});
  relate(b, &(NgRelationMark){.kind = "odd kind", .active = mayor, .passive = mayor, .date = "2020/2021"});
  relate(b, &(NgRelationMark){.label = "is alike", .mutual = self, .date = "some day", .origin = NG_ORIGIN_ANNOTATOR});
  relate(b, &(NgRelationMark){.kind = "rule", .label = "ruled", .active = mayor, .sources = both});
  return ng_builder_finish(b);
}

Test(export_tei, records_and_relations_come_back)
{
  g_autoptr(NgArticle) article = related();
  expect_same(article, "records and relations");
  expect_valid(article, "records and relations");
}

Test(export_tei, one_statement_stays_one)
{
  g_autoptr(NgArticle) article = related();
  g_autofree char *tei = ng_printed_tei(article, NULL);
  cr_expect_not_null(strstr(tei, "mutual=\"#mayor #town #nobody #http_x003A__x002F__x002F_e.org_x002F_person_x002F_13"),
                     "%s", tei);
  cr_expect_not_null(strstr(tei, "active=\"#mayor\" passive=\"#mayor #town #nameless\""), "%s", tei);
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
  expect_same(article, "levels");
  expect_valid(article, "levels");
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
  expect_same(article, "annotated");
  expect_valid(article, "annotated");
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
static const char *const some_blocks[] = {"= ", "# ", "## ", "> ", "- ", "| ", "", "", ""};

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
      add_record(b, NG_ENTITY_PERSON, "a", "Mr. X");
    ng_compose(b, notation->str);
    add_random_relations(rand, b);
    g_autoptr(NgArticle) article = ng_builder_finish(b);
    g_autofree char *differs = ng_round_trip_differs(article);
    cr_assert_null(differs, "%d:\n%s\n%s", i, notation->str, differs);
    if (i % 10 == 0)
      expect_valid(article, notation->str);
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
