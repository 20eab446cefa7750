/* What verbs say: who (left of the verb group) does it to whom (right of it), by the rows of its verb. */
#include "annotate/relation_find.h"

#include <string.h>

typedef struct {
  NgFind *f;
  const NgSentence *s;
  NgHeads carried;         /* the subject of the verb before, for one that is joined to it */
  NgStatus carried_status; /* of the verb before */
  bool carried_passive;
  guint last_head; /* of the verb before; NG_NO_UNIT */
  NgHeads speaker; /* who said what the clauses behind tell */
  guint said;      /* the verb of saying */
  bool reported;   /* a verb of saying has been met */
} Verbs;

/* ---- subjects ---- */

/* Who a participle without "be" is told of: "Taiwan, the island claimed by", "Hall, convicted of killing". */
static bool before_participle(const NgSentence *s, guint i, NgHeads *heads)
{
  guint k = i;
  while (k > 0 && i - k < 7 &&
         ng_unit_is(s, k - 1, NG_WORD_OTHER | NG_WORD_ADJECTIVE | NG_WORD_DETERMINER | NG_WORD_CAPITAL))
    k--;
  bool noun = k < i;
  if (k > 0 && ng_unit_is(s, k - 1, NG_WORD_COMMA))
    k--;
  else if (noun)
    return false;
  if (k > 2 && ng_unit_is(s, k - 1, NG_WORD_ADJECTIVE) && ng_unit_is(s, k - 2, NG_WORD_COMMA))
    k -= 2; /* an age */
  if (k == 0 || !ng_unit_is_name(s, k - 1) || ng_unit_is(s, k, NG_WORD_POSSESSIVE))
    return false;
  guint start = ng_phrase_start(s, k - 1);
  *heads = (NgHeads){.units = {k - 1}, .n = 1, .end = k};
  return start == 0 || !ng_unit_is(s, start - 1, NG_WORD_PREPOSITION) || k < i;
}

/* "after meeting", "acted alone in killing", "was jailed for killing". */
static bool is_linked(const Verbs *v, guint i)
{
  return ng_unit_is_among(v->s, i, "after before by while in to") ||
         (v->carried_passive && ng_unit_is_word(v->s, i, "for"));
}

/* Whether the verb is joined to the one before: "met Qin and praised". */
static bool is_joined(const Verbs *v, const NgGroup *g)
{
  if (v->last_head == NG_NO_UNIT || v->carried.n == 0 || g->start == 0)
    return false;
  bool and = ng_unit_is(v->s, g->start - 1, NG_WORD_AND), comma = ng_unit_is(v->s, g->start - 1, NG_WORD_COMMA);
  if (g->gerund ? !comma && !is_linked(v, g->start - 1) : !and&&!comma)
    return false;
  for (guint k = v->last_head + 1; k + 1 < g->start; k++)
    if (ng_unit_is(v->s, k, NG_WORD_WHO | NG_WORD_STOP) ||
        (ng_unit_is(v->s, k, NG_WORD_SUBORDINATE) && !ng_unit_is(v->s, k, NG_WORD_PREPOSITION)))
      return false;
  return true;
}

/* Whether nobody stands between who could be meant as well: a name, an office, "who". */
static bool is_about_things(const NgSentence *s, guint from, guint to)
{
  for (guint k = from; k < to; k++)
    if (ng_unit_is_name(s, k) || ng_unit_office(s, k) ||
        ng_unit_is(s, k, NG_WORD_PRONOUN | NG_WORD_TITLE | NG_WORD_STOP) || ng_unit_is_word(s, k, "who"))
      return false;
  return true;
}

/* "Beijing said the balloon had strayed and accused Washington": no thing accuses, so it is who said. */
static bool is_speakers(const Verbs *v, const NgGroup *g, const NgVerbRow *row)
{
  static const char *const kinds[] = {"accuse", "blame", "criticise", "praise", "warn", "appeal", "thank"};
  if (!row || !v->speaker.n || v->carried.n || g->gerund || g->base || g->passive || g->start == 0 ||
      !ng_unit_is(v->s, g->start - 1, NG_WORD_AND) || !is_about_things(v->s, v->said + 1, g->start))
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (strcmp(kinds[i], row->kind) == 0)
      return true;
  return false;
}

