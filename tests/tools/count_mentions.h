/* What a document says when it is counted by walking its tree, to hold what the TEI loader says against it.
 *
 * A count is a table of strings to how many there are of each; the caller frees it with g_hash_table_unref. */
#ifndef NG_TESTS_COUNT_MENTIONS_H
#define NG_TESTS_COUNT_MENTIONS_H

#include "model/model.h"
#include "tests/tools/xml_tree.h"

GHashTable *ng_count_new(void);
void ng_count_add(GHashTable *count, const char *what);
guint ng_count_of(GHashTable *count, const char *what);
guint ng_count_sum(GHashTable *count);

/* The first things that the two counts do not agree on, in words, or NULL if they are the same. The caller frees it. */
char *ng_counts_differ(GHashTable *counted, GHashTable *loaded);

/* The mentions of entities of one kind in the text, by the id that they point to; one with several targets counts for each. Records, names
 * in records, and marks without text are none. `unpointed` gets how many point to nobody. */
GHashTable *ng_count_mentions(const NgXmlNode *root, NgEntityKind kind, guint *unpointed);

/* The same of an article. An entity without a record that `counted` does not know is taken for one that only its name made: its mentions are
 * unpointed. */
GHashTable *ng_count_loaded_mentions(const NgArticle *article, NgEntityKind kind, GHashTable *counted,
                                     guint *unpointed);

/* Every tie that relation elements state, as "SUBJECT > OBJECT: label" where it is directed and as "END - END: label" where it is mutual; a
 * lone end as "END: label". */
GHashTable *ng_count_relations(const NgXmlNode *root);
GHashTable *ng_count_loaded_relations(const NgArticle *article);

#endif
