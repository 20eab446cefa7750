/* The mouse, where it is asked for: what a click on each thing of the screen selects. */
#include "tests/flows.h"

#include <criterion/criterion.h>
#include <string.h>

/* A click on the first cell of the text, `right` cells to its right. */
static void click(NgTerminal *t, const char *text, int right)
{
  int row, col;
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert(ng_terminal_find(t, text, &row, &col), "no %s", text);
  g_autofree char *report =
      g_strdup_printf("\033[<0;%d;%dM\033[<0;%d;%dm", col + 1 + right, row + 1, col + 1 + right, row + 1);
  ng_terminal_send(t, report);
}

Test(flow_mouse, a_click_selects_what_is_under_it)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, "--mouse", 40, 120, NULL);
  click(t, "4 Washington", 2);
  cr_assert(ng_terminal_wait_for(t, "Washington · mention 1 of 5", MS), "a place, whose list stands below a map");
  click(t, "Nicholas Burns  ", 0);
  cr_assert(ng_terminal_wait_for(t, "Nicholas Burns · mention 1 of 7", MS));
  click(t, "Qin Gang  ", 0);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  click(t, "accuses ─", 0);
  cr_assert(ng_terminal_wait_for(t, "Qin Gang accuses United States · relation 2 of 8", MS));
  cr_assert(ng_flow_quit(t));
}

Test(flow_mouse, the_head_of_a_list_is_nobody)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, "--mouse", 60, 200, NULL);
  click(t, "Organisations", 0);
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert(ng_terminal_contains(t, NG_FLOW_AT_START));
  click(t, "Pentagon  ", 0);
  cr_assert(ng_terminal_wait_for(t, "Pentagon · mention 1 of 1", MS));
  cr_assert(ng_flow_quit(t));
}

Test(flow_mouse, a_click_beside_a_prompt_is_none)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, "--mouse", 40, 120, NULL);
  cr_assert(ng_flow_key(t, "/spying", "/spying"));
  click(t, "4 Washington", 2);
  cr_assert(ng_flow_key(t, " device", "/spying device"));
  cr_assert(ng_flow_key(t, NG_KEY_ESC, NG_FLOW_AT_START));
  cr_assert(ng_flow_quit(t));
}

/* A name that is part of a link is a name first. */
Test(flow_mouse, a_name_within_a_link_is_selected)
{
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", "--mouse", 24, 80, NULL);
  click(t, "Acme of old", 0);
  cr_assert(ng_terminal_wait_for(t, "Acme · mention 1 of 1", MS));
  cr_assert(ng_flow_quit(t));
}
