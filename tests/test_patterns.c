/* Relations in bare text: what sentences say, what they do not say, and how often it is right on texts that people have marked. */
#include "annotate/relations.h"
#include "tests/annotating.h"
#include "tests/corpora.h"
#include "tests/rows.h"
#include "tests/spent.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* ---- sentences ---- */

typedef struct {
  GArray *tokens, *names, *said;
} Read;

static Read read_text(const NgLexicon *l, NgPatterns *patterns, const char *text)
{
  Read r = {g_array_new(FALSE, FALSE, sizeof(NgToken)), g_array_new(FALSE, FALSE, sizeof(NgName)),
            g_array_new(FALSE, FALSE, sizeof(NgSaid))};
  for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n')
    ng_tokens_cut(r.tokens, l, line, strcspn(line, "\n"), (uint32_t)(line - text));
  ng_tokens_look_up(r.tokens, l, text);
  const NgToken *tokens = (const NgToken *)(const void *)r.tokens->data;
  ng_names_find(r.names, tokens, r.tokens->len, text);
  ng_names_agree(r.names, tokens, r.tokens->len);
  ng_patterns_find(patterns, r.said, (const NgName *)(const void *)r.names->data, r.names->len, tokens, r.tokens->len,
                   text);
  return r;
}

static void read_free(Read *r)
{
  GArray *arrays[] = {r->tokens, r->names, r->said};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_free(arrays[i], TRUE);
}

static NgRange range_of(const Read *r, uint32_t name)
{
  const NgName *n = &g_array_index(r->names, NgName, name);
  return (NgRange){g_array_index(r->tokens, NgToken, n->first).start,
                   g_array_index(r->tokens, NgToken, n->end - 1).end};
}

static void put_name(GString *out, const Read *r, const char *text, uint32_t name)
{
  NgRange range = range_of(r, name);
  g_string_append_len(out, text + range.start, range.end - range.start);
}

/* "subject > label > object [status] in place", parted by semicolons. */
static char *said(const char *text)
{
  g_autoptr(NgLexicon) l = ng_test_lexicon();
  g_autoptr(NgPatterns) patterns = ng_patterns_new();
  Read r = read_text(l, patterns, text);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < r.said->len; i++) {
    const NgSaid *s = &g_array_index(r.said, NgSaid, i);
    if (i)
      g_string_append(out, "; ");
    put_name(out, &r, text, s->subject);
    g_string_append_printf(out, " > %s > ", s->label);
    put_name(out, &r, text, s->object);
    if (s->status)
      g_string_append_printf(out, " [%s]", s->status);
    if (s->place != NG_NONE)
      g_string_append(out, " in ");
    if (s->place != NG_NONE)
      put_name(out, &r, text, s->place);
    cr_expect(s->kind && s->rule && s->confidence_percent > 0 && s->confidence_percent <= 100);
    cr_expect(s->start < s->end && s->end <= strlen(text));
  }
  read_free(&r);
  return g_string_free(out, FALSE);
}

