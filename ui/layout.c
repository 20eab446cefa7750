#include "ui/layout.h"

#include <string.h>

#define ONE_PANE_COLS    60  /* below: one pane */
#define ALL_PANES_COLS   100 /* below: one side pane */
#define TWO_COLUMNS_COLS 160 /* from here on the side has two columns */
#define COLUMN_GAP       2
#define HEADS_FROM_ROWS  8
#define STATUS_FROM_ROWS 3
#define LEAST_COLS       10

static const char *const pane_names[NG_N_PANES] = {"article",  "people", "places",  "relations",
                                                   "mentions", "who",    "evidence"};

/* The least rows of each pane, its head included. */
static const int least_rows[NG_N_PANES] = {[NG_PANE_PEOPLE] = 6,   [NG_PANE_PLACES] = 4, [NG_PANE_RELATIONS] = 6,
                                           [NG_PANE_MENTIONS] = 4, [NG_PANE_WHO] = 4,    [NG_PANE_EVIDENCE] = 3};

static int least_of(const NgLayoutInput *input, NgPane pane)
{
  return MIN(least_rows[pane], input->needs[pane]);
}

/* Stacks panes in one column: each gets its least, in the order of `stack`; then rows go to them in the order of `turns`, `in_turn` or one after
 * the other, until each has all it needs. What does not get its least is left out, the last in `keep` first. */
typedef struct {
  const NgPane *stack, *turns, *keep;
  int n;
  NgRect rect;
  int gap;
  bool in_turn;
  bool with_map; /* the places may have their small map */
} Stack;

static bool stands_in(const NgPane *panes, int n, NgPane pane)
{
  for (int i = 0; i < n; i++)
    if (panes[i] == pane)
      return true;
  return false;
}

/* Gives a pane as many rows as it wants and there are, at most `most`. */
static bool give(int *rows, int wanted, int most, int *left)
{
  int given = CLAMP(wanted - *rows, 0, MIN(most, *left));
  *rows += given;
  *left -= given;
  return given > 0;
}

/* First what they need: in turn, a row each, or one after the other. */
static void give_needs(const NgLayoutInput *input, const Stack *s, const NgPane *keep, int kept, int *rows, int *left)
{
  for (bool given = true; given;) {
    given = false;
    for (int i = 0; i < s->n; i++)
      if (stands_in(keep, kept, s->turns[i]))
        given |= give(&rows[s->turns[i]], input->needs[s->turns[i]], s->in_turn ? 1 : *left, left);
  }
}

/* Then what they would fill besides, one after the other, so that those above do not move when one below has more or less to show. */
static void give_more(const NgLayoutInput *input, const Stack *s, const NgPane *keep, int kept, int *rows, int *left)
{
  for (int i = 0; i < s->n; i++)
    if (stands_in(keep, kept, s->turns[i]))
      give(&rows[s->turns[i]], input->needs[s->turns[i]] + input->more[s->turns[i]], *left, left);
}

/* The small map goes first: it stands where every pane of the column has its least besides. */
static int map_rows_in(const NgLayoutInput *input, const Stack *s)
{
  int least = -s->gap;
  for (int i = 0; i < s->n; i++) {
    int of_pane = least_of(input, s->stack[i]);
    least += of_pane ? of_pane + s->gap : 0;
  }
  bool any = s->with_map && stands_in(s->stack, s->n, NG_PANE_PLACES) && input->needs[NG_PANE_PLACES] > 0;
  return any && least + input->map_rows <= s->rect.rows ? input->map_rows : 0;
}

static void stack_panes(NgLayout *layout, const NgLayoutInput *input, const Stack *s)
{
  int rows[NG_N_PANES] = {0}, left = s->rect.rows + s->gap, kept = 0;
  NgPane keep[NG_N_PANES];
  int map = map_rows_in(input, s);
  left -= map;
  for (int i = 0; i < s->n; i++) {
    NgPane pane = s->keep[i];
    int least = least_of(input, pane);
    if (least == 0 || least + s->gap > left)
      continue;
    rows[pane] = least;
    left -= least + s->gap;
    keep[kept++] = pane;
  }
  give_needs(input, s, keep, kept, rows, &left);
  if (map)
    give(&map, input->most_map_rows, left, &left);
  give_more(input, s, keep, kept, rows, &left);
  rows[NG_PANE_PLACES] += map;
  if (stands_in(s->stack, s->n, NG_PANE_PLACES))
    layout->map_rows = map;
  int row = s->rect.row;
  for (int i = 0; i < s->n; i++) {
    NgPane pane = s->stack[i];
    if (rows[pane] == 0)
      continue;
    layout->panes[pane] = (NgRect){row, s->rect.col, rows[pane], s->rect.cols};
    row += rows[pane] + s->gap;
  }
}

static int gap_rows(const NgLayoutInput *input)
{
  return input->rows >= NG_LAYOUT_GAP_ROWS_FROM ? 1 : 0;
}

/* Where not all have room, the pane that was gone to last keeps its own, and of the others the first. */
static void keep_side_first(NgPane *keep, int n, NgPane side)
{
  for (int i = n - 1; i > 0; i--)
    if (keep[i] == side) {
      keep[i] = keep[i - 1];
      keep[i - 1] = side;
    }
}

static void stack_all(NgLayout *layout, const NgLayoutInput *input, NgRect side)
{
  static const NgPane stack[] = {NG_PANE_PEOPLE, NG_PANE_PLACES, NG_PANE_RELATIONS};
  static const NgPane turns[] = {NG_PANE_PEOPLE, NG_PANE_RELATIONS, NG_PANE_PLACES};
  NgPane keep[] = {NG_PANE_PEOPLE, NG_PANE_PLACES, NG_PANE_RELATIONS};
  keep_side_first(keep, 3, input->side);
  stack_panes(layout, input, &(Stack){stack, turns, keep, 3, side, gap_rows(input), false, true});
}

