#include "tests/ui_expect.h"

#include "ui/view_relations.h"

#include <criterion/criterion.h>
#include <string.h>

void ng_stage_has(const NgStage *stage, const char *text)
{
  g_autofree char *screen = ng_stage_text(stage);
  cr_expect(strstr(screen, text), "no \"%s\" in\n%s", text, screen);
}

void ng_stage_has_not(const NgStage *stage, const char *text)
{
  g_autofree char *screen = ng_stage_text(stage);
  cr_expect_null(strstr(screen, text), "\"%s\" in\n%s", text, screen);
}

const char *ng_stage_picked(NgReader *reader)
{
  NgTie tie;
  return ng_relations_tie(reader, &tie) ? tie.phrase : "nothing";
}
