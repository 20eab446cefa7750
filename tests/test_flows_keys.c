/* Keys one by one: where each leads in the text, what a search, a filter, a fold and the prompt show, what a count does. */
#include "tests/flows.h"

#include <criterion/criterion.h>
#include <string.h>

#define BACK    "\017" /* Ctrl-O */
#define FORWARD "\016" /* Ctrl-N */

static NgTerminal *start(void)
{
  return ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, NULL);
}

/* Whether the row begins so once all keys are taken in. */
static bool row_begins(NgTerminal *t, int row, const char *text)
{
  if (!ng_terminal_wait_settled(t, MS))
    return false;
  g_autofree char *now = ng_terminal_row(t, row);
  bool so = g_str_has_prefix(now, text);
  if (!so)
    ng_terminal_dump(t);
  return so;
}

/* Keys one after the other, and how the first row of the text begins after each. */
static const struct {
  const char *keys, *text;
} moves[] = {
    {"j", " 8 May 2023"},
    {"k", " China and the United States"},
    {NG_KEY_DOWN NG_KEY_DOWN NG_KEY_UP, " 8 May 2023"},
    {"g ", " blown off its course"},
    {"b", " China and the United States"},
    {NG_KEY_PAGE_DOWN, " blown off its course"},
    {NG_KEY_PAGE_UP, " China and the United States"},
    {NG_KEY_CTRL('D'), " relationship steady"},
    {NG_KEY_CTRL('U'), " China and the United States"},
    {"G", " channels that reach deep enough"},
    {"g", " China and the United States"},
    {NG_KEY_END, " channels that reach deep enough"},
    {NG_KEY_HOME, " China and the United States"},
    {"}", " Two quarrels"},
    {"}", " An island in between"},
    {"{", " Two quarrels"},
    {"g5j", " on Monday: a small"},
    {"g012j", " see to it that no accident"},
    {"g03000000000j", " channels that reach deep enough"},
    {"g:page-down" NG_KEY_ENTER, " blown off its course"},
};

Test(flow_keys, each_move_goes_where_it_says)
{
  g_autoptr(NgTerminal) t = start();
  for (gsize i = 0; i < G_N_ELEMENTS(moves); i++) {
    ng_terminal_send(t, moves[i].keys);
    cr_assert(row_begins(t, 1, moves[i].text), "step %zu: %s after %s", i, moves[i].text, moves[i].keys);
  }
  cr_assert(ng_flow_quit(t));
}

/* Keys, what is on the screen after them, and what is not (NULL: anything). */
typedef struct {
  const char *keys, *there, *gone;
} Step;

static void go(NgTerminal *t, const Step *steps, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    cr_assert(ng_flow_key(t, steps[i].keys, steps[i].there), "step %zu: \"%s\" after %s", i, steps[i].there,
              steps[i].keys);
    if (steps[i].gone)
      cr_assert(ng_terminal_wait_gone(t, steps[i].gone, MS), "step %zu: no \"%s\" after %s", i, steps[i].gone,
                steps[i].keys);
  }
  cr_assert(ng_flow_quit(t));
}

Test(flow_keys, a_search_follows_what_is_typed_and_leads_back)
{
  static const Step steps[] = {
      {"/Norw", "Norway", "8 May 2023"}, /* not yet accepted */
      {"zz", "8 May 2023", "Norway"},    /* back to where it began */
      {"\025Norw", "Norway", "8 May 2023"},
      {"\025", "8 May 2023", "no match"}, /* nothing typed is nothing looked for */
      {NG_KEY_ESC, "8 May 2023", "Norway"},
      {"/burns" NG_KEY_ENTER, "/burns · match 1 of 7", "nothing matches"},
      {"/spying", "match 1 of 1", NULL},
      {"zz", "no match", "match 1"}, /* not where the last letter left it */
      {NG_KEY_ESC, "mention", "no match"},
      {"/BURNS" NG_KEY_ENTER, "/BURNS · nothing matches", "no match"}, /* said once */
      {"n", "nothing matches", "that was the last"},
      {"/Q.n [GD]" NG_KEY_ENTER, "match 1 of 1", NULL},
      {"/spying|Twitter|Norway" NG_KEY_ENTER, "match 1 of 3", NULL},
      {"nn", "match 3 of 3", NULL},
      {"n", "match 1 of 3", NULL},
      {"N", "match 3 of 3", NULL},
      {"N", "match 2 of 3", NULL},
      {"*" NG_KEY_ESC, "Twitter · mention 1 of 1", "match"},
      {"/(" NG_KEY_ENTER, "/( · nothing matches", NULL}, /* no expression: looked for as it is */
  };
  g_autoptr(NgTerminal) t = start();
  go(t, steps, G_N_ELEMENTS(steps));
}