/* "fired the shots that killed": what one's deed does, one does. */
static bool is_killed_by_deed(const Verbs *v, const NgGroup *g)
{
  const NgWord *word = v->s->units[g->head].word;
  gsize n;
  bool kills = word && word->verb != NG_NO_ROW && strcmp(ng_verb_rows(&n)[word->verb].kind, "kill") == 0;
  return kills && v->carried.n && v->last_head != NG_NO_UNIT && g->start > 0 && g->start - v->last_head < 6 &&
         ng_unit_is_among(v->s, g->start - 1, "that which") && ng_unit_is(v->s, v->last_head + 1, NG_WORD_DETERMINER);
}

/* "Qin to visit Europe", with no verb before; "efforts by the United States to reconnect", "China's bid to". */
static bool before_infinitive(const Verbs *v, NgGroup *g, NgHeads *heads)
{
  const NgSentence *s = v->s;
  guint k = g->start;
  if (k == 0)
    return false;
  if (ng_unit_is(s, k - 1, NG_WORD_EFFORT)) {
    g->status = MAX(g->status, NG_STATUS_POSSIBLE);
    while (k > 0 && ng_unit_is(s, k - 1, NG_WORD_EFFORT | NG_WORD_OTHER | NG_WORD_ADJECTIVE))
      k--;
    if (k < 2 || !ng_unit_is(s, k - 1, NG_WORD_POSSESSIVE) || !ng_unit_is_name(s, k - 2))
      return false;
    g->effort = true;
    *heads = (NgHeads){.units = {k - 2}, .n = 1, .end = k - 1};
    return true;
  }
  if (!ng_unit_is_name(s, k - 1))
    return false;
  guint start = ng_phrase_start(s, k - 1);
  *heads = (NgHeads){.units = {k - 1}, .n = 1, .end = k};
  if (start >= 2 && ng_unit_is_word(s, start - 1, "by") && ng_unit_is(s, start - 2, NG_WORD_EFFORT)) {
    g->status = MAX(g->status, NG_STATUS_POSSIBLE);
    return g->effort = true;
  }
  if (v->last_head != NG_NO_UNIT || start != 0)
    return false;
  g->status = MAX(g->status, NG_STATUS_PLANNED);
  return true;
}

/* "denied that", "it is not true that", "rejected claims that": what the clause tells is in doubt. */
static bool is_doubted(const NgSentence *s, guint that)
{
  if (that == 0 || !ng_unit_is_word(s, that, "that"))
    return false;
  guint k = that - 1;
  if (ng_unit_is_among(s, k,
                       "deny denies denied denying doubts doubted rumours rumors rumour rumor allegations "
                       "suggestions speculation accusations possibility likelihood fears hopes chance untrue"))
    return true;
  if (ng_unit_is_word(s, k, "true"))
    return k > 0 && ng_unit_is(s, k - 1, NG_WORD_NOT);
  return ng_unit_is_among(s, k, "claims reports") && /* "Reuters reports that" says so */
         (k == 0 || ng_unit_is_finite(s, k - 1) || ng_unit_is(s, k - 1, NG_WORD_PREPOSITION | NG_WORD_DETERMINER));
}

/* Whether the verb is only supposed: "if China attacks". */
static bool is_supposed(const NgSentence *s, guint i)
{
  for (guint k = i; k > 0 && i - k < 20; k--) {
    if (ng_unit_is(s, k - 1, NG_WORD_COMMA | NG_WORD_STOP))
      return false;
    if (ng_unit_is(s, k - 1, NG_WORD_IF) || is_doubted(s, k - 1))
      return true;
  }
  return false;
}

/* ---- what is said ---- */

static void put_pairs(Verbs *v, const NgVerbRow *row, const NgHeads *subjects, const NgHeads *objects,
                      const NgSaid *pattern)
{
  for (guint i = 0; i < subjects->n; i++)
    for (guint k = 0; k < objects->n; k++)
      if (ng_unit_end(v->s, subjects->units[i]) & row->subjects && ng_unit_end(v->s, objects->units[k]) & row->objects)
        ng_find_put(v->f, subjects->units[i], objects->units[k], pattern);
}

