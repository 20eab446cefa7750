/* Documents made to do harm: nothing outside of them is read, time and memory stay bounded, and nothing unclean gets into an article. */
#include "load/load.h"
#include "tests/corpora.h"
#include "tests/invariants.h"
#include "tests/outline.h"
#include "tests/rows.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define BODY "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>"
#define END  "</body></text></TEI>"

static void assert_sound(const NgArticle *article)
{
  g_autofree char *broken = ng_invariants_broken(article);
  cr_assert_null(broken, "%s", broken);
}

static NgArticle *load_bytes(const char *bytes, gsize n)
{
  g_autoptr(GError) error = NULL;
  NgArticle *article = ng_load_memory(bytes, n, "hostile.xml", &error);
  cr_assert(article, "%s", error ? error->message : "");
  assert_sound(article);
  return article;
}

static NgArticle *load_text(const char *source)
{
  return load_bytes(source, strlen(source));
}

static void assert_told(const NgArticle *article, const char *words)
{
  g_autofree char *problems = ng_outline_problems(article);
  cr_assert(strstr(problems, words), "no problem says \"%s\":\n%s", words, problems);
}

static long peak_kib(void)
{
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* ---- entities ---- */

static const char *const bombs[] = {"xmlbomb.xml", "xmlbomb2.xml", "quadratic.xml",    "cyclic.xml",
                                    "dtd.xml",     "external.xml", "external_file.xml"};

ParameterizedTestParameters(hostile, a_known_bomb_does_not_go_off)
{
  return rows(G_N_ELEMENTS(bombs));
}

/* Their roots are no article: the document type goes before one that is. */
ParameterizedTest(size_t *row, hostile, a_known_bomb_does_not_go_off)
{
  g_autofree char *name = g_strconcat("robust/defusedxml/xmltestdata/", bombs[*row], NULL);
  gsize n;
  g_autofree char *bytes = ng_corpus_read(name, &n);
  if (!bytes)
    cr_skip("the corpora are not at hand");
  const char *root = strstr(bytes, "]>");
  root = root ? root + 2 : bytes + n;
  while (*root && !(root[0] == '<' && g_ascii_isalpha(root[1])))
    root++;
  g_autofree char *head = g_strndup(bytes, (gsize)(root - bytes));
  g_autofree char *source = g_strconcat(head, "<TEI><text><body>", root, END, NULL);
  long before = peak_kib();
  g_autoptr(NgArticle) article = ng_load_memory(source, strlen(source), bombs[*row], NULL);
  if (article)
    assert_sound(article);
  cr_assert(!article || strlen(ng_article_text(article, NULL)) < ((gsize)8 << 20));
  cr_assert_lt(peak_kib() - before, 64L << 10);
  cr_assert(ng_spent_within(0, 2));
}

Test(hostile, nested_entities_are_not_expanded)
{
  g_autoptr(GString) source = g_string_new("<!DOCTYPE TEI [<!ENTITY e0 'lol'>");
  for (int i = 1; i < 20; i++) {
    g_string_append_printf(source, "<!ENTITY e%d '", i);
    for (int k = 0; k < 10; k++)
      g_string_append_printf(source, "&e%d;", i - 1);
    g_string_append(source, "'>");
  }
  g_string_append(source, "]><TEI><text><body><p>a &e19; b &e0;</p>" END);
  g_autoptr(NgArticle) article = load_text(source->str);
  cr_assert_str_eq(ng_article_text(article, NULL), "a b lol");
  assert_told(article, "not expanded");
}

Test(hostile, a_long_entity_is_not_expanded)
{
  g_autofree char *content = g_strnfill(300, 'x');
  g_autofree char *source =
      g_strconcat("<!DOCTYPE TEI [<!ENTITY e '", content, "'>]><TEI><text><body><p>a &e; b</p>" END, NULL);
  g_autoptr(NgArticle) article = load_text(source);
  cr_assert_str_eq(ng_article_text(article, NULL), "a b");
  assert_told(article, "entity e is external, long or nested: it is not expanded");
}

Test(hostile, one_entity_very_often_is_bounded)
{
  g_autoptr(GString) source = g_string_new("<!DOCTYPE TEI [<!ENTITY e '");
  for (int i = 0; i < 250; i++)
    g_string_append_c(source, 'x');
  g_string_append(source, "'>]><TEI><text><body><p>");
  for (int i = 0; i < 200000; i++)
    g_string_append(source, "&e;");
  g_string_append(source, "</p>" END);
  g_autoptr(NgArticle) article = load_text(source->str);
  cr_assert_lt(strlen(ng_article_text(article, NULL)), (gsize)8 << 20);
  cr_assert(ng_spent_within(0, 3));
}

/* The parser takes each of them for the end of the document; what follows is read all the same, until it is too much. */
Test(hostile, end_tags_that_end_nothing)
{
  g_autoptr(GString) source = g_string_new(BODY);
  for (int i = 0; i < 5000; i++) {
    g_string_append_printf(source, "<p>%d</p>", i);
    for (int k = 0; k < 40; k++)
      g_string_append(source, "</x>");
  }
  g_string_append(source, END);
  g_autoptr(NgArticle) article = load_text(source->str);
  uint32_t n;
  const NgBlock *blocks = ng_article_blocks(article, &n);
  cr_assert(n > 3000 && n < 5000, "%u", n);
  for (uint32_t i = 0; i < n; i++)
    cr_assert_eq(strtoul(ng_article_text(article, NULL) + blocks[i].start, NULL, 10), i);
  cr_assert(ng_spent_within(0, 3));
}

/* ---- what lies outside ---- */

#define SECRET "the-secret-of-another-file"

static const char *const outside[] = {
    "<!DOCTYPE TEI [<!ENTITY x SYSTEM 'file://%s'>]><TEI><text><body><p>a &x; b</p>" END,
    "<!DOCTYPE TEI [<!ENTITY x PUBLIC '-//X' '%s'>]><TEI><text><body><p>a &x; b</p>" END,
    "<!DOCTYPE TEI [<!ENTITY %% x SYSTEM '%s'> %%x;]><TEI><text><body><p>a &y; b</p>" END,
    "<!DOCTYPE TEI SYSTEM '%s'><TEI><text><body><p>a &y; b</p>" END,
    "<TEI xmlns:xi='http://www.w3.org/2001/XInclude'><text><body><p>a <xi:include href='%s' parse='text'/> b</p>" END,
    "<TEI xmlns:xi='http://www.w3.org/2003/XInclude'><text><body><p>a <xi:include href='%s' parse='text'/> b</p>" END,
    "<?xml-stylesheet href='%s'?><TEI><text><body><p>a b</p>" END,
    "<nitf><body><body.content><media><media-reference source='%s'/></media><p>a b</p></body.content></body></nitf>",
};

ParameterizedTestParameters(hostile, nothing_outside_is_read)
{
  return rows(G_N_ELEMENTS(outside));
}

ParameterizedTest(size_t *row, hostile, nothing_outside_is_read)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp("nutgraf-XXXXXX.txt", &path, NULL);
  cr_assert(fd >= 0 && g_close(fd, NULL));
  cr_assert(g_file_set_contents(path, "<!ENTITY y '" SECRET "'>", -1, NULL));
  g_auto(GStrv) parts = g_strsplit(outside[*row], "%s", 2);
  g_autofree char *wide = g_strconcat(parts[0], path, parts[1], NULL);
  g_auto(GStrv) halves = g_strsplit(wide, "%%", -1);
  g_autofree char *source = g_strjoinv("%", halves);
  g_autoptr(NgArticle) article = load_text(source);
  cr_assert(!strstr(ng_article_text(article, NULL), SECRET));
  cr_assert(g_str_has_prefix(ng_article_text(article, NULL), "a"), "%s", ng_article_text(article, NULL));
  g_autofree char *problems = ng_outline_problems(article);
  cr_assert(!strstr(problems, SECRET));
  cr_assert_eq(*problems != '\0', *row < 5 || *row == 5, "%s", problems);
  g_unlink(path);
}

