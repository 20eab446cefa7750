/* Edges into cells: an edge lies in the cell of its ends, a mutual one in that of the way back as well. */
#include "graph/matrix_private.h"

/* An edge in a cell. */
typedef struct {
  uint32_t row, col, edge;
} Entry;

/* An entry for each end that an edge acts from. Returns how many. */
static uint32_t gather_entries(const NgMatrixMaking *making, Entry *entries)
{
  const NgWhole *whole = making->matrix.whole;
  uint32_t n = 0;
  for (uint32_t i = 0; i < whole->n_edges; i++) {
    const NgWholeEdge *edge = &whole->edges[i];
    uint32_t from = making->person_of[edge->from], to = making->person_of[edge->to];
    if (from == NG_NONE || to == NG_NONE)
      continue;
    entries[n++] = (Entry){from, to, i};
    if (edge->direction == NG_EDGE_MUTUAL && from != to)
      entries[n++] = (Entry){to, from, i};
  }
  return n;
}

/* Sorts by row or by column, in one pass over entries and people; those of one row keep their order. */
static void deal(const Entry *from, uint32_t n, uint32_t n_people, bool by_row, Entry *to)
{
  g_autofree uint32_t *at = g_new0(uint32_t, (gsize)n_people + 1);
  for (uint32_t i = 0; i < n; i++)
    at[(by_row ? from[i].row : from[i].col) + 1]++;
  for (uint32_t i = 0; i < n_people; i++)
    at[i + 1] += at[i];
  for (uint32_t i = 0; i < n; i++)
    to[at[by_row ? from[i].row : from[i].col]++] = from[i];
}

static int by_weight(const void *a, const void *b, void *whole_of_both)
{
  const NgWhole *whole = whole_of_both;
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  if (whole->edges[x].weight != whole->edges[y].weight)
    return whole->edges[x].weight > whole->edges[y].weight ? -1 : 1;
  return x < y ? -1 : x > y;
}

static int by_text(const void *a, const void *b)
{
  const NgEvidence *x = a, *y = b;
  const uint32_t keys[][2] = {
      {x->article, y->article}, {x->start, y->start}, {x->end, y->end}, {x->relation, y->relation}};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

GArray *ng_matrix_gather(const NgWhole *whole, const uint32_t *edges, uint32_t n)
{
  GArray *sentences = g_array_new(FALSE, FALSE, sizeof(NgEvidence));
  for (uint32_t i = 0; i < n; i++) {
    const NgWholeEdge *edge = &whole->edges[edges[i]];
    if (edge->n_evidence)
      g_array_append_vals(sentences, whole->evidence + edge->first_evidence, edge->n_evidence);
  }
  g_array_sort(sentences, by_text);
  guint kept = 0;
  for (guint i = 0; i < sentences->len; i++) {
    NgEvidence it = g_array_index(sentences, NgEvidence, i);
    const NgEvidence *last = kept ? &g_array_index(sentences, NgEvidence, kept - 1) : NULL;
    if (!last || last->article != it.article || last->start != it.start || last->end != it.end)
      g_array_index(sentences, NgEvidence, kept++) = it;
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
static void add_cell(NgMatrixMaking *making, const Entry *first, uint32_t n)
{
  const NgWhole *whole = making->matrix.whole;
  uint32_t start = making->edges->len;
  NgMatrixCell cell = {.row = first->row, .col = first->col, .first_edge = start, .n_edges = n, .weak = true};
  for (uint32_t i = 0; i < n; i++) {
    g_array_append_val(making->edges, first[i].edge);
    cell.weak = cell.weak && whole->edges[first[i].edge].weak;
  }
  uint32_t *edges = &g_array_index(making->edges, uint32_t, start);
  if (n > 1)
    g_qsort_with_data(edges, (gint)n, sizeof *edges, by_weight, (void *)whole);
  cell.weight = weigh(whole, edges, n);
  NgMatrixPerson *person = &making->people[cell.row];
  if (person->n_cells++ == 0)
    person->first_cell = making->cells->len;
  g_array_append_val(making->cells, cell);
}

void ng_matrix_fill(NgMatrixMaking *making)
{
  uint32_t n_people = making->matrix.n_people;
  gsize most = 2 * (gsize)making->matrix.whole->n_edges + 1;
  g_autofree Entry *entries = g_new(Entry, most), *other = g_new(Entry, most);
  uint32_t n = gather_entries(making, entries);
  making->cells = g_array_sized_new(FALSE, FALSE, sizeof(NgMatrixCell), n);
  making->edges = g_array_sized_new(FALSE, FALSE, sizeof(uint32_t), n);
  deal(entries, n, n_people, false, other);
  deal(other, n, n_people, true, entries);
  for (uint32_t i = 0, end; i < n; i = end) {
    for (end = i + 1; end < n && entries[i].row == entries[end].row && entries[i].col == entries[end].col;)
      end++;
    add_cell(making, entries + i, end - i);
  }
  /* an empty row lies where its cells would be */
  uint32_t at = 0;
  for (uint32_t i = 0; i < making->matrix.n_people; i++) {
    if (making->people[i].n_cells == 0)
      making->people[i].first_cell = at;
    at = making->people[i].first_cell + making->people[i].n_cells;
  }
}
