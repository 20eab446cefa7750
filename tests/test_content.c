/* The bundled articles: they load without a complaint, hold what they should, and share their people. */
#include "export/export.h"
#include "load/load.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

typedef struct {
  const char *file, *title, *date, *dateline;
  const char *leading[2]; /* the people named most */
  uint32_t n_people, n_places, n_organisations, n_mentions, n_relations;
} Bundled;

static const Bundled bundled[] = {
    {"2022-11-14-bali", "Three hours in Bali", "2022-11-14", "Bali", {"Xi Jinping", "Joe Biden"}, 4, 11, 6, 41, 11},
    {"2023-02-04-balloon",
     "The balloon comes down",
     "2023-02-04",
     "Washington",
     {"Joe Biden", "Antony Blinken"},
     6,
     13,
     1,
     37,
     11},
    {"2023-03-10-saudi-iran",
     "Riyadh and Tehran make up in Beijing",
     "2023-03-10",
     "Beijing",
     {"Wang Yi", "Ali Shamkhani"},
     6,
     11,
     2,
     42,
     20},
    {"2023-04-06-macron",
     "Macron takes Europe’s hopes to Beijing",
     "2023-04-06",
     "Beijing",
     {"Emmanuel Macron", "Xi Jinping"},
     7,
     13,
     2,
     47,
     21},
    {"2023-04-26-zelensky",
     "Xi telephones Zelensky",
     "2023-04-26",
     "Beijing",
     {"Xi Jinping", "Volodymyr Zelensky"},
     5,
     9,
     2,
     39,
     12},
    {"2023-05-08-talk-again",
     "China and the United States talk again",
     "2023-05-08",
     "Beijing",
     {"Qin Gang", "Nicholas Burns"},
     12,
     16,
     4,
     83,
     28},
};

static char *source_path(const char *folder, const char *name, const char *ending)
{
  g_autofree char *file = g_strconcat(name, ending, NULL);
  return g_build_filename(g_getenv("NG_TEST_SRCDIR"), folder, file, NULL);
}

static NgArticle *load_bundled(const char *name)
{
  g_autofree char *path = source_path("content/articles", name, ".xml");
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_load(path, &error);
  cr_assert(article, "%s", error ? error->message : "no article");
  return article;
}

static const NgEntity *entity_called(const NgArticle *article, const char *id)
{
  uint32_t n, index = ng_article_entity_by_id(article, id);
  return index == NG_NONE ? NULL : &ng_article_entities(article, &n)[index];
}

/* ---- each article ---- */

TableTestRows(content, holds_what_it_should)
{
  return rows(G_N_ELEMENTS(bundled));
}

static void check_head(const NgArticle *article, const Bundled *it)
{
  const NgHead *head = ng_article_head(article);
  cr_expect_str_eq(head->title, it->title);
  cr_expect_str_eq(head->date, it->date);
  cr_expect_str_eq(head->language, "en");
  cr_expect_str_eq(head->publisher, "nutgraf");
  cr_expect_null(head->byline);
  cr_assert_not_null(head->licence, "%s: no licence", it->file);
  cr_expect(strstr(head->licence, "publicdomain/zero"), "%s", head->licence);
  cr_assert_not_null(head->dateline, "%s: no dateline", it->file);
  cr_expect_str_eq(head->dateline, it->dateline);
}

static void check_entity(const NgEntity *it)
{
  cr_expect(it->has_record, "%s has no record", it->id);
  cr_expect_gt(it->n_mentions, 0, "%s is never mentioned", it->id);
  if (it->kind == NG_ENTITY_PERSON)
    cr_expect(it->role && it->short_role, "%s has no role", it->id);
  else
    cr_expect_null(it->role, "%s", it->id);
  cr_expect(isnan(it->lat_deg) || it->kind == NG_ENTITY_PLACE, "%s", it->id);
  for (uint32_t i = 0; it->refs[i]; i++)
    cr_expect(g_str_has_prefix(it->refs[i], "https://www.wikidata.org/wiki/Q"), "%s", it->refs[i]);
}

