/* Prints the manual page and the completions of the shells, from the tables that the program itself runs by. Runs while the program is built. */
#include "cli/manual.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*print)(FILE *out);
  } papers[] = {
      {"man", ng_manual_page}, {"bash", ng_completion_bash}, {"zsh", ng_completion_zsh}, {"fish", ng_completion_fish}};
  for (gsize i = 0; argc == 2 && i < G_N_ELEMENTS(papers); i++)
    if (strcmp(argv[1], papers[i].name) == 0) {
      papers[i].print(stdout);
      return fflush(stdout) != 0 || ferror(stdout);
    }
  fputs("usage: nutgraf-manual man|bash|zsh|fish\n", stderr);
  return 2;
}
