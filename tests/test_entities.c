/* Who is who: records, pointers, names that join, ids, ranks, and that very many of them cost no more than each. */
#include "tests/compose.h"
#include "tests/invariants.h"
#include "tests/rows.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static NgBuilder *start(void)
{
  return ng_builder_new("a.xml", NG_FORMAT_TEI);
}

static NgArticle *finish(NgBuilder *b)
{
  NgArticle *a = ng_builder_finish(b);
  g_autofree char *broken = ng_invariants_broken(a);
  cr_assert_null(broken, "%s", broken);
  return a;
}

static const NgEntity *entity(const NgArticle *a, const char *id)
{
  uint32_t n, i = ng_article_entity_by_id(a, id);
  cr_assert_neq(i, NG_NONE, "no entity %s", id);
  return &ng_article_entities(a, &n)[i];
}

/* Entities as "kind id=name/alias/alias:mentions" */
static char *cast(const NgArticle *a)
{
  uint32_t n;
  const NgEntity *entities = ng_article_entities(a, &n);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++) {
    g_string_append_printf(out, "%s%c %s=%s", i ? "|" : "", ng_entity_kind_word(entities[i].kind)[1], entities[i].id,
                           entities[i].name);
    for (const char *const *alias = entities[i].aliases; *alias; alias++)
      g_string_append_printf(out, "/%s", *alias);
    g_string_append_printf(out, ":%u", entities[i].n_mentions);
  }
  return g_string_free(out, FALSE);
}

static void assert_cast(const NgArticle *a, const char *expected)
{
  g_autofree char *found = cast(a);
  cr_assert_str_eq(found, expected, "\nexpected %s\nfound    %s", expected, found);
}

static uint32_t record(NgBuilder *b, NgEntityKind kind, const char *id, const char *name)
{
  uint32_t r = ng_builder_record(b, kind, id, 1, 1);
  if (name)
    ng_builder_record_name(b, r, name);
  return r;
}

/* ---- records ---- */

Test(entities, a_record_tells_all_of_an_entity)
{
  NgBuilder *b = start();
  uint32_t r = ng_builder_record(b, NG_ENTITY_PLACE, "bj", 12, 5);
  ng_builder_record_name(b, r, " Bei\njing ");
  ng_builder_record_name(b, r, "Peking");
  ng_builder_record_name(b, r, "Beijing");
  ng_builder_record_name(b, r, "Peking");
  ng_builder_record_name(b, r, "  ");
  ng_builder_record_role(b, r, " ");
  ng_builder_record_role(b, r, "capital of China");
  ng_builder_record_role(b, r, "another role");
  ng_builder_record_short_role(b, r, "capital");
  ng_builder_record_country(b, r, "China\033");
  ng_builder_record_ref(b, r, "https://www.wikidata.org/wiki/Q956");
  ng_builder_record_ref(b, r, "https://www.wikidata.org/wiki/Q956");
  ng_builder_record_ref(b, r, "https://example.org");
  ng_builder_record_position(b, r, 39.9042, 116.4074);
  ng_builder_record_position(b, r, 1, 1);
  g_autoptr(NgArticle) a = finish(b);
  const NgEntity *e = entity(a, "bj");
  cr_assert_str_eq(e->name, "Bei jing");
  cr_assert_str_eq(e->aliases[0], "Peking");
  cr_assert_str_eq(e->aliases[1], "Beijing");
  cr_assert_null(e->aliases[2]);
  cr_assert_str_eq(e->role, "capital of China");
  cr_assert_str_eq(e->short_role, "capital");
  cr_assert_str_eq(e->country, "China␛");
  cr_assert_str_eq(e->refs[1], "https://example.org");
  cr_assert_null(e->refs[2]);
  cr_assert(e->lat_deg == 39.9042 && e->lon_deg == 116.4074);
  cr_assert(e->has_record && e->line == 12 && e->column == 5 && e->n_mentions == 0);
}

typedef struct {
  double lat, lon;
  bool taken;
} Position;

