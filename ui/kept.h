/* In which of the opened articles an entity is named.
 *
 * Two articles name the same one if an id and the kind agree and the names have a word in common (ids of other sources may mean somebody
 * else), or else if kind and name agree. Only articles that are loaded count. */
#ifndef NG_KEPT_H
#define NG_KEPT_H

#include "ui/shelf.h"

typedef struct {
  guint item;          /* of the shelf */
  uint32_t entity;     /* in that article */
  uint32_t n_mentions; /* 1 or more */
  bool is_this;        /* the article that was asked from */
} NgKept;

/* The articles that name the entity, the earliest first. The first call for an article costs as much as its names; then it costs as much as there are
 * articles. The caller frees the array (of NgKept). */
GArray *ng_kept_of(NgShelf *shelf, const NgArticle *article, uint32_t entity);

/* How many articles are loaded. */
guint ng_kept_loaded(const NgShelf *shelf);

/* "8 May 2023"; "" where the article has no date. The caller frees it. */
char *ng_kept_date(const NgArticle *article);

/* Its title, or else its file's name, on one line. The caller frees it. */
char *ng_kept_title(const NgShelved *item);

#endif
