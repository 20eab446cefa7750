/* The annotator: tokens and sentences, names and their kinds, who is who, and how often it is right on texts that people have marked. */
#include "annotate/names.h"
#include "tests/annotating.h"
#include "tests/corpora.h"
#include "tests/outline.h"
#include "tests/rows.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* ---- the lexicon ---- */

Test(lexicon, knows_phrases_as_they_are_spelled)
{
  g_autoptr(NgLexicon) l = ng_test_lexicon();
  cr_expect(ng_lexicon_look_up(l, "Norway", 6) & NG_LEX_COUNTRY);
  cr_expect(ng_lexicon_look_up(l, "Hong Kong", 9) & NG_LEX_COUNTRY);
  cr_expect(ng_lexicon_look_up(l, "Hong", 4) & NG_LEX_PREFIX);
  cr_expect(ng_lexicon_look_up(l, "minister", 8) & NG_LEX_COMMON);
  cr_expect_eq(ng_lexicon_look_up(l, "norway", 6) & NG_LEX_COUNTRY, 0);
  cr_expect_eq(ng_lexicon_look_up(l, "Xyzzyx", 6), 0);
}

Test(lexicon, what_is_none_is_refused)
{
  static guint32 full[4 + 512 + 1 + 1 + 1] = {
      0x454c474e, 0x03000058, 2, 1}; /* the header, the sets of flags, two buckets, an entry and one more */
  g_autoptr(NgLexicon) sound = ng_lexicon_from_bytes(full, sizeof full - 4, NULL);
  cr_assert_not_null(sound);
  cr_expect_eq(ng_lexicon_look_up(sound, "Norway", 6), 0);
  cr_assert_null(ng_lexicon_from_bytes(NULL, 0, NULL));
  cr_assert_null(ng_lexicon_from_bytes("NGLEX", 5, NULL));
  cr_assert_null(ng_lexicon_from_bytes(full, 16, NULL), "a header alone");
  cr_assert_null(ng_lexicon_from_bytes(full, sizeof full - 8, NULL), "an entry is missing");
  full[2] = 3;
  cr_assert_null(ng_lexicon_from_bytes(full, sizeof full - 2, NULL), "no power of two");
  full[2] = 1;
  cr_assert_null(ng_lexicon_from_bytes(full, sizeof full - 6, NULL), "one bucket");
  full[2] = 2;
  full[1] = 0x02000058;
  cr_assert_null(ng_lexicon_from_bytes(full, sizeof full - 4, NULL), "of another version");
  cr_assert_null(ng_lexicon_open("/none", NULL));
}

Test(lexicon, buckets_that_begin_nowhere_have_nothing)
{
  static guint32 full[4 + 512 + 1 + 1] = {0x454c474e, 0x03000058, 2, 1};
  static const guint32 drifts[] = {0x80008000, 0x7fff7fff, 0x7fff8000, 0x80007fff, 0xffff0001};
  for (gsize i = 0; i < G_N_ELEMENTS(drifts); i++) {
    full[4 + 512] = drifts[i];
    g_autoptr(NgLexicon) lexicon = ng_lexicon_from_bytes(full, sizeof full, NULL);
    for (char c = 'a'; c <= 'z'; c++)
      cr_expect_eq(ng_lexicon_look_up(lexicon, &c, 1), 0);
  }
}

/* The heap has the rest of its page: what is written there later must not reach into it, nor go with it. */
Test(lexicon, what_is_allocated_later_lies_apart)
{
  enum { BLOCKS = 64, BYTES = 1 << 16 };
  static char *blocks[BLOCKS];
  static const char *const phrases[] = {"Norway", "New York", "the", "Norwey", "minister"};
  guint32 before[G_N_ELEMENTS(phrases)];
  NgLexicon *l = ng_test_lexicon();
  for (gsize i = 0; i < G_N_ELEMENTS(phrases); i++)
    before[i] = ng_lexicon_look_up(l, phrases[i], strlen(phrases[i]));
  for (gsize i = 0; i < BLOCKS; i++) {
    blocks[i] = g_malloc(BYTES);
    memset(blocks[i], (int)i + 1, BYTES);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(phrases); i++)
    cr_expect_eq(ng_lexicon_look_up(l, phrases[i], strlen(phrases[i])), before[i], "%s", phrases[i]);
  ng_lexicon_free(l);
  for (gsize i = 0; i < BLOCKS; i++) {
    cr_expect(blocks[i][0] == (char)(i + 1) && memcmp(blocks[i], blocks[i] + 1, BYTES - 1) == 0, "block %zu", i);
    g_free(blocks[i]);
  }
}

