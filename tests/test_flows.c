/* What a person does in the reader, key by key. */
#include "tests/flows.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>

#define MANY_ARTICLES 240

static NgTerminal *start(void)
{
  return ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, NULL);
}

static bool is_titled(NgTerminal *t, void *title)
{
  return g_str_equal(ng_terminal_title(t), title);
}

Test(flows, opens_on_the_title_with_the_first_person_selected)
{
  static char title[] = "China and the United States talk again - nutgraf";
  g_autoptr(NgTerminal) t = start();
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  cr_assert(ng_terminal_contains(t, "China and the United States talk again"));
  cr_assert(ng_terminal_in_alternate(t));
  cr_assert(ng_terminal_wait_until(t, is_titled, title, "the title, which comes last", MS));
  cr_assert_not(ng_terminal_takes_mouse(t), "no mouse unless it is asked for");
  cr_assert(ng_flow_quit(t));
}

/* Keys, and what stands on the screen after them; one article, one key after the other. */
static const struct {
  const char *keys, *text;
} steps[] = {
    {"n", "mention 2 of 9"},
    {"N", "mention 1 of 9"},
    {"n5n", "mention 7 of 9"},
    {"99n", "mention 9 of 9"},
    {"n", "that was the last"},
    {"g", "China and the United States talk again"},
    {NG_KEY_TAB, "China · mention 1"},
    {NG_KEY_TAB, "United States"},
    {NG_KEY_SHIFT_TAB, "China · mention"},
    {NG_KEY_ENTER, "3 Places ━"},
    {"1", "1 "},
    {"/spying", "/spying"},
    {NG_KEY_ENTER, "match 1 of"},
    {NG_KEY_ESC, "China · mention"},
    {":14" NG_KEY_ENTER, "Having seen Burns will serve Qin"},
    {":99" NG_KEY_ENTER, "there is no paragraph 99"},
    {":paragraph x" NG_KEY_ENTER, "paragraph needs a number"},
    {":1" NG_KEY_ENTER, "China’s foreign minister, Qin Gang"},
    {":select burns" NG_KEY_ENTER, "Nicholas Burns · mention"},
    {":nonsense" NG_KEY_ENTER, "no command nonsense: ? shows them"},
    {":theme drak" NG_KEY_ENTER, "themes are dark, light"},
    {":theme light" NG_KEY_ENTER, "Nicholas Burns · mention"},
    {":about" NG_KEY_ENTER, "Licence"},
    {":select qin" NG_KEY_ENTER, "Qin Gang · mention"},
    {":select burns" NG_KEY_ENTER, "Nicholas Burns · mention"},
    {"x", "Facing Burns on Monday"},
    {"x", "Since February few"},
    {"2", "2 People ━"},
    {"3", "3 Places ━"},
    {"4", "4 Relations"},
    {"1w", "2 People ━"},
    {"W", "n next"},
    {"?", "line down"},
    {"?", "n next"},
    {"~", "no such key: ? shows them"},
    {"v", "no such key here: v is for the relations (4)"},
    {"zv", "no such key here: v is for the relations (4)"},
    {"+", "+ is for the relations (4) and the map (3)"},
    {"zB", "no such key here: B is for the map (3)"},
};

Test(flows, each_key_does_what_it_says)
{
  g_autoptr(NgTerminal) t = start();
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    cr_assert(ng_flow_key(t, steps[i].keys, steps[i].text), "step %zu: \"%s\" after %s", i, steps[i].text,
              steps[i].keys);
  cr_assert(ng_flow_quit(t));
}

/* The coasts come after the first paint, by themselves. */
Test(flows, the_map_opens_moves_and_closes)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 40, 120, NULL);
  cr_assert(ng_terminal_wait_for(t, "⢸⣿⠟⠃", MS), "South America on the small map");
  cr_assert(ng_flow_key(t, "33", "world · 14 of 16 on the map"));
  cr_assert(ng_flow_key(t, "}{", "China · mention 1 of 11"));
  cr_assert(ng_flow_key(t, "++++++", "East Asia · "));
  cr_assert(ng_flow_key(t, "-------", "world · 14 of 16"));
  cr_assert(ng_flow_key(t, "h", "this is the whole world"));
  cr_assert(ng_flow_key(t, ":all-places" NG_KEY_ENTER, "these are all places"));
  cr_assert(ng_flow_key(t, "q", "1 Article ─"));
  cr_assert(ng_flow_key(t, "+", "no such key"), "the map's keys are the map's");
  cr_assert(ng_flow_key(t, ":open-place" NG_KEY_ENTER, "the map is not open"));
  cr_assert(ng_flow_quit(t));
}

