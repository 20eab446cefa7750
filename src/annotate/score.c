/* The rules that tell what a candidate is, in order: the first that fits decides. A scorer that was trained could stand in for this file. */
#include "annotate/names.h"

static bool is_place(guint32 known)
{
  return known & NG_LEX_PLACE;
}

static bool is_person_word(guint32 known)
{
  return known & (NG_LEX_FIRST_NAME | NG_LEX_NAME_PART) && (!(known & NG_LEX_COMMON) || known & NG_LEX_FIRST_NAME);
}

static bool lone(const NgFeatures *f)
{
  return f->n == 1;
}

static bool after_title(const NgFeatures *f)
{
  bool place =
      is_place(f->first) && f->n == f->lead && f->first & (NG_LEX_COUNTRY | NG_LEX_CITY_LARGE) && !f->addressed;
  return f->after_title && !f->has_org_head && f->capitals <= 4 && !place;
}

static bool place_of_organisations(const NgFeatures *f)
{
  if ((f->place_of || f->ends_as_venue) && !f->after_title)
    return true;
  return f->has_org_head && f->n > 1 && f->last & NG_LEX_PLACE_HEAD && !(f->last & NG_LEX_ORG_HEAD);
}

/* "West Bank": a region that is known by such a word. */
static bool region(const NgFeatures *f)
{
  return f->known_phrase && f->lead == f->n && f->first & (NG_LEX_REGION | NG_LEX_COUNTRY) &&
         !(f->first & NG_LEX_ORGANISATION);
}

static bool organisation_word(const NgFeatures *f)
{
  return f->has_org_head && f->n > 1;
}

static bool country(const NgFeatures *f)
{
  return lone(f) && f->first & NG_LEX_COUNTRY;
}

static bool known_organisation(const NgFeatures *f)
{
  return f->first & NG_LEX_ORGANISATION && f->n == f->lead;
}

/* A large city is rather meant than somebody of its name; but "Vladimir Putin" is a known person, whatever "Vladimir" is. */
static bool known_place(const NgFeatures *f)
{
  const guint32 large = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE;
  return f->known_phrase && f->lead == f->n && is_place(f->first) &&
         (!(f->first & NG_LEX_KNOWN_PERSON) ||
          (!(f->first & NG_LEX_FIRST_NAME) && f->first & large && !(f->last & NG_LEX_NAME_PART)));
}

static bool whole_phrase_place(const NgFeatures *f)
{
  return known_place(f) && !f->before_number;
}

/* A town may have a president's name; a large one governs itself. */
static bool administration(const NgFeatures *f)
{
  const guint32 other = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE | NG_LEX_REGION | NG_LEX_DEMONYM | NG_LEX_ORG_HEAD |
                        NG_LEX_ORGANISATION | NG_LEX_PLACE_HEAD | NG_LEX_TITLE;
  return f->before_administration && f->n <= 2 && !f->acronym && !(f->first & other);
}

/* "Hartford, Conn." */
static bool address(const NgFeatures *f)
{
  return (f->before_state && f->n <= 3) || (f->state && lone(f));
}

/* "Stewart Island": a place's word that hardly anybody is called by. */
static bool only_place_word(const NgFeatures *f)
{
  return f->n > 1 && f->ends_as_place && !f->after_title;
}

/* "South Taranaki": part of what is no ordinary word; "Little Havana", "Greater Manchester". */
static bool part_of_place(const NgFeatures *f)
{
  if (f->begins_as_quarter && f->n == 2 && is_place(f->last))
    return true;
  const guint32 head = NG_LEX_REGION | NG_LEX_COUNTRY | NG_LEX_PLACE_HEAD;
  if (f->begins_with_direction && f->n == 3 && !f->after_title && f->last & head && !(f->last & NG_LEX_ORG_HEAD))
    return true; /* "South East Asia" */
  return f->begins_with_direction && f->n == 2 && !f->after_title && !(f->last & (NG_LEX_COMMON | NG_LEX_ORG_HEAD));
}

