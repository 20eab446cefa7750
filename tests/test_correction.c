/* The user's word on names: how it is written, what is wrong with a line, and what becomes of an article. */
#include "load/load.h"
#include "model/correction.h"
#include "tests/compose.h"
#include "tests/invariants.h"
#include "tests/outline.h"
#include "tests/round_trip.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* The statements of `text`, with what is wrong in it as "LINE: ..." in `faults`. */
static GPtrArray *read_text(const char *text, GPtrArray *faults)
{
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL), *path = g_build_filename(folder, "c", NULL);
  cr_assert(g_file_set_contents(path, text, -1, NULL));
  GPtrArray *corrections = ng_corrections_read(path, faults);
  for (guint i = 0; faults && i < faults->len; i++) {
    char *fault = g_ptr_array_index(faults, i);
    cr_assert(g_str_has_prefix(fault, path), "%s", fault);
    memmove(fault, fault + strlen(path) + 1, strlen(fault + strlen(path)));
  }
  g_remove(path);
  g_rmdir(folder);
  return corrections;
}

/* ---- lines ---- */

static const char *const lines[] = {
    "Spring Festival not a name",
    "Jordan is a person",
    "Pentagon is a organisation",
    "Zelensky same as Volodymyr Zelenskyy",
    "Burns not same as Nicholas Burns",
    "Georgia place at 33.75 -84.39",
    "\"The Man Who same as You\" not a name",
    "\"the \"\"Rock\"\"\" same as \"The Johnson \"\"J\"\"\"",
    "\"#metoo\" is a event",
    "\345\214\227\344\272\254 same as Beijing",
};

TableTestRows(correction, lines_come_back)
{
  return rows(G_N_ELEMENTS(lines));
}

TableTest(size_t *row, correction, lines_come_back)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free), all = read_text(lines[*row], faults);
  cr_assert_eq(faults->len, 0, "%s", faults->len ? (char *)g_ptr_array_index(faults, 0) : "");
  cr_assert_eq(all->len, 1);
  g_autofree char *line = ng_correction_line(g_ptr_array_index(all, 0));
  cr_expect_str_eq(line, lines[*row]);
}

static const char *const faulty[][2] = {
    {"# a\n\nJordan\n", "3: none of: NAME not a name"},    {"Jordan is a country", "1: it must be a person, place"},
    {"Jordan not a name at all", "1: nothing may follow"}, {"a not a name\nJordan same as ", "2: none of"},
    {"Jordan same as \"\"", "1: a name must follow"},      {"Jordan place at 91 0", "1: it must be degrees"},
    {"Jordan place at 33", "1: it must be degrees"},       {"\"Jordan is a person", "1: none of"},
    {"\"Jordan\" who is a person", "1: none of"},          {" is a person", "1: none of"},
};

Test(correction, a_fault_names_its_line)
{
  for (gsize i = 0; i < G_N_ELEMENTS(faulty); i++) {
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free), all = read_text(faulty[i][0], faults);
    cr_assert_eq(faults->len, 1, "%s: %u faults, %u lines", faulty[i][0], faults->len, all->len);
    cr_expect(g_str_has_prefix(g_ptr_array_index(faults, 0), faulty[i][1]), "%s: %s", faulty[i][0],
              (char *)g_ptr_array_index(faults, 0));
  }
}

Test(correction, without_a_file_nothing_is_said)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free),
                       all = ng_corrections_read("/none/at/all", faults);
  cr_expect_eq(all->len, 0);
  cr_expect_eq(faults->len, 0);
}

Test(correction, is_written_behind_what_stands)
{
  g_autofree char *top = g_dir_make_tmp("nutgraf-XXXXXX", NULL), *folder = g_build_filename(top, "new", NULL),
                  *path = g_build_filename(folder, "c", NULL), *text = NULL;
  char name[] = "Ann";
  const NgCorrection one = {.kind = NG_CORRECTION_NOT_A_NAME, .name = name};
  cr_assert(ng_correction_write(path, &one, NULL));
  cr_assert(g_file_set_contents(path, "# mine", -1, NULL));
  cr_assert(ng_correction_write(path, &one, NULL));
  cr_assert(ng_correction_write(path, &one, NULL));
  cr_assert(g_file_get_contents(path, &text, NULL, NULL));
  cr_expect_str_eq(text, "# mine\nAnn not a name\nAnn not a name\n");
  cr_expect_not(ng_correction_write(folder, &one, NULL));
  g_remove(path);
  g_rmdir(folder);
  g_rmdir(top);
}

