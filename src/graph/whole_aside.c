/* What Graphviz is asked about a whole graph, and where it would have the boxes. */
#include "graph/whole_private.h"

#include <string.h>

/* With fewer there is nothing to place; with more, a layout could take so long that it is not waited for, and the picture would not be the same each time. */
#define LEAST_BOXES 3
#define MOST_BOXES  400
#define MOST_LINES  1000
#define LONGEST_US  (5 * G_USEC_PER_SEC)

/* Graphviz counts in inches. A row of cells is as high as two columns are wide. */
#define COLS_IN_AN_INCH 10.0
#define COLS_IN_A_ROW   2
#define COLS_APART      4
#define STRONG          2.0

typedef struct {
  const char *engine;
  bool lying; /* width and height, across and down change places */
} Question;

/* First as the size of the graph advises, then by sfdp, which for a large one is asked the other way round. */
static Question question(const NgWholeLayout *layout, int start)
{
  const char *advised = ng_graphviz_engine_for(layout->boxes->len, layout->lines->len);
  return start == 0 ? (Question){advised, false} : (Question){"sfdp", strcmp(advised, "sfdp") == 0};
}

static NgGraphvizNode *nodes_of(const NgWholeLayout *layout, bool lying)
{
  NgGraphvizNode *nodes = g_new0(NgGraphvizNode, layout->boxes->len + 1);
  for (uint32_t i = 0; i < layout->boxes->len; i++) {
    const NgWholeBox *box = ng_whole_box(layout, i);
    double width = (box->cols + COLS_APART) / COLS_IN_AN_INCH, height = box->rows * COLS_IN_A_ROW / COLS_IN_AN_INCH;
    nodes[i].width = lying ? height : width;
    nodes[i].height = lying ? width : height;
  }
  return nodes;
}

bool ng_whole_is_for_aside(const NgWholeLayout *layout)
{
  return layout->boxes->len >= LEAST_BOXES && layout->boxes->len <= MOST_BOXES && layout->lines->len <= MOST_LINES;
}

bool ng_whole_ask_aside(const NgWholeLayout *layout, NgAside *aside)
{
  uint32_t n = layout->boxes->len, n_lines = layout->lines->len;
  g_autofree NgGraphvizEdge *edges = g_new(NgGraphvizEdge, n_lines + 1);
  bool asked = true;
  for (uint32_t i = 0; i < n_lines; i++) {
    const NgWholeLine *line = ng_whole_line(layout, i);
    edges[i] = (NgGraphvizEdge){line->from, line->to, line->weak ? 1 : STRONG};
  }
  for (int i = 0; i < NG_WHOLE_STARTS && asked; i++) {
    Question it = question(layout, i);
    g_autofree NgGraphvizNode *nodes = nodes_of(layout, it.lying);
    asked = ng_aside_ask(aside, it.engine, nodes, n, edges, n_lines);
  }
  return asked;
}

bool ng_whole_hear_aside(const NgWholeLayout *layout, NgAside *aside, int start, NgWholePoint *points)
{
  const NgWholeStyle *style = &layout->style;
  gint64 until_us = g_get_monotonic_time() + LONGEST_US;
  if (style->deadline_us)
    until_us = MIN(until_us, style->deadline_us);
  bool lying = question(layout, start).lying;
  g_autofree NgGraphvizNode *nodes = nodes_of(layout, lying);
  if (!ng_aside_answer(aside, nodes, layout->boxes->len, until_us, style->cancel))
    return false;
  for (uint32_t i = 0; i < layout->boxes->len; i++)
    points[i] = lying ? (NgWholePoint){nodes[i].y, nodes[i].x} : (NgWholePoint){nodes[i].x, nodes[i].y};
  return true;
}
