/* The names and relations of a plain text as spans of it: what `annotate --to=spans` prints. */
#ifndef NG_SPANS_H
#define NG_SPANS_H

#include "model/model.h"

#include <stdio.h>

/* JSON Lines: {"doc", "start", "end", "type": "PER" | "LOC" | "ORG", "entity"} for each mention that an annotator found, in text order, then for each of its relations
 * {"doc", "relation", "subject": [start, end], "object": [start, end], "type": "REL"}, the two mentions that stand closest in its first evidence. The
 * type lets a reader of names pass over relations. `doc` is the file's name without folders and without .txt. Positions count code points of `bytes`,
 * the input as it stood. False, and nothing is printed, where the article was not made of a plain text. `n` gets the number of lines. */
bool ng_print_spans(const NgArticle *article, const char *bytes, gsize n_bytes, FILE *out, gsize *n);

#endif
