/* Candidates: runs of capitalised words, cut where titles and places in them show the joints. */
#include "annotate/names.h"

#include "annotate/role_words.h"

#include <string.h>

typedef struct {
  GArray *names;
  const NgToken *t;
  gsize n;
  const char *text;
  uint32_t headline; /* the sentence, if it is a headline that capitalises all its words; NG_NONE */
} Find;

/* ---- words that stand around names ---- */

static bool is_word(const Find *f, gsize i, const char *word)
{
  return i < f->n && ng_token_is(&f->t[i], f->text, word);
}

static bool is_one_of(const Find *f, gsize i, const char *const *words)
{
  return i < f->n && ng_token_is_one_of(&f->t[i], f->text, words);
}

static bool same_sentence(const Find *f, gsize a, gsize b)
{
  return b < f->n && f->t[a].sentence == f->t[b].sentence;
}

static bool is_capital(const Find *f, gsize i)
{
  return i < f->n && (f->t[i].flags & NG_TOKEN_CAPITAL);
}

static const char *const speech[] = {"said",     "says",   "told",  "added",    "say",   "warned",    "announced",
                                     "insisted", "argued", "wrote", "declared", "noted", "explained", "acknowledged",
                                     "replied",  "asked",  "who",   "did",      "had",   "was",       "met",
                                     "scored",   "won",    "beat",  NULL};
static const char *const administrations[] = {"administration", "presidency", NULL};
static const char *const places[] = {"in",   "at",      "from",   "to",     "near",       "In",      "At",     "From",
                                     "Near", "outside", "around", "across", "throughout", "Outside", "Across", NULL};
static const char *const grounds[] = {"Island",  "Islands", "River",  "Valley",   "Avenue",    "Road",   "Street",
                                      "Bay",     "Beach",   "Bridge", "Airport",  "Boulevard", "Square", "Mountains",
                                      "Harbour", "Harbor",  "Canyon", "Cemetery", "Peninsula", NULL};
static const char *const directions[] = {"North",    "South",   "East",    "West", "Northern",
                                         "Southern", "Eastern", "Western", NULL};
static const char *const areas[] = {"province", "region",      "district",  "county",    "town",
                                    "city",     "village",     "suburb",    "island",    "capital",
                                    "valley",   "governorate", "provinces", "peninsula", NULL};
static const char *const sides[] = {"north",     "south",     "east",      "west",      "outskirts",
                                    "northeast", "northwest", "southeast", "southwest", NULL};
static const char *const companies[] = {"company",  "group",        "firm",         "agency",   "newspaper",
                                        "magazine", "carmaker",     "bank",         "retailer", "airline",
                                        "operator", "organisation", "publisher",    "charity",  "brokerage",
                                        "party",    "giant",        "organization", NULL};
static const char *const belongings[] = {
    "shares",    "stock",        "shareholders", "stockholders", "executives", "subsidiary",  "subsidiaries",
    "employees", "customers",    "chairman",     "chief",        "spokesman",  "spokeswoman", "spokesperson",
    "executive", "headquarters", "CEO",          "users",        NULL};
static const char *const particles[] = {"de",  "von", "van", "bin", "al",  "da",  "di", "del",
                                        "der", "den", "la",  "le",  "ibn", "dos", "du", NULL};

static const char *const second_particles[] = {"der", "den", "la", "las", "los", NULL};

/* ---- where a candidate ends ---- */

static bool is_possessive(const Find *f, gsize i)
{
  return is_word(f, i, "'s") || is_word(f, i, "\xE2\x80\x99s");
}

/* "People's Army", "Women's Federation": those whom it is for are no name by themselves. */
static bool is_owner(const NgToken *t)
{
  const guint32 name = NG_LEX_PLACE | NG_LEX_ORGANISATION | NG_LEX_ORG_HEAD | NG_LEX_FIRST_NAME | NG_LEX_TITLE;
  return t->flags & NG_TOKEN_CAPITAL && t->known & NG_LEX_COMMON && !(t->known & name);
}

/* "al-Assad": an Arabic article and a name. */
static bool is_article_name(const Find *f, gsize i)
{
  const NgToken *t = &f->t[i];
  const char *p = f->text + t->start;
  bool article = t->flags & NG_TOKEN_HYPHEN && t->end - t->start > 4 && (p[0] == 'a' || p[0] == 'e') && p[2] == '-';
  return article && g_ascii_isupper(p[3]);
}