/* ---- tokens ---- */

/* Tokens parted by a stroke, sentences by two. */
static char *cut(const char *text)
{
  g_autoptr(NgLexicon) l = ng_test_lexicon();
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(NgToken));
  ng_tokens_cut(tokens, l, text, strlen(text), 0);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < tokens->len; i++) {
    const NgToken *t = &g_array_index(tokens, NgToken, i);
    if (i)
      g_string_append(out, t->sentence == (t - 1)->sentence ? "|" : "||");
    g_string_append_len(out, text + t->start, t->end - t->start);
  }
  return g_string_free(out, FALSE);
}

Test(tokens, words_and_sentences)
{
  static const char *const rows[][2] = {
      {"Mr. Burns met Gen. J. F. Kelly. He left.", "Mr.|Burns|met|Gen.|J.|F.|Kelly|.||He|left|."},
      {"The U.S. said 3.5 percent, or 1,000.", "The|U.S.|said|3.5|percent|,|or|1,000|."},
      {"It was in the U.S. The talks ended.", "It|was|in|the|U.S.||The|talks|ended|."},
      {"Qin's and Qins' and Qin\u2019s", "Qin|'s|and|Qins|'|and|Qin|\u2019s"},
      {"O'Brien of AT&T, Wu Chi-wai", "O'Brien|of|AT&T|,|Wu|Chi-wai"},
      {"US-China and China-U.S. talks", "US|-|China|and|China|-|U.S.|talks"},
      {"He said: \u201cGo.\u201d She went. \"No!\" he said.",
       "He|said|:|\u201c|Go|.|\u201d||She|went|.||\"|No|!|\"|he|said|."},
      {"at 3 p.m. on\u2026 \u2014 no", "at|3|p.m.|on|\u2026|\u2014|no"},
      {"Mr.\u00a0Burns left.\u00a0The end\u202fcame.", "Mr.|Burns|left|.||The|end|came|."},
      {"", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *found = cut(rows[i][0]);
    cr_expect_str_eq(found, rows[i][1], "%s\n%s", found, rows[i][1]);
  }
}

/* ---- names ---- */

static const char *const stories[][2] = {
    {"Chinese Foreign Minister Qin Gang met with Ambassador Nicholas Burns in Beijing on Monday. Burns and Qin talked.",
     "Chinese Foreign Minister {p#qin-gang:Qin Gang} met with Ambassador {p#nicholas-burns:Nicholas Burns} in "
     "{l#beijing:Beijing} on Monday. {p#nicholas-burns:Burns} and {p#qin-gang:Qin} talked."},
    {"Paul Haenle worked for the National Security Council, the Pentagon said in the U.S. on May 8.",
     "{p#paul-haenle:Paul Haenle} worked for the {o#national-security-council:National Security Council}, the "
     "{o#pentagon:Pentagon} said in the {l#united-states:U.S.} on May 8."},
    {"The U.S.-China talks between America and China went on, said Secretary of State Antony J. Blinken.",
     "The {l#united-states:U.S.}-{l#china:China} talks between {l#united-states:America} and {l#china:China} went on, "
     "said Secretary of State {p#antony-j.-blinken:Antony J. Blinken}."},
    {"Foreign Minister Qin Gang spoke of it. They met at Mr. Qins' house, and the house of the others was far.",
     "Foreign Minister {p#qin-gang:Qin Gang} spoke of it. They met at Mr. {p#qin-gang:Qins}' house, and the house of "
     "the others was far."},
    {"I think that the Paris-based firm will, on Labor Day, pay for it all. The end is near, they said of the rest.",
     "I think that the Paris-based firm will, on Labor Day, pay for it all. The end is near, they said of the rest."},
    {"Der Minister sprach am Montag in Berlin mit dem Kanzler, und danach reiste er nach Wien weiter, wo ihn Karl "
     "Nehammer "
     "empfing und mit ihm zu Abend aß.",
     "Der Minister sprach am Montag in Berlin mit dem Kanzler, und danach reiste er nach Wien weiter, wo ihn Karl "
     "Nehammer "
     "empfing und mit ihm zu Abend aß."},
};

TableTestRows(annotate, stories)
{
  return rows(G_N_ELEMENTS(stories));
}

TableTest(size_t *row, annotate, stories)
{
  g_autoptr(NgArticle) article = ng_test_annotated(stories[*row][0]);
  g_autofree char *found = ng_outline_text(article);
  cr_assert_str_eq(found, stories[*row][1], "\n%s\n%s", found, stories[*row][1]);
}

Test(annotate, who_made_a_mention_is_told)
{
  g_autoptr(NgArticle) article = ng_test_annotated("Then Nicholas Burns said that it was over.");
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(article, &n);
  cr_assert_eq(n, 1);
  cr_assert_eq(mentions[0].origin, NG_ORIGIN_ANNOTATOR);
  cr_assert_eq(mentions[0].confidence, 85);
  cr_assert_str_eq(ng_article_rule(article, mentions[0].rule), "begins with a first name");
  cr_assert_not(ng_article_entities(article, &n)[mentions[0].entity].has_record);
}

Test(annotate, what_the_source_marks_stands)
{
  g_autoptr(NgArticle) article = ng_test_annotated(
      "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>So the <orgName ref='#a'>Bank of Nicholas</orgName> "
      "Burns "
      "and the <orgName ref='#b'>Council <orgName ref='#c'>of Europe</orgName></orgName>, said Paul Haenle of "
      "it.</p></body></text></TEI>");
  g_autofree char *found = ng_outline_text(article);
  cr_assert_str_eq(found,
                   "So the {o#a:Bank of Nicholas} Burns and the {o#b:Council {o#c:of Europe}}, said "
                   "{p#paul-haenle:Paul Haenle} of it.",
                   "%s", found);
}

Test(annotate, a_title_without_a_text_stands_once)
{
  g_autoptr(NgArticle) article =
      ng_test_annotated("<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>"
                        "<title>Talks in Beijing</title></titleStmt></fileDesc></teiHeader></TEI>");
  cr_assert_str_eq(ng_article_text(article, NULL), "Talks in Beijing");
}

/* ---- bad input ---- */

Test(annotate, much_of_anything_is_linear)
{
  static const char *const parts[] = {"Aa ", "A. ",  "AAAA ", "a-",    "Bank of ", "\u4e2d\u6587 ",
                                      "'s'", "Mr. ", "3 4 ",  "Jean-", "A'",       "d'Aa "};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < (1u << 20))
      g_string_append(text, parts[i]);
    g_autoptr(NgArticle) article = ng_test_annotated(text->str);
    uint32_t n;
    const NgMention *mentions = ng_article_mentions(article, &n);
    cr_expect_eq(n, 0, "%u mentions of %s: the first of %u bytes", n, parts[i],
                 n ? mentions->end - mentions->start : 0);
  }
  cr_assert(ng_spent_within(0, 10));
}

