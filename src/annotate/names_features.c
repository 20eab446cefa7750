/* What a candidate looks like, by itself and by the words around it. */
#include "annotate/names_private.h"

#include <string.h>

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
static const char *const directions[] = {"North",     "South",     "East",    "West",      "Northern",
                                         "Southern",  "Eastern",   "Western", "Southeast", "Southwest",
                                         "Northeast", "Northwest", NULL};
static const char *const openers[] = {
    "After",   "Although", "And",       "As",      "At",      "Because", "Before",  "But",     "By",      "During",
    "Even",    "For",      "From",      "However", "If",      "In",      "Last",    "Later",   "Like",    "Meanwhile",
    "More",    "Most",     "No",        "Not",     "Now",     "On",      "Once",    "One",     "Only",    "Or",
    "Other",   "Our",      "Since",     "So",      "Some",    "Such",    "That",    "Then",    "There",   "These",
    "They",    "This",     "Those",     "Though",  "Through", "To",      "Today",   "Two",     "Under",   "Unlike",
    "Until",   "What",     "When",      "Where",   "While",   "Who",     "With",    "Within",  "Without", "Yet",
    "His",     "Her",      "Its",       "Their",   "My",      "He",      "She",     "We",      "It",      "An",
    "All",     "Also",     "Any",       "Both",    "Each",    "Every",   "Former",  "Many",    "Several", "Still",
    "Three",   "Why",      "How",       "Is",      "Are",     "Was",     "Did",     "Does",    "Will",    "Can",
    "Should",  "Would",    "Could",     "New",     "Senior",  "Top",     "Earlier", "Another", "Against", "Among",
    "Between", "Despite",  "Following", "Whether", NULL};
static const char *const wholes[] = {"Museum", "Palace", "Cathedral", "Bay",     "Gulf",  "Strait", "Straits",
                                     "Isle",   "Cape",   "Tower",     "Temple",  "Mount", "Horn",   "Plains",
                                     "Valley", "Port",   "Sea",       "Islands", NULL};
static const char *const venues[] = {"Space",      "Convention", "Conference", "Shopping", "Trade",  "Visitor",
                                     "Visitors",   "Civic",      "Arts",       "Art",      "Tennis", "Sports",
                                     "Exhibition", "Garden",     "Science",    "Aquatic",  NULL};
static const char *const quarters[] = {"Little", "Greater", "Old",   "New",      "Upper",   "Lower",
                                       "Inner",  "Outer",   "Metro", "Downtown", "Central", NULL};
static const char *const openings[] = {"Lake",  "Mount", "Mt.",     "Fort",    "Ft.",       "Cape", "Camp",  "Port",
                                       "San",   "Santa", "St.",     "Saint",   "Puerto",    "Rio",  "Los",   "Las",
                                       "Isle",  "Gulf",  "Strait",  "Straits", "Boulevard", "Rue",  "Calle", "Piazza",
                                       "Plaza", "Via",   "Avenida", "Paseo",   NULL};
static const char *const areas[] = {
    "province",     "region",        "district",     "county",      "town",      "city",      "village", "suburb",
    "island",       "capital",       "valley",       "governorate", "provinces", "peninsula", "port",    "hamlet",
    "municipality", "neighbourhood", "neighborhood", "prefecture",  "township",  "oblast",    "enclave", "borough",
    "coast",        "vicinity",      "resort",       "motorway",    NULL};
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

static const char *const of_company[] = {"of", "at", "for", NULL};
static const char *const owned[] = {
    "shares",   "stock",       "stake",     "shareholders", "executives", "subsidiary",   "subsidiaries",
    "unit",     "division",    "employees", "customers",    "users",      "headquarters", "acquisition",
    "takeover", "purchase",    "CEO",       "chairman",     "executive",  "operator",     "owner",
    "maker",    "subscribers", "investors", "Shares",       "Employees",  "Executives",   "Shareholders",
    "Users",    "Customers",   "Investors", "Stock",        NULL};
static const char *const deeds[] = {"acquired", "launched", "unveiled",     "operates", "owns",  "employs",
                                    "sells",    "merged",   "manufactures", "produces", "ships", NULL};

NgNamesWords ng_names_words(void)
{
  return (NgNamesWords){.speech = ng_word_set(speech),
                        .places = ng_word_set(places),
                        .grounds = ng_word_set(grounds),
                        .directions = ng_word_set(directions),
                        .openings = ng_word_set(openings),
                        .wholes = ng_word_set(wholes),
                        .venues = ng_word_set(venues),
                        .openers = ng_word_set(openers),
                        .quarters = ng_word_set(quarters),
                        .areas = ng_word_set(areas),
                        .sides = ng_word_set(sides),
                        .companies = ng_word_set(companies),
                        .belongings = ng_word_set(belongings),
                        .owned = ng_word_set(owned),
                        .deeds = ng_word_set(deeds)};
}

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

