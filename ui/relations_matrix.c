/* The people of the article by themselves, as a matrix: the row acts on the column. */
#include "ui/matrix_view.h"
#include "ui/whole_state.h"

#include <string.h>

#define KEY_ROWS    2  /* a blank row and the key to the shades */
#define LEAST_KEYED 12 /* a pane with fewer rows has none */

/* The view of the graph, once that is there; NULL before. It follows the selection. */
static NgMatrixView *matrix_of(NgReader *reader)
{
  NgRelations *r = ng_relations_of(reader);
  const NgWhole *whole = ng_whole_graph(reader);
  if (!whole)
    return NULL;
  if (!r->matrix)
    r->matrix = ng_matrix_view_new(ng_whole_state(reader)->shared->matrix);
  if (r->matrix_entity != reader->entity) {
    r->matrix_entity = reader->entity;
    uint32_t node = ng_relations_node(reader, whole);
    if (node != NG_NONE)
      ng_matrix_view_select(r->matrix, node);
  }
  return r->matrix;
}

/* ---- drawing ---- */

static NgPicture *draw(NgReader *reader, int cols, int rows, bool ascii)
{
  ng_whole_ask_graph(reader);
  NgMatrixView *view = matrix_of(reader);
  return view ? ng_matrix_view_picture(view, cols, rows, ascii) : NULL;
}

static const char *nothing(NgReader *reader)
{
  NgMatrixView *view = matrix_of(reader);
  if (!view)
    return ng_relations_waiting(reader);
  if (ng_matrix_view_pick(view).row != NG_NONE)
    return NULL;
  return ng_relations_of(reader)->filter ? "nobody passes the filter" : "no people are named here";
}

static const NgSpot *spot(NgReader *reader, bool *on_label)
{
  const NgRelations *r = ng_relations_of(reader);
  *on_label = false;
  return r->matrix && r->picture ? ng_matrix_view_spot(r->matrix, r->picture) : NULL;
}

static int foot_rows(NgReader *reader)
{
  return reader->layout.panes[NG_PANE_RELATIONS].rows >= LEAST_KEYED ? KEY_ROWS : 0;
}

static void foot(NgReader *reader, NgCanvas *canvas, NgRect rect)
{
  NgMatrixView *view = matrix_of(reader);
  if (!view)
    return;
  g_autofree char *key = ng_matrix_key(ng_matrix_view_matrix(view), rect.cols, canvas->ascii);
  ng_canvas_put(canvas, rect.row + rect.rows - 1, rect.col, rect.cols, NG_ROLE_DIM, key, strlen(key));
}

static char *title(NgReader *reader)
{
  g_autofree char *where = ng_relations_where(reader);
  return g_strconcat("Relations among people", where ? " " : NULL, where, NULL);
}

static char *count(NgReader *reader)
{
  NgMatrixView *view = matrix_of(reader);
  return view ? ng_matrix_view_count(view) : NULL;
}

/* ---- walking ---- */

static void walk(NgReader *reader, NgDirection direction, int times)
{
  NgMatrixView *view = matrix_of(reader);
  if (view)
    ng_matrix_view_walk(view, direction, times);
}

static void turn(NgReader *reader, int by)
{
  NgMatrixView *view = matrix_of(reader);
  if (view)
    ng_matrix_view_turn(view, by);
}

static void page(NgReader *reader, int delta)
{
  walk(reader, delta < 0 ? NG_UP : NG_DOWN, ABS(delta));
}

static void zoom(NgReader *reader, int by)
{
  (void)by;
  ng_reader_say(reader, false, "the matrix has one size");
}

/* The first row of such a name, in its weightiest cell. */
static bool find(NgReader *reader, const char *folded, bool last)
{
  (void)last;
  NgMatrixView *view = matrix_of(reader);
  const NgMatrix *matrix = view ? ng_matrix_view_matrix(view) : NULL;
  for (uint32_t i = 0; matrix && i < matrix->n_people; i++)
    if (ng_relations_is_called(matrix->people[i].name, folded)) {
      NgMatrixPick pick = ng_matrix_view_pick(view);
      if (pick.row != i)
        ng_matrix_view_select(view, matrix->people[i].node);
      return true;
    }
  return false;
}

static void pick_at(NgReader *reader, int row, int col)
{
  NgMatrixView *view = matrix_of(reader);
  if (view)
    ng_matrix_view_pick_at(view, row, col);
}

/* ---- what is said of the selected cell ---- */

static bool tell(NgReader *reader, NgTie *tie)
{
  NgMatrixView *view = matrix_of(reader);
  if (!view || ng_matrix_view_pick(view).row == NG_NONE)
    return false;
  const NgMatrixCell *cell = ng_matrix_view_cell(view);
  const GArray *evidence = ng_matrix_view_evidence(view);
  *tie = (NgTie){.phrase = ng_matrix_view_phrase(view),
                 .place = ng_matrix_view_place(view),
                 .evidence = (const NgEvidence *)(const void *)evidence->data,
                 .n_evidence = evidence->len,
                 .is_edge = cell != NULL,
                 .weak = cell && cell->weak};
  return true;
}

/* Of an empty cell the row's person; where it is another one. */
static bool centre(NgReader *reader, NgWholePlace *place)
{
  NgMatrixView *view = matrix_of(reader);
  uint32_t from, to;
  if (!view || ng_matrix_view_cell(view) || !ng_matrix_view_people(view, &from, &to))
    return false;
  const NgWhole *whole = ng_whole_graph(reader);
  const NgWholeNode *node = &whole->nodes[from];
  *place = ng_relations_place(reader, whole->places + node->first_place, node->n_places);
  return from != ng_relations_node(reader, whole);
}

static const char *opens(NgReader *reader)
{
  NgMatrixView *view = matrix_of(reader);
  return view && !ng_matrix_view_cell(view) ? "centre" : NULL;
}

const NgRelationsView ng_matrix_relations_view = {.name = "matrix",
                                                  .indent = NG_MARK_COLS,
                                                  .marks = true,
                                                  .full = true,
                                                  .dense = true,
                                                  .draw = draw,
                                                  .foot_rows = foot_rows,
                                                  .foot = foot,
                                                  .spot = spot,
                                                  .nothing = nothing,
                                                  .walk = walk,
                                                  .turn = turn,
                                                  .page = page,
                                                  .zoom = zoom,
                                                  .find = find,
                                                  .pick_at = pick_at,
                                                  .tell = tell,
                                                  .centre = centre,
                                                  .opens = opens,
                                                  .title = title,
                                                  .count = count};
