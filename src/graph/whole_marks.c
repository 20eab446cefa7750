/* Which community a name belongs to, as a letter beside it. */
#include "graph/marks.h"
#include "graph/whole_choice_private.h"

static bool is_drawn(const NgWholeChoice *choice, uint32_t node)
{
  return choice->chosen[node] && choice->degree[node] > 0;
}

/* Only where two names of one letter are drawn, and two letters, do letters tell anything. */
void ng_whole_make_marks(NgWholeChoice *choice)
{
  NgWholeLayout *layout = choice->layout;
  uint32_t n = choice->whole->n_nodes, drawn[NG_MARK_LETTERS + 1] = {0}, n_marks = 0;
  if (layout->style.zoom == NG_WHOLE_DOTS || choice->kept->len == 0)
    return;
  g_autofree uint8_t *mark_of = ng_marks_new(choice->whole);
  for (uint32_t i = 0; i < n; i++)
    drawn[mark_of[i]] += is_drawn(choice, i);
  for (uint32_t i = 1; i <= NG_MARK_LETTERS; i++)
    n_marks += drawn[i] > 1;
  for (uint32_t i = 0; i < n && n_marks > 1; i++)
    layout->mark_of[i] = is_drawn(choice, i) && drawn[mark_of[i]] > 1 ? mark_of[i] : 0;
  layout->n_marks = n_marks > 1 ? n_marks : 0;
}

const char *ng_whole_mark(const NgWholeLayout *layout, const NgWholeBox *box, uint32_t row)
{
  uint32_t last = box->n_rows - (box->loop == NG_NONE ? 1 : 2);
  if (box->n_members == 0 || (box->n_members == 1 && row != last))
    return "";
  uint32_t node = g_array_index(layout->members, uint32_t, box->first_member + (box->n_members > 1 ? row : 0));
  return ng_mark_letter(layout->mark_of[node], layout->style.ascii);
}
