/* Articles for tests, written in a line or two: a small notation fed to a builder.
 *
 * A line is a block: `= title`, `# heading`, `## heading of level 2`, `> quote`, `- item`, `| table row`, else a paragraph. Within it
 * `{TYPE POINTERS:TEXT}` marks TEXT, and braces nest. TYPE is one letter: p person, l place, o organisation, v event, i italic, b bold,
 * s sentence, x another passage, a link, n note. POINTERS, which may be empty, are parted by commas: of a mention to whom it points,
 * of a sentence or a passage its id, of a link its target.
 *
 *   "{p#qin:Qin Gang} met {p:Burns} in {l#bj:Beijing}{n:A note.}." */
#ifndef NG_TESTS_COMPOSE_H
#define NG_TESTS_COMPOSE_H

#include "model/model.h"

/* Feeds the text to the builder; mentions get the line of the notation that they stand in, from 1. */
void ng_compose(NgBuilder *builder, const char *notation);

/* The article of that text alone. */
NgArticle *ng_composed(const char *notation);

#endif
