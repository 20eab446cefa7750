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

/* The same from memory; `source` is the name to put into the head and into messages. */
NgArticle *ng_load_memory(const char *bytes, gsize n_bytes, const char *source, GError **error);

/* One finding of ng_check_markup. */
typedef struct {
  uint32_t line, column;
  char *message;
} NgFinding;

/* Validates `path` against the RELAX NG schema in the file `schema_path` and adds what it finds to `findings`, a GArray of NgFinding with
 * a clear function set. Problems of well-formedness are findings too. False with `error` when either file cannot be read. */
bool ng_check_markup(const char *path, const char *schema_path, GArray *findings, GError **error);

#endif