TableTestRows(entities, positions)
{
  static Position cases[] = {
      {0, 0, true},          {-90, 180, true},        {90, -180, true},        {90.001, 0, false},
      {0, 180.001, false},   {(double)NAN, 0, false}, {0, (double)NAN, false}, {(double)INFINITY, 0, false},
      {1e300, 1e300, false},
  };
  return cr_make_param_array(Position, cases, G_N_ELEMENTS(cases));
}

TableTest(Position *c, entities, positions)
{
  NgBuilder *b = start();
  uint32_t r = record(b, NG_ENTITY_PLACE, "x", "X");
  ng_builder_record_position(b, r, c->lat, c->lon);
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  ng_article_diagnostics(a, &n, NULL);
  cr_assert_eq(isfinite(entity(a, "x")->lat_deg), c->taken);
  cr_assert_eq(n, c->taken ? 0 : 1);
}

Test(entities, a_record_listed_twice_is_reported_and_the_first_stays)
{
  NgBuilder *b = start();
  record(b, NG_ENTITY_PERSON, "qin", "Qin Gang");
  uint32_t again = record(b, NG_ENTITY_PLACE, "#qin", "Other");
  cr_assert_eq(again, NG_NONE);
  ng_builder_record_role(b, again, "role");
  ng_builder_record_key(b, again, "key");
  ng_builder_record_position(b, again, 1, 1);
  g_autoptr(NgArticle) a = finish(b);
  assert_cast(a, "e qin=Qin Gang:0");
  uint32_t n;
  const NgDiagnostic *d = ng_article_diagnostics(a, &n, NULL);
  cr_assert_eq(n, 1);
  cr_assert_str_eq(d->message, "record listed twice: qin; the first was kept");
}

Test(entities, records_without_id_or_name_get_one)
{
  NgBuilder *b = start();
  record(b, NG_ENTITY_PERSON, NULL, "Ann Author");
  record(b, NG_ENTITY_PERSON, "", "Ann Author");
  record(b, NG_ENTITY_PERSON, " ", "Ann\u3000Author");
  record(b, NG_ENTITY_PERSON, "#", "\u00A0");
  record(b, NG_ENTITY_PERSON, "id", NULL);
  record(b, NG_ENTITY_PERSON, NULL, NULL);
  g_autoptr(NgArticle) a = finish(b);
  assert_cast(a, "e ann-author=Ann Author:0|e ann-author-2=Ann Author:0|e ann-author-3=Ann Author:0|"
                 "e unnamed=\u00A0:0|e id=id:0|e ?=?:0");
}

Test(entities, a_name_in_another_form_is_the_same_name)
{
  NgBuilder *b = start();
  uint32_t r = record(b, NG_ENTITY_PERSON, "jose", "Jose\u0301");
  ng_builder_record_name(b, r, "José");
  ng_compose(b, "{p#jose:José} and {p#jose:Jose\u0301}");
  g_autoptr(NgArticle) a = finish(b);
  assert_cast(a, "e jose=José:2");
}

/* ---- pointers ---- */

typedef struct {
  char pointer[40], id[40];
} Pointer;

TableTestRows(entities, pointers)
{
  static Pointer cases[] = {
      {"#qin", "qin"},
      {"qin", "qin"},
      {"psn:qin", "qin"},
      {"https://example.org/people#qin", "qin"},
      {"people.xml#qin", "qin"},
      {"https://www.wikidata.org/wiki/Q1", "qin"}, /* a further key */
      {"https://example.org/qin", "https://example.org/qin"},
      {"#other", "other"},
      {"psn:other", "psn:other"},
      {"qin:", "qin:"},
      {"x#", "x#"},
      {"#qin\033", "qin␛"},
  };
  return cr_make_param_array(Pointer, cases, G_N_ELEMENTS(cases));
}