/* ---- size ---- */

Test(hostile, ten_thousand_levels)
{
  static const char *const elements[] = {"p", "note", "persName", "list", "x", "q", "s", "relation", "person"};
  for (gsize e = 0; e < G_N_ELEMENTS(elements); e++) {
    g_autoptr(GString) source = g_string_new(BODY "<p>before</p>");
    for (int i = 0; i < 10000; i++)
      g_string_append_printf(source, "<%s>a", elements[e]);
    for (int i = 0; i < 10000; i++)
      g_string_append_printf(source, "</%s>", elements[e]);
    g_string_append(source, "<p>after</p>" END);
    g_autoptr(NgArticle) article = load_text(source->str);
    cr_assert(g_str_has_prefix(ng_article_text(article, NULL), "before"));
    assert_told(article, "nested too deep");
  }
  cr_assert(ng_spent_within(0, 3));
}

/* Each end tag too many lets the parser count anew. */
Test(hostile, levels_that_the_parser_loses_count_of)
{
  g_autoptr(GString) source = g_string_new(BODY "<p>before</p>");
  for (int i = 0; i < 2000; i++)
    g_string_append(source, i % 100 == 99 ? "<list></x></x></x></x></x></x></x></x></x></x></x></x>" : "<list></x>");
  g_string_append(source, "<p>after</p>" END);
  g_autoptr(NgArticle) article = load_text(source->str);
  cr_assert_str_eq(ng_article_text(article, NULL), "before");
  assert_told(article, "nested too deep");
}