/* ---- articles ---- */

typedef struct {
  const char *text, *corrections, *outline;
} Case;

static const Case cases[] = {
    {"{p#a:Ann} met {p#b:Bob} and {p#a:Ann}.", "", "{p#a:Ann} met {p#b:Bob} and {p#a:Ann}."},
    {"{p#a:Ann} met {p#b:Bob}.", "ann not a name", "Ann met {p#b:Bob}."},
    {"{p#a:Ann Lee} met {p#b:Bob} and {p#a:Lee}.", "Ann Lee not a name", "Ann Lee met {p#b:Bob} and Lee."},
    {"{p#a:Ann} met {p#b:Bob}.", "Ann is a place", "{l#a:Ann} met {p#b:Bob}."},
    {"Ann met Annie and {p#b:Bob Ann} of Ann.", "Ann is a person",
     "{p#ann:Ann} met Annie and {p#b:Bob Ann} of {p#ann:Ann}."},
    {"{p#a:Ann Lee} met {p#b:Lee} of {p#c:Lee}.", "Lee same as Ann Lee", "{p#a:Ann Lee} met {p#a:Lee} of {p#a:Lee}."},
    {"{p#a:Ann Lee} met {p#a:Lee}.", "Lee not same as Ann Lee", "{p#a:Ann Lee} met {p#lee:Lee}."},
    {"{p#a:Ann Lee} met {p#a:Lee}.", "Lee not same as Nobody\nNobody not a name\nX same as Y\nX place at 1 1",
     "{p#a:Ann Lee} met {p#a:Lee}."},
    {"{p#a:Ann} met Bob.", "Ann not a name\nAnn is a person", "{p#a:Ann} met Bob."},
    {"{p#a:Ann} met {p#b:Bob}.", "Ann same as Bob\nBob same as Ann", "{p#b:Ann} met {p#b:Bob}."},
    {"{p#a:Ann} met {p#b:Ann}.", "Ann is a place", "{l#a:Ann} met {l#a:Ann}."},
    {"{p#a:Ann Lee} met {p#b:Lee}, {p#c:Lee} and {p#d:Lee}.", "Lee same as Ann Lee",
     "{p#a:Ann Lee} met {p#a:Lee}, {p#a:Lee} and {p#a:Lee}."},
    {"{p#a:Ann} met Bob.", "Ann not a name\nAnn not same as Nobody", "Ann met Bob."},
    {"{p#a:Ann Lee} met {p#a:Lee} and {p#b:Bob}.", "Bob same as Lee", "{p#a:Ann Lee} met {p#a:Lee} and {p#a:Bob}."},
    {"{p#a:Ann} met {p#b:Bob}.", "Ann not a name\nAnn same as Bob", "Ann met {p#b:Bob}."},
    {"{p#a:Ann Lee} met {p#a:Ann}.", "Ann not a name", "{p#a:Ann Lee} met Ann."},
    {"{p#a:Ann {l#b:of Bali}} met.", "of Bali not a name\nAnn of Bali is a organisation", "{o#a:Ann of Bali} met."},
};

TableTestRows(correction, articles_are_as_they_say)
{
  return rows(G_N_ELEMENTS(cases));
}

TableTest(size_t *row, correction, articles_are_as_they_say)
{
  const Case *it = &cases[*row];
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  ng_compose(b, it->text);
  ng_builder_correct(b, read_text(it->corrections, NULL));
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  g_autofree char *broken = ng_invariants_broken(article), *outline = ng_outline_text(article);
  cr_expect_null(broken, "%s", broken);
  cr_expect_str_eq(outline, it->outline, "\n%s\n%s", outline, it->outline);
  g_autofree char *differs = ng_round_trip_differs(article);
  cr_expect_null(differs, "%s", differs);
}

