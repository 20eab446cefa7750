/* The rules that find names in bare text, one by one: what each finds, and what it leaves alone. */
#include "tests/annotating.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

/* A text, and its mentions in their order, each with the letter of its kind. */
static const char *const texts[][2] = {
    /* titles of several words, and what people are */
    {"Deputy Secretary of State Antony Blinken spoke.", "P Antony Blinken"},
    {"Mines, Power and Steel Minister Bunu Sheriff Musa said so.", "P Bunu Sheriff Musa"},
    {"They met Actress Helen Hayes there.", "P Helen Hayes"},
    {"They saw the Striker Island.", "L Striker Island"},
    {"The Pentagon Spokesman: no comment.", "O Pentagon"},
    /* names that are also words */
    {"They saw Nathan Law and left.", "P Nathan Law"},
    {"They won the Nathan Cup and left.", ""},
    {"They saw Yau Wai-ching and left.", "P Yau Wai-ching"},
    {"They saw Syria-backing men.", ""},
    /* organisations by what stands beside them */
    {"The search company Mozilla refused.", "O Mozilla"},
    {"They gave Verizon shareholders nothing.", "O Verizon"},
    {"Nothing pleased Verizon's chief executive.", "O Verizon"},
    {"Nothing pleased Verizon at all.", ""},
    {"Last year Verizon said it would buy.", "O Verizon"},
    {"They met the Korean People's Army in a field.", "O Korean People's Army"},
    {"They met China's Army in a field.", "L China"},
    {"They asked the Agriculture and Food Ministry about it.", "O Agriculture and Food Ministry"},
    {"They read of Energy and Food there.", ""},
    {"They fought al-Qaeda and lost.", "O al-Qaeda"},
    {"They fought al-Qadim and lost.", ""},
    {"He asked Khaled al-Amr about it.", "P Khaled al-Amr"},
    /* acronyms */
    {"It destroyed a VBIED, and the VBIED storage.", ""},
    {"It destroyed a KPA post, and the KPA left.", "O KPA; O KPA"},
    {"They lived in the USSR then.", "L USSR"},
    /* places by what stands beside them */
    {"Near Bayji, one strike was seen.", "L Bayji"},
    {"They went to Idlib province and the town of Sarmada.", "L Idlib; L Sarmada"},
    {"The roads north of Raqqah are closed.", "L Raqqah"},
    {"He spoke of Raqqah often.", ""},
    {"They sailed to Stewart Island on Monday.", "L Stewart Island"},
    {"They saw Stewart Granger on Monday.", "P Stewart Granger"},
    {"They crossed the Hong Kong Island ferry line.", "L Hong Kong Island"},
    {"A whale came to South Taranaki on Monday.", "L South Taranaki"},
    {"He stayed in Clearwater, Florida, for it.", "L Clearwater; L Florida"},
    /* cities whose names people bear */
    {"He flew over Denver on Monday.", "L Denver"},
    {"John Denver sang. Later Denver left.", "P John Denver; P Denver"},
    {"He saw Hanover on Monday.", "L Hanover"},
    {"They stayed in St. Louis on Monday.", "L St. Louis"},
    /* headlines that capitalise all their words */
    {"Facebook Is Tracking Me Even Though Nobody Knows", "O Facebook"},
    {"The Qin Gang met Nicholas Burns.", "P Qin Gang; P Nicholas Burns"},
    {"Even Though Nobody yesterday knew of it, they left.", ""},
    {"He met the South Korean team and the North American men.", ""},
    {"The South Korean Navy left.", "O South Korean Navy"},
    {"They came from England and Scotland.", "L England; L Scotland"},
    {"They camped at Fort Hall and swam in Lake Placid.", "L Fort Hall; L Lake Placid"},
    {"The Lake Company left.", "O Lake Company"},
    {"They lived in Little Havana and Old Goa.", "L Little Havana; L Old Goa"},
    {"He likes Little Jazz.", ""},
    {"They asked Johnson & Johnson about it.", "O Johnson & Johnson"},
    {"They flew to Euronext Brussels on Monday.", "O Euronext Brussels"},
    {"They saw Pirelli Cables in it.", "O Pirelli Cables"},
    {"Valeska Paris spoke. Then Paris was heard, and they saw Paris there.", "P Valeska Paris; P Paris; P Paris"},
    {"Valeska Paris lived in Paris. They saw Paris there.", "P Valeska Paris; L Paris; L Paris"},
    {"A stake in Verizon was sold.", "O Verizon"},
    {"A house in Verizon was sold.", "L Verizon"},
    {"Verizon, which is large, left.", "O Verizon"},
    {"Last year Verizon delivered its goods.", "O Verizon"},
    {"Verizon executives left. They loved Verizon.", "O Verizon; O Verizon"},
    {"It lies in Narve. They loved Narve.", "L Narve; L Narve"},
    {"He watched the Hong Kong Open and the Stanley Cup.", ""},
    {"It has 8 GB of RAM and a USB port.", ""},
    {"The Liberation Day Committee met at the National War College.",
     "O Liberation Day Committee; O National War College"},
    {"The Council on Foreign Relations answered the Institute for Economic Policy yesterday.",
     "O Council on Foreign Relations; O Institute for Economic Policy"},
    {"The Council on Monday met.", ""},
    {"The Black Sea Fleet Commander Peter Hall left.", "O Black Sea Fleet; P Peter Hall"},
    {"New Jersey Gov. Peter Hall and US President Peter Bell left.", "L New Jersey; P Peter Hall; L US; P Peter Bell"},
    {"DAYTON, Ohio (AP)", "L DAYTON; L Ohio; O AP"},
    {"The Incan King of Peru left.", "L Peru"},
    {"They bought Waste Disposal Co. of Reno.", "O Waste Disposal Co.; L Reno"},
    {"Civil Defense Authority men left. After Interior Ministry talks they left.",
     "O Civil Defense Authority; O Interior Ministry"},
    {"It was told by chairman Jean-Rene Fourtou. Then Fourtou left.", "P Jean-Rene Fourtou; P Fourtou"},
    {"He is an economist at Harvard.", "O Harvard"},
    {"They use LibreOffice and met McCarthy.", "O LibreOffice; P McCarthy"},
    {"They asked J.S. Winningham and Co. about it.", "O J.S. Winningham and Co."},
    {"The Museum of Flight and the Palace of Fine Arts lie on the Bay of Bengal.",
     "L Museum of Flight; L Palace of Fine Arts; L Bay of Bengal"},
    {"They left Kennedy Space Center (KSC) and Andrews Air Force Base.",
     "L Kennedy Space Center; L KSC; L Andrews Air Force Base"},
    {"They left Kennedy Space Center (ABC).", "L Kennedy Space Center; O ABC"},
    {"The Boeing Commercial Airplanes plant, and International Paper's chairman.",
     "O Boeing Commercial Airplanes; O International Paper"},
    {"He is a Virginia Democrat, and she left the Republican Party.", "L Virginia; O Republican Party"},
    {"Peter Hall of Reno, and Peter Bell, 8, of Aumsville, left.", "P Peter Hall; L Reno; P Peter Bell; L Aumsville"},
    {"They saw World War II and Henry II there.", "P Henry II"},
    {"They flew in a NASA Bill Ingalls picture.", "O NASA; P Bill Ingalls"},
    {"The former Cambridge Analytica executive left.", "O Cambridge Analytica"},
    {"The former Cambridge Jackson executive left.", "P Cambridge Jackson"},
    {"Cambridge Analytica said in a statement that it had done nothing.", "O Cambridge Analytica"},
    {"On Monday Yahoo spokesman Peter Hall left.", "O Yahoo; P Peter Hall"},
    {"Employees of Snapchat left. Later Snapchat left.", "O Snapchat; O Snapchat"},
    {"Shares of Verizon fell.", "O Verizon"},
    {"Last year Verizon said on Monday that it would sell.", "O Verizon"},
    {"Last year Sharetsky said on Monday that he would sell.", "P Sharetsky"},
    {"He met Sheikh Tamim bin Hamad Al Thani of Qatar.", "P Tamim bin Hamad Al Thani; L Qatar"},
    {"They saw Jan van de Velde and Erik ten Hag.", "P Jan van de Velde; P Erik ten Hag"},
    {"On Jan 3 they saw ten Boeing men.", "O Boeing"},
    {"The judge saw Peter Kipchirchir arap Sang there.", "P Peter Kipchirchir arap Sang"},
    {"One of the sons, Stefán or Søren, was in it.", "P Stefán; P Søren"},
    {"It was the home of Jürgen Zquob of Malmö.", "P Jürgen Zquob; L Malmö"},
    {"He is the leader of the Democratic Party of Korea in it.", "O Democratic Party of Korea"},
    {"The Security Council President Peter Hall of Germany was in it.", "O Security Council; P Peter Hall; L Germany"},
    {"The men were Peter Hall & Mary Bell, and it was late.", "P Peter Hall; P Mary Bell"},
    {"They saw King Abdullah II and Prince Faisal bin Farhan in it.", "P Abdullah II; P Faisal bin Farhan"},
    {"They saw King Vidor at the King David Hotel.", "P King Vidor; L King David Hotel"},
    {"One of them was Mayor Wade Zquob of the town.", "P Wade Zquob"},
    {"The former National Security Adviser Peter Hall was there.", "P Peter Hall"},
    {"It was the work of Ronald Bell Sr., of Boeing.", "P Ronald Bell Sr.; O Boeing"},
    {"It lies in the Democratic Republic of Congo.", "L Democratic Republic of Congo"},
    {"The men of Da'esh and the Shi'ite party met Sa'ad Abubakar in Xi'an.", "P Sa'ad Abubakar; L Xi'an"},
    {"They say that Boeing's men and Boeing'll go to it.", "O Boeing; O Boeing"},
    {"They met Giscard d'Estaing in Côte d’Ivoire, and it was late.", "P Giscard d'Estaing; L Côte d’Ivoire"},
    {"It was told by the lawmaker Pita Zquob in it.", "P Pita Zquob"},
    {"It was told by the painter Reno Zquob, and by the champion Reno Zquid.", "P Reno Zquob; O Reno Zquid"},
    {"The Governor of Ohio Peter Hall met the Chancellor of the Exchequer Mary Z. Bell there.",
     "L Ohio; P Peter Hall; P Mary Z. Bell"},
    {"The deputy head of the Bank of England Robin Bell was in it.", "O Bank of England; P Robin Bell"},
    {"The mayor of Buena Park was in it.", "L Buena Park"},
    {"It was told by Zquob analyst Peter Hall and Blue Zquid chief executive Zquan Zquin.",
     "O Zquob; P Peter Hall; O Blue Zquid; P Zquan Zquin"},
    {"It was told by Paris mayor Peter Hall in it, and Peter Bell biographer Mary Hall.",
     "L Paris; P Peter Hall; P Peter Bell; P Mary Hall"},
    {"They sailed the North Arabian Sea near South East Asia on the way.", "L North Arabian Sea; L South East Asia"},
    {"He lived in the hamlet of Zquob on the coast of Zquin, near the Boulevard Zquan.",
     "L Zquob; L Zquin; L Boulevard Zquan"},
    {"The South African League men were in it.", "O South African League"},
    {"Zquob Foods <ZQB> bought Zquin (NYSE: ZQN) and the shares of Zquan Mills (ZQM.L) in it.",
     "O Zquob Foods; O Zquin; O NYSE; O Zquan Mills"},
    {"The men of Zquob Foods <ZQB ST> were in it.", "O Zquob Foods"},
    {"She wrote to @ZquobQuin on it, and one of the B shares was sold.", ""},
    {"It was in the book \"The Salt Road\" by Peter Hall.", "P Peter Hall"},
    {"She was told that \"Peter Hall\" was in it.", "P Peter Hall"},
    {"It was told by Peter \"Pit\" Hall, and Hall was in the \"Stone\" Army.", "P Peter \"Pit\" Hall; P Hall"},
    {"SEOUL (Zquob) -- The men of Korea were in it.", "L SEOUL; O Zquob; L Korea"},
    {"The men of Korea (Zquob) were in it.", "L Korea"},
    {"The USS Hopper and Hurricane Mary were in it. Then Mary struck the coast.", ""},
    {"Unzquobbed Nigerian men were in it.", ""},
    {"She is the MP for Zquob Zquin, and it was late.", "L Zquob Zquin"},
    {"It was told by a man, Jean-Baptiste de La Fontaine, in it.", "P Jean-Baptiste de La Fontaine"},
    {"The All-America men were in it with Faber-Castell USA.", "O Faber-Castell USA"},
    {"NEW DELHI, March 1 - The men were in it.", "L NEW DELHI"},
    {"CHINA CALLS FOR BETTER TRADE DEAL WITH GERMANY", "L CHINA; L GERMANY"},
    {"The US CONGRESS was in it.", "O US CONGRESS"},
};

static void put_mention(GString *out, const NgArticle *article, const NgMention *m)
{
  uint32_t n;
  NgEntityKind kind = ng_article_entities(article, &n)[m->entity].kind;
  const char *letter = kind == NG_ENTITY_PERSON ? "P" : kind == NG_ENTITY_PLACE ? "L" : "O";
  g_string_append_printf(out, "%s%s %.*s", out->len ? "; " : "", letter, (int)(m->end - m->start),
                         ng_article_text(article, NULL) + m->start);
}

TableTestRows(name_rules, in_a_text)
{
  return rows(G_N_ELEMENTS(texts));
}

TableTest(size_t *row, name_rules, in_a_text)
{
  g_autoptr(NgArticle) article = ng_test_annotated(texts[*row][0]);
  g_autoptr(GString) found = g_string_new(NULL);
  uint32_t n;
  const NgMention *mentions = ng_article_mentions(article, &n);
  for (uint32_t i = 0; i < n; i++)
    put_mention(found, article, &mentions[i]);
  cr_assert_str_eq(found->str, texts[*row][1], "%s\n%s\n%s", texts[*row][0], found->str, texts[*row][1]);
}