static NgSaid pattern_of(const Verbs *v, const NgVerbRow *row, const NgGroup *g, guint behind)
{
  return (NgSaid){.kind = row->kind,
                  .rule = row->rule,
                  .status = ng_find_status(g->status),
                  .confidence_percent = row->confidence_percent,
                  .directed = !(row->flags & NG_ROW_MUTUAL),
                  .place = row->flags & NG_ROW_PLACE ? ng_phrase_place(v->s, behind) : NG_NO_UNIT};
}

/* "shot dead", "stabbed to death": who was attacked was killed. */
static const char *lethal(const NgSentence *s, const NgVerbRow *row, guint head, guint i, NgSaid *pattern)
{
  const char *how = ng_unit_is_word(s, i, "dead")                                       ? "dead"
                    : ng_unit_is_word(s, i, "to") && ng_unit_is_word(s, i + 1, "death") ? "to death"
                                                                                        : NULL;
  if (!how && head > 0 && ng_unit_is_among(s, head - 1, "fatally mortally"))
    how = "";
  if (!how || !(row->objects == NG_END_PERSON) || (strcmp(row->kind, "attack") != 0 && strcmp(row->kind, "shoot") != 0))
    return "";
  pattern->kind = "kill";
  return how;
}

/* "A and B met the chancellor of": whoever it is, it is not one another. */
static bool is_followed_by_noun(const NgSentence *s, guint head)
{
  return ng_unit_is_name(s, head + 1) ||
         ng_unit_is(s, head + 1,
                    NG_WORD_DETERMINER | NG_WORD_ADJECTIVE | NG_WORD_OTHER | NG_WORD_CAPITAL | NG_WORD_TITLE);
}

/* "on Monday" is not what they agreed on. */
static bool is_day(const NgSentence *s, guint i)
{
  return ng_unit_is_among(s, i, "monday tuesday wednesday thursday friday saturday sunday");
}

/* What the label says behind the verb of "A and B met", "A and B held talks"; NULL: nothing that they do with each other. The caller frees it. */
static char *mutual_tail(const NgSentence *s, const NgVerbRow *row, guint head)
{
  if (row->flags & NG_ROW_TIES) {
    const char *noun = ng_object_ties(s, head + 1);
    return noun ? g_strjoin(" ", noun, row->links, NULL) : NULL;
  }
  bool other = is_followed_by_noun(s, head) && strcmp(row->kind, "sign") != 0 && strcmp(row->verb, "discuss") != 0;
  bool each = strcmp(row->verb, "agree") == 0 &&
              (!ng_unit_is_among(s, head + 1, "on upon about") || is_day(s, head + 2)); /* "agreed that" */
  if (other || each)
    return NULL;
  return g_strdup(row->tail ? row->tail : "with");
}

/* "A and B met". */
static bool put_mutual(Verbs *v, const NgVerbRow *row, const NgGroup *g, const NgHeads *subjects)
{
  bool ties = row->flags & NG_ROW_TIES && strcmp(row->links, "with") == 0; /* "A and B restored relations" */
  if (!(row->flags & NG_ROW_MUTUAL || ties) || row->flags & NG_ROW_OFFICE || g->passive || subjects->n < 2)
    return false;
  g_autofree char *tail = mutual_tail(v->s, row, g->head);
  if (!tail)
    return false;
  NgSaid pattern = pattern_of(v, row, g, g->head + 1);
  pattern.directed = false;
  pattern.label = ng_group_label(v->f, g, tail);
  for (guint i = 0; i < subjects->n; i++)
    for (guint k = i + 1; k < subjects->n; k++)
      if (ng_unit_end(v->s, subjects->units[i]) & row->subjects && ng_unit_end(v->s, subjects->units[k]) & row->objects)
        ng_find_put(v->f, subjects->units[i], subjects->units[k], &pattern);
  return true;
}

static bool put_passive(Verbs *v, const NgVerbRow *row, const NgGroup *g, const NgHeads *subjects)
{
  NgHeads agents;
  if (!(row->flags & NG_ROW_DONE_TO) || !ng_object_agent(v->s, g->head + 1, &agents))
    return false;
  NgSaid pattern = pattern_of(v, row, g, agents.end);
  if (row->flags & NG_ROW_PLACE && pattern.place == NG_NO_UNIT)
    pattern.place = ng_phrase_place(v->s, g->head + 1);
  const char *how = lethal(v->s, row, g->head, g->head + 1, &pattern);
  pattern.label = ng_turned_label(v->f, g, row->verb, *how ? how : row->tail);
  put_pairs(v, row, &agents, subjects, &pattern);
  return true;
}

