/* Slots to cells: how wide the columns of slots are, how high the rows, and what lies between them. */
#include "graph/whole_private.h"

/* Least gaps in cells, what a label on a line takes beside its words ("─ label ─►"), and the margins. */
#define LEAST_COLS       5
#define LEAST_ROWS       2
#define ASCII_ROWS       3
#define AROUND           5
#define MARGIN           2
#define MOST_SPREAD      6
#define MOST_SPREAD_ROWS 1

typedef struct {
  int *size, *gap; /* of each column or row, and of the gap after it */
  int n;
} Axis;

static Axis new_axis(int n)
{
  return (Axis){g_new0(int, (gsize)n + 1), g_new0(int, (gsize)n + 1), n};
}

static void clear_axis(Axis *axis)
{
  g_free(axis->size);
  g_free(axis->gap);
}

/* The room that the labels of lines between neighbouring columns need. */
static void widen_gaps(const NgWholeLayout *layout, Axis *cols)
{
  for (uint32_t i = 0; i < layout->lines->len; i++) {
    const NgWholeLine *line = ng_whole_line(layout, i);
    const NgWholeBox *a = ng_whole_box(layout, line->from), *b = ng_whole_box(layout, line->to);
    if (a->slot_col > b->slot_col) {
      const NgWholeBox *other = a;
      a = b;
      b = other;
    }
    if (b->slot_col != a->slot_col + 1 || layout->bare)
      continue;
    int free_a = cols->size[a->slot_col] - a->cols - (cols->size[a->slot_col] - a->cols) / 2;
    int free_b = (cols->size[b->slot_col] - b->cols) / 2;
    int trunk = a->slot_row == b->slot_row ? 0 : 2;
    int *gap = &cols->gap[a->slot_col];
    *gap = MAX(*gap, line->label_cols + AROUND + trunk - free_a - free_b);
  }
}

static void find_cols(const NgWholeLayout *layout, Axis *cols, NgWholeAir air)
{
  for (uint32_t i = 0; i < layout->boxes->len; i++) {
    const NgWholeBox *box = ng_whole_box(layout, i);
    cols->size[box->slot_col] = MAX(cols->size[box->slot_col], box->cols);
  }
  for (int i = 0; i < cols->n; i++)
    cols->gap[i] = cols->size[i] ? LEAST_COLS : 0;
  widen_gaps(layout, cols);
  int last = -1;
  for (int i = 0; i < cols->n; i++)
    if (cols->size[i]) {
      cols->gap[i] += air.cols;
      last = i;
    }
  if (last >= 0)
    cols->gap[last] = 0;
}

static void find_rows(const NgWholeLayout *layout, Axis *rows, int *anchors, NgWholeAir air)
{
  g_autofree int *below = g_new0(int, (gsize)rows->n + 1);
  for (uint32_t i = 0; i < layout->boxes->len; i++) {
    const NgWholeBox *box = ng_whole_box(layout, i);
    anchors[box->slot_row] = MAX(anchors[box->slot_row], box->anchor);
    below[box->slot_row] = MAX(below[box->slot_row], box->rows - box->anchor);
  }
  int last = -1;
  for (int i = 0; i < rows->n; i++) {
    rows->size[i] = below[i] ? anchors[i] + below[i] : 0;
    rows->gap[i] = below[i] ? (layout->style.ascii ? ASCII_ROWS : LEAST_ROWS) + air.rows : 0;
    last = below[i] ? i : last;
  }
  if (last >= 0)
    rows->gap[last] = 0;
}

static int sum_of(const Axis *axis)
{
  int sum = 0;
  for (int i = 0; i < axis->n; i++)
    sum += axis->size[i] + axis->gap[i];
  return sum;
}

/* Where the pane is a little too narrow, each gap gives a cell. */
static void tighten(Axis *axis, int over)
{
  for (int i = 0; i < axis->n && over > 0; i++)
    if (axis->gap[i] > 0) {
      axis->gap[i]--;
      over--;
    }
}

/* What the pane has to spare goes into the gaps, evenly and in measure. */
static void spread(Axis *axis, int spare, int most)
{
  int n = 0;
  for (int i = 0; i < axis->n; i++)
    n += axis->gap[i] > 0;
  int more = n > 0 && spare > 0 ? MIN(spare / n, most) : 0;
  for (int i = 0; i < axis->n; i++)
    axis->gap[i] += axis->gap[i] > 0 ? more : 0;
}

void ng_whole_space(NgWholeLayout *layout, NgWholeAir air)
{
  Axis cols = new_axis(layout->slot_cols), rows = new_axis(layout->slot_rows);
  g_autofree int *anchors = g_new0(int, (gsize)layout->slot_rows + 1);
  find_cols(layout, &cols, air);
  find_rows(layout, &rows, anchors, air);
  bool small = layout->style.zoom == NG_WHOLE_INITIALS && layout->bare;
  spread(&cols, small ? 0 : layout->style.cols - sum_of(&cols) - 2 * MARGIN, MOST_SPREAD);
  spread(&rows, small ? 0 : layout->style.rows - sum_of(&rows) - 2, MOST_SPREAD_ROWS);
  tighten(&cols, sum_of(&cols) - layout->style.cols);
  int sum = sum_of(&cols);
  /* A line that leaves a box outwards has turned after two rows or columns. */
  int top = air.rows > 0 ? MARGIN : 1, least_side = air.cols > 0 ? MARGIN : 0;
  layout->cols = sum + 2 * CLAMP((layout->style.cols - sum) / 2, least_side, MARGIN);
  layout->cols = small ? layout->cols : MAX(layout->cols, layout->style.cols);
  layout->rows = sum_of(&rows) + 2 * top;
  for (uint32_t i = 0; i < layout->boxes->len; i++) {
    NgWholeBox *box = ng_whole_box(layout, i);
    box->col = (layout->cols - sum) / 2;
    box->row = top + anchors[box->slot_row] - box->anchor;
    for (int c = 0; c < box->slot_col; c++)
      box->col += cols.size[c] + cols.gap[c];
    for (int r = 0; r < box->slot_row; r++)
      box->row += rows.size[r] + rows.gap[r];
    box->col += (cols.size[box->slot_col] - box->cols) / 2;
  }
  clear_axis(&cols);
  clear_axis(&rows);
}
