#include "graph/matrix_private.h"

#include "graph/fan_private.h"
#include "graph/marks.h"

#include <math.h>
#include <string.h>

/* From this greatest weight on the shades are made for it. */
#define MANY_SENTENCES 10
/* A phrase names no more than so many of its edges. */
#define MOST_LABELS 4

/* ---- the people ---- */

static void add_person(NgMatrixMaking *making, uint32_t node)
{
  NgMatrix *matrix = &making->matrix;
  if (node == NG_NONE || making->person_of[node] != NG_NONE || matrix->whole->nodes[node].kind != NG_ENTITY_PERSON)
    return;
  making->person_of[node] = matrix->n_people;
  making->people[matrix->n_people++] = (NgMatrixPerson){.name = matrix->whole->nodes[node].name, .node = node};
}

/* Of one article in the order of its list; whoever is not there follows in the order of the graph. */
static void gather_people(NgMatrixMaking *making)
{
  const NgWhole *whole = making->matrix.whole;
  making->people = g_new0(NgMatrixPerson, (gsize)whole->n_nodes + 1);
  making->person_of = g_new(uint32_t, (gsize)whole->n_nodes + 1);
  memset(making->person_of, 0xff, whole->n_nodes * sizeof *making->person_of); /* NG_NONE */
  uint32_t n = 0;
  const uint32_t *ranked = whole->n_articles == 1 ? ng_article_ranked(whole->articles[0], NG_ENTITY_PERSON, &n) : NULL;
  for (uint32_t i = 0; i < n; i++)
    add_person(making, ng_whole_node_of(whole, 0, ranked[i]));
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    add_person(making, i);
}

/* A neighbour both ways counts with the cell of the own row, one that only leads here with the cell of its row. */
static void count_neighbours(NgMatrixMaking *making)
{
  const NgMatrix *matrix = &making->matrix;
  for (uint32_t i = 0; i < matrix->n_cells; i++) {
    const NgMatrixCell *cell = &matrix->cells[i];
    if (cell->row == cell->col)
      continue;
    making->people[cell->row].n_neighbours++;
    making->people[cell->col].n_neighbours += ng_matrix_cell(matrix, cell->col, cell->row) == NULL;
  }
}

/* Of many sentences most cells have few: each shade begins with as many times more than the one before it. */
static void set_shades(NgMatrix *matrix, uint32_t most)
{
  double half = sqrt(most), quarter = sqrt(half);
  const double few[NG_MATRIX_SHADES] = {1, 2, 3, 5}, many[NG_MATRIX_SHADES] = {1, quarter, half, half * quarter};
  for (int i = 0; i < NG_MATRIX_SHADES; i++)
    matrix->from[i] = (uint32_t)(most < MANY_SENTENCES ? few[i] : many[i] + 0.5);
}

static void mark_people(NgMatrixMaking *making)
{
  NgMatrix *matrix = &making->matrix;
  g_autofree uint8_t *mark_of = ng_marks_new(matrix->whole), *marks = g_new(uint8_t, (gsize)matrix->n_people + 1);
  for (uint32_t i = 0; i < matrix->n_people; i++)
    marks[i] = mark_of[making->people[i].node];
  matrix->n_marks = ng_marks_thin(marks, matrix->n_people);
  for (uint32_t i = 0; i < matrix->n_people; i++)
    making->people[i].mark = marks[i];
}

static void measure(NgMatrixMaking *making)
{
  NgMatrix *matrix = &making->matrix;
  uint32_t most = 0;
  for (uint32_t i = 0; i < matrix->n_people; i++) {
    int cols = MIN(ng_fan_cols(matrix->people[i].name, NG_MATRIX_NAME_COLS), NG_MATRIX_NAME_COLS);
    matrix->name_cols = MAX(matrix->name_cols, cols);
    matrix->most_neighbours = MAX(matrix->most_neighbours, matrix->people[i].n_neighbours);
  }
  matrix->all_weak = true;
  for (uint32_t i = 0; i < matrix->n_cells; i++)
    matrix->all_weak = matrix->all_weak && matrix->cells[i].weak;
  for (uint32_t i = 0; i < matrix->n_cells; i++)
    most = matrix->cells[i].weak == matrix->all_weak ? MAX(most, matrix->cells[i].weight) : most;
  set_shades(matrix, most);
}

NgMatrix *ng_matrix_new(const NgWhole *whole)
{
  NgMatrixMaking *making = g_new0(NgMatrixMaking, 1);
  NgMatrix *matrix = &making->matrix;
  matrix->whole = whole;
  making->tags = g_string_chunk_new(256);
  gather_people(making);
  matrix->people = making->people;
  ng_matrix_tag(making);
  ng_matrix_fill(making);
  matrix->cells = (const NgMatrixCell *)(const void *)making->cells->data;
  matrix->edges = (const uint32_t *)(const void *)making->edges->data;
  matrix->n_cells = making->cells->len;
  matrix->n_edges = making->edges->len;
  count_neighbours(making);
  mark_people(making);
  measure(making);
  return matrix;
}

