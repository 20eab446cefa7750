#include "export/degrees.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Prints with so many decimals and without the zeros at their end; whether that is the number. */
static bool print_decimals(GString *digits, double degrees, int decimals)
{
  char format[16];
  g_snprintf(format, sizeof format, "%%.%df", decimals);
  g_string_set_size(digits, 512);
  g_ascii_formatd(digits->str, (int)digits->len, format, degrees);
  g_string_truncate(digits, strlen(digits->str));
  while (strchr(digits->str, '.') && g_str_has_suffix(digits->str, "0"))
    g_string_truncate(digits, digits->len - 1);
  if (g_str_has_suffix(digits->str, "."))
    g_string_truncate(digits, digits->len - 1);
  double read = g_ascii_strtod(digits->str, NULL);
  return read >= degrees && read <= degrees;
}

void ng_put_degrees(FILE *out, double degrees)
{
  g_autoptr(GString) digits = g_string_new(NULL);
  int decimals = 0;
  while (!print_decimals(digits, degrees, decimals) && decimals < 400)
    decimals += decimals < 20 ? 1 : 20;
  fputs(digits->str, out);
}
