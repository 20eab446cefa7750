/* Which nodes and edges are drawn, and which of them share a box or a line. */
#include "graph/fan_private.h"
#include "graph/whole_private.h"
#include "text/text.h"

#include <string.h>

/* The widest name in a row of a box, the most rows of a name, the most names in a box, and the widest label. */
#define NAME_COLS          18
#define NARROW_NAME        14
#define NARROW_PANE        100
#define NAME_ROWS          3
#define LONGEST_WORD_BYTES 256
#define MOST_INITIALS      3
#define MEMBERS_IN_BOX     7
#define LABEL_COLS         22

/* Of weak edges beside marked ones, one for so many nodes. */
#define NODES_TO_A_WEAK_EDGE 7
#define LEAST_WEAK_EDGES     2
/* Of edges where all are weak, so many to four nodes; of the others so many to two, and a few more. */
#define WEAK_TO_FOUR_NODES 4
#define EDGES_TO_TWO_NODES 3
#define FEW_EDGES          4

typedef struct {
  NgWholeLayout *layout;
  const NgWhole *whole;
  bool all_weak;
  uint32_t *degree;  /* of each node in the kept edges */
  guint64 *weighted; /* of each node in the edges that count */
  uint32_t *root;    /* of each node, union-find */
  uint32_t *loop;    /* of each node the edge to itself, or NG_NONE */
  bool *chosen;      /* nodes */
  GArray *kept;      /* uint32_t, edges */
} Choice;

static bool is_loop(const NgWholeEdge *edge)
{
  return edge->from == edge->to;
}

static bool counts(const Choice *choice, const NgWholeEdge *edge)
{
  return !is_loop(edge) && edge->weak == choice->all_weak;
}

static uint32_t root_of(Choice *choice, uint32_t node)
{
  while (choice->root[node] != node)
    node = choice->root[node] = choice->root[choice->root[node]];
  return node;
}

static bool join(Choice *choice, uint32_t a, uint32_t b)
{
  a = root_of(choice, a);
  b = root_of(choice, b);
  choice->root[MAX(a, b)] = MIN(a, b);
  return a != b;
}

static void keep(Choice *choice, uint32_t edge)
{
  const NgWholeEdge *it = &choice->whole->edges[edge];
  g_array_append_val(choice->kept, edge);
  choice->degree[it->from]++;
  choice->degree[it->to]++;
  join(choice, it->from, it->to);
}

static int by_weight(gconstpointer a, gconstpointer b, gpointer user)
{
  const Choice *choice = user;
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  guint64 wx = choice->weighted[x], wy = choice->weighted[y];
  return wx != wy ? (wx > wy ? -1 : 1) : x < y ? -1 : x > y;
}

static void choose_nodes(Choice *choice)
{
  const NgWhole *whole = choice->whole;
  choice->all_weak = true;
  for (uint32_t i = 0; i < whole->n_edges && choice->all_weak; i++)
    choice->all_weak = whole->edges[i].weak || is_loop(&whole->edges[i]);
  for (uint32_t i = 0; i < whole->n_edges; i++) {
    const NgWholeEdge *edge = &whole->edges[i];
    if (is_loop(edge) && choice->loop[edge->from] == NG_NONE) {
      choice->loop[edge->from] = i;
      choice->weighted[edge->from] += edge->weight;
    }
    if (!counts(choice, edge))
      continue;
    choice->weighted[edge->from] += edge->weight;
    choice->weighted[edge->to] += edge->weight;
  }
  g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    if (choice->weighted[i] > 0 || whole->n_edges == 0)
      g_array_append_val(order, i);
  g_array_sort_with_data(order, by_weight, choice);
  for (uint32_t i = 0; i < MIN(order->len, choice->layout->style.most_nodes); i++)
    choice->chosen[g_array_index(order, uint32_t, i)] = true;
  const NgWholeStyle *style = &choice->layout->style;
  for (uint32_t i = 0; i < style->n_wanted; i++) {
    const NgWholeEdge *edge = &whole->edges[style->wanted[i]];
    choice->chosen[edge->from] = choice->chosen[edge->to] = true;
  }
}

static int heavier_edge(gconstpointer a, gconstpointer b, gpointer user)
{
  const NgWhole *whole = user;
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  uint32_t wx = whole->edges[x].weight, wy = whole->edges[y].weight;
  return wx != wy ? (wx > wy ? -1 : 1) : x < y ? -1 : x > y;
}

