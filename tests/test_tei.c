/* TEI's running text: blocks, styles, breaks, notes, and the names in it. Each row is a snippet of a body and how the article is to read. */
#include "tests/snippets.h"

#include <criterion/criterion.h>
#include <string.h>

#define TEI  "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
#define BODY TEI "<text><body>"
#define END  "</body></text></TEI>"

#define TABLE_TEST(table, outline)                                                                                     \
  TableTestRows(tei, table)                                                                                            \
  {                                                                                                                    \
    return rows(G_N_ELEMENTS(table));                                                                                  \
  }                                                                                                                    \
  TableTest(size_t *row, tei, table)                                                                                   \
  {                                                                                                                    \
    ng_snippet_check(BODY, &table[*row], END, outline);                                                                \
  }

/* ---- blocks ---- */

static const NgSnippet blocks[] = {
    {"<head>A</head><p>one</p>", "= A\none"},
    {"<p>one</p><head>A</head>", "one\n# A"},
    {"<p>one</p><ab>two</ab>", "one\ntwo"},
    {"loose<p>one</p>text", "loose\none\ntext"},
    {"<lg><l>first</l><l>second</l></lg><lg><head>H</head><l>third</l></lg>", "lg/l first\nl second\n# H\nlg/l third"},
    {"<lg><l>a</l><l>b</l></lg><lg><l>c</l><l>d</l></lg><p>e</p><l>f</l><l>g</l>",
     "lg/l a\nl b\nlg/l c\nl d\ne\nlg/l f\nl g"},
    {"<lg><lg><l>a</l></lg><lg><l>b</l></lg><l>c</l></lg>", "lg/l a\nlg/l b\nlg/l c"},
    {"<lg><l>a</l><p/><l>b</l></lg><lg part='F'><l>c</l></lg><lg part='I'><l>d</l></lg><lg part='M'><l>e</l></lg>",
     "lg/l a\nl b\nlg/l c\nlg/l d\nlg/l e"},
    {"<lg><l>a<note>see <lg><l>x</l></lg></note></l><l>b</l></lg>", "lg/l a^^\nn see\nn x\nl b"},
    {"<lg><l>a<p>b</p>c</l><l>d</l></lg>", "lg/l a\nb\nlg/l c\nl d"},
    {"<quote><lg><l>a</l><l>b</l></lg></quote><p>c</p>", "lg/l a\nl b\nc"},
    {"<sp><l>a <stage>aside</stage> b</l><l>c</l></sp><stage>Exeunt.</stage><p>d<stage>, louder</stage>.</p>",
     "lg/l a {i:aside} b\nl c\n{i:Exeunt.}\nd{i:, louder}."},
    {"<p>x</p><div><head>D</head><div><head>DD</head><p>y</p></div><p>z</p></div><div><head>E</head></div>",
     "x\n# D\n## DD\ny\nz\n# E"},
    {"<p>x</p><div1><head>D</head><div2><head>DD</head></div2></div1>", "x\n# D\n## DD"},
    {"<p>x</p><div3><div4><div5><div6><div7><head>D</head></div7><head>E</head></div6></div5></div4></div3>",
     "x\n##### D\n#### E"},
    {"<p>x</p><div><attachment><head>A</head><p>y</p></attachment></div>", "x\n## A\ny"},
    {"<ab>one</ab><ab type='code'>two</ab><ab>three</ab>", "one\ncode two\nthree"},
    {"<castList><castItem>a</castItem><castGroup><castItem>b</castItem></castGroup></castList>", "- a\n-- b"},
    {"<p>see <bibl>Smith 1990</bibl> for more</p><note place='foot'>See <bibl>Smith</bibl>, "
     "3.</note><bibl>Smith</bibl>",
     "see Smith 1990 for more^\nn See Smith, 3.\nSmith"},
    {"<list><head>H</head><item>a<list><item>b</item></list>c</item><label>L</label><item>d</item></list>",
     "H\n- a\n-- b\n- c\n- L d"},
    {"<list><item><p>a</p><p>b</p></item></list><p>c</p>", "- a\n- b\nc"},
    {"<list><label>L</label><item>a</item><item>b</item><label>M</label></list><list><item>c</item></list>",
     "- L a\n- b\n- M\n- c"},
    {"<p>a <label>b</label> c</p>", "a b c"},
    {"<figure><figDesc><p>a</p><p>b</p></figDesc></figure><p>c</p>", "c a\nc b\nc"},
    {"<p>one</p>two <hi>three</hi> four", "one\ntwo {i:three} four"},
    {"<quote>a</quote><quote><p>b</p><p>c</p></quote><p>d</p>", "> a\n> b\n> c\nd"},
    {"<p>he said <q>hey</q> <quote>you</quote>, so</p>", "he said hey you, so"},
    {"<q>hey</q><p>you</p>", "> hey\nyou"},
    {"<p>a</p><floatingText><body><head>H</head><p>b</p></body></floatingText><p>c</p>", "a\n# H\n> b\nc"},
    {"<figure><graphic url='x.png'/><head>H</head><figDesc>seen</figDesc></figure>", "c H\nc seen"},
    {"<p>a<figure><figDesc>seen</figDesc></figure>b</p>", "a\nc seen\nb"},
    {"<table><head>H</head><row><cell>1</cell><cell>2</cell></row><row><cell><p>3</p><p>4</p></cell><cell/>"
     "<cell>5</cell></row></table>",
     "c H\n| 1 | 2\n| 3 4 | | 5"},
    {"<sp><speaker>A.</speaker><p>says</p><l>sings</l><stage>goes</stage></sp>",
     "{p#a.:{b:A.}}\nsays\nlg/l sings\n{i:goes}"},
    {"<u>hm</u><u><seg>one</seg><seg>two</seg></u>", "hm\none\ntwo"},
    {"<p>a <seg>b</seg> c</p><seg>d</seg>", "a b c\nd"},
    {"<p>one <s>A b.</s> <s>C.</s></p><s>D.</s>", "one {s:A b.} {s:C.}\n{s:D.}"},
    {"<opener><dateline>Bonn</dateline><salute>Dear Sir</salute></opener><closer><signed>Me</signed></closer>",
     "Bonn\nDear Sir\nMe"},
    {"<eg>co  de</eg><p/><p> \n </p>", "code co de"},
    {"<p>a<!-- no --><?no no?>b</p><p><![CDATA[<c>]]></p>", "ab\n<c>"},
    {"<unknown><p>a <strange>b</strange></p></unknown>", "a b"},
    {"<p>a \n\t  b&#10;c</p>", "a b c"},
};

