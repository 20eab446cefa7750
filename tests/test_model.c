/* Look-ups in an article, finding an entity by what is typed, and phrases. */
#include "model/phrase.h"
#include "model/room.h"
#include "tests/compose.h"
#include "tests/rows.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <malloc.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* ---- look-ups ---- */

/* The text: "A met Ministry of China.\n\nB" with a mention around another. */
static NgArticle *small(void)
{
  return ng_composed("{p#a:A} met {o#m:Ministry of {l#c:China}}.\n{p#b:B}");
}

typedef struct {
  uint32_t pos, block, mention, next;
} LookUp;

TableTestRows(model, look_ups)
{
  static LookUp cases[] = {
      {0, 0, 0, 0},
      {1, 0, NG_NONE, 1},
      {6, 0, 1, 1},
      {7, 0, 1, 2},
      {18, 0, 2, 2},
      {22, 0, 2, 3},
      {23, 0, NG_NONE, 3},
      {24, 0, NG_NONE, 3},
      {25, 0, NG_NONE, 3},
      {26, 1, 3, 3},
      {27, 1, NG_NONE, 4},
      {5000, 1, NG_NONE, 4},
      {NG_NONE, 1, NG_NONE, 4},
  };
  return cr_make_param_array(LookUp, cases, G_N_ELEMENTS(cases));
}

TableTest(LookUp *c, model, look_ups)
{
  g_autoptr(NgArticle) a = small();
  cr_assert_eq(ng_article_block_at(a, c->pos), c->block);
  cr_assert_eq(ng_article_mention_at(a, c->pos), c->mention, "%u", ng_article_mention_at(a, c->pos));
  cr_assert_eq(ng_article_first_mention_from(a, c->pos), c->next);
}

Test(model, mentions_of_an_entity_and_their_numbers)
{
  g_autoptr(NgArticle) a = ng_composed("{p#a:A} {p#b:B} {p#a:A}\n{p#a:A}");
  uint32_t n;
  const uint32_t *of = ng_article_mentions_of(a, 0, &n);
  cr_assert(n == 3 && of[0] == 0 && of[1] == 2 && of[2] == 3);
  cr_assert_eq(ng_article_mention_ordinal(a, 3), 2);
  cr_assert_eq(ng_article_mention_ordinal(a, 1), 0);
}

Test(model, lines_are_those_of_mentions)
{
  g_autoptr(NgArticle) a = ng_composed("x\n{p#a:A}\n\ny {p#a:A} z");
  cr_assert_eq(ng_article_line_at(a, 0), 0);
  cr_assert_eq(ng_article_line_at(a, 3), 2);
  cr_assert_eq(ng_article_line_at(a, 8), 4);
  cr_assert_eq(ng_article_line_at(a, 7), 2);
  g_autoptr(NgArticle) none = ng_composed("x");
  cr_assert_eq(ng_article_line_at(none, 0), 0);
}

typedef struct {
  char notation[120], word[16], sentence[60];
} Sentence;

TableTestRows(model, sentences)
{
  static Sentence cases[] = {
      {"One here. Two there.", "there", "Two there."},
      {"{s:One here. Two} there.", "Two", "One here. Two"},
      {"{s:One here. Two} there. Three.", "there", "there."},
      {"Zero. One {s:two. three} four. Five.", "One", "One"},
      {"Zero. One {s:two. three} four. Five.", "four", "four."},
      {"{s:Outer {s:inner} more.}", "inner", "inner"},
      {"{s:Outer {s:inner} more.}", "more", "Outer inner more."},
      {"{s:Outer {s:in {s:most} x} {s:other} more.}", "more", "Outer in most x other more."},
      {"{s:Outer {s:in {s:most} x} {s:other} more.}", "x", "in most x"},
      {"{x#p:A passage. Is} no sentence.", "passage", "A passage."},
      {"# Heading without stop\ntext", "Heading", "Heading without stop"},
      {"{s:a}\nFirst of block. More.", "First", "First of block."},
  };
  return cr_make_param_array(Sentence, cases, G_N_ELEMENTS(cases));
}

