/* NITF: each row is a snippet and how the article is to read. */
#include "tests/snippets.h"

#include <criterion/criterion.h>
#include <string.h>

#define BODY "<nitf><body><body.content>"
#define END  "</body.content></body></nitf>"

#define TABLE_TEST(table, before, after, outline)                                                                      \
  TableTestRows(nitf, table)                                                                                           \
  {                                                                                                                    \
    return rows(G_N_ELEMENTS(table));                                                                                  \
  }                                                                                                                    \
  TableTest(size_t *row, nitf, table)                                                                                  \
  {                                                                                                                    \
    ng_snippet_check(before, &table[*row], after, outline);                                                            \
  }

/* ---- the body ---- */

static const NgSnippet contents[] = {
    {"<p>a</p><block><p>b</p><hl2>H</hl2><p>c</p></block>", "a\nb\n## H\nc"},
    {"<p>a</p><hl2>H</hl2><p>b<br/>c</p>", "a\n# H\nb c"},
    {"<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul><dl><dt>d</dt><dd>e</dd></dl>", "- a\n- b\n-- c\n- d\n- e"},
    {"<bq><p>a</p><credit>B</credit></bq><pre>c  d</pre>", "> a\n> B\ncode c d"},
    {"<p>a<fn>note</fn> b</p><note>c</note>", "a^ b^\nn note\nn c"},
    {"<nitf-table><nitf-table-metadata><p>no</p></nitf-table-metadata><table><caption>C</caption><tr><th>1</th>"
     "<th>2</th></tr><tr><td>3</td><td><person>Ann</person></td></tr></table></nitf-table>",
     "c C\n| 1 | 2\n| 3 | {p#ann:Ann}"},
    {"<media media-type='image'><media-metadata name='x' value='y'>no</media-metadata><media-reference "
     "source='x.jpg'>no"
     "</media-reference><media-object encoding='x'>bm8=</media-object><media-caption>Photo of <person>Ann</person>"
     "</media-caption><media-producer>P</media-producer></media>",
     "c Photo of {p#ann:Ann}\nc P"},
    {"<p>a<td>b</td><td>c</td></p>", "a b c"},
    {"<p><a>x</a> <a href=''>y</a></p>", "x y"},
    {"<p><em>a</em> <strong>b</strong> <sub>c</sub> <sup>d</sup> <a href='http://e.org/'>e</a> <q>f</q></p>",
     "{i:a} {b:b} {sub:c} {sup:d} {a>http://e.org/:e} f"},
};

TABLE_TEST(contents, BODY, END, ng_outline_text)

/* What each element that is a block by itself becomes: two of them, one behind the other. */
typedef struct {
  const char *elements, *mark; /* names parted by spaces; what stands before a block of theirs */
} BlockElements;

static const BlockElements block_elements[] = {
    {"p distributor abstract credit datasource tagline bibliography copyrite byline dateline", ""},
    {"pre", "code "},
    {"media-caption media-producer caption", "c "},
    {"tr", "| "},
    {"li dt dd", "- "},
    {"bq", "> "},
    {"hl2", "# "},
};

TableTestRows(nitf, each_block_element)
{
  return rows(G_N_ELEMENTS(block_elements));
}

TableTest(size_t *row, nitf, each_block_element)
{
  const BlockElements *it = &block_elements[*row];
  g_auto(GStrv) names = g_strsplit(it->elements, " ", -1);
  for (char **name = names; *name; name++) {
    g_autofree char *snippet = g_strdup_printf("<p>x</p><%s>one</%s><%s>two</%s><p>y</p>", *name, *name, *name, *name);
    g_autofree char *expected = g_strdup_printf("x\n%sone\n%stwo\ny", it->mark, it->mark);
    const NgSnippet pair = {snippet, expected};
    ng_snippet_check(BODY, &pair, END, ng_outline_text);
  }
}

static const NgSnippet names[] = {
    {"<p><person>A</person> <location>B</location> <org>C</org> <event>D</event> <virtloc>www.e.org</virtloc></p>",
     "{p#a:A} {l#b:B} {o#c:C} {v#d:D} {l#www.e.org:www.e.org}"},
    {"<p><chron norm='20020225'>Monday</chron> <function>coach</function> <money unit='usd'>$5</money> <num>7</num> "
     "<object.title>Book</object.title></p>",
     "Monday coach $5 7 {i:Book}"},
    {"<p><person idsrc='x' value='12'>A</person> <person value='13'>B</person> <person idsrc='x'>C</person></p>",
     "{p#x:12:A} {p#13:B} {p#c:C}"},
    {"<p><person>Brian Ashton's</person> team, <person>Brian Ashton</person></p>",
     "{p#brian-ashton:Brian Ashton}'s team, {p#brian-ashton:Brian Ashton}"},
    {"<p><org value='IBM' idsrc='nyse'>IBM</org> <org>IBM</org> <org>ibm</org></p>",
     "{o#nyse:IBM:IBM} {o~nyse:IBM:IBM} {o~nyse:IBM:ibm}"},
    {"<p><org>Bank of <location>England</location></org></p>", "{o#bank-of-england:Bank of {l#england:England}}"},
    {"<p>a<person/> b</p>", "a b"},
    {"<p><person value='' idsrc='x'>A</person> <person value='13' idsrc=''>B</person></p>", "{p#a:A} {p#13:B}"},
    {"<p><person>Burns' </person>team, <person>Ashton’s </person>team, <person>Burns’</person> team, "
     "<org>McDonald's</org></p>",
     "{p#burns:Burns}' team, {p#ashton:Ashton}’s team, {p#burns:Burns}’ team, {o#mcdonald's:McDonald's}"},
};