TABLE_TEST(blocks, ng_outline_text)

/* What each element that is a block by itself becomes: two of them, one behind the other. */
typedef struct {
  const char *elements, *mark; /* names parted by spaces; what stands before a block of theirs */
} BlockElements;

static const BlockElements block_elements[] = {
    {"p ab dateline byline opener closer salute signed argument trailer postscript addrLine titlePart "
     "docAuthor docImprint "
     "docDate bibl biblStruct seg s u label note desc",
     ""},
    {"epigraph quote q floatingText", "> "},
    {"castItem item", "- "},
    {"figDesc caption", "c "},
    {"row", "| "},
    {"eg", "code "},
    {"head", "# "},
};

TableTestRows(tei, each_block_element)
{
  return rows(G_N_ELEMENTS(block_elements));
}

TableTest(size_t *row, tei, each_block_element)
{
  const BlockElements *it = &block_elements[*row];
  g_auto(GStrv) names = g_strsplit(it->elements, " ", -1);
  for (char **name = names; *name; name++) {
    const char *open = strcmp(*name, "s") == 0 ? "{s:" : "", *close = *open ? "}" : "";
    g_autofree char *snippet = g_strdup_printf("<p>x</p><%s>one</%s><%s>two</%s><p>y</p>", *name, *name, *name, *name);
    g_autofree char *expected =
        g_strdup_printf("x\n%s%sone%s\n%s%stwo%s\ny", it->mark, open, close, it->mark, open, close);
    const NgSnippet pair = {snippet, expected};
    ng_snippet_check(BODY, &pair, END, ng_outline_text);
    /* who was announced before it does not speak behind it */
    g_autofree char *announced =
        g_strdup_printf("<note type='speaker'>A:</note><%s>one</%s><u who='#a'>two</u>", *name, *name);
    g_autofree char *nobody = g_strdup_printf("{b:A:}\n%s%sone%s\ntwo", it->mark, open, close);
    const NgSnippet speech = {announced, nobody};
    ng_snippet_check(BODY, &speech, END, ng_outline_text);
  }
}

