/* Words for what people are: "minister", "ambassador", "analyst". */
#ifndef NG_ROLE_WORDS_H
#define NG_ROLE_WORDS_H

#include "model/model.h"

enum {
  NG_ROLE_WORD = 1 << 0,     /* names what somebody is */
  NG_ROLE_TITLE = 1 << 1,    /* stands before names, and is no name itself */
  NG_ROLE_OFFICIAL = 1 << 2, /* may be called an official */
  NG_ROLE_DIPLOMAT = 1 << 3, /* may be called a diplomat */
  NG_ROLE_LEADER = 1 << 4    /* may be called a leader */
};

/* NG_ROLE_* of a word, in whatever letters; 0 for any other. */
guint ng_role_words_of(const char *word, gsize bytes);

/* Whether a folded word is a title or an address ("mr.", "president"). */
bool ng_role_words_is_title(const char *folded);

/* Whether it says more of a role: "former", "deputy", "foreign". */
bool ng_role_words_is_modifier(const char *word, gsize bytes);

/* The first of the role's words that names what somebody is, as kinds (a foreign minister is a diplomat as well); 0 if it has none. The word's start goes
 * to `head`, its bytes to `head_bytes`. */
guint ng_role_words_head(const char *role, gsize bytes, const char **head, gsize *head_bytes);

/* Whether two words are of one country, or its people: "Chinese" and "China", "US" and "American". */
bool ng_role_words_same_country(const char *a, gsize a_bytes, const char *b, gsize b_bytes);

#endif