Test(hostile, an_attribute_of_many_megabytes)
{
  gsize size = (gsize)40 << 20;
  GString *source = g_string_sized_new(size + 1000);
  g_string_append(source, BODY "<p>before <persName ref='");
  gsize at = source->len;
  g_string_set_size(source, at + size);
  memset(source->str + at, 'x', size);
  g_string_append(source, "'>A</persName> after</p>" END);
  long before = peak_kib();
  g_autoptr(NgArticle) article = load_bytes(source->str, source->len);
  cr_assert_lt(peak_kib() - before, 100L << 10);
  cr_assert(g_str_has_prefix(ng_article_text(article, NULL), "before"));
  assert_told(article, "too long to be read");
  g_string_free(source, TRUE);
}

Test(hostile, names_of_ten_thousand_characters)
{
  g_autofree char *name = g_strnfill(10000, 'n');
  g_autofree char *source =
      g_strconcat(BODY "<listPerson><person xml:id='", name, "'><persName>", name, "</persName><occupation>", name,
                  "</occupation></person></listPerson><p><persName ref='#", name, "'>", name, "</persName> <", name,
                  ">x</", name, "></p>" END, NULL);
  g_autoptr(NgArticle) article = load_text(source);
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  cr_assert_eq(n, 1);
  cr_assert_eq(strlen(entities[0].name), 10000);
  cr_assert_eq(entities[0].n_mentions, 1);
}

/* The parser goes on in the middle of a character where a name that is none ends with what it has read so far. */
Test(hostile, a_broken_name_across_what_is_read_at_once)
{
  for (guint padding = 0; padding < 3; padding++) {
    g_autoptr(GString) source = g_string_new(BODY "<p>");
    g_string_append_len(source, "...", padding);
    g_string_append(source, "<body");
    for (int i = 0; i < 4000; i++)
      g_string_append(source, "\xEF\xBF\xBD");
    g_string_append(source, "name and on</p>" END);
    ng_article_free(load_bytes(source->str, source->len));
  }
}

Test(hostile, a_hundred_thousand_entities)
{
  g_autoptr(GString) source = g_string_new(BODY "<p>");
  for (int i = 0; i < 100000; i++)
    g_string_append_printf(source, "<persName>N%d</persName> ", i);
  g_string_append(source, "</p>" END);
  g_autoptr(NgArticle) article = load_text(source->str);
  uint32_t n;
  ng_article_entities(article, &n);
  cr_assert_eq(n, 100000);
  cr_assert(ng_spent_within(0, 5));
}

/* ---- strange statements ---- */