/* "called Qin a liar" is no call. */
static bool is_naming(const NgSentence *s, const NgVerbRow *row, const NgObject *object)
{
  bool names = strcmp(row->verb, "call") == 0 || strcmp(row->verb, "name") == 0;
  return names && (ng_unit_is(s, object->heads.end, NG_WORD_DETERMINER | NG_WORD_ADJECTIVE) ||
                   ng_unit_is_among(s, object->heads.end, "for to"));
}

/* "born in Dayton, Ohio": in both. */
static void add_address(const NgSentence *s, NgHeads *heads)
{
  guint wide = ng_address_at(s, heads->units[0]);
  if (wide != NG_NO_UNIT)
    heads->units[heads->n++] = wide;
}

static bool put_active(Verbs *v, const NgVerbRow *row, const NgGroup *g, const NgHeads *subjects, bool carried)
{
  NgObject object = {0};
  guint behind = g->head + 1;
  bool dead = *row->links == '\0' && ng_unit_is_word(v->s, behind, "dead"); /* "shot dead three" */
  if (!ng_object_find(v->s, behind + dead, row, &object) || is_naming(v->s, row, &object))
    return false;
  NgSaid pattern = pattern_of(v, row, g, object.heads.end);
  const char *how = lethal(v->s, row, g->head, dead ? behind : object.heads.end, &pattern),
             *tail = row->tail ? row->tail : object.link;
  g_autofree char *with_noun = object.noun ? g_strjoin(" ", object.noun, object.link, NULL) : NULL;
  if (row->flags & (NG_ROW_TIES | NG_ROW_OFFICE))
    tail = with_noun;
  if (g->gerund && g->status)
    pattern.label = ng_status_label(v->f, g->status, "", row->verb, tail);
  else
    pattern.label = ng_group_label(v->f, g, *how ? how : tail);
  if (row->flags & NG_ROW_PASSIVE && object.heads.n == 1 && row->objects == NG_END_PLACE)
    add_address(v->s, &object.heads);
  pattern.confidence_percent = (uint8_t)(pattern.confidence_percent - object.doubt_percent - (carried ? 10 : 0));
  put_pairs(v, row, subjects, &object.heads, &pattern);
  return true;
}

/* "born in Ohio" without "was". */
static void put_bare_link(Verbs *v, const NgVerbRow *row, const NgGroup *g, const NgHeads *subjects)
{
  NgObject object = {0};
  if (!ng_object_find(v->s, g->head + 1, row, &object))
    return;
  NgSaid pattern = pattern_of(v, row, g, object.heads.end);
  bool lasting = strcmp(row->kind, "based") == 0 || strcmp(row->kind, "located") == 0;
  g_autofree char *done = g_strjoin(" ", lasting ? "is" : "was", ng_words_spelled(v->s->units[g->head].word), NULL);
  pattern.label = ng_status_label(v->f, NG_STATUS_DONE, done, "", row->tail ? row->tail : object.link);
  put_pairs(v, row, subjects, &object.heads, &pattern);
}

/* ---- one verb ---- */

static const NgVerbRow *rows_of(const NgSentence *s, guint head, gsize *n)
{
  const NgWord *word = s->units[head].word;
  *n = 0;
  if (!word || word->verb == NG_NO_ROW || !word->verb_forms)
    return NULL;
  gsize all;
  const NgVerbRow *rows = ng_verb_rows(&all) + word->verb;
  while (word->verb + *n < all && strcmp(rows[*n].verb, rows->verb) == 0)
    ++*n;
  return rows;
}

/* A participle that is told of the name before it. */
static void try_bare(Verbs *v, const NgGroup *g, const NgVerbRow *rows, gsize n)
{
  NgHeads subjects;
  if (!before_participle(v->s, g->start, &subjects))
    return;
  for (gsize i = 0; i < n; i++) {
    if (rows[i].flags & NG_ROW_PASSIVE)
      put_bare_link(v, &rows[i], g, &subjects);
    else if (ng_unit_is_word(v->s, g->head + 1, "by") && put_passive(v, &rows[i], g, &subjects))
      return;
  }
}

