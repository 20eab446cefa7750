/* The door of src/geo: the gazetteer, and which of its places is meant. */
#ifndef NG_GEO_H
#define NG_GEO_H

#include "geo/gazetteer.h"
#include "geo/placing.h"

#endif
