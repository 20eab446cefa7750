/* The boxes, with their names or initials, and which nodes share one. */
#include "graph/fan_private.h"
#include "graph/whole_choice_private.h"
#include "text/text.h"

#include <string.h>

/* The widest name in a row of a box, the most rows of a name and the most names in a box. */
#define NAME_COLS          18
#define NARROW_NAME        14
#define NARROW_PANE        100
#define NAME_ROWS          3
#define LONGEST_WORD_BYTES 256
#define MOST_INITIALS      3
#define MEMBERS_IN_BOX     7

static uint32_t other_end(const NgWholeEdge *edge, uint32_t node)
{
  return edge->from == node ? edge->to : edge->from;
}

/* Whether two nodes of one edge each may stand in one box. */
static bool are_alike(const NgWhole *whole, uint32_t a, uint32_t edge_a, uint32_t b, uint32_t edge_b)
{
  const NgWholeEdge *x = &whole->edges[edge_a], *y = &whole->edges[edge_b];
  return whole->nodes[a].kind == whole->nodes[b].kind && other_end(x, a) == other_end(y, b) && x->weak == y->weak &&
         x->direction == y->direction && (x->from == a) == (y->from == b) && strcmp(x->label, y->label) == 0;
}

static int name_cols(const NgWholeLayout *layout)
{
  return layout->style.cols < NARROW_PANE ? NARROW_NAME : NAME_COLS;
}

/* The longest word of a name, so that it stays whole where the widest row allows it. */
static int longest_word(const char *name)
{
  int longest = 0;
  for (const char *word = name; *word;) {
    gsize bytes = strcspn(word, " ");
    int cols;
    ng_text_fit(word, MIN(bytes, LONGEST_WORD_BYTES), NAME_COLS, &cols);
    longest = MAX(longest, cols);
    word += bytes + strspn(word + bytes, " ");
  }
  return longest;
}

/* The rows of a name; the last is cut where it needs more of them than a box has. */
static void add_wrapped(NgWholeLayout *layout, const char *name)
{
  int cols = MAX(name_cols(layout), longest_word(name));
  g_autofree char *start = ng_fan_cut(name, cols * NAME_ROWS, layout->style.ascii);
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(NgRange));
  ng_text_wrap(start, strlen(start), cols, cols, rows);
  for (guint i = 0; i < rows->len && i < NAME_ROWS; i++) {
    NgRange row = g_array_index(rows, NgRange, i);
    bool cut = i == NAME_ROWS - 1 && rows->len > NAME_ROWS;
    if (cut)
      g_ptr_array_add(layout->names, ng_fan_cut(start + row.start, cols, layout->style.ascii));
    else
      g_ptr_array_add(layout->names, g_strndup(start + row.start, row.end - row.start));
  }
}

static void measure(NgWholeLayout *layout, NgWholeBox *box)
{
  int cols = 1;
  box->n_rows = layout->names->len - box->first_row;
  for (uint32_t i = 0; i < box->n_rows; i++) {
    const char *name = layout->names->pdata[box->first_row + i], *mark = ng_whole_mark(layout, box, i);
    int mark_cols = *mark ? ng_text_cols(mark, strlen(mark)) + 1 : 0;
    cols = MAX(cols, ng_text_cols(name, strlen(name)) + mark_cols);
  }
  box->rows = (int)box->n_rows + (layout->style.ascii ? 0 : 2);
  int beside = 2 * MAX(box->rows - 2, 1), above = ((int)box->n_lines - beside + 1) / 2;
  box->cols = MAX(cols + 4, above + 3); /* each line leaves by a cell of its own */
  box->anchor = (box->rows - 1) / 2;
}

static NgBox shape_of(uint8_t kind)
{
  return kind == NG_ENTITY_PERSON ? NG_BOX_ROUND : kind == NG_ENTITY_ORGANISATION ? NG_BOX_DOUBLE : NG_BOX_PLAIN;
}

/* The row that tells of an edge from a node to itself: "accuses itself". */
static void add_loop(NgWholeLayout *layout, uint32_t edge)
{
  const char *label = layout->whole->edges[edge].label;
  g_autofree char *cut = ng_fan_cut(label ? label : "", NAME_COLS, layout->style.ascii);
  g_ptr_array_add(layout->names, g_strdup_printf("%s itself", cut));
  layout->n_edges++;
}

