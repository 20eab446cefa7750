/* The program without a screen: what each subcommand prints, its exit status, its lines on standard error. */
#include "tests/spent.h"
#include "tests/terminal.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* What a command line printed and how it ended. */
typedef struct {
  char *out, *err;
  int status; /* the exit status; -1 if a signal ended it */
} Run;

static void run_clear(Run *run)
{
  g_free(run->out);
  g_free(run->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, run_clear)

static char *fixture(const char *name)
{
  return g_build_filename(g_getenv("NG_TEST_SRCDIR"), "tests", "data", "cli", name, NULL);
}

/* Runs a line of the shell in which $N is the program and $D the folder of the fixtures. */
static Run sh(const char *line)
{
  g_autofree char *program = g_build_filename(g_getenv("NG_TEST_BUILDDIR"), "nutgraf", NULL);
  g_autofree char *folder = fixture(NULL);
  g_auto(GStrv) env = g_environ_setenv(g_get_environ(), "N", program, TRUE);
  env = g_environ_setenv(env, "D", folder, TRUE);
  env = g_environ_setenv(env, "LC_ALL", "C.UTF-8", TRUE);
  env = g_environ_unsetenv(env, "NO_COLOR");
  const char *argv[] = {"/bin/sh", "-c", line, NULL};
  Run run = {0};
  int wait_status;
  g_autoptr(GError) error = NULL;
  bool spawned =
      g_spawn_sync(folder, (char **)argv, env, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err, &wait_status, &error);
  cr_assert(spawned, "%s", spawned ? "" : error->message);
  run.status = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
  return run;
}

#define assert_has(text, part)   cr_assert_not_null(strstr(text, part), "no \"%s\" in:\n%s", part, text)
#define assert_lacks(text, part) cr_assert_null(strstr(text, part), "\"%s\" in:\n%s", part, text)

/* ---- what each line prints, in a table ---- */

typedef struct {
  const char *line;
  int status;
  const char *out, *err; /* each must hold this part; "" means that it must be empty, NULL that it may be anything */
} Case;

static const Case cases[] = {
    {"$N --version", 0, "nutgraf 0", ""},
    {"$N --help", 0, "nutgraf mentions [OPTION...] NAME FILE...", ""},
    {"$N show --help", 0, "--width=COLS", ""},
    {"$N small.xml", 0, "received Li Keqiang", ""}, /* no terminal: as show */
    {"$N show small.xml nobody.xml", 0, "It rained all day", ""},
    {"$N show - <small.xml", 0, "The bridge opens", ""},
    {"gzip -c small.xml | $N show -", 0, "The bridge opens", ""},
    {"$N --linear small.xml", 0, "3 people", ""},
    {"$N people small.xml", 0, "Maria Costa  mayor of Porto", ""},
    {"for i in Alexandra Bo; do echo \"<TEI><text><p><persName>$i</persName> sang.</p></text></TEI>\" >$i.xml; done; "
     "$N people Alexandra.xml Bo.xml",
     0, "NAME       ROLE  MENTIONS\nAlexandra               1\nBo                      1\n", ""},
    {"$N people --to csv small.xml", 0, "maria", ""},
    {"$N people small.xml --to=tsv", 0, "maria\t", ""},
    {"$N places small.xml", 0, "Porto", ""},
    {"printf 'Talks\\n\\nBarack Obama met Angela Merkel in Berlin.\\n' | $N people -", 0, "Barack Obama", ""},
    {"printf 'Talks\\n\\nBarack Obama met Angela Merkel in Berlin.\\n' | $N people --annotate=never -", 1, "", ""},
    {"printf 'Talks\\n\\nBarack Obama came.\\n' | NUTGRAF_CONTENT=/none $N export -", 0,
     "no names were looked for: ", ""},
    {"$N organisations small.xml", 0, "Guild of Masons", ""},
    {"$N relations small.xml", 0, "met with", ""},
    {"$N people nobody.xml", 1, "", ""},
    {"$N people nobody.xml small.xml", 0, "Maria Costa", ""},
    {"$N mentions Costa small.xml", 0, "small.xml:28: Maria Costa received Li Keqiang in Porto.\n", ""},
    {"$N mentions maria nobody.xml small.xml", 0, "small.xml:31: In the evening Costa thanked them all.\n", ""},
    {"$N mentions Li small.xml", 1, "", "nearest: Li Keqiang; Li Shangfu"},
    {"$N mentions Nobody nobody.xml", 1, "", "nobody.xml: no single entity is called Nobody"},
    {"$N export small.xml", 0, "{\"schema\":\"nutgraf-article/1\"", ""},
    {"$N export --to tei small.xml", 0, "<persName ref=\"#maria\">Costa</persName>", ""},
    {"$N export --to tei small.xml | $N export - | grep -c Masons", 0, "1\n", ""},
    {"$N graph small.xml", 0, "Maria Costa: person, ", ""},
    {"$N graph --filter 'people marked' small.xml nobody.xml", 0, "2 nodes, 1 edge\n", ""},
    {"$N graph --filter weight\\>1 --to csv nobody.xml", 1, "source,source_name", ""},
    {"$N graph --stats small.xml", 0, "NAME ", ""},
    {"$N graph --stats --to=csv small.xml", 0, "name,kind,mentions,degree", ""},
    {"$N graph --to dot small.xml", 0, "digraph nutgraf {", ""},
    {"$N graph --to graphml small.xml", 0, "<graphml", ""},
    {"$N graph --to gexf small.xml", 0, "<gexf", ""},
    {"$N graph --to csv small.xml", 0, "n0,", ""},
    {"$N graph --to json-ld small.xml", 0, "{\"@context\":", ""},
    {"$N graph --to mermaid small.xml", 0, "flowchart LR\n", ""},
    {"$N graph --to svg small.xml", 0, "</svg>", ""},
    {"$N graph --to png small.xml | head -c 4 | tail -c 3", 0, "PNG", ""},
    {"$N graph nobody.xml", 1, "0 nodes, 0 edges\n", ""},
    {"$N graph missing.xml small.xml", 2, "Maria Costa", "nutgraf: missing.xml: No such file or directory\n"},
    {"$N graph missing.xml", 2, "", "missing.xml"},
    {"$N graph --filter peopel small.xml", 2, "", "nutgraf: --filter: peopel: no such filter; did you mean people?\n"},
    {"$N graph --stats --to=dot small.xml", 2, "", "nutgraf: --stats: prints text or csv\n"},
    {"$N graph --to=jpeg small.xml", 2, "", "--to=jpeg: it must be text or dot or"},
    {"{ echo '<TEI><text><body>'; seq 1001 | sed 's:.*:<p><name type=\"person\">A&</name> <name "
     "type=\"person\">B&</name></p>:'; "
     "echo '</body></text></TEI>'; } | $N graph --to png -",
     2, "", "nutgraf: --to=png: 2002 nodes and 1001 edges are too many for a picture"},
    {"$N graph small.xml >/dev/full", 2, "", "No space left"},
    {"$N graph --to png small.xml >/dev/full", 2, "", "nutgraf: standard output: "},
    {"$N map small.xml", 0, "Porto", ""},
    {"$N map --to geojson small.xml small.xml", 0, "\"mentions\":2,\"articles\":[\"small.xml\",\"small.xml\"]", ""},
    {"$N map --to kml small.xml", 0, "<name>Porto</name>", ""},
    {"$N map --to svg small.xml", 0, "<svg xmlns", ""},
    {"$N map nobody.xml", 1, "", ""},
    {"$N map --to geojson nobody.xml", 1, "\"features\":[]", ""},
    {"$N map --to png small.xml", 2, "", "--to=png: it must be text or geojson or kml or svg"},
    {"sed 's/<geo>[^<]*/<geo>116 39/; s/>Porto</>Xyzzyx</' small.xml | $N map -", 2, "Without coordinates",
     "nutgraf: -:18:7: coordinates out of range (latitude comes first): left out\n"},
    {"sed '/<location>/d; s:</country>:&</place>:' small.xml | $N map --to geojson -", 0, "\"source\":\"gazetteer\"",
     ""},
    {"sed '/<location>/d; s:</country>:&</place>:' small.xml | NUTGRAF_CONTENT=/none $N map -", 2,
     "Without coordinates", "/none/geo/gazetteer.bin"},
    {"NUTGRAF_CONTENT=/none $N map small.xml", 0, "Porto", ""},
    {"$N map small.xml >/dev/full", 2, "", "No space left"},
    {"$N show broken.xml", 0, "left open", ""},
    {"$N check small.xml", 0, "small.xml: 0 problems\n", ""},
    {"$N check - <small.xml", 0, "-: 0 problems\n", ""},
    {"$N check faulty.xml", 2, "faulty.xml: 3 problems\n", "nutgraf: faulty.xml:29:62: pointer #gild leads nowhere\n"},
    {"$N check faulty.xml", 2, NULL,
     "nutgraf: faulty.xml:21:14: organisation guild (Guild of Masons) is never mentioned\n"},
    {"$N check faulty.xml", 2, NULL, "nutgraf: faulty.xml:27:5: Invalid attribute rend for element head\n"},
    {"$N check broken.xml", 2, NULL, "nutgraf: broken.xml:3:61: "},
    {"sed 's:</body>:<p><x/></p>&:' small.xml | $N check -", 2, "-: 1 problem\n", "nutgraf: -:32:6: "},
    {"echo Some plain text. | $N check -", 2, "-: 1 problem\n", "nutgraf: -:1:1: no mark-up in it\n"},
    {"$N check - <.", 2, "", "nutgraf: -: Is a directory\n"},
    {"d=$(mktemp -d) && mkdir $d/articles && NUTGRAF_CONTENT=$d $N; s=$?; rm -r $d; exit $s", 2, "",
     "/articles: no articles in it\n"},
    /* what is wrong with one input does not stop the next */
    {"$N peple small.xml", 2, "", "nutgraf: peple: no such file; the nearest command is people\n"},
    {"cp small.xml grph && $N grph", 0, "Maria Costa", ""},
    {"$N show missing.xml small.xml", 2, "The bridge opens", "nutgraf: missing.xml: No such file or directory\n"},
    {"$N people . small.xml", 2, "Maria Costa", "nutgraf: .: Is a directory\n"},
    {"$N check missing.xml small.xml", 2, "small.xml: 0 problems", "nutgraf: missing.xml: No such file"},
    {"$N export /dev/null small.xml", 2, "nutgraf-article/1", "nutgraf: /dev/null: "},
    {"NUTGRAF_CONTENT=/nowhere $N check small.xml", 2, "", "nutgraf: Failed to open file"},
    /* usage */
    {"$N show", 2, "", "nutgraf: usage: nutgraf show [OPTION...] FILE...\n"},
    {"$N mentions Costa", 2, "", "usage: nutgraf mentions"},
    {"$N --bogus", 2, "", "nutgraf: Unknown option --bogus\n"},
    {"$N people --theme=dark small.xml", 2, "", "nutgraf: Unknown option --theme=dark\n"},
    {"$N people --to=xml small.xml", 2, "", "--to=xml: it must be json or csv or tsv"},
    {"$N export --to=csv small.xml", 2, "", "--to=csv: it must be json"},
    {"$N show --color=blue small.xml", 2, "", "--color=blue: it must be auto or always or never"},
    {"$N --theme=drak small.xml", 2, "", "--theme=drak: it must be dark or"},
    {"$N show --width=0 small.xml", 2, "", "--width=0: it must be from 20 to 1000"},
    {"$N show --width=wide small.xml", 2, "", "wide"},
    {"$N show -- --help", 2, "", "nutgraf: --help: No such file or directory\n"},
    /* output that cannot be written */
    {"$N show small.xml >/dev/full", 2, "", "nutgraf: standard output: No space left on device\n"},
    {"$N people small.xml >/dev/full", 2, "", "No space left"},
    {"$N export small.xml >/dev/full", 2, "", "No space left"},
    {"$N mentions Costa small.xml >/dev/full", 2, "", "No space left"},
    {"$N check small.xml >/dev/full", 2, "", "No space left"},
    {"$N --help >/dev/full", 2, "", "No space left"},
    /* a reader that leaves early */
    {"$N export small.xml small.xml | head -c 10", 0, "{\"schema\":", ""},
};

static void assert_part(const Case *c, const char *what, const char *text, const char *part)
{
  if (part && *part)
    cr_assert_not_null(strstr(text, part), "%s: no \"%s\" on standard %s:\n%s", c->line, part, what, text);
  else if (part)
    cr_assert_str_empty(text, "%s: on standard %s:\n%s", c->line, what, text);
}

Test(cli, each_line_prints_what_it_should)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_auto(Run) run = sh(cases[i].line);
    assert_part(&cases[i], "error", run.err, cases[i].err);
    cr_assert(*run.err == '\0' || g_str_has_prefix(run.err, "nutgraf: "), "%s: %s", cases[i].line, run.err);
    assert_part(&cases[i], "output", run.out, cases[i].out);
    cr_assert_eq(run.status, cases[i].status, "%s: status %d\n%s", cases[i].line, run.status, run.err);
  }
}

