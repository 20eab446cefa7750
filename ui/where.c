#include "ui/where.h"

#include <math.h>
#include <string.h>

const NgAtlasPlace *ng_where_in(const NgAtlas *atlas, uint32_t entity)
{
  uint32_t n, i = atlas ? ng_atlas_find(atlas, 0, entity) : NG_NONE;
  return i == NG_NONE ? NULL : &ng_atlas_places(atlas, &n)[i];
}

NgWhere ng_where(const NgArticle *article, const NgAtlas *atlas, uint32_t entity)
{
  uint32_t n;
  const NgEntity *e = &ng_article_entities(article, &n)[entity];
  const NgAtlasPlace *place = ng_where_in(atlas, entity);
  const char *code = e->country_code;
  NgWhere where = {e->country, "", {e->lat_deg, e->lon_deg}, NG_ATLAS_MARKUP};
  if (place)
    where = (NgWhere){place->country, "", {place->lat_deg, place->lon_deg}, place->source};
  if (place && place->chosen != NG_NONE && !e->country)
    code = place->candidates[place->chosen].place.country_code;
  if (!ng_degrees_valid(where.at)) {
    where.at = (NgDegrees){NAN, NAN};
    where.source = place ? place->source : NG_ATLAS_NOWHERE;
  }
  if (where.country && strcmp(where.country, e->name) == 0)
    where.country = NULL;
  if (where.country)
    g_strlcpy(where.code, code, sizeof where.code);
  return where;
}