TableTest(Sentence *c, model, sentences)
{
  g_autoptr(NgArticle) a = ng_composed(c->notation);
  const char *text = ng_article_text(a, NULL), *word = strstr(text, c->word);
  cr_assert_not_null(word);
  NgRange s = ng_article_sentence_at(a, (uint32_t)(word - text));
  g_autofree char *found = g_strndup(text + s.start, s.end - s.start);
  cr_assert_str_eq(found, c->sentence);
}

Test(model, a_place_behind_all_text_has_the_last_sentence)
{
  g_autoptr(NgArticle) a = ng_composed("One. Two é");
  NgRange s = ng_article_sentence_at(a, 5000);
  cr_assert(s.start == 5 && s.end == 11, "%u to %u", s.start, s.end);
}

Test(model, paragraphs_are_numbered_and_notes_share_the_number_of_their_host)
{
  g_autoptr(NgArticle) a = ng_composed("= Title{n:n}\none{n:n}\n# Heading{n:n{n:nn}}\n- two\n> three{n:n}\n| four\n"
                                       "lg/l five\nl five{n:n}\nlg/l six\nseven");
  static const uint32_t expected[] = {0, 0, 1, 1, 0, 0, 0, 2, 3, 3, 4, 5, 5, 5, 6, 7};
  uint32_t n;
  ng_article_blocks(a, &n);
  cr_assert_eq(n, G_N_ELEMENTS(expected));
  for (uint32_t i = 0; i < n; i++)
    cr_assert_eq(ng_article_paragraph_number(a, i), expected[i], "block %u has %u", i,
                 ng_article_paragraph_number(a, i));
}

Test(model, an_unknown_id_is_no_entity)
{
  g_autoptr(NgArticle) a = small();
  cr_assert_eq(ng_article_entity_by_id(a, "nobody"), NG_NONE);
  cr_assert_eq(ng_article_entity_by_id(a, ""), NG_NONE);
  cr_assert_eq(ng_article_entity_by_id(a, "m"), 1);
}

Test(model, looking_for_a_mention_costs_little_among_very_many)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  ng_builder_open(b);
  for (int i = 0; i < 100000; i++) {
    ng_builder_open(b);
    ng_builder_text(b, "x", 1);
    ng_builder_close_mention(b, NG_ENTITY_PERSON, NULL, 1, 1);
  }
  ng_builder_text(b, "behind", 6);
  ng_builder_close_mention(b, NG_ENTITY_PERSON, NULL, 1, 1);
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  double begin = ng_spent_s();
  for (int i = 0; i < 2000; i++)
    cr_assert_eq(ng_article_mention_at(a, 100001), 0);
  cr_assert(ng_spent_within(begin, 2));
}

/* ---- finding ---- */

static NgArticle *people(void)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  const struct {
    const char *id, *name, *alias;
  } records[] = {{"qin", "Qin Gang", "Minister Qin"},    {"burns", "Nicholas Burns", NULL},
                 {"wburns", "William Burns", NULL},      {"xi", "Xi Jinping", NULL},
                 {"gang", "Li Gang", "QIN GANG’s aide"}, {"ny", "New York", "Big Apple"},
                 {"jose", "José Ruiz-Gómez", NULL},      {"burnsville", "Burnsville", NULL}};
  for (gsize i = 0; i < G_N_ELEMENTS(records); i++) {
    uint32_t r = ng_builder_record(b, NG_ENTITY_PERSON, records[i].id, 1, 1);
    ng_builder_record_name(b, r, records[i].name);
    ng_builder_record_name(b, r, records[i].alias);
  }
  return ng_builder_finish(b);
}

typedef struct {
  char typed[24], id[16], nearest[80];
} Typed;

