/* Where a candidate ends: runs of capitalised words, and the small ones that join them. */
#include "annotate/names_private.h"

#include <string.h>

static const char *const particles[] = {"de",  "von", "van",   "bin",   "al",    "da",   "di",   "del",  "der",
                                        "den", "la",  "le",    "ibn",   "dos",   "du",   "bint", "el",   "ter",
                                        "zu",  "zum", "zur",   "af",    "av",    "das",  "e",    "arap", "y",
                                        "ap",  "do",  "della", "dello", "degli", "ould", "vom",  NULL};
static const char *const given_particles[] = {"ten", "ben", "bar", NULL}; /* behind a given name only */
static const char *const second_particles[] = {"de", "der", "den", "dem", "la", "las", "los", NULL};

static const char *const kin[] = {"Co",       "Co.",      "Company",   "Sons", "Associates",
                                  "Partners", "Brothers", "Daughters", NULL};
static const char *const forms[] = {"Inc", "Inc.", "Corp", "Corp.", "Co",  "Co.",
                                    "Ltd", "Ltd.", "Plc",  "PLC",   "LLC", NULL};

/* "People's Army", "Women's Federation": those whom it is for are no name by themselves. */
static bool is_owner(const NgToken *t)
{
  const guint32 name = NG_LEX_PLACE | NG_LEX_ORGANISATION | NG_LEX_ORG_HEAD | NG_LEX_FIRST_NAME | NG_LEX_TITLE;
  return t->flags & NG_TOKEN_CAPITAL && t->known & NG_LEX_COMMON && !(t->known & name);
}

bool ng_names_is_article_name(const NgNamesFind *f, gsize i)
{
  const NgToken *t = &f->t[i];
  const char *p = f->text + t->start;
  bool article = t->flags & NG_TOKEN_HYPHEN && t->end - t->start > 4 && (p[0] == 'a' || p[0] == 'e') && p[2] == '-';
  return article && g_ascii_isupper(p[3]);
}

/* "d'Estaing": a token of small beginning has a capital only behind an apostrophe. */
static bool is_elided_name(const NgNamesFind *f, gsize i)
{
  const char *p = f->text + f->t[i].start;
  return f->t[i].end - f->t[i].start > 3 && (p[0] == 'd' || p[0] == 'l') && (p[1] == '\'' || p[1] == '\xE2');
}

bool ng_names_is_company_form(const NgNamesFind *f, gsize i)
{
  return ng_names_is_one_of(f, i, forms);
}

bool ng_names_is_particle(const NgNamesFind *f, gsize i)
{
  return ng_names_is_one_of(f, i, particles);
}

static bool is_plain(const NgToken *t)
{
  const guint32 name =
      NG_LEX_PLACE | NG_LEX_ORGANISATION | NG_LEX_FIRST_NAME | NG_LEX_TITLE | NG_LEX_DATE | NG_LEX_DEMONYM;
  return t->flags & NG_TOKEN_CAPITAL && t->known & NG_LEX_COMMON && !(t->known & name);
}

/* "Agriculture and Food Ministry": ordinary words on both sides of the "and" at `i`, and an organisation's word soon behind it. */
static bool is_half(const NgNamesFind *f, gsize start, gsize i, gsize next)
{
  if (!is_plain(&f->t[i - 1]) || f->t[i - 1].known & NG_LEX_ORG_HEAD || f->t[start].flags & NG_TOKEN_FIRST)
    return false;
  for (gsize k = next; k < next + 3 && ng_names_same_sentence(f, start, k) && ng_names_is_capital(f, k); k++) {
    if (k > next && f->t[k].known & NG_LEX_ORG_HEAD)
      return true;
    if (!is_plain(&f->t[k]))
      return false;
  }
  return false;
}

/* The quotation mark at `i` opens what somebody is called between first name and surname: Peter "Pit" Hall. */
static bool is_nickname(const NgNamesFind *f, gsize start, gsize i)
{
  const NgToken *first = &f->t[i - 1];
  return !(f->t[i].flags & NG_TOKEN_WORD) && ng_names_same_sentence(f, start, i + 3) && ng_names_is_quote(f, i) &&
         ng_names_is_quote(f, i + 2) && ng_names_is_capital(f, i + 1) && ng_names_is_capital(f, i + 3) &&
         (first->known & NG_LEX_FIRST_NAME || !(first->known & ~(guint32)NG_LEX_NAME_PART)) &&
         f->t[i].end == f->t[i + 1].start && f->t[i + 1].end == f->t[i + 2].start;
}

/* The token after a word that joins two capitalised ones ("Bank of England", "Ludwig van Beethoven"); 0 where there is none. `org`: 1 if the run has an
 * organisation's word, 2 if that is followed by "of". */
