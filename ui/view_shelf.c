/* The list screen: the articles, and what the one under the cursor is about. */
#include "ui/shelf.h"

#include "model/phrase.h"

#include <string.h>

#define DATE_COLS         11 /* 14 Nov 2022 */
#define PERCENT_COLS      5  /* 100 % */
#define NAMES_AT_MOST     12 /* people named in a row */
#define COLUMNS_FROM_COLS 60
#define SOURCE_FROM_COLS  100
#define HEAD_FROM_ROWS    8
#define STATUS_FROM_ROWS  3
#define LEAST_COLS        10
#define PREVIEW_FROM_ROWS 14 /* of content */
#define PREVIEW_ROWS      24 /* what it has at most while the list could fill more */
#define OWN_PUBLISHER     "nutgraf"

/* A column and its width in cells; 0: left out. */
typedef struct {
  int col, cols;
} Column;

typedef struct {
  Column mark, date, title, people, source, percent;
} Columns;

static Columns columns_of(int cols)
{
  int margin = cols < SOURCE_FROM_COLS ? 1 : 2;
  if (cols < COLUMNS_FROM_COLS) {
    Column percent = {cols - PERCENT_COLS, cols >= 24 ? PERCENT_COLS : 0};
    return (Columns){
        .mark = {1, 1}, .title = {3, MAX(cols - 3 - (percent.cols ? PERCENT_COLS + 1 : 0), 0)}, .percent = percent};
  }
  Columns c = {.mark = {2, 1}, .date = {4, DATE_COLS}, .title = {4 + DATE_COLS + 2, 0}};
  c.percent = (Column){cols - margin - PERCENT_COLS, PERCENT_COLS};
  if (cols >= SOURCE_FROM_COLS)
    c.source.cols = CLAMP(cols / 8, 15, 24);
  c.source.col = c.percent.col - 1 - c.source.cols;
  int end = c.source.cols ? c.source.col - 1 : c.percent.col - 1, room = end - c.title.col - 2;
  c.title.cols = cols < SOURCE_FROM_COLS ? room * 3 / 5 : (room + 1) / 2;
  c.people = (Column){c.title.col + c.title.cols + 2, room - c.title.cols};
  return c;
}

/* ---- a row ---- */

char *ng_shelf_short_date(const char *iso)
{
  const char *slash = strchr(iso, '/');
  if (slash) {
    g_autofree char *first = g_strndup(iso, (gsize)(slash - iso));
    return g_strdup_printf("%s–%s", first, slash + 1);
  }
  g_autofree char *date = ng_phrase_date(iso);
  char *month = date;
  while (*month && !g_ascii_isalpha(*month))
    month++;
  char *rest = month;
  while (g_ascii_isalpha(*rest))
    rest++;
  if (rest - month <= 3 || *rest != ' ')
    return g_steal_pointer(&date);
  return g_strdup_printf("%.*s%s", (int)(month - date) + 3, date, rest);
}

/* Whole names, as many as fit, then `+N`. */
static void draw_people(const NgArticle *article, NgCanvas *canvas, int row, Column at)
{
  uint32_t n, n_entities, fits = 0;
  const uint32_t *ranked = ng_article_ranked(article, NG_ENTITY_PERSON, &n);
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  int cols = 0;
  for (uint32_t i = 0; i < MIN(n, NAMES_AT_MOST); i++) {
    const char *name = entities[ranked[i]].name;
    g_autofree char *more = i + 1 < n ? g_strdup_printf(" +%u", n - i - 1) : g_strdup("");
    cols += (i ? 2 : 0) + ng_text_cols(name, strlen(name));
    if (cols + (int)strlen(more) <= at.cols)
      fits = i + 1;
  }
  if (n == 0)
    return;
  uint32_t shown = MAX(fits, 1u);
  g_autofree char *more = shown < n ? g_strdup_printf(" +%u", n - shown) : g_strdup("");
  int col = at.col, end = at.col + at.cols - (int)strlen(more);
  for (uint32_t i = 0; i < shown; i++) {
    if (i)
      col += ng_canvas_put(canvas, row, col, end - col, NG_ROLE_DIM, ", ", 2);
    col += ng_canvas_put_cut(canvas, row, col, end - col, NG_ROLE_PERSON, entities[ranked[i]].name);
  }
  ng_canvas_put(canvas, row, col, at.col + at.cols - col, NG_ROLE_DIM, more, strlen(more));
}

/* Who published it, or else its file, unless that stands for the title already. */
static void draw_source(const NgShelved *item, NgCanvas *canvas, int row, Column at)
{
  const NgHead *head = ng_article_head(item->article);
  const char *publisher = head->publisher;
  if (!publisher && !head->title)
    return;
  g_autofree char *name = ng_text_file_name(item->path);
  if (publisher && strcmp(publisher, OWN_PUBLISHER) == 0)
    publisher = "bundled";
  ng_canvas_put_cut(canvas, row, at.col, at.cols, NG_ROLE_DIM, publisher ? publisher : name);
}