Test(flows, the_graph_is_walked_asked_and_left)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 40, 120, NULL);
  cr_assert(ng_flow_key(t, "4z", "ego · 2 hops"));
  cr_assert(ng_flow_key(t, "v", "8 of 15 relations drawn"), "the layout comes by itself");
  cr_assert(ng_flow_key(t, "/zel", "/zel"));
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, "Volodymyr Zelensky · "));
  cr_assert(ng_flow_key(t, "/nemo" NG_KEY_ENTER, "nobody here is called that"));
  cr_assert(ng_flow_key(t, "/nem" NG_KEY_ESC "/" NG_KEY_ENTER, "Volodymyr Zelensky · "));
  cr_assert(ng_terminal_wait_gone(t, "nobody here", MS), "it was not typed to the end, or not at all");
  cr_assert(ng_flow_key(t, "/qin" NG_KEY_ESC, "Volodymyr Zelensky · "));
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, "Volodymyr Zelensky γ ┃"));
  cr_assert(ng_flow_key(t, "u", "Qin Gang"));
  cr_assert(ng_flow_key(t, "F", ":filter"));
  cr_assert(ng_flow_key(t, "people" NG_KEY_ENTER, "whole · people · "));
  cr_assert(ng_flow_key(t, ":filter" NG_KEY_ENTER, "whole · 30 of 97 relations"), "nothing typed shows everything");
  cr_assert(ng_flow_key(t, "p", ":path Qin Gang,"));
  cr_assert(ng_flow_key(t, "mac" NG_KEY_TAB, ":path Qin Gang, Emmanuel Macron"), "the second name is completed");
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, "Qin Gang to Emmanuel Macron · 2 steps"));
  cr_assert(ng_flow_key(t, "q", "Enter sentences"));
  cr_assert(ng_flow_key(t, "vv", "matrix · 12 of 12"));
  cr_assert(ng_flow_key(t, "q", "1 Article ─"));
  cr_assert(ng_flow_quit(t));
}

/* Of all articles that are open: to somebody of another article and to a sentence of another, each time there, and back to what was left. */
Test(flows, the_graph_of_all_articles_leads_from_one_to_another)
{
  g_autofree char *program = ng_terminal_program(), *first = ng_flow_path(NG_FLOW_ARTICLE);
  g_autofree char *second = ng_flow_path("content/articles/2023-03-10-saudi-iran.xml");
  const char *const argv[] = {program, first, second, "no-such-file.xml", NULL};
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 40, 120, NULL);
  cr_assert(ng_terminal_wait_for(t, "no-such-file.xml: No such file", MS), "all are loaded");
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, NG_FLOW_AT_START));
  cr_assert(ng_flow_key(t, "4z", "Relations of Qin Gang ━"));
  cr_assert(ng_flow_key(t, "a", "Relations of Qin Gang in 2 of 3 articles ━"));
  cr_assert(ng_terminal_wait_for(t, "1 of 3 files cannot be read", MS));
  cr_assert(ng_flow_key(t, "vF", ":filter"));
  cr_assert(ng_flow_key(t, "people marked" NG_KEY_ENTER, "whole · people marked · 15 of 15 relations"));
  cr_assert(ng_flow_key(t, "/musaad" NG_KEY_ENTER, "Musaad al-Aiban · in Riyadh and Tehran make up in"));
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, "Musaad al-Aiban · mention 1 of 2"), "it opens where he is named");
  cr_assert(ng_flow_key(t, "n", "mention 2 of 2"));
  cr_assert(ng_flow_key(t, "4z", "Relations in 2 of 3 articles"), "the graph goes along");
  cr_assert(ng_terminal_wait_for(t, "3 of 3 relations drawn", MS));
  cr_assert(ng_flow_key(t, "qq", "Musaad al-Aiban · in Riyadh"), "back to the graph as it was left");
  cr_assert(ng_flow_key(t, NG_KEY_CTRL('N'), "Wang Yi hosted, signed with Musaad al-Aiban"), "and forward");
  cr_assert(ng_flow_key(t, NG_KEY_CTRL('O'), "Musaad al-Aiban · in Riyadh"));
  cr_assert(ng_flow_key(t, ":path Qin Gang, wang" NG_KEY_TAB, ":path Qin Gang, Wang Yi"), "names of all are completed");
  cr_assert(ng_flow_key(t, NG_KEY_ESC ":filter" NG_KEY_ENTER, "names"));
  cr_assert(ng_flow_key(t, ":path Qin Gang, Musaad" NG_KEY_ENTER, "Qin Gang to Musaad al-Aiban · 3 steps"));
  cr_assert(ng_flow_key(t, "j", "sentence 2 of 3"));
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, "Xi Jinping · mention 1 of 2"), "whom the sentence names first");
  cr_assert(ng_flow_key(t, "q", "sentence 2 of 3"), "back to the sentences");
  cr_assert(ng_flow_key(t, ":graph-of art" NG_KEY_TAB NG_KEY_ENTER, "Relations in the article"));
  cr_assert(ng_flow_key(t, "qq", "Articles ━"), "and out to the list");
  ng_terminal_send(t, "Q");
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), 2, "for the file that cannot be read");
}