TABLE_TEST(names, BODY, END, ng_outline_text)

static const NgSnippet casts[] = {
    {"<media><media-object><person>No</person><evloc city='No'/></media-object></media>", ""},
    {"<p><person>Brian Ashton's</person></p>", "person brian-ashton=Brian Ashton x1 !"},
    {"<p><location idsrc='iptc' value='N1'>Norfolk</location> <location>Norfolk</location></p>",
     "place iptc:N1=Norfolk x2 !"},
};

TABLE_TEST(casts, BODY, END, ng_outline_cast)

static const NgSnippet problems[] = {
    {"\n<p><person/></p>", "2:4: a person without text: no mention"},
};

TABLE_TEST(problems, BODY, END, ng_outline_problems)

/* ---- the head ---- */

/* "TITLE; BYLINE; DATE; DATELINE; PUBLISHER; LANGUAGE; ID; URL; KEYWORD, KEYWORD", - for what is not told. */
static char *outline_head(const NgArticle *article)
{
  const NgHead *h = ng_article_head(article);
  const char *fields[] = {h->title, h->byline, h->date, h->dateline, h->publisher, h->language, h->id, h->url};
  GString *out = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
    g_string_append_printf(out, "%s; ", fields[i] ? fields[i] : "-");
  g_autofree char *keywords = g_strjoinv(", ", (char **)(guintptr)h->keywords);
  g_string_append(out, keywords);
  return g_string_free(out, FALSE);
}

static const NgSnippet heads[] = {
    {"<head><title>T</title><docdata><doc-id id-string='i1'/><date.issue norm='20020225T143000-0500'/><key-list>"
     "<keyword key='tide'/><keyword key='fish'/><keyword key='tide'/></key-list><doc.copyright holder='H'/></docdata>"
     "<pubdata name='Paper' date.publication='20020226' ex-ref='http://e.org/p'/></head><body xml:lang='en'/>",
     "T; -; 2002-02-25T14:30:00-05:00; -; H; en; i1; http://e.org/p; tide, fish"},
    {"<head><title>T</title><pubdata name='Paper' date.publication='20020226'/></head><body><body.head><hedline>"
     "<hl1>Headline</hl1></hedline><byline>By <person>Ann</person><byttl>Staff</byttl></byline><dateline>"
     "<location>Norfolk</location> <story.date norm='20020225'>Feb. 25</story.date></dateline></body.head></body>",
     "Headline; Ann; 2002-02-26; Norfolk; Paper; -; -; -; "},
    {"<head><title>T</title></head><body><body.content><p>a</p></body.content></body>", "T; -; -; -; -; -; -; -; "},
    {"<head><docdata><doc.rights owner='R'/></docdata></head><body/>", "-; -; -; -; R; -; -; -; "},
    {"<head><docdata><date.release norm='2002-02-25'/></docdata></head><body/>", "-; -; 2002-02-25; -; -; -; -; -; "},
    {"<head><docdata><date.issue norm='20020225T143000Z'/></docdata></head><body/>",
     "-; -; 2002-02-25T14:30:00Z; -; -; -; -; -; "},
    {"<head><docdata><date.issue norm='20020225T143000+0100'/></docdata></head><body/>",
     "-; -; 2002-02-25T14:30:00+01:00; -; -; -; -; -; "},
    {"<head><docdata><date.issue norm='20020225T143000-05'/></docdata></head><body/>",
     "-; -; 2002-02-25T14:30:00; -; -; -; -; -; "},
    {"<head><docdata><date.issue norm='20020225T143000x0500'/></docdata></head><body/>",
     "-; -; 2002-02-25T14:30:00; -; -; -; -; -; "},
    {"<head><docdata><date.issue norm='20020225T1430'/></docdata></head><body/>", "-; -; 2002-02-25; -; -; -; -; -; "},
    {"<head><docdata><date.issue norm='20020225x143000'/></docdata></head><body/>",
     "-; -; 2002-02-25; -; -; -; -; -; "},
    {"<head><title>T</title><title>U</title></head><body><body.head><byline>By Ann<br/>M.<byttl>Staff</byttl> Lee"
     "</byline><dateline>By the Sea</dateline></body.head></body>",
     "T; Ann M. Lee; -; By the Sea; -; -; -; -; "},
    {"<body><body.head><byline>Ann Lee<pubdata name='P'/></byline></body.head></body>",
     "-; Ann Lee; -; -; -; -; -; -; "},
    {"<head><docdata><date.issue norm='2002'/></docdata></head><body/>", "-; -; 2002; -; -; -; -; -; "},
    {"<head><docdata><date.issue norm='soon'/></docdata></head><body/>", "-; -; -; -; -; -; -; -; "},
};