Test(hostile, ids_given_twice_are_told_of)
{
  g_autoptr(NgArticle) article =
      load_text(BODY "\n<listPerson><person xml:id='a'><persName>A</persName></person>\n<person xml:id='a'>"
                     "<persName>B</persName></person></listPerson>\n<listPlace><place xml:id='a'><placeName>C"
                     "</placeName></place></listPlace>" END);
  g_autofree char *cast = ng_outline_cast(article), *problems = ng_outline_problems(article);
  cr_assert_str_eq(cast, "person a=A");
  cr_assert(strstr(problems, "3:1: record listed twice: a") && strstr(problems, "4:12: record listed twice: a"), "%s",
            problems);
}

Test(hostile, relations_to_oneself_and_in_a_circle)
{
  g_autoptr(NgArticle) article = load_text(
      BODY "<p><persName ref='#a #a'>A</persName></p><listRelation><relation name='x' active='#a' passive='#a'/>"
           "<relation name='x' mutual='#a #a'/><relation name='y' active='#a' passive='#b'/>"
           "<relation name='y' active='#b' passive='#a'/></listRelation>" END);
  g_autofree char *ties = ng_outline_ties(article);
  cr_assert_str_eq(ties, "a -x-> a (x)\na -x-- a (x)\na -y-> b (y)\nb -y-> a (y)");
}

/* ---- control characters ---- */

/* Told apart here on its own, not by the function that cleans. */
static void assert_harmless(const char *text)
{
  cr_assert(g_utf8_validate(text, -1, NULL));
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0);
    bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
    cr_assert(!control && !turns, "U+%04X in: %s", c, text);
  }
}

static void assert_all_harmless(const NgArticle *article)
{
  static char *(*const outlines[])(const NgArticle *) = {ng_outline_text, ng_outline_cast, ng_outline_ties,
                                                         ng_outline_problems};
  for (gsize i = 0; i < G_N_ELEMENTS(outlines); i++) {
    g_autofree char *outline = outlines[i](article);
    assert_harmless(outline);
  }
  const NgHead *h = ng_article_head(article);
  const char *fields[] = {h->id,      h->url,  h->title,    h->byline,  h->publisher,
                          h->licence, h->date, h->dateline, h->language};
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
    assert_harmless(fields[i] ? fields[i] : "");
  for (const char *const *keyword = h->keywords; *keyword; keyword++)
    assert_harmless(*keyword);
}

/* No string that an article has to show holds a control character or one that turns the direction of writing. */
static void check_harm(const char *harm)
{
  static const char *const documents[] = {
      "<TEI><teiHeader><fileDesc><titleStmt><title>T~T</title><author>A~A</author></titleStmt><publicationStmt>"
      "<publisher>P~P</publisher><date>19~63</date><idno>I~I</idno><idno>http://e.org/~</idno><availability><licence "
      "target='l~l'>L~L</licence></availability></publicationStmt></fileDesc><profileDesc><langUsage><language "
      "ident='d~e'/></langUsage><creation><placeName>W~W</placeName><date when='1963-~'/></creation></profileDesc>"
      "</teiHeader><standOff><listPerson><person xml:id='q~q'><persName>N~N</persName><persName>M~M</persName>"
      "<occupation>R~R</occupation><occupation type='short'>S~S</occupation><idno>http://x/~</idno></person>"
      "</listPerson><listPlace><place xml:id='p~'><placeName>P~P</placeName><country>C~C</country><geo>1~ 2</geo>"
      "</place></listPlace><listRelation><relation name='k~k' active='#q~q' passive='#n~n' when='2023~' source='#s~'>"
      "<desc>L~L</desc></relation><relation ref='x/~' active='#a~'/><relation "
      "name='~'/></listRelation></standOff><text>"
      "<body><head>H~H</head><p><s xml:id='s~'>a~b <persName ref='#u~u'>~U~</persName></s> <ref target='t~t'>l</ref> "
      "<name type='person~'>x~</name><hi rend='bold~'>~</hi><note n='~'>n~n</note><persName ref='#~'/></p>"
      "<div type='persons~'><list><item><persName xml:id='z~'>Z~</persName>, "
      "role~</item></list></div></body></text></TEI>",
      "<nitf><head><title>T~T</title><docdata><doc-id id-string='~i'/><date.issue norm='2023~'/><evloc city='C~C' "
      "iso-cc='~U'/><identified-content><person idsrc='~' "
      "value='~v'>P~P</person></identified-content><key-list><keyword "
      "key='k~k'/></key-list><doc.copyright holder='H~H'/></docdata><pubdata name='n~' ex-ref='u~'/></head><body>"
      "<body.head><hedline><hl1>H~H</hl1></hedline><byline>B~B</byline><dateline>D~D</dateline></body.head>"
      "<body.content><p>a~b <person value='~'>Q~Q</person> <a href='h~h'>x</a></p></body.content></body></nitf>",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(documents); i++) {
    g_auto(GStrv) parts = g_strsplit(documents[i], "~", -1);
    g_autofree char *source = g_strjoinv(harm, parts);
    g_autoptr(NgArticle) article = load_text(source);
    assert_all_harmless(article);
    uint32_t n;
    ng_article_entities(article, &n);
    cr_assert_gt(n, 1);
  }
}

