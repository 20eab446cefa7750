#include "cli/output.h"

#include "text/text.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define USUAL_COLS 80
#define LEAST_COLS 20

void ng_report(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  g_autofree char *clean = ng_text_clean_line(message, strlen(message));
  fflush(stdout);
  fprintf(stderr, "nutgraf: %s\n", clean);
}

void ng_output_begin(void)
{
  (void)signal(SIGPIPE, SIG_DFL);
  if (!g_get_charset(NULL))
    setlocale(LC_CTYPE, "C.UTF-8");
}

bool ng_output_flush(void)
{
  errno = 0;
  bool bad = fflush(stdout) != 0;
  int why = errno;
  if (!bad && !ferror(stdout))
    return true;
  ng_report("standard output: %s", why ? g_strerror(why) : "cannot be written");
  return false;
}

int ng_output_cols(int given_cols, int most_cols)
{
  if (given_cols > 0)
    return given_cols;
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return USUAL_COLS;
  return CLAMP(size.ws_col, LEAST_COLS, most_cols);
}

bool ng_output_colour(const char *word)
{
  if (word && strcmp(word, "auto") != 0)
    return strcmp(word, "always") == 0;
  const char *no_color = g_getenv("NO_COLOR");
  return ng_output_is_terminal() && !(no_color && *no_color) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

bool ng_output_is_terminal(void)
{
  return isatty(STDOUT_FILENO) == 1;
}
