/* What offices say: "Haenle, former director for China on the Council", "Shell spokesman Peter Hall", "Hall of the Institute". */
#include "annotate/relation_find.h"

#include <string.h>

static const NgOffice works = {"", "work", "works for", "worked for", NG_END_BODY},
                      is_with = {"", "work", "is with", "was with", NG_END_ORGANISATION},
                      lives = {"", "live", "is from", "was from", NG_END_PLACE},
                      represents = {"", "represent", "represents", "represented", NG_END_BODY};

/* ---- one office ---- */

static bool leads(const NgOffice *office)
{
  return strcmp(office->kind, "lead") == 0;
}

/* The office at the unit, by what stands before it: a vice president does not lead, nor does a finance director. */
static const NgOffice *office_at(const NgSentence *s, guint i)
{
  const NgOffice *office = ng_unit_office(s, i);
  static const NgOffice prime = {"", "lead", "leads", "led", NG_END_BODY};
  if (office && i > 0 && ng_unit_is_word(s, i, "minister") && ng_unit_is_word(s, i - 1, "prime"))
    return &prime;
  if (!office || i == 0 || !leads(office))
    return office;
  bool under = ng_unit_is_among(s, i - 1, "vice deputy assistant associate regional local");
  bool part = ng_unit_is_among(s, i, "director head chief editor manager superintendent") &&
              ng_unit_is(s, i - 1, NG_WORD_OTHER) && !ng_unit_is_among(s, i - 1, "managing");
  return under || part ? &works : office;
}

static void put_office(NgFind *f, guint person, guint body, const NgOffice *office, bool former, const char *rule)
{
  const NgSentence *s = f->s;
  uint8_t end = ng_unit_end(s, body);
  if (ng_unit_end(s, person) != NG_END_PERSON || !(end & NG_END_BODY) || s->units[person].classes & NG_WORD_PRONOUN)
    return;
  const NgOffice *as = office;
  if (!(office->objects & end))
    as = end == NG_END_PLACE ? &lives : &works; /* "Leeds lawyer Peter Hall" */
  NgSaid pattern = {.kind = as->kind,
                    .label = former ? as->once : as->now,
                    .rule = rule,
                    .confidence_percent = as == office ? 80 : 65,
                    .directed = true,
                    .place = NG_NO_UNIT};
  ng_find_put(f, person, body, &pattern);
}

/* ---- behind the name: "X, vice president of Y", "X is chairman of Y", "X, a Y spokesman" ---- */

typedef struct {
  NgFind *f;
  guint person;
  const NgOffice *office; /* the last that was met */
  bool former;
  bool deeper; /* its own preposition has been passed */
  bool done;
} Apposition;

/* An unknown place before a known one: "a native of Elmview, Minn.". */
static guint beyond_unknown(const NgSentence *s, guint i)
{
  guint k = i;
  while (k < i + 3 && ng_unit_is_capital(s, k) && !ng_unit_is_name(s, k))
    k++;
  return k > i ? ng_wide_place_at(s, k) : NG_NO_UNIT;
}

/* The body behind "of"; of "Harvard University's school" the university will do. */
static guint body_at(const NgSentence *s, guint i)
{
  guint head = ng_phrase_head(s, i), k = i + ng_unit_is(s, i, NG_WORD_DETERMINER);
  if (head == NG_NO_UNIT && ng_unit_end(s, k) == NG_END_ORGANISATION && ng_unit_is(s, k + 1, NG_WORD_POSSESSIVE) &&
      s->names[s->units[k].name].end - s->names[s->units[k].name].first > 1) /* not "at Ford's Theater" */
    return k;
  bool part = head == NG_NO_UNIT && k > i && ng_unit_end(s, k) == NG_END_ORGANISATION &&
              ng_unit_is(s, k + 1, NG_WORD_OTHER | NG_WORD_ADJECTIVE); /* "at the Hall Foundation research group" */
  if (part)
    return k;
  return head == NG_NO_UNIT ? beyond_unknown(s, i) : head;
}

