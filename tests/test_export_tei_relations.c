/* Records, relations and their evidence as TEI: which relations are one statement, and what is marked as evidence. */
#include "export/tei_private.h"
#include "load/load.h"
#include "tests/compose.h"
#include "tests/expect_tei.h"
#include "tests/round_trip.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

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

Test(export_tei_relations, records_and_relations_come_back)
{
  g_autoptr(NgArticle) article = related();
  ng_expect_same_tei(article, "records and relations");
  ng_expect_valid_tei(article, "records and relations");
}

Test(export_tei_relations, one_statement_stays_one)
{
  g_autoptr(NgArticle) article = related();
  g_autofree char *tei = ng_printed_tei(article, NULL);
  cr_expect_not_null(strstr(tei, "mutual=\"#mayor #town #nobody #http_x003A__x002F__x002F_e.org_x002F_person_x002F_13"),
                     "%s", tei);
  cr_expect_not_null(strstr(tei, "active=\"#mayor\" passive=\"#mayor #town #nameless\""), "%s", tei);
}

/* What is evidence is marked once, in the order of the text, and by no id that an entity has. */
static const struct {
  const char *text;
  const char *sources[2][3]; /* of a relation each */
  const char *body;
} evidence[] = {
    {"{s#a:{x#b:Ann} met Bob.} Then {x#c:{x#d:Cem} paid}.",
     {{"b", "c"}, {"d", "c"}},
     "<s xml:id=\"s1\"><seg xml:id=\"s2\">Ann</seg> met Bob.</s> Then <seg xml:id=\"s3\"><seg xml:id=\"s4\">Cem</seg> "
     "paid</seg>."},
    {"So. {x#a:{s#b:All.}} {s#c:{x#d:None.}}",
     {{"a", "d"}, {"a"}},
     "So. <s xml:id=\"s1\">All.</s> <s xml:id=\"s2\">None.</s>"},
    {"{s#a:{p#s1:Ann}.}", {{"a"}}, "<s xml:id=\"ss1\"><persName ref=\"#s1\">Ann</persName>.</s>"},
    {"{s#a:{p#ss22:Ann}, {p#s1:Bob}.}",
     {{"a"}},
     "<s xml:id=\"sss1\"><persName ref=\"#ss22\">Ann</persName>, <persName ref=\"#s1\">Bob</persName>.</s>"},
    {"{s#a:{p#s:Ann}, {p#ss1a:Bob}.}",
     {{"a"}},
     "<s xml:id=\"s1\"><persName ref=\"#s\">Ann</persName>, <persName ref=\"#ss1a\">Bob</persName>.</s>"},
};

TableTestRows(export_tei_relations, evidence_is_marked_once)
{
  return rows(G_N_ELEMENTS(evidence));
}

TableTest(size_t *row, export_tei_relations, evidence_is_marked_once)
{
  NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
  add_record(b, NG_ENTITY_PERSON, "x", "X");
  add_record(b, NG_ENTITY_PERSON, "y", "Y");
  ng_compose(b, evidence[*row].text);
  const char *ends[] = {"#x", "#y", NULL};
  for (gsize i = 0; i < 2; i++)
    ng_builder_relation(
        b, &(NgRelationMark){.kind = i ? "meet" : "tell", .mutual = ends, .sources = evidence[*row].sources[i]});
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  g_autofree char *body = ng_tei_body_of(article), *expected = g_strdup_printf("<p>%s</p>\n", evidence[*row].body);
  cr_expect_str_eq(body, expected, "%s", body);
  ng_expect_same_tei(article, evidence[*row].text);
  ng_expect_valid_tei(article, evidence[*row].text);
}

/* Two relations of one subject are one statement where all else is the same, and only there. */
static const NgRelationMark second[] = {
    {.kind = "tell", .label = "told"},
    {.kind = "ask", .label = "told"},
    {.kind = "tell", .label = "asked"},
    {.kind = "tell", .label = "told", .date = "2023"},
    {.kind = "tell", .label = "told", .status = "planned"},
    {.kind = "tell", .label = "told", .place = "#p"},
    {.kind = "tell", .label = "told", .origin = NG_ORIGIN_ANNOTATOR},
    {.kind = "tell", .label = "told", .sources = (const char *const[]){"b", NULL}},
    {.kind = "tell", .label = "told", .sources = (const char *const[]){"a", "b", NULL}},
    {.kind = "tell", .label = "told", .origin = NG_ORIGIN_ANNOTATOR, .confidence = 40},
    {.kind = "tell", .label = "told", .origin = NG_ORIGIN_ANNOTATOR, .rule = 1},
};

static NgArticle *with_two(NgRelationMark first, NgRelationMark other, const char *const *mutual)
{
  NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
  add_record(b, NG_ENTITY_PERSON, "x", "X");
  add_record(b, NG_ENTITY_PERSON, "y", "Y");
  add_record(b, NG_ENTITY_PERSON, "z", "Z");
  add_record(b, NG_ENTITY_PLACE, "p", "P");
  ng_builder_rule(b, "a rule");
  ng_compose(b, "{s#a:One.} {s#b:Two.}");
  first.active = other.active = (const char *const[]){"#x", NULL};
  first.passive = (const char *const[]){"#y", NULL};
  other.passive = (const char *const[]){"#z", NULL};
  if (mutual) {
    other.active = other.passive = NULL;
    other.mutual = mutual;
  }
  ng_builder_relation(b, &first);
  ng_builder_relation(b, &other);
  return ng_builder_finish(b);
}