/* ---- what a table cannot say ---- */

Test(cli, a_picture_does_not_go_to_a_terminal)
{
  g_autofree char *program = ng_terminal_program(), *path = fixture("small.xml");
  const char *const argv[] = {program, "graph", "--to=png", path, NULL};
  g_autoptr(NgTerminal) terminal = ng_terminal_start(argv, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(terminal, "--to=png: a picture does not go to a terminal", 10000));
  cr_assert(ng_terminal_wait_exit(terminal, 10000));
  cr_assert_eq(ng_terminal_exit_code(terminal), 2);
}

Test(cli, the_reader_tells_that_the_program_came_without_articles)
{
  g_autofree char *program = ng_terminal_program();
  const char *const argv[] = {program, NULL}, *const env[] = {"NUTGRAF_CONTENT=/nowhere", NULL};
  g_autoptr(NgTerminal) terminal = ng_terminal_start(argv, 24, 80, env);
  cr_assert(ng_terminal_wait_for(terminal, "nutgraf: /nowhere/articles: ", 10000));
  cr_assert(ng_terminal_wait_exit(terminal, 10000));
  cr_assert_eq(ng_terminal_exit_code(terminal), 2);
}

/* A line of the shell in which $F is the fixture, on a terminal: how wide is what it prints, and is it coloured? */
typedef struct {
  const char *env, *line;
  int cols, least_used, most_used;
  bool coloured;
} OnTerminal;

