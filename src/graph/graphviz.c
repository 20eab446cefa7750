#include "graph/graphviz.h"

#include "config.h"
#include "model/error.h"
#include "text/text.h"

#include <dlfcn.h>
#include <graphviz/gvc.h>
#include <string.h>

/* ---- the library, opened late ---- */

#define SYMBOLS(X)                                                                                                     \
  X(gvContext)                                                                                                         \
  X(gvContextPlugins)                                                                                                  \
  X(gvLayout)                                                                                                          \
  X(gvFreeLayout)                                                                                                      \
  X(gvRenderData)                                                                                                      \
  X(gvFreeRenderData)                                                                                                  \
  X(agopen)                                                                                                            \
  X(agmemread)                                                                                                         \
  X(agclose)                                                                                                           \
  X(agnode)                                                                                                            \
  X(agedge)                                                                                                            \
  X(agattr)                                                                                                            \
  X(agxset)                                                                                                            \
  X(agseterrf)                                                                                                         \
  X(aglasterr)                                                                                                         \
  X(Agdirected)

struct _NgGraphviz {
  GVC_t *context;
#define FIELD(symbol) __typeof__(&symbol) symbol;
  SYMBOLS(FIELD)
#undef FIELD
};

/* Takes the place of printing: the last complaint is kept by the library. */
static int say_nothing(char *complaint)
{
  (void)complaint;
  return 0;
}

static bool find_symbols(NgGraphviz *graphviz, void *library)
{
  bool found = true;
#define FIND(symbol)                                                                                                   \
  graphviz->symbol = (__typeof__(graphviz->symbol))dlsym(library, #symbol);                                            \
  found &= graphviz->symbol != NULL;
  SYMBOLS(FIND)
#undef FIND
  return found;
}

/* The context that finds its plug-ins by itself: it reads a list of them all, and loads fonts for the first label. */
static GVC_t *full_context(const NgGraphviz *graphviz)
{
  return graphviz->gvContext();
}

/* A context with two plug-ins and no others, which is there in a tenth of the time. Where they are not found under these names: the full one. */
static GVC_t *layout_context(const NgGraphviz *graphviz)
{
  static const char *const names[] = {"dot_layout", "neato_layout"};
  lt_symlist_t plugins[G_N_ELEMENTS(names) + 1] = {0};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *file = g_strdup_printf(NG_GRAPHVIZ_PLUGINS, names[i]);
    g_autofree char *symbol = g_strdup_printf("gvplugin_%s_LTX_library", names[i]);
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    plugins[i].address = library ? dlsym(library, symbol) : NULL;
    if (!plugins[i].address)
      return full_context(graphviz);
    plugins[i].name = g_intern_string(symbol);
  }
  return graphviz->gvContextPlugins(plugins, FALSE);
}

static NgGraphviz *opened(GVC_t *(*new_context)(const NgGraphviz *graphviz), GError **error)
{
  g_autofree NgGraphviz *graphviz = g_new0(NgGraphviz, 1);
  void *library = dlopen(NG_GRAPHVIZ_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library || !find_symbols(graphviz, library)) {
    g_set_error(error, NG_ERROR, NG_ERROR_READ, "Graphviz cannot be used: %s", dlerror());
    return NULL;
  }
  graphviz->agseterrf(say_nothing);
  graphviz->context = new_context(graphviz);
  return g_steal_pointer(&graphviz);
}

NgGraphviz *ng_graphviz(GError **error)
{
  /* The one thing here that outlives a call: what it stands for is one for the process as well. */
  static NgGraphviz *library;
  if (!library)
    library = opened(full_context, error);
  return library;
}

NgGraphviz *ng_graphviz_layouts(GError **error)
{
  static NgGraphviz *library;
  if (!library)
    library = opened(layout_context, error);
  return library;
}

const char *ng_graphviz_engine_for(uint32_t n_nodes, uint32_t n_edges)
{
  return n_nodes <= NG_GRAPHVIZ_DOT_NODES && n_edges <= NG_GRAPHVIZ_DOT_EDGES ? "dot" : "sfdp";
}

static void set_failure(NgGraphviz *graphviz, const char *what, GError **error)
{
  char *complaint = graphviz->aglasterr();
  g_autofree char *why = complaint ? ng_text_clean_line(complaint, strlen(complaint)) : NULL;
  free(complaint);
  g_set_error(error, NG_ERROR, NG_ERROR_USAGE, "Graphviz cannot %s this graph%s%s", what, why ? ": " : "",
              why ? why : "");
}

/* ---- places ---- */

static bool is_small_enough(const char *engine, uint32_t n_nodes, uint32_t n_edges, GError **error)
{
  bool dot = strcmp(engine, "dot") == 0;
  uint32_t most_nodes = dot ? NG_GRAPHVIZ_DOT_NODES : NG_GRAPHVIZ_NODES;
  uint32_t most_edges = dot ? NG_GRAPHVIZ_DOT_EDGES : NG_GRAPHVIZ_EDGES;
  if (n_nodes <= most_nodes && n_edges <= most_edges)
    return true;
  g_set_error(error, NG_ERROR, NG_ERROR_USAGE,
              "%u nodes and %u edges are too many for %s, which gets at most %u and %u", n_nodes, n_edges, engine,
              most_nodes, most_edges);
  return false;
}

