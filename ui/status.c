#include "ui/status.h"

#include <string.h>

#define DASHES_FROM_COLS 100 /* from here on the line reaches to both ends */
#define LEAST_NAME_COLS  4   /* a name cut shorter tells nothing */
#define LEAST_TITLE_COLS 6   /* of a head; where there are fewer, nothing stands at its right */
#define BETWEEN_KEYS     "   "
#define GAP_COLS         3 /* a blank, a piece of the line and a blank part the keys from what stands before them */
#define DOT              " · "

typedef struct {
  const char *name, *place, *rest, *problems;
  NgStatusKey keys[NG_STATUS_KEYS];
  int n_keys;
} Kept;

static int cols_of(const char *text)
{
  return text ? ng_text_cols(text, strlen(text)) : 0;
}

static int keys_cols(const Kept *kept)
{
  int cols = 0;
  for (int i = 0; i < kept->n_keys; i++)
    cols += (i ? 3 : 0) + cols_of(kept->keys[i].key) + 1 + cols_of(kept->keys[i].label);
  return cols;
}

static int where_cols(const Kept *kept)
{
  const char *parts[] = {kept->name, kept->place, kept->rest, kept->problems};
  int cols = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    if (parts[i])
      cols += (cols ? 3 : 0) + cols_of(parts[i]);
  return cols;
}

/* Drops what does not fit: the rest, unless it is a message, then the keys but the last; a message outlasts all but the last key. */
static void fit(Kept *kept, const NgStatus *status, int cols)
{
  bool message = status->message && status->rest;
  if (kept->rest && !message && where_cols(kept) + keys_cols(kept) + GAP_COLS > cols)
    kept->rest = NULL;
  while (kept->n_keys > 1 && where_cols(kept) + keys_cols(kept) + GAP_COLS > cols) {
    kept->keys[kept->n_keys - 2] = kept->keys[kept->n_keys - 1];
    kept->n_keys--;
  }
  const char **yielding[] = {&kept->problems, &kept->place, &kept->name};
  for (gsize i = 0; kept->rest && i < G_N_ELEMENTS(yielding) && where_cols(kept) + keys_cols(kept) + GAP_COLS > cols;
       i++)
    *yielding[i] = NULL;
  if (kept->rest && !kept->name && !kept->place) {
    if (cols_of(kept->rest) + keys_cols(kept) + GAP_COLS > cols)
      kept->n_keys = 0;
    return;
  }
  const char **going = status->counts ? &kept->place : &kept->name;
  int least = cols_of(kept->place && !status->counts ? kept->place : kept->name);
  int with_problems = least + 3 + cols_of(kept->problems);
  int least_going = kept->name && kept->place ? MIN(cols_of(*going), LEAST_NAME_COLS) + 3 : 0;
  if (kept->problems && (status->counts ? 0 : least_going) + with_problems + keys_cols(kept) + GAP_COLS > cols)
    kept->problems = NULL; /* a count that is cut is another, and who is named comes before it */
  least = kept->problems ? with_problems : least;
  if (kept->n_keys == 1 && least + keys_cols(kept) + GAP_COLS > cols)
    kept->n_keys = 0;
  if (cols - least - keys_cols(kept) - (kept->n_keys ? GAP_COLS : 0) < least_going)
    *going = NULL;
}

static int put(NgCanvas *canvas, int row, int col, NgRole role, const char *text)
{
  return col + ng_canvas_put(canvas, row, col, canvas->cols - col, role, text, strlen(text));
}

static int put_where(const NgStatus *status, const Kept *kept, NgCanvas *canvas, int row, int col, int cols)
{
  int over = where_cols(kept) - cols, start = col;
  struct {
    const char *text;
    NgRole role;
    int cols;
  } parts[] = {{kept->name, NG_ROLE_STRONG, MAX(cols_of(kept->name) - MAX(over, 0), 1)},
               {kept->place, NG_ROLE_TEXT, cols_of(kept->place)},
               {kept->rest, status->rest_role, MIN(cols_of(kept->rest), cols)},
               {kept->problems, NG_ROLE_WARNING, cols_of(kept->problems)}};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    if (!parts[i].text)
      continue;
    if (col > start)
      col = put(canvas, row, col, NG_ROLE_TEXT, DOT);
    col += ng_canvas_put_cut(canvas, row, col, parts[i].cols, parts[i].role, parts[i].text);
  }
  return col;
}