static gsize joined(const NgNamesFind *f, gsize start, gsize i, int *org)
{
  gsize next = i + 1;
  if (!ng_names_same_sentence(f, start, next))
    return 0;
  if (is_nickname(f, start, i))
    return i + 4;
  bool capital = ng_names_is_capital(f, next);
  bool second = ng_names_same_sentence(f, start, next + 1) && ng_names_is_capital(f, next + 1),
       the = second && ng_names_is_word(f, next, "the");
  bool of = *org && ng_names_is_word(f, i, "of");
  if (of && ng_names_is_company_form(f, i - 1) && f->t[next].known & NG_LEX_PLACE)
    return 0; /* "Waste Disposal Co. of Randolph" lies there */
  if (!*org && (capital || the) && ng_names_is_word(f, i, "of") && ng_names_has(f, i - 1, &f->words.wholes))
    return capital ? next + 1 : next + 2; /* "Bay of Bengal" */
  if (of && (capital || the)) {
    *org = 2;
    return capital ? next + 1 : next + 2;
  }
  if (ng_names_is_word(f, i, "for") && *org && the)
    return next + 2;
  const NgToken *behind = &f->t[next];
  bool matter = capital && behind->known & NG_LEX_COMMON &&
                !(behind->known & (NG_LEX_DATE | NG_LEX_TITLE | NG_LEX_FIRST_NAME)) &&
                !ng_names_is_word(f, next, "The");
  bool joins = ng_names_is_word(f, i, "on") || (second && ng_names_is_word(f, i, "for"));
  if (matter && joins && f->t[i - 1].known & NG_LEX_ORG_HEAD) {
    *org = 2; /* "Council on Foreign Relations", "Institute for Near East Policy" */
    return next + 1;
  }
  if (capital && ng_names_is_possessive(f, i) && is_owner(&f->t[i - 1]) && f->t[next].known & NG_LEX_ORG_HEAD) {
    *org = MAX(*org, 1);
    return next + 1;
  }
  bool ampersand = ng_names_is_word(f, i, "&");
  if (ampersand && capital && !*org && i > start + 1 && f->t[start].known & f->t[next].known & NG_LEX_FIRST_NAME)
    return 0; /* "Peter Hall & Mary Bell" are two */
  if (capital && ng_names_is_word(f, i, "and") && ng_names_is_one_of(f, next, kin)) {
    *org = MAX(*org, 1); /* "J. S. Winningham and Co." */
    return next + 1;
  }
  if (capital && ng_names_is_word(f, i, "and") && is_half(f, start, i, next)) {
    *org = MAX(*org, 1);
    return next + 1;
  }
  if (capital && (ampersand || (ng_names_is_word(f, i, "and") && *org == 2) || (ng_names_is_word(f, i, "for") && *org)))
    return !ampersand && f->t[next].known & NG_LEX_PLACE ? 0 : next + 1;
  if (capital && (ng_names_is_particle(f, i) ||
                  (f->t[i - 1].known & NG_LEX_FIRST_NAME && ng_names_is_one_of(f, i, given_particles))))
    return next + 1;
  if (second && ng_names_is_particle(f, i) && ng_names_is_one_of(f, next, second_particles))
    return next + 2;
  if (is_elided_name(f, i) && !(f->t[i - 1].known & NG_LEX_COMMON && !(f->t[i - 1].known & NG_LEX_FIRST_NAME)))
    return next;
  if (ng_names_is_article_name(f, i) && f->t[i - 1].known & (NG_LEX_FIRST_NAME | NG_LEX_NAME_PART))
    return next;
  return 0;
}

bool ng_names_is_headline_word(const NgNamesFind *f, gsize i)
{
  const guint32 name = NG_LEX_COUNTRY | NG_LEX_CITY_LARGE | NG_LEX_ORGANISATION | NG_LEX_FIRST_NAME | NG_LEX_TITLE |
                       NG_LEX_DATE | NG_LEX_DEMONYM | NG_LEX_HEAD;
  const NgToken *t = &f->t[i];
  bool surname = t->known & NG_LEX_NAME_PART && i > 0 && t[-1].known & NG_LEX_FIRST_NAME; /* "Nicholas Burns" */
  return t->flags & NG_TOKEN_CAPITAL && t->known & NG_LEX_COMMON && !(t->known & name) && t->phrase < 2 && !surname;
}

bool ng_names_is_headline(const NgNamesFind *f, gsize i)
{
  guint words = 0, plain = 0;
  for (gsize k = i; k < i + 30 && ng_names_same_sentence(f, i, k); k++) {
    const NgToken *t = &f->t[k];
    bool word = t->flags & NG_TOKEN_WORD && t->flags & NG_TOKEN_SMALL;
    if (t->flags & NG_TOKEN_LOUD || (word && !(t->flags & NG_TOKEN_CAPITAL) && t->end - t->start > 4))
      return false;
    words += word;
    plain += !(t->flags & NG_TOKEN_FIRST) && ng_names_is_headline_word(f, k);
  }
  return plain >= 3 && plain * 2 >= words;
}

gsize ng_names_run_end(const NgNamesFind *f, gsize start, int *org)
{
  gsize i = start + MAX(f->t[start].phrase, 1);
  *org = (f->t[start].known & NG_LEX_ORG_HEAD) != 0;
  if (f->t[start].known & NG_LEX_ORGANISATION) /* "Democratic Party of Korea" */
    *org |= (f->t[i - 1].known & NG_LEX_ORG_HEAD) != 0;
  while (i < f->n && ng_names_same_sentence(f, start, i)) {
    const NgToken *t = &f->t[i];
    if ((t->flags & NG_TOKEN_CAPITAL) && !(t->known & NG_LEX_DATE && !(t->known & NG_LEX_ORG_HEAD)) &&
        !(t->known & NG_LEX_OTHER) && !(t->sentence == f->headline && ng_names_is_headline_word(f, i))) {
      bool title = t->known & NG_LEX_TITLE && !(t->known & (NG_LEX_ORG_HEAD | NG_LEX_FIRST_NAME));
      *org = title ? 0 : *org | ((t->known & NG_LEX_ORG_HEAD) != 0); /* behind a title is who has it */
      i += ng_names_is_long_title(t) ? t->phrase : 1;
      continue;
    }
    gsize next = joined(f, start, i, org);
    if (!next)
      break;
    i = next;
  }
  return i;
}
