/* An article written out in short lines, for tests to compare whole. The caller frees each. */
#ifndef NG_TESTS_OUTLINE_H
#define NG_TESTS_OUTLINE_H

#include "model/model.h"

/* A block a line, with a mark of its kind: `= title`, `# heading` (a # a level), `> quote`, `- item` (a - a level), `c caption`, `code`,
 * `| row`, `n note`; a paragraph has none. Inside, `^` is where a note hangs; `{TYPE:TEXT}` marks what stands in it: `p#ID`, `l#ID`,
 * `o#ID`, `v#ID` a mention of a person, place, organisation, event (with ~ for # if the name alone says so), `s` a sentence, `a>TARGET` a link,
 * and styles by their first letters. */
char *ng_outline_text(const NgArticle *article);

/* An entity a line: "KIND ID=NAME/ALIAS", then what there is of " (ROLE; SHORT)", " in COUNTRY", " @LAT,LON", " <REF>" and " xMENTIONS";
 * a line with " !" at its end has no record. */
char *ng_outline_cast(const NgArticle *article);

/* A relation a line: "SUBJECT -KIND-> OBJECT" ("--" if undirected), " (LABEL)", then what there is of " DATE", " STATUS", " at PLACE",
 * " [EVIDENCE]"; an attribute: "ENTITY: KIND (LABEL) [EVIDENCE]". */
char *ng_outline_ties(const NgArticle *article);

/* A diagnostic a line: "LINE:COLUMN: MESSAGE". */
char *ng_outline_problems(const NgArticle *article);

#endif