static bool is_plain(const NgToken *t)
{
  const guint32 name =
      NG_LEX_PLACE | NG_LEX_ORGANISATION | NG_LEX_FIRST_NAME | NG_LEX_TITLE | NG_LEX_DATE | NG_LEX_DEMONYM;
  return t->flags & NG_TOKEN_CAPITAL && t->known & NG_LEX_COMMON && !(t->known & name);
}

/* "Agriculture and Food Ministry": ordinary words on both sides of the "and" at `i`, and an organisation's word soon behind it. */
static bool is_half(const Find *f, gsize start, gsize i, gsize next)
{
  if (!is_plain(&f->t[i - 1]) || f->t[i - 1].known & NG_LEX_ORG_HEAD || f->t[start].flags & NG_TOKEN_FIRST)
    return false;
  for (gsize k = next; k < next + 3 && same_sentence(f, start, k) && is_capital(f, k); k++) {
    if (k > next && f->t[k].known & NG_LEX_ORG_HEAD)
      return true;
    if (!is_plain(&f->t[k]))
      return false;
  }
  return false;
}

/* The token after a word that joins two capitalised ones ("Bank of England", "Ludwig van Beethoven"); 0 where there is none. `org`: 1 if the run has an
 * organisation's word, 2 if that is followed by "of". */
static gsize joined(const Find *f, gsize start, gsize i, int *org)
{
  gsize next = i + 1;
  if (!same_sentence(f, start, next))
    return 0;
  bool capital = is_capital(f, next);
  bool second = same_sentence(f, start, next + 1) && is_capital(f, next + 1), the = second && is_word(f, next, "the");
  if (is_word(f, i, "of") && *org && (capital || the)) {
    *org = 2;
    return capital ? next + 1 : next + 2;
  }
  if (is_word(f, i, "for") && *org && the)
    return next + 2;
  if (capital && is_possessive(f, i) && is_owner(&f->t[i - 1]) && f->t[next].known & NG_LEX_ORG_HEAD) {
    *org = MAX(*org, 1);
    return next + 1;
  }
  bool ampersand = is_word(f, i, "&");
  if (capital && is_word(f, i, "and") && is_half(f, start, i, next)) {
    *org = MAX(*org, 1);
    return next + 1;
  }
  if (capital && (ampersand || (is_word(f, i, "and") && *org == 2) || (is_word(f, i, "for") && *org)))
    return !ampersand && f->t[next].known & NG_LEX_PLACE ? 0 : next + 1;
  if (capital && is_one_of(f, i, particles))
    return next + 1;
  if (second && is_one_of(f, i, particles) && is_one_of(f, next, second_particles))
    return next + 2;
  if (is_article_name(f, i) && f->t[i - 1].known & (NG_LEX_FIRST_NAME | NG_LEX_NAME_PART))
    return next;
  return 0;
}

/* "Secretary of State". */
static bool is_long_title(const NgToken *t)
{
  return t->known & NG_LEX_TITLE && t->phrase > 1 && !(t->known & NG_LEX_KNOWN_PERSON);
}

/* In a headline such words are no more than words. */
static bool is_headline_word(const Find *f, gsize i)
{
  const guint32 name = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE | NG_LEX_ORGANISATION | NG_LEX_FIRST_NAME | NG_LEX_TITLE |
                       NG_LEX_DATE | NG_LEX_DEMONYM | NG_LEX_ORG_HEAD | NG_LEX_PLACE_HEAD | NG_LEX_EVENT_HEAD;
  const NgToken *t = &f->t[i];
  bool surname = t->known & NG_LEX_NAME_PART && i > 0 && t[-1].known & NG_LEX_FIRST_NAME; /* "Nicholas Burns" */
  return t->flags & NG_TOKEN_CAPITAL && t->known & NG_LEX_COMMON && !(t->known & name) && t->phrase < 2 && !surname;
}

