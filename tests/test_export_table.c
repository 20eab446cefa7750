/* Tables: aligned for eyes, JSON Lines, CSV and TSV for programs. */
#include "tests/compose.h"
#include "tests/printed.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <locale.h>
#include <string.h>

static void use_utf8(void)
{
  setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(export_table, .init = use_utf8);

static NgArticle *people(void)
{
  NgBuilder *b = ng_builder_new("a,b\t\033.xml", NG_FORMAT_TEI);
  uint32_t r = ng_builder_record(b, NG_ENTITY_PERSON, "qin", 1, 1);
  ng_builder_record_name(b, r, "Qin \"the\" Gang");
  ng_builder_record_name(b, r, "Minister, Qin");
  ng_builder_record_name(b, r, "秦剛");
  ng_builder_record_role(b, r, "minister; and more");
  ng_builder_record_ref(b, r, "https://example.org/q");
  r = ng_builder_record(b, NG_ENTITY_PERSON, "wang", 1, 1);
  ng_builder_record_name(b, r, "王毅 e\u0301");
  r = ng_builder_record(b, NG_ENTITY_PLACE, "bj", 1, 1);
  ng_builder_record_name(b, r, "北京");
  ng_builder_record_country(b, r, "China");
  ng_builder_record_position(b, r, 39.9042, 116.4074);
  ng_compose(b, "{s#s1:{p#qin:Qin} met {p#wang:Wang} in {l#bj:Beijing}.} {p#qin:Qin} left {l#moon:the Moon}.");
  ng_builder_relation(b, &(NgRelationMark){.kind = "meet",
                                           .label = "met, \"formally\"",
                                           .date = "2023",
                                           .status = "planned",
                                           .place = "#bj",
                                           .active = (const char *const[]){"#qin", NULL},
                                           .passive = (const char *const[]){"#wang", NULL},
                                           .sources = (const char *const[]){"#s1", NULL}});
  return ng_builder_finish(b);
}

typedef struct {
  NgTableSubject subject;
  NgTableStyle style;
  const char *expected;
} Table;

static const Table tables[] = {
    {NG_TABLE_PEOPLE,
     {NG_TABLE_CSV, 0, true},
     "source,id,name,aliases,role,mentions,refs\r\n"
     "\"a,b ␛.xml\",qin,\"Qin \"\"the\"\" Gang\",\"Minister, Qin; 秦剛; Qin\",minister; and "
     "more,2,https://example.org/q\r\n"
     "\"a,b ␛.xml\",wang,王毅 é,Wang,,1,\r\n"},
    {NG_TABLE_PEOPLE,
     {NG_TABLE_TSV, 0, false},
     "a,b ␛.xml\tqin\tQin \"the\" Gang\tMinister, Qin; 秦剛; Qin\tminister; and more\t2\thttps://example.org/q\n"
     "a,b ␛.xml\twang\t王毅 é\tWang\t\t1\t\n"},
    {NG_TABLE_PLACES,
     {NG_TABLE_CSV, 0, true},
     "source,id,name,aliases,country,lat,lon,mentions,refs\r\n"
     "\"a,b ␛.xml\",bj,北京,Beijing,China,39.9042,116.4074,1,\r\n"
     "\"a,b ␛.xml\",moon,the Moon,,,,,1,\r\n"},
    {NG_TABLE_RELATIONS,
     {NG_TABLE_TSV, 0, true},
     "source\tsubject\tlabel\tobject\tkind\tdirected\tsentences\torigin\tdate\tstatus\tplace\tsubject_id\tobject_id\n"
     "a,b ␛.xml\tQin \"the\" Gang\tmet, \"formally\"\t王毅 é\tmeet\ttrue\t1\tmarkup\t2023\tplanned\t北京\tqin\twang\n"
     "a,b ␛.xml\tQin \"the\" Gang\tnamed with\t王毅 é\tco-mention\tfalse\t1\tco-mention\t\t\t\tqin\twang\n"
     "a,b ␛.xml\tQin \"the\" Gang\tnamed with\t北京\tco-mention\tfalse\t1\tco-mention\t\t\t\tqin\tbj\n"
     "a,b ␛.xml\t王毅 é\tnamed with\t北京\tco-mention\tfalse\t1\tco-mention\t\t\t\twang\tbj\n"
     "a,b ␛.xml\tQin \"the\" Gang\tnamed with\tthe Moon\tco-mention\tfalse\t1\tco-mention\t\t\t\tqin\tmoon\n"},
    {NG_TABLE_PEOPLE,
     {NG_TABLE_ALIGNED, 0, true},
     "NAME            ROLE                MENTIONS\n"
     "Qin \"the\" Gang  minister; and more         2\n"
     "王毅 é                                     1\n"},
    {NG_TABLE_PEOPLE,
     {NG_TABLE_ALIGNED, 36, false},
     "Qin \"the\" Gang  minister; and mo…  2\n"
     "王毅 é                             1\n"},
    {NG_TABLE_PEOPLE,
     {NG_TABLE_ALIGNED, 30, false},
     "Qin \"the\" G…  minister; an…  2\n"
     "王毅 é                       1\n"},
    {NG_TABLE_PLACES,
     {NG_TABLE_ALIGNED, 80, true},
     "NAME      COUNTRY      POSITION  MENTIONS\n"
     "北京      China    39.9N 116.4E         1\n"
     "the Moon                                1\n"},
    {NG_TABLE_PLACES,
     {NG_TABLE_ALIGNED, 30, false},
     "北京      China  39.9N 116.4E  1\nthe Moon                       1\n"},
    {NG_TABLE_PEOPLE, {NG_TABLE_ALIGNED, 1, false}, "Qin \"th…  ministe…  2\n王毅 é              1\n"},
    {NG_TABLE_ORGANISATIONS, {NG_TABLE_CSV, 0, true}, ""},
};

TableTestRows(export_table, table)
{
  static int indices[G_N_ELEMENTS(tables)];
  for (int i = 0; i < (int)G_N_ELEMENTS(tables); i++)
    indices[i] = i;
  return cr_make_param_array(int, indices, G_N_ELEMENTS(tables));
}

TableTest(int *index, export_table, table)
{
  const Table *t = &tables[*index];
  g_autoptr(NgArticle) a = people();
  gsize rows;
  g_autofree char *found = ng_printed_table(a, t->subject, t->style, &rows);
  cr_assert_str_eq(found, t->expected, "\nexpected\n%s\nfound\n%s", t->expected, found);
  cr_assert_eq(rows, *t->expected == '\0' ? 0 : t->subject == NG_TABLE_RELATIONS ? 5 : 2);
}

Test(export_table, json_lines_are_the_objects_of_the_article_with_their_source)
{
  g_autoptr(NgArticle) a = people();
  g_autofree char *lines = ng_printed_table(a, NG_TABLE_RELATIONS, (NgTableStyle){.format = NG_TABLE_JSON}, NULL);
  g_autofree char *whole = ng_printed_json(a),
                  *places = ng_printed_table(a, NG_TABLE_PLACES, (NgTableStyle){.format = NG_TABLE_JSON}, NULL);
  json_t *article = json_loads(whole, 0, NULL);
  g_auto(GStrv) rows = g_strsplit(lines, "\n", -1), place_rows = g_strsplit(places, "\n", -1);
  cr_assert_eq(g_strv_length(rows), 6);
  for (gsize i = 0; i < 5; i++) {
    json_t *row = json_loads(rows[i], JSON_REJECT_DUPLICATES, NULL),
           *relation = json_array_get(json_object_get(article, "relations"), i);
    cr_assert_not_null(row, "%s", rows[i]);
    cr_assert(json_equal(json_object_get(row, "source"), json_object_get(article, "source")));
    cr_assert_str_eq(json_string_value(json_object_get(row, "subject_name")), i == 3 ? "王毅 é" : "Qin \"the\" Gang");
    static const char *const objects[] = {"王毅 é", "王毅 é", "北京", "北京", "the Moon"};
    cr_assert_str_eq(json_string_value(json_object_get(row, "object_name")), objects[i]);
    json_object_del(row, "source");
    json_object_del(row, "subject_name");
    json_object_del(row, "object_name");
    cr_assert(json_equal(row, relation), "%s", rows[i]);
    json_decref(row);
  }
  json_t *place = json_loads(place_rows[0], 0, NULL);
  json_object_del(place, "source");
  cr_assert(json_equal(place, json_array_get(json_object_get(article, "entities"), 2)), "%s", place_rows[0]);
  json_decref(place);
  json_decref(article);
}

Test(export_table, a_table_as_wide_as_the_terminal_stays_within_it)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  for (int i = 0; i < 30; i++) {
    g_autofree char *name = g_strnfill((gsize)i * 3 + 1, 'n');
    uint32_t r = ng_builder_record(b, NG_ENTITY_PERSON, NULL, 1, 1);
    ng_builder_record_name(b, r, name);
    ng_builder_record_role(b, r,
                           i % 2 ? "北京市市长北京市市长北京市市长"
                                 : "e\u0301e\u0301e\u0301 role of many words, and then some more");
  }
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  for (int cols = 24; cols < 130; cols += 7) {
    g_autofree char *found =
        ng_printed_table(a, NG_TABLE_PEOPLE, (NgTableStyle){NG_TABLE_ALIGNED, cols, cols % 2}, NULL);
    g_auto(GStrv) rows = g_strsplit(found, "\n", -1);
    int width = -1;
    for (char **row = rows; **row; row++) {
      int used = ng_text_cols(*row, strlen(*row));
      cr_assert_leq(used, cols, "%s", *row);
      cr_assert(width < 0 || used == width, "the last column is right-aligned: %s", *row);
      width = used;
    }
  }
}