/* Where the title begins to differ from the one of the list that is most like it, at the start of a word; 0 if none begins as it does in `cols`. */
static gsize where_it_differs(const NgShelf *shelf, const NgShelved *item, const char *title, int cols)
{
  gsize most = 0, seen = ng_text_fit(title, strlen(title), cols - 1, NULL);
  for (guint i = 0; i < shelf->order->len; i++) {
    const NgShelved *other = ng_shelf_item(shelf, g_array_index(shelf->order, guint, i));
    const char *its = other->article ? ng_article_head(other->article)->title : NULL;
    if (other == item || !its || strncmp(its, title, seen) != 0)
      continue;
    gsize same = seen;
    while (title[same] && title[same] == its[same])
      same++;
    most = MAX(most, same);
  }
  while (most > 0 && title[most - 1] != ' ')
    most--;
  return most;
}

/* A title that is cut; of volumes of one series, whose titles begin alike, with what tells it from the others: `Foreign R… 1955–1957, China`. */
static void draw_title(const NgShelf *shelf, const NgShelved *item, const char *title, NgRole role, NgCanvas *canvas,
                       int row, Column at)
{
  bool fits = ng_text_cols(title, strlen(title)) <= at.cols;
  gsize differs = fits ? 0 : where_it_differs(shelf, item, title, at.cols);
  const char *end = title + differs;
  int end_cols = differs ? MIN(ng_text_cols(end, strlen(end)), at.cols * 3 / 4) : 0;
  if (end_cols == 0) {
    ng_canvas_put_cut(canvas, row, at.col, at.cols, role, title);
    return;
  }
  int used = ng_canvas_put_cut(canvas, row, at.col, at.cols - end_cols - 1, role, title);
  used += ng_canvas_put(canvas, row, at.col + used, 1, role, " ", 1);
  ng_canvas_put_cut(canvas, row, at.col + used, at.cols - used, role, end);
}

static void draw_loaded(const NgShelf *shelf, const NgShelved *item, bool current, const Columns *c, NgCanvas *canvas,
                        int row)
{
  const NgHead *head = ng_article_head(item->article);
  int percent = ng_shelf_read_percent(item);
  g_autofree char *date = head->date ? ng_shelf_short_date(head->date) : g_strdup(""),
                  *name = ng_text_file_name(item->path);
  if (percent < 0)
    ng_canvas_put(canvas, row, c->mark.col, 1, NG_ROLE_TICK, "●", strlen("●"));
  if (c->date.cols)
    ng_canvas_put_right(canvas, row, c->date.col, c->date.cols, NG_ROLE_DIM, date);
  NgRole role = current ? NG_ROLE_CHOSEN : percent < 0 ? NG_ROLE_STRONG : NG_ROLE_TEXT;
  draw_title(shelf, item, head->title ? head->title : name, role, canvas, row, c->title);
  if (c->people.cols > 0)
    draw_people(item->article, canvas, row, c->people);
  if (c->source.cols)
    draw_source(item, canvas, row, c->source);
  g_autofree char *read = percent >= 0 && percent < 100 ? g_strdup_printf("%d %%", percent) : g_strdup("");
  if (c->percent.cols)
    ng_canvas_put_right(canvas, row, c->percent.col, c->percent.cols, NG_ROLE_TEXT, read);
}

/* An item that is not loaded yet, or cannot be: its file's name, and why. */
static void draw_unloaded(const NgShelved *item, const Columns *c, NgCanvas *canvas, int row)
{
  g_autofree char *name = ng_text_file_name(item->path), *path = ng_text_clean_line(item->path, strlen(item->path));
  int cols = MAX(c->percent.col - 1 - c->title.col, c->title.cols);
  if (!item->error) {
    int used = ng_canvas_put_cut(canvas, row, c->title.col, cols, NG_ROLE_DIM, name);
    ng_canvas_put_cut(canvas, row, c->title.col + used, cols - used, NG_ROLE_DIM, " · loading");
    return;
  }
  const char *reason = item->error;
  if (g_str_has_prefix(reason, path))
    reason += strlen(path);
  while (*reason == ':' || *reason == ' ')
    reason++;
  g_autofree char *text = g_strdup_printf("%s: %s", name, reason);
  ng_canvas_put_cut(canvas, row, c->title.col, cols, NG_ROLE_ERROR, text);
}

