/* TEI's head, records and relations. */
#include "tests/snippets.h"

#include <criterion/criterion.h>
#include <string.h>

#define TEI "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
#define END "</TEI>"

#define TABLE_TEST(table, outline)                                                                                     \
  TableTestRows(tei_records, table)                                                                                    \
  {                                                                                                                    \
    return rows(G_N_ELEMENTS(table));                                                                                  \
  }                                                                                                                    \
  TableTest(size_t *row, tei_records, table)                                                                           \
  {                                                                                                                    \
    ng_snippet_check(TEI, &table[*row], END, outline);                                                                 \
  }

/* ---- records ---- */

#define PERSON "<listPerson><person xml:id='q'><persName>Qin</persName></person></listPerson>"
#define TEXT   "<text><body><p>x</p></body></text>"

static const NgSnippet records[] = {
    {"<teiHeader><profileDesc><particDesc>" PERSON "</particDesc></profileDesc></teiHeader>" TEXT, "person q=Qin"},
    {"<teiHeader><fileDesc><sourceDesc>" PERSON "</sourceDesc></fileDesc></teiHeader>" TEXT, "person q=Qin"},
    {"<standOff>" PERSON "</standOff>" TEXT, "person q=Qin"},
    {"<standOff><person xml:id='q'><persName>Qin</persName></person></standOff>" TEXT, "person q=Qin"},
    {"<text><front>" PERSON "</front><body><p>x</p></body></text>", "person q=Qin"},
    {"<text><body><p>x</p>" PERSON "</body></text>", "person q=Qin"},
    {"<text><body><p>x</p></body><back><div>" PERSON "</div></back></text>", "person q=Qin"},
    {"<standOff><listPerson><person xml:id='q'><persName>Qin <surname>Gang</surname></persName>"
     "<persName type='alias'>Q. G.</persName><occupation>Foreign Minister of China</occupation>"
     "<occupation type='short'>minister</occupation><idno type='URI'>https://e.org/1</idno>"
     "<idno type='wikidata'>Q5</idno></person></listPerson></standOff>",
     "person q=Qin Gang/Q. G. (Foreign Minister of China; minister) <https://e.org/1> "
     "<https://www.wikidata.org/wiki/Q5>"},
    {"<standOff><listPerson><personGrp xml:id='q'><persName>The Three</persName></personGrp></listPerson></standOff>",
     "person q=The Three"},
    {"<standOff><listPerson><person xml:id='q'><persName><forename>Qin</forename><surname>Gang</surname></persName>"
     "</person></listPerson></standOff>",
     "person q=Qin Gang"},
    {"<standOff><listOrg><org xml:id='o'><orgName>Pentagon</orgName></org></listOrg><listEvent><event xml:id='e'>"
     "<eventName>G20</eventName></event></listEvent></standOff>",
     "organisation o=Pentagon\nevent e=G20"},
    {"<standOff><listEvent><event xml:id='e'><head>The Tet <date>1968</date> offensive</head></event><event xml:id='f'>"
     "<label>G20</label><eventName>Summit</eventName><desc>no name</desc></event></listEvent></standOff>",
     "event e=The Tet 1968 offensive\nevent f=G20/Summit"},
    {"<text><body><listEvent><head>Events</head><event xml:id='e'><label>G20</label><p>in May</p></event></listEvent>"
     "</body></text>",
     "event e=G20"},
    {"<standOff><listPlace><place xml:id='bj'><placeName>Beijing</placeName><country>China</country><location>"
     "<geo>39.9 116.4</geo></location></place></listPlace></standOff>",
     "place bj=Beijing in China @39.9,116.4"},
    {"<standOff><listPlace><place xml:id='w'><settlement>Wien</settlement><location><geo>48,2 16,37</geo></location>"
     "</place></listPlace></standOff>",
     "place w=Wien @48.2,16.37"},
    {"<standOff><listPlace><place xml:id='c'><country>China</country><location><geo>35,5; 103,5</geo></location>"
     "</place></listPlace></standOff>",
     "place c=China @35.5,103.5"},
    {"<standOff><listPlace><place xml:id='a'><placeName>A</placeName><geo>48,2; 16,37</geo></place><place xml:id='b'>"
     "<placeName>B</placeName><geo>-48,2, 16,37</geo></place><place xml:id='c'><placeName>C</placeName><geo>48,16</geo>"
     "</place><place xml:id='d'><placeName>D</placeName><geo>\n-48\n16\n</geo></place></listPlace></standOff>",
     "place a=A @48.2,16.37\nplace b=B @-48.2,16.37\nplace c=C @48,16\nplace d=D @-48,16"},
    {"<standOff><listPlace><place xml:id='a'><placeName>A</placeName><geo>-1.5,2.5</geo></place><place xml:id='b'>"
     "<placeName>B</placeName><geo>1.5, -2.5</geo></place><place xml:id='c'><placeName>C</placeName><geo>91 5</geo>"
     "</place><place xml:id='d'><placeName>D</placeName><geo>north</geo></place><place xml:id='e'>"
     "<placeName>E</placeName><geo>nan inf</geo></place></listPlace></standOff>",
     "place a=A @-1.5,2.5\nplace b=B @1.5,-2.5\nplace c=C\nplace d=D\nplace e=E"},
    {"<standOff><listPlace><place xml:id='a'><placeName>A</placeName><geo>1.5 ,2.5</geo></place><place xml:id='b'>"
     "<placeName>B</placeName><geo>48,2 16</geo></place><place xml:id='c'><placeName>C</placeName><geo>48</geo></place>"
     "<place xml:id='d'><placeName>D</placeName><geo>48 16 200</geo></place></listPlace></standOff>",
     "place a=A @1.5,2.5\nplace b=B @48.2,16\nplace c=C\nplace d=D"},
    {"<standOff><listPerson><person xml:id='q'><persName>Qin</persName><occupation type='main'>minister</occupation>"
     "<idno type='wikidata'>5</idno><idno type='x'>Q5</idno><idno>7</idno><idno/></person></listPerson></standOff>",
     "person q=Qin (minister)"},
    {"<text><body><div type='persons'><list><item><persName xml:id='p_A'>A</persName>: aide of <persName xml:id='p_B'>B"
     "</persName></item><item><persName>C</persName>, clerk</item><item><persName xml:id='p_D' "
     "ref='#p_A'>D</persName>, "
     "again</item><item>nobody</item></list></div></body></text>",
     "person p_A=A/D (aide of B) x1\nperson b=B x1 !\nperson c=C x1 !"},
    {"<text><body><div type='persons'><list><item><p><persName "
     "xml:id='p_A'>A<note>no</note></persName>,<note>no</note></p>"
     "<p>clerk</p><p>in Wien</p></item></list></div></body></text>",
     "person p_A=A (clerk in Wien)"},
    {"<text><body><div type='chapter'><list type='simple'><item><persName xml:id='x'>A</persName>, aide</item></list>"
     "</div></body></text>",
     "person a=A x1 !"},
    {"<text><body><listPerson><person "
     "xml:id='a'><cell>1</cell><cell>2</cell><persName>A</persName></person></listPerson>"
     "<listPerson><person xml:id='b'><persName>B</persName></person></listPerson></body></text>",
     "person a=A\nperson b=B"},
    {"<standOff>" PERSON "</standOff><text><body><p><persName ref='#q'>he</persName> <persName>Qin</persName> "
     "<persName key='q'>Q.</persName> <persName ref='x:q'>Qin</persName></p></body></text>",
     "person q=Qin/he/Q. x4"},
    {"<text><body><p><persName ref='#q'>he</persName></p></body><back>" PERSON "</back></text>", "person q=Qin/he x1"},
    {"<text><body><div type='section' xml:id='persons'><head>Persons</head><list><item><hi rend='strong'>"
     "<persName xml:id='p_A'>Acheson, Dean G.</persName></hi>, Secretary of State</item><item>"
     "<persName xml:id='p_B'>Bo</persName></item></list></div><div><p><persName corresp='#p_A'>Acheson</persName></p>"
     "</div></body></text>",
     "person p_A=Acheson, Dean G./Acheson (Secretary of State) x1\nperson p_B=Bo"},
    {"<text><body><div><list><item><persName xml:id='x'>Not listed</persName></item></list></div></body></text>",
     "person not-listed=Not listed x1 !"},
};

