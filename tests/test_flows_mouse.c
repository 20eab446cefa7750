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
  click(t, "2 People ━", 2);
  click(t, "2 People ━", 2);
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert(ng_terminal_contains(t, "Nicholas Burns · mention 1 of 7"), "the head of a pane is no row of it");
  click(t, "Qin Gang  ", 0);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  click(t, "received the", 0);
  cr_assert(ng_terminal_wait_settled(t, MS));
  click(t, "? help", 0);
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert(ng_terminal_contains(t, NG_FLOW_AT_START), "plain words are nothing to select, nor is what is no pane");
  click(t, "accuses ─", 0);
  cr_assert(ng_terminal_wait_for(t, "Qin Gang accuses United States · relation 2 of 8", MS));
  cr_assert(ng_flow_quit(t));
}

Test(flow_mouse, a_click_in_a_pane_in_focus_selects_and_leaves_its_size)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, "--mouse", 40, 120, NULL);
  click(t, "4 Washington", 2);
  cr_assert(ng_terminal_wait_for(t, "Washington · mention 1 of 5", MS));
  click(t, "5 Taiwan", 2);
  cr_assert(ng_terminal_wait_for(t, "Taiwan · mention 1 of 3", MS));
  cr_assert(ng_terminal_contains(t, "1–5 of 16"), "the list beside the article");
  cr_assert(ng_flow_key(t, "2z", "2 People ━"));
  cr_assert(ng_terminal_wait_gone(t, "3 Places", MS));
  click(t, "Antony Blinken  ", 0);
  cr_assert(ng_terminal_wait_for(t, "Antony Blinken · mention 1 of 2", MS));
  cr_assert_not(ng_terminal_contains(t, "3 Places"), "the pane alone, as it was");
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

/* A name that is part of a link is a name first; other words of it open the link. */
Test(flow_mouse, a_name_within_a_link_is_selected)
{
  static const char *const env[] = {"BROWSER=true", NULL};
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/take.xml", "--mouse", 24, 80, env);
  click(t, "of old", 0);
  cr_assert(ng_terminal_wait_for(t, "opened https://example.org/org", MS));
  click(t, "Acme of old", 0);
  cr_assert(ng_terminal_wait_for(t, "Acme · mention 1 of 1", MS));
  cr_assert(ng_flow_quit(t));
}

/* The wheel over the first cell of the text: down, or up. */
static void wheel(NgTerminal *t, const char *text, bool down)
{
  int row, col;
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert(ng_terminal_find(t, text, &row, &col), "no %s", text);
  g_autofree char *report = g_strdup_printf("\033[<%d;%d;%dM", down ? 65 : 64, col + 1, row + 1);
  ng_terminal_send(t, report);
}

Test(flow_mouse, the_wheel_moves_what_is_under_it)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, "--mouse", 40, 120, NULL);
  wheel(t, "Nicholas Burns  ", true);
  cr_assert(ng_terminal_wait_for(t, "Xi Jinping · mention 1 of 2", MS), "three further in the list of people");
  wheel(t, "Nicholas Burns  ", false);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  wheel(t, "? help", true);
  cr_assert(ng_terminal_wait_gone(t, "8 May 2023", MS), "over no pane it scrolls the article");
  wheel(t, "? help", false);
  cr_assert(ng_terminal_wait_for(t, "8 May 2023", MS));
  wheel(t, "4 Washington", true);
  cr_assert(ng_terminal_wait_for(t, "Washington · mention 1 of 5", MS));
  cr_assert(ng_flow_key(t, "m", "mention 1 of 5"));
  wheel(t, "Mentions", true);
  cr_assert(ng_terminal_wait_for(t, "mention 4 of 5", MS), "what lies over the panes has the wheel");
  wheel(t, "Mentions", false);
  cr_assert(ng_terminal_wait_for(t, "mention 1 of 5", MS));
  cr_assert(ng_flow_quit(t));
}

/* Of the zoomed map: a pin, a row of its list, a head there, which is no place. */
Test(flow_mouse, a_click_on_the_map_selects_a_place)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, "--mouse", 24, 80, NULL);
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert(ng_flow_key(t, "33", "world · "));
  cr_assert(ng_flow_key(t, "++++", "East Asia · 3 of 16"));
  click(t, "⢰5 Taiwan", 1);
  cr_assert(ng_terminal_wait_for(t, "Taiwan · mention 1 of 3", MS));
  click(t, "6 Ukraine", 4);
  cr_assert(ng_terminal_wait_for(t, "Ukraine · mention 1 of 2", MS));
  cr_assert(ng_terminal_contains(t, " 3 Places ━"), "the map stays open");
  click(t, "Elsewhere", 2);
  cr_assert(ng_flow_key(t, "K", "Ukraine ━"));
  cr_assert(ng_flow_quit(t));
}