bool ng_names_is_compound(const NgNamesFind *f, gsize i)
{
  const NgToken *t = &f->t[i];
  if (!(t->flags & NG_TOKEN_HYPHEN) || t->known & NG_LEX_PLACE)
    return false;
  const char *p = f->text + t->start, *hyphen = memchr(p, '-', t->end - t->start);
  gsize after = t->end - t->start - (gsize)(hyphen + 1 - p);
  return g_ascii_islower(hyphen[1]) && after > 3 && (t->known & NG_LEX_COMMON || !is_given_name(hyphen + 1, after));
}

static bool has_digit(const NgNamesFind *f, gsize i)
{
  for (const char *p = f->text + f->t[i].start; p < f->text + f->t[i].end; p++)
    if (g_ascii_isdigit(*p))
      return true;
  return false;
}

/* Up to three digits. */
static bool is_small_number(const NgNamesFind *f, gsize i)
{
  gsize bytes = f->t[i].end - f->t[i].start;
  for (gsize k = 0; k < bytes; k++)
    if (!g_ascii_isdigit(f->text[f->t[i].start + k]))
      return false;
  return bytes <= 3;
}

/* Whether the sentence is a line of results: it has hardly a small word. */
static bool is_list(const NgNamesFind *f, gsize at)
{
  gsize a = at, e = at;
  guint words = 0, small = 0;
  while (a > 0 && ng_names_same_sentence(f, a - 1, at) && at - a < 40)
    a--;
  while (ng_names_same_sentence(f, at, e) && e - at < 40)
    e++;
  for (gsize i = a; i < e; i++) {
    words++;
    small += (f->t[i].flags & (NG_TOKEN_SMALL | NG_TOKEN_CAPITAL)) == NG_TOKEN_SMALL;
  }
  return small * 6 <= words;
}

/* "II", "XIV". */
static bool is_roman(const NgNamesFind *f, const NgToken *t)
{
  for (const char *p = f->text + t->start; p < f->text + t->end; p++)
    if (*p != 'I' && *p != 'V' && *p != 'X')
      return false;
  return true;
}

bool ng_names_is_acronym(const NgToken *t)
{
  uint32_t bytes = t->end - t->start;
  return t->flags & NG_TOKEN_CAPITALS && bytes >= 2 && bytes <= 6 &&
         !(t->flags & (NG_TOKEN_LOUD | NG_TOKEN_ABBREVIATED)) && !(t->known & NG_LEX_COMMON && bytes < 3);
}

static char byte_before(const NgNamesFind *f, gsize i)
{
  return f->t[i].start > 0 ? f->text[f->t[i].start - 1] : ' ';
}

/* The exchange before a colon: "(NASDAQ: ABC)". */
static bool is_behind_exchange(const NgNamesFind *f, gsize i)
{
  return i > 2 && f->t[i].flags & NG_TOKEN_CAPITALS && ng_names_is_word(f, i - 1, ":") &&
         ng_names_is_word(f, i - 3, "(") && f->t[i - 2].flags & NG_TOKEN_CAPITAL;
}

/* "(ABC.N)". */
static bool is_with_exchange(const NgNamesFind *f, gsize i)
{
  return i + 3 < f->n && ng_names_is_word(f, i + 1, ".") && f->t[i + 1].end == f->t[i + 2].start &&
         f->t[i + 2].flags & NG_TOKEN_CAPITAL && f->t[i + 2].end - f->t[i + 2].start < 3 &&
         (ng_names_is_word(f, i + 3, ")") || ng_names_is_word(f, i + 3, ">"));
}

bool ng_names_is_sign(const NgNamesFind *f, gsize i)
{
  char before = byte_before(f, i);
  if (before == '@')
    return true;
  return f->t[i].flags & NG_TOKEN_CAPITALS &&
         (before == '<' || before == '$' ||
          (i > 0 && byte_before(f, i - 1) == '<' && f->t[i - 1].flags & NG_TOKEN_CAPITALS) ||
          (before == '(' && is_with_exchange(f, i)) || is_behind_exchange(f, i));
}

