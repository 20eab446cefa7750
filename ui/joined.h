/* All articles of the shelf in one graph: which they are, and what is made of them once for every reader.
 *
 * It is asked for the shelf, not for a reader: whoever goes from article to article stays in the same graph. Articles that are not loaded yet are
 * loaded by and by, as for the list; the graph is made aside when all of them are there. Those that cannot be loaded are left out, and so is what goes
 * beyond `most_joined_bytes` of text, in the order in which they were given. */
#ifndef NG_JOINED_H
#define NG_JOINED_H

#include "graph/graph.h"
#include "ui/shelf.h"
#include "ui/whole_job.h"

#define NG_JOINED_MOST_BYTES (256u * 1024 * 1024)

typedef struct NgJoined {
  GPtrArray *articles;   /* NgArticle, borrowed from the shelf, the earliest first; those without a date before them */
  GArray *items;         /* guint: of each its place on the shelf */
  NgWholeJob *job;       /* that makes the graph; NULL once it is there */
  NgSharedWhole *shared; /* all of it, without a filter; NULL before */
  NgNetwork *network;    /* of that graph */
} NgJoined;

/* Asks for the graph of all articles, or of each reader's own again. All readers forget theirs. */
void ng_joined_ask(NgShelf *shelf, bool all);

/* Whether the reader's relations are those of all articles. */
bool ng_joined_is_asked(const NgReader *reader);

/* The joined articles, once their graph is there; NULL before, and where it is not asked for. Borrowed, until an article is loaded again. */
const NgJoined *ng_joined_of(const NgReader *reader);

/* How many articles are joined, or will be as far as they are loaded; of how many. */
void ng_joined_count(const NgShelf *shelf, guint *n, guint *given);

/* Goes on with making the graph where it is asked for, and waits for it so long at most (negative: to the end). False if there is nothing to go on
 * with: it is there, or articles are being loaded. */
bool ng_joined_work(const NgReader *reader, gint64 microseconds);

/* What is said meanwhile. Static. */
const char *ng_joined_waiting(const NgShelf *shelf);

/* Which of the joined articles it is; NG_NONE where it is left out. */
uint32_t ng_joined_index(const NgJoined *joined, const NgArticle *article);

/* The entity that an entity of one of the articles is in another; NG_NONE where that does not name it. */
uint32_t ng_joined_entity_in(const NgJoined *joined, NgWholePlace place, uint32_t article);

/* Before one of the shelf's articles goes: all readers forget graphs of several articles, and whoever makes one is waited for. */
void ng_joined_forget(NgShelf *shelf);

/* For the shelf. */
void ng_joined_free(NgJoined *joined);

#endif
