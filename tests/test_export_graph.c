/* The graph in each of its formats, read by a reader of that format: the same names, the same edges, whatever they are called. */
#include "config.h"

#include "export/graph.h"
#include "graph/graphviz.h"
#include "load/load.h"
#include "model/error.h"
#include "tests/compose.h"
#include "tests/outside.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* ---- graphs ---- */

static void relate(NgBuilder *b, unsigned from, unsigned to, bool mutual, const char *label)
{
  g_autofree char *a = g_strdup_printf("p%u", from), *c = g_strdup_printf("p%u", to);
  const char *one[] = {a, NULL}, *other[] = {c, NULL}, *both[] = {a, c, NULL};
  NgRelationMark mark = {.kind = "say", .label = label, .status = from % 2 ? "planned" : NULL};
  if (mutual)
    mark.mutual = both;
  else {
    mark.active = one;
    mark.passive = other;
  }
  ng_builder_relation(b, &mark);
}

static NgArticle *nothing(void)
{
  return ng_builder_finish(ng_builder_new("nothing", NG_FORMAT_TEI));
}

static NgArticle *one_node(void)
{
  return ng_composed("{p:Ann}");
}

static NgArticle *loops(void)
{
  NgBuilder *b = ng_builder_new("loops", NG_FORMAT_TEI);
  ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, "p0", 1, 1), "Ann");
  ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, "p1", 1, 1), "Bob");
  relate(b, 0, 0, false, "contradicts");
  relate(b, 1, 1, false, "answers");
  relate(b, 1, 0, false, "told");
  relate(b, 0, 1, false, "told");
  relate(b, 0, 1, true, "met");
  return ng_builder_finish(b);
}

static NgArticle *parallel(void)
{
  NgBuilder *b = ng_builder_new("parallel", NG_FORMAT_TEI);
  ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, "p0", 1, 1), "Ann");
  ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, "p1", 1, 1), "Bob");
  for (int i = 0; i < 10000; i++) {
    g_autofree char *label = g_strdup_printf("said %d to", i);
    relate(b, 0, 1, false, label);
  }
  return ng_builder_finish(b);
}

static const char *const hostile_names[] = {"Quoted \"Q\" O'Hara",
                                            "back\\slash \\N \\G \\l end\\",
                                            "\\",
                                            "\"",
                                            "<b>bold</b> & &amp; &lt; &#65; ]]> -->",
                                            "<table><tr><td>x</td></tr></table>",
                                            "new\nline\r\nand\ttab",
                                            "n0 -> n1; } digraph { // /* #",
                                            "[x](y) {{z}} |a| `code` #quot; **b** ~s~ _i_",
                                            "=cmd|' /C calc'!A0",
                                            "a,b;c",
                                            "end",
                                            "subgraph",
                                            "习近平 Xí Jìnpíng e\xcc\x81",
                                            "שלום עולם",
                                            "👩‍👩‍👧 family",
                                            "$(id) %s %n ${x}"};

static NgArticle *hostile(void)
{
  NgBuilder *b = ng_builder_new("hostile", NG_FORMAT_TEI);
  for (unsigned i = 0; i < G_N_ELEMENTS(hostile_names); i++) {
    g_autofree char *id = g_strdup_printf("p%u", i);
    ng_builder_record_name(b, ng_builder_record(b, (NgEntityKind)(i % NG_N_ENTITY_KINDS), id, 1, 1), hostile_names[i]);
  }
  g_autofree char *name = g_strnfill(5000, 'x'), *long_id = g_strdup_printf("p%zu", G_N_ELEMENTS(hostile_names));
  ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, long_id, 1, 1), name);
  relate(b, 0, G_N_ELEMENTS(hostile_names), false, name);
  for (unsigned i = 0; i + 1 < G_N_ELEMENTS(hostile_names); i++)
    relate(b, i, i + 1, i % 3 == 0, hostile_names[i]);
  return ng_builder_finish(b);
}

static NgArticle *bundled(void)
{
  g_autofree char *path =
      g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "articles", "2023-05-08-talk-again.xml", NULL);
  return ng_load(path, NULL);
}

typedef struct {
  const char *what;
  NgArticle *(*make)(void);
  uint32_t n_nodes, n_edges; /* 0, 0: not known by heart */
} Case;

