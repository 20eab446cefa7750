/* All keys, in groups, as the table of commands and the keymap have them. */
#include "ui/overlays.h"

#include <string.h>

#define KEYS_COLS       14 /* of a row: the keys and a blank */
#define BETWEEN_COLUMNS 4
#define TWO_FROM_COLS   78 /* from here on a column has room for the longest row */
#define THREE_FROM_COLS 120

/* Commands that share a row. */
typedef struct {
  NgCommandGroup group;
  char *keys;       /* as they are shown */
  char *all_keys;   /* parted by blanks */
  char *words;      /* what a filter looks in, folded */
  const char *what; /* static */
  bool shown;
} Row;

typedef struct {
  NgOverlay base;
  const NgKeymap *keymap;
  GArray *rows; /* Row */
  char *filter; /* NULL: none */
  bool from_list;
  int top, all_rows, height; /* what is scrolled, as of the last drawing */
} Help;

/* ---- the rows ---- */

static void row_clear(void *p)
{
  Row *row = p;
  g_free(row->keys);
  g_free(row->all_keys);
  g_free(row->words);
}

/* How many commands from `first` on share its row. */
static gsize together(const NgCommand *first, const NgCommand *end)
{
  gsize n = 1;
  while (first->together && first + n < end && first[n].together && !*first[n].together)
    n++;
  return n;
}

/* The first key of each; of a command that stands alone all, where they fit; of one without keys what is typed instead. */
static char *keys_of(const NgKeymap *keymap, const NgCommand *commands, gsize n, const char *all)
{
  if (!*all)
    return g_strconcat(":", commands[0].name, NULL);
  if (n == 1 && ng_text_cols(all, strlen(all)) < KEYS_COLS)
    return g_strdup(all);
  GString *keys = g_string_new(NULL);
  for (gsize i = 0; i < n; i++) {
    const char *key = ng_keymap_first(keymap, commands[i].id);
    g_string_append_printf(keys, "%s%s", keys->len && *key ? " " : "", key);
  }
  return g_string_free(keys, FALSE);
}

static Row row_of(const NgKeymap *keymap, const NgCommand *commands, gsize n)
{
  GString *all = g_string_new(NULL), *words = g_string_new(NULL);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *keys = ng_keymap_all(keymap, commands[i].id);
    g_string_append_printf(all, "%s%s", all->len && *keys ? " " : "", keys);
    g_string_append_printf(words, "%s\n%s\n", commands[i].name, commands[i].help);
  }
  const char *what = commands[0].together ? commands[0].together : commands[0].help;
  g_string_append_printf(words, "%s\n%s", what, all->str);
  Row row = {.group = commands[0].group, .what = what, .shown = true};
  row.keys = keys_of(keymap, commands, n, all->str);
  row.words = ng_text_fold(words->str, words->len);
  row.all_keys = g_string_free(all, FALSE);
  g_string_free(words, TRUE);
  return row;
}

static GArray *rows_of(const NgKeymap *keymap)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(Row));
  g_array_set_clear_func(rows, row_clear);
  gsize n;
  const NgCommand *commands = ng_commands(&n);
  for (gsize i = 0; i < n;) {
    gsize shared = together(&commands[i], commands + n);
    Row row = row_of(keymap, &commands[i], shared);
    g_array_append_val(rows, row);
    i += shared;
  }
  return rows;
}

static const Row *row_at(const Help *help, guint i)
{
  return &g_array_index(help->rows, Row, i);
}

static bool is_bound_to(const Row *row, const char *key)
{
  g_auto(GStrv) keys = g_strsplit(row->all_keys, " ", -1);
  return g_strv_contains((const char *const *)keys, key);
}

/* A key that is one finds its row; anything else is looked for in names and words. */
static void help_filter(NgOverlay *overlay, NgReader *reader, const char *text)
{
  Help *help = (Help *)overlay;
  (void)reader;
  g_free(help->filter);
  help->filter = text && *text ? g_strdup(text) : NULL;
  g_autofree char *folded = ng_text_fold(text ? text : "", text ? strlen(text) : 0);
  bool key = false;
  for (guint i = 0; help->filter && i < help->rows->len; i++)
    key = key || is_bound_to(row_at(help, i), help->filter);
  for (guint i = 0; i < help->rows->len; i++) {
    Row *row = &g_array_index(help->rows, Row, i);
    row->shown = !help->filter || (key ? is_bound_to(row, help->filter) : strstr(row->words, folded) != NULL);
  }
  help->top = 0;
}

/* ---- drawing ---- */

/* Reading in the first column, names and panes in the second, what is left in the last. */
static int column_of(NgCommandGroup group, int n_columns)
{
  if (group <= NG_GROUP_PROGRAM)
    return 0;
  return MIN(group <= NG_GROUP_PANES ? 1 : 2, n_columns - 1);
}

static int rows_in_group(const Help *help, NgCommandGroup group)
{
  int n = 0;
  for (guint i = 0; i < help->rows->len; i++)
    n += row_at(help, i)->group == group && row_at(help, i)->shown;
  return n;
}

/* The rows a column fills, heads and the blanks between groups included. */
static int rows_in_column(const Help *help, int column, int n_columns)
{
  int rows = 0;
  for (NgCommandGroup group = 0; group < NG_N_GROUPS; group++) {
    int n = column_of(group, n_columns) == column ? rows_in_group(help, group) : 0;
    if (n)
      rows += n + 1 + (rows > 0);
  }
  return rows;
}

