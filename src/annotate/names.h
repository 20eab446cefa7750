/* Names in a text: candidates by their capitals and the lexicon, each scored by the rule that fits, then again by what the rest of the text says of it. */
#ifndef NG_NAMES_H
#define NG_NAMES_H

#include "annotate/tokens.h"

/* What a candidate looks like: all that a scorer gets to see. Flags are NG_LEX_* of tokens. */
typedef struct {
  guint n;             /* tokens */
  guint capitals;      /* of them with a capital: "Ludwig van Beethoven" has 2 */
  guint lead;          /* tokens of the known phrase at its beginning, at least 1 */
  guint32 first, last; /* of the first and the last token */
  bool known_phrase;   /* the phrase at its beginning has several tokens */
  bool addressed;      /* "Mr." or the like stands before it, as before no place */
  bool after_title;    /* a title or a demonym with a title stands before it */
  bool has_org_head;
  bool acronym; /* one token in capitals, two to six of them */
  bool initial; /* begins with an initial: "J." */
  bool last_is_short_acronym;
  bool all_common; /* every word is one that is also spelled small */
  bool begins_sentence;
  bool after_the;
  bool plural; /* its last word ends with s */
  bool has_event_head, has_capitals, has_ampersand, has_digit, has_compound;
  bool before_number;              /* in a line of results, which has hardly a small word: "Wigan 4 Chester 2" */
  bool before_country;             /* "Hill (Australia)" */
  bool before_state, state;        /* "Hartford, Conn."; the "Conn." */
  bool before_speech;              /* "said" or the like stands beside it */
  bool before_administration;      /* "the Bush and Obama administrations" */
  bool after_company_word;         /* "the search company Mozilla" */
  bool before_company_word;        /* "Yahoo shareholders", "Yahoo's chief executive" */
  bool of_company;                 /* "a stake in Verizon" */
  bool agency;                     /* "(Zquob) -" in a dateline */
  bool vessel;                     /* "USS Hopper", "Hurricane Mary" */
  bool has_nickname;               /* Peter "Pit" Hall */
  bool before_sign;                /* "Zquob Foods <ABC>" */
  bool letter;                     /* is one, without a full stop */
  bool employs;                    /* "Zquob analyst Peter Hall" */
  bool is_which;                   /* "Verizon, which", "Verizon delivered its" */
  bool owns;                       /* has 's behind it */
  bool place_of;                   /* "Bay of Bengal" */
  bool ends_as_venue;              /* "Kennedy Space Center" */
  bool camel;                      /* "LibreOffice" */
  bool works_there;                /* "an economist at Harvard" */
  bool speaks_of_it;               /* "Boeing said it" */
  bool one_of_many;                /* "a UAV" */
  bool beside_area;                /* "Idlib province", "the town of Sarmada" */
  bool begins_with_direction;      /* "South Taranaki" */
  bool begins_as_quarter;          /* "Old Goa" */
  bool begins_as_place;            /* "Lake Placid" */
  bool ends_as_place;              /* "Stewart Island" */
  bool after_place_word, after_in; /* "in", "at", "from", "to", "near"; "in", "at" or "near" alone */
} NgFeatures;

typedef enum { NG_NAME_NONE, NG_NAME_PERSON, NG_NAME_PLACE, NG_NAME_ORGANISATION } NgNameKind;

/* Out of features a kind, how sure it is (0: a guess, 4: certain), and the name of the rule. */
typedef struct {
  NgNameKind kind;
  int sure;
  const char *rule; /* static */
} NgVerdict;

/* Per cent of how sure a verdict is. */
uint8_t ng_names_confidence(int sure);

NgVerdict ng_names_score(const NgFeatures *features);

typedef struct {
  uint32_t first, end; /* tokens */
  NgVerdict verdict;
} NgName;

/* Appends the names among the tokens (looked up) to `names`, a GArray of NgName, in text order, none within another. */
void ng_names_find(GArray *names, const NgToken *tokens, gsize n, const char *text);

/* Goes over them again with what the whole text says: what is named clearly once is of that kind everywhere. Adds words that are named clearly elsewhere. */
void ng_names_agree(GArray *names, const NgToken *tokens, gsize n);

#endif
