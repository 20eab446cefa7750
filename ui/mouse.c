/* The mouse: the wheel moves what is under it, a click selects. */
#include "ui/app.h"

#include "ui/take.h"
#include "ui/view_map.h"
#include "ui/view_relations.h"

#define WHEEL_ROWS 3

static bool inside(NgRect rect, int row, int col)
{
  return row >= rect.row && row < rect.row + rect.rows && col >= rect.col && col < rect.col + rect.cols;
}

/* The pane at a cell of the screen; NG_N_PANES if there is none. */
static NgPane pane_at(const NgReader *reader, int row, int col)
{
  NgPane pane = NG_PANE_ARTICLE;
  while (pane < NG_N_PANES && !inside(reader->layout.panes[pane], row, col))
    pane++;
  return pane;
}

static NgList *list_of(NgReader *reader, NgPane pane)
{
  if (pane == NG_PANE_PEOPLE)
    return &reader->people;
  return pane == NG_PANE_PLACES ? &reader->places : NULL;
}

/* ---- the wheel ---- */

static void wheel_in_reader(NgApp *app, int row, int col, int rows)
{
  NgPane pane = pane_at(app->reader, row, col);
  NgList *list = list_of(app->reader, pane);
  if (list) {
    ng_list_move(list, rows);
    ng_reader_select(app->reader, ng_list_entity(list), NG_NONE);
  } else if (pane == NG_PANE_RELATIONS) {
    ng_relations_page(app->reader, rows);
  } else if (pane == NG_PANE_ARTICLE || pane == NG_N_PANES) {
    ng_reader_scroll(app->reader, rows);
  }
}

static void wheel(NgApp *app, int row, int col, int rows)
{
  if (app->reader && !ng_app_overlay(app))
    wheel_in_reader(app, row, col, rows);
  else
    ng_app_command(app, rows > 0 ? NG_COMMAND_LINE_DOWN : NG_COMMAND_LINE_UP, ABS(rows), NULL);
}

/* ---- clicks ---- */

static void click_in_list(NgReader *reader, NgList *list, int row)
{
  guint at = list->top + (guint)MAX(row, 0);
  if (row < 0 || at >= list->rows->len)
    return;
  const NgListRow *clicked = &g_array_index(list->rows, NgListRow, at);
  if (clicked->kind != NG_LIST_ENTITY)
    return;
  ng_list_find(list, clicked->entity);
  ng_reader_select(reader, clicked->entity, NG_NONE);
}

/* What was drawn at the cell: a mention before a link. NULL if nothing of note. */
static const NgSeen *seen_at(const NgApp *app, int row, int col)
{
  const NgSeen *found = NULL;
  for (guint i = 0; i < app->seen->len; i++) {
    const NgSeen *seen = &g_array_index(app->seen, NgSeen, i);
    if (row != seen->row || col < seen->col || col >= seen->col + seen->cols)
      continue;
    if (seen->mention != NG_NONE)
      return seen;
    found = seen;
  }
  return found;
}

static void click_in_text(NgApp *app, int row, int col)
{
  uint32_t n;
  const NgSeen *seen = seen_at(app, row, col);
  if (seen && seen->mention != NG_NONE)
    ng_reader_go_to_mention(app->reader, seen->mention);
  else if (seen && seen->link != NG_NONE)
    ng_take_open(app->reader, ng_article_links(app->reader->article, &n)[seen->link].target);
}

static void click_in_reader(NgApp *app, int row, int col)
{
  static const NgCommandId to[] = {NG_COMMAND_ARTICLE, NG_COMMAND_PEOPLE, NG_COMMAND_PLACES, NG_COMMAND_RELATIONS};
  NgReader *reader = app->reader;
  NgPane pane = pane_at(reader, row, col);
  if (pane >= G_N_ELEMENTS(to))
    return;
  if (ng_map_is_open(reader)) {
    ng_reader_select(reader, ng_map_at(reader, row, col), NG_NONE);
    return;
  }
  if (pane != reader->focus) /* there the command would make it larger or smaller */
    ng_app_command(app, to[pane], 0, NULL);
  NgList *list = list_of(reader, pane);
  if (list)
    click_in_list(reader, list,
                  row - reader->layout.panes[pane].row - (reader->layout.heads ? 1 : 0) -
                      (pane == NG_PANE_PLACES ? reader->layout.map_rows : 0));
  else if (pane == NG_PANE_ARTICLE)
    click_in_text(app, row, col);
  else
    ng_relations_pick_at(reader, row, col);
}

static void click(NgApp *app, int row, int col)
{
  NgOverlay *overlay = ng_app_overlay(app);
  if (overlay && overlay->ops->click)
    overlay->ops->click(overlay, app->reader, row, col);
  else if (overlay && !overlay->ops->whole)
    ng_app_pop(app);
  else if (app->reader && !overlay)
    click_in_reader(app, row, col);
  else if (!overlay)
    ng_shelf_click(app->shelf, row);
}

void ng_app_mouse(NgApp *app)
{
  MEVENT event;
  if (getmouse(&event) != OK || app->prompt)
    return;
  if (event.bstate & BUTTON4_PRESSED)
    wheel(app, event.y, event.x, -WHEEL_ROWS);
  else if (event.bstate & BUTTON5_PRESSED)
    wheel(app, event.y, event.x, WHEEL_ROWS);
  else if (event.bstate & BUTTON1_PRESSED)
    click(app, event.y, event.x);
}
