/* Drawing a matrix: heads, names, cells; only what is seen. */
#include "graph/fan_private.h"
#include "graph/marks.h"
#include "graph/matrix_private.h"

#include <string.h>

typedef struct {
  const NgMatrix *matrix;
  const NgMatrixStyle *style;
  NgMatrixFrame frame;
  NgSheet *sheet;
} Drawing;

static const char *const shades[NG_MATRIX_SHADES][2] = {{"░░", ".."}, {"▒▒", "::"}, {"▓▓", "++"}, {"██", "##"}};
static const char *const weak_shade[2] = {"··", ",,"};

static int row_of(const Drawing *drawing, uint32_t person)
{
  return drawing->frame.body_row + (int)(person - drawing->frame.first_row);
}

static int col_of(const Drawing *drawing, uint32_t person)
{
  return drawing->frame.cell_col + (int)(person - drawing->frame.first_col) * drawing->frame.pitch_cols;
}

/* The first column behind the cells and their brackets. */
static int end_of_cells(const Drawing *drawing)
{
  return col_of(drawing, drawing->frame.first_col + drawing->frame.n_cols) - drawing->frame.pitch_cols +
         NG_MATRIX_CELL_COLS + 1;
}

/* Text that ends before column `end`, if it then starts at `least` or later. */
static bool put_right(Drawing *drawing, int row, int least, int end, const char *text, NgInk ink)
{
  int col = end - (int)strlen(text);
  if (col < least)
    return false;
  ng_sheet_string(drawing->sheet, row, col, text, ink);
  return true;
}

/* ---- heads and names ---- */

static void put_heads(Drawing *drawing)
{
  const NgMatrixFrame *frame = &drawing->frame;
  for (uint32_t i = frame->first_col; frame->head_row >= 0 && i < frame->first_col + frame->n_cols; i++)
    ng_sheet_string(drawing->sheet, frame->head_row, col_of(drawing, i), drawing->matrix->people[i].tag,
                    i == drawing->style->pick.col ? NG_INK_EGO_NAME : NG_INK_DIM);
}

/* How many people are not shown, on the side where they would be. */
static void put_rest(Drawing *drawing)
{
  const NgMatrixFrame *frame = &drawing->frame;
  uint32_t below = drawing->matrix->n_people - frame->first_row - frame->n_rows;
  uint32_t right = drawing->matrix->n_people - frame->first_col - frame->n_cols;
  g_autofree char *up = g_strdup_printf("+%u", frame->first_row), *down = g_strdup_printf("+%u", below);
  g_autofree char *before = g_strdup_printf("+%u", frame->first_col), *after = g_strdup_printf("+%u", right);
  if (frame->rest_row >= 0 && below)
    ng_sheet_string(drawing->sheet, frame->rest_row, 0, down, NG_INK_DIM);
  if (frame->head_row < 0)
    return;
  bool above = frame->name_cols > 0 && frame->first_row > 0;
  if (above)
    ng_sheet_string(drawing->sheet, frame->head_row, 0, up, NG_INK_DIM);
  if (frame->first_col &&
      !put_right(drawing, frame->head_row, above ? (int)strlen(up) + 1 : 0, frame->cell_col - 1, before, NG_INK_DIM))
    ng_sheet_head(drawing->sheet, frame->head_row, MAX(frame->cell_col - 2, 0), NG_LEFT, NG_INK_DIM);
  if (right)
    put_right(drawing, frame->head_row, end_of_cells(drawing), frame->end_col, after, NG_INK_DIM);
}

/* In short where it has no room and has a short form. A graph that was not made from an article has names alone. */
static char *name_of(const Drawing *drawing, const NgMatrixPerson *person)
{
  int cols = drawing->frame.name_cols;
  bool ascii = drawing->style->ascii;
  if (drawing->matrix->whole->nodes[person->node].n_places == 0 || ng_fan_cols(person->name, cols) <= cols)
    return ng_fan_cut(person->name, cols, ascii);
  return ng_fan_name(ng_whole_entity(drawing->matrix->whole, person->node), cols, false, ascii, NULL);
}