/* "Fort Hamilton", "San Gabriel": what names of places begin with, and hardly those of people. */
static bool place_opening(const NgFeatures *f)
{
  return f->begins_as_place && f->n <= 3 && !f->after_title && !f->has_org_head;
}

static bool called_area(const NgFeatures *f)
{
  const guint32 other = NG_LEX_FIRST_NAME | NG_LEX_DEMONYM | NG_LEX_COMMON | NG_LEX_ORG_HEAD | NG_LEX_ORGANISATION;
  return f->beside_area && f->n <= 2 && !f->after_title && !f->acronym && !(f->first & other);
}

static bool is_unlikely_company(guint32 known)
{
  return known & (NG_LEX_PLACE | NG_LEX_FIRST_NAME | NG_LEX_DEMONYM | NG_LEX_TITLE | NG_LEX_KNOWN_PERSON);
}

static bool called_company(const NgFeatures *f)
{
  return f->after_company_word && f->n <= 3 && !f->after_title && !is_unlikely_company(f->first);
}

static bool has_company_things(const NgFeatures *f)
{
  bool place_and_more = f->n == 2 && is_place(f->first) && !(f->first & NG_LEX_FIRST_NAME) &&
                        !is_unlikely_company(f->last) &&
                        !(f->last & (NG_LEX_NAME_PART | NG_LEX_COMMON)); /* "Cambridge Analytica" */
  if ((f->before_company_word || f->of_company || f->is_which) && place_and_more && !f->after_title)
    return true;
  return (f->before_company_word || f->of_company) && f->n <= 2 && !f->after_title && !is_unlikely_company(f->first) &&
         !(lone(f) && f->first & NG_LEX_COMMON && f->begins_sentence) &&
         !(f->all_common && f->n > 1 &&
           (f->n > 2 || f->begins_sentence || !f->owns)); /* "International Paper's chairman" */
}

/* "Zquob Foods <ABC>". */
static bool is_listed(const NgFeatures *f)
{
  return f->before_sign && f->n <= 4 && !f->after_title;
}

/* "Zquob analyst Peter Hall"; but "Paris mayor", "Peter Bell biographer". */
static bool employs(const NgFeatures *f)
{
  const guint32 person = NG_LEX_FIRST_NAME | NG_LEX_NAME_PART;
  return f->employs && f->n <= 3 && !f->after_title && !is_unlikely_company(f->first) &&
         !(lone(f) && f->first & person) && !(f->begins_sentence && f->first & NG_LEX_COMMON);
}

static bool speaks_of_it(const NgFeatures *f)
{
  return f->speaks_of_it && f->n <= 3 && !f->after_title && !is_unlikely_company(f->first) && !f->all_common;
}

/* "Johnson & Johnson". */
static bool ampersand(const NgFeatures *f)
{
  return f->has_ampersand && f->n == 3 && !f->after_title;
}

/* "Air France", "Euronext Brussels", "Pirelli Cables": nobody's first name, and a place or an ordinary word for a surname. */
static bool of_business(const NgFeatures *f)
{
  if (f->first & NG_LEX_ORGANISATION && f->n > f->lead && f->n <= 4 && !f->after_title &&
      !(f->last & NG_LEX_NAME_PART && !(f->last & NG_LEX_COMMON)))
    return true; /* "Boeing Commercial Airplanes" */
  const guint32 end = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE | NG_LEX_COMMON, other = NG_LEX_NAME_PART | NG_LEX_PLACE_HEAD;
  return f->n >= 2 && f->n <= 3 && f->last & end && !(f->last & other) && !f->after_title && !f->all_common &&
         !(f->first & (NG_LEX_FIRST_NAME | NG_LEX_KNOWN_PERSON)) && !f->initial;
}

static bool place_word(const NgFeatures *f)
{
  return f->n > 1 && f->last & NG_LEX_PLACE_HEAD && !(f->last & (NG_LEX_CITY_LARGE | NG_LEX_COUNTRY));
}