/* Draws a group from row `at` of the column on; rows outside of `rect` are left out. */
static void draw_group(const Help *help, NgCommandGroup group, int at, NgCanvas *canvas, NgRect rect)
{
  if (at >= 0 && at < rect.rows) {
    NgHeadLine head = {.title = ng_command_group_head(group)};
    ng_head_draw(&head, canvas, rect.row + at, rect.col, rect.cols);
  }
  for (guint i = 0; i < help->rows->len; i++) {
    const Row *row = row_at(help, i);
    if (row->group != group || !row->shown || ++at < 0 || at >= rect.rows)
      continue;
    ng_canvas_put_cut(canvas, rect.row + at, rect.col, KEYS_COLS - 1, NG_ROLE_KEY, row->keys);
    ng_canvas_put_cut(canvas, rect.row + at, rect.col + KEYS_COLS, rect.cols - KEYS_COLS, NG_ROLE_TEXT, row->what);
  }
}

static void draw_column(const Help *help, int column, int n_columns, NgCanvas *canvas, NgRect rect)
{
  int at = -help->top;
  for (NgCommandGroup group = 0; group < NG_N_GROUPS; group++) {
    int n = column_of(group, n_columns) == column ? rows_in_group(help, group) : 0;
    if (n == 0)
      continue;
    draw_group(help, group, at, canvas, rect);
    at += n + 2;
  }
}

/* What no row says, at the foot, where there is room. Digits that are keys themselves begin no number. */
static void draw_foot(const Help *help, NgCanvas *canvas, int row, int col, int cols)
{
  const char *next = ng_keymap_first(help->keymap, NG_COMMAND_NEXT_MENTION);
  bool panes = g_ascii_isdigit(*ng_keymap_first(help->keymap, NG_COMMAND_PLACES));
  g_autofree char *third = panes ? g_strdup_printf(", 03%s the third, for 1 to 4 alone are panes", next) : g_strdup("");
  g_autofree char *count =
      g_strdup_printf("A number before a key repeats it: 5%s is the fifth mention from here%s.", next, third);
  const char *const foot[] = {count, "Every key can be changed in the configuration."};
  for (gsize i = 0; i < G_N_ELEMENTS(foot); i++)
    if (ng_text_cols(foot[i], strlen(foot[i])) <= cols)
      ng_canvas_put(canvas, row + (int)i, col, cols, NG_ROLE_DIM, foot[i], strlen(foot[i]));
}

static void help_draw(NgOverlay *overlay, NgReader *reader, NgCanvas *canvas)
{
  Help *help = (Help *)overlay;
  (void)reader;
  int cols = canvas->cols, n = cols >= THREE_FROM_COLS ? 3 : cols >= TWO_FROM_COLS ? 2 : 1;
  int margin = cols < 60 ? 0 : cols < 100 ? 1 : 2;
  int first = canvas->rows >= 12 ? 2 : canvas->rows >= 8 ? 1 : 0;
  int step = (cols - 2 * margin + BETWEEN_COLUMNS) / n;
  help->height = MAX(canvas->rows - first - 1, 1);
  help->all_rows = 0;
  for (int i = 0; i < n; i++)
    help->all_rows = MAX(help->all_rows, rows_in_column(help, i, n));
  help->top = CLAMP(help->top, 0, MAX(help->all_rows - help->height, 0));
  int last = MIN(help->top + help->height, help->all_rows);
  g_autofree char *title = help->filter ? g_strconcat("Keys /", help->filter, NULL) : g_strdup("Keys");
  g_autofree char *right = help->all_rows > help->height ? g_strdup_printf("%d %%", last * 100 / help->all_rows) : NULL;
  NgHeadLine head = {.title = title, .right = right, .focus = true};
  if (first > 0)
    ng_head_draw(&head, canvas, 0, margin, cols - 2 * margin);
  for (int i = 0; i < n; i++)
    draw_column(help, i, n, canvas, (NgRect){first, margin + i * step, help->height, step - BETWEEN_COLUMNS});
  if (help->all_rows == 0)
    ng_canvas_put_cut(canvas, first, margin, cols - 2 * margin, NG_ROLE_DIM, "no key like that");
  if (help->all_rows + 4 <= help->height)
    draw_foot(help, canvas, canvas->rows - 4, margin, cols - 2 * margin);
}

/* ---- commands ---- */

static NgOutcome help_command(NgOverlay *overlay, NgReader *reader, NgCommandId command, int count)
{
  Help *help = (Help *)overlay;
  if (command == NG_COMMAND_HELP)
    return NG_CLOSE;
  if (command == NG_COMMAND_LEAVE && help->filter) {
    help_filter(overlay, reader, NULL);
    return NG_DONE;
  }
  return ng_overlay_scroll(&help->top, help->all_rows, help->height, command, count) ? NG_DONE : NG_NOT_MINE;
}

static void help_status(NgOverlay *overlay, NgReader *reader, const NgKeymap *keymap, NgStatus *status, GPtrArray *hold)
{
  const Help *help = (const Help *)overlay;
  (void)reader;
  (void)hold;
  status->name = "Keys";
  status->place = help->from_list ? "from the list" : "from the article";
  status->keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_SEARCH), "find a key"};
  status->keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_QUIT), "back"};
}

static void help_free(NgOverlay *overlay)
{
  Help *help = (Help *)overlay;
  g_array_unref(help->rows);
  g_free(help->filter);
  g_free(help);
}

static const NgOverlayOps help_ops = {.whole = true,
                                      .draw = help_draw,
                                      .command = help_command,
                                      .status = help_status,
                                      .filter = help_filter,
                                      .free = help_free};

NgOverlay *ng_help_new(NgReader *reader, const NgOverlayContext *context)
{
  Help *help = g_new0(Help, 1);
  help->base.ops = &help_ops;
  help->keymap = context->keymap;
  help->rows = rows_of(context->keymap);
  help->from_list = reader == NULL;
  return &help->base;
}