static void check_relations(const NgArticle *article)
{
  uint32_t n;
  const NgRelation *relations = ng_article_relations(article, &n);
  for (uint32_t i = 0; i < n; i++) {
    cr_expect_neq(relations[i].subject, relations[i].object, "relation %u", i);
    cr_expect_gt(relations[i].n_evidence, 0, "relation %u (%s) has no evidence", i, relations[i].label);
  }
  ng_article_attributes(article, &n);
  cr_expect_eq(n, 0, "a relation with one end");
}

TableTest(size_t *row, content, holds_what_it_should)
{
  const Bundled *it = &bundled[*row];
  g_autoptr(NgArticle) article = load_bundled(it->file);
  uint32_t n, total;
  const NgDiagnostic *problems = ng_article_diagnostics(article, &n, &total);
  cr_expect_eq(total, 0, "%s:%u: %s", it->file, n ? problems[0].line : 0, n ? problems[0].message : "");
  check_head(article, it);
  const NgEntity *entities = ng_article_entities(article, &n);
  for (uint32_t i = 0; i < n; i++)
    check_entity(&entities[i]);
  const uint32_t *people = ng_article_ranked(article, NG_ENTITY_PERSON, &n);
  cr_assert_eq(n, it->n_people, "%u people", n);
  cr_expect_str_eq(entities[people[0]].name, it->leading[0]);
  cr_expect_str_eq(entities[people[1]].name, it->leading[1]);
  ng_article_ranked(article, NG_ENTITY_PLACE, &n);
  cr_expect_eq(n, it->n_places, "%u places", n);
  ng_article_ranked(article, NG_ENTITY_ORGANISATION, &n);
  cr_expect_eq(n, it->n_organisations, "%u organisations", n);
  ng_article_mentions(article, &n);
  cr_expect_eq(n, it->n_mentions, "%u mentions", n);
  ng_article_relations(article, &n);
  cr_expect_eq(n, it->n_relations, "%u relations", n);
  check_relations(article);
}

Test(content, no_article_is_left_out)
{
  g_autofree char *folder = source_path("content", "articles", "");
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  cr_assert(dir, "%s", folder);
  gsize n = 0;
  while (g_dir_read_name(dir))
    n++;
  cr_expect_eq(n, G_N_ELEMENTS(bundled));
}

/* ---- from story to story ---- */

Test(content, one_id_is_one_and_the_same_everywhere)
{
  NgArticle *articles[G_N_ELEMENTS(bundled)];
  for (gsize i = 0; i < G_N_ELEMENTS(bundled); i++)
    articles[i] = load_bundled(bundled[i].file);
  for (gsize i = 0; i < G_N_ELEMENTS(bundled); i++) {
    uint32_t n;
    const NgEntity *entities = ng_article_entities(articles[i], &n);
    for (uint32_t k = 0; k < n; k++)
      for (gsize other = 0; other < i; other++) {
        const NgEntity *known = entity_called(articles[other], entities[k].id);
        if (!known)
          continue;
        cr_expect_str_eq(known->name, entities[k].name);
        cr_expect_eq(known->kind, entities[k].kind, "%s", known->id);
        cr_expect_str_eq(known->role ? known->role : "", entities[k].role ? entities[k].role : "");
        cr_expect_str_eq(known->short_role ? known->short_role : "",
                         entities[k].short_role ? entities[k].short_role : "");
        cr_expect_str_eq(known->country ? known->country : "", entities[k].country ? entities[k].country : "");
        cr_expect(known->lat_deg == entities[k].lat_deg || isnan(known->lat_deg), "%s", known->id);
      }
  }
  for (gsize i = 0; i < G_N_ELEMENTS(bundled); i++)
    ng_article_free(articles[i]);
}

typedef struct {
  const char *id;
  uint32_t n_mentions[G_N_ELEMENTS(bundled)];
} Followed;

static const Followed followed[] = {
    {"xi", {6, 1, 2, 5, 6, 2}},           {"biden", {6, 5, 0, 0, 0, 2}},   {"blinken", {1, 3, 0, 0, 0, 2}},
    {"qin", {0, 0, 0, 2, 0, 9}},          {"macron", {0, 0, 0, 7, 1, 1}},  {"zelensky", {0, 0, 0, 1, 6, 1}},
    {"wang", {0, 1, 3, 0, 0, 0}},         {"beijing", {0, 3, 5, 3, 3, 6}}, {"taiwan", {3, 0, 0, 0, 0, 3}},
    {"saudi-arabia", {0, 0, 5, 1, 0, 1}},
};