static const OnTerminal on_terminals[] = {
    {"NO_COLOR=", "$N show $F", 120, 60, 80, true},
    {"NO_COLOR=", "$N show $F", 40, 30, 40, true},
    {"NO_COLOR=", "stty cols 10; $N --linear $F", 120, 19, 20, false}, /* no narrower */
    {"NO_COLOR=", "stty cols 0; $N show $F", 120, 60, 80, true},
    {"NO_COLOR=1", "$N show $F", 120, 60, 80, false},
    {"TERM=dumb", "$N show $F", 120, 60, 80, false},
    {"NO_COLOR=", "$N show --color=never $F", 120, 60, 80, false},
    {"NO_COLOR=1", "$N show --color=always $F", 120, 60, 80, true},
    {"NO_COLOR=", "$N show --color=auto --width=100 $F", 120, 81, 100, true},
    {"NO_COLOR=", "$N people $F", 30, 29, 30, false},
    {"NO_COLOR=", "$N people $F", 120, 31, 60, false},
    {"NO_COLOR=", "$N graph --stats $F", 50, 49, 50, false},
    {"NO_COLOR=", "$N map $F", 40, 20, 40, false},
};

static int widest_row(NgTerminal *terminal, int rows)
{
  int widest = 0;
  for (int row = 0; row < rows; row++) {
    g_autofree char *text = g_strchomp(ng_terminal_row(terminal, row));
    widest = MAX(widest, (int)g_utf8_strlen(text, -1));
  }
  return widest;
}

