/* nutgraf-place: asks Graphviz where the nodes of graphs should lie, for a program that cannot wait for it (aside.h). It is not called by people. */
#include "graph/aside_private.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* When nobody is left who could end it, it ends itself. */
#define MOST_CPU_SECONDS 20

static bool hear(void *bytes, gsize n)
{
  for (gsize heard = 0; heard < n;) {
    ssize_t got = read(STDIN_FILENO, (char *)bytes + heard, n - heard);
    if (got == 0 || (got < 0 && errno != EINTR))
      return false;
    heard += (gsize)MAX(got, 0);
  }
  return true;
}

static bool say(const void *bytes, gsize n)
{
  for (gsize said = 0; said < n;) {
    ssize_t put = write(STDOUT_FILENO, (const char *)bytes + said, n - said);
    if (put < 0 && errno != EINTR)
      return false;
    said += (gsize)MAX(put, 0);
  }
  return true;
}

static bool is_sound(const NgAsideQuestion *question)
{
  return question->sign == NG_ASIDE_SIGN && question->n_nodes <= NG_GRAPHVIZ_NODES &&
         question->n_edges <= NG_GRAPHVIZ_EDGES && memchr(question->engine, '\0', sizeof question->engine);
}

static bool are_sound(const NgAsideQuestion *question, const NgGraphvizNode *nodes, const NgGraphvizEdge *edges)
{
  for (uint32_t i = 0; i < question->n_nodes; i++)
    if (!isfinite(nodes[i].width) || !isfinite(nodes[i].height))
      return false;
  for (uint32_t i = 0; i < question->n_edges; i++)
    if (edges[i].from >= question->n_nodes || edges[i].to >= question->n_nodes || !isfinite(edges[i].weight))
      return false;
  return true;
}

static bool answer(const NgAsideQuestion *question)
{
  NgGraphviz *graphviz = ng_graphviz_layouts(NULL);
  g_autofree NgGraphvizNode *nodes = g_new0(NgGraphvizNode, (gsize)question->n_nodes + 1);
  g_autofree NgGraphvizEdge *edges = g_new0(NgGraphvizEdge, (gsize)question->n_edges + 1);
  return graphviz && hear(nodes, question->n_nodes * sizeof *nodes) && hear(edges, question->n_edges * sizeof *edges) &&
         are_sound(question, nodes, edges) &&
         ng_graphviz_place(graphviz, question->engine, nodes, question->n_nodes, edges, question->n_edges, NULL) &&
         say(nodes, question->n_nodes * sizeof *nodes);
}

int main(void)
{
  struct rlimit limit = {MOST_CPU_SECONDS, MOST_CPU_SECONDS};
  setrlimit(RLIMIT_CPU, &limit);
  NgAsideQuestion question;
  while (hear(&question, sizeof question))
    if (!is_sound(&question) || !answer(&question))
      return 1;
  return 0;
}
