/* What is said of homes: "his native Ohio", "Hall's hometown of Reno, Nev.", "Reno, Hall's hometown", "her Ohio home". */
#include "annotate/relation_find.h"

/* Whose it is that begins at the unit, behind "his" or "Hall's". */
static guint owner_before(const NgSentence *s, guint i)
{
  if (i > 0 && ng_unit_is_among(s, i - 1, "his her"))
    return ng_unit_only_before(s, i - 1, NG_END_PERSON);
  bool owned = i > 1 && ng_unit_is(s, i - 1, NG_WORD_POSSESSIVE) && ng_unit_end(s, i - 2) == NG_END_PERSON;
  return owned ? i - 2 : NG_NO_UNIT;
}

static void put(NgFind *f, guint person, guint place)
{
  const NgSaid pattern = {.kind = "live",
                          .label = "is from",
                          .rule = "a home",
                          .confidence_percent = 75,
                          .directed = true,
                          .place = NG_NO_UNIT};
  ng_find_put(f, person, place, &pattern);
  guint wide = ng_address_at(f->s, place);
  if (wide != NG_NO_UNIT)
    ng_find_put(f, person, wide, &pattern);
}

/* Where "hometown" or "home state" begins that ends before the unit; NG_NO_UNIT. */
static guint home_before(const NgSentence *s, guint i)
{
  if (i > 1 && ng_unit_is_word(s, i - 1, "state") && ng_unit_is_word(s, i - 2, "home"))
    return i - 2;
  return i > 0 && ng_unit_is_among(s, i - 1, "hometown birthplace") ? i - 1 : NG_NO_UNIT;
}

/* Whose home the place at the unit is. */
static guint whose_home(const NgSentence *s, guint i)
{
  if (ng_unit_is_among(s, i + 1, "hometown home house apartment residence"))
    return owner_before(s, i);
  if (i == 0)
    return NG_NO_UNIT;
  if (ng_unit_is_word(s, i - 1, "native"))
    return owner_before(s, i - 1);
  bool linked = ng_unit_is(s, i - 1, NG_WORD_COMMA) || ng_unit_is_among(s, i - 1, "of in");
  guint home = linked ? home_before(s, i - 1) : NG_NO_UNIT;
  return home != NG_NO_UNIT && ng_unit_is_head(s, i) ? owner_before(s, home) : NG_NO_UNIT;
}

/* "Reno, Nev., Hall's hometown". */
static guint whose_hometown_behind(const NgSentence *s, guint i)
{
  if (!ng_unit_is(s, i + 1, NG_WORD_COMMA))
    return NG_NO_UNIT;
  guint wide = ng_address_at(s, i), comma = (wide == NG_NO_UNIT ? i : wide) + 1, owner = comma + 1;
  bool owned = ng_unit_is(s, comma, NG_WORD_COMMA) && ng_unit_end(s, owner) == NG_END_PERSON &&
               ng_unit_is(s, owner + 1, NG_WORD_POSSESSIVE);
  return owned && home_before(s, owner + 3) == owner + 2 ? owner : NG_NO_UNIT;
}

void ng_find_by_home(NgFind *f, guint place)
{
  guint person = whose_home(f->s, place);
  if (person == NG_NO_UNIT)
    person = whose_hometown_behind(f->s, place);
  if (person != NG_NO_UNIT)
    put(f, person, place);
}
