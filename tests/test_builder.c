/* The builder: text, blocks, notes, and what opens and closes in them. Every article made here keeps all promises of article.h. */
#include "tests/compose.h"
#include "tests/invariants.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

static NgBuilder *start(void)
{
  return ng_builder_new("a.xml", NG_FORMAT_TEI);
}

static void say(NgBuilder *b, const char *text)
{
  ng_builder_text(b, text, strlen(text));
}

static NgArticle *finish(NgBuilder *b)
{
  NgArticle *a = ng_builder_finish(b);
  g_autofree char *broken = ng_invariants_broken(a);
  cr_assert_null(broken, "%s", broken);
  return a;
}

/* Blocks as "kind:text|kind:text"; notes with the place they hang on. */
static char *outline(const NgArticle *a)
{
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(a, &n);
  const char *text = ng_article_text(a, NULL);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++) {
    g_string_append_printf(out, "%s%s", i ? "|" : "", ng_block_kind_word(blocks[i].kind));
    if (blocks[i].level)
      g_string_append_printf(out, "%u", blocks[i].level);
    if (blocks[i].anchor != NG_NONE)
      g_string_append_printf(out, "@%u", blocks[i].anchor);
    g_string_append_printf(out, ":%.*s", (int)(blocks[i].end - blocks[i].start), text + blocks[i].start);
  }
  return g_string_free(out, FALSE);
}

/* Mentions as "text>entity id" */
static char *mention_list(const NgArticle *a)
{
  uint32_t n, n_entities;
  const NgMention *mentions = ng_article_mentions(a, &n);
  const NgEntity *entities = ng_article_entities(a, &n_entities);
  const char *text = ng_article_text(a, NULL);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, "%s%.*s>%s", i ? "|" : "", (int)(mentions[i].end - mentions[i].start),
                           text + mentions[i].start, entities[mentions[i].entity].id);
  return g_string_free(out, FALSE);
}

static void assert_outline(NgArticle *a, const char *expected)
{
  g_autofree char *found = outline(a);
  cr_assert_str_eq(found, expected, "\nexpected %s\nfound    %s", expected, found);
}

static void assert_mentions(NgArticle *a, const char *expected)
{
  g_autofree char *found = mention_list(a);
  cr_assert_str_eq(found, expected, "\nexpected %s\nfound    %s", expected, found);
}

/* ---- blocks and white space ---- */

Test(builder, nothing_makes_an_empty_article)
{
  g_autoptr(NgArticle) a = finish(start());
  uint32_t bytes, n;
  cr_assert_str_eq(ng_article_text(a, &bytes), "");
  cr_assert_eq(bytes, 0);
  ng_article_blocks(a, &n);
  cr_assert_eq(n, 0);
  cr_assert_eq(ng_article_block_at(a, 0), NG_NONE);
  cr_assert_eq(ng_article_mention_at(a, 0), NG_NONE);
  cr_assert_eq(ng_article_first_mention_from(a, 0), 0);
  NgRange sentence = ng_article_sentence_at(a, 0);
  cr_assert_eq(sentence.start, sentence.end);
}

Test(builder, folds_white_space_over_calls)
{
  NgBuilder *b = start();
  say(b, "  one\n\n two");
  say(b, "\t");
  say(b, " three");
  say(b, "four ");
  ng_builder_space(b);
  say(b, ".  ");
  g_autoptr(NgArticle) a = finish(b);
  assert_outline(a, "paragraph:one two threefour .");
}

/* Text goes in eight bytes at a time: white space of every kind at each distance from such a step. */
Test(builder, folds_white_space_wherever_it_falls)
{
  static const char *const spaces[] = {" ", "\n", "  ", " \n", "\n ", "\t\n\r"};
  for (gsize length = 1; length < 20; length++)
    for (gsize i = 0; i < G_N_ELEMENTS(spaces); i++) {
      g_autofree char *word = g_strnfill(length, 'x');
      g_autofree char *text = g_strconcat(word, spaces[i], "y", spaces[i], NULL);
      g_autofree char *expected = g_strdup_printf("paragraph:%s y", word);
      NgBuilder *b = start();
      say(b, text);
      g_autoptr(NgArticle) a = finish(b);
      assert_outline(a, expected);
    }
}

