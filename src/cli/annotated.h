/* Articles as they are loaded here: with the names of a bare text found, unless the command line says no. */
#ifndef NG_ANNOTATED_H
#define NG_ANNOTATED_H

#include "load/load.h"

/* How articles are loaded, and the lexicon for all of them: the first that needs it opens it. */
typedef struct _NgLoading NgLoading;

/* By a word of ng_annotate_words: "auto" (or NULL) finds names where the source marks no person and no place, "always" also beside what the source marks,
 * "never" does not. But for that, the user's word holds, see model/correction.h. */
NgLoading *ng_loading_new(const char *when);
void ng_loading_free(NgLoading *loading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NgLoading, ng_loading_free)

/* As ng_load. `user`: an NgLoading. */
NgArticle *ng_loading_article(const char *path, void *user, GError **error);

/* The same of bytes in memory; `source` is the name to tell. */
NgArticle *ng_loading_memory(NgLoading *loading, const char *bytes, gsize n_bytes, const char *source, GError **error);

/* Opens the lexicon, if no article has asked for it yet: for who is asked for names alone. False with `error` where it cannot be had. */
bool ng_loading_open_lexicon(NgLoading *loading, GError **error);

/* Whether what the user says of names ($XDG_CONFIG_HOME/nutgraf/corrections) is without faults, as far as it is asked for; each fault is reported. */
bool ng_corrections_are_sound(const char *when);

/* The path of that file. The caller frees it. */
char *ng_corrections_path(void);

#endif