static const char firms[] = "company firm group agency airline organisation organization";

/* "The company" is meant to be the one organisation that the sentence has named before. */
static void put_firm(const Apposition *a, const NgOffice *office)
{
  guint firm = ng_unit_only_before(a->f->s, a->person, NG_END_ORGANISATION);
  put_office(a->f, a->person, firm, office, a->former, "an office of the firm");
}

/* "of Y" behind an office; returns where to go on. */
static void put_bodies(NgFind *f, guint person, guint body, const NgOffice *office, bool former, const char *rule)
{
  put_office(f, person, body, office, former, rule);
  guint wide = ng_address_at(f->s, body);
  if (wide != NG_NO_UNIT && ng_unit_end(f->s, body) != NG_END_ORGANISATION)
    put_office(f, person, wide, office, former, rule);
}

static guint take_body(Apposition *a, guint i)
{
  const NgSentence *s = a->f->s;
  guint head = ng_unit_is_among(s, i, "of for at with in on from to") ? body_at(s, i + 1) : NG_NO_UNIT;
  if (head != NG_NO_UNIT && ng_unit_is_word(s, i, "from") && ng_unit_end(s, head) == NG_END_PLACE) {
    put_bodies(a->f, a->person, head, &lives, a->former, "from a place"); /* "a Republican from Chicago" */
    a->done = true;
    return head + 1;
  }
  bool firm = head == NG_NO_UNIT && ng_unit_is_word(s, i + 1, "the") && ng_unit_is_among(s, i + 2, firms);
  if (firm && ng_unit_is_among(s, i, "of for at with") && !ng_unit_is(s, i + 3, NG_WORD_OTHER | NG_WORD_POSSESSIVE)) {
    put_firm(a, a->office);
    a->done = true;
    return i + 3;
  }
  if (head == NG_NO_UNIT) {
    a->deeper = true; /* "president of daytime programs for ABC" */
    return i + 1;
  }
  if (!a->office) /* "a man from the United Nations" */
    return head + 1;
  bool to = ng_unit_is_word(s, i, "to"), for_it = strcmp(a->office->kind, "represent") == 0;
  const NgOffice *office =
      leads(a->office) && (a->deeper || ng_unit_is_among(s, i, "on in at with")) ? &works : a->office;
  bool country = ng_unit_end(s, head) == NG_END_PLACE;
  bool where = country && ng_unit_is_among(s, i, "in for on with"); /* "director for China on the Council" */
  if (where && !(a->office->objects & NG_END_PLACE))
    return head + 1;
  if ((to && !for_it) || !(office->objects & ng_unit_end(s, head)))
    return head + 1;
  put_bodies(a->f, a->person, head, office, a->former, "an office behind the name");
  a->deeper = false;
  bool more = ng_unit_is(s, head + 1, NG_WORD_AND) && ng_unit_end(s, head + 2) == NG_END_ORGANISATION &&
              ng_unit_is_head(s, head + 2);
  if (more) /* "chairman of Shell and Oxfam" */
    put_office(a->f, a->person, head + 2, office, a->former, "an office behind the name");
  a->done = !ng_unit_is(s, head + 1, NG_WORD_AND);
  return head + 1 + 2 * more;
}

