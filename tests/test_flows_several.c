/* Several articles: the ways that lead from one to another and back, and what is said of a name in one and holds in all. */
#include "tests/flows.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

#define BACK    "\017" /* Ctrl-O */
#define FORWARD "\016" /* Ctrl-N */

/* Three that name Ann and Bob, told apart by their first word; no date: they stand as they are given. */
static const char *const words[] = {"Alpha", "Bravo", "Charlie"};

typedef struct {
  char *home;
  NgTerminal *t;
} Several;

static Several start(void)
{
  Several several = {.home = ng_terminal_make_home()};
  g_autofree char *setting = g_strconcat("HOME=", several.home, NULL), *program = ng_terminal_program();
  g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(argv, g_strdup(program));
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    g_autofree char *path = g_strdup_printf("%s/%s.xml", several.home, words[i]);
    g_autofree char *xml =
        g_strdup_printf("<TEI><text><body><p>%s saw <persName>Ann</persName> and <persName>Bob</persName>.</p>"
                        "<p>Then <persName>Ann</persName> went.</p></body></text></TEI>",
                        words[i]);
    cr_assert(g_file_set_contents(path, xml, -1, NULL));
    g_ptr_array_add(argv, g_steal_pointer(&path));
  }
  g_ptr_array_add(argv, NULL);
  const char *const env[] = {setting, NULL};
  several.t = ng_terminal_start((const char *const *)argv->pdata, 24, 80, env);
  cr_assert(ng_terminal_wait_for(several.t, "3 new", MS) && ng_terminal_wait_settled(several.t, MS));
  return several;
}

static void end(Several *several)
{
  cr_expect(ng_flow_quit(several->t));
  ng_terminal_free(several->t);
  ng_terminal_remove_home(several->home);
  g_free(several->home);
}

/* Keys, and what is on the screen after them. */
typedef struct {
  const char *keys, *text;
} Step;

static void go(NgTerminal *t, const Step *steps, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    ng_terminal_send(t, steps[i].keys);
    cr_assert(ng_terminal_wait_settled(t, MS));
    cr_assert(ng_terminal_wait_for(t, steps[i].text, MS), "step %zu: \"%s\"", i, steps[i].text);
  }
}

Test(several, the_trail_is_gone_back_and_forth_in_its_order)
{
  const Step steps[] = {
      {NG_KEY_ENTER, "Alpha saw"},
      {"m" NG_KEY_TAB NG_KEY_ENTER, "Bravo saw"},
      {"m" NG_KEY_TAB "j" NG_KEY_ENTER, "Charlie saw"},
      {BACK, "Bravo saw"},
      {BACK, "Alpha saw"},
      {BACK, "no jump before this"},
      {FORWARD, "Bravo saw"},
      {FORWARD, "Charlie saw"},
      {FORWARD, "no jump after this"},
      {"q", "Bravo saw"},      /* q goes the same way */
      {"G" BACK, "Bravo saw"}, /* what was jumped since comes first */
      {BACK, "Alpha saw"},
      {"m" NG_KEY_TAB "j" NG_KEY_ENTER, "Charlie saw"}, /* another way: the one forward is forgotten */
      {BACK, "Alpha saw"},
      {FORWARD, "Charlie saw"},
      {"q", "Alpha saw"},
      {"q", "Articles ━"},
      {NG_KEY_ENTER, "Alpha saw"},
      {FORWARD, "no jump after this"}, /* the list ends a trail */
  };
  Several several = start();
  go(several.t, steps, G_N_ELEMENTS(steps));
  end(&several);
}

/* Within an article the jumps come first, back and forth; the trail goes on where they end. */
Test(several, jumps_within_an_article_come_before_the_trail)
{
  const Step steps[] = {
      {NG_KEY_ENTER "G", "Alpha saw"},
      {"m" NG_KEY_TAB NG_KEY_ENTER, "Bravo saw"},
      {BACK, "Alpha saw"},
      {BACK, "Alpha saw"},
      {BACK, "no jump before this"},
      {FORWARD, "Alpha saw"},
      {FORWARD, "Bravo saw"},
  };
  Several several = start();
  go(several.t, steps, G_N_ELEMENTS(steps));
  end(&several);
}

/* Where one goes another way, what was ahead is gone, though it led back to where one stands. */
Test(several, another_way_ends_the_one_that_was_ahead)
{
  const Step steps[] = {
      {NG_KEY_ENTER, "Alpha saw"},
      {"m" NG_KEY_TAB NG_KEY_ENTER, "Bravo saw"},
      {"m" NG_KEY_TAB NG_KEY_ENTER, "Alpha saw"},
      {BACK, "Bravo saw"},
      {BACK, "Alpha saw"},
      {"m" NG_KEY_TAB "j" NG_KEY_ENTER, "Charlie saw"},
      {BACK, "Alpha saw"},
      {BACK, "no jump before this"},
  };
  Several several = start();
  go(several.t, steps, G_N_ELEMENTS(steps));
  end(&several);
}