/* What takes its time comes by itself: articles are loaded, then joined, then their graph is drawn, and no key is pressed meanwhile. */
Test(flows, the_graph_of_many_articles_comes_by_itself)
{
  g_autofree char *program = ng_terminal_program();
  static const char *const names[] = {"2022-11-14-bali.xml",   "2023-02-04-balloon.xml",  "2023-03-10-saudi-iran.xml",
                                      "2023-04-06-macron.xml", "2023-04-26-zelensky.xml", "2023-05-08-talk-again.xml"};
  g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(argv, g_strdup(program));
  for (gsize i = 0; i < MANY_ARTICLES; i++)
    g_ptr_array_add(argv, g_build_filename(g_getenv("NG_TEST_SRCDIR"), "content", "articles",
                                           names[i % G_N_ELEMENTS(names)], NULL));
  g_ptr_array_add(argv, NULL);
  g_autoptr(NgTerminal) t = ng_terminal_start((const char *const *)argv->pdata, 40, 120, NULL);
  cr_assert(ng_terminal_wait_for(t, "Articles ━", MS));
  ng_terminal_send(t, NG_KEY_ENTER "4za:filter people marked" NG_KEY_ENTER "v");
  cr_assert(ng_terminal_wait_for(t, "in 240 articles", MS));
  cr_assert(ng_terminal_wait_for(t, "27 of 27 relations · 21 of 21 names", MS));
  cr_assert(ng_flow_quit(t));
}

/* The same way leads back from an article that was opened out of the list of mentions. */
Test(flows, a_mention_in_another_article_is_opened_and_left)
{
  g_autofree char *program = ng_terminal_program();
  const char *const argv[] = {program, NULL};
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 40, 120, NULL);
  cr_assert(ng_terminal_wait_for(t, "Three hours in Bali", MS));
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, NG_FLOW_AT_START));
  cr_assert(ng_flow_key(t, "m" NG_KEY_TAB, "article 1 of 1 elsewhere"));
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, "Qin Gang · mention 1 of 2"));
  cr_assert(ng_flow_key(t, "q", " of 9"));
  cr_assert(ng_flow_key(t, NG_KEY_CTRL('N'), "Qin Gang · mention 1 of 2"));
  cr_assert(ng_flow_key(t, NG_KEY_CTRL('O'), " of 9"));
  cr_assert(ng_flow_key(t, "q", "Articles ━"));
  cr_assert(ng_flow_quit(t));
}

/* No key is pressed between the first paint and the pins. What a place is is chosen on its card, and the map follows. */
Test(flows, a_place_is_looked_up_and_another_of_its_name_is_chosen)
{
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/georgia.xml", NULL, 40, 120, NULL);
  cr_assert(ng_terminal_wait_for(t, "Xyzzyx       –", MS), "the country, or the dash of a place that is not known");
  cr_assert(ng_flow_key(t, "33", "3 of 5 on the map"));
  cr_assert(ng_flow_key(t, "}K", "by the gazetteer, the likeliest of 2"));
  cr_assert(ng_flow_key(t, "j" NG_KEY_ENTER, "42.0N 43.5E, chosen by you, 2 of 2"));
  cr_assert(ng_flow_key(t, "q", "Enter mentions"));
  cr_assert(ng_flow_key(t, ":who" NG_KEY_ENTER, "chosen by you"));
  cr_assert(ng_flow_key(t, "k" NG_KEY_ENTER, "32.5N 83.5W, chosen by you, 1 of 2"));
  cr_assert(ng_flow_key(t, "qq", "1 Article ─"));
  cr_assert(ng_flow_quit(t));
}