TABLE_TEST(records, ng_outline_cast)

#define PLACE "<listPlace><place xml:id='l'><placeName>L</placeName></place></listPlace>"
#define ORG   "<listOrg><org xml:id='o'><orgName>O</orgName></org></listOrg>"
#define EVENT "<listEvent><event xml:id='e'><label>E</label><p>in May</p></event></listEvent>"
#define TIE   "<listRelation><relation name='m' mutual='#q #l'><desc>met</desc></relation></listRelation>"

static const NgSnippet record_texts[] = {
    {"<teiHeader><encodingDesc><p>a</p><ab>b</ab><seg>c</seg><s>d</s><div><head>e</head></div><list><head>f</"
     "head><label>g"
     "</label><item>h</item></list><table><row><cell>i</cell><cell>j</cell></row></table><quote>k</quote><note "
     "place='foot'>l</note><hi>m</hi><lb/><sp><speaker>n</speaker></sp><note type='speaker'>o</note><u "
     "who='#q'>p</u><ref "
     "target='#x'>q</ref><dateline>r</dateline><persName>s</persName></encodingDesc></teiHeader>" TEXT,
     "x"},
    {"<text><front>" PLACE ORG EVENT TIE "</front><body><p>x</p></body><back>" PLACE ORG EVENT TIE "</back></text>",
     "x"},
    {"<text><front>" PERSON "</front><body><p>x</p></body><back>" PERSON "</back></text>", "x"},
    {"<text><body><listPerson><person xml:id='q'><persName>Qin</persName><persName>Q. G.</persName>"
     "<occupation>minister</occupation><idno>5</idno></person></listPerson></body></text>",
     "- Qin Q. G. minister"},
};

