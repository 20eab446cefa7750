/* Relations that the source marks, their evidence, and those that no one marked. */
#include "tests/compose.h"
#include "tests/invariants.h"
#include "tests/rows.h"

#include <criterion/criterion.h>
#include <string.h>

static NgArticle *finish(NgBuilder *b)
{
  NgArticle *a = ng_builder_finish(b);
  g_autofree char *broken = ng_invariants_broken(a);
  cr_assert_null(broken, "%s", broken);
  return a;
}

/* "a>b kind(label)" for directed ones, "a-b" for others, then attributes "a: kind". */
static char *ties(const NgArticle *a)
{
  uint32_t n, n_entities;
  const NgEntity *e = ng_article_entities(a, &n_entities);
  const NgRelation *r = ng_article_relations(a, &n);
  GString *out = g_string_new(NULL);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, "%s%s%c%s %s(%s)", out->len ? "|" : "", e[r[i].subject].id, r[i].directed ? '>' : '-',
                           e[r[i].object].id, r[i].kind, r[i].label);
  const NgAttribute *t = ng_article_attributes(a, &n);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, "%s%s: %s(%s)", out->len ? "|" : "", e[t[i].entity].id, t[i].kind, t[i].label);
  return g_string_free(out, FALSE);
}

typedef struct {
  const char *active, *passive, *mutual; /* parted by commas */
  const char *kind, *label;
  const char *ties;
} Ends;

static const Ends ends[] = {
    {"#a", "#b", NULL, "meet", "met with", "a>b meet(met with)"},
    {"#a,#b", "#c,#d", NULL, "tell", "told", "a>c tell(told)|a>d tell(told)|b>c tell(told)|b>d tell(told)"},
    {NULL, NULL, "#a,#b,#c", "ally", "allied with",
     "a-b ally(allied with)|a-c ally(allied with)|b-c ally(allied with)"},
    {"#a", NULL, NULL, "resign", NULL, "a: resign(resign)"},
    {NULL, "#a,#b", NULL, "elect", NULL, "a: elect(elect)|b: elect(elect)"},
    {NULL, NULL, "#a", "alone", NULL, "a: alone(alone)"},
    {"#a", "#a", NULL, "self", NULL, "a>a self(self)"},
    {"#a", "#b", NULL, "sender-of-letter_to", NULL, "a>b sender-of-letter_to(sender of letter to)"},
    {"#a", "#b", NULL, "senderOf", NULL, "a>b senderOf(sender of)"},
    {"#a", "#b", NULL, NULL, "met with", "a>b met with(met with)"},
    {"#a", "#b", NULL, " ", " ", "a>b related(related)"},
    {"#a", "#b", NULL, "-", NULL, "a>b -(-)"},
    {NULL, NULL, NULL, "none", NULL, ""},
    {"#", "#b", NULL, "half", NULL, "b: half(half)"},
    {"#a", "#b", "#c,#d", "both", NULL, "a>b both(both)|c-d both(both)"},
    {"#a", NULL, "#c,#d", "mixed", NULL, "c-d mixed(mixed)|a: mixed(mixed)"},
    {"#a", "#b", NULL, "\033[1m", "\033]0;x\a", "a>b ␛[1m(␛]0;x␇)"},
};

TableTestRows(relations, ends)
{
  static int indices[G_N_ELEMENTS(ends)];
  for (int i = 0; i < (int)G_N_ELEMENTS(ends); i++)
    indices[i] = i;
  return cr_make_param_array(int, indices, G_N_ELEMENTS(ends));
}

static char **pointers(const char *list)
{
  return list ? g_strsplit(list, ",", -1) : NULL;
}

TableTest(int *index, relations, ends)
{
  const Ends *c = &ends[*index];
  g_auto(GStrv) active = pointers(c->active), passive = pointers(c->passive), mutual = pointers(c->mutual);
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  for (const char *id = "abcd"; *id; id++)
    ng_builder_record(b, NG_ENTITY_PERSON, (char[]){*id, '\0'}, 1, 1);
  ng_builder_relation(b, &(NgRelationMark){.kind = c->kind,
                                           .label = c->label,
                                           .active = (const char *const *)active,
                                           .passive = (const char *const *)passive,
                                           .mutual = (const char *const *)mutual,
                                           .line = 7});
  g_autoptr(NgArticle) a = finish(b);
  g_autofree char *found = ties(a);
  cr_assert_str_eq(found, c->ties, "\nexpected %s\nfound    %s", c->ties, found);
  uint32_t n;
  const NgDiagnostic *d = ng_article_diagnostics(a, &n, NULL);
  cr_assert_eq(n, *c->ties ? 0 : 1);
  cr_assert(n == 0 || d->line == 7);
}