Test(several, what_is_said_of_a_name_holds_in_all_articles)
{
  const Step steps[] = {
      {"/ann" NG_KEY_ENTER, " 1 of 3 · "},
      {NG_KEY_ESC "j" NG_KEY_ENTER, "Bravo saw"},
      {"n", "Ann · mention 2 of 2"},
      {"qk" NG_KEY_ENTER, "Alpha saw"},
      {"X", "kept: Ann not a name"},
      {":select ann" NG_KEY_ENTER, "ann names no one"},
      {"q/ann" NG_KEY_ENTER, "no article like that"}, /* the list's filter knows the names anew */
      {"/bravo" NG_KEY_ENTER, " 1 of 1 · "},
      {NG_KEY_ESC, " 2 of 3 · "},
      {NG_KEY_ENTER, "Bravo saw"},
      {"1", "Bob · mention 1 of 1"},
      {":select ann" NG_KEY_ENTER, "ann names no one"},
      {"U", "taken back: Ann not a name"},
      {":select ann" NG_KEY_ENTER, "Ann · mention 1 of 2"},
      {"q/ann" NG_KEY_ENTER, " 2 of 3 · "},
      {NG_KEY_ESC "j" NG_KEY_ENTER, "Charlie saw"},
      {"1", "Ann · mention 1 of 2"},
  };
  Several several = start();
  go(several.t, steps, G_N_ELEMENTS(steps));
  end(&several);
}

/* Opened before there was a pause to load it again, the other article is loaded again while it is open, and what lies over it waits for that. */
Test(several, what_is_said_of_a_name_holds_in_the_article_that_is_opened_at_once)
{
  const Step steps[] = {
      {"j" NG_KEY_ENTER, "Bravo saw"},
      {"q", "Articles ━"},
      {"k" NG_KEY_ENTER, "Alpha saw"},
      {"Xm", "mention 1 of 1"},
      {NG_KEY_TAB NG_KEY_ENTER "~", "no such key"},
      {"1", "Bob · mention 1 of 1"},
      {"1", "Bravo saw"},
      {":select ann" NG_KEY_ENTER, "ann names no one"},
      {"Um" NG_KEY_TAB NG_KEY_ENTER "/went", "/went"},
      {NG_KEY_ENTER, "/went · match 1 of 1"}, /* it is still looked for */
      {NG_KEY_ESC ":select ann" NG_KEY_ENTER, "Ann · mention 1 of 2"},
  };
  Several several = start();
  go(several.t, steps, G_N_ELEMENTS(steps));
  end(&several);
}

/* Keys that come together are read before the next drawing: the labels are of the article that they have opened, not of the one on the screen. */
Test(flow_several, labels_are_of_the_article_that_was_just_opened)
{
  g_autofree char *home = ng_terminal_make_home(), *program = ng_terminal_program();
  g_autofree char *many = g_build_filename(home, "many.xml", NULL), *one = g_build_filename(home, "one.xml", NULL);
  g_autofree char *setting = g_strconcat("HOME=", home, NULL);
  const char *const env[] = {setting, NULL}, *const argv[] = {program, many, one, NULL};
  g_autoptr(GString) names = g_string_new("<TEI><text><body><p>Many came.");
  for (char c = 'A'; c <= 'Z'; c++)
    g_string_append_printf(names, " <persName>%cnn</persName>", c);
  g_string_append(names, "</p></body></text></TEI>");
  cr_assert(g_file_set_contents(many, names->str, -1, NULL));
  cr_assert(g_file_set_contents(
      one, "<TEI><text><body><p>Here is <persName>Bob</persName> alone.</p></body></text></TEI>", -1, NULL));
  g_autoptr(NgTerminal) t = ng_terminal_start(argv, 24, 80, env);
  cr_assert(ng_terminal_wait_for(t, "2 new", MS) && ng_terminal_wait_settled(t, MS));
  cr_assert(ng_flow_key(t, "\r", "Many came."));
  cr_assert(ng_flow_key(t, "qj\rf", "Here is aob alone."));
  cr_assert(ng_flow_key(t, "m", "no label m"));
  cr_assert(ng_flow_key(t, "fa", "Bob · mention 1 of 1"));
  cr_assert(ng_flow_quit(t));
  ng_terminal_remove_home(home);
}

/* Of several files the first that names them opens, and those before it are as unread as they were. */
Test(flow_several, a_name_that_is_selected_is_looked_for_in_all)
{
  g_autofree char *other = ng_flow_path("content/articles/2022-11-14-bali.xml");
  g_autofree char *options = g_strdup_printf("--select qin /no/such/file.xml %s", other);
  g_autoptr(NgTerminal) t = ng_flow_start(NG_FLOW_ARTICLE, options, 24, 80, NULL);
  cr_assert(ng_terminal_wait_for(t, NG_FLOW_AT_START, MS));
  cr_assert(ng_flow_key(t, "q", "● 14 Nov 2022  Three hours in Bali"));
  ng_terminal_send(t, "q");
}