/* Whether the sentence that begins at `i` capitalises all but its small words, and ordinary words most of all. */
static bool is_headline(const Find *f, gsize i)
{
  guint words = 0, plain = 0;
  for (gsize k = i; k < i + 30 && same_sentence(f, i, k); k++) {
    const NgToken *t = &f->t[k];
    bool word = t->flags & NG_TOKEN_WORD && t->flags & NG_TOKEN_SMALL;
    if (t->flags & NG_TOKEN_LOUD || (word && !(t->flags & NG_TOKEN_CAPITAL) && t->end - t->start > 4))
      return false;
    words += word;
    plain += !(t->flags & NG_TOKEN_FIRST) && is_headline_word(f, k);
  }
  return plain >= 3 && plain * 2 >= words;
}

static gsize run_end(const Find *f, gsize start, int *org)
{
  gsize i = start + MAX(f->t[start].phrase, 1);
  *org = (f->t[start].known & NG_LEX_ORG_HEAD) != 0;
  while (i < f->n && same_sentence(f, start, i)) {
    const NgToken *t = &f->t[i];
    if ((t->flags & NG_TOKEN_CAPITAL) && !(t->known & NG_LEX_DATE && !(t->known & NG_LEX_ORG_HEAD)) &&
        !(t->known & NG_LEX_OTHER) && !(t->sentence == f->headline && is_headline_word(f, i))) {
      *org |= (t->known & NG_LEX_ORG_HEAD) != 0;
      i += is_long_title(t) ? t->phrase : 1;
      continue;
    }
    gsize next = joined(f, start, i, org);
    if (!next)
      break;
    i = next;
  }
  return i;
}

/* ---- what it looks like ---- */

/* The second half of a name such as "Kwok-hing": short, and no English ending. */
static bool is_given_name(const char *word, gsize bytes)
{
  static const char *const endings[] = {"ed", "able", "like", "born", "wide", "ish", "made", "style", "old", "type"};
  if (bytes > 5 && memcmp(word + bytes - 3, "ing", 3) == 0) /* but "Wai-ching" */
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (bytes > strlen(endings[i]) && memcmp(word + bytes - strlen(endings[i]), endings[i], strlen(endings[i])) == 0 &&
        bytes > 4)
      return false;
  return bytes <= 6 && memcmp(word, "born", MIN(bytes, 4)) != 0 && memcmp(word, "made", MIN(bytes, 4)) != 0;
}

/* "Paris-based", "Anglo-French", "Chinese-made": no name by themselves. */
static bool is_compound(const Find *f, gsize i)
{
  const NgToken *t = &f->t[i];
  if (!(t->flags & NG_TOKEN_HYPHEN) || t->known & NG_LEX_PLACE)
    return false;
  const char *p = f->text + t->start, *hyphen = memchr(p, '-', t->end - t->start);
  gsize after = t->end - t->start - (gsize)(hyphen + 1 - p);
  return g_ascii_islower(hyphen[1]) && after > 3 && (t->known & NG_LEX_COMMON || !is_given_name(hyphen + 1, after));
}

static bool has_digit(const Find *f, gsize i)
{
  for (const char *p = f->text + f->t[i].start; p < f->text + f->t[i].end; p++)
    if (g_ascii_isdigit(*p))
      return true;
  return false;
}

/* Up to three digits. */
static bool is_small_number(const Find *f, gsize i)
{
  gsize bytes = f->t[i].end - f->t[i].start;
  for (gsize k = 0; k < bytes; k++)
    if (!g_ascii_isdigit(f->text[f->t[i].start + k]))
      return false;
  return bytes <= 3;
}

/* Whether the sentence is a line of results: it has hardly a small word. */
static bool is_list(const Find *f, gsize at)
{
  gsize a = at, e = at;
  guint words = 0, small = 0;
  while (a > 0 && same_sentence(f, a - 1, at) && at - a < 40)
    a--;
  while (same_sentence(f, at, e) && e - at < 40)
    e++;
  for (gsize i = a; i < e; i++) {
    words++;
    small += (f->t[i].flags & (NG_TOKEN_SMALL | NG_TOKEN_CAPITAL)) == NG_TOKEN_SMALL;
  }
  return small * 6 <= words;
}

/* A word of two to six capitals, in a line that is not all in capitals. */
static bool is_acronym(const NgToken *t)
{
  uint32_t bytes = t->end - t->start;
  return t->flags & NG_TOKEN_CAPITALS && bytes >= 2 && bytes <= 6 &&
         !(t->flags & (NG_TOKEN_LOUD | NG_TOKEN_ABBREVIATED)) && !(t->known & NG_LEX_COMMON && bytes < 3);
}

