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

static const NgSubcommand *subcommand_called(const char *name)
{
  gsize n, i = 0;
  const NgSubcommand *subcommands = ng_subcommands(&n);
  while (i < n && g_strcmp0(subcommands[i].name, name) != 0)
    i++;
  cr_assert_lt(i, n, "no subcommand %s", name);
  return &subcommands[i];
}

Test(manual, help_is_written_so)
{
  g_autofree char *people = ng_options_help(subcommand_called("people"));
  cr_expect_str_eq(people,
                   "usage: nutgraf people [OPTION...] FILE...\n\n"
                   "List the people.\n\n"
                   "Options:\n"
                   "  --width=COLS     lines of at most so many columns\n"
                   "  --to=FORMAT      print for programs: json, csv, tsv\n"
                   "  --annotate=WHEN  find the names of a text; auto: where no person and no place is marked: auto, "
                   "always, never\n"
                   "  -h, --help       print this help\n\n"
                   "A FILE may be - for standard input. The keys of the reader: press ? there, or man nutgraf.\n",
                   "%s", people);
  g_autofree char *all = ng_options_help(subcommand_called(NULL));
  static const char *const parts[] = {
      "usage: nutgraf [OPTION...] [FILE...]\n       nutgraf show [OPTION...] FILE...\n       nutgraf people ",
      "       nutgraf check [OPTION...] FILE...\n\n  (none)           open articles in the reader\n  show             "
      "print "
      "articles",
      "  check            check the mark-up\n\nOptions:\n  --width=COLS     lines of at most"};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    assert_has(all, parts[i]);
}

/* Which options each subcommand takes, in their order. */
static const char *const taken[][2] = {
    {NULL, "width color annotate select theme ascii linear mouse config version help"},
    {"show", "width color annotate help"},
    {"people", "width to annotate help"},
    {"places", "width to annotate help"},
    {"organisations", "width to annotate help"},
    {"relations", "width to annotate help"},
    {"mentions", "color annotate help"},
    {"export", "to annotate help"},
    {"annotate", "to help"},
    {"graph", "to stats filter annotate help"},
    {"map", "to annotate help"},
    {"check", "help"},
};

Test(manual, each_subcommand_takes_its_options)
{
  gsize n, n_subcommands;
  const NgOption *options = ng_option_table(&n);
  ng_subcommands(&n_subcommands);
  cr_assert_eq(n_subcommands, G_N_ELEMENTS(taken));
  for (gsize i = 0; i < G_N_ELEMENTS(taken); i++) {
    g_autoptr(GString) names = g_string_new(NULL);
    for (gsize k = 0; k < n; k++)
      if (options[k].subcommands & 1u << subcommand_called(taken[i][0])->id)
        g_string_append_printf(names, "%s%s", names->len ? " " : "", options[k].name);
    cr_expect_str_eq(names->str, taken[i][1], "%s: %s", taken[i][0], names->str);
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

/* The page as groff prints it, without a warning: below each term what it is, as a sentence. */
static void expect_entry(const char *page, const char *term, const char *help, const char *words)
{
  const char *last = words ? words : help, *stop = strchr(".?!", last[strlen(last) - 1]) ? "" : ".";
  int pad = 7 - (int)strlen(term); /* a short term stands before what it is, others above */
  g_autofree char *between = pad > 0 ? g_strnfill((gsize)pad, ' ') : g_strdup("\n              ");
  g_autofree char *entry = g_strdup_printf("\n       %s%s%c%s%s%s%s\n", term, between, g_ascii_toupper(*help), help + 1,
                                           words ? ": " : "", words ? words : "", stop);
  cr_expect_not_null(strstr(page, entry), "no%s", entry);
}

Test(manual, groff_prints_each_entry_as_it_is_written)
{
  g_autofree char *groff = g_find_program_in_path("groff");
  if (!groff)
    cr_skip("groff is not here");
  g_autofree char *page = printed_by("sh", "-f", "groff -man -Tutf8 -ww -rHY=0 -rLL=2000n -P-cbou nutgraf.1 2>&1");
  cr_expect_null(strstr(page, "warning"), "%s", page);
  gsize n;
  const NgOption *options = ng_option_table(&n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *spelling = ng_option_spelling(&options[i]);
    g_autofree char *words = options[i].choices ? g_strjoinv(", ", (char **)options[i].choices()) : NULL;
    expect_entry(page, spelling, options[i].help, words);
  }
  const NgCommand *commands = ng_commands(&n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *term = *commands[i].keys ? g_strdup_printf("%s (%s)", commands[i].keys, commands[i].name)
                                              : g_strconcat(":", commands[i].name, NULL);
    expect_entry(page, term, commands[i].help, NULL);
  }
  const NgSetting *settings = ng_settings(&n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *term = g_strdup_printf("%s = %s", settings[i].name, settings[i].standard);
    g_autofree char *words = settings[i].choices ? g_strjoinv(" or ", (char **)settings[i].choices()) : NULL;
    const char *kind = settings[i].kind == NG_SETTING_SWITCH     ? "true or false"
                       : settings[i].kind == NG_SETTING_PER_CENT ? "from 1 to 100"
                                                                 : words;
    expect_entry(page, term, settings[i].help, kind);
  }
  const NgSubcommand *subcommands = ng_subcommands(&n);
  for (gsize i = 0; i < n; i++) {
    const char *name = subcommands[i].name ? subcommands[i].name : "", *space = *name ? " " : "";
    g_autofree char *title = g_strdup_printf("\n   nutgraf %s%s%s\n       %c%s.", name, space, subcommands[i].operands,
                                             g_ascii_toupper(*subcommands[i].help), subcommands[i].help + 1);
    g_autofree char *usage =
        g_strdup_printf("\n       nutgraf%s%s [OPTION...] %s\n", space, name, subcommands[i].operands);
    assert_has(page, title);
    assert_has(page, usage);
    if (subcommands[i].more)
      assert_has(page, subcommands[i].more);
  }
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