static void expect_statements(const NgArticle *article, guint n, gsize row)
{
  g_autofree char *tei = ng_printed_tei(article, NULL);
  g_auto(GStrv) parts = g_strsplit(tei, "<relation ", -1);
  cr_expect_eq(g_strv_length(parts) - 1, n, "%zu:\n%s", row, tei);
  ng_expect_same_tei(article, tei);
  ng_expect_valid_tei(article, tei);
}

Test(export_tei_relations, what_is_said_otherwise_is_another_statement)
{
  for (gsize i = 0; i < G_N_ELEMENTS(second); i++) {
    g_autoptr(NgArticle) article = with_two(second[0], second[i], NULL);
    expect_statements(article, i == 0 ? 1 : 2, i);
    bool by_annotator = second[i].confidence || second[i].rule;
    g_autoptr(NgArticle) surer = with_two(second[6], second[i], NULL);
    expect_statements(surer, i == 6 ? 1 : 2, i);
    g_autoptr(NgArticle) alike = by_annotator ? with_two(second[i], second[i], NULL) : NULL;
    if (alike)
      expect_statements(alike, 1, i);
  }
  const char *const both[] = {"#x", "#z", NULL}, *const a[] = {"a", NULL};
  g_autoptr(NgArticle) elsewhere =
      with_two((NgRelationMark){.kind = "tell", .label = "told", .sources = a}, second[7], NULL);
  expect_statements(elsewhere, 2, 7);
  g_autoptr(NgArticle) mutual = with_two(second[0], second[0], both);
  expect_statements(mutual, 2, G_N_ELEMENTS(second));
}

/* Relations among several are one statement where all are paired with all in their order, and say the same. */
static const struct {
  const char *pairs; /* a letter an end, and the last the label */
  guint n;           /* statements */
} among[] = {
    {"xym", 1},
    {"xym xzm yzm", 1},
    {"xym xzm", 2},
    {"xym xzm zym", 3},
    {"xym xzm yzn", 3},
    {"xym xzm xwm yzm ywm zwm", 1},
    {"xym xzm xwm yzm zwm ywm", 6},
    {"xym xzm xwm yzm ywm", 5},
    {"xym xzm xwm yzm ywm zxm", 6},
    {"xym xzm yzm xym", 2},
    {"xzm yzm", 2},
};

TableTestRows(export_tei_relations, relations_among_several)
{
  return rows(G_N_ELEMENTS(among));
}

TableTest(size_t *row, export_tei_relations, relations_among_several)
{
  NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
  static const char *const names[] = {"x", "y", "z", "w"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    add_record(b, NG_ENTITY_PERSON, names[i], names[i]);
  ng_compose(b, "Text.");
  g_auto(GStrv) pairs = g_strsplit(among[*row].pairs, " ", -1);
  for (char **pair = pairs; *pair; pair++) {
    const char one[] = {'#', (*pair)[0], '\0'}, other[] = {'#', (*pair)[1], '\0'};
    ng_builder_relation(
        b, &(NgRelationMark){.kind = "meet", .label = *pair + 2, .mutual = (const char *const[]){one, other, NULL}});
  }
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  expect_statements(article, among[*row].n, *row);
}

/* Names of the same words are one element where the same is said of them, and else as many. */
Test(export_tei_relations, names_of_the_same_words_stay_apart_where_one_is_surer_or_another_rule_s)
{
  static const struct {
    NgOrigin origin;
    uint8_t confidence;
    const char *rule;
    const char *element;
  } others[] = {{NG_ORIGIN_ANNOTATOR, 50, "one", "ref=\"#b #a\""},
                {NG_ORIGIN_ANNOTATOR, 80, "one", "cert=\"0.80\" ana=\"#one\""},
                {NG_ORIGIN_ANNOTATOR, 50, "two", "cert=\"0.50\" ana=\"#two\""},
                {NG_ORIGIN_USER, 0, NULL, "resp=\"#user\""}};
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
    NgBuilder *b = ng_builder_new("composed.xml", NG_FORMAT_TEI);
    add_record(b, NG_ENTITY_PERSON, "a", "Ann");
    add_record(b, NG_ENTITY_PERSON, "b", "Ann B");
    ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
    ng_builder_open(b);
    ng_builder_open(b);
    ng_builder_text(b, "Ann", 3);
    const char *inner[] = {"#a", NULL}, *outer[] = {"#b", NULL};
    ng_builder_close_mention_by(b, NG_ENTITY_PERSON, inner,
                                (NgSaidBy){NG_ORIGIN_ANNOTATOR, 50, ng_builder_rule(b, "one")}, 1, 1);
    uint8_t rule = others[i].rule ? ng_builder_rule(b, others[i].rule) : 0;
    ng_builder_close_mention_by(b, NG_ENTITY_PERSON, outer, (NgSaidBy){others[i].origin, others[i].confidence, rule}, 1,
                                1);
    g_autoptr(NgArticle) article = ng_builder_finish(b);
    ng_expect_same_tei(article, others[i].element);
    ng_expect_valid_tei(article, others[i].element);
    g_autofree char *body = ng_tei_body_of(article);
    cr_expect_not_null(strstr(body, others[i].element), "%s", body);
  }
}