Test(cli, on_a_terminal_it_fits_and_is_coloured_unless_told)
{
  g_autofree char *program = ng_terminal_program(), *path = fixture("small.xml");
  g_autofree char *n = g_strconcat("N=", program, NULL), *f = g_strconcat("F=", path, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(on_terminals); i++) {
    const OnTerminal *it = &on_terminals[i];
    const char *const argv[] = {"/bin/sh", "-c", it->line, NULL}, *const env[] = {n, f, it->env, NULL};
    g_autoptr(NgTerminal) terminal = ng_terminal_start(argv, 60, it->cols, env);
    cr_assert(ng_terminal_wait_exit(terminal, 10000), "%s", it->line);
    cr_expect_eq(ng_terminal_wrote(terminal, "\033[", 2, 0), it->coloured, "%s, %s", it->env, it->line);
    int used = widest_row(terminal, 60);
    g_autofree char *screen = ng_terminal_screen(terminal);
    cr_expect(used >= it->least_used && used <= it->most_used, "%s, %s on %d columns: %d\n%s", it->env, it->line,
              it->cols, used, screen);
  }
}

Test(cli, show_wraps_to_the_width_and_colours_when_told)
{
  g_auto(Run) narrow = sh("$N show --width=40 small.xml");
  g_auto(GStrv) rows = g_strsplit(narrow.out, "\n", -1);
  for (char **row = rows; *row; row++)
    cr_assert_leq(g_utf8_strlen(*row, -1), 40, "%s", *row);
  g_auto(Run) plain = sh("$N show small.xml");
  assert_lacks(plain.out, "\033");
  g_auto(Run) coloured = sh("$N show --color=always small.xml");
  assert_has(coloured.out, "\033[");
  g_auto(Run) mentions = sh("$N mentions --color always Porto small.xml");
  assert_has(mentions.out, "\033[1mPorto\033[0m");
}