static const Case cases[] = {{"nothing", nothing, 0, 0},
                             {"one node", one_node, 1, 0},
                             {"loops", loops, 2, 5},
                             {"parallel edges", parallel, 2, 1},
                             {"hostile names", hostile, G_N_ELEMENTS(hostile_names) + 1, G_N_ELEMENTS(hostile_names)},
                             {"the bundled article", bundled, 0, 0}};

/* ---- formats ---- */

static void write_svg(const NgWhole *whole, FILE *out)
{
  g_autoptr(GError) error = NULL;
  cr_assert(ng_export_graph_picture(whole, NG_GRAPH_SVG, out, &error), "%s", error ? error->message : "");
}

static void write_png(const NgWhole *whole, FILE *out)
{
  g_autoptr(GError) error = NULL;
  cr_assert(ng_export_graph_picture(whole, NG_GRAPH_PNG, out, &error), "%s", error ? error->message : "");
}

static char *written(void (*write)(const NgWhole *, FILE *), const NgWhole *whole, gsize *n)
{
  char *bytes = NULL;
  size_t n_bytes;
  FILE *sheet = open_memstream(&bytes, &n_bytes);
  write(whole, sheet);
  cr_assert_not(ferror(sheet));
  fclose(sheet);
  if (n)
    *n = n_bytes;
  return bytes; /* of malloc, as is all of GLib's memory here */
}

/* Whether the reader found this text: in pictures line breaks are blanks, and what is too long is cut. */
static bool is_text(const json_t *found, const char *text)
{
  const char *got = json_string_value(found);
  g_autofree char *plain = g_strdelimit(g_strdup(text), "\n\r\t", ' ');
  if (!got || strcmp(got, text) == 0 || strcmp(got, plain) == 0)
    return got != NULL;
  return g_str_has_suffix(got, "…") && strncmp(got, plain, strlen(got) - strlen("…")) == 0;
}

/* That an edge with these ends, and as far as the format tells them this label and weight, was found. */
static bool has_edge(const json_t *edges, const NgWholeEdge *edge)
{
  gsize i;
  json_t *found;
  json_array_foreach(edges, i, found)
  {
    const json_t *label = json_array_get(found, 2), *weight = json_array_get(found, 3);
    if (json_integer_value(json_array_get(found, 0)) == edge->from &&
        json_integer_value(json_array_get(found, 1)) == edge->to &&
        (is_text(label, edge->label) || (edge->weak && json_is_null(label))) &&
        (json_is_null(weight) || json_integer_value(weight) == edge->weight))
      return true;
  }
  return false;
}

static void compare(const char *what, const NgWhole *whole, const char *said)
{
  json_t *found = json_loads(said, 0, NULL);
  cr_assert(found, "%s: %s", what, said);
  const json_t *nodes = json_object_get(found, "nodes"), *edges = json_object_get(found, "edges");
  cr_expect_eq(json_array_size(nodes), whole->n_nodes, "%s: %zu nodes", what, json_array_size(nodes));
  cr_expect_eq(json_array_size(edges), whole->n_edges, "%s: %zu edges", what, json_array_size(edges));
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    cr_expect(is_text(json_array_get(nodes, i), whole->nodes[i].name), "%s: %s is called %s", what,
              whole->nodes[i].name, json_string_value(json_array_get(nodes, i)));
  for (uint32_t i = 0; i < whole->n_edges; i++)
    cr_expect(has_edge(edges, &whole->edges[i]), "%s: no edge %u %s %u", what, whole->edges[i].from,
              whole->edges[i].label, whole->edges[i].to);
  json_decref(found);
}

typedef struct {
  const char *format, *module, *program; /* what reads it */
  void (*write)(const NgWhole *, FILE *);
} Format;

static const Format formats[] = {
    {"graphml", "igraph", NULL, ng_export_graph_graphml},
    {"gexf", "networkx", NULL, ng_export_graph_gexf},
    {"csv", "csv", NULL, ng_export_graph_csv},
    {"json-ld", "rdflib", NULL, ng_export_graph_json_ld},
    {"mermaid", "re", "node", ng_export_graph_mermaid},
    {"dot", "re", "dot", ng_export_graph_dot},
    {"svg", "re", NULL, write_svg},
};

ParameterizedTestParameters(export_graph, read_back)
{
  static gsize indices[] = {0, 1, 2, 3, 4, 5, 6};
  G_STATIC_ASSERT(G_N_ELEMENTS(indices) == G_N_ELEMENTS(formats));
  return cr_make_param_array(gsize, indices, G_N_ELEMENTS(indices));
}