/* Whether what ends at `e` is one of those whose administrations are named next: "the Clinton, Bush and Obama administrations". */
static bool leads_to_administration(const Find *f, gsize at, gsize e)
{
  for (gsize i = e; i < e + 7 && same_sentence(f, at, i); i++) {
    if (is_word(f, i, "administrations"))
      return true;
    if (i == e && is_one_of(f, i, administrations))
      return true;
    if (!is_word(f, i, "and") && !is_word(f, i, ",") && !is_capital(f, i))
      return false;
  }
  return false;
}

/* A division by its abbreviation: "Conn.". */
static bool is_state(const NgToken *t)
{
  return t->flags & NG_TOKEN_ABBREVIATED && t->known & NG_LEX_REGION;
}

static NgFeatures features_of(const Find *f, gsize a, gsize e, bool after_title, int org)
{
  const NgToken *t = f->t;
  NgFeatures x = {
      .n = (guint)(e - a), .lead = 1, .first = t[a].known, .last = t[e - 1].known, .after_title = after_title};
  x.known_phrase = t[a].phrase > 1;
  if (x.known_phrase)
    x.lead = MIN(t[a].phrase, x.n);
  x.all_common = true;
  for (gsize i = a; i < e; i++) {
    x.has_org_head |= t[i].known & NG_LEX_ORG_HEAD && (i > a || org == 2);
    x.has_ampersand |= is_word(f, i, "&");
    x.has_event_head |= (t[i].known & NG_LEX_EVENT_HEAD) && i > a;
    x.has_capitals |= t[i].flags & NG_TOKEN_CAPITALS && !(t[i].flags & (NG_TOKEN_LOUD | NG_TOKEN_ABBREVIATED));
    x.has_compound |= is_compound(f, i);
    x.has_digit |= has_digit(f, i);
    x.all_common &= (t[i].known & NG_LEX_COMMON) != 0;
  }
  guint bytes = t[a].end - t[a].start, last_bytes = t[e - 1].end - t[e - 1].start;
  x.acronym = is_acronym(&t[a]);
  x.initial = bytes == 2 && t[a].flags & NG_TOKEN_ABBREVIATED;
  x.last_is_short_acronym = t[e - 1].flags & NG_TOKEN_CAPITALS && last_bytes < 5;
  x.begins_sentence = t[a].flags & NG_TOKEN_FIRST;
  bool before = a > 0 && same_sentence(f, a - 1, a), after = same_sentence(f, a, e);
  x.before_speech = (after && is_one_of(f, e, speech)) || (before && is_one_of(f, a - 1, speech));
  x.after_the = before && (is_word(f, a - 1, "the") || is_word(f, a - 1, "The"));
  x.plural = f->text[t[e - 1].end - 1] == 's' && !(after && is_word(f, e, "of"));
  x.before_number = after && is_small_number(f, e) && is_list(f, e);
  x.before_country = after && is_word(f, e, "(") && same_sentence(f, a, e + 1) && t[e + 1].known & NG_LEX_COUNTRY;
  x.before_administration = leads_to_administration(f, a, e);
  x.before_state = after && is_word(f, e, ",") && same_sentence(f, a, e + 1) && is_state(&t[e + 1]);
  bool named = before && a > 1 && same_sentence(f, a - 2, a) && is_capital(f, a - 2); /* "Clearwater, Florida" */
  x.state = before && is_word(f, a - 1, ",") && (is_state(&t[a]) || (named && x.first & NG_LEX_REGION));
  x.after_company_word = before && !(f->t[a - 1].flags & NG_TOKEN_CAPITAL) && is_one_of(f, a - 1, companies);
  gsize thing = after && is_possessive(f, e) ? e + 1 : e;
  x.before_company_word = same_sentence(f, a, thing) && is_one_of(f, thing, belongings);
  x.speaks_of_it = after && is_one_of(f, e, speech) && same_sentence(f, a, e + 2) &&
                   (is_word(f, e + 1, "it") || is_word(f, e + 1, "its"));
  bool counted = before && (is_word(f, a - 1, "a") || is_word(f, a - 1, "an"));
  x.one_of_many = counted && !(after && f->t[e].flags & (NG_TOKEN_WORD | NG_TOKEN_CLITIC));
  x.beside_area =
      (after && is_one_of(f, e, areas)) || (before && is_word(f, a - 1, "of") && a > 1 && same_sentence(f, a - 2, a) &&
                                            (is_one_of(f, a - 2, areas) || is_one_of(f, a - 2, sides)));
  x.begins_with_direction = is_one_of(f, a, directions);
  x.ends_as_place = is_one_of(f, e - 1, grounds);
  x.after_place_word = before && is_one_of(f, a - 1, places);
  x.after_in =
      x.after_place_word && !is_word(f, a - 1, "to") && !is_word(f, a - 1, "from") && !is_word(f, a - 1, "From");
  return x;
}

