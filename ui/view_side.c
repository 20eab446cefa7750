#include "ui/view_side.h"

#include "model/phrase.h"
#include "ui/evidence.h"
#include "ui/kwic.h"
#include "ui/places.h"
#include "ui/status.h"
#include "ui/view_map.h"
#include "ui/view_relations.h"
#include "ui/who.h"

#include <string.h>

#define RELATIONS_ROWS 9 /* a head and eight branches */
#define EVIDENCE_ROWS  9 /* of sentences, before the other panes have what they need */
#define MANY_ROWS      200

/* A pane as a small table of what it can do. */
typedef struct {
  void (*needs)(NgReader *reader, int cols, int *needs, int *more);
  void (*draw)(NgReader *reader, NgCanvas *canvas, NgRect rect);
} Side;

char *ng_side_what(NgReader *reader, uint32_t entity)
{
  const NgEntity *e = &ng_reader_entities(reader)[entity];
  if (e->kind != NG_ENTITY_PLACE)
    return g_strdup(e->role);
  NgWhere where = ng_place_where(reader, entity);
  g_autofree char *position =
      ng_degrees_valid(where.at) ? ng_phrase_position(where.at.lat_deg, where.at.lon_deg) : NULL;
  if (!where.country)
    return g_steal_pointer(&position);
  return position ? g_strdup_printf("%s · %s", where.country, position) : g_strdup(where.country);
}

/* ---- lists ---- */

static char *range_text(const NgList *list, int height)
{
  guint n = 0, first = 0, last = 0;
  for (guint i = 0; i < list->rows->len; i++) {
    const NgListRow *row = &g_array_index(list->rows, NgListRow, i);
    if (row->kind != NG_LIST_ENTITY || row->of != list->kinds[0])
      continue;
    n++;
    if (i >= list->top && i < list->top + (guint)height) {
      first = first ? first : row->ordinal;
      last = row->ordinal;
    }
  }
  return ng_head_seen(first, last, n);
}

static void draw_section_head(const NgList *list, NgEntityKind kind, NgCanvas *canvas, int row, NgRect rect)
{
  guint n = 0;
  for (guint i = 0; i < list->rows->len; i++)
    n += g_array_index(list->rows, NgListRow, i).of == kind &&
         g_array_index(list->rows, NgListRow, i).kind == NG_LIST_ENTITY;
  g_autofree char *right = g_strdup_printf("%u", n);
  NgHeadLine head = {.title = ng_phrase_kind_head(kind), .right = right};
  ng_head_draw(&head, canvas, row, rect.col + NG_MARK_COLS, rect.cols - NG_MARK_COLS);
}

static bool is_point(NgReader *reader, const NgListRow *row)
{
  return row->kind == NG_LIST_ENTITY && row->of == NG_ENTITY_PLACE &&
         ng_degrees_valid(ng_place_position(reader, row->entity));
}

/* How many pins the rows before the first one shown have. */
static guint pins_before(NgReader *reader, const NgList *list)
{
  guint n = 0;
  for (guint i = 0; i < list->top && n < 36; i++)
    n += is_point(reader, &g_array_index(list->rows, NgListRow, i));
  return n;
}

/* Lists that stand in one column share one grid. */
static unsigned kinds_beside(const NgReader *reader, const NgList *list)
{
  NgRect people = reader->layout.panes[NG_PANE_PEOPLE], places = reader->layout.panes[NG_PANE_PLACES];
  if (people.rows > 0 && places.rows > 0 && people.col == places.col)
    return NG_ALL_KINDS;
  unsigned kinds = 0;
  for (int i = 0; i < list->n_kinds; i++)
    kinds |= NG_KIND_BIT(list->kinds[i]);
  return kinds;
}

