/* The files that a command line names, one after the other. */
#ifndef NG_INPUTS_H
#define NG_INPUTS_H

#include "cli/annotated.h"
#include "cli/options.h"
#include "model/model.h"

/* Prints what it has to say of one article, and returns how much it found. */
typedef gsize (*NgEachArticle)(const NgArticle *article, gpointer user);

/* Loads, as the options say, each of `paths` (NULL-terminated; "-": standard input), calls `each`, and flushes. What cannot be loaded is reported, and the rest goes on; what
 * cannot be written ends it. Returns the exit status. */
int ng_inputs_each(const NgOptions *options, char *const *paths, NgEachArticle each, gpointer user);

/* The same with a loading of the caller's, made by `when`, a word of ng_annotate_words. */
int ng_inputs_each_by(NgLoading *loading, const char *when, char *const *paths, NgEachArticle each, gpointer user);

/* The bytes of a file, of standard input for "-": for who reads them twice. NULL with `error`. */
GString *ng_input_all(const char *path, GError **error);

/* Loads all of them, as above, onto the end of `articles`, an array that frees them (ng_article_free): for what is said of several together. Returns
 * the exit status; NG_EXIT_NOTHING if there is none. */
int ng_inputs_all(const NgOptions *options, char *const *paths, GPtrArray *articles);

/* The folder of the articles and the schema that come with the program: $NUTGRAF_CONTENT; else, for a program in its build tree, that of
 * the source tree; else the installed one. The caller frees it. */
char *ng_content_dir(void);

/* The paths of those articles, the newest first, NULL-terminated; empty with `error` if there are none. The caller frees it with g_strfreev. */
char **ng_content_articles(GError **error);

#endif
