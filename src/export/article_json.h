/* The objects of the public JSON, for the whole article and for tables of parts of it. Private to this folder. */
#ifndef NG_ARTICLE_JSON_H
#define NG_ARTICLE_JSON_H

#include "export/code_points.h"
#include "export/json_writer.h"
#include "model/model.h"

typedef struct {
  NgJson json;
  const NgArticle *article;
  const NgEntity *entities;
  const NgMention *mentions;
  NgCodePoints points;
} NgArticleJson;

NgArticleJson ng_article_json(const NgArticle *article, FILE *out);
void ng_article_json_clear(NgArticleJson *writer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(NgArticleJson, ng_article_json_clear)

/* "source" and its value: the path as given, made valid UTF-8. */
void ng_article_json_source(NgArticleJson *writer);

/* The members of an object for one entity, one relation, one co-mention; the caller opens and closes the object. */
void ng_article_json_entity(NgArticleJson *writer, uint32_t entity);
void ng_article_json_relation(NgArticleJson *writer, const NgRelation *relation);
void ng_article_json_co_mention(NgArticleJson *writer, const NgCoMention *pair, const NgRange *evidence);

#endif