static void draw_row(const NgShelf *shelf, guint at, const Columns *columns, NgCanvas *canvas, int row)
{
  const NgShelved *item = ng_shelf_item(shelf, g_array_index(shelf->order, guint, at));
  bool current = at == shelf->cursor;
  if (current) {
    ng_canvas_put(canvas, row, 0, 1, NG_ROLE_KEY, "›", strlen("›"));
    ng_canvas_cursor(canvas, row, MIN(columns->title.col, canvas->cols - 1));
  }
  if (item->article)
    draw_loaded(shelf, item, current, columns, canvas, row);
  else
    draw_unloaded(item, columns, canvas, row);
}

/* ---- the screen ---- */

static void draw_head(const NgShelf *shelf, NgCanvas *canvas)
{
  int margin = canvas->cols < COLUMNS_FROM_COLS ? 0 : canvas->cols < SOURCE_FROM_COLS ? 1 : 2;
  guint n = shelf->order->len, all = shelf->items->len, last = MIN(shelf->top + (guint)MAX(shelf->height, 1), n);
  g_autofree char *count = n < all ? g_strdup_printf("%u of %u", n, all) : ng_head_seen(shelf->top + 1, last, n);
  g_autofree char *right =
      canvas->cols < COLUMNS_FROM_COLS ? g_strdup(count) : g_strdup_printf("%s · newest first", count);
  g_autofree char *title = shelf->filter ? g_strdup_printf("Articles /%s", shelf->filter) : g_strdup("Articles");
  NgHeadLine head = {.title = title, .right = right, .focus = true};
  ng_head_draw(&head, canvas, 0, margin, canvas->cols - 2 * margin);
}

static void draw_status(const NgShelf *shelf, const NgKeymap *keymap, const char *message, NgCanvas *canvas, int row)
{
  guint unread = 0;
  for (guint i = 0; i < shelf->items->len; i++)
    unread += !ng_shelf_item(shelf, i)->error && ng_shelf_read_percent(ng_shelf_item(shelf, i)) < 0;
  g_autofree char *where = g_strdup_printf("%u of %u", shelf->order->len ? shelf->cursor + 1 : 0, shelf->order->len);
  g_autofree char *new = g_strdup_printf("%u new", unread);
  NgStatus status = {.name = where, .counts = true, .place = new, .rest = message, .message = message != NULL};
  status.keys[0] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_OPEN), "read"};
  status.keys[1] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_SEARCH), "filter"};
  if (shelf->filter)
    status.keys[2] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_LEAVE), "all"};
  status.keys[3] = (NgStatusKey){ng_keymap_first(keymap, NG_COMMAND_HELP), "help"};
  ng_status_draw(&status, canvas, row, -1);
}

static int list_rows(const NgShelf *shelf, int content)
{
  if (content < PREVIEW_FROM_ROWS)
    return content;
  return (int)MIN(MAX(shelf->order->len, 1u), (guint)MAX(content / 2 - 1, content - PREVIEW_ROWS));
}

static void scroll_to_cursor(NgShelf *shelf, int height)
{
  guint h = (guint)MAX(height, 1);
  shelf->height = height;
  if (shelf->cursor < shelf->top)
    shelf->top = shelf->cursor;
  if (shelf->cursor >= shelf->top + h)
    shelf->top = shelf->cursor - h + 1;
  if (shelf->top + h > shelf->order->len)
    shelf->top = shelf->order->len > h ? shelf->order->len - h : 0;
}

void ng_shelf_draw(NgShelf *shelf, const NgKeymap *keymap, const char *message, NgCanvas *canvas)
{
  ng_canvas_clear(canvas);
  int first = canvas->rows >= HEAD_FROM_ROWS ? 1 : 0;
  bool status = canvas->rows >= STATUS_FROM_ROWS && canvas->cols >= LEAST_COLS;
  int content = canvas->rows - first - status, rows = list_rows(shelf, content);
  scroll_to_cursor(shelf, rows);
  shelf->first_row = first;
  if (first)
    draw_head(shelf, canvas);
  Columns columns = columns_of(canvas->cols);
  for (int i = 0; i < rows && shelf->top + (guint)i < shelf->order->len; i++)
    draw_row(shelf, shelf->top + (guint)i, &columns, canvas, first + i);
  if (shelf->order->len == 0)
    ng_canvas_put_cut(canvas, first, columns.title.col, columns.title.cols, NG_ROLE_DIM, "no article like that");
  int gap = canvas->rows >= 30 ? 2 : 1;
  if (rows < content)
    ng_shelf_preview_draw(shelf, canvas, (NgRect){first + rows + gap, 0, content - rows - gap, canvas->cols});
  if (status)
    draw_status(shelf, keymap, message, canvas, canvas->rows - 1);
}

void ng_shelf_click(NgShelf *shelf, int row)
{
  int at = row - shelf->first_row;
  if (at < 0 || at >= shelf->height || shelf->top + (guint)at >= shelf->order->len)
    return;
  shelf->cursor = shelf->top + (guint)at;
  shelf->touched = true;
}
