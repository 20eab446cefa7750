/* What neighbourhood says: "Baton Rouge, La.", "Bali, in Indonesia", "Shell of London", "Siemens, a German company in Munich". */
#include "annotate/relation_find.h"

static void put(NgFind *f, guint subject, guint object, const char *kind, const char *rule, uint8_t confidence_percent)
{
  NgSaid pattern = {.kind = kind,
                    .label = *kind == 'b' ? "is based in" : "is in",
                    .rule = rule,
                    .confidence_percent = confidence_percent,
                    .directed = true,
                    .place = NG_NO_UNIT};
  ng_find_put(f, subject, object, &pattern);
}

/* A place that others lie in. */
static bool is_wide(const NgSentence *s, guint i)
{
  return ng_unit_end(s, i) == NG_END_PLACE && ng_unit_known(s, i) & (NG_LEX_COUNTRY | NG_LEX_REGION);
}

static bool is_country(const NgSentence *s, guint i)
{
  return ng_unit_known(s, i) & NG_LEX_COUNTRY && !(ng_unit_known(s, i) & NG_LEX_CITY_LARGE);
}

/* "the southeastern part of". */
static bool is_part(const NgSentence *s, guint i)
{
  return ng_unit_is_among(s, i,
                          "part parts section suburb suburbs district neighborhood neighbourhood region area province "
                          "outskirts city town state");
}

/* Whether the one can lie in the other: a region in a country, a town in both. */
static bool lies_in(const NgSentence *s, guint i, guint wide)
{
  return !is_country(s, i) &&
         (!is_wide(s, i) || is_country(s, wide) || ng_unit_known(s, i) & (NG_LEX_CITY | NG_LEX_CITY_LARGE));
}

/* Over "northern", "the": the place behind a preposition. */
static guint place_at(const NgSentence *s, guint i)
{
  guint k = i;
  while (k < i + 3 && ng_unit_is(s, k, NG_WORD_DETERMINER | NG_WORD_ADJECTIVE))
    k++;
  if (is_part(s, k) && ng_unit_is_word(s, k + 1, "of"))
    k += 2 + ng_unit_is(s, k + 2, NG_WORD_DETERMINER);
  return ng_unit_end(s, k) == NG_END_PLACE && !ng_unit_is(s, k + 1, NG_WORD_POSSESSIVE) ? k : NG_NO_UNIT;
}

/* "To join GATT, China must", "in Dalian, U.S. Secretary of State": what stands behind the place makes it the beginning of something new. */
static bool begins_anew(const NgSentence *s, guint wide)
{
  return ng_unit_is(s, wide + 1, NG_WORD_BE | NG_WORD_HAVE | NG_WORD_DO | NG_WORD_MODAL | NG_WORD_TITLE);
}

guint ng_wide_place_at(const NgSentence *s, guint comma)
{
  bool wide = ng_unit_is(s, comma, NG_WORD_COMMA) && is_wide(s, comma + 1) && !begins_anew(s, comma + 1);
  return wide && !ng_unit_is(s, comma + 2, NG_WORD_POSSESSIVE) ? comma + 1 : NG_NO_UNIT;
}

guint ng_address_at(const NgSentence *s, guint i)
{
  bool behind = ng_wide_place_at(s, i + 1) != NG_NO_UNIT;
  bool next = ng_unit_is(s, i + 3, NG_WORD_COMMA) && ng_unit_end(s, i + 4) == NG_END_PLACE &&
              ng_wide_place_at(s, i + 5) == NG_NO_UNIT;
  bool state = behind && s->tokens[s->units[i + 2].token].flags & NG_TOKEN_ABBREVIATED; /* nothing but an address */
  bool listed = (next && !state) || (i > 1 && ng_unit_is(s, i - 1, NG_WORD_COMMA) &&
                                     ng_unit_end(s, i - 2) == NG_END_PLACE && !is_wide(s, i - 2) && !state);
  if (!behind || listed || is_country(s, i) || (is_wide(s, i) && !is_country(s, i + 2)))
    return NG_NO_UNIT;
  /* "Paris, China and Spain": a list, unless the next pair is an address as well */
  if (ng_unit_is(s, i + 3, NG_WORD_AND) && ng_unit_is_name(s, i + 4) && !ng_unit_is(s, i + 5, NG_WORD_COMMA) &&
      is_wide(s, i + 4) && is_country(s, i + 4) == is_country(s, i + 2))
    return NG_NO_UNIT;
  return i + 2;
}