TABLE_TEST(heads, "<nitf>", "</nitf>", outline_head)

/* Where it says which language it is in: the root, before its parts and theirs. */
static const NgSnippet languages[] = {
    {"<nitf xml:lang='de'><body xml:lang='fr'><body.content><p>a</p></body.content></body></nitf>",
     "-; -; -; -; -; de; -; -; "},
    {"<nitf><head xml:lang='fr'/><body><body.content><p>a</p></body.content></body></nitf>",
     "-; -; -; -; -; fr; -; -; "},
    {"<nitf><body><body.content><p xml:lang='it'>a</p></body.content></body></nitf>", "-; -; -; -; -; it; -; -; "},
};

TABLE_TEST(languages, "", "", outline_head)

static const NgSnippet listed[] = {
    {"<head><docdata><evloc city='Norfolk' state-prov='VA' iso-cc='US'/><evloc country='China'/><evloc "
     "iso-cc='FR'/><identified-content>"
     "<person idsrc='x' value='12'>Ann</person><org>Org</org><location>Loc</location><event>Ev</event><person/>"
     "</identified-content></docdata></head><body><body.content><p><person idsrc='x' value='12'>her</person> "
     "<location>Norfolk</location></p></body.content></body>",
     "place norfolk=Norfolk in US x1\nplace china=China\nperson x:12=Ann/her x1\norganisation org=Org\nplace loc=Loc\n"
     "event ev=Ev"},
};

TABLE_TEST(listed, "<nitf>", "</nitf>", ng_outline_cast)

Test(nitf, where_it_took_place_has_the_code_of_its_country)
{
  g_autoptr(NgArticle) article = ng_snippet_load("<nitf>",
                                                 "<head><docdata><evloc county-dist='Kent' iso-cc='GB'/><evloc "
                                                 "state-prov='VA' iso-cc='US'/></docdata></head><body/>",
                                                 "</nitf>");
  static const char *const expected[][2] = {{"Kent", "GB"}, {"VA", "US"}};
  uint32_t n;
  const NgEntity *entities = ng_article_entities(article, &n);
  cr_assert_eq(n, G_N_ELEMENTS(expected));
  for (uint32_t i = 0; i < n; i++) {
    cr_expect_str_eq(entities[i].name, expected[i][0]);
    cr_expect_str_eq(entities[i].country_code, expected[i][1]);
  }
}

static const NgSnippet openings[] = {
    {"<body><body.head><hedline><hl1>H</hl1></hedline><distributor>D</distributor><abstract>A</abstract><abstract>B"
     "</abstract></body.head><body.content><bq>Q<credit>C</credit></bq><dl><dt>d</dt></dl><ul><li>i<dl><dd>j</dd></"
     "dl></li>"
     "</ul><nitf-table><datasource>S</datasource></nitf-table></body.content><body.end><tagline>T</"
     "tagline><bibliography>X"
     "</bibliography><copyrite>Y</copyrite></body.end></body>",
     "= H\nD\nA\nB\n> Q\n> C\n- d\n- i\n-- j\nS\nT\nX\nY"},
    {"<body><body.head><hedline><hl1>Headline</hl1><hl2>Deck</hl2></hedline><byline>By Ann<byttl>Staff</byttl></byline>"
     "<distributor>AP</distributor><dateline>Norfolk</dateline><abstract><p>Short</p></abstract></body.head>"
     "<body.content><p>a</p></body.content><body.end><tagline>Tag</tagline></body.end></body>",
     "= Headline\nDeck\nBy Ann Staff\nAP\nNorfolk\nShort\na\nTag"},
    {"<head><title>T</title></head><body><body.content><p>a</p></body.content></body>", "= T\na"},
    {"<head><title>T</title></head><body><body.content><p>a</p><hl1>H</hl1></body.content></body>", "= T\na\n# H"},
    {"<head><title>T</title></head><body><body.content><hl2>a</hl2><hl1>H</hl1></body.content></body>",
     "= T\n# a\n# H"},
    {"<head><title>T</title></head><body><body.head><hedline><hl1>H</hl1><hl1>I</hl1></hedline></body.head></body>",
     "= H\n# I"},
};

TABLE_TEST(openings, "<nitf>", "</nitf>", ng_outline_text)
