/* Candidates: runs of capitalised words, cut where titles and places in them show the joints. */
#include "annotate/names_private.h"

static void put(const NgNamesFind *f, gsize a, gsize e, NgVerdict verdict)
{
  NgName name = {(uint32_t)a, (uint32_t)e, verdict};
  if ((verdict.kind != NG_NAME_NONE || verdict.sure) && a < e)
    g_array_append_val(f->names, name);
}

/* ---- titles and peoples before names ---- */

static bool is_title(const NgToken *t)
{
  return t->known & NG_LEX_TITLE && !(t->known & NG_LEX_FIRST_NAME);
}

/* "British Airways": a people before an organisation's word, with no title between. */
static bool leads_to_organisation(const NgNamesFind *f, gsize a, gsize e)
{
  for (gsize i = a + 1; i < e; i++) {
    if (f->t[i].known & NG_LEX_TITLE)
      return false;
    if (f->t[i].known & NG_LEX_ORG_HEAD)
      return true;
  }
  return false;
}

static bool has_of(const NgNamesFind *f, gsize a, gsize e)
{
  for (gsize i = a; i < e; i++)
    if (ng_names_is_word(f, i, "of"))
      return true;
  return false;
}

/* "Investor Sumner Redstone", "Actress Mia Farrow": what somebody is, in a place where it has a capital. */
static bool is_role(const NgNamesFind *f, gsize a, gsize e)
{
  const guint32 name = NG_LEX_FIRST_NAME | NG_LEX_PLACE | NG_LEX_ORG_HEAD | NG_LEX_ORGANISATION;
  const NgToken *t = &f->t[a];
  return a + 1 < e && t->known & NG_LEX_COMMON && !(t->known & name) && ng_names_is_role(f, a) &&
         f->t[a + 1].known & (NG_LEX_FIRST_NAME | NG_LEX_NAME_PART) && !(f->t[e - 1].known & NG_LEX_HEAD);
}

/* "British", "South Korean": a direction is a place only where it is not part of a people's name. */
static bool is_people(const NgNamesFind *f, gsize a)
{
  const NgToken *t = &f->t[a];
  bool name = t->phrase > 1 && (t->known & NG_LEX_ORGANISATION ||
                                (t->known & NG_LEX_PLACE && !ng_names_has(f, a, &f->words.directions)));
  return t->known & NG_LEX_DEMONYM && !name;
}

/* "Republican Party". */
static bool is_of_party(const NgNamesFind *f, gsize a)
{
  return f->t[a + 1].known & NG_LEX_ORG_HEAD &&
         (ng_names_is_word(f, a, "Democrat") || ng_names_is_word(f, a, "Republican"));
}

/* "King Abdullah II", "Prince Faisal bin Farhan": the word is also a first name, but not with one or two more behind it. */
static bool is_title_too(const NgNamesFind *f, gsize a, gsize e)
{
  static const char *const words[] = {"King", "Prince", "Major", NULL};
  bool name =
      a + 1 < e && (f->t[a + 1].known & NG_LEX_FIRST_NAME || (a + 2 < e && !(f->t[a + 1].known & NG_LEX_COMMON)));
  return name && f->t[a].phrase < 2 && !(f->t[e - 1].known & NG_LEX_HEAD) && ng_names_is_one_of(f, a, words);
}

/* Goes over titles and peoples at the beginning; `title` becomes true where there was a title. */
static gsize skip_titles(const NgNamesFind *f, gsize a, gsize e, bool *title)
{
  while (a < e) {
    const NgToken *t = &f->t[a];
    bool people = is_people(f, a);
    if (people && leads_to_organisation(f, a, e))
      break;
    bool role = !people && is_role(f, a, e);
    if (!people && !is_title(t) && !role && !is_title_too(f, a, e))
      break;
    if (!people && ((t->known & NG_LEX_ORG_HEAD && has_of(f, a, e)) || (a + 1 < e && is_of_party(f, a))))
      break;
    *title |= !people;
    bool phrase = people ? t->phrase > 1 : ng_names_is_long_title(t); /* "President Lincoln" is known as such */
    a += phrase ? MIN(t->phrase, e - a) : 1;
  }
  return a;
}