Test(builder, blocks_without_text_leave_no_trace)
{
  NgBuilder *b = start();
  ng_builder_block(b, NG_BLOCK_QUOTE, 0);
  say(b, " \n ");
  ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
  ng_builder_space(b);
  say(b, "text");
  ng_builder_block(b, NG_BLOCK_ITEM, 2);
  ng_builder_block(b, NG_BLOCK_ITEM, 3);
  say(b, "item");
  ng_builder_block(b, NG_BLOCK_CODE, 0);
  g_autoptr(NgArticle) a = finish(b);
  assert_outline(a, "paragraph:text|item3:item");
}

Test(builder, levels_are_of_headings_and_items_alone)
{
  NgBuilder *b = start();
  ng_builder_block(b, NG_BLOCK_PARAGRAPH, 4);
  say(b, "a");
  ng_builder_block(b, NG_BLOCK_HEADING, 0);
  say(b, "b");
  ng_builder_block(b, NG_BLOCK_ITEM, -3);
  say(b, "c");
  ng_builder_block(b, NG_BLOCK_HEADING, 1000);
  say(b, "d");
  g_autoptr(NgArticle) a = finish(b);
  assert_outline(a, "paragraph:a|heading1:b|item1:c|heading255:d");
}

/* ---- the title ---- */

typedef struct {
  char head[24], notation[64], outline[96], title[24];
} TitleCase;

TableTestRows(builder, title)
{
  static TitleCase cases[] = {
      {"", "text", "paragraph:text", ""},
      {"Title", "text", "title:Title|paragraph:text", "Title"},
      {"Title", "", "title:Title", "Title"},
      {"Title", "# title\ntext", "title:title|paragraph:text", "Title"},
      {"Title", "# Other\ntext", "title:Title|heading1:Other|paragraph:text", "Title"},
      {"", "# First\ntext", "title:First|paragraph:text", "First"},
      {"", "## First\n# Second", "title:First|heading1:Second", "First"},
      {"Title", "= Shown\ntext", "title:Shown|paragraph:text", "Title"},
      {"", "= Shown\n= Again", "title:Shown|heading1:Again", "Shown"},
      {"Title", "text\n# Title", "title:Title|paragraph:text|heading1:Title", "Title"},
      {"", "text\n= Late", "paragraph:text|heading1:Late", ""},
      {"Cafe\u0301", "# CAFÉ\nx", "title:CAFÉ|paragraph:x", "Café"},
      {"Title", "# {n:note}\ntext", "title:Title|paragraph:text|note@7:note", "Title"},
      {"Title", "{n:note}\n# Title", "title:Title|note@0:note", "Title"},
      {"Title", "{n:note}", "title:Title|note@5:note", "Title"},
      {"", "{n:note}", "note@0:note", ""},
      {"", "# Title{n:note}\nx", "title:Title|note@5:note|paragraph:x", "Title"},
  };
  return cr_make_param_array(TitleCase, cases, G_N_ELEMENTS(cases));
}

TableTest(TitleCase *c, builder, title)
{
  NgBuilder *b = start();
  ng_builder_set_head(b, NG_HEAD_TITLE, c->head);
  ng_compose(b, c->notation);
  g_autoptr(NgArticle) a = finish(b);
  assert_outline(a, c->outline);
  const char *title = ng_article_head(a)->title;
  cr_assert_str_eq(title ? title : "", c->title);
}

Test(builder, the_head_is_cleaned_and_its_first_value_stays)
{
  NgBuilder *b = start();
  ng_builder_set_head(b, NG_HEAD_BYLINE, "  ");
  ng_builder_set_head(b, NG_HEAD_BYLINE, NULL);
  ng_builder_set_head(b, NG_HEAD_BYLINE, " Ann\n\033]0;x\aAuthor ");
  ng_builder_set_head(b, NG_HEAD_BYLINE, "Other");
  ng_builder_set_head(b, NG_HEAD_DATE, "2023");
  ng_builder_set_head(b, NG_HEAD_LANGUAGE, "en");
  g_autoptr(NgArticle) a = finish(b);
  const NgHead *head = ng_article_head(a);
  cr_assert_str_eq(head->byline, "Ann ␛]0;x␇Author");
  cr_assert_str_eq(head->date, "2023");
  cr_assert_str_eq(head->language, "en");
  cr_assert_str_eq(head->source, "a.xml");
  cr_assert_null(head->url);
  cr_assert_eq(head->format, NG_FORMAT_TEI);
}