/* ---- inside of lines ---- */

static const NgSnippet lines[] = {
    {"<p>a <hi rend='bold'>b</hi> <hi rend='italic'>c</hi> <hi>d</hi> <emph>e</emph> <code>f</code></p>",
     "a {b:b} {i:c} {i:d} {i:e} {code:f}"},
    {"<p><hi rend='bold italic'>a</hi><hi rend='sup'>2</hi><hi rend='subscript'>3</hi></p>", "{ib:a}{sup:2}{sub:3}"},
    {"<p><hi rendition='#underline'>a</hi> <hi rend='strikethrough'>b</hi> <del>c</del></p>",
     "{u:a} {strike:b} {strike:c}"},
    {"<p><hi rend='bold'>a <hi rend='italic'>b</hi></hi> <title>T</title></p>", "{b:a {i:b}} {i:T}"},
    {"<p>a<lb/>b<pb n='2'/>c<cb/>d<milestone/>e<gb/>f</p>", "a b c d e f"},
    {"<p>a <lb/> b\n<pb n='2'/>\nc</p>", "a b c"},
    {"<p>a<lb break='no'/>b<pb break='no'/>c<cb break='no'/>d</p>", "abcd"},
    {"<p>wo\n <lb break='no'/>rd, wo<pb break='no'/>\n rd, <hi>wo <lb break='no'/></hi> rd</p>",
     "word, word, {i:wo}rd"},
    {"<p><hi rend='slanted'>a</hi> <hi rend='strong'>b</hi> <hi rend='typewriter'>c</hi> <hi style='code'>d</hi></p>",
     "{i:a} {b:b} {code:c} {code:d}"},
    {"<p>a<lb break='yes'/>b <sic>teh</sic></p>", "a b teh"},
    {"<p>a <fw>b <hi>c</hi><note>d</note><persName>E</persName><lb break='no'/><seg>f</seg></fw>g</p>", "a g"},
    {"<p>a <fw>head</fw>b c<fw type='foot'>foot</fw>d</p>", "a b cd"},
    {"<p><choice><sic>teh</sic><corr>the</corr></choice> <choice><orig>olde</orig><reg>old</reg></choice>"
     " <choice><abbr>Mr</abbr><expan>Mister</expan></choice></p>",
     "the old Mr"},
    {"<p><app><lem>a</lem><rdg>b</rdg></app> <index><term>no</term></index>c</p>", "a c"},
    {"<p><ref target='http://e.org/'>a</ref> <ref>b</ref><ptr target='#x'/></p>", "{a>http://e.org/:a} b{a>#x:}"},
    {"<p><ref target='?a=1&amp;b=&#38;&lt;&amp;#38;'>a</ref></p>", "{a>?a=1&b=&<&#38;:a}"},
};

TABLE_TEST(lines, ng_outline_text)

