#include "ui/take.h"

#include "ui/terminal.h"
#include "ui/terminal_output.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define CLIPBOARD_MAX 74994 /* bytes of base64: xterm takes no more */

/* ---- the clipboard ---- */

void ng_take_copy(NgReader *reader, const char *text)
{
  g_autofree char *encoded = g_base64_encode((const guchar *)text, strlen(text));
  if (!ng_terminal_takes_osc()) {
    ng_reader_say(reader, true, "this terminal has no clipboard");
    return;
  }
  if (strlen(encoded) > CLIPBOARD_MAX) {
    ng_reader_say(reader, true, "too long to copy");
    return;
  }
  g_autofree char *bytes = g_strconcat("\033]52;c;", encoded, "\033\\", NULL);
  ng_output_send(bytes, strlen(bytes));
  glong n = g_utf8_strlen(text, -1);
  ng_reader_say(reader, false, n == 1 ? "copied %ld character" : "copied %ld characters", n);
}

void ng_take_selected(NgReader *reader)
{
  const NgEntity *selected = ng_reader_selected(reader);
  if (selected && reader->focus != NG_PANE_ARTICLE) {
    ng_take_copy(reader, selected->name);
    return;
  }
  if (reader->mention == NG_NONE) {
    ng_reader_say(reader, false, "no name is selected");
    return;
  }
  NgRange sentence = ng_article_sentence_at(reader->article, ng_reader_mentions(reader)[reader->mention].start);
  const char *text = ng_article_text(reader->article, NULL);
  g_autofree char *copy = g_strndup(text + sentence.start, sentence.end - sentence.start);
  ng_take_copy(reader, copy);
}

/* ---- running ---- */

/* In the child, before the program starts: keys from the terminal or from a file, and the signals that we leave alone meanwhile. */
static void set_up_child(void *input)
{
  dup2(*(const int *)input, STDIN_FILENO);
  signal(SIGINT, SIG_DFL);
  signal(SIGQUIT, SIG_DFL);
  signal(SIGPIPE, SIG_DFL);
}

/* Runs a program on the lent terminal until it ends. False with `error` if it cannot be started; `status` is as waitpid tells it. */
static bool run(char **argv, int input, int *status, GError **error)
{
  return g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN, set_up_child, &input, NULL,
                      NULL, status, error);
}

static bool run_on_terminal(char **argv, GError **error)
{
  int status;
  ng_terminal_lend();
  bool started = run(argv, ng_terminal_keys(), &status, error);
  ng_terminal_take_back();
  return started;
}

/* Runs a program that has a window of its own: it is not waited for, and cannot write on our screen. */
static bool run_apart(char **argv, GError **error)
{
  GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL;
  return g_spawn_async(NULL, argv, NULL, flags, NULL, NULL, NULL, error);
}

/* ---- the browser ---- */

/* Only what a browser may be given: http or https, in characters that a URL may have. */
static bool is_web_url(const char *url)
{
  if (g_ascii_strncasecmp(url, "http://", 7) != 0 && g_ascii_strncasecmp(url, "https://", 8) != 0)
    return false;
  for (const char *c = url; *c; c++)
    if ((guchar)*c <= ' ' || *c == 0x7F)
      return false;
  return g_utf8_validate(url, -1, NULL);
}

/* A word of $BROWSER: %s is the URL, %c a colon, %% a percent sign. */
static char *browser_word(const char *word, const char *url, bool *has_url)
{
  GString *out = g_string_new(NULL);
  for (const char *c = word; *c; c++) {
    if (*c != '%' || !strchr("sc%", c[1]) || !c[1]) {
      g_string_append_c(out, *c);
      continue;
    }
    c++;
    *has_url = *has_url || *c == 's';
    g_string_append(out, *c == 's' ? url : *c == 'c' ? ":" : "%");
  }
  return g_string_free(out, FALSE);
}

/* The words of one browser's command line; NULL with `error` if it is none. */
static char **browser_argv(const char *command, const char *url, GError **error)
{
  g_auto(GStrv) words = NULL;
  bool has_url = false;
  if (!g_shell_parse_argv(command, NULL, &words, error))
    return NULL;
  GPtrArray *argv = g_ptr_array_new();
  for (char **word = words; *word; word++)
    g_ptr_array_add(argv, browser_word(*word, url, &has_url));
  if (!has_url)
    g_ptr_array_add(argv, g_strdup(url));
  g_ptr_array_add(argv, NULL);
  return (char **)g_ptr_array_free(argv, FALSE);
}

/* Whether a browser shows its pages on the terminal: one of those that do, or any where there is no other screen. */
static bool reads_on_terminal(const char *program)
{
  static const char *const known[] = {"lynx", "w3m", "links", "links2", "elinks", "cha", "browsh", "www-browser", NULL};
  g_autofree char *name = g_path_get_basename(program);
  return g_strv_contains(known, name) || !(g_getenv("DISPLAY") || g_getenv("WAYLAND_DISPLAY"));
}