static bool first_name(const NgFeatures *f)
{
  bool common_end = f->last & NG_LEX_COMMON && !(f->last & NG_LEX_NAME_PART);
  return f->n >= 2 && f->capitals <= 4 && f->first & (NG_LEX_FIRST_NAME | NG_LEX_KNOWN_PERSON) && !common_end &&
         !f->last_is_short_acronym;
}

static bool vessel_or_storm(const NgFeatures *f)
{
  return f->vessel && !f->has_org_head && f->n <= 4;
}

static bool agency(const NgFeatures *f)
{
  return f->agency && f->n <= 3 && !is_place(f->first);
}

/* "Unseeded Nigerian": a word that nobody knows, with a capital because it begins a sentence. */
static bool before_people(const NgFeatures *f)
{
  return f->n == 2 && f->begins_sentence && !f->first && f->last & NG_LEX_DEMONYM && !(f->last & NG_LEX_NAME_PART);
}

static bool nickname_inside(const NgFeatures *f)
{
  return f->has_nickname;
}

static bool name_parts(const NgFeatures *f)
{
  const guint32 town = NG_LEX_KNOWN_PLACE | NG_LEX_CITY, name = NG_LEX_FIRST_NAME | NG_LEX_NAME_PART;
  if (f->n == 2 && (f->first & town) == town && !(f->first & NG_LEX_FIRST_NAME) && !(f->last & name))
    return false; /* "Cambridge Analytica" */
  bool end = f->last & NG_LEX_NAME_PART || !(f->last & (NG_LEX_COMMON | NG_LEX_ORG_HEAD | NG_LEX_PLACE_HEAD));
  return f->n >= 2 && f->capitals <= 4 && is_person_word(f->first) && end && !f->after_the && !f->last_is_short_acronym;
}

static bool initial(const NgFeatures *f)
{
  return f->n >= 2 && f->n <= 3 && f->initial && !(f->last & NG_LEX_ORG_HEAD);
}

static bool large_city(const NgFeatures *f)
{
  return lone(f) && f->first & NG_LEX_CITY_LARGE && (!(f->first & NG_LEX_NAME_PART) || f->after_place_word);
}

/* "Denver", as long as nobody is called so. */
static bool named_like_a_city(const NgFeatures *f)
{
  return lone(f) && f->first & NG_LEX_CITY_LARGE && !f->before_speech;
}

/* "a UAV," is a thing. */
static bool thing(const NgFeatures *f)
{
  return lone(f) && f->acronym && f->one_of_many;
}

static bool acronym(const NgFeatures *f)
{
  return lone(f) && f->acronym;
}

static bool small_place(const NgFeatures *f)
{
  bool other = f->first & (NG_LEX_NAME_PART | NG_LEX_FIRST_NAME | NG_LEX_COMMON);
  bool known = f->first & (NG_LEX_REGION | NG_LEX_KNOWN_PLACE) && !other;
  return lone(f) && ((f->first & NG_LEX_PLACE && f->after_place_word) || known);
}

/* "LibreOffice" is made or sold; "an economist at Harvard" works there. */
static bool made_or_staffed(const NgFeatures *f)
{
  const guint32 other = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE | NG_LEX_FIRST_NAME | NG_LEX_COMMON;
  return lone(f) && !f->after_title &&
         (f->works_there ? !(f->first & other) : f->camel && !(f->first & (other | NG_LEX_NAME_PART | NG_LEX_PLACE)));
}

/* "Verizon, which": nobody is told of so. */
static bool told_as_thing(const NgFeatures *f)
{
  return lone(f) && f->is_which && !is_unlikely_company(f->first) && !(f->first & (NG_LEX_COMMON | NG_LEX_NAME_PART)) &&
         !f->after_the && !f->plural;
}

static bool lone_speaker(const NgFeatures *f)
{
  return lone(f) && f->before_speech && !f->after_in && !(f->first & NG_LEX_COMMON);
}

