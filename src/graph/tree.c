#include "graph/tree.h"

#include "graph/fan_private.h"
#include "model/phrase.h"

#include <string.h>

/* From one hop to the next. */
#define INDENT_COLS 3
/* After a label: a blank, two of line, a head, a blank. */
#define ARRIVAL_COLS     5
#define LEAST_LABEL_COLS 4
#define LEAST_NAME_COLS  8
/* With fewer columns than these no paragraphs are told. */
#define PARAGRAPH_SCREEN_COLS 44
#define LEAST_PARAGRAPH_COLS  6
#define ARTICLES_COLS         12 /* of `999 articles` */

typedef struct {
  const NgEgo *ego;
  const NgTreeOptions *options;
  NgSheet *sheet;
  int *row;      /* of each edge */
  int *rest_row; /* of each node, where more is counted; else NG_FAN_NO_ROW */
  int rows;
  int name, paragraph,
      end; /* columns: of the names, of the paragraphs (`end` where there are none), of the counts' end */
  int count_cols;
} Tree;

static NgStroke stroke_of(const Tree *tree, uint32_t edge)
{
  return ng_stroke_of(tree->ego, edge, tree->options->pick);
}

/* Where the branches of a hop leave their trunk. */
static int trunk_of(const NgEdge *edge)
{
  return (edge->hop - 1) * INDENT_COLS;
}

static int label_of(const NgEdge *edge)
{
  return trunk_of(edge) + INDENT_COLS;
}

/* ---- rows and columns ---- */

/* Depth first; no deeper than NG_EGO_MAX_HOPS. */
static void place_rows(Tree *tree, uint32_t node)
{
  const NgNode *it = &tree->ego->nodes[node];
  for (uint32_t i = it->first_edge; i < it->first_edge + it->n_edges; i++) {
    tree->row[i] = tree->rows++;
    if (!tree->ego->edges[i].again)
      place_rows(tree, tree->ego->edges[i].to);
  }
  tree->rest_row[node] = it->n_rest ? tree->rows++ : NG_FAN_NO_ROW;
}

static int digits_of(uint32_t n)
{
  int digits = 1;
  for (; n >= 10; n /= 10)
    digits++;
  return digits;
}

/* The paragraph of a sentence, counted from 1; 0 where it stands in none. */
static uint32_t paragraph_of(const Tree *tree, uint32_t evidence)
{
  const NgArticle *article = tree->ego->article;
  uint32_t block = ng_article_block_at(article, tree->ego->evidence[evidence].start);
  return block == NG_NONE ? 0 : ng_article_paragraph_number(article, block);
}

/* What "¶ 137 …" takes, so that of each edge one paragraph is told at least. */
static int paragraph_cols(const Tree *tree)
{
  int digits = 1;
  for (uint32_t i = 0; tree->ego->article && i < tree->ego->n_edges; i++)
    if (tree->ego->edges[i].n_evidence)
      digits = MAX(digits, digits_of(paragraph_of(tree, tree->ego->edges[i].first_evidence)));
  return MAX(LEAST_PARAGRAPH_COLS, digits + 4);
}

/* Names have the columns that labels leave them; paragraphs what both leave, about a quarter of the width. */
static void place_columns(Tree *tree)
{
  int cols = tree->options->cols, names = 0;
  tree->count_cols = 1;
  tree->name = INDENT_COLS;
  for (uint32_t i = 0; i < tree->ego->n_edges; i++) {
    const NgEdge *edge = &tree->ego->edges[i];
    tree->name = MAX(tree->name, label_of(edge) + ng_fan_cols(edge->label, NG_FAN_MAX_COLS) + ARRIVAL_COLS);
    names = MAX(names, ng_fan_cols(ng_ego_entity(tree->ego, edge->to)->name, NG_FAN_MAX_COLS) + 2);
    tree->count_cols = MAX(tree->count_cols, digits_of(edge->weight));
  }
  tree->end = MAX(cols - tree->count_cols - 1, 1);
  tree->name = MAX(MIN(tree->name, cols / 2), 1);
  int tail = cols - cols / 4;
  tree->paragraph = MAX(tail, MIN(tree->name + names + 1, tree->end - paragraph_cols(tree)));
  if (cols < PARAGRAPH_SCREEN_COLS || tree->paragraph - tree->name < LEAST_NAME_COLS)
    tree->paragraph = tree->end;
}

/* ---- painting ---- */

