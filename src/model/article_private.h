/* What an article is made of; for the model's own files. */
#ifndef NG_ARTICLE_PRIVATE_H
#define NG_ARTICLE_PRIVATE_H

#include "model/article.h"

#define NG_MAX_DIAGNOSTICS 1000

/* A pos whose line in the source is known. */
typedef struct {
  uint32_t start, line;
} NgSourceLine;

#define NG_MAX_SENTENCE_DEPTH 64

struct _NgArticle {
  NgHead head;
  GString *text;
  GArray *blocks;                    /* NgBlock */
  GArray *mentions;                  /* NgMention */
  GArray *styles;                    /* NgStyleRange */
  GArray *links;                     /* NgLink */
  GArray *sentences;                 /* NgMarkedSentence */
  GArray *entities;                  /* NgEntity */
  GArray *relations;                 /* NgRelation */
  GArray *attributes;                /* NgAttribute */
  GArray *evidence;                  /* NgRange */
  GArray *diagnostics;               /* NgDiagnostic */
  GArray *mention_index;             /* uint32_t: mentions by entity, then text order */
  GArray *ranked[NG_N_ENTITY_KINDS]; /* uint32_t */
  GArray *paragraph_numbers;         /* uint32_t, one a block */
  GArray *lines;                     /* NgSourceLine, by start: of each mention */
  GHashTable *entity_by_id;          /* id (borrowed from strings) to index + 1 */
  GPtrArray *rules;                  /* borrowed strings: the first is rule 1 */
  GPtrArray *lists;                  /* owned NULL-terminated arrays of borrowed strings */
  GStringChunk *strings;
  uint32_t n_diagnostics; /* all, kept or not */
};

NgArticle *ng_article_new(void);

/* The index of the last element of a sorted GArray of structs that begin with a uint32_t start, whose start is <= pos; NG_NONE if none. */
uint32_t ng_article_last_from(const GArray *sorted, uint32_t pos);

/* As ng_article_sentence_at, but of marked sentences within one another the outermost: these do not overlap. */
NgRange ng_article_outermost_sentence_at(const NgArticle *article, uint32_t pos);

#endif
