/* Where an entity lies: what the atlas says; before there is one, what the mark-up does. */
#ifndef NG_WHERE_H
#define NG_WHERE_H

#include "atlas/atlas.h"

typedef struct {
  const char *country;  /* NULL where it is not known, or is the name itself. Borrowed from the article or the atlas */
  char code[3];         /* of the country, by ISO 3166-1; "" where it is not known */
  NgDegrees at;         /* NAN where it is no point, or nowhere */
  NgAtlasSource source; /* NG_ATLAS_NOWHERE too where there is no atlas to ask */
} NgWhere;

/* `atlas` is that of the article alone, or NULL. */
NgWhere ng_where(const NgArticle *article, const NgAtlas *atlas, uint32_t entity);

/* The entity's place in that atlas; NULL if it is none, or there is no atlas. */
const NgAtlasPlace *ng_where_in(const NgAtlas *atlas, uint32_t entity);

#endif