static void put_keys(const Kept *kept, NgCanvas *canvas, int row, int col)
{
  for (int i = 0; i < kept->n_keys; i++) {
    if (i)
      col = put(canvas, row, col, NG_ROLE_TEXT, BETWEEN_KEYS);
    col = put(canvas, row, col, NG_ROLE_KEY, kept->keys[i].key);
    col = put(canvas, row, col, NG_ROLE_TEXT, " ");
    col = put(canvas, row, col, NG_ROLE_DIM, kept->keys[i].label);
  }
}

void ng_status_draw(const NgStatus *status, NgCanvas *canvas, int row, int rule_col)
{
  Kept kept = {status->name, status->place, status->rest, status->problems, {{NULL, NULL}}, 0};
  for (int i = 0; i < NG_STATUS_KEYS; i++)
    if (status->keys[i].key && *status->keys[i].key)
      kept.keys[kept.n_keys++] = status->keys[i];
  int margin = canvas->cols >= DASHES_FROM_COLS ? 2 : 1;
  int room = canvas->cols - 2 * margin;
  fit(&kept, status, room);
  if (margin == 2) {
    ng_canvas_line(canvas, row, 0, 1, NG_ROLE_FAINT, false);
    ng_canvas_line(canvas, row, canvas->cols - 1, 1, NG_ROLE_FAINT, false);
  }
  int keys_col = canvas->cols - margin - keys_cols(&kept);
  int col = put_where(status, &kept, canvas, row, margin, MAX(keys_col - (kept.n_keys ? GAP_COLS : 0) - margin, 1));
  if (col > margin)
    col++;
  if (keys_col - 1 > col) {
    ng_canvas_line(canvas, row, col, keys_col - 1 - col, NG_ROLE_FAINT, false);
    if (rule_col >= col && rule_col < keys_col - 1)
      ng_canvas_arms(canvas, row, rule_col, NG_ROLE_FAINT, NG_ARMS(0, 0, NG_ARM_LIGHT, 0));
  }
  put_keys(&kept, canvas, row, keys_col);
}

char *ng_head_seen(guint first, guint last, guint n)
{
  if (first == 0 || last < first || (first == 1 && last == n))
    return g_strdup_printf("%u", n);
  return g_strdup_printf("%u–%u of %u", first, last, n);
}

void ng_head_draw(const NgHeadLine *head, NgCanvas *canvas, int row, int col, int cols)
{
  NgRole role = head->focus ? NG_ROLE_FOCUS : NG_ROLE_HEAD;
  int end = col + cols, title_cols = cols_of(head->title), right_cols = cols_of(head->right);
  if (head->key) {
    ng_canvas_put(canvas, row, col, 1, head->focus ? NG_ROLE_KEY : NG_ROLE_DIM, head->key, strlen(head->key));
    col += 2;
  }
  if (end - right_cols - 1 - col - 2 < MIN(title_cols, LEAST_TITLE_COLS))
    right_cols = 0; /* a head without its title would be of nothing */
  int line_end = right_cols ? end - right_cols - 1 : end;
  col += ng_canvas_put_cut(canvas, row, col, line_end - col - 2, role, head->title);
  if (head->name && line_end - col > 6)
    col += 1 + ng_canvas_put_cut(canvas, row, col + 1, line_end - col - 4, role, head->name);
  ng_canvas_line(canvas, row, col + 1, line_end - col - 1, head->focus ? NG_ROLE_FOCUS : NG_ROLE_FAINT, head->focus);
  if (right_cols && end - right_cols > col)
    ng_canvas_put(canvas, row, end - right_cols, right_cols, head->focus ? NG_ROLE_HEAD : NG_ROLE_DIM, head->right,
                  strlen(head->right));
}