static const char *const sentences[][2] = {
    {"Qin Gang met with Nicholas Burns in Beijing on Monday.", "Qin Gang > met with > Nicholas Burns in Beijing"},
    {"To join the Harvard University, China must change, and in Dalian, Norway had a rival.", ""},
    {"In a speech in Dalian, U.S. Secretary John Kerry spoke.", ""},
    {"Presidents Joe Biden and Xi Jinping met in Bali last November.", "Joe Biden > met with > Xi Jinping in Bali"},
    {"Joe Biden and Xi Jinping will meet next week.", "Joe Biden > will meet with > Xi Jinping [planned]"},
    {"Xi Jinping did not meet Joe Biden.", "Xi Jinping > did not meet with > Joe Biden [denied]"},
    {"Joe Biden may meet with Xi Jinping.", "Joe Biden > may meet with > Xi Jinping [possible]"},
    {"Nicholas Burns denied meeting Qin Gang.", "Nicholas Burns > denied meeting with > Qin Gang [denied]"},
    {"Qin Gang will visit Germany, France and Norway this week.",
     "Qin Gang > will visit > Germany [planned]; Qin Gang > will visit > France [planned]; Qin Gang > will visit > "
     "Norway [planned]"},
    {"China announced that Mr. Qin Gang would visit Germany.", "Qin Gang > will visit > Germany [planned]"},
    {"Antony Blinken plans to visit Beijing.", "Antony Blinken > plans to visit > Beijing [planned]"},
    {"Antony Blinken has cancelled a visit to Beijing.",
     "Antony Blinken > called off a visit to > Beijing [cancelled]"},
    {"Antony Blinken's visit to Beijing was cancelled.",
     "Antony Blinken > called off a visit to > Beijing [cancelled]"},
    {"If Antony Blinken visits Beijing, it will be news.", ""},
    {"Antony Blinken refused to meet Qin Gang.", "Antony Blinken > refused to meet with > Qin Gang [denied]"},
    {"Antony Blinken hopes to meet Qin Gang.", "Antony Blinken > hopes to meet with > Qin Gang [possible]"},
    {"Donald Trump to meet Kim Jong-un in Singapore",
     "Donald Trump > will meet with > Kim Jong-un [planned] in Singapore"},
    {"Qin Gang's spokesman accused Nicholas Burns.", ""},
    {"A spokesman for Qin Gang met Nicholas Burns.", ""},
    {"The meeting with Nicholas Burns will benefit Qin Gang.", ""},
    {"Qin Gang accused the United States of overreacting.", "Qin Gang > accused > United States"},
    {"Beijing insisted the balloon was an airship that had been deflected and accused Washington of overreacting.",
     "Beijing > accused > Washington"},
    {"Iran said the plane had strayed and warned Israel.", "Iran > warned > Israel"},
    {"Iran said the minister was ill and accused Israel.", ""},
    {"Iran said Peter Hall was ill and accused Israel.", "Iran > said of > Peter Hall; Peter Hall > accused > Israel"},
    {"Iran said the plane had strayed and reached Israel.", ""},
    {"They spoke of a visit to Beijing which Washington had canceled after it.",
     "Washington > called off a visit to > Beijing [cancelled]"},
    {"They spoke of a visit to Beijing that Washington will not cancel.", ""},
    {"They spoke of a visit to Beijing which Washington had seen.", ""},
    {"Washington canceled a visit to Beijing.", "Washington > called off a visit to > Beijing [cancelled]"},
    {"Washington made a visit to Beijing.", ""},
    {"The United States was accused by Qin Gang of overreacting.", "Qin Gang > accused > United States"},
    {"Qin Gang was met by Nicholas Burns, Antony Blinken and Emmanuel Macron.",
     "Nicholas Burns > met with > Qin Gang; Antony Blinken > met with > Qin Gang; Emmanuel Macron > met with > Qin "
     "Gang"},
    {"Joe Biden, the president of the United States, met Xi Jinping, the Chinese leader.",
     "Joe Biden > met with > Xi Jinping; Joe Biden > leads > United States"},
    {"Joe Biden, who hosted Emmanuel Macron, called Volodymyr Zelensky.",
     "Joe Biden > hosted > Emmanuel Macron; Joe Biden > called > Volodymyr Zelensky"},
    {"Joe Biden hosted Emmanuel Macron and praised Volodymyr Zelensky.",
     "Joe Biden > hosted > Emmanuel Macron; Joe Biden > praised > Volodymyr Zelensky"},
    {"After the talks between Wang Yi and Ali Shamkhani, Iran thanked China.",
     "Iran > thanked > China; Wang Yi > talked with > Ali Shamkhani"},
    {"Talks between Russia and Ukraine will be held in Istanbul.", "Russia > will talk with > Ukraine [planned]"},
    {"During Mr. Qin Gang's meeting with Mr. Nicholas Burns, it rained.", "Qin Gang > met with > Nicholas Burns"},
    {"Paul Haenle was shot dead by Peter Hall.", "Peter Hall > shot dead > Paul Haenle"},
    {"Peter Hall was convicted of assassinating Paul Haenle.",
     "Peter Hall > was convicted of assassinating > Paul Haenle"},
    {"Peter Hall is accused of killing Paul Haenle.", "Peter Hall > is accused of killing > Paul Haenle [possible]"},
    {"Peter Hall was convicted of the murder of Paul Haenle.", "Peter Hall > murdered > Paul Haenle"},
    {"The assassination of Paul Haenle by Peter Hall shocked the United States.",
     "Peter Hall > assassinated > Paul Haenle"},
    {"Paul Haenle, a former director for China on the National Security Council, spoke.",
     "Paul Haenle > worked for > National Security Council"},
    {"Shell spokesman Peter Hall told Reuters that it was over.",
     "Peter Hall > told > Reuters; Peter Hall > works for > Shell"},
    {"Kevin McCarthy, the Speaker of the House of Representatives, left.",
     "Kevin McCarthy > leads > House of Representatives"},
    {"Steve Young, vice president of marketing at Microsoft, resigned.", "Steve Young > works for > Microsoft"},
    {"Sarah Jones, 46, of Hartford, Conn., won.",
     "Sarah Jones > is from > Hartford; Sarah Jones > is from > Conn.; Hartford > is in > Conn."},
    {"Peter Hall of the Labour Party lost.", "Peter Hall > is with > Labour Party"},
    {"Peter Hall was born in Dallas, Texas.",
     "Peter Hall > was born in > Dallas; Peter Hall > was born in > Texas; Dallas > is in > Texas"},
    {"The earthquake struck Baton Rouge, La., and Bali, in Indonesia.",
     "Baton Rouge > is in > La.; Bali > is in > Indonesia"},
    {"Siemens, based in Munich, bought Atos.", "Siemens > is based in > Munich"},
    {"Harvard University in Cambridge opened.", "Harvard University > is based in > Cambridge"},
    {"Turkey's ambassador Hasan Murat met Nikos Dendias.",
     "Hasan Murat > met with > Nikos Dendias; Hasan Murat > represents > Turkey"},
    {"Nicholas Burns, the US ambassador to China, met Qin Gang.",
     "Nicholas Burns > met with > Qin Gang; Nicholas Burns > represents > US; Nicholas Burns > is ambassador to > "
     "China"},
    {"Barack Obama appointed Sonia Sotomayor.", "Barack Obama > appointed > Sonia Sotomayor"},
    {"Sonia Sotomayor was appointed by Barack Obama.", "Barack Obama > appointed > Sonia Sotomayor"},
    {"Joe Biden's wife, Jill Biden, and Emmanuel Macron left.", "Jill Biden > is the wife of > Joe Biden"},
    {"Elton John married David Furnish in Windsor.", "Elton John > married > David Furnish"},
    {"Russia continued its war against Ukraine.", "Russia > at war with > Ukraine"},
    {"Russia invaded Ukraine.", "Russia > invaded > Ukraine"},
    {"Qin Gang said the United States supports Taiwan.",
     "Qin Gang > said of > United States; United States > supports > Taiwan"},
    {"Antony Blinken warned in February that China may give arms to Russia.",
     "Antony Blinken > warned of > China; China > may give to > Russia [possible]"},
    {"China had largely frozen high-level contacts with the United States.",
     "China > froze contacts with > United States"},
    {"Months of efforts by the United States to reconnect with China failed.",
     "United States > tried to reconnect with > China [possible]"},
    {"Nicholas Burns said he and Qin Gang discussed the talks.",
     "Nicholas Burns > said of > Qin Gang; Nicholas Burns > discussed matters with > Qin Gang"},
    {"Xi Jinping has worked hard. He hosted Emmanuel Macron in Beijing.",
     "Xi Jinping > hosted > Emmanuel Macron in Beijing"},
    {"Taiwan, the island claimed by Beijing, voted.", "Beijing > claimed > Taiwan"},
    {"Qin Gang blamed a series of words and deeds by the United States.", "Qin Gang > blamed > United States"},
    {"The US ambassador to China met Qin Gang.", ""},
    {"Joe Biden called Vladimir Putin a killer.", ""},
    {"Bush administration officials met Qin Gang.", ""},
    {"Reports on China and Japan said Qin Gang was ill.", ""},
    {"China and Japan opposed the plan, and France supported it.", ""},
    {"Will Qin Gang visit Norway?", ""},
    {"Emmanuel Macron allegedly insulted Boris Johnson.",
     "Emmanuel Macron > allegedly insulted > Boris Johnson [possible]"},
    {"Wigan beat Chester.", "Wigan > beat > Chester"},
    {"Qin Gang visited Germany and France hosted Antony Blinken.",
     "Qin Gang > visited > Germany; France > hosted > Antony Blinken"},
    {"In Beijing, Emmanuel Macron will hold talks with Xi Jinping.",
     "Emmanuel Macron > will hold talks with > Xi Jinping [planned]"},
    {"Emmanuel Macron flew on Wednesday to Beijing.", "Emmanuel Macron > flew to > Beijing"},
    {"Olaf Scholz succeeded Angela Merkel and was succeeded by Friedrich Merz.",
     "Olaf Scholz > succeeded > Angela Merkel; Friedrich Merz > succeeded > Olaf Scholz"},
    {"Washington cancelled the meeting with China.", "Washington > called off a meeting with > China [cancelled]"},
    {"Peter Hall has pleaded guilty to killing Paul Haenle.",
     "Peter Hall > has pleaded guilty to killing > Paul Haenle"},
    {"Boris Johnson will make a visit to Germany.", "Boris Johnson > will visit > Germany [planned]"},
    {"Xi Jinping worked to restore ties between Saudi Arabia and Iran.",
     "Xi Jinping > worked to restore ties of > Saudi Arabia [possible]; Xi Jinping > worked to restore ties of > Iran "
     "[possible]"},
    {"Antony Blinken will leave for Zurich after meeting Wang Yi.",
     "Antony Blinken > will leave for > Zurich [planned]; Antony Blinken > will meet with > Wang Yi [planned]"},
    {"A visit to Moscow by Secretary of State Antony Blinken is under consideration.",
     "Antony Blinken > may visit > Moscow [possible]"},
    {"Germany, France and Norway thanked Qin Gang.",
     "Germany > thanked > Qin Gang; France > thanked > Qin Gang; Norway > thanked > Qin Gang"},
    {"Apple chairman Tim Cook, Senate leader Chuck Schumer and Paul Haenle spoke.",
     "Tim Cook > leads > Apple; Chuck Schumer > leads > Senate"},
    {"Peter Hall planted the bomb that killed Paul Haenle.", "Peter Hall > killed > Paul Haenle"},
    {"Peter Hall was the man who killed Paul Haenle.", "Peter Hall > killed > Paul Haenle"},
    {"Sergio Moro and Ana Costa were meeting Rishi Sunak.",
     "Sergio Moro > was meeting with > Rishi Sunak; Ana Costa > was meeting with > Rishi Sunak"},
    {"Sergio Moro and Ana Costa met the governor of the bank.", ""},
    {"The president of France, Emmanuel Macron, criticised Israel's attack on Iran.",
     "Emmanuel Macron > criticised > Israel; Israel > attacked > Iran; Emmanuel Macron > leads > France"},
    {"Nicholas Burns, who works for the State Department, never met Qin Gang.",
     "Nicholas Burns > works for > State Department; Nicholas Burns > never met with > Qin Gang [denied]"},
    {"Sweden's bid to join NATO was supported by Germany.", ""},
    {"Pedro Sánchez was re-elected prime minister of Spain.",
     "Pedro Sánchez > was re-elected prime minister of > Spain"},
    {"Emmanuel Macron, the prime minister of France, left.", "Emmanuel Macron > leads > France"},
    {"Lucy Jones, director of planning at Stanford University, left.", "Lucy Jones > works for > Stanford University"},
    {"John Smith was killed in Gaza by Hamas on Monday.", "Hamas > killed > John Smith in Gaza"},
    {"The foreign minister of Iran, Hossein Amir-Abdollahian, condemned Israel's recent strikes.",
     "Hossein Amir-Abdollahian > condemned > Israel; Hossein Amir-Abdollahian > works for > Iran"},
    {"Antony Blinken has not visited Beijing.", "Antony Blinken > has not visited > Beijing [denied]"},
    {"Sergio Moro held separate meetings with Bruno Le Maire.", "Sergio Moro > held meetings with > Bruno Le Maire"},
    {"A lawyer for Donald Trump sued Hillary Clinton.", ""},
    {"Donald Trump is threatening to sue Michael Cohen.",
     "Donald Trump > is threatening to sue > Michael Cohen [possible]"},
    {"Rishi Sunak, who succeeded Liz Truss, was born in Southampton and lives in London.",
     "Rishi Sunak > succeeded > Liz Truss; Rishi Sunak > was born in > Southampton; Rishi Sunak > lives in > London"},
    {"Antony Blinken urged China to support Ukraine.", "Antony Blinken > urged > China"},
    {"French President Emmanuel Macron will not attend, but Olaf Scholz will visit Kyiv.",
     "Olaf Scholz > will visit > Kyiv [planned]"},
    {"Peter Hall, president of the Labour Party in Washington, left.",
     "Peter Hall > leads > Labour Party; Labour Party > is based in > Washington"},
    {"Mark Palmer fatally shot Peter Lennon nine years ago in Norway.", "Mark Palmer > shot > Peter Lennon in Norway"},
    {"Gavrilo Princip, a 20-year-old student, shot dead Archduke Franz Ferdinand.",
     "Gavrilo Princip > shot dead > Archduke Franz Ferdinand"},
    {"President McKinley was shot by anarchist Leon Palmer at the fair.", "Leon Palmer > shot > McKinley"},
    {"The report found Peter Hall acted alone in killing Olaf Palm.", "Peter Hall > killed > Olaf Palm"},
    {"Peter Hall was the lone gunman who killed Olaf Palm.", "Peter Hall > killed > Olaf Palm"},
    {"He spoke of Peter Hall, the man who had killed Olaf Palm two days earlier.", "Peter Hall > killed > Olaf Palm"},
    {"It was the gun Jack Ruby used to kill Lee Hall after the trial.", "Jack Ruby > killed > Lee Hall"},
    {"Police say Peter Hall, acting alone, fired the shots that killed Olaf Palm.", "Peter Hall > killed > Olaf Palm"},
    {"Peter Hall was jailed for killing Olaf Palm.", "Peter Hall > killed > Olaf Palm"},
    {"They jailed Peter Hall for killing Olaf Palm.", ""},
    {"James Ray pleaded guilty in Memphis, Tenn., to the assassination of civil rights leader Martin King.",
     "James Ray > assassinated > Martin King; Memphis > is in > Tenn."},
    {"Peter Hall was tried and convicted for the 1968 slaying of Olaf Palm.", "Peter Hall > killed > Olaf Palm"},
    {"Police charged Peter Hall with the murder of Olaf Palm.", "Peter Hall > may murder > Olaf Palm [possible]"},
    {"Jack Ruby shot and mortally wounded Lee Hall, the accused assassin of President Palm.",
     "Lee Hall > may have killed > Palm [possible]"},
    {"Peter Hall is believed to have killed Olaf Palm.",
     "Peter Hall > is believed to have killed > Olaf Palm [possible]"},
    {"Olaf Palm was shot to death in St. Joseph, Mo., by Robert Ford, a member of his own gang.",
     "Robert Ford > shot to death > Olaf Palm in St. Joseph; St. Joseph > is in > Mo."},
    {"The wounds Peter Hall had were seen.", ""},
    {"Aleksandr Hall, a 72-year-old deputy from Chicago, spoke.", "Aleksandr Hall > is from > Chicago"},
    {"Peter Hall, an economist with the Hall Foundation research group, spoke.",
     "Peter Hall > works for > Hall Foundation"},
    {"CHP (National Action Party) leader Peter Hall spoke.", "Peter Hall > leads > CHP"},
    {"The head of Queensland University, Dr. Russell Strong, spoke.", "Russell Strong > leads > Queensland University"},
    {"They shot Abraham Lincoln at Ford's Theater.", ""},
    {"Baghdad, Iraq's capital, was quiet.", "Baghdad > is in > Iraq"},
    {"Baghdad, Iraq's pride, was quiet.", ""},
    {"Rome is in Italy.", "Rome > is in > Italy"},
    {"China's southern province of Hainan was quiet.", "Hainan > is in > China"},
    {"Rome, Italy's ally of Kosovo, was quiet.", ""},
    {"The operation was in Leeds, and York in England was quiet.", ""},
    {"The Shell headquarters in London was quiet.", "Shell > is based in > London"},
    {"Jesse Hall won the caucuses on Saturday in his native South Carolina.", "Jesse Hall > is from > South Carolina"},
    {"Jesse Hall and Peter Bell met in his native South Carolina.",
     "Jesse Hall > met with > Peter Bell in South Carolina"},
    {"Mary Bell rode near her hometown of Reno, Nev., on Monday.",
     "Reno > is in > Nev.; Mary Bell > is from > Reno; Mary Bell > is from > Nev."},
    {"The society in Reno, Nev., Peter Hall's hometown, was quiet.",
     "Reno > is in > Nev.; Peter Hall > is from > Reno; Peter Hall > is from > Nev."},
    {"They blew up the door of Peter Hall's Reno home.", "Peter Hall > is from > Reno"},
    {"They left Peter Hall's home in Reno.", ""},
    {"Shell is working on it, said Robin Woods, a spokeswoman for the company.", "Robin Woods > works for > Shell"},
    {"Waste Disposal Co. is preparing a service, said Debra Bell, a company official.",
     "Debra Bell > works for > Waste Disposal Co."},
    {"Shell and Boeing left, said Debra Bell, a company official.", ""},
    {"Shell is working on it, said Robin Woods, a teacher at the school.", ""},
    {"They sat in Custer Forest, and Waste Disposal Co. of Reno lay still.", "Waste Disposal Co. > is based in > Reno"},
    {"The fire was seen by Peter Hall, 8, of Reno.", "Peter Hall > is from > Reno"},
    {"Ohio Gov. Peter Hall and New York Gov. Mario Cuomo left.",
     "Peter Hall > leads > Ohio; Mario Cuomo > leads > New York"},
    {"Then Nicholas Burns, a man from the United Nations, met Qin Gang.", "Nicholas Burns > met with > Qin Gang"},
};