Test(flows, the_cursor_stands_on_the_selected_mention)
{
  g_autoptr(NgTerminal) t = start();
  int row, col, row_then, col_then;
  ng_terminal_cursor(t, &row, &col);
  cr_assert(ng_terminal_cursor_visible(t));
  NgTerminalCell cell = ng_terminal_cell(t, row, col);
  cr_assert(cell.reverse);
  cr_assert_str_eq(cell.text, "Q");
  cr_assert(ng_flow_key(t, "n", "mention 2 of 9"));
  ng_terminal_cursor(t, &row_then, &col_then);
  cr_assert(row_then > row);
}

/* Without an argument: the list of what comes with the program. What needs an article says so. */
Test(flows, the_list_opens_an_article_and_comes_back)
{
  g_autofree char *program = ng_terminal_program();
  const char *const argv[] = {program, NULL};
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, "China and the United States talk again", MS));
  cr_assert(ng_flow_key(t, "n", "open an article first: Enter"));
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, NG_FLOW_AT_START));
  ng_terminal_send(t, "q");
  cr_assert(ng_terminal_wait_gone(t, NG_FLOW_AT_START, MS));
  cr_assert(ng_terminal_contains(t, "Three hours in Bali"));
  ng_terminal_send(t, "q");
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), 0);
  cr_assert(ng_terminal_restored(t));
}

Test(flows, jumps_go_back_and_forth)
{
  g_autoptr(NgTerminal) t = start();
  cr_assert(ng_flow_key(t, "9n", "mention 9 of 9"));
  cr_assert(ng_terminal_wait_gone(t, "8 May 2023", MS));
  cr_assert(ng_flow_key(t, NG_KEY_CTRL('O'), "8 May 2023"));
  ng_terminal_send(t, NG_KEY_CTRL('N'));
  cr_assert(ng_terminal_wait_gone(t, "8 May 2023", MS));
}

Test(flows, a_label_leads_to_its_mention)
{
  g_autoptr(NgTerminal) t = start();
  cr_assert(ng_flow_key(t, "f", "type a label"));
  cr_assert(ng_flow_key(t, "g", "Nicholas Burns · mention 1"));
  cr_assert(ng_flow_key(t, "f", "type a label"));
  ng_terminal_send(t, NG_KEY_ESC);
  cr_assert(ng_terminal_wait_gone(t, "type a label", MS));
  cr_assert(ng_terminal_contains(t, "Nicholas Burns · mention 1"));
  cr_assert(ng_flow_key(t, "f", "type a label"));
  ng_terminal_resize(t, 20, 70); /* the labels move with the text */
  cr_assert(ng_flow_key(t, "a", "China · mention 1"));
}

Test(flows, esc_leaves_the_fold)
{
  g_autoptr(NgTerminal) t = start();
  cr_assert(ng_flow_key(t, "nn", "mention 3 of 9"));
  cr_assert(ng_flow_key(t, "x", "folded"));
  cr_assert(ng_flow_key(t, "", "Esc leave"));
  ng_terminal_send(t, NG_KEY_ESC);
  cr_assert(ng_terminal_wait_gone(t, "folded", MS));
}

Test(flows, zoom_gives_a_pane_the_screen_and_q_takes_it_back)
{
  g_autoptr(NgTerminal) t = start();
  ng_terminal_send(t, "2z");
  cr_assert(ng_terminal_wait_gone(t, "8 May 2023", MS));
  cr_assert(ng_flow_key(t, "q", "8 May 2023"));
  ng_terminal_send(t, "q");
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), 0);
  cr_assert(ng_terminal_restored(t));
}

/* Where there is room for one pane, the others lie over the article, and q leads back to it. */
Test(flows, q_leaves_a_pane_for_the_article_on_a_narrow_screen)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 12, 40, NULL);
  cr_assert(ng_flow_key(t, "2", "2 People"));
  cr_assert(ng_flow_key(t, "", "q back"));
  cr_assert(ng_flow_key(t, "q", "8 May 2023"));
  cr_assert(ng_flow_key(t, "4z", "4 Relati"));
  cr_assert(ng_flow_key(t, "q", "8 May 2023"));
  cr_assert(ng_flow_quit(t));
}