TableTest(Pointer *c, entities, pointers)
{
  for (int before = 0; before < 2; before++) { /* records may come before or after */
    NgBuilder *b = start();
    for (int step = 0; step < 2; step++) {
      if (step == before) {
        uint32_t r = record(b, NG_ENTITY_PERSON, "qin", "Qin Gang");
        ng_builder_record_key(b, r, "https://www.wikidata.org/wiki/Q1");
        continue;
      }
      ng_builder_open(b);
      ng_builder_text(b, "him", 3);
      ng_builder_close_mention(b, NG_ENTITY_PERSON, (const char *const[]){c->pointer, NULL}, 1, 1);
    }
    g_autoptr(NgArticle) a = finish(b);
    cr_assert_eq(entity(a, c->id)->n_mentions, 1);
    cr_assert_eq(entity(a, "qin")->n_mentions, strcmp(c->id, "qin") == 0 ? 1 : 0);
  }
}

Test(entities, a_pointer_that_leads_nowhere_makes_an_entity_named_by_its_first_mention)
{
  NgBuilder *b = start();
  ng_compose(b, "A {p#p_X:secret source}, a {p#p_X:man}, {phttp://e.org/y:Y}.");
  g_autoptr(NgArticle) a = finish(b);
  assert_cast(a, "e p_X=secret source/man:2|e http://e.org/y=Y:1");
  cr_assert_not(entity(a, "p_X")->has_record);
  uint32_t n;
  const NgDiagnostic *d = ng_article_diagnostics(a, &n, NULL);
  cr_assert_eq(n, 1, "a pointer out of the document is no problem");
  cr_assert_str_eq(d->message, "pointer #p_X leads nowhere");
}

/* ---- names ---- */

typedef struct {
  char notation[160], cast[200];
} Names;

TableTestRows(entities, names)
{
  static Names cases[] = {
      {"{p#a:Qin Gang} {p#a:Qin} {p#a:Qin Gang}", "e a=Qin Gang/Qin:3"},
      {"{p:Qin} {p#a:Qin Gang} {p#a:Qin}", "e a=Qin Gang/Qin:3"},                /* by a surface form seen later */
      {"{p#a:Li} {p#b:Li} {p:Li}", "e a=Li:1|e b=Li:1|e li=Li:1"},               /* ambiguous: neither */
      {"{p#a:José} {p#b:Ana} {p#b:JOSÉ} {p:José}", "e a=José:2|e b=Ana/JOSÉ:2"}, /* a name outweighs an alias */
      {"{p#a:Xi Jinping} {p#b:Mao} {p#b:Xi} {p#c:Deng} {p#c:Xi} {p:Xi}",
       "e a=Xi Jinping:1|e b=Mao/Xi:2|e c=Deng/Xi:2|e xi=Xi:1"},
      {"{p:Paris} {l:Paris} {p:Paris}", "e paris=Paris:2|l paris-2=Paris:1"},
      {"{p#paris:P} {l:Paris}", "e paris=P:1|l paris-2=Paris:1"},
      {"{p:O’Neill} {p:O'Neill}", "e o'neill=O’Neill:2"},
      {"{l#cn:China} {p#cn:Chinese}", "l cn=China/Chinese:2"},
  };
  return cr_make_param_array(Names, cases, G_N_ELEMENTS(cases));
}

TableTest(Names *c, entities, names)
{
  NgBuilder *b = start();
  ng_compose(b, c->notation);
  g_autoptr(NgArticle) a = finish(b);
  assert_cast(a, c->cast);
}

Test(entities, origins_tell_how_a_mention_was_joined)
{
  g_autoptr(NgArticle) a = ng_composed("{p#a:Qin Gang} {p:Qin Gang} {p:Burns} {p:Burns}");
  uint32_t n;
  const NgMention *m = ng_article_mentions(a, &n);
  cr_assert_eq(n, 4);
  cr_assert_eq(m[0].origin, NG_ORIGIN_MARKUP);
  cr_assert_eq(m[1].origin, NG_ORIGIN_NAME);
  cr_assert_eq(m[2].origin, NG_ORIGIN_MARKUP);
  cr_assert_eq(m[3].origin, NG_ORIGIN_MARKUP);
}

/* ---- ranks ---- */