Test(flow_keys, a_list_is_filtered_and_whole_again)
{
  static const Step steps[] = {
      {"2/han", "People", "Antony Blinken"},  {NG_KEY_ENTER, "2 People /han", "Antony Blinken"},
      {NG_KEY_ESC, "Antony Blinken", "/han"}, {"/tai", "2 People /tai", "Paul Haenle"}, /* in the role as well */
      {NG_KEY_ESC, "Antony Blinken", NULL},   {"g" NG_KEY_ENTER, NG_FLOW_AT_START, NULL},
  };
  g_autoptr(NgTerminal) t = start();
  go(t, steps, 2);
  g_autoptr(NgTerminal) again = start();
  go(again, steps, G_N_ELEMENTS(steps));
}

Test(flow_keys, the_mentions_are_filtered_and_whole_again_before_they_are_left)
{
  static const Step steps[] = {
      {":select burns" NG_KEY_ENTER "m/monday" NG_KEY_ENTER, "/monday", "¶ 9"},
      {NG_KEY_ESC, "¶ 9", "/monday"},
      {"/monday" NG_KEY_ESC, "¶ 9", "/monday"},
      {NG_KEY_ESC, "n next", "¶ 9"},
  };
  g_autoptr(NgTerminal) t = start();
  go(t, steps, G_N_ELEMENTS(steps));
}

Test(flow_keys, a_fold_takes_further_people_in_and_lets_them_go)
{
  static const Step steps[] = {
      {"x", "three things to Burns", "8 May 2023"},
      {":select haenle" NG_KEY_ENTER "x", "Paul Haenle", NULL},
      {"x", "folded", NULL},
      {":select blinken" NG_KEY_ENTER "x", "public that China might be about", NULL},
      {"g", "Qin Gang, received", NULL},
      {":select qin" NG_KEY_ENTER "x", "public that China might be about", "Qin Gang, received"},
      {NG_KEY_ESC "g", "Qin Gang, received", "folded"},
  };
  g_autoptr(NgTerminal) t = start();
  go(t, steps, G_N_ELEMENTS(steps));
}

Test(flow_keys, a_new_jump_leaves_no_way_forward)
{
  static const Step steps[] = {
      {"9n", "mention 9 of 9", "8 May 2023"}, {BACK, "8 May 2023", "mention 9 of 9"},
      {BACK, "no jump before this", NULL},    {"G", "100 %", "8 May 2023"},
      {FORWARD, "no jump after this", NULL},  {BACK, "8 May 2023", NULL},
      {BACK, "no jump before this", NULL},
  };
  g_autoptr(NgTerminal) t = start();
  go(t, steps, G_N_ELEMENTS(steps));
}