TableTestRows(model, finding)
{
  static Typed cases[] = {
      {"qin", "qin", ""},
      {"QIN  GANG", "qin", ""},
      {"minister qin", "qin", ""},
      {"Jinping", "xi", ""},
      {"burns", "burns", ""}, /* an id outweighs the names */
      {"Burns", "", "Nicholas Burns|William Burns"},
      {"gang", "gang", ""},
      {"Gang", "", "Qin Gang|Li Gang"},
      {"york", "ny", ""},
      {"new york", "ny", ""},
      {"ew yor", "", "*"},
      {"ruiz", "jose", ""},
      {"JOSÉ RUIZ-GÓMEZ", "jose", ""},
      {"Jose\u0301", "", "*"},
      {"big apple", "ny", ""},
      {"Xi Jinpign", "", "*"},
      {"", "", "*"},
      {"  ", "", "*"},
  };
  return cr_make_param_array(Typed, cases, G_N_ELEMENTS(cases));
}

TableTest(Typed *c, model, finding)
{
  g_autoptr(NgArticle) a = people();
  char **nearest = NULL;
  uint32_t n, found = ng_find_entity(a, c->typed, &nearest);
  const NgEntity *entities = ng_article_entities(a, &n);
  if (*c->id) {
    cr_assert_neq(found, NG_NONE, "\"%s\" was not found", c->typed);
    cr_assert_str_eq(entities[found].id, c->id);
    cr_assert_null(nearest);
  } else if (strcmp(c->typed, "Jose\u0301") != 0) {
    cr_assert_eq(found, NG_NONE);
    g_autofree char *joined = g_strjoinv("|", nearest);
    if (*c->nearest != '*')
      cr_assert_str_eq(joined, c->nearest);
    else
      cr_assert(g_strv_length(nearest) == 5, "%s", joined);
    if (strcmp(c->typed, "Xi Jinpign") == 0)
      cr_assert_str_eq(nearest[0], "Xi Jinping");
  }
  g_strfreev(nearest);
  cr_assert_eq(ng_find_entity(a, c->typed, NULL), found);
}

Test(model, finds_nothing_where_there_is_nothing)
{
  g_autoptr(NgArticle) a = ng_composed("text");
  char **nearest = NULL;
  cr_assert_eq(ng_find_entity(a, "Qin", &nearest), NG_NONE);
  cr_assert_eq(g_strv_length(nearest), 0);
  g_strfreev(nearest);
}

Test(model, finds_among_very_many)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  for (int i = 0; i < 100000; i++) {
    g_autofree char *name = g_strdup_printf("Somebody Whose Name Is Number %d", i);
    ng_builder_record_name(b, ng_builder_record(b, NG_ENTITY_PERSON, NULL, 1, 1), name);
  }
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  double begin = ng_spent_s();
  char **nearest = NULL;
  cr_assert_neq(ng_find_entity(a, "somebody whose name is number 4711", &nearest), NG_NONE);
  cr_assert_eq(ng_find_entity(a, "somebody whose nmae is number 4711", &nearest), NG_NONE);
  cr_assert_str_eq(nearest[0], "Somebody Whose Name Is Number 4711");
  g_strfreev(nearest);
  cr_assert(ng_spent_within(begin, 3));
}

/* ---- phrases ---- */

typedef struct {
  char iso[32], words[32];
} Date;

TableTestRows(model, dates)
{
  static Date cases[] = {
      {"2023-05-08", "8 May 2023"},
      {"2023-05-08T10:00:00Z", "8 May 2023"},
      {"2023-05-08 10:00", "8 May 2023"},
      {"2023-05", "May 2023"},
      {"2023", "2023"},
      {"1962-12-31", "31 December 1962"},
      {"2023-13-08", "2023-13-08"},
      {"2023-00", "2023-00"},
      {"2023-05-32", "2023-05-32"},
      {"2023-05-8", "2023-05-8"},
      {"2023-05-081", "2023-05-081"},
      {"May 2023", "May 2023"},
      {"", ""},
      {"2023-", "2023-"},
      {"2023-0", "2023-0"},
      {"2023-05-", "2023-05-"},
      {"-044-03-15", "-044-03-15"},
      {"20230508", "20230508"},
      {"2023-05-08/2023-05-12", "8 May 2023 to 12 May 2023"},
      {"2023-05/2023-06", "May 2023 to June 2023"},
      {"2023/", "2023/"},
      {"/2023", "/2023"},
  };
  return cr_make_param_array(Date, cases, G_N_ELEMENTS(cases));
}