Test(relations, carry_date_status_and_place)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  ng_compose(b, "{p#a:A} saw {p#b:B} in {l#bj:Beijing}.");
  ng_builder_relation(b, &(NgRelationMark){.kind = "meet",
                                           .date = " 2023-05-08 ",
                                           .status = "planned",
                                           .place = "#bj",
                                           .active = (const char *const[]){"#a", NULL},
                                           .passive = (const char *const[]){"#b", NULL}});
  ng_builder_relation(
      b, &(NgRelationMark){.kind = "meet", .date = "", .place = "", .mutual = (const char *const[]){"#a", "#b", NULL}});
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  const NgRelation *r = ng_article_relations(a, &n);
  cr_assert_eq(n, 2);
  cr_assert_str_eq(r[0].date, "2023-05-08");
  cr_assert_str_eq(r[0].status, "planned");
  cr_assert_eq(r[0].place, ng_article_entity_by_id(a, "bj"));
  cr_assert_eq(r[0].origin, NG_ORIGIN_MARKUP);
  cr_assert(r[0].count == 1 && r[0].n_evidence == 0);
  cr_assert_null(r[1].date);
  cr_assert_eq(r[1].place, NG_NONE);
}

Test(relations, ends_that_only_a_relation_names_are_of_the_kind_that_the_pointer_says)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  static const char *const passive[] = {"http://syriaca.org/place/78", "http://e.org/org/1",
                                        "http://e.org/organisation/1", "#p", NULL};
  ng_builder_relation(b,
                      &(NgRelationMark){.kind = "k", .active = (const char *const[]){"#a", NULL}, .passive = passive});
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  const NgEntity *e = ng_article_entities(a, &n);
  static const NgEntityKind kinds[] = {NG_ENTITY_PLACE, NG_ENTITY_ORGANISATION, NG_ENTITY_ORGANISATION,
                                       NG_ENTITY_PERSON};
  for (int i = 0; i < 4; i++)
    cr_assert_eq(e[ng_article_entity_by_id(a, passive[i] + (passive[i][0] == '#'))].kind, kinds[i]);
}

/* ---- evidence ---- */

static char *evidence_of(const NgArticle *a, uint32_t first, uint32_t n)
{
  GString *out = g_string_new(NULL);
  const NgRange *evidence = ng_article_evidence(a, first);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf(out, "%s%.*s", i ? "|" : "", (int)(evidence[i].end - evidence[i].start),
                           ng_article_text(a, NULL) + evidence[i].start);
  return g_string_free(out, FALSE);
}

Test(relations, evidence_is_the_passages_named_in_text_order_once_each)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  static const char *const sources[] = {"#s3", "s1", "#s1", "#nowhere", "#", "#empty", NULL};
  ng_builder_relation(b, &(NgRelationMark){.kind = "k",
                                           .active = (const char *const[]){"#a", NULL},
                                           .passive = (const char *const[]){"#b", NULL},
                                           .sources = sources}); /* before the text that it points to */
  ng_compose(b, "{s#s1:One e\u0301.} {x#x2:Two.} {s#s1:Not this.} {s#empty: }\n{s#s3:Three.}");
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  const NgRelation *r = ng_article_relations(a, &n);
  g_autofree char *found = evidence_of(a, r->first_evidence, r->n_evidence);
  cr_assert_str_eq(found, "One é.|Three.");
  cr_assert_eq(r->count, 2);
}

Test(relations, evidence_stands_around_them)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  static const char *const one[] = {"#a", NULL};
  NgRelationMark mark = {.kind = "k", .active = one, .evidence_here = true};
  ng_builder_relation(b, &mark); /* nothing is open */
  ng_builder_text(b, "e\u0301 ", 4);
  ng_builder_open(b);
  ng_builder_text(b, "the e\u0301vidence", 14);
  ng_builder_relation(b, &mark);
  ng_builder_relation(b, &mark);
  ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
  ng_builder_text(b, "next", 4);
  ng_builder_close(b);
  ng_builder_open(b);
  ng_builder_relation(b, &mark);
  ng_builder_close(b); /* without text */
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n;
  const NgAttribute *t = ng_article_attributes(a, &n);
  cr_assert_eq(n, 4);
  static const char *const expected[] = {"", "the évidence", "the évidence", ""};
  for (uint32_t i = 0; i < n; i++) {
    g_autofree char *found = evidence_of(a, t[i].first_evidence, t[i].n_evidence);
    cr_assert_str_eq(found, expected[i]);
  }
}

