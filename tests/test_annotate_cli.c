/* The annotator from the command line: which articles it looks at, the spans it prints, and how good they are by an independent scorer. */
#include "annotate/language.h"
#include "load/load.h"
#include "load/plain_source.h"
#include "tests/corpora.h"
#include "tests/rows.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

typedef struct {
  char *out, *err;
  int status;
} Run;

static void run_clear(Run *run)
{
  g_free(run->out);
  g_free(run->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, run_clear)

/* Runs a line of the shell in a folder of its own, in which $N is the program and $HOME an empty home. */
static Run sh(const char *line)
{
  g_autofree char *program = g_build_filename(g_getenv("NG_TEST_BUILDDIR"), "nutgraf", NULL);
  g_autofree char *folder = g_dir_make_tmp("nutgraf-XXXXXX", NULL);
  g_auto(GStrv) env = g_environ_setenv(g_get_environ(), "N", program, TRUE);
  env = g_environ_setenv(env, "HOME", folder, TRUE);
  env = g_environ_setenv(env, "XDG_CONFIG_HOME", folder, TRUE);
  env = g_environ_setenv(env, "LC_ALL", "C.UTF-8", TRUE);
  const char *argv[] = {"/bin/sh", "-c", line, NULL};
  Run run = {0};
  int wait_status;
  cr_assert(g_spawn_sync(folder, (char **)argv, env, G_SPAWN_SEARCH_PATH, NULL, NULL, &run.out, &run.err, &wait_status,
                         NULL));
  run.status = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
  const char *remove[] = {"rm", "-rf", folder, NULL};
  g_spawn_sync(NULL, (char **)remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return run;
}

#define MARKED                                                                                                         \
  "printf '<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>The <persName ref=\"#q\">Qin Gang</persName> "    \
  "met Nicholas Burns.</p></body></text></TEI>' >a.xml; "
#define PLAIN      "printf 'The envoy Nicholas Burns went to\\nBeijing.\\n' >a.txt; "

#define WORD(line) "mkdir -p $HOME/nutgraf; echo '" line "' >$HOME/nutgraf/corrections; "

typedef struct {
  const char *line;
  int status;
  const char *out, *err; /* parts; "" is nothing at all */
} Case;

static const Case cases[] = {
    {MARKED "$N people --to csv a.xml | grep -c Burns", 1, "0", ""},
    {MARKED "$N people --to csv --annotate=auto a.xml | grep -c Burns", 1, "0", ""},
    {MARKED "$N people --to csv --annotate=always a.xml | grep -c Burns", 0, "1", ""},
    {MARKED "$N people --to csv --annotate=always a.xml | grep -c Qin", 0, "1", ""},
    {PLAIN "$N people --to csv a.txt | grep -c Burns", 0, "1", ""},
    {PLAIN "$N people --annotate=never a.txt", 1, "", ""},
    {MARKED "sed -i 's/<TEI /<TEI xml:lang=\"fr\" /' a.xml; $N people --to csv "
            "--annotate=always a.xml | grep -c Burns",
     1, "0", ""},
    {MARKED
     "sed -i 's/<TEI /<TEI xml:lang=\"en-GB\" /' a.xml; $N people --to csv --annotate=always a.xml | grep -c Burns",
     0, "1", ""},
    {"echo 'Qin Gang met Nicholas Burns.' >a.txt; $N --linear a.txt", 0, "Relations: 1 found by the annotator", ""},
    {PLAIN "$N people --annotate=often a.txt", 2, "", "it must be auto or always or never"},
    {MARKED "$N annotate a.xml | grep -c 'resp=\"#annotator\" cert=\"0.85\" ana=\"#begins_x0020_with'", 0, "1", ""},
    {PLAIN "$N annotate a.txt >b.xml && $N check b.xml", 0, "0 problems", ""},
    {PLAIN "$N annotate --to json a.txt", 0, "\"confidence\":0.85,\"rule\":\"begins with a first name\"", ""},
    {PLAIN "$N annotate --to spans a.txt", 0,
     "{\"doc\":\"a\",\"start\":10,\"end\":24,\"type\":\"PER\",\"entity\":\"nicholas-burns\"}\n"
     "{\"doc\":\"a\",\"start\":33,\"end\":40,\"type\":\"LOC\",\"entity\":\"beijing\"}\n",
     ""},
    {"echo 'Qin Gang met Nicholas Burns.' >a.txt; $N annotate --to spans a.txt", 0,
     "{\"doc\":\"a\",\"relation\":\"meet\",\"subject\":[0,8],\"object\":[13,27],\"type\":\"REL\"}\n", ""},
    {"echo 'Nicholas Burns was accused by Qin Gang.' >a.txt; $N annotate --to spans a.txt", 0,
     "\"relation\":\"accuse\",\"subject\":[30,38],\"object\":[0,14]", ""},
    {PLAIN WORD("Nicholas Burns is a event") "$N annotate --to spans a.txt | grep -c '\"end\":24'", 1, "0", ""},
    {PLAIN "$N annotate --to spans - <a.txt", 0, "{\"doc\":\"-\",\"start\":10,\"end\":24", ""},
    {MARKED PLAIN "$N annotate --to spans a.xml a.txt", 2, "\"end\":40", "a.xml: no plain text"},
    {"$N annotate --to spans none.txt", 2, "", "none.txt: No such file"},
    {"echo none of it >a.txt; $N annotate --to spans a.txt", 1, "", ""},
    {PLAIN WORD("Nicholas Burns not a name") "$N people a.txt", 1, "", ""},
    {PLAIN WORD("Nicholas Burns is a place") "$N annotate --to spans a.txt", 0, "\"end\":24,\"type\":\"LOC\"", ""},
    {MARKED WORD("Qin Gang not a name") "$N people --to csv a.xml | grep -c Qin", 1, "0", ""},
    {MARKED WORD("met is a person") "$N people --to csv a.xml | grep -c met", 0, "1", ""},
    {MARKED WORD("met is a person") "$N people --annotate=never --to csv a.xml | grep -c met", 1, "0", ""},
    {PLAIN WORD("# a\nwhat is this") "$N people a.txt", 2, "Burns", "corrections:2: none of: NAME not a name"},
    {PLAIN WORD("nonsense") "$N annotate --to spans a.txt", 2, "PER", "corrections:1: none of"},
    {": >a.txt; $N annotate --to spans a.txt", 2, "", "empty"},
    {PLAIN "NUTGRAF_CONTENT=. $N annotate a.txt", 2, "", "no names can be looked for: "},
    {PLAIN "NUTGRAF_CONTENT=. $N export --to json a.txt", 0, "no names were looked for: ", ""},
};

ParameterizedTestParameters(annotate_cli, prints)
{
  return rows(G_N_ELEMENTS(cases));
}

ParameterizedTest(size_t *row, annotate_cli, prints)
{
  const Case *it = &cases[*row];
  g_auto(Run) run = sh(it->line);
  cr_expect_eq(run.status, it->status, "%s: %d\n%s%s", it->line, run.status, run.out, run.err);
  cr_expect(*it->out ? strstr(run.out, it->out) != NULL : !*run.out, "%s\n%s", it->line, run.out);
  cr_expect(*it->err ? strstr(run.err, it->err) != NULL : !*run.err, "%s\n%s", it->line, run.err);
}

/* ---- spans of the input as it stands ---- */

/* In the last of these words each "Ann" is looked up; what the input has there must be it. */
static const char *const inputs[] = {
    "Ann",
    "  Ann  and\n\n\n\tAnn.  \n",
    "\xEF\xBB\xBF"
    "Ann and Ann",
    "A headline of Ann\r\n\r\nBy Ann Other\r\n\r\nText of\r\n  Ann.\r\n",
    "date 2023-05-08\n\nAnn in the headline\n\nText of Ann and e\u0301 Ann, cafe\u0301s, Ann.\n",
    "2023-05-08\n\nBy Ann Other\n\nAnn in the headline\n\nText of Ann \U0001F600 \u5317\u4eac Ann\n",
    "Ann\x01 and \302\205 Ann \u00a0Ann\u3000 Ann",
    "A line that is broken where it was full, as Ann knew well, by the ma-\nchine of Ann, who goes on here and on and "
    "on.\nAnother line that goes on for as long as the first one and Ann.\n",
    "Names follow.\n\nAnn     x | Ann   \tAnn\n|Ann    b     Ann|\n",
};

ParameterizedTestParameters(annotate_cli, spans_are_of_the_input)
{
  return rows(G_N_ELEMENTS(inputs));
}

ParameterizedTest(size_t *row, annotate_cli, spans_are_of_the_input)
{
  const char *input = inputs[*row];
  g_autoptr(NgArticle) article = ng_load_memory(input, strlen(input), "a.txt", NULL);
  cr_assert_not_null(article);
  const char *text = ng_article_text(article, NULL);
  uint32_t positions[64], points[64], n = 0;
  bool is_end[64];
  for (const char *at = text; (at = strstr(at, "Ann")); at += 3) {
    positions[n] = (uint32_t)(at - text);
    is_end[n++] = false;
    positions[n] = (uint32_t)(at - text) + 3;
    is_end[n++] = true;
  }
  cr_assert_gt(n, 0u);
  cr_assert(ng_plain_source_points(article, input, strlen(input), positions, is_end, points, n));
  for (uint32_t i = 0; i < n; i += 2) {
    cr_expect_eq(points[i + 1], points[i] + 3, "%u to %u", points[i], points[i + 1]);
    cr_expect_eq(strncmp(g_utf8_offset_to_pointer(input, points[i]), "Ann", 3), 0, "%u of %s", points[i], input);
  }
}

Test(annotate_cli, spans_of_another_input_are_refused)
{
  g_autoptr(NgArticle) article = ng_load_memory("Ann and Bob", 11, "a.txt", NULL);
  const uint32_t position = 8;
  const bool is_end = false;
  uint32_t point;
  cr_expect_not(ng_plain_source_points(article, "Ann and Cyd", 11, &position, &is_end, &point, 1));
  cr_expect_not(ng_plain_source_points(article, "", 0, &position, &is_end, &point, 1));
}

/* ---- languages ---- */

static const char *const told[][2] = {
    {"The president said on Monday that the talks with the minister would go on for a week, and that is all.", "en"},
    {"BERLIN GRAND PRIX RESULTS. 1. Mark Crear (U.S.) 13.26 seconds", "en"},
    {"Le président de la République a reçu lundi à Paris le chancelier allemand, qui est venu pour parler de la guerre "
     "et des sanctions dans une réunion sur l'Ukraine.",
     "fr"},
    {"Der Minister sprach am Montag in Berlin mit dem Kanzler, und danach reiste er nach Wien weiter, wo ihn die "
     "Regierung empfing und mit ihm zu Abend aß, was nicht alle wussten.",
     "de"},
    {"El presidente dijo el lunes que los ministros se reunieron con las empresas para hablar de una ley que se "
     "aprobó por unanimidad en el parlamento.",
     "es"},
    {"\u4e2d\u56fd\u5916\u4ea4\u90e8\u957f\u79e6\u521a\u5468\u4e00\u5728\u5317\u4eac\u4f1a\u89c1\u4e86\u7f8e\u56fd"
     "\u9a7b\u534e\u5927\u4f7f\u3002",
     "und-Hani"},
    {"\u041f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442 \u0437\u0430\u044f\u0432\u0438\u043b \u043e\u0431 "
     "\u044d\u0442\u043e\u043c",
     "und-Cyrl"},
    {"Presidentti sanoi maanantaina, että neuvottelut jatkuvat viikon ajan ja että muuta kerrottavaa hänellä ei tällä "
     "hetkellä ole, mutta asiaan palataan vielä myöhemmin tänään.",
     "und-Latn"},
};

ParameterizedTestParameters(annotate_cli, language_of_a_text)
{
  return rows(G_N_ELEMENTS(told));
}

ParameterizedTest(size_t *row, annotate_cli, language_of_a_text)
{
  g_autofree char *path = g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "lexicon", "lexicon.bin", NULL);
  g_autoptr(NgLexicon) lexicon = ng_lexicon_open(path, NULL);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(NgToken));
  const char *text = told[*row][0];
  ng_tokens_cut(tokens, lexicon, text, strlen(text), 0);
  ng_tokens_look_up(tokens, lexicon, text);
  cr_expect_str_eq(ng_language_of((const NgToken *)(const void *)tokens->data, tokens->len, text), told[*row][1]);
}