Test(cli, show_has_a_legend_of_who_is_named)
{
  g_auto(Run) run = sh("$N show small.xml");
  const char *legend = strstr(run.out, "People: 3");
  cr_assert_not_null(legend, "%s", run.out);
  assert_has(legend, "Maria Costa");
  assert_has(legend, "Guild of Masons");
}

Test(cli, export_is_a_document_a_line)
{
  g_auto(Run) run = sh("$N export --to json small.xml nobody.xml");
  g_auto(GStrv) lines = g_strsplit(run.out, "\n", -1);
  cr_assert_eq(g_strv_length(lines), 3);
  static const char *const titles[] = {"The bridge opens", "Rain"};
  for (gsize i = 0; i < 2; i++) {
    json_t *document = json_loads(lines[i], 0, NULL);
    cr_assert_not_null(document);
    cr_assert_str_eq(json_string_value(json_object_get(document, "title")), titles[i]);
    json_decref(document);
  }
}

Test(cli, several_files_share_one_head_of_a_table)
{
  g_auto(Run) run = sh("$N people --to csv small.xml nobody.xml small.xml");
  const char *head = "source,";
  cr_assert(g_str_has_prefix(run.out, head));
  cr_assert_null(strstr(run.out + 1, "\r\nsource,"));
  g_auto(GStrv) rows = g_strsplit(run.out, "\r\n", -1);
  cr_assert_eq(g_strv_length(rows), 1 + 3 + 3 + 1);
}

Test(cli, bundled_content_is_what_no_file_means)
{
  g_auto(Run) run = sh("unset NUTGRAF_CONTENT; $N");
  cr_assert_eq(run.status, 0);
  assert_has(run.out, "China and the United States talk again");
  cr_assert_lt(strstr(run.out, "China and the United States talk again"), strstr(run.out, "Three hours in Bali"),
               "the newest comes first");
  g_auto(Run) nowhere = sh("NUTGRAF_CONTENT=/nowhere $N");
  cr_assert_eq(nowhere.status, 2);
  assert_has(nowhere.err, "nutgraf: /nowhere/articles: ");
}

Test(cli, nothing_of_a_hostile_name_reaches_the_terminal)
{
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "a\033[31m\302\233\342\200\256b\nc.xml", NULL);
  g_autofree char *small = fixture("small.xml"), *text = NULL;
  gsize bytes;
  cr_assert(g_file_get_contents(small, &text, &bytes, NULL) && g_file_set_contents(path, text, (gssize)bytes, NULL));
  g_setenv("HOSTILE", path, TRUE);
  static const char *const lines[] = {"$N show \"$HOSTILE\"",
                                      "$N mentions Costa \"$HOSTILE\"",
                                      "$N mentions \"$HOSTILE\" small.xml",
                                      "$N show \"$HOSTILE.not\"",
                                      "$N check \"$HOSTILE\"",
                                      "$N export \"$HOSTILE\"",
                                      "$N people --to csv \"$HOSTILE\"",
                                      "$N --theme \"$HOSTILE\"",
                                      "$N \"--$HOSTILE\""};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    g_auto(Run) run = sh(lines[i]);
    static const char *const raw[] = {"\033", "\302\233", "\342\200\256"};
    for (gsize k = 0; k < G_N_ELEMENTS(raw); k++) {
      cr_assert_null(strstr(run.out, raw[k]), "%s: %s", lines[i], run.out);
      cr_assert_null(strstr(run.err, raw[k]), "%s: %s", lines[i], run.err);
    }
    const char *end = strchr(run.err, '\n');
    cr_assert(*run.err == '\0' || end[1] == '\0', "%s: one line: %s", lines[i], run.err);
  }
  g_remove(path);
  g_rmdir(folder);
}