/* Reads the apposition that begins at `i`. */
static void read_apposition(Apposition *a, guint i)
{
  const NgSentence *s = a->f->s;
  for (guint k = i, next; k < s->n && k < i + 16 && !a->done; k = next) {
    const NgUnit *u = &s->units[k];
    next = k + 1;
    const NgOffice *office = office_at(s, k);
    if (office) {
      a->office = office;
      if (k > i && ng_unit_is_among(s, k - 1, firms)) /* "a company spokesman" */
        put_firm(a, office);
      continue;
    }
    a->former |= (u->classes & NG_WORD_FORMER) != 0;
    if (u->classes & NG_WORD_PREPOSITION) {
      if (!a->office && !(k > i && ng_unit_is_word(s, k, "from")))
        return;
      next = take_body(a, k);
    } else if (u->name != NG_NONE) {
      guint noun = k + 1; /* "a NATO spokesman", "China's largest city" */
      noun += ng_unit_is(s, noun, NG_WORD_POSSESSIVE);
      guint wide = ng_address_at(s, k);
      if (wide != NG_NO_UNIT && ng_unit_is(s, wide + 1, NG_WORD_COMMA))
        noun = wide + 2; /* "a Reno, Nev., lawyer" */
      while (noun < k + 7 && ng_unit_is(s, noun, NG_WORD_OTHER | NG_WORD_ADJECTIVE | NG_WORD_CAPITAL | NG_WORD_FIRM) &&
             !ng_unit_office(s, noun))
        noun++;
      office = office_at(s, noun);
      if (!office || !(ng_unit_end(s, k) & NG_END_BODY) || ng_unit_is_name(s, noun + 1))
        return; /* "Hall, Shell chairman Paul Haenle and" is a list */
      put_bodies(a->f, a->person, k, strcmp(office->kind, "represent") == 0 ? &represents : office, a->former,
                 "an office behind the name");
      a->office = office;
      next = noun + 1;
    } else if (!(u->word && (u->word->verb_forms | u->word->other_forms) == NG_FORM_ING) &&
               !(u->classes & (NG_WORD_OTHER | NG_WORD_ADJECTIVE | NG_WORD_CAPITAL | NG_WORD_TITLE |
                               NG_WORD_DETERMINER | NG_WORD_AND | NG_WORD_FIRM | NG_WORD_TIES))) {
      return;
    }
  }
}

static void behind_name(NgFind *f, guint i)
{
  const NgSentence *s = f->s;
  guint k = i + 1;
  bool is = ng_unit_is_among(s, k, "is was") || ng_unit_is_among(s, k, "became remains");
  if (!is && !ng_unit_is(s, k, NG_WORD_COMMA))
    return;
  Apposition a = {.f = f, .person = i, .former = ng_unit_is_word(s, k, "was")};
  k++;
  if (is && ng_unit_is_finite(s, k))
    return; /* "was elected president of": the verb tells it */
  if (!is && ng_unit_is(s, k, NG_WORD_ADJECTIVE) && ng_unit_is(s, k + 1, NG_WORD_COMMA))
    k += 2; /* "Lee, 53, is": and "Lee, 53, chairman of" */
  if (!is && ng_unit_is_among(s, k, "is was"))
    k++;
  if (!is && ng_unit_is_word(s, k, "who") && ng_unit_is_among(s, k + 1, "is was")) {
    a.former = ng_unit_is_word(s, k + 1, "was");
    k += 2;
  }
  read_apposition(&a, k);
}

/* "the former German leader of": what stands right before, but for other adjectives. */
static bool is_former_before(const NgSentence *s, guint i)
{
  while (i > 0 && ng_unit_is(s, i - 1, NG_WORD_ADJECTIVE) && !ng_unit_is(s, i - 1, NG_WORD_FORMER))
    i--;
  return i > 0 && ng_unit_is(s, i - 1, NG_WORD_FORMER);
}

/* ---- before the name: "Shell spokesman Peter Hall", "Ohio Gov. Peter Hall", "China's leader, Xi" ---- */

