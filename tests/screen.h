/* Golden screens: what a view draws, compared with a file that was looked at by eye.
 *
 * tests/golden/NAME.txt holds the rows of text, then a line `----`, then as many rows of role letters, one letter a cell, so that a lost
 * highlight fails as a lost word does. Spaces at the end of a row of text do not count. With NG_UPDATE_GOLDEN=1 in the environment the
 * file is written instead of compared; look at the difference before you commit it. */
#ifndef NG_TESTS_SCREEN_H
#define NG_TESTS_SCREEN_H

#include <stdbool.h>

/* Whether the screen is that of the golden file. If not, says on standard error what differs: the row, both rows, and carets under
 * the cells. `text` and `roles` are `rows` strings each; `roles` may be NULL, where there are none (of a terminal's screen). */
bool ng_screen_is_golden(const char *name, const char *const *text, const char *const *roles, int rows);

/* The content that the golden file should have. The caller frees it. */
char *ng_screen_compose(const char *const *text, const char *const *roles, int rows);

/* What differs between two such contents, to be read by a person; NULL if nothing does. The caller frees it. */
char *ng_screen_difference(const char *expected, const char *found);

#endif
