#include "cli/options.h"
#include "cli/output.h"
#include "cli/subcommands.h"
#include "config.h"
#include "model/error.h"

#include <locale.h>
#include <stdio.h>

static int run(const NgOptions *options)
{
  if (options->help) {
    g_autofree char *help = ng_options_help(options->subcommand);
    fputs(help, stdout);
    return ng_output_flush() ? NG_EXIT_DONE : NG_EXIT_BAD;
  }
  if (options->version) {
    puts(PACKAGE_STRING);
    return ng_output_flush() ? NG_EXIT_DONE : NG_EXIT_BAD;
  }
  return options->subcommand->run(options);
}

int main(int argc, char **argv)
{
  (void)argc;
  /* Of the locale only the characters matter here; each further category costs a start the reading of a file. */
  setlocale(LC_CTYPE, "");
  g_autoptr(GError) error = NULL;
  g_autoptr(NgOptions) options = ng_options_parse(argv, &error);
  if (options)
    return run(options);
  ng_report("%s", error->message);
  return NG_EXIT_BAD;
}
