/* Articles as they are loaded here: with the names of a bare text found, unless the command line says no. */
#ifndef NG_ANNOTATED_H
#define NG_ANNOTATED_H

#include "cli/options.h"
#include "load/load.h"

typedef NgArticle *(*NgLoadArticle)(const char *path, GError **error);

/* How to load an article, by --annotate: "auto" (or NULL) finds names where the source marks no person and no place, "never" does not. */
NgLoadArticle ng_annotated_loader(const NgOptions *options);

#endif
