/* The lines between boxes: which edges share one, and what its label says. */
#include "graph/fan_private.h"
#include "graph/whole_choice_private.h"
#include "text/text.h"

#include <string.h>

#define LABEL_COLS 22 /* of the widest */

static void name_line(NgWholeLayout *layout, NgWholeLine *line, bool counted, bool silent)
{
  const char *label = layout->whole->edges[line->edge].label;
  g_autofree char *cut = ng_fan_cut(label && !silent ? label : "", LABEL_COLS, layout->style.ascii);
  g_autofree char *whole = counted && !silent && line->weight > 1 && !line->weak
                               ? g_strdup_printf("%s %u", cut, line->weight)
                               : g_strdup(cut);
  line->label = g_string_chunk_insert(layout->labels, whole);
  line->label_cols = ng_text_cols(whole, strlen(whole));
}

void ng_whole_make_lines(NgWholeChoice *choice)
{
  NgWholeLayout *layout = choice->layout;
  g_autoptr(GHashTable) lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) uneven = g_array_new(FALSE, TRUE, sizeof(bool));
  for (guint i = 0; i < choice->kept->len; i++) {
    uint32_t edge = g_array_index(choice->kept, uint32_t, i);
    const NgWholeEdge *it = &choice->whole->edges[edge];
    NgWholeLine line = {.from = layout->box_of[it->from],
                        .to = layout->box_of[it->to],
                        .edge = edge,
                        .weight = it->weight,
                        .directed = it->direction != NG_EDGE_MUTUAL && !it->weak,
                        .weak = it->weak};
    char *key = g_strdup_printf("%u %u %d", line.from, line.to, line.directed);
    gpointer known;
    if (g_hash_table_lookup_extended(lines, key, NULL, &known)) {
      layout->line_of[edge] = GPOINTER_TO_UINT(known);
      g_array_index(uneven, bool, GPOINTER_TO_UINT(known)) |=
          ng_whole_line(layout, GPOINTER_TO_UINT(known))->weight != it->weight;
      g_free(key);
      continue;
    }
    layout->line_of[edge] = layout->lines->len;
    g_hash_table_insert(lines, key, GUINT_TO_POINTER(layout->lines->len));
    g_array_append_val(layout->lines, line);
    g_array_set_size(uneven, layout->lines->len);
  }
  /* Where all are weak, each says the same, and its dashes say it. */
  for (uint32_t i = 0; i < layout->lines->len; i++)
    name_line(layout, ng_whole_line(layout, i), !g_array_index(uneven, bool, i), choice->all_weak);
  layout->n_edges += choice->kept->len;
}

void ng_whole_number(NgWholeLayout *layout)
{
  for (uint32_t i = 0; i < layout->lines->len; i++) {
    NgWholeLine *line = ng_whole_line(layout, i);
    guint number = 0;
    while (number < layout->legend->len && strcmp(layout->legend->pdata[number], line->label) != 0)
      number++;
    if (line->label_cols == 0)
      continue;
    if (number == layout->legend->len)
      g_ptr_array_add(layout->legend, (char *)line->label);
    g_autofree char *text = g_strdup_printf("%u", number + 1);
    line->label = g_string_chunk_insert(layout->labels, text);
    line->label_cols = (int)strlen(text);
  }
}
