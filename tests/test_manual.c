/* The manual page, --help and the completions hold every option, subcommand, setting and command of the tables. */
#include "cli/configuration.h"
#include "cli/options.h"

#include <criterion/criterion.h>
#include <string.h>

static char *paper(const char *name)
{
  g_autofree char *path = g_build_filename(g_getenv("NG_TEST_BUILDDIR"), name, NULL);
  char *text = NULL;
  cr_assert(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
  return text;
}

/* roff writes a hyphen as \-. */
static char *plain_manual(void)
{
  g_autofree char *page = paper("nutgraf.1");
  g_autoptr(GString) plain = g_string_new(page);
  g_string_replace(plain, "\\-", "-", 0);
  g_string_replace(plain, "\\e", "\\", 0);
  return g_string_free(g_steal_pointer(&plain), FALSE);
}

#define assert_has(text, part) cr_assert_not_null(strstr(text, part), "no \"%s\"", part)

Test(manual, page_holds_every_subcommand_and_option)
{
  g_autofree char *page = plain_manual();
  gsize n;
  const NgSubcommand *subcommands = ng_subcommands(&n);
  for (gsize i = 1; i < n; i++) {
    g_autofree char *title = g_strdup_printf(".SS \"nutgraf %s %s\"", subcommands[i].name, subcommands[i].operands);
    assert_has(page, title);
  }
  const NgOption *options = ng_option_table(&n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *spelling = ng_option_spelling(&options[i]);
    assert_has(page, spelling);
  }
}

Test(manual, page_holds_every_command_and_setting)
{
  g_autofree char *page = plain_manual();
  gsize n;
  const NgCommand *commands = ng_commands(&n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *term = *commands[i].keys ? g_strdup_printf(" (%s)\n", commands[i].name)
                                              : g_strdup_printf("\\fB:\\fR%s\n", commands[i].name);
    assert_has(page, term);
  }
  const NgSetting *settings = ng_settings(&n);
  for (gsize i = 0; i < n; i++)
    assert_has(page, settings[i].name);
}

Test(manual, page_ends_each_sentence_once)
{
  g_autofree char *page = plain_manual();
  assert_has(page, "\nWho is this?\n");
  static const char *const doubled[] = {"?.\n", "....\n", "!.\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(doubled); i++)
    cr_expect_null(strstr(page, doubled[i]), "%s", strstr(page, doubled[i]) - 20);
}

Test(manual, help_and_completions_hold_every_option_of_every_subcommand)
{
  g_autofree char *bash = paper("completions/nutgraf"), *zsh = paper("completions/_nutgraf");
  g_autofree char *fish = paper("completions/nutgraf.fish");
  gsize n, n_options;
  const NgSubcommand *subcommands = ng_subcommands(&n);
  const NgOption *options = ng_option_table(&n_options);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *help = ng_options_help(&subcommands[i]);
    g_autofree char *in_case = g_strdup_printf("    %s)", subcommands[i].name ? subcommands[i].name : "*");
    const char *in_bash = strstr(bash, in_case), *in_zsh = strstr(zsh, in_case);
    cr_assert(in_bash && in_zsh, "%s", in_case);
    for (gsize k = 0; k < n_options; k++) {
      if ((options[k].subcommands & 1u << subcommands[i].id) == 0)
        continue;
      g_autofree char *spelling = ng_option_spelling(&options[k]);
      g_autofree char *name = g_strdup_printf("--%s", options[k].name),
                      *word = g_strdup_printf(" -l %s ", options[k].name);
      assert_has(help, spelling);
      cr_assert_lt(strstr(in_bash, name), strstr(in_bash, ";;\n"), "bash: %s", name);
      cr_assert_lt(strstr(in_zsh, name), strstr(in_zsh, ";;\n"), "zsh: %s", name);
      assert_has(fish, word);
    }
  }
}

/* What a shell, if it is here, prints for a script run in the build folder. The caller frees it. */
static char *printed_by(const char *shell, const char *option, const char *script)
{
  g_autofree char *program = g_find_program_in_path(shell);
  if (!program)
    cr_skip("%s is not here", shell);
  const char *argv[] = {program, option, "-c", script, NULL};
  char *out = NULL;
  cr_assert(g_spawn_sync(g_getenv("NG_TEST_BUILDDIR"), (char **)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                         &out, NULL, NULL, NULL));
  return out;
}

Test(manual, bash_takes_the_completion)
{
  g_autofree char *out =
      printed_by("bash", "--norc",
                 "source completions/nutgraf; t() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); "
                 "_nutgraf 2>/dev/null; echo \"${COMPREPLY[@]}\"; }; "
                 "t nutgraf rel; t nutgraf people --to = c; t nutgraf places --t; t nutgraf --them");
  cr_assert_str_eq(out, "relations\ncsv\n--to=\n--theme=\n");
}

Test(manual, fish_takes_the_completion)
{
  g_autofree char *out = printed_by("fish", "--no-config",
                                    "source completions/nutgraf.fish; for line in 'nutgraf rel' 'nutgraf people --to ' "
                                    "'nutgraf places --t' 'nutgraf --them'; complete -C $line | string replace -r "
                                    "'\\t.*' '' | string join ' '; end");
  cr_assert_str_eq(out, "relations\ncsv json tsv\n--to\n--theme\n");
}

/* The functions of zsh that the completion calls, each of which says what it is given. */
Test(manual, zsh_takes_the_completion)
{
  g_autofree char *out = printed_by("zsh", "-f",
                                    "_describe() { print -rl -- ${(P)2} | grep '^rel'; }; _arguments() { print -rl -- "
                                    "\"$@\" | grep '^--t'; }; _files() { :; }; "
                                    "t() { words=(\"$@\"); CURRENT=$#; source completions/_nutgraf; }; "
                                    "t nutgraf rel; t nutgraf people --t; t nutgraf --t");
  g_auto(GStrv) rows = g_strsplit(out, "\n", -1);
  static const char *const starts[] = {"relations:", "--to=[", "--theme=[", ""};
  cr_assert_eq(g_strv_length(rows), G_N_ELEMENTS(starts), "%s", out);
  for (gsize i = 0; i < G_N_ELEMENTS(starts); i++)
    cr_expect(g_str_has_prefix(rows[i], starts[i]), "%s", rows[i]);
  cr_expect(g_str_has_suffix(rows[1], ":(json csv tsv)"), "%s", rows[1]);
}