static void put_row(Drawing *drawing, uint32_t person)
{
  const NgMatrixFrame *frame = &drawing->frame;
  const NgMatrixPerson *it = &drawing->matrix->people[person];
  bool lit = person == drawing->style->pick.row, named = frame->name_cols > 0;
  int row = row_of(drawing, person);
  NgSpot spot = {.edge = NG_NONE, .node = it->node, .row = row, .rows = 1, .label_row = -1, .order_row = row};
  NgInk ink = lit ? NG_INK_EGO_NAME : NG_INK_PERSON;
  if (named) {
    g_autofree char *name = name_of(drawing, it);
    spot.cols = ng_sheet_string(drawing->sheet, row, 0, name, ink);
  }
  if (frame->mark_cols)
    ng_sheet_string(drawing->sheet, row, frame->mark_col, ng_mark_letter(it->mark, drawing->style->ascii), NG_INK_DIM);
  int tag_cols = ng_sheet_string(drawing->sheet, row, frame->tag_col, it->tag, named ? NG_INK_DIM : ink);
  spot.cols = named ? spot.cols : tag_cols;
  ng_sheet_spot(drawing->sheet, &spot);
  g_autofree char *count = g_strdup_printf("%u", it->n_neighbours);
  put_right(drawing, row, end_of_cells(drawing), frame->end_col, count, NG_INK_COUNT);
}

/* ---- cells ---- */

static void put_spot(Drawing *drawing, NgMatrixPick at, uint32_t edge)
{
  int row = row_of(drawing, at.row), col = col_of(drawing, at.col);
  NgSpot spot = {.edge = edge,
                 .node = drawing->matrix->people[at.col].node,
                 .row = row,
                 .col = col,
                 .rows = 1,
                 .cols = NG_MATRIX_CELL_COLS,
                 .label_row = row,
                 .label_col = col,
                 .label_cols = NG_MATRIX_CELL_COLS,
                 .order_row = row};
  ng_sheet_spot(drawing->sheet, &spot);
}

static void put_cell(Drawing *drawing, const NgMatrixCell *cell)
{
  bool ascii = drawing->style->ascii;
  bool shaded = !cell->weak || drawing->matrix->all_weak;
  const char *sign = !shaded ? weak_shade[ascii] : shades[ng_matrix_shade(drawing->matrix, cell)][ascii];
  ng_sheet_string(drawing->sheet, row_of(drawing, cell->row), col_of(drawing, cell->col), sign,
                  cell->weak ? NG_INK_DIM : NG_INK_PERSON);
  put_spot(drawing, (NgMatrixPick){cell->row, cell->col}, drawing->matrix->edges[cell->first_edge]);
}

/* Where a person meets himself, and the cells of those columns that are shown. */
static void put_cells(Drawing *drawing, uint32_t person)
{
  const NgMatrixFrame *frame = &drawing->frame;
  const NgMatrixPerson *it = &drawing->matrix->people[person];
  uint32_t end = frame->first_col + frame->n_cols;
  if (person >= frame->first_col && person < end) {
    int col = col_of(drawing, person);
    ng_sheet_across(drawing->sheet, row_of(drawing, person), col, col + NG_MATRIX_CELL_COLS - 1, NG_ARM_LIGHT,
                    NG_INK_FAINT);
  }
  for (uint32_t i = ng_matrix_first_from(drawing->matrix, person, frame->first_col);
       i < it->first_cell + it->n_cells && drawing->matrix->cells[i].col < end; i++)
    put_cell(drawing, &drawing->matrix->cells[i]);
}

static void put_pick(Drawing *drawing)
{
  NgMatrixPick pick = drawing->style->pick;
  if (pick.row >= drawing->matrix->n_people || pick.col >= drawing->matrix->n_people)
    return;
  int row = row_of(drawing, pick.row), col = col_of(drawing, pick.col);
  ng_sheet_string(drawing->sheet, row, col - 1, "[", NG_INK_MARK);
  ng_sheet_string(drawing->sheet, row, col + NG_MATRIX_CELL_COLS, "]", NG_INK_MARK);
  if (!ng_matrix_cell(drawing->matrix, pick.row, pick.col))
    put_spot(drawing, pick, NG_NONE);
}

