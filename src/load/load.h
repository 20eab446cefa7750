/* The door of the loaders: a file or standard input to an article.
 *
 * The format is known by content, never by file name. gzip'd input opens as it is. Nothing outside the named input is ever
 * read: no DTD, no external entity, no XInclude. Memory is bounded by a small multiple of the input, and of what a compressed input holds
 * by NG_LOAD_MAX_BYTES. This is the only folder that includes libxml2. */
#ifndef NG_LOAD_H
#define NG_LOAD_H

#include "model/model.h"

/* A text longer than this is refused: positions are 32 bits wide. */
#define NG_LOAD_MAX_BYTES ((guint64)2 << 30)

/* Loads `path`; "-" is standard input. NULL with `error` set (NG_ERROR_READ, NG_ERROR_FORMAT) when nothing could be read from it or
 * nothing in it is an article. Input that is not well-formed still loads as far as it can be recovered, with
 * diagnostics. The caller frees the article. */
NgArticle *ng_load(const char *path, GError **error);

/* The same, with a look at the builder once the whole input is in it: the place for an annotator. */
typedef void (*NgLoadLook)(NgBuilder *builder, void *user);
NgArticle *ng_load_and_look(const char *path, NgLoadLook look, void *user, GError **error);
NgArticle *ng_load_memory_and_look(const char *bytes, gsize n_bytes, const char *source, NgLoadLook look, void *user,
                                   GError **error);

/* The same from memory; `source` is the name to put into the head and into messages. */
NgArticle *ng_load_memory(const char *bytes, gsize n_bytes, const char *source, GError **error);

/* One thing that checking found wrong. */
typedef struct {
  uint32_t line, column; /* from 1; 0 where unknown */
  char *message;         /* one line */
} NgFinding;

/* Frees what a finding owns: the clear function of a GArray of NgFinding. */
void ng_finding_clear(void *finding);

/* Validates `path` against the RELAX NG schema in the file `schema_path` and adds what it finds to `findings`, a GArray of NgFinding. Problems of
 * well-formedness are findings too. An NITF document, for which the schema is not made, is looked at for its form alone. False with
 * `error` when either file cannot be read. */
bool ng_check_markup(const char *path, const char *schema_path, GArray *findings, GError **error);

/* The same of a document in memory. */
bool ng_check_markup_memory(const char *bytes, gsize n_bytes, const char *schema_path, GArray *findings,
                            GError **error);

/* Adds what is wrong with the content: the article's diagnostics (pointers and evidence that lead nowhere, records listed twice, marks
 * without text) and every record that is never mentioned. What `findings` already holds is not added again; at the end it is sorted by
 * line and column. */
void ng_check_article(const NgArticle *article, GArray *findings);

#endif