/* ---- very many ---- */

Test(relations, pairs_among_very_many_are_cut_and_that_is_said)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
  for (int i = 0; i < 3000; i++)
    g_ptr_array_add(all, g_strdup_printf("p%d", i));
  g_ptr_array_add(all, NULL);
  const char *const *list = (const char *const *)(void *)all->pdata;
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  ng_builder_relation(b, &(NgRelationMark){.kind = "k", .mutual = list, .line = 3});
  ng_builder_relation(b, &(NgRelationMark){.kind = "k", .active = list, .passive = list, .line = 4});
  g_autoptr(NgArticle) a = finish(b);
  uint32_t n, n_said = 0;
  ng_article_relations(a, &n);
  cr_assert(n > 1000 && n < 20000, "%u", n);
  const NgDiagnostic *d = ng_article_diagnostics(a, &n, NULL);
  for (uint32_t i = 0; i < n; i++)
    n_said += strstr(d[i].message, "relation") != NULL;
  cr_assert_geq(n_said, 2, "%u", n_said);
}

Test(relations, many_among_many_stay_within_bounds)
{
  char ids[64][8];
  const char *list[65] = {NULL};
  for (int i = 0; i < 64; i++) {
    g_snprintf(ids[i], sizeof ids[i], "#p%d", i);
    list[i] = ids[i];
  }
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  for (int i = 0; i < 4000; i++)
    ng_builder_relation(b, &(NgRelationMark){.kind = "k", .active = list, .passive = list});
  g_autoptr(NgArticle) a = ng_builder_finish(b);
  uint32_t n;
  ng_article_relations(a, &n);
  cr_assert_leq((guint64)n * sizeof(NgRelation), 64u << 20, "%u relations from 512,000 pointers", n);
}

/* ---- named together ---- */

static char *pairs(const NgArticle *a, NgCoMentions *found)
{
  uint32_t n;
  const NgEntity *e = ng_article_entities(a, &n);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < found->pairs->len; i++) {
    const NgCoMention *p = &g_array_index(found->pairs, NgCoMention, i);
    g_string_append_printf(out, "%s%s-%s:%u", i ? "|" : "", e[p->a].id, e[p->b].id, p->count);
  }
  ng_co_mentions_free(found);
  return g_string_free(out, FALSE);
}

typedef struct {
  char notation[200], all[120], of_a[80];
} Together;

TableTestRows(relations, named_together)
{
  static Together cases[] = {
      {"{p#a:A} met {p#b:B}.", "a-b:1", "a-b:1"},
      {"{p#b:B} met {p#a:A}. {p#a:A} left.", "b-a:1", "a-b:1"},
      {"{p#a:A} came. {p#b:B} left.", "", ""},
      {"{p#a:A} and {p#a:A}.", "", ""},
      {"{p#a:A}, {p#b:B} and {l#c:China} met. {p#b:B} saw {l#c:China}.", "b-c:2|a-b:1|a-c:1", "a-b:1|a-c:1"},
      {"# {p#a:A} and {p#b:B}\nText", "a-b:1", "a-b:1"},
      {"{o#a:Ministry of {l#b:China}} said.", "a-b:1", "a-b:1"},
      {"{p#a,#b:Both} came.", "a-b:1", "a-b:1"},
      {"{p#a:A} met\n{p#b:B} there.", "", ""},
      {"{p#a:A}{n:With {p#b:B}.} and {p#c:C}.", "a-c:1", "a-c:1"},
      {"{p#a:甲}来。{p#b:乙}走。", "", ""},
      {"{p#a:Ann} {p#b:Bob}. {p#a:Ann} {p#c:Cem}. {p#a:Ann} {p#c:Cem}. {p#a:Ann} {p#c:Cem}. {p#b:Bob} {p#c:Cem}. "
       "{p#b:Bob} {p#c:Cem}.",
       "a-c:3|b-c:2|a-b:1", "a-c:3|a-b:1"},
      {"{p#b:B} met {p#c:C}. {s:{p#a:A} ran with} {p#d:D} too.", "b-c:1", ""},
      {"{s:{p#b:B} saw {s:{p#a:A} with {p#c:C}} there.}", "b-a:1|b-c:1|a-c:1", "a-b:1|a-c:1"},
  };
  return cr_make_param_array(Together, cases, G_N_ELEMENTS(cases));
}