TABLE_TEST(record_texts, ng_outline_text)

static const NgSnippet lists_anywhere[] = {
    {"<teiHeader><profileDesc>" PERSON PLACE ORG EVENT "</profileDesc></teiHeader>" TEXT, NULL},
    {"<standOff>" PERSON PLACE ORG EVENT "</standOff>" TEXT, NULL},
    {"<text><front>" PERSON PLACE ORG EVENT "</front><body><p>x</p></body></text>", NULL},
    {"<text><body><p>x</p><div>" PERSON PLACE ORG EVENT "</div></body></text>", NULL},
    {"<text><body><p>x</p></body><back><div>" PERSON PLACE ORG EVENT "</div></back></text>", NULL},
};

TableTestRows(tei_records, lists_anywhere)
{
  return rows(G_N_ELEMENTS(lists_anywhere));
}

TableTest(size_t *row, tei_records, lists_anywhere)
{
  const NgSnippet it = {lists_anywhere[*row].snippet, "person q=Qin\nplace l=L\norganisation o=O\nevent e=E"};
  ng_snippet_check(TEI, &it, END, ng_outline_cast);
}

static const NgSnippet record_problems[] = {
    {"<standOff>" PERSON "\n<listPerson><person xml:id='q'><persName>Other</persName></person></listPerson></standOff>",
     "2:13: record listed twice: q; the first was kept"},
    {"<standOff><listPlace><place xml:id='c'><placeName>C</placeName><geo>91 5</geo></place></listPlace></standOff>",
     "1:63: coordinates out of range (latitude comes first): left out"},
    {"<standOff><listPlace><place xml:id='c'><placeName>C</placeName><geo>1 181</geo></place></listPlace></standOff>",
     "1:63: coordinates out of range: left out"},
    {"<standOff><listPlace><place xml:id='c'><placeName>C</placeName><geo>181 5</geo></place></listPlace></standOff>",
     "1:63: coordinates out of range: left out"},
    {"<standOff><listPlace>\n<place xml:id='c'><placeName>C</placeName><geo>48N "
     "16E</geo></place></listPlace></standOff>",
     "2:1: coordinates that are no two numbers: left out"},
};

TABLE_TEST(record_problems, ng_outline_problems)

/* ---- relations ---- */

#define LISTED(relations) "<standOff><listRelation>" relations "</listRelation></standOff>" TEXT