TableTestRows(relations, sentences)
{
  return rows(G_N_ELEMENTS(sentences));
}

TableTest(size_t *row, relations, sentences)
{
  g_autofree char *found = said(sentences[*row][0]);
  cr_assert_str_eq(found, sentences[*row][1], "%s\n%s\n%s", sentences[*row][0], found, sentences[*row][1]);
}

/* ---- bad input ---- */

Test(relations, much_of_anything_is_linear)
{
  static const char *const parts[] = {"Qin Gang met ",
                                      "met with ",
                                      "Paris, ",
                                      "and Paul Haenle ",
                                      "that was not to be to ",
                                      "Paul Haenle, the director of ",
                                      "Beijing's ",
                                      "will have been ",
                                      "by Paris in "};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    g_autoptr(GString) text = g_string_new("In the end it was over for Paul Haenle. ");
    while (text->len < (1u << 19))
      g_string_append(text, parts[i]);
    ng_article_free(ng_test_annotated(text->str));
  }
  cr_assert(ng_spent_within(0, 10));
}

/* ---- how good it is ---- */

typedef struct {
  char type[16];
  uint32_t start, end, object_start, object_end;
  bool found;
} Gold;

/* Of one document; ranges in characters. The document's rows lie together. */
static GArray *gold_of(const char *lines, const char *document)
{
  GArray *gold = g_array_new(FALSE, TRUE, sizeof(Gold));
  g_autofree char *begin = g_strdup_printf("{\"doc\": \"%s\", ", document);
  for (const char *p = strstr(lines, begin); p; p = strstr(p + 1, begin)) {
    Gold row = {0};
    if (sscanf(p + strlen(begin), "\"type\": \"%15[^\"]\", \"head\": [%u, %u, \"%*[^\"]\", %*[^]]], \"tail\": [%u, %u",
               row.type, &row.start, &row.end, &row.object_start, &row.object_end) == 5)
      g_array_append_val(gold, row);
  }
  return gold;
}

