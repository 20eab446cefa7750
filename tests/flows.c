#include "tests/flows.h"

#include <stdlib.h>

char *ng_flow_path(const char *name)
{
  return g_build_filename(getenv("NG_TEST_SRCDIR"), name, NULL);
}

NgTerminal *ng_flow_start(const char *name, const char *options, int rows, int cols, const char *const *env)
{
  g_autofree char *program = ng_terminal_program(), *path = ng_flow_path(name);
  g_auto(GStrv) words = g_strsplit(options ? options : "", " ", -1);
  g_autoptr(GPtrArray) argv = g_ptr_array_new();
  g_ptr_array_add(argv, program);
  for (char **word = words; *word; word++)
    g_ptr_array_add(argv, *word);
  g_ptr_array_add(argv, path);
  g_ptr_array_add(argv, NULL);
  NgTerminal *terminal = ng_terminal_start((const char *const *)argv->pdata, rows, cols, env);
  ng_terminal_wait_for(terminal, "? help", MS);
  return terminal;
}

NgTerminal *ng_flow_shell(const char *line, int rows, int cols, const char *const *env)
{
  static const char *const argv[] = {"sh", "-im", NULL};
  g_autofree char *program = ng_terminal_program(), *path = ng_flow_path(NG_FLOW_ARTICLE);
  g_autofree char *typed = g_strdup_printf("N='%s' A='%s' PS1='$ '; clear; %s\n", program, path, line);
  NgTerminal *terminal = ng_terminal_start(argv, rows, cols, env);
  ng_terminal_wait_settled(terminal, MS);
  ng_terminal_send(terminal, typed);
  return terminal;
}

bool ng_flow_key(NgTerminal *terminal, const char *keys, const char *text)
{
  ng_terminal_send(terminal, keys);
  return ng_terminal_wait_for(terminal, text, MS);
}

bool ng_flow_quit(NgTerminal *terminal)
{
  ng_terminal_send(terminal, "Q");
  return ng_terminal_wait_exit(terminal, MS) && ng_terminal_exit_code(terminal) == 0 && ng_terminal_restored(terminal);
}
