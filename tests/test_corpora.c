/* Documents of other people: what the loader finds in them is what a walk of their trees, by another parser, counts. */
#include "load/load.h"
#include "tests/corpora.h"
#include "tests/invariants.h"
#include "tests/rows.h"
#include "tests/tools/count_mentions.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/* A document as both see it. */
typedef struct {
  NgXmlTree *tree;
  NgArticle *article;
} Both;

static Both open_both(const char *name)
{
  gsize n_bytes;
  g_autofree char *bytes = ng_corpus_read(name, &n_bytes);
  if (!bytes)
    cr_skip("%s is not at hand", name);
  g_autofree char *problem = NULL;
  g_autofree char *path = ng_corpus_path(name);
  g_autoptr(GError) error = NULL;
  Both both = {.tree = ng_xml_tree_new(bytes, n_bytes, &problem), .article = ng_load(path, &error)};
  cr_assert(both.tree, "%s: %s", name, problem);
  cr_assert(both.article, "%s", error ? error->message : name);
  return both;
}

static void close_both(Both *both)
{
  ng_xml_tree_free(both->tree);
  ng_article_free(both->article);
}

/* Returns how many mentions with a pointer there are. */
static guint expect_same_mentions(const Both *both, NgEntityKind kind)
{
  guint unpointed, loaded_unpointed;
  g_autoptr(GHashTable) counted = ng_count_mentions(both->tree->root, kind, &unpointed);
  g_autoptr(GHashTable) loaded = ng_count_loaded_mentions(both->article, kind, counted, &loaded_unpointed);
  g_autofree char *difference = ng_counts_differ(counted, loaded);
  cr_expect_null(difference, "mentions of each %s:\n%s", ng_entity_kind_word(kind), difference);
  cr_expect_eq(loaded_unpointed, unpointed, "%u without a pointer, not %u", loaded_unpointed, unpointed);
  return ng_count_sum(counted);
}

/* ---- volumes of state papers: people by pointer, and a plain list of them ---- */

typedef struct {
  const char *file;
  guint n_people, n_pointed;
} Volume;

static const Volume volumes[] = {
    {"frus/frus1961-63v06.xml", 58, 1164},
    {"frus/frus1955-57v02.xml", 118, 6199},
    {"frus/frus1949v07p2.xml", 0, 0},
};

/* Every person that the list gives an id is one of the article's, by its name. */
static guint expect_listed_people(const Both *both)
{
  uint32_t n;
  const NgEntity *entities = ng_article_entities(both->article, &n);
  const NgXmlNode *root = both->tree->root;
  guint n_people = 0;
  for (const NgXmlNode *node = root; node; node = ng_xml_after(node, root)) {
    const char *id = ng_xml_is(node, "persName") ? ng_xml_attribute(node, "xml:id") : NULL;
    if (!id)
      continue;
    g_autofree char *name = ng_xml_text(node);
    uint32_t entity = ng_article_entity_by_id(both->article, id);
    n_people++;
    cr_expect(entity != NG_NONE && entities[entity].has_record, "%s has a record", id);
    if (entity != NG_NONE)
      cr_expect_str_eq(entities[entity].name, name);
  }
  return n_people;
}

ParameterizedTestParameters(corpora, people_of_a_volume)
{
  return rows(G_N_ELEMENTS(volumes));
}

ParameterizedTest(size_t *row, corpora, people_of_a_volume)
{
  const Volume *volume = &volumes[*row];
  Both both = open_both(volume->file);
  cr_expect_eq(expect_same_mentions(&both, NG_ENTITY_PERSON), volume->n_pointed);
  cr_expect_eq(expect_listed_people(&both), volume->n_people);
  close_both(&both);
}

/* ---- an interview: records with coordinates in the back, marks with several targets ---- */

static const NgXmlNode *child_named(const NgXmlNode *node, const char *name)
{
  for (const NgXmlNode *child = node->first; child; child = child->next)
    if (ng_xml_is(child, name))
      return child;
  return NULL;
}

/* Where the place itself lies, and not what it lies in: "48,2066 16,37341". NAN where the record does not tell. */
static void position_of(const NgXmlNode *record, double *lat_deg, double *lon_deg)
{
  *lat_deg = *lon_deg = NAN;
  for (const NgXmlNode *child = record->first; child; child = child->next) {
    const NgXmlNode *geo = ng_xml_is(child, "location") ? child_named(child, "geo") : NULL;
    if (!geo || g_strcmp0(ng_xml_attribute(child, "type"), "coords") != 0)
      continue;
    g_autofree char *numbers = g_strdelimit(ng_xml_text(geo), ",", '.');
    char *second;
    *lat_deg = g_ascii_strtod(numbers, &second);
    *lon_deg = g_ascii_strtod(second, NULL);
    return;
  }
}

static bool is_same_position(double a, double b)
{
  return (isnan(a) && isnan(b)) || fabs(a - b) < 1e-9;
}