static void set_number(NgGraphviz *graphviz, void *object, Agsym_t *attribute, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(digits, sizeof digits, "%.6g", number);
  graphviz->agxset(object, attribute, digits);
}

static Agraph_t *graph_of(NgGraphviz *graphviz, const NgGraphvizNode *nodes, uint32_t n_nodes,
                          const NgGraphvizEdge *edges, uint32_t n_edges, Agnode_t **made)
{
  Agraph_t *graph = graphviz->agopen("g", *graphviz->Agdirected, NULL);
  graphviz->agattr(graph, AGRAPH, "start", "1"); /* the seed */
  graphviz->agattr(graph, AGRAPH, "overlap", "prism");
  graphviz->agattr(graph, AGRAPH, "splines", "false");
  graphviz->agattr(graph, AGNODE, "fixedsize", "true");
  graphviz->agattr(graph, AGNODE, "shape", "box");
  graphviz->agattr(graph, AGNODE, "label", "");
  Agsym_t *width = graphviz->agattr(graph, AGNODE, "width", "1");
  Agsym_t *height = graphviz->agattr(graph, AGNODE, "height", "1");
  Agsym_t *weight = graphviz->agattr(graph, AGEDGE, "weight", "1");
  for (uint32_t i = 0; i < n_nodes; i++) {
    char name[16];
    g_snprintf(name, sizeof name, "n%u", i);
    made[i] = graphviz->agnode(graph, name, TRUE);
    set_number(graphviz, made[i], width, nodes[i].width);
    set_number(graphviz, made[i], height, nodes[i].height);
  }
  for (uint32_t i = 0; i < n_edges; i++) {
    Agedge_t *edge = graphviz->agedge(graph, made[edges[i].from], made[edges[i].to], NULL, TRUE);
    set_number(graphviz, edge, weight, MAX(edges[i].weight, 1));
  }
  return graph;
}

static void take_places(Agnode_t *const *made, NgGraphvizNode *nodes, uint32_t n_nodes)
{
  double left = G_MAXDOUBLE, top = -G_MAXDOUBLE;
  for (uint32_t i = 0; i < n_nodes; i++) {
    left = MIN(left, ND_coord(made[i]).x);
    top = MAX(top, ND_coord(made[i]).y);
  }
  for (uint32_t i = 0; i < n_nodes; i++) {
    nodes[i].x = (ND_coord(made[i]).x - left) / 72;
    nodes[i].y = (top - ND_coord(made[i]).y) / 72;
  }
}

bool ng_graphviz_place(NgGraphviz *graphviz, const char *engine, NgGraphvizNode *nodes, uint32_t n_nodes,
                       const NgGraphvizEdge *edges, uint32_t n_edges, GError **error)
{
  if (!is_small_enough(engine, n_nodes, n_edges, error))
    return false;
  g_autofree Agnode_t **made = g_new(Agnode_t *, (gsize)n_nodes + 1);
  Agraph_t *graph = graph_of(graphviz, nodes, n_nodes, edges, n_edges, made);
  bool done = graphviz->gvLayout(graphviz->context, graph, engine) == 0;
  if (done) {
    take_places(made, nodes, n_nodes);
    graphviz->gvFreeLayout(graphviz->context, graph);
  } else {
    set_failure(graphviz, "place", error);
  }
  graphviz->agclose(graph);
  return done;
}

/* ---- pictures ---- */

/* The type of a length has changed between versions of the library. */
typedef __typeof__(_Generic(&gvRenderData, int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *) : 0u,
                            default
                            : (size_t)0)) Length;

static GBytes *draw(NgGraphviz *graphviz, Agraph_t *graph, const char *format, GError **error)
{
  char *picture = NULL;
  Length n = 0;
  if (graphviz->gvRenderData(graphviz->context, graph, format, &picture, &n) != 0 || !picture) {
    set_failure(graphviz, "draw", error);
    return NULL;
  }
  GBytes *bytes = g_bytes_new(picture, n);
  graphviz->gvFreeRenderData(picture);
  return bytes;
}

GBytes *ng_graphviz_render(NgGraphviz *graphviz, const char *engine, const char *dot, const char *format,
                           GError **error)
{
  GBytes *bytes = NULL;
  Agraph_t *graph = graphviz->agmemread(dot);
  if (!graph) {
    set_failure(graphviz, "read", error);
    return NULL;
  }
  if (graphviz->gvLayout(graphviz->context, graph, engine) == 0) {
    bytes = draw(graphviz, graph, format, error);
    graphviz->gvFreeLayout(graphviz->context, graph);
  } else {
    set_failure(graphviz, "place", error);
  }
  graphviz->agclose(graph);
  return bytes;
}
