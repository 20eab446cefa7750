/* The public JSON, read back and compared field by field with the article it was made of. */
#include "tests/compose.h"
#include "tests/printed.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static void use_utf8(void)
{
  setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(export_json, .init = use_utf8);

static json_t *read_back(const NgArticle *a)
{
  g_autofree char *line = ng_printed_json(a);
  cr_assert_eq(strcspn(line, "\n"), strlen(line) - 1, "one line, ended by a line feed");
  json_error_t error;
  json_t *json = json_loads(line, JSON_REJECT_DUPLICATES, &error);
  cr_assert_not_null(json, "%s at %d", error.text, error.position);
  return json;
}

static const char *string_of(const json_t *object, const char *key)
{
  return json_string_value(json_object_get(object, key));
}

static json_int_t number_of(const json_t *object, const char *key)
{
  cr_assert(json_is_integer(json_object_get(object, key)), "%s is no integer", key);
  return json_integer_value(json_object_get(object, key));
}

/* text[start:end] in code points, as a script would cut it. */
static char *cut(const json_t *json, const json_t *range)
{
  const char *text = string_of(json, "text");
  return g_utf8_substring(text, number_of(range, "start"), number_of(range, "end"));
}

static void assert_same_or_null(const json_t *object, const char *key, const char *expected)
{
  const json_t *value = json_object_get(object, key);
  cr_assert_not_null(value, "no %s", key);
  if (expected)
    cr_assert_str_eq(json_string_value(value), expected, "%s", key);
  else
    cr_assert(json_is_null(value), "%s is not null", key);
}

static void assert_strings(const json_t *array, const char *const *expected)
{
  gsize n = 0;
  for (; expected[n]; n++)
    cr_assert_str_eq(json_string_value(json_array_get(array, n)), expected[n]);
  cr_assert_eq(json_array_size(array), n);
}

static char *slice(const NgArticle *a, uint32_t start, uint32_t end)
{
  return g_strndup(ng_article_text(a, NULL) + start, end - start);
}

/* An article with all that JSON tells, and characters of one to four bytes before everything. */
static NgArticle *full(void)
{
  NgBuilder *b = ng_builder_new("a \"b\"\\.xml", NG_FORMAT_TEI);
  ng_builder_set_head(b, NG_HEAD_ID, "doc-1");
  ng_builder_set_head(b, NG_HEAD_URL, "https://example.org/1");
  ng_builder_set_head(b, NG_HEAD_TITLE, "Täglich 北京 \U0001F600");
  ng_builder_set_head(b, NG_HEAD_DATE, "2023-05-08");
  ng_builder_set_head(b, NG_HEAD_LANGUAGE, "en");
  uint32_t r = ng_builder_record(b, NG_ENTITY_PLACE, "bj", 3, 4);
  ng_builder_record_name(b, r, "Beijing");
  ng_builder_record_name(b, r, "Peking");
  ng_builder_record_country(b, r, "China");
  ng_builder_record_position(b, r, 39.9042, -116.4074);
  ng_builder_record_ref(b, r, "https://www.wikidata.org/wiki/Q956");
  r = ng_builder_record(b, NG_ENTITY_PERSON, "qin", 1, 1);
  ng_builder_record_name(b, r, "Qin \"Gang\"\\");
  ng_builder_record_role(b, r, "minister");
  ng_compose(b, "# Ünder \U0001F468\u200D\U0001F469\n{s#s1:\U0001F600é {p#qin:Qin} met {p:Bürns \U0001F600} in "
                "{l#bj:北京}{n:A {p#qin:nöte}.}.}\n"
                "- {p#qin:Qin} and {o#org:the {l#bj:Peking} office} e\u0301\n> {v#ev:Feast}");
  ng_builder_relation(b, &(NgRelationMark){.kind = "meet",
                                           .label = "met with",
                                           .active = (const char *const[]){"#qin", NULL},
                                           .passive = (const char *const[]){"#bj", NULL},
                                           .sources = (const char *const[]){"#s1", NULL}});
  ng_builder_relation(
      b, &(NgRelationMark){.kind = "ally", .mutual = (const char *const[]){"#qin", "#ev", NULL}, .status = "planned"});
  ng_builder_diagnose(b, 7, 9, "a \"problem\"");
  return ng_builder_finish(b);
}

Test(export_json, the_head)
{
  g_autoptr(NgArticle) a = full(), bare = ng_composed("text");
  json_t *json = read_back(a), *none = read_back(bare);
  cr_assert_str_eq(string_of(json, "schema"), "nutgraf-article/1");
  cr_assert_str_eq(string_of(json, "source"), "a \"b\"\\.xml");
  cr_assert_str_eq(string_of(json, "format"), "tei");
  assert_same_or_null(json, "id", "doc-1");
  assert_same_or_null(json, "url", "https://example.org/1");
  assert_same_or_null(json, "title", "Täglich 北京 \U0001F600");
  assert_same_or_null(json, "byline", NULL);
  assert_same_or_null(json, "date", "2023-05-08");
  assert_same_or_null(json, "language", "en");
  static const char *const nullable[] = {"id", "url", "title", "byline", "date", "language"};
  for (gsize i = 0; i < G_N_ELEMENTS(nullable); i++)
    assert_same_or_null(none, nullable[i], NULL);
  cr_assert_str_eq(string_of(none, "text"), "text");
  json_decref(json);
  json_decref(none);
}

Test(export_json, text_and_blocks)
{
  g_autoptr(NgArticle) a = full();
  json_t *json = read_back(a), *blocks = json_object_get(json, "blocks");
  cr_assert_str_eq(string_of(json, "text"), ng_article_text(a, NULL));
  uint32_t n;
  const NgBlock *expected = ng_article_blocks(a, &n);
  cr_assert_eq(json_array_size(blocks), n);
  bool any_note = false;
  for (uint32_t i = 0; i < n; i++) {
    const json_t *block = json_array_get(blocks, i);
    g_autofree char *found = cut(json, block), *text = slice(a, expected[i].start, expected[i].end);
    cr_assert_str_eq(found, text);
    cr_assert_str_eq(string_of(block, "kind"), ng_block_kind_word(expected[i].kind));
    cr_assert_eq(json_object_get(block, "level") != NULL, expected[i].level > 0);
    cr_assert(!expected[i].level || number_of(block, "level") == expected[i].level);
    cr_assert_eq(json_object_get(block, "anchor") != NULL, expected[i].anchor != NG_NONE);
    if (expected[i].anchor != NG_NONE) {
      any_note = true;
      cr_assert_eq(number_of(block, "anchor"),
                   g_utf8_pointer_to_offset(ng_article_text(a, NULL), ng_article_text(a, NULL) + expected[i].anchor));
    }
  }
  cr_assert(any_note);
  json_decref(json);
}

Test(export_json, entities_and_their_mentions)
{
  g_autoptr(NgArticle) a = full();
  json_t *json = read_back(a), *entities = json_object_get(json, "entities");
  uint32_t n, n_mentions, n_of;
  const NgEntity *expected = ng_article_entities(a, &n);
  const NgMention *mentions = ng_article_mentions(a, &n_mentions);
  cr_assert_eq(json_array_size(entities), n);
  for (uint32_t i = 0; i < n; i++) {
    const json_t *e = json_array_get(entities, i);
    assert_same_or_null(e, "id", expected[i].id);
    assert_same_or_null(e, "kind", ng_entity_kind_word(expected[i].kind));
    assert_same_or_null(e, "name", expected[i].name);
    assert_same_or_null(e, "role", expected[i].role);
    assert_same_or_null(e, "country", expected[i].country);
    assert_strings(json_object_get(e, "aliases"), expected[i].aliases);
    assert_strings(json_object_get(e, "refs"), expected[i].refs);
    cr_assert_eq(json_is_null(json_object_get(e, "lat")), isnan(expected[i].lat_deg));
    cr_assert(isnan(expected[i].lat_deg) || json_number_value(json_object_get(e, "lat")) == expected[i].lat_deg);
    cr_assert(isnan(expected[i].lon_deg) || json_number_value(json_object_get(e, "lon")) == expected[i].lon_deg);
    const json_t *list = json_object_get(e, "mentions");
    const uint32_t *of = ng_article_mentions_of(a, i, &n_of);
    cr_assert_eq(json_array_size(list), n_of);
    for (uint32_t k = 0; k < n_of; k++) {
      const NgMention *m = &mentions[of[k]];
      g_autofree char *found = cut(json, json_array_get(list, k)), *text = slice(a, m->start, m->end);
      cr_assert_str_eq(found, text);
      assert_same_or_null(json_array_get(list, k), "origin", ng_origin_word(m->origin));
    }
  }
  json_decref(json);
}

Test(export_json, relations_then_co_mentions)
{
  g_autoptr(NgArticle) a = full();
  g_autoptr(NgCoMentions) together = ng_co_mentions_all(a);
  json_t *json = read_back(a), *relations = json_object_get(json, "relations");
  cr_assert_eq(json_array_size(relations), 2 + together->pairs->len);
  const json_t *met = json_array_get(relations, 0), *ally = json_array_get(relations, 1),
               *named = json_array_get(relations, 2);
  assert_same_or_null(met, "subject", "qin");
  assert_same_or_null(met, "object", "bj");
  assert_same_or_null(met, "label", "met with");
  assert_same_or_null(met, "kind", "meet");
  assert_same_or_null(met, "status", NULL);
  assert_same_or_null(ally, "status", "planned");
  assert_same_or_null(met, "origin", "markup");
  cr_assert(json_is_true(json_object_get(met, "directed")));
  g_autofree char *evidence = cut(json, json_array_get(json_object_get(met, "evidence"), 0));
  cr_assert_str_eq(evidence, "\U0001F600é Qin met Bürns \U0001F600 in 北京.");
  cr_assert(json_is_false(json_object_get(ally, "directed")));
  cr_assert_eq(json_array_size(json_object_get(ally, "evidence")), 0);
  assert_same_or_null(named, "origin", "co-mention");
  assert_same_or_null(named, "label", "named with");
  assert_same_or_null(named, "kind", "co-mention");
  cr_assert(json_is_false(json_object_get(named, "directed")));
  for (guint i = 0; i < together->pairs->len; i++)
    cr_assert_eq(json_array_size(json_object_get(json_array_get(relations, 2 + i), "evidence")),
                 g_array_index(together->pairs, NgCoMention, i).count);
  const json_t *problem =
      json_array_get(json_object_get(json, "diagnostics"), json_array_size(json_object_get(json, "diagnostics")) - 1);
  assert_same_or_null(problem, "message", "a \"problem\"");
  cr_assert(number_of(problem, "line") == 7 && number_of(problem, "column") == 9);
  json_decref(json);
}

/* Only of what an annotator found is told how sure it is. */
Test(export_json, how_sure_the_annotator_is)
{
  NgBuilder *b = ng_builder_new("a.txt", NG_FORMAT_TEXT);
  ng_builder_text(b, "Ann met Bob.", 12);
  ng_builder_text_so_far(b);
  uint32_t ann = ng_builder_found(b, NG_ENTITY_PERSON, "Ann"), bob = ng_builder_found(b, NG_ENTITY_PERSON, "Bob");
  ng_builder_found_mention(b, ann, NG_ENTITY_PERSON, 0, 3, 85, "a name");
  ng_builder_found_mention(b, bob, NG_ENTITY_PERSON, 8, 11, 0, NULL);
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  json_t *json = read_back(a), *entities = json_object_get(json, "entities");
  const json_t *of_ann = json_array_get(json_object_get(json_array_get(entities, 0), "mentions"), 0);
  const json_t *of_bob = json_array_get(json_object_get(json_array_get(entities, 1), "mentions"), 0);
  cr_expect_float_eq(json_number_value(json_object_get(of_ann, "confidence")), 0.85, 1e-9);
  assert_same_or_null(of_ann, "rule", "a name");
  cr_expect_null(json_object_get(of_bob, "confidence"));
  cr_expect_null(json_object_get(of_bob, "rule"));
  json_decref(json);
}

Test(export_json, an_empty_article_has_every_field)
{
  g_autoptr(NgArticle) a = ng_composed("");
  json_t *json = read_back(a);
  static const char *const arrays[] = {"blocks", "entities", "relations", "diagnostics"};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    cr_assert(json_is_array(json_object_get(json, arrays[i])) &&
              json_array_size(json_object_get(json, arrays[i])) == 0);
  cr_assert_str_eq(string_of(json, "text"), "");
  json_decref(json);
}

/* The source is the only string that no gate has cleaned. */
Test(export_json, a_hostile_source_is_escaped)
{
  NgBuilder *b =
      ng_builder_new("\033]0;x\a\t\n\x7f \xC2\x9B\u202E\u2066\u2028 \xFF\xC3 é \U0001F600 \xE2\x80", NG_FORMAT_NITF);
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  g_autofree char *line = ng_printed_json(a);
  for (const char *p = line; p[1]; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    cr_assert(c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !(c >= 0x2028 && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069),
              "U+%04X is raw", c);
  }
  json_t *json = read_back(a);
  cr_assert_str_eq(string_of(json, "source"),
                   "\033]0;x\a\t\n\x7f \xC2\x9B\u202E\u2066\u2028 \uFFFD\uFFFD é \U0001F600 \uFFFD\uFFFD");
  cr_assert_str_eq(string_of(json, "format"), "nitf");
  json_decref(json);
}

Test(export_json, every_ascii_character_survives_in_any_place)
{
  for (int shift = 0; shift < 9; shift++) {
    GString *source = g_string_new(NULL);
    for (int i = 0; i < shift; i++)
      g_string_append_c(source, 'x');
    for (char c = 1; c < 127; c++)
      g_string_append_c(source, c);
    g_string_append(source, "\x7f\u00A0é\xC2\x80\u2029”\u2065");
    g_autoptr(NgArticle) a = ng_builder_finish(ng_builder_new(source->str, NG_FORMAT_TEI));
    json_t *json = read_back(a);
    cr_assert_str_eq(string_of(json, "source"), source->str);
    json_decref(json);
    g_string_free(source, TRUE);
  }
}

Test(export_json, positions_hold_across_the_strides_of_long_text)
{
  NgBuilder *b = ng_builder_new("long.xml", NG_FORMAT_TEI);
  GRand *rand = g_rand_new_with_seed(256);
  static const char *const units[] = {"a", "é", "北", "\U0001F600", " "};
  for (int i = 0; i < 3000; i++) {
    if (i % 10 == 0)
      ng_builder_open(b);
    const char *unit = units[g_rand_int_range(rand, 0, G_N_ELEMENTS(units))];
    ng_builder_text(b, unit, strlen(unit));
    if (i % 10 == 7)
      ng_builder_close_mention(b, NG_ENTITY_PERSON, (const char *const[]){"#x", NULL}, 1, 1);
    if (i % 10 == 8 && i % 100 == 8)
      ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
  }
  g_rand_free(rand);
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  json_t *json = read_back(a),
         *list = json_object_get(json_array_get(json_object_get(json, "entities"), 0), "mentions");
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(a, &n);
  cr_assert_eq(json_array_size(list), n);
  for (uint32_t i = 0; i < n; i++) {
    g_autofree char *found = cut(json, json_array_get(list, i)), *text = slice(a, mentions[i].start, mentions[i].end);
    cr_assert_str_eq(found, text);
  }
  json_decref(json);
}