void ng_matrix_free(NgMatrix *matrix)
{
  if (!matrix)
    return;
  NgMatrixMaking *making = (NgMatrixMaking *)matrix;
  g_free(making->people);
  g_free(making->person_of);
  g_array_free(making->cells, TRUE);
  g_array_free(making->edges, TRUE);
  g_string_chunk_free(making->tags);
  g_free(making);
}

/* ---- asking ---- */

uint32_t ng_matrix_first_from(const NgMatrix *matrix, uint32_t row, uint32_t col)
{
  const NgMatrixPerson *person = &matrix->people[row];
  uint32_t low = person->first_cell, high = low + person->n_cells;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (matrix->cells[middle].col < col)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const NgMatrixCell *ng_matrix_cell(const NgMatrix *matrix, uint32_t row, uint32_t col)
{
  if (row >= matrix->n_people || col >= matrix->n_people)
    return NULL;
  const NgMatrixPerson *person = &matrix->people[row];
  uint32_t at = ng_matrix_first_from(matrix, row, col);
  bool found = at < person->first_cell + person->n_cells && matrix->cells[at].col == col;
  return found ? &matrix->cells[at] : NULL;
}

uint32_t ng_matrix_edge(const NgMatrix *matrix, uint32_t row, uint32_t col)
{
  const NgMatrixCell *cell = ng_matrix_cell(matrix, row, col);
  return cell ? matrix->edges[cell->first_edge] : NG_NONE;
}

uint32_t ng_matrix_person_of(const NgMatrix *matrix, uint32_t node)
{
  return node < matrix->whole->n_nodes ? ((const NgMatrixMaking *)matrix)->person_of[node] : NG_NONE;
}

GArray *ng_matrix_evidence(const NgMatrix *matrix, const NgMatrixCell *cell)
{
  return ng_matrix_gather(matrix->whole, matrix->edges + cell->first_edge, cell->n_edges);
}

char *ng_matrix_phrase(const NgMatrix *matrix, const NgMatrixCell *cell)
{
  GString *phrase = g_string_new(matrix->people[cell->row].name);
  const char *before = NULL;
  uint32_t n = 0;
  for (uint32_t i = cell->first_edge; i < cell->first_edge + cell->n_edges && n <= MOST_LABELS; i++) {
    const char *label = matrix->whole->edges[matrix->edges[i]].label;
    if (g_strcmp0(label, before) == 0)
      continue;
    g_string_append_printf(phrase, "%s %s", before ? "," : "", n++ < MOST_LABELS ? label : "…");
    before = label;
  }
  g_string_append_printf(phrase, " %s", matrix->people[cell->col].name);
  return g_string_free(phrase, FALSE);
}

int ng_matrix_shade(const NgMatrix *matrix, const NgMatrixCell *cell)
{
  int shade = 0;
  while (shade + 1 < NG_MATRIX_SHADES && cell->weight >= matrix->from[shade + 1])
    shade++;
  return shade;
}

/* ---- walking ---- */

static bool is_in(const NgMatrix *matrix, NgMatrixPick pick)
{
  return pick.row < matrix->n_people && pick.col < matrix->n_people;
}

NgMatrixPick ng_matrix_walk(const NgMatrix *matrix, NgMatrixPick from, NgDirection direction, uint32_t count)
{
  if (matrix->n_people == 0)
    return NG_MATRIX_PICK_NOTHING;
  if (!is_in(matrix, from))
    return (NgMatrixPick){0, 0};
  uint32_t *at = direction == NG_UP || direction == NG_DOWN ? &from.row : &from.col;
  if (direction == NG_UP || direction == NG_LEFT)
    *at -= MIN(count, *at);
  else
    *at += MIN(count, matrix->n_people - 1 - *at);
  return from;
}

NgMatrixPick ng_matrix_next(const NgMatrix *matrix, NgMatrixPick from, int step)
{
  uint32_t n = matrix->n_cells, to;
  if (n == 0)
    return from;
  if (!is_in(matrix, from)) {
    to = step > 0 ? 0 : n - 1;
  } else {
    uint32_t before = ng_matrix_first_from(matrix, from.row, from.col);
    bool on_one = ng_matrix_cell(matrix, from.row, from.col) != NULL;
    to = step > 0 ? (before + on_one) % n : (before + n - 1) % n;
  }
  return (NgMatrixPick){matrix->cells[to].row, matrix->cells[to].col};
}