static bool is_wanted(const Choice *choice, uint32_t edge)
{
  const NgWholeStyle *style = &choice->layout->style;
  for (uint32_t i = 0; i < style->n_wanted; i++)
    if (style->wanted[i] == edge)
      return true;
  return false;
}

static void keep_wanted(Choice *choice)
{
  const NgWhole *whole = choice->whole;
  for (uint32_t i = 0; i < whole->n_edges && choice->layout->style.n_wanted; i++)
    if (!is_loop(&whole->edges[i]) && is_wanted(choice, i))
      keep(choice, i);
}

static bool is_between_chosen(const Choice *choice, const NgWholeEdge *edge)
{
  return !is_loop(edge) && choice->chosen[edge->from] && choice->chosen[edge->to];
}

/* Of the weak or of the other edges so many: first the heaviest that join what is apart, then the heaviest others. */
static void keep_some(Choice *choice, bool weak, uint32_t room)
{
  const NgWhole *whole = choice->whole;
  g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  for (uint32_t i = 0; i < whole->n_edges; i++)
    if (whole->edges[i].weak == weak && is_between_chosen(choice, &whole->edges[i]) && !is_wanted(choice, i))
      g_array_append_val(order, i);
  g_array_sort_with_data(order, heavier_edge, (gpointer)whole);
  for (int joining = 1; joining >= 0; joining--)
    for (uint32_t i = 0; i < order->len && room > 0; i++) {
      uint32_t edge = g_array_index(order, uint32_t, i);
      if (edge == NG_NONE)
        continue;
      const NgWholeEdge *it = &whole->edges[edge];
      if (joining && root_of(choice, it->from) == root_of(choice, it->to))
        continue;
      keep(choice, edge);
      g_array_index(order, uint32_t, i) = NG_NONE;
      room--;
    }
}

static void keep_edges(Choice *choice)
{
  uint32_t n_chosen = 0;
  for (uint32_t i = 0; i < choice->whole->n_nodes; i++)
    n_chosen += choice->chosen[i];
  uint32_t most = n_chosen * EDGES_TO_TWO_NODES / 2 + FEW_EDGES;
  keep_wanted(choice);
  if (choice->all_weak) {
    keep_some(choice, true, n_chosen * WEAK_TO_FOUR_NODES / 4);
    return;
  }
  keep_some(choice, false, most);
  keep_some(choice, true, MAX(n_chosen / NODES_TO_A_WEAK_EDGE, LEAST_WEAK_EDGES));
}

/* ---- boxes ---- */

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
    const char *name = layout->names->pdata[box->first_row + i];
    cols = MAX(cols, ng_text_cols(name, strlen(name)));
  }
  box->cols = cols + 4;
  box->rows = (int)box->n_rows + (layout->style.ascii ? 0 : 2);
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

static void add_box(NgWholeLayout *layout, const uint32_t *members, uint32_t n, uint32_t loop)
{
  const NgWholeNode *nodes = layout->whole->nodes;
  NgWholeBox box = {.first_member = layout->members->len,
                    .n_members = n,
                    .first_row = layout->names->len,
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
static uint32_t *only_edges(const Choice *choice)
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

static void make_boxes(Choice *choice)
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
    add_box(layout, members, n, choice->loop[first]);
  }
  add_rest(layout, n_rest);
}

/* ---- lines ---- */

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

/* A line for each pair of boxes and direction. */
static void make_lines(Choice *choice)
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

void ng_whole_choose(NgWholeLayout *layout)
{
  const NgWhole *whole = layout->whole;
  gsize n = MAX(whole->n_nodes, 1);
  g_autofree uint32_t *degree = g_new0(uint32_t, n), *root = g_new(uint32_t, n), *loop = g_new(uint32_t, n);
  g_autofree guint64 *weighted = g_new0(guint64, n);
  g_autofree bool *chosen = g_new0(bool, n);
  g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  Choice choice = {layout, whole, false, degree, weighted, root, loop, chosen, kept};
  for (uint32_t i = 0; i < whole->n_nodes; i++)
    root[i] = i;
  memset(loop, 0xFF, n * sizeof *loop);
  choose_nodes(&choice);
  keep_edges(&choice);
  make_boxes(&choice);
  make_lines(&choice);
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
