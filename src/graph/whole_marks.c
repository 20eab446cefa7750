/* Which community a name belongs to, as a letter beside it. */
#include "graph/measures_private.h"
#include "graph/whole_choice_private.h"

#include <string.h>

static const char *const letters[][2] = {{"α", "/a"}, {"β", "/b"}, {"γ", "/c"}, {"δ", "/d"}, {"ε", "/e"}, {"ζ", "/f"},
                                         {"η", "/g"}, {"θ", "/h"}, {"ι", "/i"}, {"κ", "/j"}, {"λ", "/k"}, {"μ", "/l"},
                                         {"ν", "/m"}, {"ξ", "/n"}, {"ο", "/o"}, {"π", "/p"}, {"ρ", "/q"}, {"σ", "/r"},
                                         {"τ", "/s"}, {"υ", "/t"}, {"φ", "/u"}, {"χ", "/v"}, {"ψ", "/w"}, {"ω", "/x"}};

static bool is_drawn(const NgWholeChoice *choice, uint32_t node)
{
  return choice->chosen[node] && choice->degree[node] > 0;
}

/* Communities of which two are drawn get a letter each, in the order of their nodes, as long as there are letters; one alone gets none, for there
 * is nothing to tell it from. */
void ng_whole_make_marks(NgWholeChoice *choice)
{
  NgWholeLayout *layout = choice->layout;
  uint32_t n = choice->whole->n_nodes, n_communities, n_marks = 0;
  double modularity;
  if (layout->style.zoom != NG_WHOLE_NAMES || choice->kept->len == 0)
    return;
  g_autoptr(NgAdjacency) adjacency = ng_adjacency_new(choice->whole);
  g_autofree uint32_t *community = ng_communities(adjacency, &n_communities, &modularity);
  g_autofree uint32_t *drawn = g_new0(uint32_t, (gsize)n_communities + 1);
  g_autofree uint8_t *mark = g_new0(uint8_t, (gsize)n_communities + 1);
  for (uint32_t i = 0; i < n; i++)
    drawn[community[i]] += is_drawn(choice, i);
  for (uint32_t i = 0; i < n; i++)
    if (drawn[community[i]] > 1 && is_drawn(choice, i) && !mark[community[i]] && n_marks < G_N_ELEMENTS(letters))
      mark[community[i]] = (uint8_t)++n_marks;
  for (uint32_t i = 0; i < n && n_marks > 1; i++)
    layout->mark_of[i] = is_drawn(choice, i) ? mark[community[i]] : 0;
  layout->n_marks = n_marks > 1 ? n_marks : 0;
}

const char *ng_whole_mark(const NgWholeLayout *layout, const NgWholeBox *box, uint32_t row)
{
  uint32_t last = box->n_rows - (box->loop == NG_NONE ? 1 : 2);
  if (box->n_members == 0 || (box->n_members == 1 && row != last))
    return "";
  uint32_t node = g_array_index(layout->members, uint32_t, box->first_member + (box->n_members > 1 ? row : 0));
  uint8_t mark = layout->mark_of[node];
  return mark ? letters[mark - 1][layout->style.ascii] : "";
}