/* "Oslo, Norway's capital". */
static void owned_by(NgFind *f, guint i, guint owner)
{
  const NgSentence *s = f->s;
  static const char kinds[] = "capital city town port province island";
  guint k = owner + 2;
  if (!ng_unit_is(s, i + 1, NG_WORD_COMMA) || !is_wide(s, owner) || !ng_unit_is(s, owner + 1, NG_WORD_POSSESSIVE))
    return;
  while (k < owner + 5 && ng_unit_is(s, k, NG_WORD_ADJECTIVE | NG_WORD_OTHER) && !ng_unit_is_among(s, k, kinds))
    k++;
  if (ng_unit_is_among(s, k, kinds))
    put(f, i, owner, "located", "what a place is", 80);
}

/* "Oslo, the capital of Norway", "Java, an island in Indonesia". */
static void what_it_is(NgFind *f, guint i)
{
  const NgSentence *s = f->s;
  guint k = i + 2;
  if (!ng_unit_is(s, i + 1, NG_WORD_COMMA) || !ng_unit_is(s, k, NG_WORD_DETERMINER | NG_WORD_ADJECTIVE)) {
    owned_by(f, i, k);
    return;
  }
  while (k < i + 8 && ng_unit_is(s, k, NG_WORD_DETERMINER | NG_WORD_ADJECTIVE | NG_WORD_OTHER))
    k++;
  bool within = ng_unit_is_word(s, k, "in") ||
                (ng_unit_is_word(s, k, "of") && ng_unit_is_among(s, k - 1, "capital city town village island"));
  guint place = within ? place_at(s, k + 1) : NG_NO_UNIT;
  if (place != NG_NO_UNIT)
    put(f, i, place, "located", "what a place is", 80);
}

static void of_place(NgFind *f, guint i)
{
  const NgSentence *s = f->s;
  guint wide = ng_address_at(s, i);
  if (wide != NG_NO_UNIT)
    put(f, i, wide, "located", "an address", 85);
  guint k = i + 1 + (ng_unit_is(s, i + 1, NG_WORD_COMMA) || ng_unit_is_among(s, i + 1, "is lies"));
  wide = ng_unit_is_among(s, k, "in near") ? place_at(s, k + 1) : NG_NO_UNIT;
  if (wide != NG_NO_UNIT && ng_unit_is_word(s, k, "in") && !is_country(s, i)) {
    NgHeads all;
    guint joint = ng_phrase_start(s, i);
    bool apart = joint > 1 && ng_unit_is(s, joint - 2, NG_WORD_COMMA); /* "in Oslo, and Leeds in England" */
    if (k == i + 1 && !apart)
      ng_phrase_gather(s, i, &all);
    else
      all = (NgHeads){.units = {i}, .n = 1, .end = i + 1}; /* "Reno and Carson City in Nevada" */
    for (guint n = 0; n < all.n; n++)
      if (ng_unit_end(s, all.units[n]) == NG_END_PLACE && lies_in(s, all.units[n], wide))
        put(f, all.units[n], wide, "located", "in a place", 75);
  }
  static const char landscape[] = "desert plateau river valley mountains peninsula island islands forest lake province "
                                  "provinces county counties region area";
  if (ng_unit_is_among(s, i + 1, landscape) && ng_unit_is_word(s, i + 2, "in") && place_at(s, i + 3) != NG_NO_UNIT)
    put(f, i, place_at(s, i + 3), "located", "in a place", 75);
  if (is_part(s, i + 1) && !ng_unit_is_among(s, i + 1, "city town state") && ng_unit_is_word(s, i + 2, "of") &&
      place_at(s, i + 3) != NG_NO_UNIT)
    put(f, i, place_at(s, i + 3), "located", "a part of a place", 80);
  what_it_is(f, i);
  if (ng_unit_is(s, i + 1, NG_WORD_POSSESSIVE)) {
    k = i + 2;
    while (k < i + 5 && ng_unit_is(s, k, NG_WORD_ADJECTIVE | NG_WORD_OTHER))
      k++;
    k += k > i + 2 && ng_unit_is(s, k, NG_WORD_COMMA) &&
         ng_unit_is_among(s, k - 1, "capital city town");                    /* "Norway's capital, Oslo" */
    bool of = k > i + 2 && ng_unit_is_word(s, k, "of") && is_part(s, k - 1); /* "Serbia's province of Kosovo" */
    k += of;
    if (ng_unit_end(s, k) == NG_END_PLACE && (of ? !is_country(s, k) : !is_wide(s, k)) && ng_unit_is_head(s, k))
      put(f, k, i, "located", "a place's place", 70);
  }
}