Test(flows, any_size_and_back_keeps_the_place)
{
  static const int sizes[][2] = {{40, 120}, {5, 20}, {1, 1}, {1, 80}, {24, 1}, {3, 10}, {60, 200}, {2, 2}};
  g_autoptr(NgTerminal) t = start();
  cr_assert(ng_flow_key(t, "04n", "mention 5 of 9"));
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    ng_terminal_resize(t, sizes[i][0], sizes[i][1]);
    cr_assert(ng_terminal_wait_settled(t, MS));
  }
  ng_terminal_resize(t, 24, 80);
  cr_assert(ng_terminal_wait_for(t, "Qin Gang · mention 5 of 9", MS));
  cr_assert(ng_flow_key(t, "n", "mention 6 of 9"));
  cr_assert(ng_flow_quit(t));
}

/* Nothing of the old size is shown first. */
Test(flows, another_size_is_drawn_once)
{
  g_autoptr(NgTerminal) t = start();
  gsize before = ng_terminal_n_bytes(t);
  ng_terminal_resize(t, 40, 120);
  cr_assert(ng_terminal_wait_for(t, "3 Places", MS));
  cr_assert(ng_terminal_wait_settled(t, MS));
  gsize resized = ng_terminal_n_bytes(t) - before;
  before = ng_terminal_n_bytes(t);
  ng_terminal_send(t, "\f");
  cr_assert(ng_terminal_wait_settled(t, MS));
  gsize redrawn = ng_terminal_n_bytes(t) - before;
  cr_expect_gt(redrawn, 1000);
  cr_expect_lt(resized, redrawn * 5 / 4, "%zu bytes for another size, %zu for all of it", resized, redrawn);
  cr_assert(ng_flow_quit(t));
}

Test(flows, reading_goes_on_where_it_was_left)
{
  g_autofree char *home = ng_terminal_make_home(), *setting = g_strconcat("HOME=", home, NULL);
  const char *const env[] = {setting, NULL};
  g_autofree char *row = NULL;
  {
    g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, env);
    cr_assert(ng_flow_key(t, ":select burns" NG_KEY_ENTER "03n", "Nicholas Burns · mention 4 of 7"));
    row = ng_terminal_row(t, 3);
    cr_assert(ng_flow_quit(t));
  }
  {
    g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, env);
    cr_assert(ng_terminal_wait_for(t, "Nicholas Burns · mention 4 of 7", MS));
    g_autofree char *now = ng_terminal_row(t, 3);
    cr_assert_str_eq(now, row);
    cr_assert(ng_flow_key(t, ":select qin" NG_KEY_ENTER "gn", "Qin Gang · mention 2 of 9"));
    cr_assert(ng_flow_quit(t));
  }
  {
    g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, env);
    cr_assert(ng_terminal_wait_for(t, "Qin Gang · mention 2 of 9", MS), "which of two on the screen");
    cr_assert(ng_flow_quit(t));
  }
  ng_terminal_remove_home(home);
}

Test(flows, a_pasted_text_is_no_command)
{
  g_autoptr(NgTerminal) t = start();
  ng_terminal_send(t, "\033[200~QqQ\rn\033[201~");
  cr_assert(ng_flow_key(t, "n", "mention 2 of 9"));
  ng_terminal_send(t, "/");
  cr_assert(ng_flow_key(t, "\033[200~spy\x01ing\r\033[201~", "/spy ing"));
  cr_assert(ng_flow_key(t, NG_KEY_ESC, "mention 2 of 9"));
  cr_assert(ng_flow_quit(t));
}

/* It is looked for once, not letter by letter: that would take minutes. */
Test(flows, a_long_paste_is_searched_for_as_one)
{
  g_autoptr(NgTerminal) t = start();
  g_autofree char *letters = g_strnfill(40000, 'x');
  ng_terminal_send(t, "/\033[200~");
  ng_terminal_send(t, letters);
  ng_terminal_send(t, "\033[201~");
  cr_assert(ng_flow_key(t, "\r", "nothing matches"));
  cr_assert(ng_flow_key(t, NG_KEY_ESC, NG_FLOW_AT_START));
  cr_assert(ng_flow_quit(t));
}

/* A paste whose end is lost is over once nothing more comes; a key before that is still part of it. */
Test(flows, a_paste_that_breaks_off_does_not_take_the_keys_for_ever)
{
  g_autoptr(NgTerminal) t = start();
  ng_terminal_send(t, "\033[200~QqQ\rn");
  bool heard = false;
  for (int i = 0; i < 10 && !heard; i++) {
    ng_terminal_send(t, "n");
    heard = ng_terminal_wait_for(t, "mention 2 of 9", 1000);
  }
  cr_assert(heard);
  cr_assert(ng_flow_quit(t));
}