/* A reader of its own for each format reads the same graph. */
ParameterizedTest(gsize *index, export_graph, read_back)
{
  const Format *format = &formats[*index];
  const char *python = ng_outside_python(format->module);
  if (!python)
    cr_skip("Python's %s is not installed", format->module);
  if (format->program && !ng_outside_has(format->program))
    cr_skip("%s is not installed", format->program);
  if (format->write == ng_export_graph_mermaid && !(ng_outside_node("jsdom") && ng_outside_node(NG_OUTSIDE_MERMAID)))
    cr_skip("node finds no mermaid and jsdom");
  g_autofree char *script = g_build_filename(g_getenv("NG_TEST_SRCDIR"), "tests", "tools", "read_graph.py", NULL);
  const char *const argv[] = {python, script, format->format, NULL};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = cases[i].make();
    const NgArticle *const articles[] = {article};
    g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
    gsize n;
    g_autofree char *bytes = written(format->write, whole, &n), *complaint = NULL;
    g_autofree char *said = ng_outside(argv, bytes, n, NULL, &complaint);
    g_autofree char *what = g_strdup_printf("%s of %s", format->format, cases[i].what);
    cr_assert(said, "%s: %s", what, complaint);
    compare(what, whole, said);
  }
}

/* Each graph is what the test believes it to be. */
Test(export_graph, cases)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = cases[i].make();
    const NgArticle *const articles[] = {article};
    g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
    if (cases[i].make == bundled)
      cr_expect(whole->n_nodes > 20 && whole->n_edges > 20);
    else
      cr_expect(whole->n_nodes == cases[i].n_nodes && whole->n_edges == cases[i].n_edges, "%s: %u nodes, %u edges",
                cases[i].what, whole->n_nodes, whole->n_edges);
  }
}

/* The programs that draw pictures take ours. */
static void accepted(const char *program, const char *const *argv, void (*write)(const NgWhole *, FILE *))
{
  if (!ng_outside_has(program))
    cr_skip("%s is not installed", program);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = cases[i].make();
    const NgArticle *const articles[] = {article};
    g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
    gsize n;
    g_autofree char *bytes = written(write, whole, &n), *complaint = NULL;
    g_autofree char *out = ng_outside(argv, bytes, n, NULL, &complaint);
    cr_expect(out && !*complaint, "%s, %s: %s", program, cases[i].what, complaint);
  }
}

Test(export_graph, svg_drawn)
{
  static const char *const argv[] = {"rsvg-convert", NULL};
  accepted("rsvg-convert", argv, write_svg);
}

/* ---- schemas ---- */

/* Of the formats, under their names; where they are not at hand (.ci/run fetches them), nothing is asked of them. */
static char *schema_path(const Format *format)
{
  const char *folder = g_getenv("NG_GRAPH_SCHEMAS");
  g_autofree char *file = g_strconcat(format->format, ".xsd", NULL);
  g_autofree char *path = folder ? g_build_filename(folder, file, NULL) : NULL;
  return path && g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}

/* What xmllint has against it, owned; NULL when it is as its schema asks. */
static char *complaint_of_schema(const Format *format, const char *bytes, gsize n)
{
  g_autofree char *schema = schema_path(format);
  const char *const argv[] = {"xmllint", "--nonet", "--noout", "--schema", schema, "-", NULL};
  char *complaint = NULL;
  g_autofree char *out = ng_outside(argv, bytes, n, NULL, &complaint);
  if (out)
    g_clear_pointer(&complaint, g_free);
  return complaint;
}

static char *written_of(const Format *format, const NgArticle *const *articles, gsize n_articles, gsize *n)
{
  g_autoptr(NgWhole) whole = ng_whole_new(articles, (uint32_t)n_articles, NULL);
  return written(format->write, whole, n);
}

static void expect_valid(const Format *format, const NgArticle *const *articles, gsize n_articles, const char *what)
{
  gsize n;
  g_autofree char *bytes = written_of(format, articles, n_articles, &n);
  g_autofree char *complaint = complaint_of_schema(format, bytes, n);
  cr_expect_null(complaint, "%s of %s: %s", format->format, what, complaint);
}