static const NgSnippet relations[] = {
    {LISTED("<relation name='meet' mutual='#a #b' when='2023-05-08' corresp='#bj'><desc>met with</desc></relation>"),
     "a -meet-- b (met with) 2023-05-08 at bj"},
    {LISTED("<relation name='visit' active='#a' passive='#b' type='planned'/>"), "a -visit-> b (visit) planned"},
    {LISTED("<relation name='visit' active='#a' passive='#b' type='reported' from='2023-01' to='2023-02'/>"),
     "a -visit-> b (visit) 2023-01/2023-02"},
    {LISTED("<relation ref='http://e.org/rel#SenderOf' active='#a' passive='#b'/>"), "a -SenderOf-> b (Sender of)"},
    {LISTED("<relation ref='snap:ally-of' active='#a' passive='#b'/>"), "a -ally-of-> b (ally of)"},
    {LISTED("<relation type='http://e.org/rel/ally' active='#a' passive='#b'/>"), "a -ally-> b (ally)"},
    {LISTED("<relation name='n' ref='http://e.org/r' type='t' active='#a' passive='#b'/>"), "a -n-> b (n)"},
    {LISTED("<relation active='#a' passive='#b'/>"), "a -related-> b (related)"},
    {LISTED("<relation name='tell' active='#a #b' passive='#c #d'/>"),
     "a -tell-> c (tell)\na -tell-> d (tell)\nb -tell-> c (tell)\nb -tell-> d (tell)"},
    {LISTED("<relation name='kin' mutual='#a #b #c'/>"), "a -kin-- b (kin)\na -kin-- c (kin)\nb -kin-- c (kin)"},
    {LISTED(
         "<relation name='bishop' active='#a'/><relation name='dead' passive='#a'/><relation name='m' mutual='#a'/>"),
     "a: bishop (bishop)\na: dead (dead)\na: m (m)"},
    {LISTED("<relation name='self' active='#a' passive='#a'/>"), "a -self-> a (self)"},
    {LISTED("<relation name='nothing'/>"), ""},
    {"<standOff><listRelation><relation name='meet' active='#a' passive='#b' source='#s2 #s1 #none'/></listRelation>"
     "</standOff><text><body><p><s xml:id='s1'>One.</s> <s xml:id='s2'>Two.</s></p></body></text>",
     "a -meet-> b (meet) [One.] [Two.]"},
    {"<standOff><listRelation><relation name='meet' active='#a' passive='#b' source='#p1'/></listRelation></standOff>"
     "<text><body><p>x</p><p xml:id='p1'>The place.</p></body></text>",
     "a -meet-> b (meet) [The place.]"},
    {"<standOff><listRelation><relation name='say' active='#a' passive='#b' source='#q1'/></listRelation></standOff>"
     "<text><body><p>A said <q xml:id='q1'>it rains</q> and went.</p></body></text>",
     "a -say-> b (say) [it rains]"},
    {"<text><body><listRelation><relation name='say' active='#a' passive='#b'><desc>A told "
     "<persName ref='#b'>B</persName>.</desc></relation></listRelation></body></text>",
     "a -say-> b (say) [A told B.]"},
};

TABLE_TEST(relations, ng_outline_ties)

static const NgSnippet relation_problems[] = {
    {"\n<standOff><relation name='none'/></standOff>" TEXT, "2:11: a relation without an end: left out"},
    {"\n<standOff><relation name='x' active='e:a' passive='e:b' source='#s9'/></standOff>" TEXT,
     "2:11: evidence #s9 is no passage of the text"},
    {"\n<standOff><relation name='x' active='http://e.org/a' passive='http://e.org/b'/></standOff>" TEXT,
     "2:11: a relation of addresses that nothing else tells of: left out"},
    {"\n<standOff><relation name='x' mutual='http://e.org/a http://e.org/b'/></standOff><text><body><p>"
     "<persName ref='http://e.org/b'>B</persName></p></body></text>",
     ""},
};

TABLE_TEST(relation_problems, ng_outline_problems)