/* ---- notes ---- */

typedef struct {
  char notation[96], outline[140];
} Outline;

TableTestRows(builder, notes)
{
  static Outline cases[] = {
      {"Before{n:the note} after.", "paragraph:Before after.|note@6:the note"},
      {"Before {n:the note}after.", "paragraph:Before after.|note@6:the note"},
      {"A{n:one}B{n:two}\nnext", "paragraph:AB|note@1:one|note@2:two|paragraph:next"},
      {"A{n:one{n:inner} more}B", "paragraph:AB|note@1:one more|note@7:inner"},
      {"A{n: }B", "paragraph:AB"},
      {"x\n\ny{n:n}", "paragraph:x|paragraph:y|note@4:n"},
      {"x\n{n:hangs}\ny", "paragraph:x|note@1:hangs|paragraph:y"},
      {"{i:a{n:b}c}", "paragraph:ac|note@1:b"},
      {"cafe\u0301{n:n} e\u0301", "paragraph:café é|note@5:n"},
      {"{n:n\u0303} e\u0301{n:e\u0301}", "paragraph:é|note@0:ñ|note@2:é"},
  };
  return cr_make_param_array(Outline, cases, G_N_ELEMENTS(cases));
}

TableTest(Outline *c, builder, notes)
{
  NgBuilder *b = start();
  ng_compose(b, c->notation);
  g_autoptr(NgArticle) a = finish(b);
  assert_outline(a, c->outline);
}

Test(builder, blocks_in_a_note_are_notes_on_one_place)
{
  NgBuilder *b = start();
  say(b, "Text");
  ng_builder_note_begin(b);
  ng_builder_block(b, NG_BLOCK_HEADING, 1);
  say(b, "one");
  ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
  say(b, "two");
  ng_builder_note_end(b);
  ng_builder_note_end(b); /* one too many */
  say(b, " goes on");
  g_autoptr(NgArticle) a = finish(b);
  assert_outline(a, "paragraph:Text goes on|note@4:one|note@4:two");
}

Test(builder, an_open_note_is_closed_at_the_end)
{
  NgBuilder *b = start();
  say(b, "Text");
  ng_builder_note_begin(b);
  ng_builder_open(b);
  say(b, "note");
  ng_builder_note_begin(b);
  say(b, "inner");
  g_autoptr(NgArticle) a = finish(b);
  assert_outline(a, "paragraph:Text|note@4:note|note@10:inner");
}

Test(builder, notes_nest_without_end)
{
  NgBuilder *b = start();
  for (int i = 0; i < 200000; i++) {
    say(b, "n");
    ng_builder_note_begin(b);
  }
  say(b, "innermost");
  for (int i = 0; i < 200000; i++)
    ng_builder_note_end(b);
  say(b, " end");
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  ng_article_blocks(a, &n);
  cr_assert_gt(n, 10);
  cr_assert(strstr(ng_article_text(a, NULL), "innermost"), "no text is lost");
  cr_assert(g_str_has_prefix(ng_article_text(a, NULL), "n end\n\n"), "the running text goes on");
}

/* ---- mentions, styles, links ---- */

typedef struct {
  char notation[120], mentions[160];
} MentionCase;

