/* Articles as they are loaded here: with the names of a bare text found, unless the command line says no. */
#ifndef NG_ANNOTATED_H
#define NG_ANNOTATED_H

#include "load/load.h"

typedef NgArticle *(*NgLoadArticle)(const char *path, GError **error);

/* How to load an article, by a word of ng_annotate_words: "auto" (or NULL) finds names where the source marks no person and no place, "always" also beside
 * what the source marks, "never" does not. But
 * for that, the user's word holds, see model/correction.h. */
NgLoadArticle ng_annotated_loader(const char *when);

/* Whether what the user says of names ($XDG_CONFIG_HOME/nutgraf/corrections) is without faults, as far as it is asked for; each fault is reported. */
bool ng_corrections_are_sound(const char *when);

/* The path of that file. The caller frees it. */
char *ng_corrections_path(void);

/* The same as "always", of bytes in memory; `source` is the name to tell. */
NgArticle *ng_annotated_memory(const char *bytes, gsize n_bytes, const char *source, GError **error);

#endif