/* What is no English text, or no text, has no names in it. */
static const char *const nothing[] = {
    "AAAAAAA BBBBBB CCCCCC DDDD\n",
    "\u4ed6\u6628\u5929\u5728\u5317\u4eac\u4f1a\u89c1\u4e86\u5927\u4f7f\u3002",
    "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 \u0641\u064a \u0628\u0643\u064a\u0646",
    "\U0001F600 \U0001F389 \U0001F44D\U0001F3FD \U0001F1EB\U0001F1F7 \U0001F1FA\U0001F1F8\n",
    "#include <stdio.h>\n#include \"Parser.h\"\n\nstruct Node *Node_new(struct Parser *Parser, const char *Name)\n{\n"
    "  for (int I = 0; I < Parser->Count; I++)\n    Node->Children[I] = Node_new(Parser, \"Child\");\n  return "
    "Node;\n}\n",
    "+------+-------+\n| Name | Votes |\n+------+-------+\n| Dem  | 1,204 |\n| Rep  | 1,102 |\n+------+-------+\n",
};

TableTestRows(annotate, finds_nothing_where_nothing_is)
{
  return rows(G_N_ELEMENTS(nothing));
}

TableTest(size_t *row, annotate, finds_nothing_where_nothing_is)
{
  g_autoptr(NgArticle) article = ng_test_annotated(nothing[*row]);
  uint32_t n;
  ng_article_mentions(article, &n);
  g_autofree char *found = ng_outline_text(article);
  cr_assert_eq(n, 0, "%s", found);
}