/* One side pane, and the relations in what it leaves; they always keep their least. */
static void stack_one(NgLayout *layout, const NgLayoutInput *input, NgRect side)
{
  NgPane stack[] = {input->side, NG_PANE_RELATIONS};
  bool alone = input->side == NG_PANE_RELATIONS || input->side == NG_PANE_ARTICLE;
  if (alone)
    stack[0] = NG_PANE_RELATIONS;
  stack_panes(layout, input, &(Stack){stack, stack, stack, alone ? 1 : 2, side, 1, false, false});
}

/* Of two columns with a gap between them, the width of one. */
static int half_of(int cols)
{
  return (cols - COLUMN_GAP) / 2;
}

static void stack_two_columns(NgLayout *layout, const NgLayoutInput *input, NgRect side)
{
  static const NgPane first[] = {NG_PANE_PEOPLE, NG_PANE_MENTIONS, NG_PANE_WHO, NG_PANE_EVIDENCE};
  static const NgPane second[] = {NG_PANE_PLACES, NG_PANE_RELATIONS};
  static const NgPane second_turns[] = {NG_PANE_RELATIONS, NG_PANE_PLACES};
  NgPane keep[] = {NG_PANE_PLACES, NG_PANE_RELATIONS};
  keep_side_first(keep, 2, input->side);
  int cols = half_of(side.cols);
  NgRect left = {side.row, side.col, side.rows, cols},
         right = {side.row, side.col + cols + COLUMN_GAP, side.rows, cols};
  stack_panes(layout, input, &(Stack){first, first, first, 4, left, gap_rows(input), true, false});
  stack_panes(layout, input, &(Stack){second, second_turns, keep, 2, right, gap_rows(input), true, true});
}

/* The article's width and what is beside it, by SCREENS.md's three ranges of columns. */
typedef struct {
  int margin, measure, rule_col, side_col, side_cols;
} Ground;

static Ground ground_of(int cols)
{
  Ground ground = {.margin = 2, .measure = 72};
  int gap = 2;
  if (cols < ALL_PANES_COLS) {
    ground.margin = gap = 1;
    ground.measure = cols - CLAMP(cols / 3, 22, 30) - 5;
  } else if (cols < TWO_COLUMNS_COLS) {
    ground.measure = CLAMP(cols * 31 / 60, 60, 72);
  }
  ground.rule_col = ground.margin + ground.measure + gap;
  ground.side_col = ground.rule_col + 2;
  ground.side_cols = cols - ground.side_col - 1;
  return ground;
}

static void divide(NgLayout *layout, const NgLayoutInput *input, int rows)
{
  Ground ground = ground_of(input->cols);
  layout->margin = ground.margin;
  layout->rule_col = ground.rule_col;
  layout->panes[NG_PANE_ARTICLE] = (NgRect){0, ground.margin, rows, ground.measure};
  NgRect side = {0, ground.side_col, rows, ground.side_cols};
  if (input->cols < ALL_PANES_COLS)
    stack_one(layout, input, side);
  else if (input->cols < TWO_COLUMNS_COLS)
    stack_all(layout, input, side);
  else
    stack_two_columns(layout, input, side);
}

static bool is_alone(const NgLayoutInput *input)
{
  return input->zoomed || input->cols < ONE_PANE_COLS;
}

int ng_layout_side_cols(const NgLayoutInput *input, NgPane pane)
{
  if (is_alone(input) || pane == NG_PANE_ARTICLE)
    return 0;
  int cols = ground_of(input->cols).side_cols;
  if (input->cols >= TWO_COLUMNS_COLS)
    return half_of(cols);
  bool stands =
      input->cols < ALL_PANES_COLS ? pane == input->side || pane == NG_PANE_RELATIONS : pane < NG_PANE_MENTIONS;
  return stands ? cols : 0;
}

static void place_alone(NgLayout *layout, const NgLayoutInput *input, int rows)
{
  int margin = input->cols < ONE_PANE_COLS ? 0 : input->cols < ALL_PANES_COLS ? 1 : 2;
  layout->margin = margin;
  int col = margin, cols = input->cols - 2 * margin;
  if (input->focus != NG_PANE_ARTICLE) {
    /* the marks of a list stand in the margin, where there is one */
    col = MAX(margin - 1, 0);
    cols = input->cols - margin - col;
  } else if (input->cols >= LEAST_COLS) {
    layout->rule_col = input->cols - 1 - margin;
    cols -= 2;
  }
  layout->panes[input->focus] = (NgRect){0, col, rows, MAX(cols, 1)};
}

NgLayout ng_layout(const NgLayoutInput *input)
{
  NgLayout layout = {
      .rule_col = -1, .status_row = -1, .heads = input->rows >= HEADS_FROM_ROWS && input->cols >= LEAST_COLS};
  int rows = input->rows;
  if (rows >= STATUS_FROM_ROWS && input->cols >= LEAST_COLS)
    layout.status_row = --rows;
  if (is_alone(input))
    place_alone(&layout, input, rows);
  else
    divide(&layout, input, rows);
  return layout;
}

char *ng_layout_text(const NgLayout *layout)
{
  GString *text = g_string_new(NULL);
  for (NgPane pane = 0; pane < NG_N_PANES; pane++) {
    NgRect r = layout->panes[pane];
    if (r.rows > 0)
      g_string_append_printf(text, "%s %d,%d %dx%d; ", pane_names[pane], r.row, r.col, r.cols, r.rows);
  }
  g_string_append_printf(text, "rule %d; status %d", layout->rule_col, layout->status_row);
  return g_string_free(text, FALSE);
}
