#include "ui/list.h"

#include "model/phrase.h"
#include "model/strip.h"

#include <string.h>

void ng_list_init(NgList *list, const NgArticle *article, const NgEntityKind *kinds, int n_kinds)
{
  *list = (NgList){.article = article, .kinds = kinds, .n_kinds = n_kinds};
  list->rows = g_array_new(FALSE, FALSE, sizeof(NgListRow));
  ng_list_filter(list, NULL);
}

void ng_list_clear(NgList *list)
{
  g_clear_pointer(&list->rows, g_array_unref);
  g_clear_pointer(&list->filter, g_free);
}

/* Smart case: a filter without capitals matches either case. */
static bool holds(const char *text, const char *filter, bool exact)
{
  if (!text)
    return false;
  if (exact)
    return strstr(text, filter) != NULL;
  g_autofree char *folded = ng_text_fold(text, strlen(text));
  return strstr(folded, filter) != NULL;
}

static bool passes(const NgList *list, uint32_t entity, const char *folded)
{
  if (!list->filter)
    return true;
  uint32_t n;
  const NgEntity *e = &ng_article_entities(list->article, &n)[entity];
  bool exact = strcmp(list->filter, folded) != 0;
  return holds(e->name, exact ? list->filter : folded, exact) || holds(e->role, exact ? list->filter : folded, exact);
}

static void add_row(NgList *list, NgListRow row)
{
  g_array_append_val(list->rows, row);
}

static void add_kind(NgList *list, NgEntityKind kind, bool first, const char *folded)
{
  uint32_t n, ordinal = 0;
  const uint32_t *ranked = ng_article_ranked(list->article, kind, &n);
  for (uint32_t i = 0; i < n; i++) {
    if (!passes(list, ranked[i], folded))
      continue;
    if (ordinal == 0 && !first) {
      add_row(list, (NgListRow){NG_LIST_BLANK, kind, NG_NONE, 0});
      add_row(list, (NgListRow){NG_LIST_HEAD, kind, NG_NONE, 0});
    }
    add_row(list, (NgListRow){NG_LIST_ENTITY, kind, ranked[i], ++ordinal});
  }
}

void ng_list_filter(NgList *list, const char *filter)
{
  uint32_t at = ng_list_entity(list);
  char *kept = filter && *filter ? g_strdup(filter) : NULL;
  g_free(list->filter);
  list->filter = kept;
  g_autofree char *folded = kept ? ng_text_fold(kept, strlen(kept)) : NULL;
  g_array_set_size(list->rows, 0);
  for (int i = 0; i < list->n_kinds; i++)
    add_kind(list, list->kinds[i], i == 0, folded);
  list->cursor = list->top = 0;
  if (at == NG_NONE || !ng_list_find(list, at))
    ng_list_move(list, 0);
}

static const NgListRow *row_at(const NgList *list, guint i)
{
  return &g_array_index(list->rows, NgListRow, i);
}

void ng_list_move(NgList *list, int delta)
{
  int step = delta < 0 ? -1 : 1, left = ABS(delta);
  gint64 at = list->cursor, found = -1;
  if (at < list->rows->len && row_at(list, (guint)at)->kind == NG_LIST_ENTITY)
    found = at;
  for (gint64 i = found < 0 ? at : at + step; left >= 0 && i >= 0 && i < list->rows->len; i += step) {
    if (row_at(list, (guint)i)->kind != NG_LIST_ENTITY)
      continue;
    if (left == 0 && found >= 0)
      break;
    found = i;
    left--;
  }
  list->cursor = (guint)MAX(found, 0);
}

bool ng_list_find(NgList *list, uint32_t entity)
{
  for (guint i = 0; i < list->rows->len; i++)
    if (row_at(list, i)->entity == entity) {
      list->cursor = i;
      return true;
    }
  return false;
}

uint32_t ng_list_entity(const NgList *list)
{
  return list->rows && list->cursor < list->rows->len ? row_at(list, list->cursor)->entity : NG_NONE;
}

int ng_list_first_rows(const NgList *list)
{
  guint n = 0;
  while (n < list->rows->len && row_at(list, n)->kind == NG_LIST_ENTITY)
    n++;
  return (int)n;
}

int ng_list_other_rows(const NgList *list)
{
  return (int)list->rows->len - ng_list_first_rows(list);
}