NgPicture *ng_matrix_draw(const NgMatrix *matrix, const NgMatrixStyle *style)
{
  Drawing drawing = {.matrix = matrix, .style = style, .frame = ng_matrix_frame(matrix, style)};
  const NgMatrixFrame *frame = &drawing.frame;
  int rows = frame->body_row + (int)frame->n_rows + (frame->rest_row >= 0);
  drawing.sheet = ng_sheet_new(rows, style->cols, style->ascii);
  put_heads(&drawing);
  put_rest(&drawing);
  for (uint32_t i = frame->first_row; i < frame->first_row + frame->n_rows; i++) {
    put_row(&drawing, i);
    put_cells(&drawing, i);
  }
  put_pick(&drawing);
  return ng_sheet_finish(drawing.sheet, rows);
}

const NgSpot *ng_matrix_spot(const NgPicture *picture, const NgMatrixFrame *frame, NgMatrixPick pick)
{
  for (uint32_t i = 0; i < picture->n_spots; i++) {
    const NgSpot *spot = &picture->spots[i];
    NgMatrixPick at = ng_matrix_at(frame, spot->row, spot->col);
    if (spot->label_cols && at.row == pick.row && at.col == pick.col)
      return spot;
  }
  return NULL;
}

/* ---- the key ---- */

/* "3 or 4", "5 to 9", "10 to 19 sentences"... what a shade stands for, in words or in few signs. */
static char *range_text(const NgMatrix *matrix, int shade, bool brief)
{
  uint32_t from = matrix->from[shade];
  if (shade == NG_MATRIX_SHADES - 1)
    return g_strdup_printf(brief ? "%u+" : "%u sentences or more", from);
  uint32_t to = matrix->from[shade + 1] - 1;
  if (to == from)
    return g_strdup_printf("%u", from);
  return g_strdup_printf(brief ? "%u-%u" : to == from + 1 ? "%u or %u" : "%u to %u", from, to);
}

/* Before the shades: what the sign of weak cells says, and what all of them say where there are only weak ones. */
static void begin_key(GString *key, const NgMatrix *matrix, gsize form, bool ascii)
{
  static const char *const together[] = {"named in one sentence", "named together"};
  if (matrix->all_weak && matrix->n_cells)
    g_string_append(key, form == 0 ? "named together in" : "");
  else if (form < G_N_ELEMENTS(together))
    g_string_append_printf(key, "%s %s", weak_shade[ascii], together[form]);
}

enum { N_FORMS = 3 };

static char *key_of(const NgMatrix *matrix, gsize form, bool marked, bool ascii)
{
  static const char *const gaps[N_FORMS] = {"   ", "  ", " "};
  static const char *const groups[N_FORMS][2] = {
      {"α β … close groups", "/a /b close groups"}, {"α β groups", "/a /b groups"}, {"α groups", "/a groups"}};
  GString *key = g_string_new(NULL);
  begin_key(key, matrix, form, ascii);
  for (int i = 0; i < NG_MATRIX_SHADES; i++) {
    g_autofree char *range = range_text(matrix, i, form > 0);
    g_string_append_printf(key, "%s%s %s", key->len ? gaps[form] : "", shades[i][ascii], range);
  }
  if (marked)
    g_string_append_printf(key, "%s%s", gaps[form], groups[form][ascii]);
  return g_string_free(key, FALSE);
}

char *ng_matrix_key(const NgMatrix *matrix, int cols, bool ascii)
{
  bool has_marks = ng_matrix_frame(matrix, &(NgMatrixStyle){.cols = cols, .rows = 1, .ascii = ascii}).mark_cols > 0;
  for (int marked = has_marks; marked >= 0; marked--)
    for (gsize form = 0; form < N_FORMS; form++) {
      g_autofree char *key = key_of(matrix, form, marked, ascii);
      if (ng_fan_cols(key, cols) <= cols)
        return g_steal_pointer(&key);
    }
  return g_strdup("");
}