/* "Zquob Foods <ABC>", "Zquob (NYSE: ABC)": what stands behind the name is its sign on an exchange. */
static bool is_before_sign(const NgNamesFind *f, gsize e)
{
  char sign = f->text[f->t[e].start];
  if (sign != '<' && sign != '(')
    return false;
  return ng_names_same_sentence(f, e, e + 1) &&
         (ng_names_is_sign(f, e + 1) || (ng_names_same_sentence(f, e, e + 3) && is_behind_exchange(f, e + 3)));
}

/* Whether what ends at `e` is one of those whose administrations are named next: "the Clinton, Bush and Obama administrations". */
static bool leads_to_administration(const NgNamesFind *f, gsize at, gsize e)
{
  for (gsize i = e; i < e + 7 && ng_names_same_sentence(f, at, i); i++) {
    if (ng_names_is_word(f, i, "administrations"))
      return true;
    if (i == e && ng_names_is_one_of(f, i, administrations))
      return true;
    if (!ng_names_is_word(f, i, "and") && !ng_names_is_word(f, i, ",") && !ng_names_is_capital(f, i))
      return false;
  }
  return false;
}

/* A division by its abbreviation: "Conn.". */
static bool is_state(const NgToken *t)
{
  return t->flags & NG_TOKEN_ABBREVIATED && t->known & NG_LEX_REGION;
}

/* "Peter Hall of Leeds", "Peter Hall, 8, of Leeds", "Shell Co. of Leeds". */
static bool is_home(const NgNamesFind *f, gsize a)
{
  if (a < 3 || !ng_names_is_word(f, a - 1, "of") || !ng_names_same_sentence(f, a - 3, a))
    return false;
  if (ng_names_is_word(f, a - 2, ","))
    return is_small_number(f, a - 3);
  const guint32 name = NG_LEX_NAME_PART | NG_LEX_FIRST_NAME;
  return (ng_names_is_capital(f, a - 3) && f->t[a - 2].known & NG_LEX_NAME_PART && f->t[a - 3].known & name) ||
         ng_names_is_company_form(f, a - 2);
}

/* "LibreOffice", but not "McCarthy" and "DeLuca". */
static bool is_camel(const NgNamesFind *f, gsize i)
{
  const char *p = f->text + f->t[i].start;
  gsize n = f->t[i].end - f->t[i].start;
  if (!(f->t[i].flags & NG_TOKEN_SMALL) || f->t[i].flags & NG_TOKEN_HYPHEN)
    return false;
  for (gsize k = 4; k < n; k++)
    if (g_ascii_isupper(p[k]) && g_ascii_islower(p[k - 1]))
      return true;
  return false;
}

/* "Verizon, which", "Verizon launched", "Verizon delivered its", "Verizon said on Monday that it". */
static bool is_told_as_thing(const NgNamesFind *f, gsize a, gsize e)
{
  if (ng_names_has(f, e, &f->words.deeds))
    return true;
  if (ng_names_is_word(f, e, ","))
    return ng_names_same_sentence(f, a, e + 1) && ng_names_is_word(f, e + 1, "which");
  bool that = false;
  for (gsize i = e; i < e + 7 && ng_names_same_sentence(f, a, i); i++) {
    bool small = (f->t[i].flags & (NG_TOKEN_SMALL | NG_TOKEN_CAPITAL | NG_TOKEN_CLITIC)) == NG_TOKEN_SMALL;
    if (!small && !(f->t[i].known & NG_LEX_DATE))
      return false;
    if (ng_names_is_word(f, i, "its") || (that && ng_names_is_word(f, i, "it")))
      return i > e;
    that = ng_names_is_word(f, i, "that");
  }
  return false;
}