/* "Ohio" before "Gov.", "Black Sea Fleet" before "Commander". */
static void put_before_title(const NgNamesFind *f, gsize a, gsize e)
{
  const NgToken *t = &f->t[a];
  gsize lead = MAX(MIN(t->phrase, e - a), 1);
  bool word = t->known & NG_LEX_COMMON && lead < 2 && !(t->known & NG_LEX_COUNTRY); /* "New York" is none */
  bool body = f->t[e - 1].known & NG_LEX_ORG_HEAD && !(t->known & (NG_LEX_COUNTRY | NG_LEX_DEMONYM));
  if (e > a + 1 && (body || (t->known & NG_LEX_ORGANISATION && lead == e - a)))
    put(f, a, e, (NgVerdict){NG_NAME_ORGANISATION, 2, "before a title"});
  else if (t->known & NG_LEX_PLACE && !word)
    put(f, a, a + lead, (NgVerdict){NG_NAME_PLACE, 2, "before a title"});
  else if (ng_names_is_acronym(t))
    put(f, a, a + 1, (NgVerdict){NG_NAME_ORGANISATION, 2, "before a title"});
}

/* A title inside ("U.S. President Joe Biden"): what stands before it may be a place or an organisation. Returns where the name begins. */
static gsize cut_at_title(const NgNamesFind *f, gsize a, gsize e, bool *title)
{
  gsize last = 0;
  for (gsize i = a; i + 1 < e && (!last || last == i);
       i++) /* "Steel Minister Bunu Sheriff Musa": the first, and what follows it at once */
    if (is_title(&f->t[i]) && !ng_names_is_word(f, i + 1, "of"))
      last = i + 1;
  if (!last || f->t[e - 1].known & NG_LEX_ORG_HEAD)
    return a;
  if (last - 1 > a)
    put_before_title(f, a, last - 1);
  *title = true;
  return last;
}

/* "Incan King of": no surname, since nobody has a first name. */
static bool is_title_of(const NgNamesFind *f, gsize a, gsize e)
{
  return f->t[e - 1].known & NG_LEX_TITLE && !(f->t[a].known & (NG_LEX_FIRST_NAME | NG_LEX_NAME_PART)) &&
         !(f->t[a].flags & NG_TOKEN_ABBREVIATED) && ng_names_same_sentence(f, a, e) && ng_names_is_word(f, e, "of");
}

/* "Kennedy Space Center (KSC)". */
static bool is_short_for_last(const NgNamesFind *f, gsize a)
{
  if (!f->names->len || a == 0 || !ng_names_is_word(f, a - 1, "("))
    return false;
  const NgName *last = &g_array_index(f->names, NgName, f->names->len - 1);
  bool initial = f->text[f->t[a].start] == f->text[f->t[last->first].start];
  return initial && last->end == a - 1 && last->end - last->first > 1 && last->verdict.kind != NG_NAME_PERSON &&
         last->verdict.kind != NG_NAME_NONE;
}

/* What somebody is that is said of people alone: the others may stand before a team or a company, in a list of results. */
static bool is_persons_role(const NgNamesFind *f, gsize i)
{
  static const char *const others[] = {
      "champion",  "leader",    "owner",       "producer", "partner",  "host",     "supervisor", "developer",
      "publisher", "founder",   "operator",    "dealer",   "trader",   "defender", "member",     "nominee",
      "regulator", "broker",    "head",        "chief",    "official", "fellow",   "king",       "speaker",
      "organiser", "organizer", "broadcaster", "suspect",  "major",    "general",  NULL};
  return !ng_names_is_one_of(f, i, others);
}

/* "chairman Jean-Rene Fourtou". */
static bool is_behind_role(const NgNamesFind *f, gsize a)
{
  if (a == 0 || !ng_names_same_sentence(f, a - 1, a))
    return false;
  return (f->t[a - 1].flags & (NG_TOKEN_SMALL | NG_TOKEN_CAPITAL)) == NG_TOKEN_SMALL && ng_names_is_role(f, a - 1);
}

/* "The Salt Road" in quotation marks: what a work is called. A person's nickname is one word, and "John Smith" may be quoted too. */
static bool is_quoted_work(const NgNamesFind *f, gsize a, gsize e)
{
  bool the = a > 1 && (ng_names_is_word(f, a - 1, "The") || ng_names_is_word(f, a - 1, "A"));
  gsize open = the ? a - 2 : a - 1;
  return a > open && open < f->n && ng_names_is_quote(f, open) && e < f->n && (e - a > 1 || the) &&
         (ng_names_is_quote(f, e) || (ng_names_is_word(f, e, ",") && ng_names_is_quote(f, e + 1))) &&
         f->t[a].known & NG_LEX_COMMON;
}