static void try_rows(Verbs *v, const NgGroup *g, const NgVerbRow *rows, gsize n, const NgHeads *subjects, bool carried)
{
  for (gsize i = 0; i < n; i++) {
    bool passive_row = rows[i].flags & NG_ROW_PASSIVE;
    if (passive_row != g->passive && !(g->passive && rows[i].flags & NG_ROW_DONE_TO))
      continue;
    if (g->passive && !passive_row ? put_passive(v, &rows[i], g, subjects)
                                   : put_active(v, &rows[i], g, subjects, carried))
      return;
  }
  for (gsize i = 0; i < n; i++)
    if (put_mutual(v, &rows[i], g, subjects))
      return;
}

/* "neither A nor B". */
static bool is_neither(const NgSentence *s, const NgHeads *subjects)
{
  guint start = ng_phrase_start(s, subjects->units[0]);
  return start > 0 && ng_unit_is_among(s, start - 1, "neither nor");
}

/* Who does it: the names before it, or those that did what it is joined to. */
static bool subject_of(Verbs *v, NgGroup *g, NgHeads *subjects, bool *carried)
{
  *carried = false;
  if (g->infinitive)
    return before_infinitive(v, g, subjects);
  if (g->convicted)
    return before_participle(v->s, g->start, subjects);
  if (!g->gerund && ng_phrase_subject(v->s, g->start, subjects))
    return !is_neither(v->s, subjects);
  *carried = is_joined(v, g) || is_killed_by_deed(v, g);
  *subjects = v->carried;
  if (*carried && g->gerund) /* "will leave after meeting Qin" */
    g->status = MAX(g->status, v->carried_status);
  return *carried;
}

static void look_at_group(Verbs *v, NgGroup *g)
{
  gsize n;
  const NgVerbRow *rows = rows_of(v->s, g->head, &n);
  NgHeads subjects = {.n = 0};
  bool carried = false, known = false;
  bool by = g->bare && g->start == g->head && ng_unit_is_word(v->s, g->head + 1, "by");
  bool linked = g->bare && n && rows->flags & NG_ROW_PASSIVE;
  if (by || linked)
    try_bare(v, g, rows, n);
  else
    known = subject_of(v, g, &subjects, &carried);
  if (!known && !by && !linked && is_speakers(v, g, n ? rows : NULL)) {
    subjects = v->speaker;
    known = carried = true;
  }
  if (known && n && !is_supposed(v->s, g->start) && (!g->base || (subjects.n > 1 && !carried)))
    try_rows(v, g, rows, n, &subjects, carried);
  if (g->gerund || g->infinitive || by || g->base)
    return;
  v->carried.n = 0;
  if (known)
    v->carried = subjects;
  v->carried_status = g->status;
  v->carried_passive = g->passive;
  v->last_head = g->head;
  if (ng_unit_is(v->s, g->head, NG_WORD_SAY)) {
    v->reported = true;
    v->speaker = v->carried;
    v->said = g->head;
  }
}

/* Whether a verb group may begin there. */
static bool may_begin(const NgSentence *s, guint i)
{
  const NgUnit *u = &s->units[i];
  if (u->classes & NG_WORD_DOUBT && u->classes & NG_WORD_ADVERB)
    return true;
  if (u->name != NG_NONE || u->classes & NG_WORD_ADVERB)
    return false;
  if (u->classes & NG_WORD_NOT && ng_unit_is_among(s, i, "never not"))
    return true;
  if (i > 0 && ng_unit_is(s, i - 1, NG_WORD_DETERMINER) && !(u->classes & NG_WORD_MODAL))
    return false;
  return ng_unit_is_finite(s, i) || u->classes & NG_WORD_TO ||
         (u->word && (u->word->verb_forms | u->word->other_forms));
}

void ng_find_by_verbs(NgFind *f)
{
  Verbs v = {.f = f, .s = f->s, .last_head = NG_NO_UNIT};
  for (guint i = 0; i < f->s->n; i++) {
    NgGroup g;
    if (!may_begin(f->s, i) || !ng_group_read(f->s, i, v.reported, &g))
      continue;
    look_at_group(&v, &g);
    i = MAX(i, g.head);
  }
}
