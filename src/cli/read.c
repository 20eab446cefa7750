/* The reader, from its options and the configuration; and what it yields to where there is no terminal to read on. */
#include "cli/annotated.h"
#include "cli/configuration.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/subcommands.h"
#include "ui/ui.h"

#include <string.h>

#define LONGEST_COMMAND 20 /* letters, misspelt */

/* The configuration that holds; NULL, reported, when it is at fault or the one asked for is missing. */
static NgConfig *configuration(const NgOptions *options)
{
  g_autoptr(NgConfig) config = ng_config_new();
  g_autofree char *path = options->config ? g_strdup(options->config) : ng_config_path();
  g_autoptr(GError) error = NULL;
  if (!options->config && !g_file_test(path, G_FILE_TEST_EXISTS))
    return g_steal_pointer(&config);
  if (ng_config_read(config, path, &error))
    return g_steal_pointer(&config);
  ng_report("%s", error->message);
  return NULL;
}

/* Where reading positions are kept. The caller frees it. */
static char *state_dir(void)
{
  const char *state = g_getenv("XDG_STATE_HOME");
  if (state && g_path_is_absolute(state))
    return g_build_filename(state, "nutgraf", NULL);
  return g_build_filename(g_get_home_dir(), ".local", "state", "nutgraf", NULL);
}

static int read_articles(const NgOptions *options, const NgConfig *config, char *const *paths)
{
  g_autofree char *select = options->select ? ng_text_clean_line(options->select, strlen(options->select)) : NULL;
  g_autofree char *state = state_dir(), *content = ng_content_dir(), *corrections = ng_corrections_path();
  const char *when = options->annotate ? options->annotate : config->annotate;
  if (!ng_corrections_are_sound(when))
    return NG_EXIT_BAD;
  g_autoptr(NgLoading) loading = ng_loading_new(when);
  NgUiOptions ui = {
      .theme = options->theme ? options->theme : config->theme,
      .select = select,
      .keymap = config->keymap,
      .state_dir = config->remember_positions ? state : NULL,
      .content_dir = content,
      .corrections = corrections,
      .weak_below = config->weak_below,
      .ascii = options->ascii || config->ascii,
      .mouse = options->mouse || config->mouse,
      .background = config->background,
      .load = ng_loading_article,
      .loading = loading,
  };
  return ng_ui_run(&ui, paths, g_strv_length((char **)paths));
}

/* The subcommand that the first operand is misspelt for, where it is no file; NULL else. */
static const char *misspelt(const char *operand)
{
  gsize n;
  const NgSubcommand *subcommands = ng_subcommands(&n);
  if (!operand || strlen(operand) < 3 || strlen(operand) > LONGEST_COMMAND || g_file_test(operand, G_FILE_TEST_EXISTS))
    return NULL;
  for (gsize i = 0; i < n; i++)
    if (subcommands[i].name && ng_text_is_misspelt(operand, subcommands[i].name))
      return subcommands[i].name;
  return NULL;
}

int ng_run_read(const NgOptions *options)
{
  const char *command = misspelt(*options->operands);
  if (command) {
    g_autofree char *word = ng_text_clean_line(*options->operands, strlen(*options->operands));
    ng_report("%s: no such file; the nearest command is %s", word, command);
    return NG_EXIT_BAD;
  }
  if (options->linear)
    return ng_run_linear(options);
  if (!ng_output_is_terminal())
    return ng_run_show(options);
  g_autoptr(NgConfig) config = configuration(options);
  if (!config)
    return NG_EXIT_BAD;
  if (*options->operands)
    return read_articles(options, config, options->operands);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) paths = ng_content_articles(&error);
  if (*paths)
    return read_articles(options, config, paths);
  ng_report("%s", error->message);
  return NG_EXIT_BAD;
}
