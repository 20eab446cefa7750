/* The door of the graph: the network of an article, the ego network of an entity and its drawings in cells; the whole graph of one article or of
 * several, its filter, measures, paths and matrix; Graphviz. */
#ifndef NG_GRAPH_H
#define NG_GRAPH_H

#include "graph/ego.h"
#include "graph/fan.h"
#include "graph/filter.h"
#include "graph/graphviz.h"
#include "graph/matrix.h"
#include "graph/measures.h"
#include "graph/network.h"
#include "graph/network_whole.h"
#include "graph/path.h"
#include "graph/picture.h"
#include "graph/tree.h"
#include "graph/whole.h"
#include "graph/whole_picture.h"

#endif
