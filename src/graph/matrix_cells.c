/* Edges into cells: an edge lies in the cell of its ends, a mutual one in that of the way back as well. */
#include "graph/matrix_private.h"

#include <stdlib.h>

/* An edge in a cell. */
typedef struct {
  uint32_t row, col, edge, weight;
} Entry;

static int by_cell(const void *a, const void *b)
{
  const Entry *x = a, *y = b;
  const uint32_t keys[][2] = {{x->row, y->row}, {x->col, y->col}, {y->weight, x->weight}, {x->edge, y->edge}};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

static GArray *gather_entries(const NgMatrixMaking *making)
{
  const NgWhole *whole = making->matrix.whole;
  GArray *entries = g_array_new(FALSE, FALSE, sizeof(Entry));
  for (uint32_t i = 0; i < whole->n_edges; i++) {
    const NgWholeEdge *edge = &whole->edges[i];
    Entry there = {making->person_of[edge->from], making->person_of[edge->to], i, edge->weight};
    if (there.row == NG_NONE || there.col == NG_NONE)
      continue;
    g_array_append_val(entries, there);
    Entry back = {there.col, there.row, i, edge->weight};
    if (edge->direction == NG_EDGE_MUTUAL && there.row != there.col)
      g_array_append_val(entries, back);
  }
  g_array_sort(entries, by_cell);
  return entries;
}

static int by_text(const void *a, const void *b)
{
  const NgWholeEvidence *x = a, *y = b;
  const uint32_t keys[][2] = {
      {x->article, y->article}, {x->start, y->start}, {x->end, y->end}, {x->relation, y->relation}};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

GArray *ng_matrix_gather(const NgWhole *whole, const uint32_t *edges, uint32_t n)
{
  GArray *sentences = g_array_new(FALSE, FALSE, sizeof(NgWholeEvidence));
  for (uint32_t i = 0; i < n; i++) {
    const NgWholeEdge *edge = &whole->edges[edges[i]];
    if (edge->n_evidence)
      g_array_append_vals(sentences, whole->evidence + edge->first_evidence, edge->n_evidence);
  }
  g_array_sort(sentences, by_text);
  guint kept = 0;
  for (guint i = 0; i < sentences->len; i++) {
    NgWholeEvidence it = g_array_index(sentences, NgWholeEvidence, i);
    const NgWholeEvidence *last = kept ? &g_array_index(sentences, NgWholeEvidence, kept - 1) : NULL;
    if (!last || last->article != it.article || last->start != it.start || last->end != it.end)
      g_array_index(sentences, NgWholeEvidence, kept++) = it;
  }
  g_array_set_size(sentences, kept);
  return sentences;
}

/* Sentences that say any of the edges, each once; and what is marked without a sentence. */
static uint32_t weigh(const NgWhole *whole, const uint32_t *edges, uint32_t n)
{
  if (n == 1)
    return whole->edges[edges[0]].weight;
  g_autoptr(GArray) sentences = ng_matrix_gather(whole, edges, n);
  uint32_t weight = sentences->len;
  for (uint32_t i = 0; i < n; i++) {
    const NgWholeEdge *edge = &whole->edges[edges[i]];
    weight += edge->weight - MIN(edge->n_evidence, edge->weight);
  }
  return weight;
}

/* One cell of the `n` entries from `first` on. */
static void add_cell(NgMatrixMaking *making, const Entry *first, guint n)
{
  const NgWhole *whole = making->matrix.whole;
  NgMatrixCell cell = {
      .row = first->row, .col = first->col, .first_edge = making->edges->len, .n_edges = n, .weak = true};
  for (guint i = 0; i < n; i++) {
    g_array_append_val(making->edges, first[i].edge);
    cell.weak = cell.weak && whole->edges[first[i].edge].weak;
  }
  cell.weight = weigh(whole, &g_array_index(making->edges, uint32_t, cell.first_edge), n);
  NgMatrixPerson *person = &making->people[cell.row];
  if (person->n_cells++ == 0)
    person->first_cell = making->cells->len;
  g_array_append_val(making->cells, cell);
}

void ng_matrix_fill(NgMatrixMaking *making)
{
  g_autoptr(GArray) entries = gather_entries(making);
  const Entry *all = (const Entry *)(const void *)entries->data;
  for (guint i = 0, end; i < entries->len; i = end) {
    for (end = i + 1; end < entries->len && all[i].row == all[end].row && all[i].col == all[end].col;)
      end++;
    add_cell(making, all + i, end - i);
  }
  /* an empty row lies where its cells would be */
  uint32_t at = 0;
  for (uint32_t i = 0; i < making->matrix.n_people; i++) {
    if (making->people[i].n_cells == 0)
      making->people[i].first_cell = at;
    at = making->people[i].first_cell + making->people[i].n_cells;
  }
}