static void draw_list_rows(NgReader *reader, const NgList *list, bool focus, NgCanvas *canvas, NgRect rect)
{
  unsigned kinds = kinds_beside(reader, list);
  const NgAtlas *atlas = kinds & NG_KIND_BIT(NG_ENTITY_PLACE) ? ng_places_atlas(reader) : NULL;
  NgGrid grid = ng_grid(reader->article, atlas, kinds, rect.cols);
  guint pins = pins_before(reader, list);
  for (int i = 0; i < rect.rows && list->top + (guint)i < list->rows->len; i++) {
    const NgListRow *row = &g_array_index(list->rows, NgListRow, list->top + (guint)i);
    bool last = i == rect.rows - 1;
    if (row->kind == NG_LIST_HEAD && !last)
      draw_section_head(list, row->of, canvas, rect.row + i, rect);
    if (row->kind != NG_LIST_ENTITY)
      continue;
    NgRowLook look = {row->entity == reader->entity, focus, is_point(reader, row) ? ng_list_pin(++pins) : 0};
    ng_list_row_draw(reader->article, atlas, row->entity, grid, look, canvas, rect.row + i, rect.col);
    bool next =
        focus && list->cursor == list->top + (guint)i; /* where keys begin, though somebody elsewhere is selected */
    if (next && !look.current)
      ng_canvas_put(canvas, rect.row + i, rect.col, 1, NG_ROLE_DIM, "›", strlen("›"));
    if (next)
      ng_canvas_cursor(canvas, rect.row + i, rect.col + NG_MARK_COLS);
  }
}

/* Why a list is empty. The caller frees it. */
static char *nothing_here(const NgReader *reader, const NgList *list)
{
  uint32_t n;
  const char *language = ng_article_head(reader->article)->language;
  ng_article_mentions(reader->article, &n);
  if (list->filter)
    return g_strdup("no name like that");
  if (n == 0 && language && g_ascii_strncasecmp(language, "en", 2) != 0)
    return g_strdup_printf("no names are looked for in %s", ng_phrase_language(language));
  return g_strdup("none named here");
}

/* Its rows at this width, as NgRange. The caller frees the array. */
static GArray *wrapped(const char *text, int cols)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  ng_text_wrap(text, strlen(text), MAX(cols, 1), MAX(cols, 1), rows);
  return rows;
}

/* The rows of a list as it stands at first; of an empty one, those that say why. */
static int least_rows(const NgReader *reader, NgList *list, int cols)
{
  int rows = ng_list_first_rows(list);
  if (rows > 0)
    return rows;
  g_autofree char *nothing = nothing_here(reader, list);
  g_autoptr(GArray) needed = wrapped(nothing, cols - NG_MARK_COLS);
  return MAX((int)needed->len, 1);
}

static void draw_nothing(const NgReader *reader, const NgList *list, NgCanvas *canvas, NgRect rect)
{
  g_autofree char *nothing = nothing_here(reader, list);
  g_autoptr(GArray) rows = wrapped(nothing, rect.cols - NG_MARK_COLS);
  for (int i = 0; i < (int)rows->len && i < MAX(rect.rows, 1); i++) {
    NgRange row = g_array_index(rows, NgRange, i);
    g_autofree char *text = g_strndup(nothing + row.start, row.end - row.start);
    ng_canvas_put_cut(canvas, rect.row + i, rect.col + NG_MARK_COLS, rect.cols - NG_MARK_COLS, NG_ROLE_DIM, text);
  }
}

static void draw_list(NgReader *reader, NgList *list, NgPane pane, const char *key, const char *title, NgCanvas *canvas,
                      NgRect rect, int map_rows)
{
  bool focus = reader->focus == pane;
  int height = rect.rows - 1 - map_rows;
  ng_list_scroll(list, height);
  g_autofree char *right = range_text(list, height);
  g_autofree char *filtered = list->filter ? g_strdup_printf("%s /%s", title, list->filter) : NULL;
  NgHeadLine head = {.key = key, .title = filtered ? filtered : title, .right = right, .focus = focus};
  ng_head_draw(&head, canvas, rect.row, rect.col + 1, rect.cols - 1);
  int first = rect.row + 1 + map_rows;
  if (list->rows->len == 0)
    draw_nothing(reader, list, canvas, (NgRect){first, rect.col, height, rect.cols});
  draw_list_rows(reader, list, focus, canvas, (NgRect){first, rect.col, height, rect.cols});
}

static void people_needs(NgReader *reader, int cols, int *needs, int *more)
{
  int others = ng_list_other_rows(&reader->people);
  *needs = 1 + least_rows(reader, &reader->people, cols);
  *more = others;
}

static void people_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  draw_list(reader, &reader->people, NG_PANE_PEOPLE, "2", "People", canvas, rect, 0);
}

static void places_needs(NgReader *reader, int cols, int *needs, int *more)
{
  *needs = 1 + least_rows(reader, &reader->places, cols);
  *more = 0;
}