/* ---- how good it is ---- */

typedef struct {
  guint right, found, gold;
} Score;

/* "DOCUMENT START-END", in characters, to the first letter of the kind. */
static GHashTable *read_gold(const char *text)
{
  GHashTable *gold = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    char name[128], type[16];
    int start, end;
    if (sscanf(*line, "{\"doc\": \"%127[^\"]\", \"start\": %d, \"end\": %d, \"type\": \"%15[^\"]\"", name, &start, &end,
               type) == 4 &&
        strcmp(type, "MISC") != 0)
      g_hash_table_insert(gold, g_strdup_printf("%s %d-%d", name, start, end), GINT_TO_POINTER(type[0]));
  }
  return gold;
}

static void score_document(Score *score, const char *document, const char *text, GHashTable *gold, const NgLexicon *l)
{
  static const char kinds[] = {0, 'P', 'L', 'O'};
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(NgToken)),
                    names = g_array_new(FALSE, FALSE, sizeof(NgName));
  for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n')
    ng_tokens_cut(tokens, l, line, strcspn(line, "\n"), (uint32_t)(line - text));
  ng_tokens_look_up(tokens, l, text);
  const NgToken *t = (const NgToken *)(const void *)tokens->data;
  ng_names_find(names, t, tokens->len, text);
  ng_names_agree(names, t, tokens->len);
  score->found += names->len;
  uint32_t at = 0;
  long chars = 0; /* before `at` */
  for (guint i = 0; i < names->len; i++) {
    const NgName *name = &g_array_index(names, NgName, i);
    uint32_t start = t[name->first].start, end = t[name->end - 1].end;
    chars += g_utf8_strlen(text + at, start - at);
    long behind = chars + g_utf8_strlen(text + start, end - start);
    at = start;
    g_autofree char *key = g_strdup_printf("%s %ld-%ld", document, chars, behind);
    score->right += GPOINTER_TO_INT(g_hash_table_lookup(gold, key)) == kinds[name->verdict.kind];
  }
}

/* Strict F1 in percent over a corpus; 0 where it is not at hand. */
static double f1_of(const char *corpus)
{
  g_autofree char *gold_name = g_strdup_printf("ner/%s/gold.jsonl", corpus), *lines = ng_corpus_read(gold_name, NULL);
  g_autofree char *raw_name = g_strdup_printf("ner/%s/raw", corpus), *raw = ng_corpus_path(raw_name);
  g_autoptr(GDir) dir = g_dir_open(raw, 0, NULL);
  if (!lines || !dir)
    return 0;
  g_autoptr(NgLexicon) l = ng_test_lexicon();
  g_autoptr(GHashTable) gold = read_gold(lines);
  Score score = {.gold = g_hash_table_size(gold)};
  for (const char *name; (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(raw, name, NULL), *text = NULL,
                    *document = g_strndup(name, strcspn(name, "."));
    cr_assert(g_file_get_contents(path, &text, NULL, NULL));
    score_document(&score, document, text, gold, l);
  }
  return 200.0 * score.right / MAX(score.found + score.gold, 1);
}

typedef struct {
  const char *corpus;
  double least; /* a point below what was reached */
} Reached;

/* CoNLL-2003 is measured, and nothing is made of it. */
static const Reached reached[] = {{"conll03-testa", 85.6}, {"gum-news", 78.2}, {"wikigold", 70.5}};

TableTestRows(annotate, is_right_as_often_as_it_was)
{
  return rows(G_N_ELEMENTS(reached));
}

TableTest(size_t *row, annotate, is_right_as_often_as_it_was)
{
  double f1 = f1_of(reached[*row].corpus);
  if (f1 == 0)
    cr_skip("the corpora are not at hand");
  cr_assert_geq(f1, reached[*row].least, "%s: %.1f", reached[*row].corpus, f1);
}