/* The trunk from row `from` down to an edge, and the branch to its label. */
static void put_branch(Tree *tree, uint32_t edge, int from, bool last)
{
  const NgEdge *it = &tree->ego->edges[edge];
  NgStroke stroke = stroke_of(tree, edge);
  int trunk = trunk_of(it), row = tree->row[edge];
  for (int r = from; r < row; r++)
    ng_sheet_arms(tree->sheet, r, trunk, NG_ARMS_DOWN(NG_ARM_LIGHT), NG_INK_EDGE);
  NgArm below = last ? NG_ARM_NONE : NG_ARM_LIGHT;
  ng_sheet_arms(tree->sheet, row, trunk, NG_ARMS(0, stroke.weight, NG_ARM_LIGHT, below), NG_INK_EDGE);
  if (it->direction == NG_EDGE_IN)
    ng_sheet_head(tree->sheet, row, trunk + 1, NG_LEFT, stroke.ink);
  else
    ng_sheet_across(tree->sheet, row, trunk + 1, trunk + 1, stroke.weight, stroke.ink);
}

/* What the label says, and the line from it to the name. */
static void put_label(Tree *tree, uint32_t edge, NgSpot *spot)
{
  const NgEdge *it = &tree->ego->edges[edge];
  NgStroke stroke = stroke_of(tree, edge);
  int row = tree->row[edge], room = tree->name - ARRIVAL_COLS - label_of(it);
  spot->label_row = row;
  spot->label_col = label_of(it);
  if (room >= LEAST_LABEL_COLS) {
    g_autofree char *label = ng_fan_cut(it->label, room, tree->options->ascii);
    spot->label_cols =
        ng_sheet_string(tree->sheet, row, spot->label_col, label, ng_stroke_label_ink(stroke, it->weak || it->unsure));
  }
  bool head = it->direction == NG_EDGE_OUT;
  int from = spot->label_col + spot->label_cols + (spot->label_cols > 0);
  if (spot->label_cols == 0)
    from = trunk_of(it) + 2;
  ng_sheet_across(tree->sheet, row, from, tree->name - 2 - head, stroke.weight, stroke.ink);
  if (head && tree->name - 2 >= from)
    ng_sheet_head(tree->sheet, row, tree->name - 2, NG_RIGHT, stroke.ink);
}

static int node_row(const Tree *tree, uint32_t node)
{
  return node == 0 ? 0 : tree->row[tree->ego->nodes[node].via];
}

static void put_name(Tree *tree, uint32_t edge, NgSpot *spot)
{
  const NgEdge *it = &tree->ego->edges[edge];
  const NgEntity *entity = ng_ego_entity(tree->ego, it->to);
  bool ascii = tree->options->ascii, below = node_row(tree, it->to) > tree->row[edge];
  bool here = tree->options->pick.edge == edge && tree->options->pick.on_node;
  int room = MAX(tree->paragraph - 1 - tree->name - (it->again ? 2 : 0), 1);
  g_autofree char *name = ng_fan_cut(entity->name, room, ascii);
  const char *mark = !it->again ? "" : below ? (ascii ? " v" : " ↓") : ascii ? " ^" : " ↑";
  g_autofree char *marked = g_strconcat(name, mark, NULL);
  NgInk ink = here ? NG_INK_HERE : it->again ? NG_INK_DIM : ng_fan_kind_ink((NgEntityKind)entity->kind);
  spot->row = tree->row[edge];
  spot->col = tree->name;
  spot->cols = ng_sheet_string(tree->sheet, spot->row, tree->name, marked, ink);
}

/* "6 articles", or "in 6" where that is too wide: of a network of several, paragraphs would be told apart by nothing. The caller frees it. */
static char *articles_text(const Tree *tree, const NgEdge *edge, int cols)
{
  uint32_t n = 0;
  const NgEvidence *evidence = tree->ego->evidence + edge->first_evidence;
  for (uint32_t i = 0; i < edge->n_evidence; i++)
    n += i == 0 || evidence[i].article != evidence[i - 1].article;
  if (n == 0)
    return g_strdup("");
  return cols < ARTICLES_COLS ? g_strdup_printf("in %u", n) : ng_phrase_count(n, "article", "articles");
}

/* "¶ 1 2 6 9 10": each paragraph once, as many as fit `cols`. The caller frees it. */
static char *paragraphs_text(const Tree *tree, const NgEdge *edge, int cols)
{
  const NgArticle *article = tree->ego->article;
  if (!article)
    return articles_text(tree, edge, cols);
  GString *text = g_string_new(tree->options->ascii ? "p" : "¶");
  const char *more = tree->options->ascii ? " ~" : " …";
  int used = 1;
  uint32_t before = 0;
  for (uint32_t i = edge->first_evidence; i < edge->first_evidence + edge->n_evidence; i++) {
    uint32_t number = paragraph_of(tree, i);
    if (number == 0 || number == before)
      continue;
    before = number;
    bool last = i + 1 == edge->first_evidence + edge->n_evidence;
    int needed = 1 + digits_of(number);
    if (used + needed + (last ? 0 : 2) > cols) {
      g_string_append(text, used + 2 <= cols ? more : "");
      break;
    }
    g_string_append_printf(text, " %u", number);
    used += needed;
  }
  if (before == 0)
    g_string_truncate(text, 0);
  return g_string_free(text, FALSE);
}

