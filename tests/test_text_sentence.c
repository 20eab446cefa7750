/* Sentences: tricky English, other scripts, and that every way of asking finds the same ends. */
#include "tests/rows.h"
#include "tests/spent.h"
#include "text/text.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

static void use_utf8(void)
{
  setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(text_sentence, .init = use_utf8);

static NgRange whole(const char *text)
{
  return (NgRange){0, (uint32_t)strlen(text)};
}

/* The sentences of a block, parted by | */
static char *split(const char *text, NgRange block)
{
  GString *joined = g_string_new(NULL);
  for (uint32_t from = block.start; from < block.end;) {
    NgRange s = ng_text_sentence_next(text, block, from);
    if (s.start == s.end)
      break;
    g_string_append(joined, joined->len ? "|" : "");
    g_string_append_len(joined, text + s.start, (gssize)(s.end - s.start));
    from = s.end;
  }
  return g_string_free(joined, FALSE);
}

/* Sentences parted by |; the text is the same with spaces for them, or nothing for a ‖. */
static const char *const samples[] = {
    "One.|Two.|Three",
    "Mr. Burns met Ms. Li.|Dr. No came too.",
    "He left the U.S.|The talks went on.",
    "The U.S. Senate voted.|It passed.",
    "U.S. Secretary of State Antony J. Blinken spoke.|Mr. Wang did not.",
    "It rose 3.5 percent to $1.2 billion.|No. 10 said nothing.",
    "He asked: “Why?”|Nobody knew.",
    "“Why?” he asked.|“Because.”",
    "“We will not go,” said Mr. Xi.|“Never!”",
    "“Is this right?” President Biden asked.|No one answered.",
    "He arrived at 10 a.m. on Monday.|She came at 4 p.m.|They talked.",
    "J. R. R. Tolkien wrote it.|So did C. S. Lewis.",
    "J.R.R. Tolkien wrote it.",
    "See Fig. 3 and p. 12, vol. II of the report.|It is clear.",
    "Apples, pears, etc. are fruit.|Apples, etc.|They are good.",
    "On Jan. 6 it began.|In Feb.|The end came.",
    "Acme Inc. fell.|It closed at Acme Inc.|The shares rose.",
    "Wait... what?|Yes...|The end.",
    "What?!|Really!|Yes.",
    "He said it (in vain.)|Nobody heard.",
    "See https://example.org/a.b?c=d.|Then go.",
    "Version 2.0.1 is out.|Get it.",
    "It is so.[12]|Others disagree.",
    "St. Petersburg and Ft. Worth are cities.|So is Mt. Vernon.",
    "Gen. Mark A. Milley called Gen. Li.|No answer.",
    "Smith et al. v. Jones was heard.|The court ruled.",
    "北京很大。‖我们去。‖好！‖走吧",
    "「いいえ。」と言った。‖彼は行った。",
    "क्या हाल है?|सब ठीक है।|अच्छा।",
    "Он пришёл.|Она ушла.",
    "Το τέλος.|Η αρχή.",
    "هل هذا صحيح؟|نعم.",
    "« C’est vrai. »|Il partit.",
    "Er sagte: »Nein.«|Sie ging.",
    "Only white space follows.",
    "No stop at all",
    "The price: $5.|Cheap!",
    "e.g. this and i.e. that are not ends.|This is.",
    "Lt. Col. Smith, Ph.D., spoke.|He left.",
    "He works for the F.B.I.|He said so.",
    "The F.B.I. Director spoke.",
    "A. Miller spoke.|Then B. Smith did.",
    "It is so.¹|So?²|So.³|So.⁰|So.⁴|So.⁹|He left.",
    "He said \"no.\"|Then 'yes.'|It went.",
    "It goes on. \"so. 'so. ¡so. ¿so. *so. • so. (so. “so. ’so. – so. , so. ; so. : so.",
    "Wait. . .|What?",
    "One.‖\u00A0Two.‖\u202FThree.",
    "So.[1234]|So.[12345] So.[] So.[1; So.a1] So.",
    "Er ging.|»Nein«, sagte er.",
    "« Oui. »",
    "「いいえ。」‖A社は行った。‖と言った。‖「いいえ。」‖彼は来た。",
    "好！？‖走吧。‖It is so.‖北京很大。",
    "“It rains.”|Xi said nothing.|Why?|Xi said no.|Was it Mr?|Xi left.",
    "“Why?”|She said no more.|“Why?”|Xi then said no.",
    "“Why?” Xi Li Wang said.|“Why?”|Xi Li Wang Hu said.",
    "He left at 5 p.m. A. Miller, a U.S. All-Star, called U.S. Noël fans.",
    "He left the U.S.|It’s over.",
    "It is version 2.0.|Xi left in 1984.|Xi was 7.|Xi left.",
    "1. The first point.",
    "100. The last point.",
    "1984.|The year.",
    "He said no.|Łódź is far.",
};

TableTestRows(text_sentence, table)
{
  static int indices[G_N_ELEMENTS(samples)];
  for (int i = 0; i < (int)G_N_ELEMENTS(samples); i++)
    indices[i] = i;
  return cr_make_param_array(int, indices, G_N_ELEMENTS(samples));
}

TableTest(int *index, text_sentence, table)
{
  g_auto(GStrv) parts = g_strsplit(samples[*index], "‖", -1);
  g_autofree char *marked = g_strjoinv("|", parts), *joined = g_strjoinv("", parts);
  g_autofree char *text = g_strdelimit(g_strdup(joined), "|", ' ');
  g_autofree char *found = split(text, whole(text));
  cr_assert_str_eq(found, marked, "expected %s\n         found    %s", marked, found);
}

static unsigned count(const char *text)
{
  unsigned n = 0;
  for (uint32_t from = 0; from < strlen(text); n++)
    from = ng_text_sentence_next(text, whole(text), from).end;
  return n;
}

Test(text_sentence, each_abbreviation)
{
  static const struct {
    const char *words;
    bool ended[4]; /* a sentence, before each of `next` */
  } groups[] = {
      {"Adm Atty Brig Capt Cmdr Col Cpl Dr Fr Ft Gen Gov Govs Hon Hr Insp Lt MM Maj Messrs Mgr Mlle Mme Mr Mrs Ms "
       "Msgr Mt Pres Prof Profs Pvt Rep Reps Rev Sen Sens Sgt Sra Ste Supt approx bzw ca cf e.g eds esp i.e incl "
       "resp v viz vs",
       {false, false, false, false}},
      {"Apr Ariz Ark Assn Aug Ave Bldg Blvd Bros Calif Co Colo Conn Corp Cos Dec Del Dept Feb Fla Fri Ga Ill Inc Ind "
       "Jan Jr Jul Jun Kan Ky La Ltd Mar Mass Md Mich Minn Miss Mo Mon Mont Neb Nev Nov Oct Okla Ore Pa Penn Rd Sat "
       "Sep Sept Sr St Sun Tenn Tex Thu Thurs Tue Tues Univ Va Vt Wash Wed Wis Wyo al dept",
       {true, false, false, false}},
      {"etc ft usw", {true, true, true, false}},
      {"Art Ch Eq Fig Figs No Nos Nr Par Sec Vol Vols art ch ed eq est fig figs no nos nr par para pp sec vol vols",
       {true, true, false, false}},
  };
  static const char *const next[] = {"The", "Xi", "II", "7"};
  for (gsize i = 0; i < G_N_ELEMENTS(groups); i++) {
    g_auto(GStrv) words = g_strsplit(groups[i].words, " ", -1);
    for (char **word = words; *word; word++)
      for (gsize k = 0; k < G_N_ELEMENTS(next); k++) {
        g_autofree char *text = g_strdup_printf("It is %s. %s", *word, next[k]);
        cr_expect_eq(count(text), groups[i].ended[k] ? 2 : 1, "%s", text);
      }
  }
}

Test(text_sentence, each_word_that_begins_one_or_tells_who_spoke)
{
  static const char begins[] =
      "A According After Again All Although Among An And Another Any Are As At Because Before Besides Both But By "
      "Critics Despite During Each Earlier Either Even Every Few For Four From Had He Her Here His How However I If "
      "In Indeed Instead Is It Its Later Many Meanwhile More Moreover Most Much My Neither No Nor Not Nothing Now "
      "Officials On Once One Only Or Other Others Our People Perhaps Police Several She Since So Some Soon Still "
      "Such That The Their Then There These They This Those Though Three Through Thus To Today Two Under Until Was "
      "We Were What When Where Whether Which While Who Why With Without Yesterday Yet You Your";
  static const char speaks[] =
      "added argued asked asks continued cried demanded exclaimed insisted joked observed quipped remarked replied "
      "said says shouted told tweeted wondered wrote";
  g_auto(GStrv) beginners = g_strsplit(begins, " ", -1), speaking = g_strsplit(speaks, " ", -1);
  for (char **word = beginners; *word; word++) {
    g_autofree char *text = g_strdup_printf("At 5 p.m. %s left", *word);
    cr_expect_eq(count(text), 2, "%s", text);
  }
  for (char **word = speaking; *word; word++) {
    g_autofree char *text = g_strdup_printf("“Why?” Xi Jinping %s", *word);
    cr_expect_eq(count(text), 1, "%s", text);
  }
}

Test(text_sentence, white_space_belongs_to_no_sentence)
{
  const char *text = "  One.   Two.  ";
  NgRange first = ng_text_sentence_at(text, whole(text), 0), gap = ng_text_sentence_at(text, whole(text), 7),
          last = ng_text_sentence_at(text, whole(text), 14);
  cr_assert(first.start == 2 && first.end == 6, "%u to %u", first.start, first.end);
  cr_assert((gap.start == 9 && gap.end == 13) || (gap.start == 2 && gap.end == 6), "%u to %u", gap.start, gap.end);
  cr_assert(last.start == 9 && last.end == 13, "%u to %u", last.start, last.end);
  NgRange none = ng_text_sentence_next(text, whole(text), 13);
  cr_assert(none.start == 15 && none.end == 15);
}

Test(text_sentence, looks_at_its_block_only)
{
  const char *text = "Before. Within one. Within two. After.";
  NgRange block = {8, 31};
  g_autofree char *found = split(text, block);
  cr_assert_str_eq(found, "Within one.|Within two.");
  NgRange at = ng_text_sentence_at(text, block, 10);
  cr_assert(at.start == 8 && at.end == 19);
}

/* From wherever one asks, the same sentences are found, and together they are all of the text. */
static void assert_consistent(const char *text, NgRange block)
{
  uint32_t covered = block.start;
  for (uint32_t from = block.start; from < block.end;) {
    NgRange s = ng_text_sentence_next(text, block, from);
    cr_assert(s.start >= from && s.end <= block.end);
    for (uint32_t pos = covered; pos < s.start; pos = (uint32_t)(g_utf8_next_char(text + pos) - text))
      cr_assert(g_unichar_isspace(g_utf8_get_char(text + pos)), "text between sentences at %u", pos);
    if (s.start == s.end)
      return;
    for (uint32_t pos = s.start; pos < s.end; pos += MAX(1, (s.end - s.start) / 50)) {
      if (((guchar)text[pos] & 0xC0) == 0x80)
        continue;
      NgRange at = ng_text_sentence_at(text, block, pos);
      cr_assert(at.start == s.start && at.end == s.end, "asked at %u: %u to %u; in order: %u to %u", pos, at.start,
                at.end, s.start, s.end);
    }
    covered = from = s.end;
  }
}

Test(text_sentence, asks_at_and_next_agree_on_random_text)
{
  static const char *const pieces[] = {"Mr",  ".",    ".",     "?",  "!",   " ",         " ",   " ",      "“",
                                       "”",   "\"",   "(",     ")",  "The", "word",      "U.S", "J",      "3",
                                       "[1]", "。",   "北",    "」", "\n",  "\u2026",    "»",   "\u00A0", "e\u0301",
                                       "a",   "said", "Biden", "’",  "½",   "\U0001F600"};
  GRand *rand = g_rand_new_with_seed(29);
  for (int round = 0; round < 3000; round++) {
    g_autoptr(GString) text = g_string_new("\u00E9");
    for (int i = g_rand_int_range(rand, 1, 60); i > 0; i--)
      g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
    assert_consistent(text->str, whole(text->str));
  }
  g_rand_free(rand);
}

Test(text_sentence, agree_across_the_cells_of_long_blocks)
{
  static const char *const units[] = {
      "word ", "nostop",  "A sentence of some words. ", "北京", "。", ".", "\u0301", "x. ", "Mr. ", "”",
      "    ",  "! \u00BB"};
  GRand *rand = g_rand_new_with_seed(4096);
  for (int round = 0; round < 25; round++) {
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 20000) {
      const char *unit = units[g_rand_int_range(rand, 0, G_N_ELEMENTS(units))];
      for (int i = g_rand_int_range(rand, 1, round % 3 ? 2000 : 20); i > 0; i--)
        g_string_append(text, unit);
    }
    assert_consistent(text->str, whole(text->str));
  }
  g_rand_free(rand);
}

Test(text_sentence, costs_that_of_the_sentence)
{
  static const char *const units[] = {"word ", "unbroken", ".", ". ", "”", "Mr. ", " ", "[1]", "\u0301"};
  for (gsize k = 0; k < G_N_ELEMENTS(units); k++) {
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 4000000)
      g_string_append(text, units[k]);
    double start = ng_spent_s();
    for (uint32_t i = 0; i < 200; i++)
      ng_text_sentence_at(text->str, whole(text->str), (uint32_t)(text->len / 200 * i));
    cr_assert(ng_spent_within(start, 2), "200 look-ups in 4 MB of \"%s\"", units[k]);
  }
}