static void expect_record(const NgArticle *article, const NgXmlNode *record, NgEntityKind kind)
{
  const char *id = ng_xml_attribute(record, "xml:id");
  uint32_t n, index = ng_article_entity_by_id(article, id);
  cr_assert_neq(index, NG_NONE, "no entity %s", id);
  const NgEntity *e = &ng_article_entities(article, &n)[index];
  const NgXmlNode *first = child_named(record, kind == NG_ENTITY_PERSON ? "persName" : "placeName");
  g_autofree char *name = ng_xml_text(first);
  double lat_deg, lon_deg;
  position_of(record, &lat_deg, &lon_deg);
  cr_expect(e->has_record && e->kind == kind, "%s has a record of its kind", id);
  cr_expect_str_eq(e->name, name);
  cr_expect(is_same_position(e->lat_deg, lat_deg) && is_same_position(e->lon_deg, lon_deg),
            "%s lies at %g %g, not %g %g", id, lat_deg, lon_deg, e->lat_deg, e->lon_deg);
}

/* Returns how many records there are. */
static guint expect_same_records(const Both *both, const char *element, NgEntityKind kind)
{
  const NgXmlNode *root = both->tree->root;
  guint n_records = 0, n_loaded = 0;
  for (const NgXmlNode *node = root; node; node = ng_xml_after(node, root))
    if (ng_xml_is(node, element)) {
      expect_record(both->article, node, kind);
      n_records++;
    }
  uint32_t n;
  const NgEntity *entities = ng_article_entities(both->article, &n);
  for (uint32_t i = 0; i < n; i++)
    n_loaded += entities[i].has_record && entities[i].kind == kind;
  cr_expect_eq(n_loaded, n_records, "%u records of %s, not %u", n_loaded, element, n_records);
  return n_records;
}

Test(corpora, people_and_places_of_an_interview)
{
  Both both = open_both("schnitzler-interviews/I087.xml");
  cr_expect_gt(expect_same_records(&both, "person", NG_ENTITY_PERSON), 5u);
  cr_expect_gt(expect_same_records(&both, "place", NG_ENTITY_PLACE), 5u);
  cr_expect_gt(expect_same_mentions(&both, NG_ENTITY_PERSON), 20u);
  cr_expect_gt(expect_same_mentions(&both, NG_ENTITY_PLACE), 20u);
  expect_same_mentions(&both, NG_ENTITY_ORGANISATION);
  close_both(&both);
}

/* ---- statements on people: relations ---- */

typedef struct {
  const char *file;
  guint n_ties;
} Letter;

static const Letter letters[] = {
    {"spear/3012.xml", 9},  {"spear/3028.xml", 28}, {"spear/3072.xml", 6}, {"spear/3090.xml", 4},
    {"spear/3091.xml", 2},  {"spear/3103.xml", 4},  {"spear/3114.xml", 4}, {"spear/3137.xml", 7},
    {"spear/3140.xml", 24}, {"spear/3149.xml", 11}, {"spear/3162.xml", 3}, {"spear/3183.xml", 4},
};

ParameterizedTestParameters(corpora, relations_of_a_letter)
{
  return rows(G_N_ELEMENTS(letters));
}

ParameterizedTest(size_t *row, corpora, relations_of_a_letter)
{
  Both both = open_both(letters[*row].file);
  g_autoptr(GHashTable) counted = ng_count_relations(both.tree->root);
  g_autoptr(GHashTable) loaded = ng_count_loaded_relations(both.article);
  g_autofree char *difference = ng_counts_differ(counted, loaded);
  cr_expect_null(difference, "%s:\n%s", letters[*row].file, difference);
  cr_expect_eq(ng_count_sum(counted), letters[*row].n_ties, "%u ties", ng_count_sum(counted));
  close_both(&both);
}

/* ---- all of them ---- */

static const char *const folders[] = {"arabic", "dracor",   "frus", "nitf", "parlamint", "schnitzler-interviews",
                                      "spear",  "tei-tests"};

static void expect_whole(const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(NgArticle) article = ng_load(path, &error);
  cr_assert(article, "%s", error ? error->message : path);
  g_autofree char *broken = ng_invariants_broken(article);
  cr_expect_null(broken, "%s: %s", path, broken);
  uint32_t n_entities, n_bytes;
  ng_article_entities(article, &n_entities);
  ng_article_text(article, &n_bytes);
  cr_expect(n_entities > 0 && n_bytes > 0, "%s has %u entities in %u bytes of text", path, n_entities, n_bytes);
}

ParameterizedTestParameters(corpora, every_document_loads)
{
  return rows(G_N_ELEMENTS(folders));
}

ParameterizedTest(size_t *row, corpora, every_document_loads)
{
  g_autofree char *folder = ng_corpus_path(folders[*row]);
  g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
  if (!files)
    cr_skip("%s is not at hand", folders[*row]);
  guint n = 0;
  for (const char *file; (file = g_dir_read_name(files));) {
    g_autofree char *path = g_build_filename(folder, file, NULL);
    if (!g_str_has_suffix(file, ".xml"))
      continue;
    expect_whole(path);
    n++;
  }
  cr_expect_gt(n, 0u);
}