/* ---- every subcommand, every form of what it prints ---- */

static const char *const printed[] = {"show",
                                      "show --color=always",
                                      "--linear",
                                      "people",
                                      "people --to json",
                                      "people --to csv",
                                      "people --to tsv",
                                      "places",
                                      "places --to json",
                                      "places --to csv",
                                      "places --to tsv",
                                      "organisations",
                                      "organisations --to json",
                                      "organisations --to csv",
                                      "organisations --to tsv",
                                      "relations",
                                      "relations --to json",
                                      "relations --to csv",
                                      "relations --to tsv",
                                      "export",
                                      "export --to json",
                                      "export --to tei",
                                      "annotate",
                                      "annotate --to tei",
                                      "annotate --to json",
                                      "graph",
                                      "graph --to text",
                                      "graph --to dot",
                                      "graph --to graphml",
                                      "graph --to gexf",
                                      "graph --to csv",
                                      "graph --to json-ld",
                                      "graph --to mermaid",
                                      "graph --to svg",
                                      "graph --stats",
                                      "graph --stats --to csv",
                                      "map",
                                      "map --to text",
                                      "map --to geojson",
                                      "map --to kml",
                                      "map --to svg",
                                      "mentions Porto",
                                      "check"};

static Run run_on(const char *subcommand, const char *files)
{
  g_autofree char *line = g_strdup_printf("$N %s %s", subcommand, files);
  return sh(line);
}

Test(cli, each_form_is_printed_and_holds_what_is_named)
{
  for (gsize i = 0; i < G_N_ELEMENTS(printed); i++) {
    const char *subcommand = printed[i];
    g_auto(Run) run = run_on(subcommand, "small.xml");
    cr_expect_eq(run.status, 0, "%s: status %d: %s", subcommand, run.status, run.err);
    cr_expect_str_empty(run.err, "%s: %s", subcommand, run.err);
    bool of_people = g_str_has_prefix(subcommand, "people"), of_groups = g_str_has_prefix(subcommand, "organisations");
    const char *named = strcmp(subcommand, "check") == 0 ? "small.xml"
                        : of_people                      ? "Maria Costa"
                        : of_groups                      ? "Guild of Masons"
                        : strstr(subcommand, "graph")    ? "Costa" /* a picture breaks names into lines */
                                                         : "Porto";
    cr_expect(strstr(run.out, named), "%s: no %s in\n%s", subcommand, named, run.out);
    const char *form = strstr(subcommand, "--to ");
    if (form && strcmp(form, "--to tsv") == 0)
      cr_expect(strchr(run.out, '\t') && !strchr(run.out, '\r'), "%s", subcommand);
    if (form && strcmp(form, "--to csv") == 0)
      cr_expect(strchr(run.out, ',') && strstr(run.out, "\r\n"), "%s", subcommand);
    if (form && strcmp(form, "--to json") == 0)
      cr_expect_eq(*run.out, '{', "%s", subcommand);
  }
}

/* What cannot be read is told in one line, whatever is asked of it, and the file after it is read. */
Test(cli, each_subcommand_tells_what_cannot_be_read_and_reads_on)
{
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL);
  g_autofree char *binary = g_build_filename(folder, "binary", NULL),
                  *locked = g_build_filename(folder, "locked", NULL);
  static const char elf[] = "\x7f\x45LF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01";
  cr_assert(g_file_set_contents(binary, elf, sizeof elf, NULL) && g_file_set_contents(locked, "x", 1, NULL));
  g_chmod(locked, 0);
  g_setenv("BINARY", binary, TRUE);
  g_setenv("LOCKED", locked, TRUE);
  static const struct {
    const char *file, *why;
  } bad[] = {{"missing.xml", ": No such file or directory\n"},
             {".", ": Is a directory\n"},
             {"/dev/null", ": empty\n"},
             {"$BINARY", ": a binary file, not an article\n"},
             {"$LOCKED", ": Permission denied\n"}};
  gsize n_bad = g_access(locked, R_OK) == 0 ? G_N_ELEMENTS(bad) - 1 : G_N_ELEMENTS(bad); /* root may read all */
  for (gsize i = 0; i < G_N_ELEMENTS(printed); i++) {
    g_auto(Run) good = run_on(printed[i], "small.xml");
    for (gsize k = 0; k < n_bad; k++) {
      if (i % n_bad != k && strncmp(printed[i], "show", 4) != 0 && strcmp(printed[i], "check") != 0)
        continue; /* each meets one of them, and some meet all */
      g_autofree char *files = g_strconcat(bad[k].file, " small.xml", NULL);
      g_auto(Run) run = run_on(printed[i], files);
      cr_expect_eq(run.status, 2, "%s %s: status %d", printed[i], files, run.status);
      cr_expect(g_str_has_prefix(run.err, "nutgraf: ") && g_str_has_suffix(run.err, bad[k].why), "%s %s: %s",
                printed[i], files, run.err);
      cr_expect_eq(strchr(run.err, '\n'), run.err + strlen(run.err) - 1, "%s %s: %s", printed[i], files, run.err);
      cr_expect_geq(strlen(run.out), strlen(good.out), "%s %s:\n%s", printed[i], files, run.out);
    }
  }
  g_chmod(locked, 0600);
  g_remove(binary);
  g_remove(locked);
  g_rmdir(folder);
}