/* What the kinds are called there; NULL for what is not asked. */
static const char *type_of(const NgSaid *s, NgNameKind object)
{
  if (g_str_equal(s->kind, "kill") || g_str_equal(s->kind, "shoot"))
    return "Kill";
  if (g_str_equal(s->kind, "located") || g_str_equal(s->kind, "based"))
    return *s->kind == 'l' ? "Located_In" : "OrgBased_In";
  static const char *const offices[] = {"work", "lead", "found", "own", "represent", "live", "born", NULL};
  if (!g_strv_contains(offices, s->kind))
    return NULL;
  return object == NG_NAME_PLACE ? "Live_In" : "Work_For";
}

static NgRange in_characters(const char *text, NgRange bytes)
{
  uint32_t start = (uint32_t)g_utf8_strlen(text, bytes.start);
  return (NgRange){start, start + (uint32_t)g_utf8_strlen(text + bytes.start, bytes.end - bytes.start)};
}

static bool is_right(GArray *gold, const char *type, NgRange subject, NgRange object)
{
  for (guint i = 0; i < gold->len; i++) {
    Gold *row = &g_array_index(gold, Gold, i);
    if (strcmp(row->type, type) == 0 && row->start < subject.end && subject.start < row->end &&
        row->object_start < object.end && object.start < row->object_end)
      return row->found = true;
  }
  return false;
}