Test(entities, ranked_by_mentions_then_by_the_first_of_them)
{
  NgBuilder *b = start();
  record(b, NG_ENTITY_PERSON, "never", "Never");
  record(b, NG_ENTITY_PERSON, "also", "Also never");
  record(b, NG_ENTITY_PERSON, "late", "Late");
  ng_compose(b, "{p#early:E} {l#x:X} {p#late:L} {p#often:O} {p#often:O} {l#y:Y}");
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n, n_entities;
  const NgEntity *entities = ng_article_entities(a, &n_entities);
  static const char *const people[] = {"often", "early", "late", "never", "also"};
  const uint32_t *ranked = ng_article_ranked(a, NG_ENTITY_PERSON, &n);
  cr_assert_eq(n, G_N_ELEMENTS(people));
  for (uint32_t i = 0; i < n; i++)
    cr_assert_str_eq(entities[ranked[i]].id, people[i]);
  ng_article_ranked(a, NG_ENTITY_PLACE, &n);
  cr_assert_eq(n, 2);
  ng_article_ranked(a, NG_ENTITY_EVENT, &n);
  cr_assert_eq(n, 0);
}

/* ---- very many, very long ---- */

#define MANY    100000
#define LIMIT_S 4

typedef enum {
  OWN_NAMES,
  ONE_NAME,
  POINTERS,
  UNNAMED_RECORDS,
  ALIASES,
  SURFACES,
  REFERENCES,
  KEYS,
  KEYWORDS,
  N_CROWDS
} Crowd;

static void add_one(NgBuilder *b, Crowd crowd, int i, uint32_t first)
{
  char name[32], pointer[32];
  const char *const pointers[] = {pointer, NULL};
  g_snprintf(name, sizeof name, "Name %d", i);
  g_snprintf(pointer, sizeof pointer, "#p%d", crowd == SURFACES ? 0 : i);
  switch (crowd) {
  case UNNAMED_RECORDS:
    ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, NULL, 1, 1), "John Smith");
    return;
  case ALIASES:
    ng_builder_record_name(b, first, name);
    return;
  case REFERENCES:
    ng_builder_record_ref(b, first, name);
    return;
  case KEYWORDS:
    ng_builder_keyword(b, name);
    return;
  case KEYS:
    ng_builder_record_key(b, first, name);
    return;
  default:
    ng_builder_open(b);
    ng_builder_text(b, crowd == ONE_NAME ? "Same" : name, strlen(crowd == ONE_NAME ? "Same" : name));
    ng_builder_close_mention(b, NG_ENTITY_PERSON, crowd == POINTERS || crowd == SURFACES ? pointers : NULL, 1, 1);
    ng_builder_space(b);
  }
}

TableTestRows(entities, crowds)
{
  static int crowds[N_CROWDS];
  for (int i = 0; i < N_CROWDS; i++)
    crowds[i] = i;
  return cr_make_param_array(int, crowds, N_CROWDS);
}

TableTest(int *crowd, entities, crowds)
{
  double begin = ng_spent_s();
  NgBuilder *b = start();
  uint32_t first = ng_builder_record(b, NG_ENTITY_PERSON, "first", 1, 1);
  for (int i = 0; i < MANY; i++)
    add_one(b, (Crowd)*crowd, i, first);
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  cr_assert(ng_spent_within(begin, LIMIT_S), "crowd %d", *crowd);
  g_autofree char *broken = ng_invariants_broken(a);
  cr_assert_null(broken, "%s", broken);
}

Test(entities, names_of_ten_thousand_characters)
{
  g_autoptr(GString) name = g_string_new(NULL), notation = g_string_new(NULL);
  for (int i = 0; i < 5000; i++)
    g_string_append(name, i % 7 ? "é" : " x");
  g_string_printf(notation, "{p:%s} met {p#a:%s} in {l:%s}.", name->str, name->str, name->str);
  NgBuilder *b = start();
  record(b, NG_ENTITY_PERSON, name->str, name->str);
  ng_compose(b, notation->str);
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  ng_article_mentions(a, &n);
  cr_assert_eq(n, 3);
}
