#include "load/load.h"
#include "ui/ui.h"

#include <locale.h>

int main(int argc, char **argv)
{
  setlocale(LC_ALL, "");
  NgUiOptions options = {.load = ng_load};
  return ng_ui_run(&options, argv + 1, (gsize)argc - 1);
}