static bool open_with(const char *command, const char *url, GError **error)
{
  g_auto(GStrv) argv = browser_argv(command, url, error);
  if (!argv)
    return false;
  return reads_on_terminal(argv[0]) ? run_on_terminal(argv, error) : run_apart(argv, error);
}

void ng_take_open(NgReader *reader, const char *url)
{
  if (!is_web_url(url)) {
    ng_reader_say(reader, true, "not opened, as it is no web address: %s", url);
    return;
  }
  const char *browser = g_getenv("BROWSER");
  bool named = browser && *browser;
  g_auto(GStrv) commands = g_strsplit(named ? browser : "xdg-open", ":", -1);
  g_autoptr(GError) error = NULL;
  for (char **command = commands; *command; command++) {
    g_clear_error(&error);
    if (**command && open_with(*command, url, &error)) {
      ng_reader_say(reader, false, "opened %s", url);
      return;
    }
  }
  if (named && error)
    ng_reader_say(reader, true, "no browser: %s", error->message);
  else
    ng_reader_say(reader, true, "no browser: BROWSER names none%s", named ? "" : ", and xdg-open fails");
}

void ng_take_source(NgReader *reader)
{
  const char *url = ng_article_head(reader->article)->url;
  if (url)
    ng_take_open(reader, url);
  else
    ng_reader_say(reader, false, "the article does not tell its source");
}

/* ---- the editor ---- */

static const char *editor(void)
{
  const char *visual = g_getenv("VISUAL"), *plain = g_getenv("EDITOR");
  if (visual && *visual)
    return visual;
  return plain && *plain ? plain : "vi";
}

uint32_t ng_take_line(NgReader *reader)
{
  const NgEntity *selected = ng_reader_selected(reader);
  if (selected && reader->focus != NG_PANE_ARTICLE && selected->line)
    return selected->line;
  uint32_t pos = reader->top_pos;
  if (reader->mention != NG_NONE) {
    uint32_t start = ng_reader_mentions(reader)[reader->mention].start;
    if (start >= reader->top_pos && start < ng_reader_bottom_pos(reader))
      pos = start;
  }
  return ng_article_line_at(reader->article, pos);
}

void ng_take_edit(NgReader *reader, const char *path, uint32_t line)
{
  g_auto(GStrv) words = NULL;
  g_autoptr(GError) error = NULL;
  if (strcmp(path, "-") == 0) {
    ng_reader_say(reader, false, "what was piped in is no file to edit");
    return;
  }
  if (!g_shell_parse_argv(editor(), NULL, &words, &error)) {
    ng_reader_say(reader, true, "no editor: %s", error->message);
    return;
  }
  g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func(g_free);
  for (char **word = words; *word; word++)
    g_ptr_array_add(argv, g_strdup(*word));
  if (line)
    g_ptr_array_add(argv, g_strdup_printf("+%u", line));
  bool looks_like_option = *path == '-' || *path == '+';
  g_ptr_array_add(argv, looks_like_option ? g_strconcat("./", path, NULL) : g_strdup(path));
  g_ptr_array_add(argv, NULL);
  if (run_on_terminal((char **)argv->pdata, &error))
    reader->stale = true;
  else
    ng_reader_say(reader, true, "no editor: %s", error->message);
}

/* ---- a command ---- */

/* A file, already without a name, that holds the article's text, to be read from its start; NULL if there can be none. */
static FILE *text_file(const NgReader *reader)
{
  uint32_t bytes;
  const char *text = ng_article_text(reader->article, &bytes);
  FILE *file = tmpfile();
  if (file && (fwrite(text, 1, bytes, file) < bytes || fputc('\n', file) == EOF || fflush(file) == EOF)) {
    fclose(file);
    return NULL;
  }
  if (file)
    rewind(file);
  return file;
}

static void say_end(NgReader *reader, int status)
{
  if (WIFSIGNALED(status))
    ng_reader_say(reader, true, "the command was ended by signal %d", WTERMSIG(status));
  else if (WEXITSTATUS(status))
    ng_reader_say(reader, true, "the command failed: status %d", WEXITSTATUS(status));
}

void ng_take_pipe(NgReader *reader, const char *command)
{
  FILE *file = text_file(reader);
  if (!file) {
    ng_reader_say(reader, true, "cannot write the text: %s", g_strerror(errno));
    return;
  }
  char *argv[] = {"sh", "-c", (char *)command, NULL};
  int status = 0;
  g_autoptr(GError) error = NULL;
  ng_terminal_lend();
  bool started = run(argv, fileno(file), &status, &error);
  if (started)
    ng_terminal_wait_key("press a key");
  ng_terminal_take_back();
  fclose(file);
  if (started)
    say_end(reader, status);
  else
    ng_reader_say(reader, true, "cannot run it: %s", error->message);
}