Test(tei_records, a_relation_among_very_many_is_cut_and_told_of_once)
{
  g_autoptr(GString) ends = g_string_new(NULL);
  for (int i = 0; i < 200; i++)
    g_string_append_printf(ends, "#e%d ", i);
  g_autofree char *relation = g_strdup_printf("<standOff><relation name='x' mutual='%s'/></standOff>" TEXT, ends->str);
  g_autoptr(NgArticle) article = ng_snippet_load(TEI, relation, END);
  uint32_t n, told = 0;
  ng_article_relations(article, &n);
  cr_assert_eq(n, 4096);
  const NgDiagnostic *diagnostics = ng_article_diagnostics(article, &n, NULL);
  for (uint32_t i = 0; i < n; i++)
    told += strstr(diagnostics[i].message, "a relation among") != NULL;
  cr_assert_eq(told, 1);
}

/* ---- the head ---- */

/* "TITLE; BYLINE; DATE; PUBLISHER; LANGUAGE; ID; URL; LICENCE; DATELINE", - for what is not told. */
static char *outline_head(const NgArticle *article)
{
  const NgHead *h = ng_article_head(article);
  const char *fields[] = {h->title, h->byline, h->date,    h->publisher, h->language,
                          h->id,    h->url,    h->licence, h->dateline};
  GString *out = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
    g_string_append_printf(out, "%s%s", i ? "; " : "", fields[i] ? fields[i] : "-");
  return g_string_free(out, FALSE);
}

#define HEADER(statement, publication, profile)                                                                        \
  "<teiHeader><fileDesc><titleStmt>" statement "</titleStmt><publicationStmt>" publication                             \
  "</publicationStmt></fileDesc><profileDesc>" profile "</profileDesc></teiHeader>" TEXT

static const NgSnippet heads[] = {
    {HEADER("<title>The\n title</title><author>Ann <surname>Author</surname></author>",
            "<publisher>P</publisher><date when='2023-05-08'>8 May</date><idno type='URI'>https://e.org/1</idno>"
            "<availability><licence target='https://l.org/'>L</licence></availability>",
            "<langUsage><language ident='de'>German</language></langUsage>"),
     "The title; Ann Author; 2023-05-08; P; de; -; https://e.org/1; https://l.org/; -"},
    {HEADER("<title level='s'>Series</title><title level='a'>Article</title><title>Other</title>"
            "<author><persName>A</persName><persName>B</persName></author><author>C</author>",
            "<idno>42</idno><date>1963</date>", "<creation><placeName>Wien</placeName></creation>"),
     "Article; A, C; 1963; -; -; 42; -; -; Wien"},
    {HEADER("<title type='main'>Main</title><title type='sub'>Sub</title>", "<date>some day</date>", ""),
     "Main; -; -; -; -; -; -; -; -"},
    /* of several titles the best, of equals the first */
    {HEADER("<title type='sub'>Sub</title><title level='s'>S</title><title level='j'>J</title><title>A</title><title>B"
            "</title>",
            "<idno>1</idno><idno>2</idno><idno> </idno><idno type='isbn-13'>3</idno><idno type='issn'>4</idno><idno "
            "type='URL'>e.org/5</idno><idno>https://e.org/6</idno>",
            "<creation><date when='1900'/></creation>"),
     "A; -; 1900; -; -; 2; e.org/5; -; -"},
    {HEADER("<title> </title><title level='s'>S</title><author>A</author><author/>",
            "<idno type='document'>https://e.org/1</idno><availability><licence>L</licence></availability>", ""),
     "S; A; -; -; -; https://e.org/1; -; L; -"},
    {HEADER("<title>A</title><title type='main'>Main</title>", "", ""), "Main; -; -; -; -; -; -; -; -"},
    {HEADER("<title type='main'>Main</title><title level='a'>Article</title>", "", ""),
     "Article; -; -; -; -; -; -; -; -"},
    {HEADER("<title level='a'>Article</title><title type='complete'>Whole</title><title type='main'>Main</title>", "",
            ""),
     "Whole; -; -; -; -; -; -; -; -"},
    {"<teiHeader><fileDesc><sourceDesc><bibl><title level='a'>No</title><author>No</author><publisher>No</publisher>"
     "<idno>No</idno><date when='1906'/></bibl></sourceDesc></fileDesc><profileDesc><creation><date when='1900'/>"
     "</creation></profileDesc></teiHeader>" TEXT,
     "-; -; 1900; -; -; -; -; -; -"},
    {"<text><body><dateline>Wien</dateline><p>a</p></body></text>", "-; -; -; -; -; -; -; -; Wien"},
    {"<text><body><dateline>Wien</dateline><p>a</p><dateline>Graz</dateline></body></text>",
     "-; -; -; -; -; -; -; -; -"},
    {"<teiHeader><fileDesc><sourceDesc><bibl><date when='1906-05'>May</date><date when='1907'/></bibl></sourceDesc>"
     "</fileDesc></teiHeader>" TEXT,
     "-; -; 1906-05; -; -; -; -; -; -"},
    {"<text xml:lang='fr'><body><head>From the text</head></body></text>", "From the text; -; -; -; fr; -; -; -; -"},
};