TableTestRows(builder, mentions)
{
  static MentionCase cases[] = {
      {"{p#qin:Qin Gang} met {p#burns:Burns}.", "Qin Gang>qin|Burns>burns"},
      {"{p#qin: Qin Gang } met", "Qin Gang>qin"},
      {"{o#mfa:Ministry of {l#cn:China}} said", "Ministry of China>mfa|China>cn"},
      {"{p#a,#b:both} came", "both>a|both>b"},
      {"{p#qin:} {p#qin: }x{p#burns:Burns}", "Burns>burns"},
      {"{p:Qin Gang} and {p:qin  gang} and {l:Qin Gang}", "Qin Gang>qin-gang|qin gang>qin-gang|Qin Gang>qin-gang-2"},
      {"{p#qin:Qin Gang} {p:QIN GANG} {p:Other}", "Qin Gang>qin|QIN GANG>qin|Other>other"},
      {"{p:Jose\u0301} {p:José}", "José>josé|José>josé"},
      {"{p#x:e\u0301a} {p#y:e\u0301}", "éa>x|é>y"},
      {"a{n:in a {p#q:note}} {p#r:b}", "b>r|note>q"},
      {"{p#https://example.org/p#qin:Qin}", "Qin>https://example.org/p#qin"},
      {"{p#:Nobody} {p:Nobody}", "Nobody>nobody|Nobody>nobody"},
      {"{p:\u00A0} x", "\u00A0>unnamed"},
      {"{p#a:e}\u0301 x", "é>a"}, /* one character now, and not without text */
      {"{p#a:ae}{p#b:\u0301b}", "a>a|éb>b"},
      {"{p#a:e}{p#b:\u0301b}", "éb>b|é>a"},
      {"{p#a:Brian Ashton's} ball, {o#o:Reuters's}", "Brian Ashton>a|Reuters's>o"},
      {"{p#a:Brian {o#o:Ashton’s}} ball", "Brian Ashton’s>a|Ashton’s>o"}, /* neither may cut the other */
      {"{p#a:{o#o:Ashton’s}} {p#b:'s}", "Ashton’s>o|Ashton>a|'s>b"},
      {"{p#a:{p#b:Brian} Ashton’s}", "Brian Ashton>a|Brian>b"},
      {"{p#a:Burns'} ball, {p#b:Burns’} {p#c:s'}", "Burns>a|Burns>b|s'>c"},
  };
  return cr_make_param_array(MentionCase, cases, G_N_ELEMENTS(cases));
}

TableTest(MentionCase *c, builder, mentions)
{
  NgBuilder *b = start();
  ng_compose(b, c->notation);
  g_autoptr(NgArticle) a = finish(b);
  assert_mentions(a, c->mentions);
}

Test(builder, what_crosses_blocks_is_cut_to_the_first)
{
  NgBuilder *b = start();
  say(b, "A ");
  ng_builder_open(b);
  say(b, "mention ");
  ng_builder_open(b);
  ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
  say(b, "moves on");
  ng_builder_close_mention(b, NG_ENTITY_PERSON, (const char *const[]){"#inner", NULL}, 1, 1);
  ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
  say(b, "third");
  cr_assert(ng_builder_close_mention(b, NG_ENTITY_PERSON, (const char *const[]){"#outer", NULL}, 1, 1));
  g_autoptr(NgArticle) a = finish(b);
  assert_outline(a, "paragraph:A mention|paragraph:moves on|paragraph:third");
  assert_mentions(a, "mention>outer|moves on>inner");
}

Test(builder, what_crosses_blocks_keeps_its_place_in_normal_form)
{
  NgBuilder *b = start();
  say(b, "e\u0301 ");
  ng_builder_open(b);
  say(b, "e\u0301e\u0301");
  ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
  say(b, "x");
  cr_assert(ng_builder_close_mention(b, NG_ENTITY_PERSON, NULL, 1, 1));
  ng_builder_note_begin(b);
  ng_builder_open(b);
  say(b, "o\u0308");
  ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
  say(b, "more");
  cr_assert(ng_builder_close_mention(b, NG_ENTITY_PERSON, NULL, 1, 1));
  ng_builder_note_end(b);
  g_autoptr(NgArticle) a = finish(b);
  assert_mentions(a, "éé>éé|ö>ö");
}

Test(builder, closing_without_opening_does_nothing)
{
  NgBuilder *b = start();
  say(b, "text");
  cr_assert_not(ng_builder_close(b));
  cr_assert_not(ng_builder_close_style(b, NG_STYLE_BOLD));
  cr_assert_not(ng_builder_close_link(b, "x"));
  cr_assert_not(ng_builder_close_passage(b, "x", true));
  cr_assert_not(ng_builder_close_mention(b, NG_ENTITY_PERSON, NULL, 3, 4));
  ng_builder_open(b);
  ng_builder_open(b);
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n, total;
  const NgDiagnostic *d = ng_article_diagnostics(a, &n, &total);
  cr_assert(n == 1 && total == 1 && d->line == 3 && d->column == 4);
  cr_assert_str_eq(d->message, "a person without text: no mention");
}