/* "X Corp. of Leeds", "the Institute in Paris", "Shell, London", "X, a Hong Kong firm", "X, based in". */
static void of_organisation(NgFind *f, guint i)
{
  const NgSentence *s = f->s;
  bool comma = ng_unit_is(s, i + 1, NG_WORD_COMMA);
  guint k = i + 1 + comma, place = NG_NO_UNIT;
  const NgName *own = &s->names[s->units[i].name];
  bool in = ng_unit_is_word(s, k, "in") && own->end - own->first == 1; /* "ISIL in Syria" is only there */
  if (ng_unit_is_among(s, k, "in of at near") && !(in && !comma))
    place = place_at(s, k + 1);
  else if (comma)
    place = ng_unit_end(s, k) == NG_END_PLACE && !ng_unit_is(s, k + 1, NG_WORD_AND | NG_WORD_POSSESSIVE) &&
                    ng_unit_is_head(s, k) && !begins_anew(s, k)
                ? k
                : NG_NO_UNIT;
  else if (ng_unit_is_word(s, k, "("))
    place = ng_unit_end(s, k + 1) == NG_END_PLACE && ng_unit_is_word(s, k + 2, ")") && !ng_unit_is_capital(s, k + 3)
                ? k + 1
                : NG_NO_UNIT;
  if (comma && place == NG_NO_UNIT && ng_unit_is(s, k, NG_WORD_DETERMINER)) {
    guint name = k + 1;
    while (name < k + 3 && ng_unit_is(s, name, NG_WORD_ADJECTIVE))
      name++;
    guint firm = name + 1;
    while (firm < name + 4 && ng_unit_is(s, firm, NG_WORD_OTHER | NG_WORD_ADJECTIVE) &&
           !ng_unit_is(s, firm, NG_WORD_FIRM))
      firm++;
    if (ng_unit_end(s, name) == NG_END_PLACE && ng_unit_is(s, firm, NG_WORD_FIRM))
      place = name;
  }
  k = i + 1 + ng_unit_is(s, i + 1, NG_WORD_POSSESSIVE);
  if (place == NG_NO_UNIT && ng_unit_is_word(s, k, "headquarters") && ng_unit_is_among(s, k + 1, "in at near"))
    place = place_at(s, k + 2);
  if (place == NG_NO_UNIT)
    return;
  put(f, i, place, "based", "an organisation and its place", 70);
  guint wide = ng_address_at(s, place);
  if (wide != NG_NO_UNIT)
    put(f, i, wide, "based", "an organisation and its place", 65);
}

/* "France's central bank, the Banque", "the U.S. Congress". */
static void before_organisation(NgFind *f, guint i)
{
  const NgSentence *s = f->s;
  guint k = i;
  while (k > 0 && i - k < 4 && ng_unit_is(s, k - 1, NG_WORD_ADJECTIVE | NG_WORD_FIRM))
    k--;
  if (k > 1 && ng_unit_is(s, k - 1, NG_WORD_POSSESSIVE))
    k--;
  if (k > 0 && ng_unit_end(s, k - 1) == NG_END_PLACE)
    put(f, i, k - 1, "based", "a place and its organisation", 70);
}

void ng_find_by_places(NgFind *f)
{
  for (guint i = 0; i < f->s->n; i++) {
    uint8_t end = ng_unit_end(f->s, i);
    if (end == NG_END_PLACE) {
      of_place(f, i);
      ng_find_by_home(f, i);
    } else if (end == NG_END_ORGANISATION) {
      of_organisation(f, i);
      before_organisation(f, i);
    }
  }
}