Test(flow_keys, what_is_typed_after_a_colon_is_completed)
{
  static const Step steps[] = {
      {":", " problems", NULL}, /* nothing typed: those that no key reaches */
      {NG_KEY_TAB NG_KEY_TAB, ":about", " line-down"},
      {"\025sel", " select-here", " problems"},
      {"\b\b\bthem", " theme", " select"},
      {"e l", " theme light", " theme dark"},
      {NG_KEY_TAB, ":theme light", NULL},
      {NG_KEY_ESC ":select b", " select Nicholas Burns", NULL},
      {NG_KEY_TAB NG_KEY_TAB, ":select Antony Blinken", NULL},
      {NG_KEY_ENTER, "Antony Blinken · mention 1 of 2", " select"},
      {":theme m", " theme mono", " theme Emmanuel"}, /* themes alone */
      {NG_KEY_ESC ":sel burns" NG_KEY_ENTER, "Nicholas Burns · mention 1 of 7", NULL},
      {":the foo" NG_KEY_ENTER, "themes are dark", NULL},
      {":pa" NG_KEY_ENTER, "pa is too short: page-down, page-up, ...", NULL},
      {":mentoins" NG_KEY_ENTER, "no command mentoins; the nearest is mentions", NULL},
      {":xyzzy" NG_KEY_ENTER, "no command xyzzy: ? shows them", "nearest"},
      {"?:sel blinken" NG_KEY_ENTER, "Antony Blinken · mention 1 of 2", "Names in the text"}, /* help is left for it */
      {":select bei", " select Beijing", NULL},                                               /* of any kind */
      {NG_KEY_TAB NG_KEY_ENTER, "Beijing · mention 1 of 6", NULL},
  };
  g_autoptr(NgTerminal) t = start();
  go(t, steps, G_N_ELEMENTS(steps));
}

/* More names than letters: each label has two. */
Test(flow_keys, a_label_of_two_letters_is_typed_letter_by_letter)
{
  static const Step steps[] = {
      {"f", "aaina", NULL},
      {"", "Jump · type a label", NULL},
      {"a", "type a label", "aaina"},
      {"g", "Nicholas Burns · mention 1 of 7", "type a label"},
      {"fz", "no label z", "type a label"},
      {"f" NG_KEY_ESC, "Nicholas Burns · mention 1 of 7", "no label"},
  };
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 40, 120, NULL);
  go(t, steps, G_N_ELEMENTS(steps));
}

Test(flow_keys, redraw_writes_the_whole_screen)
{
  g_autoptr(NgTerminal) t = start();
  cr_assert(ng_terminal_wait_settled(t, MS));
  gsize before = ng_terminal_n_bytes(t);
  ng_terminal_send(t, NG_KEY_CTRL('L'));
  cr_assert(ng_terminal_wait_settled(t, MS));
  static const char title[] = " talk again";
  cr_assert(ng_terminal_wrote(t, title, strlen(title), before));
  cr_assert(ng_flow_quit(t));
}

/* The terminal's cursor follows to the row of a list, and is nowhere where the selected name is out of sight. */
Test(flow_keys, the_cursor_stands_on_what_is_selected_or_nowhere)
{
  g_autoptr(NgTerminal) t = start();
  cr_assert(ng_flow_key(t, "G", "100 %"));
  cr_assert(ng_terminal_wait_settled(t, MS));
  cr_assert_not(ng_terminal_cursor_visible(t));
  int row, col, burns_row, burns_col;
  cr_assert(ng_flow_key(t, "2j", "Nicholas Burns · mention 1 of 7"));
  cr_assert(ng_terminal_wait_settled(t, MS) && ng_terminal_cursor_visible(t));
  ng_terminal_cursor(t, &row, &col);
  cr_assert(ng_terminal_find(t, "Nicholas Burns ┸", &burns_row, &burns_col));
  cr_assert(row == burns_row && col == burns_col, "%d,%d and not %d,%d", row, col, burns_row, burns_col);
  cr_assert(ng_terminal_cell(t, row, col).reverse);
  cr_assert(ng_flow_quit(t));
}

Test(flow_keys, among_several_the_head_counts_articles)
{
  g_autofree char *program = ng_terminal_program();
  const char *const argv[] = {program, "--mouse", NULL};
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, "Three hours in Bali", MS));
  cr_assert(ng_flow_key(t, "\033[<0;30;4M\033[<0;30;4m", "3 of 6 ·"), "a click chooses");
  cr_assert(ng_flow_key(t, NG_KEY_ENTER, "━ 3 of 6"));
  cr_assert(ng_flow_key(t, "K", "named in"), "in how many articles");
  cr_assert(ng_flow_key(t, "\033[<0;3;2M\033[<0;3;2m", "n next"), "a click closes a card");
  ng_terminal_resize(t, 12, 40);
  cr_assert(ng_terminal_wait_for(t, "━ 3/6", MS));
  cr_assert(ng_flow_quit(t));
}