static void put(const Find *f, gsize a, gsize e, NgVerdict verdict)
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
static bool leads_to_organisation(const Find *f, gsize a, gsize e)
{
  for (gsize i = a + 1; i < e; i++) {
    if (f->t[i].known & NG_LEX_TITLE)
      return false;
    if (f->t[i].known & NG_LEX_ORG_HEAD)
      return true;
  }
  return false;
}

static bool has_of(const Find *f, gsize a, gsize e)
{
  for (gsize i = a; i < e; i++)
    if (is_word(f, i, "of"))
      return true;
  return false;
}

/* "Investor Sumner Redstone", "Actress Mia Farrow": what somebody is, in a place where it has a capital. */
static bool is_role(const Find *f, gsize a, gsize e)
{
  const guint32 name = NG_LEX_FIRST_NAME | NG_LEX_PLACE | NG_LEX_ORG_HEAD | NG_LEX_ORGANISATION;
  const NgToken *t = &f->t[a];
  return a + 1 < e && t->known & NG_LEX_COMMON && !(t->known & name) &&
         ng_role_words_of(f->text + t->start, t->end - t->start) &&
         f->t[a + 1].known & (NG_LEX_FIRST_NAME | NG_LEX_NAME_PART) &&
         !(f->t[e - 1].known & (NG_LEX_ORG_HEAD | NG_LEX_PLACE_HEAD | NG_LEX_EVENT_HEAD));
}

/* Goes over titles and peoples at the beginning; `title` becomes true where there was a title. */
static gsize skip_titles(const Find *f, gsize a, gsize e, bool *title)
{
  while (a < e) {
    const NgToken *t = &f->t[a];
    bool people = t->known & NG_LEX_DEMONYM && !(t->phrase > 1 && t->known & NG_LEX_PLACE);
    if (people && leads_to_organisation(f, a, e))
      break;
    bool role = !people && is_role(f, a, e);
    if (!people && !is_title(t) && !role)
      break;
    if (!people && t->known & NG_LEX_ORG_HEAD && has_of(f, a, e))
      break;
    *title |= !people;
    bool phrase = is_long_title(t); /* "President Lincoln" is known as such */
    a += !people && phrase ? MIN(t->phrase, e - a) : 1;
  }
  return a;
}

/* A title inside ("U.S. President Joe Biden"): what stands before it may be a place or an organisation. Returns where the name begins. */
static gsize cut_at_title(const Find *f, gsize a, gsize e, bool *title)
{
  gsize last = 0;
  for (gsize i = a; i + 1 < e && (!last || last == i);
       i++) /* "Steel Minister Bunu Sheriff Musa": the first, and what follows it at once */
    if (is_title(&f->t[i]) && !is_word(f, i + 1, "of"))
      last = i + 1;
  if (!last || f->t[e - 1].known & NG_LEX_ORG_HEAD)
    return a;
  const NgToken *t = &f->t[a];
  gsize lead = MAX(MIN(t->phrase, last - 1 - a), 1);
  if (last - 1 > a) {
    if (t->known & NG_LEX_PLACE && !(t->known & NG_LEX_COMMON))
      put(f, a, a + lead, (NgVerdict){NG_NAME_PLACE, 2, "before a title"});
    else if (is_acronym(t))
      put(f, a, a + 1, (NgVerdict){NG_NAME_ORGANISATION, 2, "before a title"});
  }
  *title = true;
  return last;
}