TableTest(Together *c, relations, named_together)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  ng_compose(b, c->notation);
  g_autoptr(NgArticle) a = finish(b);
  g_autofree char *all = pairs(a, ng_co_mentions_all(a));
  g_autofree char *of = pairs(a, ng_co_mentions_of(a, ng_article_entity_by_id(a, "a")));
  cr_expect_str_eq(all, c->all, "\nexpected %s\nfound    %s", c->all, all);
  cr_expect_str_eq(of, c->of_a, "\nexpected %s\nfound    %s", c->of_a, of);
}

static NgArticle *list_of(int n)
{
  g_autoptr(GString) notation = g_string_new(NULL);
  for (int i = 0; i < n; i++)
    g_string_append_printf(notation, "{p#p%d:P} ", i);
  return ng_composed(notation->str);
}

Test(relations, a_list_of_names_ties_no_one)
{
  g_autoptr(NgArticle) most = list_of(NG_CO_MENTION_MAX), more = list_of(NG_CO_MENTION_MAX + 1);
  g_autoptr(NgCoMentions) some = ng_co_mentions_all(most), none = ng_co_mentions_all(more),
                          of = ng_co_mentions_of(more, 3);
  cr_assert_eq(some->pairs->len, NG_CO_MENTION_MAX * (NG_CO_MENTION_MAX - 1) / 2);
  cr_assert_eq(none->pairs->len, 0);
  cr_assert_eq(of->pairs->len, 0);
}

/* An article of few people in sentences that are marked anyhow. */
static NgArticle *scribbled(GRand *rand)
{
  NgBuilder *b = ng_builder_new("a.xml", NG_FORMAT_TEI);
  int open = 0;
  for (int i = g_rand_int_range(rand, 1, 60); i > 0; i--) {
    int what = g_rand_int_range(rand, 0, 12);
    if (what == 0) {
      ng_builder_open(b);
      open++;
    } else if (what == 1 && open) {
      ng_builder_close_passage(b, NULL, true);
      open--;
    } else if (what == 2) {
      ng_builder_text(b, ". The ", 6);
    } else if (what == 3) {
      ng_builder_block(b, NG_BLOCK_PARAGRAPH, 0);
    } else {
      g_autofree char *pointer = g_strdup_printf("#p%d", g_rand_int_range(rand, 0, 6));
      ng_builder_open(b);
      ng_builder_text(b, "P", 1);
      ng_builder_close_mention(b, NG_ENTITY_PERSON, (const char *const[]){pointer, NULL}, 1, 1);
      ng_builder_space(b);
    }
  }
  while (open-- > 0)
    ng_builder_close_passage(b, NULL, true);
  return finish(b);
}

static bool has_pair(const NgCoMentions *all, const NgCoMention *p)
{
  for (guint i = 0; i < all->pairs->len; i++) {
    const NgCoMention *q = &g_array_index(all->pairs, NgCoMention, i);
    if (q->count == p->count && ((q->a == p->a && q->b == p->b) || (q->a == p->b && q->b == p->a)))
      return true;
  }
  return false;
}

/* However sentences are marked, the pairs of one entity are those of all that it is in. */
Test(relations, the_pairs_of_one_are_among_all)
{
  GRand *rand = g_rand_new_with_seed(24);
  for (int round = 0; round < 300; round++) {
    g_autoptr(NgArticle) a = scribbled(rand);
    g_autoptr(NgCoMentions) all = ng_co_mentions_all(a);
    uint32_t n;
    ng_article_entities(a, &n);
    guint sum = 0;
    for (uint32_t i = 0; i < n; i++) {
      g_autoptr(NgCoMentions) of = ng_co_mentions_of(a, i);
      for (guint k = 0; k < of->pairs->len; k++) {
        const NgCoMention *p = &g_array_index(of->pairs, NgCoMention, k);
        cr_assert_eq(p->a, i);
        cr_assert(has_pair(all, p), "round %d: entity %u with %u, %u times", round, p->a, p->b, p->count);
      }
      sum += of->pairs->len;
    }
    cr_assert_eq(sum, 2 * all->pairs->len, "round %d", round);
  }
  g_rand_free(rand);
}