/* A control character but the ends of lines and cells, one of the C1 set, one that turns the direction of writing, or a byte that is no UTF-8. */
static const char *first_unclean(const char *text, bool coloured)
{
  const char *bad;
  if (!g_utf8_validate(text, -1, &bad))
    return bad;
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (coloured && c == '\033' && p[1] == '[' && p[2 + strspn(p + 2, "0123456789;")] == 'm')
      continue;
    if ((c < 0x20 && !strchr("\n\r\t", (int)c)) || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2066 && c <= 0x2069))
      return p;
  }
  return NULL;
}

Test(cli, nothing_unclean_of_a_document_is_printed_in_any_form)
{
  static const char *const files[] = {"../hostile.xml", "../hostile-references.xml"};
  for (gsize i = 0; i < G_N_ELEMENTS(printed); i++)
    for (gsize k = 0; k < G_N_ELEMENTS(files); k++) {
      g_auto(Run) run = run_on(printed[i], files[k]);
      bool coloured = strstr(printed[i], "always") != NULL;
      const char *in_out = first_unclean(run.out, coloured), *in_err = first_unclean(run.err, false);
      cr_expect_null(in_out, "%s %s: byte %zu of\n%s", printed[i], files[k], (gsize)(in_out - run.out), run.out);
      cr_expect_null(in_err, "%s %s: byte %zu of\n%s", printed[i], files[k], (gsize)(in_err - run.err), run.err);
      cr_expect(strstr(run.out, "PWNED") || run.status == 2 || strncmp(printed[i], "mentions", 8) == 0 ||
                    strncmp(printed[i], "organisations", 13) == 0,
                "%s %s: nothing of it in\n%s", printed[i], files[k], run.out);
    }
}

/* An attribute far longer than what may be held: it is not held, from a pipe either. */
Test(cli, an_attribute_without_end_is_not_held_in_memory)
{
  static const char *const subcommands[] = {"show", "export", "check"};
  for (gsize i = 0; i < G_N_ELEMENTS(subcommands); i++) {
    g_autofree char *line =
        g_strdup_printf("{ echo \"<TEI><text><body><p>before <hi rend='\"; head -c 200000000 /dev/zero | tr '\\0' x; "
                        "echo \"'>x</hi></p></body></text></TEI>\"; } | $N %s -",
                        subcommands[i]);
    g_auto(Run) run = sh(line);
    const char *told = strcmp(subcommands[i], "show") == 0 ? "before" : "an attribute too long to be read";
    cr_expect(strstr(run.out, told) || strstr(run.err, told), "%s: %s%s", subcommands[i], run.out, run.err);
  }
  struct rusage usage;
  getrusage(RUSAGE_CHILDREN, &usage);
  /* An address sanitizer keeps back what was freed; held, the attribute would take more. */
  long most_kib = (NG_IS_SANITIZED ? 256L : 128L) << 10;
  cr_assert_lt(usage.ru_maxrss, most_kib, "%ld KiB", usage.ru_maxrss);
}

Test(cli, widths_hold_in_a_locale_without_utf_8)
{
  g_auto(Run) utf8 = sh("$N show --width=40 small.xml"), plain = sh("LC_ALL=C $N show --width=40 small.xml");
  cr_assert_str_eq(plain.out, utf8.out);
}