/* The rules' word, but for what the words and the name right before it tell. */
static NgVerdict verdict_of(const NgNamesFind *f, gsize a, const NgFeatures *x)
{
  NgVerdict verdict = ng_names_score(x);
  if (!(verdict.kind == NG_NAME_PERSON && verdict.sure > 2) && is_quoted_work(f, a, a + x->n))
    return (NgVerdict){NG_NAME_NONE, 2, "the name of a work"};
  if (verdict.kind == NG_NAME_PERSON && x->n > 1 && verdict.sure < 3 && is_behind_role(f, a))
    return (NgVerdict){NG_NAME_PERSON, 3, "behind what somebody is"};
  if (verdict.kind != NG_NAME_PERSON && x->n > 1 && verdict.sure < 2 && x->capitals <= 4 && !x->has_org_head &&
      !x->all_common && is_behind_role(f, a) && is_persons_role(f, a - 1))
    return (NgVerdict){NG_NAME_PERSON, 2, "behind what somebody is"};
  if (x->acronym && x->n == 1 && is_short_for_last(f, a)) {
    const NgName *last = &g_array_index(f->names, NgName, f->names->len - 1);
    return (NgVerdict){last->verdict.kind, 3, "short for the name before"};
  }
  return verdict;
}

/* An organisation in capitals right before whom it has sent. */
static bool is_worn(const NgNamesFind *f, gsize a, const NgFeatures *x)
{
  guint32 next = x->n > 2 ? f->t[a + 1].known : 0;
  return x->acronym && next & NG_LEX_FIRST_NAME && !(next & NG_LEX_PLACE) && !x->has_org_head;
}

/* "Governor of Ohio Peter Hall": the first token of who has the office that is told of before `a`; 0 if there is none. */
static gsize holder_of_office(const NgNamesFind *f, gsize a, gsize e)
{
  const guint32 large = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE | NG_LEX_REGION;
  gsize of = a > 1 && ng_names_is_word(f, a - 1, "the") ? a - 2 : a - 1;
  if (e < a + 3 || a < 2 || of < 1 || !ng_names_is_word(f, of, "of") || !ng_names_same_sentence(f, of - 1, a) ||
      !ng_names_is_role(f, of - 1))
    return 0;
  gsize first = e - 2 > a + 1 && f->t[e - 2].end - f->t[e - 2].start == 2 ? e - 3 : e - 2; /* "Mary Z. Bell" */
  guint32 known = f->t[first].known, last = f->t[e - 1].known;
  bool named = known & NG_LEX_FIRST_NAME && !(known & large) && (last & NG_LEX_NAME_PART || !(last & NG_LEX_HEAD));
  return first > a && named ? first : 0;
}

static void take_run(const NgNamesFind *f, gsize a, gsize e, int org)
{
  gsize holder = holder_of_office(f, a, e);
  if (holder) {
    take_run(f, a, holder, org);
    put(f, holder, e, (NgVerdict){NG_NAME_PERSON, 3, "behind what somebody is"});
    return;
  }
  while (a < e) {
    bool title = false;
    a = skip_titles(f, a, e, &title);
    if (a < e)
      a = cut_at_title(f, a, e, &title);
    gsize whole = e;
    while (e > a + 1 && (is_title_of(f, a, e) || (is_title(&f->t[e - 1]) && !(f->t[e - 1].known & NG_LEX_NAME_PART))))
      e--;
    if (a >= e)
      return;
    if (e < whole && !title && f->t[a].known & (NG_LEX_COUNTRY | NG_LEX_REGION)) { /* "a Virginia Democrat" */
      put_before_title(f, a, e);
      return;
    }
    NgFeatures x = ng_names_features(f, a, e, title, org);
    if (x.lead < x.n && x.first & NG_LEX_COUNTRY && !title && !x.has_org_head && !x.ends_as_place &&
        !(x.last & NG_LEX_EVENT_HEAD &&
          !(x.last & NG_LEX_NAME_PART))) { /* "China Daily" has its word; "China Xi" is two */
      put(f, a, a + x.lead, (NgVerdict){NG_NAME_PLACE, 2, "a country"});
      a += x.lead;
      continue;
    }
    if (is_worn(f, a, &x)) { /* "NASA Bill Ingalls" */
      put(f, a, a + 1, (NgVerdict){NG_NAME_ORGANISATION, 2, "capitals only"});
      a++;
      continue;
    }
    put(f, a, e, verdict_of(f, a, &x));
    return;
  }
}

/* ---- where candidates begin ---- */

#define MOST_NAME_TOKENS 40u /* capitals without end are no name */