static GPtrArray *all_bundled(void)
{
  g_autofree char *folder = g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "articles", NULL);
  g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
  GPtrArray *articles = g_ptr_array_new_with_free_func((GDestroyNotify)ng_article_free);
  for (const char *name; (name = g_dir_read_name(files));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_str_has_suffix(name, ".xml"))
      g_ptr_array_add(articles, ng_load(path, NULL));
  }
  cr_assert_gt(articles->len, 3);
  return articles;
}

/* A schema that lets everything pass would prove nothing. */
static void expect_refused(const Format *format, const char *right, const char *wrong)
{
  g_autoptr(NgArticle) article = loops();
  gsize n;
  g_autofree char *bytes = written_of(format, (const NgArticle *[]){article}, 1, &n);
  g_auto(GStrv) parts = g_strsplit(bytes, right, 2);
  cr_assert(parts[1], "%s has no %s", format->format, right);
  g_autofree char *spoilt = g_strconcat(parts[0], wrong, parts[1], NULL);
  g_autofree char *complaint = complaint_of_schema(format, spoilt, strlen(spoilt));
  cr_expect_not_null(complaint, "%s: %s passes for %s", format->format, wrong, right);
}

ParameterizedTestParameters(export_graph, valid)
{
  static gsize indices[] = {0, 1}; /* GraphML, GEXF */
  return cr_make_param_array(gsize, indices, G_N_ELEMENTS(indices));
}

ParameterizedTest(gsize *index, export_graph, valid)
{
  const Format *format = &formats[*index];
  if (!ng_outside_has("xmllint"))
    cr_skip("xmllint is not installed");
  g_autofree char *schema = schema_path(format);
  if (!schema)
    cr_skip("the schema of %s is not at hand", format->format);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = cases[i].make();
    expect_valid(format, (const NgArticle *[]){article}, 1, cases[i].what);
  }
  g_autoptr(GPtrArray) articles = all_bundled();
  expect_valid(format, (const NgArticle *const *)articles->pdata, articles->len, "all bundled articles");
  expect_refused(format, "<edge id", "<edge name");
  expect_refused(format, "\"directed\"", "\"sideways\"");
  expect_refused(format, "source=\"n0\"", "");
}

static uint32_t big_endian(const unsigned char *bytes)
{
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Names of which nothing is seen: a soft hyphen, a space of no width. */
static NgArticle *unseen(void)
{
  NgBuilder *b = ng_builder_new("unseen", NG_FORMAT_TEI);
  ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, "p0", 1, 1), "\xC2\xAD");
  ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, "p1", 1, 1), "\xE2\x80\x8B\xE2\x80\x8D");
  relate(b, 0, 1, false, "met");
  return ng_builder_finish(b);
}

Test(export_graph, fonts_have_nothing_to_complain_of)
{
  g_autoptr(NgArticle) article = unseen();
  const NgArticle *const articles[] = {article};
  g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
  cr_assert_eq(whole->n_nodes, 2);
  g_log_set_always_fatal(G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  gsize n;
  g_free(written(write_png, whole, &n));
}

Test(export_graph, png)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(NgArticle) article = cases[i].make();
    const NgArticle *const articles[] = {article};
    g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
    gsize n;
    g_autofree char *bytes = written(write_png, whole, &n);
    const unsigned char *png = (const unsigned char *)bytes;
    cr_assert_gt(n, 40);
    cr_expect_arr_eq(png, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "%s", cases[i].what);
    cr_expect(big_endian(png + 16) >= 1 && big_endian(png + 20) >= 1);
    cr_expect_arr_eq(png + n - 8, "IEND", 4);
  }
}

Test(export_graph, text)
{
  g_autoptr(NgArticle) article = loops();
  const NgArticle *const articles[] = {article};
  g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
  g_autofree char *text = written(ng_export_graph_text, whole, NULL);
  cr_expect_str_eq(text,
                   "2 nodes, 5 edges\n"
                   "\n"
                   "Ann: person, 0 mentions\n"
                   "  contradicts Ann (1 sentence)\n"
                   "  told Bob (1 sentence)\n"
                   "  met Bob (1 sentence)\n"
                   "  from Bob: told (1 sentence; planned)\n"
                   "\n"
                   "Bob: person, 0 mentions\n"
                   "  from Ann: told (1 sentence)\n"
                   "  met Ann (1 sentence)\n"
                   "  told Ann (1 sentence; planned)\n"
                   "  answers Bob (1 sentence; planned)\n",
                   "%s", text);
}