TableTest(Date *c, model, dates)
{
  g_autofree char *words = ng_phrase_date(c->iso);
  cr_assert_str_eq(words, c->words);
}

Test(model, positions_and_counts)
{
  g_autofree char *beijing = ng_phrase_position(39.9042, 116.4074), *rio = ng_phrase_position(-22.95, -43.2),
                  *zero = ng_phrase_position(-0.04, -0.0), *one = ng_phrase_count(1, "mention", "mentions"),
                  *none = ng_phrase_count(0, "mention", "mentions");
  cr_assert_str_eq(beijing, "39.9N 116.4E");
  cr_assert(strcmp(rio, "23.0S 43.2W") == 0 || strcmp(rio, "22.9S 43.2W") == 0, "%s", rio);
  cr_assert_str_eq(zero, "0.0N 0.0E");
  cr_assert_str_eq(one, "1 mention");
  cr_assert_str_eq(none, "0 mentions");
  cr_assert_str_eq(ng_phrase_kind(NG_ENTITY_PERSON, 1), "person");
  cr_assert_str_eq(ng_phrase_kind(NG_ENTITY_PERSON, 0), "people");
  cr_assert_str_eq(ng_phrase_kind_head(NG_ENTITY_EVENT), "Events");
}

/* ---- room ---- */

static void expect_large(gsize bytes)
{
  gsize small = (gsize)sysconf(_SC_PAGESIZE);
  g_autofree char *block = g_malloc(bytes);
  g_autofree unsigned char *there = g_malloc0(bytes / small);
  char *first = (char *)(((guintptr)block + small - 1) / small * small);
  cr_assert_eq(mincore(first, bytes - small, there), 0);
  for (gsize i = 0; i < bytes / small - 1; i++)
    cr_assert(there[i] & 1, "page %zu", i);
}

/* What the heap gives from large pages is there before it is written, and is no more than they hold. */
Test(model, the_heap_gives_from_large_pages)
{
  gsize bytes = NG_ROOM_OF_A_STORY;
  cr_assert_not(ng_room_is_large(1));
  if (!ng_room_in_large_pages(bytes))
    cr_skip("the system gives no large pages here");
  cr_assert(ng_room_is_large(bytes));
  cr_assert_not(ng_room_is_large(2 * bytes));
  char *block = g_malloc(bytes);
  cr_assert_not(ng_room_is_large(bytes));
  g_free(block);
  expect_large(bytes);
  char *held = g_malloc(bytes);
  cr_assert(ng_room_in_large_pages(bytes));
  cr_assert(ng_room_is_large(bytes));
  g_free(held);
}

/* Where hardly anything of the block before is cut off, as much is left behind the page as the heap gives back by itself. */
Test(model, a_large_page_is_kept_wherever_the_heap_ends)
{
  gsize large = (gsize)2 << 20, bytes = NG_ROOM_OF_A_STORY;
  mallopt(M_MMAP_THRESHOLD, (int)(4 * large));
  char *probe = malloc(2 * large);
  guintptr end = (guintptr)probe, next = (end + 2 * large) / large * large;
  free(probe);
  char *held = malloc(next - end - 4096);
  bool same = (guintptr)held == end, given = same && ng_room_in_large_pages(bytes);
  if (given)
    expect_large(bytes);
  free(held);
  if (!same)
    cr_skip("this heap does not give the same place again");
  if (!given)
    cr_skip("the system gives no large pages here");
}