TABLE_TEST(heads, outline_head)

static char *outline_date(const NgArticle *article)
{
  const char *date = ng_article_head(article)->date;
  return g_strdup(date ? date : "-");
}

static const NgSnippet dates[] = {
    {HEADER("", "<date when='2023-05-08T12:00:00Z'/>", ""), "2023-05-08T12:00:00Z"},
    {HEADER("", "<date when='2023-05-08 or so'/>", ""), "2023-05-08"},
    {HEADER("", "<date when='2023-05-081'/>", ""), "2023-05"},
    {HEADER("", "<date when='2023-05/08'/>", ""), "2023-05"},
    {HEADER("", "<date when='2023-051'/>", ""), "-"},
    {HEADER("", "<date when='2023-5'/>", ""), "-"},
    {HEADER("", "<date when='2023/05'/>", ""), "-"},
    {HEADER("", "<date when='230508'/>", ""), "-"},
    {HEADER("", "<date when='soon'>2001</date>", ""), "2001"},
    {HEADER("", "<date when-iso='2001'/>", ""), "2001"},
    {HEADER("", "<date from='2001' to='2002-03'/>", ""), "2001/2002-03"},
    {HEADER("", "<date from='2001'/>", ""), "2001"},
    {HEADER("", "<date to='2002'/>", ""), "2002"},
    {HEADER("", "<date notBefore='1999' notAfter='2000'/>", ""), "1999"},
    {HEADER("", "<date when-custom='Easter' when='2001'/>", ""), "Easter"},
};

TABLE_TEST(dates, outline_date)

/* Whole documents: the root says who it is and in which language it is written, and of a corpus the corpus does. */
static const NgSnippet roots[] = {
    {"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='d' xml:lang='de'>" TEXT "</TEI>", "-; -; -; -; de; d; -; -; -"},
    {"<TEI.2 xml:id='d' xml:lang='de'>" TEXT "</TEI.2>", "-; -; -; -; de; d; -; -; -"},
    {"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0' xml:id='d' xml:lang='de'><TEI xml:id='e' xml:lang='fr'>" TEXT
     "</TEI></teiCorpus>",
     "-; -; -; -; de; d; -; -; -"},
    {"<teiCorpus><teiHeader><fileDesc><titleStmt><title level='s'>T</title><author>A</author></titleStmt></fileDesc>"
     "</teiHeader><TEI><teiHeader><fileDesc><titleStmt><title>U</title><author>B</author></titleStmt><publicationStmt>"
     "<publisher>Q</publisher><date when='2001'/><idno>9</idno></publicationStmt></fileDesc><profileDesc><creation>"
     "<placeName>Wien</placeName></creation><langUsage><language "
     "ident='fr'/></langUsage></profileDesc></teiHeader>" TEXT "</TEI></teiCorpus>",
     "T; A; -; -; -; -; -; -; -"},
};

TableTestRows(tei_records, roots)
{
  return rows(G_N_ELEMENTS(roots));
}

TableTest(size_t *row, tei_records, roots)
{
  ng_snippet_check("", &roots[*row], "", outline_head);
}

static char *outline_keywords(const NgArticle *article)
{
  return g_strjoinv(", ", (char **)(guintptr)ng_article_head(article)->keywords);
}