/* Down in two pieces, the second sent once the first has been read: as Esc, or not at all. */
Test(flows, a_key_that_comes_in_pieces_is_no_typing)
{
  g_autoptr(NgTerminal) t = start();
  cr_assert(ng_flow_key(t, "/spying" NG_KEY_ENTER, "match 1 of"));
  ng_terminal_send(t, NG_KEY_ESC);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  ng_terminal_send(t, "OB");
  cr_assert(ng_terminal_wait_settled(t, MS));
  g_autofree char *once = ng_terminal_row(t, 1);
  cr_assert(g_str_has_prefix(once, " 8 May 2023"), "%s", once);
  ng_terminal_send(t, "\033O");
  cr_assert(ng_terminal_wait_settled(t, MS));
  ng_terminal_send(t, "B");
  cr_assert(ng_terminal_wait_settled(t, MS));
  g_autofree char *twice = ng_terminal_row(t, 2);
  cr_assert(g_str_has_prefix(twice, " China’s foreign minister"), "%s", twice);
  cr_assert_not(ng_terminal_contains(t, "no such key"));
  cr_assert(ng_flow_quit(t));
}

/* An Esc within a paste ends no prompt. */
Test(flows, a_pasted_escape_is_no_key)
{
  g_autoptr(NgTerminal) t = start();
  cr_assert(ng_flow_key(t, "/\033[200~spy\033ing\033[201~", "/spy ing"));
  cr_assert(ng_flow_key(t, NG_KEY_ESC, NG_FLOW_AT_START));
  cr_assert(ng_flow_quit(t));
}

Test(flows, keys_that_are_none_do_no_harm)
{
  g_autoptr(NgTerminal) t = start();
  ng_terminal_send_bytes(t, "\xff\xfe\x80\xc3(\xe2\x82", 7);
  ng_terminal_send(t, "\033[99;99Q\033[<5;6q\033OQ\033[?1;2Q");
  cr_assert(ng_terminal_wait_settled(t, MS));
  ng_terminal_send(t, "\033");
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert(ng_flow_key(t, "1", "Article"));
  cr_assert(ng_flow_key(t, "n", "mention 2 of 9"));
  cr_assert(ng_flow_key(t, "/\xc3\xa9\xff", "/é\xef\xbf\xbd"));
  ng_terminal_send(t, NG_KEY_ESC);
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert(ng_flow_quit(t));
}

Test(flows, the_mouse_selects_and_scrolls_when_asked_for)
{
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, "--mouse", 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  cr_assert(ng_terminal_wait_settled(t, MS));
  static const char asked[] = "\033[?1006;1000h",
                    ended[] = "\033[?1006;1000l"; /* libvterm heeds the first number only */
  cr_assert(ng_terminal_wrote(t, asked, strlen(asked), 0));
  cr_assert(ng_flow_key(t, "\033[<0;60;3M\033[<0;60;3m", "2 People ━"));
  cr_assert(ng_terminal_wait_for(t, "Nicholas Burns · mention 1 of 7", MS));
  cr_assert(ng_flow_key(t, "\033[<0;3;5M", "China · mention"));
  ng_terminal_send(t, "\033[<65;5;8M\033[<65;5;8M");
  cr_assert(ng_terminal_wait_gone(t, "8 May 2023", MS));
  cr_assert(ng_flow_key(t, "\033[<64;5;8M\033[<64;5;8M", "8 May 2023"));
  cr_assert(ng_flow_key(t, ":select qin" NG_KEY_ENTER "4", "relation 1 of"));
  cr_assert(ng_flow_key(t, "\033[<65;60;5M", "relation 4 of"), "over the relations it goes through them");
  cr_assert(ng_flow_quit(t));
  cr_assert(ng_terminal_wrote(t, ended, strlen(ended), 0));
}

Test(flows, what_is_broken_is_counted_and_listed_with_its_place)
{
  g_autoptr(NgTerminal) t = ng_flow_start("tests/data/cli/broken.xml", NULL, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, "name · mention 1 of 1 · 1 problem ", MS));
  cr_assert(ng_flow_key(t, ":problems\r", "3:61"));
  cr_assert(ng_flow_quit(t));
}