void ng_list_scroll(NgList *list, int height)
{
  guint h = (guint)MAX(height, 1);
  if (list->cursor < list->top)
    list->top = list->cursor;
  if (list->cursor >= list->top + h)
    list->top = list->cursor - h + 1;
  if (list->top + h > list->rows->len)
    list->top = list->rows->len > h ? list->rows->len - h : 0;
}

/* ---- rows ---- */

#define WHAT_FROM_COLS     44
#define SPARE_FROM_COLS    36 /* beside one side pane all lists have one grid */
#define POSITION_FROM_COLS 56
#define POSITION_COLS      12
#define LEAST_STRIP        5
#define LONG_STRIP         13 /* a longer one tells hardly more */
#define LEAST_NAME         12
#define LOOKED_AT          60 /* of each kind, the first so many tell how wide the names are */

static int digits(uint32_t n)
{
  int d = 1;
  while (n >= 10) {
    n /= 10;
    d++;
  }
  return d;
}

static uint32_t most_mentions(const NgArticle *article)
{
  uint32_t most = 0, n, n_entities;
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  for (NgEntityKind kind = 0; kind < NG_N_ENTITY_KINDS; kind++) {
    const uint32_t *ranked = ng_article_ranked(article, kind, &n);
    if (n)
      most = MAX(most, entities[ranked[0]].n_mentions);
  }
  return most;
}

/* What the second column says. */
static const char *what_of(const NgArticle *article, const NgAtlas *atlas, uint32_t entity)
{
  uint32_t n;
  const NgEntity *e = &ng_article_entities(article, &n)[entity];
  if (e->kind == NG_ENTITY_PLACE)
    return ng_where(article, atlas, entity).country;
  return e->short_role ? e->short_role : e->role;
}

/* The columns of the longest name that has something beside it (as people are expected to), of what stands there, and of the longest name that has
 * not: it may go on where that would stand. Among the first of each kind. */
typedef struct {
  int name, beside, alone;
} Longest;

static Longest longest_of(const NgArticle *article, const NgAtlas *atlas, unsigned kinds)
{
  uint32_t n, n_entities;
  const NgEntity *entities = ng_article_entities(article, &n_entities);
  Longest longest = {0, 0, 0};
  for (NgEntityKind kind = 0; kind < NG_N_ENTITY_KINDS; kind++) {
    const uint32_t *ranked = ng_article_ranked(article, kind, &n);
    for (uint32_t i = 0; (kinds & NG_KIND_BIT(kind)) && i < MIN(n, LOOKED_AT); i++) {
      const NgEntity *e = &entities[ranked[i]];
      int cols = ng_text_cols(e->name, strlen(e->name));
      const char *what = what_of(article, atlas, ranked[i]);
      if (what || kind == NG_ENTITY_PERSON)
        longest.name = MAX(longest.name, cols);
      if (!what)
        longest.alone = MAX(longest.alone, cols);
      if (what)
        longest.beside = MAX(longest.beside, ng_text_cols(what, strlen(what)));
    }
  }
  return longest;
}

/* Gives the strip what no name needs. */
static void widen_strip(NgGrid *grid, Longest longest)
{
  int spare = grid->name - MAX(LEAST_NAME, MAX(longest.name, longest.alone));
  int given = CLAMP(spare, 0, LONG_STRIP - LEAST_STRIP);
  grid->name -= given;
  grid->strip += given;
}

NgGrid ng_grid(const NgArticle *article, const NgAtlas *atlas, unsigned kinds, int cols)
{
  NgGrid grid = {.count = MAX(digits(most_mentions(article)), 2)};
  int room = cols - 3 - grid.count - 1; /* for name, what, strip, with a column after each but the last */
  if (cols < WHAT_FROM_COLS) {
    grid.strip = room >= LEAST_NAME + LEAST_STRIP + 1 ? LEAST_STRIP : 0;
    grid.name = room - (grid.strip ? grid.strip + 1 : 0);
    if (cols >= SPARE_FROM_COLS)
      widen_strip(&grid, longest_of(article, atlas, kinds));
    return grid;
  }
  Longest longest = longest_of(article, atlas, kinds);
  if (cols >= POSITION_FROM_COLS && kinds == NG_KIND_BIT(NG_ENTITY_PLACE))
    grid.position = POSITION_COLS;
  grid.name = CLAMP(longest.name, LEAST_NAME, cols * 3 / 8);
  room -= grid.name + 1;
  int position = grid.position ? grid.position + 2 : 0; /* which is never cut: words and strip share what it leaves */
  int most = MIN(position + (room - 1 - position) * 16 / 25, room - 1 - LEAST_STRIP);
  grid.what = MIN(most, MAX(longest.beside, 1) + position);
  grid.strip = room - 1 - grid.what;
  int cut =
      longest.alone - (grid.name + 1 + grid.what - position); /* of names alone; a long strip gives them its cells */
  int given = CLAMP(cut, 0, MAX(grid.strip - LONG_STRIP, 0));
  grid.name += given;
  grid.strip -= given;
  return grid;
}