typedef struct {
  guint right, said, found, gold;
} Score;

static void score_document(Score *score, const NgLexicon *l, NgPatterns *patterns, const char *text, GArray *gold)
{
  Read r = read_text(l, patterns, text);
  for (guint i = 0; i < r.said->len; i++) {
    const NgSaid *s = &g_array_index(r.said, NgSaid, i);
    const char *type = type_of(s, g_array_index(r.names, NgName, s->object).verdict.kind);
    if (!type || (s->status && (g_str_equal(s->status, "denied") || g_str_equal(s->status, "cancelled"))))
      continue;
    score->said++;
    score->right += is_right(gold, type, in_characters(text, range_of(&r, s->subject)),
                             in_characters(text, range_of(&r, s->object)));
  }
  score->gold += gold->len;
  for (guint i = 0; i < gold->len; i++)
    score->found += g_array_index(gold, Gold, i).found;
  read_free(&r);
}

/* Measured with the names that are found, where ends overlap; nothing is made of these texts. A point below what was reached. */
Test(relations, are_right_as_often_as_they_were)
{
  g_autofree char *lines = ng_corpus_read("ner/conll04-dev/relations.jsonl", NULL),
                  *raw = ng_corpus_path("ner/conll04-dev/raw");
  g_autoptr(GDir) dir = g_dir_open(raw, 0, NULL);
  if (!lines || !dir)
    cr_skip("the corpora are not at hand");
  g_autoptr(NgLexicon) l = ng_test_lexicon();
  g_autoptr(NgPatterns) patterns = ng_patterns_new();
  Score score = {0};
  for (const char *name; (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(raw, name, NULL), *text = NULL,
                    *document = g_strndup(name, strcspn(name, "."));
    g_autoptr(GArray) gold = gold_of(lines, document);
    cr_assert(g_file_get_contents(path, &text, NULL, NULL));
    score_document(&score, l, patterns, text, gold);
  }
  double precision = 100.0 * score.right / MAX(score.said, 1), recall = 100.0 * score.found / MAX(score.gold, 1);
  cr_expect_geq(precision, 83.7, "precision %.1f", precision);
  cr_expect_geq(recall, 42.1, "recall %.1f", recall);
}
