/* The network of the articles of a whole graph, whose members are its nodes. */
#ifndef NG_NETWORK_WHOLE_H
#define NG_NETWORK_WHOLE_H

#include "graph/whole.h"

/* The graph must have been made without a filter, so that whoever is told of has a node; it is not needed any longer. The caller frees the network. */
NgNetwork *ng_network_of_whole(const NgWhole *whole);

#endif