static void add_box(NgWholeLayout *layout, const uint32_t *members, uint32_t n, uint32_t n_lines, uint32_t loop)
{
  const NgWholeNode *nodes = layout->whole->nodes;
  NgWholeBox box = {.first_member = layout->members->len,
                    .n_members = n,
                    .first_row = layout->names->len,
                    .n_lines = n_lines,
                    .loop = loop,
                    .kind = nodes[members[0]].kind,
                    .shape = (uint8_t)shape_of(nodes[members[0]].kind)};
  g_array_append_vals(layout->members, members, n);
  for (uint32_t i = 0; i < n; i++) {
    layout->box_of[members[i]] = layout->boxes->len;
    if (n > 1)
      g_ptr_array_add(layout->names, ng_fan_cut(nodes[members[i]].name, name_cols(layout), layout->style.ascii));
    else
      add_wrapped(layout, nodes[members[0]].name);
  }
  if (loop != NG_NONE)
    add_loop(layout, loop);
  measure(layout, &box);
  g_array_append_val(layout->boxes, box);
  layout->n_nodes += n;
}

static void add_rest(NgWholeLayout *layout, uint32_t n)
{
  if (n == 0)
    return;
  NgWholeBox box = {.first_row = layout->names->len, .loop = NG_NONE, .kind = NG_ENTITY_PLACE, .shape = NG_BOX_PLAIN};
  g_ptr_array_add(layout->names, g_strdup_printf("+%u", n));
  measure(layout, &box);
  g_array_append_val(layout->boxes, box);
}

/* The only kept edge of each node that has but one; NG_NONE for the others. */
static uint32_t *only_edges(const NgWholeChoice *choice)
{
  uint32_t *only = g_new(uint32_t, MAX(choice->whole->n_nodes, 1));
  for (uint32_t i = 0; i < choice->whole->n_nodes; i++)
    only[i] = NG_NONE;
  for (guint i = 0; i < choice->kept->len; i++) {
    uint32_t edge = g_array_index(choice->kept, uint32_t, i);
    const NgWholeEdge *it = &choice->whole->edges[edge];
    uint32_t ends[2] = {it->from, it->to};
    for (int e = 0; e < 2; e++)
      if (choice->degree[ends[e]] == 1 && choice->degree[ends[!e]] > 1)
        only[ends[e]] = edge;
  }
  return only;
}

void ng_whole_make_boxes(NgWholeChoice *choice)
{
  NgWholeLayout *layout = choice->layout;
  g_autofree uint32_t *only = only_edges(choice);
  g_autoptr(GArray) nodes = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  uint32_t n_rest = 0;
  for (uint32_t i = 0; i < choice->whole->n_nodes; i++) {
    bool shown =
        choice->chosen[i] && (choice->degree[i] > 0 || choice->loop[i] != NG_NONE || choice->whole->n_edges == 0);
    n_rest += !shown && (choice->weighted[i] > 0 || choice->whole->n_edges == 0);
    if (shown)
      g_array_append_val(nodes, i);
  }
  for (guint i = 0; i < nodes->len; i++) {
    uint32_t members[MEMBERS_IN_BOX] = {g_array_index(nodes, uint32_t, i)}, n = 1, first = members[0];
    if (layout->box_of[first] != NG_NONE)
      continue;
    for (guint j = i + 1;
         only[first] != NG_NONE && choice->loop[first] == NG_NONE && j < nodes->len && n < MEMBERS_IN_BOX; j++) {
      uint32_t node = g_array_index(nodes, uint32_t, j);
      if (layout->box_of[node] == NG_NONE && only[node] != NG_NONE && choice->loop[node] == NG_NONE &&
          are_alike(choice->whole, first, only[first], node, only[node]))
        members[n++] = node;
    }
    add_box(layout, members, n, choice->degree[first], choice->loop[first]);
  }
  add_rest(layout, n_rest);
}

/* ---- initials ---- */

/* The first character of each of the first words, with what combines with it: "QG". */
static char *initials_of(const char *name)
{
  GString *out = g_string_new(NULL);
  gsize bytes = strlen(name);
  for (gsize pos = 0, n = 0; pos < bytes && n < MOST_INITIALS; n++) {
    gsize end = ng_text_cluster_end(name, bytes, pos);
    g_string_append_len(out, name + pos, (gssize)(end - pos));
    const char *space = strchr(name + end, ' ');
    pos = space ? (gsize)(space - name) + 1 : bytes;
  }
  return g_string_free(out, FALSE);
}

void ng_whole_shorten(NgWholeLayout *layout)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  GPtrArray *whole_names = layout->names;
  layout->names = names;
  for (uint32_t i = 0; i < layout->boxes->len; i++) {
    NgWholeBox *box = ng_whole_box(layout, i);
    const char *rest = box->n_members == 0 ? whole_names->pdata[box->first_row] : "";
    box->first_row = names->len;
    box->loop = NG_NONE;
    if (box->n_members == 0)
      g_ptr_array_add(names, g_strdup(rest));
    for (uint32_t m = 0; m < box->n_members; m++)
      g_ptr_array_add(
          names,
          initials_of(layout->whole->nodes[g_array_index(layout->members, uint32_t, box->first_member + m)].name));
    measure(layout, box);
  }
  g_ptr_array_free(whole_names, TRUE);
}