static void write_stats(const NgWhole *whole, bool csv, FILE *out)
{
  g_autoptr(NgMeasures) measures = ng_measures_new(whole);
  ng_export_graph_stats(whole, measures, csv, 0, out);
}

static void stats_for_eyes(const NgWhole *whole, FILE *out)
{
  write_stats(whole, false, out);
}

static void stats_as_csv(const NgWhole *whole, FILE *out)
{
  write_stats(whole, true, out);
}

Test(export_graph, stats)
{
  g_autoptr(NgArticle) article = loops();
  const NgArticle *const articles[] = {article};
  g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
  g_autofree char *table = written(stats_for_eyes, whole, NULL), *csv = written(stats_as_csv, whole, NULL);
  cr_expect(
      g_str_has_prefix(table, "2 nodes, 5 edges, 1 component, 1 community (modularity 0.00)\n\nNAME  KIND    MENTIONS"),
      "%s", table);
  cr_expect_str_eq(csv,
                   "name,kind,mentions,degree,weighted,betweenness,component,community\r\n"
                   "Ann,person,0,1,4,0.0,1,1\r\nBob,person,0,1,4,0.0,1,1\r\n",
                   "%s", csv);
}

static void stats_of_an_estimate(const NgWhole *whole, FILE *out)
{
  g_autoptr(NgMeasures) measures = ng_measures_new(whole);
  measures->n_sources = 1;
  ng_export_graph_stats(whole, measures, false, 0, out);
}

Test(export_graph, stats_tell_that_they_are_an_estimate)
{
  g_autoptr(NgArticle) article = loops();
  const NgArticle *const articles[] = {article};
  g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
  g_autofree char *sure = written(stats_for_eyes, whole, NULL), *estimate = written(stats_of_an_estimate, whole, NULL);
  cr_expect_null(strstr(sure, "estimate"));
  cr_expect_not_null(strstr(estimate, "(modularity 0.00)\nBetweenness is an estimate, from 1 of the nodes.\n\nNAME"),
                     "%s", estimate);
}

/* A PNG has less room than an SVG. */
Test(export_graph, too_large_for_png)
{
  NgBuilder *b = ng_builder_new("large", NG_FORMAT_TEI);
  for (unsigned i = 0; i <= NG_GRAPH_PNG_NODES; i++) {
    g_autofree char *id = g_strdup_printf("p%u", i);
    ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, id, 1, 1), id);
    relate(b, i, (i + 1) % (NG_GRAPH_PNG_NODES + 1), false, "told");
  }
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  const NgArticle *const articles[] = {article};
  g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
  g_autoptr(GError) error = NULL;
  cr_assert_not(ng_export_graph_picture(whole, NG_GRAPH_PNG, stdout, &error));
  cr_expect_not_null(strstr(error->message, "at most 1000 and 5000"), "%s", error->message);
}

/* A graph that Graphviz would not be done with is refused, with what to do about it; all else is printed in no time. */
Test(export_graph, too_large)
{
  NgBuilder *b = ng_builder_new("large", NG_FORMAT_TEI);
  for (unsigned i = 0; i < NG_GRAPHVIZ_NODES + 2; i++) {
    g_autofree char *id = g_strdup_printf("p%u", i);
    ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, id, 1, 1), id);
  }
  for (unsigned i = 0; i < 50000; i++)
    relate(b, i % (NG_GRAPHVIZ_NODES + 2), i * 7919u % (NG_GRAPHVIZ_NODES + 2), false, "told");
  g_autoptr(NgArticle) article = ng_builder_finish(b);
  const NgArticle *const articles[] = {article};
  g_autoptr(NgWhole) whole = ng_whole_new(articles, 1, NULL);
  g_autoptr(GError) error = NULL;
  cr_assert_not(ng_export_graph_picture(whole, NG_GRAPH_SVG, stdout, &error));
  cr_assert(g_error_matches(error, NG_ERROR, NG_ERROR_USAGE));
  cr_expect_not_null(strstr(error->message, "a filter such as"), "%s", error->message);
  double began = ng_spent_s();
  for (gsize i = 0; i < 6; i++)
    g_free(written(formats[i].write, whole, NULL));
  g_free(written(ng_export_graph_text, whole, NULL));
  cr_expect(ng_spent_within(began, 2));
}