/* "Civil Defense Authority", but not "After Interior Ministry". */
static bool leads_to_head(const NgNamesFind *f, gsize i)
{
  if (f->t[i + 1].known & NG_LEX_ORG_HEAD)
    return true;
  bool ordinary = f->t[i + 1].known & NG_LEX_COMMON && f->t[i + 1].phrase < 2;
  return ordinary && ng_names_is_capital(f, i + 2) && ng_names_same_sentence(f, i, i + 2) &&
         f->t[i + 2].known & NG_LEX_ORG_HEAD && !ng_names_has(f, i, &f->words.openers);
}

/* A capital at the beginning of a sentence says nothing of a word that is also spelled small. */
static bool is_plain_beginning(const NgNamesFind *f, gsize i)
{
  const NgToken *t = &f->t[i];
  if (!(t->flags & NG_TOKEN_FIRST) || t->flags & NG_TOKEN_LOUD || !(t->known & NG_LEX_COMMON) || t->phrase > 1)
    return false;
  bool next = ng_names_is_capital(f, i + 1) && ng_names_same_sentence(f, i, i + 1);
  if (t->known & (NG_LEX_TITLE | NG_LEX_ORG_HEAD | NG_LEX_ORGANISATION | NG_LEX_COUNTRY | NG_LEX_CITY_LARGE))
    return false;
  if (t->known & NG_LEX_FIRST_NAME && next)
    return false;
  return !(next && leads_to_head(f, i));
}

/* "The", "I", and "A" before a small word. */
static bool is_letter_word(const NgNamesFind *f, gsize i)
{
  return ng_names_is_word(f, i, "The") ||
         ((ng_names_is_word(f, i, "I") || ng_names_is_word(f, i, "A")) && !ng_names_is_capital(f, i + 1));
}

/* In a line all in capitals only what is known is a name. */
static gsize take_loud(const NgNamesFind *f, gsize i)
{
  const NgToken *t = &f->t[i];
  gsize e = i + MAX(t->phrase, 1);
  guint32 sure = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE;
  bool person = t->known & (NG_LEX_NAME_PART | NG_LEX_FIRST_NAME) && !(t->known & sure);
  bool small = t->known & NG_LEX_CITY && !(t->known & sure);
  bool word = t->known & NG_LEX_COMMON && !(t->known & NG_LEX_COUNTRY); /* but "CHINA" */
  if (t->known & NG_LEX_PLACE && !word && !person && !small)
    put(f, i, MIN(e, f->n), (NgVerdict){NG_NAME_PLACE, 2, "a known place"});
  return e;
}

/* Whether no name begins here, whatever stands before or behind. */
static bool is_none(const NgNamesFind *f, gsize i)
{
  const NgToken *t = &f->t[i];
  if (!(t->flags & NG_TOKEN_CAPITAL) && !(t->known & NG_LEX_ORGANISATION && ng_names_is_article_name(f, i)))
    return true; /* but "al-Qaeda" */
  bool named = t->known & NG_LEX_FIRST_NAME && (ng_names_is_capital(f, i + 1) || ng_names_is_particle(f, i + 1));
  bool date = t->known & NG_LEX_DATE && !named; /* "Jan van Eyck" */
  return date || is_letter_word(f, i) || ng_names_is_sign(f, i);
}

/* Takes what begins at `i`, and returns where to look on. */
static gsize take(const NgNamesFind *f, gsize i)
{
  const NgToken *t = &f->t[i];
  int org;
  if (t->sentence == f->headline && ng_names_is_headline_word(f, i))
    return i + 1;
  if (t->known & NG_LEX_OTHER && !(t->known & NG_LEX_TITLE))
    return i + MAX(t->phrase, 1);
  if (!(t->flags & NG_TOKEN_CAPITAL)) {
    put(f, i, i + 1, (NgVerdict){NG_NAME_ORGANISATION, 3, "a known organisation"});
    return i + 1;
  }
  bool preposition = t->known & NG_LEX_COMMON && t->phrase < 2 && ng_names_has(f, i, &f->words.places);
  if (preposition || ng_names_is_compound(f, i) || is_plain_beginning(f, i))
    return i + 1;
  if (t->flags & NG_TOKEN_LOUD)
    return take_loud(f, i);
  gsize e = ng_names_run_end(f, i, &org);
  if (e - i <= MOST_NAME_TOKENS)
    take_run(f, i, e, org);
  return e;
}

void ng_names_find(GArray *names, const NgToken *tokens, gsize n, const char *text)
{
  NgNamesFind f = {names, tokens, n, text, NG_NONE, ng_names_words()};
  for (gsize i = 0; i < n;) {
    if ((i == 0 || tokens[i].sentence != tokens[i - 1].sentence) && ng_names_is_headline(&f, i))
      f.headline = tokens[i].sentence;
    i = is_none(&f, i) ? i + 1 : take(&f, i);
  }
}