static void places_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  if (ng_map_is_open(reader)) {
    ng_map_draw(reader, canvas, rect);
    return;
  }
  int map = reader->layout.map_rows;
  draw_list(reader, &reader->places, NG_PANE_PLACES, "3", "Places", canvas, rect, map);
  if (map)
    ng_map_small_draw(reader, canvas, (NgRect){rect.row + 1, rect.col + 1, map, rect.cols - 1});
}

/* What is needed does not depend on who is selected, so that the panes stay where they are as one goes from name to name. */
static void relations_needs(NgReader *reader, int cols, int *needs, int *more)
{
  *needs = RELATIONS_ROWS;
  *more = MAX(1 + ng_relations_rows(reader, cols) - RELATIONS_ROWS, 0);
}

/* ---- what stays open beside them ---- */

static void who_needs(NgReader *reader, int cols, int *needs, int *more)
{
  *needs = *more = 0;
  if (!ng_reader_selected(reader))
    return;
  g_autoptr(NgWho) who = ng_who_new(reader, NG_WHO_PANE, cols - NG_MARK_COLS, NG_WHO_NO_CURSOR);
  *needs = ng_who_rows(who) ? 1 + ng_who_rows(who) : 0;
}

static void who_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  const NgEntity *selected = ng_reader_selected(reader);
  if (!selected)
    return;
  NgRect text = {rect.row + 1, rect.col + NG_MARK_COLS, rect.rows - 1, rect.cols - NG_MARK_COLS};
  g_autofree char *title =
      g_strdup_printf("%s is %s", selected->kind == NG_ENTITY_PERSON ? "Who" : "What", selected->name);
  NgHeadLine head = {.title = title};
  ng_head_draw(&head, canvas, rect.row, text.col, text.cols);
  g_autoptr(NgWho) who = ng_who_new(reader, NG_WHO_PANE, text.cols, NG_WHO_NO_CURSOR);
  ng_who_draw(who, reader, canvas, text, 0);
}

static void evidence_needs(NgReader *reader, int cols, int *needs, int *more)
{
  NgTie tie;
  bool any = ng_relations_tie(reader, &tie) && tie.n_evidence;
  *needs = *more = 0;
  if (!any)
    return;
  NgEvidenceList list = ng_relations_evidence(reader, &tie, false);
  int rows = ng_evidence_rows(reader, &list, cols - NG_MARK_COLS, MANY_ROWS);
  *needs = 1 + MIN(rows, EVIDENCE_ROWS);
  *more = rows - MIN(rows, EVIDENCE_ROWS);
}

static void evidence_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  NgTie tie;
  if (!ng_relations_tie(reader, &tie) || tie.n_evidence == 0)
    return;
  NgRect text = {rect.row + 1, rect.col + NG_MARK_COLS, rect.rows - 1, rect.cols - NG_MARK_COLS};
  NgEvidenceList list = ng_relations_evidence(reader, &tie, false);
  g_autofree char *why = ng_why_relation(ng_evidence_article(reader, &list, 0), tie.evidence->relation);
  g_autofree char *right =
      why ? g_strdup_printf("%s · %u", why, tie.n_evidence) : g_strdup_printf("%u", tie.n_evidence);
  NgHeadLine head = {.title = tie.phrase, .right = right};
  ng_head_draw(&head, canvas, rect.row, text.col, text.cols);
  ng_evidence_draw(reader, canvas, text, &list, NG_NONE);
}

static void nothing_needs(NgReader *reader, int cols, int *needs, int *more)
{
  (void)reader;
  (void)cols;
  *needs = *more = 0;
}

static void nothing_draw(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  (void)reader;
  (void)canvas;
  (void)rect;
}

static const Side sides[NG_N_PANES] = {
    [NG_PANE_ARTICLE] = {nothing_needs, nothing_draw},
    [NG_PANE_PEOPLE] = {people_needs, people_draw},
    [NG_PANE_PLACES] = {places_needs, places_draw},
    [NG_PANE_RELATIONS] = {relations_needs, ng_relations_draw},
    [NG_PANE_MENTIONS] = {ng_mentions_pane_needs, ng_mentions_pane_draw},
    [NG_PANE_WHO] = {who_needs, who_draw},
    [NG_PANE_EVIDENCE] = {evidence_needs, evidence_draw},
};

void ng_side_needs(NgReader *reader, NgPane pane, int cols, int *needs, int *more)
{
  sides[pane].needs(reader, cols, needs, more);
}

void ng_side_draw(NgReader *reader, NgPane pane, NgCanvas *canvas, NgRect rect)
{
  sides[pane].draw(reader, canvas, rect);
}