TableTestRows(content, people_are_followed_from_story_to_story)
{
  return rows(G_N_ELEMENTS(followed));
}

TableTest(size_t *row, content, people_are_followed_from_story_to_story)
{
  const Followed *it = &followed[*row];
  for (gsize i = 0; i < G_N_ELEMENTS(bundled); i++) {
    g_autoptr(NgArticle) article = load_bundled(bundled[i].file);
    const NgEntity *entity = entity_called(article, it->id);
    cr_expect_eq(entity ? entity->n_mentions : 0, it->n_mentions[i], "%s in %s", it->id, bundled[i].file);
  }
}

/* ---- the first story, told in lines ---- */

static char *linear_of(const NgArticle *article)
{
  char *text = NULL;
  size_t bytes;
  FILE *out = open_memstream(&text, &bytes);
  ng_export_linear(article, 80, out);
  fclose(out);
  return text;
}

Test(content, the_linear_twin_is_the_expected_one)
{
  g_autoptr(NgArticle) article = load_bundled("2023-05-08-talk-again");
  g_autofree char *path = source_path("tests/data", "linear-80", ".txt");
  g_autofree char *expected = NULL;
  char *got = linear_of(article);
  cr_assert(g_file_get_contents(path, &expected, NULL, NULL), "%s", path);
  g_auto(GStrv) want = g_strsplit(expected, "\n", -1);
  g_auto(GStrv) have = g_strsplit(got, "\n", -1);
  for (guint i = 0; want[i] || have[i]; i++) {
    cr_assert(want[i] && have[i], "line %u: one text is longer", i + 1);
    cr_assert_str_eq(have[i], want[i], "line %u", i + 1);
  }
  free(got);
}

/* The sentences that say `label` of the two, as "first words|first words". */
static char *evidence_of(const NgArticle *article, const char *subject, const char *label, const char *object)
{
  uint32_t n;
  const char *text = ng_article_text(article, NULL);
  const NgRelation *relations = ng_article_relations(article, &n);
  GString *found = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++) {
    const NgRelation *it = &relations[i];
    if (it->subject != ng_article_entity_by_id(article, subject) || strcmp(it->label, label) != 0 ||
        it->object != ng_article_entity_by_id(article, object))
      continue;
    const NgRange *evidence = ng_article_evidence(article, it->first_evidence);
    for (uint32_t k = 0; k < it->n_evidence; k++)
      g_string_append_printf(found, "%s%.12s", found->len ? "|" : "", text + evidence[k].start);
  }
  return g_string_free(found, FALSE);
}

typedef struct {
  const char *subject, *label, *object, *evidence;
} Said;

static const Said said[] = {
    {"qin", "met with", "burns", "China’s fo|Facing Burns|He and Qin, |With the con"},
    {"qin", "told", "burns", "Going by the"},
    {"qin", "accuses", "united-states", "Facing Burns|Xi Jinping a|He charged t"},
    {"qin", "appeals to", "biden", "Qin expresse"},
    {"qin", "will visit", "norway", "On Monday ca"},
    {"pentagon", "accuses", "china", "The Pentagon"},
    {"xi", "reconciled", "iran", "He helped to"},
};

TableTestRows(content, sentences_that_say_it)
{
  return rows(G_N_ELEMENTS(said));
}

TableTest(size_t *row, content, sentences_that_say_it)
{
  const Said *it = &said[*row];
  g_autoptr(NgArticle) article = load_bundled("2023-05-08-talk-again");
  g_autofree char *evidence = evidence_of(article, it->subject, it->label, it->object);
  cr_expect_str_eq(evidence, it->evidence);
}

/* ---- who did what to whom, done, planned or called off ---- */

typedef struct {
  const char *file, *subject, *kind, *object, *status; /* NULL: done */
} Deed;