Test(builder, styles_links_and_links_without_text)
{
  NgBuilder *b = start();
  ng_compose(b, "a {i:b {b:c}}{i: }\n{a#x:link} {a#y:}");
  ng_builder_open(b);
  say(b, "plain");
  cr_assert(ng_builder_close_style(b, 0));
  ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
  ng_builder_open(b);
  cr_assert_not(ng_builder_close_link(b, "\033target"));
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  const NgStyleRange *styles = ng_article_styles(a, &n);
  cr_assert_eq(n, 2);
  cr_assert(styles[0].start == 2 && styles[0].end == 5 && styles[0].style == NG_STYLE_ITALIC);
  cr_assert(styles[1].start == 4 && styles[1].end == 5 && styles[1].style == NG_STYLE_BOLD);
  const NgLink *links = ng_article_links(a, &n);
  cr_assert_eq(n, 3);
  cr_assert(links[0].start == 7 && links[0].end == 11);
  cr_assert_str_eq(links[0].target, "#x");
  cr_assert(links[1].start == links[1].end && links[2].start == links[2].end);
  cr_assert_str_eq(links[2].target, "␛target");
}

Test(builder, mentions_nest_deeper_than_can_be_counted)
{
  NgBuilder *b = start();
  enum { DEPTH = 1000 };
  for (int i = 0; i < DEPTH; i++) {
    ng_builder_open(b);
    say(b, "a");
  }
  for (int i = 0; i < DEPTH; i++) {
    say(b, "b");
    ng_builder_close_mention(b, NG_ENTITY_PERSON, NULL, 1, 1);
  }
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  ng_article_mentions(a, &n);
  cr_assert_eq(n, DEPTH);
  for (uint32_t pos = 0; pos < 2 * DEPTH; pos++) {
    uint32_t expected = pos < DEPTH ? pos : 2 * DEPTH - 1 - pos;
    cr_assert_eq(ng_article_mention_at(a, pos), expected, "at %u: %u, not %u", pos, ng_article_mention_at(a, pos),
                 expected);
  }
}

/* ---- problems ---- */

Test(builder, diagnostics_are_cleaned_sorted_and_bounded)
{
  NgBuilder *b = start();
  ng_builder_diagnose(b, 9, 1, "late\n%s", "\033[31m");
  g_autofree char *long_word = g_strnfill(999, 'x');
  ng_builder_diagnose(b, 9, 2, "%s\u00E9%s", long_word, long_word);
  ng_builder_diagnose(b, 2, 7, "early");
  ng_builder_diagnose(b, 2, 3, "earlier");
  for (int i = 0; i < 5000; i++)
    ng_builder_diagnose(b, 10, 1, "more");
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n, total;
  const NgDiagnostic *d = ng_article_diagnostics(a, &n, &total);
  cr_assert_eq(n, 1000);
  cr_assert_eq(total, 5004);
  cr_assert_str_eq(d[0].message, "earlier");
  cr_assert_str_eq(d[1].message, "early");
  cr_assert_str_eq(d[2].message, "late ␛[31m");
  cr_assert(strlen(d[3].message) <= 400 && g_str_has_suffix(d[3].message, "x…"), "%s", d[3].message);
}

Test(builder, an_unfinished_builder_is_freed_whole)
{
  NgBuilder *b = start();
  uint32_t record = ng_builder_record(b, NG_ENTITY_PERSON, "x", 1, 1);
  ng_builder_record_name(b, record, "X");
  ng_builder_record_name(b, record, "Y");
  ng_builder_record_ref(b, record, "https://example.org");
  ng_builder_relation(b, &(NgRelationMark){.kind = "k", .active = (const char *const[]){"#x", NULL}});
  ng_compose(b, "a{n:b}");
  ng_builder_open(b);
  ng_builder_note_begin(b);
  say(b, "c");
  ng_builder_free(b);
  ng_builder_free(NULL);
}