static bool lone_where(const NgFeatures *f)
{
  return lone(f) && f->after_in && !(f->first & (NG_LEX_COMMON | NG_LEX_FIRST_NAME));
}

/* "Hanover": known by itself and as a town, and nobody's first name. */
static bool known_town(const NgFeatures *f)
{
  const guint32 town = NG_LEX_CITY | NG_LEX_KNOWN_PLACE, other = NG_LEX_FIRST_NAME | NG_LEX_COMMON;
  return lone(f) && (f->first & town) == town && !(f->first & other);
}

static bool lone_name(const NgFeatures *f)
{
  const guint32 other = NG_LEX_COMMON | NG_LEX_HEAD;
  return lone(f) && f->first & (NG_LEX_FIRST_NAME | NG_LEX_NAME_PART) && !(f->first & other);
}

/* ---- results, events, and what is left ---- */

static bool no_name(const NgFeatures *f)
{
  return f->has_compound || f->letter || (lone(f) && f->has_digit);
}

static bool event_word(const NgFeatures *f)
{
  const guint32 surname = NG_LEX_EVENT_HEAD | NG_LEX_NAME_PART; /* "Nathan Law" */
  bool person = f->n == 2 && f->first & NG_LEX_FIRST_NAME && (f->last & surname) == surname && !f->after_the;
  bool body = f->last & NG_LEX_ORG_HEAD && !(f->last & NG_LEX_EVENT_HEAD); /* "National War College" */
  return f->has_event_head && f->n > 1 && !f->after_title && !person && !body;
}

static bool of_country(const NgFeatures *f)
{
  return f->before_country && f->n <= 4;
}

static bool result(const NgFeatures *f)
{
  return f->before_number && f->n <= 3 && !f->initial;
}

static bool nickname(const NgFeatures *f)
{
  return lone(f) && f->after_the && f->plural && !f->begins_sentence && f->first & NG_LEX_COMMON;
}

static bool lone_capital(const NgFeatures *f)
{
  return lone(f);
}

static bool of_place(const NgFeatures *f)
{
  return f->first & NG_LEX_PLACE || f->has_capitals || f->has_ampersand || f->after_the;
}

static bool two_or_three(const NgFeatures *f)
{
  return f->n <= 3 && !(f->first & NG_LEX_COMMON && f->last & NG_LEX_COMMON);
}

static bool common_words(const NgFeatures *f)
{
  return f->all_common;
}

static bool speakers(const NgFeatures *f)
{
  return f->n > 1 && f->before_speech;
}

static bool name_at_the_end(const NgFeatures *f)
{
  return f->n >= 2 && f->n <= 3 && f->last & NG_LEX_NAME_PART && !(f->last & NG_LEX_COMMON);
}

static bool any(const NgFeatures *f)
{
  (void)f;
  return true;
}