static const NgSnippet notes[] = {
    {"<p>a<note>one</note> b</p><p>c</p>", "a^ b\nn one\nc"},
    {"<p>a<note n='1'><p>one</p><p>two</p></note>, b<note place='foot'>x</note></p>", "a^^, b^\nn one\nn two\nn x"},
    {"<p>a<note>one<note>inner</note> more</note> b</p>", "a^ b\nn one^ more\nn inner"},
    {"<p>a</p><note place='end'>one</note><note place='end'>two</note><p>b</p>", "a^^\nn one\nn two\nb"},
    {"loose<note place='end'>one</note> more<p>a</p><note place='end'>two</note>rest",
     "loose^ more\nn one\na^\nn two\nrest"},
    {"<p>a</p><note>between</note><p>b</p>", "a\nbetween\nb"},
    {"<p>a<note>of <persName ref='#q'>Q</persName></note></p>", "a^\nn of {p#q:Q}"},
    {"<p><persName ref='#q'>Q<note>who?</note></persName> b</p>", "{p#q:Q}^ b\nn who?"},
    {"<head>A<note>one</note></head><p>b</p>", "= A^\nn one\nb"},
};

TABLE_TEST(notes, ng_outline_text)

/* ---- mentions ---- */

static const NgSnippet mentions[] = {
    {"<p><persName>A</persName> <placeName>B</placeName> <orgName>C</orgName> <geogName>D</geogName> "
     "<settlement>E</settlement> <country>F</country> <region>G</region> <eventName>H</eventName> "
     "<district>I</district> "
     "<bloc>J</bloc></p>",
     "{p#a:A} {l#b:B} {o#c:C} {l#d:D} {l#e:E} {l#f:F} {l#g:G} {v#h:H} {l#i:I} {l#j:J}"},
    {"<p><name type='person'>A</name> <name type='place'>B</name> <name type='org'>C</name> "
     "<name type='event'>D</name> <name type='ship'>E</name> <name>F</name></p>",
     "{p#a:A} {l#b:B} {o#c:C} {v#d:D} E F"},
    {"<p><name type='persName'>A</name> <name type='character'>B</name> <name type='geo'>C</name> <name "
     "type='city'>D</name> "
     "<name type='country'>E</name> <name type='settlement'>F</name> <name type='region'>G</name> <name "
     "type='location'>H"
     "</name> <name type='institution'>I</name> <name type='company'>J</name> <name type='Person'>K</name></p>",
     "{p#a:A} {p#b:B} {l#c:C} {l#d:D} {l#e:E} {l#f:F} {l#g:G} {l#h:H} {o#i:I} {o#j:J} {p#k:K}"},
    {"<p><rs type='person' ref='#q'>he</rs> <rs type='place' ref='#b'>there</rs> <rs type='org'>C</rs> "
     "<rs ref='#q'>E</rs></p>",
     "{p#q:he} {l#b:there} {o#c:C} E"},
    {"<p><orgName ref='#o'>Bank of <placeName ref='#e'>England</placeName></orgName></p>",
     "{o#o:Bank of {l#e:England}}"},
    {"<p><rs type='person' ref='#p'>King of <rs type='place' ref='#x'>all <country "
     "ref='#s'>Spain</country></rs></rs></p>",
     "{p#p:King of {l#x:all {l#s:Spain}}}"},
    {"<p><rs type='place' ref='#o #p'><country ref='#s'>Spain</country></rs></p>", "{l#o:{l#p:{l#s:Spain}}}"},
    {"<p><persName>Qin<persName ref='#q'/></persName> <orgName><rs type='place' ref='#s'>Spain</rs></orgName></p>",
     "{p#qin:Qin} {o#spain:{l#s:Spain}}"},
    {"<p><persName ref='#q'>A</persName> <persName corresp='#r'>B</persName> <persName key='s'>C</persName> "
     "<rs type='person' who='#t'>D</rs></p>",
     "{p#q:A} {p#r:B} {p#s:C} {p#t:D}"},
    {"<p><persName ref='#q' key='other'>A</persName> <persName ref='' key='s'>C</persName></p>", "{p#q:A} {p#s:C}"},
    {"<p><persName ref='q'>A</persName> <persName ref='#q'>B</persName></p>", "{p#q:A} {p#q:B}"},
    {"<p><persName ref='https://e.org/id/q'>A</persName> <persName ref='gnd:118'>B</persName></p>",
     "{p#https://e.org/id/q:A} {p#gnd:118:B}"},
    {"<p><persName ref='#q  #r\n#s'>The three</persName></p>", "{p#q:{p#r:{p#s:The three}}}"},
    {"<p><persName>Qin Gang</persName>, <persName ref='#q'>Qin Gang</persName>, <persName>QIN  GANG</persName>, "
     "<placeName>Qin Gang</placeName></p>",
     "{p~q:Qin Gang}, {p#q:Qin Gang}, {p~q:QIN GANG}, {l#qin-gang:Qin Gang}"},
    {"<p><persName>Jiří</persName> <persName>JIŘÍ</persName></p>", "{p#jiří:Jiří} {p#jiří:JIŘÍ}"},
    {"<p><placeName><settlement>A</settlement><country>B</country></placeName><settlement>C</settlement>"
     "<country>D</country> <address><settlement>E</settlement>, <country>F</country></address></p>",
     "{l#a-b:{l#a:A} {l#b:B}}{l#c:C}{l#d:D} {l#e:E}, {l#f:F}"},
    {"<p><placeName><placeName>中国</placeName><placeName>北京</placeName></placeName></p>",
     "{l#中国北京:{l#中国:中国}{l#北京:北京}}"},
    {"<p><persName ref='#q'/>a <persName ref='#q'> </persName>b</p>", "a b"},
    {"<p><persName ref='#q'>A<lb/>B</persName> C</p>", "{p#q:A B} C"},
    {"<p><persName ref='#q'><forename>A</forename><surname>B</surname></persName> <persName ref='#r'>"
     "<surname>O</surname>'<surname>C</surname></persName></p>",
     "{p#q:A B} {p#r:O'C}"},
    {"<p><persName ref='#q'><roleName>Sir</roleName><forename>A</forename><nameLink>de</nameLink><addName>B</addName>"
     "<genName>II</genName></persName></p>",
     "{p#q:Sir A de B II}"},
    {"<p><persName ref='#q'>Burns's</persName> talk</p>", "{p#q:Burns}'s talk"},
    {"<p><persName ref='#q'>Burns's'</persName> talk</p>", "{p#q:Burns's'} talk"}, /* else shorter at each reading */
    {"<sp who='#x'><speaker>X.</speaker><p>a</p></sp>", "{p#x:{b:X.}}\na"},
    {"<note type='speaker'>The <q>Chair</q>:</note><u who='#c'>hm</u>", "{p#c:{b:The Chair:}}\nhm"},
    {"<note type='x'>Chair:</note><u who='#c'>hm</u>", "Chair:\nhm"},
    {"<note type='speaker'>Chair:</note><u who='#c'>hm</u><note type='speaker'>Nobody</note><u>hm</u>",
     "{p#c:{b:Chair:}}\nhm\n{b:Nobody}\nhm"},
    {"<head>On <persName ref='#q'>Q</persName></head><list><item><persName ref='#q'>Q</persName></item></list>"
     "<table><row><cell><persName ref='#q'>Q</persName></cell></row></table>",
     "= On {p#q:Q}\n- {p#q:Q}\n| {p#q:Q}"},
};

TABLE_TEST(mentions, ng_outline_text)

static const NgSnippet unresolved[] = {
    {"<p><persName ref='#q'>he</persName> <persName ref='#q'>Qin</persName></p>", "person q=he/Qin x2 !"},
    {"<p><placeName ref='#b'>Peking</placeName></p>", "place b=Peking x1 !"},
    {"<p><persName>Ann</persName></p>", "person ann=Ann x1 !"},
    {"<p><persName ref='#q'/></p>", ""},
    {"<p>nobody</p>", ""},
};

TABLE_TEST(unresolved, ng_outline_cast)

static const NgSnippet problems[] = {
    {"\n <p><persName ref='#q'>A</persName></p>", "2:5: pointer #q leads nowhere"},
    {"\n<p><persName/>\n<placeName> </placeName></p>",
     "2:4: a person without text: no mention\n3:1: a place without text: no mention"},
    {"<p><persName key='bare'>A</persName> <persName ref='https://e.org/q'>B</persName></p>", ""},
};

TABLE_TEST(problems, ng_outline_problems)
