/* Articles for tests of the graph, written as their relations. */
#ifndef EGO_ARTICLE_H
#define EGO_ARTICLE_H

#include "graph/graph.h"
#include "model/model.h"

/* One line is one sentence of one paragraph:
 *
 *   Ann > met > Bob            a directed relation that the sentence says
 *   Ann > met > Bob * 3        said by three such sentences
 *   Ann > met > Bob * 0        said by none
 *   Ann - met - Bob            a mutual one
 *   Ann > visits > @Oslo ! planned   with a status
 *   Ann & Bob & #Bank          named together and no more
 *   Ann = president of Oslo    a role
 *
 * A name is a person's, with @ a place's, with # an organisation's. */
NgArticle *ego_article(const char *script);

/* The entity of that name, without its sign. */
uint32_t ego_article_entity(const NgArticle *article, const char *name);

/* The ego network of the entity of that name. */
NgEgo *ego_article_ego(const NgArticle *article, const char *name, int hops);

/* The rows of a picture, each ended by a line break. */
char *ego_rows(const NgPicture *picture);

#endif