static const struct {
  bool (*fits)(const NgFeatures *f);
  NgVerdict verdict;
} rules[] = {
    {no_name, {NG_NAME_NONE, 0, "no name"}},
    {vessel_or_storm, {NG_NAME_NONE, 3, "a ship or a storm"}},
    {before_people, {NG_NAME_NONE, 1, "what a people is called"}},
    {agency, {NG_NAME_ORGANISATION, 3, "who sends the story"}},
    {after_title, {NG_NAME_PERSON, 4, "after a title"}},
    {event_word, {NG_NAME_NONE, 1, "an event's word in it"}},
    {place_of_organisations, {NG_NAME_PLACE, 3, "a place's word at its end"}},
    {region, {NG_NAME_PLACE, 3, "a known place"}},
    {is_listed, {NG_NAME_ORGANISATION, 3, "listed on an exchange"}},
    {organisation_word, {NG_NAME_ORGANISATION, 3, "an organisation's word in it"}},
    {country, {NG_NAME_PLACE, 4, "a country"}},
    {known_organisation, {NG_NAME_ORGANISATION, 3, "a known organisation"}},
    {whole_phrase_place, {NG_NAME_PLACE, 3, "a known place"}},
    {address, {NG_NAME_PLACE, 3, "an address"}},
    {of_country, {NG_NAME_PERSON, 3, "with a country behind it"}},
    {only_place_word, {NG_NAME_PLACE, 2, "a place's word at its end"}},
    {part_of_place, {NG_NAME_PLACE, 2, "a part of a place"}},
    {place_opening, {NG_NAME_PLACE, 2, "begins as places do"}},
    {called_area, {NG_NAME_PLACE, 2, "called a town or the like"}},
    {called_company, {NG_NAME_ORGANISATION, 2, "called a company or the like"}},
    {has_company_things, {NG_NAME_ORGANISATION, 2, "has shares or the like"}},
    {employs, {NG_NAME_ORGANISATION, 2, "whose people are told of"}},
    {speaks_of_it, {NG_NAME_ORGANISATION, 2, "speaks of itself as it"}},
    {ampersand, {NG_NAME_ORGANISATION, 2, "two names with an ampersand"}},
    {nickname_inside, {NG_NAME_PERSON, 3, "a nickname inside"}},
    {first_name, {NG_NAME_PERSON, 3, "begins with a first name"}},
    {administration, {NG_NAME_PERSON, 2, "whose administration it is"}},
    {result, {NG_NAME_ORGANISATION, 3, "a team in a line of results"}},
    {known_place, {NG_NAME_PLACE, 3, "a known place"}},
    {place_word, {NG_NAME_PLACE, 2, "a place's word at its end"}},
    {of_business, {NG_NAME_ORGANISATION, 1, "no person's surname"}},
    {name_parts, {NG_NAME_PERSON, 2, "parts of people's names"}},
    {initial, {NG_NAME_PERSON, 2, "begins with an initial"}},
    {large_city, {NG_NAME_PLACE, 3, "a large city"}},
    {named_like_a_city, {NG_NAME_PLACE, 1, "a large city"}},
    {thing, {NG_NAME_NONE, 4, "one of many"}},
    {acronym, {NG_NAME_ORGANISATION, 2, "capitals only"}},
    {made_or_staffed, {NG_NAME_ORGANISATION, 2, "a workplace, or a brand"}},
    {small_place, {NG_NAME_PLACE, 2, "a known place"}},
    {told_as_thing, {NG_NAME_ORGANISATION, 2, "told as a thing"}},
    {lone_speaker, {NG_NAME_PERSON, 1, "speaks"}},
    {lone_where, {NG_NAME_PLACE, 1, "after a word of place"}},
    {known_town, {NG_NAME_PLACE, 0, "a known town"}},
    {lone_name, {NG_NAME_PERSON, 0, "a part of people's names"}},
    {nickname, {NG_NAME_ORGANISATION, 1, "a nickname of many"}},
    {common_words, {NG_NAME_NONE, 0, "common words"}},
    {lone_capital, {NG_NAME_NONE, 0, "a capital"}},
    {speakers, {NG_NAME_PERSON, 1, "speaks"}},
    {name_at_the_end, {NG_NAME_PERSON, 1, "ends with a part of people's names"}},
    {of_place, {NG_NAME_ORGANISATION, 1, "begins with a place"}},
    {two_or_three, {NG_NAME_PERSON, 1, "two or three capitals"}},
    {any, {NG_NAME_ORGANISATION, 0, "capitals"}},
};

/* Roughly how often verdicts of each degree are right in news that people have marked. */
uint8_t ng_names_confidence(int sure)
{
  static const uint8_t per_cent[] = {45, 60, 75, 85, 95};
  return per_cent[CLAMP(sure, 0, 4)];
}

NgVerdict ng_names_score(const NgFeatures *features)
{
  gsize i = 0;
  while (!rules[i].fits(features))
    i++;
  return rules[i].verdict;
}