static uint32_t found(NgBuilder *b, NgEntityKind kind, const char *name, uint32_t start)
{
  uint32_t handle = ng_builder_found(b, kind, name);
  ng_builder_found_mention(b, handle, kind, start, start + (uint32_t)strlen(name), 90, "a rule");
  return handle;
}

Test(correction, what_was_known_of_one_goes_to_the_other)
{
  NgBuilder *b = ng_builder_new("a.txt", NG_FORMAT_TEXT);
  ng_builder_text(b, "Ann met Bob and Cy in Bali and Rome and Oslo.", 45);
  ng_builder_text_so_far(b);
  found(b, NG_ENTITY_PERSON, "Ann", 0);
  ng_builder_found_role(b, found(b, NG_ENTITY_PERSON, "Bob", 8), "minister of war", "minister");
  ng_builder_found_role(b, found(b, NG_ENTITY_PERSON, "Cy", 16), "envoy", NULL);
  ng_builder_found_country(b, found(b, NG_ENTITY_PLACE, "Bali", 22), "Indonesia");
  found(b, NG_ENTITY_PLACE, "Rome", 31);
  found(b, NG_ENTITY_PLACE, "Oslo", 40);
  ng_builder_correct(b, read_text("Bob same as Ann\nCy same as Ann\nBali place at 1 2\nBali same as Rome\n"
                                  "Oslo place at 3 4\nOslo same as Rome",
                                  NULL));
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  cr_assert_eq(n, 2);
  cr_expect_str_eq(entities[0].name, "Ann");
  cr_expect_str_eq(entities[0].role, "minister of war", "her first");
  cr_expect_str_eq(entities[0].short_role, "minister");
  cr_expect(entities[0].aliases && g_str_equal(entities[0].aliases[0], "Bob") &&
            g_str_equal(entities[0].aliases[1], "Cy") && !entities[0].aliases[2]);
  cr_expect_str_eq(entities[1].name, "Rome");
  cr_expect_str_eq(entities[1].country, "Indonesia");
  cr_expect_float_eq(entities[1].lat_deg, 1, 1e-9);
  cr_expect_float_eq(entities[1].lon_deg, 2, 1e-9);
  const NgMention *mentions = ng_article_mentions(article, &n);
  cr_expect(mentions[0].origin == NG_ORIGIN_ANNOTATOR && mentions[0].confidence == 90 && mentions[0].rule);
  cr_expect(mentions[1].origin == NG_ORIGIN_USER && !mentions[1].confidence && !mentions[1].rule, "now by the user");
}

Test(correction, relations_follow_and_places_move)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  ng_compose(b, "{p#a:Ann} met {p#b:Bob} and {p#c:Cy} in {l#d:Bali}.");
  const char *a[] = {"#a", NULL}, *bob[] = {"#b", NULL}, *cy[] = {"#c", NULL};
  ng_builder_relation(b, &(NgRelationMark){.kind = "meet", .active = a, .passive = bob, .place = "#d"});
  ng_builder_relation(b, &(NgRelationMark){.kind = "meet", .active = a, .passive = cy});
  ng_builder_relation(b, &(NgRelationMark){.kind = "meet", .active = bob, .passive = cy});
  ng_builder_correct(b, read_text("Cy same as Bob\nAnn same as Cy\nBali place at -8.5 115\nBob is a event", NULL));
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  g_autofree char *broken = ng_invariants_broken(article);
  cr_expect_null(broken, "%s", broken);
  uint32_t n, n_entities;
  ng_article_relations(article, &n);
  cr_expect_eq(n, 0, "all are one");
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  cr_assert_eq(n_entities, 2);
  cr_expect_eq(entities[ng_article_entity_by_id(article, "b")].kind, NG_ENTITY_EVENT);
  cr_expect_float_eq(entities[ng_article_entity_by_id(article, "d")].lat_deg, -8.5, 1e-9);
}