static void put_tail(Tree *tree, uint32_t edge)
{
  const NgEdge *it = &tree->ego->edges[edge];
  int row = tree->row[edge];
  if (tree->paragraph < tree->end) {
    g_autofree char *paragraphs = paragraphs_text(tree, it, tree->end - tree->paragraph);
    ng_sheet_string(tree->sheet, row, tree->paragraph, paragraphs, NG_INK_DIM);
  }
  g_autofree char *count = g_strdup_printf("%u", it->weight);
  ng_sheet_string(tree->sheet, row, tree->options->cols - (int)strlen(count), count, NG_INK_COUNT);
}

/* What leads on from a node, and from what that leads to. */
static void put_edges(Tree *tree, uint32_t node)
{
  const NgNode *it = &tree->ego->nodes[node];
  int from = node_row(tree, node) + 1;
  for (uint32_t i = it->first_edge; i < it->first_edge + it->n_edges; i++) {
    const NgEdge *edge = &tree->ego->edges[i];
    bool last = i + 1 == it->first_edge + it->n_edges;
    NgSpot spot = {.edge = i, .node = edge->to, .rows = 1, .order_row = tree->row[i]};
    put_branch(tree, i, from, last && it->n_rest == 0);
    put_label(tree, i, &spot);
    put_name(tree, i, &spot);
    put_tail(tree, i);
    ng_sheet_spot(tree->sheet, &spot);
    from = tree->row[i] + 1;
    if (!edge->again)
      put_edges(tree, edge->to);
  }
  if (it->n_rest == 0)
    return;
  int trunk = it->hop * INDENT_COLS, row = tree->rest_row[node];
  ng_sheet_down(tree->sheet, trunk, from - 1, row, NG_ARM_LIGHT, NG_INK_EDGE);
  ng_sheet_arms(tree->sheet, row, trunk, NG_ARMS(0, NG_ARM_LIGHT, 0, 0), NG_INK_EDGE);
  ng_sheet_across(tree->sheet, row, trunk + 1, trunk + 1, NG_ARM_LIGHT, NG_INK_EDGE);
  g_autofree char *rest = g_strdup_printf("+%u", it->n_rest);
  ng_sheet_string(tree->sheet, row, trunk + INDENT_COLS, rest, NG_INK_DIM);
}

static void put_ego(Tree *tree)
{
  bool here = tree->options->pick.edge == NG_NONE && tree->options->pick.on_node;
  g_autofree char *name = ng_fan_cut(ng_ego_entity(tree->ego, 0)->name, tree->options->cols, tree->options->ascii);
  NgSpot spot = {.edge = NG_NONE, .rows = 1, .label_row = NG_FAN_NO_ROW};
  spot.cols = ng_sheet_string(tree->sheet, 0, 0, name, here ? NG_INK_HERE : NG_INK_EGO_NAME);
  ng_sheet_spot(tree->sheet, &spot);
}

NgPicture *ng_tree_draw(const NgEgo *ego, const NgTreeOptions *options)
{
  Tree tree = {.ego = ego, .options = options, .rows = 1};
  tree.row = g_new0(int, (gsize)ego->n_edges + 1);
  tree.rest_row = g_new0(int, (gsize)ego->n_nodes + 1);
  place_rows(&tree, 0);
  place_columns(&tree);
  tree.sheet = ng_sheet_new(tree.rows, options->cols, options->ascii);
  put_ego(&tree);
  put_edges(&tree, 0);
  g_free(tree.row);
  g_free(tree.rest_row);
  return ng_sheet_finish(tree.sheet, tree.rows);
}

/* ---- walking ---- */

NgPick ng_tree_walk(const NgPicture *picture, const NgEgo *ego, NgPick from, NgDirection direction)
{
  const NgSpot *here = ng_picture_spot(picture, from.edge);
  bool vertical = direction == NG_UP || direction == NG_DOWN;
  if (!vertical || !here || (from.edge == NG_NONE && !from.on_node))
    return ng_picture_walk(picture, ego, from, direction);
  gssize to = here - picture->spots + (direction == NG_DOWN ? 1 : -1);
  if (to < 0 || to >= (gssize)picture->n_spots)
    return from;
  uint32_t edge = picture->spots[to].edge;
  return (NgPick){edge, edge == NG_NONE || (from.on_node && from.edge != NG_NONE)};
}
