/* What tests of the relations ask of a drawn reader. */
#ifndef NG_TESTS_UI_EXPECT_H
#define NG_TESTS_UI_EXPECT_H

#include "tests/ui.h"

/* Expects the text on the screen, or expects that it is not there. */
void ng_stage_has(const NgStage *stage, const char *text);
void ng_stage_has_not(const NgStage *stage, const char *text);

/* What is picked in the relations, as the status line has it. Borrowed from the reader. */
const char *ng_stage_picked(NgReader *reader);

#endif