static const char *const harms[] = {
    "\033",         "\001",         "\x7f",     "\302\233",     "\302\205",        "\342\200\256", "\342\201\246",
    "\342\200\250", "\357\273\277", "\xff",     "\xed\xa0\x80", "&#x1b;",          "&#x9b;",       "&#x85;",
    "&#x7f;",       "&#x202e;",     "&#x2066;", "&#x2028;",     "&#xfeff;",        "&#xE0041;",    "&#10;",
    "&#9;",         "&#xfffe;",     "&#0;",     "&#xd800;",     "<![CDATA[\033]]>"};

ParameterizedTestParameters(hostile, no_harmful_character_gets_in)
{
  return rows(G_N_ELEMENTS(harms));
}

ParameterizedTest(size_t *row, hostile, no_harmful_character_gets_in)
{
  check_harm(harms[*row]);
}

Test(hostile, harm_in_the_names_of_things_is_told_clean)
{
  g_autoptr(NgArticle) article = load_text("<!DOCTYPE TEI [<!ENTITY e 'x&#x9b;&#x202e;y'>]><TEI><text><body><p>&e; "
                                           "<persName\302\233>A</persName\302\233> <\342\200\256>&\302\233;</p>" END);
  cr_assert(!strstr(ng_article_text(article, NULL), "\302\233"));
}

static const char *const naughty[] = {"robust/blns/blns.txt", "robust/utf8-tests/utf8tests.txt",
                                      "robust/utf8-tests/utf8tests.bin", "robust/unicode/UTF-8-demo.txt"};

ParameterizedTestParameters(hostile, naughty_text)
{
  return rows(G_N_ELEMENTS(naughty));
}

/* Each line as a paragraph, with a name in it; once escaped, once as it is. */
ParameterizedTest(size_t *row, hostile, naughty_text)
{
  gsize n;
  g_autofree char *bytes = ng_corpus_read(naughty[*row], &n);
  if (!bytes)
    cr_skip("the corpora are not at hand");
  for (int escaped = 0; escaped < 2; escaped++) {
    g_autoptr(GString) source = g_string_new(BODY);
    g_string_append(source, "<p><persName>");
    for (gsize i = 0; i < n; i++)
      if (bytes[i] == '\n')
        g_string_append(source, "</persName></p><p><persName>");
      else if (escaped && bytes[i] == '<')
        g_string_append(source, "&lt;");
      else if (escaped && bytes[i] == '&')
        g_string_append(source, "&amp;");
      else
        g_string_append_c(source, bytes[i]);
    g_string_append(source, "</persName></p>" END);
    g_autoptr(NgArticle) article = load_bytes(source->str, source->len);
    assert_all_harmless(article);
    uint32_t n_mentions;
    ng_article_mentions(article, &n_mentions);
    cr_assert_gt(n_mentions, 5);
  }
}
