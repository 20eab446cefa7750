/* Each kind of relation that news tells of, in a sentence of its own, and what such a sentence must not be read as. */
#include "model/article.h"
#include "tests/annotating.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

/* "SUBJECT > LABEL > OBJECT", with the status in brackets, parted by "; ". The caller frees it. */
static char *told(const char *text)
{
  g_autoptr(NgArticle) article = ng_test_annotated(text);
  uint32_t n, n_entities;
  const NgRelation *relations = ng_article_relations(article, &n);
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++) {
    const NgRelation *r = &relations[i];
    g_string_append_printf(out, "%s%s > %s > %s", i ? "; " : "", entities[r->subject].name, r->label,
                           entities[r->object].name);
    if (r->status)
      g_string_append_printf(out, " [%s]", r->status);
  }
  return g_string_free(out, FALSE);
}

static const char *const sentences[][2] = {
    {"John Kerry met Sergei Lavrov.", "John Kerry > met with > Sergei Lavrov"},
    {"John Kerry talked with Sergei Lavrov.", "John Kerry > talked with > Sergei Lavrov"},
    {"Joe Biden called Vladimir Putin.", "Joe Biden > called > Vladimir Putin"},
    {"France hosted Angela Merkel.", "France > hosted > Angela Merkel"},
    {"Angela Merkel visited Poland.", "Angela Merkel > visited > Poland"},
    {"Angela Merkel travelled to Poland.", "Angela Merkel > travelled to > Poland"},
    {"John Kerry wrote to Sergei Lavrov.", "John Kerry > wrote to > Sergei Lavrov"},
    {"Washington accused Beijing of spying.", "Washington > accused > Beijing"},
    {"Joe Biden blamed Vladimir Putin for the war.", "Joe Biden > blamed > Vladimir Putin"},
    {"Joe Biden criticised Vladimir Putin.", "Joe Biden > criticised > Vladimir Putin"},
    {"Joe Biden praised Angela Merkel.", "Joe Biden > praised > Angela Merkel"},
    {"Joe Biden warned Vladimir Putin.", "Joe Biden > warned > Vladimir Putin"},
    {"Donald Trump threatened Iran.", "Donald Trump > threatened > Iran"},
    {"Russia attacked Ukraine.", "Russia > attacked > Ukraine"},
    {"Lee Harvey Oswald killed John Kennedy.", "Lee Harvey Oswald > killed > John Kennedy"},
    {"Spain arrested Carlos Garcia.", "Spain > arrested > Carlos Garcia"},
    {"Microsoft sued Google.", "Microsoft > sued > Google"},
    {"The United States charged Carlos Garcia with fraud.", "United States > charged > Carlos Garcia"},
    {"Iran signed an agreement with Saudi Arabia.", "Iran > signed agreement with > Saudi Arabia"},
    {"Iran agreed with Saudi Arabia on a truce.", "Iran > agreed with > Saudi Arabia"},
    {"Joe Biden supports Ukraine.", "Joe Biden > supports > Ukraine"},
    {"Joe Biden opposed Vladimir Putin.", "Joe Biden > opposed > Vladimir Putin"},
    {"Joe Biden appointed Janet Yellen.", "Joe Biden > appointed > Janet Yellen"},
    {"Joe Biden dismissed Janet Yellen.", "Joe Biden > dismissed > Janet Yellen"},
    {"Rishi Sunak succeeded Liz Truss.", "Rishi Sunak > succeeded > Liz Truss"},
    {"Tim Cook works for Apple.", "Tim Cook > works for > Apple"},
    {"Tim Cook leads Apple.", "Tim Cook > leads > Apple"},
    {"Angela Merkel was born in Hamburg.", "Angela Merkel > was born in > Hamburg"},
    {"Angela Merkel lives in Berlin.", "Angela Merkel > lives in > Berlin"},
    {"Siemens is based in Munich.", "Siemens > is based in > Munich"},
    {"Munich is located in Germany.", "Munich > is located in > Germany"},
    {"Google bought YouTube in 2006.", "Google > bought > YouTube"},
    {"Google sold YouTube.", "Google > sold > YouTube"},
    {"Microsoft invested in OpenAI.", "Microsoft > invested in > OpenAI"},
    {"Bill Clinton married Hillary Rodham.", "Bill Clinton > married > Hillary Rodham"},
    {"Philip Windsor is the father of Charles Windsor.", "Philip Windsor > is the father of > Charles Windsor"},
    {"Mary Wollstonecraft was the mother of Mary Shelley.", "Mary Wollstonecraft > was the mother of > Mary Shelley"},
    {"George Bush is the father of Jeb Bush.", "George Bush > is the father of > Jeb Bush"},
    {"George Bush is not the father of Mary Shelley.", ""},
    {"The man who met Mary Shelley was the father of John Kerry.", ""},
    {"A friend of Mary Shelley is the sister of John Kennedy.", ""},
    {"Joe Biden said Vladimir Putin was wrong.", "Joe Biden > said of > Vladimir Putin"},
    {"Vladimir Putin was criticised by Joe Biden.", "Joe Biden > criticised > Vladimir Putin"},
    {"Joe Biden and Vladimir Putin met in Geneva.", "Joe Biden > met with > Vladimir Putin"},
    {"Angela Merkel will visit Germany, France and Norway.",
     "Angela Merkel > will visit > Germany [planned]; Angela Merkel > will visit > France [planned]; Angela Merkel > "
     "will visit > Norway [planned]"},
    {"Angela Merkel cancelled her visit to Poland.", "Angela Merkel > called off a visit to > Poland [cancelled]"},
    {"Angela Merkel might visit Poland.", "Angela Merkel > might visit > Poland [possible]"},
    {"Angela Merkel denied meeting Vladimir Putin.", "Angela Merkel > denied meeting with > Vladimir Putin [denied]"},
    {"The leader of the party in Spain, Pedro Sanchez, accused France of lying.", "Pedro Sanchez > accused > France"},
    {"Angela Merkel's minister in Berlin met Emmanuel Macron.", ""},
};

ParameterizedTestParameters(relation_kinds, sentences)
{
  return rows(G_N_ELEMENTS(sentences));
}

ParameterizedTest(size_t *row, relation_kinds, sentences)
{
  g_autofree char *found = told(sentences[*row][0]);
  cr_assert_str_eq(found, sentences[*row][1], "%s\n%s\nnot %s", sentences[*row][0], found, sentences[*row][1]);
}