/* Tokens take several times the memory of what they stand for, so those of a text that never stops are not held all at once. */
Test(annotate_cli, a_text_without_a_full_stop_takes_little_more_than_itself)
{
  g_auto(Run) run = sh(
      "yes 'that the minister of it said to them while' | tr '\\n' ' ' | head -c 16000000 | $N annotate - >/dev/null");
  cr_assert_eq(run.status, 0, "%s", run.err);
  struct rusage usage;
  getrusage(RUSAGE_CHILDREN, &usage);
  long most_kib = (NG_IS_SANITIZED ? 256L : 112L) << 10;
  cr_assert_lt(usage.ru_maxrss, most_kib, "%ld KiB", usage.ru_maxrss);
}

/* Where such a text is cut no name is: all of its mentions, and its record. */
Test(annotate_cli, names_of_a_text_without_a_full_stop_are_whole)
{
  g_auto(Run) run =
      sh("yes 'and then Nicholas Burns went away' | tr '\\n' ' ' | head -c 1400000 >a.txt; "
         "$N annotate a.txt | grep -o '>Nicholas Burns</persName>' | wc -l; $N people --to csv a.txt | wc -l");
  cr_assert_str_eq(run.out, "41177\n2\n", "%s%s", run.out, run.err);
}

/* ---- how good they are ---- */