/* "SEOUL (Zquob) --": who sends the story. */
static bool is_agency(const NgNamesFind *f, gsize a, gsize e)
{
  static const char *const dashes[] = {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", NULL};
  return a > 0 && byte_before(f, a) == '(' && ng_names_is_word(f, a - 1, "(") && ng_names_is_word(f, e, ")") &&
         (a == 1 || f->t[a - 1].sentence != f->t[a - 2].sentence || ng_names_is_capital(f, a - 2)) &&
         ng_names_is_one_of(f, e + 1, dashes);
}

static const char *const vessels[] = {"USS", "HMS", "HMAS",      "HMCS",    "HMNZS",   "USNS", "INS",
                                      "RMS", "MV",  "Hurricane", "Cyclone", "Typhoon", NULL};

/* What it looks like by itself. */
static void look_at_words(const NgNamesFind *f, gsize a, gsize e, int org, NgFeatures *x)
{
  const NgToken *t = f->t;
  x->known_phrase = t[a].phrase > 1;
  if (x->known_phrase)
    x->lead = MIN(t[a].phrase, x->n);
  x->all_common = true;
  for (gsize i = a; i < e; i++) {
    x->capitals += (t[i].flags & NG_TOKEN_CAPITAL) != 0;
    x->has_org_head |= t[i].known & NG_LEX_ORG_HEAD && (i > a || org == 2);
    x->place_of |= i > a && !(t[i].flags & NG_TOKEN_CAPITAL) && ng_names_is_word(f, i, "of") &&
                   ng_names_has(f, i - 1, &f->words.wholes);
    x->has_nickname |= !(t[i].flags & NG_TOKEN_WORD) && ng_names_is_quote(f, i);
    x->has_ampersand |= ng_names_is_word(f, i, "&");
    x->has_event_head |= (t[i].known & NG_LEX_EVENT_HEAD) && i > a && !(t[i].known & NG_LEX_FIRST_NAME && i + 1 < e);
    x->has_capitals |= t[i].flags & NG_TOKEN_CAPITALS && !(t[i].flags & (NG_TOKEN_LOUD | NG_TOKEN_ABBREVIATED));
    x->has_compound |= ng_names_is_compound(f, i);
    x->has_digit |= has_digit(f, i);
    x->all_common &= (t[i].known & NG_LEX_COMMON) != 0;
  }
  guint bytes = t[a].end - t[a].start, last_bytes = t[e - 1].end - t[e - 1].start;
  x->acronym = ng_names_is_acronym(&t[a]);
  x->has_digit |= x->acronym && x->n == 1 && is_roman(f, &t[a]);
  x->initial = bytes == 2 && t[a].flags & NG_TOKEN_ABBREVIATED;
  x->last_is_short_acronym = t[e - 1].flags & NG_TOKEN_CAPITALS && last_bytes < 5;
  x->begins_sentence = t[a].flags & NG_TOKEN_FIRST;
  x->vessel = x->n > 1 && (x->acronym || t[a].known & NG_LEX_EVENT_HEAD) && ng_names_is_one_of(f, a, vessels);
  x->agency = is_agency(f, a, e);
  x->letter = x->n == 1 && bytes == 1;
  x->camel = x->n == 1 && is_camel(f, a);
  x->ends_as_venue = x->n > 2 && (ng_names_is_word(f, e - 1, "Center") || ng_names_is_word(f, e - 1, "Centre")) &&
                     ng_names_has(f, e - 2, &f->words.venues);
  x->begins_with_direction = ng_names_has(f, a, &f->words.directions);
  x->begins_as_quarter = x->n == 2 && ng_names_has(f, a, &f->words.quarters);
  x->begins_as_place = x->n > 1 && ng_names_has(f, a, &f->words.openings);
  x->ends_as_place = ng_names_has(f, e - 1, &f->words.grounds);
}

/* What tells a place of what stands around it. */
static void look_for_place(const NgNamesFind *f, gsize a, gsize e, bool before, bool after, NgFeatures *x)
{
  const NgToken *t = f->t;
  bool second = before && a > 1 && ng_names_same_sentence(f, a - 2, a);
  x->before_country =
      after && ng_names_is_word(f, e, "(") && ng_names_same_sentence(f, a, e + 1) && t[e + 1].known & NG_LEX_COUNTRY;
  bool dateline = x->begins_sentence && x->has_capitals && !(x->first & NG_LEX_ORGANISATION); /* "DAYTON, Ohio" */
  x->before_state = after && ng_names_is_word(f, e, ",") && ng_names_same_sentence(f, a, e + 1) &&
                    (is_state(&t[e + 1]) || (dateline && t[e + 1].known & (NG_LEX_REGION | NG_LEX_COUNTRY)));
  bool named = second && ng_names_is_capital(f, a - 2); /* "Clearwater, Florida" */
  x->state = before && ng_names_is_word(f, a - 1, ",") && (is_state(&t[a]) || (named && x->first & NG_LEX_REGION));
  x->beside_area = (after && ng_names_has(f, e, &f->words.areas)) ||
                   (second && ng_names_is_word(f, a - 1, "of") &&
                    (ng_names_has(f, a - 2, &f->words.areas) || ng_names_has(f, a - 2, &f->words.sides))) ||
                   (second && ng_names_is_word(f, a - 1, "for") && ng_names_is_word(f, a - 2, "MP"));
  bool home = is_home(f, a);
  x->after_place_word = (before && ng_names_has(f, a - 1, &f->words.places)) ||
                        (home && (x->first & NG_LEX_PLACE || ng_names_is_word(f, a - 2, ",")));
  x->after_in = x->after_place_word && !ng_names_is_word(f, a - 1, "to") && !ng_names_is_word(f, a - 1, "from") &&
                !ng_names_is_word(f, a - 1, "From");
}

static bool is_small_word(const NgToken *t)
{
  return (t->flags & (NG_TOKEN_SMALL | NG_TOKEN_CAPITAL | NG_TOKEN_WORD)) == (NG_TOKEN_SMALL | NG_TOKEN_WORD);
}

/* "Zquob analyst Peter Hall", "Zquob chief executive Peter Hall": whom it employs is told right behind. */
static bool is_employer(const NgNamesFind *f, gsize e)
{
  gsize end = e;
  while (end < e + 3 && ng_names_same_sentence(f, e, end) && is_small_word(&f->t[end]))
    end++;
  if (end == e || !ng_names_same_sentence(f, e, end + 1) || !ng_names_is_capital(f, end) ||
      !ng_names_is_capital(f, end + 1))
    return false;
  if (!ng_names_is_role(f, end - 1))
    return false;
  for (gsize i = e; i + 1 < end; i++)
    if (!ng_role_words_is_modifier(f->text + f->t[i].start, f->t[i].end - f->t[i].start) && !ng_names_is_role(f, i))
      return false;
  const NgToken *first = &f->t[end];
  return first->known & NG_LEX_FIRST_NAME || !(first->known & NG_LEX_COMMON);
}

/* What tells a company of what stands around it. */
static void look_for_company(const NgNamesFind *f, gsize a, gsize e, bool before, bool after, NgFeatures *x)
{
  const NgToken *t = f->t;
  bool second = before && a > 1 && ng_names_same_sentence(f, a - 2, a);
  x->after_company_word = before && !(t[a - 1].flags & NG_TOKEN_CAPITAL) && ng_names_has(f, a - 1, &f->words.companies);
  x->owns = after && ng_names_is_possessive(f, e);
  gsize thing = x->owns ? e + 1 : e;
  x->before_company_word = ng_names_same_sentence(f, a, thing) && ng_names_has(f, thing, &f->words.belongings);
  x->speaks_of_it = after && ng_names_has(f, e, &f->words.speech) && ng_names_same_sentence(f, a, e + 2) &&
                    (ng_names_is_word(f, e + 1, "it") || ng_names_is_word(f, e + 1, "its"));
  x->of_company = second && ng_names_has(f, a - 2, &f->words.owned) &&
                  (ng_names_is_one_of(f, a - 1, of_company) ||
                   (ng_names_is_word(f, a - 1, "in") && !ng_names_is_word(f, a - 2, "headquarters")));
  x->is_which = after && x->n <= 2 && !x->after_place_word && !(before && ng_names_is_word(f, a - 1, "of")) &&
                is_told_as_thing(f, a, e);
  x->before_sign = after && is_before_sign(f, e);
  x->employs = after && !x->owns && x->n <= 3 && !x->after_title && !(x->first & NG_LEX_PLACE) && is_employer(f, e);
  x->works_there = second && ng_names_is_word(f, a - 1, "at") && ng_names_is_role(f, a - 2);
}

static const char *const addresses[] = {"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Dr.", "Sir", "Dame", NULL};

NgFeatures ng_names_features(const NgNamesFind *f, gsize a, gsize e, bool after_title, int org)
{
  const NgToken *t = f->t;
  NgFeatures x = {
      .n = (guint)(e - a), .lead = 1, .first = t[a].known, .last = t[e - 1].known, .after_title = after_title};
  bool before = a > 0 && ng_names_same_sentence(f, a - 1, a), after = ng_names_same_sentence(f, a, e);
  look_at_words(f, a, e, org, &x);
  x.addressed = after_title && ng_names_is_one_of(f, a - 1, addresses);
  x.before_speech =
      (after && ng_names_has(f, e, &f->words.speech)) || (before && ng_names_has(f, a - 1, &f->words.speech));
  x.after_the = before && (ng_names_is_word(f, a - 1, "the") || ng_names_is_word(f, a - 1, "The"));
  x.plural = f->text[t[e - 1].end - 1] == 's' && !(after && ng_names_is_word(f, e, "of"));
  x.before_number = after && is_small_number(f, e) && is_list(f, e);
  x.before_administration = leads_to_administration(f, a, e);
  bool counted = before && (ng_names_is_word(f, a - 1, "a") || ng_names_is_word(f, a - 1, "an"));
  x.one_of_many = counted && !(after && t[e].flags & (NG_TOKEN_WORD | NG_TOKEN_CLITIC));
  look_for_place(f, a, e, before, after, &x);
  look_for_company(f, a, e, before, after, &x);
  return x;
}
