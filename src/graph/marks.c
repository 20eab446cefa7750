#include "graph/marks.h"

#include "graph/measures_private.h"

static const char *const letters[NG_MARK_LETTERS][2] = {
    {"α", "/a"}, {"β", "/b"}, {"γ", "/c"}, {"δ", "/d"}, {"ε", "/e"}, {"ζ", "/f"}, {"η", "/g"}, {"θ", "/h"},
    {"ι", "/i"}, {"κ", "/j"}, {"λ", "/k"}, {"μ", "/l"}, {"ν", "/m"}, {"ξ", "/n"}, {"ο", "/o"}, {"π", "/p"},
    {"ρ", "/q"}, {"σ", "/r"}, {"τ", "/s"}, {"υ", "/t"}, {"φ", "/u"}, {"χ", "/v"}, {"ψ", "/w"}, {"ω", "/x"}};

typedef struct {
  uint32_t community, n_nodes;
} Size;

static gint larger_first(gconstpointer a, gconstpointer b, gpointer data)
{
  const Size *x = a, *y = b;
  (void)data;
  if (x->n_nodes != y->n_nodes)
    return x->n_nodes > y->n_nodes ? -1 : 1;
  return x->community < y->community ? -1 : x->community > y->community;
}

uint8_t *ng_marks_new(const NgWhole *whole)
{
  uint8_t *mark_of = g_new0(uint8_t, (gsize)whole->n_nodes + 1);
  uint32_t n;
  double modularity;
  g_autoptr(NgAdjacency) adjacency = ng_adjacency_new(whole);
  g_autofree uint32_t *community = ng_communities(adjacency, &n, &modularity);
  g_autofree Size *sizes = g_new0(Size, (gsize)n + 1);
  g_autofree uint8_t *mark = g_new0(uint8_t, (gsize)n + 1);
  for (uint32_t i = 0; i < n; i++)
    sizes[i].community = i;
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    sizes[community[i]].n_nodes++;
  g_qsort_with_data(sizes, (gint)n, sizeof *sizes, larger_first, NULL);
  if (n < 2 || sizes[1].n_nodes < 2)
    return mark_of;
  for (uint32_t i = 0; i < MIN(n, NG_MARK_LETTERS) && sizes[i].n_nodes > 1; i++)
    mark[sizes[i].community] = (uint8_t)(i + 1);
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    mark_of[i] = mark[community[i]];
  return mark_of;
}

uint32_t ng_marks_thin(uint8_t *marks, gsize n)
{
  uint32_t shown[NG_MARK_LETTERS + 1] = {0}, n_letters = 0;
  for (gsize i = 0; i < n; i++)
    shown[marks[i]]++;
  for (uint32_t mark = 1; mark <= NG_MARK_LETTERS; mark++)
    n_letters += shown[mark] > 1;
  for (gsize i = 0; i < n; i++)
    if (n_letters < 2 || shown[marks[i]] < 2)
      marks[i] = 0;
  return n_letters < 2 ? 0 : n_letters;
}

const char *ng_mark_letter(uint8_t mark, bool ascii)
{
  return mark ? letters[mark - 1][ascii] : "";
}
