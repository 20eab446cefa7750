#include "ui/matrix_view.h"

struct _NgMatrixView {
  const NgMatrix *matrix;
  NgMatrixPick pick;
  NgMatrixFrame frame; /* of the last picture */
  GArray *evidence;    /* NgEvidence, of `told`; NULL: not asked yet */
  NgMatrixPick told;
};

NgMatrixView *ng_matrix_view_new(const NgMatrix *matrix)
{
  NgMatrixView *view = g_new0(NgMatrixView, 1);
  view->matrix = matrix;
  view->told = NG_MATRIX_PICK_NOTHING;
  view->pick = ng_matrix_next(view->matrix, NG_MATRIX_PICK_NOTHING, 1);
  if (view->pick.row == NG_NONE)
    view->pick = ng_matrix_walk(view->matrix, view->pick, NG_DOWN, 1);
  return view;
}

void ng_matrix_view_free(NgMatrixView *view)
{
  if (!view)
    return;
  g_clear_pointer(&view->evidence, g_array_unref);
  g_free(view);
}

const NgMatrix *ng_matrix_view_matrix(const NgMatrixView *view)
{
  return view->matrix;
}

/* ---- drawing ---- */

NgPicture *ng_matrix_view_picture(NgMatrixView *view, int cols, int rows, bool ascii)
{
  NgMatrixStyle style = {.cols = MAX(cols, 1),
                         .rows = MAX(rows, 1),
                         .ascii = ascii,
                         .pick = view->pick,
                         .top = view->frame.first_row,
                         .left = view->frame.first_col};
  view->frame = ng_matrix_frame(view->matrix, &style);
  return ng_matrix_draw(view->matrix, &style);
}

const NgSpot *ng_matrix_view_spot(const NgMatrixView *view, const NgPicture *picture)
{
  return ng_matrix_spot(picture, &view->frame, view->pick);
}

/* ---- moving ---- */

void ng_matrix_view_walk(NgMatrixView *view, NgDirection direction, int count)
{
  view->pick = ng_matrix_walk(view->matrix, view->pick, direction, (uint32_t)MAX(count, 0));
}

void ng_matrix_view_turn(NgMatrixView *view, int by)
{
  for (uint32_t times = MIN((uint32_t)ABS(by), view->matrix->n_cells); times > 0; times--)
    view->pick = ng_matrix_next(view->matrix, view->pick, by > 0 ? 1 : -1);
}

void ng_matrix_view_set_pick(NgMatrixView *view, NgMatrixPick pick)
{
  if (pick.row < view->matrix->n_people && pick.col < view->matrix->n_people)
    view->pick = pick;
}

bool ng_matrix_view_pick_at(NgMatrixView *view, int row, int col)
{
  NgMatrixPick at = ng_matrix_at(&view->frame, row, col);
  if (at.row == NG_NONE && at.col == NG_NONE)
    return false;
  ng_matrix_view_set_pick(
      view, (NgMatrixPick){at.row == NG_NONE ? view->pick.row : at.row, at.col == NG_NONE ? view->pick.col : at.col});
  return true;
}

void ng_matrix_view_select(NgMatrixView *view, uint32_t node)
{
  const NgMatrix *matrix = view->matrix;
  uint32_t person = ng_matrix_person_of(matrix, node);
  if (person == NG_NONE || person == view->pick.row || person == view->pick.col)
    return;
  const NgMatrixPerson *it = &matrix->people[person];
  const NgMatrixCell *best = NULL;
  for (uint32_t i = it->first_cell; i < it->first_cell + it->n_cells; i++) {
    const NgMatrixCell *cell = &matrix->cells[i];
    if (!best || (best->weak && !cell->weak) || (best->weak == cell->weak && cell->weight > best->weight))
      best = cell;
  }
  view->pick = (NgMatrixPick){person, best ? best->col : person};
}

/* ---- what is selected ---- */

NgMatrixPick ng_matrix_view_pick(const NgMatrixView *view)
{
  return view->pick;
}

const NgMatrixCell *ng_matrix_view_cell(const NgMatrixView *view)
{
  return ng_matrix_cell(view->matrix, view->pick.row, view->pick.col);
}

uint32_t ng_matrix_view_edge(const NgMatrixView *view)
{
  return ng_matrix_edge(view->matrix, view->pick.row, view->pick.col);
}

bool ng_matrix_view_people(const NgMatrixView *view, uint32_t *from, uint32_t *to)
{
  if (view->pick.row == NG_NONE)
    return false;
  *from = view->matrix->people[view->pick.row].node;
  *to = view->matrix->people[view->pick.col].node;
  return true;
}

const GArray *ng_matrix_view_evidence(NgMatrixView *view)
{
  if (view->evidence && view->told.row == view->pick.row && view->told.col == view->pick.col)
    return view->evidence;
  const NgMatrixCell *cell = ng_matrix_view_cell(view);
  g_clear_pointer(&view->evidence, g_array_unref);
  view->told = view->pick;
  view->evidence = cell ? ng_matrix_evidence(view->matrix, cell) : g_array_new(FALSE, FALSE, sizeof(NgEvidence));
  return view->evidence;
}

char *ng_matrix_view_names(const NgMatrixView *view)
{
  if (view->pick.row == NG_NONE)
    return g_strdup("");
  const NgMatrixPerson *row = &view->matrix->people[view->pick.row], *col = &view->matrix->people[view->pick.col];
  return row == col ? g_strdup(row->name) : g_strdup_printf("%s, %s", row->name, col->name);
}

char *ng_matrix_view_phrase(const NgMatrixView *view)
{
  const NgMatrixCell *cell = ng_matrix_view_cell(view);
  return cell ? ng_matrix_phrase(view->matrix, cell) : ng_matrix_view_names(view);
}

char *ng_matrix_view_place(const NgMatrixView *view)
{
  if (view->pick.row == NG_NONE)
    return g_strdup("");
  return g_strdup_printf("row %u, column %u", view->pick.row + 1, view->pick.col + 1);
}

char *ng_matrix_view_count(const NgMatrixView *view)
{
  const NgWhole *whole = view->matrix->whole;
  uint32_t n = view->matrix->n_people, n_named = 0, n_ranked = 0, n_mentions;
  const uint32_t *ranked =
      whole->n_articles == 1 ? ng_article_ranked(whole->articles[0], NG_ENTITY_PERSON, &n_ranked) : NULL;
  for (uint32_t i = 0; i < n_ranked; i++) {
    ng_article_mentions_of(whole->articles[0], ranked[i], &n_mentions);
    n_named += n_mentions > 0;
  }
  return g_strdup_printf("%u of %u", n, MAX(n, n_named));
}