static const NgSnippet keywords[] = {
    {HEADER(
         "<title>T</title>", "",
         "<textClass><keywords><term>tide</term><list><item><term>none</term></item></list><term>fish</term></keywords>"
         "<catDesc><term>no</term></catDesc></textClass>"),
     "tide, fish"},
};

TABLE_TEST(keywords, outline_keywords)

static const NgSnippet volumes[] = {
    {HEADER("<title>Vol</title>", "", "") "<text><body><div><head>One</head><p>a</p></div></body></text>",
     "= Vol\nx\n# One\na"},
    {"<text><group><text><body><head>I</head><div><head>I.1</head><p>a</p></div></body></text>"
     "<text><body><head>II</head><p>b</p></body></text></group></text>",
     "= I\n## I.1\na\n# II\nb"},
    {"<text><body><head>V</head><div><head>One</head><p>a</p></div><div><head>Two</head><div><head>Two a</head>"
     "<p>b</p></div></div></body></text>",
     "= V\n# One\na\n# Two\n## Two a\nb"},
};

TABLE_TEST(volumes, ng_outline_text)

/* What stands at the head of a part is a heading, whatever the part is. */
static const NgSnippet parts[] = {
    {"<text><body><p>x</p></body><back><head>H</head></back></text>", "x\n# H"},
    {"<text><front><p>x</p><head>H</head></front><body><p>y</p></body></text>", "x\n# H\ny"},
    {"<text><front><p>x</p></front><group><head>H</head><text><body><p>y</p></body></text></group></text>",
     "x\n# H\ny"},
    {"<text><body><p>x</p><lg><head>H</head><l>y</l></lg><sp><head>I</head><p>z</p></sp></body></text>",
     "x\n# H\nlg/l y\n# I\nz"},
    {"<text><body><p>x</p><figure><head>H</head></figure><table><head>I</head></table><list><head>J</head></list>"
     "</body></text>",
     "x\nc H\nc I\nJ"},
    {"<facsimile><surface><zone><p>no</p>" PERSON "</zone></surface></facsimile><sourceDoc><line>no</line></sourceDoc>"
     "<text><body><p>x</p></body></text>",
     "x"},
};

TABLE_TEST(parts, ng_outline_text)

Test(tei_records, a_corpus_is_one_article_with_a_heading_a_text)
{
  static const NgSnippet corpus = {
      "<teiHeader><fileDesc><titleStmt><title>Corpus</title></titleStmt></fileDesc></teiHeader>"
      "<TEI><teiHeader><fileDesc><titleStmt><title>One</title></titleStmt></fileDesc></teiHeader>" TEXT "</TEI>"
      "<TEI><teiHeader><fileDesc><titleStmt><title>Two</title></titleStmt></fileDesc></teiHeader>" TEXT "</TEI>",
      "= Corpus\n# One\nx\n# Two\nx"};
  ng_snippet_check("<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'>", &corpus, "</teiCorpus>", ng_outline_text);
}

/* Two letters by ISO 3166-1, with a country: else none. A place that is a country has none. */
Test(tei_records, the_code_of_a_country)
{
  static const struct {
    const char *country, *code;
  } all[] = {{"<country key='CN'>China</country>", "CN"},
             {"<country key='cn'>China</country>", "CN"},
             {"<country>China</country>", ""},
             {"<country key='China'>China</country>", ""},
             {"<country key='C'>China</country>", ""},
             {"<country key='12'>China</country>", ""},
             {"<country key='CN'></country>", ""},
             {"<country key='CN'/><country key='US'>USA</country>", "CN"},
             {"<country key='\303\244\303\266'>O</country>", ""}};
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
    g_autofree char *list = g_strdup_printf("<standOff><listPlace><place xml:id='bj'><placeName>Beijing</placeName>%s"
                                            "</place></listPlace></standOff>",
                                            all[i].country);
    g_autoptr(NgArticle) article = ng_snippet_load(TEI, list, END);
    uint32_t n;
    const NgEntity *entities = ng_article_entities(article, &n);
    cr_assert_eq(n, 1u);
    cr_expect_str_eq(entities[0].country_code, all[i].code, "%s", all[i].country);
  }
}
