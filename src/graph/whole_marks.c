/* Which community a name belongs to, as a letter beside it. */
#include "graph/marks.h"
#include "graph/whole_choice_private.h"

static bool is_drawn(const NgWholeChoice *choice, uint32_t node)
{
  return choice->chosen[node] && choice->degree[node] > 0;
}

void ng_whole_make_marks(NgWholeChoice *choice)
{
  NgWholeLayout *layout = choice->layout;
  uint32_t n = choice->whole->n_nodes;
  if (layout->style.zoom == NG_WHOLE_DOTS || choice->kept->len == 0)
    return;
  g_autofree uint8_t *mark_of = ng_marks_new(choice->whole);
  for (uint32_t i = 0; i < n; i++)
    layout->mark_of[i] = is_drawn(choice, i) ? mark_of[i] : 0;
  layout->n_marks = ng_marks_thin(layout->mark_of, n);
}

const char *ng_whole_mark(const NgWholeLayout *layout, const NgWholeBox *box, uint32_t row)
{
  uint32_t last = box->n_rows - (box->loop == NG_NONE ? 1 : 2);
  if (box->n_members == 0 || (box->n_members == 1 && row != last))
    return "";
  uint32_t node = g_array_index(layout->members, uint32_t, box->first_member + (box->n_members > 1 ? row : 0));
  return ng_mark_letter(layout->mark_of[node], layout->style.ascii);
}
