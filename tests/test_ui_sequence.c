/* A key whose bytes come in pieces. What curses would read is told here byte by byte: its functions that are asked are these, and so is the clock. */
#include "ui/terminal_sequence.h"

#include <criterion/criterion.h>
#include <curses.h>

static const char *coming; /* `|` ends a piece: for now there is nothing more to read */
static int put_back = ERR;
static gint64 now_usec;

int wgetch(WINDOW *window)
{
  (void)window;
  int c = put_back;
  put_back = ERR;
  if (c != ERR)
    return c;
  return *coming && *coming != '|' ? *coming++ : ERR;
}

int ungetch(int c)
{
  cr_expect_eq(put_back, ERR, "two bytes are put back");
  put_back = c;
  return OK;
}

int key_defined(const char *bytes)
{
  if (g_str_equal(bytes, "\033OB") || g_str_equal(bytes, "\033[B"))
    return KEY_DOWN;
  return g_str_equal(bytes, "\033[6~") ? KEY_NPAGE : 0;
}

gint64 g_get_monotonic_time(void)
{
  return now_usec;
}

static void add_key(GString *keys, int key)
{
  static const struct {
    int key;
    const char *name;
  } names[] = {{ERR, "-"}, {27, "Esc"}, {KEY_DOWN, "Down"}, {KEY_NPAGE, "PgDn"}};
  g_string_append(keys, keys->len ? " " : "");
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (names[i].key == key) {
      g_string_append(keys, names[i].name);
      return;
    }
  g_string_append_c(keys, (char)key);
}

/* Of each reading of curses the key that is made of it; `-` none. Between pieces pass `pause_ms`. */
static char *keys_of(const char *pieces, int pause_ms)
{
  GString *keys = g_string_new(NULL);
  NgSequence sequence = {0};
  now_usec = 1;
  for (coming = pieces; *coming || put_back != ERR;) {
    int c = wgetch(NULL);
    if (c != ERR) {
      add_key(keys, ng_sequence_key(&sequence, c));
      continue;
    }
    coming++;
    now_usec += (gint64)pause_ms * 1000;
  }
  return g_string_free(keys, FALSE);
}

static const struct {
  const char *pieces;
  int pause_ms;
  const char *keys;
} rows[] = {
    {"\033OB", 0, "Down"},
    {"\033[6~", 0, "PgDn"},
    {"j\033k", 0, "j Esc k"},
    /* what began as Esc goes on as a key, and is no typing */
    {"\033|OB", 60, "Esc Down"},
    {"\033|[B", 60, "Esc Down"},
    {"\033|[|B", 60, "Esc [ B"},
    {"\033O|B", 60, "- Down"},
    {"\033[|6|~", 60, "- - PgDn"},
    {"\033[6|~j", 60, "- PgDn j"},
    {"\033[|1;2|Q", 60, "- - -"},
    /* too late: typing it is */
    {"\033|OB", 1100, "Esc O B"},
    {"\033O|B", 1100, "- B"},
    {"\033[6|~", 1100, "- ~"},
    /* O and [ by themselves are typed */
    {"\033|O", 60, "Esc O"},
    {"\033|O|OB", 60, "Esc O O B"},
    {"\033|j", 60, "Esc j"},
    {"OB", 0, "O B"},
    /* what no sequence holds breaks it off, a new Esc begins another */
    {"\033[|\033[B", 60, "- Down"},
    {"\033[6\r~", 0, "- \r ~"},
    {"\033O|\rB", 60, "- - \r B"},
    /* after ESC O one character is all */
    {"\033O|5j", 60, "- - j"},
};

Test(sequence, pieces_are_joined)
{
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *keys = keys_of(rows[i].pieces, rows[i].pause_ms);
    g_autofree char *pieces = g_strescape(rows[i].pieces, NULL);
    cr_expect_str_eq(keys, rows[i].keys, "%s: %s and not %s", pieces, keys, rows[i].keys);
  }
}

/* A key that curses has put together itself ends what was begun. */
Test(sequence, a_whole_key_stays_itself)
{
  NgSequence sequence = {0};
  coming = "";
  now_usec = 1;
  cr_expect_eq(ng_sequence_key(&sequence, 27), 27);
  cr_expect_eq(ng_sequence_key(&sequence, KEY_DOWN), KEY_DOWN);
  cr_expect_eq(ng_sequence_key(&sequence, 'O'), 'O');
  coming = "[";
  cr_expect_eq(ng_sequence_key(&sequence, 27), ERR);
  cr_expect_eq(ng_sequence_key(&sequence, KEY_DOWN), KEY_DOWN);
  cr_expect_eq(ng_sequence_key(&sequence, 'B'), 'B');
}

/* More than any key has is kept no longer than there is room. */
Test(sequence, one_without_end_is_no_key)
{
  g_autoptr(GString) long_one = g_string_new("\033[");
  for (int i = 0; i < 1000; i++)
    g_string_append_c(long_one, '1');
  g_string_append(long_one, "Bj");
  g_autofree char *keys = keys_of(long_one->str, 0);
  cr_expect_str_eq(keys, "- j");
}
