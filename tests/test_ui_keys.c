/* Keys and the table of commands: names both ways, contexts, binding. */
#include "model/error.h"
#include "tests/ui.h"

#include <criterion/criterion.h>
#include <string.h>

Test(keys, every_name_comes_back_as_it_was)
{
  static const char *const names[] = {"j",      "G",         "?",   "|",  "é",    "北",     "Space",
                                      "Tab",    "Enter",     "Esc", "F1", "F12",  "Ctrl-D", "PgDn",
                                      "PgUp",   "Home",      "End", "Up", "Down", "Left",   "Right",
                                      "Ctrl-L", "Shift-Tab", "{",   "*",  "+",    "-",      "Backspace"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    NgKey key = ng_key_parse(names[i], strlen(names[i]));
    cr_assert_neq(key, NG_KEY_NONE, "%s", names[i]);
    g_autofree char *name = ng_key_name(key);
    cr_expect_str_eq(name, names[i]);
  }
}

Test(keys, case_matters_in_characters_alone)
{
  cr_expect_eq(ng_key_parse("space", 5), ng_key_parse("Space", 5));
  cr_expect_eq(ng_key_parse("CTRL-d", 6), ng_key_parse("Ctrl-D", 6));
  cr_expect_neq(ng_key_parse("g", 1), ng_key_parse("G", 1));
}

Test(keys, what_is_no_key_is_none)
{
  static const char *const names[] = {"", "jj", "Ctrl-", "Ctrl-Enterr", "F0", "F99", "Hyper-X", "\xff"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    cr_expect_eq(ng_key_parse(names[i], strlen(names[i])), NG_KEY_NONE, "%s", names[i]);
}

/* Each default key of each command is a key, and means that command in its context. */
Test(keys, every_default_key_leads_to_its_command)
{
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  gsize n;
  const NgCommand *commands = ng_commands(&n);
  for (gsize i = 0; i < n; i++) {
    g_auto(GStrv) keys = g_strsplit(commands[i].keys, " ", -1);
    for (char **key = keys; *key; key++) {
      if (!**key)
        continue;
      NgKey k = ng_key_parse(*key, strlen(*key));
      cr_assert_neq(k, NG_KEY_NONE, "%s of %s", *key, commands[i].name);
      cr_expect_eq(ng_keymap_look_up(keymap, k, commands[i].context), commands[i].id, "%s of %s", *key,
                   commands[i].name);
    }
  }
}

Test(keys, the_most_particular_context_wins)
{
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  cr_expect_eq(ng_keymap_look_up(keymap, 'j', NG_CONTEXT_ANY), NG_COMMAND_LINE_DOWN);
  cr_expect_eq(ng_keymap_look_up(keymap, 'j', NG_CONTEXT_RELATIONS), NG_COMMAND_WALK_DOWN);
  cr_expect_eq(ng_keymap_look_up(keymap, 'q', NG_CONTEXT_RELATIONS), NG_COMMAND_QUIT);
  cr_expect_eq(ng_keymap_look_up(keymap, 0x1F600, NG_CONTEXT_ANY), NG_COMMAND_NONE);
}

Test(keys, binding_takes_a_key_from_who_had_it)
{
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  cr_assert(ng_keymap_bind(keymap, NG_COMMAND_QUIT_ALL, "q Ctrl-Q", NULL));
  cr_expect_eq(ng_keymap_look_up(keymap, 'q', 0), NG_COMMAND_QUIT_ALL);
  cr_expect_str_eq(ng_keymap_first(keymap, NG_COMMAND_QUIT_ALL), "q");
  cr_expect_str_eq(ng_keymap_first(keymap, NG_COMMAND_QUIT), "");
  cr_expect_eq(ng_keymap_look_up(keymap, 'Q', 0), NG_COMMAND_NONE, "the keys it had before are free");
  g_autofree char *all = ng_keymap_all(keymap, NG_COMMAND_QUIT_ALL);
  cr_expect_str_eq(all, "q Ctrl-Q");
}

Test(keys, a_bad_binding_changes_nothing)
{
  g_autoptr(NgKeymap) keymap = ng_keymap_new();
  g_autoptr(GError) error = NULL;
  cr_expect(!ng_keymap_bind(keymap, NG_COMMAND_QUIT, "x Nonsense", &error));
  cr_assert(g_error_matches(error, NG_ERROR, NG_ERROR_USAGE));
  cr_expect_eq(ng_keymap_look_up(keymap, 'q', 0), NG_COMMAND_QUIT);
  cr_expect_eq(ng_keymap_look_up(keymap, 'x', 0), NG_COMMAND_FOLD);
}

Test(commands, names_are_unique_and_help_is_there)
{
  gsize n;
  const NgCommand *commands = ng_commands(&n);
  for (gsize i = 0; i < n; i++) {
    cr_expect(*commands[i].name && *commands[i].label && *commands[i].help);
    cr_expect_eq(ng_command_by_name(commands[i].name, NULL), &commands[i], "%s stands twice", commands[i].name);
    cr_expect_eq(ng_command(commands[i].id), &commands[i]);
    cr_expect_leq(strlen(commands[i].help), 22, "%s is too long for a column of the help", commands[i].help);
  }
  cr_expect(!commands[0].together || *commands[0].together, "the first of a row says what they all do");
  for (gsize i = 1; i < n; i++)
    if (commands[i].together && !*commands[i].together)
      cr_expect(commands[i - 1].together && commands[i - 1].group == commands[i].group, "%s", commands[i].name);
  const char *nearest;
  cr_expect_null(ng_command_by_name("mentoins", &nearest));
  cr_expect_str_eq(nearest, "mentions");
  cr_expect_null(ng_command(NG_COMMAND_NONE));
  for (NgCommandGroup group = 0; group < NG_N_GROUPS; group++)
    cr_expect(*ng_command_group_head(group));
}

Test(commands, the_beginning_of_a_name_will_do_where_it_means_one)
{
  static const struct {
    const char *typed;
    NgCommandId meant;
  } rows[] = {{"prob", NG_COMMAND_PROBLEMS}, {"q", NG_COMMAND_QUIT},        {"quit-", NG_COMMAND_QUIT_ALL},
              {"sel", NG_COMMAND_SELECT},    {"select", NG_COMMAND_SELECT}, {"the", NG_COMMAND_THEME},
              {"p", NG_COMMAND_NONE},        {"pa", NG_COMMAND_NONE},       {"problemss", NG_COMMAND_NONE}};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    const NgCommand *command = ng_command_begun(rows[i].typed);
    cr_expect_eq(command ? command->id : NG_COMMAND_NONE, rows[i].meant, "%s: %s", rows[i].typed,
                 command ? command->name : "none");
  }
}
