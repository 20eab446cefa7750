/* The door of the graph: the network of an article, the ego network of an entity, and its drawings in cells. */
#ifndef NG_GRAPH_H
#define NG_GRAPH_H

#include "graph/ego.h"
#include "graph/fan.h"
#include "graph/filter.h"
#include "graph/network.h"
#include "graph/picture.h"
#include "graph/tree.h"
#include "graph/whole.h"

#endif
