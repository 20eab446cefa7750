/* Completions for bash, zsh and fish. */
#include "cli/manual.h"
#include "cli/options.h"

#include <string.h>

static bool belongs(const NgOption *option, const NgSubcommand *subcommand)
{
  return (option->subcommands & 1u << subcommand->id) != 0;
}

static char *words_of(const NgOption *option)
{
  return option->choices ? g_strjoinv(" ", (char **)option->choices()) : NULL;
}

/* ---- bash ---- */

static void bash_options(const NgSubcommand *subcommand, FILE *out)
{
  gsize n;
  const NgOption *options = ng_option_table(&n);
  fprintf(out, "    %s)\n      options='", subcommand->name ? subcommand->name : "*");
  for (gsize i = 0; i < n; i++)
    if (belongs(&options[i], subcommand))
      fprintf(out, "--%s%s ", options[i].name, options[i].argument ? "=" : "");
  fputs("'\n      case $option in\n", out);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *words = belongs(&options[i], subcommand) ? words_of(&options[i]) : NULL;
    if (words)
      fprintf(out, "        --%s) words='%s' ;;\n", options[i].name, words);
  }
  fputs("      esac\n      ;;\n", out);
}

void ng_completion_bash(FILE *out)
{
  gsize n;
  const NgSubcommand *subcommands = ng_subcommands(&n);
  fputs("# bash completion for nutgraf\n"
        "_nutgraf() {\n"
        "  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} options= words=\n"
        "  # bash parts --to=json into three words.\n"
        "  if [[ $option == '=' ]]; then\n"
        "    option=${COMP_WORDS[COMP_CWORD-2]}\n"
        "  elif [[ $current == '=' ]]; then\n"
        "    current=\n"
        "  fi\n"
        "  case ${COMP_WORDS[1]} in\n",
        out);
  for (gsize i = 1; i < n; i++)
    bash_options(&subcommands[i], out);
  bash_options(&subcommands[0], out);
  fputs("  esac\n"
        "  if [[ -n $words ]]; then\n"
        "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
        "  elif [[ $current == -* ]]; then\n"
        "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
        "    [[ ${COMPREPLY[0]} != *= ]] || compopt -o nospace\n"
        "  elif [[ $COMP_CWORD -eq 1 ]]; then\n"
        "    COMPREPLY=($(compgen -W '",
        out);
  for (gsize i = 1; i < n; i++)
    fprintf(out, "%s ", subcommands[i].name);
  fputs("' -- \"$current\") $(compgen -f -- \"$current\"))\n"
        "  fi\n"
        "}\n"
        "complete -o bashdefault -o default -F _nutgraf nutgraf\n",
        out);
}

/* ---- zsh ---- */

/* Text inside single quotes inside a specification of _arguments. */
static void zsh_text(const char *text, FILE *out)
{
  for (; *text; text++)
    if (*text == '\'')
      fputs("'\\''", out);
    else
      fprintf(out, strchr("[]:", *text) ? "\\%c" : "%c", *text);
}

static void zsh_options(const NgSubcommand *subcommand, FILE *out)
{
  gsize n;
  const NgOption *options = ng_option_table(&n);
  fprintf(out, "    %s) _arguments -s \\\n", subcommand->name ? subcommand->name : "*");
  for (gsize i = 0; i < n; i++) {
    const NgOption *option = &options[i];
    if (!belongs(option, subcommand))
      continue;
    fprintf(out, "        '--%s%s[", option->name, option->argument ? "=" : "");
    zsh_text(option->help, out);
    putc(']', out);
    g_autofree char *words = words_of(option);
    if (option->argument)
      fprintf(out, ":%s:", option->argument);
    if (words)
      fprintf(out, "(%s)", words);
    else if (option->kind == NG_OPTION_FILE)
      fputs("_files", out);
    fputs("' \\\n", out);
    if (option->letter) {
      fprintf(out, "        '-%c[", option->letter);
      zsh_text(option->help, out);
      fputs("]' \\\n", out);
    }
  }
  if (subcommand->id == NG_SUBCOMMAND_MENTIONS)
    fputs("        '1:name:' \\\n", out);
  fputs("        '*:file:_files' ;;\n", out);
}

void ng_completion_zsh(FILE *out)
{
  gsize n;
  const NgSubcommand *subcommands = ng_subcommands(&n);
  fputs("#compdef nutgraf\n"
        "_nutgraf() {\n"
        "  local -a subcommands\n"
        "  subcommands=(\n",
        out);
  for (gsize i = 1; i < n; i++) {
    fprintf(out, "    '%s:", subcommands[i].name);
    zsh_text(subcommands[i].help, out);
    fputs("'\n", out);
  }
  fputs("  )\n"
        "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
        "    _describe 'subcommand' subcommands\n"
        "    _files\n"
        "    return\n"
        "  fi\n"
        "  local subcommand=$words[2]\n"
        "  if (( ${subcommands[(I)$subcommand:*]} )); then\n"
        "    shift words\n"
        "    (( CURRENT-- ))\n"
        "  fi\n"
        "  case $subcommand in\n",
        out);
  for (gsize i = 1; i < n; i++)
    zsh_options(&subcommands[i], out);
  zsh_options(&subcommands[0], out);
  fputs("  esac\n"
        "}\n"
        "_nutgraf \"$@\"\n",
        out);
}

/* ---- fish ---- */

static void fish_quoted(const char *text, FILE *out)
{
  putc('\'', out);
  for (; *text; text++)
    fprintf(out, strchr("'\\", *text) ? "\\%c" : "%c", *text);
  putc('\'', out);
}

static void fish_option(const NgOption *option, const NgSubcommand *subcommand, FILE *out)
{
  if (subcommand->name)
    fprintf(out, "complete -c nutgraf -n '__fish_seen_subcommand_from %s'", subcommand->name);
  else
    fputs("complete -c nutgraf -n __fish_use_subcommand", out);
  fprintf(out, " -l %s", option->name);
  if (option->letter)
    fprintf(out, " -s %c", option->letter);
  g_autofree char *words = words_of(option);
  if (words)
    fprintf(out, " -x -a '%s'", words);
  else if (option->argument)
    fputs(option->kind == NG_OPTION_FILE ? " -r -F" : " -x", out);
  fputs(" -d ", out);
  fish_quoted(option->help, out);
  putc('\n', out);
}

void ng_completion_fish(FILE *out)
{
  gsize n, n_options;
  const NgSubcommand *subcommands = ng_subcommands(&n);
  const NgOption *options = ng_option_table(&n_options);
  fputs("# fish completion for nutgraf\n", out);
  for (gsize i = 1; i < n; i++) {
    fprintf(out, "complete -c nutgraf -n __fish_use_subcommand -a %s -d ", subcommands[i].name);
    fish_quoted(subcommands[i].help, out);
    putc('\n', out);
  }
  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < n_options; k++)
      if (belongs(&options[k], &subcommands[i]))
        fish_option(&options[k], &subcommands[i], out);
}
