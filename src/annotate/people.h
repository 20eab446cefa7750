/* Who is who among the names of people in one text: which full names are one person's, and whose a short one may be.
 *
 * Names are added once each, then settled, then asked. Linear in the number of names: where very many share a last word, only the first ones are
 * compared with each other. */
#ifndef NG_PEOPLE_H
#define NG_PEOPLE_H

#include "model/model.h"

typedef struct _NgPeople NgPeople;

NgPeople *ng_people_new(void);
void ng_people_free(NgPeople *people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgPeople, ng_people_free)

/* A name as it is folded, one that was not added before; returns its number, from 0. Titles at its beginning ("administrator bolden") are no part of it. */
uint32_t ng_people_add(NgPeople *people, const char *folded);

/* After the last name. */
void ng_people_settle(NgPeople *people);

/* The number of the name that stands for the person: one with the most words. Its own, for a name that is nobody's else. */
uint32_t ng_people_person(const NgPeople *people, uint32_t name);

/* Whether it has but one word, titles apart. */
bool ng_people_is_short(const NgPeople *people, uint32_t name);

/* The persons of whose full names a short one is the last word, or else the first, or else nearly the last; NULL if there is none. Numbers (uint32_t),
 * each once, at most NG_PEOPLE_BEARERS. */
#define NG_PEOPLE_BEARERS 8u
const GArray *ng_people_bearers(const NgPeople *people, uint32_t name);

#endif