char ng_list_pin(guint number)
{
  if (number > 35)
    return 0;
  return (char)(number <= 9 ? '0' + number : 'a' + number - 10);
}

void ng_strip_draw(const NgArticle *article, uint32_t entity, NgCanvas *canvas, int row, int col, int cells)
{
  if (cells <= 0)
    return;
  g_autofree uint8_t *bins = g_new(uint8_t, (gsize)cells);
  ng_strip_bins(article, entity, bins, (uint32_t)cells);
  for (int i = 0; i < cells; i++) {
    NgArm up = bins[i] == 0 ? NG_ARM_NONE : bins[i] == 1 ? NG_ARM_LIGHT : NG_ARM_HEAVY;
    ng_canvas_arms(canvas, row, col + i, bins[i] ? NG_ROLE_TICK : NG_ROLE_FAINT,
                   NG_ARMS(NG_ARM_LIGHT, NG_ARM_LIGHT, up, 0));
  }
}

static NgRole name_role(const NgEntity *e, NgRowLook look)
{
  if (!look.current)
    return ng_role_of_kind(e->kind);
  return look.focus ? ng_role_of_chosen(e->kind) : NG_ROLE_STRONG;
}

/* Both numbers aligned on their decimal points. */
static void put_position(NgCanvas *canvas, int row, int col, NgDegrees at)
{
  g_autofree char *position = ng_phrase_position(at.lat_deg, at.lon_deg);
  char *space = strchr(position, ' ');
  *space = '\0';
  ng_canvas_put_right(canvas, row, col, 5, NG_ROLE_DIM, position);
  ng_canvas_put_right(canvas, row, col + 5, POSITION_COLS - 5, NG_ROLE_DIM, space + 1);
}

void ng_list_row_draw(const NgArticle *article, const NgAtlas *atlas, uint32_t entity, NgGrid grid, NgRowLook look,
                      NgCanvas *canvas, int row, int col)
{
  uint32_t n;
  const NgEntity *e = &ng_article_entities(article, &n)[entity];
  if (look.current)
    ng_canvas_put(canvas, row, col, 1, NG_ROLE_KEY, "›", strlen("›"));
  if (look.pin)
    ng_canvas_put(canvas, row, col + 1, 1, NG_ROLE_PIN, &look.pin, 1);
  col += 3;
  NgWhere where = ng_where(article, atlas, entity);
  bool located = e->kind == NG_ENTITY_PLACE && grid.position && ng_degrees_valid(where.at);
  bool nowhere = e->kind == NG_ENTITY_PLACE && atlas && where.source == NG_ATLAS_NOWHERE;
  const char *what = what_of(article, atlas, entity);
  if (!what && nowhere && ng_text_cols(e->name, strlen(e->name)) <= grid.name)
    what = "–";
  int beside = grid.what - (located ? grid.position + 1 : 0);
  int name = !what && grid.what ? grid.name + 1 + beside : grid.name;
  ng_canvas_put_cut(canvas, row, col, name, name_role(e, look), e->name);
  col += grid.name + 1;
  if (grid.what) {
    if (what)
      ng_canvas_put_cut(canvas, row, col, beside, NG_ROLE_DIM, what);
    if (located)
      put_position(canvas, row, col + beside + 1, where.at);
    col += grid.what + 1;
  }
  if (grid.strip) {
    ng_strip_draw(article, entity, canvas, row, col, grid.strip);
    col += grid.strip + 1;
  }
  g_autofree char *count = g_strdup_printf("%u", e->n_mentions);
  ng_canvas_put_right(canvas, row, col, grid.count, look.current ? NG_ROLE_STRONG : NG_ROLE_TEXT, count);
}