static const Deed deeds[] = {
    {"2023-05-08-talk-again", "qin", "meet", "burns", NULL},
    {"2023-05-08-talk-again", "qin", "tell", "burns", NULL},
    {"2023-05-08-talk-again", "pentagon", "accuse", "china", NULL},
    {"2023-05-08-talk-again", "xi", "host", "macron", NULL},
    {"2023-05-08-talk-again", "xi", "telephone", "zelensky", NULL},
    {"2023-05-08-talk-again", "tsai", "visit", "united-states", NULL},
    {"2023-05-08-talk-again", "qin", "visit", "germany", "planned"},
    {"2023-05-08-talk-again", "blinken", "warn", "china", NULL},
    {"2023-05-08-talk-again", "beijing", "accuse", "united-states", NULL},
    {"2023-05-08-talk-again", "blinken", "visit", "beijing", "possible"},
    {"2023-05-08-talk-again", "blinken", "visit", "beijing", "cancelled"},
    {"2023-02-04-balloon", "blinken", "visit", "beijing", "cancelled"},
    {"2023-04-06-macron", "macron", "invite", "leyen", NULL},
};

TableTestRows(content, deeds_are_marked)
{
  return rows(G_N_ELEMENTS(deeds));
}

TableTest(size_t *row, content, deeds_are_marked)
{
  const Deed *it = &deeds[*row];
  g_autoptr(NgArticle) article = load_bundled(it->file);
  uint32_t n, found = 0;
  const NgRelation *relations = ng_article_relations(article, &n);
  for (uint32_t i = 0; i < n; i++)
    found += relations[i].origin == NG_ORIGIN_MARKUP && g_strcmp0(relations[i].kind, it->kind) == 0 &&
             relations[i].subject == ng_article_entity_by_id(article, it->subject) &&
             relations[i].object == ng_article_entity_by_id(article, it->object) &&
             g_strcmp0(relations[i].status, it->status) == 0;
  cr_expect_eq(found, 1, "%s: %s %s %s: %u", it->file, it->subject, it->kind, it->object, found);
}

/* Only what has no one point on the map lies nowhere. */
Test(content, places_have_coordinates)
{
  static const char *const wide[] = {"europe", "north-america", "latin-america", "middle-east", "atlantic", NULL};
  for (gsize i = 0; i < G_N_ELEMENTS(bundled); i++) {
    g_autoptr(NgArticle) article = load_bundled(bundled[i].file);
    uint32_t n, n_authorities = 0;
    const NgEntity *entities = ng_article_entities(article, &n);
    for (uint32_t k = 0; k < n; k++) {
      if (entities[k].kind == NG_ENTITY_PLACE)
        cr_expect_eq(isnan(entities[k].lat_deg), g_strv_contains(wide, entities[k].id), "%s in %s", entities[k].id,
                     bundled[i].file);
      n_authorities += entities[k].refs[0] != NULL;
    }
    cr_expect_gt(n_authorities, n / 2, "%s: %u of %u", bundled[i].file, n_authorities, n);
  }
}

/* ---- in our own words, and not those of the report that the story retells ---- */

#define RUN_WORDS 8 /* "the speaker of the House of Representatives" is a name of seven */

/* Words of ASCII letters and digits in small letters, with a blank before and after each. */
static char *words_of(const char *text)
{
  g_autoptr(GString) words = g_string_new(" ");
  for (const char *p = text; *p; p++) {
    if (g_ascii_isalnum(*p))
      g_string_append_c(words, g_ascii_tolower(*p));
    else if (words->str[words->len - 1] != ' ')
      g_string_append_c(words, ' ');
  }
  g_string_append_c(words, ' ');
  return g_strdup(words->str);
}

Test(content, no_sentence_is_that_of_the_report)
{
  g_autofree char *path = source_path("../shared/seed", "article", ".txt"), *report = NULL;
  if (!g_file_get_contents(path, &report, NULL, NULL))
    cr_skip("the report is not at hand");
  g_autofree char *report_words = words_of(report);
  for (gsize i = 0; i < G_N_ELEMENTS(bundled); i++) {
    g_autoptr(NgArticle) article = load_bundled(bundled[i].file);
    g_autofree char *words = words_of(ng_article_text(article, NULL));
    for (char *from = words; from; from = strchr(from + 1, ' ')) {
      char *to = from;
      for (int k = 0; k < RUN_WORDS && to; k++)
        to = strchr(to + 1, ' ');
      if (!to)
        break;
      g_autofree char *run = g_strndup(from, (gsize)(to - from) + 1);
      cr_expect_null(strstr(report_words, run), "%s:%s", bundled[i].file, run);
    }
  }
}