static void take_run(const Find *f, gsize a, gsize e, int org)
{
  while (a < e) {
    bool title = false;
    a = skip_titles(f, a, e, &title);
    if (a < e)
      a = cut_at_title(f, a, e, &title);
    while (e > a + 1 && is_title(&f->t[e - 1]) && !(f->t[e - 1].known & NG_LEX_NAME_PART)) /* "DoD Spokesman" */
      e--;
    if (a >= e)
      return;
    NgFeatures x = features_of(f, a, e, title, org);
    if (x.lead < x.n && x.first & NG_LEX_COUNTRY && !title && !x.has_org_head &&
        !x.ends_as_place) { /* "China Daily" has its word; "China Xi" is two */
      put(f, a, a + x.lead, (NgVerdict){NG_NAME_PLACE, 2, "a country"});
      a += x.lead;
      continue;
    }
    put(f, a, e, ng_names_score(&x));
    return;
  }
}

/* ---- where candidates begin ---- */

/* A capital at the beginning of a sentence says nothing of a word that is also spelled small. */
static bool is_plain_beginning(const Find *f, gsize i)
{
  const NgToken *t = &f->t[i];
  if (!(t->flags & NG_TOKEN_FIRST) || t->flags & NG_TOKEN_LOUD || !(t->known & NG_LEX_COMMON) || t->phrase > 1)
    return false;
  bool next = is_capital(f, i + 1) && same_sentence(f, i, i + 1);
  if (t->known & (NG_LEX_TITLE | NG_LEX_ORG_HEAD | NG_LEX_ORGANISATION | NG_LEX_COUNTRY | NG_LEX_CITY_LARGE))
    return false;
  if (t->known & NG_LEX_FIRST_NAME && next)
    return false;
  return !(next && f->t[i + 1].known & NG_LEX_ORG_HEAD);
}

/* "The", "I", and "A" before a small word. */
static bool is_letter_word(const Find *f, gsize i)
{
  return is_word(f, i, "The") || ((is_word(f, i, "I") || is_word(f, i, "A")) && !is_capital(f, i + 1));
}

/* In a line all in capitals only what is known is a name. */
static gsize take_loud(const Find *f, gsize i)
{
  const NgToken *t = &f->t[i];
  gsize e = i + MAX(t->phrase, 1);
  guint32 sure = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE;
  bool person = t->known & (NG_LEX_NAME_PART | NG_LEX_FIRST_NAME) && !(t->known & sure);
  bool small = t->known & NG_LEX_CITY && !(t->known & sure);
  if (t->known & NG_LEX_PLACE && !(t->known & NG_LEX_COMMON) && !person && !small)
    put(f, i, MIN(e, f->n), (NgVerdict){NG_NAME_PLACE, 2, "a known place"});
  return e;
}

/* Whether no name begins here, whatever stands before or behind. */
static bool is_none(const Find *f, gsize i)
{
  const NgToken *t = &f->t[i];
  bool date = t->known & NG_LEX_DATE && !(t->known & NG_LEX_FIRST_NAME && is_capital(f, i + 1));
  bool known = is_article_name(f, i) && t->known & NG_LEX_ORGANISATION; /* "al-Qaeda" */
  return !(t->flags & NG_TOKEN_CAPITAL || known) || date || is_letter_word(f, i);
}

/* Takes what begins at `i`, and returns where to look on. */
static gsize take(const Find *f, gsize i)
{
  const NgToken *t = &f->t[i];
  int org;
  if (t->sentence == f->headline && is_headline_word(f, i))
    return i + 1;
  if (t->known & NG_LEX_OTHER && !(t->known & NG_LEX_TITLE))
    return i + MAX(t->phrase, 1);
  if (!(t->flags & NG_TOKEN_CAPITAL)) {
    put(f, i, i + 1, (NgVerdict){NG_NAME_ORGANISATION, 3, "a known organisation"});
    return i + 1;
  }
  if (is_compound(f, i) || is_plain_beginning(f, i))
    return i + 1;
  if (t->flags & NG_TOKEN_LOUD)
    return take_loud(f, i);
  gsize e = run_end(f, i, &org);
  take_run(f, i, e, org);
  return e;
}

void ng_names_find(GArray *names, const NgToken *tokens, gsize n, const char *text)
{
  Find f = {names, tokens, n, text, NG_NONE};
  for (gsize i = 0; i < n;) {
    if ((i == 0 || tokens[i].sentence != tokens[i - 1].sentence) && is_headline(&f, i))
      f.headline = tokens[i].sentence;
    i = is_none(&f, i) ? i + 1 : take(&f, i);
  }
}