/* An article with nobody in it: what needs a name says that there is none. */
Test(flow_keys, where_no_name_is_the_keys_say_so)
{
  g_autofree char *home = ng_terminal_make_home(), *path = g_build_filename(home, "nobody.xml", NULL);
  g_autofree char *setting = g_strconcat("HOME=", home, NULL), *program = ng_terminal_program();
  const char *const env[] = {setting, "VISUAL=true", NULL};
  const char *const argv[] = {program, "--annotate", "never", path, NULL};
  const char *const select[] = {program, "--annotate", "never", "--select", "Qin", path, NULL};
  cr_assert(g_file_set_contents(path, "<TEI><text><body><p>Nobody came.</p></body></text></TEI>", -1, NULL));
  {
    g_autoptr(NgTerminal) t = ng_terminal_start(argv, 24, 80, env);
    cr_assert(ng_terminal_wait_for(t, "Nobody came.", MS));
    cr_assert(ng_flow_key(t, "f", "no name on the screen"));
    cr_assert(ng_flow_key(t, "y", "no name is selected"));
    cr_assert(ng_flow_key(t, "o", "the article does not tell its source"));
    cr_assert(ng_flow_key(t, "e", "loaded again"), "it is edited all the same");
    cr_assert(ng_flow_quit(t));
  }
  g_autoptr(NgTerminal) t = ng_terminal_start(select, 24, 80, env);
  cr_assert(ng_terminal_wait_for(t, "Qin names no one, or several; nearest: no names in the article", MS));
  cr_assert(ng_terminal_wait_exit(t, MS));
  cr_assert_eq(ng_terminal_exit_code(t), 2);
  ng_terminal_remove_home(home);
}

/* A mark is stopped at between the names, and Enter opens what it stands for, not the pane of whoever is selected. */
Test(flow_keys, enter_on_a_mark_opens_its_note)
{
  static const Step steps[] = {
      {NG_KEY_TAB, "Enter opens note 1", NULL},   {NG_KEY_ENTER, "Note 1 · of 1", NULL}, {"q", "n next", "Note 1"},
      {NG_KEY_TAB, "Bob · mention 1 of 1", NULL}, {NG_KEY_ENTER, "2 People ━", NULL},
  };
  g_autofree char *home = ng_terminal_make_home(), *path = g_build_filename(home, "noted.xml", NULL);
  g_autofree char *setting = g_strconcat("HOME=", home, NULL), *program = ng_terminal_program();
  const char *const env[] = {setting, NULL}, *const argv[] = {program, path, NULL};
  cr_assert(g_file_set_contents(path,
                                "<TEI><text><body><p><persName>Ann</persName> came<note>By train.</note> and "
                                "<persName>Bob</persName> went.</p></body></text></TEI>",
                                -1, NULL));
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 24, 80, env);
  cr_assert(ng_terminal_wait_for(t, "Ann · mention 1 of 1", MS));
  go(t, steps, G_N_ELEMENTS(steps));
  ng_terminal_remove_home(home);
}

/* A key that only the terminal's description names is none that begins a paste: what is typed after it is taken as it is. */
Test(flow_keys, shift_tab_of_the_linux_console_is_one)
{
  static const char *const env[] = {"TERM=linux", NULL};
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, NULL, 24, 80, env);
  cr_assert(ng_flow_key(t, "nn", "Qin Gang · mention 3 of 9"));
  cr_assert(ng_flow_key(t, NG_KEY_TAB, "Washington · mention 2 of 5"));
  cr_assert(ng_flow_key(t, "\033[Z", "Qin Gang · mention 3 of 9"));
  cr_assert(ng_flow_key(t, "N", "Qin Gang · mention 2 of 9"));
  cr_assert(ng_flow_quit(t));
}