typedef struct {
  const char *corpus;
  double least; /* strict F1 in per cent: a point below what was reached */
} Reached;

static const Reached reached[] = {{"conll03-testa", 81.2}, {"gum-news", 72.2}, {"wikigold", 64.0}};

ParameterizedTestParameters(annotate_cli, is_right_by_the_scorer)
{
  return rows(G_N_ELEMENTS(reached));
}

ParameterizedTest(size_t *row, annotate_cli, is_right_by_the_scorer)
{
  g_autofree char *name = g_strdup_printf("ner/%s", reached[*row].corpus), *gold = ng_corpus_path(name);
  g_autofree char *scorer = g_build_filename(g_getenv("NG_TEST_SRCDIR"), "..", "shared", "bench", "score_ner.py", NULL);
  g_autofree char *python = g_find_program_in_path("python3");
  if (!g_file_test(gold, G_FILE_TEST_IS_DIR) || !g_file_test(scorer, G_FILE_TEST_EXISTS) || !python)
    cr_skip("the corpora, their scorer or python3 are not at hand");
  g_autofree char *line = g_strdup_printf(
      "$N annotate --to spans '%s'/raw/*.txt >spans; python3 '%s' --json '%s' spans", gold, scorer, gold);
  g_auto(Run) run = sh(line);
  const char *all = strstr(run.out, "\"ALL\""), *f1 = all ? strstr(all, "\"f1\": ") : NULL;
  cr_assert_not_null(f1, "%s%s", run.out, run.err);
  cr_expect_geq(100 * g_ascii_strtod(f1 + 6, NULL), reached[*row].least, "%s: %s", reached[*row].corpus, run.out);
}