static void before_name(NgFind *f, guint i)
{
  const NgSentence *s = f->s;
  const NgOffice *office = NULL;
  bool former = false;
  guint k = i;
  while (k > 1 && i - k < 3 && ng_unit_is(s, k - 1, NG_WORD_TITLE) && ng_unit_is_capital(s, k - 1))
    k--; /* "the head of the Institute, Dr. Peter Hall" */
  bool comma = k > 1 && ng_unit_is(s, k - 1, NG_WORD_COMMA);
  k = comma ? k - 1 : i;
  for (; k > 0 && i - k < 8; k--) {
    const NgUnit *u = &s->units[k - 1];
    const NgOffice *here = office_at(s, k - 1);
    office = office ? office : here;
    former |= (u->classes & NG_WORD_FORMER) != 0;
    bool possessive = u->classes & NG_WORD_POSSESSIVE;
    if (!comma && office && ng_unit_is_word(s, k - 1, ")")) { /* "PAN (National Action Party) leader Hall" */
      while (k > 1 && i - k < 8 && !ng_unit_is_word(s, k - 1, "("))
        k--;
      continue;
    }
    guint of = k > 2 ? k - 2 - ng_unit_is(s, k - 2, NG_WORD_DETERMINER) : 0;
    if (comma && u->name != NG_NONE && of > 0 && ng_unit_is_word(s, of, "of") && office_at(s, of - 1)) {
      put_office(f, i, k - 1, office_at(s, of - 1), former || is_former_before(s, of - 1),
                 "an office before the name"); /* "the president of France, Emmanuel Macron" */
      return;
    }
    if (u->name != NG_NONE || possessive) {
      guint body = k - 1 - possessive;
      bool listed = body > 1 && body < s->n && ng_unit_is(s, body - 1, NG_WORD_COMMA) && !possessive &&
                    ng_unit_end(s, body) == NG_END_PLACE && ng_unit_end(s, body - 2) == NG_END_PLACE;
      if (office && body < s->n && !listed && ng_unit_end(s, body) & NG_END_BODY &&
          (!comma || possessive || (body > 0 && ng_unit_is(s, body - 1, NG_WORD_DETERMINER))))
        put_office(f, i, body, strcmp(office->kind, "represent") == 0 ? &represents : office,
                   former || is_former_before(s, body), /* "former U.S. president" */
                   "an office before the name");
      return;
    }
    if (!here && !(u->classes & (NG_WORD_ADJECTIVE | NG_WORD_TITLE | NG_WORD_CAPITAL | NG_WORD_FIRM)) &&
        !(office && u->classes & NG_WORD_OTHER))
      return;
  }
}

/* ---- "X of Y" ---- */

/* An office right before the name: "President Tsai of Taiwan". */
static const NgOffice *title_of(const NgSentence *s, guint i)
{
  return i > 0 && !(i > 1 && ng_unit_is(s, i - 2, NG_WORD_OTHER)) ? office_at(s, i - 1) : NULL;
}

static void of_body(NgFind *f, guint i)
{
  const NgSentence *s = f->s;
  guint k = i + 1;
  bool comma = ng_unit_is(s, k, NG_WORD_COMMA);
  bool is = ng_unit_is_among(s, k, "is was") && ng_unit_is_word(s, k + 1, "from");
  k += comma || is;
  if (comma && ng_unit_is(s, k, NG_WORD_ADJECTIVE) && ng_unit_is(s, k + 1, NG_WORD_COMMA))
    k += 2; /* an age */
  bool of = ng_unit_is_word(s, k, "of"), from = ng_unit_is_word(s, k, "from");
  if (!of && !from && !(ng_unit_is_among(s, k, "at with") && !comma))
    return;
  guint head = body_at(s, k + 1);
  if (head == NG_NO_UNIT || (ng_unit_is_word(s, k, "at") && ng_unit_is_word(s, ng_phrase_start(s, i) - 1, "by")))
    return;
  uint8_t end = ng_unit_end(s, head);
  const NgOffice *title = title_of(s, i);
  if (end == NG_END_ORGANISATION)
    put_office(f, i, head, title && of ? title : &is_with, false, "of an organisation");
  else if (end == NG_END_PLACE && (of || from))
    put_bodies(f, i, head, title && of && title->objects & NG_END_PLACE ? title : &lives, false, "of a place");
}

void ng_find_by_offices(NgFind *f)
{
  for (guint i = 0; i < f->s->n; i++) {
    if (ng_unit_end(f->s, i) != NG_END_PERSON || f->s->units[i].classes & NG_WORD_PRONOUN)
      continue;
    if (i > 0)
      before_name(f, i);
    behind_name(f, i);
    of_body(f, i);
  }
}
